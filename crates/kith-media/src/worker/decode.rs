//! From bytes to an upright picture of at most the largest size, within the limits.

use std::io::Cursor;

use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader};

use crate::picture::{Crop, Format, SizeName};
use crate::wire::{Refusal, Request};

/// A decoded picture, upright, in 8 bits, no larger than [`SizeName::Full`].
pub(crate) struct Upright {
    /// Either `ImageRgb8` or `ImageRgba8`.
    pub picture: DynamicImage,
    /// Width and height before it was made smaller.
    pub original: (u32, u32),
}

impl Upright {
    /// A copy whose longer side is at most `side`.
    pub fn within(&self, side: u32) -> Result<DynamicImage, Refusal> {
        let (width, height) = fit(self.picture.width(), self.picture.height(), side);
        resize(&self.picture, width, height, Cut::Whole)
    }
}

/// Which part of a picture is resized.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cut {
    Whole,
    /// As much around the centre as has the shape of the result.
    Centre,
    /// Left, top, width, height in pixels.
    Part(u32, u32, u32, u32),
}

/// Decodes, crops, makes small, turns upright.
pub(crate) fn upright(upload: Vec<u8>, request: &Request) -> Result<Upright, Refusal> {
    let (mut picture, orientation) = decode(upload, request)?;
    let side = SizeName::Full.max_side();
    let Some(crop) = request.crop else {
        let (width, height) = (picture.width(), picture.height());
        let original = if is_sideways(orientation) { (height, width) } else { (width, height) };
        let (to_width, to_height) = fit(width, height, side);
        if (to_width, to_height) != (width, height) {
            picture = resize(&picture, to_width, to_height, Cut::Whole)?;
        }
        // Turning the small picture costs far less memory than turning the large one.
        let mut small = eight_bits(picture);
        small.apply_orientation(orientation);
        return Ok(Upright { picture: small, original });
    };
    // The numbers are of the upright picture, so it is turned at its full size first.
    picture.apply_orientation(orientation);
    let (left, top, width, height) = pixels(crop, picture.width(), picture.height())?;
    let (to_width, to_height) = fit(width, height, side);
    let small = resize(&picture, to_width, to_height, Cut::Part(left, top, width, height))?;
    Ok(Upright { picture: eight_bits(small), original: (width, height) })
}

fn decode(upload: Vec<u8>, request: &Request) -> Result<(DynamicImage, Orientation), Refusal> {
    let limits = &request.limits;
    let mut bounds = image::Limits::no_limits();
    bounds.max_image_width = Some(limits.max_side);
    bounds.max_image_height = Some(limits.max_side);
    bounds.max_alloc = Some(limits.worker_memory);
    let mut reader = ImageReader::with_format(Cursor::new(upload), known(request.format));
    reader.limits(bounds);
    let mut decoder = reader.into_decoder().map_err(|error| refusal(&error))?;
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 {
        return Err(Refusal::Damaged);
    }
    // Resizing what is transparent takes a second copy.
    let copies = if decoder.color_type().has_alpha() { 2 } else { 1 };
    if u64::from(width) * u64::from(height) > limits.max_pixels
        || width.max(height) > limits.max_side
        || decoder.total_bytes().saturating_mul(copies) > limits.worker_memory
    {
        return Err(Refusal::TooManyPixels);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(|error| refusal(&error))?;
    Ok((picture, orientation))
}

fn known(format: Format) -> ImageFormat {
    match format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::Png => ImageFormat::Png,
        Format::Gif => ImageFormat::Gif,
        Format::WebP => ImageFormat::WebP,
    }
}

fn refusal(error: &ImageError) -> Refusal {
    match error {
        ImageError::Limits(_) => Refusal::TooManyPixels,
        _ => Refusal::Damaged,
    }
}

fn is_sideways(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}

/// Width and height that fit into a square of `side`, never larger than they were and never nothing.
pub(crate) fn fit(width: u32, height: u32, side: u32) -> (u32, u32) {
    let longer = width.max(height);
    if longer <= side {
        return (width.max(1), height.max(1));
    }
    let scaled = |length: u32| {
        let exact = (u64::from(length) * u64::from(side) + u64::from(longer) / 2) / u64::from(longer);
        u32::try_from(exact).unwrap_or(side).max(1)
    };
    (scaled(width), scaled(height))
}

/// The crop in whole pixels: left, top, width, height.
fn pixels(crop: Crop, width: u32, height: u32) -> Result<(u32, u32, u32, u32), Refusal> {
    let one = |start: f32, length: f32, side: u32| {
        let inside = start.is_finite()
            && length.is_finite()
            && start >= 0.0
            && length > 0.0
            && start + length <= 1.001;
        let side_f = f64::from(side);
        let from = ((f64::from(start) * side_f).round() as u32).min(side.saturating_sub(1));
        let length = ((f64::from(length) * side_f).round() as u32).clamp(1, side.saturating_sub(from).max(1));
        inside.then_some((from, length))
    };
    let (left, width) = one(crop.x, crop.w, width).ok_or(Refusal::BadCrop)?;
    let (top, height) = one(crop.y, crop.h, height).ok_or(Refusal::BadCrop)?;
    Ok((left, top, width, height))
}

/// Resizes a part of a picture in the picture's own depth.
pub(crate) fn resize(
    picture: &DynamicImage,
    width: u32,
    height: u32,
    cut: Cut,
) -> Result<DynamicImage, Refusal> {
    if cut == Cut::Whole && (width, height) == (picture.width(), picture.height()) {
        return Ok(picture.clone());
    }
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
    let options = match cut {
        Cut::Whole => options,
        Cut::Centre => options.fit_into_destination(Some((0.5, 0.5))),
        Cut::Part(left, top, width, height) => {
            options.crop(left.into(), top.into(), width.into(), height.into())
        }
    };
    let mut small = DynamicImage::new(width, height, picture.color());
    Resizer::new().resize(picture, &mut small, &options).map_err(|_| Refusal::Damaged)?;
    Ok(small)
}

/// Reduces any depth and colour to 8-bit RGB, or RGBA where something is transparent.
fn eight_bits(picture: DynamicImage) -> DynamicImage {
    if !picture.color().has_alpha() {
        return DynamicImage::ImageRgb8(picture.into_rgb8());
    }
    let picture = picture.into_rgba8();
    if picture.pixels().all(|pixel| pixel.0.last() == Some(&255)) {
        return DynamicImage::ImageRgb8(DynamicImage::ImageRgba8(picture).into_rgb8());
    }
    DynamicImage::ImageRgba8(picture)
}
