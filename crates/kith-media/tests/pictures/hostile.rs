//! Files made to hurt: other formats under false colours, bombs, mutations.

use std::fs;
use std::io::Write;
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use kith_media::{Limits, Problem, Processed, SizeName};

use crate::{all_samples, files, metadata::assert_bare, own_samples, sample, studio, studio_with};

/// Most memory this process ever held, in bytes.
fn peak_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() * 1024
}

#[tokio::test]
async fn b1_delegate_formats_are_named_and_refused_whatever_they_are_called() {
    let studio = studio();
    for (name, content) in [
        ("MVG", b"push graphic-context\nviewbox 0 0 640 480\nimage over 0,0 0,0 'https://e/x.png'".as_slice()),
        ("MVG", b"viewbox 0 0 1 1 fill 'url(https://e|id)'"),
        ("MSL", b"<?xml version=\"1.0\"?><image><read filename=\"/etc/passwd\"/><write filename=\"/x.php\"/></image>"),
        ("SVG", b"\xef\xbb\xbf  <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("PostScript", b"%!PS\n(/etc/passwd) (r) file"),
        ("PDF", b"%PDF-1.7\n"),
        ("TIFF", b"II*\0\x08\0\0\0"),
        ("BMP", b"BM\x36\0\0\0"),
        ("ICO", b"\0\0\x01\0\x01\0"),
        ("HEIC", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
        ("HEIC", b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic"),
        ("AVIF", b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf"),
        ("MP4", b"\0\0\0\x18ftypisom\0\0\0\0isom"),
        ("HTML", b"<!DOCTYPE html><script>alert(1)</script>"),
        ("JSON", b"{\"@context\":\"https://www.w3.org/ns/activitystreams\",\"type\":\"Person\"}"),
        ("ZIP", b"PK\x03\x04aaaa"),
    ] {
        assert_eq!(studio.process(content.to_vec()).await, Err(Problem::UnsupportedFormat(name)), "{name}");
    }
    for nothing in [b"caption:@/etc/passwd".as_slice(), b"| id", b"x", b"\0\0\0\0\0\0\0\0\0\0\0\0", b"RIF"] {
        assert_eq!(studio.process(nothing.to_vec()).await, Err(Problem::NotAPicture));
    }
    assert_eq!(studio.process(Vec::new()).await, Err(Problem::Empty));
}

#[tokio::test]
async fn b6_samples_with_script_are_refused() {
    for path in all_samples("disguised", &["media/hostile-made"]) {
        let outcome = studio().process(fs::read(&path).unwrap()).await;
        assert!(matches!(outcome, Err(Problem::UnsupportedFormat(_))), "{}: {outcome:?}", path.display());
    }
}

#[tokio::test]
async fn b6_a_page_hidden_in_a_picture_does_not_come_out() {
    let mut upload =
        b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff\x21\xfe\x19<script>alert(1)</script>\0".to_vec();
    upload.extend(b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0\x3b<script>alert(2)</script>");
    let processed = studio().process(upload).await.unwrap();
    assert_bare(&processed, "picture and page");
    for size in processed.sizes {
        assert!(!size.bytes.windows(6).any(|window| window == b"script"));
    }
}

/// One PNG chunk.
fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let mut sum = flate2::Crc::new();
    sum.update(name);
    sum.update(content);
    let length = u32::try_from(content.len()).unwrap();
    [&length.to_be_bytes()[..], name, content, &sum.sum().to_be_bytes()[..]].concat()
}

fn png(width: u32, height: u32, between: &[u8], pixels: &[u8]) -> Vec<u8> {
    let mut header = [width.to_be_bytes(), height.to_be_bytes()].concat();
    header.extend([8, 2, 0, 0, 0]);
    [
        b"\x89PNG\r\n\x1a\n",
        &chunk(b"IHDR", &header)[..],
        between,
        &chunk(b"IDAT", pixels),
        &chunk(b"IEND", b""),
    ]
    .concat()
}

/// Nothing, very often, very small.
fn squeezed_zeros(length: usize) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    for _ in 0..length / 1_000_000 {
        encoder.write_all(&[0; 1_000_000]).unwrap();
    }
    encoder.finish().unwrap()
}

fn gif_of_dots(frames: usize) -> Vec<u8> {
    let mut bytes = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff".to_vec();
    for _ in 0..frames {
        bytes.extend(b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0");
    }
    bytes.push(0x3b);
    bytes
}

#[tokio::test]
async fn b5_bombs_are_refused_by_their_headers_in_little_memory_and_time() {
    let zeros = squeezed_zeros(200_000_000);
    let mut jpeg = Vec::new();
    image::codecs::jpeg::JpegEncoder::new(&mut jpeg).encode_image(&image::RgbImage::new(16, 16)).unwrap();
    let frame = jpeg.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0xff, 0xdc, 0xff, 0xdc]);
    let mut gif = gif_of_dots(1);
    gif[6..10].copy_from_slice(&[0xff; 4]);
    let mut bombs = vec![
        ("png 50000x50000", png(50_000, 50_000, b"", &zeros), Problem::TooManyPixels),
        ("png of the largest number", png(u32::MAX / 2, u32::MAX / 2, b"", &zeros), Problem::TooManyPixels),
        ("png just above", png(10_000, 6_001, b"", &zeros), Problem::TooManyPixels),
        ("png too long", png(20_001, 1, b"", &zeros), Problem::TooManyPixels),
        ("jpeg", jpeg, Problem::TooManyPixels),
        ("gif", gif, Problem::TooManyPixels),
        ("gif of 100000 frames", gif_of_dots(100_000), Problem::TooManyFrames),
    ];
    if let Some(folder) = sample("media/bombs-made") {
        bombs.extend(
            files(&folder)
                .into_iter()
                .map(|path| ("sample", fs::read(path).unwrap(), Problem::TooManyPixels)),
        );
    }
    // The worker itself gets no more than what the exam allows it.
    let studio = studio_with(Limits { worker_memory: 64 * 1024 * 1024, ..Limits::default() });
    let before = peak_memory();
    for (name, upload, expected) in bombs {
        let started = Instant::now();
        let outcome = studio.process(upload).await;
        assert!(started.elapsed() < Duration::from_secs(2), "{name} took {:?}", started.elapsed());
        // The largest number is no valid PNG at all, so either refusal is right.
        let damaged = name.contains("largest") && outcome == Err(Problem::Damaged);
        assert!(damaged || outcome == Err(expected.clone()), "{name}: {outcome:?}");
    }
    assert!(peak_memory() - before < 64 * 1024 * 1024);
}

#[tokio::test]
async fn b5_squeezed_side_chunks_are_not_blown_up() {
    let zeros = squeezed_zeros(300_000_000);
    let pixels = squeezed_zeros(1_000_000);
    let profile = chunk(b"iCCP", &[b"x\0\0", &zeros[..]].concat());
    let text = chunk(b"zTXt", &[b"x\0\0", &zeros[..]].concat());
    let international = chunk(b"iTXt", &[b"x\0\x01\0\0\0", &zeros[..]].concat());
    for side in [profile, text, international] {
        let started = Instant::now();
        let limits = Limits { worker_memory: 96 * 1024 * 1024, ..Limits::default() };
        let outcome = studio_with(limits).process(png(300, 300, &side, &pixels)).await;
        assert!(matches!(outcome, Ok(_) | Err(Problem::Damaged | Problem::TooManyPixels)), "{outcome:?}");
        assert!(started.elapsed() < Duration::from_secs(4), "{:?}", started.elapsed());
    }
}

#[tokio::test]
async fn b5_too_many_bytes_are_refused_before_a_worker_starts() {
    let limits = Limits { max_bytes: 1000, ..Limits::default() };
    let studio = kith_media::Studio::new(vec!["/nowhere".into()], limits);
    assert_eq!(studio.process(vec![0xff; 1001]).await, Err(Problem::TooLarge { max_bytes: 1000 }));
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), vec![0xff; 5000]).unwrap();
    assert_eq!(studio.process_file(file.path()).await, Err(Problem::TooLarge { max_bytes: 1000 }));
}

/// A small random source, so that a failing case can be named and made again.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) >> 1).unwrap() % bound.max(1)
    }
}

/// Damages a file the way fuzzers do.
fn mutate(file: &mut Vec<u8>, dice: &mut Dice) {
    for _ in 0..=dice.below(8) {
        let at = dice.below(file.len());
        match dice.below(6) {
            0 => file[at] ^= 1 << dice.below(8),
            1 => file[at] = u8::try_from(dice.below(256)).unwrap(),
            2 if file.len() > 40 => file.truncate(at.max(20)),
            3 => {
                let end = (at + dice.below(64)).min(file.len());
                let piece = file[at..end].to_vec();
                let to = dice.below(file.len());
                file.splice(to..to, piece);
            }
            4 => {
                let end = (at + dice.below(16)).min(file.len());
                file.drain(at..end);
            }
            _ => {
                let extreme = [0, 1, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff_u32][dice.below(5)].to_be_bytes();
                for (to, from) in file.iter_mut().skip(at).zip(extreme) {
                    *to = from;
                }
            }
        }
        if file.len() < 20 {
            file.resize(20, 0);
        }
    }
}

fn is_answer(outcome: &Result<Processed, Problem>) -> bool {
    match outcome {
        Ok(processed) => {
            processed.sizes.len() == SizeName::ALL.len()
                && processed.sizes.iter().all(|size| size.width > 0 && !size.bytes.is_empty())
        }
        Err(Problem::Internal(_) | Problem::StorageFull) => false,
        Err(_) => true,
    }
}

/// `KITH_MUTATIONS` asks for more cases than the few hundred of every day.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn b4_mutated_files_are_answered_and_never_bring_us_down() {
    let cases =
        std::env::var_os("KITH_MUTATIONS").and_then(|text| text.to_str()?.parse().ok()).unwrap_or(300u64);
    let collected = ["image-rs", "perkeep", "avif", "heif"].map(|part| format!("media/{part}"));
    let seeds: Vec<_> = all_samples("", &collected.each_ref().map(String::as_str))
        .into_iter()
        .map(|path| fs::read(path).unwrap())
        .filter(|file| file.len() > 20 && file.len() < 20_000)
        // What is refused by its first bytes anyway teaches little; a few of those are enough.
        .filter(|file| matches!(kith_media::sniff(file), kith_media::Kind::Picture(_)) || file.len() % 8 == 0)
        .collect();
    assert!(seeds.len() > 10);
    let studio = studio();
    let before = peak_memory();
    let (mut taken, mut refused) = (0, 0);
    for case in (0..cases).step_by(2) {
        let one = |case: u64| {
            let mut dice = Dice(case);
            let mut file = seeds[dice.below(seeds.len())].clone();
            mutate(&mut file, &mut dice);
            let studio = studio.clone();
            tokio::spawn(async move { studio.process(file).await })
        };
        let (first, second) = tokio::join!(one(case), one(case + 1));
        for (case, outcome) in [(case, first.unwrap()), (case + 1, second.unwrap())] {
            assert!(is_answer(&outcome), "case {case}: {outcome:?}");
            assert!(outcome != Err(Problem::TookTooLong), "case {case}");
            if outcome.is_ok() { taken += 1 } else { refused += 1 }
        }
    }
    eprintln!("{taken} taken, {refused} refused");
    assert!(taken > 0 && refused > 0);
    assert!(peak_memory() - before < 64 * 1024 * 1024);
}

#[tokio::test]
async fn b4_broken_files_are_answered_and_never_bring_us_down() {
    let broken = own_samples("broken");
    assert!(broken.len() >= 5);
    for path in broken {
        let outcome = studio().process_file(&path).await;
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        assert!(is_answer(&outcome) && outcome != Err(Problem::TookTooLong), "{name}: {outcome:?}");
    }
}

#[tokio::test]
async fn b4_every_sample_is_answered_in_time() {
    let Some(folder) = sample("media") else { return };
    let studio = studio();
    let (mut taken, mut slowest) = (0, Duration::ZERO);
    let all = files(&folder);
    for path in &all {
        let started = Instant::now();
        let outcome = studio.process_file(path).await;
        slowest = slowest.max(started.elapsed());
        assert!(
            is_answer(&outcome) && outcome != Err(Problem::TookTooLong),
            "{}: {outcome:?}",
            path.display()
        );
        match outcome {
            Ok(_) => taken += 1,
            Err(problem) => eprintln!("{}: {problem}", path.strip_prefix(&folder).unwrap().display()),
        }
    }
    eprintln!("{taken} of {} taken, slowest {slowest:?}", all.len());
    assert!(taken > 50);
}
