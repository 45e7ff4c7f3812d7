//! What this server is, as programs ask before they know which API it speaks (nodeinfo.diaspora.software, FEP-f1d5).

use axum::Json;
use kith_base::Error;
use kith_domain::site::JoinMode;
use kith_domain::statistics;
use kith_http::Answer;
use serde_json::{Value, json};

use crate::caller::Caller;
use crate::path::Path;
use crate::routes::{ApiRoutes, Needs};

const VERSIONS: [&str; 2] = ["2.0", "2.1"];

pub(crate) fn routes() -> ApiRoutes {
    ApiRoutes::new().get("/.well-known/nodeinfo", Needs::Nothing, links).get(
        "/nodeinfo/{version}",
        Needs::Nothing,
        show,
    )
}

async fn links(caller: Caller) -> Json<Value> {
    let links = VERSIONS.map(|version| {
        json!({
            "rel": format!("http://nodeinfo.diaspora.software/ns/schema/{version}"),
            "href": caller.url(&format!("/nodeinfo/{version}")),
        })
    });
    Json(json!({ "links": links }))
}

async fn show(caller: Caller, Path(version): Path<String>) -> Answer<Json<Value>> {
    if !VERSIONS.contains(&version.as_str()) {
        return Err(Error::not_found().into());
    }
    let counts = statistics::current(&caller.app).await?;
    let mut software = json!({ "name": "kith", "version": env!("CARGO_PKG_VERSION") });
    if version != "2.0"
        && let Value::Object(fields) = &mut software
    {
        fields.insert("homepage".into(), json!(caller.url("/")));
    }
    Ok(Json(json!({
        "version": version,
        "software": software,
        "protocols": [],
        "services": { "inbound": [], "outbound": [] },
        "openRegistrations": caller.site.join == JoinMode::Open,
        "usage": {
            "users": {
                "total": counts.members,
                "activeMonth": counts.active_month,
                "activeHalfyear": counts.active_half_year,
            },
            "localPosts": counts.posts,
        },
        // Libraries that know no Kith read here whose client API it speaks.
        "metadata": {
            "nodeName": caller.site.name,
            "nodeDescription": caller.site.tagline,
            "upstream": { "name": "mastodon" },
        },
    })))
}
