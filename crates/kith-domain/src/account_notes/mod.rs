//! What a member notes about somebody else, for their own eyes alone.

mod sql;

use std::collections::HashMap;

use kith_base::{Error, Message, Result, limits};
use kith_db::Query;
use kith_text::normalise_text;

use crate::viewer::Viewer;
use crate::{AccountId, App, relationships};

/// Writes the note about `other`; empty text takes it away.
///
/// # Errors
/// NotFound when they are not there for the viewer; Invalid in `comment` when it is too long.
pub async fn set(app: &App, viewer: &Viewer, other: AccountId, text: &str) -> Result<()> {
    let me = viewer.active()?.id;
    let text = normalise_text(text).trim().to_owned();
    if text.chars().count() > limits::ACCOUNT_NOTE {
        let message = Message::new("error-too-long").with("max", limits::ACCOUNT_NOTE);
        return Err(Error::invalid("comment", message));
    }
    let viewer = viewer.clone();
    app.db
        .write(move |tx| {
            relationships::relation(tx, &viewer, other)?;
            if text.is_empty() { sql::delete(tx, me, other) } else { sql::put(tx, me, other, &text) }
        })
        .await
}

/// The viewer's notes about `people`.
///
/// # Errors
/// Internal when the database fails.
pub fn about(q: &mut Query<'_>, viewer: &Viewer, people: &[AccountId]) -> Result<HashMap<AccountId, String>> {
    match viewer.id() {
        Some(me) if !people.is_empty() => sql::about(q, me, people),
        _ => Ok(HashMap::new()),
    }
}
