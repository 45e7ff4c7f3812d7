//! Who is here at this moment: members with an open page, for friends with whom they share that. Nothing is kept.

use kith_base::Result;

use crate::accounts;
use crate::viewer::Viewer;
use crate::{AccountId, App};

/// Those of `ids` who are here, as far as the viewer may know: friends who share it with friends, while the viewer shares
/// it too.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn present(app: &App, viewer: &Viewer, ids: &[AccountId]) -> Result<Vec<AccountId>> {
    let member = viewer.active()?;
    let mut here: Vec<AccountId> = ids.to_vec();
    here.retain(|id| member.friends.contains(id) && !member.is_apart_from(*id) && app.live.places.holds(*id));
    if here.is_empty() {
        return Ok(here);
    }
    let me = member.id;
    app.db
        .read(move |q| {
            let asked: Vec<AccountId> = here.iter().copied().chain([me]).collect();
            let sharing = accounts::sharing_presence(q, &asked)?;
            here.retain(|id| sharing.contains(&me) && sharing.contains(id));
            Ok(here)
        })
        .await
}
