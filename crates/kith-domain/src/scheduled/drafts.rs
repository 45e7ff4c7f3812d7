//! Drafts: what stands in a form for writing, kept under the word of that form until something is made with it.

use kith_base::{Error, Kind, Message, Result, limits};
use kith_db::{Query, Tx};

use super::model::{Begun, Draft};
use super::sql;
use crate::kinds::PostKind;
use crate::media::{self, AttachTo};
use crate::viewer::Viewer;
use crate::{AccountId, App, DraftId, MediaId, posts, viewers};

/// Keeps what stands in the form with this word, in the place of what was kept of it before. Nothing is checked but how
/// much there is: a draft may break every rule of a post.
///
/// # Errors
/// Conflict when something was made with the word already; Invalid (field `draft`) when it is too long or too many are
/// kept; as [`Viewer::active`].
pub async fn keep(app: &App, viewer: &Viewer, word: String, draft: Draft) -> Result<DraftId> {
    let me = viewer.active()?.id;
    if viewer.acting().is_some() {
        return Err(Error::forbidden("pages-personal"));
    }
    check(&word, &draft)?;
    app.db
        .write(move |tx| {
            Viewer::Member(viewers::load_fresh(tx, me)?).active()?;
            if posts::submitted::<PostKind>(tx, me, &word)?.is_some() {
                return Err(Error::conflict("error-conflict"));
            }
            let id = match sql::draft_by_word(tx, me, &word)? {
                Some(id) => {
                    sql::update_draft(tx, id, &draft)?;
                    media::release(tx, me, AttachTo::Draft(id))?;
                    id
                }
                None => {
                    if usize::try_from(sql::count_drafts(tx, me)?).unwrap_or(usize::MAX) >= limits::DRAFTS {
                        let message = Message::new("drafts-too-many").with("limit", limits::DRAFTS);
                        return Err(Error::invalid("draft", message));
                    }
                    let id = tx.new_id();
                    sql::insert_draft(tx, id, me, &word, &draft)?;
                    id
                }
            };
            hold(tx, me, id, &draft.photos)?;
            Ok(id)
        })
        .await
}

fn check(word: &str, draft: &Draft) -> Result<()> {
    let is_word = !word.is_empty() && word.chars().count() <= 64;
    let is_short = draft.text.chars().count() <= 2 * limits::POST_TEXT
        && draft.cover.chars().count() <= 2 * limits::POST_TEXT
        && draft.more.len() <= limits::LANGUAGES
        && draft.more.iter().all(|new| {
            let longest = new.text.chars().count().max(new.cover.chars().count());
            longest <= 2 * limits::POST_TEXT && new.language.chars().count() <= 2 * limits::COVER_TEXT
        })
        && draft.photos.len() <= limits::POST_PHOTOS
        && draft.alts.iter().all(|(_, alt)| alt.chars().count() <= 2 * limits::ALT_TEXT);
    if is_word && is_short { Ok(()) } else { Err(Error::invalid("draft", "error-too-large")) }
}

/// Ties the photos to the draft, so that they are not swept out. What is shown elsewhere meanwhile is left there.
fn hold(tx: &mut Tx<'_>, me: AccountId, id: DraftId, photos: &[MediaId]) -> Result<()> {
    for photo in photos {
        match media::attach(tx, me, &[*photo], AttachTo::Draft(id)) {
            Err(error) if error.kind() != Kind::Invalid => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// What the viewer has begun, the last kept first.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn drafts(app: &App, viewer: &Viewer) -> Result<Vec<Begun>> {
    let me = viewer.active()?.id;
    app.db
        .read(move |q| {
            let mut found = sql::drafts(q, me, limits::DRAFTS)?;
            with_photos(q, &mut found)?;
            Ok(found)
        })
        .await
}

/// One of them.
///
/// # Errors
/// NotFound when it is not there or somebody else's.
pub async fn draft(app: &App, viewer: &Viewer, id: DraftId) -> Result<Begun> {
    let me = viewer.active()?.id;
    app.db
        .read(move |q| {
            let mut found: Vec<Begun> = sql::draft(q, id, me)?.into_iter().collect();
            with_photos(q, &mut found)?;
            found.pop().ok_or_else(Error::not_found)
        })
        .await
}

fn with_photos(q: &mut Query<'_>, found: &mut [Begun]) -> Result<()> {
    let ids: Vec<MediaId> = found.iter().flat_map(|begun| &begun.draft.photos).copied().collect();
    let known = media::photos(q, &ids)?;
    for begun in found {
        begun.photos = begun.draft.photos.iter().filter_map(|id| known.get(id).cloned()).collect();
    }
    Ok(())
}

/// Drops one. Its photos belong to nothing then, and go after a day unless something comes to show them.
///
/// # Errors
/// As [`draft`].
pub async fn discard(app: &App, viewer: &Viewer, id: DraftId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            if !sql::delete_draft(tx, id, me)? {
                return Err(Error::not_found());
            }
            media::release(tx, me, AttachTo::Draft(id))
        })
        .await
}

/// Drops the draft of the form with this word, if there is one.
pub(super) fn forget(tx: &mut Tx<'_>, me: AccountId, word: &str) -> Result<()> {
    let Some(id) = sql::draft_by_word(tx, me, word)? else { return Ok(()) };
    sql::delete_draft(tx, id, me)?;
    media::release(tx, me, AttachTo::Draft(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_may_break_rules_but_not_the_house() {
        let of = |text: String| {
            let mut draft = Draft::default();
            draft.text = text;
            draft
        };
        assert!(check("word", &of("x".repeat(limits::POST_TEXT + 1))).is_ok());
        assert!(check("word", &of("x".repeat(2 * limits::POST_TEXT + 1))).is_err());
        assert!(
            check("", &of(String::new())).is_err() && check(&"w".repeat(65), &of(String::new())).is_err()
        );
    }
}
