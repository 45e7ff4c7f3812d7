//! People as templates read them: in rows of lists, with what can be done beside the name.

use kith_domain::accounts::PersonCard;
use kith_domain::people::Entry;

use crate::frame::{Frame, hue_of, initials_of};

/// Somebody in a list.
pub(crate) struct PersonRow {
    pub(crate) id: String,
    pub(crate) handle: String,
    pub(crate) name: String,
    pub(crate) avatar: Option<String>,
    pub(crate) hue: u8,
    pub(crate) initials: String,
    /// The quiet second line.
    pub(crate) line: String,
    pub(crate) is_friend: bool,
    pub(crate) has_asked: bool,
    pub(crate) is_asked: bool,
    pub(crate) may_ask: bool,
}

impl PersonRow {
    /// A row whose second line is the handle.
    pub(crate) fn of(card: &PersonCard) -> Self {
        Self {
            id: card.id.to_string(),
            handle: card.handle.clone(),
            name: card.name.clone(),
            avatar: card.avatar.map(|id| format!("/media/{id}/square")),
            hue: hue_of(card.id.raw()),
            initials: initials_of(&card.name),
            line: format!("@{}", card.handle),
            is_friend: false,
            has_asked: false,
            is_asked: false,
            may_ask: false,
        }
    }

    /// A row with another second line.
    pub(crate) fn with_line(card: &PersonCard, line: String) -> Self {
        Self { line, ..Self::of(card) }
    }

    /// A row that tells the ties between the two.
    pub(crate) fn of_entry(frame: &Frame, entry: &Entry) -> Self {
        let standing = entry.standing;
        let row = Self::of(&entry.person);
        Self {
            line: if standing.in_common > 0 {
                in_common(frame, standing.in_common)
            } else {
                row.line.clone()
            },
            is_friend: standing.is_friend,
            has_asked: standing.has_asked,
            is_asked: standing.is_asked,
            may_ask: standing.may_ask,
            ..row
        }
    }

    /// Rows of several people.
    pub(crate) fn all(cards: &[PersonCard]) -> Vec<Self> {
        cards.iter().map(Self::of).collect()
    }
}

/// "4 friends in common".
pub(crate) fn in_common(frame: &Frame, count: usize) -> String {
    frame.l.t1("people-in-common", "count", count)
}
