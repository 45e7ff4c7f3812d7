//! Values in, values out.

use kith_base::{Error, Id, Kind};
use kith_db::{Value, all_statements, forbidden_words, on_constraint, params, statement};

use crate::{add, engines, open};

statement!(
    INSERT,
    "things.insert",
    "INSERT INTO things (id, name, size, weight, is_good, content) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id"
);
statement!(
    ALL,
    "things.all",
    "SELECT id, name, size, weight, is_good, content FROM things WHERE name <> $1 ORDER BY id"
);
statement!(SOME, "things.some", "SELECT id FROM things WHERE id IN ($2[]) AND name <> $1 ORDER BY id");
statement!(OTHERS, "things.others", "SELECT id FROM things WHERE id NOT IN ($1[]) ORDER BY id");
statement!(NAMED, "things.named", "SELECT id FROM things WHERE name IN ($1[]) ORDER BY id");
statement!(UNNAMED, "things.unnamed", "SELECT id FROM things WHERE name NOT IN ($1[]) ORDER BY id");
statement!(
    SUM,
    "things.sum",
    "SELECT SUM(size) AS total, AVG(size) AS middle, COUNT(*) > 1 AS many FROM things"
);
statement!(LATER, "things.later", "SELECT $1 + 1 AS later, COALESCE($2, 0) AS number, $3 || '!' AS loud");
statement!(PART, "parts.add", "INSERT INTO parts (thing_id, place) VALUES ($1, $2)");

enum Thing {}

#[tokio::test]
async fn every_type_comes_back_as_it_went_in() {
    engines::each(|config| async move {
        let db = open(&config).await;
        let id: Id<Thing> = db
            .write(|tx| {
                let id = tx.new_id::<Thing>();
                let bytes: &[u8] = &[0, 159, 255];
                tx.one(&INSERT, &params![id, "Ünï '$1'", i64::MAX, 0.5, true, bytes], |row| row.id("id"))
            })
            .await
            .unwrap();
        db.write(move |tx| {
            let nothing = None::<i64>;
            tx.run(&INSERT, &params![1_i64, "bare", nothing, None::<f64>, None::<bool>, Value::Null])
                .map(|_| ())
        })
        .await
        .unwrap();
        db.read(move |q| {
            let rows = q.all(&ALL, &params!["x"], |row| {
                assert!(row.text("absent").is_err());
                assert!(row.bool("name").is_err());
                Ok((
                    row.id::<Thing>("id")?,
                    row.text("name")?,
                    row.opt_int("size")?,
                    row.opt_real("weight")?,
                    row.opt_bool("is_good")?,
                    row.opt_bytes("content")?,
                ))
            })?;
            let bytes = vec![0, 159, 255];
            let full = (id, "Ünï '$1'".to_owned(), Some(i64::MAX), Some(0.5), Some(true), Some(bytes));
            assert_eq!(rows, [(Id::new(1), "bare".to_owned(), None, None, None, None), full]);
            Ok(())
        })
        .await
        .unwrap();
        db.close().await;
    })
    .await;
}

#[tokio::test]
async fn lists_of_any_length_select_what_is_in_them() {
    engines::each(|config| async move {
        let db = open(&config).await;
        db.write(|tx| (1..=9).try_for_each(|id| add(tx, id, &format!("thing {id}")))).await.unwrap();
        db.read(|q| {
            for length in [0_i64, 1, 3, 9, 3000] {
                let list: Vec<i64> = (1..=length).collect();
                let found = q.all(&SOME, &params!["thing 2", &list], |row| row.int("id"))?;
                let wanted: Vec<i64> = (1..=length.min(9)).filter(|id| *id != 2).collect();
                assert_eq!(found, wanted);
                let others = q.all(&OTHERS, &params![list], |row| row.int("id"))?;
                assert_eq!(others, (length + 1..=9).collect::<Vec<_>>());
            }
            Ok(())
        })
        .await
        .unwrap();
    })
    .await;
}

#[tokio::test]
async fn lists_of_texts_select_what_is_in_them() {
    engines::each(|config| async move {
        let db = open(&config).await;
        // Signs that mean something in a list of either engine.
        let name = |id: i64| format!("{id} \"'\\,{{}}[] ربيع NULL");
        db.write(move |tx| (1..=9).try_for_each(|id| add(tx, id, &name(id)))).await.unwrap();
        db.read(move |q| {
            for length in [0_i64, 1, 3, 9, 3000] {
                let list: Vec<String> = (1..=length).map(name).collect();
                let found = q.all(&NAMED, &params![&list], |row| row.int("id"))?;
                assert_eq!(found, (1..=length.min(9)).collect::<Vec<_>>());
                let others = q.all(&UNNAMED, &params![list], |row| row.int("id"))?;
                assert_eq!(others, (length + 1..=9).collect::<Vec<_>>());
            }
            let odd = vec!["a\0b".to_owned(), name(4)];
            assert_eq!(q.all(&NAMED, &params![odd], |row| row.int("id"))?, [4], "a NUL is no failure");
            Ok(())
        })
        .await
        .unwrap();
    })
    .await;
}

#[tokio::test]
async fn sums_and_untyped_parameters_are_whole_numbers_of_64_bits() {
    engines::each(|config| async move {
        let db = open(&config).await;
        db.write(|tx| {
            tx.run(&crate::ADD, &params![1_i64, "a", 5_000_000_001_i64])?;
            tx.run(&crate::ADD, &params![2_i64, "b", 5_000_000_002_i64])
        })
        .await
        .unwrap();
        db.read(|q| {
            let sums =
                q.one(&SUM, &[], |row| Ok((row.int("total")?, row.real("middle")?, row.bool("many")?)))?;
            assert_eq!(sums, (10_000_000_003, 5_000_000_001.5, true));
            let big = 7_000_000_000_i64;
            let later = q.one(&LATER, &params![big, big, "hey"], |row| {
                Ok((row.int("later")?, row.int("number")?, row.text("loud")?))
            })?;
            assert_eq!(later, (big + 1, big, "hey!".to_owned()));
            assert_eq!(q.count(&SUM, &[])?, 10_000_000_003);
            Ok(())
        })
        .await
        .unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_violated_constraint_is_known_by_its_name() {
    engines::each(|config| async move {
        let db = open(&config).await;
        db.write(|tx| {
            add(tx, 1, "ann")?;
            tx.run(&crate::ADD, &params![7_i64, "cat", 7_i64])?;
            tx.run(&PART, &params![1_i64, 1_i64]).map(|_| ())
        })
        .await
        .unwrap();
        for (name, id, text, size) in [
            ("things_by_name", 2_i64, "ann", 0_i64),
            ("things_by_low_name", 2, "CAT", 7),
            ("things_size_check", 2, "ben", -13),
            ("things_pkey", 1, "ben", 0),
        ] {
            let taken = db
                .write(move |tx| {
                    let outcome = tx.run(&crate::ADD, &params![id, text, size]);
                    let outcome = on_constraint(outcome, "another_name", Error::not_found);
                    on_constraint(outcome, name, || Error::conflict("taken"))
                })
                .await;
            assert_eq!(taken.unwrap_err().kind(), Kind::Conflict, "{name}");
        }
        let part = db
            .write(|tx| {
                let _ = tx.new_id::<Thing>();
                on_constraint(tx.run(&PART, &params![1_i64, 1_i64]), "parts_pkey", || {
                    Error::conflict("taken")
                })
            })
            .await;
        assert_eq!(part.unwrap_err().kind(), Kind::Conflict);
        let orphan = db.write(|tx| tx.run(&PART, &params![99_i64, 1_i64])).await;
        assert_eq!(orphan.unwrap_err().kind(), Kind::Internal);
    })
    .await;
}

#[tokio::test]
async fn a_wrong_number_of_parameters_is_an_error_and_no_guess() {
    engines::each(|config| async move {
        let db = open(&config).await;
        assert!(db.read(|q| q.exists(&crate::SIZE, &params![1_i64, 2_i64])).await.is_err());
        assert!(db.read(|q| q.exists(&crate::SIZE, &params![])).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn every_declared_statement_is_understood_by_both_engines() {
    assert!(all_statements().any(|statement| statement.name == "jobs.insert"));
    assert_eq!(forbidden_words(crate::ADD.sql), Vec::<&str>::new());
    engines::each(|config| async move {
        let db = open(&config).await;
        // Some tests declare statements that only make sense with values; those are named so.
        let mut problems = db.prepare_all().unwrap();
        problems.retain(|(name, _)| *name != "things.later");
        assert_eq!(problems, []);
    })
    .await;
}

#[tokio::test]
async fn a_text_with_a_nul_is_a_text_like_others() {
    engines::each(|config| async move {
        let db = open(&config).await;
        db.write(|tx| {
            let nothing = None::<i64>;
            let name = "a\0b";
            tx.run(&INSERT, &params![1_i64, name, nothing, None::<f64>, None::<bool>, Value::Null])
                .map(|_| ())
        })
        .await
        .unwrap();
        let names =
            db.read(|q| q.all(&ALL, &params!["\0".to_owned()], |row| row.text("name"))).await.unwrap();
        assert_eq!(names, ["a\u{fffd}b"]);
    })
    .await;
}
