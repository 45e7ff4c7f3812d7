//! Ids of everything that people can point at: 48 bits of milliseconds and 16 bits of chance, so that order is
//! time and neighbours cannot be counted.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Clock, Millis};

/// The id of a thing of kind `K`; ids of different kinds cannot be mixed up. In text and JSON a decimal string.
pub struct Id<K>(i64, PhantomData<fn() -> K>);

impl<K> Id<K> {
    /// Wraps a number that came from the database or an address.
    pub const fn new(raw: i64) -> Self {
        Self(raw, PhantomData)
    }

    /// The bare number.
    pub const fn raw(self) -> i64 {
        self.0
    }

    /// When the thing was made, read off its id.
    pub const fn made_at(self) -> Millis {
        self.0 >> 16
    }

    /// The smallest id that a thing made at `at` can have; for paging by time.
    pub const fn earliest_at(at: Millis) -> Self {
        Self::new(at << 16)
    }
}

impl<K> Default for Id<K> {
    /// Zero, which nothing has.
    fn default() -> Self {
        Self::new(0)
    }
}
impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<K> Copy for Id<K> {}
impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<K> Eq for Id<K> {}
impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<K> Hash for Id<K> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<K> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
impl<K> fmt::Display for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl<K> FromStr for Id<K> {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse::<u64>().map(|raw| Self::new(i64::try_from(raw).unwrap_or(i64::MAX)))
    }
}

impl<K> Serialize for Id<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de, K> Deserialize<'de> for Id<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Makes new ids from a clock and the system's random source.
#[derive(Clone, Debug, Default)]
pub struct IdMaker {
    clock: Clock,
}

impl IdMaker {
    /// A maker that takes the time from `clock`.
    pub const fn new(clock: Clock) -> Self {
        Self { clock }
    }

    /// A new id. Two calls in one millisecond collide once in 65,536; the database door tries again then.
    pub fn next<K>(&self) -> Id<K> {
        Id::new((self.clock.now() << 16) | i64::from(crate::secret::random_u16()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    enum Thing {}

    #[test]
    fn an_id_keeps_its_time_and_survives_text() {
        let clock = Clock::fixed(1_700_000_000_123);
        let id: Id<Thing> = IdMaker::new(clock).next();
        assert_eq!(id.made_at(), 1_700_000_000_123);
        assert_eq!(id.to_string().parse::<Id<Thing>>().unwrap(), id);
        assert_eq!(serde_json::to_string(&id).unwrap(), format!("\"{id}\""));
    }

    #[test]
    fn a_word_or_a_minus_is_no_id() {
        assert!("-1".parse::<Id<Thing>>().is_err());
        assert!("ann".parse::<Id<Thing>>().is_err());
    }
}
