//! Statements of filters. Only what belongs to the account is read; what is changed was read before.

use std::collections::HashMap;

use kith_base::{Error, Millis, Result};
use kith_db::{Query, Tx, params, statement};

use super::model::{Contexts, Filter, FilterAction, FilteredPost, Keyword};
use crate::AccountId;
use crate::kinds::{FilterId, FilterKeywordId, FilterPostId};

statement!(
    LIST,
    "filters.list",
    "SELECT id, title, contexts, action, expires_at
       FROM filters
      WHERE account_id = $1 AND (expires_at IS NULL OR expires_at > $2)
      ORDER BY id"
);
statement!(
    KEYWORDS,
    "filters.keywords",
    "SELECT k.filter_id, k.id, k.phrase, k.whole_word
       FROM filters f
       JOIN filter_keywords k ON k.filter_id = f.id
      WHERE f.account_id = $1
      ORDER BY k.id"
);
statement!(
    POSTS,
    "filters.posts",
    "SELECT fp.filter_id, fp.id, fp.post_id
       FROM filters f
       JOIN filter_posts fp ON fp.filter_id = f.id
      WHERE f.account_id = $1
      ORDER BY fp.id"
);

/// The account's filters with all that is in them, those that have run out left out.
pub(super) fn list(q: &mut Query<'_>, account: AccountId, now: Millis) -> Result<Vec<Filter>> {
    let mut filters = q.all(&LIST, &params![account, now], |row| {
        let (action, contexts) = (row.text("action")?, row.text("contexts")?);
        Ok(Filter {
            id: row.id("id")?,
            title: row.text("title")?,
            contexts: Contexts::parse(contexts.split(' ')).unwrap_or_default(),
            action: FilterAction::parse(&action)
                .ok_or_else(|| Error::internal(format!("no filter action {action}")))?,
            expires_at: row.opt_int("expires_at")?,
            keywords: Vec::new(),
            posts: Vec::new(),
        })
    })?;
    if filters.is_empty() {
        return Ok(filters);
    }
    let mut keywords: HashMap<FilterId, Vec<Keyword>> = HashMap::new();
    q.all(&KEYWORDS, &params![account], |row| {
        keywords.entry(row.id("filter_id")?).or_default().push(Keyword {
            id: row.id("id")?,
            phrase: row.text("phrase")?,
            is_whole_word: row.bool("whole_word")?,
        });
        Ok(())
    })?;
    let mut posts: HashMap<FilterId, Vec<FilteredPost>> = HashMap::new();
    q.all(&POSTS, &params![account], |row| {
        let post = FilteredPost { id: row.id("id")?, post: row.int("post_id")? };
        posts.entry(row.id("filter_id")?).or_default().push(post);
        Ok(())
    })?;
    for filter in &mut filters {
        filter.keywords = keywords.remove(&filter.id).unwrap_or_default();
        filter.posts = posts.remove(&filter.id).unwrap_or_default();
    }
    Ok(filters)
}

statement!(
    INSERT,
    "filters.insert",
    "INSERT INTO filters (id, account_id, title, contexts, action, expires_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)"
);
statement!(
    UPDATE,
    "filters.update",
    "UPDATE filters SET title = $2, contexts = $3, action = $4, expires_at = $5 WHERE id = $1"
);
statement!(DELETE, "filters.delete", "DELETE FROM filters WHERE id = $1 AND account_id = $2");
statement!(EMPTY_WORDS, "filters.empty_words", "DELETE FROM filter_keywords WHERE filter_id = $1");
statement!(EMPTY_POSTS, "filters.empty_posts", "DELETE FROM filter_posts WHERE filter_id = $1");
statement!(
    INSERT_KEYWORD,
    "filters.insert_keyword",
    "INSERT INTO filter_keywords (id, filter_id, phrase, whole_word) VALUES ($1, $2, $3, $4)"
);
statement!(
    UPDATE_KEYWORD,
    "filters.update_keyword",
    "UPDATE filter_keywords SET phrase = $2, whole_word = $3 WHERE id = $1"
);
statement!(DELETE_KEYWORD, "filters.delete_keyword", "DELETE FROM filter_keywords WHERE id = $1");
statement!(
    INSERT_POST,
    "filters.insert_post",
    "INSERT INTO filter_posts (id, filter_id, post_id) VALUES ($1, $2, $3)"
);
statement!(DELETE_POST, "filters.delete_post", "DELETE FROM filter_posts WHERE id = $1");

pub(super) fn insert(tx: &mut Tx<'_>, account: AccountId, filter: &Filter) -> Result<()> {
    let now = tx.now();
    let contexts = filter.contexts.words().join(" ");
    tx.run(
        &INSERT,
        &params![filter.id, account, &filter.title, contexts, filter.action, filter.expires_at, now],
    )
    .map(drop)
}

pub(super) fn update(tx: &mut Tx<'_>, filter: &Filter) -> Result<()> {
    let contexts = filter.contexts.words().join(" ");
    tx.run(&UPDATE, &params![filter.id, &filter.title, contexts, filter.action, filter.expires_at]).map(drop)
}

/// Removes a filter of the account with all that is in it; tells how many filters that were.
pub(super) fn delete(tx: &mut Tx<'_>, id: FilterId, account: AccountId) -> Result<u64> {
    let gone = tx.run(&DELETE, &params![id, account])?;
    if gone > 0 {
        tx.run(&EMPTY_WORDS, &params![id])?;
        tx.run(&EMPTY_POSTS, &params![id])?;
    }
    Ok(gone)
}

pub(super) fn insert_keyword(tx: &mut Tx<'_>, filter: FilterId, keyword: &Keyword) -> Result<()> {
    tx.run(&INSERT_KEYWORD, &params![keyword.id, filter, &keyword.phrase, keyword.is_whole_word]).map(drop)
}

pub(super) fn update_keyword(tx: &mut Tx<'_>, keyword: &Keyword) -> Result<()> {
    tx.run(&UPDATE_KEYWORD, &params![keyword.id, &keyword.phrase, keyword.is_whole_word]).map(drop)
}

pub(super) fn delete_keyword(tx: &mut Tx<'_>, id: FilterKeywordId) -> Result<()> {
    tx.run(&DELETE_KEYWORD, &params![id]).map(drop)
}

pub(super) fn insert_post(tx: &mut Tx<'_>, filter: FilterId, post: FilteredPost) -> Result<()> {
    tx.run(&INSERT_POST, &params![post.id, filter, post.post]).map(drop)
}

pub(super) fn delete_post(tx: &mut Tx<'_>, id: FilterPostId) -> Result<()> {
    tx.run(&DELETE_POST, &params![id]).map(drop)
}
