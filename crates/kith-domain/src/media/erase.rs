//! Erasing photos: the row goes with its transaction, the bytes by a job of the same transaction, so that a crash
//! between the two leaves no bytes behind.

use futures_util::future::BoxFuture;
use kith_base::{DAY, Error, HOUR, Result};
use kith_db::Tx;
use kith_media::StoreKey;
use serde_json::Value;
use std::sync::Arc;

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
