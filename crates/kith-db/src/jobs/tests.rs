//! Rules of jobs that need no database.
use super::*;

#[test]
fn pauses_grow_fourfold_up_to_a_day() {
    assert_eq!(pause(1), 30 * SECOND);
    assert_eq!(pause(2), 2 * MINUTE);
    assert_eq!(pause(3), 8 * MINUTE);
    assert_eq!(pause(MAX_TRIES), LONGEST_PAUSE);
    assert_eq!(pause(i64::MAX), LONGEST_PAUSE);
}
