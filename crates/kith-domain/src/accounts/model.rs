//! What an account is.

use kith_base::{DAY, Millis, Secret};
use serde::{Deserialize, Serialize};

use crate::kinds::{AccountId, InviteId, MediaId};
use crate::viewer::{AccountState, Role, stored_as_text};

/// A handle may change once in this time.
pub const HANDLE_CHANGE_EVERY: Millis = 14 * DAY;

/// What is shown of a person wherever their name stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonCard {
    /// Whose it is.
    pub id: AccountId,
    /// Handle as shown.
    pub handle: String,
    /// Name as shown.
    pub name: String,
    /// Picture, if they chose one.
    pub avatar: Option<MediaId>,
    /// Whether they are here.
    pub state: AccountState,
    /// What they do for the community.
    pub role: Role,
}

impl PersonCard {
    /// The first letters of the first and last word of the name, for where a picture is missing.
    pub fn initials(&self) -> String {
        let mut words =
            self.name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
        let first = words.next();
        let last = words.next_back();
        first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
    }

    /// One of twelve colours, always the same for the same person.
    pub fn hue(&self) -> u8 {
        // The lowest 16 bits of an id are chance; the rest is time and would give neighbours the same colour.
        u8::try_from((self.id.raw() & 0xffff) % 12).unwrap_or(0)
    }
}

/// An account as its owner and the staff see it.
#[derive(Clone, Debug)]
pub struct Account {
    /// The id.
    pub id: AccountId,
    /// Handle as shown.
    pub handle: String,
    /// Name as shown.
    pub name: String,
    /// Mail address, confirmed or not.
    pub email: Option<String>,
    /// When they showed that they read it.
    pub email_confirmed_at: Option<Millis>,
    /// Whether there is a password.
    pub has_password: bool,
    /// What they do for the community.
    pub role: Role,
    /// Whether they are here.
    pub state: AccountState,
    /// Language tag.
    pub language: String,
    /// `auto`, `light` or `dark`.
    pub theme: String,
    /// IANA name.
    pub time_zone: String,
    /// When they joined.
    pub created_at: Millis,
    /// Whether they have been taken in, whatever happened since.
    pub is_approved: bool,
    /// To the hour.
    pub seen_at: Option<Millis>,
    /// When they asked to be out of sight.
    pub deactivated_at: Option<Millis>,
    /// When the account will be erased, if they asked for it.
    pub deletion_due_at: Option<Millis>,
    /// When the handle was changed last.
    pub handle_changed_at: Option<Millis>,
}

impl Account {
    /// What others see of it.
    pub fn card(&self) -> PersonCard {
        PersonCard {
            id: self.id,
            handle: self.handle.clone(),
            name: self.name.clone(),
            avatar: None,
            state: self.state,
            role: self.role,
        }
    }
}

/// An account that is to be made.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// Handle as typed.
    pub handle: String,
    /// Name as typed; the handle when empty.
    pub display_name: String,
    /// Mail address as typed, if any.
    pub email: Option<String>,
    /// Whether the address counts as confirmed.
    pub is_email_confirmed: bool,
    /// Password as typed.
    pub password: Secret,
    /// What they may do.
    pub role: Role,
    /// Whether they may begin at once.
    pub state: AccountState,
    /// Language tag of the pages they joined by.
    pub language: String,
    /// The invitation they came by.
    pub invite: Option<InviteId>,
    /// Who invited them.
    pub invited_by: Option<AccountId>,
}

/// Whom a handle leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// The one who has it.
    Current(AccountId),
    /// The one who had it: send the visitor on to the new address.
    Moved(AccountId),
}

impl Found {
    /// The person, either way.
    pub const fn id(self) -> AccountId {
        match self {
            Self::Current(id) | Self::Moved(id) => id,
        }
    }
}

/// Looks and language of the pages.
#[derive(Clone, Debug, Default)]
pub struct Comfort {
    /// Language tag.
    pub language: String,
    /// `auto`, `light` or `dark`.
    pub theme: String,
    /// IANA name.
    pub time_zone: String,
}

/// Who may write on one's wall.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WallPolicy {
    /// Friends.
    #[default]
    Friends,
    /// Nobody but oneself.
    Nobody,
}
stored_as_text!(WallPolicy { Friends = "friends", Nobody = "nobody" });

/// Who may come closer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhoMay {
    /// Every member.
    #[default]
    Everyone,
    /// Friends of friends.
    FriendsOfFriends,
    /// Nobody.
    Nobody,
}
stored_as_text!(WhoMay { Everyone = "everyone", FriendsOfFriends = "friends_of_friends", Nobody = "nobody" });

/// Who finds one's profile.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProfileAudience {
    /// Visitors without an account as well.
    World,
    /// Members.
    #[default]
    Community,
}
stored_as_text!(ProfileAudience { World = "world", Community = "community" });

/// A member's choices about privacy and comfort. Audiences stand as the words of `posts::Audience`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// Who finds the profile.
    pub profile_audience: ProfileAudience,
    /// Audience that the composer offers first.
    pub default_audience: String,
    /// Who may write on the wall.
    pub wall: WallPolicy,
    /// Who sees what others write on the wall.
    pub wall_audience: String,
    /// Who may ask to be a friend.
    pub friend_requests: WhoMay,
    /// Who sees the list of friends.
    pub friends_list_audience: String,
    /// Who may follow without being a friend.
    pub who_may_follow: WhoMay,
    /// Whether the member stands in the directory.
    pub in_directory: bool,
    /// Whether the member is suggested to friends of friends.
    pub in_suggestions: bool,
    /// Who may comment on posts, unless a post says otherwise.
    pub comment_audience: String,
    /// Whether pages keep still even if the system does not ask for it.
    pub reduce_motion: bool,
    /// Language of posts by apps that name none, as a tag; empty for the one in which they read.
    pub posting_language: String,
    /// Whether apps offer to mark new posts as sensitive.
    pub marks_sensitive: bool,
    /// Whether a program writes here, as its owner says.
    pub is_bot: bool,
    /// Who may send a first message, which waits among the requests; friends may write in any case.
    pub messages: WhoMay,
    /// Whether friends may add the member to group chats without asking.
    pub friends_add_to_chats: bool,
    /// Whether others see how far the member has read, and the member how far they have.
    pub read_marks: bool,
    /// Whether friends who share it too see that the member is here now.
    pub presence: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            profile_audience: ProfileAudience::Community,
            default_audience: "friends".to_owned(),
            wall: WallPolicy::Friends,
            wall_audience: "friends".to_owned(),
            friend_requests: WhoMay::Everyone,
            friends_list_audience: "friends".to_owned(),
            who_may_follow: WhoMay::Everyone,
            in_directory: true,
            in_suggestions: true,
            comment_audience: "community".to_owned(),
            reduce_motion: false,
            posting_language: String::new(),
            marks_sensitive: false,
            is_bot: false,
            messages: WhoMay::Everyone,
            friends_add_to_chats: true,
            read_marks: true,
            presence: false,
        }
    }
}

/// Which accounts the staff wants to list.
#[derive(Clone, Debug, Default)]
pub(crate) struct Filter {
    /// Part of a handle, a name or a mail address, folded; empty for all.
    pub word: String,
    /// Only these states; empty for all but erased ones.
    pub state: Option<AccountState>,
    /// Only those with a role above member.
    pub staff_only: bool,
    /// Only accounts older than this one.
    pub before: Option<AccountId>,
    /// At most so many.
    pub limit: usize,
}
