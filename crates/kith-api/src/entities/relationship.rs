//! How the caller stands to somebody.

use kith_domain::AccountId;
use kith_domain::relationships::Relation;
use serde::Serialize;

/// `Relationship` (docs.joinmastodon.org/entities/Relationship). Friends follow each other; a friend request is a follow
/// request.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Relationship {
    id: AccountId,
    following: bool,
    showing_reblogs: bool,
    notifying: bool,
    languages: Option<Vec<String>>,
    followed_by: bool,
    blocking: bool,
    blocked_by: bool,
    muting: bool,
    muting_notifications: bool,
    muting_expires_at: Option<String>,
    requested: bool,
    requested_by: bool,
    domain_blocking: bool,
    endorsed: bool,
    note: String,
}

impl Relationship {
    /// From what the caller may know of somebody who is there for them.
    pub(crate) fn of(id: AccountId, relation: &Relation) -> Self {
        Self {
            id,
            following: relation.follows,
            showing_reblogs: relation.follows,
            notifying: relation.sees_first,
            followed_by: relation.is_followed,
            muting: relation.is_muted,
            muting_notifications: relation.is_muted,
            muting_expires_at: relation.muted_until.map(super::moment),
            requested: relation.has_asked,
            requested_by: relation.is_asked,
            ..Self::default()
        }
    }

    /// The same with what the caller alone knows of them.
    pub(crate) fn with_regard(mut self, note: Option<String>, endorsed: bool) -> Self {
        self.note = note.unwrap_or_default();
        self.endorsed = endorsed;
        self
    }

    /// Somebody whom the caller blocked: nothing else is between the two.
    pub(crate) fn blocked(id: AccountId) -> Self {
        Self { id, blocking: true, ..Self::default() }
    }
}
