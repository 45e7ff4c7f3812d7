//! What can be handed in: a graph of friendships, texts, photos.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;
use rand::Rng;
use rand_chacha::ChaCha8Rng;
use serde::Deserialize;

use crate::complaint::Complaint;

/// Texts of one language at most; more would only repeat the kind.
const TEXTS: usize = 2_000;
/// Photos that are read at most; they are used again and again.
const PHOTOS: usize = 80;
/// A line of a text file is at most so long.
const LINE: u64 = 64 * 1024;

fn lines(path: &Path) -> Result<Box<dyn BufRead>, Complaint> {
    let file = File::open(path)
        .map_err(|problem| Complaint::wrong_use(format!("{} cannot be read: {problem}", path.display())))?;
    if path.extension().is_some_and(|extension| extension == "gz") {
        return Ok(Box::new(BufReader::new(MultiGzDecoder::new(file))));
    }
    Ok(Box::new(BufReader::new(file)))
}

fn next_line(reader: &mut dyn BufRead, path: &Path) -> Result<Option<String>, Complaint> {
    let mut line = Vec::new();
    let read = reader.take(LINE).read_until(b'\n', &mut line);
    read.map_err(|problem| Complaint::failed(format!("{}: {problem}", path.display())))?;
    Ok(if line.is_empty() { None } else { Some(String::from_utf8_lossy(&line).into_owned()) })
}

/// Friendships in the SNAP format: two numbers a line, `#` before remarks. The numbers are put in order and counted
/// from zero. Gives the pairs and how many people they are between.
pub fn edges(path: &Path) -> Result<(Vec<(usize, usize)>, usize), Complaint> {
    let mut reader = lines(path)?;
    let mut raw: BTreeSet<(u64, u64)> = BTreeSet::new();
    let mut number = 0_usize;
    while let Some(line) = next_line(reader.as_mut(), path)? {
        number += 1;
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let mut ends = line.split_whitespace().map(str::parse::<u64>);
        let (Some(Ok(a)), Some(Ok(b))) = (ends.next(), ends.next()) else {
            let what = format!("{}, line {number}: not two numbers", path.display());
            return Err(Complaint::wrong_use(what));
        };
        if a != b {
            raw.insert((a.min(b), a.max(b)));
        }
    }
    let ids: BTreeSet<u64> = raw.iter().flat_map(|(a, b)| [*a, *b]).collect();
    let places: BTreeMap<u64, usize> = ids.into_iter().enumerate().map(|(place, id)| (id, place)).collect();
    let place = |id: u64| places.get(&id).copied().unwrap_or(0);
    Ok((raw.into_iter().map(|(a, b)| (place(a), place(b))).collect(), places.len()))
}

/// A small world of `people`: a ring of neighbours, some ties thrown across, a few who know many.
pub fn small_world(rng: &mut ChaCha8Rng, people: usize) -> Vec<(usize, usize)> {
    let mut pairs = BTreeSet::new();
    let near = 6.min(people.saturating_sub(1));
    for one in 0..people {
        for step in 1..=near {
            let other =
                if rng.random_bool(0.15) { rng.random_range(0..people) } else { (one + step) % people };
            if one != other {
                pairs.insert((one.min(other), one.max(other)));
            }
        }
    }
    for popular in 0..people / 20 + 1 {
        for _ in 0..rng.random_range(10..30) {
            let other = rng.random_range(0..people);
            if popular != other {
                pairs.insert((popular.min(other), popular.max(other)));
            }
        }
    }
    pairs.into_iter().collect()
}

#[derive(Deserialize)]
struct Line {
    lang: String,
    text: String,
}

/// Texts by language, one JSON object `{"lang", "text"}` a line.
pub fn texts(path: &Path) -> Result<BTreeMap<String, Vec<String>>, Complaint> {
    let mut reader = lines(path)?;
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut number = 0_usize;
    while let Some(line) = next_line(reader.as_mut(), path)? {
        number += 1;
        if line.trim().is_empty() {
            continue;
        }
        let Ok(line) = serde_json::from_str::<Line>(&line) else {
            let what = format!("{}, line {number}: not a JSON object with lang and text", path.display());
            return Err(Complaint::wrong_use(what));
        };
        let text = kith_text::normalise_text(&line.text);
        let kept = texts.entry(line.lang).or_default();
        if !text.is_empty() && kept.len() < TEXTS {
            kept.push(text);
        }
    }
    texts.retain(|_, kept| !kept.is_empty());
    Ok(texts)
}

/// The photos of a folder, in the order of their names.
pub fn photos(folder: &Path) -> Result<Vec<PathBuf>, Complaint> {
    let entries = std::fs::read_dir(folder)
        .map_err(|problem| Complaint::wrong_use(format!("{} cannot be read: {problem}", folder.display())))?;
    let mut found: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| {
            let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
            matches!(extension.to_ascii_lowercase().as_str(), "jpg" | "jpeg" | "png" | "gif" | "webp")
        })
        .collect();
    found.sort();
    found.truncate(PHOTOS);
    Ok(found)
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;

    use super::*;

    #[test]
    fn edges_are_read_once_each_and_counted_from_zero() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "# remark\n10 20\n20 10\n20\t35\n7 7\n").unwrap();
        assert_eq!(edges(file.path()).ok(), Some((vec![(0, 1), (1, 2)], 3)));
        std::fs::write(file.path(), "10 x\n").unwrap();
        assert!(edges(file.path()).is_err());
    }

    #[test]
    fn a_small_world_holds_together_and_is_the_same_for_the_same_seed() {
        let world = |seed| small_world(&mut ChaCha8Rng::seed_from_u64(seed), 40);
        assert_eq!(world(1), world(1));
        assert_ne!(world(1), world(2));
        assert!(world(1).iter().all(|(a, b)| a < b && *b < 40));
        assert!(small_world(&mut ChaCha8Rng::seed_from_u64(1), 2).len() == 1);
    }
}
