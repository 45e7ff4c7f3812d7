//! PDQ, a perceptual hash of 256 bits.

/// The number of bits that differ.
pub fn distance(a: &[u8; 32], b: &[u8; 32]) -> u32 {
    a.iter().zip(b).map(|(a, b)| (a ^ b).count_ones()).sum()
}
