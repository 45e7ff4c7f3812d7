//! Reading in what was there before: once after the tables came, and again whenever words are cut in another way. New
//! things are written with their words, so it runs from new to old beside everything else, a slice at a time.

use std::collections::HashMap;
use std::sync::Arc;

use kith_base::{MINUTE, Result};
use kith_db::{Query, Row, Tx, params, statement};

use crate::search_terms::{self, SubjectKind, Terms, VERSION};
use crate::work::Upkeep;
use crate::{AccountId, App, EventId, GroupId, events, groups};

/// Things in one write: it takes a few hundredths of a second, for which others wait.
const SLICE: usize = 50;
/// Writes in one round.
const ROUND: usize = 400;

inventory::submit! {
    Upkeep { name: "search.fill", every: MINUTE, run: |app| Box::pin(fill(app)) }
}

statement!(PROGRESS, "search.progress", "SELECT kind, version, before_id, filled, done_at FROM search_fills");
statement!(
    KEEP,
    "search.keep_progress",
    "INSERT INTO search_fills (kind, version, before_id, filled, done_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (kind) DO UPDATE SET version = $2, before_id = $3, filled = $4, done_at = $5"
);
statement!(
    POSTS,
    "search.fill_posts",
    "SELECT p.id, p.author_id, p.cover AS first_words, COALESCE(t.html, '') AS words
       FROM posts p
       LEFT JOIN post_texts t ON t.post_id = p.id AND t.language = p.language
      WHERE p.id < $1
      ORDER BY p.id DESC
      LIMIT $2"
);
// All languages of these posts; the cover of the first stands with the post.
statement!(
    TEXTS,
    "search.fill_texts",
    "SELECT post_id, cover, html FROM post_texts WHERE post_id IN ($1[]) AND place > 0 ORDER BY post_id, place"
);
statement!(
    COMMENTS,
    "search.fill_comments",
    "SELECT id, author_id, '' AS first_words, html AS words
       FROM comments
      WHERE id < $1
      ORDER BY id DESC
      LIMIT $2"
);
statement!(
    PHOTOS,
    "search.fill_photos",
    "SELECT id, owner_id AS author_id, '' AS first_words, alt AS words
       FROM media
      WHERE id < $1
      ORDER BY id DESC
      LIMIT $2"
);
// Whoever was erased keeps a row without a name.
statement!(
    PEOPLE,
    "search.fill_people",
    "SELECT id, id AS author_id, handle AS first_words, display_name AS words
       FROM accounts
      WHERE id < $1 AND domain IS NULL AND state <> 'deleted'
      ORDER BY id DESC
      LIMIT $2"
);

// Events and groups know their own words.
statement!(
    EVENTS,
    "search.fill_events",
    "SELECT id, host_id AS author_id, '' AS first_words, '' AS words
       FROM events
      WHERE id < $1
      ORDER BY id DESC
      LIMIT $2"
);
statement!(
    GROUPS,
    "search.fill_groups",
    "SELECT id, id AS author_id, '' AS first_words, '' AS words
       FROM groups
      WHERE id < $1
      ORDER BY id DESC
      LIMIT $2"
);

/// How far the reading of one kind of things is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Which things.
    pub kind: SubjectKind,
    /// How many were read.
    pub filled: i64,
    /// Whether all were.
    pub is_done: bool,
    before: i64,
}

/// How far the reading of each kind is.
///
/// # Errors
/// Internal when the database fails.
pub fn progress(q: &mut Query<'_>) -> Result<Vec<Progress>> {
    let known = q.all(&PROGRESS, &[], |row| {
        let is_current = row.int("version")? == VERSION;
        let kind = SubjectKind::parse(&row.text("kind")?).filter(|_| is_current);
        let (filled, before) = (row.int("filled")?, row.int("before_id")?);
        let is_done = row.opt_int("done_at")?.is_some();
        Ok(kind.map(|kind| Progress { kind, filled, is_done, before }))
    })?;
    let known: Vec<Progress> = known.into_iter().flatten().collect();
    let of = |kind: &SubjectKind| {
        let begun = known.iter().find(|one| one.kind == *kind).copied();
        begun.unwrap_or(Progress { kind: *kind, filled: 0, is_done: false, before: i64::MAX })
    };
    Ok(SubjectKind::ALL.iter().map(of).collect())
}

/// Reads in some thousands of things, if there are any left.
async fn fill(app: Arc<App>) -> Result<()> {
    for _ in 0..ROUND {
        let left = app.db.read(|q| Ok(progress(q)?.into_iter().find(|one| !one.is_done))).await?;
        let Some(Progress { kind, .. }) = left else { return Ok(()) };
        let now = app.db.write(move |tx| slice(tx, kind)).await?;
        if now.is_done {
            tracing::info!(
                kind = kind.as_str(),
                things = now.filled,
                "the search has read in what was there before"
            );
        }
    }
    for one in app.db.read(progress).await?.iter().filter(|one| !one.is_done && one.filled > 0) {
        tracing::info!(
            kind = one.kind.as_str(),
            things = one.filled,
            "the search reads in what was there before"
        );
    }
    Ok(())
}

/// Reads in one slice; how far it is after it.
fn slice(tx: &mut Tx<'_>, kind: SubjectKind) -> Result<Progress> {
    let begun = progress(tx)?.into_iter().find(|one| one.kind == kind);
    let Some(mut at) = begun else { return Ok(Progress { kind, filled: 0, is_done: true, before: 0 }) };
    let found = match kind {
        SubjectKind::Post => tx.all(&POSTS, &params![at.before, SLICE], thing)?,
        SubjectKind::Comment => tx.all(&COMMENTS, &params![at.before, SLICE], thing)?,
        SubjectKind::Photo => tx.all(&PHOTOS, &params![at.before, SLICE], thing)?,
        SubjectKind::Person => tx.all(&PEOPLE, &params![at.before, SLICE], thing)?,
        SubjectKind::Event => tx.all(&EVENTS, &params![at.before, SLICE], thing)?,
        SubjectKind::Group => tx.all(&GROUPS, &params![at.before, SLICE], thing)?,
    };
    let more = if kind == SubjectKind::Post { more_texts(tx, &found)? } else { HashMap::new() };
    for thing in &found {
        put(tx, kind, thing, more.get(&thing.id).map(Vec::as_slice).unwrap_or_default())?;
    }
    at.before = found.last().map_or(at.before, |thing| thing.id.raw());
    at.filled += i64::try_from(found.len()).unwrap_or(0);
    at.is_done = found.len() < SLICE;
    let done_at = at.is_done.then(|| tx.now());
    tx.run(&KEEP, &params![kind, VERSION, at.before, at.filled, done_at])?;
    Ok(at)
}

/// Something that was written before.
struct Thing {
    id: kith_base::Id<()>,
    author: AccountId,
    first: String,
    words: String,
}

fn thing(row: &Row<'_>) -> Result<Thing> {
    Ok(Thing {
        id: row.id("id")?,
        author: row.id("author_id")?,
        first: row.text("first_words")?,
        words: row.text("words")?,
    })
}

/// Cover and words of posts in further languages.
type MoreTexts = HashMap<kith_base::Id<()>, Vec<(String, String)>>;

fn more_texts(q: &mut Query<'_>, posts: &[Thing]) -> Result<MoreTexts> {
    let mut more = MoreTexts::new();
    let ids: Vec<kith_base::Id<()>> = posts.iter().map(|post| post.id).collect();
    if !ids.is_empty() {
        q.all(&TEXTS, &params![&ids], |row| {
            more.entry(row.id("post_id")?).or_default().push((row.text("cover")?, row.text("html")?));
            Ok(())
        })?;
    }
    Ok(more)
}

fn put(tx: &mut Tx<'_>, kind: SubjectKind, thing: &Thing, more: &[(String, String)]) -> Result<()> {
    let terms = match kind {
        SubjectKind::Post => {
            let first = std::iter::once((thing.first.as_str(), thing.words.as_str()));
            Terms::of_texts(first.chain(more.iter().map(|(cover, html)| (cover.as_str(), html.as_str()))))
        }
        SubjectKind::Comment => Terms::of_comment(&thing.words),
        SubjectKind::Photo => Terms::of_photo(&thing.words),
        SubjectKind::Person => {
            return search_terms::put_person(tx, thing.author, &thing.words, &thing.first);
        }
        SubjectKind::Event => return events::make_findable(tx, EventId::new(thing.id.raw())),
        SubjectKind::Group => return groups::make_findable(tx, GroupId::new(thing.id.raw())),
    };
    search_terms::replace(tx, thing.id, thing.author, &terms)
}
