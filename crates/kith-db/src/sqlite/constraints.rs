//! Names of violated constraints. SQLite tells only the columns, so the names are looked up.

/// The names that the violated constraint may have, as PostgreSQL would call it. `cause` is SQLite's message:
/// `UNIQUE constraint failed: people.handle, people.domain`, `… failed: index 'name'`, `CHECK constraint failed: name`.
pub(super) fn names(raw: &rusqlite::Connection, cause: &str, primary_key: bool) -> Vec<String> {
    let Some((kind, what)) = cause.split_once(" constraint failed: ") else { return Vec::new() };
    let what = what.trim();
    if let Some(index) = what.strip_prefix("index ") {
        return vec![index.trim_matches('\'').to_owned()];
    }
    if kind.ends_with("CHECK") {
        return vec![what.to_owned()];
    }
    let columns: Vec<(&str, &str)> = what.split(", ").filter_map(|column| column.split_once('.')).collect();
    let Some((table, _)) = columns.first() else { return Vec::new() };
    let columns: Vec<&str> = columns.iter().map(|(_, column)| *column).collect();
    if primary_key {
        return vec![format!("{table}_pkey")];
    }
    let mut names = indexes(raw, table, &columns).unwrap_or_default();
    names.push(format!("{table}_{}_key", columns.join("_")));
    names
}

/// The unique indexes of `table` over exactly `columns`.
fn indexes(raw: &rusqlite::Connection, table: &str, columns: &[&str]) -> rusqlite::Result<Vec<String>> {
    let mut all = raw.prepare_cached("SELECT name FROM pragma_index_list(?1) WHERE \"unique\" = 1")?;
    let mut parts = raw.prepare_cached("SELECT name FROM pragma_index_info(?1) ORDER BY seqno")?;
    let mut fitting = Vec::new();
    for index in all.query_map([table], |row| row.get::<_, String>(0))? {
        let index = index?;
        let over: Vec<Option<String>> =
            parts.query_map([&index], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        if over.len() == columns.len()
            && over.iter().zip(columns).all(|(part, column)| part.as_deref() == Some(*column))
        {
            fitting.push(index);
        }
    }
    Ok(fitting)
}
