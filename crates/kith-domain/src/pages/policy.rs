//! Who may do what for a page and as one: one table of rights and roles, and what each act asks for.

use super::model::{Act, Page};
use crate::AccountId;
use crate::profiles;
use crate::viewer::{AccountState, PageRole, Role, Viewer, Visible};

/// Something that may be done for a page or as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Right {
    /// Read its figures.
    SeeFigures,
    /// Read who did what.
    SeeLog,
    /// Act as the page at all: read its home page, its notices and its messages.
    Act,
    /// Post, comment, react, follow and make events.
    Speak,
    /// Write messages.
    Write,
    /// Take away what others write under its posts, and block people.
    Moderate,
    /// Change what stands about it.
    Edit,
    /// Ask others to help, and give roles.
    NameTeam,
    /// Name admins, hand it over, close it.
    Own,
}

impl Right {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::SeeFigures,
        Self::SeeLog,
        Self::Act,
        Self::Speak,
        Self::Write,
        Self::Moderate,
        Self::Edit,
        Self::NameTeam,
        Self::Own,
    ];
}

/// The table of roles and rights.
pub const fn grant(role: PageRole, right: Right) -> bool {
    use PageRole::{Admin, Analyst, Editor, Moderator, Owner};
    match (right, role) {
        (Right::SeeFigures, _) => true,
        (_, Analyst) => false,
        (Right::SeeLog | Right::Act | Right::Write, _) => true,
        (Right::Speak, Editor | Admin | Owner) => true,
        (Right::Moderate, Moderator | Admin | Owner) => true,
        (Right::Edit | Right::NameTeam, Admin | Owner) => true,
        (Right::Own, Owner) => true,
        (Right::Speak | Right::Moderate | Right::Edit | Right::NameTeam | Right::Own, _) => false,
    }
}

/// What somebody needs for an act.
pub const fn needs(act: Act) -> Right {
    match act {
        Act::Posted
        | Act::PostEdited
        | Act::PostDeleted
        | Act::Commented
        | Act::CommentEdited
        | Act::CommentDeleted
        | Act::EventMade
        | Act::EventChanged
        | Act::EventCancelled => Right::Speak,
        Act::Wrote => Right::Write,
        Act::CommentRemoved | Act::Blocked | Act::Unblocked => Right::Moderate,
        Act::DetailsChanged | Act::TextsChanged | Act::PictureChanged => Right::Edit,
        Act::Invited | Act::InviteTakenBack | Act::RoleGiven | Act::RoleTaken => Right::NameTeam,
        Act::HandedOver | Act::Closed | Act::Reopened => Right::Own,
        Act::Founded | Act::CameIn | Act::Left | Act::Succeeded => Right::SeeFigures,
        // Operators do that, whatever they are to the page.
        Act::Verified | Act::Unverified => Right::SeeFigures,
    }
}

/// Whether the viewer has this right on the page. The default is no.
pub fn may(viewer: &Viewer, page: &Page, right: Right) -> bool {
    viewer.active().is_ok() && page.role.is_some_and(|role| grant(role, right))
}

/// Whether `own` may give somebody who is `before` the role `after`: nobody reaches their own level, but for an owner, who
/// names admins. Ownership is handed over and never given.
pub fn may_name(own: PageRole, before: Option<PageRole>, after: PageRole) -> bool {
    grant(own, Right::NameTeam) && after < own && before.is_none_or(|before| before < own)
}

/// Whether the viewer says for the community which pages are who they say.
pub fn may_verify(viewer: &Viewer) -> bool {
    viewer.active().is_ok_and(|member| member.role >= Role::Admin)
}

/// Hands the page out to whoever may know of it: everybody while it is open, but for blocks; its team and those who are
/// asked to help and the operators in any case.
pub(super) fn show(viewer: &Viewer, page: Page) -> Option<Visible<Page>> {
    if page.person.state == AccountState::Deleted {
        return None;
    }
    let is_near = profiles::policy::may_meet(viewer, page.person.id, page.person.state, true);
    let is_of_team = viewer.active().is_ok() && page.role.is_some();
    (is_near || is_of_team || may_verify(viewer)).then(|| Visible::grant(page))
}

/// Who it really is, whether they act as a page at this moment or not.
pub(super) fn person_of(viewer: &Viewer) -> Option<AccountId> {
    viewer.acting().map(|acting| acting.person).or_else(|| viewer.id())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_the_one_written_by_hand() {
        use Right::*;
        let by_hand: [(PageRole, &[Right]); 5] = [
            (PageRole::Analyst, &[SeeFigures]),
            (PageRole::Moderator, &[SeeFigures, SeeLog, Act, Write, Moderate]),
            (PageRole::Editor, &[SeeFigures, SeeLog, Act, Speak, Write]),
            (PageRole::Admin, &[SeeFigures, SeeLog, Act, Speak, Write, Moderate, Edit, NameTeam]),
            (PageRole::Owner, &[SeeFigures, SeeLog, Act, Speak, Write, Moderate, Edit, NameTeam, Own]),
        ];
        for (role, rights) in by_hand {
            for right in Right::ALL {
                assert_eq!(grant(role, right), rights.contains(&right), "{role:?} {right:?}");
            }
        }
    }

    #[test]
    fn nobody_names_at_or_above_their_own_level() {
        use PageRole::*;
        assert!(may_name(Owner, None, Admin) && may_name(Owner, Some(Admin), Analyst));
        assert!(may_name(Admin, None, Editor) && may_name(Admin, Some(Moderator), Analyst));
        assert!(!may_name(Admin, None, Admin) && !may_name(Admin, Some(Admin), Analyst));
        assert!(!may_name(Owner, None, Owner) && !may_name(Owner, Some(Owner), Editor));
        for below in [Editor, Moderator, Analyst] {
            assert!(!may_name(below, None, Analyst), "{below:?}");
        }
    }

    #[test]
    fn who_only_reads_figures_is_needed_for_no_act() {
        let personal = [Act::Founded, Act::CameIn, Act::Left, Act::Succeeded, Act::Verified, Act::Unverified];
        for act in Act::ALL {
            assert_eq!(grant(PageRole::Analyst, needs(*act)), personal.contains(act), "{act:?}");
        }
    }
}
