//! Joining through an app: the community's way in holds for apps too.

use kith_domain::site::{self, JoinMode};
use kith_domain::viewer::AccountState;
use kith_testkit::Server;
use serde_json::{Value, json};

use crate::ground::{Client, each};

async fn mode(s: &Server, join: JoinMode) {
    s.world
        .app
        .db
        .write(move |tx| {
            site::change(tx, |site| {
                site.join = join;
                site.questions.clear();
            })
        })
        .await
        .unwrap();
}

/// An app that speaks for itself.
async fn app(s: &Server) -> Client {
    let stranger = Client::stranger(s);
    let asked = json!({ "client_name": "Meadow", "redirect_uris": "urn:ietf:wg:oauth:2.0:oob", "scopes": "read write" });
    let app = stranger.post("/api/v1/apps", asked).await.good();
    let grant = json!({
        "grant_type": "client_credentials", "client_id": app["client_id"], "client_secret": app["client_secret"],
        "scope": "read write",
    });
    let token = stranger.post("/oauth/token", grant).await.good();
    Client::with_token(s, token["access_token"].as_str().unwrap())
}

fn form(handle: &str) -> Value {
    json!({
        "username": handle, "email": format!("{handle}@mail.example"), "password": "nine cows on a meadow",
        "agreement": true, "locale": "de", "date_of_birth": "1980-02-29", "reason": "I like it here",
    })
}

#[tokio::test]
async fn f10_an_app_makes_accounts_as_the_form_does() {
    each(|s| async move {
        mode(&s, JoinMode::Approval).await;
        let app = app(&s).await;
        assert_eq!(Client::stranger(&s).post("/api/v1/accounts", form("dora")).await.status, 401);
        let ann = s.world.person("ann").await;
        assert_eq!(Client::of(&s, &ann).await.post("/api/v1/accounts", form("dora")).await.status, 403);
        for (field, key, wrong) in [
            ("username", "username", json!("x y")),
            ("password", "password", json!("short")),
            ("agreement", "agreement", json!(false)),
            ("date_of_birth", "date_of_birth", json!("2026-01-01")),
            ("date_of_birth", "date_of_birth", json!("long ago")),
            ("username", "username", json!("ann")),
        ] {
            let mut body = form("dora");
            body[key] = wrong.clone();
            let told = app.post("/api/v1/accounts", body).await;
            assert_eq!(told.status, 422, "{wrong}");
            assert!(told.json()["details"][field].is_array(), "{wrong}: {}", told.answer.body);
        }
        let token = app.post("/api/v1/accounts", form("dora")).await.good();
        assert_eq!((&token["token_type"], &token["scope"]), (&json!("Bearer"), &json!("read write")));
        let dora = Client::with_token(&s, token["access_token"].as_str().unwrap());
        assert_eq!(dora.get("/api/v1/accounts/verify_credentials").await.status, 403, "the staff decides");
        assert_eq!(dora.get("/api/v1/emails/check_confirmation").await.good(), json!(false));
        let other = dora.post("/api/v1/emails/confirmations", json!({ "email": "x@mail.example" })).await;
        assert_eq!(other.status, 422, "not without the password");
        let app_handle = &s.world.app;
        let id = app_handle
            .db
            .read(|q| kith_domain::accounts::find_by_handle(q, "dora"))
            .await
            .unwrap()
            .unwrap()
            .id();
        app_handle
            .db
            .write(move |tx| kith_domain::accounts::set_state(tx, id, AccountState::Active))
            .await
            .unwrap();
        assert_eq!(dora.get("/api/v1/accounts/verify_credentials").await.good()["source"]["language"], "de");
        assert_eq!(dora.get("/api/v1/emails/check_confirmation").await.good(), json!(true));
        for closed in [JoinMode::Closed, JoinMode::Invite] {
            mode(&s, closed).await;
            assert_eq!(app.post("/api/v1/accounts", form("emil")).await.status, 403, "{closed:?}");
        }
    })
    .await;
}
