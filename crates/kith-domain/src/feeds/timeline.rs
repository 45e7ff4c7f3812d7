//! The newest candidates of one member, in memory. It holds ids and no permission, and can be dropped at any moment.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use kith_base::Result;
use quick_cache::Weighter;
use quick_cache::sync::Cache;

use super::news::News;
use super::sources::{Candidate, Entry, Sources, Tab};
use super::{sql, with};
use crate::{AccountId, App, PostId};

/// Entries of one timeline: forty pages.
pub(super) const RING: usize = 800;
/// Timelines expected, for the first size of the table.
const EXPECTED: usize = 1_024;

/// The newest candidates of one member, new to old.
pub(super) struct Timeline {
    sources: Sources,
    entries: VecDeque<Entry>,
    /// Every candidate from this id on is among the entries; zero when there is none below.
    floor: PostId,
    /// How far the news have been read.
    heard: u64,
    /// What it counts for in memory, for as long as it is kept.
    bytes: u64,
}

/// A copy of a part of a timeline, and from where the indexes have to go on.
pub(super) struct Part {
    pub entries: Vec<Entry>,
    /// The indexes go on below this id; none when there is nothing.
    pub below: Option<PostId>,
}

/// Where more of what was asked for may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// There is no more.
    Nothing,
    /// Behind what was given, in memory.
    Memory,
    /// Further back than memory reaches.
    Indexes,
}

impl Timeline {
    fn new(sources: Sources, found: Vec<Candidate>, is_dry: bool, heard: u64) -> Self {
        let floor = match found.last() {
            Some(last) if !is_dry => last.entry.id,
            _ => PostId::new(0),
        };
        let found = found.into_iter().filter(|found| sources.may_come(&found.entry, found.has_tag));
        let entries: VecDeque<Entry> = found.map(|found| found.entry).collect();
        // Room to grow is counted from the start, since the weight of what the cache holds may not change.
        let room = (entries.len() + 64).min(RING + 1);
        let bytes = (256 + room * size_of::<Entry>()) as u64;
        Self { sources, entries, floor, heard, bytes }
    }

    /// Takes in what came since it was last read; false when that is no longer known.
    fn catch_up(&mut self, news: &News) -> bool {
        let Some(fresh) = news.since(self.heard) else { return false };
        for arrival in fresh {
            if arrival.entry.id >= self.floor && self.sources.takes(arrival) {
                self.insert(arrival.entry);
            }
        }
        self.heard = news.end();
        true
    }

    fn insert(&mut self, entry: Entry) {
        let at = self.entries.partition_point(|other| other.id > entry.id);
        if self.entries.get(at).is_some_and(|other| other.id == entry.id) {
            return;
        }
        self.entries.insert(at, entry);
        if self.entries.len() > RING {
            self.entries.pop_back();
            self.floor = self.entries.back().map_or(self.floor, |last| last.id);
        }
    }

    /// Up to `limit` entries between two ids that `wanted` takes, and where there may be more of them.
    pub fn between(
        &self,
        (before, after): (Option<PostId>, Option<PostId>),
        limit: usize,
        wanted: impl Fn(&Entry) -> bool,
    ) -> (Vec<PostId>, Rest) {
        let start = before.map_or(0, |before| self.entries.partition_point(|entry| entry.id >= before));
        let within = |entry: &&Entry| after.is_none_or(|after| entry.id > after);
        let found = self.entries.iter().skip(start).take_while(within).filter(|entry| wanted(entry));
        let ids: Vec<PostId> = found.take(limit).map(|entry| entry.id).collect();
        let is_all_here = self.floor.raw() == 0 || after.is_some_and(|after| after >= self.floor);
        let rest = match is_all_here {
            _ if ids.len() == limit => Rest::Memory,
            true => Rest::Nothing,
            false => Rest::Indexes,
        };
        (ids, rest)
    }

    /// Up to `limit` entries before `before` that `wanted` takes.
    pub fn part(&self, before: Option<PostId>, limit: usize, wanted: impl Fn(&Entry) -> bool) -> Part {
        let start = before.map_or(0, |before| self.entries.partition_point(|entry| entry.id >= before));
        let entries: Vec<Entry> =
            self.entries.iter().skip(start).filter(|entry| wanted(entry)).take(limit).copied().collect();
        let below = match (entries.len() == limit, entries.last()) {
            (true, Some(last)) => Some(last.id),
            _ if self.floor.raw() == 0 => None,
            _ => Some(before.map_or(self.floor, |before| before.min(self.floor))),
        };
        Part { entries, below }
    }
}

/// Whose timeline, and whether what strangers write for everyone is on it.
type Key = (AccountId, bool);

fn key(sources: &Sources) -> Key {
    (sources.member.id, sources.with_everyone)
}

#[derive(Clone)]
struct Weight;

impl Weighter<Key, Arc<Mutex<Timeline>>> for Weight {
    fn weight(&self, _: &Key, timeline: &Arc<Mutex<Timeline>>) -> u64 {
        timeline.lock().unwrap_or_else(PoisonError::into_inner).bytes
    }
}

/// Timelines of members seen lately, bounded in bytes; those not read for longest go first.
#[derive(Default)]
pub(super) struct Timelines {
    known: OnceLock<Cache<Key, Arc<Mutex<Timeline>>, Weight>>,
}

impl Timelines {
    /// Sets how much memory they may take.
    pub fn set_room(&self, bytes: usize) {
        let _ = self.known.set(Cache::with_weighter(EXPECTED, bytes as u64, Weight));
    }

    fn get(&self, sources: &Sources) -> Option<Arc<Mutex<Timeline>>> {
        self.known.get()?.get(&key(sources))
    }

    fn keep(&self, sources: &Sources, timeline: &Arc<Mutex<Timeline>>) {
        if let Some(known) = self.known.get() {
            known.insert(key(sources), Arc::clone(timeline));
        }
    }

    /// How many there are, and their bytes.
    pub fn size(&self) -> (usize, u64) {
        self.known.get().map_or((0, 0), |known| (known.len(), known.weight()))
    }

    pub fn clear(&self) {
        if let Some(known) = self.known.get() {
            known.clear();
        }
    }
}

/// Reads the timeline for `sources`, built first if need be.
pub(super) async fn read<T>(app: &App, sources: &Sources, f: impl FnOnce(&Timeline) -> T) -> Result<T> {
    if let Some(known) = app.feeds.timelines.get(sources) {
        let mut timeline = known.lock().unwrap_or_else(PoisonError::into_inner);
        if timeline.sources.are_same(sources) && with(&app.feeds.news, |news| timeline.catch_up(news)) {
            timeline.sources = sources.clone();
            return Ok(f(&timeline));
        }
    }
    // What comes in while the indexes are read is in the news from here on.
    let heard = with(&app.feeds.news, |news| news.end());
    let reach = sources.reach(Tab::Everything);
    let (found, is_dry) =
        app.db.read(move |q| sql::candidates(q, reach, PostId::new(i64::MAX), RING)).await?;
    let mut timeline = Timeline::new(sources.clone(), found, is_dry, heard);
    with(&app.feeds.news, |news| timeline.catch_up(news));
    let answer = f(&timeline);
    app.feeds.timelines.keep(sources, &Arc::new(Mutex::new(timeline)));
    Ok(answer)
}
