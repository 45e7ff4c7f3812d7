//! What shows photos of posts and albums, for several at once and for one viewer.

use std::collections::HashMap;

use kith_base::Result;
use kith_db::Query;

use crate::media::{self, AttachTo};
use crate::viewer::Viewer;
use crate::{AccountId, AlbumId, MediaId, PostId, accounts, albums, posts};

/// Whose a photo is, and the post or the album that shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ShownAt {
    /// Who uploaded it.
    pub(crate) owner: AccountId,
    /// The post that shows it.
    pub(crate) post: Option<PostId>,
    /// The album into which it was uploaded.
    pub(crate) album: Option<AlbumId>,
}

/// Those of `ids` that a post or an album shows and the viewer may see. A fixed number of statements.
pub(crate) fn shown_at(
    q: &mut Query<'_>,
    viewer: &Viewer,
    ids: &[MediaId],
) -> Result<HashMap<MediaId, ShownAt>> {
    let holders = media::holders(q, ids)?;
    let (mut of_posts, mut of_albums, mut owners) = (Vec::new(), Vec::new(), Vec::new());
    for holder in holders.values() {
        match holder.shown_by {
            Some(AttachTo::Post(post)) => of_posts.push(post),
            Some(AttachTo::Album(album)) => {
                of_albums.push(album);
                owners.push(holder.owner);
            }
            _ => {}
        }
    }
    owners.sort_unstable();
    owners.dedup();
    of_posts.sort_unstable();
    of_posts.dedup();
    of_albums.sort_unstable();
    of_albums.dedup();
    let seen: Vec<PostId> = posts::load_many(q, viewer, &of_posts)?.iter().map(|post| post.id).collect();
    let opened = albums::load_many(q, viewer, &of_albums)?;
    let people = accounts::cards(q, &owners)?;
    let mut found = HashMap::new();
    for (id, holder) in holders {
        let owner = holder.owner;
        let at = match holder.shown_by {
            Some(AttachTo::Post(post)) if seen.contains(&post) => {
                ShownAt { owner, post: Some(post), album: None }
            }
            Some(AttachTo::Album(id)) => {
                let is_seen = opened.iter().find(|album| album.id == id).is_some_and(|album| {
                    let state = people.get(&owner).map(|card| card.state);
                    state.is_some_and(|state| {
                        albums::policy::may_see_photo(viewer, &album.facts, owner, state)
                    })
                });
                if !is_seen {
                    continue;
                }
                ShownAt { owner, post: None, album: Some(id) }
            }
            _ => continue,
        };
        found.insert(id, at);
    }
    Ok(found)
}
