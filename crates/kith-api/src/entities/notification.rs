//! Notices as notifications. A batch asks a fixed number of statements, however many there are.

use std::collections::HashMap;

use kith_base::Result;
use kith_domain::cards;
use kith_domain::inbox::{self, Notice};
use kith_domain::kinds::NoticeId;
use kith_domain::notices::Occasion;
use kith_domain::reactions::ReactionKind;
use kith_domain::{AccountId, CommentId, PostId, Visible};
use serde::Serialize;

use super::account::Account;
use super::moment;
use super::status::{self, Status};
use crate::accounts::accounts_of;
use crate::caller::Caller;

/// `Notification` (docs.joinmastodon.org/entities/Notification).
#[derive(Debug, Serialize)]
pub(crate) struct Notification {
    pub(crate) id: NoticeId,
    r#type: &'static str,
    created_at: String,
    group_key: String,
    account: Account,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<Status>,
    kith: Extension,
}

/// What Mastodon has no word for.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Extension {
    occasion: &'static str,
    reaction: Option<String>,
    emoji: Option<&'static str>,
}

impl Extension {
    pub(crate) fn of(notice: &Notice) -> Self {
        Self {
            occasion: notice.occasion.as_str(),
            reaction: notice.reaction.clone(),
            emoji: notice.reaction.as_deref().and_then(ReactionKind::parse).map(ReactionKind::symbol),
        }
    }
}

/// The word for an occasion in Mastodon's API; none for what it has no word for, which apps are not told of: they would
/// not know what to show.
pub(crate) const fn type_of(occasion: Occasion) -> Option<&'static str> {
    Some(match occasion {
        Occasion::FriendRequest => "follow_request",
        Occasion::FriendAccepted | Occasion::NewFollower => "follow",
        Occasion::JoinedByInvite => "admin.sign_up",
        Occasion::Reaction => "favourite",
        Occasion::Comment
        | Occasion::Reply
        | Occasion::Mention
        | Occasion::WallPost
        | Occasion::GroupMention => "mention",
        Occasion::Share => "reblog",
        Occasion::Quote => "quote",
        Occasion::SeeFirst | Occasion::GroupPost | Occasion::GroupAnnouncement => "status",
        Occasion::PollClosed => "poll",
        Occasion::PostEdited => "update",
        // What Mastodon says of requests and reports names who asks and what it is about; these notices do not.
        // Messages come to apps as conversations.
        Occasion::ScheduledRefused
        | Occasion::ScheduledPublished
        | Occasion::AlsoCommented
        | Occasion::Birthday
        | Occasion::SignupPending
        | Occasion::ReportReceived
        | Occasion::SecurityLogin
        | Occasion::SecurityChanged
        | Occasion::Message
        | Occasion::MessageRequest
        | Occasion::MessageReaction
        | Occasion::ChatAdded
        | Occasion::GroupInvite
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
        | Occasion::PageRole
        | Occasion::SavedReminder
        | Occasion::AlbumInvite
        | Occasion::TagPhoto
        | Occasion::TagReview
        | Occasion::Memory
        | Occasion::EventInvite
        | Occasion::EventResponse
        | Occasion::EventChanged
        | Occasion::EventCancelled
        | Occasion::EventReminder
        | Occasion::EventPromoted
        | Occasion::EventDiscussion => return None,
    })
}

/// What apps show in one line.
pub(crate) const TOGETHER: &[Occasion] =
    &[Occasion::Reaction, Occasion::Share, Occasion::NewFollower, Occasion::FriendAccepted];

/// People and statuses that a batch of notices is about.
pub(crate) struct Found {
    people: HashMap<AccountId, Account>,
    statuses: HashMap<i64, Status>,
}

impl Found {
    /// Somebody.
    pub(crate) fn person(&self, id: AccountId) -> Option<&Account> {
        self.people.get(&id)
    }

    /// The status that stands for what the notice is about: of a share, the post that was passed on.
    pub(crate) fn status(&self, notice: &Notice) -> Option<&Status> {
        let id = notice.comment.map(CommentId::raw).or(notice.post.map(PostId::raw))?;
        let status = self.statuses.get(&id)?;
        if notice.occasion == Occasion::Share { status.passed_on() } else { Some(status) }
    }

    /// Whether everything that the notice is about is there.
    pub(crate) fn is_whole(&self, notice: &Notice) -> bool {
        type_of(notice.occasion).is_some()
            && self.people.contains_key(&notice.from)
            && (notice.post.is_none() || self.status(notice).is_some())
    }
}

/// Looks up what `notices` are about, and `people` beside them.
pub(crate) async fn look_up(
    caller: &Caller,
    notices: &[&Visible<Notice>],
    people: impl Iterator<Item = AccountId>,
) -> Result<Found> {
    let mut ids: Vec<AccountId> = notices.iter().map(|notice| notice.from).chain(people).collect();
    ids.sort_unstable();
    ids.dedup();
    let people = accounts_of(caller, ids).await?.into_iter().map(|account| (account.id, account)).collect();
    let mut comments: Vec<CommentId> = notices.iter().filter_map(|notice| notice.comment).collect();
    comments.sort_unstable();
    comments.dedup();
    let about_posts = notices.iter().filter(|notice| notice.comment.is_none());
    let mut posts: Vec<PostId> = about_posts.filter_map(|notice| notice.post).collect();
    posts.sort_unstable();
    posts.dedup();
    let cards = cards::of(&caller.app, &caller.viewer, posts).await?;
    let (lines, under) = cards::comments_of(&caller.app, &caller.viewer, comments).await?;
    let told = status::statuses(caller, &cards).await?;
    let answers = status::comments(caller, &lines, &under).await?;
    let statuses = told.into_iter().chain(answers);
    let statuses = statuses.filter_map(|status| Some((status.id.parse().ok()?, status))).collect();
    Ok(Found { people, statuses })
}

/// Notifications of notices, in their order; those about what is no longer there are left out.
pub(crate) async fn notifications(caller: &Caller, notices: &[Visible<Notice>]) -> Result<Vec<Notification>> {
    let found = look_up(caller, &notices.iter().collect::<Vec<_>>(), std::iter::empty()).await?;
    let whole = notices.iter().filter(|notice| found.is_whole(notice));
    Ok(whole.filter_map(|notice| of(notice, &found)).collect())
}

fn of(notice: &Notice, found: &Found) -> Option<Notification> {
    Some(Notification {
        id: notice.id,
        r#type: type_of(notice.occasion)?,
        created_at: moment(notice.created_at),
        group_key: inbox::key_of(notice, TOGETHER),
        account: found.person(notice.from)?.clone(),
        status: found.status(notice).cloned(),
        kith: Extension::of(notice),
    })
}
