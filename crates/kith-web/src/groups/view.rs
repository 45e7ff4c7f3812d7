//! Groups as templates read them.

use kith_domain::groups::{self, Group, GroupState, MemberState, Right, Visibility};
use kith_domain::viewer::{GroupLevel, GroupRole, Viewer};
use kith_locale::Locale;

use crate::frame::{Frame, hue_of, initials_of};

/// A group in a list.
pub(crate) struct GroupRow {
    pub(crate) href: String,
    pub(crate) name: String,
    pub(crate) line: String,
    pub(crate) cover: Option<String>,
    pub(crate) hue: u8,
    pub(crate) initials: String,
}

impl GroupRow {
    pub(crate) fn of(l: &Locale, group: &Group) -> Self {
        let (kind, members) = (l.t(visibility_key(group.settings.visibility)), members(l, group));
        Self {
            href: format!("/groups/{}", group.slug),
            name: group.name.clone(),
            line: format!("{kind} · {members}"),
            cover: group.cover.map(|id| format!("/media/{id}/square")),
            hue: hue_of(group.id.raw()),
            initials: initials_of(&group.name),
        }
    }
}

fn members(l: &Locale, group: &Group) -> String {
    l.t1("groups-members-count", "count", group.member_count)
}

/// Which tab is open.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tab {
    Posts,
    About,
    Members,
    Photos,
    Events,
    Files,
    Manage,
}

/// What stands on top of all tabs of a group.
pub(super) struct Head {
    pub(super) href: String,
    pub(super) name: String,
    pub(super) icon: &'static str,
    pub(super) line: String,
    pub(super) cover: Option<String>,
    pub(super) hue: u8,
    /// Address, label, whether it is open.
    pub(super) tabs: Vec<(String, String, bool)>,
    pub(super) may_join: bool,
    pub(super) may_invite: bool,
    pub(super) may_leave: bool,
    pub(super) may_edit: bool,
    pub(super) may_claim: bool,
    pub(super) is_invited: bool,
    pub(super) has_asked: bool,
    pub(super) is_archived: bool,
    /// What will change for everybody, if something will.
    pub(super) opening: Option<String>,
    /// What of it comes to the viewer: value, label, whether it is so.
    pub(super) levels: Vec<(&'static str, String, bool)>,
    /// Until when the viewer may not write.
    pub(super) muted: Option<String>,
}

impl Head {
    pub(super) fn of(frame: &Frame, viewer: &Viewer, group: &Group, tab: Tab) -> Self {
        let (l, href) = (&frame.l, format!("/groups/{}", group.slug));
        let may = |right| groups::policy::may(viewer, group, right);
        let is_in = group.role().is_some();
        let tabs = [
            (Tab::Posts, "", "groups-tab-posts", may(Right::Read)),
            (Tab::About, "/about", "groups-tab-about", true),
            (Tab::Members, "/members", "groups-tab-members", may(Right::SeeMembers)),
            (Tab::Photos, "/photos", "groups-tab-photos", may(Right::Read)),
            (Tab::Events, "/events", "groups-tab-events", may(Right::Read)),
            (Tab::Files, "/files", "groups-tab-files", may(Right::Read)),
            (Tab::Manage, "/manage", "groups-tab-manage", may(Right::Approve)),
        ];
        let shown = tabs.into_iter().filter(|(.., is_shown)| *is_shown);
        let has_asked = group.is_own_state(MemberState::Requested);
        let is_invited = group.is_own_state(MemberState::Invited);
        let is_active = group.state == GroupState::Active;
        let is_by_invitation = group.settings.joining == groups::Joining::Invitation;
        let own = group.own.as_ref().filter(|_| is_in);
        Self {
            name: group.name.clone(),
            icon: visibility_icon(group.settings.visibility),
            line: format!("{} · {}", l.t(visibility_key(group.settings.visibility)), members(l, group)),
            cover: group.cover.map(|id| format!("/media/{id}/feed")),
            hue: hue_of(group.id.raw()),
            tabs: shown
                .map(|(each, path, key, _)| (format!("{href}{path}"), l.t(key), each == tab))
                .collect(),
            may_join: viewer.active().is_ok()
                && !is_in
                && !has_asked
                && is_active
                && (is_invited || !is_by_invitation),
            may_invite: may(Right::Invite),
            may_leave: is_in,
            may_edit: may(Right::EditTexts),
            may_claim: group.offered_at.is_some() && may(Right::Approve),
            is_invited,
            has_asked,
            is_archived: group.state == GroupState::Archived,
            opening: group.opening.filter(|_| is_in).map(|(to, at)| {
                let (what, day) = (l.t(visibility_key(to)), l.date(at));
                l.t2("groups-opening", "what", what, "day", day)
            }),
            levels: own.map(|own| levels(l, own.level)).unwrap_or_default(),
            muted: own
                .and_then(|own| own.muted_until)
                .filter(|until| *until > frame.now)
                .map(|until| l.t1("groups-muted-until", "time", l.date_time(until))),
            href,
        }
    }
}

fn levels(l: &Locale, own: GroupLevel) -> Vec<(&'static str, String, bool)> {
    let key = |level| match level {
        GroupLevel::All => "groups-level-all",
        GroupLevel::Highlights => "groups-level-highlights",
        GroupLevel::Friends => "groups-level-friends",
        GroupLevel::None => "groups-level-none",
    };
    GroupLevel::ALL.iter().map(|level| (level.as_str(), l.t(key(*level)), *level == own)).collect()
}

pub(super) const fn visibility_key(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Public => "groups-visibility-public",
        Visibility::Site => "groups-visibility-site",
        Visibility::Private => "groups-visibility-private",
        Visibility::Hidden => "groups-visibility-hidden",
    }
}

const fn visibility_icon(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Public => "globe",
        Visibility::Site => "community",
        Visibility::Private => "lock",
        Visibility::Hidden => "eye-off",
    }
}

pub(super) const fn role_key(role: GroupRole) -> &'static str {
    match role {
        GroupRole::Member => "groups-role-member",
        GroupRole::Moderator => "groups-role-moderator",
        GroupRole::Admin => "groups-role-admin",
        GroupRole::Owner => "groups-role-owner",
    }
}
