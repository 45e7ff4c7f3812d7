//! Prometheus metrics on a port of their own, so that they are never in reach of visitors.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tokio::net::TcpListener;

use crate::complaint::Complaint;

/// Starts collecting, and serving if an address is given.
pub async fn start(listen: Option<SocketAddr>) -> Result<(), Complaint> {
    let Some(address) = listen else { return Ok(()) };
    let recorder = PrometheusBuilder::new()
        .set_buckets(&[0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0])
        .map_err(|problem| Complaint::failed(problem.to_string()))?
        .install_recorder()
        .map_err(|problem| Complaint::failed(format!("metrics cannot be collected: {problem}")))?;
    let listener = TcpListener::bind(address)
        .await
        .map_err(|problem| Complaint::failed(format!("metrics cannot be served on {address}: {problem}")))?;
    let page = recorder.clone();
    let router = Router::new().route("/metrics", get(move || std::future::ready(render(&page))));
    tokio::spawn(async move {
        if let Err(problem) = axum::serve(listener, router).await {
            tracing::error!(%problem, "the metrics port closed");
        }
    });
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(Duration::from_secs(30)).await;
            recorder.run_upkeep();
        }
    });
    Ok(())
}

fn render(recorder: &PrometheusHandle) -> String {
    recorder.render()
}
