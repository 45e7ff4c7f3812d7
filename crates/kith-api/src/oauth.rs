//! OAuth 2 as clients of this API speak it: making an app known, tokens, their end, and the server's description of
//! itself (RFC 6749, RFC 7009, RFC 8414). The page on which a member decides is a page of `kith-web`.

use axum::Json;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kith_base::{Error, SECOND};
use kith_domain::apps::{self, Exchange, Issued, NewApp, Refusal, Scopes};
use kith_http::{Answer, Fault};
use serde_json::{Value, json};

use crate::caller::Caller;
use crate::fault::sentence;
use crate::params::Params;
use crate::routes::{ApiRoutes, Needs};

pub(crate) fn routes() -> ApiRoutes {
    ApiRoutes::new()
        .post("/api/v1/apps", Needs::Nothing, register)
        .get("/api/v1/apps/verify_credentials", Needs::Token, verify)
        .post("/oauth/token", Needs::Nothing, token)
        .post("/oauth/revoke", Needs::Nothing, revoke)
        .get("/oauth/userinfo", Needs::OneOf(&["profile", "read:accounts"]), user_info)
        .post("/oauth/userinfo", Needs::OneOf(&["profile", "read:accounts"]), user_info)
        .get("/.well-known/oauth-authorization-server", Needs::Nothing, metadata)
}

async fn register(caller: Caller, params: Params) -> Answer<Json<Value>> {
    let mut redirect_uris = params.list("redirect_uris");
    if redirect_uris.is_empty() {
        redirect_uris.extend(params.text("redirect_uri"));
    }
    let new = NewApp {
        name: params.text("client_name").unwrap_or_default(),
        website: params.text("website").unwrap_or_default(),
        redirect_uris,
        scopes: params.text("scopes").unwrap_or_default(),
        network: caller.network.to_string(),
    };
    let made = apps::register(&caller.app, new).await?;
    let mut body = app_value(&caller, &made.app);
    if let Value::Object(fields) = &mut body {
        fields.insert("client_id".into(), made.app.client_id.clone().into());
        fields.insert("client_secret".into(), made.secret.expose().into());
        fields.insert("client_secret_expires_at".into(), 0.into());
    }
    Ok(Json(body))
}

/// `Application` (docs.joinmastodon.org/entities/Application), without what only the app may know.
fn app_value(caller: &Caller, app: &apps::App) -> Value {
    json!({
        "id": app.id,
        "name": app.name,
        "website": (!app.website.is_empty()).then_some(&app.website),
        "scopes": app.scopes.iter().collect::<Vec<_>>(),
        "redirect_uri": app.redirect_uris.join("\n"),
        "redirect_uris": app.redirect_uris,
        // Here for clients from before the instance had it.
        "vapid_key": caller.app.push.public_key(),
    })
}

async fn verify(caller: Caller) -> Answer<Json<Value>> {
    let token = caller.token.as_ref().ok_or_else(Error::sign_in_needed)?;
    Ok(Json(app_value(&caller, &apps::get(&caller.app, token.app).await?)))
}

/// Client id and secret: as fields, or as a password of HTTP (RFC 6749, 2.3.1).
fn client_of(params: &Params, headers: &HeaderMap) -> (String, String) {
    let basic = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).and_then(|value| {
        let (scheme, coded) = value.split_once(' ')?;
        let text = String::from_utf8(STANDARD.decode(coded.trim()).ok()?).ok()?;
        let (id, secret) = text.split_once(':')?;
        scheme.eq_ignore_ascii_case("basic").then(|| (id.to_owned(), secret.to_owned()))
    });
    basic.unwrap_or_else(|| {
        (params.text("client_id").unwrap_or_default(), params.text("client_secret").unwrap_or_default())
    })
}

async fn token(caller: Caller, headers: HeaderMap, params: Params) -> Response {
    let (client_id, client_secret) = client_of(&params, &headers);
    let text = |name| params.text(name).unwrap_or_default();
    let issued = match text("grant_type").as_str() {
        "authorization_code" => {
            let handed = Exchange {
                client_id,
                client_secret,
                code: text("code"),
                redirect_uri: text("redirect_uri"),
                verifier: text("code_verifier"),
            };
            apps::exchange(&caller.app, handed).await
        }
        "client_credentials" => apps::for_app(&caller.app, &client_id, &client_secret, &text("scope")).await,
        // Handing a password to an app is what this protocol is there to spare people (RFC 9700, 2.4).
        _ => {
            let words = caller.locale.t("apps-unknown-grant");
            return refused(StatusCode::BAD_REQUEST, "unsupported_grant_type", &words);
        }
    };
    match issued {
        Ok(issued) => ([(header::CACHE_CONTROL, "no-store")], Json(token_value(&issued))).into_response(),
        Err(error) => refusal(&caller, error),
    }
}

/// `Token` (docs.joinmastodon.org/entities/Token).
pub(crate) fn token_value(issued: &Issued) -> Value {
    json!({
        "access_token": issued.token.expose(),
        "token_type": "Bearer",
        "scope": issued.scopes.to_string(),
        "created_at": issued.created_at / SECOND,
    })
}

async fn revoke(caller: Caller, headers: HeaderMap, params: Params) -> Response {
    let (client_id, client_secret) = client_of(&params, &headers);
    let token = params.text("token").unwrap_or_default();
    match apps::revoke(&caller.app, &client_id, &client_secret, &token).await {
        Ok(()) => Json(json!({})).into_response(),
        Err(error) => refusal(&caller, error),
    }
}

/// An error of this protocol has a word for programs and a sentence for their programmers (RFC 6749, 5.2).
fn refusal(caller: &Caller, error: Error) -> Response {
    let words = sentence(&caller.locale, error.message());
    match Refusal::of(&error) {
        Some(Refusal::Client) => refused(StatusCode::UNAUTHORIZED, "invalid_client", &words),
        Some(Refusal::Grant) => refused(StatusCode::BAD_REQUEST, "invalid_grant", &words),
        Some(Refusal::Scope) => refused(StatusCode::BAD_REQUEST, "invalid_scope", &words),
        Some(Refusal::Request) => refused(StatusCode::BAD_REQUEST, "invalid_request", &words),
        None => Fault::from(error).into_response(),
    }
}

fn refused(status: StatusCode, code: &str, words: &str) -> Response {
    let body = json!({ "error": code, "error_description": words });
    (status, [(header::CACHE_CONTROL, "no-store")], Json(body)).into_response()
}

async fn user_info(caller: Caller) -> Answer<Json<Value>> {
    let me = caller.viewer.active()?;
    let picture = me.avatar.map(|id| crate::entities::media::address(&caller, id, "square"));
    Ok(Json(json!({
        "iss": issuer(&caller),
        "sub": caller.url(&format!("/u/{}", me.handle)),
        "name": me.name,
        "preferred_username": me.handle,
        "profile": caller.url(&format!("/u/{}", me.handle)),
        "picture": picture.unwrap_or_else(|| caller.url("/avatars/missing.png")),
    })))
}

/// Who this server is for those who ask it for tokens: its address, as it stands before `/.well-known` (RFC 8414, 3.3).
fn issuer(caller: &Caller) -> &str {
    &caller.site.base_url
}

/// `/.well-known/oauth-authorization-server` (RFC 8414); what Mastodon adds to it is `app_registration_endpoint`.
async fn metadata(caller: Caller) -> Json<Value> {
    Json(json!({
        "issuer": issuer(&caller),
        "service_documentation": "https://docs.joinmastodon.org/",
        "authorization_endpoint": caller.url("/oauth/authorize"),
        "token_endpoint": caller.url("/oauth/token"),
        "userinfo_endpoint": caller.url("/oauth/userinfo"),
        "revocation_endpoint": caller.url("/oauth/revoke"),
        "app_registration_endpoint": caller.url("/api/v1/apps"),
        "scopes_supported": Scopes::known(),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code", "client_credentials"],
        "code_challenge_methods_supported": ["S256"],
        // An app without a place for secrets proves itself with the verifier (RFC 7636); to end a token it takes one.
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post", "none"],
        "revocation_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
    }))
}
