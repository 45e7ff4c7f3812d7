//! Friend requests: ask, confirm, delete silently, take back.

use kith_base::DAY;
use kith_base::{Error, Millis, PageRequest, Result};
use kith_db::Tx;

use super::waiting::{self, Side};
use super::{away, pairs, policy, sql, towards};
use crate::accounts::{PersonCard, cards};
use crate::kinds::{FriendRequestId, FriendRequestKind};
use crate::notices::{self, Cause, Occasion};
use crate::viewer::Viewer;
use crate::{AccountId, App, throttles};

/// A request that was deleted does not come before the same eyes again within this time, however often it is sent.
const QUIET: Millis = 90 * DAY;
/// Requests a member may send in a day, and those of a new member.
const ASKED: i64 = 100;
const ASKED_BY_NEW: i64 = 20;
/// Requests on one page; more wait behind them.
const SHOWN: usize = 200;

/// A friend request from or to somebody.
#[derive(Clone, Debug)]
pub struct Request {
    /// Its place in the list. A request that is sent anew has another one.
    pub id: FriendRequestId,
    /// The other side.
    pub person: PersonCard,
    /// When it was sent.
    pub at: Millis,
    /// Friends in common with the viewer.
    pub in_common: usize,
}

/// Asks `other` to become a friend. If they ask already, the two are friends at once.
///
/// # Errors
/// NotFound when they are not there for the viewer; Forbidden when they take no requests from the viewer; RateLimited
/// after too many requests in a day.
pub async fn request_friend(app: &App, viewer: &Viewer, other: AccountId) -> Result<()> {
    let member = viewer.active()?;
    if member.acting.is_some() {
        return Err(Error::forbidden("pages-personal"));
    }
    let limit = if member.trust_level == 0 { ASKED_BY_NEW } else { ASKED };
    throttles::take(app, "friend_requests", &member.id.to_string(), limit, DAY).await?;
    towards(app, viewer, other, move |tx, me, pair| {
        if pair.is_friend || pair.has_asked {
            return Ok(());
        }
        if sql::request_stands(tx, other, me)? {
            return befriend(tx, me, other);
        }
        if !policy::may_ask(pair, pairs::is_near(tx, me, other, pair)?) {
            return Err(Error::forbidden("friends-takes-no-requests"));
        }
        let shown_again = tx.now() - QUIET;
        sql::ask(tx, me, other, shown_again)
    })
    .await
}

/// Confirms the request of `from`: the two are friends and follow each other.
///
/// # Errors
/// NotFound when they are not there for the viewer; Conflict when they have taken the request back.
pub async fn confirm(app: &App, viewer: &Viewer, from: AccountId) -> Result<()> {
    towards(app, viewer, from, move |tx, me, pair| {
        if pair.is_friend {
            return Ok(());
        }
        if !sql::request_stands(tx, from, me)? {
            return Err(Error::conflict("friends-request-gone"));
        }
        befriend(tx, me, from)
    })
    .await
}

/// Makes the two friends, and tells the one who asked.
fn befriend(tx: &mut Tx<'_>, me: AccountId, asked: AccountId) -> Result<()> {
    sql::insert_friendship(tx, me, asked)?;
    notices::tell(tx, asked, &Cause::between(Occasion::FriendAccepted, me))
}

/// Deletes the request of `from` without a word; they go on reading "sent".
///
/// # Errors
/// As [`Viewer::active`].
pub async fn delete_request(app: &App, viewer: &Viewer, from: AccountId) -> Result<()> {
    away(app, viewer, move |tx, me| sql::hide_request(tx, from, me)).await
}

/// Takes back the request to `to`.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn withdraw(app: &App, viewer: &Viewer, to: AccountId) -> Result<()> {
    away(app, viewer, move |tx, me| sql::withdraw(tx, me, to)).await
}

/// Who waits for the viewer's answer, newest first.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn requests(app: &App, viewer: &Viewer) -> Result<Vec<Request>> {
    requests_page(app, viewer, PageRequest::first(SHOWN)).await
}

/// Whose answer the viewer waits for, newest first.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn sent_requests(app: &App, viewer: &Viewer) -> Result<Vec<Request>> {
    sent_requests_page(app, viewer, PageRequest::first(SHOWN)).await
}

/// A part of [`requests`].
///
/// # Errors
/// As [`Viewer::active`].
pub async fn requests_page(
    app: &App,
    viewer: &Viewer,
    request: PageRequest<FriendRequestKind>,
) -> Result<Vec<Request>> {
    list(app, viewer, Side::Received, request).await
}

/// A part of [`sent_requests`].
///
/// # Errors
/// As [`Viewer::active`].
pub async fn sent_requests_page(
    app: &App,
    viewer: &Viewer,
    request: PageRequest<FriendRequestKind>,
) -> Result<Vec<Request>> {
    list(app, viewer, Side::Sent, request).await
}

async fn list(
    app: &App,
    viewer: &Viewer,
    side: Side,
    request: PageRequest<FriendRequestKind>,
) -> Result<Vec<Request>> {
    let me = viewer.active()?.id;
    app.db
        .read(move |q| {
            let found = waiting::page(q, me, side, &request)?;
            let ids: Vec<AccountId> = found.iter().map(|(other, _)| *other).collect();
            let mut people = cards(q, &ids)?;
            let friends = super::lists::open_friends(q, me)?;
            let counts = super::lists::count_in_common(q, &friends, &ids)?;
            let told = found.into_iter().filter_map(|(other, at)| {
                let in_common = counts.get(&other).copied().unwrap_or(0);
                let person = people.remove(&other)?;
                Some(Request { id: waiting::place(at, other), person, at, in_common })
            });
            Ok(told.collect())
        })
        .await
}

/// How many wait for the viewer's answer; for the mark in the navigation.
///
/// # Errors
/// Internal when the database fails.
pub async fn count_requests(app: &App, viewer: &Viewer) -> Result<i64> {
    let Some(me) = viewer.id() else { return Ok(0) };
    app.db.read(move |q| sql::count_requests(q, me)).await
}
