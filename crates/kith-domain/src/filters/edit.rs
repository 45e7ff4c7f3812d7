//! Making, changing and removing filters, their words, and the posts put into them.

use kith_base::{Error, Message, Millis, Result, limits};
use kith_db::Tx;
use kith_text::normalise_line;

use super::model::{Contexts, Filter, FilterAction, FilterEdit, FilteredPost, Keyword, KeywordEdit, Lasting};
use super::{PHRASE, matcher, of_account, sql};
use crate::changes::{self, Change};
use crate::kinds::{FilterId, FilterKeywordId, FilterPostId};
use crate::viewer::Viewer;
use crate::{AccountId, App};

/// Nothing lasts longer, so that no sum runs over.
const LONGEST: Millis = 100 * 365 * kith_base::DAY;

/// Makes a filter (`id` is none) or changes one of the viewer's; tells what it is then, and which words are new.
///
/// # Errors
/// Invalid with the field that breaks a rule, or when there are too many filters or words; Not found when the filter, or
/// the words that are to be changed, are not there or somebody else's.
pub async fn put(
    app: &App,
    viewer: &Viewer,
    id: Option<FilterId>,
    edit: FilterEdit,
) -> Result<(Filter, Vec<FilterKeywordId>)> {
    let me = viewer.active()?.id;
    let title = edit.title.as_deref().map(|title| checked("title", title)).transpose()?;
    if id.is_none() && title.is_none() {
        return Err(Error::invalid("title", "error-required"));
    }
    let keywords = edit.keywords.iter().map(checked_keyword).collect::<Result<Vec<_>>>()?;
    app.db
        .write(move |tx| {
            let kept = of_account(tx, me)?;
            let mut filter = found(&kept, id)?;
            if id.is_none() {
                filter.id = tx.new_id();
            }
            if let Some(title) = &title {
                filter.title.clone_from(title);
            }
            if let Some(contexts) = &edit.contexts {
                filter.contexts = contexts.clone();
            }
            filter.action = edit.action.unwrap_or(filter.action);
            filter.expires_at = match edit.lasting {
                Lasting::AsBefore => filter.expires_at,
                Lasting::ForGood => None,
                Lasting::For(time) => Some(tx.now() + time.clamp(0, LONGEST)),
            };
            if id.is_some() {
                sql::update(tx, &filter)?;
            } else {
                sql::insert(tx, me, &filter)?;
            }
            let others: usize = kept.iter().map(|other| other.keywords.len()).sum();
            let made = put_keywords(tx, &mut filter, others, &keywords)?;
            changes::record(tx, Change::FiltersChanged { account: me });
            Ok((filter, made))
        })
        .await
}

/// The filter that is changed, or a new one if there is room for it.
fn found(kept: &[Filter], id: Option<FilterId>) -> Result<Filter> {
    if let Some(id) = id {
        return kept.iter().find(|filter| filter.id == id).cloned().ok_or_else(Error::not_found);
    }
    if kept.len() >= limits::FILTERS {
        let message = Message::new("filters-too-many").with("limit", limits::FILTERS);
        return Err(Error::invalid("phrase", message));
    }
    Ok(Filter {
        id: FilterId::new(0),
        title: String::new(),
        contexts: Contexts::default(),
        action: FilterAction::default(),
        expires_at: None,
        keywords: Vec::new(),
        posts: Vec::new(),
    })
}

/// `before` is how many words the member has in all filters so far.
fn put_keywords(
    tx: &mut Tx<'_>,
    filter: &mut Filter,
    before: usize,
    steps: &[KeywordEdit],
) -> Result<Vec<FilterKeywordId>> {
    let mut made = Vec::new();
    for step in steps {
        let known = match step.id {
            Some(id) => {
                let at = filter.keywords.iter().position(|keyword| keyword.id == id);
                Some(at.ok_or_else(Error::not_found)?)
            }
            None => None,
        };
        match known {
            Some(at) if step.is_gone => sql::delete_keyword(tx, filter.keywords.remove(at).id)?,
            Some(at) => {
                let Some(keyword) = filter.keywords.get_mut(at) else { continue };
                if let Some(phrase) = &step.phrase {
                    keyword.phrase.clone_from(phrase);
                }
                keyword.is_whole_word = step.is_whole_word.unwrap_or(keyword.is_whole_word);
                sql::update_keyword(tx, keyword)?;
            }
            None if step.is_gone => {}
            None => {
                let phrase =
                    step.phrase.clone().ok_or_else(|| Error::invalid("keyword", "filters-phrase-missing"))?;
                let keyword =
                    Keyword { id: tx.new_id(), phrase, is_whole_word: step.is_whole_word.unwrap_or(false) };
                sql::insert_keyword(tx, filter.id, &keyword)?;
                made.push(keyword.id);
                filter.keywords.push(keyword);
            }
        }
    }
    if before + made.len() > limits::FILTER_WORDS && !made.is_empty() {
        return Err(full("keyword"));
    }
    Ok(made)
}

fn checked(field: &'static str, text: &str) -> Result<String> {
    let text = normalise_line(text);
    if matcher::fold(&text).is_empty() {
        return Err(Error::invalid(field, "filters-phrase-missing"));
    }
    if text.chars().count() > PHRASE {
        return Err(Error::invalid(field, Message::new("error-too-long").with("max", PHRASE)));
    }
    Ok(text)
}

fn checked_keyword(step: &KeywordEdit) -> Result<KeywordEdit> {
    let phrase = match &step.phrase {
        Some(phrase) if !step.is_gone => Some(checked("keyword", phrase)?),
        _ => None,
    };
    Ok(KeywordEdit { phrase, ..step.clone() })
}

fn full(field: &'static str) -> Error {
    Error::invalid(field, Message::new("filters-full").with("limit", limits::FILTER_WORDS))
}

/// Opens a write on the viewer's filters.
async fn change<T: Send + 'static>(
    app: &App,
    viewer: &Viewer,
    step: impl Fn(&mut Tx<'_>, AccountId, Vec<Filter>) -> Result<T> + Send + Sync + 'static,
) -> Result<T> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let kept = of_account(tx, me)?;
            let done = step(tx, me, kept)?;
            changes::record(tx, Change::FiltersChanged { account: me });
            Ok(done)
        })
        .await
}

/// Removes one of the viewer's filters.
///
/// # Errors
/// Not found when it is not there or somebody else's.
pub async fn delete(app: &App, viewer: &Viewer, id: FilterId) -> Result<()> {
    change(
        app,
        viewer,
        move |tx, me, _| if sql::delete(tx, id, me)? == 0 { Err(Error::not_found()) } else { Ok(()) },
    )
    .await
}

/// Removes words; a filter that is left with nothing goes with them.
///
/// # Errors
/// Not found when they are not there or somebody else's.
pub async fn delete_keyword(app: &App, viewer: &Viewer, id: FilterKeywordId) -> Result<()> {
    change(app, viewer, move |tx, me, kept| {
        let mut holders = kept.iter();
        let holder = holders.find(|filter| filter.keywords.iter().any(|keyword| keyword.id == id));
        let holder = holder.ok_or_else(Error::not_found)?;
        sql::delete_keyword(tx, id)?;
        if holder.keywords.len() == 1 && holder.posts.is_empty() {
            sql::delete(tx, holder.id, me)?;
        }
        Ok(())
    })
    .await
}

/// Puts a post or a comment into a filter. Ask only for what the viewer may see. Doing it twice changes nothing.
///
/// # Errors
/// Not found when the filter is not there or somebody else's; Invalid when there is no room.
pub async fn add_post(app: &App, viewer: &Viewer, filter: FilterId, post: i64) -> Result<FilteredPost> {
    change(app, viewer, move |tx, _, kept| {
        let held: usize = kept.iter().map(|filter| filter.posts.len()).sum();
        let filter = kept.iter().find(|known| known.id == filter).ok_or_else(Error::not_found)?;
        if let Some(known) = filter.posts.iter().find(|known| known.post == post) {
            return Ok(*known);
        }
        if held >= limits::FILTER_WORDS {
            return Err(full("status_id"));
        }
        let added = FilteredPost { id: tx.new_id(), post };
        sql::insert_post(tx, filter.id, added)?;
        Ok(added)
    })
    .await
}

/// Takes a post or a comment out of the filter that holds it.
///
/// # Errors
/// Not found when it is not there or the filter is somebody else's.
pub async fn remove_post(app: &App, viewer: &Viewer, id: FilterPostId) -> Result<FilteredPost> {
    change(app, viewer, move |tx, _, kept| {
        let mut posts = kept.iter().flat_map(|filter| &filter.posts);
        let known = posts.find(|post| post.id == id).copied().ok_or_else(Error::not_found)?;
        sql::delete_post(tx, id)?;
        Ok(known)
    })
    .await
}
