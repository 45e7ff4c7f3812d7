//! Who sees a file of a group and who may take it away.

use super::GroupFile;
use crate::groups::{Group, Right, policy};
use crate::media::{GroupFileRow, OpenedFile};
use crate::viewer::{Viewer, Visible};

/// Whether `viewer` may see the file and save it: whoever reads the group, but for those who are apart from its owner. One
/// that waits is there for its owner and for those who decide.
pub(super) fn may_see(viewer: &Viewer, group: &Group, file: &GroupFileRow) -> bool {
    let is_apart = viewer.member().is_some_and(|member| member.is_apart_from(file.owner));
    let is_shown = !file.waits || is_own(viewer, file) || policy::may(viewer, group, Right::Approve);
    policy::may(viewer, group, Right::Read) && is_shown && !is_apart
}

/// Whether `viewer` may take it away: its owner, and those who look after the group.
pub(super) fn may_delete(viewer: &Viewer, group: &Group, file: &GroupFileRow) -> bool {
    may_see(viewer, group, file) && (is_own(viewer, file) || policy::may(viewer, group, Right::Remove))
}

fn is_own(viewer: &Viewer, file: &GroupFileRow) -> bool {
    viewer.active().is_ok_and(|member| member.id == file.owner)
}

/// Hands what is said of the file out.
pub(super) fn show(
    viewer: &Viewer,
    group: &Group,
    row: &GroupFileRow,
    file: GroupFile,
) -> Option<Visible<GroupFile>> {
    may_see(viewer, group, row).then(|| Visible::grant(file))
}

/// Hands its bytes out.
pub(super) fn show_bytes(
    viewer: &Viewer,
    group: &Group,
    row: &GroupFileRow,
    opened: OpenedFile,
) -> Option<Visible<OpenedFile>> {
    may_see(viewer, group, row).then(|| Visible::grant(opened))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::sync::Arc;

    use super::*;
    use crate::groups::{GroupSettings, GroupState, MemberState, Membership, Visibility};
    use crate::media::File;
    use crate::viewer::{GroupLevel, GroupRole, Member};
    use crate::{AccountId, FileId, GroupId};

    fn group(visibility: Visibility, role: Option<GroupRole>) -> Group {
        Group {
            id: GroupId::new(5),
            slug: "walks".into(),
            name: "Walks".into(),
            settings: GroupSettings { visibility, ..GroupSettings::default() },
            state: GroupState::Active,
            cover: None,
            opening: None,
            offered_at: None,
            member_count: 1,
            created_at: 0,
            own: role.map(|role| Membership {
                state: MemberState::Member,
                role,
                level: GroupLevel::default(),
                muted_until: None,
                invited_by: None,
                reason: String::new(),
            }),
        }
    }

    fn file(waits: bool) -> GroupFileRow {
        let file = File {
            id: FileId::new(3),
            name: "plan.pdf".into(),
            content_type: "application/pdf".into(),
            bytes: 9,
        };
        GroupFileRow { file, owner: AccountId::new(7), waits, created_at: 0, key: String::new() }
    }

    fn member(id: i64, blocks: &[i64]) -> Viewer {
        let blocked: HashSet<AccountId> = blocks.iter().map(|id| AccountId::new(*id)).collect();
        Viewer::Member(Arc::new(Member { id: AccountId::new(id), blocked, ..Member::default() }))
    }

    #[test]
    fn whoever_reads_the_group_sees_its_files_and_some_take_them_away() {
        let private = |role| group(Visibility::Private, role);
        let (member_, moderator) = (Some(GroupRole::Member), Some(GroupRole::Moderator));
        let other = member(8, &[]);
        assert!(may_see(&other, &private(member_), &file(false)));
        assert!(!may_see(&other, &private(None), &file(false)));
        assert!(!may_see(&Viewer::Anonymous, &private(None), &file(false)));
        assert!(may_see(&Viewer::Anonymous, &group(Visibility::Public, None), &file(false)));
        assert!(!may_delete(&other, &private(member_), &file(false)));
        assert!(may_delete(&other, &private(moderator), &file(false)));
        assert!(may_delete(&member(7, &[]), &private(member_), &file(false)));
    }

    #[test]
    fn what_waits_and_what_stands_behind_a_block_is_not_there() {
        let private = |role| group(Visibility::Private, role);
        let (member_, moderator) = (Some(GroupRole::Member), Some(GroupRole::Moderator));
        assert!(!may_see(&member(8, &[]), &private(member_), &file(true)));
        assert!(may_see(&member(8, &[]), &private(moderator), &file(true)));
        assert!(may_see(&member(7, &[]), &private(member_), &file(true)));
        assert!(!may_see(&Viewer::Anonymous, &group(Visibility::Public, None), &file(true)));
        assert!(!may_see(&member(8, &[7]), &private(member_), &file(false)));
        assert!(!may_delete(&member(8, &[7]), &private(moderator), &file(false)));
    }
}
