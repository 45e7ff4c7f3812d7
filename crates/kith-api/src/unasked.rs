//! What clients ask for at their start and what is empty here, or holds little: said so, in the shape they expect.

use axum::Json;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use kith_base::Error;
use kith_domain::accounts;
use kith_http::Answer;
use serde_json::{Value, json};

use crate::caller::Caller;
use crate::own_account::{posting_language, posting_visibility};
use crate::routes::{ApiRoutes, Needs};

const FACE: &[u8] = include_bytes!("../assets/missing-face.png");
const COVER: &[u8] = include_bytes!("../assets/missing-cover.png");

pub(crate) fn routes() -> ApiRoutes {
    ApiRoutes::new()
        .get("/api/v1/custom_emojis", Needs::Nothing, nothing)
        .get("/api/v1/announcements", Needs::Scope("read"), nothing)
        .get("/api/v1/preferences", Needs::Scope("read:accounts"), preferences)
        .get("/api/v1/domain_blocks", Needs::Scope("read:blocks"), nothing)
        .post("/api/v1/domain_blocks", Needs::Scope("write:blocks"), no_federation)
        .delete("/api/v1/domain_blocks", Needs::Scope("write:blocks"), no_domain)
        .get("/api/v1/instance/peers", Needs::Nothing, nothing)
        .get("/api/v1/instance/domain_blocks", Needs::Nothing, nothing)
        .get("/api/v1/instance/translation_languages", Needs::Nothing, no_languages)
        .get("/avatars/missing.png", Needs::Nothing, face)
        .get("/headers/missing.png", Needs::Nothing, cover)
}

async fn nothing() -> Json<[(); 0]> {
    Json([])
}

/// Nobody from elsewhere is here, so there is nothing to keep away from.
async fn no_federation() -> Answer<Response> {
    Err(Error::invalid("domain", "apps-no-federation").into())
}

async fn no_domain() -> Json<Value> {
    Json(json!({}))
}

async fn no_languages() -> Json<Value> {
    Json(json!({}))
}

async fn face() -> Response {
    picture(FACE)
}

async fn cover() -> Response {
    picture(COVER)
}

fn picture(bytes: &'static [u8]) -> Response {
    let headers = [(header::CONTENT_TYPE, "image/png"), (header::CACHE_CONTROL, "public, max-age=86400")];
    (headers, bytes).into_response()
}

/// `Preferences` (docs.joinmastodon.org/entities/Preferences).
async fn preferences(caller: Caller) -> Answer<Json<Value>> {
    let chosen = accounts::own_preferences(&caller.app, &caller.viewer).await?;
    Ok(Json(json!({
        "posting:default:visibility": posting_visibility(&chosen),
        "posting:default:sensitive": chosen.marks_sensitive,
        "posting:default:language": posting_language(&chosen, &caller.viewer.active()?.language),
        "posting:default:quote_policy": "public",
        "reading:expand:media": "default",
        "reading:expand:spoilers": false,
        "reading:autoplay:gifs": !chosen.reduce_motion,
    })))
}
