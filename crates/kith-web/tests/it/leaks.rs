//! E1, E10, E16: whatever page somebody opens, the words of a post that is not for them stand nowhere on it, and between
//! two who are apart neither name does.

use std::collections::BTreeSet;

use kith_domain::comments::{self, NewComment};
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_domain::reactions::{self, ReactionKind, Subject};
use kith_domain::relationships;
use kith_testkit::{Browser, Server};

use crate::audiences::{EVERYBODY, Stage, author_and_owner, reads, set_stage};
use crate::ground::{each, filled, table};

/// Every page that is no post's own, with everything put in that leads somewhere.
fn pages(stage: &Stage) -> BTreeSet<String> {
    let mut pages = BTreeSet::new();
    for route in table().iter().filter(|route| route.method == "GET") {
        let of_a_post = ["/p/", "/comment/", "/media/", "/live", "/assets"];
        if of_a_post.iter().any(|start| route.path.starts_with(start)) {
            continue;
        }
        if !route.path.contains('{') {
            pages.insert(route.path.to_owned());
            continue;
        }
        let handles = ["ann", "wil", "fay", "bob"].map(|who| stage.people[who].handle.clone());
        let ids = ["ann", "wil"].map(|who| stage.people[who].id.to_string());
        let words = ["friend", "stranger", "visitor", "everyone"].map(str::to_owned);
        let values: Vec<String> = match route.path {
            path if path.contains("{name}") => handles.to_vec(),
            path if path.contains("{who}") => handles.into_iter().chain(words).collect(),
            path if path.contains("{id}") => ids.to_vec(),
            path if path.contains("{tag}") => vec!["elmtag".to_owned()],
            _ => vec!["rules".to_owned()],
        };
        pages.extend(values.iter().map(|value| filled(route.path, value)));
    }
    for query in [
        "/people?q=ann",
        "/people?q=ann_elm",
        "/people?q=quill",
        "/people?q=bob",
        "/search?q=elmtag",
        "/search?q=elmtag&type=posts",
        "/search?q=elm&type=people",
        "/search?q=elm",
        "/search/suggest?q=elm",
        "/?tab=friends",
        "/?tab=latest",
    ] {
        pages.insert(query.to_owned());
    }
    pages
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn e1_e16_no_page_shows_words_that_are_not_for_its_reader() {
    each(|s| async move {
        let stage = set_stage(&s).await;
        let pages = pages(&stage);
        for who in EVERYBODY {
            let browser = &stage.browsers[who];
            for path in &pages {
                let answer = browser.get(path).await;
                assert!(answer.status < 500, "{who} {path}: {} {}", answer.status, answer.text());
                for (name, subject) in &stage.subjects {
                    // `quillfriends` begins like `quillfriendsexcept`: the word must end there.
                    let shows = answer
                        .body
                        .match_indices(&subject.word)
                        .any(|(at, word)| !answer.body[at + word.len()..].starts_with(char::is_alphanumeric));
                    assert!(!shows || reads(who, name), "{who} reads {name} at {path}");
                }
            }
            lists_are_whole(who, browser, &stage).await;
        }
    })
    .await;
}

/// The other half: what somebody may read does stand in the lists in which it belongs.
async fn lists_are_whole(who: &str, browser: &Browser, stage: &Stage) {
    for path in ["/t/elmtag", "/u/ann_elm", "/u/wil_elm"] {
        let answer = browser.get(path).await;
        if answer.status != 200 {
            assert!(
                ["bob", "bea"].contains(&who) && path == "/u/ann_elm" || !crate::audiences::takes_part(who),
                "{who} {path}: {}",
                answer.status
            );
            continue;
        }
        for (name, subject) in &stage.subjects {
            let (_, owner) = author_and_owner(name);
            let belongs = match path {
                "/u/ann_elm" => owner == "ann",
                "/u/wil_elm" => owner == "wil",
                _ => true,
            };
            if belongs && reads(who, name) {
                let words: Vec<&str> = answer.body.matches(&subject.word).collect();
                assert!(!words.is_empty(), "{who} does not find {name} at {path}: {}", answer.text());
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn e10_between_two_who_are_apart_neither_name_stands_on_any_page() {
    each(|s| async move {
        let stage = set_stage(&s).await;
        let words = busy_post(&s, &stage).await;
        let all = pages(&stage);
        for (who, other) in [("bob", "ann"), ("bea", "ann"), ("ann", "bob"), ("ann", "bea")] {
            let browser = &stage.browsers[who];
            let hidden = stage.people[other].handle.clone();
            let id = stage.people[other].id.to_string();
            let mut paths = all.clone();
            paths.extend(words.iter().map(|post| format!("/p/{post}")));
            paths.extend(words.iter().map(|post| format!("/p/{post}/reactions")));
            for path in &paths {
                // The one place where a member sees whom they blocked.
                if path == "/settings/blocking" || path.contains(&hidden) || path.contains(&id) {
                    continue;
                }
                let answer = browser.get(path).await;
                let body = answer.body.to_lowercase();
                assert!(!body.contains(&hidden), "{who} meets {other} at {path}");
                assert!(!body.contains(&id), "{who} meets the id of {other} at {path}");
            }
            // Their own pages are like those of nobody.
            for path in ["/u/NAME", "/u/NAME/about", "/u/NAME/friends", "/u/NAME/photos"] {
                let theirs = browser.get(&path.replace("NAME", &hidden)).await;
                let nobody = browser.get(&path.replace("NAME", "nobody_elm")).await;
                assert_eq!((theirs.status, nobody.status), (404, 404), "{who} {path} of {other}");
                assert_eq!(
                    crate::ground::settled(&theirs, &hidden),
                    crate::ground::settled(&nobody, "nobody_elm"),
                    "{who} {path} of {other}"
                );
            }
            // And nothing can be done to them, in the same words as to nobody.
            for step in ["ask", "follow", "confirm", "see-first", "mute", "restrict"] {
                let theirs = browser.post(&format!("/people/{id}/tie"), &[("step", step)]).await;
                let nobody = browser.post("/people/1234567890123/tie", &[("step", step)]).await;
                assert_eq!(theirs.status, nobody.status, "{who} {step} {other}: {}", theirs.text());
                assert_eq!(
                    crate::ground::settled(&theirs, &id),
                    crate::ground::settled(&nobody, "1234567890123"),
                    "{who} {step} {other}"
                );
            }
        }
        // The numbers say no more than the names: two reacted, Bob sees one.
        for (who, expected) in [("bob", 1), ("sam", 2)] {
            let list = stage.browsers[who].get(&format!("/p/{}/reactions", words[0])).await;
            let people = list.attributes("main a[href^='/u/']", "href");
            let people: BTreeSet<&String> = people.iter().collect();
            assert_eq!(people.len(), expected, "{who} sees {people:?}");
        }
    })
    .await;
}

/// A post of Wil's for everyone, under which everybody met before they fell out.
async fn busy_post(s: &Server, stage: &Stage) -> Vec<String> {
    let w = &s.world;
    let wil = w.viewer(&stage.people["wil"]).await;
    let new = NewPost {
        text: "Come one, come all #elmtag".to_owned(),
        language: "en".to_owned(),
        choice: AudienceChoice::plain(Audience::World),
        ..NewPost::default()
    };
    let post = posts::create(&w.app, &wil, new).await.unwrap().id;
    for who in ["ann", "bob", "bea"] {
        // Named so that every pair of them is apart from the other.
        let viewer = w.viewer(&stage.people[who]).await;
        if who == "ann" {
            let text = "Good words".to_owned();
            let new = NewComment { post, reply_to: None, text, submission: None, photo: None };
            comments::create(&w.app, &viewer, new).await.unwrap();
            reactions::set(&w.app, &viewer, Subject::Post(post), ReactionKind::parse("love")).await.unwrap();
        }
        relationships::follow(&w.app, &viewer, stage.people["wil"].id).await.unwrap();
    }
    let fay = w.viewer(&stage.people["fay"]).await;
    reactions::set(&w.app, &fay, Subject::Post(post), ReactionKind::parse("like")).await.unwrap();
    vec![post.to_string()]
}
