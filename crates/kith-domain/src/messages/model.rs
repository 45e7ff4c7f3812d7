//! What conversations and messages are.

use kith_base::Millis;

use crate::accounts::PersonCard;
use crate::media::{File, Photo};
use crate::polls::{NewPoll, Poll};
use crate::reactions::Tally;
use crate::reports::Category;
use crate::viewer::{Visible, stored_as_text};
use crate::{AccountId, ConversationId, FileId, MediaId, MessageId};

/// What a conversation is to one of its members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeatState {
    /// They take part.
    Joined,
    /// Somebody wrote to them first, or asks them in; they have not answered.
    Asked,
    /// They do not want it. Nobody is told.
    Declined,
    /// They were part of a group and are no longer.
    Left,
}
stored_as_text!(SeatState { Joined = "joined", Asked = "asked", Declined = "declined", Left = "left" });

/// A member's place in a conversation, for their own eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Whose place it is.
    pub account: AccountId,
    /// What the conversation is to them.
    pub state: SeatState,
    /// Who wrote first or asked them in.
    pub asked_by: Option<AccountId>,
    /// When that was.
    pub asked_at: Millis,
    /// Only messages after this one are theirs to see.
    pub since: MessageId,
    /// How far they have read.
    pub read: MessageId,
    /// The newest thing that happened here for them.
    pub active: MessageId,
    /// Until when it makes no noise.
    pub muted_until: Option<Millis>,
    /// Since when it is put away.
    pub archived_at: Option<Millis>,
    /// Of what they are told.
    pub hears: Hears,
}

/// A conversation as one of its members sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversation {
    /// Which one.
    pub id: ConversationId,
    /// The two, if it is one between two people; none for a group.
    pub pair: Option<(AccountId, AccountId)>,
    /// Name of a group; may be empty.
    pub name: String,
    /// Picture of a group.
    pub picture: Option<MediaId>,
    /// Who looks after a group.
    pub manager: Option<AccountId>,
    /// When it began.
    pub created_at: Millis,
    /// The newest message; zero before the first one.
    pub last: MessageId,
    /// The viewer's own place.
    pub seat: Seat,
}

impl Conversation {
    /// Whether it is a group chat.
    pub const fn is_group(&self) -> bool {
        self.pair.is_none()
    }

    /// Whether the viewer has yet to say if they want it.
    pub fn is_request(&self) -> bool {
        self.seat.state == SeatState::Asked
    }

    /// The other one of a pair.
    pub fn other(&self) -> Option<AccountId> {
        self.pair.map(|(low, high)| if low == self.seat.account { high } else { low })
    }

    /// Whether it makes no noise at `now`.
    pub fn is_muted(&self, now: Millis) -> bool {
        self.seat.muted_until.is_some_and(|until| until > now)
    }
}

/// Of what a member is told, as long as the conversation is not muted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hears {
    /// Of every message.
    #[default]
    All,
    /// Of messages that name them.
    Named,
}
stored_as_text!(Hears { All = "all", Named = "named" });

/// Something that happened in a conversation, as a line among its messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The author added somebody.
    Added,
    /// The author said yes and takes part.
    Joined,
    /// The author left.
    Left,
    /// The author sent somebody away.
    Removed,
    /// The author gave it a name, or took that away.
    Renamed,
    /// The author gave it a picture.
    Pictured,
    /// The author took its picture away.
    Unpictured,
}
stored_as_text!(Event {
    Added = "added",
    Joined = "joined",
    Left = "left",
    Removed = "removed",
    Renamed = "renamed",
    Pictured = "pictured",
    Unpictured = "unpictured",
});

/// A message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Which one.
    pub id: MessageId,
    /// Where it stands.
    pub conversation: ConversationId,
    /// Who wrote it, or did what happened.
    pub author: AccountId,
    /// What happened, if it is no message of somebody but a line about the conversation.
    pub event: Option<Event>,
    /// Whom that concerns, if it is not the author.
    pub about: Option<AccountId>,
    /// The message it answers.
    pub reply_to: Option<MessageId>,
    /// Language of the text as a tag.
    pub language: String,
    /// The text as written; empty when it is deleted. Of a line about a new name, that name.
    pub source: String,
    /// The text as shown; empty when it is deleted.
    pub html: String,
    /// When it was written.
    pub created_at: Millis,
    /// When it was last changed.
    pub edited_at: Option<Millis>,
    /// Since when it is deleted for everybody: an empty place.
    pub deleted_at: Option<Millis>,
    /// Whether the one who looks took it away for themselves.
    pub is_hidden: bool,
}

/// What somebody hands in.
#[derive(Clone, Debug, Default)]
pub struct NewMessage {
    /// The text in light Markdown; empty only beside photos and files.
    pub text: String,
    /// Own photos that nothing shows yet.
    pub photos: Vec<MediaId>,
    /// Own files that no message carries yet.
    pub files: Vec<FileId>,
    /// The message it answers, in the same conversation.
    pub reply_to: Option<MessageId>,
    /// What is asked with it; the text is the question then.
    pub poll: Option<NewPoll>,
    /// A word that the form made: handed in twice it makes one message.
    pub submission: Option<String>,
}

/// A group chat that is to be made.
#[derive(Clone, Debug, Default)]
pub struct NewGroup {
    /// Its name; may be empty.
    pub name: String,
    /// Who shall be in it beside the one who makes it.
    pub people: Vec<AccountId>,
    /// A word that the form made: handed in twice it makes one group.
    pub submission: Option<String>,
}

/// What became of those who were asked into a group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// They are in it: friends who let friends add them.
    pub joined: Vec<AccountId>,
    /// They were asked, and are in it once they say yes.
    pub asked: Vec<AccountId>,
}

/// How the viewer may write to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// It arrives among their conversations.
    Inbox,
    /// It arrives among their requests.
    Request,
    /// They cannot be written to; nobody is told why.
    Closed,
}

/// Which conversations are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Folder {
    /// Those in use.
    #[default]
    Inbox,
    /// Those that wait for a yes or a no.
    Requests,
    /// Those that were put away.
    Archived,
}
stored_as_text!(Folder { Inbox = "inbox", Requests = "requests", Archived = "archived" });

/// A line of the list of conversations.
#[derive(Clone, Debug)]
pub struct ConversationCard {
    /// The conversation.
    pub conversation: Visible<Conversation>,
    /// The others, longest in it first; of a large group the first [`super::FACES`].
    pub people: Vec<PersonCard>,
    /// How many others there are.
    pub others: i64,
    /// Its picture, if it is a group with one.
    pub picture: Option<Photo>,
    /// The newest message, if there is one for the viewer to see.
    pub last: Option<Beginning>,
    /// Messages that were not read, counted up to [`super::COUNTED`].
    pub unread: i64,
    /// Whether it makes no noise now.
    pub is_muted: bool,
}

/// How a message begins, where there is no room for all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginning {
    /// Which message.
    pub id: MessageId,
    /// Who wrote it.
    pub author: AccountId,
    /// Their name as shown; empty when they have left the community.
    pub name: String,
    /// The first words, without markup; empty when it is only photos and files, or deleted. Of a line about a new name,
    /// that name.
    pub words: String,
    /// How many photos it has.
    pub photos: i64,
    /// How many other files it has.
    pub files: i64,
    /// What happened, if it is a line about the conversation.
    pub event: Option<Event>,
    /// Whom that concerns, if it is not the author.
    pub about: Option<AccountId>,
    /// Their name as shown; empty when they have left the community.
    pub about_name: String,
    /// Whether it is deleted for everybody.
    pub is_deleted: bool,
    /// When it was written.
    pub at: Millis,
}

/// Somebody in a conversation.
#[derive(Clone, Debug)]
pub struct Participant {
    /// Who it is.
    pub person: PersonCard,
    /// Whether they take part or were only asked.
    pub state: SeatState,
    /// Since when they take part.
    pub joined_at: Option<Millis>,
    /// How far they have read, if they and the viewer both show that.
    pub read: Option<MessageId>,
    /// Whether they look after the group.
    pub is_manager: bool,
}

/// A conversation with the people in it, for the head of its page.
#[derive(Clone, Debug)]
pub struct Talk {
    /// The conversation.
    pub conversation: Visible<Conversation>,
    /// Everybody in it whom the viewer may meet, the viewer included, longest in it first.
    pub people: Vec<Participant>,
    /// Its picture, if it is a group with one.
    pub picture: Option<Photo>,
    /// Whether the viewer may write here now.
    pub may_write: bool,
    /// Whether the viewer looks after the group.
    pub may_manage: bool,
    /// Whether it makes no noise now.
    pub is_muted: bool,
}

/// A message with all that stands beside it.
#[derive(Clone, Debug)]
pub struct MessageCard {
    /// The message.
    pub message: Visible<Message>,
    /// Who wrote it. Their `state` says whether they are still in the community.
    pub author: PersonCard,
    /// Who wrote it in the name of a page; known to its team while they act as it.
    pub spoken_by: Option<PersonCard>,
    /// Whom it concerns, if it is a line about somebody else.
    pub about: Option<PersonCard>,
    /// Its photos; empty in a request that was not accepted.
    pub photos: Vec<Photo>,
    /// Photos that are not shown before the request is accepted.
    pub held_photos: usize,
    /// Its other files; empty in a request that was not accepted.
    pub files: Vec<File>,
    /// Files that are not handed out before the request is accepted.
    pub held_files: usize,
    /// Its poll, if something is asked with it.
    pub poll: Option<Poll>,
    /// Reactions to it.
    pub tally: Tally,
    /// The message it answers, if the viewer may see that.
    pub reply: Option<Beginning>,
    /// Whether the viewer wrote it.
    pub is_mine: bool,
    /// Whether the viewer may change it now.
    pub may_edit: bool,
    /// Whether the viewer may delete it for everybody now.
    pub may_delete: bool,
}

/// Which part of a conversation is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The newest messages.
    #[default]
    Newest,
    /// Those before this one.
    Before(MessageId),
    /// Those after this one.
    After(MessageId),
    /// This one with those around it.
    Around(MessageId),
}

/// A part of a conversation, old to new.
#[derive(Clone, Debug, Default)]
pub struct MessagePage {
    /// The messages.
    pub items: Vec<MessageCard>,
    /// Whether there are older ones.
    pub has_older: bool,
    /// Whether there are newer ones.
    pub has_newer: bool,
}

/// What somebody tells the moderators about a message.
#[derive(Clone, Debug, Default)]
pub struct MessageReport {
    /// What it is about.
    pub category: Category,
    /// In the reporter's words.
    pub comment: String,
    /// Numbers of rules that were broken, from one.
    pub rules: Vec<usize>,
}

/// A message as a report carries it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportedMessage {
    /// Which message it is a copy of.
    pub message: MessageId,
    /// Who wrote it.
    pub author: AccountId,
    /// What it said when it was reported.
    pub source: String,
    /// When it was written.
    pub written_at: Millis,
    /// Whether it is the one that was reported, or stands beside it.
    pub is_reported: bool,
    /// Photos of the one that was reported; moderators may open them.
    pub photos: Vec<MediaId>,
    /// Files of the one that was reported; moderators may open them.
    pub files: Vec<File>,
}
