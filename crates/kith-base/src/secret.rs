//! Secrets: values that do not print, and fresh random ones.

use std::fmt;

use serde::Deserialize;

/// Text that must not reach a log: `Debug` shows only that it is there.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// Wraps `text`.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself; call it where it is used, and nowhere else.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// `N` bytes from the operating system's random source.
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    if getrandom::fill(&mut bytes).is_err() {
        // Without randomness no session, id or token can be trusted; going on would be worse than ending.
        std::process::abort();
    }
    bytes
}

pub(crate) fn random_u16() -> u16 {
    u16::from_le_bytes(random_bytes())
}

/// A token of 256 bits in 43 characters that are safe in addresses (base64url without padding).
pub fn random_token() -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    random_bytes::<43>()
        .iter()
        .filter_map(|byte| ALPHABET.get(usize::from(byte & 63)))
        .map(|c| char::from(*c))
        .collect()
}

/// A code of `length` characters for people to read and type: 31 signs without look-alikes (no I, L, O, 0, 1).
pub fn random_code(length: usize) -> String {
    const ALPHABET: &[u8; 31] = b"ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    let mut code = String::with_capacity(length);
    while code.len() < length {
        // 248 is the largest multiple of 31 in a byte; taking no more keeps every sign equally likely.
        for byte in random_bytes::<16>().into_iter().filter(|byte| *byte < 248) {
            if let Some(sign) = ALPHABET.get(usize::from(byte) % 31)
                && code.len() < length
            {
                code.push(char::from(*sign));
            }
        }
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_does_not_print() {
        assert_eq!(format!("{:?}", Secret::new("hunter2")), "Secret(…)");
    }

    #[test]
    fn codes_hold_no_look_alikes() {
        let code = random_code(500);
        assert_eq!(code.len(), 500);
        assert!(!code.contains(['I', 'L', 'O', '0', '1']));
        assert_ne!(random_token(), random_token());
    }
}
