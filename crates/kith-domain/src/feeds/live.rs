//! Hints to open pages that there are new posts. A subscription lives as long as its session: it ends within a second
//! when the session ends or the member is locked out.

use std::sync::Arc;
use std::time::Duration;

use kith_base::{Error, Result};
use tokio::sync::broadcast::{self, error::RecvError};
use tokio::time::{Instant, timeout_at};

use super::home::retain_coming;
use super::places::{Place, Places};
use super::sources::{Arrival, Sources, Tab};
use super::{sources_of, timeline};
use crate::cards::{self, Screened, screen};
use crate::filters::{self, Context};
use crate::viewer::Viewer;
use crate::{AccountId, App, PostId, sessions, viewers};

/// Live connections of one account: that many open windows.
const PER_ACCOUNT: usize = 8;
/// Live connections in all.
const IN_ALL: usize = 10_000;
/// Notes that a slow connection may be behind.
const BEHIND: usize = 1_024;
/// Silence after which a sign of life is sent.
const BEAT: Duration = Duration::from_secs(25);
/// Posts that come within this time are told of together.
const GATHER: Duration = Duration::from_millis(700);
/// Posts counted exactly; beyond that it is "many".
const COUNTED: usize = 50;

/// What goes round among the connections.
#[derive(Clone, Debug)]
pub(super) enum Note {
    /// A post was written.
    Post(Arrival),
    /// Something about the account changed: is it still let in?
    Check(AccountId),
    /// The same for everybody.
    CheckAll,
    /// The program stops.
    End,
}

/// The connections.
pub(super) struct Live {
    notes: broadcast::Sender<Note>,
    places: Places,
}

impl Default for Live {
    fn default() -> Self {
        Self { notes: broadcast::Sender::new(BEHIND), places: Places::default() }
    }
}

impl Live {
    pub fn send(&self, note: Note) {
        // Nobody listening is no failure.
        let _ = self.notes.send(note);
    }

    pub fn open(&self) -> usize {
        self.places.taken()
    }
}

/// What an open page is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// So many posts have come since the page was opened; the newest of them.
    Posts {
        /// How many.
        count: usize,
        /// The newest.
        newest: PostId,
    },
    /// Nothing new: a sign of life.
    Still,
}

/// An open page that wants to hear of new posts.
pub struct Subscription {
    app: Arc<App>,
    account: AccountId,
    /// The session's cookie, by which the session is looked up again.
    token: String,
    /// Which posts the page shows.
    tab: Tab,
    notes: broadcast::Receiver<Note>,
    /// When something is said next, be it that nothing came.
    until: Instant,
    /// Whether the session has to be looked up before anything else is said.
    is_unsure: bool,
    count: usize,
    waiting: Vec<Arrival>,
    /// What came while the page was not connected, told first.
    missed: Option<Hint>,
    _place: Place,
}

/// Subscribes the viewer, whose session has the cookie `token`, to what comes to `tab`. `since` is the newest post that
/// a page which comes back has heard of.
///
/// # Errors
/// Sign-in needed without a valid session; rate limited when too many pages are open.
pub async fn subscribe(
    app: &Arc<App>,
    viewer: &Viewer,
    token: String,
    tab: Tab,
    since: Option<PostId>,
) -> Result<Subscription> {
    let account = viewer.active()?.id;
    let place = app.feeds.live.places.take(account, PER_ACCOUNT, IN_ALL)?;
    let mut subscription = Subscription {
        app: Arc::clone(app),
        account,
        token,
        tab,
        notes: app.feeds.live.notes.subscribe(),
        until: Instant::now() + BEAT,
        is_unsure: false,
        count: 0,
        waiting: Vec::new(),
        missed: None,
        _place: place,
    };
    if subscription.viewer().await.is_none() {
        return Err(Error::sign_in_needed());
    }
    if let Some(since) = since {
        subscription.catch_up(viewer, since).await?;
    }
    Ok(subscription)
}

impl Subscription {
    /// The next hint; none when the connection has to end. Giving up waiting loses nothing.
    pub async fn next(&mut self) -> Option<Hint> {
        if let Some(missed) = self.missed.take() {
            return Some(missed);
        }
        loop {
            if self.is_unsure {
                self.viewer().await?;
                self.is_unsure = false;
            }
            match timeout_at(self.until, self.notes.recv()).await {
                Err(_) if self.waiting.is_empty() => {
                    self.viewer().await?;
                    self.until = Instant::now() + BEAT;
                    return Some(Hint::Still);
                }
                Err(_) => {
                    let viewer = self.viewer().await?;
                    let hint = self.tell(&viewer).await;
                    self.until = Instant::now() + BEAT;
                    if hint.is_some() {
                        return hint;
                    }
                }
                Ok(Ok(Note::Post(arrival))) => {
                    if arrival.entry.author != self.account && self.waiting.len() < COUNTED {
                        if self.waiting.is_empty() {
                            self.until = Instant::now() + GATHER;
                        }
                        self.waiting.push(arrival);
                    }
                }
                Ok(Ok(Note::Check(account))) if account != self.account => {}
                Ok(Ok(Note::Check(_) | Note::CheckAll) | Err(RecvError::Lagged(_))) => self.is_unsure = true,
                Ok(Ok(Note::End) | Err(RecvError::Closed)) => return None,
            }
        }
    }

    /// The member, if the session is still theirs and they are still let in.
    async fn viewer(&self) -> Option<Viewer> {
        let session = sessions::find(&self.app, &self.token).await.ok().flatten();
        session.filter(|session| session.is_as(self.account))?;
        let viewer = viewers::load(&self.app, self.account).await.ok()?;
        viewer.active().is_ok().then_some(viewer)
    }

    /// Counts those of the waiting posts that come to the viewer.
    async fn tell(&mut self, viewer: &Viewer) -> Option<Hint> {
        let waiting = self.waiting.clone();
        let counted = counted(&self.app, viewer, self.tab, waiting).await.unwrap_or_else(|problem| {
            tracing::warn!(%problem, "new posts were not counted");
            Vec::new()
        });
        self.waiting.clear();
        self.hint(&counted)
    }

    /// The hint of these posts. It names the newest of them, and none that the viewer may not see.
    fn hint(&mut self, counted: &[PostId]) -> Option<Hint> {
        let newest = counted.iter().copied().max()?;
        self.count += counted.len();
        Some(Hint::Posts { count: self.count, newest })
    }

    async fn catch_up(&mut self, viewer: &Viewer, since: PostId) -> Result<()> {
        let counted = newer(&self.app, viewer, self.tab, since).await?;
        self.missed = self.hint(&counted);
        Ok(())
    }
}

/// How many posts have come to `tab` of the viewer's home page after `since`, counted as far as a page tells it.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn count_since(app: &App, viewer: &Viewer, tab: Tab, since: PostId) -> Result<usize> {
    Ok(newer(app, viewer, tab, since).await?.len())
}

/// Those posts of others on `tab` that are newer than `since`.
async fn newer(app: &App, viewer: &Viewer, tab: Tab, since: PostId) -> Result<Vec<PostId>> {
    let me = viewer.active()?.id;
    let sources = sources_of(app, viewer).await?;
    let now = app.now();
    let part = timeline::read(app, &sources, |timeline| {
        timeline.part(None, COUNTED, |entry| {
            entry.id > since && entry.author != me && sources.shows(tab, entry, now)
        })
    })
    .await?;
    let ids = part.entries.iter().map(|entry| entry.id).collect();
    found(app, viewer, sources, ids).await
}

/// Those of `arrivals` that the viewer would find on `tab` of the home page.
pub(super) async fn counted(
    app: &App,
    viewer: &Viewer,
    tab: Tab,
    arrivals: Vec<Arrival>,
) -> Result<Vec<PostId>> {
    let sources = sources_of(app, viewer).await?.within(tab);
    let now = app.now();
    let taken = arrivals.iter().map(|arrival| (sources.takes(arrival), &arrival.entry));
    let shown = taken.filter(|(is_taken, entry)| *is_taken && sources.shows(tab, entry, now));
    let ids = shown.map(|(_, entry)| entry.id).collect();
    found(app, viewer, sources, ids).await
}

/// Those of `ids` that come to the viewer by the rules of posts, of the home page and of the own filters.
async fn found(app: &App, viewer: &Viewer, sources: Sources, ids: Vec<PostId>) -> Result<Vec<PostId>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let words = filters::of(app, viewer).await?;
    let (viewer, now) = (viewer.clone(), app.now());
    app.db
        .read(move |q| {
            let mut cards = cards::hydrate(q, &viewer, &ids)?;
            retain_coming(q, &sources, &mut cards)?;
            screen(&mut cards, &viewer, &words, (Context::Home, Screened::LeftOut), now);
            Ok(cards.iter().map(|card| card.post.id).collect())
        })
        .await
}
