//! Uploads that are kept as they were sent and made into their sizes by a job. The media worker has to be built beside
//! the tests.

use kith_base::{DAY, HOUR, Kind};
use kith_domain::MediaId;
use kith_domain::media::{self, Progress};
use kith_domain::posts::{self, Audience, NewPost};
use kith_testkit::{Person, World};

use crate::photos::{picture, post, sees, send};

async fn accept(w: &World, who: &Person, bytes: &[u8]) -> kith_base::Result<MediaId> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    media::accept(&w.app, &w.viewer(who).await, file.path(), "A hill").await
}

async fn progress(w: &World, who: &Person, id: MediaId) -> kith_base::Result<Progress> {
    media::progress(&w.app, &w.viewer(who).await, id).await
}

#[tokio::test]
async fn an_upload_that_was_answered_is_made_by_a_job_and_what_was_sent_is_gone_then() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let as_ann = w.viewer(&ann).await;
        let sent = picture(7);
        let id = accept(&w, &ann, &sent).await.unwrap();
        let length = u64::try_from(sent.len()).unwrap();
        assert_eq!(w.app.store.used_bytes(), length, "kept as it was sent");
        assert_eq!(media::used_bytes(&w.app, &as_ann).await.unwrap(), length, "and counted");
        assert!(matches!(progress(&w, &ann, id).await, Ok(Progress::Waiting { alt }) if alt == "A hill"));
        assert_eq!(progress(&w, &ben, id).await.unwrap_err().kind(), Kind::NotFound);
        assert!(!sees(&w, &as_ann, id).await, "nobody is shown what was sent, its owner neither");
        let new = NewPost { text: "too early".into(), photos: vec![id], ..NewPost::default() };
        let early = posts::create(&w.app, &as_ann, new).await.unwrap_err();
        assert_eq!(early.fields()[0].message.key, "media-problem-processing");

        w.run_jobs().await;
        let Progress::Ready(photo) = progress(&w, &ann, id).await.unwrap() else { panic!("it is ready") };
        assert_eq!((photo.width, photo.height, photo.alt.as_str()), (320, 200, "A hill"));
        assert!(sees(&w, &as_ann, id).await);
        let stored = w.app.store.used_bytes();
        assert_eq!(media::used_bytes(&w.app, &as_ann).await.unwrap(), stored, "what was sent is erased");
        let same = send(&w, &ben, &sent).await.unwrap();
        assert_eq!(w.app.store.used_bytes(), 2 * stored, "the same as an upload that was waited for");
        assert!(!sees(&w, &as_ann, same).await);
        post(&w, &ann, Audience::Friends, vec![id]).await;
    })
    .await;
}

#[tokio::test]
async fn b5_an_upload_that_cannot_be_made_says_why_and_leaves_nothing() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let as_ann = w.viewer(&ann).await;
        for bytes in [b"<svg onload='alert(1)'/>".as_slice(), b"%PDF-1.7", b""] {
            assert_eq!(accept(&w, &ann, bytes).await.unwrap_err().kind(), Kind::Invalid);
        }
        assert_eq!(w.app.store.used_bytes(), 0, "what is plainly no photo is not even kept");
        let mut torn = picture(8);
        torn.truncate(400);
        let id = accept(&w, &ann, &torn).await.unwrap();
        w.run_jobs().await;
        let Progress::Failed(why) = progress(&w, &ann, id).await.unwrap() else { panic!("it is damaged") };
        assert_eq!(why.fields()[0].message.key, "media-problem-damaged");
        assert_eq!(w.app.store.used_bytes(), 0);
        assert_eq!(media::used_bytes(&w.app, &as_ann).await.unwrap(), 0);
        w.advance(DAY + HOUR);
        w.upkeep("media.sweep_orphans").await;
        assert_eq!(progress(&w, &ann, id).await.unwrap_err().kind(), Kind::NotFound, "forgotten after a day");
    })
    .await;
}

#[tokio::test]
async fn b12_an_upload_that_is_withdrawn_while_it_waits_is_gone_with_what_was_sent() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let id = accept(&w, &ann, &picture(9)).await.unwrap();
        media::withdraw(&w.app, &w.viewer(&ann).await, id).await.unwrap();
        w.run_jobs().await;
        assert_eq!(progress(&w, &ann, id).await.unwrap_err().kind(), Kind::NotFound);
        assert_eq!(w.app.store.used_bytes(), 0);
        // A job that comes when its photo has been made already makes nothing twice.
        let id = accept(&w, &ann, &picture(10)).await.unwrap();
        w.run_jobs().await;
        let stored = w.app.store.used_bytes();
        w.app.db.write(move |tx| tx.enqueue("media.process", &MediaOf { media: id }, 0)).await.unwrap();
        w.run_jobs().await;
        assert_eq!(w.app.store.used_bytes(), stored);
    })
    .await;
}

#[derive(serde::Serialize)]
struct MediaOf {
    media: MediaId,
}
