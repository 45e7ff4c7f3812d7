//! Statuses as they were written for one reader, kept as bytes until something on them changes. A part knows when its
//! reading began and of whom and what it tells; `kith_domain::freshness` says whether that still holds.

use std::collections::HashSet;
use std::sync::Arc;

use axum::body::Bytes;
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

#[derive(Clone)]
struct Weight;

impl Weighter<Key, Arc<Part>> for Weight {
    fn weight(&self, _: &Key, part: &Arc<Part>) -> u64 {
        /// The entry itself and what the table needs for it.
        const FRAME: usize = 160;
        let body = part.body.as_ref().map_or(0, Bytes::len);
        (FRAME + body + part.things.len() * size_of::<Thing>()) as u64
    }
}

/// Parts that were read lately, bounded in bytes.
pub(crate) struct Parts(Cache<Key, Arc<Part>, Weight>);

impl Parts {
    /// None yet, and never more than `bytes`.
    pub(crate) fn with_room(bytes: usize) -> Self {
        Self(Cache::with_weighter(EXPECTED, bytes as u64, Weight))
    }

    /// The part of `post` for the caller, while it holds.
    pub(crate) fn get(&self, caller: &Caller, post: PostId) -> Option<Arc<Part>> {
        self.0.get(&key(caller, post)?).filter(|part| part.holds(&caller.app))
    }

    /// Keeps it for the next time.
    pub(crate) fn keep(&self, caller: &Caller, post: PostId, part: &Arc<Part>) {
        if let Some(key) = key(caller, post) {
            self.0.insert(key, Arc::clone(part));
        }
    }
}

fn key(caller: &Caller, post: PostId) -> Option<Key> {
    Some(Key { reader: caller.viewer.id()?, language: caller.locale.language(), post })
}
