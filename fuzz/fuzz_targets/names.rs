//! Handles and names for show: what is taken is normal, short enough, and taken again as it is.
#![no_main]

use kith_base::limits;
use kith_text::names::{self, Bearer};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|typed: &str| {
    for bearer in [Bearer::Member, Bearer::Staff] {
        if let Ok(handle) = names::check_handle(typed, bearer) {
            assert!(limits::HANDLE.contains(&handle.shown.chars().count()), "{handle:?}");
            assert!(!handle.shown.contains(['/', '@', '#', '?', '<', '"', ' ']), "{handle:?}");
            assert_eq!(names::fold(&handle.shown), handle.key);
            assert_eq!(names::check_handle(&handle.shown, bearer), Ok(handle));
        }
        if let Ok(name) = names::check_display_name(typed, &["Elmfield"], bearer) {
            assert!(!name.is_empty() && name.chars().count() <= limits::DISPLAY_NAME, "{name:?}");
            assert!(!name.chars().any(char::is_control), "{name:?}");
            assert_eq!(names::check_display_name(&name, &["Elmfield"], bearer), Ok(name));
        }
    }
    let folded = names::fold(typed);
    assert_eq!(names::fold(&folded), folded);
    let _ = names::skeleton(&folded);
});
