//! Rest, deletion with time to think again, erasure.

use kith_base::{Kind, MINUTE, Secret};
use kith_db::{params, statement};
use kith_domain::accounts;
use kith_domain::leaving;
use kith_domain::sessions::{self, NewSignIn, Origin};
use kith_domain::viewer::{AccountState, Role};
use kith_domain::{AccountId, PostId};
use kith_testkit::{PASSWORD, World};

use crate::accounts::member;

fn attempt() -> NewSignIn {
    NewSignIn {
        login: "ann".to_owned(),
        password: Secret::new(PASSWORD),
        device: None,
        origin: Origin::default(),
    }
}

async fn state(w: &World, id: AccountId) -> AccountState {
    w.app.db.read(move |q| accounts::card(q, id)).await.unwrap().state
}

#[tokio::test]
async fn a_rested_account_is_out_of_sight_until_its_owner_signs_in() {
    World::each(|w| async move {
        let ann = w.person("ann").await.id;
        let viewer = member(&w, ann).await;
        let begun = sessions::sign_in(&w.app, attempt()).await.unwrap();
        let wrong = leaving::deactivate(&w.app, &viewer, Secret::new("wrong")).await.unwrap_err();
        assert_eq!(wrong.fields()[0].field, "current_password");
        leaving::deactivate(&w.app, &viewer, Secret::new(PASSWORD)).await.unwrap();
        assert!(!state(&w, ann).await.is_present());
        assert_eq!(sessions::find(&w.app, begun.token.expose()).await.unwrap(), None);
        sessions::sign_in(&w.app, attempt()).await.unwrap();
        assert_eq!(state(&w, ann).await, AccountState::Active);
    })
    .await;
}

#[tokio::test]
async fn a_deletion_is_taken_back_by_signing_in_and_done_after_thirty_days() {
    World::each(|w| async move {
        let ann = w.person("ann").await.id;
        let viewer = member(&w, ann).await;
        leaving::delete(&w.app, &viewer, Secret::new(PASSWORD)).await.unwrap();
        w.advance(leaving::GRACE - MINUTE);
        w.upkeep("leaving.find_due").await;
        w.run_jobs().await;
        w.mails.take();
        let begun = sessions::sign_in(&w.app, attempt()).await.unwrap();
        assert!(begun.is_kept, "the page can say so");
        assert_eq!(state(&w, ann).await, AccountState::Active);
        w.run_jobs().await;
        let told = w.mails.take();
        assert!(told[0].text.contains("will not be deleted"), "{told:?}");
        assert!(!sessions::sign_in(&w.app, attempt()).await.unwrap().is_kept);
        w.advance(leaving::GRACE);
        w.upkeep("leaving.find_due").await;
        w.run_jobs().await;
        assert_eq!(state(&w, ann).await, AccountState::Active);

        leaving::delete(&w.app, &member(&w, ann).await, Secret::new(PASSWORD)).await.unwrap();
        w.advance(leaving::GRACE);
        w.upkeep("leaving.find_due").await;
        assert_eq!(sessions::sign_in(&w.app, attempt()).await.unwrap_err().kind(), Kind::Invalid);
        assert_eq!(w.run_jobs().await.failed, 0);
        assert_eq!(state(&w, ann).await, AccountState::Deleted);
    })
    .await;
}

#[tokio::test]
async fn a_suspension_does_not_keep_what_was_to_be_erased() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let boss = w.person_with_role("boss", Role::Admin).await;
        leaving::delete(&w.app, &w.viewer(&ann).await, Secret::new(PASSWORD)).await.unwrap();
        let reason = "Sold fakes".to_owned();
        kith_domain::members::suspend(&w.app, &w.viewer(&boss).await, ann.id, reason).await.unwrap();
        w.advance(leaving::GRACE - MINUTE);
        w.upkeep("leaving.find_due").await;
        assert_eq!(state(&w, ann.id).await, AccountState::Suspended, "not before its time");
        w.advance(MINUTE);
        w.upkeep("leaving.find_due").await;
        assert_eq!(w.run_jobs().await.failed, 0);
        assert_eq!(state(&w, ann.id).await, AccountState::Deleted);
        assert!(w.app.db.read(move |q| accounts::get(q, ann.id)).await.unwrap_err().is_not_found());
    })
    .await;
}

#[tokio::test]
async fn the_last_owner_cannot_leave() {
    World::each(|w| async move {
        let owner = w.person_with_role("owner", Role::Owner).await.id;
        let viewer = member(&w, owner).await;
        let error = leaving::delete(&w.app, &viewer, Secret::new(PASSWORD)).await.unwrap_err();
        assert_eq!(error.kind(), Kind::Conflict);
        w.person_with_role("second", Role::Owner).await;
        leaving::delete(&w.app, &viewer, Secret::new(PASSWORD)).await.unwrap();
    })
    .await;
}

statement!(
    POST,
    "test.post",
    "INSERT INTO posts (id, author_id, owner_id, audience, comment_audience, language, cover, created_at,
       photo_count, comment_count, reaction_count, share_count)
     VALUES ($1, $2, $2, 'community', 'community', 'en', '', 1, 0, 1, 1, 0)"
);
statement!(
    TEXT,
    "test.text",
    "INSERT INTO post_texts (post_id, language, source, html) VALUES ($1, 'en', $2, $2)"
);
statement!(
    COMMENT,
    "test.comment",
    "INSERT INTO comments (id, post_id, author_id, language, source, html, created_at, reaction_count)
     VALUES ($1, $2, $3, 'en', $4, $4, 1, 0)"
);
statement!(
    REACTION,
    "test.reaction",
    "INSERT INTO reactions (subject_kind, subject_id, account_id, kind, created_at) VALUES ('post', $1, $2, 'like', 1)"
);
statement!(
    FRIEND,
    "test.friend",
    "INSERT INTO friendships (account_id, friend_id, created_at) VALUES ($1, $2, 1), ($2, $1, 1)"
);
statement!(
    MEDIA,
    "test.media",
    "INSERT INTO media (id, owner_id, state, width, height, bytes, alt, attached_kind, attached_id, created_at)
     VALUES ($1, $2, 'ready', 1, 1, 4, 'secret alt', 'post', $3, 1)"
);
statement!(
    SIZE,
    "test.size",
    "INSERT INTO media_sizes (media_id, size, width, height, bytes, content_type, store_key)
     VALUES ($1, 'full', 1, 1, 4, 'image/webp', $2)"
);
statement!(COUNTS, "test.counts", "SELECT comment_count, reaction_count FROM posts WHERE id = $1");
statement!(LEFT, "test.left", "SELECT COUNT(*) FROM posts WHERE author_id = $1");
statement!(WORDS, "test.words", "SELECT source FROM comments WHERE author_id = $1");
statement!(FRIENDS, "test.friends", "SELECT COUNT(*) FROM friendships");

#[tokio::test]
async fn erasure_leaves_no_word_no_photo_and_no_tie() {
    World::each(|w| async move {
        let ann = w.person_named("ann", "Ann Secretname").await.id;
        let ben = w.person("ben").await.id;
        let key = kith_media::StoreKey::random().sized(kith_media::SizeName::Full);
        w.app.store.put(&key, b"data".to_vec()).await.unwrap();
        let stored = key.to_string();
        let bens_post = w
            .app
            .db
            .write(move |tx| {
                let (own, bens): (PostId, PostId) = (tx.new_id(), tx.new_id());
                let (comment, media) = (tx.new_id::<()>(), tx.new_id::<()>());
                tx.run(&POST, &params![own, ann])?;
                tx.run(&TEXT, &params![own, "Ann's secret words"])?;
                tx.run(&POST, &params![bens, ben])?;
                tx.run(&TEXT, &params![bens, "Ben's words"])?;
                tx.run(&COMMENT, &params![comment, bens, ann, "Ann's secret comment"])?;
                tx.run(&REACTION, &params![bens, ann])?;
                tx.run(&FRIEND, &params![ann, ben])?;
                tx.run(&MEDIA, &params![media, ann, own])?;
                tx.run(&SIZE, &params![media, &stored])?;
                Ok(bens)
            })
            .await
            .unwrap();

        leaving::erase(&w.app, ann).await.unwrap();
        leaving::erase(&w.app, ann).await.unwrap();

        assert_eq!(w.app.store.get(&key).await.unwrap(), None, "the photo's bytes are still there");
        let (counts, left, words, friends) = w
            .app
            .db
            .read(move |q| {
                let counts = q.one(&COUNTS, &params![bens_post], |row| {
                    Ok((row.int("comment_count")?, row.int("reaction_count")?))
                })?;
                let words = q.all(&WORDS, &params![ann], |row| row.text("source"))?;
                Ok((counts, q.count(&LEFT, &params![ann])?, words, q.count(&FRIENDS, &[])?))
            })
            .await
            .unwrap();
        assert_eq!((counts, left, friends), ((0, 0), 0, 0));
        assert!(words.iter().all(String::is_empty));
        let card = w.app.db.read(move |q| accounts::card(q, ann)).await.unwrap();
        assert_eq!((card.name.as_str(), card.state), ("", AccountState::Deleted));
        assert!(w.app.db.read(move |q| accounts::get(q, ann)).await.unwrap_err().is_not_found());
        if w.app.db.engine() == kith_db::Engine::Sqlite {
            let folder = tempfile::tempdir().unwrap();
            let copy = folder.path().join("copy.db");
            w.app.db.back_up(&copy).await.unwrap();
            let bytes = std::fs::read(&copy).unwrap();
            let holds = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
            assert!(holds("Ben's words"));
            for gone in ["Secretname", "secret words", "secret comment", "secret alt", "ann@example.org"] {
                assert!(!holds(gone), "{gone} is still in the file");
            }
        }
    })
    .await;
}
