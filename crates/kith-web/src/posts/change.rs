//! What is done to a post with one press: delete, undo, pin, save, close comments.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kith_domain::polls::Poll;
use kith_domain::{PostId, cards, posts};
use kith_http::{Answer, Form, Visit, see_other, with_flash};

use super::{back, card_html};
use crate::frame::Frame;
use crate::page::page;

#[derive(Template)]
#[template(path = "posts/delete.html")]
struct DeletePage {
    frame: Frame,
    href: String,
    back: String,
    card: String,
}

pub(super) async fn confirm_delete(visit: Visit, Path(id): Path<PostId>) -> Answer {
    delete_page(&visit, id, "/").await
}

async fn delete_page(visit: &Visit, id: PostId, back: &str) -> Answer {
    let mut card = cards::get(&visit.app, &visit.viewer, id).await?;
    if !card.may.delete {
        return Err(kith_base::Error::not_found().into());
    }
    card.comments.clear();
    card.may = cards::May::default();
    card.poll = card.poll.map(Poll::without_own_marks);
    let frame = Frame::titled(visit, "posts-delete-title");
    let card = card_html(&frame, &card)?;
    page(&DeletePage { href: format!("/p/{id}"), back: back.to_owned(), card, frame })
}

pub(super) async fn delete(visit: Visit, Path(id): Path<PostId>, form: Form) -> Answer {
    form.only(&["back", "confirmed"])?;
    let to = back(&form, "/");
    if form.get("confirmed") != "yes" {
        return delete_page(&visit, id, to).await;
    }
    posts::delete(&visit.app, &visit.viewer, id).await?;
    // The post's own page is gone now.
    let to = if to.starts_with(&format!("/p/{id}")) { "/" } else { to };
    Ok(with_flash(see_other(to), "flash-post-deleted", Some(&format!("/p/{id}/undo"))))
}

pub(super) async fn restore(visit: Visit, Path(id): Path<PostId>, form: Form) -> Answer {
    form.only(&[])?;
    match posts::restore(&visit.app, &visit.viewer, id).await {
        Ok(_) => Ok(with_flash(see_other(&format!("/p/{id}")), "flash-post-restored", None)),
        Err(error) if error.is_not_found() => Ok(with_flash(see_other("/"), "flash-undo-too-late", None)),
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn pin(visit: Visit, Path(id): Path<PostId>, form: Form) -> Answer {
    form.only(&["back", "pinned"])?;
    let pinned = form.get("pinned") != "no";
    posts::set_pinned(&visit.app, &visit.viewer, id, pinned).await?;
    Ok(returned(&form, id, if pinned { "flash-post-pinned" } else { "flash-post-unpinned" }))
}

pub(super) async fn save(visit: Visit, Path(id): Path<PostId>, form: Form) -> Answer {
    form.only(&["back", "saved"])?;
    let saved = form.get("saved") != "no";
    posts::set_saved(&visit.app, &visit.viewer, id, saved).await?;
    Ok(returned(&form, id, if saved { "flash-post-saved" } else { "flash-post-unsaved" }))
}

pub(super) async fn close_comments(visit: Visit, Path(id): Path<PostId>, form: Form) -> Answer {
    form.only(&["back", "closed"])?;
    let closed = form.get("closed") != "no";
    posts::set_comments_closed(&visit.app, &visit.viewer, id, closed).await?;
    Ok(returned(&form, id, if closed { "flash-comments-closed" } else { "flash-comments-open" }))
}

fn returned(form: &Form, id: PostId, flash: &'static str) -> Response {
    with_flash(see_other(back(form, &format!("/p/{id}"))), flash, None)
}
