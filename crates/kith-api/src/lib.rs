//! The client API that existing apps speak (Mastodon's). What stands here by now is what needs no token: who this
//! community is.

mod instance;

use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use kith_domain::App;
use kith_http::{Access, Guard, RouteInfo, Routes, fault_of, guard};

/// The routes of the API with the access that each one asks for.
pub fn routes() -> Routes {
    Routes::new().get("/api/v1/instance", Access::Anyone, instance::show)
}

/// The whole API face, and its access table.
pub fn router(app: &Arc<App>, door: Guard) -> (Router, Vec<RouteInfo>) {
    let (routes, table) = routes().into_parts();
    let routes = routes
        .layer(from_fn_with_state(door, guard))
        .layer(from_fn(dress_faults))
        .with_state(Arc::clone(app));
    (routes, table)
}

/// Errors in the shape that clients of this API expect, and leave for pages of other origins to read what is public.
async fn dress_faults(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let (mut parts, body) = match fault_of(&response) {
        None => response.into_parts(),
        Some(fault) => {
            let body = axum::Json(serde_json::json!({ "error": format!("{:?}", fault.0.kind()) }));
            let (parts, body) = (response.status(), body).into_response().into_parts();
            (parts, body)
        }
    };
    parts.headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    // Nothing here depends on a cookie, so none is set.
    parts.headers.remove(header::SET_COOKIE);
    Response::from_parts(parts, body)
}
