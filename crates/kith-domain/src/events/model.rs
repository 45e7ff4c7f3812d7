//! What events are.

use jiff::civil::DateTime;
use kith_base::Millis;
use serde::{Deserialize, Serialize};

use super::texts::EventText;
use crate::calendars::{Repeat, Rule, instant, local, zone};
use crate::groups::GroupFacts;
use crate::kinds::{EventAnswerId, EventId, EventRemarkId};
use crate::viewer::{AccountState, stored_as_text};
use crate::{AccountId, GroupId, MediaId};

/// Who sees an event beside its hosts and those who are invited.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum EventAudience {
    /// Everybody in the world.
    Public,
    /// Every member.
    Community,
    /// Friends of the host.
    Friends,
    /// Nobody else.
    #[default]
    Invited,
    /// Whoever reads the group that it belongs to, and nobody besides.
    Group,
}
stored_as_text!(EventAudience {
    Public = "public",
    Community = "community",
    Friends = "friends",
    Invited = "invited",
    Group = "group",
});

/// How far an event has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum EventState {
    /// Only its hosts know of it.
    #[default]
    Draft,
    /// It is published at its time.
    Scheduled,
    /// It is there for its audience.
    Published,
    /// It was there, and does not happen.
    Cancelled,
}
stored_as_text!(EventState {
    Draft = "draft",
    Scheduled = "scheduled",
    Published = "published",
    Cancelled = "cancelled",
});

/// What somebody is to an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AnswerState {
    /// They have no account, and have not shown that the address is theirs.
    Unconfirmed,
    /// They are asked and said nothing yet.
    Invited,
    /// They come.
    Going,
    /// They may come, or like it.
    Maybe,
    /// They do not come.
    Declined,
    /// They come once there is room.
    Waitlisted,
    /// They come once a host says so.
    ApprovalPending,
    /// A host does not want them there.
    Removed,
}
stored_as_text!(AnswerState {
    Unconfirmed = "unconfirmed",
    Invited = "invited",
    Going = "going",
    Maybe = "maybe",
    Declined = "declined",
    Waitlisted = "waitlisted",
    ApprovalPending = "approval_pending",
    Removed = "removed",
});

/// What decides who may see an event and do what with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventFacts {
    /// Whose it is.
    pub host: AccountId,
    /// Whether they are here.
    pub host_state: AccountState,
    /// Who looks after it beside them.
    pub co_hosts: Vec<AccountId>,
    /// For whom it is.
    pub audience: EventAudience,
    /// The group that it belongs to.
    pub group: Option<GroupFacts>,
    /// How far it has come.
    pub state: EventState,
    /// What the viewer is to it.
    pub mine: Option<AnswerState>,
    /// Whether guests may ask further people.
    pub guests_invite: bool,
    /// Whether all who see it see who comes.
    pub shows_guests: bool,
    /// Whether it is talked about on its page.
    pub has_discussion: bool,
    /// Until when one can answer.
    pub answer_until: Option<Millis>,
    /// When it is over; none when it never is.
    pub ends_at: Option<Millis>,
}

/// What is said of an event that nothing is looked up by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct About {
    /// Name of the place.
    pub place: String,
    /// Its address.
    pub address: String,
    /// A map of it.
    pub map_url: String,
    /// Where it happens online; shown to guests alone.
    pub online_url: String,
    /// Whether guests may ask further people.
    pub guests_invite: bool,
    /// Whether all who see it see who comes.
    pub shows_guests: bool,
    /// Whether it is talked about on its page.
    pub has_discussion: bool,
    /// Whether people without an account may come; only to what is public.
    pub takes_strangers: bool,
    /// How many people one guest may bring.
    pub companions: i64,
    /// What guests are asked.
    pub questions: Vec<String>,
    /// What guests agree to.
    pub consent: String,
    /// What it costs, in words.
    pub price: String,
    /// Where tickets are sold.
    pub ticket_url: String,
    /// What sort of event it is, in a word.
    pub category: String,
    /// Further words, with spaces between.
    pub tags: String,
    /// Who gets in and around, and how.
    pub accessibility: String,
    /// Languages that are spoken there.
    pub languages: String,
}

/// What hosts say of an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// What it is called.
    pub title: String,
    /// What is said of it, in light Markdown.
    pub source: String,
    /// Language of the text as a tag; `auto` or nothing to have it found.
    pub language: String,
    /// Title and text in further languages.
    pub more: Vec<EventText>,
    /// The picture on top.
    pub cover: Option<MediaId>,
    /// When it begins for the first time, by what clocks show where it is.
    pub starts: DateTime,
    /// How long it lasts.
    pub minutes: Option<i64>,
    /// IANA name of the zone.
    pub time_zone: String,
    /// Whether it is about days and not about hours.
    pub is_all_day: bool,
    /// When it happens again.
    pub rule: Option<Rule>,
    /// For whom it is.
    pub audience: EventAudience,
    /// The group that it belongs to; it stays there, and its audience is that group.
    pub group: Option<GroupId>,
    /// How many people fit in.
    pub capacity: Option<i64>,
    /// Whether others wait for places.
    pub has_waiting_list: bool,
    /// Whether a host has to say yes.
    pub needs_approval: bool,
    /// Until when one can answer.
    pub answer_until: Option<Millis>,
    /// All else.
    pub about: About,
}

/// When an event is shown to its audience.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Publish {
    /// Now.
    #[default]
    Now,
    /// Not yet.
    Later,
    /// At this moment.
    At(Millis),
}

/// An event that is to be made.
#[derive(Clone, Debug, Default)]
pub struct NewEvent {
    /// What is said of it.
    pub details: Details,
    /// Who brings what: name and how many are needed.
    pub slots: Vec<(String, i64)>,
    /// When it is shown.
    pub publish: Publish,
    /// A word that the form made: handed in twice it makes one event.
    pub submission: Option<String>,
}

/// An event as somebody sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Which one.
    pub id: EventId,
    /// What decides about it.
    pub facts: EventFacts,
    /// What is said of it. The online link is empty for those who are not to have it.
    pub details: Details,
    /// The text as shown.
    pub html: String,
    /// Further times.
    pub extra: Vec<DateTime>,
    /// Times at which it does not happen after all.
    pub except: Vec<DateTime>,
    /// The first moment of all.
    pub first_at: Millis,
    /// Places of those who come.
    pub taken: i64,
    /// When it will be published.
    pub publish_at: Option<Millis>,
    /// Grows when times or places change.
    pub timing: i64,
    /// Its name in calendar files.
    pub uid: String,
    /// When it was made.
    pub created_at: Millis,
    /// When times or places last changed.
    pub changed_at: Option<Millis>,
    /// When it was cancelled.
    pub cancelled_at: Option<Millis>,
}

impl Event {
    /// When it happens, again and again.
    pub fn repeat(&self) -> Repeat {
        Repeat {
            start: self.details.starts,
            rule: self.details.rule.clone(),
            extra: self.extra.clone(),
            except: self.except.clone(),
            zone: zone(&self.details.time_zone),
        }
    }

    /// Whether it happens more than once.
    pub fn repeats(&self) -> bool {
        self.details.rule.is_some() || !self.extra.is_empty()
    }

    /// The moment at which clocks where it is show `at`.
    pub fn moment(&self, at: DateTime) -> Millis {
        instant(&zone(&self.details.time_zone), at)
    }

    /// What clocks where it is show at a moment.
    pub fn clock(&self, at: Millis) -> DateTime {
        local(&zone(&self.details.time_zone), at)
    }

    /// Whether it is over for good.
    pub fn is_past(&self, now: Millis) -> bool {
        self.facts.ends_at.is_some_and(|end| end <= now)
    }

    /// Places that are left; none where there is no end of them.
    pub fn left(&self) -> Option<i64> {
        self.details.capacity.map(|most| (most - self.taken).max(0))
    }

    /// Whether `account` looks after it.
    pub fn is_host(&self, account: AccountId) -> bool {
        self.facts.host == account || self.facts.co_hosts.contains(&account)
    }
}

/// One time of what repeats that is unlike the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Override {
    /// When it would begin by the rule.
    pub occurrence: DateTime,
    /// When it begins.
    pub starts: DateTime,
    /// How long it lasts.
    pub minutes: Option<i64>,
    /// What it is called.
    pub title: String,
    /// Where it is.
    pub place: String,
    /// The address of that.
    pub address: String,
    /// Whether it does not happen.
    pub is_cancelled: bool,
}

/// One time of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// When it would begin by the rule; by this it is known.
    pub key: DateTime,
    /// When it begins, by what clocks show there.
    pub starts: DateTime,
    /// The moment at which it begins.
    pub starts_at: Millis,
    /// The moment at which it ends, if that is known.
    pub ends_at: Option<Millis>,
    /// What it is called.
    pub title: String,
    /// Where it is.
    pub place: String,
    /// The address of that.
    pub address: String,
    /// Whether it does not happen.
    pub is_cancelled: bool,
}

/// Somebody's answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Which one.
    pub id: EventAnswerId,
    /// To what.
    pub event: EventId,
    /// The member, if it is one.
    pub account: Option<AccountId>,
    /// Name of somebody without an account.
    pub name: String,
    /// Their address, for hosts.
    pub email: String,
    /// Language of letters to them.
    pub language: String,
    /// What they are to the event.
    pub state: AnswerState,
    /// How many people they bring.
    pub companions: i64,
    /// What they said to its questions.
    pub replies: Vec<String>,
    /// Who asked them.
    pub invited_by: Option<AccountId>,
    /// Since when they wait for a place.
    pub waits_since: Option<Millis>,
}

impl Answer {
    /// Places that they need.
    pub const fn places(&self) -> i64 {
        1 + self.companions
    }
}

/// What a member answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewAnswer {
    /// Whether they come.
    pub choice: Choice,
    /// How many people they bring.
    pub companions: i64,
    /// What they say to the questions.
    pub replies: Vec<String>,
    /// Whether they agree to what the event asks them to agree to.
    pub agrees: bool,
}

/// Whether somebody comes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    /// Yes.
    #[default]
    Going,
    /// Perhaps.
    Maybe,
    /// No.
    Declined,
}
stored_as_text!(Choice { Going = "going", Maybe = "maybe", Declined = "declined" });

/// What somebody said about an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Which one.
    pub id: EventRemarkId,
    /// About what.
    pub event: EventId,
    /// Who.
    pub author: AccountId,
    /// Language of the text as a tag.
    pub language: String,
    /// The text as shown.
    pub html: String,
    /// When.
    pub created_at: Millis,
}

/// Which events are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Folder {
    /// All that come.
    #[default]
    Upcoming,
    /// Those that the viewer looks after or comes to, drafts included.
    Mine,
    /// Those to which the viewer is asked and has not answered.
    Invited,
    /// Those that are over.
    Past,
}
stored_as_text!(Folder { Upcoming = "upcoming", Mine = "mine", Invited = "invited", Past = "past" });

/// Which times of what repeats a change is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// All of them.
    #[default]
    All,
    /// This one and those after it.
    Following(DateTime),
    /// This one.
    This(DateTime),
}
