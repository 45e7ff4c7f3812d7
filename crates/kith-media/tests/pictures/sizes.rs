//! Which files come out, how large, and how encoded.

use std::fs;

use image::codecs::png::PngEncoder;
use image::{ImageEncoder, Rgb, RgbImage, Rgba, RgbaImage};
use kith_media::{Crop, Format, Problem, Processed, SizeName};

use crate::{own, sample, studio};

fn png(picture: &RgbImage) -> Vec<u8> {
    let mut file = Vec::new();
    PngEncoder::new(&mut file)
        .write_image(picture.as_raw(), picture.width(), picture.height(), image::ExtendedColorType::Rgb8)
        .unwrap();
    file
}

fn measures(processed: &Processed) -> Vec<(u32, u32)> {
    processed.sizes.iter().map(|size| (size.width, size.height)).collect()
}

/// A picture that JPEG likes better than PNG does.
fn photo(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let wave = ((f64::from(x) / 37.0).sin() + (f64::from(y) / 23.0).cos()) * 60.0 + 128.0;
        let noise = (x.wrapping_mul(2_654_435_761).wrapping_add(y.wrapping_mul(40_503)) >> 13) % 23;
        Rgb([wave as u8, (wave / 2.0) as u8 + noise as u8, noise as u8 * 3])
    })
}

#[tokio::test]
async fn a_large_photo_is_made_in_every_size() {
    let processed = studio().process(png(&photo(3000, 1500))).await.unwrap();
    assert_eq!((processed.width, processed.height), (3000, 1500));
    assert_eq!(measures(&processed), [(2048, 1024), (1080, 540), (480, 240), (160, 160)]);
    assert!(processed.sizes.iter().all(|size| size.content_type == "image/jpeg"));
    assert_eq!(processed.sizes.iter().map(|size| size.name).collect::<Vec<_>>(), SizeName::ALL);
    assert!(processed.thumbhash.len() > 10 && !processed.animated && processed.pdq_quality > 0);
}

#[tokio::test]
async fn small_and_narrow_pictures_are_not_blown_up() {
    let studio = studio();
    assert_eq!(
        measures(&studio.process(png(&photo(30, 20))).await.unwrap()),
        [(30, 20), (30, 20), (30, 20), (160, 160)]
    );
    assert_eq!(
        measures(&studio.process(png(&photo(9000, 1))).await.unwrap()),
        [(2048, 1), (1080, 1), (480, 1), (160, 160)]
    );
}

#[tokio::test]
async fn what_is_transparent_stays_so_and_drawings_stay_sharp() {
    let mut disc = RgbaImage::from_pixel(300, 300, Rgba([0, 0, 0, 0]));
    for (x, y, pixel) in disc.enumerate_pixels_mut() {
        if x.abs_diff(150).pow(2) + y.abs_diff(150).pow(2) < 10_000 {
            *pixel = Rgba([200, 0, 0, 255]);
        }
    }
    let mut file = Vec::new();
    PngEncoder::new(&mut file).write_image(disc.as_raw(), 300, 300, image::ExtendedColorType::Rgba8).unwrap();
    let processed = studio().process(file).await.unwrap();
    for size in &processed.sizes {
        assert_eq!(size.content_type, "image/png");
        let again = image::load_from_memory(&size.bytes).unwrap().to_rgba8();
        assert_eq!(again.get_pixel(0, 0).0[3], 0);
        assert_eq!(again.get_pixel(size.width / 2, size.height / 2).0, [200, 0, 0, 255]);
    }
    let drawing = RgbImage::from_fn(400, 300, |x, _| if x % 40 < 20 { Rgb([0; 3]) } else { Rgb([255; 3]) });
    assert_eq!(studio().process(png(&drawing)).await.unwrap().sizes[0].content_type, "image/png");
}

#[tokio::test]
async fn a_crop_is_cut_out_of_the_upright_picture() {
    let halves =
        RgbImage::from_fn(400, 200, |x, _| if x < 200 { Rgb([250, 0, 0]) } else { Rgb([0, 0, 250]) });
    let right = Crop { x: 0.5, y: 0.0, w: 0.5, h: 1.0 };
    let processed = studio().crop(png(&halves), right).await.unwrap();
    assert_eq!((processed.width, processed.height), (200, 200));
    let full = image::load_from_memory(&processed.sizes[0].bytes).unwrap().to_rgb8();
    assert!(full.get_pixel(100, 100).0[2] > 230 && full.get_pixel(100, 100).0[0] < 20);
    for bad in [
        Crop { x: 0.5, w: 0.6, ..right },
        Crop { x: f32::NAN, ..right },
        Crop { x: -0.1, ..right },
        Crop { w: 0.0, ..right },
    ] {
        assert!(matches!(studio().crop(png(&halves), bad).await, Err(Problem::Internal(_))), "{bad:?}");
    }
}

#[tokio::test]
async fn animations_are_marked_and_shown_still() {
    let moving = studio().process_file(&own("moving.gif")).await.unwrap();
    assert_eq!((moving.format, moving.animated), (Format::Gif, true));
    let Some(folder) = sample("media/image-rs") else { return };
    for (name, format, animated) in [
        ("gif__anim__any-disposal.gif", Format::Gif, true),
        ("png__apng__ball.png", Format::Png, true),
        ("webp__extended_images__anim.webp", Format::WebP, true),
        ("webp__extended_images__lossy_alpha.webp", Format::WebP, false),
        ("jpg__progressive__cat.jpg", Format::Jpeg, false),
        ("png__16bpc__basn6a16.png", Format::Png, false),
    ] {
        let processed = studio().process(fs::read(folder.join(name)).unwrap()).await.unwrap();
        assert_eq!((processed.format, processed.animated), (format, animated), "{name}");
    }
}

#[tokio::test]
async fn equal_bytes_have_equal_digests() {
    let file = png(&photo(50, 50));
    let processed = studio().process(file.clone()).await.unwrap();
    let outside = kith_media::worker::process_unfenced(file, None, studio().limits()).unwrap();
    assert_eq!(processed, outside);
}
