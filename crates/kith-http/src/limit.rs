//! Rate limits in memory, per account and per network: a bucket that fills again with time (GCRA by `governor`).
//! What must survive a restart (sign-in, codes) is counted in the database by the domain instead.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::DefaultKeyedStateStore;
use governor::{Quota, RateLimiter};
use kith_base::Error;

/// Keys kept before the idle ones are dropped.
const KEYS: usize = 20_000;

/// The limits of one server.
#[derive(Clone)]
pub struct RateLimits(Option<Arc<Limits>>);

type Buckets = RateLimiter<String, DefaultKeyedStateStore<String>, DefaultClock, StateInformationMiddleware>;

struct Limits {
    clock: DefaultClock,
    reads: Buckets,
    writes: Buckets,
    visitor_writes: Buckets,
}

/// What is left in a bucket after a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Requests that a full bucket holds.
    pub limit: u32,
    /// Requests that may follow at once.
    pub remaining: u32,
    /// How long until the bucket is full again.
    pub full_in: Duration,
}

/// A bucket that is empty: why a request was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full {
    /// What is left: nothing.
    pub room: Room,
    /// How long to wait for the next request.
    pub wait: Duration,
}

impl From<Full> for Error {
    fn from(full: Full) -> Self {
        // Whole seconds, and not one too few.
        let seconds = full.wait.as_secs() + u64::from(full.wait.subsec_nanos() > 0);
        Self::rate_limited(u32::try_from(seconds.max(1)).unwrap_or(u32::MAX))
    }
}

impl RateLimits {
    /// No limits; for tests and benchmarks on loopback.
    pub const fn off() -> Self {
        Self(None)
    }

    /// The usual limits: 600 reads and 120 changes a minute for a member, 20 changes a minute for a network of
    /// visitors.
    pub fn usual() -> Self {
        let per_minute = |n| {
            RateLimiter::keyed(Quota::per_minute(NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN)))
                .with_middleware()
        };
        Self(Some(Arc::new(Limits {
            clock: DefaultClock::default(),
            reads: per_minute(600),
            writes: per_minute(120),
            visitor_writes: per_minute(20),
        })))
    }

    /// Counts one request by `subject` (an account or a network) and says what is left; nothing without limits.
    ///
    /// # Errors
    /// The empty bucket, which as an error is rate limited with the seconds to wait.
    pub fn take(&self, subject: &str, is_write: bool, is_visitor: bool) -> Result<Option<Room>, Full> {
        let Some(limits) = &self.0 else { return Ok(None) };
        let limiter = match (is_write, is_visitor) {
            (false, _) => &limits.reads,
            (true, false) => &limits.writes,
            (true, true) => &limits.visitor_writes,
        };
        if limiter.len() > KEYS {
            limiter.retain_recent();
        }
        let state = limiter.check_key(&subject.to_owned()).map_err(|until| {
            let wait = until.wait_time_from(limits.clock.now());
            let (limit, each) = (until.quota().burst_size().get(), until.quota().replenish_interval());
            let full_in = wait + each * limit.saturating_sub(1);
            Full { room: Room { limit, remaining: 0, full_in }, wait }
        })?;
        let (limit, remaining) = (state.quota().burst_size().get(), state.remaining_burst_capacity());
        let full_in = state.quota().replenish_interval() * limit.saturating_sub(remaining);
        Ok(Some(Room { limit, remaining, full_in }))
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
        let room = limits.take("203.0.113.0/24", true, true).unwrap().unwrap();
        assert_eq!((room.limit, room.remaining, room.full_in), (20, 19, Duration::from_secs(3)));
        let full = (0..50).find_map(|_| limits.take("198.51.100.0/24", true, true).err()).unwrap();
        assert_eq!((full.room.limit, full.room.remaining), (20, 0));
        assert!(full.wait <= Duration::from_secs(3), "one comes back every three seconds: {full:?}");
        let until_full = Duration::from_secs(57)..=Duration::from_secs(60);
        assert!(until_full.contains(&full.room.full_in), "{full:?}");
        let told = Error::from(Full { wait: Duration::from_millis(1_200), ..full });
        assert_eq!(told.kind(), kith_base::Kind::RateLimited { retry_after_s: 2 }, "not one too few");
        assert!(RateLimits::off().take("198.51.100.0/24", true, true).is_ok());
    }
}
