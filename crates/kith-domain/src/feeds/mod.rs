//! Home pages from timelines in memory, the line where a member stopped reading, and hints of new posts to open pages.
//!
//! A timeline is a ring of ids. Which of them a member may see, and what stands on the cards, is asked each time, so
//! that a timeline can be old, torn or missing and nothing wrong is ever shown.

mod home;
mod live;
mod marks;
mod news;
mod places;
mod sources;
mod sql;
mod streams;
mod timeline;

use std::sync::{Arc, Mutex, PoisonError};

use kith_base::{Error, MINUTE, Millis, Result};
use kith_db::Event;
use quick_cache::sync::Cache;

pub use home::{Home, candidates, coming, home};
pub use live::{Hint, Subscription, count_since, subscribe};
pub(crate) use places::{Place, Places};
pub use sources::{FEW_FRIENDS, SMALL_COMMUNITY, Tab};
pub use streams::{Line, News, is_at_home, open_line};
pub use timeline::Rest;

use live::{Live, Note};
use marks::Mark;
use news::News as Fresh;
use sources::{Arrival, Entry, Sources};
use streams::Streams;
use timeline::Timelines;

use crate::changes::Change;
use crate::viewer::Viewer;
use crate::{AccountId, App, GroupId, PostId};

/// Marks kept in memory; they are some 50 bytes.
const MARKS: usize = 20_000;
/// The number of members is counted again after so long.
const COUNT_EVERY: Millis = 5 * MINUTE;

/// Timelines of members seen lately, and those who listen for new posts.
pub struct Feeds {
    timelines: Timelines,
    news: Mutex<Fresh>,
    marks: Cache<AccountId, Mark>,
    /// Active members, up to [`SMALL_COMMUNITY`], and when they were counted.
    members: Mutex<Option<(i64, Millis)>>,
    live: Live,
    streams: Streams,
}

impl Default for Feeds {
    fn default() -> Self {
        Self {
            timelines: Timelines::default(),
            news: Mutex::default(),
            marks: Cache::new(MARKS),
            members: Mutex::default(),
            live: Live::default(),
            streams: Streams::default(),
        }
    }
}

impl Feeds {
    /// Timelines in memory, their bytes, and open live connections.
    pub fn size(&self) -> (usize, u64, usize) {
        let (timelines, bytes) = self.timelines.size();
        (timelines, bytes, self.live.open() + self.streams.open())
    }

    /// Ends all live connections, when the program stops.
    pub fn end_streams(&self) {
        self.live.send(Note::End);
        self.streams.end();
    }
}

/// Listens for posts and for whatever can end a live connection.
pub fn connect(app: &Arc<App>) {
    app.feeds.timelines.set_room(app.config.cache_bytes / 4);
    let listener = Arc::downgrade(app);
    app.db.listen(move |event| {
        let Some(app) = listener.upgrade() else { return };
        match event {
            Event::Committed(news) => {
                if let Some(change) = news.downcast_ref::<Change>() {
                    hear(&app.feeds, change);
                }
            }
            Event::Foreign => {
                with(&app.feeds.news, Fresh::tear);
                app.feeds.timelines.clear();
                app.feeds.live.send(Note::CheckAll);
                app.feeds.streams.check_all();
            }
        }
    });
}

fn hear(feeds: &Feeds, change: &Change) {
    feeds.streams.hear(change);
    match change {
        Change::PostCreated { post, author, wall, group, tags } => {
            let arrival = arrival(*post, *author, (*wall, *group), tags);
            with(&feeds.news, |news| news.add(arrival.clone()));
            feeds.live.send(Note::Post(arrival));
        }
        Change::PostTagged { post, author, wall, tags } => {
            with(&feeds.news, |news| news.add(arrival(*post, *author, (*wall, None), tags)));
        }
        Change::PostRestored { post, author, wall, group } => {
            with(&feeds.news, |news| news.add(arrival(*post, *author, (*wall, *group), &Arc::default())));
        }
        // A wider audience brings it to people who did not have it; those on whose wall it stands have it already.
        Change::PostChanged { post, author } => {
            with(&feeds.news, |news| news.add(arrival(*post, *author, (None, None), &Arc::default())));
        }
        Change::AccountChanged { account } | Change::SessionsEnded { account } => {
            feeds.live.send(Note::Check(*account));
        }
        Change::ActingChanged { account, page } => {
            feeds.live.send(Note::Check(*account));
            feeds.live.send(Note::Check(*page));
        }
        _ => {}
    }
}

fn arrival(
    post: PostId,
    author: AccountId,
    (wall, group): (Option<AccountId>, Option<GroupId>),
    tags: &Arc<[String]>,
) -> Arrival {
    let entry = Entry { id: post, author, owner: wall.unwrap_or(author), group };
    Arrival { entry, tags: Arc::clone(tags) }
}

/// Whose posts come to the viewer.
async fn sources_of(app: &App, viewer: &Viewer) -> Result<Sources> {
    viewer.active()?;
    let Viewer::Member(member) = viewer else { return Err(Error::sign_in_needed()) };
    let with_everyone = member.friends.len() < FEW_FRIENDS || is_small(app).await?;
    Ok(Sources { member: Arc::clone(member), with_everyone })
}

/// Whether the community is small enough to read what is written for everyone.
async fn is_small(app: &App) -> Result<bool> {
    let now = app.now();
    let known = with(&app.feeds.members, |members| *members);
    if let Some((count, at)) = known
        && now - at < COUNT_EVERY
    {
        return Ok(count < SMALL_COMMUNITY);
    }
    let count = app.db.read(|q| sql::count_members(q, SMALL_COMMUNITY)).await?;
    with(&app.feeds.members, |members| *members = Some((count, now)));
    Ok(count < SMALL_COMMUNITY)
}

/// Uses what a lock guards; a thread that panicked with it left nothing half done.
fn with<T, R>(lock: &Mutex<T>, f: impl FnOnce(&mut T) -> R) -> R {
    f(&mut lock.lock().unwrap_or_else(PoisonError::into_inner))
}
