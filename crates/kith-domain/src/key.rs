//! Keys of this installation, made once and kept in the database: its own, used for tokens and for marks that nobody
//! else may make, and the one by which push services know it.

use kith_base::{Error, Result, Secret};
use kith_db::{Db, Query, params, statement};

/// Names in the settings.
const INSTALLATION: &str = "installation_key";
const PUSH: &str = "push_key";

statement!(
    KEEP,
    "key.keep",
    "INSERT INTO settings (name, value, updated_at) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING"
);
statement!(FIND, "key.find", "SELECT value FROM settings WHERE name = $1");

/// The key; made now if this is the first start.
///
/// # Errors
/// Internal when the database fails.
pub async fn installation_key(db: &Db) -> Result<Secret> {
    kept(db, INSTALLATION, Secret::new(kith_base::random_token())).await
}

/// The key by which push services know this server; `fresh` from now on if there was none. What it looks like is known
/// to whoever plugs the port in.
///
/// # Errors
/// Internal when the database fails.
pub async fn push_key(db: &Db, fresh: Secret) -> Result<Secret> {
    kept(db, PUSH, fresh).await
}

async fn kept(db: &Db, name: &'static str, fresh: Secret) -> Result<Secret> {
    if let Some(key) = db.read(move |q| find(q, name)).await? {
        return Ok(key);
    }
    db.write(move |tx| {
        let now = tx.now();
        tx.run(&KEEP, &params![name, fresh.expose(), now])?;
        find(tx, name)?.ok_or_else(|| Error::internal(format!("{name} was not kept")))
    })
    .await
}

fn find(q: &mut Query<'_>, name: &'static str) -> Result<Option<Secret>> {
    q.find(&FIND, &params![name], |row| row.text("value").map(Secret::new))
}
