//! A community for a test: a database of its own on either engine, a clock that stands still, mail that is collected,
//! and people made in one line.
//!
//! ```ignore
//! World::each(|w| async move {
//!     let (ann, ben) = (w.person("ann").await, w.person("ben").await);
//!     w.befriend(&ann, &ben).await;
//!     posts::create(&w.app, &w.viewer(&ann).await, …).await
//! }).await;
//! ```

#![allow(clippy::expect_used, reason = "a test stops where its ground is missing")]

use std::future::Future;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use kith_base::config::Config;
use kith_base::{Clock, Millis, Secret};
use kith_db::{Db, jobs, params, statement};
use kith_domain::accounts::{PasswordPool, Preferences};
use kith_domain::changes::{self, Change};
use kith_domain::ports::{Mail, Mailer, PortFuture, Posted, Push, PushMessage, Pushed};
use kith_domain::viewer::{AccountState, Role};
use kith_domain::{AccountId, App, Viewer, circles, relationships, viewers};
use kith_media::{Store, Studio};
use kith_text::names::{fold, skeleton};
use serde_json::{from_value, json};

use crate::engines::Fresh;

/// When every world begins: 1 March 2026, noon UTC.
pub const BEGINNING: Millis = 1_772_366_400_000;
/// The password of everybody in a world.
pub const PASSWORD: &str = "a tall ship and a star";

statement!(
    INSERT_PERSON,
    "testkit.insert_person",
    "INSERT INTO accounts (
       id, handle, handle_key, handle_skeleton, display_name, name_key, email, email_key, email_confirmed_at,
       password_hash, role, state, trust_level, language, theme, time_zone, preferences, in_directory, intro,
       pronouns, spoken_languages, birth_day_audience, birth_year_audience, created_at, approved_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, 'member', 'active', 1, 'en', 'auto', 'UTC', '{}', TRUE, '', '',
             '', 'friends', 'self', $8, $8)"
);
statement!(SET_ROLE, "testkit.set_role", "UPDATE accounts SET role = $2 WHERE id = $1");
statement!(SET_STATE, "testkit.set_state", "UPDATE accounts SET state = $2 WHERE id = $1");
statement!(SET_TRUST, "testkit.set_trust", "UPDATE accounts SET trust_level = $2 WHERE id = $1");

/// A community with nobody in it yet.
pub struct World {
    /// The program as the domain knows it.
    pub app: Arc<App>,
    /// The time; move it with [`World::advance`].
    pub clock: Clock,
    /// What was sent.
    pub mails: Arc<Mails>,
    /// What was pushed.
    pub pushes: Arc<Pushes>,
    fresh: Fresh,
    folder: tempfile::TempDir,
}

/// Somebody in the world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The account.
    pub id: AccountId,
    /// Handle; also the local part of the mail address.
    pub handle: String,
    /// Name as shown.
    pub name: String,
}

impl World {
    /// A world on SQLite.
    pub async fn sqlite() -> Self {
        Self::on(Fresh::sqlite_with_tables()).await
    }

    /// A world on PostgreSQL; none where it is not installed.
    pub async fn postgres() -> Option<Self> {
        match Fresh::postgres_with_tables() {
            Some(fresh) => Some(Self::on(fresh).await),
            None => None,
        }
    }

    /// Runs `test` in a world on SQLite, then in one on PostgreSQL.
    pub async fn each<F: Future<Output = ()>>(test: impl Fn(Self) -> F) {
        test(Self::sqlite().await).await;
        if let Some(world) = Self::postgres().await {
            test(world).await;
        }
    }

    /// As [`World::each`] with settings that the operator has changed.
    pub async fn each_with<F: Future<Output = ()>>(change: impl Fn(&mut Config), test: impl Fn(Self) -> F) {
        test(Self::with(Fresh::sqlite_with_tables(), &change).await).await;
        if let Some(fresh) = Fresh::postgres_with_tables() {
            test(Self::with(fresh, &change).await).await;
        }
    }

    /// A world on a database that is new.
    pub async fn on(fresh: Fresh) -> Self {
        Self::with(fresh, |_| ()).await
    }

    /// A world on a database that is new, with settings that the operator has changed.
    pub async fn with(fresh: Fresh, change: impl FnOnce(&mut Config)) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut config = config(&folder);
        change(&mut config);
        let clock = Clock::fixed(BEGINNING);
        let db = Db::open(&fresh.config, kith_domain::migrations::MIGRATIONS, clock.clone())
            .await
            .expect("the database opens");
        let mails = Arc::new(Mails::default());
        let pushes = Arc::new(Pushes::default());
        let app = Arc::new(App {
            db,
            clock: clock.clone(),
            config: Arc::new(config),
            store: Arc::new(Store::open(folder.path().join("media")).expect("a place for photos")),
            studio: Arc::new(Studio::new(vec![media_worker().into()], kith_media::Limits::default())),
            mailer: Arc::clone(&mails) as Arc<dyn Mailer>,
            push: Arc::clone(&pushes) as Arc<dyn Push>,
            passwords: password_pool(),
            freshness: Default::default(),
            viewers: Default::default(),
            site: Default::default(),
            sessions: Default::default(),
            tokens: Default::default(),
            filters: Default::default(),
            bells: Default::default(),
            unread_chats: Default::default(),
            suggestions: Default::default(),
            feeds: Default::default(),
            live: Default::default(),
            statistics: Default::default(),
            key: Secret::new("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"),
        });
        kith_domain::connect(&app);
        drop(kith_domain::work::runner(&app));
        Self { app, clock, mails, pushes, fresh, folder }
    }

    /// How to open this world's database once more, as another process would.
    pub fn database(&self) -> &kith_db::DbConfig {
        &self.fresh.config
    }

    /// Everything its database holds, but for the tables and columns (`table.column`) in `quiet`.
    pub async fn dump(&self, quiet: &[&str]) -> crate::Dump {
        crate::Dump::of(&self.fresh.config, quiet).await
    }

    /// Whether the worker that reads photos was built beside the tests, as it is whenever those of the whole workspace
    /// are. Where it was not, that is written down for the end of `make test`.
    pub fn takes_photos(&self) -> bool {
        static NOTED: std::sync::Once = std::sync::Once::new();
        let test = std::env::current_exe().unwrap_or_default();
        let beside = test.parent().and_then(|deps| deps.parent());
        let is_there = beside.is_some_and(|folder| folder.join("kith-media-worker").is_file());
        if !is_there {
            NOTED.call_once(|| crate::samples::write_down("photos: kith-media-worker"));
        }
        is_there
    }

    /// The data directory.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// An active member of the handle `handle`, named like it with a capital, with a confirmed mail address and
    /// [`PASSWORD`].
    pub async fn person(&self, handle: &str) -> Person {
        let mut letters = handle.chars();
        let name: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        self.person_named(handle, &name).await
    }

    /// As [`World::person`] with another name.
    pub async fn person_named(&self, handle: &str, name: &str) -> Person {
        let hash = password_hash(&self.app).await;
        let (shown, named, mail) =
            (handle.to_owned(), name.to_owned(), format!("{}@example.org", fold(handle)));
        let id = self
            .app
            .db
            .write(move |tx| {
                let (id, now) = (tx.new_id(), tx.now());
                tx.run(
                    &INSERT_PERSON,
                    &params![
                        id,
                        &shown,
                        fold(&shown),
                        skeleton(&shown),
                        &named,
                        fold(&named),
                        &mail,
                        now,
                        &hash
                    ],
                )?;
                kith_domain::search_terms::put_person(tx, id, &named, &shown)?;
                changes::record(tx, Change::AccountChanged { account: id });
                Ok(id)
            })
            .await
            .expect("a person is born");
        Person { id, handle: handle.to_owned(), name: name.to_owned() }
    }

    /// A member with more rights than others.
    pub async fn person_with_role(&self, handle: &str, role: Role) -> Person {
        let person = self.person(handle).await;
        self.change(&SET_ROLE, person.id, role.into()).await;
        person
    }

    /// Moves an account to another state, as the staff or the member would.
    pub async fn set_state(&self, person: &Person, state: AccountState) {
        self.change(&SET_STATE, person.id, state.into()).await;
    }

    /// Sets the level of trust; people are born with 1.
    pub async fn set_trust(&self, person: &Person, level: i64) {
        self.change(&SET_TRUST, person.id, level.into()).await;
    }

    async fn change(&self, statement: &'static kith_db::Statement, id: AccountId, value: kith_db::Value) {
        self.app
            .db
            .write(move |tx| {
                tx.run(statement, &[id.into(), value.clone()])?;
                changes::record(tx, Change::AccountChanged { account: id });
                Ok(())
            })
            .await
            .expect("the account changes");
    }

    /// Changes somebody's choices about privacy and comfort.
    pub async fn choose(&self, person: &Person, choice: impl FnOnce(&mut Preferences)) {
        let id = person.id;
        let mut preferences =
            self.app.db.read(move |q| kith_domain::accounts::preferences(q, id)).await.expect("preferences");
        choice(&mut preferences);
        kith_domain::accounts::set_preferences(&self.app, &self.viewer(person).await, preferences)
            .await
            .expect("preferences are kept");
    }

    /// The person as the one who looks.
    pub async fn viewer(&self, person: &Person) -> Viewer {
        viewers::load(&self.app, person.id).await.expect("a viewer")
    }

    /// Makes two people friends.
    pub async fn befriend(&self, a: &Person, b: &Person) {
        relationships::request_friend(&self.app, &self.viewer(a).await, b.id).await.expect("a request");
        relationships::confirm(&self.app, &self.viewer(b).await, a.id).await.expect("a confirmation");
    }

    /// `a` blocks `b`.
    pub async fn block(&self, a: &Person, b: &Person) {
        relationships::block(&self.app, &self.viewer(a).await, b.id).await.expect("a block");
    }

    /// A circle of `owner` with these friends in it.
    pub async fn circle(&self, owner: &Person, name: &str, members: &[&Person]) -> kith_domain::CircleId {
        let viewer = self.viewer(owner).await;
        let circle = circles::create(&self.app, &viewer, name).await.expect("a circle");
        for member in members {
            circles::add(&self.app, &viewer, circle, member.id).await.expect("a place in the circle");
        }
        circle
    }

    /// Moves the time on.
    pub fn advance(&self, by: Millis) {
        self.clock.advance(by);
    }

    /// Runs all jobs that are due.
    pub async fn run_jobs(&self) -> jobs::Drained {
        jobs::drain(&self.app.db).await.expect("jobs run")
    }

    /// Runs one round of the upkeep called `name`.
    pub async fn upkeep(&self, name: &str) {
        let upkeep = kith_domain::work::upkeep().find(|upkeep| upkeep.name == name).expect("such upkeep");
        (upkeep.run)(Arc::clone(&self.app)).await.expect("upkeep runs");
    }
}

/// Keeps a world whole: without it, a test's `async move` block would take the fields it names and the database
/// would go with the rest as soon as the closure around it returns.
impl Drop for World {
    fn drop(&mut self) {}
}

/// Mails that were sent, by a mail server that answers as it is told.
#[derive(Default)]
pub struct Mails {
    sent: Mutex<Vec<Mail>>,
    is_silent: AtomicBool,
    refusal: Mutex<Option<String>>,
}

impl Mails {
    /// Takes all mails that were sent since the last call.
    pub fn take(&self) -> Vec<Mail> {
        std::mem::take(&mut *self.sent.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// From here on the community has no mail server.
    pub fn stop_delivering(&self) {
        self.is_silent.store(true, Ordering::Relaxed);
    }

    /// From here on the mail server says that there is no such mailbox, in these words; in none, it takes letters again.
    pub fn refuse(&self, words: Option<&str>) {
        *self.refusal.lock().unwrap_or_else(PoisonError::into_inner) = words.map(ToOwned::to_owned);
    }
}

impl Mailer for Mails {
    fn send<'a>(&'a self, mail: &'a Mail) -> PortFuture<'a, Posted> {
        Box::pin(async move {
            let refusal = self.refusal.lock().unwrap_or_else(PoisonError::into_inner).clone();
            if let Some(words) = refusal {
                return Ok(Posted::Refused(words));
            }
            self.sent.lock().unwrap_or_else(PoisonError::into_inner).push(mail.clone());
            Ok(Posted::Taken)
        })
    }

    fn is_delivering(&self) -> bool {
        !self.is_silent.load(Ordering::Relaxed)
    }
}

/// Pushes that were sent, to services that answer as they are told.
#[derive(Default)]
pub struct Pushes {
    sent: Mutex<Vec<PushMessage>>,
    answer: Mutex<Option<Pushed>>,
}

impl Pushes {
    /// Takes all pushes that were sent since the last call.
    pub fn take(&self) -> Vec<PushMessage> {
        std::mem::take(&mut *self.sent.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// From here on all push services answer like this.
    pub fn answer(&self, answer: Pushed) {
        *self.answer.lock().unwrap_or_else(PoisonError::into_inner) = Some(answer);
    }
}

impl Push for Pushes {
    fn public_key(&self) -> &str {
        "BA9nbVvtDBmWvTmzSRrXZ8a4Zi2DpcQ6pVXpqs9QJ3wGM0bd3Ej1rX2bU6ZhPTLdO5m2cGQYp1dXBkNQvXkXg-w="
    }

    fn takes(&self, endpoint: &str) -> bool {
        endpoint.starts_with("https://")
    }

    fn send<'a>(&'a self, message: &'a PushMessage) -> PortFuture<'a, Pushed> {
        Box::pin(async move {
            self.sent.lock().unwrap_or_else(PoisonError::into_inner).push(message.clone());
            Ok(self.answer.lock().unwrap_or_else(PoisonError::into_inner).unwrap_or(Pushed::Taken))
        })
    }
}

fn config(folder: &tempfile::TempDir) -> Config {
    // Not through `Config::load`: the tests' own environment must not reach into the world.
    from_value(json!({
        "data": folder.path(), "listen": "127.0.0.1:0", "database": "sqlite", "base_url": "https://kith.example",
        "trusted_proxies": [], "rate_limits": "on", "outbound_loopback": "off", "database_connections": 6,
        "max_requests": 64,
        "cache_bytes": 8 * 1024 * 1024, "media_bytes": 1024 * 1024 * 1024,
        "member_media_bytes": 256 * 1024 * 1024, "log_format": "text", "mail": {},
    }))
    .expect("a whole configuration")
}

/// One pool for all worlds of a process: making it takes a hash.
fn password_pool() -> PasswordPool {
    static POOL: OnceLock<PasswordPool> = OnceLock::new();
    POOL.get_or_init(PasswordPool::default).clone()
}

/// The hash of [`PASSWORD`], made once: everybody in every world has the same.
async fn password_hash(app: &App) -> String {
    static HASH: tokio::sync::OnceCell<String> = tokio::sync::OnceCell::const_new();
    HASH.get_or_init(|| async { app.passwords.hash(Secret::new(PASSWORD)).await.expect("a hash") })
        .await
        .clone()
}

/// The media worker beside the test program (`target/<profile>/deps/..`).
fn media_worker() -> std::path::PathBuf {
    let test = std::env::current_exe().expect("a running program");
    let folder = test.parent().and_then(|deps| deps.parent()).expect("a target folder");
    folder.join("kith-media-worker")
}
