//! Whose posts come to a member's home page. The rule is stated on the page in one sentence, so it stays that simple.

use std::sync::Arc;

use kith_base::Millis;

use crate::posts::Audience;
use crate::viewer::{GroupLevel, Member};
use crate::{AccountId, GroupId, PostId};

/// A community of fewer members than this is small enough to read all that is written for everyone.
pub const SMALL_COMMUNITY: i64 = 150;
/// A member with fewer friends than this reads it too, wherever they are.
pub const FEW_FRIENDS: usize = 5;

/// Which posts are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tab {
    /// From everybody the member follows, on their walls, what is written for everyone with a tag that they follow, and
    /// all that is written for everyone while that is little.
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
    /// In which group.
    pub group: Option<GroupId>,
}

/// A post as it came in, with its tags by key.
#[derive(Clone, Debug)]
pub(super) struct Arrival {
    pub entry: Entry,
    pub tags: Arc<[String]>,
}

/// A post from the indexes, and whether it was found there by a tag that the member follows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub entry: Entry,
    pub has_tag: bool,
}

/// In which indexes posts for a member are looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    pub member: AccountId,
    pub with_everyone: bool,
    pub with_tags: bool,
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
                    && self.member.friends == other.member.friends
                    && self.member.groups == other.member.groups
                    && self.member.group_levels == other.member.group_levels
                    && self.member.followed_tags == other.member.followed_tags))
    }

    /// Whether the post comes because of who wrote it or where it stands.
    pub fn has_tie(&self, entry: &Entry) -> bool {
        let (me, following) = (self.member.id, &self.member.following);
        let is_mine = entry.author == me || entry.owner == me;
        if let Some(group) = entry.group {
            let is_in = self.member.groups.contains_key(&group);
            return is_in && (is_mine || self.takes_from(group, entry.author));
        }
        is_mine
            || following.contains(&entry.author)
            || (following.contains(&entry.owner) && !self.has_unfollowed(entry.author))
    }

    /// Whether what `author` writes in a group of the member may come: all of it, or what friends write and what is
    /// announced, which is known with the card.
    fn takes_from(&self, group: GroupId, author: AccountId) -> bool {
        self.member.level_in(group) != GroupLevel::None && !self.has_unfollowed(author)
    }

    /// Whether a post in a group comes after all, now that it is known whether it is announced.
    pub fn comes_from_group(&self, entry: &Entry, is_announced: bool) -> bool {
        let Some(group) = entry.group else { return true };
        entry.author == self.member.id
            || is_announced
            || self.member.level_in(group) != GroupLevel::Friends
            || self.member.friends.contains(&entry.author)
    }

    /// Whether the post may be kept on the timeline: it has a tie, comes with everyone's, or has a followed tag.
    pub fn may_come(&self, entry: &Entry, has_tag: bool) -> bool {
        let is_open = entry.group.is_none() && (self.with_everyone || has_tag);
        self.has_tie(entry) || (is_open && !self.has_unfollowed(entry.author))
    }

    /// [`Sources::may_come`] for a post that just came in.
    pub fn takes(&self, arrival: &Arrival) -> bool {
        self.may_come(&arrival.entry, self.follows_one(arrival.tags.iter()))
    }

    /// [`Sources::may_come`], now that the audience is known: without a tie it must be for everyone.
    pub fn comes(&self, entry: &Entry, audience: Audience, has_tag: bool) -> bool {
        self.has_tie(entry) || (self.may_come(entry, has_tag) && audience.is_wide())
    }

    /// Whether tags bring anything: where everyone's posts come, those with a followed tag are among them.
    pub fn with_tags(&self) -> bool {
        !self.with_everyone && !self.member.followed_tags.is_empty()
    }

    /// Whether the member follows one of these tags.
    pub fn follows_one<'t>(&self, mut tags: impl Iterator<Item = &'t String>) -> bool {
        let followed = &self.member.followed_tags;
        !followed.is_empty() && tags.any(|tag| followed.contains(tag))
    }

    /// The same for one tab: strangers come to `Everything` alone.
    pub fn within(mut self, tab: Tab) -> Self {
        self.with_everyone &= tab == Tab::Everything;
        self
    }

    /// Where posts for `tab` are found. What strangers write never stands on the tab of friends.
    pub fn reach(&self, tab: Tab) -> Reach {
        let with_strangers = tab != Tab::Friends;
        Reach {
            member: self.member.id,
            with_everyone: with_strangers && self.with_everyone,
            with_tags: with_strangers && self.with_tags(),
        }
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
            // Tags are asked for with the cards.
            Tab::Followed => self.has_tie(entry) || !member.followed_tags.is_empty(),
            Tab::Friends => entry.group.is_none() && (is_near(entry.author) || is_near(entry.owner)),
        }
    }
}
