//! Encrypted connections, for a PostgreSQL server on another machine: `?sslmode=require` in its address.

use std::sync::OnceLock;

use tokio_postgres_rustls::MakeRustlsConnect;

use crate::failure::Failure;

/// Encryption that checks the server's certificate and name against the authorities of the system, or of the file that
/// `SSL_CERT_FILE` names: encryption with whoever answers would keep out only those who merely listen.
pub(super) fn checked() -> Result<MakeRustlsConnect, Failure> {
    static MADE: OnceLock<MakeRustlsConnect> = OnceLock::new();
    if let Some(made) = MADE.get() {
        return Ok(made.clone());
    }
    let (made, problems) = MakeRustlsConnect::with_native_certs().map_err(|problems| {
        Failure::plain(format!("no certificates of authorities can be read: {problems:?}"))
    })?;
    for problem in problems {
        tracing::warn!(%problem, "a certificate of an authority cannot be read");
    }
    Ok(MADE.get_or_init(|| made).clone())
}
