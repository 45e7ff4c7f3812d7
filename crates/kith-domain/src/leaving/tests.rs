//! Erasure forgets no table.

use super::*;

/// Tables that know nothing of a person, or whose knowledge has its own end; the reason stands beside each.
const LEFT_ALONE: &[(&str, &str)] = &[
    ("settings", "the community's own"),
    ("site_pages", "the community's own; who wrote is an id without a person"),
    ("throttles", "ids and hashes for minutes"),
    ("spent_proofs", "hashes of puzzles"),
    ("search_fills", "how far the search has read"),
    ("mail_tallies", "how many letters went out; nothing says to whom"),
    ("apps", "programs; who let them in stands with their tokens"),
    ("former_group_slugs", "addresses of groups"),
    ("group_texts", "words of groups; who wrote them is not kept"),
    ("group_questions", "words of groups"),
    ("group_topics", "words of groups"),
    ("audit_log", "what the staff did, by id; it must outlast the account"),
];

#[test]
fn every_table_is_erased_from_or_left_alone_for_a_reason() {
    let texts = sql::all_texts().split_whitespace().collect::<Vec<_>>().join(" ");
    let renames = crate::migrations::MIGRATIONS.iter().flat_map(|migration| migration.sql.lines());
    let renamed: Vec<&str> = renames
        .filter_map(|line| line.strip_prefix("ALTER TABLE ")?.split_once(" RENAME TO "))
        .map(|(before, _)| before)
        .collect();
    for migration in crate::migrations::MIGRATIONS {
        for line in migration.sql.lines().filter(|line| line.starts_with("CREATE TABLE ")) {
            let table = line.trim_start_matches("CREATE TABLE ").split([' ', '(']).next().unwrap_or_default();
            let reached = [" FROM ", "UPDATE "].iter().any(|verb| texts.contains(&format!("{verb}{table} ")));
            let left = LEFT_ALONE.iter().any(|(name, _)| *name == table);
            let is_gone = renamed.contains(&table);
            assert!(reached || left || is_gone, "{table} of {} is forgotten by erasure", migration.name);
        }
    }
}
