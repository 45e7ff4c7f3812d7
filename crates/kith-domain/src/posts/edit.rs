//! Changing a post's words and photos. What it said before stays readable for those who may see the post.

use kith_base::{Error, Result};
use kith_db::Tx;

use super::create::check_words;
use super::model::{Hold, Post, PostEdit, Revision};
use super::words::{self, Mentioned, Words};
use super::{announce, photos, policy, sql, trust};
use crate::changes::{self, Change};
use crate::search_terms::{self, Terms};
use crate::viewer::{Acting, Viewer, Visible};
use crate::{AccountId, App, PostId, groups, pages, viewers};

/// Changes words, cover, language and photos.
///
/// # Errors
/// NotFound unless the viewer is the author; Invalid as for a new post.
pub async fn edit(app: &App, viewer: &Viewer, post: PostId, mut edit: PostEdit) -> Result<Visible<Post>> {
    let (author, acting) = (viewer.active()?.id, viewer.acting());
    edit.text = kith_text::normalise_text(&edit.text);
    edit.cover = kith_text::normalise_line(&edit.cover);
    let mut errors = Vec::new();
    check_words(&mut errors, &edit.text, &edit.cover, &edit.language, edit.photos.len());
    if !errors.is_empty() {
        return Err(Error::invalid_fields(errors));
    }
    edit.alts = photos::checked(&edit.alts)?;
    let source = edit.text.clone();
    let (member, mentioned) = app
        .db
        .read(move |q| {
            let member = viewers::load_fresh(q, author)?;
            let mentioned = Mentioned::find(q, &member, &source)?;
            Ok((member, mentioned))
        })
        .await?;
    let rendered = kith_text::render_post(&edit.text, &mentioned);
    let words = Words {
        terms: Terms::of_post(&edit.cover, &rendered.html),
        rendered,
        mentioned: mentioned.ids(),
        language: words::language_of(&edit.language, &edit.text, &member),
        source: edit.text.clone(),
    };
    if !app.config.rate_limits_off() {
        let errors = trust::check_content(&member, &words.rendered, edit.photos.len(), "text");
        if !errors.is_empty() {
            return Err(Error::invalid_fields(errors));
        }
    }
    app.db.write(move |tx| write(tx, (author, acting), post, &edit, &words)).await
}

fn write(
    tx: &mut Tx<'_>,
    (author, acting): (AccountId, Option<Acting>),
    post: PostId,
    edit: &PostEdit,
    words: &Words,
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
    photos::describe(tx, author, &edit.photos, &edit.alts)?;
    if before.source == words.source
        && before.cover == edit.cover
        && before.language == words.language
        && had == edit.photos
    {
        changes::record(tx, Change::PostChanged { post, author });
        return Ok(before);
    }
    pages::done(tx, acting, author, pages::Act::PostEdited, (pages::SubjectKind::Post, post))?;
    sql::insert_revision(tx, &before)?;
    sql::update_words(tx, post, &words.language, &edit.cover, edit.photos.len())?;
    let named = sql::mentions(tx, &[post])?.remove(&post).unwrap_or_default();
    sql::put_words(tx, post, &words.language, &words.source, &words.rendered, &words.mentioned)?;
    search_terms::replace(tx, post, author, &words.terms)?;
    announce::edited(tx, author, post, &named, &words.mentioned)?;
    if announce::is_material(&before.source, &words.source) {
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
    announce::in_group(tx, post.author, post.id, place.id, Some(Hold::Waiting))
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
                since: now.edited_at.unwrap_or(now.created_at),
            });
            Ok(revisions)
        })
        .await
}
