//! Opening databases of other ages.

use kith_base::Clock;
use kith_db::{Address, Db, DbConfig, Migration};

use crate::{SCHEMA, add, count, engines, open};

static NEWER: &[Migration] = &[
    Migration { name: SCHEMA[0].name, sql: SCHEMA[0].sql },
    Migration { name: "0002_colour", sql: "ALTER TABLE things ADD COLUMN colour TEXT;" },
];
static BROKEN: &[Migration] = &[
    Migration { name: SCHEMA[0].name, sql: SCHEMA[0].sql },
    Migration { name: "0002_broken", sql: "CREATE TABLE other (id BIGINT PRIMARY KEY); NONSENSE;" },
];

async fn open_with(config: &DbConfig, migrations: &'static [Migration]) -> kith_base::Result<Db> {
    Db::open(config, migrations, Clock::default()).await
}

#[tokio::test]
async fn a_database_of_a_newer_program_is_refused_with_the_name_of_the_step() {
    engines::each(|config| async move {
        open_with(&config, NEWER).await.unwrap().close().await;
        let refused = open_with(&config, SCHEMA).await.err().unwrap().to_string();
        assert!(refused.contains("0002_colour"), "{refused}");
    })
    .await;
}

#[tokio::test]
async fn what_is_to_come_is_named_and_nothing_is_applied() {
    engines::each(|config| async move {
        open(&config).await.close().await;
        for _ in 0..2 {
            assert_eq!(Db::pending(&config, NEWER).await.unwrap(), ["0002_colour"]);
        }
        open_with(&config, NEWER).await.unwrap().close().await;
        assert!(Db::pending(&config, NEWER).await.unwrap().is_empty());
        assert!(Db::pending(&config, SCHEMA).await.is_err(), "a newer program has been here");
    })
    .await;
}

#[tokio::test]
async fn a_migration_that_fails_leaves_the_database_as_it_was() {
    engines::each(|config| async move {
        let db = open(&config).await;
        db.write(|tx| add(tx, 1, "ann")).await.unwrap();
        db.close().await;
        assert!(open_with(&config, BROKEN).await.is_err());
        let db = open(&config).await;
        assert_eq!(db.read(count).await.unwrap(), 1);
        db.close().await;
        open_with(&config, NEWER).await.unwrap().close().await;
    })
    .await;
}

#[tokio::test]
async fn processes_that_start_together_migrate_once() {
    engines::each(|config| async move {
        let (one, two, three) =
            tokio::join!(open_with(&config, NEWER), open_with(&config, NEWER), open_with(&config, NEWER));
        for db in [one, two, three] {
            db.unwrap().close().await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_file_with_content_is_copied_before_it_is_migrated_and_an_empty_one_is_not() {
    let fresh = engines::Fresh::sqlite();
    let Address::Sqlite(file) = &fresh.config.address else { panic!("SQLite") };
    let copies = || {
        let mut copies: Vec<String> = std::fs::read_dir(file.parent().unwrap())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.contains(".before-"))
            .collect();
        copies.sort();
        copies
    };
    let db = open(&fresh.config).await;
    assert_eq!(copies(), Vec::<String>::new());
    db.write(|tx| add(tx, 1, "ann")).await.unwrap();
    db.close().await;
    for old in 0..4 {
        std::fs::write(file.with_file_name(format!("kith.db.before-000{old}_old")), "old").unwrap();
        std::thread::sleep(std::time::Duration::from_millis(15));
    }
    open_with(&fresh.config, NEWER).await.unwrap().close().await;
    assert_eq!(
        copies(),
        ["kith.db.before-0002_colour", "kith.db.before-0002_old", "kith.db.before-0003_old"]
    );
    let copy = DbConfig::sqlite(file.with_file_name("kith.db.before-0002_colour"));
    let copy = open(&copy).await;
    assert_eq!(copy.read(count).await.unwrap(), 1, "one can go back to the copy with the older program");
    copy.close().await;
}

#[tokio::test]
async fn a_backup_of_a_database_in_use_is_whole() {
    let fresh = engines::Fresh::sqlite();
    let db = open(&fresh.config).await;
    db.write(|tx| (0..500).try_for_each(|id| add(tx, id, &id.to_string()))).await.unwrap();
    let Address::Sqlite(file) = &fresh.config.address else { panic!("SQLite") };
    let target = file.with_file_name("copy.db");
    db.back_up(&target).await.unwrap();
    db.write(|tx| add(tx, 1000, "later")).await.unwrap();
    let copy = open(&DbConfig::sqlite(target)).await;
    assert_eq!(copy.read(count).await.unwrap(), 500);
}
