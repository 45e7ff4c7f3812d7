//! What a write keeps, and what it does not.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use kith_base::{Error, Kind};
use kith_db::{DbConfig, on_constraint, params};
use tokio::task::JoinSet;

use crate::{ADD, GROW, SIZE, add, count, engines, open};

#[tokio::test]
async fn a_closure_that_fails_or_panics_takes_nothing_else_with_it() {
    engines::each(|config| async move {
        let db = open(&config).await;
        let mut writes = JoinSet::new();
        for id in 0..90_i64 {
            let db = db.clone();
            writes.spawn(async move {
                db.write(move |tx| {
                    add(tx, id, &format!("thing {id}"))?;
                    match id % 3 {
                        0 => Ok(()),
                        1 => Err(Error::conflict("no")),
                        _ => panic!("on purpose"),
                    }
                })
                .await
                .map_err(|error| error.kind())
            });
        }
        let outcomes = writes.join_all().await;
        let of = |wanted| outcomes.iter().filter(|outcome| **outcome == wanted).count();
        assert_eq!((of(Ok(())), of(Err(Kind::Conflict)), of(Err(Kind::Internal))), (30, 30, 30));
        assert_eq!(db.read(count).await.unwrap(), 30);
    })
    .await;
}

#[tokio::test]
async fn a_failed_statement_undoes_the_write_even_when_the_closure_goes_on() {
    engines::each(|config| async move {
        let db = open(&config).await;
        let outcome = db
            .write(|tx| {
                add(tx, 1, "ann")?;
                let _ = add(tx, 2, "ann");
                Ok(())
            })
            .await;
        assert_eq!(outcome.unwrap_err().kind(), Kind::Internal);
        assert_eq!(db.read(count).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_read_cannot_write() {
    engines::each(|config| async move {
        let db = open(&config).await;
        assert!(db.read(|q| q.find(&ADD, &params![1_i64, "ann", 1_i64], |_| Ok(()))).await.is_err());
        assert_eq!(db.read(count).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_read_sees_one_moment() {
    engines::each(|config| async move {
        let db = open(&config).await;
        let (begun, wait) = std::sync::mpsc::channel();
        let (go, written) = std::sync::mpsc::channel::<()>();
        let reader = db.clone();
        let read = tokio::spawn(async move {
            reader
                .read(move |q| {
                    let before = count(q)?;
                    begun.send(()).unwrap();
                    written.recv().unwrap();
                    Ok((before, count(q)?))
                })
                .await
        });
        tokio::task::spawn_blocking(move || wait.recv().unwrap()).await.unwrap();
        db.write(|tx| add(tx, 1, "ann")).await.unwrap();
        go.send(()).unwrap();
        assert_eq!(read.await.unwrap().unwrap(), (0, 0));
        assert_eq!(db.read(count).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn writers_that_meet_lose_nothing() {
    engines::each(|config| async move {
        let here = open(&config).await;
        let there = open(&config).await;
        here.write(|tx| add(tx, 1, "counter")).await.unwrap();
        let mut writes = JoinSet::new();
        for db in [here.clone(), there.clone()] {
            writes.spawn(async move {
                for _ in 0..200 {
                    db.write(|tx| {
                        let size = tx.one(&SIZE, &params![1_i64], |row| row.int("size"))?;
                        tx.run(&GROW, &params![1_i64, size + 1])
                    })
                    .await
                    .unwrap();
                }
            });
        }
        writes.join_all().await;
        assert_eq!(here.read(|q| q.count(&SIZE, &params![1_i64])).await.unwrap(), 400);
    })
    .await;
}

#[tokio::test]
async fn a_taken_id_gets_another_try_with_a_fresh_one() {
    engines::each(|config| async move {
        let db = open(&config).await;
        db.write(|tx| add(tx, 1, "first")).await.unwrap();
        let tries = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&tries);
        db.write(move |tx| {
            let fresh = tx.new_id::<()>().raw();
            let first = counted.fetch_add(1, Ordering::Relaxed) == 0;
            add(tx, if first { 1 } else { fresh }, "second")
        })
        .await
        .unwrap();
        assert_eq!(tries.load(Ordering::Relaxed), 2);
        assert_eq!(db.read(count).await.unwrap(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_mapped_violation_reaches_the_caller_with_its_own_kind() {
    engines::each(|config| async move {
        let db = open(&config).await;
        db.write(|tx| add(tx, 1, "ann")).await.unwrap();
        let outcome = db
            .write(|tx| {
                on_constraint(add(tx, 2, "ann"), "things_by_name", || Error::invalid("name", "taken"))
            })
            .await;
        assert_eq!(outcome.unwrap_err().kind(), Kind::Invalid);
    })
    .await;
}

#[tokio::test]
async fn too_many_waiting_writes_are_turned_away() {
    engines::each(|config| async move {
        let db = open(&DbConfig { queue: 2, pool: 2, ..config }).await;
        let (go, wait) = std::sync::mpsc::channel::<()>();
        let wait = Arc::new(std::sync::Mutex::new(wait));
        let mut writes = JoinSet::new();
        for _ in 0..20 {
            let (db, wait) = (db.clone(), Arc::clone(&wait));
            writes.spawn(async move {
                db.write(move |_| {
                    let _ = wait.lock().unwrap().recv();
                    Ok(())
                })
                .await
                .map_err(|error| error.kind())
            });
        }
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        drop(go);
        let outcomes = writes.join_all().await;
        assert!(outcomes.contains(&Err(Kind::Overloaded)), "{outcomes:?}");
        assert!(outcomes.contains(&Ok(())), "{outcomes:?}");
    })
    .await;
}

#[tokio::test]
async fn closing_finishes_what_waits_and_takes_no_more() {
    engines::each(|config| async move {
        let db = open(&config).await;
        let other = db.clone();
        let mut writes = JoinSet::new();
        for id in 0..20_i64 {
            let db = db.clone();
            writes.spawn(async move { db.write(move |tx| add(tx, id, &format!("thing {id}"))).await });
        }
        tokio::task::yield_now().await;
        db.close().await;
        let kept = writes.join_all().await.iter().filter(|outcome| outcome.is_ok()).count();
        assert!(other.read(count).await.is_err());
        let again = open(&config).await;
        assert_eq!(again.read(count).await.unwrap(), i64::try_from(kept).unwrap());
        again.close().await;
    })
    .await;
}
