//! Files of members, decoded here without the fence that stands around it in the program: an answer, never a crash.
#![no_main]

use std::sync::LazyLock;

use kith_media::{Kind, Limits, Problem, SizeName};
use libfuzzer_sys::fuzz_target;

/// Small enough that one case takes milliseconds; the code is the same.
static LIMITS: LazyLock<Limits> = LazyLock::new(|| Limits {
    max_bytes: 1024 * 1024,
    max_pixels: 300_000,
    max_side: 4_000,
    max_frames: 50,
    ..Limits::default()
});

fuzz_target!(|upload: &[u8]| {
    let is_picture = matches!(kith_media::sniff(upload), Kind::Picture(_));
    match kith_media::worker::process_unfenced(upload.to_vec(), None, &LIMITS) {
        Ok(processed) => {
            assert!(is_picture);
            assert_eq!(processed.sizes.len(), SizeName::ALL.len());
            assert!(u64::from(processed.width) * u64::from(processed.height) <= LIMITS.max_pixels);
            for size in &processed.sizes {
                assert!(size.bytes.starts_with(b"\x89PNG") || size.bytes.starts_with(b"\xff\xd8"));
            }
        }
        Err(Problem::Internal(problem)) => panic!("our own fault: {problem}"),
        Err(_) => {}
    }
});
