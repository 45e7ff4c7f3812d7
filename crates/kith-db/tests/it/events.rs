//! What listeners hear, and when.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use kith_base::{Error, Kind};
use kith_db::{Db, Event};

use crate::{add, count, engines, open};

type Heard = Arc<Mutex<Vec<String>>>;

/// Everything the listener hears, as words.
fn hear(db: &Db) -> Heard {
    let heard = Heard::default();
    let into = Arc::clone(&heard);
    db.listen(move |event| {
        into.lock().unwrap().push(match event {
            Event::Committed(what) => what.downcast_ref::<String>().unwrap().clone(),
            Event::Foreign => "foreign".to_owned(),
        });
    });
    heard
}

#[tokio::test]
async fn events_come_after_the_commit_in_order_and_never_from_a_write_that_failed() {
    engines::each(|config| async move {
        let db = open(&config).await;
        let heard = hear(&db);
        db.write(|tx| {
            tx.after_commit("one".to_owned());
            add(tx, 1, "ann")?;
            tx.after_commit("two".to_owned());
            Ok(())
        })
        .await
        .unwrap();
        // The answer comes after the listeners, so there is nothing to wait for.
        assert_eq!(*heard.lock().unwrap(), ["one", "two"]);
        let failed = db
            .write(|tx| {
                tx.after_commit("lost".to_owned());
                Err::<(), _>(Error::conflict("no"))
            })
            .await;
        assert!(failed.is_err());
        let spoiled = db
            .write(|tx| {
                tx.after_commit("lost".to_owned());
                add(tx, 2, "ann")
            })
            .await;
        assert!(spoiled.is_err());
        assert_eq!(*heard.lock().unwrap(), ["one", "two"]);
    })
    .await;
}

#[tokio::test]
async fn a_write_of_another_handle_is_heard_as_foreign_and_our_own_is_not() {
    engines::each(|config| async move {
        let here = open(&config).await;
        let there = open(&config).await;
        let (heard_here, heard_there) = (hear(&here), hear(&there));
        here.write(|tx| add(tx, 1, "ann")).await.unwrap();
        for _ in 0..100 {
            if !heard_there.lock().unwrap().is_empty() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
        assert_eq!(*heard_there.lock().unwrap(), ["foreign"]);
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert_eq!(*heard_here.lock().unwrap(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_listener_that_panics_does_not_stop_the_database() {
    engines::each(|config| async move {
        let db = open(&config).await;
        db.listen(|_| panic!("on purpose"));
        let heard = hear(&db);
        for id in 1..=2 {
            db.write(move |tx| {
                tx.after_commit(id.to_string());
                add(tx, id, &id.to_string())
            })
            .await
            .unwrap();
        }
        assert_eq!(*heard.lock().unwrap(), ["1", "2"]);
    })
    .await;
}

#[tokio::test]
async fn g14_whichever_point_of_a_write_fails_nothing_is_kept_or_told_and_the_next_one_goes_through() {
    engines::each(|config| async move {
        let db = open(&config).await;
        let heard = hear(&db);
        let write = async || {
            db.write(|tx| {
                add(tx, 1, "ann")?;
                add(tx, 2, "ben")?;
                tx.after_commit("both".to_owned());
                Ok(())
            })
            .await
        };
        // Two statements and a commit.
        for nth in 1..=3 {
            db.fail_at(nth);
            assert_eq!(write().await.unwrap_err().kind(), Kind::Internal, "at {nth}");
            assert_eq!(db.fail_at(0), 0, "at {nth}");
            assert_eq!(db.read(count).await.unwrap(), 0, "at {nth}");
        }
        // A closure that takes no notice of the failure is not believed.
        db.fail_at(1);
        let careless = db.write(|tx| Ok(add(tx, 1, "ann").is_ok() || add(tx, 2, "ben").is_ok())).await;
        assert_eq!(careless.unwrap_err().kind(), Kind::Internal);
        assert!(heard.lock().unwrap().iter().all(|word| word != "both"));
        write().await.unwrap();
        assert_eq!(db.read(count).await.unwrap(), 2);
        assert!(heard.lock().unwrap().iter().any(|word| word == "both"));
    })
    .await;
}
