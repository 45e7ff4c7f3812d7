//! Where a request comes from: the network of the client, read through trusted proxies only.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request};
use axum::http::HeaderMap;
use ipnet::IpNet;

/// The client's place in the network.
#[derive(Clone, Debug)]
pub struct Client {
    /// The /24 (IPv4) or /48 (IPv6) it comes from, as text: what limits and session lists work with.
    pub network: Arc<str>,
    /// Whether a trusted proxy says that the browser came by https.
    pub is_https: bool,
}

impl Client {
    /// Who sends `request`: what was found out at the outermost door, else found out now.
    pub fn of(request: &Request, trusted: &[IpNet]) -> Self {
        request.extensions().get::<Self>().cloned().unwrap_or_else(|| {
            let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0);
            Self::find(peer, request.headers(), trusted)
        })
    }

    /// Finds the client behind `peer`. `X-Forwarded-For` is read from its end while the hop is a trusted proxy, so
    /// that a client cannot write itself another address.
    pub fn find(peer: Option<SocketAddr>, headers: &HeaderMap, trusted: &[IpNet]) -> Self {
        let peer_address = peer.map_or(IpAddr::from([127, 0, 0, 1]), |peer| canonical(peer.ip()));
        let is_trusted = |address: &IpAddr| trusted.iter().any(|network| network.contains(address));
        let is_https = is_trusted(&peer_address)
            && headers.get("x-forwarded-proto").is_some_and(|value| value.as_bytes() == b"https");
        let mut address = peer_address;
        if is_trusted(&address) {
            let forwarded =
                headers.get_all("x-forwarded-for").into_iter().filter_map(|value| value.to_str().ok());
            let mut hops: Vec<&str> = forwarded.flat_map(|value| value.split(',')).map(str::trim).collect();
            while is_trusted(&address) {
                let Some(hop) = hops.pop().and_then(|hop| hop.parse().ok()) else { break };
                address = canonical(hop);
            }
        }
        Self { network: network_of(address).into(), is_https }
    }
}

fn canonical(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(v6) => v6.to_ipv4_mapped().map_or(address, IpAddr::V4),
        IpAddr::V4(_) => address,
    }
}

fn network_of(address: IpAddr) -> String {
    let bits = if address.is_ipv4() { 24 } else { 48 };
    IpNet::new(address, bits).map_or_else(|_| address.to_string(), |network| network.trunc().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(peer: &str, forwarded: &str, trusted: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", forwarded.parse().unwrap());
        let trusted: Vec<IpNet> = trusted.iter().map(|text| text.parse().unwrap()).collect();
        Client::find(Some(peer.parse().unwrap()), &headers, &trusted).network.to_string()
    }

    #[test]
    fn a_stranger_cannot_write_itself_another_address() {
        assert_eq!(find("198.51.100.7:1", "203.0.113.9", &[]), "198.51.100.0/24");
        assert_eq!(find("198.51.100.7:1", "203.0.113.9", &["10.0.0.0/8"]), "198.51.100.0/24");
    }

    #[test]
    fn only_a_trusted_proxy_says_that_it_was_https() {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-proto", "https".parse().unwrap());
        let trusted: Vec<IpNet> = vec!["10.0.0.0/8".parse().unwrap()];
        let is_https = |peer: &str| Client::find(peer.parse().ok(), &headers, &trusted).is_https;
        assert!(is_https("10.0.0.1:1") && !is_https("198.51.100.7:1"));
    }

    #[test]
    fn a_trusted_proxy_is_looked_through_from_the_end() {
        assert_eq!(find("10.0.0.1:1", "1.2.3.4, 203.0.113.9", &["10.0.0.0/8"]), "203.0.113.0/24");
        assert_eq!(find("10.0.0.1:1", "203.0.113.9, 10.0.0.2", &["10.0.0.0/8"]), "203.0.113.0/24");
        assert_eq!(find("[::1]:1", "2001:db8:1:2::3", &["::1/128"]), "2001:db8:1::/48");
    }
}
