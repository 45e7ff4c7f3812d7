//! Following: whose posts come to one's home page, and how loudly.

use kith_base::DAY;
use kith_base::{Error, Millis, Result};

use super::{away, pairs, policy, sql, towards};
use crate::notices::{self, Cause, Occasion};
use crate::viewer::Viewer;
use crate::{AccountId, App};

/// How long a snooze lasts.
pub const SNOOZE: Millis = 30 * DAY;

/// Follows `other`.
///
/// # Errors
/// NotFound when they are not there for the viewer; Forbidden when only friends may follow them.
pub async fn follow(app: &App, viewer: &Viewer, other: AccountId) -> Result<()> {
    towards(app, viewer, other, move |tx, me, pair| {
        if pair.follows {
            return Ok(());
        }
        if !policy::may_follow(pair, pairs::is_near(tx, me, other, pair)?) {
            return Err(Error::forbidden("friends-follow-closed"));
        }
        sql::insert_follow(tx, me, other)?;
        notices::tell(tx, other, &Cause::between(Occasion::NewFollower, me))
    })
    .await
}

/// Stops somebody from following the viewer, without a word. Friends stay friends.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn remove_follower(app: &App, viewer: &Viewer, other: AccountId) -> Result<()> {
    away(app, viewer, move |tx, me| sql::delete_follow(tx, other, me)).await
}

/// Stops following `other`; a friendship stays.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn unfollow(app: &App, viewer: &Viewer, other: AccountId) -> Result<()> {
    away(app, viewer, move |tx, me| sql::delete_follow(tx, me, other)).await
}

/// Puts `other` on top of the home page; follows them if need be and ends a snooze.
///
/// # Errors
/// As [`follow`].
pub async fn see_first(app: &App, viewer: &Viewer, other: AccountId) -> Result<()> {
    towards(app, viewer, other, move |tx, me, pair| {
        if !pair.follows && !policy::may_follow(pair, pairs::is_near(tx, me, other, pair)?) {
            return Err(Error::forbidden("friends-follow-closed"));
        }
        if !pair.follows {
            sql::insert_follow(tx, me, other)?;
            notices::tell(tx, other, &Cause::between(Occasion::NewFollower, me))?;
        }
        let now = tx.now();
        sql::mark_follow(tx, me, other, Some(now), None)
    })
    .await
}

/// Takes `other` off the top again and ends a snooze: a follow like any other.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn see_normally(app: &App, viewer: &Viewer, other: AccountId) -> Result<()> {
    away(app, viewer, move |tx, me| sql::mark_follow(tx, me, other, None, None)).await
}

/// Keeps `other` out of the home page for 30 days from now. Whoever is not followed is not there anyway.
///
/// # Errors
/// NotFound when they are not there for the viewer.
pub async fn snooze(app: &App, viewer: &Viewer, other: AccountId) -> Result<()> {
    towards(app, viewer, other, move |tx, me, _| {
        let until = tx.now() + SNOOZE;
        sql::mark_follow(tx, me, other, None, Some(until))
    })
    .await
}
