//! Places for lines that stay open: so many for one member, so many in all.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use kith_base::{Error, Result};

use super::with;
use crate::AccountId;

/// Open lines by account.
#[derive(Clone, Default)]
pub(crate) struct Places(Arc<Mutex<HashMap<AccountId, usize>>>);

impl Places {
    /// How many are taken.
    pub fn taken(&self) -> usize {
        with(&self.0, |open| open.values().sum())
    }

    /// Whether the account has one.
    pub fn holds(&self, account: AccountId) -> bool {
        with(&self.0, |open| open.contains_key(&account))
    }

    /// Takes one.
    pub fn take(&self, account: AccountId, per_account: usize, in_all: usize) -> Result<Place> {
        with(&self.0, |open| {
            if open.values().sum::<usize>() >= in_all || open.get(&account).is_some_and(|n| *n >= per_account)
            {
                return Err(Error::rate_limited(60));
            }
            *open.entry(account).or_default() += 1;
            Ok(Place { account, places: self.clone() })
        })
    }
}

/// One of the places, free again when it is dropped.
pub(crate) struct Place {
    account: AccountId,
    places: Places,
}

impl Drop for Place {
    fn drop(&mut self) {
        with(&self.places.0, |open| {
            if let Some(count) = open.get_mut(&self.account) {
                *count -= 1;
                if *count == 0 {
                    open.remove(&self.account);
                }
            }
        });
    }
}
