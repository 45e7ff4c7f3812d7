//! Statuses as they were written for one reader, and first pages of them, kept as bytes until something on them changes.
//! A part knows when its reading began and of whom and what it tells; `kith_domain::freshness` says whether that still
//! holds.

use std::collections::HashSet;
use std::sync::Arc;

use axum::body::Bytes;
use axum::http::HeaderValue;
use kith_base::{MINUTE, Millis};
use kith_domain::cards::{Card, Shared};
use kith_domain::freshness::{Thing, Turn};
use kith_domain::{AccountId, App, PostId};
use kith_locale::Language;
use quick_cache::Weighter;
use quick_cache::sync::Cache;

use crate::caller::Caller;
use crate::entities::status::Status;

/// What runs out by itself (a poll, a filter) shows on a part after so long at the latest.
const LASTS: Millis = MINUTE;
/// Parts expected, for the first size of the table.
const EXPECTED: usize = 4_096;

/// Who reads what. Some words on a status are in the language of the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Key {
    reader: AccountId,
    language: Language,
    post: PostId,
}

/// One status for one reader.
#[derive(Debug)]
pub(crate) struct Part {
    since: Turn,
    until: Millis,
    things: Box<[Thing]>,
    /// The status as JSON; none when the post does not come to this reader.
    pub(crate) body: Option<Bytes>,
}

impl Part {
    /// Of `status`, which was made from `card`; what a post that does not come depends on is the post and the reader.
    pub(crate) fn new(caller: &Caller, since: Turn, post: PostId, found: Option<(&Card, &Status)>) -> Self {
        let mut things: HashSet<Thing> = HashSet::from([post.into()]);
        things.extend(caller.viewer.id().map(Thing::from));
        if let Some((card, _)) = found {
            things.extend(told_of(card));
        }
        Self {
            since,
            until: caller.app.now() + LASTS,
            things: things.into_iter().collect(),
            body: found.and_then(|(_, status)| serde_json::to_vec(status).ok()).map(Bytes::from),
        }
    }

    fn holds(&self, app: &App) -> bool {
        app.now() < self.until && app.freshness.holds(self.since, &self.things)
    }
}

/// People and posts on a card. Whoever is named in the words shows by a name alone, whose change is told everywhere.
fn told_of(card: &Card) -> impl Iterator<Item = Thing> {
    let original_author = match &card.shared {
        Shared::Original(original) => Some(original.author.id),
        Shared::Nothing | Shared::Gone => None,
    };
    let people = std::iter::once(card.author.id).chain(card.wall.iter().map(|wall| wall.id));
    people.chain(original_author).map(Thing::from).chain(card.post.shared.map(Thing::from))
}

/// The first page of a home timeline, put together from parts.
pub(crate) struct FirstPage {
    since: Turn,
    until: Millis,
    things: Box<[Thing]>,
    /// The address that was asked for, whose words the links repeat.
    path: Arc<str>,
    /// The candidates that it was made from, in their order, those that did not come included.
    considered: Box<[PostId]>,
    /// The `Link` header.
    pub(crate) link: HeaderValue,
    /// The statuses as JSON.
    pub(crate) body: Bytes,
}

impl FirstPage {
    /// `body` and `link` say what those of the parts hold that come; none without a part.
    pub(crate) fn new(
        caller: &Caller,
        considered: &[(PostId, Arc<Part>)],
        link: HeaderValue,
        body: Bytes,
    ) -> Option<Self> {
        let parts = || considered.iter().map(|(_, part)| part);
        let things: HashSet<Thing> = parts().flat_map(|part| part.things.iter().copied()).collect();
        Some(Self {
            since: parts().map(|part| part.since).min()?,
            until: parts().map(|part| part.until).min()?,
            things: things.into_iter().collect(),
            path: Arc::clone(&caller.path),
            considered: considered.iter().map(|(id, _)| *id).collect(),
            link,
            body,
        })
    }

    /// The newest candidates when it was made; while they are the same, so is the page.
    pub(crate) fn made_from(&self) -> &[PostId] {
        &self.considered
    }

    fn holds(&self, caller: &Caller) -> bool {
        self.path == caller.path
            && caller.app.now() < self.until
            && caller.app.freshness.holds(self.since, &self.things)
    }
}

/// Who reads a first page of which length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct PageKey {
    reader: AccountId,
    language: Language,
    limit: usize,
}

#[derive(Clone)]
struct Weight;

impl Weighter<PageKey, Arc<FirstPage>> for Weight {
    fn weight(&self, _: &PageKey, page: &Arc<FirstPage>) -> u64 {
        /// The entry itself and what the table needs for it.
        const FRAME: usize = 256;
        let lists = size_of_val(&*page.things) + size_of_val(&*page.considered);
        (FRAME + page.path.len() + page.link.len() + page.body.len() + lists) as u64
    }
}

impl Weighter<Key, Arc<Part>> for Weight {
    fn weight(&self, _: &Key, part: &Arc<Part>) -> u64 {
        /// The entry itself and what the table needs for it.
        const FRAME: usize = 160;
        let body = part.body.as_ref().map_or(0, Bytes::len);
        (FRAME + body + part.things.len() * size_of::<Thing>()) as u64
    }
}

/// Parts that were read lately and first pages made of them, bounded in bytes.
pub(crate) struct Parts {
    parts: Cache<Key, Arc<Part>, Weight>,
    pages: Cache<PageKey, Arc<FirstPage>, Weight>,
}

impl Parts {
    /// None yet, and never more than `bytes`.
    pub(crate) fn with_room(bytes: usize) -> Self {
        // Pages answer most requests; parts are what is left of a page of which something changed.
        let half = (bytes / 2) as u64;
        Self {
            parts: Cache::with_weighter(EXPECTED, half, Weight),
            pages: Cache::with_weighter(EXPECTED / 16, half, Weight),
        }
    }

    /// The part of `post` for the caller, while it holds.
    pub(crate) fn get(&self, caller: &Caller, post: PostId) -> Option<Arc<Part>> {
        self.parts.get(&key(caller, post)?).filter(|part| part.holds(&caller.app))
    }

    /// Keeps it for the next time.
    pub(crate) fn keep(&self, caller: &Caller, post: PostId, part: &Arc<Part>) {
        if let Some(key) = key(caller, post) {
            self.parts.insert(key, Arc::clone(part));
        }
    }

    /// The caller's first page of `limit` statuses, if nothing on it changed.
    pub(crate) fn page(&self, caller: &Caller, limit: usize) -> Option<Arc<FirstPage>> {
        self.pages.get(&page_key(caller, limit)?).filter(|page| page.holds(caller))
    }

    /// Keeps it for the next time.
    pub(crate) fn keep_page(&self, caller: &Caller, limit: usize, page: FirstPage) {
        if let Some(key) = page_key(caller, limit) {
            self.pages.insert(key, Arc::new(page));
        }
    }
}

fn page_key(caller: &Caller, limit: usize) -> Option<PageKey> {
    Some(PageKey { reader: caller.viewer.id()?, language: caller.locale.language(), limit })
}

fn key(caller: &Caller, post: PostId) -> Option<Key> {
    Some(Key { reader: caller.viewer.id()?, language: caller.locale.language(), post })
}
