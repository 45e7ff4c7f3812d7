//! All eight ways a camera can be held come out upright.

use std::fs;
use std::path::PathBuf;

use image::imageops::{self, FilterType};
use image::{RgbImage, load_from_memory};
use kith_media::{Processed, SizeName, pdq};

use crate::{files, own_samples, sample, studio};

fn full(processed: &Processed) -> RgbImage {
    load_from_memory(&processed.size(SizeName::Full).unwrap().bytes).unwrap().to_rgb8()
}

/// The mean difference of a colour value between two pictures.
fn difference(a: &RgbImage, b: &RgbImage) -> f64 {
    let [a, b] = [a, b].map(|picture| imageops::resize(picture, 32, 32, FilterType::Triangle));
    let sum: u32 = a.as_raw().iter().zip(b.as_raw()).map(|(a, b)| u32::from(a.abs_diff(*b))).sum();
    f64::from(sum) / a.as_raw().len() as f64
}

/// Bits in which the hashes differ: for photos, whose colours differ from file to file with their profiles.
fn hash_distance(a: &RgbImage, b: &RgbImage) -> f64 {
    f64::from(pdq::distance(&pdq::hash(a).0, &pdq::hash(b).0))
}

/// Every file looks like the first; a turned or mirrored first one would not.
async fn all_alike(paths: Vec<PathBuf>, measure: fn(&RgbImage, &RgbImage) -> f64, most: f64) {
    let studio = studio();
    let mut first: Option<RgbImage> = None;
    let mut seen = 0;
    for path in paths {
        let processed = studio.process(fs::read(&path).unwrap()).await.unwrap();
        let picture = full(&processed);
        assert_eq!(processed.width > processed.height, picture.width() > picture.height());
        let first = first.get_or_insert_with(|| picture.clone());
        assert_eq!(picture.width() > picture.height(), first.width() > first.height(), "{}", path.display());
        let found = measure(first, &picture);
        assert!(found <= most, "{}: {found}", path.display());
        for turned in [imageops::rotate180(&picture), imageops::flip_horizontal(&picture)] {
            assert!(measure(first, &turned) > 2.0 * most, "the measure cannot tell");
        }
        seen += 1;
    }
    assert_eq!(seen, 8);
}

#[tokio::test]
async fn b9_photos_in_all_eight_orientations_come_out_alike() {
    let Some(folder) = sample("media/exif-samples/orientation") else { return };
    all_alike(files(&folder), hash_distance, 31.0).await;
}

#[tokio::test]
async fn b9_drawings_in_all_eight_orientations_come_out_alike() {
    let Some(folder) = sample("media/perkeep/exif-orientation") else { return };
    all_alike(files(&folder), difference, 5.0).await;
}

#[tokio::test]
async fn b9_our_own_samples_in_all_eight_orientations_come_out_alike() {
    all_alike(own_samples("orientation"), difference, 5.0).await;
}
