//! Passwords by argon2id (RFC 9106), hashed and checked a few at a time so that sign-ins cannot eat the machine.

use std::sync::Arc;

use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString, rand_core::OsRng};
use argon2::{Algorithm, Argon2, Params, Version};
use kith_base::{Error, Kind, Result, Secret};
use tokio::sync::Semaphore;

/// Hashes at work at once; each takes the memory below.
const AT_ONCE: usize = 2;
/// Requests that may wait for a turn before the answer is "overloaded".
const WAITING: usize = 64;
/// 19 MiB, two passes, one lane: the first choice of the OWASP cheat sheet for argon2id.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;

/// A bounded place for the slow work of hashing.
#[derive(Clone)]
pub struct PasswordPool {
    turns: Arc<Semaphore>,
    places: Arc<Semaphore>,
    /// A hash of nothing anybody knows: checked when an account does not exist, so that the time tells nothing.
    decoy: Arc<str>,
}

impl Default for PasswordPool {
    fn default() -> Self {
        let decoy = hash_now("no account has this password").unwrap_or_default();
        Self {
            turns: Semaphore::new(AT_ONCE).into(),
            places: Semaphore::new(WAITING).into(),
            decoy: decoy.into(),
        }
    }
}

impl PasswordPool {
    /// Hashes `password` with a fresh salt, in PHC form.
    ///
    /// # Errors
    /// Overloaded when too many wait already.
    pub async fn hash(&self, password: Secret) -> Result<String> {
        self.run(move || hash_now(password.expose())).await?
    }

    /// Whether `password` belongs to `hash`. Without a hash the same work is done and the answer is no.
    ///
    /// # Errors
    /// Overloaded when too many wait already.
    pub async fn verify(&self, password: Secret, hash: Option<String>) -> Result<bool> {
        let decoy = Arc::clone(&self.decoy);
        self.run(move || {
            let known = hash.is_some();
            let text = hash.as_deref().unwrap_or(&decoy);
            let fits = PasswordHash::new(text).is_ok_and(|parsed| {
                hasher()
                    .is_ok_and(|argon| argon.verify_password(password.expose().as_bytes(), &parsed).is_ok())
            });
            known && fits
        })
        .await
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let _place =
            self.places.try_acquire().map_err(|_| Error::new(Kind::Overloaded, "error-overloaded"))?;
        let _turn = self.turns.acquire().await.map_err(Error::internal)?;
        tokio::task::spawn_blocking(work).await.map_err(Error::internal)
    }
}

fn hasher() -> Result<Argon2<'static>> {
    let params =
        Params::new(MEMORY_KIB, PASSES, 1, None).map_err(|problem| Error::internal(problem.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hash_now(password: &str) -> Result<String> {
    let salt = SaltString::generate(&mut OsRng);
    let hash = hasher()?
        .hash_password(password.as_bytes(), &salt)
        .map_err(|problem| Error::internal(problem.to_string()))?;
    Ok(hash.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_fits_its_own_hash_and_no_other() {
        let pool = PasswordPool::default();
        let hash = pool.hash(Secret::new("correct horse battery")).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(pool.verify(Secret::new("correct horse battery"), Some(hash.clone())).await.unwrap());
        assert!(!pool.verify(Secret::new("wrong"), Some(hash)).await.unwrap());
        assert!(!pool.verify(Secret::new("no account has this password"), None).await.unwrap());
    }
}
