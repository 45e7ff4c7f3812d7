//! From an account id to a [`crate::Viewer`] with all its relations, cached until something changes.

mod cache;
mod sql;

use std::sync::Arc;

use kith_base::{Error, Result};
use kith_db::{Event, Query};

pub use cache::ViewerCache;

use crate::changes::Change;
use crate::viewer::{AccountState, Member, Viewer};
use crate::{AccountId, App};

/// The member behind `account` as a viewer: from memory when it is there and true, else from the database. An account
/// that is gone looks on as anybody from outside does.
///
/// # Errors
/// Internal when the database fails.
pub async fn load(app: &App, account: AccountId) -> Result<Viewer> {
    if let Some(member) = app.viewers.get(account) {
        return Ok(Viewer::Member(member));
    }
    let promise = app.viewers.promise(account);
    let member = app.db.read(move |q| sql::member(q, account)).await?;
    Ok(match member {
        Some(member) if member.state != AccountState::Deleted => {
            let member = Arc::new(member);
            app.viewers.keep(promise, &member);
            Viewer::Member(member)
        }
        _ => Viewer::Anonymous,
    })
}

/// The member's facts as this transaction sees them, for rules that are checked while writing.
///
/// # Errors
/// NotFound when there is no such account.
pub fn load_fresh(q: &mut Query<'_>, account: AccountId) -> Result<Arc<Member>> {
    sql::member(q, account)?.map(Arc::new).ok_or_else(Error::not_found)
}

/// Listens for changes that make a cached context untrue.
pub fn connect(app: &Arc<App>) {
    app.viewers.set_room(app.config.cache_bytes / 4);
    let weak = Arc::downgrade(app);
    app.db.listen(move |event| {
        let Some(app) = weak.upgrade() else { return };
        match event {
            Event::Foreign => app.viewers.forget_all(),
            Event::Committed(news) => {
                if let Some(change) = news.downcast_ref::<Change>() {
                    for account in touched(change).into_iter().flatten() {
                        app.viewers.forget(account);
                    }
                }
            }
        }
    });
}

/// Whose context a change makes untrue.
fn touched(change: &Change) -> [Option<AccountId>; 2] {
    match change {
        Change::AccountChanged { account } => [Some(*account), None],
        Change::FriendshipChanged { a, b } | Change::DistanceChanged { a, b } => [Some(*a), Some(*b)],
        Change::FriendRequestChanged { to, .. } => [Some(*to), None],
        Change::FollowChanged { follower, .. } => [Some(*follower), None],
        Change::ListsChanged { owner } => [Some(*owner), None],
        Change::FollowedTagsChanged { account } => [Some(*account), None],
        Change::MembershipChanged { account, .. } => [Some(*account), None],
        Change::CircleChanged { member, .. } => [Some(*member), None],
        _ => [None, None],
    }
}
