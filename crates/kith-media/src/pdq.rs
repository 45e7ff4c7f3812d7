//! PDQ, a perceptual hash of 256 bits: pictures that look alike have hashes that differ in few bits.
//!
//! Written from the published description: luma, two passes of a box filter in each direction (Jarosz), 64 by 64
//! samples, a cosine transform of which 16 by 16 low frequencies are kept, and one bit for each that lies above
//! their median. Hashes of other programs are comparable with ours.

use image::RgbImage;

/// Hashes that differ in at most this many bits are the same picture, by the rule the lists are made for.
pub const MATCH_DISTANCE: u32 = 31;

/// Below this quality a hash says too little to act on.
pub const MIN_QUALITY: u8 = 50;

const SAMPLES: usize = 64;
const KEPT: usize = 16;
/// Smaller pictures have no frequencies worth hashing.
const MIN_SIDE: usize = 5;

/// The hash of a picture and its quality from 0 (flat) to 100.
pub fn hash(picture: &RgbImage) -> ([u8; 32], u8) {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let luma = picture
        .pixels()
        .map(|pixel| {
            let [red, green, blue] = pixel.0.map(f32::from);
            0.299f32.mul_add(red, 0.587f32.mul_add(green, 0.114 * blue))
        })
        .collect();
    hash_luma(luma, width, height)
}

/// The number of bits in which two hashes differ.
pub fn distance(a: &[u8; 32], b: &[u8; 32]) -> u32 {
    a.iter().zip(b).map(|(a, b)| (a ^ b).count_ones()).sum()
}

/// The hash as the 64 hexadecimal digits that lists exchange.
pub fn to_hex(hash: &[u8; 32]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads 64 hexadecimal digits.
pub fn from_hex(text: &str) -> Option<[u8; 32]> {
    if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let (high, low) = text.split_at_checked(32)?;
    let mut hash = [0; 32];
    let halves = [u128::from_str_radix(high, 16).ok()?, u128::from_str_radix(low, 16).ok()?];
    for (to, from) in hash.iter_mut().zip(halves.iter().flat_map(|half| half.to_be_bytes())) {
        *to = from;
    }
    Some(hash)
}

fn hash_luma(mut luma: Vec<f32>, width: usize, height: usize) -> ([u8; 32], u8) {
    if width < MIN_SIDE || height < MIN_SIDE {
        return ([0; 32], 0);
    }
    let mut spare = vec![0.0; luma.len()];
    for _ in 0..2 {
        blur_rows(&luma, &mut spare, width);
        blur_columns(&spare, &mut luma, width, height);
    }
    let samples = decimate(&luma, width, height);
    (bits(&transform(&samples)), quality(&samples))
}

/// The box is as wide as half a sample's share of the side, rounded up.
fn window(side: usize) -> usize {
    side.div_ceil(2 * SAMPLES)
}

/// How far the box reaches to either side: one further to the right when its width is even.
fn reach(full: usize) -> (usize, usize) {
    let right = full / 2;
    (full - 1 - right, right)
}

fn blur_rows(from: &[f32], to: &mut [f32], width: usize) {
    let (left, right) = reach(window(width));
    for (from, to) in from.chunks_exact(width).zip(to.chunks_exact_mut(width)) {
        let mut sum: f64 = from.iter().take(right).map(|value| f64::from(*value)).sum();
        let mut count = right.min(width);
        for (at, out) in to.iter_mut().enumerate() {
            if let Some(entering) = from.get(at + right) {
                sum += f64::from(*entering);
                count += 1;
            }
            if let Some(leaving) = at.checked_sub(left + 1).and_then(|at| from.get(at)) {
                sum -= f64::from(*leaving);
                count -= 1;
            }
            *out = (sum / count as f64) as f32;
        }
    }
}

/// The same downwards, a row of running sums at a time so that memory is read in order.
fn blur_columns(from: &[f32], to: &mut [f32], width: usize, height: usize) {
    let (above, below) = reach(window(height));
    let row = |at: usize| from.get(at * width..(at + 1) * width);
    let mut sums = vec![0.0f64; width];
    let mut count = 0;
    for at in 0..below.min(height) {
        add(&mut sums, row(at), 1.0);
        count += 1;
    }
    for (at, out) in to.chunks_exact_mut(width).enumerate() {
        if at + below < height {
            add(&mut sums, row(at + below), 1.0);
            count += 1;
        }
        if let Some(leaving) = at.checked_sub(above + 1) {
            add(&mut sums, row(leaving), -1.0);
            count -= 1;
        }
        for (out, sum) in out.iter_mut().zip(&sums) {
            *out = (sum / f64::from(count)) as f32;
        }
    }
}

fn add(sums: &mut [f64], row: Option<&[f32]>, sign: f64) {
    for (sum, value) in sums.iter_mut().zip(row.unwrap_or_default()) {
        *sum += sign * f64::from(*value);
    }
}

/// 64 rows of 64 samples, each from the middle of its share.
fn decimate(luma: &[f32], width: usize, height: usize) -> Vec<f32> {
    let middle = |at: usize, side: usize| (2 * at + 1) * side / (2 * SAMPLES);
    (0..SAMPLES)
        .flat_map(|row| (0..SAMPLES).map(move |column| (row, column)))
        .map(|(row, column)| {
            luma.get(middle(row, height) * width + middle(column, width)).copied().unwrap_or_default()
        })
        .collect()
}

/// How much neighbouring samples differ: flat pictures are all alike to the transform.
fn quality(samples: &[f32]) -> u8 {
    let step = |a: f32, b: f32| ((a - b) * 100.0 / 255.0).trunc().abs();
    let down: f32 = samples.iter().zip(samples.iter().skip(SAMPLES)).map(|(a, b)| step(*a, *b)).sum();
    let across: f32 = samples
        .chunks_exact(SAMPLES)
        .flat_map(|row| row.iter().zip(row.iter().skip(1)))
        .map(|(a, b)| step(*a, *b))
        .sum();
    ((down + across) / 90.0).min(100.0) as u8
}

/// The low frequencies of the cosine transform, without the constant one: 16 rows of 16.
fn transform(samples: &[f32]) -> Vec<f32> {
    let waves: Vec<Vec<f32>> = (1..=KEPT)
        .map(|frequency| {
            (0..SAMPLES)
                .map(|at| {
                    let angle =
                        std::f64::consts::PI / (2 * SAMPLES) as f64 * (frequency * (2 * at + 1)) as f64;
                    ((2.0 / SAMPLES as f64).sqrt() * angle.cos()) as f32
                })
                .collect()
        })
        .collect();
    let mut kept = Vec::with_capacity(KEPT * KEPT);
    for wave in &waves {
        let mut along = [0.0f32; SAMPLES];
        for (row, weight) in samples.chunks_exact(SAMPLES).zip(wave) {
            for (sum, value) in along.iter_mut().zip(row) {
                *sum += weight * value;
            }
        }
        kept.extend(waves.iter().map(|wave| along.iter().zip(wave).map(|(a, b)| a * b).sum::<f32>()));
    }
    kept
}

/// One bit for each frequency above the median; the first is the lowest bit of the last byte.
fn bits(kept: &[f32]) -> [u8; 32] {
    let mut sorted = kept.to_vec();
    sorted.sort_by(f32::total_cmp);
    let median = sorted.get(KEPT * KEPT / 2 - 1).copied().unwrap_or_default();
    let mut hash = [0; 32];
    for (byte, eight) in hash.iter_mut().rev().zip(kept.chunks_exact(8)) {
        for (bit, value) in eight.iter().enumerate() {
            *byte |= u8::from(*value > median) << bit;
        }
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_box_reaches_further_right_when_even() {
        assert_eq!(
            [reach(1), reach(2), reach(3), reach(4), reach(5)],
            [(0, 0), (0, 1), (1, 1), (1, 2), (2, 2)]
        );
        assert_eq!([window(5), window(128), window(129), window(2048)], [1, 1, 2, 16]);
    }

    #[test]
    fn a_flat_picture_has_no_quality_and_a_tiny_one_no_hash() {
        assert_eq!(hash(&RgbImage::from_pixel(100, 80, image::Rgb([90, 120, 30]))).1, 0);
        assert_eq!(hash(&RgbImage::new(4, 900)), ([0; 32], 0));
    }

    #[test]
    fn half_of_the_bits_are_set_and_hex_goes_there_and_back() {
        let picture =
            RgbImage::from_fn(300, 200, |x, y| image::Rgb([(x * y % 251) as u8, (x % 200) as u8, y as u8]));
        let (found, _) = hash(&picture);
        assert_eq!(found.iter().map(|byte| byte.count_ones()).sum::<u32>(), 128);
        assert_eq!(from_hex(&to_hex(&found)), Some(found));
        assert_eq!(from_hex("+"), None);
        let mut other = found;
        other[3] ^= 0b101;
        assert_eq!(distance(&found, &other), 2);
    }
}
