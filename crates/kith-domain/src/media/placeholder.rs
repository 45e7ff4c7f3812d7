//! A photo before it has arrived: its few stored bytes (a thumbhash) as a picture of at most eight pixels a side,
//! which browsers blow up and blur. Made small here, because a page holds many of them.

use std::f32::consts::PI;

use super::Photo;

/// Pixels on the longer side. A thumbhash knows no more than seven waves.
const SIDE: f32 = 8.0;
/// Bytes before the pixels of a bitmap.
const HEADER: u32 = 54;

impl Photo {
    /// A bitmap (`image/bmp`) of some 200 bytes. None for pictures that one can see through: it would shine through.
    pub fn placeholder(&self) -> Option<Vec<u8>> {
        let Waves { light, yellow, red, ratio } = Waves::read(&self.thumbhash)?;
        let (width, height) = match ratio {
            wide if wide > 1.0 => (SIDE, (SIDE / wide).round().max(1.0)),
            high => ((SIDE * high).round().max(1.0), SIDE),
        };
        let across = table(width);
        // A bitmap begins with its lowest line.
        let rows = table(height).into_iter().rev().map(|down| {
            let pixel = |column: &[f32; 7]| {
                let (l, p, q) = (light.at(column, &down), yellow.at(column, &down), red.at(column, &down));
                let blue = l - 2.0 / 3.0 * p;
                let red = (3.0 * l - blue + q) / 2.0;
                [blue, red - q, red].map(|part| (part.clamp(0.0, 1.0) * 255.0) as u8)
            };
            across.iter().map(pixel).collect::<Vec<_>>()
        });
        Some(bitmap(width as u32, height as u32, rows))
    }
}

/// One channel: its mean, and strength by waves across and down.
struct Channel {
    mean: f32,
    waves: Vec<(usize, usize, f32)>,
}

impl Channel {
    fn at(&self, column: &[f32; 7], row: &[f32; 7]) -> f32 {
        let wave = |(x, y, strength): &(usize, usize, f32)| {
            strength * column.get(*x).unwrap_or(&0.0) * row.get(*y).unwrap_or(&0.0) * 2.0
        };
        self.mean + self.waves.iter().map(wave).sum::<f32>()
    }
}

/// A thumbhash, taken apart.
struct Waves {
    light: Channel,
    yellow: Channel,
    red: Channel,
    ratio: f32,
}

impl Waves {
    fn read(hash: &[u8]) -> Option<Self> {
        let [a, b, c, d, e, rest @ ..] = hash else { return None };
        let head = u32::from(*a) | u32::from(*b) << 8 | u32::from(*c) << 16;
        let tail = u32::from(*d) | u32::from(*e) << 8;
        if head >> 23 != 0 {
            return None;
        }
        let part = |bits: u32, shift: u32, most: u32| (bits >> shift & most) as f32;
        let (short, is_wide) = ((tail & 7) as usize, tail >> 15 != 0);
        let (x, y) = if is_wide { (7, short) } else { (short, 7) };
        let mut parts = rest.iter().flat_map(|byte| [byte & 15, byte >> 4]);
        let mut channel = |mean: f32, (wide, high): (usize, usize), scale: f32| {
            let mut waves = Vec::new();
            for down in 0..high {
                let from = usize::from(down == 0);
                for across in (from..).take_while(|across| across * high < wide * (high - down)) {
                    waves.push((across, down, (f32::from(parts.next()?) / 7.5 - 1.0) * scale));
                }
            }
            Some(Channel { mean, waves })
        };
        Some(Self {
            light: channel(part(head, 0, 63) / 63.0, (x.max(3), y.max(3)), part(head, 18, 31) / 31.0)?,
            yellow: channel(part(head, 6, 63) / 31.5 - 1.0, (3, 3), part(tail, 3, 63) / 63.0 * 1.25)?,
            red: channel(part(head, 12, 63) / 31.5 - 1.0, (3, 3), part(tail, 9, 63) / 63.0 * 1.25)?,
            ratio: x.max(1) as f32 / y.max(1) as f32,
        })
    }
}

/// The seven waves at each pixel of a side.
fn table(pixels: f32) -> Vec<[f32; 7]> {
    let at =
        |pixel: u32| std::array::from_fn(|wave| (PI / pixels * (pixel as f32 + 0.5) * wave as f32).cos());
    (0..pixels as u32).map(at).collect()
}

fn bitmap(width: u32, height: u32, rows: impl Iterator<Item = Vec<[u8; 3]>>) -> Vec<u8> {
    let line = (width * 3).next_multiple_of(4);
    let pixels = line * height;
    let mut file = b"BM".to_vec();
    // Length, nothing, where the pixels begin; 40 bytes about them: sides, one plane of 24 bits, not compressed.
    for value in [HEADER + pixels, 0, HEADER, 40, width, height, 1 | 24 << 16, 0, pixels, 0, 0, 0, 0] {
        file.extend(value.to_le_bytes());
    }
    for row in rows {
        file.extend(row.iter().flatten());
        file.extend((width * 3..line).map(|_| 0));
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    fn photo(thumbhash: Vec<u8>) -> Photo {
        Photo {
            id: crate::MediaId::new(1),
            alt: String::new(),
            width: 4,
            height: 3,
            thumbhash,
            blurhash: None,
        }
    }

    #[test]
    fn what_is_no_thumbhash_or_lets_light_through_has_no_placeholder() {
        for hash in [vec![], vec![1, 2, 3], vec![0, 0, 128, 0, 0, 0], vec![255; 5], vec![7; 6]] {
            assert!(photo(hash).placeholder().is_none());
        }
        for first in 0..=255 {
            let _ = photo((0..40_u8).map(|at| first ^ at.wrapping_mul(37)).collect()).placeholder();
        }
    }
}
