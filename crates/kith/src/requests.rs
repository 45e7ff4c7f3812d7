//! What the operator learns of requests: figures for the metrics, and one line each in the log. A line holds the pattern
//! of the route and never the address, which may say who read what; of the client only its network.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::{Body, HttpBody};
use axum::extract::{MatchedPath, Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;
use http_body_util::BodyExt;
use kith_domain::App;
use kith_http::Client;

/// Counts and times a request by the pattern of its route, and writes its line.
pub async fn measure(State(app): State<Arc<App>>, mut request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let client = Client::of(&request, &app.config.trusted_proxies);
    let network = Arc::clone(&client.network);
    // The doors of the faces need not look for it again.
    request.extensions_mut().insert(client);
    let response = next.run(request).await;
    let status = response.status().as_u16();
    let took = began.elapsed();
    if app.config.metrics_listen.is_some() {
        let route = name_of(route.as_ref()).to_owned();
        let method = method.as_str().to_owned();
        metrics::histogram!("kith_http_request_seconds", "route" => route.clone(), "method" => method.clone())
            .record(took);
        metrics::counter!("kith_http_requests_total", "route" => route, "method" => method, "status" => status.to_string()).increment(1);
    }
    let mut line = Line { method, route, status, took, network, bytes: 0 };
    if let Some(bytes) = response.body().size_hint().exact() {
        line.bytes = bytes;
        return response;
    }
    // How long the answer is shows when it is over, or when the client goes away.
    response.map(|body| {
        Body::new(body.map_frame(move |frame| {
            // The whole line moves in here, not a copy of its number.
            let line = &mut line;
            line.bytes += frame.data_ref().map_or(0, |data| data.len() as u64);
            frame
        }))
    })
}

/// The pattern of a route in figures and lines.
fn name_of(route: Option<&MatchedPath>) -> &str {
    route.map_or("other", MatchedPath::as_str)
}

/// A request in the log, written when this is dropped.
struct Line {
    method: Method,
    route: Option<MatchedPath>,
    status: u16,
    took: Duration,
    network: Arc<str>,
    bytes: u64,
}

impl Drop for Line {
    fn drop(&mut self) {
        let Self { method, route, status, took, network, bytes } = self;
        let route = name_of(route.as_ref());
        tracing::info!(%method, %route, status, ms = took.as_millis(), bytes, %network, "request");
    }
}
