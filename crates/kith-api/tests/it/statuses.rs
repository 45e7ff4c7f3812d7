//! Writing, answering, marking; and that nobody is told more than the pages tell.

use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_testkit::{Person, Server};
use serde_json::{Value, json};

use crate::ground::{Client, each};
use crate::timelines::ids;

async fn post_for(s: &Server, author: &Person, choice: AudienceChoice) -> String {
    let new = NewPost { text: "for some #Tag".to_owned(), choice, ..NewPost::default() };
    posts::create(&s.world.app, &s.world.viewer(author).await, new).await.unwrap().id.to_string()
}

#[tokio::test]
async fn a_status_is_written_answered_marked_passed_on_and_deleted() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let said =
            json!({ "status": "Hello **all**, @ben #Spring", "visibility": "public", "language": "en" });
        let status = app.post("/api/v1/statuses", said).await.good();
        let id = status["id"].as_str().unwrap();
        assert_eq!((&status["visibility"], &status["language"]), (&json!("public"), &json!("en")));
        assert_eq!(status["mentions"][0]["username"], "ben");
        assert_eq!(status["tags"][0]["name"], "Spring");
        assert!(status["content"].as_str().unwrap().contains("href=\"https://kith.example/u/ben\""));

        let reply = json!({ "status": "Hello", "in_reply_to_id": id });
        let reply = other.post("/api/v1/statuses", reply).await.good();
        assert_eq!(reply["in_reply_to_id"], id);
        let answer = json!({ "status": "And you?", "in_reply_to_id": reply["id"] });
        let answer = app.post("/api/v1/statuses", answer).await.good();
        let context = other.get(&format!("/api/v1/statuses/{id}/context")).await.good();
        let ids: Vec<&Value> =
            context["descendants"].as_array().unwrap().iter().map(|status| &status["id"]).collect();
        assert_eq!(ids, [&reply["id"], &answer["id"]]);
        let path = format!("/api/v1/statuses/{}/context", answer["id"].as_str().unwrap());
        let above = other.get(&path).await.good();
        let ids: Vec<&Value> =
            above["ancestors"].as_array().unwrap().iter().map(|status| &status["id"]).collect();
        assert_eq!(ids, [&json!(id), &reply["id"]]);

        for (verb, mark) in [("favourite", "favourited"), ("bookmark", "bookmarked")] {
            let path = format!("/api/v1/statuses/{id}/{verb}");
            assert_eq!(other.post(&path, json!({})).await.good()[mark], true);
            assert_eq!(other.get(&format!("/api/v1/{verb}s")).await.good()[0]["id"], id, "{verb}");
            let path = format!("/api/v1/statuses/{id}/un{verb}");
            assert_eq!(other.post(&path, json!({})).await.good()[mark], false);
        }
        let boost = other.post(&format!("/api/v1/statuses/{id}/reblog"), json!({})).await.good();
        assert_eq!((&boost["reblog"]["id"], &boost["reblog"]["reblogged"]), (&json!(id), &json!(true)));
        let again = other.post(&format!("/api/v1/statuses/{id}/reblog"), json!({})).await.good();
        assert_eq!(boost["id"], again["id"], "once");
        let undone = other.post(&format!("/api/v1/statuses/{id}/unreblog"), json!({})).await.good();
        assert_eq!((&undone["id"], &undone["reblogged"]), (&json!(id), &json!(false)));

        let edit = json!({ "status": "Hello, edited" });
        let edited =
            app.ask(reqwest::Method::PUT, &format!("/api/v1/statuses/{id}"), Some(edit)).await.good();
        assert!(edited["edited_at"].is_string());
        let history = other.get(&format!("/api/v1/statuses/{id}/history")).await.good();
        assert_eq!(history.as_array().unwrap().len(), 2);
        assert_eq!(other.get(&format!("/api/v1/statuses/{id}/source")).await.status, 404, "not theirs");
        let theirs = other.ask(reqwest::Method::DELETE, &format!("/api/v1/statuses/{id}"), None).await;
        assert_eq!(theirs.status, 404, "E2");
        let gone = app.ask(reqwest::Method::DELETE, &format!("/api/v1/statuses/{id}"), None).await.good();
        assert_eq!(gone["text"], "Hello, edited");
        assert_eq!(app.get(&format!("/api/v1/statuses/{id}")).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn e10_a_passed_on_status_carries_the_readers_own_marks_and_counts_what_the_reader_could_list() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let id = post_for(&s, &ann, AudienceChoice::plain(Audience::World)).await;
        let (app, other) = (Client::of(&s, &ben).await, Client::of(&s, &cem).await);
        let boost = |visibility: &'static str| json!({ "visibility": visibility });
        let path = format!("/api/v1/statuses/{id}/reblog");
        app.post(&path, boost("private")).await.good();
        let seen = other.get(&format!("/api/v1/statuses/{id}")).await.good();
        assert_eq!(seen["reblogs_count"], 0, "ben passed it on to his friends, and cem is none");
        let own = app.get(&format!("/api/v1/statuses/{id}")).await.good();
        assert_eq!((&own["reblogs_count"], &own["reblogged"]), (&json!(1), &json!(true)));
        other.post(&format!("/api/v1/statuses/{id}/favourite"), json!({})).await.good();
        let shared = other.post(&path, boost("public")).await.good();
        assert_eq!(
            (&shared["reblog"]["favourited"], &shared["reblog"]["favourites_count"]),
            (&json!(true), &json!(1))
        );
    })
    .await;
}

#[tokio::test]
async fn posts_and_comments_are_asked_for_by_their_ids_at_once() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let write = async |app: &Client, body: Value| -> String {
            app.post("/api/v1/statuses", body).await.good()["id"].as_str().unwrap().to_owned()
        };
        let post = write(&app, json!({ "status": "a post", "visibility": "unlisted" })).await;
        let comment = write(&other, json!({ "status": "a comment", "in_reply_to_id": post })).await;
        let hidden = write(&other, json!({ "status": "for me", "visibility": "direct" })).await;
        let under_hidden = write(&other, json!({ "status": "for me too", "in_reply_to_id": hidden })).await;
        let second = write(&other, json!({ "status": "another", "visibility": "public" })).await;
        let asked = [&comment, &hidden, &second, &under_hidden, &"12".to_owned(), &post, &comment];
        let query: Vec<String> = asked.iter().map(|id| format!("id[]={id}")).collect();
        let told = app.get(&format!("/api/v1/statuses?{}", query.join("&"))).await.good();
        assert_eq!(ids(&told), [comment.clone(), second, post.clone()]);
        assert_eq!(told[0]["in_reply_to_id"], json!(post));
        let alone = app.get(&format!("/api/v1/statuses/{comment}")).await.good();
        assert_eq!(told[0], alone, "the same as alone");
        assert_eq!(app.get("/api/v1/statuses").await.good(), json!([]));
    })
    .await;
}

#[tokio::test]
async fn g12_the_same_key_makes_one_status() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let token = kith_domain::apps::for_account(&s.world.app, None, ann.id, "read write").await.unwrap();
        let browser = s.visitor();
        let send = async || {
            let request = browser
                .request(reqwest::Method::POST, "/api/v1/statuses")
                .bearer_auth(token.token.expose())
                .header("idempotency-key", "once")
                .form(&[("status", "hello")]);
            let answer = browser.send(request).await;
            serde_json::from_str::<Value>(&answer.body).unwrap()["id"].clone()
        };
        assert_eq!(send().await, send().await);
    })
    .await;
}

#[tokio::test]
async fn e1_an_audience_is_never_wider_in_an_app() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        w.befriend(&ann, &cem).await;
        let dee = w.person("dee").await;
        let circle = w.circle(&ann, "choir", &[&ben]).await;
        let plain = AudienceChoice::plain;
        let people = |audience, people| AudienceChoice { audience, people, ..AudienceChoice::default() };
        // The choice, the word that apps are told, and who reads: ben, cem (friends), dee (a member), a visitor.
        let cases = [
            (plain(Audience::World), "public", [true, true, true, true]),
            (plain(Audience::Community), "unlisted", [true, true, true, false]),
            (plain(Audience::Friends), "private", [true, true, false, false]),
            (people(Audience::FriendsExcept, vec![cem.id]), "private", [true, false, false, false]),
            (
                AudienceChoice { circle: Some(circle), ..plain(Audience::Circle) },
                "private",
                [true, false, false, false],
            ),
            (people(Audience::People, vec![ben.id]), "private", [true, false, false, false]),
            (plain(Audience::Self_), "direct", [false, false, false, false]),
        ];
        let author = Client::of(&s, &ann).await;
        let readers = [
            Client::of(&s, &ben).await,
            Client::of(&s, &cem).await,
            Client::of(&s, &dee).await,
            Client::stranger(&s),
        ];
        for (choice, word, reads) in cases {
            let what = format!("{:?}", choice.audience);
            let id = post_for(&s, &ann, choice).await;
            let own = author.get(&format!("/api/v1/statuses/{id}")).await.good();
            assert_eq!(own["visibility"], word, "{what}");
            for (at, (reader, may)) in readers.iter().zip(reads).enumerate() {
                let paths = [
                    format!("/api/v1/statuses/{id}"),
                    format!("/api/v1/statuses/{id}/context"),
                    format!("/api/v1/statuses/{id}/history"),
                ];
                for path in paths {
                    let told = reader.get(&path).await;
                    assert_eq!(told.status, if may { 200 } else { 404 }, "{what}, reader {at}: {path}");
                }
                let lists = [
                    format!("/api/v1/accounts/{}/statuses", ann.id),
                    "/api/v1/timelines/tag/tag".to_owned(),
                    "/api/v1/timelines/public".to_owned(),
                ];
                for path in lists {
                    let told = reader.get(&path).await;
                    // A visitor may not know ann at all.
                    let found = told.answer.body.contains(&id);
                    assert!(may || !found, "{what}, reader {at}: {path}");
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_kept_is_refused_with_its_field_and_nothing_is_dropped_in_silence() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let app = Client::of(&s, &ann).await;
        let poll = json!({ "status": "?", "poll": { "options": ["a", "b"], "expires_in": 60 } });
        for (body, field) in [
            (json!({ "status": "" }), "text"),
            (poll, "poll"),
            (json!({ "status": "x", "scheduled_at": "2001-01-01T00:00:00Z" }), "scheduled_at"),
            (json!({ "status": "x", "visibility": "everyone" }), "visibility"),
            (json!({ "status": "x".repeat(10_001) }), "text"),
        ] {
            let told = app.post("/api/v1/statuses", body).await;
            assert_eq!(told.status, 422, "{field}");
            let answer = told.json();
            assert!(answer["details"][field].is_array(), "{answer}");
            assert!(answer["error"].as_str().unwrap().len() > 10, "{answer}");
        }
    })
    .await;
}

#[tokio::test]
async fn who_may_quote_is_said_as_it_is_and_what_cannot_be_held_is_refused() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let circle = w.circle(&ann, "Choir", &[&ben]).await;
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let wide = |audience| AudienceChoice::plain(audience);
        for (choice, automatic) in [
            (wide(Audience::World), json!(["public"])),
            (wide(Audience::Community), json!(["public"])),
            (wide(Audience::Friends), json!(["followers"])),
            (
                AudienceChoice {
                    audience: Audience::Circle,
                    circle: Some(circle),
                    ..AudienceChoice::default()
                },
                json!(["unsupported_policy"]),
            ),
            (wide(Audience::Self_), json!([])),
        ] {
            let is_own = choice.audience == Audience::Self_;
            let id = post_for(&s, &ann, choice).await;
            let reader = if is_own { &app } else { &other };
            let seen = reader.get(&format!("/api/v1/statuses/{id}")).await.good();
            let approval = json!({ "automatic": automatic, "manual": [], "current_user": "automatic" });
            assert_eq!(seen["quote_approval"], approval);
        }
        let write = |visibility: &str, policy: &str| {
            let (app, visibility, policy) = (&app, visibility.to_owned(), policy.to_owned());
            async move {
                let said =
                    json!({ "status": "hi", "visibility": visibility, "quote_approval_policy": policy });
                app.post("/api/v1/statuses", said).await
            }
        };
        for (visibility, policy, status) in [
            ("public", "public", 200),
            ("public", "nobody", 422),
            ("unlisted", "followers", 422),
            ("private", "nobody", 200),
            ("direct", "followers", 200),
            ("private", "anything", 422),
        ] {
            let told = write(visibility, policy).await;
            assert_eq!(told.status, status, "{visibility} {policy}: {}", told.answer.body);
            if status == 422 {
                assert!(told.json()["details"]["quote_approval_policy"].is_array(), "{}", told.answer.body);
            }
        }
        let id = write("public", "public").await.good()["id"].as_str().unwrap().to_owned();
        let path = format!("/api/v1/statuses/{id}/interaction_policy");
        let set = async |app: &Client, body: Value| app.ask(reqwest::Method::PUT, &path, Some(body)).await;
        let policy = |word: &str| json!({ "quote_approval_policy": word });
        assert_eq!(set(&app, policy("public")).await.good()["id"], json!(id));
        assert_eq!(set(&app, policy("nobody")).await.status, 422);
        assert_eq!(set(&app, json!({})).await.status, 422);
        assert_eq!(set(&other, policy("public")).await.status, 403);
        let said = json!({ "status": "look", "visibility": "public", "quoted_status_id": id });
        let quote = other.post("/api/v1/statuses", said).await.good()["id"].as_str().unwrap().to_owned();
        let revoke = async |app: &Client, of: &str, quote: &str| {
            app.post(&format!("/api/v1/statuses/{of}/quotes/{quote}/revoke"), json!({})).await.status
        };
        assert_eq!(revoke(&app, &id, &quote).await, 422, "refused with a sentence");
        assert_eq!(revoke(&app, &id, &id).await, 404, "that is no quote of it");
        assert_eq!(revoke(&other, &id, &quote).await, 403);
        let chosen = json!({ "source": { "quote_policy": "nobody" } });
        let told = app.ask(reqwest::Method::PATCH, "/api/v1/accounts/update_credentials", Some(chosen)).await;
        assert_eq!(told.status, 422);
    })
    .await;
}
