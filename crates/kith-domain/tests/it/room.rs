//! How much one member may keep here. The media worker has to be built beside the tests.

use kith_base::Kind;
use kith_domain::media;
use kith_testkit::World;

use crate::photos::{files_in, picture, send};

/// Room for two of these pictures and a half.
async fn room_for_two_and_a_half() -> (u64, u64) {
    let w = World::sqlite().await;
    let ann = w.person("ann").await;
    send(&w, &ann, &picture(5)).await.unwrap();
    let one = media::used_bytes(&w.app, &w.viewer(&ann).await).await.unwrap();
    (one, 2 * one + one / 2)
}

#[tokio::test]
async fn one_member_fills_no_more_than_their_own_room_and_is_told_so() {
    let (one, room) = room_for_two_and_a_half().await;
    World::each_with(
        |config| config.member_media_bytes = room,
        |w| async move {
            let (ann, ben) = (w.person("ann").await, w.person("ben").await);
            let used = async || media::used_bytes(&w.app, &w.viewer(&ann).await).await.unwrap();
            let first = send(&w, &ann, &picture(5)).await.unwrap();
            send(&w, &ann, &picture(5)).await.unwrap();
            for _ in 0..3 {
                let full = send(&w, &ann, &picture(5)).await.unwrap_err();
                assert_eq!((full.kind(), full.message().key), (Kind::TooLarge, "media-problem-quota"));
                assert_eq!(
                    (used().await, w.app.store.used_bytes()),
                    (2 * one, 2 * one),
                    "nothing of it stays"
                );
            }
            send(&w, &ben, &picture(5)).await.expect("the room of others is theirs");
            // What is deleted makes room once its bytes are gone.
            media::withdraw(&w.app, &w.viewer(&ann).await, first).await.unwrap();
            w.run_jobs().await;
            send(&w, &ann, &picture(5)).await.expect("there is room again");
            assert!(used().await <= room);
            assert_eq!(w.app.store.used_bytes(), 3 * one);
        },
    )
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn uploads_at_the_same_time_do_not_each_find_the_last_room() {
    let (one, room) = room_for_two_and_a_half().await;
    World::each_with(
        |config| config.member_media_bytes = room,
        |w| async move {
            let ann = w.person("ann").await;
            let bytes = picture(5);
            let outcomes = futures_util::future::join_all((0..8).map(|_| send(&w, &ann, &bytes))).await;
            let taken = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
            for error in outcomes.iter().filter_map(|outcome| outcome.as_ref().err()) {
                assert_eq!((error.kind(), error.message().key), (Kind::TooLarge, "media-problem-quota"));
            }
            assert_eq!(taken, 2, "as many as there is room for");
            let used = media::used_bytes(&w.app, &w.viewer(&ann).await).await.unwrap();
            assert_eq!((used, w.app.store.used_bytes()), (2 * one, 2 * one));
            assert_eq!(
                files_in(&w.folder().join("media")),
                2 * 4,
                "no file is left of those that were refused"
            );
        },
    )
    .await;
}
