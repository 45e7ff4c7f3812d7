//! A member's circles: the list, one circle with its people, and every change.

use askama::Template;
use axum::extract::{Path, Query};
use kith_domain::circles::{self, Circle};
use kith_domain::{AccountId, CircleId};
use kith_http::{Access, Answer, Form, Routes, Visit, local_path, see_other, with_flash};
use serde::Deserialize;

use crate::frame::Frame;
use crate::page::{Problems, again, page};
use crate::person::PersonRow;
use crate::posts::pick::Pick;

/// The routes of circles.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/friends/circles", Access::Member, index)
        .post("/friends/circles", Access::Member, create)
        .get("/friends/circles/{id}", Access::Member, show)
        .post("/friends/circles/{id}", Access::Member, rename)
        .post("/friends/circles/{id}/members", Access::Member, change_members)
        .post("/friends/circles/{id}/delete", Access::Member, delete)
}

#[derive(Template)]
#[template(path = "circles/index.html")]
struct IndexPage {
    frame: Frame,
    circles: Vec<Circle>,
    typed: String,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "circles/show.html")]
struct ShowPage {
    frame: Frame,
    circle: Circle,
    inside: Vec<PersonRow>,
    next: Option<String>,
    pick: Pick,
    /// Who is looked for among the friends, where there are no scripts.
    query: String,
    typed: String,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "circles/delete.html")]
struct DeletePage {
    frame: Frame,
    circle: Circle,
}

async fn index(visit: Visit) -> Answer {
    list(&visit, String::new(), Problems::default()).await
}

async fn list(visit: &Visit, typed: String, problems: Problems) -> Answer {
    let circles = circles::list(&visit.app, &visit.viewer).await?;
    page(&IndexPage { frame: Frame::titled(visit, "circles-title"), circles, typed, problems })
}

async fn create(visit: Visit, form: Form) -> Answer {
    form.only(&["name"])?;
    match circles::create(&visit.app, &visit.viewer, form.get("name")).await {
        Ok(id) => Ok(with_flash(see_other(&format!("/friends/circles/{id}")), "flash-circle-made", None)),
        Err(error) => {
            let circles = circles::list(&visit.app, &visit.viewer).await?;
            again(&visit.locale, error, |problems| {
                let frame = Frame::titled(&visit, "circles-title");
                page(&IndexPage { frame, circles, typed: form.get("name").to_owned(), problems })
            })
        }
    }
}

/// Which part of the people inside is shown, and who is looked for outside.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Part {
    q: String,
    after: Option<AccountId>,
}

async fn show(visit: Visit, Path(id): Path<CircleId>, Query(part): Query<Part>) -> Answer {
    page(&opened(&visit, id, part, None).await?)
}

async fn opened(visit: &Visit, id: CircleId, part: Part, typed: Option<&str>) -> kith_base::Result<ShowPage> {
    let (app, viewer) = (&visit.app, &visit.viewer);
    let circle = circles::get(app, viewer, id).await?;
    let inside = circles::members(app, viewer, id, part.after).await?;
    let query: String = part.q.trim().chars().take(100).collect();
    let outside = circles::outside(app, viewer, id, &query).await?;
    let frame = Frame::new(visit, circle.name.clone());
    Ok(ShowPage {
        typed: typed.unwrap_or(&circle.name).to_owned(),
        inside: PersonRow::all(&inside.people),
        next: inside.next.map(|next| format!("/friends/circles/{id}?after={next}")),
        pick: Pick::for_circle(&frame, id, &outside),
        query,
        circle,
        problems: Problems::default(),
        frame,
    })
}

async fn rename(visit: Visit, Path(id): Path<CircleId>, form: Form) -> Answer {
    form.only(&["name"])?;
    match circles::rename(&visit.app, &visit.viewer, id, form.get("name")).await {
        Ok(()) => Ok(with_flash(see_other(&format!("/friends/circles/{id}")), "flash-circle-saved", None)),
        Err(error) => {
            let mut shown = opened(&visit, id, Part::default(), Some(form.get("name"))).await?;
            again(&visit.locale, error, |problems| {
                shown.problems = problems;
                page(&shown)
            })
        }
    }
}

async fn change_members(visit: Visit, Path(id): Path<CircleId>, form: Form) -> Answer {
    form.only(&["add", "remove", "back"])?;
    let fallback = format!("/friends/circles/{id}");
    for member in form.ids("add")? {
        let member: AccountId = member;
        circles::add(&visit.app, &visit.viewer, id, member).await?;
    }
    for member in form.ids("remove")? {
        circles::remove(&visit.app, &visit.viewer, id, member).await?;
    }
    Ok(with_flash(see_other(local_path(form.get("back"), &fallback)), "flash-circle-saved", None))
}

async fn delete(visit: Visit, Path(id): Path<CircleId>, form: Form) -> Answer {
    form.only(&["confirmed"])?;
    if form.get("confirmed") != "yes" {
        let circle = circles::get(&visit.app, &visit.viewer, id).await?;
        return page(&DeletePage { frame: Frame::titled(&visit, "circles-delete"), circle });
    }
    circles::delete(&visit.app, &visit.viewer, id).await?;
    Ok(with_flash(see_other("/friends/circles"), "flash-circle-deleted", None))
}
