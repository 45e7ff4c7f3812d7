//! Who may see a photo: whoever may see what shows it.

use super::{Opened, PhotoPage};
use crate::AccountId;
use crate::albums::{self, AlbumFacts};
use crate::comments::{self, Comment};
use crate::events::{self, EventFacts};
use crate::groups::{self, Group};
use crate::messages::{self, Conversation, ShownBy};
use crate::posts::{self, PostFacts};
use crate::viewer::{AccountState, Role, Viewer, Visible};

/// What shows a photo, with the facts that decide.
#[derive(Debug)]
pub(super) enum Shown {
    /// Nothing yet, or no more.
    Nowhere,
    /// A post; none when it is gone.
    ByPost(Option<Box<PostFacts>>),
    /// A comment, with the facts of its post; none when either is gone.
    ByComment(Option<Box<(Comment, PostFacts)>>),
    /// A message; none when it is gone or not the viewer's to know of.
    ByMessage(Option<Box<ShownBy>>),
    /// A group chat as its picture; none when the viewer is not in it.
    ByChat(Option<Box<Conversation>>),
    /// An album into which it was uploaded, and the state of whoever did so; none when it is gone.
    ByAlbum(Option<Box<(AlbumFacts, AccountState)>>),
    /// An event on top of which it stands; none when that is gone.
    ByEvent(Option<Box<EventFacts>>),
    /// A group as its picture; none when the viewer may not know of it.
    ByGroup(Option<Box<Group>>),
    /// The profile of its owner, who is in this state, and whether people from outside may see it.
    OnProfile { state: AccountState, is_for_world: bool },
}

/// Whether `viewer` may see a photo of `owner`.
///
/// A photo on a post or a comment or in an album is seen by those who see that, and by nobody else; so is
/// one in a conversation, in a request only once it was accepted. Pictures of a profile are seen wherever
/// the person's name is: not by those who are apart from them, not while they are away, and from outside only when the
/// profile can be found there or, for the person's face, when something they wrote for the world is there. What nothing
/// shows is its owner's; moderators may look, as somebody could hand its address round.
pub(super) fn may_see(viewer: &Viewer, owner: AccountId, shown: &Shown) -> bool {
    match shown {
        Shown::ByPost(post) => post.as_ref().is_some_and(|post| posts::policy::may_see(viewer, post)),
        Shown::ByComment(found) => found.as_ref().is_some_and(|found| {
            let (comment, post) = &**found;
            comments::policy::may_see(viewer, post, comment)
        }),
        Shown::ByMessage(found) => {
            found.as_ref().is_some_and(|found| messages::policy::may_see_photos(viewer, found))
        }
        Shown::ByChat(found) => found.as_ref().is_some_and(|chat| messages::policy::may_open(viewer, chat)),
        Shown::ByAlbum(found) => found.as_ref().is_some_and(|found| {
            let (album, state) = &**found;
            albums::policy::may_see_photo(viewer, album, owner, *state)
        }),
        Shown::ByEvent(found) => found.as_ref().is_some_and(|event| events::policy::may_see(viewer, event)),
        Shown::ByGroup(found) => {
            found.as_ref().is_some_and(|group| groups::policy::may(viewer, group, groups::Right::Know))
        }
        _ if viewer.is_system() || viewer.id() == Some(owner) => true,
        Shown::OnProfile { state, is_for_world } => {
            state.is_present()
                && (*is_for_world || viewer.active().is_ok())
                && viewer.member().is_none_or(|member| !member.is_apart_from(owner))
        }
        Shown::Nowhere => viewer
            .member()
            .is_some_and(|member| member.state == AccountState::Active && member.role >= Role::Moderator),
    }
}

/// Whether everybody in the world may see it, so that caches on the way may keep it for a while.
pub(super) fn is_public(owner: AccountId, shown: &Shown) -> bool {
    matches!(shown, Shown::ByPost(_) | Shown::ByComment(_) | Shown::ByAlbum(_) | Shown::ByEvent(_))
        && may_see(&Viewer::Anonymous, owner, shown)
}

/// Hands out the open file, after [`may_see`].
pub(super) fn show(
    viewer: &Viewer,
    owner: AccountId,
    shown: &Shown,
    opened: Opened,
) -> Option<Visible<Opened>> {
    may_see(viewer, owner, shown).then(|| Visible::grant(opened))
}

/// Hands out the page, after [`may_see`].
pub(super) fn show_page(
    viewer: &Viewer,
    owner: AccountId,
    shown: &Shown,
    page: PhotoPage,
) -> Option<Visible<PhotoPage>> {
    may_see(viewer, owner, shown).then(|| Visible::grant(page))
}
