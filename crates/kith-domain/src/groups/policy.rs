//! Who may do what in a group: one table of rights and roles, and what settings leave open.

use super::model::{
    Commenting, Group, GroupFacts, GroupSettings, GroupState, Inviting, Makers, MemberState, MembersShown,
    Posting, Visibility,
};
use crate::viewer::{AccountState, GroupRole, Member, Viewer, Visible};

/// Something that may be done in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Right {
    /// Know that it exists.
    Know,
    /// Read what is written there.
    Read,
    /// See who is in it.
    SeeMembers,
    /// Write posts.
    Post,
    /// Comment on posts of others.
    Comment,
    /// React.
    React,
    /// Ask others in.
    Invite,
    /// Make events.
    MakeEvents,
    /// Make polls.
    MakePolls,
    /// Put photos into posts.
    AddPhotos,
    /// Add files.
    AddFiles,
    /// Decide who comes in and which posts appear.
    Approve,
    /// Pin posts, mark announcements, close comments of others.
    Arrange,
    /// Take posts and comments of others away.
    Remove,
    /// Warn, mute, remove and ban those below.
    Discipline,
    /// Handle reports, and pass them on.
    Reports,
    /// Change name, picture, words, rules, questions and topics.
    EditTexts,
    /// Change who sees it, who comes in and who writes.
    EditAccess,
    /// Name moderators.
    NameModerators,
    /// Name admins, hand the group over, archive and delete it.
    Own,
}

impl Right {
    /// All of them.
    pub const ALL: [Self; 20] = [
        Self::Know,
        Self::Read,
        Self::SeeMembers,
        Self::Post,
        Self::Comment,
        Self::React,
        Self::Invite,
        Self::MakeEvents,
        Self::MakePolls,
        Self::AddPhotos,
        Self::AddFiles,
        Self::Approve,
        Self::Arrange,
        Self::Remove,
        Self::Discipline,
        Self::Reports,
        Self::EditTexts,
        Self::EditAccess,
        Self::NameModerators,
        Self::Own,
    ];
}

/// What a role says to a right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grant {
    /// Always.
    Yes,
    /// As the group is set.
    BySetting,
    /// Never.
    No,
}

/// The table of roles and rights.
pub const fn grant(role: GroupRole, right: Right) -> Grant {
    use Right::{
        AddFiles, AddPhotos, Approve, Arrange, Comment, Discipline, EditAccess, EditTexts, Invite, Know,
        MakeEvents, MakePolls, NameModerators, Own, Post, React, Read, Remove, Reports, SeeMembers,
    };
    match (right, role) {
        (Know | Read | React, _) => Grant::Yes,
        (
            SeeMembers | Post | Comment | Invite | MakeEvents | MakePolls | AddPhotos | AddFiles,
            GroupRole::Member,
        ) => Grant::BySetting,
        (SeeMembers | Post | Comment | Invite | MakeEvents | MakePolls | AddPhotos | AddFiles, _) => {
            Grant::Yes
        }
        (Approve | Arrange | Remove | Discipline | Reports, GroupRole::Member) => Grant::No,
        (Approve | Arrange | Remove | Discipline | Reports, _) => Grant::Yes,
        (EditTexts | EditAccess | NameModerators, GroupRole::Admin | GroupRole::Owner) => Grant::Yes,
        (EditTexts | EditAccess | NameModerators, _) => Grant::No,
        (Own, GroupRole::Owner) => Grant::Yes,
        (Own, _) => Grant::No,
    }
}

/// Whether `viewer` has this right in the group. The default is no.
pub fn may(viewer: &Viewer, group: &Group, right: Right) -> bool {
    if group.state == GroupState::Deleted {
        return false;
    }
    if viewer.is_system() {
        return true;
    }
    let member = viewer.active().ok();
    match (member.and(group.role()), right) {
        (Some(role), _) => {
            is_open_for(group, right)
                && match grant(role, right) {
                    Grant::Yes => true,
                    Grant::BySetting => setting_allows(group, right),
                    Grant::No => false,
                }
        }
        (None, Right::Know) => may_know(member, group),
        (None, Right::Read) => may_read(viewer, &group.facts()) && !is_banned(member, group),
        (None, Right::SeeMembers) => {
            member.is_some()
                && !is_banned(member, group)
                && may_know(member, group)
                && group.settings.members_shown == MembersShown::Site
        }
        (None, _) => false,
    }
}

/// Nothing is written in a group that is archived; it is still looked after.
const fn is_open_for(group: &Group, right: Right) -> bool {
    let writes = matches!(
        right,
        Right::Post
            | Right::Comment
            | Right::React
            | Right::Invite
            | Right::MakeEvents
            | Right::MakePolls
            | Right::AddPhotos
            | Right::AddFiles
    );
    !writes || matches!(group.state, GroupState::Active)
}

const fn setting_allows(group: &Group, right: Right) -> bool {
    let (settings, making) = (&group.settings, &group.settings.making);
    match right {
        Right::SeeMembers => !matches!(settings.members_shown, MembersShown::Moderators),
        Right::Post => may_write(settings),
        Right::MakeEvents => may_write(settings) && matches!(making.events, Makers::Members),
        Right::MakePolls => may_write(settings) && matches!(making.polls, Makers::Members),
        Right::AddPhotos => may_write(settings) && matches!(making.photos, Makers::Members),
        Right::AddFiles => may_write(settings) && matches!(making.files, Makers::Members),
        Right::Comment => matches!(settings.comments, Commenting::All),
        Right::Invite => matches!(settings.inviting, Inviting::Members),
        _ => false,
    }
}

/// Whether members write at all.
const fn may_write(settings: &GroupSettings) -> bool {
    !matches!(settings.posting, Posting::Moderators)
}

/// Whether somebody from outside may know of it: of a hidden one those who were asked in.
fn may_know(member: Option<&Member>, group: &Group) -> bool {
    match group.settings.visibility {
        Visibility::Public => true,
        Visibility::Site | Visibility::Private => member.is_some() && !is_banned(member, group),
        Visibility::Hidden => member.is_some() && group.is_own_state(MemberState::Invited),
    }
}

fn is_banned(member: Option<&Member>, group: &Group) -> bool {
    member.is_some()
        && group.is_own_state(MemberState::Banned)
        && group.settings.visibility != Visibility::Public
}

/// Whether `viewer` may read what is written in the group: its members, and from outside whoever it is open to.
pub fn may_read(viewer: &Viewer, group: &GroupFacts) -> bool {
    if group.state == GroupState::Deleted {
        return false;
    }
    let member = match viewer {
        Viewer::System(_) => return true,
        Viewer::Member(member) if member.state == AccountState::Active => Some(member),
        Viewer::Member(_) | Viewer::Anonymous => None,
    };
    group.visibility == Visibility::Public
        || member.is_some_and(|member| {
            (group.visibility == Visibility::Site && !member.banned_from.contains(&group.id))
                || member.groups.contains_key(&group.id)
        })
}

/// [`may_read`] as an SQL predicate over an alias of `groups`, with `$1` the id of `posts::policy::sql_viewer`. Follows
/// the rule line by line; the property test of posts holds the two together.
macro_rules! may_read_sql {
    ($g:literal) => {
        concat!(
            "(",
            $g,
            ".state <> 'deleted'
              AND (",
            $g,
            ".visibility = 'public'
                   OR (",
            $g,
            ".visibility = 'site' AND $1 > 0
                       AND NOT EXISTS (SELECT 1 FROM group_members banned
                                        WHERE banned.group_id = ",
            $g,
            ".id AND banned.account_id = $1 AND banned.state = 'banned'))
                   OR EXISTS (SELECT 1 FROM group_members inside
                               WHERE inside.group_id = ",
            $g,
            ".id AND inside.account_id = $1 AND inside.state = 'member')))"
        )
    };
}
pub(crate) use may_read_sql;

/// [`Right::Know`] as an SQL predicate over an alias of `groups`, with `$1` as in [`may_read_sql`].
macro_rules! may_know_sql {
    ($g:literal) => {
        concat!(
            "(",
            $g,
            ".state <> 'deleted'
              AND (",
            $g,
            ".visibility = 'public'
                   OR (",
            $g,
            ".visibility IN ('site', 'private') AND $1 > 0
                       AND NOT EXISTS (SELECT 1 FROM group_members banned
                                        WHERE banned.group_id = ",
            $g,
            ".id AND banned.account_id = $1 AND banned.state = 'banned'))
                   OR EXISTS (SELECT 1 FROM group_members near
                               WHERE near.group_id = ",
            $g,
            ".id AND near.account_id = $1 AND near.state IN ('member', 'invited'))))"
        )
    };
}
pub(crate) use may_know_sql;

/// Whether `viewer`, who is in the group, may comment and react there now. Being muted is asked when something is written.
pub fn may_take_part(member: &Member, group: &GroupFacts) -> bool {
    group.state == GroupState::Active && member.groups.contains_key(&group.id)
}

/// Whether `member` may comment there, as the group is set.
pub fn may_comment(member: &Member, group: &GroupFacts) -> bool {
    may_take_part(member, group) && (group.comments == Commenting::All || member.moderates(group.id))
}

/// Whether somebody with `role` may warn, mute, remove or ban somebody with `target`: moderators those who only take part
/// and each other, admins everybody but owners.
pub fn may_discipline(role: GroupRole, target: GroupRole) -> bool {
    match role {
        GroupRole::Member => false,
        GroupRole::Moderator => target <= GroupRole::Moderator,
        GroupRole::Admin => target < GroupRole::Owner,
        GroupRole::Owner => target < GroupRole::Owner,
    }
}

/// Whether somebody with `role` may make `from` into `to`: admins name moderators, owners admins too. Owners change by
/// handing over alone.
pub fn may_name(role: GroupRole, from: GroupRole, to: GroupRole) -> bool {
    let highest = from.max(to);
    match role {
        GroupRole::Owner => highest < GroupRole::Owner,
        GroupRole::Admin => highest < GroupRole::Admin,
        GroupRole::Moderator | GroupRole::Member => false,
    }
}

/// Hands the group out, if `viewer` may know of it.
pub(super) fn show(viewer: &Viewer, group: Group) -> Option<Visible<Group>> {
    may(viewer, &group, Right::Know).then(|| Visible::grant(group))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::groups::model::{Making, Membership};
    use crate::viewer::GroupLevel;
    use crate::{AccountId, GroupId};

    /// What each of member, moderator, admin and owner may do, written by hand: `+` yes, `?` as it is set, `-` no.
    const ORACLE: &[(Right, &str)] = &[
        (Right::Know, "++++"),
        (Right::Read, "++++"),
        (Right::SeeMembers, "?+++"),
        (Right::Post, "?+++"),
        (Right::Comment, "?+++"),
        (Right::React, "++++"),
        (Right::Invite, "?+++"),
        (Right::MakeEvents, "?+++"),
        (Right::MakePolls, "?+++"),
        (Right::AddPhotos, "?+++"),
        (Right::AddFiles, "?+++"),
        (Right::Approve, "-+++"),
        (Right::Arrange, "-+++"),
        (Right::Remove, "-+++"),
        (Right::Discipline, "-+++"),
        (Right::Reports, "-+++"),
        (Right::EditTexts, "--++"),
        (Right::EditAccess, "--++"),
        (Right::NameModerators, "--++"),
        (Right::Own, "---+"),
    ];

    #[test]
    fn the_table_says_what_was_promised() {
        assert_eq!(ORACLE.len(), Right::ALL.len());
        for (right, signs) in ORACLE {
            let said: String = GroupRole::ALL
                .iter()
                .map(|role| match grant(*role, *right) {
                    Grant::Yes => '+',
                    Grant::BySetting => '?',
                    Grant::No => '-',
                })
                .collect();
            assert_eq!(said, *signs, "{right:?}");
        }
    }

    fn group(settings: GroupSettings, own: Option<(MemberState, GroupRole)>) -> Group {
        Group {
            id: GroupId::new(5),
            slug: "walks".into(),
            name: "Walks".into(),
            settings,
            state: GroupState::Active,
            cover: None,
            opening: None,
            offered_at: None,
            member_count: 1,
            created_at: 0,
            own: own.map(|(state, role)| Membership {
                state,
                role,
                level: GroupLevel::default(),
                muted_until: None,
                invited_by: None,
                reason: String::new(),
            }),
        }
    }

    fn somebody() -> Viewer {
        Viewer::Member(Arc::new(Member { id: AccountId::new(7), ..Member::default() }))
    }

    #[test]
    fn outside_only_openness_counts() {
        let rights = |visibility, viewer: &Viewer, own| {
            let group = group(GroupSettings { visibility, ..GroupSettings::default() }, own);
            Right::ALL.iter().filter(|right| may(viewer, &group, **right)).copied().collect::<Vec<_>>()
        };
        let (visitor, member) = (Viewer::Anonymous, somebody());
        for (visibility, of_visitor, of_member) in [
            (Visibility::Public, vec![Right::Know, Right::Read], vec![Right::Know, Right::Read]),
            (Visibility::Site, vec![], vec![Right::Know, Right::Read]),
            (Visibility::Private, vec![], vec![Right::Know]),
            (Visibility::Hidden, vec![], vec![]),
        ] {
            assert_eq!(rights(visibility, &visitor, None), of_visitor, "{visibility:?}");
            assert_eq!(rights(visibility, &member, None), of_member, "{visibility:?}");
        }
        let invited = Some((MemberState::Invited, GroupRole::Member));
        assert_eq!(rights(Visibility::Hidden, &member, invited), [Right::Know]);
        for state in [MemberState::Left, MemberState::Removed, MemberState::Requested] {
            assert_eq!(rights(Visibility::Hidden, &member, Some((state, GroupRole::Owner))), []);
        }
        let banned = Some((MemberState::Banned, GroupRole::Member));
        assert_eq!(rights(Visibility::Private, &member, banned), []);
    }

    #[test]
    fn settings_bind_members_and_not_those_who_look_after_it() {
        let settings = GroupSettings {
            posting: Posting::Moderators,
            comments: Commenting::Off,
            members_shown: MembersShown::Moderators,
            inviting: Inviting::Moderators,
            ..GroupSettings::default()
        };
        for right in [Right::Post, Right::Comment, Right::SeeMembers, Right::Invite] {
            let of = |role| may(&somebody(), &group(settings, Some((MemberState::Member, role))), right);
            assert!(!of(GroupRole::Member) && of(GroupRole::Moderator), "{right:?}");
        }
    }

    #[test]
    fn each_kind_of_thing_has_a_setting_of_its_own_and_needs_a_voice() {
        let rights = [Right::MakeEvents, Right::MakePolls, Right::AddPhotos, Right::AddFiles];
        let closed = Makers::Moderators;
        let all = Making::default();
        let makings = [
            Making { events: closed, ..all },
            Making { polls: closed, ..all },
            Making { photos: closed, ..all },
            Making { files: closed, ..all },
        ];
        let may_in = |settings, role, right| {
            may(&somebody(), &group(settings, Some((MemberState::Member, role))), right)
        };
        for (at, making) in makings.into_iter().enumerate() {
            let settings = GroupSettings { making, ..GroupSettings::default() };
            for (place, right) in rights.into_iter().enumerate() {
                assert_eq!(may_in(settings, GroupRole::Member, right), place != at, "{right:?}");
                assert!(may_in(settings, GroupRole::Moderator, right), "{right:?}");
            }
        }
        let silent = GroupSettings { posting: Posting::Moderators, ..GroupSettings::default() };
        for right in rights {
            assert!(!may_in(silent, GroupRole::Member, right), "{right:?}");
        }
    }

    #[test]
    fn nobody_reaches_above_themselves() {
        let all = GroupRole::ALL;
        for role in all {
            for target in all {
                let allowed = may_discipline(*role, *target);
                assert!(!allowed || (*role >= GroupRole::Moderator && *target != GroupRole::Owner));
                assert!(*role != GroupRole::Moderator || !allowed || *target <= GroupRole::Moderator);
                for to in all {
                    let named = may_name(*role, *target, *to);
                    assert!(!named || (*target < *role && *to < *role), "{role:?} {target:?} {to:?}");
                }
            }
        }
    }
}
