//! `kith serve`: everything runs until a signal says stop.

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Router, middleware};
use kith_base::config::Switch;
use kith_domain::{App, media, setup, site, work};
use kith_http::{Guard, RateLimits, Shed};
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::cli::ServeOptions;
use crate::complaint::Complaint;
use crate::{http, logs, mail, metrics_page, requests, say, wire};

/// Serves the community.
pub async fn run(options: ServeOptions) -> Result<ExitCode, Complaint> {
    let config = options.place.load(options.listen, options.base_url)?;
    logs::start(config.log_format);
    let listener = TcpListener::bind(config.listen).await.map_err(|problem| {
        Complaint::failed(format!(
            "cannot listen on {}: {problem}; --listen takes another ADDR:PORT",
            config.listen
        ))
    })?;
    let address = listener.local_addr()?;
    metrics_page::start(config.metrics_listen).await?;
    let limits_off = config.rate_limits_off();
    if config.rate_limits == Switch::Off && !limits_off {
        tracing::warn!("KITH_RATE_LIMITS=off counts only while listening on loopback; the limits stay on");
    }
    if config.outbound_loopback == Switch::On && !config.reaches_loopback() {
        tracing::warn!(
            "KITH_OUTBOUND_LOOPBACK=on counts only while listening on loopback; nothing goes there"
        );
    }
    let max_requests = config.max_requests;
    let mut config = config;
    // Port 0 asks the system for one; links need the real one.
    config.listen = address;
    let app = wire::open(config).await?;
    if let Err(error) = media::sweep_litter(Arc::clone(&app)).await {
        tracing::warn!(%error, "what a crash left behind was not removed; it is tried again within the hour");
    }

    let (stop, stopped) = watch::channel(false);
    let runner = work::runner(&app).start(until(stopped.clone()));
    for upkeep in work::upkeep().chain([&mail::SWEEP]) {
        tokio::spawn(keep_up(Arc::clone(&app), upkeep, stopped.clone()));
    }
    let door = Guard {
        app: Arc::clone(&app),
        limits: if limits_off { RateLimits::off() } else { RateLimits::usual() },
        shed: Shed::new(max_requests),
    };
    let (pages, _) = kith_web::router(&app, door.clone());
    let (api, _) = kith_api::router(&app, door);
    let measured = middleware::from_fn_with_state(Arc::clone(&app), requests::measure);
    let router = pages.merge(api).merge(health(&app)).layer(measured);
    greet(&app, address).await?;
    let ending = Arc::clone(&app);
    tokio::spawn(async move {
        signal().await;
        let _ = stop.send(true);
        // Open pages would wait for news until they are cut off.
        ending.feeds.end_streams();
        ending.live.end();
    });
    http::serve(listener, router, until(stopped)).await;
    if runner.await.is_err() {
        tracing::error!("the job runner ended in a panic");
    }
    wire::close(app).await;
    tracing::info!("stopped");
    Ok(ExitCode::SUCCESS)
}

async fn until(mut stopped: watch::Receiver<bool>) {
    let _ = stopped.wait_for(|stopped| *stopped).await;
}

/// The signal to stop: from a terminal or from whoever supervises the program.
async fn signal() {
    let terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate());
    match terminate {
        Ok(mut terminate) => {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
        }
        Err(_) => drop(tokio::signal::ctrl_c().await),
    }
    tracing::info!("stopping: requests at work may end");
}

async fn keep_up(app: Arc<App>, upkeep: &'static work::Upkeep, stopped: watch::Receiver<bool>) {
    let every = Duration::from_millis(u64::try_from(upkeep.every).unwrap_or(u64::MAX).max(1_000));
    let mut stop = std::pin::pin!(until(stopped));
    // Not all at the very start, when requests already come.
    let mut pause = Duration::from_secs(10).min(every);
    loop {
        tokio::select! {
            () = &mut stop => return,
            () = tokio::time::sleep(pause) => {}
        }
        pause = every;
        if let Err(error) = (upkeep.run)(Arc::clone(&app)).await {
            tracing::warn!(upkeep = upkeep.name, %error, "upkeep failed and comes round again");
        }
    }
}

/// Where to look, for whoever started the program.
async fn greet(app: &Arc<App>, address: std::net::SocketAddr) -> Result<(), Complaint> {
    let settings = site::settings(app).await?;
    let here = format!("http://{address}");
    if settings.is_set_up {
        say::line(&format!("{} is open at {}", settings.name, settings.base_url));
    } else {
        let code = setup::make_code(app).await?.unwrap_or_default();
        say::line(&format!(
            "Kith is running. Open {here}/setup to set up your community; the code is {code}"
        ));
    }
    match (mail::host(&app.config), app.mailer.is_delivering()) {
        (None, true) => {
            let folder = mail::folder(&app.config);
            say::line(&format!("No mail server is set: letters are kept in {}", folder.display()));
        }
        (None, false) => {
            say::line(
                "No mail server is set: no letters are written, and codes from admins let people back in",
            );
        }
        (Some(_), _) => {}
    }
    Ok(())
}

fn health(app: &Arc<App>) -> Router {
    Router::new()
        // What programs for Mastodon ask for.
        .route("/health", get(|| async { "OK" }))
        .route("/health/live", get(|| async { "alive\n" }))
        .route("/health/ready", get(ready))
        .with_state(Arc::clone(app))
}

/// Ready means: the database answers.
async fn ready(State(app): State<Arc<App>>) -> Response {
    app.db.read(site::read).await.map_or_else(
        |error| {
            tracing::error!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "not ready\n").into_response()
        },
        |_| "ready\n".into_response(),
    )
}
