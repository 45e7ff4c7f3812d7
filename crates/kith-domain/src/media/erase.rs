//! Erasing photos: the row goes with its transaction, the bytes by a job of the same transaction, so that a crash
//! between the two leaves no bytes behind.

use futures_util::future::BoxFuture;
use kith_base::config::UPLOAD_PREFIX;
use kith_base::{DAY, Error, HOUR, Result};
use kith_db::Tx;
use kith_media::StoreKey;
use serde_json::Value;
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

use super::sql;
use crate::App;
use crate::kinds::MediaId;
use crate::work::{JobKind, Upkeep};

const ERASE: &str = "media.erase";
/// Orphans taken in one round.
const ROUND: i64 = 200;

/// Deletes the rows of a photo and has its bytes erased.
pub(super) fn erase(tx: &mut Tx<'_>, id: MediaId) -> Result<()> {
    let keys = sql::keys(tx, id)?;
    sql::delete(tx, id)?;
    erase_files(tx, &keys)
}

/// Has the files under these keys erased.
pub(super) fn erase_files(tx: &mut Tx<'_>, keys: &[String]) -> Result<()> {
    if keys.is_empty() {
        return Ok(());
    }
    let now = tx.now();
    tx.enqueue(ERASE, &keys, now)
}

inventory::submit!(JobKind { name: ERASE, run: erase_bytes });

fn erase_bytes(app: Arc<App>, payload: Value) -> BoxFuture<'static, Result<()>> {
    Box::pin(async move {
        let keys: Vec<String> = serde_json::from_value(payload)?;
        for key in keys.iter().filter_map(|key| StoreKey::parse(key)) {
            app.store.delete(&key).await.map_err(Error::internal)?;
        }
        Ok(())
    })
}

inventory::submit!(Upkeep { name: "media.sweep_orphans", every: HOUR, run: sweep });

/// Uploads that nothing came to show within a day are erased (safety.md B10).
fn sweep(app: Arc<App>) -> BoxFuture<'static, Result<()>> {
    Box::pin(async move {
        app.db
            .write(move |tx| {
                let before = tx.now() - DAY;
                for id in sql::orphans(tx, before, ROUND)? {
                    erase(tx, id)?;
                }
                Ok(())
            })
            .await
    })
}

inventory::submit!(Upkeep {
    name: "media.sweep_litter",
    every: HOUR,
    run: |app| Box::pin(sweep_litter(app))
});

/// Removes files that were on their way when the program was killed: uploads as they were sent, with all that cameras
/// write into them, and half-written sizes. Younger ones may be on their way in this moment.
///
/// # Errors
/// Internal when the disk does not answer.
pub async fn sweep_litter(app: Arc<App>) -> Result<()> {
    let before = u64::try_from(app.now() - HOUR).unwrap_or(0);
    let before = UNIX_EPOCH + Duration::from_millis(before);
    let sent =
        kith_media::sweep(app.config.uploads(), UPLOAD_PREFIX, before).await.map_err(Error::internal)?;
    let half = app.store.sweep_unfinished(before).await.map_err(Error::internal)?;
    if sent + half > 0 {
        tracing::info!(sent, half, "files that a crash left behind were removed");
    }
    Ok(())
}
