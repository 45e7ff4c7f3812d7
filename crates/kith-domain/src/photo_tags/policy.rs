//! Who may know of a mark in a photo, among those who may see the photo, and who may make one and take it away.

use super::model::{PhotoTag, TagState};
use crate::AccountId;
use crate::viewer::{AccountState, Member, Viewer, Visible};

/// Whether `viewer`, who may see the photo, may know of a mark in it. One that waits is known to the two whom it concerns;
/// one that was taken back to nobody; any other to everybody for whom the person who is marked is there.
pub fn may_see(viewer: &Viewer, tag: &PhotoTag) -> bool {
    let is_near = viewer.member().is_none_or(|member| !member.is_apart_from(tag.person));
    match tag.state {
        TagState::Removed => false,
        TagState::Waiting => {
            is_near && viewer.id().is_some_and(|viewer| viewer == tag.person || viewer == tag.by)
        }
        TagState::Shown => is_near && tag.person_state.is_present(),
    }
}

/// Hands the mark out, to whoever may see the photo and know of it.
pub(super) fn show(viewer: &Viewer, tag: PhotoTag) -> Option<Visible<PhotoTag>> {
    may_see(viewer, &tag).then(|| Visible::grant(tag))
}

/// Whether `viewer` may mark `person` in a photo of `owner`: the owner marks friends and themselves.
pub fn may_tag(viewer: &Viewer, owner: AccountId, person: AccountId) -> bool {
    acting(viewer).is_some_and(|member| {
        member.id == owner
            && (person == owner || member.friends.contains(&person) && !member.is_apart_from(person))
    })
}

/// Whether `viewer` may take a mark away: whoever is marked, and whoever marked them.
pub fn may_remove(viewer: &Viewer, tag: &PhotoTag) -> bool {
    acting(viewer).is_some_and(|member| member.id == tag.person || member.id == tag.by)
        && tag.state != TagState::Removed
}

fn acting(viewer: &Viewer) -> Option<&Member> {
    viewer.member().filter(|member| member.state == AccountState::Active)
}
