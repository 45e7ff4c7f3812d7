//! Changing a post's words and photos. What it said before stays readable for those who may see the post.

use kith_base::{Error, FieldError, Result};
use kith_db::Tx;

use super::model::{Hold, Post, PostEdit, Revision};
use super::texts::{self, Wordings};
use super::{announce, photos, policy, sql};
use crate::changes::{self, Change};
use crate::search_terms;
use crate::viewer::{Acting, Viewer, Visible};
use crate::{AccountId, App, PostId, groups, pages, viewers};

/// Changes words, cover, languages and photos.
///
/// # Errors
/// NotFound unless the viewer is the author; Invalid as for a new post.
pub async fn edit(app: &App, viewer: &Viewer, post: PostId, mut edit: PostEdit) -> Result<Visible<Post>> {
    let (author, acting) = (viewer.active()?.id, viewer.acting());
    edit.text = kith_text::normalise_text(&edit.text);
    edit.cover = kith_text::normalise_line(&edit.cover);
    edit.more = texts::normalised(edit.more);
    let mut errors = Vec::new();
    let first = (edit.text.as_str(), edit.cover.as_str(), edit.language.as_str());
    texts::check(&mut errors, first, &edit.more, edit.photos.len());
    if edit.text.is_empty() && !edit.more.is_empty() {
        errors.push(FieldError { field: "text", message: "posts-text-missing".into() });
    }
    if !errors.is_empty() {
        return Err(Error::invalid_fields(errors));
    }
    edit.alts = photos::checked(&edit.alts)?;
    let (source, more) = (edit.text.clone(), edit.more.clone());
    let (member, mentioned) = app
        .db
        .read(move |q| {
            let member = viewers::load_fresh(q, author)?;
            let mentioned = Wordings::mentioned(q, &member, &source, &more)?;
            Ok((member, mentioned))
        })
        .await?;
    let words = Wordings::of(&member, &mentioned, (&edit.text, &edit.cover, &edit.language), &edit.more);
    let errors = words.check(&member, edit.photos.len(), app.config.rate_limits_off());
    if !errors.is_empty() {
        return Err(Error::invalid_fields(errors));
    }
    app.db.write(move |tx| write(tx, (author, acting), post, &edit, &words)).await
}

fn write(
    tx: &mut Tx<'_>,
    (author, acting): (AccountId, Option<Acting>),
    post: PostId,
    edit: &PostEdit,
    words: &Wordings,
) -> Result<Visible<Post>> {
    let viewer = Viewer::Member(viewers::load_fresh(tx, author)?);
    let before = super::load(tx, &viewer, post)?;
    if !policy::may_edit(&viewer, &before.facts) {
        return Err(Error::not_found());
    }
    if edit.text.is_empty() && edit.photos.is_empty() && before.shared.is_none() {
        return Err(Error::invalid("text", "posts-text-missing"));
    }
    let had = sql::photos(tx, &[post])?.remove(&post).unwrap_or_default();
    if let Some(group) = before.facts.group
        && edit.photos.iter().any(|photo| !had.contains(photo))
    {
        let group = groups::load(tx, &viewer, group.id)?;
        groups::check_making(&viewer, &group, groups::Right::AddPhotos, "groups-may-not-photos")?;
    }
    photos::describe(tx, author, &edit.photos, &edit.alts)?;
    if words.are_of(&before) && had == edit.photos {
        changes::record(tx, Change::PostChanged { post, author });
        return Ok(before);
    }
    pages::done(tx, acting, author, pages::Act::PostEdited, (pages::SubjectKind::Post, post))?;
    sql::insert_revision(tx, &before)?;
    sql::update_words(tx, post, words, edit.photos.len())?;
    let named = sql::mentions(tx, &[post])?.remove(&post).unwrap_or_default();
    sql::put_words(tx, post, words)?;
    search_terms::replace(tx, post, author, &words.terms)?;
    announce::edited(tx, author, post, &named, &words.mentioned)?;
    if words.differ_from(&before, announce::is_material) {
        announce::changed(tx, author, post)?;
    }
    photos::put(tx, author, post, &had, &edit.photos)?;
    wait_again(tx, &viewer, &before)?;
    changes::record(tx, Change::PostChanged { post, author });
    super::record_tags(tx, &before)?;
    super::load(tx, &viewer, post)
}

/// Where somebody looks at posts before others read them, new words are looked at too; a post that was sent back is handed
/// in again by changing it.
fn wait_again(tx: &mut Tx<'_>, viewer: &Viewer, post: &Post) -> Result<()> {
    let Some(place) = &post.group else { return Ok(()) };
    let group = groups::load(tx, viewer, place.id)?;
    if !groups::must_wait(viewer, &group) && post.facts.hold.is_none() {
        return Ok(());
    }
    sql::set_hold(tx, post.id, Some(Hold::Waiting), None)?;
    announce::in_group(tx, post.author, post.id, place.id, Some(Hold::Waiting), &[])
}

/// What a post said, from first to now; each entry says since when.
///
/// # Errors
/// NotFound when the viewer may not see the post.
pub async fn history(app: &App, viewer: &Viewer, post: PostId) -> Result<Vec<Revision>> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let now = super::load(q, &viewer, post)?;
            let mut revisions = sql::revisions(q, post)?;
            revisions.push(Revision {
                cover: now.cover.clone(),
                language: now.language.clone(),
                source: now.source.clone(),
                html: now.html.clone(),
                more: now.more.clone(),
                since: now.edited_at.unwrap_or(now.created_at),
            });
            Ok(revisions)
        })
        .await
}
