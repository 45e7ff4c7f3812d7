//! Who may invite, and who sees an invitation.

use kith_base::{DAY, Error, Message, Millis, Result};

use super::{Invite, NewInvite, Room};
use crate::Viewer;
use crate::site::{JoinMode, SiteSettings};
use crate::viewer::{Member, Role, Visible};

/// Members' places are counted over so long.
pub(super) const MONTH: Millis = 30 * DAY;
const MOST_DAYS_OF_MEMBERS: u32 = 30;

/// Whether the member may invite at all: the staff always, members from trust level 2 where the community lets them.
pub fn may_invite(site: &SiteSettings, member: &Member) -> bool {
    site.join != JoinMode::Closed
        && (member.role >= Role::Moderator || (site.members_invite && places_a_month(member.trust_level) > 0))
}

/// People that a member may invite within 30 days, by trust level (safety: levels 0 and 1 may not invite).
const fn places_a_month(trust_level: u8) -> u32 {
    match trust_level {
        0 | 1 => 0,
        2 => 2,
        3 => 10,
        _ => 30,
    }
}

/// How many more people the member may invite, after having given away `given` places this month.
pub(super) fn room(site: &SiteSettings, member: &Member, given: u32) -> Result<Room> {
    if site.join == JoinMode::Closed {
        return Err(Error::forbidden("invite-closed"));
    }
    if member.role >= Role::Moderator {
        return Ok(Room::Unlimited);
    }
    if !may_invite(site, member) {
        return Err(Error::forbidden("invite-not-yet"));
    }
    Ok(Room::Places(places_a_month(member.trust_level).saturating_sub(given)))
}

/// Whether the new link fits into the room.
pub(super) fn may_create(room: &Room, new: &NewInvite) -> Result<()> {
    let Room::Places(places) = room else { return Ok(()) };
    if *places == 0 {
        return Err(Error::forbidden("invite-no-room"));
    }
    if new.max_uses.is_none_or(|uses| uses > *places) {
        return Err(Error::invalid("max_uses", Message::new("invite-room").with("count", *places)));
    }
    if new.days.is_none_or(|days| days > MOST_DAYS_OF_MEMBERS) {
        let message = Message::new("invite-days-range").with("most", MOST_DAYS_OF_MEMBERS);
        return Err(Error::invalid("days", message));
    }
    Ok(())
}

/// Links are for those who made them and for admins.
pub(super) fn to_maker(viewer: &Viewer, invite: Invite) -> Result<Visible<Invite>> {
    let member = viewer.active()?;
    if member.id == invite.by || member.role >= Role::Admin {
        Ok(Visible::grant(invite))
    } else {
        Err(Error::not_found())
    }
}

/// A link just made on the command line.
pub(super) const fn to_operator(invite: Invite) -> Visible<Invite> {
    Visible::grant(invite)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(role: Role, trust_level: u8) -> Member {
        Member { role, trust_level, ..Member::default() }
    }

    #[test]
    fn members_invite_from_the_second_level_on_and_only_where_the_community_lets_them() {
        let open = SiteSettings::default();
        let staff_only = SiteSettings { members_invite: false, ..SiteSettings::default() };
        let closed = SiteSettings { join: JoinMode::Closed, ..SiteSettings::default() };
        assert!(!may_invite(&open, &member(Role::Member, 1)));
        assert!(may_invite(&open, &member(Role::Member, 2)));
        assert!(!may_invite(&staff_only, &member(Role::Member, 3)));
        assert!(may_invite(&staff_only, &member(Role::Admin, 0)));
        assert!(!may_invite(&closed, &member(Role::Owner, 4)));
    }

    #[test]
    fn a_months_places_are_used_up_by_links() {
        let site = SiteSettings::default();
        let room = room(&site, &member(Role::Member, 2), 1).unwrap();
        assert_eq!(room, Room::Places(1));
        let new = |max_uses, days| NewInvite { max_uses, days, ..NewInvite::default() };
        assert!(may_create(&room, &new(Some(1), Some(7))).is_ok());
        assert!(may_create(&room, &new(Some(2), Some(7))).is_err());
        assert!(may_create(&room, &new(None, Some(7))).is_err());
        assert!(may_create(&room, &new(Some(1), None)).is_err());
        assert!(may_create(&Room::Places(0), &new(Some(1), Some(7))).is_err());
    }
}
