//! What a group is, what it is to somebody, and what its makers hand in.

use kith_base::Millis;

use crate::accounts::PersonCard;
use crate::viewer::{GroupLevel, GroupRole, stored_as_text};
use crate::{AccountId, GroupId, MediaId, TopicId};

/// Who may know of a group and read it, from open to closed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Visibility {
    /// Everybody reads it, visitors included.
    Public,
    /// Every member of the community reads it.
    Site,
    /// Members of the community know that it exists, members of the group read it.
    #[default]
    Private,
    /// Only its members know of it.
    Hidden,
}

/// How somebody gets in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Joining {
    /// Whoever likes.
    Free,
    /// By asking.
    #[default]
    Request,
    /// By invitation alone.
    Invitation,
}

/// Who may write.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Posting {
    /// All members.
    #[default]
    All,
    /// All members; somebody looks at it first.
    Approved,
    /// Those who look after it.
    Moderators,
}

/// Whether members comment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Commenting {
    /// All of them.
    #[default]
    All,
    /// None of them.
    Off,
}

/// Who sees who is in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum MembersShown {
    /// Its members.
    #[default]
    Members,
    /// Every member of the community who may know of the group.
    Site,
    /// Those who look after it.
    Moderators,
}

/// Who may ask others in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Inviting {
    /// All members.
    #[default]
    Members,
    /// Those who look after it.
    Moderators,
}

/// Who may make things of one kind in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Makers {
    /// All members, as far as they may write.
    #[default]
    Members,
    /// Those who look after it.
    Moderators,
}

/// How a group stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum GroupState {
    /// In use.
    #[default]
    Active,
    /// To be read, not to be written in.
    Archived,
    /// Gone; what was in it is being erased.
    Deleted,
}

/// What somebody is to a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MemberState {
    /// Asked in, with no answer yet.
    Invited,
    /// Asks to come in.
    Requested,
    /// In it.
    Member,
    /// Sent away; may ask again.
    Removed,
    /// Sent away for good.
    Banned,
    /// Went, said no, or was not let in.
    Left,
}

stored_as_text!(Visibility { Public = "public", Site = "site", Private = "private", Hidden = "hidden" });
stored_as_text!(Joining { Free = "free", Request = "request", Invitation = "invitation" });
stored_as_text!(Posting { All = "all", Approved = "approved", Moderators = "moderators" });
stored_as_text!(Commenting { All = "all", Off = "off" });
stored_as_text!(MembersShown { Members = "members", Site = "site", Moderators = "moderators" });
stored_as_text!(Inviting { Members = "members", Moderators = "moderators" });
stored_as_text!(Makers { Members = "members", Moderators = "moderators" });
stored_as_text!(GroupState { Active = "active", Archived = "archived", Deleted = "deleted" });
stored_as_text!(MemberState {
    Invited = "invited",
    Requested = "requested",
    Member = "member",
    Removed = "removed",
    Banned = "banned",
    Left = "left",
});

/// What the rules about posts need to know of the group that they stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupFacts {
    /// Which group.
    pub id: GroupId,
    /// Who may read it.
    pub visibility: Visibility,
    /// How it stands.
    pub state: GroupState,
    /// Whether members comment.
    pub comments: Commenting,
}

/// What can be set about a group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GroupSettings {
    /// Who may know of it and read it.
    pub visibility: Visibility,
    /// How somebody gets in.
    pub joining: Joining,
    /// Who may write.
    pub posting: Posting,
    /// Whether members comment.
    pub comments: Commenting,
    /// Who sees who is in it.
    pub members_shown: MembersShown,
    /// Who may ask others in.
    pub inviting: Inviting,
    /// Whether whoever joins agrees to the rules first.
    pub asks_rules: bool,
    /// Who may make what.
    pub making: Making,
}

/// Who may make what in a group, beside words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Making {
    /// Events.
    pub events: Makers,
    /// Polls.
    pub polls: Makers,
    /// Photos in posts.
    pub photos: Makers,
    /// Files.
    pub files: Makers,
}

/// What somebody is to a group, with what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// In it, asked in, sent away and so on.
    pub state: MemberState,
    /// What they are in it.
    pub role: GroupRole,
    /// What of it comes to them.
    pub level: GroupLevel,
    /// Until when they may not write.
    pub muted_until: Option<Millis>,
    /// Who asked them in.
    pub invited_by: Option<AccountId>,
    /// Why they were declined, removed or banned.
    pub reason: String,
}

/// A group as one viewer finds it.
#[derive(Clone, Debug)]
pub struct Group {
    /// Which group.
    pub id: GroupId,
    /// Its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// How it is set.
    pub settings: GroupSettings,
    /// How it stands.
    pub state: GroupState,
    /// The wide picture on top.
    pub cover: Option<MediaId>,
    /// What it will be, and from when on, if it is going to be more open.
    pub opening: Option<(Visibility, Millis)>,
    /// Since when it waits for somebody to look after it.
    pub offered_at: Option<Millis>,
    /// People in it.
    pub member_count: i64,
    /// When it was made.
    pub created_at: Millis,
    /// What the viewer is to it, if anything.
    pub own: Option<Membership>,
}

impl Group {
    /// What the rules about posts need of it.
    pub const fn facts(&self) -> GroupFacts {
        GroupFacts {
            id: self.id,
            visibility: self.settings.visibility,
            state: self.state,
            comments: self.settings.comments,
        }
    }

    /// What the viewer is in it, if they are.
    pub fn role(&self) -> Option<GroupRole> {
        self.own.as_ref().filter(|own| own.state == MemberState::Member).map(|own| own.role)
    }

    /// Whether the viewer stands to it in this way.
    pub fn is_own_state(&self, state: MemberState) -> bool {
        self.own.as_ref().is_some_and(|own| own.state == state)
    }
}

/// A group as it is begun.
#[derive(Clone, Debug, Default)]
pub struct NewGroup {
    /// Its name.
    pub name: String,
    /// What it is about, in light Markdown.
    pub about: String,
    /// The language of these words, as a tag.
    pub language: String,
    /// How it is set.
    pub settings: GroupSettings,
    /// A word that the form made: handed in twice it makes one group.
    pub submission: Option<String>,
}

/// What a group says of itself in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupText {
    /// The language as a tag.
    pub language: String,
    /// What it is about, as written.
    pub about: String,
    /// The same as shown.
    pub about_html: String,
    /// Its rules, as written.
    pub rules: String,
    /// The same as shown.
    pub rules_html: String,
}

/// A label on posts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Which one.
    pub id: TopicId,
    /// Its name.
    pub name: String,
}

/// Somebody on a list of a group.
#[derive(Clone, Debug)]
pub struct MemberLine {
    /// Who.
    pub person: PersonCard,
    /// What they are to the group.
    pub membership: Membership,
    /// What they were asked and answered, for those who ask to come in.
    pub answers: Vec<(String, String)>,
}

/// Something that those who look after a group did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// Made the group.
    Made,
    /// Let somebody in.
    Approved,
    /// Did not let somebody in.
    Declined,
    /// Let a post be read.
    PostApproved,
    /// Sent a post back.
    PostDeclined,
    /// Took a post away.
    PostRemoved,
    /// Took a comment away.
    CommentRemoved,
    /// Reminded somebody of the rules.
    Warned,
    /// Kept somebody from writing for a time.
    Muted,
    /// Let them write again.
    Unmuted,
    /// Sent somebody away.
    Removed,
    /// Sent somebody away for good.
    Banned,
    /// Took that back.
    Unbanned,
    /// Gave somebody another role.
    RoleGiven,
    /// Handed the group over.
    HandedOver,
    /// Changed the settings.
    SettingsChanged,
    /// Gave the group another name or address.
    Renamed,
    /// Changed what the group says of itself.
    TextsChanged,
    /// Closed it for writing.
    Archived,
    /// Opened it again.
    Reopened,
    /// Did something about a report.
    ReportHandled,
    /// Found that there is nothing to do about a report.
    ReportDismissed,
    /// Passed a report on to the moderators of the community.
    ReportPassedOn,
    /// Let a file be seen.
    FileApproved,
    /// Took a file away.
    FileRemoved,
}

stored_as_text!(Act {
    Made = "made",
    Approved = "approved",
    Declined = "declined",
    PostApproved = "post_approved",
    PostDeclined = "post_declined",
    PostRemoved = "post_removed",
    CommentRemoved = "comment_removed",
    Warned = "warned",
    Muted = "muted",
    Unmuted = "unmuted",
    Removed = "removed",
    Banned = "banned",
    Unbanned = "unbanned",
    RoleGiven = "role_given",
    HandedOver = "handed_over",
    SettingsChanged = "settings_changed",
    Renamed = "renamed",
    TextsChanged = "texts_changed",
    Archived = "archived",
    Reopened = "reopened",
    ReportHandled = "report_handled",
    ReportDismissed = "report_dismissed",
    ReportPassedOn = "report_passed_on",
    FileApproved = "file_approved",
    FileRemoved = "file_removed",
});

/// One line of the log.
#[derive(Clone, Debug)]
pub struct ActLine {
    /// Who did it.
    pub by: PersonCard,
    /// What they did.
    pub act: Act,
    /// To whom.
    pub about: Option<PersonCard>,
    /// Why, or what it is now.
    pub detail: String,
    /// When.
    pub at: Millis,
}
