//! E2, E8, E9, B2, B6, B7, B10: what belongs to somebody else answers like what is not there, nothing is slipped in
//! beside the fields of a form, and an upload is a picture of ours or nothing.

use kith_domain::messages::{self, NewGroup, NewMessage};
use kith_domain::viewer::Role;
use kith_domain::{ConversationId, MessageId};
use kith_testkit::{Answer, Browser, Person, Server, World};
use reqwest::Method;
use reqwest::multipart::{Form, Part};

use crate::ground::{SEEN, each, photo, settled};

const MISSING: &str = "1234567890123";

/// Somebody with a thing of each kind that is theirs alone, and the addresses of these things.
async fn owner_of_everything(
    s: &Server,
) -> (Person, Vec<(Method, String, Vec<(&'static str, &'static str)>)>) {
    let w = &s.world;
    let (ann, fay) = (w.person("ann_elm").await, w.person("fay_elm").await);
    w.befriend(&ann, &fay).await;
    w.set_trust(&ann, 2).await;
    let circle = w.circle(&ann, "Choir", &[&fay]).await;
    let browser = s.browser(&ann).await;
    let viewer = w.viewer(&ann).await;
    let session = kith_domain::sessions::list(&w.app, &viewer).await.unwrap()[0].id;
    let answer = browser.post("/settings/filters", &[("phrase", "spoiler"), ("action", "hide")]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let filter = id_in(&browser.get("/settings/filters").await, "/settings/filters/");
    let page = browser.get("/invitations").await;
    let answer = browser.submit(&page, "/invitations", &[]).await;
    assert!([200, 303].contains(&answer.status), "{}", answer.text());
    let invite = id_in(&browser.get("/invitations").await, "/invitations/");
    let (chat, message) = chat_of(w, &ann, &fay).await;
    let mut things = vec![
        (Method::GET, format!("/messages/{chat}"), vec![]),
        (Method::GET, format!("/messages/{chat}/about"), vec![]),
        (Method::GET, format!("/messages/{chat}/part"), vec![]),
        (Method::POST, format!("/messages/{chat}"), vec![("text", "Mine")]),
        (Method::POST, format!("/messages/{chat}/read"), vec![]),
        (Method::POST, format!("/messages/{chat}/typing"), vec![]),
        (Method::POST, format!("/messages/{chat}/name"), vec![("name", "Mine")]),
        (Method::POST, format!("/messages/{chat}/step"), vec![("step", "archive")]),
        (Method::GET, format!("/message/{message}"), vec![]),
        (Method::GET, format!("/message/{message}/edit"), vec![]),
        (Method::POST, format!("/message/{message}/edit"), vec![("text", "Mine")]),
        (Method::POST, format!("/message/{message}/reaction"), vec![("kind", "like")]),
        (Method::GET, format!("/message/{message}/reactions"), vec![]),
        (Method::POST, format!("/message/{message}/undo"), vec![]),
        (Method::GET, format!("/message/{message}/delete"), vec![]),
        (Method::POST, format!("/message/{message}/delete"), vec![("confirmed", "yes")]),
        (Method::POST, format!("/message/{message}/hide"), vec![]),
        (Method::GET, format!("/friends/circles/{circle}"), vec![]),
        (Method::POST, format!("/friends/circles/{circle}"), vec![("name", "Mine")]),
        (Method::POST, format!("/friends/circles/{circle}/delete"), vec![("confirmed", "yes")]),
        (Method::POST, format!("/settings/sessions/{session}/name"), vec![("name", "Mine")]),
        (Method::POST, format!("/settings/filters/{filter}/delete"), vec![]),
        (Method::GET, format!("/invitations/{invite}/slips"), vec![]),
        (Method::POST, format!("/invitations/{invite}/revoke"), vec![("confirmed", "yes")]),
    ];
    if let Some(media) = photo(w, &ann).await {
        // B10: uploaded, belonging to nothing yet.
        for size in ["full", "feed", "small", "square"] {
            things.push((Method::GET, format!("/media/{media}/{size}"), vec![]));
        }
        things.push((Method::GET, format!("/photo/{media}"), vec![]));
        things.push((Method::POST, format!("/media/{media}/alt"), vec![("alt", "Mine")]));
        things.push((Method::POST, format!("/media/{media}/remove"), vec![]));
    }
    // Its own last, for it is the one with which all others are asked.
    things.push((Method::POST, format!("/settings/sessions/{session}/end"), vec![]));
    (ann, things)
}

/// A group of two with a message of the first in it.
async fn chat_of(w: &World, ann: &Person, fay: &Person) -> (ConversationId, MessageId) {
    let viewer = w.viewer(ann).await;
    let new = NewGroup { name: "Choir".to_owned(), people: vec![fay.id], submission: None };
    let (chat, _) = messages::create_group(&w.app, &viewer, new).await.unwrap();
    let new = NewMessage { text: "Between us".to_owned(), ..NewMessage::default() };
    (chat, messages::send(&w.app, &viewer, chat, new).await.unwrap().id)
}

/// The id that follows `start` in an address on this page.
fn id_in(page: &Answer, start: &str) -> String {
    let addresses = page.attributes("a[href], form[action]", "href");
    let addresses = addresses.into_iter().chain(page.actions());
    let mut ids = addresses.filter_map(|address| {
        let id = address.strip_prefix(start)?.split('/').next()?.to_owned();
        id.chars().all(|c| c.is_ascii_digit()).then_some(id).filter(|id| !id.is_empty())
    });
    ids.next().unwrap_or_else(|| panic!("no address under {start}: {}", page.text()))
}

async fn ask(browser: &Browser, token: &str, method: &Method, path: &str, fields: &[(&str, &str)]) -> Answer {
    if *method == Method::GET {
        return browser.get(path).await;
    }
    let mut all = vec![("csrf", token)];
    all.extend_from_slice(fields);
    browser.post_bare(path, &all).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn e2_b10_what_is_somebody_elses_is_not_there() {
    each(|s| async move {
        let w = &s.world;
        let (ann, things) = owner_of_everything(&s).await;
        let others = [
            ("a friend", s.browser(&w.person("ben_elm").await).await),
            ("a moderator", s.browser(&w.person_with_role("mod_elm", Role::Moderator).await).await),
        ];
        for (who, browser) in &others {
            let token = browser.token().await;
            let before = w.dump(SEEN).await;
            for (method, path, fields) in &things {
                let answer = ask(browser, &token, method, path, fields).await;
                // B10: moderators look at what lies about; they change nothing of it.
                if *who == "a moderator" && *method == Method::GET && answer.status == 200 {
                    assert!(path.starts_with("/media/") || path.starts_with("/photo/"), "{who} {path}");
                    continue;
                }
                assert_eq!(answer.status, 404, "{who} {method} {path}: {}", answer.text());
                let id = path.split('/').find(|part| part.len() > 10 && part.parse::<i64>().is_ok()).unwrap();
                let missing = ask(browser, &token, method, &path.replace(id, MISSING), fields).await;
                assert_eq!(settled(&answer, id), settled(&missing, MISSING), "{who} {method} {path}");
            }
            before.must_equal(&w.dump(SEEN).await, who);
        }
        // The owner may, so that the addresses are known to be right; changes last and in this order.
        let browser = s.browser(&ann).await;
        let token = browser.token().await;
        for (method, path, fields) in &things {
            let answer = ask(&browser, &token, method, path, fields).await;
            assert!([200, 204, 303].contains(&answer.status), "the owner {method} {path}: {}", answer.text());
        }
    })
    .await;
}

/// Fields that no form of ours has, named like what a row knows of itself.
const SLIPPED: &[(&str, &str)] = &[
    ("id", "1"),
    ("account_id", "1"),
    ("author", "1"),
    ("author_id", "1"),
    ("owner_id", "1"),
    ("wall_id", "1"),
    ("role", "owner"),
    ("state", "active"),
    ("trust_level", "4"),
    ("verified", "1"),
    ("email_confirmed_at", "1"),
    ("is_admin", "true"),
    ("created_at", "0"),
    ("deleted_at", "0"),
    ("password_hash", "x"),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn e8_e9_no_field_is_slipped_in_beside_those_of_the_form() {
    each(|s| async move {
        let w = &s.world;
        let ann = w.person("ann_elm").await;
        w.person("fay_elm").await;
        w.set_trust(&ann, 2).await;
        let browser = s.browser(&ann).await;
        let answer =
            browser.post("/posts", &[("text", "Mine"), ("audience", "world"), ("comments", "same")]).await;
        let post = answer.leads_to().expect("a post");
        let forms = [
            ("/new", "/posts"),
            (post.as_str(), ""),
            ("/me/edit", "/me/edit"),
            ("/settings/privacy", "/settings/privacy"),
            ("/settings/language", "/settings/language"),
            ("/settings/account", "/settings/account/name"),
            ("/settings/account", "/settings/account/handle"),
            ("/settings/filters", "/settings/filters"),
            ("/friends/circles", "/friends/circles"),
            ("/invitations", "/invitations"),
            ("/messages/with/fay_elm", "/messages/with/fay_elm"),
        ];
        for (page, action) in forms {
            let page = browser.get(page).await;
            assert_eq!(page.status, 200, "{}: {}", page.path, page.text());
            let action = if action.is_empty() { format!("{post}/comments") } else { action.to_owned() };
            let form = page.form(&action);
            // Filled in as if for good, so that nothing else stops it.
            let typed = form.fields.iter().map(|(name, value)| {
                let is_empty_text = value.is_empty() && ["text", "phrase", "name"].contains(&name.as_str());
                (name.as_str(), if is_empty_text { "Words" } else { value.as_str() })
            });
            let typed: Vec<(&str, &str)> = typed.collect();
            let quiet = w.dump(SEEN).await;
            for slipped in SLIPPED {
                if form.names.iter().any(|name| name == slipped.0) {
                    continue;
                }
                let mut all = typed.clone();
                all.push(*slipped);
                let answer = browser.post_bare(&action, &all).await;
                assert!([303, 422].contains(&answer.status), "{action} with {slipped:?}: {}", answer.status);
                let now = w.dump(SEEN).await;
                if answer.status == 422 {
                    quiet.must_equal(&now, &format!("{action} with {slipped:?}, refused,"));
                }
            }
        }
        // Whatever was taken, nobody has become more than they were and nothing has another author.
        let after = w.dump(&[]).await;
        for (table, wrong) in [
            ("accounts", "role=owner "),
            ("accounts", "trust_level=4 "),
            ("accounts", "email_confirmed_at=1 "),
            ("accounts", "password_hash=x "),
            ("posts", "author_id=1 "),
            ("posts", "wall_id=1 "),
            ("comments", "author_id=1 "),
        ] {
            let rows: Vec<_> = after.find(wrong).into_iter().filter(|row| row.starts_with(table)).collect();
            assert_eq!(rows, Vec::<String>::new());
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn b2_b6_b7_an_upload_is_a_picture_of_our_own_making_or_nothing() {
    each(|s| async move {
        let w = &s.world;
        let ann = w.person("ann_elm").await;
        let browser = s.browser(&ann).await;
        let token = browser.token().await;
        let actor = br#"{"@context":"https://www.w3.org/ns/activitystreams","type":"Person","id":"https://kith.example/u/ann"}"#;
        let svg = br#"<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>"#;
        let html = b"<!doctype html><script>alert(1)</script>";
        let before = w.dump(SEEN).await;
        for (name, kind, bytes) in [
            ("me.svg", "image/svg+xml", &svg[..]),
            ("me.png", "image/png", &svg[..]),
            ("me.png", "image/png", &actor[..]),
            ("me.json", "application/activity+json", &actor[..]),
            ("../../me.png", "image/png", &html[..]),
            ("/etc/passwd", "image/jpeg", &html[..]),
            ("a\\b.png|id", "image/png", &b""[..]),
        ] {
            for (path, field) in [("/media", "file"), ("/me/picture", "photo"), ("/posts", "photos")] {
                let part = Part::bytes(bytes.to_vec()).file_name(name).mime_str(kind).unwrap();
                let mut form = Form::new().text("csrf", token.clone());
                match path {
                    "/me/picture" => form = form.text("which", "avatar"),
                    "/posts" => form = form.text("audience", "world").text("comments", "same"),
                    _ => {}
                }
                let request = browser.request(Method::POST, path).multipart(form.part(field, part));
                let answer = browser.send(request).await;
                assert_eq!(answer.status, 422, "{name} ({kind}) to {path}: {}", answer.text());
            }
        }
        before.must_equal(&w.dump(SEEN).await, "an upload that was refused");
        let left: Vec<_> = files_below(w.folder()).into_iter().filter(|path| !path.ends_with("kith.db")).collect();
        assert_eq!(left, Vec::<String>::new(), "something of it lies there still");

        let Some(media) = photo(w, &ann).await else { return };
        for odd in ["../full", "full.svg", "full%00", "FULL", "full/..", "%2e%2e%2ffull", "original", "full?type=svg"] {
            let answer = browser.get(&format!("/media/{media}/{odd}")).await;
            let is_the_picture = odd.starts_with("full?") && answer.status == 200;
            assert!(is_the_picture || answer.status == 404, "{odd}: {}", answer.status);
        }
        let request = browser.request(Method::GET, &format!("/media/{media}/full"));
        let answer = browser.send(request.header("accept", "application/activity+json")).await;
        assert_eq!(answer.status, 200);
        assert!(answer.header("content-type").starts_with("image/"), "{}", answer.header("content-type"));
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert!(answer.header("content-security-policy").contains("default-src 'none'"));
        assert!(answer.header("cache-control").starts_with("private"), "{}", answer.header("cache-control"));
    })
    .await;
}

fn files_below(folder: &std::path::Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files_below(&path));
        } else {
            found.push(path.display().to_string());
        }
    }
    found
}
