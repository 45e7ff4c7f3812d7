//! The rules of coming closer, without a database.

use super::policy::lets;
use crate::accounts::WhoMay;

#[test]
fn a_choice_lets_in_whom_it_names() {
    assert!(lets(WhoMay::Everyone, false));
    assert!(lets(WhoMay::FriendsOfFriends, true));
    assert!(!lets(WhoMay::FriendsOfFriends, false));
    assert!(!lets(WhoMay::Nobody, true));
}
