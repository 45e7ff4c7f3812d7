//! What a page says of itself, what somebody is to it, and what its team hands in.

use kith_base::Millis;

use super::hours::Hours;
use crate::AccountId;
use crate::accounts::PersonCard;
use crate::viewer::{PageRole, stored_as_text};

/// What kind of organisation it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Category {
    /// A congregation.
    Faith,
    /// A school, a nursery, a course.
    School,
    /// A club, an association.
    Club,
    /// Sport.
    Sport,
    /// Music, theatre, a museum, a library.
    Culture,
    /// A shop, a workshop, a business.
    Shop,
    /// Food and drink.
    Food,
    /// Health and care.
    Health,
    /// Something that helps others.
    Charity,
    /// A town, an office, a fire brigade.
    Public,
    /// None of these.
    #[default]
    Other,
}

stored_as_text!(Category {
    Faith = "faith",
    School = "school",
    Club = "club",
    Sport = "sport",
    Culture = "culture",
    Shop = "shop",
    Food = "food",
    Health = "health",
    Charity = "charity",
    Public = "public",
    Other = "other",
});

/// What the one button of a page does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Button {
    /// There is none.
    #[default]
    None,
    /// Begins a conversation.
    Write,
    /// Calls the telephone number.
    Call,
    /// Leads to where one signs up.
    SignUp,
    /// Leads to where one gives.
    Donate,
}

stored_as_text!(Button {
    None = "none",
    Write = "write",
    Call = "call",
    SignUp = "sign_up",
    Donate = "donate",
});

/// What can be changed about a page, but for its words in each language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// Its name.
    pub name: String,
    /// One line about it.
    pub intro: String,
    /// What kind of organisation it is.
    pub category: Category,
    /// Mail address for everybody.
    pub email: String,
    /// Telephone number for everybody.
    pub phone: String,
    /// Where it is.
    pub address: String,
    /// The same on a map.
    pub map_link: String,
    /// Its own page elsewhere.
    pub website: String,
    /// When it is open.
    pub hours: Hours,
    /// What its button does.
    pub button: Button,
    /// Where the button leads, if it leads elsewhere.
    pub button_target: String,
    /// Tags of the languages in which one can turn to it.
    pub languages: Vec<String>,
}

/// A page as one viewer finds it.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its account.
    pub person: PersonCard,
    /// What it says of itself.
    pub details: Details,
    /// The time zone of its hours.
    pub time_zone: String,
    /// When the operators said that it is who it says.
    pub verified_at: Option<Millis>,
    /// What the viewer is to it, if they help to run it.
    pub role: Option<PageRole>,
    /// As what the viewer is asked to help.
    pub invited_as: Option<PageRole>,
    /// Whether the viewer follows it.
    pub is_followed: bool,
}

impl Page {
    /// Its account.
    pub const fn id(&self) -> AccountId {
        self.person.id
    }
}

/// What a page says of itself in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageText {
    /// The language as a tag.
    pub language: String,
    /// What it is about, as written.
    pub about: String,
    /// The same as shown.
    pub about_html: String,
}

/// A page as it is founded.
#[derive(Clone, Debug, Default)]
pub struct NewPage {
    /// Its handle.
    pub handle: String,
    /// Its name.
    pub name: String,
    /// What kind of organisation it is.
    pub category: Category,
    /// What it is about, in light Markdown.
    pub about: String,
    /// The language of these words, as a tag.
    pub language: String,
}

/// Somebody who helps to run a page, or is asked to.
#[derive(Clone, Debug)]
pub struct TeamLine {
    /// Who.
    pub person: PersonCard,
    /// As what.
    pub role: PageRole,
    /// Since when.
    pub since: Millis,
}

/// What was done as a page or for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// Founded it.
    Founded,
    /// Asked somebody to help.
    Invited,
    /// Asked them no longer.
    InviteTakenBack,
    /// Came to help.
    CameIn,
    /// Gave somebody another role.
    RoleGiven,
    /// Took somebody's role.
    RoleTaken,
    /// Went.
    Left,
    /// Handed it over.
    HandedOver,
    /// Became its owner, because nobody else was.
    Succeeded,
    /// Changed what stands about it.
    DetailsChanged,
    /// Changed its words in a language.
    TextsChanged,
    /// Changed a picture.
    PictureChanged,
    /// Wrote a post.
    Posted,
    /// Changed a post.
    PostEdited,
    /// Deleted a post.
    PostDeleted,
    /// Wrote a comment.
    Commented,
    /// Changed a comment.
    CommentEdited,
    /// Deleted a comment of the page's own.
    CommentDeleted,
    /// Took away what somebody else wrote under a post of the page.
    CommentRemoved,
    /// Wrote a message.
    Wrote,
    /// Made an event.
    EventMade,
    /// Changed an event.
    EventChanged,
    /// Called an event off.
    EventCancelled,
    /// Blocked somebody.
    Blocked,
    /// Blocks them no longer.
    Unblocked,
    /// Said, being an operator, that it is who it says.
    Verified,
    /// Took that back.
    Unverified,
    /// Closed it.
    Closed,
    /// Opened it again.
    Reopened,
}

stored_as_text!(Act {
    Founded = "founded",
    Invited = "invited",
    InviteTakenBack = "invite_taken_back",
    CameIn = "came_in",
    RoleGiven = "role_given",
    RoleTaken = "role_taken",
    Left = "left",
    HandedOver = "handed_over",
    Succeeded = "succeeded",
    DetailsChanged = "details_changed",
    TextsChanged = "texts_changed",
    PictureChanged = "picture_changed",
    Posted = "posted",
    PostEdited = "post_edited",
    PostDeleted = "post_deleted",
    Commented = "commented",
    CommentEdited = "comment_edited",
    CommentDeleted = "comment_deleted",
    CommentRemoved = "comment_removed",
    Wrote = "wrote",
    EventMade = "event_made",
    EventChanged = "event_changed",
    EventCancelled = "event_cancelled",
    Blocked = "blocked",
    Unblocked = "unblocked",
    Verified = "verified",
    Unverified = "unverified",
    Closed = "closed",
    Reopened = "reopened",
});

/// What an act was about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SubjectKind {
    /// A post.
    Post,
    /// A comment.
    Comment,
    /// A message.
    Message,
    /// An event.
    Event,
    /// Somebody.
    Account,
    /// The page itself.
    Nothing,
}

stored_as_text!(SubjectKind {
    Post = "post",
    Comment = "comment",
    Message = "message",
    Event = "event",
    Account = "account",
    Nothing = "nothing",
});

/// One line of the log.
#[derive(Clone, Debug)]
pub struct ActLine {
    /// Who did it.
    pub by: PersonCard,
    /// What they did.
    pub act: Act,
    /// What it was about, with its id.
    pub subject: (SubjectKind, i64),
    /// To whom, where it was about somebody.
    pub about: Option<PersonCard>,
    /// What it is now.
    pub detail: String,
    /// When.
    pub at: Millis,
}

/// What the team is told in numbers: how many follow, and what the last 28 days brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Followers.
    pub followers: i64,
    /// Followers who came lately and are still there.
    pub new_followers: i64,
    /// Posts.
    pub posts: i64,
    /// Reactions to them.
    pub reactions: i64,
    /// Comments on them by others.
    pub comments: i64,
}
