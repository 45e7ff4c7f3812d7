//! The database layer as features use it, on both engines.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a test stops where it fails"
)]

// Shared by path: depending on the test kit would build the whole product before the database can be tested.
#[allow(dead_code, reason = "not every part of the shared file is used here")]
#[path = "../../../kith-testkit/src/engines.rs"]
mod engines;
#[path = "../../../kith-testkit/src/postgres_server.rs"]
mod postgres_server;

mod crash;
mod encryption;
mod events;
mod full_disk;
mod jobs;
mod migrating;
mod rows;
mod writing;

use kith_base::{Clock, Result};
use kith_db::{Db, DbConfig, Migration, Query, Tx, params, statement};

static SCHEMA: &[Migration] = &[Migration {
    name: "0001_things",
    sql: "
CREATE TABLE things (
    id BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    size BIGINT,
    weight DOUBLE PRECISION,
    is_good BOOLEAN,
    content BYTEA,
    CONSTRAINT things_size_check CHECK (size <> -13)
);
CREATE UNIQUE INDEX things_by_name ON things (name);
CREATE UNIQUE INDEX things_by_low_name ON things (LOWER(name)) WHERE size = 7;
CREATE TABLE parts (
    thing_id BIGINT NOT NULL REFERENCES things (id) ON DELETE CASCADE,
    place BIGINT NOT NULL,
    PRIMARY KEY (thing_id, place)
);
",
}];

statement!(ADD, "things.add", "INSERT INTO things (id, name, size) VALUES ($1, $2, $3)");
statement!(COUNT, "things.count", "SELECT COUNT(*) FROM things");
statement!(SIZE, "things.size", "SELECT size FROM things WHERE id = $1");
statement!(GROW, "things.grow", "UPDATE things SET size = $2 WHERE id = $1");

async fn open(config: &DbConfig) -> Db {
    Db::open(config, SCHEMA, Clock::default()).await.expect("the database opens")
}

fn add(tx: &mut Tx<'_>, id: i64, name: &str) -> Result<()> {
    tx.run(&ADD, &params![id, name, 0_i64]).map(|_| ())
}

fn count(q: &mut Query<'_>) -> Result<i64> {
    q.count(&COUNT, &params![])
}
