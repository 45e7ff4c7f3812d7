//! What the operator learns of requests: figures for the metrics, and one line each in the log. A line holds the pattern
//! of the route and never the address, which may say who read what; of the client only its network.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::{Body, HttpBody};
use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http_body_util::BodyExt;
use kith_domain::App;
use kith_http::Client;

/// Counts and times a request by the pattern of its route, and writes its line.
pub async fn measure(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().as_str().to_owned();
    let route = request.extensions().get::<MatchedPath>().map_or("other", MatchedPath::as_str).to_owned();
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0);
    let network = Client::find(peer, request.headers(), &app.config.trusted_proxies).network;
    let response = next.run(request).await;
    let status = response.status().as_u16();
    let took = began.elapsed();
    metrics::histogram!("kith_http_request_seconds", "route" => route.clone(), "method" => method.clone())
        .record(took);
    metrics::counter!("kith_http_requests_total", "route" => route.clone(), "method" => method.clone(), "status" => status.to_string()).increment(1);
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

/// A request in the log, written when this is dropped.
struct Line {
    method: String,
    route: String,
    status: u16,
    took: Duration,
    network: String,
    bytes: u64,
}

impl Drop for Line {
    fn drop(&mut self) {
        let Self { method, route, status, took, network, bytes } = self;
        tracing::info!(%method, %route, status, ms = took.as_millis(), bytes, %network, "request");
    }
}
