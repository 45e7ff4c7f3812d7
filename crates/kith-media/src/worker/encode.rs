//! From an upright picture to the derived files. Encoders are given pixels only, so nothing else can get out.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ExtendedColorType, ImageEncoder, RgbImage};

use super::decode::{Cut, Upright, fit, resize};
use crate::picture::{Encoding, Format, SizeName};
use crate::wire::{Part, Refusal};

const JPEG_QUALITY: u8 = 82;
/// A transparent picture that needs more bytes than this loses its transparency: it is a photo cut out by hand,
/// and as PNG it would cost every reader ten times what it should.
const MAX_TRANSPARENT_BYTES: usize = 2 * 1024 * 1024;

/// Makes every size, largest first; `upright` becomes smaller on the way.
pub(crate) fn sizes(upright: &mut Upright, format: Format) -> Result<(Vec<Part>, Vec<Vec<u8>>), Refusal> {
    let mut parts = Vec::new();
    let mut files = Vec::new();
    for name in SizeName::ALL {
        let square;
        let picture = if name == SizeName::Square {
            let side = name.max_side();
            square = resize(&upright.picture, side, side, Cut::Centre)?;
            &square
        } else {
            let (width, height) = fit(upright.picture.width(), upright.picture.height(), name.max_side());
            if (width, height) != (upright.picture.width(), upright.picture.height()) {
                upright.picture = resize(&upright.picture, width, height, Cut::Whole)?;
            }
            &upright.picture
        };
        let (encoding, bytes) = encode(picture, format)?;
        parts.push(Part {
            name,
            width: picture.width(),
            height: picture.height(),
            encoding,
            length: bytes.len(),
        });
        files.push(bytes);
    }
    Ok((parts, files))
}

/// Photos become JPEG; what is transparent, or drawn and smaller that way, becomes PNG.
fn encode(picture: &DynamicImage, format: Format) -> Result<(Encoding, Vec<u8>), Refusal> {
    if picture.color().has_alpha() {
        let file = png(picture)?;
        if file.len() <= MAX_TRANSPARENT_BYTES {
            return Ok((Encoding::Png, file));
        }
    }
    let photo = jpeg(&over_white(picture))?;
    if matches!(format, Format::Png | Format::Gif) && !picture.color().has_alpha() {
        let drawing = png(picture)?;
        if drawing.len() <= photo.len() {
            return Ok((Encoding::Png, drawing));
        }
    }
    Ok((Encoding::Jpeg, photo))
}

fn jpeg(picture: &RgbImage) -> Result<Vec<u8>, Refusal> {
    let mut file = Vec::new();
    JpegEncoder::new_with_quality(&mut file, JPEG_QUALITY)
        .write_image(picture.as_raw(), picture.width(), picture.height(), ExtendedColorType::Rgb8)
        .map_err(|_| Refusal::Encoding)?;
    Ok(file)
}

fn png(picture: &DynamicImage) -> Result<Vec<u8>, Refusal> {
    let mut file = Vec::new();
    PngEncoder::new_with_quality(&mut file, CompressionType::Default, FilterType::Adaptive)
        .write_image(picture.as_bytes(), picture.width(), picture.height(), picture.color().into())
        .map_err(|_| Refusal::Encoding)?;
    Ok(file)
}

/// The picture on a white page.
pub(crate) fn over_white(picture: &DynamicImage) -> RgbImage {
    let DynamicImage::ImageRgba8(transparent) = picture else { return picture.to_rgb8() };
    let mut flat = RgbImage::new(transparent.width(), transparent.height());
    for (to, from) in flat.pixels_mut().zip(transparent.pixels()) {
        let [red, green, blue, alpha] = from.0.map(u16::from);
        let mix = |value: u16| ((value * alpha + 255 * (255 - alpha) + 127) / 255).min(255) as u8;
        to.0 = [mix(red), mix(green), mix(blue)];
    }
    flat
}

/// The placeholder that apps know, of a picture that is small already.
pub(crate) fn blurred(small: &DynamicImage) -> Result<String, Refusal> {
    let (width, height) = (small.width(), small.height());
    let (across, down) = if width >= height { (4, 3) } else { (3, 4) };
    let flat = DynamicImage::ImageRgb8(over_white(small)).to_rgba8();
    blurhash::encode(across, down, width, height, flat.as_raw()).map_err(|_| Refusal::Encoding)
}

/// The blurred placeholder of a picture of at most 100 pixels a side.
pub(crate) fn placeholder(small: &DynamicImage) -> Vec<u8> {
    let small = small.to_rgba8();
    thumbhash::rgba_to_thumb_hash(small.width() as usize, small.height() as usize, small.as_raw())
}
