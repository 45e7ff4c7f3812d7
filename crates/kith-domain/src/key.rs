//! The key of this installation: made once, kept in the database, used for tokens and for marks that nobody else may
//! make.

use kith_base::{Error, Result, Secret};
use kith_db::{Db, params, statement};

statement!(
    KEEP,
    "key.keep",
    "INSERT INTO settings (name, value, updated_at) VALUES ('installation_key', $1, $2)
     ON CONFLICT (name) DO NOTHING"
);
statement!(FIND, "key.find", "SELECT value FROM settings WHERE name = 'installation_key'");

/// The key; made now if this is the first start.
///
/// # Errors
/// Internal when the database fails.
pub async fn installation_key(db: &Db) -> Result<Secret> {
    let fresh = kith_base::random_token();
    db.write(move |tx| {
        if let Some(key) = tx.find(&FIND, &[], |row| row.text("value"))? {
            return Ok(Secret::new(key));
        }
        let now = tx.now();
        tx.run(&KEEP, &params![&fresh, now])?;
        let key = tx.find(&FIND, &[], |row| row.text("value"))?;
        key.map(Secret::new).ok_or_else(|| Error::internal("the installation key was not kept"))
    })
    .await
}
