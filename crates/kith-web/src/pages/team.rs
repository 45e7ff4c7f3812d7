//! Who helps to run a page: asking, answering, roles, going, and closing the page.

use askama::Template;
use axum::extract::Path;
use kith_base::{Error, Result};
use kith_domain::pages::{self, Page, Right};
use kith_domain::profiles::{self, Lookup};
use kith_domain::viewer::{AccountState, PageRole};
use kith_domain::{AccountId, Visible};
use kith_http::{Answer, Form, Visit, see_other, with_flash};

use super::{manage, manage_path, with_right};
use crate::frame::Frame;
use crate::page::{again, page};

pub(super) async fn invite(visit: Visit, Path(handle): Path<String>, form: Form) -> Answer {
    form.only(&["handle", "role"])?;
    let page = with_right(&visit, &handle, Right::NameTeam).await?;
    match ask(&visit, &page, &form).await {
        Ok(()) => Ok(with_flash(see_other(&manage_path(&page, "team")), "flash-page-asked", None)),
        Err(error) => {
            let typed = form.get("handle").to_owned();
            let shown = manage::team_page(&visit, &page, typed).await?;
            again(&visit.locale, error, |problems| manage::with_problems(shown, problems))
        }
    }
}

async fn ask(visit: &Visit, page: &Visible<Page>, form: &Form) -> Result<()> {
    let (app, me) = (&visit.app, &visit.person);
    let nobody = || Error::invalid("person", "pages-nobody-to-ask");
    let found = match profiles::find(app, me, form.get("handle")).await {
        Ok(Lookup::Moved(handle)) => profiles::find(app, me, &handle).await,
        found => found,
    };
    let person = match found {
        Ok(Lookup::Here(person)) => person,
        Ok(Lookup::Moved(_)) => return Err(nobody()),
        Err(error) if error.is_not_found() => return Err(nobody()),
        Err(error) => return Err(error),
    };
    pages::invite(app, me, page.id(), person, role_of(form)?).await
}

fn role_of(form: &Form) -> Result<PageRole> {
    PageRole::parse(form.get("role")).ok_or_else(|| Error::invalid("role", "error-bad-choice"))
}

pub(super) async fn update(visit: Visit, Path(handle): Path<String>, form: Form) -> Answer {
    form.only(&["do", "person", "role"])?;
    let page = with_right(&visit, &handle, Right::NameTeam).await?;
    let (app, me, id) = (&visit.app, &visit.person, page.id());
    let person = form.parse::<AccountId>("person")?.ok_or_else(Error::not_found)?;
    match form.get("do") {
        "take-back" => pages::take_back_invitation(app, me, id, person).await?,
        "role" => pages::set_role(app, me, id, person, role_of(&form)?).await?,
        "remove" => pages::remove(app, me, id, person).await?,
        "hand-over" => pages::hand_over(app, me, id, person).await?,
        _ => return Err(Error::invalid("do", "error-not-understood").into()),
    }
    Ok(with_flash(see_other(&manage_path(&page, "team")), "flash-page-done", None))
}

pub(super) async fn answer(visit: Visit, Path(handle): Path<String>, form: Form) -> Answer {
    form.only(&["answer"])?;
    let page = pages::by_handle(&visit.app, &visit.person, &handle).await?;
    let accepts = match form.get("answer") {
        "yes" => true,
        "no" => false,
        _ => return Err(Error::invalid("answer", "error-not-understood").into()),
    };
    pages::answer(&visit.app, &visit.person, page.id(), accepts).await?;
    let to = if accepts { format!("/u/{}", page.person.handle) } else { "/pages".to_owned() };
    let flash = if accepts { "flash-page-came-in" } else { "flash-page-done" };
    Ok(with_flash(see_other(&to), flash, None))
}

#[derive(Template)]
#[template(path = "pages/end.html")]
struct EndPage {
    frame: Frame,
    href: String,
    name: String,
    is_owner: bool,
    is_closed: bool,
}

pub(super) async fn confirm_end(visit: Visit, Path(handle): Path<String>) -> Answer {
    let shown = with_right(&visit, &handle, Right::SeeFigures).await?;
    page(&EndPage {
        frame: Frame::titled(&visit, "pages-end"),
        href: format!("/pages/{}", shown.person.handle),
        name: shown.person.name.clone(),
        is_owner: shown.role == Some(PageRole::Owner),
        is_closed: shown.person.state == AccountState::DeletionScheduled,
    })
}

pub(super) async fn end(visit: Visit, Path(handle): Path<String>, form: Form) -> Answer {
    form.only(&["do"])?;
    let page = with_right(&visit, &handle, Right::SeeFigures).await?;
    let (app, me, id) = (&visit.app, &visit.person, page.id());
    let flash = match form.get("do") {
        "leave" => pages::leave(app, me, id).await.map(|()| "flash-page-left")?,
        "close" => pages::close(app, me, id).await.map(|()| "flash-page-closed")?,
        "reopen" => pages::reopen(app, me, id).await.map(|()| "flash-page-done")?,
        _ => return Err(Error::invalid("do", "error-not-understood").into()),
    };
    Ok(with_flash(see_other("/pages"), flash, None))
}
