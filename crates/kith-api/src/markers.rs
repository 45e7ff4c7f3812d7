//! Markers: how far the member has read.

use axum::Json;
use kith_base::Error;
use kith_domain::inbox::{self, Marker, Timeline};
use kith_http::Answer;
use serde_json::{Map, Value, json};

use crate::caller::Caller;
use crate::entities::moment;
use crate::params::Params;
use crate::routes::{ApiRoutes, Needs};

pub(crate) fn routes() -> ApiRoutes {
    ApiRoutes::new().get("/api/v1/markers", Needs::Scope("read:statuses"), show).post(
        "/api/v1/markers",
        Needs::Scope("write:statuses"),
        update,
    )
}

fn told(markers: &[Marker]) -> Json<Value> {
    let mut all = Map::new();
    for marker in markers {
        let told = json!({
            "last_read_id": marker.last_read.to_string(),
            "version": marker.version,
            "updated_at": moment(marker.updated_at),
        });
        all.insert(marker.timeline.as_str().to_owned(), told);
    }
    Json(Value::Object(all))
}

async fn show(caller: Caller, params: Params) -> Answer<Json<Value>> {
    let wanted = params.list("timeline").iter().filter_map(|name| Timeline::parse(name)).collect();
    Ok(told(&inbox::markers(&caller.app, &caller.viewer, wanted).await?))
}

async fn update(caller: Caller, params: Params) -> Answer<Json<Value>> {
    let mut moved = Vec::new();
    for timeline in Timeline::ALL {
        let field = format!("{}.last_read_id", timeline.as_str());
        let Some(sent) = params.text(&field) else { continue };
        let id = sent.trim().parse::<i64>().ok().filter(|id| *id >= 0);
        let id = id.ok_or_else(|| Error::invalid(timeline.as_str(), "error-bad-choice"))?;
        moved.push((*timeline, id));
    }
    Ok(told(&inbox::set_markers(&caller.app, &caller.viewer, moved).await?))
}
