//! What pages know of a photo.

use crate::kinds::{
    AccountId, AlbumId, CommentId, ConversationId, DraftId, EventId, GroupId, MediaId, MessageId, PostId,
    ScheduledId,
};

/// A photo, ready to be shown.
#[derive(Clone, Debug)]
pub struct Photo {
    /// Its id.
    pub id: MediaId,
    /// Description for those who do not see it; empty when none was given.
    pub alt: String,
    /// Width of the largest size, in pixels.
    pub width: u32,
    /// Height of the largest size, in pixels.
    pub height: u32,
    /// Placeholder of a few bytes (thumbhash).
    pub thumbhash: Vec<u8>,
    /// The same as apps read it; photos from before it was made have none.
    pub blurhash: Option<String>,
}

/// What shows a photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttachTo {
    /// A post.
    Post(PostId),
    /// A comment.
    Comment(CommentId),
    /// A message.
    Message(MessageId),
    /// The picture of a group chat.
    Chat(ConversationId),
    /// The picture of a group.
    Group(GroupId),
    /// A post that waits for its time, which shows it to nobody yet.
    Scheduled(ScheduledId),
    /// A post that its author has begun, which shows it to nobody yet.
    Draft(DraftId),
    /// An album.
    Album(AlbumId),
    /// The picture on top of an event.
    Event(EventId),
    /// The picture of a profile.
    Avatar(AccountId),
    /// The wide picture on top of a profile.
    Cover(AccountId),
}

impl AttachTo {
    pub(super) const fn kind(self) -> &'static str {
        match self {
            Self::Post(_) => "post",
            Self::Comment(_) => "comment",
            Self::Message(_) => "message",
            Self::Chat(_) => "chat",
            Self::Group(_) => "group",
            Self::Scheduled(_) => "scheduled",
            Self::Draft(_) => "draft",
            Self::Album(_) => "album",
            Self::Event(_) => "event",
            Self::Avatar(_) => "avatar",
            Self::Cover(_) => "cover",
        }
    }

    pub(super) const fn id(self) -> i64 {
        match self {
            Self::Post(id) => id.raw(),
            Self::Comment(id) => id.raw(),
            Self::Message(id) => id.raw(),
            Self::Chat(id) => id.raw(),
            Self::Group(id) => id.raw(),
            Self::Scheduled(id) => id.raw(),
            Self::Draft(id) => id.raw(),
            Self::Album(id) => id.raw(),
            Self::Event(id) => id.raw(),
            Self::Avatar(id) | Self::Cover(id) => id.raw(),
        }
    }

    pub(super) fn parse(kind: &str, id: i64) -> Option<Self> {
        match kind {
            "post" => Some(Self::Post(PostId::new(id))),
            "comment" => Some(Self::Comment(CommentId::new(id))),
            "message" => Some(Self::Message(MessageId::new(id))),
            "chat" => Some(Self::Chat(ConversationId::new(id))),
            "group" => Some(Self::Group(GroupId::new(id))),
            "scheduled" => Some(Self::Scheduled(ScheduledId::new(id))),
            "draft" => Some(Self::Draft(DraftId::new(id))),
            "album" => Some(Self::Album(AlbumId::new(id))),
            "event" => Some(Self::Event(EventId::new(id))),
            "avatar" => Some(Self::Avatar(AccountId::new(id))),
            "cover" => Some(Self::Cover(AccountId::new(id))),
            _ => None,
        }
    }
}

/// Whose a photo is and what shows it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Holder {
    pub(crate) owner: AccountId,
    pub(crate) shown_by: Option<AttachTo>,
}

/// Where one size of a photo lies.
#[derive(Clone, Debug)]
pub struct StoredSize {
    /// Key in the store.
    pub key: String,
    /// Media type, one of our own making.
    pub content_type: String,
}
