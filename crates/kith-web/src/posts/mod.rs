//! Posts: their cards, their own page, the composer, and everything that is done to one.

mod allowance;
pub(crate) mod audience;
mod change;
mod comments;
mod compose;
mod ground;
mod group;
mod languages;
mod lists;
pub(crate) mod pick;
mod plan;
mod poll;
mod reactions;
pub(crate) mod report;
mod rewrite;
mod saved_comments;
mod share_target;
mod show;
pub(crate) mod view;

use askama::Template;
use kith_base::{Error, Result};
use kith_domain::cards::Card;
use kith_http::{Access, Form, Routes, local_path};

use crate::frame::Frame;
pub(crate) use compose::offered_languages;
pub(crate) use poll::{PollForm, PollView};
use view::{PostView, SharedView};

/// The routes of posts, comments and reactions.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/new", Access::Member, compose::new)
        .get("/share", Access::Member, share_target::take)
        .get("/friends/pick", Access::Member, pick::search)
        .post("/posts", Access::Member, compose::create)
        .post("/drafts", Access::Member, plan::keep)
        .get("/drafts/{id}", Access::Member, plan::open_draft)
        .get("/scheduled/{id}/edit", Access::Member, plan::open_planned)
        .post("/scheduled/{id}/now", Access::Member, plan::publish_now)
        .get("/p/{id}", Access::Anyone, show::show)
        .get("/p/{id}/text", Access::Anyone, show::words)
        .get("/p/{id}/edit", Access::Member, rewrite::edit)
        .post("/p/{id}/edit", Access::Member, rewrite::update)
        .get("/p/{id}/history", Access::Anyone, show::history)
        .get("/p/{id}/audience", Access::Anyone, audience::edit)
        .post("/p/{id}/audience", Access::Member, audience::update)
        .get("/p/{id}/share", Access::Member, compose::share)
        .get("/p/{id}/report", Access::Member, report::ask_post)
        .post("/p/{id}/report", Access::Member, report::report_post)
        .get("/p/{id}/delete", Access::Member, change::confirm_delete)
        .post("/p/{id}/delete", Access::Member, change::delete)
        .post("/p/{id}/undo", Access::Member, change::restore)
        .post("/p/{id}/pin", Access::Member, change::pin)
        .post("/p/{id}/save", Access::Member, change::save)
        .post("/p/{id}/comments-closed", Access::Member, change::close_comments)
        .post("/p/{id}/comments", Access::Member, comments::create)
        .post("/p/{id}/vote", Access::Member, poll::vote)
        .post("/p/{id}/unvote", Access::Member, poll::unvote)
        .post("/p/{id}/reaction", Access::Member, reactions::react_to_post)
        .get("/p/{id}/reactions", Access::Anyone, reactions::who_on_post)
        .get("/comment/{id}", Access::Anyone, comments::show)
        .get("/comment/{id}/edit", Access::Member, comments::edit)
        .post("/comment/{id}/edit", Access::Member, comments::update)
        .get("/comment/{id}/report", Access::Member, report::ask_comment)
        .post("/comment/{id}/report", Access::Member, report::report_comment)
        .get("/comment/{id}/delete", Access::Member, comments::confirm_delete)
        .post("/comment/{id}/delete", Access::Member, comments::delete)
        .post("/comment/{id}/undo", Access::Member, comments::restore)
        .post("/comment/{id}/reaction", Access::Member, reactions::react_to_comment)
        .post("/comment/{id}/save", Access::Member, saved_comments::save)
        .get("/comment/{id}/reactions", Access::Anyone, reactions::who_on_comment)
        .get("/t/{tag}", Access::Anyone, lists::by_tag)
        .post("/t/{tag}/follow", Access::Member, lists::follow_tag)
        .get("/saved/comments", Access::Member, saved_comments::list)
        .post("/posts/limit-past", Access::Member, audience::limit_past)
}

#[derive(Template)]
#[template(path = "posts/_post.html")]
struct PostPartial<'a> {
    frame: &'a Frame,
    p: PostView,
    whole: bool,
}

/// A card as a list shows it, with its most useful comments.
pub(crate) fn card_html(frame: &Frame, card: &Card) -> Result<String> {
    render(&PostPartial { frame, p: PostView::of(frame, card), whole: false })
}

/// Several cards as a list shows them.
pub(crate) fn cards_html(frame: &Frame, cards: &[Card]) -> Result<Vec<String>> {
    cards.iter().map(|card| card_html(frame, card)).collect()
}

/// A card on the post's own page, where the comments stand outside.
fn whole_html(frame: &Frame, card: &Card) -> Result<String> {
    render(&PostPartial { frame, p: PostView::of(frame, card), whole: true })
}

fn render(template: &impl Template) -> Result<String> {
    template.render().map_err(|problem| Error::internal(problem.to_string()))
}

/// A word by which a form that is sent twice is known.
pub(crate) fn submission() -> String {
    kith_base::random_code(16)
}

/// Where a form came from, if it is a page of ours.
fn back<'f>(form: &'f Form, fallback: &'f str) -> &'f str {
    local_path(form.get("back"), fallback)
}
