//! How many frames a file holds, found by walking its blocks without decoding any.

use crate::picture::Format;
use crate::wire::Refusal;

/// The number of frames, at least one; refused when there are more than `most`.
pub(crate) fn count(format: Format, bytes: &[u8], most: u32) -> Result<u32, Refusal> {
    let frames = match format {
        Format::Jpeg => Some(1),
        Format::Png => png(bytes),
        Format::Gif => gif(bytes, most),
        Format::WebP => webp(bytes, most),
    };
    // A walk that falls off the end says nothing; the decoder will tell whether the picture is whole.
    match frames.unwrap_or(1).max(1) {
        frames if frames > most => Err(Refusal::TooManyFrames),
        frames => Ok(frames),
    }
}

/// An animated PNG says its count in a chunk before the picture.
fn png(bytes: &[u8]) -> Option<u32> {
    let mut rest = bytes.get(8..)?;
    loop {
        let length = u32::from_be_bytes(*rest.first_chunk::<4>()?) as usize;
        match rest.get(4..8)? {
            b"acTL" => return rest.get(8..)?.first_chunk::<4>().map(|count| u32::from_be_bytes(*count)),
            b"IDAT" | b"IEND" => return Some(1),
            _ => rest = rest.get(length.checked_add(12)?..)?,
        }
    }
}

fn gif(bytes: &[u8], most: u32) -> Option<u32> {
    let mut rest = bytes.get(13..)?;
    rest = rest.get(colours(*bytes.get(10)?)..)?;
    let mut frames = 0;
    while frames <= most {
        let Some((block, after)) = rest.split_first() else { break };
        let blocks = match block {
            0x2c => {
                frames += 1;
                // Place and flags, colours of its own, one byte of code size.
                after.get(9 + colours(*after.get(8).unwrap_or(&0)) + 1..)
            }
            0x21 => after.get(1..),
            _ => break,
        };
        let Some(after) = blocks.and_then(skip_blocks) else { break };
        rest = after;
    }
    Some(frames)
}

/// Bytes of the colour table that these flags announce.
fn colours(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

fn skip_blocks(mut rest: &[u8]) -> Option<&[u8]> {
    loop {
        let (length, after) = rest.split_first()?;
        rest = after.get(usize::from(*length)..)?;
        if *length == 0 {
            return Some(rest);
        }
    }
}

fn webp(bytes: &[u8], most: u32) -> Option<u32> {
    let mut rest = bytes.get(12..)?;
    let mut frames = 0;
    while frames <= most {
        let Some(length) = rest.get(4..).and_then(|size| size.first_chunk::<4>()) else { break };
        let length = u32::from_le_bytes(*length) as usize;
        frames += u32::from(rest.starts_with(b"ANMF"));
        let Some(after) = rest.get(8 + length + length % 2..) else { break };
        rest = after;
    }
    Some(frames)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A GIF of one black dot, `frames` times.
    fn dots(frames: usize) -> Vec<u8> {
        let mut bytes = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff".to_vec();
        for _ in 0..frames {
            bytes.extend(b"\x21\xf9\x04\0\x0a\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0");
        }
        bytes.push(0x3b);
        bytes
    }

    #[test]
    fn frames_of_a_gif_are_counted_and_too_many_refused() {
        assert_eq!(count(Format::Gif, &dots(1), 10), Ok(1));
        assert_eq!(count(Format::Gif, &dots(10), 10), Ok(10));
        assert_eq!(count(Format::Gif, &dots(11), 10), Err(Refusal::TooManyFrames));
    }

    #[test]
    fn a_cut_off_file_counts_as_what_was_seen() {
        let whole = dots(3);
        for end in 0..whole.len() {
            assert!(count(Format::Gif, &whole[..end], 10).is_ok_and(|frames| (1..=3).contains(&frames)));
        }
        assert_eq!(count(Format::Png, b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffabcd", 10), Ok(1));
        assert_eq!(count(Format::WebP, b"RIFF\0\0\0\0WEBPANMF\xff\xff\xff\xff", 10), Ok(1));
    }
}
