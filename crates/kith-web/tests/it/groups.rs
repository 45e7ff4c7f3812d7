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
