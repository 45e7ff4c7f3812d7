//! Writing, changing and deleting comments.

use askama::Template;
use axum::extract::Path;
use axum::http::HeaderValue;
use kith_base::{Error, Result};
use kith_domain::comments::{self, Comment, CommentEdit, NewComment};
use kith_domain::media::{self, Sent};
use kith_domain::{CommentId, MediaId, PostId, Visible, cards};
use kith_http::{Answer, Form, Visit, see_other, with_flash};

use super::show::{Begun, Part, show_with};
use super::view::{CommentView, PostView};
use crate::frame::Frame;
use crate::page::{Problems, again, page};

#[derive(Template)]
#[template(path = "posts/comment_part.html")]
struct CommentPart {
    frame: Frame,
    c: CommentView,
    p: PostView,
    may_comment: bool,
}

/// The form under a card once more, with what could not be taken.
#[derive(Template)]
#[template(path = "posts/comment_form_part.html")]
struct FormPart {
    frame: Frame,
    p: PostView,
    typed: String,
    error: Option<String>,
}

pub(super) async fn create(visit: Visit, Path(id): Path<PostId>, mut form: Form) -> Answer {
    form.only(&["text", "reply_to", "submission", "photo", "alt", "kept"])?;
    let reply_to: Option<CommentId> = form.parse("reply_to")?;
    let mut begun = Begun {
        text: form.get("text").to_owned(),
        kept: form.parse("kept")?,
        alt: form.get("alt").to_owned(),
    };
    let comment = match write(&visit, id, reply_to, &mut form, &mut begun).await {
        Ok(comment) => comment,
        Err(error) => return show_again(&visit, id, reply_to, begun, error).await,
    };
    if visit.is_fragment {
        let (card, post) = cards::comment(&visit.app, &visit.viewer, comment.id).await?;
        let mut frame = Frame::new(&visit, "");
        frame.path = format!("/p/{id}");
        let (c, p) = (CommentView::of(&frame, &card), PostView::of(&frame, &post));
        return page(&CommentPart { may_comment: post.may.comment, c, p, frame });
    }
    Ok(see_other(&place_of(id, comment.thread, comment.id)))
}

/// Takes the photo, if one was sent, and writes the comment. What was taken in is in `begun` from then on.
async fn write(
    visit: &Visit,
    post: PostId,
    reply_to: Option<CommentId>,
    form: &mut Form,
    begun: &mut Begun,
) -> Result<Visible<Comment>> {
    let (app, viewer) = (&visit.app, &visit.viewer);
    if let Some(file) = form.take_files("photo").into_iter().next() {
        let bytes = u64::try_from(file.bytes).unwrap_or(u64::MAX);
        let sent = Sent { path: file.path.to_path_buf(), bytes, alt: begun.alt.clone(), crop: None };
        begun.kept = Some(media::upload(app, viewer, sent).await?.id);
    } else if let Some(kept) = begun.kept {
        media::describe(app, viewer, kept, &begun.alt).await?;
    }
    let submission = form.get("submission");
    let submission = (!submission.is_empty() && submission.len() <= 64).then(|| submission.to_owned());
    let new = NewComment { post, reply_to, text: begun.text.clone(), photo: begun.kept, submission };
    comments::create(app, viewer, new).await
}

/// The post's page with what was typed and what is wrong with it; for scripts the form alone, in the place of the old.
async fn show_again(
    visit: &Visit,
    id: PostId,
    reply_to: Option<CommentId>,
    begun: Begun,
    error: Error,
) -> Answer {
    let (status, problems) = Problems::from_error(&visit.locale, error)?;
    let mut response = if visit.is_fragment {
        form_again(visit, id, &begun.text, &problems).await?
    } else {
        let part = reply_to.map_or_else(Part::default, |reply| Part::answering(reply, reply));
        show_with(visit, id, &part, begun, &problems).await?
    };
    *response.status_mut() = status;
    Ok(response)
}

async fn form_again(visit: &Visit, id: PostId, text: &str, problems: &Problems) -> Answer {
    let card = cards::get(&visit.app, &visit.viewer, id).await?;
    let frame = Frame::new(visit, "");
    let error = problems.of("text").or(problems.general()).map(ToOwned::to_owned);
    let mut response =
        page(&FormPart { p: PostView::of(&frame, &card), typed: text.to_owned(), error, frame })?;
    // Tells the script that this refusal is a form to show (trouble.ts), not a page about an error.
    response.headers_mut().insert("hx-reswap", HeaderValue::from_static("outerHTML"));
    Ok(response)
}

/// The address at which a comment can be seen for certain.
fn place_of(post: PostId, thread: Option<CommentId>, id: CommentId) -> String {
    thread.map_or_else(
        || format!("/p/{post}#comment-{id}"),
        |thread| format!("/p/{post}?thread={thread}#comment-{id}"),
    )
}

#[derive(Template)]
#[template(path = "posts/comment_edit.html")]
struct EditPage {
    frame: Frame,
    id: String,
    back: String,
    text: String,
    photo: Option<MediaId>,
    problems: Problems,
}

/// The lasting address of a comment, which apps and members pass on: where it stands under its post.
pub(super) async fn show(visit: Visit, Path(id): Path<CommentId>) -> Answer {
    let (comment, _) = comments::get(&visit.app, &visit.viewer, id).await?;
    // Its thread, opened: among many others it might stand on a later page.
    Ok(see_other(&place_of(comment.post, comment.thread.or(Some(id)), id)))
}

pub(super) async fn edit(visit: Visit, Path(id): Path<CommentId>) -> Answer {
    let (card, post) = cards::comment(&visit.app, &visit.viewer, id).await?;
    if !card.may_edit {
        return Err(Error::not_found().into());
    }
    let text = card.comment.source.clone();
    edit_page(&visit, &card.comment, post.post.id, text, Problems::default())
}

fn edit_page(visit: &Visit, comment: &Comment, post: PostId, text: String, problems: Problems) -> Answer {
    let frame = Frame::titled(visit, "comments-edit");
    let back = place_of(post, comment.thread, comment.id);
    page(&EditPage { id: comment.id.to_string(), back, text, photo: comment.photo, problems, frame })
}

pub(super) async fn update(visit: Visit, Path(id): Path<CommentId>, form: Form) -> Answer {
    form.only(&["text", "drop_photo"])?;
    let (before, post) = comments::get(&visit.app, &visit.viewer, id).await?;
    let text = form.get("text").to_owned();
    let photo = before.photo.filter(|_| !form.has("drop_photo"));
    match comments::edit(&visit.app, &visit.viewer, id, CommentEdit { text: text.clone(), photo }).await {
        Ok(comment) => Ok(see_other(&place_of(comment.post, comment.thread, id))),
        Err(error) => {
            again(&visit.locale, error, |problems| edit_page(&visit, &before, post.id, text, problems))
        }
    }
}

#[derive(Template)]
#[template(path = "posts/comment_delete.html")]
struct DeletePage {
    frame: Frame,
    back: String,
    c: CommentView,
    may_comment: bool,
}

pub(super) async fn confirm_delete(visit: Visit, Path(id): Path<CommentId>) -> Answer {
    let (card, post) = cards::comment(&visit.app, &visit.viewer, id).await?;
    if !card.may_delete {
        return Err(Error::not_found().into());
    }
    let frame = Frame::titled(&visit, "comments-delete-title");
    let back = place_of(post.post.id, card.comment.thread, id);
    page(&DeletePage { c: CommentView::of(&frame, &card), back, may_comment: false, frame })
}

pub(super) async fn delete(visit: Visit, Path(id): Path<CommentId>, form: Form) -> Answer {
    form.only(&["confirmed"])?;
    let post = comments::delete(&visit.app, &visit.viewer, id).await?;
    let to = format!("/p/{}#comments", post.id);
    Ok(with_flash(see_other(&to), "flash-comment-deleted", Some(&format!("/comment/{id}/undo"))))
}

pub(super) async fn restore(visit: Visit, Path(id): Path<CommentId>, form: Form) -> Answer {
    form.only(&[])?;
    match comments::restore(&visit.app, &visit.viewer, id).await {
        Ok(comment) => {
            let to = place_of(comment.post, comment.thread, id);
            Ok(with_flash(see_other(&to), "flash-comment-restored", None))
        }
        Err(error) if error.is_not_found() => Ok(with_flash(see_other("/"), "flash-undo-too-late", None)),
        Err(error) => Err(error.into()),
    }
}
