//! Posts that are not there yet: those that wait for their time, handed in now and written by their author later, and
//! those that are begun and kept until they are handed in. Until then nobody else knows of them.

mod drafts;
mod model;
mod now;
mod publish;
mod sql;

use kith_base::{DAY, Error, MINUTE, Message, Millis, Page, PageRequest, Result, limits};
use kith_db::{Query, Tx};

pub use drafts::{discard, draft, drafts, keep};
pub use model::{Begun, Draft, Reason, Scheduled};
pub use now::{publish, publish_waiting};

use crate::kinds::{ScheduledId, ScheduledKind};
use crate::media::{self, AttachTo};
use crate::notices::{self, Cause, Occasion};
use crate::polls::{self, NewPoll};
use crate::posts::{self, NewPost};
use crate::viewer::Viewer;
use crate::{AccountId, App, viewers};

/// How far ahead a post is at least, so that there is time to change one's mind.
pub const SOONEST: Millis = 5 * MINUTE;
/// How far ahead at most: nobody here will be there to read it.
const LATEST: Millis = 100 * 366 * DAY;

/// Keeps a post for later. Handed in twice with the same submission word it is kept once.
///
/// # Errors
/// Invalid as for a post and a poll, for a time that is too soon or too far (field `scheduled_at`), and when too many
/// wait already; NotFound for a post to pass on that the author may not see.
pub async fn create(
    app: &App,
    viewer: &Viewer,
    new: NewPost,
    poll: Option<NewPoll>,
    due_at: Millis,
) -> Result<Scheduled> {
    plan(app, viewer, new, poll, due_at, None).await
}

/// [`create`], in the place of one that waits already, whose photos it takes over.
///
/// # Errors
/// As [`create`].
pub async fn plan(
    app: &App,
    viewer: &Viewer,
    new: NewPost,
    poll: Option<NewPoll>,
    due_at: Millis,
    instead_of: Option<ScheduledId>,
) -> Result<Scheduled> {
    let me = viewer.active()?.id;
    // Whether somebody may still speak for a page is only known when the time comes.
    if viewer.acting().is_some() {
        return Err(Error::forbidden("pages-personal"));
    }
    let submission = new.submission.clone();
    check_time(due_at, app.now())?;
    if new.group.is_some() {
        // Who reads it there, and whether it waits for approval, is decided when it is written.
        return Err(Error::invalid("audience", "audience-missing"));
    }
    let draft = Draft::of(posts::checked(new)?, poll.map(polls::checked).transpose()?);
    app.db
        .write(move |tx| {
            let viewer = Viewer::Member(viewers::load_fresh(tx, me)?);
            viewer.active()?;
            if let Some(word) = &submission
                && let Some(made) = posts::submitted::<ScheduledKind>(tx, me, word)?
            {
                return load(tx, &viewer, made);
            }
            clear(tx, me, submission.as_deref(), instead_of)?;
            if usize::try_from(sql::count(tx, me)?).unwrap_or(usize::MAX) >= limits::SCHEDULED {
                let message = Message::new("scheduled-too-many").with("limit", limits::SCHEDULED);
                return Err(Error::invalid("scheduled_at", message));
            }
            if let Some(share) = draft.share {
                posts::load(tx, &viewer, share)?;
            }
            let id = tx.new_id();
            sql::insert(tx, id, me, due_at, &draft)?;
            media::attach(tx, me, &draft.photos, AttachTo::Scheduled(id))?;
            if let Some(word) = &submission {
                posts::remember_submission(tx, me, word, id)?;
            }
            load(tx, &viewer, id)
        })
        .await
}

/// Takes away what a post was before it was handed in, so that its photos are free: the draft of its form, and the one
/// that waited in its place.
fn clear(
    tx: &mut Tx<'_>,
    me: AccountId,
    submission: Option<&str>,
    waiting: Option<ScheduledId>,
) -> Result<()> {
    if let Some(word) = submission {
        drafts::forget(tx, me, word)?;
    }
    if let Some(id) = waiting
        && sql::delete(tx, id, me)?
    {
        settle(tx, me)?;
        media::release(tx, me, AttachTo::Scheduled(id))?;
    }
    Ok(())
}

fn check_time(due_at: Millis, now: Millis) -> Result<()> {
    if due_at < now.saturating_add(SOONEST) {
        return Err(Error::invalid("scheduled_at", "scheduled-too-soon"));
    }
    if due_at > now.saturating_add(LATEST) {
        return Err(Error::invalid("scheduled_at", "scheduled-too-late"));
    }
    Ok(())
}

/// What waits of the viewer's, the newest first.
///
/// # Errors
/// Sign-in needed; internal when the database fails.
pub async fn list(
    app: &App,
    viewer: &Viewer,
    request: PageRequest<ScheduledKind>,
) -> Result<Page<Scheduled, ScheduledKind>> {
    let me = viewer.active()?.id;
    app.db
        .read(move |q| {
            let mut items = sql::page(q, me, &request)?;
            let has_more = items.len() > request.limit;
            items.truncate(request.limit);
            if request.nearest {
                items.reverse();
            }
            with_photos(q, &mut items)?;
            let next = if has_more { items.last().map(|item| item.id) } else { None };
            Ok(Page { items, next })
        })
        .await
}

/// One of them.
///
/// # Errors
/// NotFound when it is not there, published, or somebody else's.
pub async fn get(app: &App, viewer: &Viewer, id: ScheduledId) -> Result<Scheduled> {
    let viewer = viewer.clone();
    app.db.read(move |q| load(q, &viewer, id)).await
}

fn load(q: &mut Query<'_>, viewer: &Viewer, id: ScheduledId) -> Result<Scheduled> {
    let me = viewer.active()?.id;
    let mut found: Vec<Scheduled> = sql::own(q, id, me)?.into_iter().collect();
    with_photos(q, &mut found)?;
    found.pop().ok_or_else(Error::not_found)
}

fn with_photos(q: &mut Query<'_>, items: &mut [Scheduled]) -> Result<()> {
    let ids: Vec<_> = items.iter().flat_map(|item| &item.draft.photos).copied().collect();
    let known = media::photos(q, &ids)?;
    for item in items {
        item.photos = item.draft.photos.iter().filter_map(|id| known.get(id).cloned()).collect();
    }
    Ok(())
}

/// Moves one to another time.
///
/// # Errors
/// As [`get`]; Invalid for a time that is too soon or too far.
pub async fn reschedule(app: &App, viewer: &Viewer, id: ScheduledId, due_at: Millis) -> Result<Scheduled> {
    let me = viewer.active()?.id;
    let viewer = viewer.clone();
    app.db
        .write(move |tx| {
            load(tx, &viewer, id)?;
            check_time(due_at, tx.now())?;
            sql::reschedule(tx, id, me, due_at)?;
            settle(tx, me)?;
            load(tx, &viewer, id)
        })
        .await
}

/// Takes one back. Its photos belong to nothing then, and go after a day unless something comes to show them.
///
/// # Errors
/// As [`get`].
pub async fn cancel(app: &App, viewer: &Viewer, id: ScheduledId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            if !sql::delete(tx, id, me)? {
                return Err(Error::not_found());
            }
            settle(tx, me)?;
            media::release(tx, me, AttachTo::Scheduled(id))
        })
        .await
}

/// How many of the viewer's were not published at their time, and wait for a word of theirs.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn count_refused(app: &App, viewer: &Viewer) -> Result<i64> {
    let me = viewer.active()?.id;
    app.db.read(move |q| sql::count_refused(q, me)).await
}

/// Takes the notice back when there is nothing left that was refused.
fn settle(tx: &mut Tx<'_>, me: AccountId) -> Result<()> {
    if sql::count_refused(tx, me)? > 0 {
        return Ok(());
    }
    notices::take_back(tx, me, &Cause::between(Occasion::ScheduledRefused, me))
}
