//! How two people stand to each other.

use kith_base::Millis;

use crate::accounts::Preferences;
use crate::viewer::AccountState;

/// How the viewer stands to somebody, as far as the viewer may know: a request that was deleted still reads as asked,
/// and being restricted, muted or snoozed by the other side does not show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relation {
    /// It is the viewer.
    pub is_self: bool,
    /// Friends, both sides confirmed.
    pub is_friend: bool,
    /// The viewer asked and has no answer.
    pub has_asked: bool,
    /// The other asked the viewer.
    pub is_asked: bool,
    /// The viewer may send a friend request.
    pub may_ask: bool,
    /// The viewer follows them.
    pub follows: bool,
    /// The viewer may begin to follow them.
    pub may_follow: bool,
    /// They follow the viewer.
    pub is_followed: bool,
    /// The viewer wants them on top.
    pub sees_first: bool,
    /// Out of the viewer's feed until then.
    pub snoozed_until: Option<Millis>,
    /// Muted by the viewer.
    pub is_muted: bool,
    /// When the mute ends by itself.
    pub muted_until: Option<Millis>,
    /// Restricted by the viewer.
    pub is_restricted: bool,
}

/// Everything between two people, as rules inside a transaction need it.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub is_self: bool,
    pub my_state: AccountState,
    pub state: AccountState,
    pub preferences: Preferences,
    pub is_friend: bool,
    pub has_asked: bool,
    pub is_asked: bool,
    pub follows: bool,
    pub is_followed: bool,
    pub sees_first: bool,
    pub snoozed_until: Option<Millis>,
    pub is_muted: bool,
    pub muted_until: Option<Millis>,
    pub is_restricted: bool,
    pub is_blocked: bool,
}

impl Pair {
    /// What the viewer may know of it at `now`.
    pub(super) fn relation(&self, now: Millis) -> Relation {
        let is_muted = self.is_muted && self.muted_until.is_none_or(|until| until > now);
        Relation {
            is_self: self.is_self,
            is_friend: self.is_friend,
            has_asked: self.has_asked,
            is_asked: self.is_asked,
            may_ask: false,
            follows: self.follows,
            may_follow: false,
            is_followed: self.is_followed,
            sees_first: self.sees_first,
            snoozed_until: self.snoozed_until.filter(|until| *until > now),
            is_muted,
            muted_until: self.muted_until.filter(|_| is_muted),
            is_restricted: self.is_restricted,
        }
    }
}
