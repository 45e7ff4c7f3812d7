//! What an address may look like before anybody looks its name up.

use url::{Host, Url};

/// Ports below belong to services that were never meant to be spoken to like this, but for the one of https.
const FREE_PORTS: u16 = 1024;

/// Somewhere on the network, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Target {
    /// A name, or an address as such.
    pub(crate) host: Host<String>,
    /// The port.
    pub(crate) port: u16,
    /// Name and, where it is not the usual one, port, as the other side is told.
    pub(crate) authority: String,
    /// Path and query.
    pub(crate) path: String,
    /// Scheme, name and port: for whom a token is made.
    pub(crate) origin: String,
}

impl Target {
    /// Takes `address` apart if it has a shape that may be: https, no user, a port that is the usual one or a free one.
    pub(crate) fn parse(address: &str) -> Option<Self> {
        // A reader of addresses forgives these, and would reach something else than what stands there.
        if address.chars().any(|sign| sign.is_whitespace() || sign.is_control()) {
            return None;
        }
        let url = Url::parse(address).ok()?;
        let port = url.port_or_known_default()?;
        let is_fit = url.scheme() == "https"
            && url.username().is_empty()
            && url.password().is_none()
            && (url.port().is_none() || port >= FREE_PORTS);
        if !is_fit {
            return None;
        }
        let host = url.host()?.to_owned();
        let authority = url.port().map_or_else(|| host.to_string(), |port| format!("{host}:{port}"));
        let path =
            url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()));
        Some(Self { origin: format!("https://{authority}"), host, port, authority, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c1_only_plain_https_addresses_are_taken() {
        for bad in [
            "",
            "/push",
            "http://push.example/x",
            "ftp://push.example/x",
            "file:///etc/passwd",
            "gopher://push.example:70/",
            "https://",
            "https://user@push.example/x",
            "https://user:word@push.example/x",
            "https://push.example:80/x",
            "https://push.example:22/x",
            "https://push.example:1023/x",
            "https://push.example:0/x",
            "https://push.example:70000/x",
            "https://push .example/x",
            "https://push.example/x\ny",
            " https://push.example/x",
            "https://push.example/x\t",
            "https://[::1/x",
        ] {
            assert_eq!(Target::parse(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn what_is_taken_is_read_as_browsers_do() {
        let target = Target::parse("https://Push.Example/a/b?c=d#e").unwrap();
        assert_eq!((target.authority.as_str(), target.port), ("push.example", 443));
        assert_eq!((target.path.as_str(), target.origin.as_str()), ("/a/b?c=d", "https://push.example"));
        let target = Target::parse("https://push.example:8443").unwrap();
        assert_eq!((target.authority.as_str(), target.path.as_str()), ("push.example:8443", "/"));
        assert_eq!(Target::parse("https://push.example:443/").unwrap().authority, "push.example");
        // Other ways to write an address are that address.
        for loopback in
            ["https://127.1/", "https://0x7f000001/", "https://2130706433/", "https://0177.0.0.1/"]
        {
            let host = Target::parse(loopback).unwrap().host;
            assert_eq!(host, Host::<String>::Ipv4(std::net::Ipv4Addr::LOCALHOST), "{loopback}");
        }
    }
}
