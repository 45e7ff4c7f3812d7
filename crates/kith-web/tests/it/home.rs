//! The home page, its live hints and the filters, as browsers see them.

use std::time::Duration;

use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_domain::sessions;
use kith_domain::viewer::AccountState;
use kith_testkit::{Browser, Person, Server};
use reqwest::Method;

use crate::ground::each;

async fn write(s: &Server, author: &Person, audience: Audience, text: &str) {
    s.world.advance(1_000);
    let new = NewPost { text: text.into(), choice: AudienceChoice::plain(audience), ..NewPost::default() };
    posts::create(&s.world.app, &s.world.viewer(author).await, new).await.unwrap();
}

#[tokio::test]
async fn the_first_page_is_the_right_one_for_everybody() {
    each(|s| async move {
        let (ann, ben) = (s.world.person("ann").await, s.world.person("ben").await);
        let visitor = s.visitor().get("/").await;
        assert_eq!(visitor.status, 200);
        assert!(!visitor.has(".live-pill") && visitor.has("form[action='/login']"), "{}", visitor.text());
        let home = s.browser(&ann).await.get("/").await;
        assert!(home.has("a[data-compose]") && home.has("a[data-live='/live'][hidden]"), "{}", home.text());
        for invitation in ["main a[href='/people']", "main a[href='/me/edit']", "a[href='/new?hello=yes']"] {
            assert!(home.has(invitation), "an empty home invites: {invitation}");
        }
        let hello = s.browser(&ann).await.get("/new?hello=yes").await;
        assert_eq!(
            hello
                .html()
                .select(&kith_testkit::browser::selector("textarea[name=text]"))
                .next()
                .unwrap()
                .text()
                .collect::<String>()
                .trim(),
            "Hello, I am Ann."
        );
        let waiting = s.browser(&ben).await;
        s.world.set_state(&ben, AccountState::PendingApproval).await;
        assert_eq!(waiting.get("/").await.leads_to().as_deref(), Some("/waiting"));
        assert_eq!(waiting.get("/live").await.status, 403);
    })
    .await;
}

#[tokio::test]
async fn pages_of_the_feed_are_real_links_and_show_every_post_once() {
    each(|s| async move {
        let (ann, ben) = (s.world.person("ann").await, s.world.person("ben").await);
        s.world.befriend(&ann, &ben).await;
        for number in 0..45 {
            write(&s, &ben, Audience::Friends, &format!("number {number}")).await;
        }
        for tab in ["/", "/?tab=friends"] {
            let (browser, mut path, mut seen) = (s.browser(&ann).await, Some(tab.to_owned()), Vec::new());
            while let Some(here) = path {
                let page = browser.get(&here).await;
                assert_eq!(page.status, 200, "{here}");
                seen.extend(page.attributes("#feed > article", "id"));
                path = page.attributes(".pager a[rel=next]", "href").pop();
            }
            let distinct: std::collections::HashSet<_> = seen.iter().collect();
            assert_eq!((seen.len(), distinct.len()), (45, 45), "{tab}");
        }
    })
    .await;
}

#[tokio::test]
async fn e15_personal_pages_are_never_cached_and_no_header_of_a_visitor_gets_into_them() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let browser = s.browser(&ann).await;
        for path in ["/", "/?tab=friends", "/settings/filters"] {
            let request = browser
                .request(Method::GET, path)
                .header("x-forwarded-host", "evil.example")
                .header("x-forwarded-proto", "gopher")
                .header("forwarded", "host=evil.example");
            let page = browser.send(request).await;
            assert_eq!(page.header("cache-control"), "private, no-store", "{path}");
            assert!(!page.body.contains("evil.example") && !page.body.contains("gopher"), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn e10_nobody_finds_a_person_who_blocked_them_on_the_home_page() {
    each(|s| async move {
        let (ann, ben) = (s.world.person_named("ann", "Annabel Lee").await, s.world.person("ben").await);
        write(&s, &ann, Audience::World, "a day in the garden").await;
        let browser = s.browser(&ben).await;
        assert!(browser.get("/").await.text().contains("Annabel Lee"));
        s.world.block(&ann, &ben).await;
        let home = browser.get("/").await;
        assert!(!home.text().contains("Annabel") && !home.text().contains("garden"), "{}", home.text());
    })
    .await;
}

async fn listen(browser: &Browser) -> reqwest::Response {
    // The test browser reads answers to their end, and this one has none.
    let request = browser.request(Method::GET, "/live?posts=1").build().unwrap();
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    client.execute(request).await.unwrap()
}

async fn next_part(response: &mut reqwest::Response, within: Duration) -> Option<String> {
    let part = tokio::time::timeout(within, response.chunk()).await.expect("in time").ok().flatten()?;
    Some(String::from_utf8_lossy(&part).into_owned())
}

#[tokio::test]
async fn f2_the_stream_tells_of_new_posts_and_ends_with_the_session() {
    each(|s| async move {
        let (ann, ben) = (s.world.person("ann").await, s.world.person("ben").await);
        s.world.befriend(&ann, &ben).await;
        let mut stream = listen(&s.browser(&ann).await).await;
        assert_eq!(stream.headers()["content-type"], "text/event-stream");
        let hello = next_part(&mut stream, Duration::from_secs(20)).await.unwrap();
        assert!(hello.contains("event: hello"), "{hello}");
        write(&s, &ben, Audience::Friends, "something new").await;
        let part = next_part(&mut stream, Duration::from_secs(20)).await.unwrap();
        assert!(part.contains("event: posts") && part.contains("data: 1 new post"), "{part}");
        assert!(!part.contains("something new"), "the words stay with the page that may show them");
        sessions::end_all(&s.world.app, &s.world.viewer(&ann).await, None).await.unwrap();
        assert_eq!(next_part(&mut stream, Duration::from_secs(1)).await, None);
        let visitor = s.visitor().get("/live").await;
        assert_ne!(visitor.header("content-type"), "text/event-stream");
    })
    .await;
}

#[tokio::test]
async fn filters_are_kept_and_removed_by_forms() {
    each(|s| async move {
        let (ann, ben) = (s.world.person("ann").await, s.world.person("ben").await);
        write(&s, &ben, Audience::Community, "Spoilers for the last episode").await;
        let browser = s.browser(&ann).await;
        let empty = [("phrase", " "), ("action", "cover")];
        let refused = browser.fill_in("/settings/filters", "/settings/filters", &empty).await;
        assert_eq!(refused.status, 422);
        assert!(refused.has("#phrase[aria-invalid=true]"));
        let fields = [("phrase", "<b>spoilers</b>"), ("action", "cover"), ("days", "7")];
        assert_eq!(browser.fill_in("/settings/filters", "/settings/filters", &fields).await.status, 303);
        // Lists stand in the order of time, which only the test moves on.
        s.world.advance(1_000);
        let fields = [("phrase", "spoilers"), ("action", "hide")];
        assert_eq!(browser.fill_in("/settings/filters", "/settings/filters", &fields).await.status, 303);
        let page = browser.get("/settings/filters").await;
        assert!(page.text().contains("<b>spoilers</b>") && !page.has(".person-list b b"), "shown as typed");
        assert!(!browser.get("/").await.text().contains("last episode"));
        let delete = page.actions().into_iter().rfind(|path| path.ends_with("/delete")).unwrap();
        let other = s.browser(&ben).await.post(&delete, &[]).await;
        assert_eq!(other.status, 404, "E2: somebody else's");
        assert_eq!(browser.submit(&page, &delete, &[]).await.status, 303);
        assert!(browser.get("/").await.text().contains("last episode"));
    })
    .await;
}

#[tokio::test]
async fn a_tag_is_followed_and_left_again_on_its_page() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let browser = s.browser(&ann).await;
        // Spring, in Arabic.
        for tag in ["spring", "%D8%B1%D8%A8%D9%8A%D8%B9"] {
            let (path, action) = (format!("/t/{tag}"), format!("/t/{tag}/follow"));
            let button = |value: &str| format!("form[action='{action}'] button[name=follow][value={value}]");
            let page = browser.get(&path).await;
            assert!(page.has(&button("yes")) && !page.has(&button("no")), "{}", page.text());
            let answer = browser.submit(&page, &action, &[("follow", "yes")]).await;
            assert_eq!(answer.leads_to().as_deref(), Some(path.as_str()), "{}", answer.text());
            let page = browser.get(&path).await;
            assert!(page.has(&button("no")) && !page.has(&button("yes")), "{}", page.text());
            let answer = browser.submit(&page, &action, &[("follow", "no")]).await;
            assert_eq!(answer.leads_to().as_deref(), Some(path.as_str()));
            assert!(browser.get(&path).await.has(&button("yes")));
        }
        assert!(!browser.get("/t/two%20words").await.has("button[name=follow]"), "that is no tag");
        assert!(!s.visitor().get("/t/spring").await.has("button[name=follow]"), "visitors follow nothing");
    })
    .await;
}
