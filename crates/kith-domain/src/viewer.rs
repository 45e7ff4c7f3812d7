//! Who is looking, and the proof that they may. There is no read without a [`Viewer`]; faces render only
//! [`Visible`] things, which only a feature's `policy.rs` can make.

use std::collections::{HashMap, HashSet};
use std::ops::Deref;
use std::sync::Arc;

use kith_base::{Error, Millis, Result};

use crate::kinds::{AccountId, CircleId, GroupId, MediaId};

/// On whose behalf something is read or done.
#[derive(Clone, Debug)]
pub enum Viewer {
    /// Somebody who has not signed in.
    Anonymous,
    /// A member, with what the rules need to know of them.
    Member(Arc<Member>),
    /// The program itself, for upkeep only; the word says why and stands in the log.
    System(&'static str),
}

/// A member's relations, loaded once a request at most and kept while nothing changes.
#[derive(Clone, Debug, Default)]
pub struct Member {
    /// Who it is.
    pub id: AccountId,
    /// Handle as shown.
    pub handle: String,
    /// Name as shown.
    pub name: String,
    /// Picture, if they chose one.
    pub avatar: Option<MediaId>,
    /// Language they chose, as a tag.
    pub language: String,
    /// Tags of the languages that they say they speak.
    pub speaks: Vec<String>,
    /// `auto`, `light` or `dark`.
    pub theme: String,
    /// IANA name of their time zone.
    pub time_zone: String,
    /// What they may do for the community.
    pub role: Role,
    /// Whether they may read and write.
    pub state: AccountState,
    /// Level of safety.md 3.2.
    pub trust_level: u8,
    /// Friends, both sides confirmed.
    pub friends: HashSet<AccountId>,
    /// People they follow, friends that were not unfollowed included.
    pub following: HashSet<AccountId>,
    /// People they want on top.
    pub see_first: HashSet<AccountId>,
    /// People out of the feed until then.
    pub snoozed: HashMap<AccountId, Millis>,
    /// People muted, until then if a time is set.
    pub muted: HashMap<AccountId, Option<Millis>>,
    /// People in exclusive lists of theirs: to be read there, not on the home page.
    pub set_aside: HashSet<AccountId>,
    /// Tags that they follow, by key.
    pub followed_tags: HashSet<String>,
    /// Blocked by them or blocking them: for both it is as if the other were not there.
    pub blocked: HashSet<AccountId>,
    /// People who restricted this member: of theirs only what everybody sees.
    pub restricted_by: HashSet<AccountId>,
    /// Friend requests that wait for their answer.
    pub friend_requests: i64,
    /// Circles of others that this member is in (never shown to them).
    pub circles_in: HashSet<CircleId>,
    /// Groups that this member is in, and what they are there.
    pub groups: HashMap<GroupId, GroupRole>,
    /// What of these groups comes to them, where it is not the usual.
    pub group_levels: HashMap<GroupId, GroupLevel>,
    /// Groups in which they may not write until then.
    pub muted_in: HashMap<GroupId, Millis>,
    /// Groups that do not want them.
    pub banned_from: HashSet<GroupId>,
    /// Pages that this member helps to run, by name.
    pub pages: Vec<OwnPage>,
    /// Who it really is, where somebody acts as a page: this member is the page then.
    pub acting: Option<Acting>,
}

/// A page that a member helps to run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnPage {
    /// Its account.
    pub id: AccountId,
    /// Its name as shown.
    pub name: String,
    /// What the member is there.
    pub role: PageRole,
}

/// Somebody who acts as a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Acting {
    /// Who it is.
    pub person: AccountId,
    /// What they are to the page.
    pub role: PageRole,
}

/// What a member is to a page that they help to run, from least to most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageRole {
    /// Reads figures.
    #[default]
    Analyst,
    /// Looks after comments and messages.
    Moderator,
    /// Writes as the page.
    Editor,
    /// Looks after its words and its team.
    Admin,
    /// An admin who may also name admins, hand the page over and close it.
    Owner,
}

/// What a member is in a group, from least to most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupRole {
    /// Takes part.
    #[default]
    Member,
    /// Looks after what is written and who comes in.
    Moderator,
    /// Looks after the group: its words and settings.
    Admin,
    /// An admin who may also name admins, hand the group over and end it.
    Owner,
}

/// What of a group comes to one of its members.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum GroupLevel {
    /// Every post, each with a notice.
    All,
    /// Every post; notices of announcements.
    #[default]
    Highlights,
    /// What friends write, with notices, and announcements.
    Friends,
    /// Nothing.
    None,
}

/// What a member may do for the community.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Takes part.
    #[default]
    Member,
    /// Looks after what is written.
    Moderator,
    /// Looks after the community: settings, members, pages.
    Admin,
    /// An admin who may also name and remove admins.
    Owner,
}

/// The state of an account (product.md 4.10, as far as it exists by now).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum AccountState {
    /// Mail address not yet confirmed.
    PendingEmail,
    /// Waiting for an admin.
    PendingApproval,
    /// A full member.
    #[default]
    Active,
    /// Locked out by the staff.
    Suspended,
    /// Asked to be out of sight; comes back by signing in.
    Deactivated,
    /// Asked to be deleted; 30 days to think again.
    DeletionScheduled,
    /// Gone. The row stays so that ids mean nothing else.
    Deleted,
}

macro_rules! stored_as_text {
    ($type:ident { $($variant:ident = $text:literal),* $(,)? }) => {
        impl $type {
            /// The word in the database and in forms.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),* }
            }

            /// Reads the word; `None` when it is none of ours.
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)* _ => None }
            }

            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
        }

        impl From<$type> for kith_db::Value {
            fn from(value: $type) -> Self {
                value.as_str().into()
            }
        }
    };
}
pub(crate) use stored_as_text;

stored_as_text!(Role { Member = "member", Moderator = "moderator", Admin = "admin", Owner = "owner" });
stored_as_text!(GroupRole {
    Member = "member",
    Moderator = "moderator",
    Admin = "admin",
    Owner = "owner",
});
stored_as_text!(PageRole {
    Analyst = "analyst",
    Moderator = "moderator",
    Editor = "editor",
    Admin = "admin",
    Owner = "owner",
});
stored_as_text!(GroupLevel { All = "all", Highlights = "highlights", Friends = "friends", None = "none" });
stored_as_text!(AccountState {
    PendingEmail = "pending_email",
    PendingApproval = "pending_approval",
    Active = "active",
    Suspended = "suspended",
    Deactivated = "deactivated",
    DeletionScheduled = "deletion_scheduled",
    Deleted = "deleted",
});

impl AccountState {
    /// Whether others see the person and what they wrote.
    pub const fn is_present(self) -> bool {
        matches!(self, Self::Active)
    }

    /// Whether the person asked to join and is not in yet.
    pub const fn is_waiting(self) -> bool {
        matches!(self, Self::PendingEmail | Self::PendingApproval)
    }
}

impl Viewer {
    /// The member's id; `None` for anonymous visitors and the system.
    pub fn id(&self) -> Option<AccountId> {
        self.member().map(|member| member.id)
    }

    /// The id for SQL predicates: zero, which no account has, stands for "nobody".
    pub fn id_or_zero(&self) -> AccountId {
        self.id().unwrap_or(AccountId::new(0))
    }

    /// The member, if one is signed in.
    pub fn member(&self) -> Option<&Member> {
        match self {
            Self::Member(member) => Some(member),
            Self::Anonymous | Self::System(_) => None,
        }
    }

    /// Who it really is, where somebody acts as a page.
    pub fn acting(&self) -> Option<Acting> {
        self.member().and_then(|member| member.acting)
    }

    /// The member who may take part; everyone else is asked to sign in or to wait.
    ///
    /// # Errors
    /// Sign-in needed for visitors, forbidden for members who wait for approval or are suspended.
    pub fn active(&self) -> Result<&Member> {
        let member = self.member().ok_or_else(Error::sign_in_needed)?;
        match member.state {
            AccountState::Active => Ok(member),
            _ => Err(Error::forbidden("error-account-not-active")),
        }
    }

    /// Whoever has asked to join and waits, declined or not.
    ///
    /// # Errors
    /// Sign-in needed for visitors, conflict for everybody who does not wait.
    pub fn applicant(&self) -> Result<&Member> {
        let member = self.member().ok_or_else(Error::sign_in_needed)?;
        if member.state.is_waiting() { Ok(member) } else { Err(Error::conflict("error-conflict")) }
    }

    /// The member, if they look after what is written here.
    ///
    /// # Errors
    /// As [`Viewer::active`]; not found for members without the role, who need not know that the page exists.
    pub fn moderator(&self) -> Result<&Member> {
        self.with_role(Role::Moderator)
    }

    /// The member, if they look after the community.
    ///
    /// # Errors
    /// As [`Viewer::moderator`].
    pub fn admin(&self) -> Result<&Member> {
        self.with_role(Role::Admin)
    }

    fn with_role(&self, least: Role) -> Result<&Member> {
        let member = self.active()?;
        if member.role >= least { Ok(member) } else { Err(Error::not_found()) }
    }

    /// Whether this is the program itself.
    pub const fn is_system(&self) -> bool {
        matches!(self, Self::System(_))
    }
}

impl Member {
    /// Whether the other side is blocked or blocking.
    pub fn is_apart_from(&self, other: AccountId) -> bool {
        self.blocked.contains(&other)
    }

    /// What of a group that they are in comes to them.
    pub fn level_in(&self, group: GroupId) -> GroupLevel {
        self.group_levels.get(&group).copied().unwrap_or_default()
    }

    /// What they are to a page, if they help to run it.
    pub fn page_role(&self, page: AccountId) -> Option<PageRole> {
        self.pages.iter().find(|own| own.id == page).map(|own| own.role)
    }

    /// Whether they look after this group.
    pub fn moderates(&self, group: GroupId) -> bool {
        self.groups.get(&group).is_some_and(|role| *role >= GroupRole::Moderator)
    }

    /// Whether `other` is muted at `now`.
    pub fn has_muted(&self, other: AccountId, now: Millis) -> bool {
        self.muted.get(&other).is_some_and(|until| until.is_none_or(|until| until > now))
    }
}

/// Something that its viewer may see. It reads like the thing itself and can be made only by a `policy.rs`
/// (`cargo xtask tidy` holds that).
#[derive(Clone, Debug)]
pub struct Visible<T>(T);

impl<T> Visible<T> {
    /// Grants sight of `thing`. Only `policy.rs` files may call it.
    pub(crate) const fn grant(thing: T) -> Self {
        Self(thing)
    }

    /// The thing, no longer marked.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> Deref for Visible<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
