//! Tags: found by their beginning, counted over the last days among posts for everyone, followed by members, and shown
//! on profiles.

mod model;
mod sql;

use kith_base::{DAY, Error, Message, Millis, PageRequest, Result, limits};
use kith_db::Query;
use kith_text::fold_tag;

pub use model::{DayOfTag, Featured, FollowedTag, Tag};

use crate::changes::{self, Change};
use crate::kinds::{FeaturedTagId, RowKind};
use crate::posts::policy::sql_viewer;
use crate::viewer::Viewer;
use crate::{AccountId, App};

/// For how many days, today among them, uses of a tag are counted.
pub const DAYS: Millis = 7;
/// Newest posts looked through for what is talked about.
const LOOKED_AT: usize = 5_000;

/// The tag with this name, whether anybody used it or not.
///
/// # Errors
/// NotFound when no tag can be written like this.
pub async fn get(app: &App, viewer: &Viewer, name: &str) -> Result<Tag> {
    let (key, _) = read_name(name).ok_or_else(Error::not_found)?;
    let viewer = viewer.clone();
    app.db.read(move |q| describe(q, &viewer, &key)).await
}

/// Tags that begin with `word` on posts that the viewer may see: the very word first, then the most used.
///
/// # Errors
/// Internal when the database fails.
pub async fn search(app: &App, viewer: &Viewer, word: &str, limit: usize, offset: usize) -> Result<Vec<Tag>> {
    let key = fold_tag(word.trim().trim_start_matches(['#', '＃']));
    if key.is_empty() {
        return Ok(Vec::new());
    }
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let keys = sql::search(q, sql_viewer(&viewer), &key, limit, offset)?;
            describe_all(q, &viewer, keys)
        })
        .await
}

/// What members write about most in posts for everyone, by how many people did so in the last days.
///
/// # Errors
/// Internal when the database fails.
pub async fn popular(app: &App, viewer: &Viewer, limit: usize, offset: usize) -> Result<Vec<Tag>> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let since = first_day(q) * DAY;
            let keys = sql::popular(q, sql_viewer(&viewer), since, LOOKED_AT, limit, offset)?;
            describe_all(q, &viewer, keys)
        })
        .await
}

/// Follows the tag, or follows it no more. Doing it twice changes nothing.
///
/// # Errors
/// NotFound when no tag can be written like this; Invalid in `name` when too many are followed.
pub async fn set_followed(app: &App, viewer: &Viewer, name: &str, is_followed: bool) -> Result<Tag> {
    let me = viewer.active()?.id;
    let (key, _) = read_name(name).ok_or_else(Error::not_found)?;
    let viewer = viewer.clone();
    app.db
        .write(move |tx| {
            if is_followed == sql::is_followed(tx, me, &key)? {
                return describe(tx, &viewer, &key);
            }
            if !is_followed {
                sql::unfollow(tx, me, &key)?;
            } else if sql::count_followed(tx, me)? < most(limits::FOLLOWED_TAGS) {
                sql::follow(tx, me, &key)?;
            } else {
                return Err(too_many("name", limits::FOLLOWED_TAGS));
            }
            changes::record(tx, Change::FollowedTagsChanged { account: me });
            describe(tx, &viewer, &key)
        })
        .await
}

/// Tags that the viewer follows, the last one first.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn followed(app: &App, viewer: &Viewer, request: PageRequest<RowKind>) -> Result<Vec<FollowedTag>> {
    let me = viewer.active()?.id;
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let (rows, keys): (Vec<_>, Vec<_>) = sql::followed(q, me, &request)?.into_iter().unzip();
            let tags = describe_all(q, &viewer, keys)?;
            Ok(rows.into_iter().zip(tags).map(|(row, tag)| FollowedTag { row, tag }).collect())
        })
        .await
}

/// Tags on somebody's profile, in the order in which they were put there. Ask only for people whom the viewer may meet.
///
/// # Errors
/// Internal when the database fails.
pub async fn featured(app: &App, viewer: &Viewer, account: AccountId) -> Result<Vec<Featured>> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let rows = sql::featured(q, account)?;
            with_uses(q, &viewer, account, rows)
        })
        .await
}

/// Puts a tag on the viewer's profile. Doing it twice changes nothing.
///
/// # Errors
/// Invalid in `name` when it is no tag, or when there are too many.
pub async fn feature(app: &App, viewer: &Viewer, name: &str) -> Result<Featured> {
    let me = viewer.active()?.id;
    let (key, shown) = read_name(name).ok_or_else(|| Error::invalid("name", "tags-not-a-tag"))?;
    let viewer = viewer.clone();
    app.db
        .write(move |tx| {
            let had = sql::featured(tx, me)?;
            let row = match had.iter().find(|(_, of, _)| *of == key) {
                Some(row) => row.clone(),
                None if had.len() >= limits::FEATURED_TAGS => {
                    return Err(too_many("name", limits::FEATURED_TAGS));
                }
                None => {
                    let id = tx.new_id();
                    sql::feature(tx, id, me, &key, &shown)?;
                    (id, key.clone(), shown.clone())
                }
            };
            with_uses(tx, &viewer, me, vec![row])?.pop().ok_or_else(Error::not_found)
        })
        .await
}

/// Takes a tag off the viewer's profile.
///
/// # Errors
/// NotFound when it is not there.
pub async fn unfeature(app: &App, viewer: &Viewer, id: FeaturedTagId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| if sql::unfeature(tx, me, id)? == 0 { Err(Error::not_found()) } else { Ok(()) })
        .await
}

/// Takes the tag with this name off the viewer's profile, if it is there.
///
/// # Errors
/// NotFound when no tag can be written like this.
pub async fn unfeature_by_name(app: &App, viewer: &Viewer, name: &str) -> Result<()> {
    let me = viewer.active()?.id;
    let (key, _) = read_name(name).ok_or_else(Error::not_found)?;
    app.db.write(move |tx| sql::unfeature_by_name(tx, me, &key)).await
}

/// Tags that the viewer uses most and does not show on their profile.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn featurable(app: &App, viewer: &Viewer) -> Result<Vec<Tag>> {
    let me = viewer.active()?.id;
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let keys = sql::used_by(q, me, limits::FEATURED_TAGS)?;
            describe_all(q, &viewer, keys)
        })
        .await
}

/// Key and spelling of what was typed, if all of it is one tag.
fn read_name(name: &str) -> Option<(String, String)> {
    let bare = name.trim().trim_start_matches(['#', '＃']);
    let found = kith_text::scan(&format!("#{bare}")).tags;
    match found.as_slice() {
        [tag] if tag.shown == bare => Some((tag.key.clone(), tag.shown.clone())),
        _ => None,
    }
}

/// One tag with what is counted of it.
fn describe(q: &mut Query<'_>, viewer: &Viewer, key: &str) -> Result<Tag> {
    describe_all(q, viewer, vec![key.to_owned()])?.pop().ok_or_else(Error::not_found)
}

/// Tags in the order of `keys`, with what is counted of them; three statements whatever the number.
///
/// # Errors
/// Internal when the database fails.
pub fn describe_all(q: &mut Query<'_>, viewer: &Viewer, keys: Vec<String>) -> Result<Vec<Tag>> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let first = first_day(q);
    let used = sql::by_day(q, sql_viewer(viewer), &keys, first * DAY)?;
    let me = viewer.id_or_zero();
    let followed = sql::followed_among(q, me, &keys)?;
    let featured = sql::featured_among(q, me, &keys)?;
    let told = keys.into_iter().map(|key| {
        let days = (first..first + DAYS).rev().map(|day| {
            let (uses, people) = used.get(&(key.clone(), day)).copied().unwrap_or_default();
            DayOfTag { at: day * DAY, uses, people }
        });
        Tag {
            history: days.collect(),
            is_followed: followed.contains(&key),
            is_featured: featured.contains(&key),
            key,
        }
    });
    Ok(told.collect())
}

/// Tags on the profile of `account`, with what is counted of them; one statement whatever the number.
fn with_uses(
    q: &mut Query<'_>,
    viewer: &Viewer,
    account: AccountId,
    rows: Vec<(FeaturedTagId, String, String)>,
) -> Result<Vec<Featured>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let keys: Vec<String> = rows.iter().map(|(_, key, _)| key.clone()).collect();
    let used = sql::uses_by(q, sql_viewer(viewer), account, &keys)?;
    let told = rows.into_iter().map(|(id, key, shown)| {
        let (posts, newest) = used.get(&key).copied().unzip();
        Featured {
            id,
            key,
            shown,
            posts: posts.unwrap_or(0),
            last_used_at: newest.map(kith_base::Id::made_at),
        }
    });
    Ok(told.collect())
}

/// The first of the days that are counted, in days since 1970.
fn first_day(q: &Query<'_>) -> Millis {
    q.now().div_euclid(DAY) - (DAYS - 1)
}

fn most(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}

fn too_many(field: &'static str, limit: usize) -> Error {
    Error::invalid(field, Message::new("tags-too-many").with("limit", limit))
}

#[cfg(test)]
mod tests {
    use super::read_name;

    #[test]
    fn a_name_is_one_tag_and_nothing_beside_it() {
        assert_eq!(read_name("#Spring").unwrap(), ("spring".to_owned(), "Spring".to_owned()));
        assert!(read_name("ربيع").is_some());
        for wrong in ["", "#", "two words", "a#b", "a\nb", "<b>", "1"] {
            assert_eq!(read_name(wrong), None, "{wrong}");
        }
    }
}
