//! B9: nothing but pixels leaves the studio.

use std::fs;

use image::codecs::{jpeg::JpegEncoder, png::PngEncoder, webp::WebPEncoder};
use image::{ExtendedColorType, ImageEncoder, RgbImage};
use kith_media::{Processed, SizeName};

use crate::{all_samples, own_samples, sample, studio};

/// Words that stand in Exif, XMP, IPTC and ICC blocks.
const TRACES: &[&[u8]] = &[
    b"Exif",
    b"EXIF",
    b"eXIf",
    b"http://ns.adobe",
    b"GPS",
    b"Photoshop",
    b"8BIM",
    b"ICC_PROFILE",
    b"iCCP",
    b"tEXt",
    b"iTXt",
    b"zTXt",
    b"tIME",
    b"xpacket",
    b"Canon",
    b"NIKON",
    b"Apple",
    b"secret",
];

/// The names of the blocks of a derived file, by walking it from its first byte to its last.
fn blocks(file: &[u8]) -> Vec<String> {
    if file.starts_with(b"\x89PNG") {
        let mut at = 8;
        let mut names = Vec::new();
        while at < file.len() {
            let length = u32::from_be_bytes(file[at..at + 4].try_into().unwrap()) as usize;
            names.push(String::from_utf8_lossy(&file[at + 4..at + 8]).into_owned());
            at += 12 + length;
        }
        assert_eq!(at, file.len(), "bytes behind the end");
        return names;
    }
    let mut at = 2;
    let mut names = Vec::new();
    loop {
        assert_eq!(file[at], 0xff);
        names.push(format!("{:02X}", file[at + 1]));
        at += 2 + usize::from(u16::from_be_bytes([file[at + 2], file[at + 3]]));
        if names.last().is_some_and(|name| name == "DA") {
            break;
        }
    }
    assert!(file.ends_with(&[0xff, 0xd9]));
    let after = file[at..file.len() - 2].windows(2).filter(|pair| pair[0] == 0xff && pair[1] != 0);
    assert_eq!(after.count(), 0, "blocks behind the picture");
    names
}

/// Fails if a derived file holds anything but pixels and what is needed to read them.
pub fn assert_bare(processed: &Processed, whence: &str) {
    assert_eq!(processed.sizes.len(), SizeName::ALL.len());
    for size in &processed.sizes {
        for name in blocks(&size.bytes) {
            // JFIF, tables, frame, Huffman tables, restart interval, scan; and the three of a PNG.
            let bare = ["E0", "DB", "C0", "C4", "DD", "DA", "IHDR", "IDAT", "IEND"].contains(&name.as_str());
            assert!(bare, "{whence} {:?}: block {name}", size.name);
        }
        for trace in TRACES.iter().filter(|trace| trace.len() > 4) {
            let found = size.bytes.windows(trace.len()).any(|window| window == *trace);
            assert!(!found, "{whence} {:?}: {}", size.name, String::from_utf8_lossy(trace));
        }
        // Four letters may stand in compressed pixels by chance; in front of the pixels they may not.
        let head = &size.bytes[..size.bytes.len().min(600)];
        for trace in TRACES {
            assert!(!head.windows(trace.len()).any(|window| window == *trace), "{whence} {:?}", size.name);
        }
        let again = image::load_from_memory(&size.bytes).unwrap();
        assert_eq!((again.width(), again.height()), (size.width, size.height), "{whence}");
    }
}

#[tokio::test]
async fn b9_no_metadata_of_any_sample_survives() {
    if sample("media").is_none() {
        return;
    }
    let studio = studio();
    let mut taken = 0;
    for path in all_samples("orientation", &["media/exif-samples", "media/perkeep"]) {
        let Ok(processed) = studio.process(fs::read(&path).unwrap()).await else { continue };
        assert_bare(&processed, &path.display().to_string());
        taken += 1;
    }
    assert!(taken >= 43, "only {taken} were taken");
}

#[tokio::test]
async fn b9_place_and_maker_are_gone_from_our_own_samples() {
    let studio = studio();
    for path in own_samples("place").into_iter().chain(own_samples("orientation")) {
        let upload = fs::read(&path).unwrap();
        assert!(
            upload.windows(6).any(|window| window == b"secret"),
            "{}: no trace to begin with",
            path.display()
        );
        let processed = studio.process(upload).await.unwrap();
        assert_bare(&processed, &path.display().to_string());
        let turned = path.parent().is_some_and(|folder| folder.ends_with("place"));
        let size = if turned { (32, 48) } else { (48, 32) };
        assert_eq!((processed.width, processed.height), size, "{}", path.display());
    }
}

/// A TIFF block that says "turn by a quarter" and carries a place behind it.
fn exif() -> Vec<u8> {
    let mut block = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
    block.extend(b"GPSLatitude secret 48.2082");
    block
}

#[tokio::test]
async fn b9_metadata_of_every_format_is_dropped_but_its_orientation_obeyed() {
    let picture =
        RgbImage::from_fn(90, 60, |x, y| image::Rgb([if x < 45 { 250 } else { 10 }, (y * 4) as u8, 60]));
    let (raw, colour) = (picture.as_raw(), ExtendedColorType::Rgb8);
    let write = |encoder: &mut dyn FnMut(&mut Vec<u8>)| {
        let mut file = Vec::new();
        encoder(&mut file);
        assert!(file.windows(6).any(|window| window == b"secret"), "the test file holds no metadata");
        file
    };
    let uploads = [
        write(&mut |file| {
            let mut encoder = JpegEncoder::new(file);
            encoder.set_exif_metadata(exif()).unwrap();
            encoder.set_icc_profile(b"secret profile".to_vec()).unwrap();
            encoder.write_image(raw, 90, 60, colour).unwrap();
        }),
        write(&mut |file| {
            let mut encoder = PngEncoder::new(file);
            encoder.set_exif_metadata(exif()).unwrap();
            encoder.write_image(raw, 90, 60, colour).unwrap();
        }),
        write(&mut |file| {
            let mut encoder = WebPEncoder::new_lossless(file);
            encoder.set_exif_metadata(exif()).unwrap();
            encoder.set_icc_profile(b"secret profile".to_vec()).unwrap();
            encoder.write_image(raw, 90, 60, colour).unwrap();
        }),
    ];
    for upload in uploads {
        let processed = studio().process(upload).await.unwrap();
        assert_bare(&processed, "made");
        assert_eq!((processed.width, processed.height), (60, 90), "{:?}", processed.format);
        let full = image::load_from_memory(&processed.sizes[0].bytes).unwrap().to_rgb8();
        // What was on the left is on top after a quarter turn.
        assert!(
            full.get_pixel(30, 10).0[0] > 200 && full.get_pixel(30, 80).0[0] < 60,
            "{:?}",
            processed.format
        );
    }
}

#[tokio::test]
async fn b9_a_second_file_behind_the_picture_is_dropped() {
    let mut upload = Vec::new();
    let picture = RgbImage::from_pixel(64, 64, image::Rgb([200, 30, 30]));
    JpegEncoder::new(&mut upload).encode_image(&picture).unwrap();
    upload.extend(b"<script>secret</script>PK\x03\x04Photoshop");
    let processed = studio().process(upload).await.unwrap();
    assert_bare(&processed, "with a tail");
}
