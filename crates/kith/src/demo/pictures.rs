//! Pictures for when no folder of photos is given: landscapes and faces, drawn by numbers and written as PNG.

use std::io::Write;

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};
use rand::Rng;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

type Colour = [f32; 3];

/// Sky above, sky below, sun, hills from far to near.
const PALETTES: [[Colour; 5]; 6] = [
    [[0.36, 0.56, 0.78], [0.95, 0.86, 0.72], [1.0, 0.95, 0.8], [0.55, 0.62, 0.6], [0.2, 0.36, 0.3]],
    [[0.25, 0.22, 0.42], [0.96, 0.56, 0.4], [1.0, 0.84, 0.55], [0.5, 0.34, 0.42], [0.18, 0.14, 0.24]],
    [[0.52, 0.72, 0.82], [0.9, 0.95, 0.94], [1.0, 1.0, 0.9], [0.6, 0.74, 0.62], [0.3, 0.5, 0.3]],
    [[0.08, 0.12, 0.26], [0.3, 0.36, 0.55], [0.92, 0.93, 0.86], [0.2, 0.25, 0.4], [0.06, 0.09, 0.16]],
    [[0.8, 0.7, 0.62], [0.98, 0.9, 0.78], [1.0, 0.72, 0.45], [0.78, 0.56, 0.42], [0.45, 0.26, 0.2]],
    [[0.45, 0.66, 0.7], [0.98, 0.92, 0.8], [1.0, 0.98, 0.9], [0.45, 0.62, 0.64], [0.14, 0.33, 0.38]],
];

/// A landscape.
pub fn scene(rng: &mut ChaCha8Rng) -> Vec<u8> {
    let (width, height) =
        *[(1200_u32, 800_u32), (1080, 1080), (900, 1200)].choose(rng).unwrap_or(&(1200, 800));
    let [above, below, sun, far, near] = palette(rng);
    let (sun_x, sun_y): (f32, f32) = (rng.random_range(0.15..0.85), rng.random_range(0.18..0.5));
    let radius = rng.random_range(0.04..0.1_f32);
    let waves: Vec<[f32; 4]> = (0..4)
        .map(|_| {
            [
                rng.random_range(0.0..6.3_f32),
                rng.random_range(2.0..5.0),
                rng.random_range(6.0..13.0),
                rng.random_range(0.02..0.07),
            ]
        })
        .collect();
    draw(width, height, |x, y| {
        let mut colour = mix(above, below, (y * 1.5).min(1.0));
        let away = ((x - sun_x).powi(2) + ((y - sun_y) * height as f32 / width as f32).powi(2)).sqrt();
        colour = mix(sun, colour, ((away - radius) * 90.0).clamp(0.0, 1.0));
        colour = mix(mix(colour, sun, 0.35), colour, (away * 2.2).clamp(0.0, 1.0));
        for (layer, [phase, slow, fast, lift]) in waves.iter().enumerate() {
            let part = layer as f32 / 3.0;
            let edge = 0.5
                + part * 0.16
                + (x * slow + phase).sin() * lift
                + (x * fast + phase * 2.0).sin() * lift * 0.35;
            if y > edge {
                colour = mix(mix(far, near, part), near, ((y - edge) * 0.9).min(0.6));
            }
        }
        colour
    })
}

/// A face: head and shoulders before a plain wall.
pub fn face(rng: &mut ChaCha8Rng) -> Vec<u8> {
    let [above, below, light, far, near] = palette(rng);
    let skin = *[[0.98, 0.84, 0.72], [0.87, 0.67, 0.5], [0.66, 0.46, 0.32], [0.42, 0.28, 0.2]]
        .choose(rng)
        .unwrap_or(&[0.87, 0.67, 0.5]);
    let (tilt, long): (f32, f32) = (rng.random_range(-0.05..0.05), rng.random_range(0.0..0.25));
    draw(400, 400, |x, y| {
        let mut colour = mix(mix(above, light, 0.4), below, y);
        let within =
            |cx: f32, cy: f32, rx: f32, ry: f32| ((x - cx) / rx).powi(2) + ((y - cy) / ry).powi(2) < 1.0;
        let centre = 0.5 + tilt;
        if within(centre, 0.40 + long * 0.4, 0.245, 0.26 + long) {
            colour = near;
        }
        if within(0.5, 1.06, 0.40, 0.36) {
            colour = far;
        }
        if within(0.5, 0.66, 0.09, 0.16) || within(centre, 0.44, 0.185, 0.225) {
            colour = skin;
        }
        if within(centre, 0.27, 0.2, 0.1) {
            colour = near;
        }
        if within(centre - 0.07, 0.44, 0.017, 0.022) || within(centre + 0.07, 0.44, 0.017, 0.022) {
            colour = [0.12, 0.1, 0.1];
        }
        if within(centre, 0.545, 0.06, 0.022) && y > 0.545 {
            colour = mix(skin, [0.6, 0.1, 0.1], 0.55);
        }
        colour
    })
}

fn palette(rng: &mut ChaCha8Rng) -> [Colour; 5] {
    let [first, ..] = PALETTES;
    *PALETTES.choose(rng).unwrap_or(&first)
}

fn mix(a: Colour, b: Colour, part: f32) -> Colour {
    let [ar, ag, ab] = a;
    let [br, bg, bb] = b;
    [ar + (br - ar) * part, ag + (bg - ag) * part, ab + (bb - ab) * part]
}

/// A PNG of what `paint` says for each place, both coordinates between 0 and 1.
fn draw(width: u32, height: u32, paint: impl Fn(f32, f32) -> Colour) -> Vec<u8> {
    let mut rows = Vec::with_capacity((width as usize * 3 + 1) * height as usize);
    for y in 0..height {
        rows.push(0);
        for x in 0..width {
            let colour = paint(x as f32 / width as f32, y as f32 / height as f32);
            rows.extend(colour.map(|part| (part.clamp(0.0, 1.0) * 255.0) as u8));
        }
    }
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    // Writing into memory does not fail; an empty picture would be refused and left out.
    let packed = packed.write_all(&rows).and_then(|()| packed.finish()).unwrap_or_default();
    let mut header = Vec::new();
    header.extend_from_slice(&width.to_be_bytes());
    header.extend_from_slice(&height.to_be_bytes());
    header.extend_from_slice(&[8, 2, 0, 0, 0]);
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut png, b"IHDR", &header);
    chunk(&mut png, b"IDAT", &packed);
    chunk(&mut png, b"IEND", &[]);
    png
}

fn chunk(png: &mut Vec<u8>, kind: &[u8; 4], bytes: &[u8]) {
    let mut check = Crc::new();
    check.update(kind);
    check.update(bytes);
    png.extend_from_slice(&u32::try_from(bytes.len()).unwrap_or(0).to_be_bytes());
    png.extend_from_slice(kind);
    png.extend_from_slice(bytes);
    png.extend_from_slice(&check.sum().to_be_bytes());
}
