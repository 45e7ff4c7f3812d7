//! Pages of organisations on the web: founded, run by three from their own accounts, and acted as, without a script.

use kith_domain::viewer::Role;
use kith_testkit::{Browser, Person, Server};

use crate::ground::each;

const MANAGE: &str = "/pages/saint_clare/manage";

/// Founds the page and gives the founder's browser.
async fn found(s: &Server, by: &Person) -> Browser {
    let browser = s.browser(by).await;
    let page = browser.get("/pages/new").await;
    let fields = [
        ("display_name", "Saint Clare"),
        ("handle", "saint_clare"),
        ("category", "faith"),
        ("about", "We *sing*."),
    ];
    let answer = browser.submit(&page, "/pages", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert_eq!(answer.leads_to().as_deref(), Some(MANAGE));
    browser
}

/// Brings somebody into the team, and gives their browser.
async fn take_in(s: &Server, owner: &Browser, who: &Person, role: &str) -> Browser {
    s.world.advance(1_000);
    let team = owner.get(&format!("{MANAGE}?show=team")).await;
    let answer = ask(owner, &team, &who.handle, role).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let browser = s.browser(who).await;
    assert!(browser.get("/notices").await.text().contains("Saint Clare"), "they are told");
    let asked = browser.get("/pages").await;
    let answer = browser.submit(&asked, "/pages/saint_clare/answer", &[("answer", "yes")]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    browser
}

async fn ask(owner: &Browser, team: &kith_testkit::Answer, handle: &str, role: &str) -> kith_testkit::Answer {
    let fields = [("handle", handle), ("role", role)];
    owner.submit(team, "/pages/saint_clare/invite", &fields).await
}

/// Acts as the page from now on.
async fn switch(browser: &Browser) -> kith_testkit::Answer {
    let profile = browser.get("/u/saint_clare").await;
    let id = profile.attributes("main form[action='/act-as'] input[name=page]", "value").remove(0);
    browser.submit(&profile, "/act-as", &[("page", &id)]).await
}

#[tokio::test]
async fn a_page_is_run_by_three_without_a_shared_password() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let a = found(&s, &ann).await;
        let team = a.get(&format!("{MANAGE}?show=team")).await;
        let wrong = ask(&a, &team, "nobody_here", "editor").await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.has("#person[aria-invalid=true][value=nobody_here]"), "what was typed is there");
        let b = take_in(&s, &a, &ben, "editor").await;
        let c = take_in(&s, &a, &cem, "analyst").await;

        assert!(!c.get("/u/saint_clare").await.has("main form[action='/act-as']"), "figures and no more");
        assert!(
            c.get(&format!("{MANAGE}?show=log")).await.has(".page-figures"),
            "what they may see stands there"
        );

        assert_eq!(switch(&b).await.status, 303);
        let home = b.get("/").await;
        assert!(home.has(".acting-bar form[action='/act-as']"), "it is said on every page");
        w.advance(60_000);
        let composer = b.get("/new").await;
        let posted =
            b.submit(&composer, "/posts", &[("text", "Choir on Friday"), ("audience", "community")]).await;
        assert_eq!(posted.status, 303, "{}", posted.text());
        let own = b.get("/u/saint_clare").await;
        assert!(
            own.text().contains("Choir on Friday") && own.text().contains("by Ben"),
            "the team knows who"
        );

        let other = s.browser(&w.person("dan").await).await;
        let seen = other.get("/u/saint_clare").await;
        assert!(
            seen.text().contains("Choir on Friday") && !seen.text().contains("Ben"),
            "others see the page"
        );
        let log = a.get(&format!("{MANAGE}?show=log")).await;
        assert!(log.text().contains("Ben wrote a post"), "{}", log.text());

        let back = b.submit(&own, "/act-as", &[("page", "")]).await;
        assert_eq!(back.status, 303);
        assert!(!b.get("/").await.has(".acting-bar"));
        assert_eq!(b.get("/settings").await.status, 200, "oneself again");
    })
    .await;
}

#[tokio::test]
async fn a_page_does_nothing_that_belongs_to_a_person() {
    each(|s| async move {
        let w = &s.world;
        let ann = w.person("ann").await;
        let a = found(&s, &ann).await;
        let settings = a.get("/settings/account").await;
        switch(&a).await;
        for path in ["/settings", "/settings/sessions", "/invitations", "/friends", "/me/edit", "/admin"] {
            let answer = a.get(path).await;
            assert_eq!(answer.status, 403, "{path}");
            assert!(answer.has(".acting-bar"), "{path}: there is a way back");
        }
        let renamed = a.submit(&settings, "/settings/account/name", &[("display_name", "Somebody")]).await;
        assert_eq!(renamed.status, 403, "a form that was open before");
        let dark = a.get("/").await;
        a.submit(&dark, "/theme", &[("theme", "dark")]).await;
        assert!(a.get("/").await.has("html[data-theme=dark]"), "how pages look is for the person");
        let out = a.get("/").await;
        assert_eq!(a.submit(&out, "/logout", &[]).await.leads_to().as_deref(), Some("/login"));
    })
    .await;
}

#[tokio::test]
async fn a_role_that_is_lost_ends_acting_at_the_next_click() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let a = found(&s, &ann).await;
        let b = take_in(&s, &a, &ben, "editor").await;
        switch(&b).await;
        assert!(b.get("/").await.has(".acting-bar"));
        let team = a.get(&format!("{MANAGE}?show=team")).await;
        let fields = [("do", "remove"), ("person", &ben.id.to_string())];
        assert_eq!(a.submit(&team, "/pages/saint_clare/team", &fields).await.status, 303);
        assert!(!b.get("/").await.has(".acting-bar"));
        assert_eq!(b.get(MANAGE).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn details_come_back_as_typed_and_stand_on_the_profile() {
    each(|s| async move {
        let w = &s.world;
        let ann = w.person("ann").await;
        let a = found(&s, &ann).await;
        let form = a.get(MANAGE).await;
        let wrong = [("display_name", "Saint Clare"), ("hours_0", "mornings"), ("phone", "030 1234")];
        let answer = a.submit(&form, "/pages/saint_clare/details", &wrong).await;
        assert_eq!(answer.status, 422);
        assert!(answer.has("#hours_0[value=mornings]") && answer.has("#phone[value='030 1234']"));
        let right = [
            ("display_name", "Saint Clare"),
            ("hours_6", "10-14"),
            ("phone", "030 1234"),
            ("button", "call"),
            ("address", "Hill 3"),
        ];
        let answer = a.submit(&form, "/pages/saint_clare/details", &right).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let arabic = a.get(&format!("{MANAGE}?show=details&language=ar")).await;
        let words = [("language", "ar"), ("about", "نغني معًا")];
        assert_eq!(a.submit(&arabic, "/pages/saint_clare/about", &words).await.status, 303);

        let visitor = s.visitor();
        let profile = visitor.get("/u/saint_clare").await;
        assert_eq!(profile.status, 200, "it is there for everybody");
        assert!(profile.has("a[href='tel:0301234']") && profile.text().contains("Hill 3"));
        // The world begins on a Sunday at noon.
        assert!(profile.has(".page-hours") && profile.has(".chip-good"), "open now");
        assert!(profile.has("a[hreflang=ar]"), "the other language is offered");
        assert!(visitor.get("/u/saint_clare?about=ar").await.text().contains("نغني معًا"));
    })
    .await;
}

#[tokio::test]
async fn operators_confirm_a_page_and_nobody_else_does() {
    each(|s| async move {
        let w = &s.world;
        let ann = w.person("ann").await;
        let admin = w.person_with_role("olive", Role::Admin).await;
        let a = found(&s, &ann).await;
        assert!(!a.get(MANAGE).await.has("form[action='/pages/saint_clare/verified']"));
        let o = s.browser(&admin).await;
        let tools = o.get(MANAGE).await;
        let answer = o.submit(&tools, "/pages/saint_clare/verified", &[("verified", "yes")]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        assert!(s.visitor().get("/u/saint_clare").await.has("h1 .verified"));
    })
    .await;
}

#[tokio::test]
async fn whoever_writes_to_a_page_is_answered_by_it() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let a = found(&s, &ann).await;
        let b = take_in(&s, &a, &ben, "moderator").await;
        let c = s.browser(&cem).await;
        let writes = c.get("/messages/with/saint_clare").await;
        let sent = c.submit(&writes, "/messages/with/saint_clare", &[("text", "When do you sing?")]).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
        for browser in [&a, &b] {
            switch(browser).await;
            let inbox = browser.get("/messages?folder=requests").await;
            assert!(inbox.text().contains("When do you sing?"), "the inbox is the team's");
        }
        assert_eq!(b.get("/new").await.status, 200, "reading forms is harmless");
        let composer = b.get("/new").await;
        let refused = b.submit(&composer, "/posts", &[("text", "Hello"), ("audience", "community")]).await;
        assert_eq!(refused.status, 403, "moderators do not speak");
    })
    .await;
}
