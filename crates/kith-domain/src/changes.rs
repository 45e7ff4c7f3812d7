//! What happened, in the past tense. A change is recorded in the transaction that made it and reaches listeners in
//! this process after the commit; durable follow-ups are job rows of the same transaction.

use std::sync::Arc;

use kith_db::Tx;

use crate::kinds::{
    AccountId, CircleId, CommentId, ConversationId, GroupId, MediaId, MessageId, NoticeId, PostId,
};

/// News for those who keep something in memory that must now change.
#[derive(Clone, Debug)]
pub enum Change {
    /// The community's settings or pages changed.
    SiteChanged,
    /// Something about an account changed that others or the account itself see.
    AccountChanged { account: AccountId },
    /// Sessions of an account ended.
    SessionsEnded { account: AccountId },
    /// A member acts as a page in one of their browsers, or as themselves again.
    ActingChanged { account: AccountId, page: AccountId },
    /// Tokens of apps ended: those of an account, or some that belonged to nobody.
    TokensEnded { account: Option<AccountId> },
    /// Two people became friends, or stopped being so.
    FriendshipChanged { a: AccountId, b: AccountId },
    /// A friend request was made, withdrawn, answered or deleted.
    FriendRequestChanged { from: AccountId, to: AccountId },
    /// A follow began, ended, or changed its marks.
    FollowChanged { follower: AccountId, followed: AccountId },
    /// A block, mute or restriction between two people began or ended.
    DistanceChanged { a: AccountId, b: AccountId },
    /// A circle gained or lost a member.
    CircleChanged { owner: AccountId, circle: CircleId, member: AccountId },
    /// Which people a member reads in lists of their own changed.
    ListsChanged { owner: AccountId },
    /// What somebody is in a group changed, or what of it comes to them.
    MembershipChanged { group: GroupId, account: AccountId },
    /// The name, the settings or the state of a group changed.
    GroupChanged { group: GroupId },
    /// A member follows a tag, or follows it no more.
    FollowedTagsChanged { account: AccountId },
    /// A member waved a suggestion off.
    SuggestionHidden { account: AccountId },
    /// A member's keyword filters changed.
    FiltersChanged { account: AccountId },
    /// An upload has been made into its sizes, has failed, or is described in other words.
    MediaChanged { media: MediaId, owner: AccountId },
    /// A post was written, or may be read in its group from now on; its tags by key.
    PostCreated {
        post: PostId,
        author: AccountId,
        wall: Option<AccountId>,
        group: Option<GroupId>,
        tags: Arc<[String]>,
    },
    /// A post has these tags, and it may be that it did not have them before, or was not there for as many people.
    PostTagged { post: PostId, author: AccountId, wall: Option<AccountId>, tags: Arc<[String]> },
    /// Text, cover, photos or audience of a post changed.
    PostChanged { post: PostId, author: AccountId },
    /// A post was deleted.
    PostDeleted { post: PostId, author: AccountId, wall: Option<AccountId> },
    /// A deletion was taken back in time.
    PostRestored { post: PostId, author: AccountId, wall: Option<AccountId>, group: Option<GroupId> },
    /// A post is passed on no more, or again, or to other people.
    SharesChanged { post: PostId },
    /// Somebody voted in the poll on a post.
    PollChanged { post: PostId },
    /// A member saved or muted a post, or saved a comment, or does so no more. Nobody else learns of it.
    MarksChanged { account: AccountId },
    /// A comment was written or restored, or went with its author.
    CommentChanged { post: PostId, comment: CommentId },
    /// A comment has other words; who had heard of it.
    CommentEdited { comment: CommentId, known_to: Arc<[AccountId]> },
    /// A comment was deleted; under which post, and who had heard of it.
    CommentDeleted { post: PostId, comment: CommentId, known_to: Arc<[AccountId]> },
    /// Reactions to a post, or to a comment under it, changed.
    ReactionsChanged { post: PostId, comment: Option<CommentId> },
    /// A member has something new to be told of.
    NoticeAdded { account: AccountId, notice: NoticeId },
    /// A message was sent; who may hear of it, its author included.
    MessageSent { conversation: ConversationId, message: MessageId, members: Arc<[AccountId]> },
    /// Words, photos, reactions or the place of a message changed, for these members.
    MessageChanged { conversation: ConversationId, message: MessageId, members: Arc<[AccountId]> },
    /// Who is in a conversation, its name, its picture, or what it is to one of them changed, for these members.
    ConversationChanged { conversation: ConversationId, members: Arc<[AccountId]> },
    /// A member has read on; who may know it, themselves included.
    ConversationRead { conversation: ConversationId, account: AccountId, members: Arc<[AccountId]> },
    /// A member is writing at this moment. It is kept nowhere; who may know it, without themselves.
    Typing { conversation: ConversationId, account: AccountId, members: Arc<[AccountId]> },
    /// Notices of a member were read, moved or taken away.
    NoticesChanged { account: AccountId },
}

/// Records `change`: listeners in this process hear of it once the transaction is durable, and never otherwise.
pub fn record(tx: &mut Tx<'_>, change: Change) {
    tx.after_commit(change);
}
