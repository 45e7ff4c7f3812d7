//! Writing, editing, deleting comments.

use std::collections::HashSet;
use std::sync::Arc;

use kith_base::{Error, FieldError, Result, SECOND, limits};
use kith_db::Tx;
use serde::{Deserialize, Serialize};

use super::model::{Comment, CommentEdit, NewComment};
use super::{policy, sql};
use crate::changes::{self, Change};
use crate::media::{self, AttachTo};
use crate::notices::{self, Cause, Occasion};
use crate::posts::words::{self, Mentioned, Words};
use crate::posts::{self, Post, trust};
use crate::search_terms::{self, Terms};
use crate::viewer::{Acting, Viewer, Visible};
use crate::work::JobKind;
use crate::{AccountId, App, CommentId, groups, pages, viewers};

/// Writes a comment.
///
/// # Errors
/// NotFound when the viewer may not see the post or the comment it answers; Forbidden when they may not comment; Invalid
/// for the text, and for a photo (field `photos`) that is gone, somebody else's or in use.
pub async fn create(app: &App, viewer: &Viewer, new: NewComment) -> Result<Visible<Comment>> {
    let (author, acting) = (viewer.active()?.id, viewer.acting());
    let words = prepare(app, author, &new.text, new.photo.is_some()).await?;
    app.db.write(move |tx| write(tx, (author, acting), &new, &words)).await
}

fn write(
    tx: &mut Tx<'_>,
    (author, acting): (AccountId, Option<Acting>),
    new: &NewComment,
    words: &Words,
) -> Result<Visible<Comment>> {
    let viewer = fresh(tx, author)?;
    if let Some(submission) = &new.submission
        && let Some(made) = posts::sql::submitted(tx, author, submission)?
    {
        return super::load(tx, &viewer, made).map(|(comment, _)| comment);
    }
    let post = posts::load(tx, &viewer, new.post)?;
    if !posts::policy::may_comment(&viewer, &post.facts) {
        return Err(Error::forbidden("comments-not-allowed"));
    }
    if let Some(group) = &post.facts.group {
        groups::check_voice(tx, viewer.active()?, group)?;
    }
    let mut answered_author = None;
    let mut place = sql::Place { post: post.id, thread: None, reply_to: None, photo: new.photo };
    if let Some(reply_to) = new.reply_to {
        let (answered, under) = super::load(tx, &viewer, reply_to)?;
        if under.id != post.id {
            return Err(Error::not_found());
        }
        place.thread = Some(answered.thread.unwrap_or(answered.id));
        place.reply_to = Some(answered.id);
        answered_author = Some(answered.author);
    }
    let id = tx.new_id();
    pages::done(tx, acting, author, pages::Act::Commented, (pages::SubjectKind::Comment, id))?;
    sql::insert(tx, id, author, &place, words)?;
    search_terms::add(tx, id, author, &words.terms)?;
    media::attach(tx, author, new.photo.as_slice(), AttachTo::Comment(id))?;
    posts::sql::count_comments(tx, post.id, 1)?;
    if let Some(submission) = &new.submission {
        posts::sql::insert_submission(tx, author, submission, id)?;
    }
    let at = |occasion| Cause::at_comment(occasion, author, post.id, id);
    let mut told: HashSet<AccountId> = HashSet::from([author]);
    let concerned = [(answered_author, Occasion::Reply), (Some(post.author), Occasion::Comment)];
    for (who, occasion) in concerned {
        if let Some(who) = who
            && told.insert(who)
            && posts::sees(tx, who, post.id)?
        {
            notices::tell(tx, who, &at(occasion))?;
        }
    }
    for who in &words.mentioned {
        if told.insert(*who) && posts::sees(tx, *who, post.id)? {
            notices::tell(tx, *who, &at(Occasion::Mention))?;
        }
    }
    if let Some(group) = &post.facts.group
        && groups::calls_staff(&words.source)
    {
        groups::call_staff(tx, group.id, &at(Occasion::GroupMention), |who| told.contains(&who))?;
    }
    for who in sql::commenters(tx, post.id)? {
        if told.insert(who) && posts::sees(tx, who, post.id)? {
            notices::tell(tx, who, &at(Occasion::AlsoCommented))?;
        }
    }
    changes::record(tx, Change::CommentChanged { post: post.id, comment: id });
    super::load(tx, &viewer, id).map(|(comment, _)| comment)
}

/// Changes the words and the photo of a comment. A photo that is left out is erased.
///
/// # Errors
/// NotFound unless the viewer wrote it; Invalid as for a new one.
pub async fn edit(app: &App, viewer: &Viewer, id: CommentId, edit: CommentEdit) -> Result<Visible<Comment>> {
    let (author, acting) = (viewer.active()?.id, viewer.acting());
    let words = prepare(app, author, &edit.text, edit.photo.is_some()).await?;
    app.db
        .write(move |tx| {
            let viewer = fresh(tx, author)?;
            let (before, post) = super::load(tx, &viewer, id)?;
            if !policy::may_edit(&viewer, &post.facts, &before) {
                return Err(Error::not_found());
            }
            if before.source == words.source && before.photo == edit.photo {
                return Ok(before);
            }
            let subject = (pages::SubjectKind::Comment, id);
            pages::done(tx, acting, author, pages::Act::CommentEdited, subject)?;
            retell(tx, &viewer, &before, post.id, &words)?;
            sql::update(tx, id, &words, edit.photo)?;
            search_terms::replace(tx, id, author, &words.terms)?;
            if before.photo != edit.photo {
                media::attach(tx, author, edit.photo.as_slice(), AttachTo::Comment(id))?;
                media::discard(tx, before.photo.as_slice())?;
            }
            let known_to = known_to(tx, &before)?;
            changes::record(tx, Change::CommentEdited { comment: id, known_to });
            super::load(tx, &viewer, id).map(|(comment, _)| comment)
        })
        .await
}

/// Tells those who are named now and were not before, and takes it back from those who no longer are.
fn retell(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    before: &Comment,
    post: crate::PostId,
    words: &Words,
) -> Result<()> {
    let Some(member) = viewer.member() else { return Ok(()) };
    let named = Mentioned::find(tx, member, &before.source)?.ids();
    let cause = Cause::at_comment(Occasion::Mention, before.author, post, before.id);
    for who in named.iter().filter(|who| !words.mentioned.contains(who)) {
        notices::take_back(tx, *who, &cause)?;
    }
    for who in words.mentioned.iter().filter(|who| !named.contains(who)) {
        if posts::sees(tx, *who, post)? {
            notices::tell(tx, *who, &cause)?;
        }
    }
    Ok(())
}

/// Who has heard of a comment, and may have it on a screen: its author, and whoever has a notice of it.
fn known_to(tx: &mut Tx<'_>, comment: &Comment) -> Result<Arc<[AccountId]>> {
    let mut known = notices::told_of(tx, comment.id)?;
    if !known.contains(&comment.author) {
        known.push(comment.author);
    }
    Ok(known.into())
}

/// Deletes a comment: one's own, or one under one's own post. Returns the post it stood under.
///
/// # Errors
/// NotFound unless the viewer may delete it.
pub async fn delete(app: &App, viewer: &Viewer, id: CommentId) -> Result<Visible<Post>> {
    let (by, acting) = (viewer.active()?.id, viewer.acting());
    app.db
        .write(move |tx| {
            let viewer = fresh(tx, by)?;
            let (comment, post) = super::load(tx, &viewer, id)?;
            if !policy::may_delete(&viewer, &post.facts, &comment) {
                return Err(Error::not_found());
            }
            let act = match comment.author == by {
                true => pages::Act::CommentDeleted,
                false => pages::Act::CommentRemoved,
            };
            pages::done(tx, acting, by, act, (pages::SubjectKind::Comment, id))?;
            let now = tx.now();
            sql::mark_deleted(tx, id, Some(now), Some(by))?;
            posts::sql::count_comments(tx, post.id, -1)?;
            if let Some(group) = post.facts.group
                && by != comment.author
                && by != post.author
            {
                groups::note(tx, group.id, by, groups::Act::CommentRemoved, Some(comment.author), "")?;
            }
            tx.enqueue(PURGE, &Purge { comment: id }, now + posts::policy::UNDO + 5 * SECOND)?;
            let known_to = known_to(tx, &comment)?;
            changes::record(tx, Change::CommentDeleted { post: post.id, comment: id, known_to });
            Ok(post)
        })
        .await
}

/// Takes the deletion of a comment back.
///
/// # Errors
/// NotFound when the viewer did not delete it, or too long ago.
pub async fn restore(app: &App, viewer: &Viewer, id: CommentId) -> Result<Visible<Comment>> {
    let by = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let viewer = fresh(tx, by)?;
            let comment = sql::by_id(tx, id)?.ok_or_else(Error::not_found)?;
            let post = posts::load(tx, &viewer, comment.post)?;
            if !policy::may_restore(&viewer, &post.facts, &comment, tx.now()) {
                return Err(Error::not_found());
            }
            sql::mark_deleted(tx, id, None, None)?;
            posts::sql::count_comments(tx, post.id, 1)?;
            changes::record(tx, Change::CommentChanged { post: post.id, comment: id });
            super::load(tx, &viewer, id).map(|(comment, _)| comment)
        })
        .await
}

/// Checks and renders the text of a comment.
async fn prepare(app: &App, author: AccountId, text: &str, has_photo: bool) -> Result<Words> {
    let source = kith_text::normalise_text(text);
    let mut errors: Vec<FieldError> = Vec::new();
    if source.is_empty() && !has_photo {
        errors.push(FieldError { field: "text", message: "comments-text-missing".into() });
    }
    words::check_length(&mut errors, "text", "comments-text-too-long", &source, limits::COMMENT_TEXT);
    if !errors.is_empty() {
        return Err(Error::invalid_fields(errors));
    }
    let looked = source.clone();
    let (member, mentioned) = app
        .db
        .read(move |q| {
            let member = viewers::load_fresh(q, author)?;
            let mentioned = Mentioned::find(q, &member, &looked)?;
            Ok((member, mentioned))
        })
        .await?;
    let rendered = kith_text::render_comment(&source, &mentioned);
    if !app.config.rate_limits_off() {
        let errors = trust::check_content(&member, &rendered, usize::from(has_photo), "text");
        if !errors.is_empty() {
            return Err(Error::invalid_fields(errors));
        }
    }
    let language = words::language_of("auto", &source, &member);
    let terms = Terms::of_comment(&rendered.html);
    Ok(Words { rendered, mentioned: mentioned.ids(), language, source, terms })
}

fn fresh(tx: &mut Tx<'_>, account: AccountId) -> Result<Viewer> {
    let viewer = Viewer::Member(viewers::load_fresh(tx, account)?);
    viewer.active()?;
    Ok(viewer)
}

/// The name of the job that erases what was deleted.
const PURGE: &str = "comments.purge";

/// Which deleted comment to erase.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Purge {
    comment: CommentId,
}

inventory::submit! {
    JobKind {
        name: PURGE,
        run: |app, payload| Box::pin(async move {
            let job: Purge = serde_json::from_value(payload)?;
            purge(app, job.comment).await
        }),
    }
}

async fn purge(app: Arc<App>, id: CommentId) -> Result<()> {
    app.db
        .write(move |tx| {
            let Some(comment) = sql::by_id(tx, id)? else { return Ok(()) };
            let now = tx.now();
            if comment.deleted_at.is_none_or(|deleted| now - deleted <= posts::policy::UNDO) {
                return Ok(());
            }
            media::discard(tx, comment.photo.as_slice())?;
            sql::erase(tx, id)
        })
        .await
}
