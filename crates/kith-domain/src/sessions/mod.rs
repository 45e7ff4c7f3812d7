//! Who is signed in where, and the one-time keys that lead to a session.

use std::sync::Arc;

use crate::App;

/// Sessions seen lately, by the hash of their cookie.
#[derive(Default)]
pub struct SessionCache {}

/// Listens for the end of sessions.
pub fn connect(_app: &Arc<App>) {}

/// A valid session and whose it is.
#[derive(Clone, Copy, Debug)]
pub struct SignedIn {
    /// The session.
    pub session: crate::kinds::SessionId,
    /// Whose it is.
    pub account: crate::AccountId,
}

/// Whose session `token` is; `None` when it is no session, or no longer.
///
/// # Errors
/// Internal when the database does not answer.
pub async fn find(_app: &App, _token: &str) -> kith_base::Result<Option<SignedIn>> {
    Ok(None)
}
