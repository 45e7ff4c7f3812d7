//! Who is told of a post: the owner of the wall, the author of what is passed on, those who are named, and those who want
//! its author on top. Nobody is told of what they may not see.

use std::collections::HashSet;

use kith_base::Result;
use kith_db::{Query, Tx, params, statement};

use super::model::Hold;
use super::policy::may_see_sql;
use crate::notices::{self, Cause, Occasion};
use crate::{AccountId, GroupId, PostId, groups};

/// Those who want an author on top and are told of one post; a member of a community has few.
const ON_TOP: usize = 500;

statement!(
    SEES,
    "posts.sees",
    concat!("SELECT 1 AS found FROM posts p WHERE p.id = $2 AND ", may_see_sql!())
);
statement!(
    WANT_ON_TOP,
    "posts.want_on_top",
    "SELECT follower_id
       FROM follows
      WHERE followed_id = $1 AND see_first_at IS NOT NULL AND (snoozed_until_at IS NULL OR snoozed_until_at < $2)
      ORDER BY see_first_at DESC
      LIMIT $3"
);

/// Whether `account`, an active member, may see the post as this transaction has it.
///
/// # Errors
/// Internal when the database fails.
pub(crate) fn sees(q: &mut Query<'_>, account: AccountId, post: PostId) -> Result<bool> {
    q.exists(&SEES, &params![account, post])
}

/// A post was written. `passed_on` is the post that it shows, that one's author, and whether nothing was added.
pub(super) fn created(
    tx: &mut Tx<'_>,
    author: AccountId,
    post: PostId,
    wall: Option<AccountId>,
    passed_on: Option<(PostId, AccountId, bool)>,
    mentioned: &[AccountId],
) -> Result<()> {
    let mut told: HashSet<AccountId> = HashSet::from([author]);
    if let Some(owner) = wall
        && told.insert(owner)
    {
        notices::tell(tx, owner, &Cause::at_post(Occasion::WallPost, author, post))?;
    }
    if let Some((original, by, is_bare)) = passed_on
        && told.insert(by)
        && sees(tx, by, post)?
    {
        let occasion = if is_bare { Occasion::Share } else { Occasion::Quote };
        let cause = Cause { original: Some(original), ..Cause::at_post(occasion, author, post) };
        notices::tell(tx, by, &cause)?;
    }
    for who in mentioned {
        if told.insert(*who) && sees(tx, *who, post)? {
            notices::tell(tx, *who, &Cause::at_post(Occasion::Mention, author, post))?;
        }
    }
    let now = tx.now();
    let on_top = tx.all(&WANT_ON_TOP, &params![author, now, ON_TOP], |row| row.id("follower_id"))?;
    for who in on_top {
        if told.insert(who) && sees(tx, who, post)? {
            notices::tell(tx, who, &Cause::at_post(Occasion::SeeFirst, author, post))?;
        }
    }
    Ok(())
}

/// A post was written in a group: those who look after it hear of one that waits or calls them, members of one that can
/// be read.
pub(super) fn in_group(
    tx: &mut Tx<'_>,
    author: AccountId,
    post: PostId,
    group: GroupId,
    hold: Option<Hold>,
    words: &[&str],
) -> Result<()> {
    match hold {
        None => {
            if words.iter().any(|text| groups::calls_staff(text)) {
                let cause = Cause::at_post(Occasion::GroupMention, author, post);
                groups::call_staff(tx, group, &cause, |_| false)?;
            }
            groups::told_of_post(tx, group, post)
        }
        Some(_) => {
            let cause = Cause::at_post(Occasion::GroupPostPending, author, post);
            groups::tell_staff(tx, group, &Cause { group: Some(group), ..cause })
        }
    }
}

/// Other people are named than before.
pub(super) fn edited(
    tx: &mut Tx<'_>,
    author: AccountId,
    post: PostId,
    before: &[AccountId],
    now: &[AccountId],
) -> Result<()> {
    let cause = Cause::at_post(Occasion::Mention, author, post);
    for who in before.iter().filter(|who| !now.contains(who)) {
        notices::take_back(tx, *who, &cause)?;
    }
    for who in now.iter().filter(|who| !before.contains(who)) {
        if sees(tx, *who, post)? {
            notices::tell(tx, *who, &cause)?;
        }
    }
    Ok(())
}

/// Those who took part in one post and are told of its new words.
const TOOK_PART: usize = 200;

statement!(
    TOOK_PART_IN,
    "posts.took_part",
    "SELECT c.author_id AS account_id FROM comments c WHERE c.post_id = $1 AND c.deleted_at IS NULL
      UNION
     SELECT s.author_id AS account_id FROM posts s WHERE s.shared_post_id = $1 AND s.deleted_at IS NULL
      ORDER BY account_id
      LIMIT $2"
);

/// Whether the words are others, and not only the space between them.
pub(super) fn is_material(before: &str, now: &str) -> bool {
    !before.split_whitespace().eq(now.split_whitespace())
}

/// The words of a post are others: those who answered them or passed them on may want to look again.
pub(super) fn changed(tx: &mut Tx<'_>, author: AccountId, post: PostId) -> Result<()> {
    let cause = Cause::at_post(Occasion::PostEdited, author, post);
    let known: Vec<AccountId> =
        tx.all(&TOOK_PART_IN, &params![post, TOOK_PART], |row| row.id("account_id"))?;
    for who in known {
        if who != author && sees(tx, who, post)? {
            notices::retell(tx, who, &cause)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::is_material;

    #[test]
    fn spaces_say_nothing() {
        assert!(!is_material("At  eight\n", "At eight"));
        assert!(is_material("At eight", "At nine"));
    }
}
