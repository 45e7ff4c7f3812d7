//! Who is too young to be turned to by somebody whom they do not know (L14).

use kith_base::Result;
use kith_db::{Query, params, statement};

use crate::AccountId;
use crate::accounts::ages::{self, Birthday};

statement!(
    BORN,
    "relationships.born",
    "SELECT a.id, a.birth_year, a.birth_month, a.birth_day
       FROM accounts a
      WHERE a.id = $1
         OR (a.birth_year IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM friendships f WHERE f.account_id = $1 AND f.friend_id = a.id)
             AND a.id IN ($2[]))"
);

/// Minors among `people` to whom `member` may be an adult whom they do not know.
///
/// # Errors
/// Internal when the database fails.
pub fn out_of_reach(q: &mut Query<'_>, member: AccountId, people: &[AccountId]) -> Result<Vec<AccountId>> {
    let today = ages::today(q.now());
    let mut born: Vec<(AccountId, Birthday)> = q.all(&BORN, &params![member, people], |row| {
        let day = row.opt_int("birth_month")?.zip(row.opt_int("birth_day")?);
        Ok((row.id("id")?, Birthday { year: row.opt_int("birth_year")?, day }))
    })?;
    let is_young = |(_, birthday): &(AccountId, Birthday)| !ages::may_be_adult(birthday, today);
    if born.iter().any(|one| one.0 == member && is_young(one)) {
        return Ok(Vec::new());
    }
    born.retain(|(id, birthday)| *id != member && ages::is_minor(birthday, today));
    Ok(born.into_iter().map(|(id, _)| id).collect())
}
