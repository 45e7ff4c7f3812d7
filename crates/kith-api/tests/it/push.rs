//! Push subscriptions as apps make them, and what wakes them.

use kith_domain::apps;
use kith_testkit::{Server, World};
use reqwest::Method;
use serde_json::{Value, json};

use crate::ground::{Client, each};

const PATH: &str = "/api/v1/push/subscription";
const POINT: &str =
    "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4=";
const AUTH: &str = "BTBZMqHH6r4Tts7J_aSIgg==";

fn asked(alerts: Value) -> Value {
    json!({
        "subscription": { "endpoint": "https://push.example/abc", "keys": { "p256dh": POINT, "auth": AUTH } },
        "data": { "alerts": alerts },
    })
}

#[tokio::test]
async fn an_app_says_where_and_for_what_it_is_woken_and_asks_again() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let app = Client::of(&s, &ann).await;
        assert_eq!(app.get(PATH).await.status, 404);
        assert_eq!(app.ask(Method::PUT, PATH, Some(json!({}))).await.status, 404);
        let made = app
            .post(PATH, asked(json!({ "mention": true, "admin.sign_up": "1", "poll": false })))
            .await
            .good();
        assert_eq!(made["endpoint"], "https://push.example/abc");
        assert!((0..=i64::from(i32::MAX)).contains(&made["id"].as_i64().unwrap()), "{made}");
        assert_eq!((&made["standard"], &made["policy"]), (&json!(false), &json!("all")));
        let alerts = &made["alerts"];
        assert_eq!((&alerts["mention"], &alerts["admin.sign_up"]), (&json!(true), &json!(true)));
        assert_eq!((&alerts["poll"], &alerts["follow"]), (&json!(false), &json!(false)));
        assert_eq!(app.get(PATH).await.good(), made);
        let instance = app.get("/api/v2/instance").await.good();
        assert_eq!(instance["configuration"]["vapid"]["public_key"], made["server_key"]);
        let known = app.post(
            "/api/v1/apps",
            json!({
                "client_name": "Tusk", "redirect_uris": "urn:ietf:wg:oauth:2.0:oob", "scopes": "read push",
            }),
        );
        assert_eq!(known.await.good()["vapid_key"], made["server_key"]);

        let choice = json!({ "data": { "alerts": { "follow": true }, "policy": "followed" } });
        let changed = app.ask(Method::PUT, PATH, Some(choice)).await.good();
        assert_eq!((&changed["id"], &changed["policy"]), (&made["id"], &json!("followed")));
        assert_eq!(
            (&changed["alerts"]["follow"], &changed["alerts"]["mention"]),
            (&json!(true), &json!(false))
        );

        let other = Client::of(&s, &ann).await;
        assert_eq!(other.get(PATH).await.status, 404, "each token has its own");
        other.ask(Method::DELETE, PATH, None).await.good();
        assert_eq!(app.get(PATH).await.good(), changed);
        assert_eq!(app.ask(Method::DELETE, PATH, None).await.good(), json!({}));
        assert_eq!(app.get(PATH).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn forms_say_the_same_as_json() {
    let s = Server::start(World::sqlite().await, crate::ground::faces).await;
    let ann = s.world.person("ann").await;
    let app = Client::of(&s, &ann).await;
    let fields = [
        ("subscription[endpoint]", "https://push.example/abc"),
        ("subscription[keys][p256dh]", POINT),
        ("subscription[keys][auth]", AUTH),
        ("subscription[standard]", "true"),
        ("data[alerts][mention]", "true"),
        ("data[alerts][favourite]", "0"),
        ("data[alerts][admin.report]", "on"),
        ("data[policy]", "follower"),
    ];
    let form = fields
        .into_iter()
        .fold(reqwest::multipart::Form::new(), |form, (name, value)| form.text(name, value));
    let made = app.send(Method::POST, PATH, form).await.good();
    assert_eq!((&made["standard"], &made["policy"]), (&json!(true), &json!("follower")));
    let alerts = &made["alerts"];
    assert_eq!((&alerts["mention"], &alerts["favourite"]), (&json!(true), &json!(false)));
    assert_eq!(alerts["admin.report"], true);
}

#[tokio::test]
async fn c7_what_cannot_be_is_refused_with_a_sentence() {
    let s = Server::start(World::sqlite().await, crate::ground::faces).await;
    let ann = s.world.person("ann").await;
    let app = Client::of(&s, &ann).await;
    let mut inside = asked(json!({}));
    inside["subscription"]["endpoint"] = "http://127.0.0.1/".into();
    let mut keyless = asked(json!({}));
    keyless["subscription"]["keys"] = json!({ "p256dh": "x", "auth": AUTH });
    let mut unknown = asked(json!({}));
    unknown["data"]["policy"] = "friends".into();
    for (body, field) in
        [(inside, "endpoint"), (keyless, "keys"), (unknown, "policy"), (json!({}), "endpoint")]
    {
        let refused = app.post(PATH, body).await;
        assert_eq!(refused.status, 422, "{field}");
        assert!(refused.json()["details"][field].is_array(), "{}", refused.answer.body);
        assert!(refused.json()["error"].as_str().unwrap().contains(' '));
    }
    assert_eq!(app.get(PATH).await.status, 404);
    let unscoped = Client::within(&s, &ann, "read write").await;
    assert_eq!(unscoped.post(PATH, asked(json!({}))).await.status, 403);
}

#[tokio::test]
async fn what_wakes_an_app_has_the_shape_that_apps_know() {
    let s = Server::start(World::sqlite().await, crate::ground::faces).await;
    let w = &s.world;
    let (ann, ben) = (w.person("ann").await, w.person("ben").await);
    let issued = apps::for_account(&w.app, None, ann.id, "read push").await.unwrap();
    let (anns, bens) = (Client::with_token(&s, issued.token.expose()), Client::of(&s, &ben).await);
    let mut made = anns.post(PATH, asked(json!({ "mention": true }))).await.good();
    bens.post("/api/v1/statuses", json!({ "status": "Hello @ann", "visibility": "unlisted" })).await.good();
    w.run_jobs().await;
    let pushes = w.pushes.take();
    assert_eq!(pushes.len(), 1);
    let words = String::from_utf8(kith_api::push_words(&pushes[0])).unwrap();
    assert!(!words.contains(issued.token.expose()), "a token is in nobody's hands but its app's");
    let mut words: Value = serde_json::from_str(&words).unwrap();
    let list = anns.get("/api/v1/notifications").await.good();
    assert_eq!(words["notification_id"].to_string(), list[0]["id"].as_str().unwrap());
    assert_eq!(words["notification_type"], list[0]["type"]);
    words["notification_id"] = "[id]".into();
    made["id"] = "[id]".into();
    insta::assert_json_snapshot!(json!({ "subscription": made, "push": words }));
}
