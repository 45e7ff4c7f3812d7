//! Where an app may have people sent back to. Addresses are compared exactly (RFC 9700, 2.1), but for the port of a
//! loopback address, which a native app cannot know beforehand (RFC 8252, 7.3).

use url::Url;

/// The address that stands for showing the code to the person, who types it into the app.
pub const OUT_OF_BAND: &str = "urn:ietf:wg:oauth:2.0:oob";

/// Addresses of one app, and characters of one address, at most.
const ADDRESSES: usize = 20;
const LENGTH: usize = 2_000;

/// The addresses as they will be kept, or nothing when one of them cannot be taken.
pub(super) fn checked(addresses: &[String]) -> Option<Vec<String>> {
    let addresses: Vec<String> =
        addresses.iter().flat_map(|text| text.split_whitespace()).map(str::to_owned).collect();
    let is_fine = !addresses.is_empty()
        && addresses.len() <= ADDRESSES
        && addresses.iter().all(|address| address.len() <= LENGTH && may_be_kept(address));
    is_fine.then_some(addresses)
}

/// An absolute address without a fragment, in a scheme that does not run anything in the browser.
fn may_be_kept(address: &str) -> bool {
    address == OUT_OF_BAND
        || Url::parse(address).is_ok_and(|url| {
            url.fragment().is_none()
                && !matches!(
                    url.scheme(),
                    "javascript" | "data" | "vbscript" | "blob" | "about" | "file" | "urn"
                )
                && url.username().is_empty()
                && url.password().is_none()
                && (!matches!(url.scheme(), "http" | "https") || url.has_host())
        })
}

/// Whether `given` is one of the addresses that the app named.
pub fn is_named(named: &[String], given: &str) -> bool {
    named.iter().any(|address| address == given || are_same_loopback(address, given))
}

fn are_same_loopback(named: &str, given: &str) -> bool {
    let (Ok(mut named), Ok(mut given)) = (Url::parse(named), Url::parse(given)) else { return false };
    if named.scheme() != "http" || !matches!(named.host_str(), Some("127.0.0.1" | "[::1]" | "localhost")) {
        return false;
    }
    // Everything but the port has to agree.
    named.set_port(None).is_ok() && given.set_port(None).is_ok() && named == given
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(address: &str, given: &str) -> bool {
        is_named(&[address.to_owned()], given)
    }

    #[test]
    fn f9_only_the_very_address_is_followed() {
        let own = "https://app.example/back?x=1";
        assert!(named(own, own));
        for other in [
            "https://app.example/back",
            "https://app.example/back?x=1&y=2",
            "https://app.example/back?x=1#f",
            "https://app.example/back/?x=1",
            "https://app.example/../back?x=1",
            "https://app.example:444/back?x=1",
            "https://app.example@evil.example/back?x=1",
            "https://app.example.evil.example/back?x=1",
            "http://app.example/back?x=1",
            "HTTPS://app.example/back?x=1",
        ] {
            assert!(!named(own, other), "{other}");
        }
    }

    #[test]
    fn f9_a_loopback_address_may_have_any_port_and_nothing_else() {
        assert!(named("http://127.0.0.1/back", "http://127.0.0.1:52817/back"));
        assert!(named("http://[::1]:1/back", "http://[::1]:52817/back"));
        assert!(!named("http://127.0.0.1/back", "http://127.0.0.1:52817/other"));
        assert!(!named("http://127.0.0.1/back", "http://127.0.0.2:52817/back"));
        assert!(!named("https://app.example/back", "https://app.example:52817/back"));
    }

    #[test]
    fn addresses_that_run_something_are_not_kept() {
        for bad in [
            "javascript:alert(1)",
            "data:text/html,x",
            "/back",
            "",
            "https://a.example/#f",
            "https://u:p@a.example/",
        ] {
            assert_eq!(checked(&[bad.to_owned()]), None, "{bad}");
        }
        for good in [OUT_OF_BAND, "myapp://back", "com.example.app:/back", "http://localhost:3000/cb"] {
            assert!(checked(&[good.to_owned()]).is_some(), "{good}");
        }
        let two = checked(&["https://a.example/x\nhttps://b.example/y".to_owned()]).unwrap();
        assert_eq!(two.len(), 2);
    }
}
