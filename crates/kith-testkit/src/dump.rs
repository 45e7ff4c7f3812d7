//! Everything that a world's database holds, as text: to show that nothing changed, or that a word stands nowhere.

#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where its ground is missing")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use kith_db::{Address, DbConfig};
use rusqlite::types::ValueRef;

/// The rows of every table, each as one line `column=value …`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dump(BTreeMap<String, BTreeSet<String>>);

impl Dump {
    /// Reads the whole database. `quiet` names tables, and columns as `table.column`, that are left out.
    pub async fn of(config: &DbConfig, quiet: &[&str]) -> Self {
        let address = config.address.clone();
        let quiet: Vec<String> = quiet.iter().map(|name| (*name).to_owned()).collect();
        // The drivers block; a thread of their own keeps them off the runtime.
        tokio::task::spawn_blocking(move || {
            std::thread::spawn(move || match address {
                Address::Sqlite(file) => sqlite(&file, &quiet),
                Address::Postgres(url) => postgres(url.expose(), &quiet),
            })
            .join()
            .expect("the database is read")
        })
        .await
        .expect("the database is read")
    }

    /// Rows that are in one and not in the other, with a sign which.
    pub fn difference(&self, after: &Self) -> Vec<String> {
        let tables: BTreeSet<&String> = self.0.keys().chain(after.0.keys()).collect();
        let none = BTreeSet::new();
        let mut lines = Vec::new();
        for table in tables {
            let (before, after) = (self.0.get(table).unwrap_or(&none), after.0.get(table).unwrap_or(&none));
            lines.extend(before.difference(after).map(|row| format!("- {table}: {row}")));
            lines.extend(after.difference(before).map(|row| format!("+ {table}: {row}")));
        }
        lines
    }

    /// Fails with the rows that changed, if any did.
    ///
    /// # Panics
    /// When something changed.
    pub fn must_equal(&self, after: &Self, what: &str) {
        let difference = self.difference(after);
        assert!(difference.is_empty(), "{what} changed the database:\n{}", difference.join("\n"));
    }

    /// Rows in which `word` stands.
    pub fn find(&self, word: &str) -> Vec<String> {
        self.0
            .iter()
            .flat_map(|(table, rows)| {
                rows.iter().filter(|row| row.contains(word)).map(move |row| format!("{table}: {row}"))
            })
            .collect()
    }
}

fn is_quiet(quiet: &[String], table: &str, column: Option<&str>) -> bool {
    quiet.iter().any(|name| match (name.split_once('.'), column) {
        (None, None) => name == table,
        (Some((of, name)), Some(column)) => of == table && name == column,
        _ => false,
    })
}

fn sqlite(file: &std::path::Path, quiet: &[String]) -> Dump {
    let connection = rusqlite::Connection::open(file).expect("the database file opens");
    let mut tables = connection
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
        .expect("a list of tables");
    let names: Vec<String> = tables
        .query_map([], |row| row.get(0))
        .expect("a list of tables")
        .collect::<rusqlite::Result<_>>()
        .expect("names");
    let mut dump = BTreeMap::new();
    for table in names {
        if is_quiet(quiet, &table, None) {
            continue;
        }
        let mut rows = connection.prepare(&format!("SELECT * FROM {table}")).expect("a table");
        let columns: Vec<String> = rows.column_names().into_iter().map(str::to_owned).collect();
        let mut cursor = rows.query([]).expect("rows");
        let mut lines = BTreeSet::new();
        while let Some(row) = cursor.next().expect("a row") {
            let mut line = String::new();
            for (at, column) in columns.iter().enumerate() {
                if is_quiet(quiet, &table, Some(column)) {
                    continue;
                }
                let value = match row.get_ref(at).expect("a value") {
                    ValueRef::Null => "NULL".to_owned(),
                    ValueRef::Integer(number) => number.to_string(),
                    ValueRef::Real(number) => number.to_string(),
                    ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                    ValueRef::Blob(bytes) => {
                        format!("{}{}", hex(bytes), String::from_utf8_lossy(bytes))
                    }
                };
                let _ = write!(line, "{column}={value} ");
            }
            lines.insert(line);
        }
        dump.insert(table, lines);
    }
    Dump(dump)
}

fn postgres(url: &str, quiet: &[String]) -> Dump {
    let mut client = postgres::Client::connect(url, postgres::NoTls).expect("the database answers");
    let columns = client
        .query(
            "SELECT table_name::text, column_name::text FROM information_schema.columns
              WHERE table_schema = 'public' ORDER BY table_name, ordinal_position",
            &[],
        )
        .expect("a list of columns");
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in &columns {
        let (table, column): (String, String) = (row.get(0), row.get(1));
        if !is_quiet(quiet, &table, None) && !is_quiet(quiet, &table, Some(&column)) {
            tables.entry(table).or_default().push(column);
        }
    }
    let mut dump = BTreeMap::new();
    for (table, columns) in tables {
        let parts: Vec<String> = columns
            .iter()
            .map(|column| format!("'{column}=' || coalesce(\"{column}\"::text, 'NULL')"))
            .collect();
        let sql = format!("SELECT {} FROM {table}", parts.join(" || ' ' || "));
        let rows = client.query(&sql, &[]).unwrap_or_else(|problem| panic!("{table}: {problem}"));
        dump.insert(table, rows.iter().map(|row| row.get::<_, String>(0)).collect());
    }
    Dump(dump)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::from("\\x"), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
