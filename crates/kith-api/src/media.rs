//! Photos, as a post in the making holds them. The first way of sending one answers when it is made into its sizes; the
//! second one keeps what was sent, and answers before that when it takes long.

use std::time::Duration;

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kith_base::{Error, Result};
use kith_domain::MediaId;
use kith_domain::media::{self, Progress, Sent};
use kith_http::Answer;
use serde_json::{Value, json};

use crate::caller::Caller;
use crate::entities::media::Attachment;
use crate::params::{File, Params};
use crate::path::Path;
use crate::routes::{ApiRoutes, Needs};

/// Most photos are ready within this time; a client that is told so need not ask again.
const PATIENCE: Duration = Duration::from_secs(2);

pub(crate) fn routes() -> ApiRoutes {
    let write = Needs::Scope("write:media");
    ApiRoutes::new()
        .post("/api/v1/media", write, upload)
        .post("/api/v2/media", write, accept)
        .get("/api/v1/media/{id}", write, attachment)
        .put("/api/v1/media/{id}", write, describe)
        .delete("/api/v1/media/{id}", write, withdraw)
}

fn file_of(params: &mut Params) -> Result<File> {
    params.file("file").ok_or_else(|| Error::invalid("file", "apps-file-missing"))
}

async fn upload(caller: Caller, mut params: Params) -> Answer<Response> {
    let alt = params.text("description").unwrap_or_default();
    let file = file_of(&mut params)?;
    let bytes = u64::try_from(file.bytes).unwrap_or(u64::MAX);
    let sent = Sent { path: file.path.to_path_buf(), bytes, alt, crop: None };
    let photo = media::upload(&caller.app, &caller.viewer, sent).await?;
    Ok(Json(Attachment::of(&caller, &photo)).into_response())
}

async fn accept(caller: Caller, mut params: Params) -> Answer<Response> {
    let alt = params.text("description").unwrap_or_default();
    let (app, viewer) = (&caller.app, &caller.viewer);
    let id = media::accept(app, viewer, &file_of(&mut params)?.path, &alt).await?;
    let progress = media::settled(app, viewer, id, PATIENCE).await?;
    if matches!(progress, Progress::Failed(_)) {
        // The client hears why right now and will not ask again.
        media::withdraw(app, viewer, id).await?;
    }
    told(&caller, id, progress, StatusCode::ACCEPTED)
}

fn told(caller: &Caller, id: MediaId, progress: Progress, while_waiting: StatusCode) -> Answer<Response> {
    match progress {
        Progress::Ready(photo) => Ok(Json(Attachment::of(caller, &photo)).into_response()),
        Progress::Waiting { alt } => Ok((while_waiting, Json(Attachment::waiting(id, alt))).into_response()),
        Progress::Failed(why) => Err(why.into()),
    }
}

async fn attachment(caller: Caller, Path(id): Path<MediaId>) -> Answer<Response> {
    let progress = media::progress(&caller.app, &caller.viewer, id).await?;
    told(&caller, id, progress, StatusCode::PARTIAL_CONTENT)
}

async fn describe(caller: Caller, Path(id): Path<MediaId>, params: Params) -> Answer<Response> {
    if let Some(alt) = params.text("description") {
        media::describe(&caller.app, &caller.viewer, id, &alt).await?;
    }
    let progress = media::progress(&caller.app, &caller.viewer, id).await?;
    told(&caller, id, progress, StatusCode::OK)
}

async fn withdraw(caller: Caller, Path(id): Path<MediaId>) -> Answer<Json<Value>> {
    media::withdraw(&caller.app, &caller.viewer, id).await?;
    Ok(Json(json!({})))
}
