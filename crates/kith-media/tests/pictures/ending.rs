//! Workers that hang, die, lie or never start, and the fence of the real one.

use std::time::{Duration, Instant};

use image::RgbImage;
use kith_media::{Limits, Problem, Studio};

use crate::{studio, studio_with};

fn upload() -> Vec<u8> {
    let mut file = Vec::new();
    image::codecs::jpeg::JpegEncoder::new(&mut file).encode_image(&RgbImage::new(40, 40)).unwrap();
    file
}

/// A studio whose worker is this shell script.
fn scripted(script: &str, limits: Limits) -> Studio {
    Studio::new(["/bin/sh", "-c", script].map(Into::into).to_vec(), limits)
}

#[tokio::test]
async fn b4_a_worker_that_hangs_is_killed_on_time() {
    let started = Instant::now();
    let studio = scripted("exec sleep 60", Limits { decode_seconds: 1, ..Limits::default() });
    assert_eq!(studio.process(upload()).await, Err(Problem::TookTooLong));
    assert!(started.elapsed() < Duration::from_secs(3));
}

#[tokio::test]
async fn b4_a_worker_that_never_stops_talking_is_cut_off() {
    let limits = Limits { max_output: 100_000, ..Limits::default() };
    let started = Instant::now();
    assert!(matches!(
        scripted("exec yes", limits.clone()).process(upload()).await,
        Err(Problem::Internal(_))
    ));
    assert!(matches!(scripted("exec yes >&2", limits).process(upload()).await, Err(Problem::Internal(_))));
    assert!(started.elapsed() < Duration::from_secs(5));
}

#[tokio::test]
async fn b4_a_worker_that_crashes_means_a_damaged_file_and_the_next_one_works() {
    for script in ["kill -SEGV $$", "kill -ABRT $$", "exit 101"] {
        assert_eq!(
            scripted(script, Limits::default()).process(upload()).await,
            Err(Problem::Damaged),
            "{script}"
        );
    }
    let broken = scripted("kill -XCPU $$", Limits::default());
    assert_eq!(broken.process(upload()).await, Err(Problem::TookTooLong));
    assert!(studio().process(upload()).await.is_ok());
}

#[tokio::test]
async fn b4_memory_is_bounded_by_the_kernel() {
    let limits = Limits { worker_memory: 48 * 1024 * 1024, ..Limits::default() };
    let mut large = Vec::new();
    image::codecs::jpeg::JpegEncoder::new(&mut large).encode_image(&RgbImage::new(4000, 3500)).unwrap();
    assert_eq!(studio_with(limits).process(large).await, Err(Problem::TooManyPixels));
}

#[tokio::test]
async fn b4_a_captured_worker_cannot_pass_off_a_page_as_a_picture() {
    let page = "<script>alert(1)</script>";
    let part = |name: &str, length: usize| {
        format!(r#"{{"name":"{name}","width":9,"height":9,"encoding":"jpeg","length":{length}}}"#)
    };
    let parts: Vec<_> = ["full", "feed", "small", "square"].map(|name| part(name, page.len())).to_vec();
    let zeros = vec!["0"; 32].join(",");
    let json = format!(
        r#"{{"fence":{{"rlimits":true,"landlock":true,"seccomp":true}},"outcome":{{"Ok":{{"width":9,"height":9,
        "pdq":[{zeros}],"pdq_quality":0,"thumbhash":[],"blurhash":"","animated":false,"parts":[{}]}}}}}}"#,
        parts.join(",")
    );
    let mut answer = u32::try_from(json.len()).unwrap().to_be_bytes().to_vec();
    answer.extend(json.as_bytes());
    answer.extend(page.repeat(4).as_bytes());
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), &answer).unwrap();
    let studio = scripted(&format!("exec cat {}", file.path().display()), Limits::default());
    let Err(Problem::Internal(why)) = studio.process(upload()).await else { panic!("taken") };
    assert!(why.contains("not what was asked for"), "{why}");
}

#[tokio::test]
async fn a_worker_that_does_not_start_or_answer_is_our_fault() {
    let absent = Studio::new(vec!["/nowhere/kith".into()], Limits::default());
    for studio in [absent, scripted("true", Limits::default()), Studio::new(Vec::new(), Limits::default())] {
        assert!(matches!(studio.process(upload()).await, Err(Problem::Internal(_))));
    }
}

#[tokio::test]
async fn b1_a_worker_inherits_no_settings() {
    let Err(Problem::Internal(said)) = scripted("env >&2; exit 3", Limits::default()).process(upload()).await
    else {
        panic!("taken")
    };
    assert!(said.contains("exit status: 3") && !said.contains("CARGO") && !said.contains("HOME="), "{said}");
}

#[test]
fn b1_the_fence_leaves_a_captured_worker_nothing() {
    let output =
        std::process::Command::new(env!("CARGO_BIN_EXE_kith-media-worker")).arg("probe").output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    eprintln!("{said}");
    assert!(said.contains("possible: []"), "{said}");
    assert!(said.contains("rlimits: true"), "{said}");
    // Landlock and seccomp depend on the kernel; where they are missing the note in the log says so.
    assert!(!std::path::Path::new("/tmp/kith-media-probe").exists());
}
