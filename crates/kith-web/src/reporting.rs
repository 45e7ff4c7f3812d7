//! Telling the moderators about an album or a photo.

use askama::Template;
use axum::extract::Path;
use kith_base::{Error, Result};
use kith_domain::photos::{self, Reported};
use kith_domain::reports::Category;
use kith_domain::{AlbumId, MediaId, albums};
use kith_http::{Access, Answer, Form, Routes, Visit, see_other, with_flash};

use crate::frame::Frame;
use crate::page::{Problems, again, page};
use crate::person::PersonRow;
use crate::posts::report::reason_key;

/// The routes.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/album/{id}/report", Access::Member, ask_album)
        .post("/album/{id}/report", Access::Member, report_album)
        .get("/photo/{id}/report", Access::Member, ask_photo)
        .post("/photo/{id}/report", Access::Member, report_photo)
}

#[derive(Template)]
#[template(path = "reports/ask.html")]
struct ReportPage {
    frame: Frame,
    /// The address of what is reported; the form is sent below it.
    href: String,
    owner: PersonRow,
    /// Name of the album.
    title: String,
    /// The photo.
    picture: Option<String>,
    reasons: Vec<(&'static str, String, bool)>,
    comment: String,
    problems: Problems,
}

/// What is reported, as the page shows it.
struct Shown {
    what: Reported,
    href: String,
    owner: PersonRow,
    title: String,
    picture: Option<String>,
}

/// An album of somebody else.
async fn album(visit: &Visit, id: AlbumId) -> Result<Shown> {
    let found = albums::get(&visit.app, &visit.viewer, id).await?;
    if visit.viewer.id() == Some(found.owner.id) {
        return Err(Error::not_found());
    }
    Ok(Shown {
        what: Reported::Album(id),
        href: format!("/album/{id}"),
        owner: PersonRow::of(&found.owner),
        title: found.album.title.clone(),
        picture: None,
    })
}

/// A photo of somebody else; one in a conversation is reported with its message.
async fn photo(visit: &Visit, id: MediaId) -> Result<Shown> {
    let found = photos::page(&visit.app, &visit.viewer, id).await?;
    if found.is_mine || found.conversation.is_some() {
        return Err(Error::not_found());
    }
    Ok(Shown {
        what: Reported::Photo(id),
        href: format!("/photo/{id}"),
        owner: PersonRow::of(&found.owner),
        title: String::new(),
        picture: Some(format!("/media/{id}/small")),
    })
}

async fn ask_album(visit: Visit, Path(id): Path<AlbumId>) -> Answer {
    let shown = album(&visit, id).await?;
    ask(&visit, shown, Category::default(), String::new(), Problems::default())
}

async fn ask_photo(visit: Visit, Path(id): Path<MediaId>) -> Answer {
    let shown = photo(&visit, id).await?;
    ask(&visit, shown, Category::default(), String::new(), Problems::default())
}

async fn report_album(visit: Visit, Path(id): Path<AlbumId>, form: Form) -> Answer {
    let shown = album(&visit, id).await?;
    hand_in(visit, shown, form).await
}

async fn report_photo(visit: Visit, Path(id): Path<MediaId>, form: Form) -> Answer {
    let shown = photo(&visit, id).await?;
    hand_in(visit, shown, form).await
}

fn ask(visit: &Visit, shown: Shown, category: Category, comment: String, problems: Problems) -> Answer {
    let frame = Frame::titled(
        visit,
        match shown.what {
            Reported::Album(_) => "reports-album-title",
            Reported::Photo(_) => "reports-photo-title",
        },
    );
    let reasons =
        Category::ALL.iter().map(|each| (each.as_str(), frame.l.t(reason_key(*each)), *each == category));
    page(&ReportPage {
        href: shown.href,
        owner: shown.owner,
        title: shown.title,
        picture: shown.picture,
        reasons: reasons.collect(),
        comment,
        problems,
        frame,
    })
}

async fn hand_in(visit: Visit, shown: Shown, form: Form) -> Answer {
    form.only(&["category", "comment"])?;
    let category = Category::parse(form.get("category")).unwrap_or_default();
    let comment = form.get("comment").to_owned();
    match photos::report(&visit.app, &visit.viewer, shown.what, (category, comment.clone())).await {
        Ok(_) => Ok(with_flash(see_other(&shown.href), "flash-message-reported", None)),
        Err(error) => again(&visit.locale, error, |problems| ask(&visit, shown, category, comment, problems)),
    }
}
