//! Puts the program together: the only place that knows everyone.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use kith_base::config::Config;
use kith_base::{Clock, limits};
use kith_db::{Db, DbConfig};
use kith_domain::migrations::MIGRATIONS;
use kith_domain::{App, accounts, key};
use kith_media::{Limits, Store, Studio};

use crate::cli::Place;
use crate::complaint::Complaint;
use crate::{mail, push, say};

/// Opens the data directory and connects everything.
pub async fn open(config: Config) -> Result<Arc<App>, Complaint> {
    make_folder(&config.data)?;
    let clock = Clock::System;
    let db = open_database(&config, clock.clone()).await?;
    let key = key::installation_key(&db).await?;
    let mailer = mail::from_config(&config)?;
    let push = push::way_out(&config, &db).await?;
    let store = Store::open(config.data.join("media"))
        .map_err(|problem| Complaint::failed(format!("the folder for photos cannot be used: {problem}")))?
        .with_budget(config.media_bytes);
    let worker = std::env::current_exe()?;
    let studio = Studio::new(vec![worker.into(), "media-worker".into()], photo_limits());
    let app = Arc::new(App {
        db,
        clock,
        config: Arc::new(config),
        store: Arc::new(store),
        studio: Arc::new(studio),
        mailer,
        push,
        passwords: accounts::PasswordPool::default(),
        freshness: Default::default(),
        viewers: Default::default(),
        site: Default::default(),
        sessions: Default::default(),
        tokens: Default::default(),
        feeds: Default::default(),
        live: Default::default(),
        filters: Default::default(),
        bells: Default::default(),
        unread_chats: Default::default(),
        suggestions: Default::default(),
        statistics: Default::default(),
        key,
    });
    kith_domain::connect(&app);
    Ok(app)
}

/// What the decoders may take: the same file size as the forms.
pub fn photo_limits() -> Limits {
    Limits { max_bytes: limits::PHOTO_BYTES as u64, ..Limits::default() }
}

/// Opens the database, which brings it up to date.
pub async fn open_database(config: &Config, clock: Clock) -> Result<Db, Complaint> {
    Db::open(&DbConfig::from_settings(config), MIGRATIONS, clock)
        .await
        .map_err(|error| Complaint::failed(format!("the database does not open: {error}")))
}

/// The migrations that opening the database would apply.
pub async fn pending(config: &Config) -> Result<Vec<&'static str>, Complaint> {
    Db::pending(&DbConfig::from_settings(config), MIGRATIONS)
        .await
        .map_err(|error| Complaint::failed(format!("the database does not open: {error}")))
}

/// `kith migrate`
pub async fn migrate(place: &Place) -> Result<ExitCode, Complaint> {
    let config = place.load(None, None)?;
    make_folder(&config.data)?;
    let db = open_database(&config, Clock::System).await?;
    db.close().await;
    say::line("The database is up to date.");
    Ok(ExitCode::SUCCESS)
}

/// Opens everything for one command.
pub async fn open_for_command(place: &Place) -> Result<Arc<App>, Complaint> {
    open(place.load(None, None)?).await
}

/// Waits until what was written is down, and lets go of the database.
pub async fn close(app: Arc<App>) {
    app.db.clone().close().await;
}

/// The data directory holds private things: nobody but its owner may look in.
pub fn make_folder(folder: &Path) -> Result<(), Complaint> {
    use std::os::unix::fs::DirBuilderExt;
    let made = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder);
    made.map_err(|problem| {
        Complaint::failed(format!("the data directory {} cannot be made: {problem}", folder.display()))
    })
}
