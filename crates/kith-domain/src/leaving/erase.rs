//! Real erasure. Files go first and rows after, in small steps, so that a crash at any point is repaired by running
//! the job again; the emptied account row remains so that its id and handle never mean somebody else.

use std::collections::BTreeMap;
use std::sync::Arc;

use kith_base::{Error, HOUR, Result};
use kith_media::StoreKey;
use serde::{Deserialize, Serialize};

use super::{events as of_events, groups as of_groups, pages as of_pages, polls, sql};
use crate::changes::{self, Change};
use crate::viewer::AccountState;
use crate::work::{JobKind, Upkeep};
use crate::{AccountId, App, ConversationId, accounts, events, groups, pages, sessions};

/// Posts that one transaction takes away.
const POSTS_AT_ONCE: i64 = 100;
/// Files that one step takes away.
const FILES_AT_ONCE: i64 = 100;

#[derive(Serialize, Deserialize)]
struct Erase {
    account: AccountId,
}

inventory::submit! {
    Upkeep { name: "leaving.find_due", every: HOUR, run: |app| Box::pin(find_due(app)) }
}
inventory::submit! {
    JobKind { name: "leaving.erase", run: |app, payload| Box::pin(run(app, payload)) }
}

async fn find_due(app: Arc<App>) -> Result<()> {
    app.db
        .write(|tx| {
            for account in accounts::due_for_erasure(tx)? {
                begin(tx, account)?;
            }
            Ok(())
        })
        .await
}

/// Closes the account, so that from here on signing in takes nothing back, and erases it after this write.
pub(super) fn begin(tx: &mut kith_db::Tx<'_>, account: AccountId) -> Result<()> {
    let now = tx.now();
    accounts::set_state(tx, account, AccountState::Deleted)?;
    sessions::end_every(tx, account)?;
    tx.enqueue("leaving.erase", &Erase { account }, now)
}

async fn run(app: Arc<App>, payload: serde_json::Value) -> Result<()> {
    let Erase { account } = serde_json::from_value(payload)?;
    erase(&app, account).await
}

/// Erases everything of `id`: posts, photos with their bytes, words of comments, reactions, relationships, sessions,
/// and what the account row says of the person.
///
/// # Errors
/// Internal when database or store fail; running it again goes on where it stopped.
pub async fn erase(app: &App, id: AccountId) -> Result<()> {
    while erase_files(app, id).await? {}
    while erase_loose_files(app, id).await? {}
    while app.db.write(move |tx| erase_posts(tx, id)).await? {}
    app.db
        .write(move |tx| {
            let now = tx.now();
            for friend in sql::friends(tx, id)? {
                changes::record(tx, Change::FriendshipChanged { a: id, b: friend });
            }
            for follower in sql::followers(tx, id)? {
                changes::record(tx, Change::FollowChanged { follower, followed: id });
            }
            for (post, comment) in sql::live_comments(tx, id)? {
                changes::record(tx, Change::CommentChanged { post, comment });
            }
            let mut chats: BTreeMap<ConversationId, Vec<AccountId>> = BTreeMap::new();
            for (chat, other) in sql::chats(tx, id)? {
                chats.entry(chat).or_default().push(other);
            }
            for (conversation, members) in chats {
                changes::record(tx, Change::ConversationChanged { conversation, members: members.into() });
            }
            groups::leave_everywhere(tx, id)?;
            pages::leave_everywhere(tx, id)?;
            sql::empty_comments(tx, id, now)?;
            polls::leave(tx, id)?;
            sql::leave_chats(tx, id, now)?;
            events::of_leaving(tx, id)?;
            of_events::leave(tx, id)?;
            of_groups::leave(tx, id)?;
            of_pages::leave(tx, id)?;
            sql::drop_reactions(tx, id)?;
            sql::drop_rest(tx, id, now)?;
            sessions::end_every(tx, id)?;
            accounts::erase(tx, id)
        })
        .await?;
    tracing::info!(account = %id, "an account was erased at its owner's wish");
    Ok(())
}

/// Takes some files away; whether there were any.
async fn erase_files(app: &App, id: AccountId) -> Result<bool> {
    let files = app.db.read(move |q| sql::files(q, id, FILES_AT_ONCE)).await?;
    if files.is_empty() {
        // Uploads that never got as far as a file.
        app.db
            .write(move |tx| {
                of_events::drop_covers(tx, id)?;
                of_groups::drop_covers(tx, id)?;
                sql::drop_media(tx, id)
            })
            .await?;
        return Ok(false);
    }
    for (_, _, key) in &files {
        match StoreKey::parse(key) {
            Some(key) => app.store.delete(&key).await.map(drop).map_err(Error::internal)?,
            None => tracing::error!(key, "a photo's key cannot be read; the row goes without its file"),
        }
    }
    app.db
        .write(move |tx| {
            for (media, size, _) in &files {
                sql::drop_file(tx, *media, size)?;
            }
            Ok(true)
        })
        .await
}

/// Takes some files that are no photos away; whether there were any.
async fn erase_loose_files(app: &App, id: AccountId) -> Result<bool> {
    let files = app.db.read(move |q| sql::loose_files(q, id, FILES_AT_ONCE)).await?;
    if files.is_empty() {
        return Ok(false);
    }
    for (_, key) in &files {
        match StoreKey::parse(key) {
            Some(key) => app.store.delete(&key).await.map(drop).map_err(Error::internal)?,
            None => tracing::error!(key, "a file's key cannot be read; the row goes without its bytes"),
        }
    }
    app.db
        .write(move |tx| {
            for (file, _) in &files {
                sql::drop_loose_file(tx, *file)?;
            }
            Ok(true)
        })
        .await
}

/// Takes some posts away, with all that hangs on them; whether there were any.
fn erase_posts(tx: &mut kith_db::Tx<'_>, id: AccountId) -> Result<bool> {
    let posts = sql::posts(tx, id, POSTS_AT_ONCE)?;
    let ids: Vec<crate::PostId> = posts.iter().map(|(post, ..)| *post).collect();
    sql::drop_posts(tx, &ids)?;
    for (post, author, wall) in posts {
        changes::record(tx, Change::PostDeleted { post, author, wall });
    }
    Ok(!ids.is_empty())
}
