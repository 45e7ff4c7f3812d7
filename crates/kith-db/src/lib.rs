//! The database behind one small face: two engines (SQLite and PostgreSQL), one SQL text, named statements,
//! migrations, the durable writer, and jobs that are committed together with what they follow from.
//!
//! It knows no feature. `docs/sql.md` says how statements are written.

mod db;
mod dialect;
mod failure;
mod faults;
pub mod jobs;
mod migrate;
mod pg;
mod query;
mod row;
mod sqlite;
mod statement;
mod tx;
mod value;
mod work;

pub use db::{Address, Db, DbConfig, Engine, Event, Stats};
pub use dialect::forbidden_words;
pub use failure::on_constraint;
#[doc(hidden)]
pub use inventory;
pub use migrate::Migration;
pub use query::Query;
pub use row::Row;
#[doc(hidden)]
pub use statement::Registered;
pub use statement::{Statement, all_statements};
pub use tx::Tx;
pub use value::Value;
