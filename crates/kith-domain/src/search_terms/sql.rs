//! Statements that write the words of things.

use std::collections::BTreeSet;

use kith_base::Result;
use kith_db::{Tx, params, statement};

use super::SubjectKind;

// A thing has some thirty words: many rows in one statement, and the rest one by one.
statement!(
    INSERT_SIXTEEN,
    "search_terms.insert_sixteen",
    "INSERT INTO search_terms (kind, subject_id, term)
     VALUES ($1, $2, $3), ($1, $2, $4), ($1, $2, $5), ($1, $2, $6), ($1, $2, $7), ($1, $2, $8), ($1, $2, $9),
            ($1, $2, $10), ($1, $2, $11), ($1, $2, $12), ($1, $2, $13), ($1, $2, $14), ($1, $2, $15), ($1, $2, $16),
            ($1, $2, $17), ($1, $2, $18)"
);
statement!(
    INSERT_FOUR,
    "search_terms.insert_four",
    "INSERT INTO search_terms (kind, subject_id, term)
     VALUES ($1, $2, $3), ($1, $2, $4), ($1, $2, $5), ($1, $2, $6)"
);
statement!(
    INSERT_ONE,
    "search_terms.insert_one",
    "INSERT INTO search_terms (kind, subject_id, term) VALUES ($1, $2, $3)"
);
statement!(DELETE, "search_terms.delete", "DELETE FROM search_terms WHERE subject_id = $2 AND kind = $1");

/// Writes the terms of one thing, which has none yet.
pub(super) fn insert(tx: &mut Tx<'_>, kind: SubjectKind, subject: i64, keys: &[i64]) -> Result<()> {
    let mut rest = keys;
    for (statement, rows) in [(&INSERT_SIXTEEN, 16), (&INSERT_FOUR, 4), (&INSERT_ONE, 1)] {
        while let Some((some, others)) = rest.split_at_checked(rows) {
            let mut values = params![kind, subject].to_vec();
            values.extend(some.iter().map(kith_db::Value::from));
            tx.run(statement, &values)?;
            rest = others;
        }
    }
    Ok(())
}

/// Drops the terms of one thing.
pub(super) fn delete(tx: &mut Tx<'_>, kind: SubjectKind, subject: i64) -> Result<()> {
    tx.run(&DELETE, &params![kind, subject]).map(drop)
}

statement!(
    INSERT_NAME,
    "search_terms.insert_name",
    "INSERT INTO search_names (kind, term, subject_id) VALUES ($1, $2, $3)"
);
statement!(
    DELETE_NAMES,
    "search_terms.delete_names",
    "DELETE FROM search_names WHERE subject_id = $2 AND kind = $1"
);

/// Writes the words of a name in place of those that were there.
pub(super) fn put_names(
    tx: &mut Tx<'_>,
    kind: SubjectKind,
    subject: i64,
    words: &BTreeSet<String>,
) -> Result<()> {
    tx.run(&DELETE_NAMES, &params![kind, subject])?;
    for word in words {
        tx.run(&INSERT_NAME, &params![kind, word.as_bytes(), subject])?;
    }
    Ok(())
}
