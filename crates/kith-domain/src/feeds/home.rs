//! One page of the home feed: candidates from memory, then from the indexes, until the page is full or there is
//! nothing more; every card passes the rule of posts and the viewer's own filters.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use kith_base::{DAY, HOUR, Millis, Page, PageRequest, Result};
use kith_db::Query;

use super::sources::{Entry, Sources, Tab};
use super::timeline::Rest;
use super::{marks, sources_of, sql, timeline};
use crate::cards::{self, Card, Screened, screen};
use crate::filters::{self, Context, Matcher};
use crate::kinds::PostKind;
use crate::viewer::Viewer;
use crate::{App, PostId, posts};

/// Posts of people on top are on top for so long.
const FIRST_FOR: Millis = 3 * DAY;
/// So many of them at most.
const FIRST_MOST: usize = 10;
/// Candidates taken from memory for one page.
const TAKEN: usize = 200;
/// Rounds of filling one page; what they do not fill, the next page does.
const ROUNDS: usize = 50;
/// Looks into the indexes for one page, and candidates of each.
const LOOKS: usize = 20;
const LOOK: usize = 50;

/// A page of the home feed.
#[derive(Debug, Default)]
pub struct Home {
    /// New posts of people whom the viewer wants on top; on the first page only.
    pub first: Vec<Card>,
    /// The feed, new to old.
    pub page: Page<Card, PostKind>,
    /// The line "you're all caught up" stands before this card of the page.
    pub caught_up: Option<usize>,
    /// Whether what people write for everyone comes too, because there is little else.
    pub with_everyone: bool,
    /// Whether of what people write for everyone that with a followed tag comes.
    pub with_tags: bool,
}

/// A page of the viewer's home feed. Only `before` and `limit` of the request count.
///
/// # Errors
/// Sign-in needed or forbidden for those who take no part; internal when the database fails.
pub async fn home(app: &App, viewer: &Viewer, tab: Tab, request: PageRequest<PostKind>) -> Result<Home> {
    let sources = sources_of(app, viewer).await?;
    let words = filters::of(app, viewer).await?;
    let now = app.now();
    let before = request.before;
    let (first, part) = timeline::read(app, &sources, |timeline| {
        let shows = |entry: &Entry| sources.shows(tab, entry, now);
        // Apps have no place for them, and read on by id.
        let first = match tab {
            Tab::Followed => Vec::new(),
            _ => on_top(timeline, &sources, now, shows),
        };
        let part = timeline.part(before, TAKEN, |entry| shows(entry) && !first.contains(&entry.id));
        (first, part)
    })
    .await?;
    let (with_everyone, with_tags) = (sources.with_everyone, sources.with_tags());
    let me = sources.member.id;
    let asking = Asking { viewer: viewer.clone(), sources: sources.within(tab), tab, words, now };
    let limit = request.limit;
    let (first, page) = app
        .db
        .read(move |q| {
            let top = if before.is_none() { first.clone() } else { Vec::new() };
            let first = first.iter().copied().collect();
            asking.fill(q, &top, &first, part, limit)
        })
        .await?;
    let newest = match (before, page.items.first()) {
        (None, Some(card)) if tab == Tab::Everything => Some(card.post.id),
        _ => None,
    };
    let line = marks::line(app, me, newest).await?;
    Ok(Home { caught_up: line_at(&page, before, line), first, page, with_everyone, with_tags })
}

/// At most `limit` posts that may come to the viewer's home page between two ids (before the first, after the second),
/// new to old, without a look at the posts themselves; and where there may be more. Nobody is on top there: apps have no
/// place for it.
///
/// # Errors
/// As [`home`].
pub async fn candidates(
    app: &App,
    viewer: &Viewer,
    between: (Option<PostId>, Option<PostId>),
    limit: usize,
) -> Result<(Vec<PostId>, Rest)> {
    // Without strangers, whose posts would leave little room for the others.
    let sources = sources_of(app, viewer).await?.within(Tab::Followed);
    let now = app.now();
    let wanted = |entry: &Entry| sources.shows(Tab::Followed, entry, now);
    timeline::read(app, &sources, |timeline| timeline.between(between, limit, wanted)).await
}

/// Those of `ids` that come to the viewer's home page as they are now, in the same order.
///
/// # Errors
/// As [`home`].
pub async fn coming(app: &App, viewer: &Viewer, ids: Vec<PostId>) -> Result<Vec<Card>> {
    let sources = sources_of(app, viewer).await?;
    let words = filters::of(app, viewer).await?;
    let (tab, now) = (Tab::Followed, app.now());
    let asking = Asking { viewer: viewer.clone(), sources: sources.within(tab), tab, words, now };
    app.db.read(move |q| asking.cards(q, &ids)).await
}

/// The newest posts of people on top. The hour, not the moment, decides when they step down, so that the pages of one
/// reading agree.
fn on_top(
    timeline: &timeline::Timeline,
    sources: &Sources,
    now: Millis,
    shows: impl Fn(&Entry) -> bool,
) -> Vec<PostId> {
    let see_first = &sources.member.see_first;
    if see_first.is_empty() {
        return Vec::new();
    }
    let since = PostId::earliest_at(now - now.rem_euclid(HOUR) - FIRST_FOR);
    let wanted = |entry: &Entry| entry.id >= since && see_first.contains(&entry.author) && shows(entry);
    timeline.part(None, FIRST_MOST, wanted).entries.iter().map(|entry| entry.id).collect()
}

/// Before which card the line stands: the first one that was there at the last visit.
fn line_at(page: &Page<Card, PostKind>, before: Option<PostId>, line: PostId) -> Option<usize> {
    if line.raw() == 0 || before.is_some_and(|before| before <= line) {
        return None;
    }
    page.items.iter().position(|card| card.post.id <= line)
}

/// Leaves those cards that come to the member's home page as they are now. One statement at most, and only for members
/// to whom tags bring something.
pub(super) fn retain_coming(q: &mut Query<'_>, sources: &Sources, cards: &mut Vec<Card>) -> Result<()> {
    let entry = |card: &Card| {
        let facts = &card.post.facts;
        let group = facts.group.map(|group| group.id);
        Entry { id: card.post.id, author: facts.author, owner: facts.owner, group }
    };
    let by_tag = cards.iter().filter(|card| {
        sources.with_tags() && card.post.audience().is_wide() && !sources.has_tie(&entry(card))
    });
    let by_tag: Vec<PostId> = by_tag.map(|card| card.post.id).collect();
    let tags = if by_tag.is_empty() { HashMap::new() } else { posts::tags(q, &by_tag)? };
    cards.retain(|card| {
        let tags = tags.get(&card.post.id).into_iter().flatten();
        let has_tag = sources.follows_one(tags.map(|(key, _)| key));
        let is_announced = card.post.group.as_ref().is_some_and(|group| group.is_announcement);
        let entry = entry(card);
        sources.comes(&entry, card.post.audience(), has_tag) && sources.comes_from_group(&entry, is_announced)
    });
    Ok(())
}

struct Asking {
    viewer: Viewer,
    sources: Sources,
    tab: Tab,
    words: Arc<Matcher>,
    now: Millis,
}

impl Asking {
    /// The cards on top, and a full page, if there is that much.
    fn fill(
        &self,
        q: &mut Query<'_>,
        top: &[PostId],
        first: &HashSet<PostId>,
        part: timeline::Part,
        limit: usize,
    ) -> Result<(Vec<Card>, Page<Card, PostKind>)> {
        let mut queue = part.entries.into_iter();
        let mut below = part.below;
        let mut on_top = None;
        let mut items: Vec<Card> = Vec::with_capacity(limit + 1);
        let (mut tried, mut looks) = (None, 0);
        for _ in 0..ROUNDS {
            let missing = (limit + 1).saturating_sub(items.len());
            let mut ids: Vec<PostId> = queue.by_ref().take(missing).map(|entry| entry.id).collect();
            while ids.len() < missing
                && looks < LOOKS
                && let Some(upper) = below
            {
                looks += 1;
                let entries = self.older(q, upper, missing.max(LOOK), &mut below)?;
                let entries = entries.into_iter().map(|entry| entry.id).filter(|id| !first.contains(id));
                ids.extend(entries);
            }
            // Where the looks are used up, the next page goes on behind what was looked through.
            tried = ids.last().copied().or(below);
            // The cards on top come along with the first round.
            let with_top: Vec<PostId> = match on_top {
                None => top.iter().copied().chain(ids).collect(),
                Some(_) => ids,
            };
            if with_top.is_empty() {
                break;
            }
            let mut found = self.cards(q, &with_top)?;
            if on_top.is_none() {
                let rest = found.iter().position(|card| !top.contains(&card.post.id)).unwrap_or(found.len());
                let others = found.split_off(rest);
                on_top = Some(std::mem::replace(&mut found, others));
            }
            items.extend(found);
            if items.len() > limit {
                break;
            }
        }
        let is_full = items.len() > limit;
        items.truncate(limit);
        // After too many rounds without a full page the next one goes on behind what was tried.
        let next = if is_full { items.last().map(|card| card.post.id) } else { tried };
        Ok((on_top.unwrap_or_default(), Page { items, next }))
    }

    /// Candidates of the tab below `upper`, from the indexes; moves `below` to where the next ones are.
    fn older(
        &self,
        q: &mut Query<'_>,
        upper: PostId,
        limit: usize,
        below: &mut Option<PostId>,
    ) -> Result<Vec<Entry>> {
        let sources = &self.sources;
        let (found, is_dry) = sql::candidates(q, sources.reach(self.tab), upper, limit)?;
        *below = if is_dry { None } else { found.last().map(|found| found.entry.id) };
        let found = found.into_iter().filter(|found| {
            sources.may_come(&found.entry, found.has_tag) && sources.shows(self.tab, &found.entry, self.now)
        });
        Ok(found.map(|found| found.entry).collect())
    }

    fn cards(&self, q: &mut Query<'_>, ids: &[PostId]) -> Result<Vec<Card>> {
        let mut cards = cards::hydrate(q, &self.viewer, ids)?;
        retain_coming(q, &self.sources, &mut cards)?;
        screen(&mut cards, &self.viewer, &self.words, (Context::Home, Screened::LeftOut), self.now);
        Ok(cards)
    }
}
