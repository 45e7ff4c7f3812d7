//! Events and what stands around them, as pages are handed them.

use super::model::{Answer, AnswerState, Event, Occurrence, Remark};
use crate::accounts::PersonCard;
use crate::kinds::EventSlotId;
use crate::media::Photo;
use crate::viewer::Visible;

/// A line of a list or of a calendar.
#[derive(Clone, Debug)]
pub struct Line {
    /// The event.
    pub event: Visible<Event>,
    /// Which time of it.
    pub occurrence: Occurrence,
}

/// A remark with who made it.
#[derive(Clone, Debug)]
pub struct RemarkCard {
    /// The remark.
    pub remark: Visible<Remark>,
    /// Who made it.
    pub author: PersonCard,
    /// Whether the viewer may take it away.
    pub may_delete: bool,
}

/// What the viewer may do with an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct May {
    /// Say whether they come.
    pub answer: bool,
    /// Ask others.
    pub invite: bool,
    /// See who comes.
    pub see_guests: bool,
    /// Say something about it.
    pub discuss: bool,
    /// Change it.
    pub edit: bool,
    /// Name who else looks after it, and hand it over.
    pub own: bool,
    /// Delete it.
    pub delete: bool,
}

/// An event with all that stands on its page.
#[derive(Clone, Debug)]
pub struct EventPage {
    /// The event.
    pub event: Visible<Event>,
    /// The time that is looked at: the one asked for, or the next one, or the last.
    pub occurrence: Occurrence,
    /// Those after it.
    pub next: Vec<Occurrence>,
    /// Whose it is.
    pub host: PersonCard,
    /// Who looks after it beside them.
    pub co_hosts: Vec<PersonCard>,
    /// The picture on top.
    pub cover: Option<Photo>,
    /// The viewer's answer.
    pub mine: Option<Answer>,
    /// How many people gave which answer, for those who may know.
    pub counts: Vec<(AnswerState, i64)>,
    /// Who brings what.
    pub slots: Vec<Slot>,
    /// What was said about it lately, old to new.
    pub remarks: Vec<RemarkCard>,
    /// What the viewer may do.
    pub may: May,
}

/// A guest as others see them.
#[derive(Clone, Debug)]
pub struct Guest {
    /// Their answer; to other guests without address and replies.
    pub answer: Visible<Answer>,
    /// The member, if it is one.
    pub person: Option<PersonCard>,
    /// Whether they were there at the time that is looked at.
    pub is_here: bool,
}

/// Who comes, by what they said.
#[derive(Clone, Debug, Default)]
pub struct Guests {
    /// Everybody whom the viewer may know of.
    pub people: Vec<Guest>,
    /// How many there are with each answer, companions left out.
    pub counts: Vec<(AnswerState, i64)>,
}

impl Guests {
    /// How many people gave this answer.
    pub fn count(&self, state: AnswerState) -> i64 {
        self.counts.iter().find(|(known, _)| *known == state).map_or(0, |(_, count)| *count)
    }
}

/// Something that people take on.
#[derive(Clone, Debug)]
pub struct Slot {
    /// Which one.
    pub id: EventSlotId,
    /// What it is.
    pub name: String,
    /// How many are needed.
    pub needed: i64,
    /// How many there are.
    pub taken: i64,
    /// Who took it on, as far as the viewer may meet them.
    pub people: Vec<PersonCard>,
    /// Whether the viewer did.
    pub is_mine: bool,
}
