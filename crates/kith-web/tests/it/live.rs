//! E10, F2, F3 on an open connection: hints come to those whom a post is for, and the connection dies with the right to
//! have it. Beside it the limits that a real server keeps.

use std::time::Duration;

use kith_domain::messages::{self, NewMessage};
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_domain::viewer::Role;
use kith_domain::{circles, relationships};
use kith_testkit::{Browser, Person, Server, World};
use reqwest::{Method, Response};

use crate::ground::{each, guarded_web};

async fn listen(browser: &Browser) -> Response {
    listen_at(browser, "/live?posts=1").await
}

/// A stream that has said that it is open.
pub(crate) async fn listen_at(browser: &Browser, address: &str) -> Response {
    let mut response = browser.request(Method::GET, address).send().await.unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    assert!(response.headers()["cache-control"].to_str().unwrap().contains("no-"));
    let hello = heard(&mut response, Duration::from_secs(5)).await.expect("that it is open");
    assert!(hello.contains("event: hello"), "{hello}");
    response
}

/// What comes within `time`; none when nothing does. The end of the connection comes as an empty text.
async fn heard(stream: &mut Response, time: Duration) -> Option<String> {
    let chunk = tokio::time::timeout(time, stream.chunk()).await.ok()?;
    let bytes = chunk.ok().flatten().unwrap_or_default();
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// What is told beside posts, such as a notice that is taken back, is another matter.
async fn hears_of_no_post(stream: &mut Response, what: &str) {
    while let Some(text) = heard(stream, Duration::from_millis(1_500)).await {
        assert!(!text.is_empty() && !text.contains("posts"), "{what}: {text}");
    }
}

async fn ends_within_a_second(stream: &mut Response, what: &str) {
    let begun = std::time::Instant::now();
    while let Some(text) = heard(stream, Duration::from_millis(1_200)).await {
        if text.is_empty() {
            assert!(begun.elapsed() < Duration::from_millis(1_500), "{what}: after {:?}", begun.elapsed());
            return;
        }
    }
    panic!("{what}: the connection is still open after {:?}", begun.elapsed());
}

async fn write(w: &World, author: &Person, audience: AudienceChoice) {
    let new = NewPost { text: "News".to_owned(), choice: audience, ..NewPost::default() };
    posts::create(&w.app, &w.viewer(author).await, new).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn e10_hints_come_to_those_alone_whom_a_post_is_for() {
    each(|s| async move {
        let w = &s.world;
        let (ann, fay, bob) =
            (w.person("ann_elm").await, w.person("fay_elm").await, w.person("bob_elm").await);
        w.befriend(&ann, &fay).await;
        w.befriend(&ann, &bob).await;
        w.block(&ann, &bob).await;
        let mut friend = listen(&s.browser(&fay).await).await;
        let mut blocked = listen(&s.browser(&bob).await).await;
        let circle = w.circle(&ann, "Nobody", &[]).await;
        write(w, &ann, AudienceChoice::plain(Audience::Self_)).await;
        write(w, &ann, AudienceChoice { circle: Some(circle), ..AudienceChoice::plain(Audience::Circle) })
            .await;
        write(
            w,
            &ann,
            AudienceChoice { people: vec![bob.id, fay.id], ..AudienceChoice::plain(Audience::FriendsExcept) },
        )
        .await;
        hears_of_no_post(&mut friend, "not for fay").await;
        write(w, &ann, AudienceChoice::plain(Audience::Friends)).await;
        let hint = heard(&mut friend, Duration::from_secs(5)).await.expect("a hint");
        assert!(hint.contains("event: posts") || hint.contains("event:posts"), "{hint}");
        assert!(!hint.contains("News") && hint.contains('1'), "{hint}");
        write(w, &ann, AudienceChoice::plain(Audience::World)).await;
        hears_of_no_post(&mut blocked, "blocked").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn e11_whoever_is_let_go_hears_nothing_more_on_an_open_connection() {
    each(|s| async move {
        let w = &s.world;
        let (ann, fay) = (w.person("ann_elm").await, w.person("fay_elm").await);
        w.befriend(&ann, &fay).await;
        let circle = w.circle(&ann, "Choir", &[&fay]).await;
        let mut stream = listen(&s.browser(&fay).await).await;
        let inside = || AudienceChoice { circle: Some(circle), ..AudienceChoice::plain(Audience::Circle) };
        write(w, &ann, inside()).await;
        assert!(heard(&mut stream, Duration::from_secs(5)).await.expect("a hint").contains("posts"));
        // What is on its way in this moment is not told of either.
        write(w, &ann, inside()).await;
        circles::remove(&w.app, &w.viewer(&ann).await, circle, fay.id).await.unwrap();
        write(w, &ann, inside()).await;
        hears_of_no_post(&mut stream, "out of the circle").await;
        write(w, &ann, AudienceChoice::plain(Audience::Friends)).await;
        assert!(heard(&mut stream, Duration::from_secs(5)).await.expect("a hint").contains("posts"));
        write(w, &ann, AudienceChoice::plain(Audience::Friends)).await;
        relationships::unfriend(&w.app, &w.viewer(&ann).await, fay.id).await.unwrap();
        write(w, &ann, AudienceChoice::plain(Audience::Friends)).await;
        hears_of_no_post(&mut stream, "no friend any more").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_that_names_its_newest_post_and_its_tab_is_told_what_it_missed() {
    each(|s| async move {
        let w = &s.world;
        let (ann, fay, sam) =
            (w.person("ann_elm").await, w.person("fay_elm").await, w.person("sam_elm").await);
        w.befriend(&ann, &fay).await;
        let first = NewPost { text: "First".to_owned(), ..NewPost::default() };
        let first = posts::create(&w.app, &w.viewer(&ann).await, first).await.unwrap().id;
        w.advance(1_000);
        write(w, &ann, AudienceChoice::plain(Audience::Friends)).await;
        w.advance(1_000);
        write(w, &sam, AudienceChoice::plain(Audience::Community)).await;
        let browser = s.browser(&fay).await;
        for (address, expected) in [
            (format!("/live?posts=1&since={first}"), Some('2')),
            (format!("/live?posts=1&since={first}&tab=friends"), Some('1')),
            ("/live?posts=1&since=nonsense&tab=friends".to_owned(), None),
            (format!("/live?since={first}"), None),
        ] {
            let mut stream = listen_at(&browser, &address).await;
            let hint = heard(&mut stream, Duration::from_millis(1_500)).await;
            let data = hint.as_deref().and_then(|hint| hint.lines().find(|line| line.starts_with("data")));
            match expected {
                Some(count) => assert!(data.is_some_and(|data| data.contains(count)), "{address}: {hint:?}"),
                None => assert_eq!(hint, None, "{address}"),
            }
        }
        // A page without a stream asks for the same.
        for (query, expected) in [
            (format!("posts=1&since={first}"), Some('2')),
            (format!("posts=1&since={first}&tab=friends"), Some('1')),
            (format!("posts=1&since={}", i64::MAX), None),
            ("posts=1&since=nonsense".to_owned(), None),
            (format!("since={first}"), None),
        ] {
            let state = state(&browser, &query).await;
            let sentence = state["posts"].as_str().unwrap_or_default();
            assert_eq!(sentence.chars().next(), expected, "{query}: {state}");
        }
    })
    .await;
}

async fn state(browser: &Browser, query: &str) -> serde_json::Value {
    let answer = browser.get(&format!("/live/state?{query}")).await;
    assert_eq!((answer.status, answer.header("content-type")), (200, "application/json"));
    serde_json::from_str(&answer.body).unwrap()
}

async fn message(w: &World, from: &Person, to: &Person, text: &str) -> String {
    w.advance(1_000);
    let new = NewMessage { text: text.to_owned(), ..NewMessage::default() };
    messages::write_to(&w.app, &w.viewer(from).await, to.id, new).await.unwrap().id.to_string()
}

/// The events of a stream until it falls silent: name, data, id.
pub(crate) async fn events(stream: &mut Response) -> Vec<(String, serde_json::Value, String)> {
    let mut text = String::new();
    while let Some(part) = heard(stream, Duration::from_millis(1_000)).await.filter(|part| !part.is_empty()) {
        text.push_str(&part);
    }
    let field = |event: &str, name: &str| {
        let line = event.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        line.unwrap_or_default().trim().to_owned()
    };
    let whole = text.split("\n\n").filter(|event| event.contains("event:"));
    whole
        .map(|event| {
            let data = serde_json::from_str(&field(event, "data")).unwrap_or_default();
            (field(event, "event"), data, field(event, "id"))
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stream_that_comes_back_tells_of_each_message_once_and_of_no_word_in_it() {
    each(|s| async move {
        let w = &s.world;
        let (ann, fay) = (w.person("ann_elm").await, w.person("fay_elm").await);
        w.befriend(&ann, &fay).await;
        let browser = s.browser(&fay).await;
        let page = browser.get("/").await;
        let at = page.body.split("data-live-at=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        // Written while the page was on its way.
        let first = message(w, &ann, &fay, "a secret").await;
        let mut stream = listen_at(&browser, &format!("/live?last={at}")).await;
        let told = events(&mut stream).await;
        let of = |told: &[(String, serde_json::Value, String)]| -> Vec<String> {
            let messages = told.iter().filter(|(name, ..)| name == "message");
            messages.map(|(_, data, _)| data["message"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(of(&told), [first.as_str()], "{told:?}");
        assert!(!format!("{told:?}").contains("secret"), "{told:?}");
        drop(stream);
        let second = message(w, &ann, &fay, "another").await;
        let last = told.last().unwrap().2.clone();
        let request = browser.request(Method::GET, &format!("/live?last={at}"));
        let mut back = request.header("last-event-id", last).send().await.unwrap();
        assert_eq!(of(&events(&mut back).await), [second.as_str()], "the header counts more");
        let sam = w.person("sam_elm").await;
        relationships::request_friend(&w.app, &w.viewer(&sam).await, fay.id).await.unwrap();
        let told = events(&mut back).await;
        let rung = told.iter().find(|(name, ..)| name == "notice").expect("a notice");
        let numbers = state(&browser, "").await;
        assert_eq!((&numbers["messages"], &numbers["posts"]), (&1.into(), &serde_json::Value::Null));
        assert_eq!((&rung.1["unread"], &rung.1["label"]), (&numbers["notices"], &numbers["notices_label"]));
        // Nobody remembers such a place, so the page asks anew for what it shows.
        for odd in ["nonsense", "9223372036854775807", "1-1"] {
            let mut lost = listen_at(&browser, &format!("/live?last={odd}")).await;
            let told = events(&mut lost).await;
            assert_eq!(told.iter().map(|(name, ..)| name.as_str()).collect::<Vec<_>>(), ["gap"], "{odd}");
            assert!(!told[0].2.is_empty(), "and from where on it is told");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f2_f3_an_open_connection_dies_with_its_session() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann_elm").await, w.person("ben_elm").await);
        let root = w.person_with_role("root_elm", Role::Owner).await;
        let (admin, mine, theirs) = (s.browser(&root).await, s.browser(&ann).await, s.browser(&ben).await);
        let mut stream = listen(&mine).await;
        let mut other = listen(&theirs).await;
        assert_eq!(mine.post("/logout", &[]).await.status, 303);
        ends_within_a_second(&mut stream, "after signing out").await;
        let page = admin.get(&format!("/admin/members/{}", ben.id)).await;
        let action = format!("/admin/members/{}/suspend", ben.id);
        assert_eq!(admin.submit(&page, &action, &[("reason", "Enough")]).await.status, 303);
        ends_within_a_second(&mut other, "after the suspension").await;
        assert!([303, 401].contains(&theirs.get("/live").await.status));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_knocks_too_often_is_asked_to_wait_and_others_go_on() {
    let s = Server::start(World::sqlite().await, guarded_web).await;
    let ann = s.world.person("ann_elm").await;
    let (member, visitor) = (s.browser(&ann).await, s.visitor());
    let token = visitor.token().await;
    let mut refused = None;
    for _ in 0..40 {
        let fields = [("csrf", token.as_str()), ("theme", "dark")];
        let answer = visitor.post_bare("/theme", &fields).await;
        if answer.status == 429 {
            refused = Some(answer);
            break;
        }
        assert_eq!(answer.status, 303, "{}", answer.text());
    }
    let refused = refused.expect("a visitor may change something forty times a minute");
    assert!(refused.header("retry-after").parse::<u32>().is_ok_and(|seconds| seconds > 0));
    assert!(refused.has("html[lang] h1"), "{}", refused.body);
    // An address that the visitor writes itself does not help.
    let fields = [("csrf", token.as_str()), ("theme", "dark")];
    for forged in ["198.51.100.7", "2001:db8::1", "203.0.113.9, 198.51.100.1"] {
        let request = visitor.request(Method::POST, "/theme").header("x-forwarded-for", forged).form(&fields);
        assert_eq!(visitor.send(request).await.status, 429, "{forged}");
    }
    assert_eq!(member.post("/theme", &[("theme", "dark")]).await.status, 303);
}
