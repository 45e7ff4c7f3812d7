//! From an unknown app to a token, and to its end.

use kith_domain::sessions;
use kith_domain::viewer::AccountState;
use kith_domain::{Viewer, apps};
use kith_testkit::{Browser, Server};
use serde_json::{Value, json};

use crate::ground::{Client, each};

const BACK: &str = "https://app.example/back";
/// The example of RFC 7636, appendix B.
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

async fn registered(s: &Server, scopes: &str) -> Value {
    let asked = json!({ "client_name": "Meadow", "redirect_uris": BACK, "scopes": scopes });
    Client::stranger(s).post("/api/v1/apps", asked).await.good()
}

fn authorize(app: &Value, scope: &str, redirect: &str) -> String {
    let client = app["client_id"].as_str().unwrap();
    let scope = scope.replace(' ', "+");
    let redirect = redirect.replace(':', "%3A").replace('/', "%2F").replace('#', "%23").replace('@', "%40");
    format!(
        "/oauth/authorize?response_type=code&client_id={client}&redirect_uri={redirect}&scope={scope}&state=s1\
         &code_challenge={CHALLENGE}&code_challenge_method=S256"
    )
}

/// The code that comes back when the member agrees.
async fn code(browser: &Browser, app: &Value, scope: &str) -> String {
    let page = browser.get(&authorize(app, scope, BACK)).await;
    assert_eq!(page.status, 200, "{}", page.body);
    assert!(page.body.contains("Meadow"));
    let fields = [
        ("response_type", "code"),
        ("client_id", app["client_id"].as_str().unwrap()),
        ("redirect_uri", BACK),
        ("scope", scope),
        ("state", "s1"),
        ("code_challenge", CHALLENGE),
        ("code_challenge_method", "S256"),
        ("decision", "allow"),
    ];
    let answer = browser.post("/oauth/authorize", &fields).await;
    assert_eq!(answer.status, 302, "{}", answer.body);
    let location = answer.header("location");
    assert!(location.starts_with(BACK) && location.ends_with("&state=s1"), "{location}");
    location.split("code=").nth(1).unwrap().split('&').next().unwrap().to_owned()
}

fn exchange(app: &Value, code: &str, verifier: &str) -> Value {
    json!({
        "grant_type": "authorization_code", "client_id": app["client_id"], "client_secret": app["client_secret"],
        "redirect_uri": BACK, "code": code, "code_verifier": verifier,
    })
}

#[tokio::test]
async fn an_app_gets_in_through_the_browser_and_its_owner_throws_it_out() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let app = registered(&s, "read write").await;
        // Who is not signed in is led there and back.
        let asked = s.visitor().get(&authorize(&app, "read write", BACK)).await;
        assert!(asked.header("location").starts_with("/login?next="), "{}", asked.header("location"));
        let browser = s.browser(&ann).await;
        let page = browser.get(&authorize(&app, "read write", BACK)).await;
        let policy = page.header("content-security-policy");
        assert!(policy.contains("form-action 'self' https://app.example"), "{policy}");
        let code = code(&browser, &app, "read write").await;
        let stranger = Client::stranger(&s);
        let token = stranger.post("/oauth/token", exchange(&app, &code, VERIFIER)).await.good();
        assert_eq!((&token["token_type"], &token["scope"]), (&json!("Bearer"), &json!("read write")));
        let client = Client::with_token(&s, token["access_token"].as_str().unwrap());
        let me = client.get("/api/v1/accounts/verify_credentials").await.good();
        assert_eq!(me["username"], "ann");
        let again = stranger.post("/oauth/token", exchange(&app, &code, VERIFIER)).await;
        assert_eq!((again.status, &again.json()["error"]), (400, &json!("invalid_grant")), "G12: once");
        // The list of connected apps, and the end.
        let list = browser.get("/settings/apps").await;
        assert!(list.body.contains("Meadow"));
        let connected = apps::connected(&s.world.app, &s.world.viewer(&ann).await).await.unwrap();
        browser.post(&format!("/settings/apps/{}/disconnect", connected[0].id), &[]).await;
        assert_eq!(client.get("/api/v1/accounts/verify_credentials").await.status, 401);
    })
    .await;
}

#[tokio::test]
async fn f9_nobody_is_sent_where_the_app_did_not_say() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let app = registered(&s, "read").await;
        let browser = s.browser(&ann).await;
        for other in [
            "https://app.example/back/",
            "https://app.example/other",
            "https://app.example/back#f",
            "https://app.example:8443/back",
            "https://app.example@evil.example/back",
            "https://evil.example/back",
            "javascript:alert(1)",
        ] {
            let page = browser.get(&authorize(&app, "read", other)).await;
            assert_eq!(page.status, 403, "{other}");
            assert_eq!(page.header("location"), "", "{other}");
        }
        let wide = browser.get(&authorize(&app, "read write", BACK)).await;
        assert_eq!(wide.status, 403, "more than it asked for when it introduced itself");
    })
    .await;
}

#[tokio::test]
async fn a_code_is_for_its_app_its_verifier_and_a_minute() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let (app, other) = (registered(&s, "read").await, registered(&s, "read").await);
        let browser = s.browser(&ann).await;
        let stranger = Client::stranger(&s);
        let refused = async |body: Value| {
            let told = stranger.post("/oauth/token", body).await;
            (told.status, told.json()["error"].as_str().unwrap().to_owned())
        };
        let first = code(&browser, &app, "read").await;
        assert_eq!(refused(exchange(&app, &first, "wrong")).await, (400, "invalid_grant".into()));
        assert_eq!(refused(exchange(&app, &first, VERIFIER)).await.1, "invalid_grant", "gone after a try");
        let second = code(&browser, &app, "read").await;
        assert_eq!(refused(exchange(&other, &second, VERIFIER)).await.1, "invalid_grant");
        let third = code(&browser, &app, "read").await;
        s.world.advance(apps::CODE_LIFE + 1);
        assert_eq!(refused(exchange(&app, &third, VERIFIER)).await.1, "invalid_grant");
        let mut wrong = exchange(&app, "x", VERIFIER);
        wrong["client_secret"] = json!("wrong");
        assert_eq!(refused(wrong).await, (401, "invalid_client".into()));
        let password = json!({ "grant_type": "password", "username": "ann", "password": "x" });
        assert_eq!(refused(password).await, (400, "unsupported_grant_type".into()));
    })
    .await;
}

#[tokio::test]
async fn f1_f2_f3_a_token_ends_with_the_password_with_a_suspension_and_when_it_is_given_back() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let path = "/api/v1/timelines/home";
        let client = Client::of(&s, &ann).await;
        assert_eq!(client.get(path).await.status, 200);
        let new = kith_base::Secret::new("a meadow with nine cows");
        sessions::set_password(&w.app, &Viewer::System("a test"), ann.id, new).await.unwrap();
        assert_eq!(client.get(path).await.status, 401, "F1");
        let client = Client::of(&s, &ben).await;
        assert_eq!(client.get(path).await.status, 200);
        w.set_state(&ben, AccountState::Suspended).await;
        assert_eq!(client.get(path).await.status, 403, "F2");
        let app = registered(&s, "read").await;
        let browser = s.browser(&cem).await;
        let code = code(&browser, &app, "read").await;
        let token = Client::stranger(&s).post("/oauth/token", exchange(&app, &code, VERIFIER)).await.good();
        let token = token["access_token"].as_str().unwrap();
        let client = Client::with_token(&s, token);
        assert_eq!(client.get(path).await.status, 200);
        let body =
            json!({ "client_id": app["client_id"], "client_secret": app["client_secret"], "token": token });
        assert_eq!(Client::stranger(&s).post("/oauth/revoke", body).await.status, 200);
        assert_eq!(client.get(path).await.status, 401, "F3");
    })
    .await;
}

#[tokio::test]
async fn an_app_speaks_for_itself_and_is_told_who_it_is() {
    each(|s| async move {
        let app = registered(&s, "read").await;
        let asked = json!({
            "grant_type": "client_credentials", "scope": "read",
            "client_id": app["client_id"], "client_secret": app["client_secret"],
        });
        let token = Client::stranger(&s).post("/oauth/token", asked).await.good();
        let client = Client::with_token(&s, token["access_token"].as_str().unwrap());
        assert_eq!(client.get("/api/v1/apps/verify_credentials").await.good()["name"], "Meadow");
        assert_eq!(client.get("/api/v1/timelines/home").await.status, 401, "it has no home");
    })
    .await;
}

/// The fields of RFC 8414, section 2, that we use, and the two that Mastodon has beside them.
const ADDRESSES: [&str; 6] = [
    "service_documentation",
    "authorization_endpoint",
    "token_endpoint",
    "revocation_endpoint",
    "userinfo_endpoint",
    "app_registration_endpoint",
];
const LISTS: [&str; 7] = [
    "scopes_supported",
    "response_types_supported",
    "response_modes_supported",
    "grant_types_supported",
    "token_endpoint_auth_methods_supported",
    "revocation_endpoint_auth_methods_supported",
    "code_challenge_methods_supported",
];

#[tokio::test]
async fn the_server_describes_itself_by_the_letter_and_does_what_it_says() {
    each(|s| async move {
        let base = "https://kith.example";
        let stranger = Client::stranger(&s);
        let told = stranger.get("/.well-known/oauth-authorization-server").await;
        assert!(told.answer.header("content-type").starts_with("application/json"));
        assert_eq!(told.answer.header("access-control-allow-origin"), "*");
        let metadata = told.good();
        let fields = metadata.as_object().unwrap();
        for field in fields.keys() {
            let is_known = field == "issuer" || ADDRESSES.iter().chain(&LISTS).any(|known| known == field);
            assert!(is_known, "{field} is no field of RFC 8414");
        }
        // Without a stroke at its end: what stands before `/.well-known` (3.3).
        assert_eq!(metadata["issuer"], json!(base));
        for field in ADDRESSES {
            let address = metadata[field].as_str().unwrap_or_else(|| panic!("{field} is missing"));
            assert!(address.starts_with("https://") && !address.contains('#'), "{field}: {address}");
            let is_ours = address.starts_with(&format!("{base}/")) && !address[base.len()..].contains("//");
            assert!(field == "service_documentation" || is_ours, "{field}: {address}");
        }
        for field in LISTS {
            let list = metadata[field].as_array().unwrap_or_else(|| panic!("{field} is missing"));
            assert!(!list.is_empty() && list.iter().all(Value::is_string), "{field}: {list:?}");
            let distinct: std::collections::HashSet<_> = list.iter().map(ToString::to_string).collect();
            assert_eq!(distinct.len(), list.len(), "{field} says something twice");
        }
        assert_eq!(metadata["response_types_supported"], json!(["code"]));
        assert_eq!(metadata["response_modes_supported"], json!(["query"]));
        assert_eq!(metadata["grant_types_supported"], json!(["authorization_code", "client_credentials"]));
        assert_eq!(metadata["code_challenge_methods_supported"], json!(["S256"]));
        let path = |field: &str| metadata[field].as_str().unwrap()[base.len()..].to_owned();

        // An app that follows it to the letter, without a secret, gets in.
        let asked = json!({ "client_name": "Meadow", "redirect_uris": BACK, "scopes": "profile" });
        let app = stranger.post(&path("app_registration_endpoint"), asked).await.good();
        let ann = s.world.person("ann").await;
        let code = code(&s.browser(&ann).await, &app, "profile").await;
        let mut bare = exchange(&app, &code, VERIFIER);
        bare.as_object_mut().unwrap().remove("client_secret");
        let token = stranger.post(&path("token_endpoint"), bare).await.good();
        let client = Client::with_token(&s, token["access_token"].as_str().unwrap());
        let told = client.get(&path("userinfo_endpoint")).await.good();
        assert_eq!(told["iss"], metadata["issuer"]);
        assert_eq!(told["sub"], json!(format!("{base}/u/ann")));
        assert_eq!(told["preferred_username"], "ann");
        assert_eq!(client.post(&path("userinfo_endpoint"), json!({})).await.good(), told);
        assert_eq!(client.get("/api/v1/timelines/home").await.status, 403, "and nothing beyond its scope");
        let narrow = Client::within(&s, &ann, "read:statuses").await;
        assert_eq!(narrow.get(&path("userinfo_endpoint")).await.status, 403);
        let no_secret = json!({ "client_id": app["client_id"], "token": token["access_token"] });
        assert_eq!(stranger.post(&path("revocation_endpoint"), no_secret).await.status, 401);
        let with_secret = json!({
            "client_id": app["client_id"], "client_secret": app["client_secret"],
            "token": token["access_token"],
        });
        stranger.post(&path("revocation_endpoint"), with_secret).await.good();
        assert_eq!(client.get(&path("userinfo_endpoint")).await.status, 401);
    })
    .await;
}
