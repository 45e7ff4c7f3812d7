//! Keeping away: restrict, mute, block. None of it is told to the other side.

use kith_base::{Error, Millis, Result};

use super::sql::{self, Kept};
use super::{away, pairs, policy, towards};
use crate::viewer::Viewer;
use crate::{AccountId, App};

/// Restricts a friend: of the viewer's posts they see only what everybody here sees.
///
/// # Errors
/// NotFound when they are not there for the viewer; Conflict when they are no friend.
pub async fn restrict(app: &App, viewer: &Viewer, other: AccountId) -> Result<()> {
    towards(app, viewer, other, move |tx, me, pair| {
        if !pair.is_friend {
            return Err(Error::conflict("friends-restrict-needs-friend"));
        }
        sql::keep(tx, me, other, Kept::Restriction, None)
    })
    .await
}

/// Ends a restriction.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn unrestrict(app: &App, viewer: &Viewer, other: AccountId) -> Result<()> {
    away(app, viewer, move |tx, me| sql::lift(tx, me, other, Kept::Restriction)).await
}

/// Mutes somebody: nothing of theirs in feeds and notices, for `lasting` milliseconds or until it is ended.
///
/// # Errors
/// NotFound when they are not there for the viewer.
pub async fn mute(app: &App, viewer: &Viewer, other: AccountId, lasting: Option<Millis>) -> Result<()> {
    towards(app, viewer, other, move |tx, me, _| {
        let until = lasting.map(|lasting| tx.now().saturating_add(lasting));
        sql::keep(tx, me, other, Kept::Mute, until)
    })
    .await
}

/// Ends a mute.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn unmute(app: &App, viewer: &Viewer, other: AccountId) -> Result<()> {
    away(app, viewer, move |tx, me| sql::lift(tx, me, other, Kept::Mute)).await
}

/// Blocks somebody: from now on, for both it is as if the other were not there. Ends friendship, requests, follows
/// and places in circles.
///
/// # Errors
/// NotFound when they are not there for the viewer, who may have been blocked first.
pub async fn block(app: &App, viewer: &Viewer, other: AccountId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let pair = pairs::pair(tx, me, other)?.ok_or_else(Error::not_found)?;
            policy::must_be_active(&pair)?;
            if sql::blocked_by_me(tx, me, &[other])?.contains(&other) {
                return Ok(());
            }
            policy::must_meet(&pair)?;
            sql::part(tx, me, other)?;
            sql::delete_requests(tx, me, other)?;
            sql::keep(tx, me, other, Kept::Block, None)
        })
        .await
}

/// Ends the viewer's own block. What it ended does not come back, and a block from the other side stays.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn unblock(app: &App, viewer: &Viewer, other: AccountId) -> Result<()> {
    away(app, viewer, move |tx, me| sql::lift(tx, me, other, Kept::Block)).await
}
