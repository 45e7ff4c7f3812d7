//! Conversations of two people and of groups, apart from posts: who may write to whom, requests of strangers, messages
//! with photos and reactions, and how far each has read.

pub mod model;

pub use model::{
    Added, Beginning, Conversation, ConversationCard, Folder, Message, MessageCard, MessagePage, MessageReport,
    NewGroup, NewMessage, Part, Participant, Reach, ReportedMessage, Seat, SeatState, Talk,
};

/// Others who are shown of a large group in a list.
pub const FACES: usize = 4;
/// Unread messages of a conversation are counted up to here.
pub const COUNTED: i64 = 100;

// The functions, in the order in which a page needs them:
//
// pub async fn list(app: &App, viewer: &Viewer, folder: Folder, request: PageRequest<MessageKind>)
//     -> Result<Page<ConversationCard, MessageKind>>;                   // `next` is a `seat.active`
// pub async fn unread(app: &App, viewer: &Viewer) -> Result<i64>;          // conversations, for the badge
// pub async fn count_requests(app: &App, viewer: &Viewer) -> Result<i64>;
// pub async fn reach(app: &App, viewer: &Viewer, other: AccountId) -> Result<Reach>;
// pub async fn with_person(app: &App, viewer: &Viewer, other: AccountId) -> Result<Option<ConversationId>>;
// pub async fn write_to(app: &App, viewer: &Viewer, other: AccountId, new: NewMessage) -> Result<Visible<Message>>;
// pub async fn open(app: &App, viewer: &Viewer, id: ConversationId) -> Result<Talk>;
// pub async fn page(app: &App, viewer: &Viewer, id: ConversationId, part: Part, limit: usize) -> Result<MessagePage>;
// pub async fn get(app: &App, viewer: &Viewer, id: MessageId) -> Result<MessageCard>;
// pub async fn search(app: &App, viewer: &Viewer, id: ConversationId, words: &str, before: Option<MessageId>)
//     -> Result<Page<MessageCard, MessageKind>>;
// pub async fn send(app: &App, viewer: &Viewer, to: ConversationId, new: NewMessage) -> Result<Visible<Message>>;
// pub async fn edit(app: &App, viewer: &Viewer, id: MessageId, text: &str) -> Result<Visible<Message>>;
// pub async fn delete(app: &App, viewer: &Viewer, id: MessageId) -> Result<()>;       // for everybody
// pub async fn hide(app: &App, viewer: &Viewer, id: MessageId) -> Result<()>;         // for oneself
// pub async fn react(app: &App, viewer: &Viewer, id: MessageId, kind: Option<ReactionKind>) -> Result<Tally>;
// pub async fn report(app: &App, viewer: &Viewer, id: MessageId, report: MessageReport) -> Result<Report>;
// pub async fn reported(app: &App, viewer: &Viewer, report: ReportId) -> Result<Vec<ReportedMessage>>; // moderators
// pub async fn accept / decline(app: &App, viewer: &Viewer, id: ConversationId) -> Result<()>;
// pub async fn mark_read(app: &App, viewer: &Viewer, id: ConversationId, up_to: MessageId) -> Result<()>;
// pub async fn mark_unread(app: &App, viewer: &Viewer, id: ConversationId) -> Result<()>;
// pub async fn mute(app: &App, viewer: &Viewer, id: ConversationId, lasting: Option<Millis>) -> Result<()>;
// pub async fn unmute / archive / unarchive / clear(app: &App, viewer: &Viewer, id: ConversationId) -> Result<()>;
// pub async fn typing(app: &App, viewer: &Viewer, id: ConversationId) -> Result<()>;
// pub async fn create_group(app: &App, viewer: &Viewer, new: NewGroup) -> Result<(ConversationId, Added)>;
// pub async fn add(app: &App, viewer: &Viewer, id: ConversationId, people: Vec<AccountId>) -> Result<Added>;
// pub async fn remove(app: &App, viewer: &Viewer, id: ConversationId, person: AccountId) -> Result<()>;
// pub async fn rename(app: &App, viewer: &Viewer, id: ConversationId, name: &str) -> Result<()>;
// pub async fn set_picture(app: &App, viewer: &Viewer, id: ConversationId, photo: Option<MediaId>) -> Result<()>;
// pub async fn leave(app: &App, viewer: &Viewer, id: ConversationId) -> Result<()>;
//
// Preferences (accounts::Preferences): messages: WhoMay, friends_add_to_chats: bool, read_marks: bool.
// Changes: MessageSent, MessageChanged, ConversationChanged, ConversationRead, Typing, each with `members`.
