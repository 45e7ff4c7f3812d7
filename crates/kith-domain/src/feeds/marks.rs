//! Where a member stopped reading: the line "you're all caught up" stands there during the whole next visit.

use kith_base::{MINUTE, Millis, Result};

use super::sql;
use crate::{AccountId, App, PostId};

/// Reading again after so long is another visit.
const VISIT: Millis = 30 * MINUTE;
/// Within a visit the mark is written at most so often; a crash forgets no more than that.
const WRITE_EVERY: Millis = 5 * MINUTE;

/// Where a member stopped reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// The newest post of the visit before this one: the line stands above it. Zero before the second visit.
    pub line: PostId,
    /// The newest post seen so far.
    pub newest: PostId,
    /// When the home page was last looked at.
    pub seen_at: Millis,
    /// When that was last written down.
    pub written_at: Millis,
}

impl Mark {
    /// The mark after the home page was looked at, with `newest` on top.
    fn after(known: Option<Self>, newest: PostId, now: Millis) -> Self {
        let Some(known) = known else {
            return Self { line: PostId::new(0), newest, seen_at: now, written_at: 0 };
        };
        let is_new_visit = now - known.seen_at > VISIT;
        Self {
            line: if is_new_visit { known.newest } else { known.line },
            newest: known.newest.max(newest),
            seen_at: now,
            written_at: if is_new_visit { 0 } else { known.written_at },
        }
    }
}

/// The line for this look at the home page; `newest` is the newest post on it, if it is the first page.
pub(super) async fn line(app: &App, me: AccountId, newest: Option<PostId>) -> Result<PostId> {
    let now = app.now();
    let known = match app.feeds.marks.get(&me) {
        Some(known) => Some(known),
        None => app.db.read(move |q| sql::mark(q, me)).await?,
    };
    let Some(newest) = newest else { return Ok(known.map_or(PostId::new(0), |known| known.line)) };
    let mut mark = Mark::after(known, newest, now);
    if now - mark.written_at > WRITE_EVERY
        && known.is_none_or(|known| known.written_at != mark.written_at || known.newest != mark.newest)
    {
        mark.written_at = now;
        app.db.write(move |tx| sql::put_mark(tx, me, &mark)).await?;
    }
    app.feeds.marks.insert(me, mark);
    Ok(mark.line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_stays_during_a_visit_and_moves_with_the_next() {
        let first = Mark::after(None, PostId::new(10), 1_000);
        assert_eq!(first.line, PostId::new(0));
        let again = Mark::after(Some(first), PostId::new(12), 1_000 + MINUTE);
        assert_eq!((again.line, again.newest), (PostId::new(0), PostId::new(12)));
        let next = Mark::after(Some(again), PostId::new(15), 1_000 + 2 * MINUTE + VISIT);
        assert_eq!((next.line, next.newest), (PostId::new(12), PostId::new(15)));
        let older = Mark::after(Some(next), PostId::new(3), next.seen_at + 1);
        assert_eq!(older.newest, PostId::new(15), "a post that was deleted moves nothing back");
    }
}
