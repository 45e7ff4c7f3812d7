//! Whether what was made from rows is still what would be made now. Faces keep rendered parts; each part remembers when
//! its reading began and of which things it tells, and is thrown away as soon as one of them changed since.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use kith_base::Id;
use kith_db::Event;

use crate::App;
use crate::changes::Change;

/// Places for changes; things share one by chance, which costs a needless rendering and nothing else.
const PLACES: usize = 1 << 16;

/// When things last changed, in turns that only grow.
pub struct Freshness {
    turn: AtomicU64,
    /// When something changed that may show anywhere.
    anywhere: AtomicU64,
    places: Box<[AtomicU64]>,
}

/// A moment before a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Turn(u64);

/// Something that rendered parts tell of: an account or a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Thing(u16);

impl<K> From<Id<K>> for Thing {
    fn from(id: Id<K>) -> Self {
        // The low bits of an id are chance, so things spread evenly.
        let [low, high, ..] = id.raw().to_le_bytes();
        Self(u16::from_le_bytes([low, high]))
    }
}

impl Default for Freshness {
    fn default() -> Self {
        Self {
            turn: AtomicU64::new(0),
            anywhere: AtomicU64::new(0),
            places: (0..PLACES).map(|_| AtomicU64::new(0)).collect(),
        }
    }
}

impl Freshness {
    /// The present turn, to be taken before anything is read.
    pub fn turn(&self) -> Turn {
        Turn(self.turn.load(Ordering::Acquire))
    }

    /// Whether nothing about `things` changed since a reading that began at `since`.
    pub fn holds(&self, since: Turn, things: &[Thing]) -> bool {
        let is_old = |place: &AtomicU64| place.load(Ordering::Acquire) > since.0;
        !is_old(&self.anywhere)
            && !things.iter().any(|thing| self.places.get(usize::from(thing.0)).is_none_or(is_old))
    }

    fn touch(&self, thing: impl Into<Thing>) {
        if let Some(place) = self.places.get(usize::from(thing.into().0)) {
            place.store(self.next(), Ordering::Release);
        }
    }

    fn touch_all(&self) {
        self.anywhere.store(self.next(), Ordering::Release);
    }

    fn next(&self) -> u64 {
        self.turn.fetch_add(1, Ordering::AcqRel) + 1
    }

    fn hear(&self, change: &Change) {
        match change {
            // Names, pictures and states of people stand in too many places to be followed one by one, and change
            // seldom.
            Change::SiteChanged | Change::AccountChanged { .. } | Change::GroupChanged { .. } => {
                self.touch_all();
            }
            Change::FriendshipChanged { a, b }
            | Change::DistanceChanged { a, b }
            | Change::FollowChanged { follower: a, followed: b } => {
                self.touch(*a);
                self.touch(*b);
            }
            Change::CircleChanged { owner, member, .. } => {
                self.touch(*owner);
                self.touch(*member);
            }
            Change::MembershipChanged { account, .. }
            | Change::ListsChanged { owner: account }
            | Change::FollowedTagsChanged { account }
            | Change::FiltersChanged { account }
            | Change::MarksChanged { account }
            | Change::MediaChanged { owner: account, .. } => self.touch(*account),
            Change::PostCreated { post, author, wall, .. }
            | Change::PostDeleted { post, author, wall }
            | Change::PostRestored { post, author, wall, .. } => {
                self.touch(*post);
                self.touch(*author);
                if let Some(wall) = wall {
                    self.touch(*wall);
                }
            }
            Change::PostChanged { post, .. }
            | Change::PostTagged { post, .. }
            | Change::SharesChanged { post }
            | Change::PollChanged { post }
            | Change::CommentChanged { post, .. }
            | Change::CommentDeleted { post, .. }
            | Change::ReactionsChanged { post, .. } => self.touch(*post),
            Change::CommentEdited { .. }
            | Change::MessageSent { .. }
            | Change::MessageChanged { .. }
            | Change::ConversationChanged { .. }
            | Change::ConversationRead { .. }
            | Change::Typing { .. }
            | Change::NoticesChanged { .. }
            | Change::FriendRequestChanged { .. }
            | Change::SuggestionHidden { .. }
            | Change::SessionsEnded { .. }
            | Change::ActingChanged { .. }
            | Change::TokensEnded { .. }
            | Change::NoticeAdded { .. } => {}
        }
    }
}

/// Listens for changes.
pub fn connect(app: &Arc<App>) {
    let listener = Arc::downgrade(app);
    app.db.listen(move |event| {
        let Some(app) = listener.upgrade() else { return };
        match event {
            Event::Committed(news) => {
                if let Some(change) = news.downcast_ref::<Change>() {
                    app.freshness.hear(change);
                }
            }
            Event::Foreign => app.freshness.touch_all(),
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AccountId, PostId};

    #[test]
    fn what_was_read_before_a_change_holds_no_more() {
        let freshness = Freshness::default();
        let (ann, post) = (AccountId::new(7), PostId::new(8));
        let things = [Thing::from(ann), Thing::from(post)];
        let before = freshness.turn();
        assert!(freshness.holds(before, &things));
        freshness.hear(&Change::PollChanged { post });
        assert!(!freshness.holds(before, &things));
        assert!(freshness.holds(before, &[Thing::from(ann)]));
        let after = freshness.turn();
        assert!(freshness.holds(after, &things));
        freshness.hear(&Change::SiteChanged);
        assert!(!freshness.holds(after, &[]));
    }
}
