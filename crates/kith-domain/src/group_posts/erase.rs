//! The end of a group: what was in it goes in small steps, then the group.

use std::sync::Arc;

use kith_base::Result;
use kith_db::Tx;

use super::sql;
use crate::changes::{self, Change};
use crate::groups::{ERASE, Erase};
use crate::work::JobKind;
use crate::{App, GroupId, events, media, posts};

/// Posts, events or files that one transaction takes away.
const AT_ONCE: usize = 50;

inventory::submit! {
    JobKind { name: ERASE, run: |app, payload| Box::pin(run(app, payload)) }
}

async fn run(app: Arc<App>, payload: serde_json::Value) -> Result<()> {
    let Erase { group } = serde_json::from_value(payload)?;
    while app.db.write(move |tx| erase_some(tx, group)).await? {}
    while app.db.write(move |tx| events::erase_of_group(tx, group, AT_ONCE)).await? {}
    while app.db.write(move |tx| media::discard_files_of_group(tx, group, AT_ONCE)).await? {}
    app.db
        .write(move |tx| {
            let cover = sql::cover(tx, group)?;
            for account in sql::members(tx, group)? {
                changes::record(tx, Change::MembershipChanged { group, account });
            }
            sql::erase(tx, group)?;
            media::discard(tx, cover.as_slice())
        })
        .await
}

/// Takes some posts away; whether there were any.
fn erase_some(tx: &mut Tx<'_>, group: GroupId) -> Result<bool> {
    let found = sql::some(tx, group, AT_ONCE)?;
    for (post, author) in &found {
        posts::erase(tx, *post)?;
        changes::record(tx, Change::PostDeleted { post: *post, author: *author, wall: None });
    }
    Ok(!found.is_empty())
}
