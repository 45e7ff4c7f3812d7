//! Who may see an album and do what with it: the rule of posts, asked of the owner's own profile, and beside it those who
//! add photos.

use super::model::{Album, AlbumFacts, May};
use crate::PostId;
use crate::kinds::AccountId;
use crate::posts::{self, CommentAudience, PostFacts};
use crate::viewer::{AccountState, Member, Viewer, Visible};

/// Whether `viewer` may see the album: whoever might see a post of its owner with this audience, and whoever adds photos
/// to it and is not apart from the owner.
pub fn may_see(viewer: &Viewer, album: &AlbumFacts) -> bool {
    posts::policy::may_see(viewer, &as_post(album)) || is_contributor(viewer, album)
}

/// [`may_see`] as an SQL predicate over `albums a`, with `$1` the id of `posts::policy::sql_viewer`. Follows the rule
/// line by line; a property test holds the two together.
macro_rules! may_see_sql {
    () => {
        "(EXISTS (SELECT 1 FROM accounts seen_owner
                   WHERE seen_owner.id = a.owner_id AND seen_owner.state = 'active')
          AND (a.owner_id = $1
               OR (NOT EXISTS (SELECT 1 FROM blocks b WHERE b.account_id = $1 AND b.blocked_id = a.owner_id)
                   AND NOT EXISTS (SELECT 1 FROM blocks b WHERE b.blocked_id = $1 AND b.account_id = a.owner_id)
                   AND (a.audience = 'world'
                        OR (a.audience = 'community' AND $1 > 0)
                        OR EXISTS (SELECT 1 FROM album_contributors ac
                                    WHERE ac.album_id = a.id AND ac.account_id = $1 AND ac.state = 'joined')
                        OR (NOT EXISTS (SELECT 1 FROM restrictions r
                                         WHERE r.restricted_id = $1 AND r.account_id = a.owner_id)
                            AND ((a.audience = 'friends'
                                  AND EXISTS (SELECT 1 FROM friendships f
                                               WHERE f.account_id = a.owner_id AND f.friend_id = $1))
                                 OR (a.audience = 'friends_except'
                                     AND EXISTS (SELECT 1 FROM friendships f
                                                  WHERE f.account_id = a.owner_id AND f.friend_id = $1)
                                     AND NOT EXISTS (SELECT 1 FROM album_people ap
                                                      WHERE ap.album_id = a.id AND ap.account_id = $1)
                                     AND NOT EXISTS (SELECT 1 FROM album_except_circles ax
                                                       JOIN circle_members cm ON cm.circle_id = ax.circle_id
                                                      WHERE ax.album_id = a.id AND cm.member_id = $1))
                                 OR (a.audience = 'circle'
                                     AND EXISTS (SELECT 1 FROM circle_members cm
                                                  WHERE cm.circle_id = a.circle_id AND cm.member_id = $1))
                                 OR (a.audience = 'people'
                                     AND EXISTS (SELECT 1 FROM album_people ap
                                                  WHERE ap.album_id = a.id AND ap.account_id = $1))))))))"
    };
}
pub(super) use may_see_sql;

/// What the rule of posts is asked: a post of the owner on their own profile.
fn as_post(album: &AlbumFacts) -> PostFacts {
    PostFacts {
        id: PostId::new(album.id.raw()),
        author: album.owner,
        author_state: album.owner_state,
        owner: album.owner,
        owner_state: album.owner_state,
        choice: album.choice.clone(),
        comments: CommentAudience::Nobody.into(),
        comments_closed_at: None,
        deleted_at: None,
        deleted_by: None,
        group: None,
        hold: None,
    }
}

fn is_contributor(viewer: &Viewer, album: &AlbumFacts) -> bool {
    acting(viewer).is_some_and(|member| {
        album.owner_state.is_present()
            && album.contributors.contains(&member.id)
            && !member.is_apart_from(album.owner)
    })
}

/// Hands the album out, if `viewer` may see it. Who is asked to add photos is for the owner alone.
pub fn show(viewer: &Viewer, mut album: Album) -> Option<Visible<Album>> {
    if viewer.id() != Some(album.facts.owner) {
        album.asked.clear();
    }
    may_see(viewer, &album.facts).then(|| Visible::grant(album))
}

/// Whether `viewer` may see a photo that `added_by` uploaded into the album: whoever sees the album, while whoever added
/// it is there for them.
pub fn may_see_photo(
    viewer: &Viewer,
    album: &AlbumFacts,
    added_by: AccountId,
    added_by_state: AccountState,
) -> bool {
    may_see(viewer, album)
        && added_by_state.is_present()
        && viewer.member().is_none_or(|member| !member.is_apart_from(added_by))
}

/// Whether `viewer` may change the album: its owner alone.
pub fn may_edit(viewer: &Viewer, album: &AlbumFacts) -> bool {
    acting(viewer).is_some_and(|member| member.id == album.owner)
}

/// Whether `viewer` may add photos: the owner, and whoever was asked and agreed.
pub fn may_add(viewer: &Viewer, album: &AlbumFacts) -> bool {
    may_edit(viewer, album) || is_contributor(viewer, album)
}

/// Whether `viewer` may take a photo out, or say what stands under it: the owner, and whoever added it.
pub fn may_tend(viewer: &Viewer, album: &AlbumFacts, added_by: AccountId) -> bool {
    may_edit(viewer, album)
        || acting(viewer).is_some_and(|member| member.id == added_by) && may_see(viewer, album)
}

/// Whether `viewer` may ask `other` to add photos: the owner asks friends.
pub fn may_ask(viewer: &Viewer, album: &AlbumFacts, other: AccountId) -> bool {
    may_edit(viewer, album)
        && acting(viewer)
            .is_some_and(|member| member.friends.contains(&other) && !member.is_apart_from(other))
}

/// What `viewer` may do.
pub fn may(viewer: &Viewer, album: &AlbumFacts) -> May {
    let add = may_add(viewer, album);
    May {
        edit: may_edit(viewer, album),
        add,
        download: add || acting(viewer).is_some() && album.lets_download && may_see(viewer, album),
        leave: is_contributor(viewer, album),
    }
}

/// The member who may take part.
fn acting(viewer: &Viewer) -> Option<&Member> {
    viewer.member().filter(|member| member.state == AccountState::Active)
}
