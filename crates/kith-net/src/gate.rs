//! Which addresses are of the public network. Everything else is inside: this machine, its neighbours, the networks of
//! whoever hosts it, and the ways by which an address of these can be written as another one.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether anybody on the public network could be reached at `address` (IANA's special-purpose registries, RFC 6890).
/// What is not known to be public is not.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

const fn is_public_v4(address: Ipv4Addr) -> bool {
    !matches!(
        address.octets(),
        // This network, private ones, carriers', this machine, the link.
        [0 | 10 | 127, ..]
            | [100, 64..=127, ..]
            | [169, 254, ..]
            | [172, 16..=31, ..]
            | [192, 168, ..]
            // Protocols and documentation, the old way to 6to4, measurements.
            | [192, 0, 0 | 2, _]
            | [192, 88, 99, _]
            | [198, 18..=19, ..]
            | [198, 51, 100, _]
            | [203, 0, 113, _]
            // To many, kept for later, to all.
            | [224..=255, ..]
    )
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    if let Some(inside) = carried(address) {
        return is_public_v4(inside);
    }
    match address.segments() {
        // Protocols (Teredo among them), documentation, 6to4.
        [0x2001, 0..=0x01ff, ..] | [0x2001, 0x0db8, ..] | [0x2002, ..] | [0x3fff, 0..=0x0fff, ..] => false,
        // All that is given out to the world today; so neither this machine (`::1`), nor the link (`fe80::/10`), nor
        // a site (`fc00::/7`, `fec0::/10`), nor many at once (`ff00::/8`).
        [first, ..] => first & 0xe000 == 0x2000,
    }
}

/// The address of the old network that stands in `address` and is where packets go: mapped (`::ffff:0:0/96`) or
/// translated on the way (`64:ff9b::/96`, RFC 6052), as machines without an old address reach it.
const fn carried(address: Ipv6Addr) -> Option<Ipv4Addr> {
    match address.octets() {
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, a, b, c, d]
        | [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, a, b, c, d] => Some(Ipv4Addr::new(a, b, c, d)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c1_nothing_inside_is_public_however_it_is_written() {
        let inside = "0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.254 127.0.0.1 \
             127.255.255.255 169.254.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.1 \
             192.0.0.170 192.0.2.1 192.88.99.1 192.168.0.1 192.168.255.255 198.18.0.1 198.19.255.255 \
             198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 :: ::1 ::2 \
             ::7f00:1 ::127.0.0.1 ::8.8.8.8 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 \
             ::ffff:0.0.0.0 ::ffff:0:127.0.0.1 64:ff9b::127.0.0.1 64:ff9b::10.1.2.3 \
             64:ff9b::169.254.169.254 64:ff9b:1::1 64:ff9b:1::8.8.8.8 100::1 2001::1 \
             2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:2::1 2001:10::1 2001:20::1 2001:1ff::1 \
             2001:db8::1 2002:7f00:1:: 2002:0a00:0001::1 2002:0808:0808::1 3fff::1 3fff:fff::1 \
             5f00::1 fc00::1 fd00:ec2::254 fe80::1 febf::1 fec0::1 ff02::1 ff0e::1 4000::1 8000::1 \
             e000::1";
        for inside in inside.split(' ') {
            assert!(!is_public(inside.parse().unwrap()), "{inside}");
        }
    }

    #[test]
    fn what_is_public_may_be_reached() {
        let outside = "1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 \
             128.0.0.1 169.253.255.255 169.255.0.1 172.15.255.255 172.32.0.1 192.0.1.1 192.88.98.1 \
             192.167.255.255 192.169.0.1 198.17.255.255 198.20.0.1 198.51.101.1 203.0.112.1 \
             223.255.255.255 2001:200::1 2001:4860:4860::8888 2001:db7::1 2003::1 \
             2606:4700:4700::1111 2a00:1450:4001:80f::200e 3ffe::1 3fff:1000::1 ::ffff:8.8.8.8 \
             64:ff9b::8.8.8.8";
        for outside in outside.split(' ') {
            assert!(is_public(outside.parse().unwrap()), "{outside}");
        }
    }
}
