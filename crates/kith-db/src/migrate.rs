//! Forward-only migrations: which ones there are, what each engine gets to see of them.

use std::borrow::Cow;

use kith_base::{Error, Result};

use crate::Engine;

/// One step of the schema. Steps run once each, in order, and are never changed after a release.
#[derive(Debug)]
pub struct Migration {
    /// Sorts and names the step, as `0007_albums`.
    pub name: &'static str,
    /// The DDL, one text for both engines. Lines between `--! sqlite` or `--! postgres` and the next `--! both` are
    /// for that engine alone.
    pub sql: &'static str,
}

/// What this crate itself needs, before anything else.
pub(crate) static OWN: &[Migration] = &[Migration {
    name: "db_0001_jobs",
    sql: "
CREATE TABLE jobs (
    id BIGINT PRIMARY KEY,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    state TEXT NOT NULL,
    run_at BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    lease_until_at BIGINT,
    last_error TEXT
);
CREATE INDEX jobs_by_state ON jobs (state, run_at);
CREATE INDEX jobs_by_lease ON jobs (lease_until_at) WHERE lease_until_at IS NOT NULL;
",
}];

/// All steps of the program, our own first.
pub(crate) fn all(migrations: &'static [Migration]) -> impl Iterator<Item = &'static Migration> {
    OWN.iter().chain(migrations)
}

/// The steps that are still to be done, given the names already done.
///
/// # Errors
/// Internal when the database has been through a step this program does not know: an older program must not write
/// into it.
pub(crate) fn pending(migrations: &'static [Migration], done: &[String]) -> Result<Vec<&'static Migration>> {
    if let Some(unknown) = done.iter().find(|name| !all(migrations).any(|step| step.name == **name)) {
        return Err(Error::internal(format!(
            "the database has been through migration {unknown}, which this program does not know: \
             it was opened by a newer version; start that version or restore a backup"
        )));
    }
    Ok(all(migrations).filter(|step| !done.iter().any(|name| name == step.name)).collect())
}

/// The DDL as `engine` has to see it.
pub(crate) fn for_engine(sql: &'static str, engine: Engine) -> Cow<'static, str> {
    let mut text = String::with_capacity(sql.len());
    let mut ours = true;
    for line in sql.lines() {
        if let Some(section) = line.trim().strip_prefix("--!") {
            ours = match section.trim() {
                "sqlite" => engine == Engine::Sqlite,
                "postgres" => engine == Engine::Postgres,
                _ => true,
            };
        } else if ours {
            text.push_str(line);
            text.push('\n');
        }
    }
    match engine {
        // Only INTEGER PRIMARY KEY is the row id itself; BIGINT PRIMARY KEY would be a second index.
        Engine::Sqlite => text.replace("BIGINT PRIMARY KEY", "INTEGER PRIMARY KEY").into(),
        Engine::Postgres => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_reach_only_their_engine() {
        let sql =
            "CREATE TABLE a (id BIGINT PRIMARY KEY);\n--! sqlite\nlite;\n--! postgres\npg;\n--! both\nall;";
        assert_eq!(
            for_engine(sql, Engine::Sqlite),
            "CREATE TABLE a (id INTEGER PRIMARY KEY);\nlite;\nall;\n"
        );
        assert_eq!(for_engine(sql, Engine::Postgres), "CREATE TABLE a (id BIGINT PRIMARY KEY);\npg;\nall;\n");
    }

    #[test]
    fn a_database_from_a_newer_program_is_refused() {
        let error = pending(&[], &["9999_future".to_owned()]).unwrap_err();
        assert!(error.to_string().contains("9999_future"), "{error}");
        assert_eq!(pending(&[], &[]).unwrap().len(), OWN.len());
    }
}
