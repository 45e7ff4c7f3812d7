//! The kinds of things that have ids. The types are empty: they only keep ids of different kinds apart.

use kith_base::Id;

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident => $id:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub enum $kind {}
        $(#[$doc])*
        pub type $id = Id<$kind>;
    )*};
}

kinds! {
    /// A person or a page (later also a remote account).
    AccountKind => AccountId;
    /// A signed-in browser.
    SessionKind => SessionId;
    /// An invitation link.
    InviteKind => InviteId;
    /// A friend request.
    FriendRequestKind => FriendRequestId;
    /// A member's own list of people.
    CircleKind => CircleId;
    /// A member's own list of people to read by.
    ListKind => ListId;
    /// A tag on a profile.
    FeaturedTagKind => FeaturedTagId;
    /// An uploaded file.
    MediaKind => MediaId;
    /// A file in a message that is no photo.
    FileKind => FileId;
    /// A post.
    PostKind => PostId;
    /// A comment.
    CommentKind => CommentId;
    /// A poll on a post.
    PollKind => PollId;
    /// A post that waits for its time.
    ScheduledKind => ScheduledId;
    /// A post that its author has begun.
    DraftKind => DraftId;
    /// A folder for saved posts.
    FolderKind => FolderId;
    /// An album.
    AlbumKind => AlbumId;
    /// Somebody in a photo.
    PhotoTagKind => PhotoTagId;
    /// A conversation of two people or of a group.
    ConversationKind => ConversationId;
    /// A message in a conversation.
    MessageKind => MessageId;
    /// A group.
    GroupKind => GroupId;
    /// A label on posts of a group.
    TopicKind => TopicId;
    /// A keyword filter.
    FilterKind => FilterId;
    /// Words of a filter.
    FilterKeywordKind => FilterKeywordId;
    /// A post in a filter.
    FilterPostKind => FilterPostId;
    /// A report to the moderators.
    ReportKind => ReportId;
    /// A line of a profile's about tab.
    ProfileFieldKind => ProfileFieldId;
    /// A message through the contact form.
    ContactMessageKind => ContactMessageId;
    /// A program that acts for members.
    AppKind => AppId;
    /// What lets an app act.
    AppTokenKind => AppTokenId;
    /// What a member is told of.
    NoticeKind => NoticeId;
    /// Where an app is woken.
    PushSubscriptionKind => PushSubscriptionId;
    /// An event.
    EventKind => EventId;
    /// Somebody's answer to an event.
    EventAnswerKind => EventAnswerId;
    /// Something that people take on for an event.
    EventSlotKind => EventSlotId;
    /// What somebody said about an event.
    EventRemarkKind => EventRemarkId;
    /// Any other row that has an id.
    RowKind => RowId;
}
