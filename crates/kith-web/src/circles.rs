//! A member's circles: the list, one circle with its people, and every change.

use askama::Template;
use axum::extract::Path;
use kith_domain::circles::{self, Circle};
use kith_domain::{AccountId, CircleId, profiles};
use kith_http::{Access, Answer, Form, Routes, Visit, local_path, see_other, with_flash};

use crate::frame::Frame;
use crate::page::{Problems, again, page};
use crate::person::PersonRow;

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
    outside: Vec<PersonRow>,
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

async fn show(visit: Visit, Path(id): Path<CircleId>) -> Answer {
    page(&opened(&visit, id, None, Problems::default()).await?)
}

async fn opened(
    visit: &Visit,
    id: CircleId,
    typed: Option<&str>,
    problems: Problems,
) -> kith_base::Result<ShowPage> {
    let me = visit.viewer.active()?.id;
    let (circle, people) = circles::get(&visit.app, &visit.viewer, id).await?;
    let mut outside = Vec::new();
    let mut after = None;
    loop {
        let friends = profiles::friends(&visit.app, &visit.viewer, me, "", after).await?;
        outside.extend(friends.people.iter().filter(|friend| !people.contains(friend)).map(PersonRow::of));
        after = friends.next;
        if after.is_none() {
            break;
        }
    }
    Ok(ShowPage {
        frame: Frame::new(visit, circle.name.clone()),
        typed: typed.unwrap_or(&circle.name).to_owned(),
        inside: PersonRow::all(&people),
        circle,
        outside,
        problems,
    })
}

async fn rename(visit: Visit, Path(id): Path<CircleId>, form: Form) -> Answer {
    form.only(&["name"])?;
    match circles::rename(&visit.app, &visit.viewer, id, form.get("name")).await {
        Ok(()) => Ok(with_flash(see_other(&format!("/friends/circles/{id}")), "flash-circle-saved", None)),
        Err(error) => {
            let mut shown = opened(&visit, id, Some(form.get("name")), Problems::default()).await?;
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
        let (circle, _) = circles::get(&visit.app, &visit.viewer, id).await?;
        return page(&DeletePage { frame: Frame::titled(&visit, "circles-delete"), circle });
    }
    circles::delete(&visit.app, &visit.viewer, id).await?;
    Ok(with_flash(see_other("/friends/circles"), "flash-circle-deleted", None))
}
