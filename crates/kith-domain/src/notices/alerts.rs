//! What apps can ask to be woken for, and the work that is left for that in the transaction of a notice.

use std::fmt;

use kith_base::Result;
use kith_db::Tx;
use serde::{Deserialize, Serialize};

use super::{Occasion, sql};
use crate::AccountId;
use crate::kinds::{NoticeId, PushSubscriptionId};
use crate::viewer::stored_as_text;

/// Something to be woken for. Apps know more kinds than there are occasions here; those that nothing belongs to are kept
/// for them all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Alert {
    /// Somebody speaks to me: a mention, a comment, an answer, a post on my wall.
    Mention,
    /// Somebody whom I want on top wrote.
    Post,
    /// My post was passed on.
    Share,
    /// My post was passed on with a comment.
    Quote,
    /// Somebody follows me, or is a friend now.
    Follow,
    /// Somebody asks to be a friend.
    FriendRequest,
    /// Somebody reacted.
    Reaction,
    /// A poll ended.
    Poll,
    /// A post that I had to do with was edited.
    Edit,
    /// A post that I passed on with a comment was edited.
    QuotedEdit,
    /// Somebody joined.
    Joined,
    /// Somebody was reported.
    Report,
    /// Somebody wrote to me. Browsers alone are woken for it: apps would look for a notification.
    Message,
    /// Something about an event. Browsers alone are woken for it, as for messages.
    Event,
    /// Something about a group that no app has a notification for. Browsers alone, too.
    Group,
    /// Photos of me, albums, memories and what I kept. Browsers alone, too.
    Keepsake,
}

stored_as_text!(Alert {
    Mention = "mention",
    Post = "post",
    Share = "share",
    Quote = "quote",
    Follow = "follow",
    FriendRequest = "friend_request",
    Reaction = "reaction",
    Poll = "poll",
    Edit = "edit",
    QuotedEdit = "quoted_edit",
    Joined = "joined",
    Report = "report",
    Message = "message",
    Event = "event",
    Group = "group",
    Keepsake = "keepsake",
});

impl Alert {
    /// The kind that an occasion belongs to; none for what apps are told in no notification.
    pub const fn of(occasion: Occasion) -> Option<Self> {
        Some(match occasion {
            Occasion::FriendRequest => Self::FriendRequest,
            Occasion::FriendAccepted | Occasion::NewFollower => Self::Follow,
            Occasion::JoinedByInvite => Self::Joined,
            Occasion::Reaction => Self::Reaction,
            Occasion::Comment
            | Occasion::Reply
            | Occasion::Mention
            | Occasion::WallPost
            | Occasion::GroupMention => Self::Mention,
            Occasion::Share => Self::Share,
            Occasion::Quote => Self::Quote,
            Occasion::SeeFirst | Occasion::GroupPost | Occasion::GroupAnnouncement => Self::Post,
            Occasion::PollClosed => Self::Poll,
            Occasion::PostEdited => Self::Edit,
            // Browsers alone, as apps have no notification for it.
            Occasion::Message | Occasion::ChatAdded => Self::Message,
            Occasion::EventInvite
            | Occasion::EventChanged
            | Occasion::EventCancelled
            | Occasion::EventReminder
            | Occasion::EventPromoted
            | Occasion::EventResponse
            | Occasion::EventDiscussion => Self::Event,
            Occasion::GroupInvite
            | Occasion::GroupRequest
            | Occasion::GroupRequestResult
            | Occasion::GroupPostPending
            | Occasion::GroupPostResult
            | Occasion::GroupRoleChanged
            | Occasion::GroupOwnerHandover
            | Occasion::GroupArchived
            | Occasion::GroupRenamed
            | Occasion::GroupChanged
            | Occasion::GroupReport
            | Occasion::PageInvite
            | Occasion::PageRole => Self::Group,
            Occasion::SavedReminder
            | Occasion::AlbumInvite
            | Occasion::TagPhoto
            | Occasion::TagReview
            | Occasion::Memory => Self::Keepsake,
            // Apps have no word for these, or one that promises what is not said here: who asks, whom it is about.
            Occasion::ScheduledRefused
            | Occasion::ScheduledPublished
            | Occasion::AlsoCommented
            | Occasion::Birthday
            | Occasion::SignupPending
            | Occasion::ReportReceived
            | Occasion::SecurityLogin
            | Occasion::SecurityChanged
            | Occasion::MessageRequest
            | Occasion::MessageReaction => return None,
        })
    }
}

/// What an app wants to be woken for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alerts(Vec<Alert>);

impl Alerts {
    /// Reads words with spaces between; what is no word of ours is left out.
    pub fn parse(words: &str) -> Self {
        words.split(' ').filter_map(Alert::parse).collect()
    }

    /// Whether this one is among them.
    pub fn has(&self, alert: Alert) -> bool {
        self.0.contains(&alert)
    }
}

impl FromIterator<Alert> for Alerts {
    fn from_iter<I: IntoIterator<Item = Alert>>(alerts: I) -> Self {
        Self(alerts.into_iter().collect())
    }
}

impl fmt::Display for Alerts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<&str> = self.0.iter().map(|alert| alert.as_str()).collect();
        f.write_str(&words.join(" "))
    }
}

/// The job that wakes an app; `push` carries it out.
pub(crate) const WAKE: &str = "push.wake";

/// What that job works on.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct Wake {
    /// Which app.
    pub subscription: PushSubscriptionId,
    /// What for.
    pub notice: NoticeId,
    /// How often it was tried.
    pub tries: i64,
}

/// What may ring for one notice.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ringing {
    /// Apps, each for what it asked for.
    pub apps: bool,
    /// Browsers, which ask for everything and leave the choice to their member's settings.
    pub browsers: bool,
}

/// Leaves work for each app and browser of `to` that is to be woken for this. Where there is none, one look is all it
/// costs.
pub(super) fn wake(
    tx: &mut Tx<'_>,
    to: AccountId,
    notice: NoticeId,
    occasion: Occasion,
    ringing: Ringing,
) -> Result<()> {
    let now = tx.now();
    let Some(alert) = Alert::of(occasion).filter(|_| ringing.apps || ringing.browsers) else { return Ok(()) };
    for subscription in sql::subscriptions(tx, to)? {
        let may_ring = if subscription.is_browser { ringing.browsers } else { ringing.apps };
        if may_ring && subscription.alerts.has(alert) {
            tx.enqueue(WAKE, &Wake { subscription: subscription.id, notice, tries: 0 }, now)?;
        }
    }
    Ok(())
}
