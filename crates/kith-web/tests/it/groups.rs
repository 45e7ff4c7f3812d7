//! Groups on pages: begun, joined, written in and looked after without a script.

use kith_testkit::{Browser, Person, Server};

use crate::ground::each;

/// Begins a group with these settings and gives its address.
async fn begin(s: &Server, by: &Person, visibility: &str, joining: &str) -> (Browser, String) {
    s.world.set_trust(by, 2).await;
    let browser = s.browser(by).await;
    let page = browser.get("/groups/new").await;
    let fields = [
        ("name", "Walks & Talks"),
        ("about", "We *walk*."),
        ("visibility", visibility),
        ("joining", joining),
    ];
    let answer = browser.submit(&page, "/groups", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let href = answer.leads_to().unwrap();
    (browser, href)
}

#[tokio::test]
async fn a_group_is_begun_joined_and_written_in() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (a, href) = begin(&s, &ann, "site", "free").await;
        assert_eq!(href, "/groups/walks-talks");
        let b = s.browser(&ben).await;
        assert!(b.get("/groups").await.has(&format!("a[href='{href}']")), "it is found");
        let asked = b.get(&format!("{href}/join")).await;
        let joined = b.submit(&asked, &format!("{href}/join"), &[]).await;
        assert_eq!(joined.leads_to().as_deref(), Some(href.as_str()));
        let composer = b.get("/new?group=walks-talks").await;
        assert!(!composer.has("input[name=audience]"), "the group is the audience");
        assert!(!composer.has("[name=when], [data-keep], [formaction]"), "it is neither planned nor kept");
        let posted = b.submit(&composer, "/posts", &[("text", "Who comes along?")]).await;
        assert_eq!(posted.status, 303, "{}", posted.text());
        let page = a.get(&href).await;
        assert!(page.text().contains("Who comes along?"));
        assert!(page.has(&format!("article a.who[href='{href}']")), "the card names its group");
        assert!(a.get("/").await.text().contains("Who comes along?"), "it comes home");
        let gone = b.get(&format!("{href}/leave")).await;
        assert_eq!(b.submit(&gone, &format!("{href}/leave"), &[]).await.status, 303);
        assert!(!b.get("/").await.text().contains("Who comes along?"));
    })
    .await;
}

#[tokio::test]
async fn a_failed_form_comes_back_as_it_was_typed() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        s.world.set_trust(&ann, 2).await;
        let browser = s.browser(&ann).await;
        let page = browser.get("/groups/new").await;
        let answer = browser.submit(&page, "/groups", &[("name", " "), ("about", "We walk.")]).await;
        assert_eq!(answer.status, 422);
        assert!(answer.has("#name[aria-invalid=true]"));
        assert!(answer.text().contains("We walk."));
        let (browser, href) = begin(&s, &ann, "private", "request").await;
        let settings = browser.get(&format!("{href}/settings")).await;
        let wrong = [("name", "Hikes"), ("slug", "No Spaces")];
        let answer = browser.submit(&settings, &format!("{href}/settings/name"), &wrong).await;
        assert_eq!(answer.status, 422);
        assert!(answer.has("#slug[aria-invalid=true][value='No Spaces']"));
        let right = [("name", "Hikes"), ("slug", "hikes")];
        let answer = browser.submit(&settings, &format!("{href}/settings/name"), &right).await;
        assert_eq!(answer.leads_to().as_deref(), Some("/groups/hikes/settings"));
        let moved = browser.get(&href).await;
        assert_eq!((moved.status, moved.leads_to().as_deref()), (301, Some("/groups/hikes")));
    })
    .await;
}

#[tokio::test]
async fn requests_and_people_are_looked_after() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (a, href) = begin(&s, &ann, "private", "request").await;
        let b = s.browser(&ben).await;
        let about = b.get(&href).await;
        assert_eq!(
            about.leads_to().as_deref(),
            Some(format!("{href}/about").as_str()),
            "it cannot be read yet"
        );
        let asked = b.get(&format!("{href}/join")).await;
        b.submit(&asked, &format!("{href}/join"), &[]).await;
        for path in ["/members", "/manage", "/settings", "/invite"] {
            assert_eq!(b.get(&format!("{href}{path}")).await.status, 404, "{path}");
        }
        let manage = a.get(&format!("{href}/manage")).await;
        let decide = format!("{href}/requests/{}", ben.id);
        assert_eq!(a.submit(&manage, &decide, &[("do", "approve")]).await.status, 303);
        assert_eq!(b.get(&href).await.status, 200);
        let one = a.get(&format!("{href}/people/{}", ben.id)).await;
        let muted =
            a.submit(&one, &format!("{href}/people/{}", ben.id), &[("do", "warn"), ("reason", "")]).await;
        assert_eq!(muted.status, 422, "a warning has words");
        let banned =
            a.submit(&one, &format!("{href}/people/{}", ben.id), &[("do", "ban"), ("reason", "No")]).await;
        assert_eq!(banned.status, 303);
        assert_eq!(b.get(&format!("{href}/about")).await.status, 404);
        let log = a.get(&format!("{href}/manage?show=log")).await;
        assert!(log.text().contains(&ben.name));
        assert!(b.get("/notices").await.has("main"), "what happened around a group can be read");
    })
    .await;
}

#[tokio::test]
async fn visitors_read_public_groups_alone() {
    each(|s| async move {
        let w = &s.world;
        let ann = w.person("ann").await;
        let (a, open) = begin(&s, &ann, "public", "free").await;
        let composer = a.get("/new?group=walks-talks").await;
        a.submit(&composer, "/posts", &[("text", "Hello world")]).await;
        let (_, closed) = begin(&s, &ann, "site", "free").await;
        let visitor = s.visitor();
        assert!(visitor.get(&open).await.text().contains("Hello world"));
        assert_eq!(visitor.get(&closed).await.status, 404);
        assert_eq!(visitor.get(&format!("{closed}/about")).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn what_was_agreed_to_and_answered_stands_in_a_form_that_failed() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (a, href) = begin(&s, &ann, "private", "request").await;
        let settings = a.get(&format!("{href}/settings")).await;
        let asked = [("question-0", "Why?"), ("question-1", "Since when?")];
        a.submit(&settings, &format!("{href}/settings/questions"), &asked).await;
        let access = a.submit(&settings, &format!("{href}/settings/access"), &[("asks_rules", "yes")]).await;
        assert_eq!(access.status, 303, "{}", access.text());
        let b = s.browser(&ben).await;
        let join = format!("{href}/join");
        let form = b.get(&join).await;
        assert!(!form.has("[name=agreed][checked]"));
        let failed = b.submit(&form, &join, &[("agreed", "yes"), ("answer-0", "I like bees")]).await;
        assert_eq!(failed.status, 422);
        assert!(failed.has("[name=agreed][checked]"), "what was ticked is ticked");
        assert!(failed.text().contains("I like bees"));
        let done = b.submit(&failed, &join, &[("answer-1", "Always")]).await;
        assert_eq!(done.status, 303, "it goes along without being ticked again");
    })
    .await;
}

#[tokio::test]
async fn those_who_look_after_it_invite_anybody_by_name() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, zoe) = (w.person("ann").await, w.person("ben").await, w.person("zoe").await);
        let (a, href) = begin(&s, &ann, "private", "free").await;
        let b = s.browser(&ben).await;
        let form = b.get(&format!("{href}/join")).await;
        b.submit(&form, &format!("{href}/join"), &[]).await;
        let invite = format!("{href}/invite");
        assert!(!b.get(&invite).await.has("#people-typed"), "members choose among their friends");
        let page = a.get(&invite).await;
        let unknown = a.submit(&page, &invite, &[("people_typed", "nobody-here")]).await;
        assert!(unknown.status == 422 && unknown.has("#people-typed[value='nobody-here']"));
        let sent = a.submit(&page, &invite, &[("people_typed", "zoe")]).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
        let z = s.browser(&zoe).await;
        assert!(z.get(&format!("{href}/about")).await.has(&format!("a[href='{href}/join']")));
    })
    .await;
}

/// Sends a file through the form of the page.
async fn add_file(browser: &Browser, href: &str, name: &str) -> u16 {
    let part = reqwest::multipart::Part::bytes(&b"%PDF-1.7\nA plan"[..]).file_name(name.to_owned());
    let form = reqwest::multipart::Form::new().text("csrf", browser.token().await).part("files", part);
    let request = browser.request(reqwest::Method::POST, &format!("{href}/files"));
    browser.send(request.multipart(form)).await.status
}

#[tokio::test]
async fn files_are_added_saved_and_removed() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, zoe) = (w.person("ann").await, w.person("ben").await, w.person("zoe").await);
        let (a, href) = begin(&s, &ann, "private", "free").await;
        let (b, z) = (s.browser(&ben).await, s.browser(&zoe).await);
        let form = b.get(&format!("{href}/join")).await;
        b.submit(&form, &format!("{href}/join"), &[]).await;
        assert_eq!(add_file(&b, &href, "plan.exe").await, 422);
        assert_eq!(add_file(&z, &href, "plan.pdf").await, 404);
        assert_eq!(add_file(&b, &href, "plan.pdf").await, 303);
        let files = format!("{href}/files");
        let page = a.get(&files).await;
        let found = page.attributes(&format!("a[download][href^='{files}/']"), "href");
        assert_eq!(found.len(), 1, "{}", page.text());
        let saved = a.get(&found[0]).await;
        assert_eq!((saved.status, saved.body.as_str()), (200, "%PDF-1.7\nA plan"));
        assert!(saved.header("content-disposition").starts_with("attachment"));
        assert_eq!(saved.header("x-content-type-options"), "nosniff");
        for outside in [&z, &s.visitor()] {
            assert_eq!(outside.get(&found[0]).await.status, 404);
            assert_eq!(outside.get(&files).await.status, 404);
        }
        let asked = a.submit(&page, &found[0], &[]).await;
        assert_eq!(asked.status, 200, "it is asked once more");
        assert_eq!(a.submit(&asked, &found[0], &[]).await.status, 303);
        assert_eq!(b.get(&found[0]).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_report_is_looked_at_in_the_group_first() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let (a, href) = begin(&s, &ann, "private", "free").await;
        let (b, c) = (s.browser(&ben).await, s.browser(&cem).await);
        for browser in [&b, &c] {
            let form = browser.get(&format!("{href}/join")).await;
            browser.submit(&form, &format!("{href}/join"), &[]).await;
        }
        let composer = b.get("/new?group=walks-talks").await;
        b.submit(&composer, "/posts", &[("text", "You are all fools")]).await;
        let page = c.get(&href).await;
        let link = page.attributes("a.menu-item[href$='/report']", "href").remove(0);
        assert_eq!(b.get(&link).await.status, 404, "nobody reports themselves");
        let form = c.get(&link).await;
        assert!(form.text().contains("Walks"), "it says who sees it");
        let told = c.submit(&form, &link, &[("category", "violation"), ("comment", "Not nice")]).await;
        assert_eq!(told.status, 303, "{}", told.text());
        let notices = a.get("/notices").await;
        let opened = notices.attributes("a[href$='/open']", "href").remove(0);
        let manage = a.open(&opened).await;
        assert_eq!(manage.path, format!("{href}/manage"));
        let text = manage.text();
        assert!(text.contains("Not nice") && text.contains("You are all fools"), "{text}");
        assert!(!text.contains(&cem.name), "whoever reported is not named");
        let action = manage.attributes("form[action*='/reports/']", "action").remove(0);
        assert_eq!(b.post(&action, &[("do", "dismissed")]).await.status, 404);
        let failed = a.submit(&manage, &action, &[("do", "warn"), ("reason", "")]).await;
        assert!(failed.status == 422 && failed.has("[name=reason][aria-invalid=true]"), "{}", failed.text());
        let done = a.submit(&manage, &action, &[("do", "remove"), ("reason", "Be kind")]).await;
        assert_eq!(done.status, 303, "{}", done.text());
        assert!(!c.get(&href).await.text().contains("You are all fools"));
        let after = a.get(&format!("{href}/manage?show=reports")).await;
        assert!(!after.has("form[action*='/reports/']") && after.has("#settled"));
    })
    .await;
}

#[tokio::test]
async fn a_group_has_events_and_says_who_makes_what() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, zoe) = (w.person("ann").await, w.person("ben").await, w.person("zoe").await);
        let (a, href) = begin(&s, &ann, "private", "free").await;
        let (b, z) = (s.browser(&ben).await, s.browser(&zoe).await);
        let form = b.get(&format!("{href}/join")).await;
        b.submit(&form, &format!("{href}/join"), &[]).await;
        let form = b.get("/events/new?group=walks-talks").await;
        assert!(!form.has("[type=radio][name=audience]"), "the group is the audience");
        let made = b.submit(&form, "/events/new", &[("title", "Walk along the river")]).await;
        assert_eq!(made.status, 303, "{}", made.text());
        let event = made.leads_to().unwrap();
        assert!(a.get(&format!("{href}/events")).await.text().contains("Walk along the river"));
        assert!(a.get(&event).await.has(&format!("a[href='{href}']")), "it names its group");
        assert_eq!(z.get(&event).await.status, 404);
        let settings = a.get(&format!("{href}/settings")).await;
        let closed = [("events_by", "moderators"), ("photos_by", "moderators"), ("polls_by", "moderators")];
        let set = a.submit(&settings, &format!("{href}/settings/access"), &closed).await;
        assert_eq!(set.status, 303, "{}", set.text());
        assert_eq!(b.get("/events/new?group=walks-talks").await.status, 404);
        let composer = b.get("/new?group=walks-talks").await;
        assert!(!composer.has("[name=poll_option], #photos"), "what cannot be made is not offered");
        assert!(a.get("/new?group=walks-talks").await.has("[name=poll_option]"));
    })
    .await;
}
