//! Rate limits in memory, per account and per network: a bucket that fills again with time (GCRA by `governor`).
//! What must survive a restart (sign-in, codes) is counted in the database by the domain instead.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use kith_base::{Error, Result};

/// Keys kept before the idle ones are dropped.
const KEYS: usize = 20_000;

/// The limits of one server.
#[derive(Clone)]
pub struct RateLimits(Option<Arc<Limits>>);

struct Limits {
    clock: DefaultClock,
    reads: DefaultKeyedRateLimiter<String>,
    writes: DefaultKeyedRateLimiter<String>,
    visitor_writes: DefaultKeyedRateLimiter<String>,
}

impl RateLimits {
    /// No limits; for tests and benchmarks on loopback.
    pub const fn off() -> Self {
        Self(None)
    }

    /// The usual limits: 600 reads and 120 changes a minute for a member, 20 changes a minute for a network of
    /// visitors.
    pub fn usual() -> Self {
        let per_minute =
            |n| RateLimiter::keyed(Quota::per_minute(NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN)));
        Self(Some(Arc::new(Limits {
            clock: DefaultClock::default(),
            reads: per_minute(600),
            writes: per_minute(120),
            visitor_writes: per_minute(20),
        })))
    }

    /// Counts one request by `subject` (an account or a network).
    ///
    /// # Errors
    /// Rate limited, with the seconds to wait.
    pub fn take(&self, subject: &str, is_write: bool, is_visitor: bool) -> Result<()> {
        let Some(limits) = &self.0 else { return Ok(()) };
        let limiter = match (is_write, is_visitor) {
            (false, _) => &limits.reads,
            (true, false) => &limits.writes,
            (true, true) => &limits.visitor_writes,
        };
        if limiter.len() > KEYS {
            limiter.retain_recent();
        }
        limiter.check_key(&subject.to_owned()).map_err(|until| {
            let wait = until.wait_time_from(limits.clock.now()).max(Duration::from_secs(1));
            Error::rate_limited(u32::try_from(wait.as_secs()).unwrap_or(u32::MAX))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_of_visitors_is_stopped_and_another_goes_on() {
        let limits = RateLimits::usual();
        let passed = (0..50).filter(|_| limits.take("198.51.100.0/24", true, true).is_ok()).count();
        assert!((20..=21).contains(&passed), "{passed}");
        assert!(limits.take("203.0.113.0/24", true, true).is_ok());
        assert!(RateLimits::off().take("198.51.100.0/24", true, true).is_ok());
    }
}
