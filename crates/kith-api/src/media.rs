//! Photos, as a post in the making holds them. They are made into their sizes before the answer, so that nothing has to be
//! asked again.

use axum::Json;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use kith_base::Error;
use kith_domain::{MediaId, media};
use kith_http::Answer;
use serde_json::{Value, json};

use crate::caller::Caller;
use crate::entities::media::Attachment;
use crate::params::Params;
use crate::routes::{ApiRoutes, Needs};

pub(crate) fn routes() -> ApiRoutes {
    let write = Needs::Scope("write:media");
    ApiRoutes::new()
        .post("/api/v1/media", write, upload)
        .post("/api/v2/media", write, upload)
        .get("/api/v1/media/{id}", write, attachment)
        .put("/api/v1/media/{id}", write, describe)
        .delete("/api/v1/media/{id}", write, withdraw)
}

async fn upload(caller: Caller, mut params: Params) -> Answer<Response> {
    let file = params.file("file").ok_or_else(|| Error::invalid("file", "apps-file-missing"))?;
    let sent = media::Sent {
        path: file.path.to_path_buf(),
        bytes: u64::try_from(file.bytes).unwrap_or(u64::MAX),
        alt: params.text("description").unwrap_or_default(),
        crop: None,
    };
    let photo = media::upload(&caller.app, &caller.viewer, sent).await?;
    Ok(Json(Attachment::of(&caller, &photo)).into_response())
}

async fn attachment(caller: Caller, Path(id): Path<MediaId>) -> Answer<Response> {
    let photo = media::own(&caller.app, &caller.viewer, id).await?;
    Ok(Json(Attachment::of(&caller, &photo)).into_response())
}

async fn describe(caller: Caller, Path(id): Path<MediaId>, params: Params) -> Answer<Response> {
    if let Some(alt) = params.text("description") {
        media::describe(&caller.app, &caller.viewer, id, &alt).await?;
    }
    let photo = media::own(&caller.app, &caller.viewer, id).await?;
    Ok(Json(Attachment::of(&caller, &photo)).into_response())
}

async fn withdraw(caller: Caller, Path(id): Path<MediaId>) -> Answer<Json<Value>> {
    media::withdraw(&caller.app, &caller.viewer, id).await?;
    Ok(Json(json!({})))
}
