//! Telling members of a post, as each of them chose: some of them at a time, so that a large group holds nothing up.

use std::collections::HashSet;
use std::sync::Arc;

use kith_base::Result;
use kith_db::{Tx, params, statement};

use crate::groups::{self, AT_ONCE, TELL_POST, TellPost};
use crate::notices::{self, Cause, Occasion};
use crate::viewer::{GroupLevel, Viewer};
use crate::work::JobKind;
use crate::{AccountId, App, posts};

inventory::submit! {
    JobKind { name: TELL_POST, run: |app, payload| Box::pin(run(app, payload)) }
}

statement!(
    FRIENDS_AMONG,
    "group_posts.friends_among",
    "SELECT friend_id FROM friendships WHERE account_id = $1 AND friend_id IN ($2[])"
);

async fn run(app: Arc<App>, payload: serde_json::Value) -> Result<()> {
    let job: TellPost = serde_json::from_value(payload)?;
    app.db.write(move |tx| tell(tx, job)).await
}

fn tell(tx: &mut Tx<'_>, job: TellPost) -> Result<()> {
    let found = match posts::load(tx, &Viewer::System("who is told of a post in a group"), job.post) {
        Ok(found) if found.facts.hold.is_none() => found,
        Ok(_) => return Ok(()),
        Err(error) if error.is_not_found() => return Ok(()),
        Err(error) => return Err(error),
    };
    let is_announcement = found.group.as_ref().is_some_and(|group| group.is_announcement);
    let occasion = if is_announcement { Occasion::GroupAnnouncement } else { Occasion::GroupPost };
    let cause = Cause::at_post(occasion, found.author, job.post);
    let cause = Cause { group: Some(job.group), ..cause };
    let members = groups::member_levels(tx, job.group, job.after, AT_ONCE)?;
    let ids: Vec<AccountId> = members.iter().map(|(account, _)| *account).collect();
    let friends: HashSet<AccountId> = if ids.is_empty() {
        HashSet::new()
    } else {
        tx.all(&FRIENDS_AMONG, &params![found.author, &ids], |row| row.id("friend_id"))?.into_iter().collect()
    };
    for (account, level) in &members {
        let wants = match level {
            GroupLevel::All => true,
            GroupLevel::Highlights => is_announcement,
            GroupLevel::Friends => is_announcement || friends.contains(account),
            GroupLevel::None => false,
        };
        if wants && *account != found.author && posts::sees(tx, *account, job.post)? {
            notices::tell(tx, *account, &cause)?;
        }
    }
    match members.last() {
        Some((last, _)) if members.len() == AT_ONCE => {
            let now = tx.now();
            tx.enqueue(TELL_POST, &TellPost { after: *last, ..job }, now)
        }
        _ => Ok(()),
    }
}
