//! Which way in is open, and who sees applications.

use kith_base::{Error, Result};

use super::Application;
use super::join::Way;
use crate::site::JoinMode;
use crate::{Viewer, Visible};

/// What happens to somebody who comes with or without an invitation, with or without a proof of work. Whoever joins
/// without a proof is not refused: a person looks at it.
pub(super) fn way(mode: JoinMode, is_invited: bool, has_proof: bool) -> Result<Way> {
    match (mode, is_invited) {
        (JoinMode::Closed, _) => Err(Error::forbidden("join-closed")),
        (JoinMode::Invite, false) => Err(Error::forbidden("join-invite-needed")),
        (_, true) => Ok(Way::Straight),
        (JoinMode::Open, false) if has_proof => Ok(Way::Straight),
        (JoinMode::Open | JoinMode::Approval, false) => Ok(Way::Ask),
    }
}

/// Applications are for moderators and admins.
pub(super) fn to_staff(viewer: &Viewer, application: Application) -> Result<Visible<Application>> {
    viewer.moderator()?;
    Ok(Visible::grant(application))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_mode_has_its_way_in() {
        use JoinMode::{Approval, Closed, Invite, Open};
        let table = [
            (Closed, true, true, None),
            (Closed, false, true, None),
            (Invite, false, true, None),
            (Invite, true, false, Some(Way::Straight)),
            (Approval, true, false, Some(Way::Straight)),
            (Approval, false, true, Some(Way::Ask)),
            (Open, false, true, Some(Way::Straight)),
            (Open, false, false, Some(Way::Ask)),
            (Open, true, false, Some(Way::Straight)),
        ];
        for (mode, invited, proof, expected) in table {
            assert_eq!(way(mode, invited, proof).ok(), expected, "{mode:?} invited {invited} proof {proof}");
        }
    }
}
