//! Our hashes against those that other programs state for the same pictures.

use std::fs;

use kith_media::{Processed, pdq};

use crate::{sample, studio};

struct Expected {
    picture: String,
    hash: [u8; 32],
}

fn expected(table: &str) -> Vec<Expected> {
    let lines = table.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    lines
        .map(|columns| Expected { picture: columns[0].to_owned(), hash: pdq::from_hex(columns[1]).unwrap() })
        .collect()
}

#[tokio::test]
async fn hashes_match_those_of_other_programs() {
    let Some(folder) = sample("safety/pdq") else { return };
    let table = expected(&fs::read_to_string(folder.join("expected-hashes.tsv")).unwrap());
    let studio = studio();
    let mut worst = 0;
    let mut seen: Option<(String, ([u8; 32], u8), Processed)> = None;
    for Expected { picture, hash } in &table {
        // Two values for one picture follow each other; it is hashed once.
        if seen.as_ref().is_none_or(|(name, ..)| name != picture) {
            let upload = fs::read(folder.join("images").join(picture)).unwrap();
            let whole = image::load_from_memory(&upload).unwrap().to_rgb8();
            seen = Some((picture.clone(), pdq::hash(&whole), studio.process(upload).await.unwrap()));
        }
        let Some((_, (direct, quality), processed)) = &seen else { continue };
        let (plain, through) = (pdq::distance(direct, hash), pdq::distance(&processed.pdq, hash));
        eprintln!(
            "{picture:55} direct {plain:3} (quality {quality:3})  through the studio {through:3} (quality {:3})",
            processed.pdq_quality
        );
        worst = worst.max(plain).max(through);
    }
    assert!(table.len() > 20);
    assert!(worst <= pdq::MATCH_DISTANCE, "{worst} bits differ");
}

#[tokio::test]
async fn different_pictures_are_far_apart() {
    let Some(folder) = sample("safety/pdq") else { return };
    let table = expected(&fs::read_to_string(folder.join("expected-hashes.tsv")).unwrap());
    let bridge = table.iter().find(|row| row.picture.starts_with("bridge-mods")).unwrap();
    for other in table.iter().filter(|row| row.picture.starts_with("reg-test-input")) {
        let upload = fs::read(folder.join("images").join(&other.picture)).unwrap();
        let (found, _) = pdq::hash(&image::load_from_memory(&upload).unwrap().to_rgb8());
        assert!(pdq::distance(&found, &bridge.hash) > 2 * pdq::MATCH_DISTANCE, "{}", other.picture);
    }
}
