//! Whose posts come to a member's home page. The rule is stated on the page in one sentence, so it stays that simple.

use std::sync::Arc;

use kith_base::Millis;

use crate::posts::Audience;
use crate::viewer::Member;
use crate::{AccountId, PostId};

/// A community of fewer members than this is small enough to read all that is written for everyone.
pub const SMALL_COMMUNITY: i64 = 150;
/// A member with fewer friends than this reads it too, wherever they are.
pub const FEW_FRIENDS: usize = 5;

/// Which posts are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tab {
    /// From everybody the member follows, on their walls, and what is written for everyone while that is little.
    #[default]
    Everything,
    /// From friends and on their walls.
    Friends,
    /// As `Everything`, without strangers: apps show what is written for everyone in a place of its own.
    Followed,
}

/// A post as a timeline knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub id: PostId,
    pub author: AccountId,
    /// On whose profile it stands.
    pub owner: AccountId,
}

/// Whose posts come, for one member at one moment.
#[derive(Clone)]
pub(super) struct Sources {
    pub member: Arc<Member>,
    /// Whether what strangers write for everyone comes too.
    pub with_everyone: bool,
}

impl Sources {
    /// Whether both take the same posts from the same people.
    pub fn are_same(&self, other: &Self) -> bool {
        self.with_everyone == other.with_everyone
            && (Arc::ptr_eq(&self.member, &other.member)
                || (self.member.following == other.member.following
                    && self.member.friends == other.member.friends))
    }

    /// Whether the post comes because of who wrote it or where it stands.
    pub fn has_tie(&self, entry: &Entry) -> bool {
        let (me, following) = (self.member.id, &self.member.following);
        let is_mine = entry.author == me || entry.owner == me;
        is_mine
            || following.contains(&entry.author)
            || (following.contains(&entry.owner) && !self.has_unfollowed(entry.author))
    }

    /// Whether the post may be kept on the timeline: it has a tie, or comes with everyone's.
    pub fn may_come(&self, entry: &Entry) -> bool {
        self.has_tie(entry) || (self.with_everyone && !self.has_unfollowed(entry.author))
    }

    /// [`Sources::may_come`], now that the audience is known: without a tie it must be for everyone.
    pub fn comes(&self, entry: &Entry, audience: Audience) -> bool {
        self.has_tie(entry) || (self.may_come(entry) && audience.is_wide())
    }

    /// A friend whom the member does not follow asked for nothing to be hidden, but the member did.
    fn has_unfollowed(&self, author: AccountId) -> bool {
        self.member.friends.contains(&author) && !self.member.following.contains(&author)
    }

    /// Whether `tab` shows it at `now`, which people muted and snoozed decide anew each time.
    pub fn shows(&self, tab: Tab, entry: &Entry, now: Millis) -> bool {
        let member = &self.member;
        let me = member.id;
        let is_quiet = |other: AccountId| {
            other != me
                && (member.has_muted(other, now)
                    || member.snoozed.get(&other).is_some_and(|until| *until > now))
        };
        let is_aside = entry.author != me && member.set_aside.contains(&entry.author);
        if is_aside || is_quiet(entry.author) || is_quiet(entry.owner) {
            return false;
        }
        let is_near = |other: AccountId| {
            other == me || (member.friends.contains(&other) && member.following.contains(&other))
        };
        match tab {
            Tab::Everything => true,
            Tab::Followed => self.has_tie(entry),
            Tab::Friends => is_near(entry.author) || is_near(entry.owner),
        }
    }
}
