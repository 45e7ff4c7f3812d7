//! Who is too young to be turned to by the author.

use kith_base::Result;
use kith_db::{Query, params, statement};

use crate::AccountId;
use crate::accounts::ages::{self, Birthday};

statement!(
    BORN,
    "posts.born",
    "SELECT a.id, a.birth_year, a.birth_month, a.birth_day
       FROM accounts a
      WHERE a.id = $1
         OR (a.birth_year IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM friendships f WHERE f.account_id = $1 AND f.friend_id = a.id)
             AND a.id IN ($2[]))"
);

/// Minors among `people` to whom the author may be an adult whom they do not know.
pub(in crate::posts) fn out_of_reach(
    q: &mut Query<'_>,
    author: AccountId,
    people: &[AccountId],
) -> Result<Vec<AccountId>> {
    let today = ages::today(q.now());
    let mut born: Vec<(AccountId, Birthday)> = q.all(&BORN, &params![author, people], |row| {
        let day = row.opt_int("birth_month")?.zip(row.opt_int("birth_day")?);
        Ok((row.id("id")?, Birthday { year: row.opt_int("birth_year")?, day }))
    })?;
    let is_young = |(_, birthday): &(AccountId, Birthday)| !ages::may_be_adult(birthday, today);
    if born.iter().any(|one| one.0 == author && is_young(one)) {
        return Ok(Vec::new());
    }
    born.retain(|(id, birthday)| *id != author && ages::is_minor(birthday, today));
    Ok(born.into_iter().map(|(id, _)| id).collect())
}
