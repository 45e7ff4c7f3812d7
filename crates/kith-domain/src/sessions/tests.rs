//! The pure rules of sessions.

use super::*;

#[test]
fn browsers_are_named_by_what_they_are_and_not_by_what_they_descend_from() {
    let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36 Edg/120.0";
    let phone = "Mozilla/5.0 (Android 14; Mobile; rv:121.0) Gecko/121.0 Firefox/121.0";
    assert_eq!(device_name(edge), "Edge · Windows");
    assert_eq!(device_name(phone), "Firefox · Android");
    assert_eq!(device_name("something else"), "");
}

#[test]
fn what_is_typed_as_a_login_cannot_be_read_in_the_throttles() {
    let subject = blurred("my secret password typed into the wrong field");
    assert!(!subject.contains("secret"));
    assert_eq!(blurred(" @Ann "), blurred("ann"));
}
