//! Storage that fails when it is told to: how tests walk through every point at which a disk can fail. Where nobody asked
//! for it, as always in the program, it costs one load of a counter for each statement.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::failure::Failure;

/// How the failure names itself.
const CAUSE: &str = "the storage failed, as a test wanted it";

/// Statements and commits up to the one that fails; none will with 0.
#[derive(Debug, Default)]
pub(crate) struct Faults(AtomicU64);

impl Faults {
    /// Sets which one fails, counted from here; gives what was left of the count before.
    pub(crate) fn set(&self, nth: u64) -> u64 {
        self.0.swap(nth, Ordering::SeqCst)
    }

    /// Counts a statement or a commit that is about to be made.
    ///
    /// # Errors
    /// When this is the one that fails.
    pub(crate) fn pass(&self) -> Result<(), Failure> {
        if self.0.load(Ordering::Relaxed) == 0 {
            return Ok(());
        }
        let before = self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
        if before == Ok(1) { Err(Failure::plain(CAUSE)) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nth_fails_once_and_what_is_left_is_told() {
        let faults = Faults::default();
        assert!((0..5).all(|_| faults.pass().is_ok()));
        assert_eq!(faults.set(3), 0);
        let outcomes: Vec<bool> = (0..5).map(|_| faults.pass().is_ok()).collect();
        assert_eq!(outcomes, [true, true, false, true, true]);
        faults.set(9);
        assert!(faults.pass().is_ok());
        assert_eq!(faults.set(0), 8);
    }
}
