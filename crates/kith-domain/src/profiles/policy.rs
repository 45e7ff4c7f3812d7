//! Which parts of a profile a viewer sees.

use super::model::{OwnProfile, PartAudience, Profile};
use super::sql::Facts;
use super::summary::Summary;
use crate::AccountId;
use crate::viewer::{AccountState, Viewer, Visible};

/// Whether the viewer may know that the person is here: nobody may of those who are away, and a block on either side
/// is the same as absence. Whoever is no member, or none yet, meets only people who are there `for_world`.
pub(crate) fn may_meet(viewer: &Viewer, id: AccountId, state: AccountState, for_world: bool) -> bool {
    match viewer {
        Viewer::System(_) => true,
        Viewer::Member(member) if member.id == id => true,
        Viewer::Member(member) => {
            let is_inside = member.state == AccountState::Active;
            state.is_present() && !member.is_apart_from(id) && (is_inside || for_world)
        }
        Viewer::Anonymous => state.is_present() && for_world,
    }
}

/// Whether the viewer looks on from outside.
pub(super) fn is_outside(viewer: &Viewer) -> bool {
    !viewer.is_system() && viewer.active().is_err()
}

/// Whether the viewer is among `audience` of what `owner` shows. Restricted friends count as other members, and
/// members who wait for approval as visitors.
pub(crate) fn is_among(viewer: &Viewer, owner: AccountId, audience: PartAudience) -> bool {
    let member = viewer.member().filter(|member| member.id == owner || member.state == AccountState::Active);
    match (audience, member) {
        (_, Some(member)) if member.id == owner => true,
        (_, Some(member)) if member.is_apart_from(owner) => false,
        (PartAudience::World, _) => true,
        (PartAudience::Community, Some(_)) => true,
        (PartAudience::Friends, Some(member)) => {
            member.friends.contains(&owner) && !member.restricted_by.contains(&owner)
        }
        _ => viewer.is_system(),
    }
}

/// The profile with what the viewer may see of it; none when they may not know of the person.
pub(super) fn show(viewer: &Viewer, facts: Facts) -> Option<Visible<Profile>> {
    let id = facts.person.id;
    if !may_meet(viewer, id, facts.person.state, facts.is_for_world()) {
        return None;
    }
    let sees = |audience| is_among(viewer, id, audience);
    let birth = facts.birth;
    Some(Visible::grant(Profile {
        relation: facts.relation,
        intro: facts.intro,
        pronouns: facts.pronouns,
        languages: if sees(PartAudience::Community) { facts.languages } else { Vec::new() },
        cover: facts.cover,
        cover_focus: facts.cover_focus,
        avatar_alt: facts.avatar_alt,
        birthday: birth.day.filter(|_| sees(birth.day_audience)),
        birth_year: birth.year.filter(|_| sees(birth.year_audience)),
        fields: facts.fields.into_iter().filter(|field| sees(field.audience)).collect(),
        joined_at: facts.joined_at,
        friend_count: facts.friend_count,
        faces: facts.faces,
        in_common: facts.in_common,
        is_wall_open: facts.is_wall_open,
        person: facts.person,
    }))
}

/// The profile in short, with what the viewer may see of it; none when they may not know of the person. `list` is for
/// whom the list of friends is. Beside a post that the viewer may see stands its author, of whom visitors then learn name
/// and face and nothing else, unless the profile is `for_world`.
pub(super) fn show_summary(
    viewer: &Viewer,
    mut summary: Summary,
    list: PartAudience,
    for_world: bool,
    is_author: bool,
) -> Option<Visible<Summary>> {
    let id = summary.person.id;
    if !may_meet(viewer, id, summary.person.state, for_world || is_author) {
        return None;
    }
    if !for_world && is_outside(viewer) && viewer.id() != Some(id) {
        summary.intro.clear();
        (summary.cover, summary.last_post_at, summary.posts) = (None, None, 0);
        (summary.is_listed, summary.joined_at) = (false, 0);
        summary.fields.clear();
    }
    if !is_among(viewer, id, list) {
        (summary.followers, summary.following) = (None, None);
    }
    summary.fields.retain(|field| is_among(viewer, id, field.audience));
    Some(Visible::grant(summary))
}

/// The viewer's own profile: all of it.
pub(super) fn show_own(profile: OwnProfile) -> Visible<OwnProfile> {
    Visible::grant(profile)
}
