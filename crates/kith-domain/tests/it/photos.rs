//! Who may see a photo, and what becomes of it. The media worker has to be built beside the tests.

use std::time::{Duration, UNIX_EPOCH};

use kith_base::{DAY, HOUR, Kind, MINUTE};
use kith_domain::accounts::ProfileAudience;
use kith_domain::media::{self, AttachTo, Crop, Sent};
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_domain::viewer::{AccountState, Role};
use kith_domain::{MediaId, PostId, Viewer, photos};
use kith_media::SizeName;
use kith_testkit::{Person, World};

/// A picture with a trace in it that must not come out again.
pub(crate) fn picture(shade: u8) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let image = image::RgbImage::from_fn(320, 200, |x, y| image::Rgb([x as u8, y as u8, shade]));
    image.write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    let mut bytes = bytes.into_inner();
    // A comment segment straight after the start of the image.
    let comment = b"GPS 52.5200 13.4050";
    let mut segment = vec![0xFF, 0xFE, 0, comment.len() as u8 + 2];
    segment.extend_from_slice(comment);
    bytes.splice(2..2, segment);
    bytes
}

pub(crate) async fn send(w: &World, who: &Person, bytes: &[u8]) -> kith_base::Result<MediaId> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    let sent =
        Sent { path: file.path().to_owned(), bytes: bytes.len() as u64, alt: "A hill".into(), crop: None };
    media::upload(&w.app, &w.viewer(who).await, sent).await.map(|photo| photo.id)
}

pub(crate) async fn post(w: &World, who: &Person, audience: Audience, photos: Vec<MediaId>) -> PostId {
    let choice = AudienceChoice::plain(audience);
    let new = NewPost { text: "A hill".into(), photos, choice, ..NewPost::default() };
    posts::create(&w.app, &w.viewer(who).await, new).await.unwrap().id
}

pub(crate) async fn sees(w: &World, viewer: &Viewer, id: MediaId) -> bool {
    let opened = photos::open(&w.app, viewer, id, SizeName::Feed).await;
    let page = photos::page(&w.app, viewer, id).await;
    assert_eq!(opened.is_ok(), page.is_ok(), "file and page agree");
    if let Err(error) = &opened {
        assert_eq!(error.kind(), Kind::NotFound);
    }
    opened.is_ok()
}

#[tokio::test]
async fn e1_b10_photos_follow_the_rule_of_what_shows_them() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let moderator = w.person_with_role("mod", Role::Moderator).await;
        w.befriend(&ann, &ben).await;
        let who = [
            w.viewer(&ann).await,
            w.viewer(&ben).await,
            w.viewer(&cem).await,
            w.viewer(&moderator).await,
            Viewer::Anonymous,
        ];
        let check = async |id: MediaId, expected: [bool; 5], what: &str| {
            for (viewer, expected) in who.iter().zip(expected) {
                assert_eq!(sees(&w, viewer, id).await, expected, "{what}: {:?}", viewer.id());
            }
        };
        let loose = send(&w, &ann, &picture(1)).await.unwrap();
        check(loose, [true, false, false, true, false], "uploaded, nowhere shown").await;
        for (audience, expected) in [
            (Audience::World, [true; 5]),
            (Audience::Community, [true, true, true, true, false]),
            (Audience::Friends, [true, true, false, false, false]),
            (Audience::Self_, [true, false, false, false, false]),
        ] {
            let id = send(&w, &ann, &picture(2)).await.unwrap();
            let post = post(&w, &ann, audience, vec![id]).await;
            check(id, expected, audience.as_str()).await;
            posts::delete(&w.app, &who[0], post).await.unwrap();
            check(id, [false; 5], "deleted").await;
        }
        let face = send(&w, &ann, &picture(3)).await.unwrap();
        let owner = ann.id;
        w.app.db.write(move |tx| media::attach(tx, owner, &[face], AttachTo::Avatar(owner))).await.unwrap();
        check(face, [true, true, true, true, false], "on the profile").await;
        let public = post(&w, &ann, Audience::World, Vec::new()).await;
        check(face, [true; 5], "beside a post for the world").await;
        posts::delete(&w.app, &who[0], public).await.unwrap();
        check(face, [true, true, true, true, false], "the post is gone").await;
        w.choose(&ann, |chosen| chosen.profile_audience = ProfileAudience::World).await;
        check(face, [true; 5], "on a profile for the world").await;
        w.block(&ann, &cem).await;
        assert!(!sees(&w, &w.viewer(&cem).await, face).await, "apart");
        w.set_state(&ann, AccountState::Deactivated).await;
        assert!(!sees(&w, &w.viewer(&ben).await, face).await, "away");
    })
    .await;
}

#[tokio::test]
async fn b9_nothing_of_the_file_as_sent_comes_out_again() {
    use tokio::io::AsyncReadExt;
    let w = World::sqlite().await;
    let ann = w.person("ann").await;
    let id = send(&w, &ann, &picture(9)).await.unwrap();
    for size in [SizeName::Full, SizeName::Feed, SizeName::Small, SizeName::Square] {
        let opened = photos::open(&w.app, &w.viewer(&ann).await, id, size).await.unwrap().into_inner();
        let (mut file, mut bytes) = (opened.file, Vec::new());
        file.read_to_end(&mut bytes).await.unwrap();
        assert_eq!(bytes.len() as u64, opened.length);
        assert!(!bytes.windows(3).any(|part| part == b"GPS"), "{size:?}");
        assert!(opened.content_type.starts_with("image/"), "{}", opened.content_type);
    }
}

#[tokio::test]
async fn b5_b6_b7_what_is_no_photo_is_refused_and_leaves_nothing() {
    let w = World::sqlite().await;
    let ann = w.person("ann").await;
    let mut flood = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR".to_vec();
    flood.extend_from_slice(&50_000_u32.to_be_bytes());
    flood.extend_from_slice(&50_000_u32.to_be_bytes());
    flood.extend_from_slice(&[8, 6, 0, 0, 0, 0, 0, 0, 0]);
    let hostile: [&[u8]; 5] = [
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        br#"{"@context":"https://www.w3.org/ns/activitystreams","type":"Person","id":"https://kith.example/u/ann"}"#,
        b"<!doctype html><script>alert(1)</script>",
        &flood,
        b"",
    ];
    for bytes in hostile {
        let error = send(&w, &ann, bytes).await.unwrap_err();
        assert_eq!(error.kind(), Kind::Invalid, "{error}");
    }
    assert_eq!(w.app.store.used_bytes(), 0);
    assert_eq!(media::used_bytes(&w.app, &w.viewer(&ann).await).await.unwrap(), 0);
}

#[tokio::test]
async fn b11_b12_a_deleted_photo_is_gone_from_disk_and_the_same_picture_of_another_stays() {
    let w = World::sqlite().await;
    let (ann, ben) = (w.person("ann").await, w.person("ben").await);
    let bytes = picture(4);
    let (of_ann, of_ben) = (send(&w, &ann, &bytes).await.unwrap(), send(&w, &ben, &bytes).await.unwrap());
    let each = w.app.store.used_bytes() / 2;
    media::withdraw(&w.app, &w.viewer(&ann).await, of_ann).await.unwrap();
    w.run_jobs().await;
    assert!(!sees(&w, &w.viewer(&ann).await, of_ann).await);
    assert!(sees(&w, &w.viewer(&ben).await, of_ben).await);
    assert_eq!(w.app.store.used_bytes(), each);
    let refused = media::withdraw(&w.app, &w.viewer(&ann).await, of_ben).await.unwrap_err();
    assert_eq!(refused.kind(), Kind::NotFound);
}

#[tokio::test]
async fn a_photo_page_knows_its_neighbours() {
    let w = World::sqlite().await;
    let ann = w.person("ann").await;
    let mut ids = Vec::new();
    for shade in 0..3 {
        ids.push(send(&w, &ann, &picture(shade)).await.unwrap());
    }
    let post = post(&w, &ann, Audience::Friends, ids.clone()).await;
    let page = photos::page(&w.app, &w.viewer(&ann).await, ids[1]).await.unwrap();
    assert_eq!((page.previous, page.next), (Some(ids[0]), Some(ids[2])));
    assert_eq!((page.position, page.total, page.post), (2, 3, Some(post)));
}

/// Red on the left, blue on the right.
fn two_halves() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let half = |x| if x < 160 { image::Rgb([220_u8, 20, 20]) } else { image::Rgb([20, 20, 220]) };
    let image = image::RgbImage::from_fn(320, 200, |x, _| half(x));
    image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[tokio::test]
async fn the_part_that_was_chosen_is_what_comes_out() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let viewer = w.viewer(&ann).await;
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), two_halves()).unwrap();
        let sent = |crop| Sent { path: file.path().to_owned(), bytes: 1, alt: String::new(), crop };
        let right = Crop { x: 0.6, y: 0.0, w: 0.4, h: 0.5 };
        let photo = media::upload(&w.app, &viewer, sent(Some(right))).await.unwrap();
        assert_eq!((photo.width, photo.height), (128, 100));
        let mut opened =
            photos::open(&w.app, &viewer, photo.id, SizeName::Square).await.unwrap().into_inner();
        let mut bytes = Vec::new();
        tokio::io::AsyncReadExt::read_to_end(&mut opened.file, &mut bytes).await.unwrap();
        let square = image::load_from_memory(&bytes).unwrap().to_rgb8();
        assert!(square.pixels().all(|pixel| pixel.0[2] > 150 && pixel.0[0] < 80), "only blue is left");
        let whole = media::upload(&w.app, &viewer, sent(None)).await.unwrap();
        assert_eq!((whole.width, whole.height), (320, 200));
    })
    .await;
}

/// Files of photos on the disk, those on their way included.
pub(crate) fn files_in(folder: &std::path::Path) -> usize {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { files_in(&path) } else { 1 }).sum()
}

#[tokio::test]
async fn b12_photos_of_a_deleted_post_are_gone_from_the_disk_within_a_minute() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let media = w.folder().join("media");
        let ids = [send(&w, &ann, &picture(1)).await.unwrap(), send(&w, &ann, &picture(2)).await.unwrap()];
        let post = post(&w, &ann, Audience::World, ids.to_vec()).await;
        assert!(files_in(&media) > 0);
        posts::delete(&w.app, &w.viewer(&ann).await, post).await.unwrap();
        for viewer in [w.viewer(&ann).await, Viewer::Anonymous] {
            for id in ids {
                assert!(!sees(&w, &viewer, id).await, "the addresses answer at once that nothing is there");
            }
        }
        w.advance(MINUTE);
        w.run_jobs().await;
        assert_eq!((files_in(&media), w.app.store.used_bytes()), (0, 0));
        assert_eq!(media::used_bytes(&w.app, &w.viewer(&ann).await).await.unwrap(), 0);
        assert!(!sees(&w, &w.viewer(&ann).await, ids[0]).await);
    })
    .await;
}

#[tokio::test]
async fn the_placeholder_of_a_photo_has_its_shape_and_its_colours() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let id = send(&w, &ann, &two_halves()).await.unwrap();
        let photo = w.app.db.read(move |q| media::photos(q, &[id])).await.unwrap().remove(&id).unwrap();
        let bitmap = photo.placeholder().unwrap();
        let number = |at: usize| u32::from_le_bytes(bitmap[at..at + 4].try_into().unwrap());
        let (width, height) = (number(18), number(22));
        assert!(width == 8 && (4..=6).contains(&height), "{width} by {height} of 320 by 200");
        // Blue comes first in a bitmap.
        let (left, right) = (&bitmap[54..57], &bitmap[54 + 7 * 3..54 + 8 * 3]);
        assert!(left[2] > 120 && left[0] < 120, "red on the left: {left:?}");
        assert!(right[0] > 120 && right[2] < 120, "blue on the right: {right:?}");
        assert!(bitmap.len() < 260, "{} bytes", bitmap.len());
    })
    .await;
}

#[tokio::test]
async fn b10_an_upload_that_nothing_shows_counts_and_is_erased_after_a_day() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let as_ann = w.viewer(&ann).await;
        let (loose, kept) =
            (send(&w, &ann, &picture(1)).await.unwrap(), send(&w, &ann, &picture(2)).await.unwrap());
        post(&w, &ann, Audience::Friends, vec![kept]).await;
        let both = media::used_bytes(&w.app, &as_ann).await.unwrap();
        assert_eq!(both, w.app.store.used_bytes(), "what is not shown counts as well");
        w.advance(DAY - HOUR);
        w.upkeep("media.sweep_orphans").await;
        w.run_jobs().await;
        assert!(sees(&w, &as_ann, loose).await, "there is a day to use it");
        w.advance(2 * HOUR);
        w.upkeep("media.sweep_orphans").await;
        w.run_jobs().await;
        assert!(!sees(&w, &as_ann, loose).await);
        assert!(sees(&w, &as_ann, kept).await, "what a post shows stays");
        let left = media::used_bytes(&w.app, &as_ann).await.unwrap();
        assert!(left < both && left == w.app.store.used_bytes());
    })
    .await;
}

#[tokio::test]
async fn uploads_that_a_kill_left_behind_are_swept_when_they_are_old_and_others_go_on() {
    let w = World::sqlite().await;
    let (tmp, unfinished) = (w.app.config.uploads(), w.folder().join("media/unfinished"));
    std::fs::create_dir_all(&tmp).unwrap();
    let now = UNIX_EPOCH + Duration::from_millis(u64::try_from(w.app.now()).unwrap());
    let lay = |path: std::path::PathBuf, minutes: u64| {
        let file = std::fs::File::create(&path).unwrap();
        file.set_modified(now - Duration::from_secs(minutes * 60)).unwrap();
        path
    };
    let old = [lay(tmp.join("upload-a"), 61), lay(unfinished.join("b"), 61)];
    let young = [lay(tmp.join("upload-c"), 59), lay(unfinished.join("d"), 59), lay(tmp.join("note"), 61)];
    w.upkeep("media.sweep_litter").await;
    assert!(old.iter().all(|path| !path.exists()), "originals with all that is in them are gone");
    assert!(young.iter().all(|path| path.exists()), "what is on its way, and what is not ours, stays");
}
