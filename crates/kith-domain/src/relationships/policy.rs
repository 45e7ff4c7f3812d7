//! Who may step towards whom.

use kith_base::{Error, Result};

use super::model::Pair;
use crate::AccountId;
use crate::accounts::{Preferences, WhoMay};
use crate::viewer::{AccountState, Viewer};

/// The one who acts must be a full member at this very moment.
pub(super) fn must_be_active(pair: &Pair) -> Result<()> {
    if pair.my_state == AccountState::Active {
        Ok(())
    } else {
        Err(Error::forbidden("error-account-not-active"))
    }
}

/// The other side must be somebody else who is there for the viewer. A block is the same as absence.
pub(super) fn must_meet(pair: &Pair) -> Result<()> {
    if pair.is_self || pair.is_blocked || !pair.state.is_present() { Err(Error::not_found()) } else { Ok(()) }
}

/// Whether somebody with this choice lets the viewer come closer.
pub(crate) const fn lets(choice: WhoMay, has_friend_in_common: bool) -> bool {
    match choice {
        WhoMay::Everyone => true,
        WhoMay::FriendsOfFriends => has_friend_in_common,
        WhoMay::Nobody => false,
    }
}

/// Whether it counts for the steps below that the two have a friend in common.
pub(super) fn depends_on_friends(pair: &Pair) -> bool {
    let chosen = &pair.preferences;
    !pair.is_friend && [chosen.friend_requests, chosen.who_may_follow].contains(&WhoMay::FriendsOfFriends)
}

/// Whether the viewer may send a friend request; `is_near` is whether the two have a friend in common.
pub(super) fn may_ask(pair: &Pair, is_near: bool) -> bool {
    !pair.is_friend && lets(pair.preferences.friend_requests, is_near)
}

/// Whether the viewer may begin to follow: friends always, others as the followed one chose.
pub(super) fn may_follow(pair: &Pair, is_near: bool) -> bool {
    pair.is_friend || lets(pair.preferences.who_may_follow, is_near)
}

/// Whether the viewer sees who follows `owner` and whom `owner` follows: those for whom the list of friends is. A word
/// that cannot be read is the narrowest.
pub(super) fn may_see_ties(viewer: &Viewer, owner: AccountId, chosen: &Preferences) -> bool {
    let Some(member) = viewer.member().filter(|member| member.state == AccountState::Active) else {
        return chosen.friends_list_audience == "world";
    };
    if member.id == owner {
        return true;
    }
    let is_friend = member.friends.contains(&owner) && !member.restricted_by.contains(&owner);
    match chosen.friends_list_audience.as_str() {
        _ if member.is_apart_from(owner) => false,
        "world" | "community" => true,
        "friends" => is_friend,
        _ => false,
    }
}
