//! What a file is, by its first bytes. Names and declared types are never asked.

use crate::picture::Format;

/// What the first bytes say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A format that is taken.
    Picture(Format),
    /// A format that is known and not taken, by name.
    Refused(&'static str),
    /// Nothing that looks like a picture, sound or film.
    Unknown,
}

/// Says what `bytes` (the beginning of a file suffices) are.
pub fn sniff(bytes: &[u8]) -> Kind {
    if let Some(format) = accepted(bytes) {
        return Kind::Picture(format);
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return Kind::Refused(by_brand(bytes));
    }
    if bytes.starts_with(b"RIFF") {
        return Kind::Refused(match bytes.get(8..12) {
            Some(b"WAVE") => "WAV",
            Some(b"AVI ") => "AVI",
            _ => "RIFF",
        });
    }
    if let Some((_, name)) = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Kind::Refused(name);
    }
    by_text(bytes).map_or(Kind::Unknown, Kind::Refused)
}

fn accepted(bytes: &[u8]) -> Option<Format> {
    if bytes.starts_with(b"\xff\xd8\xff") {
        Some(Format::Jpeg)
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some(Format::Png)
    } else if bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a") {
        Some(Format::Gif)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        Some(Format::WebP)
    } else {
        None
    }
}

const SIGNATURES: &[(&[u8], &str)] = &[
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"II+\0", "TIFF"),
    (b"MM\0+", "TIFF"),
    (b"BM", "BMP"),
    (b"\0\0\x01\0", "ICO"),
    (b"\0\0\x02\0", "CUR"),
    (b"%PDF", "PDF"),
    (b"%!PS", "PostScript"),
    (b"\xc5\xd0\xd3\xc6", "PostScript"),
    (b"8BPS", "PSD"),
    (b"\0\0\0\x0cJXL \r\n\x87\n", "JPEG XL"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000"),
    (b"\xff\x4f\xff\x51", "JPEG 2000"),
    (b"\x76\x2f\x31\x01", "OpenEXR"),
    (b"#?RADIANCE", "HDR"),
    (b"#?RGBE", "HDR"),
    (b"qoif", "QOI"),
    (b"farbfeld", "farbfeld"),
    (b"DDS ", "DDS"),
    (b"\x1aE\xdf\xa3", "WebM"),
    (b"OggS", "Ogg"),
    (b"fLaC", "FLAC"),
    (b"ID3", "MP3"),
    (b"\x8aMNG", "MNG"),
    (b"PK\x03\x04", "ZIP"),
    (b"\x1f\x8b", "gzip"),
    (b"push graphic-context", "MVG"),
    (b"viewbox ", "MVG"),
];

/// The brands of ISO base media files: the major one first, then the compatible ones.
fn by_brand(bytes: &[u8]) -> &'static str {
    let declared =
        bytes.get(0..4).and_then(|size| <[u8; 4]>::try_from(size).ok()).map_or(0, u32::from_be_bytes);
    let end = bytes.len().min(declared.clamp(12, 256) as usize);
    let brands = bytes.get(8..end).unwrap_or_default().chunks_exact(4);
    for brand in brands {
        match brand {
            b"avif" | b"avis" => return "AVIF",
            b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" => return "HEIC",
            b"crx " => return "CR3",
            b"M4A " | b"M4B " => return "M4A",
            b"qt  " => return "QuickTime",
            _ => {}
        }
    }
    match bytes.get(8..12) {
        Some(b"mif1" | b"msf1") => "HEIF",
        _ => "MP4",
    }
}

/// Text formats, looked for behind a byte order mark and white space.
fn by_text(bytes: &[u8]) -> Option<&'static str> {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start().to_ascii_lowercase();
    let holds = |needle: &[u8]| head.windows(needle.len()).any(|window| window == needle);
    if head.starts_with(b"<") {
        if holds(b"<svg") {
            return Some("SVG");
        }
        if head.starts_with(b"<!doctype html") || holds(b"<html") || holds(b"<script") {
            return Some("HTML");
        }
        if holds(b"<image") && holds(b"<read") {
            return Some("MSL");
        }
        if head.starts_with(b"<?xml") || head.starts_with(b"<!doctype") {
            return Some("XML");
        }
    }
    if head.starts_with(b"{") && holds(b"\"@context\"") {
        return Some("JSON");
    }
    None
}
