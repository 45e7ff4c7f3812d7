//! Notices: a row for somebody, written in the transaction of what it is about and gone with it. This feature only keeps
//! the rows and leaves work for `push`; who may read them, and what they look like then, is for `inbox`. Both stand
//! below posts and comments.

mod alerts;
mod choices;
pub(crate) mod mail;
mod sql;

use std::sync::Arc;

use kith_base::{DAY, HOUR, Millis, Result};
use kith_db::{Query, Tx};

use alerts::Ringing;
pub use alerts::{Alert, Alerts};
pub(crate) use alerts::{WAKE, Wake};
pub use choices::{
    Channels, Choices, NEWCOMER, Passage, Quiet, Sender, apps_may_ring, channels, defaults, is_fixed,
    offered, own_choices, passage, set_choices,
};

use crate::changes::{self, Change};
use crate::kinds::NoticeId;
use crate::viewer::stored_as_text;
use crate::work::Upkeep;
use crate::{AccountId, App, CommentId, ConversationId, EventId, GroupId, MessageId, PostId};

/// Notices that are kept for one member, the newest.
pub const KEPT: usize = 1_000;
/// How long a notice is kept.
pub const LIFE: Millis = 90 * DAY;
/// The surplus is cut off once in so many notices, by the chance in their ids.
const CUT_EVERY: i64 = 16;

/// What somebody is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Occasion {
    /// Somebody asks to be a friend.
    FriendRequest,
    /// My request was accepted.
    FriendAccepted,
    /// Somebody follows me.
    NewFollower,
    /// Somebody whom I invited joined.
    JoinedByInvite,
    /// Somebody reacted to my post or comment.
    Reaction,
    /// Somebody commented on my post.
    Comment,
    /// Somebody answered my comment.
    Reply,
    /// I am named in a post or comment.
    Mention,
    /// Somebody wrote on my wall.
    WallPost,
    /// My post was passed on without a word.
    Share,
    /// My post was passed on with a comment.
    Quote,
    /// Somebody whom I want on top wrote.
    SeeFirst,
    /// A post of mine that waited could not be published at its time.
    ScheduledRefused,
    /// A post of mine that waited is published.
    ScheduledPublished,
    /// Somebody else commented where I did.
    AlsoCommented,
    /// A poll that I made or answered ended.
    PollClosed,
    /// What I passed on or commented on says something else now.
    PostEdited,
    /// A friend has birthday today.
    Birthday,
    /// Somebody asks to be let in; for those who decide.
    SignupPending,
    /// Somebody was reported; for moderators.
    ReportReceived,
    /// A browser that was not known signed in to my account.
    SecurityLogin,
    /// My password or my mail address changed.
    SecurityChanged,
    /// Somebody wrote in a conversation of mine.
    Message,
    /// Somebody whom I do not know writes to me, or somebody asks me into a group chat.
    MessageRequest,
    /// Somebody reacted to my message.
    MessageReaction,
    /// A friend added me to a group chat.
    ChatAdded,
    /// I wanted to be reminded of what I saved.
    SavedReminder,
    /// Somebody asks me to add photos to an album of theirs.
    AlbumInvite,
    /// A friend marked me in a photo.
    TagPhoto,
    /// A friend wants to mark me in a photo and waits for my word.
    TagReview,
    /// Something of mine happened on this day in another year.
    Memory,
    /// Somebody asks me to an event.
    EventInvite,
    /// Somebody answered to an event that I look after.
    EventResponse,
    /// Time or place of an event that I am asked to changed.
    EventChanged,
    /// An event that I am asked to does not happen.
    EventCancelled,
    /// An event that I come to begins in a day, or in an hour.
    EventReminder,
    /// There is a place for me at an event.
    EventPromoted,
    /// Somebody said something about an event that I come to.
    EventDiscussion,
    /// I am asked into a group.
    GroupInvite,
    /// Somebody asks to come into a group that I look after.
    GroupRequest,
    /// I asked to come into a group, and somebody decided.
    GroupRequestResult,
    /// Somebody wrote in a group.
    GroupPost,
    /// Those who look after a group announced something.
    GroupAnnouncement,
    /// A post waits for approval in a group that I look after.
    GroupPostPending,
    /// Somebody decided about my post in a group.
    GroupPostResult,
    /// I am something else in a group, or was warned, muted or sent away.
    GroupRoleChanged,
    /// A group is mine to look after, or needs somebody.
    GroupOwnerHandover,
    /// A group was closed for writing, or opened again.
    GroupArchived,
    /// A group has another name.
    GroupRenamed,
    /// A group is set in another way, or will be.
    GroupChanged,
    /// Those who look after a group are called in a post or comment there.
    GroupMention,
    /// Something was reported in a group that I look after.
    GroupReport,
    /// I am asked to help to run a page.
    PageInvite,
    /// I am something else on a page, own it, or help to run it no longer.
    PageRole,
}

stored_as_text!(Occasion {
    FriendRequest = "friend_request",
    FriendAccepted = "friend_accepted",
    NewFollower = "new_follower",
    JoinedByInvite = "joined_by_my_invite",
    Reaction = "reaction",
    Comment = "comment_on_mine",
    Reply = "reply_to_comment",
    Mention = "mention",
    WallPost = "wall_post",
    Share = "share",
    Quote = "quote",
    SeeFirst = "post_from_favourite",
    ScheduledRefused = "scheduled_refused",
    ScheduledPublished = "scheduled_published",
    AlsoCommented = "also_commented",
    PollClosed = "poll_closed",
    PostEdited = "post_edited",
    Birthday = "birthday",
    SignupPending = "signup_pending",
    ReportReceived = "report_received",
    SecurityLogin = "security_login",
    SecurityChanged = "security_changed",
    Message = "message",
    MessageRequest = "message_request",
    MessageReaction = "reaction_message",
    ChatAdded = "chat_added",
    SavedReminder = "saved_reminder",
    AlbumInvite = "album_invite",
    TagPhoto = "tag_photo",
    TagReview = "tag_review",
    Memory = "memory",
    EventInvite = "event_invite",
    EventResponse = "event_response",
    EventChanged = "event_changed",
    EventCancelled = "event_cancelled",
    EventReminder = "event_reminder",
    EventPromoted = "event_promoted",
    EventDiscussion = "event_discussion",
    GroupInvite = "group_invite",
    GroupRequest = "group_request",
    GroupRequestResult = "group_request_result",
    GroupPost = "group_post",
    GroupAnnouncement = "group_announcement",
    GroupPostPending = "group_post_pending",
    GroupPostResult = "group_post_result",
    GroupRoleChanged = "group_role_changed",
    GroupOwnerHandover = "group_owner_handover",
    GroupArchived = "group_archived",
    GroupRenamed = "group_renamed",
    GroupChanged = "group_changed",
    GroupMention = "group_mention",
    GroupReport = "group_report",
    PageInvite = "page_invite",
    PageRole = "page_role",
});

/// Where a notice stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Place {
    /// Among the others.
    #[default]
    List,
    /// Held back, for whoever caused it is not known.
    Held,
    /// Nowhere on pages: it is told by mail, on a phone or in a digest alone.
    Away,
}

stored_as_text!(Place { List = "list", Held = "held", Away = "away" });

/// Why somebody is told.
#[derive(Clone, Debug)]
pub struct Cause {
    /// What happened.
    pub occasion: Occasion,
    /// Who did it.
    pub from: AccountId,
    /// The post that it is about, or under which the comment stands.
    pub post: Option<PostId>,
    /// The comment that it is about.
    pub comment: Option<CommentId>,
    /// Which reaction; of what happens in groups and on pages, what was decided.
    pub reaction: Option<&'static str>,
    /// The post that was passed on.
    pub original: Option<PostId>,
    /// The conversation that it is about.
    pub conversation: Option<ConversationId>,
    /// The message in it.
    pub message: Option<MessageId>,
    /// The event that it is about.
    pub event: Option<EventId>,
    /// The group that it is about.
    pub group: Option<GroupId>,
}

impl Cause {
    /// Something between two people, without a post.
    pub const fn between(occasion: Occasion, from: AccountId) -> Self {
        Self {
            occasion,
            from,
            post: None,
            comment: None,
            reaction: None,
            original: None,
            conversation: None,
            message: None,
            event: None,
            group: None,
        }
    }

    /// Something about a post.
    pub const fn at_post(occasion: Occasion, from: AccountId, post: PostId) -> Self {
        Self { post: Some(post), ..Self::between(occasion, from) }
    }

    /// Something about a comment under `post`.
    pub const fn at_comment(occasion: Occasion, from: AccountId, post: PostId, comment: CommentId) -> Self {
        Self { comment: Some(comment), ..Self::at_post(occasion, from, post) }
    }

    /// Something about a conversation.
    pub const fn in_chat(occasion: Occasion, from: AccountId, conversation: ConversationId) -> Self {
        Self { conversation: Some(conversation), ..Self::between(occasion, from) }
    }

    /// Something about an event.
    pub const fn at_event(occasion: Occasion, from: AccountId, event: EventId) -> Self {
        Self { event: Some(event), ..Self::between(occasion, from) }
    }

    /// Something about a group.
    pub const fn in_group(occasion: Occasion, from: AccountId, group: GroupId) -> Self {
        Self { group: Some(group), ..Self::between(occasion, from) }
    }

    /// What can be told together: reactions to one thing, comments on one post, shares of one post, new ties and
    /// birthdays, each of one day; messages and reactions of one conversation; answers to one event.
    fn group_key(&self, now: Millis) -> Option<String> {
        let day = now.div_euclid(DAY);
        match self.occasion {
            Occasion::Reaction => {
                let thing = self.comment.map(CommentId::raw).or(self.post.map(PostId::raw))?;
                Some(format!("favourite-{thing}-{day}"))
            }
            Occasion::Share => self.original.map(|original| format!("reblog-{original}-{day}")),
            Occasion::NewFollower | Occasion::FriendAccepted => Some(format!("follow-{day}")),
            Occasion::Message => self.conversation.map(|chat| format!("message-{chat}")),
            Occasion::MessageReaction => {
                self.conversation.map(|chat| format!("message-reaction-{chat}-{day}"))
            }
            Occasion::MessageRequest => Some(format!("message-request-{day}")),
            Occasion::Comment => self.post.map(|post| format!("comment-{post}-{day}")),
            Occasion::AlsoCommented => self.post.map(|post| format!("also-{post}-{day}")),
            Occasion::EventResponse => self.event.map(|event| format!("event-response-{event}")),
            Occasion::EventDiscussion => self.event.map(|event| format!("event-discussion-{event}-{day}")),
            Occasion::Birthday => Some(format!("birthday-{day}")),
            Occasion::TagPhoto => Some(format!("tag-{}-{day}", self.post.map_or(0, PostId::raw))),
            Occasion::TagReview => Some(format!("tag-review-{day}")),
            Occasion::GroupRequest | Occasion::GroupPost | Occasion::GroupPostPending => {
                let (word, group) = (self.occasion.as_str(), self.group?);
                Some(format!("{word}-{group}-{day}"))
            }
            _ => None,
        }
    }
}

/// Tells `to`, unless it is their own doing, they keep away from who did it, or they know already.
///
/// # Errors
/// Internal when the database fails.
pub fn tell(tx: &mut Tx<'_>, to: AccountId, cause: &Cause) -> Result<()> {
    if to == cause.from {
        return Ok(());
    }
    write(tx, to, cause)
}

/// Tells `account` of what became of something of theirs. There is one notice for each occasion, as new as the last time
/// it came up.
///
/// # Errors
/// Internal when the database fails.
pub fn tell_oneself(tx: &mut Tx<'_>, account: AccountId, occasion: Occasion) -> Result<()> {
    retell(tx, account, &Cause::between(occasion, account))
}

/// Tells `to` what may well be their own doing, such as the end of a poll of theirs. What they were told of the same
/// cause before goes.
///
/// # Errors
/// Internal when the database fails.
pub fn retell(tx: &mut Tx<'_>, to: AccountId, cause: &Cause) -> Result<()> {
    sql::delete(tx, to, cause)?;
    write(tx, to, cause)
}

/// Tells `to`, even of what they did themselves, unless they know already.
///
/// # Errors
/// Internal when the database fails.
pub fn tell_anyone(tx: &mut Tx<'_>, to: AccountId, cause: &Cause) -> Result<()> {
    write(tx, to, cause)
}

/// Writes the row where the receiver wants it, and leaves work for the other ways.
fn write(tx: &mut Tx<'_>, to: AccountId, cause: &Cause) -> Result<()> {
    let (id, now): (NoticeId, Millis) = (tx.new_id(), tx.now());
    let Some(receiver) = sql::receiver(tx, to, cause.from)? else { return Ok(()) };
    let (choices, occasion) = (&receiver.choices, cause.occasion);
    let (mut apps, mut letter_after) = (false, None);
    let (place, ways) = match passage(choices, occasion, receiver.sender, now) {
        Passage::Drop => return Ok(()),
        Passage::Hold => (Place::Held, Channels::default()),
        Passage::Allow => {
            apps = apps_may_ring(choices, occasion, &receiver.time_zone, now);
            letter_after = choices::letter_after(choices, occasion, &receiver.time_zone, now);
            let place = if choices.of(occasion).in_app { Place::List } else { Place::Away };
            (place, channels(choices, occasion, &receiver.time_zone, now))
        }
    };
    // In a digest it stands later, whatever the hour, and a letter that may not leave now leaves in the morning.
    if place == Place::Away && !ways.is_any() && !apps && letter_after.is_none() {
        return Ok(());
    }
    if !sql::insert(tx, id, to, cause, (cause.group_key(now), place), now)? {
        return Ok(());
    }
    if id.raw() % CUT_EVERY == 0 {
        sql::cut(tx, to, KEPT)?;
    }
    alerts::wake(tx, to, id, occasion, Ringing { apps, browsers: ways.push })?;
    if ways.mail {
        mail::enqueue(tx, to, id)?;
    }
    if let Some(at) = letter_after {
        mail::put_off(tx, to, id, at)?;
    }
    if place == Place::List {
        changes::record(tx, Change::NoticeAdded { account: to, notice: id });
    }
    Ok(())
}

/// Who has a notice of this comment.
///
/// # Errors
/// Internal when the database fails.
pub fn told_of(q: &mut Query<'_>, comment: CommentId) -> Result<Vec<AccountId>> {
    sql::told_of(q, comment)
}

/// Tells `to` of a message in the place of what was told of earlier ones of its conversation, so that a chat has one
/// notice, as new as its newest message.
///
/// # Errors
/// Internal when the database fails.
pub fn tell_newest(tx: &mut Tx<'_>, to: AccountId, cause: &Cause) -> Result<()> {
    if let Some(conversation) = cause.conversation {
        sql::delete_of_chat(tx, to, conversation, cause.occasion)?;
    }
    tell(tx, to, cause)
}

/// Takes back what was told to `to` of a conversation on this occasion.
///
/// # Errors
/// Internal when the database fails.
pub fn take_back_of_chat(
    tx: &mut Tx<'_>,
    to: AccountId,
    conversation: ConversationId,
    occasion: Occasion,
) -> Result<()> {
    sql::delete_of_chat(tx, to, conversation, occasion)
}

/// Takes back what was told to `to` of a group on this occasion.
///
/// # Errors
/// Internal when the database fails.
pub fn take_back_of_group(tx: &mut Tx<'_>, to: AccountId, group: GroupId, occasion: Occasion) -> Result<()> {
    if sql::delete_of_group(tx, to, group, occasion)? {
        changes::record(tx, Change::NoticesChanged { account: to });
    }
    Ok(())
}

/// Takes back all that was told of a message, to everybody.
///
/// # Errors
/// Internal when the database fails.
pub fn take_back_message(tx: &mut Tx<'_>, conversation: ConversationId, message: MessageId) -> Result<()> {
    sql::delete_of_message(tx, conversation, message)
}

/// Takes back what [`tell`] said of the same cause.
///
/// # Errors
/// Internal when the database fails.
pub fn take_back(tx: &mut Tx<'_>, to: AccountId, cause: &Cause) -> Result<()> {
    if sql::delete(tx, to, cause)? {
        changes::record(tx, Change::NoticesChanged { account: to });
    }
    Ok(())
}

/// How `account` wants to be told of things. For those who write digests.
///
/// # Errors
/// Internal when the database fails.
pub fn choices_of(q: &mut Query<'_>, account: AccountId) -> Result<Choices> {
    Ok(sql::receiver(q, account, account)?.map(|receiver| receiver.choices).unwrap_or_default())
}

inventory::submit! {
    Upkeep { name: "notices.sweep", every: HOUR, run: |app| Box::pin(sweep(app)) }
}

async fn sweep(app: Arc<App>) -> Result<()> {
    app.db
        .write(|tx| {
            let now = tx.now();
            sql::sweep(tx, now - LIFE)
        })
        .await
}
