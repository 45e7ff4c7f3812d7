//! What those who look after a group may do with one of its posts.

use askama::Template;
use axum::extract::Path;
use kith_base::{Error, Result};
use kith_domain::posts::Hold;
use kith_domain::{PostId, cards, group_posts};
use kith_http::{Answer, Form, Visit, see_other, with_flash};

use crate::frame::Frame;
use crate::page::{Problems, again, page};
use crate::posts::card_html;

#[derive(Template)]
#[template(path = "groups/post.html")]
struct ToolsPage {
    frame: Frame,
    href: String,
    card: String,
    waits: bool,
    is_pinned: bool,
    is_announcement: bool,
    typed: String,
    problems: Problems,
}

pub(super) async fn tools(visit: Visit, Path((slug, id)): Path<(String, PostId)>) -> Answer {
    page(&tools_page(&visit, &slug, id, "").await?)
}

async fn tools_page(visit: &Visit, slug: &str, id: PostId, typed: &str) -> Result<ToolsPage> {
    let mut card = cards::get(&visit.app, &visit.viewer, id).await?;
    let group = card.post.group.clone().filter(|group| card.may.arrange && group.slug == slug);
    let group = group.ok_or_else(Error::not_found)?;
    let pinned = group_posts::pinned(&visit.app, &visit.viewer, group.id).await?;
    let frame = Frame::titled(visit, "groups-post-tools");
    card.comments.clear();
    card.may = cards::May::default();
    Ok(ToolsPage {
        href: format!("/groups/{slug}/posts/{id}"),
        waits: card.post.facts.hold == Some(Hold::Waiting),
        is_pinned: pinned.iter().any(|other| other.post.id == id),
        is_announcement: group.is_announcement,
        card: card_html(&frame, &card)?,
        typed: typed.to_owned(),
        problems: Problems::default(),
        frame,
    })
}

pub(super) async fn act(visit: Visit, Path((slug, id)): Path<(String, PostId)>, form: Form) -> Answer {
    form.only(&["do", "reason"])?;
    match done(&visit, id, &form).await {
        Ok(to) => Ok(with_flash(see_other(&format!("/groups/{slug}{to}")), "flash-group-done", None)),
        Err(error) if error.is_not_found() => Err(error.into()),
        Err(error) => {
            let mut shown = tools_page(&visit, &slug, id, form.get("reason")).await?;
            again(&visit.locale, error, |problems| {
                shown.problems = problems;
                page(&shown)
            })
        }
    }
}

/// Does it; gives the page of the group to go on with.
async fn done(visit: &Visit, id: PostId, form: &Form) -> Result<&'static str> {
    let (app, viewer) = (&visit.app, &visit.viewer);
    let what = form.get("do");
    match what {
        "approve" => group_posts::approve(app, viewer, id).await?,
        "decline" => group_posts::send_back(app, viewer, id, form.get("reason")).await?,
        "remove" => group_posts::remove(app, viewer, id, form.get("reason")).await?,
        "pin" | "unpin" => group_posts::set_pinned(app, viewer, id, what == "pin").await?,
        "announce" | "unannounce" => group_posts::set_announced(app, viewer, id, what == "announce").await?,
        _ => return Err(Error::invalid("do", "error-not-understood")),
    }
    Ok(if matches!(what, "approve" | "decline") { "/manage?show=posts" } else { "" })
}
