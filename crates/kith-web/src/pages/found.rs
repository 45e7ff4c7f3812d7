//! The list of pages, and founding one.

use askama::Template;
use axum::extract::Query;
use kith_base::{PageRequest, limits};
use kith_domain::AccountId;
use kith_domain::pages::{self, Category, NewPage, Page};
use kith_http::{Answer, Form, Visit, see_other, with_flash};
use serde::Deserialize;

use super::view::{PageRow, categories};
use crate::frame::Frame;
use crate::page::{Problems, again, page};
use crate::people::encoded;

/// What is looked for, and where the list begins.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Part {
    q: String,
    kind: String,
    older: Option<AccountId>,
}

#[derive(Template)]
#[template(path = "pages/index.html")]
struct IndexPage {
    frame: Frame,
    invitations: Vec<PageRow>,
    own: Vec<PageRow>,
    found: Vec<PageRow>,
    query: String,
    categories: Vec<(&'static str, String, bool)>,
    next: Option<String>,
}

pub(super) async fn index(visit: Visit, Query(part): Query<Part>) -> Answer {
    let (app, me) = (&visit.app, &visit.person);
    let query: String = part.q.trim().chars().take(100).collect();
    let category = Category::parse(&part.kind);
    let request = PageRequest { before: part.older, after: None, nearest: false, limit: limits::PAGE };
    let found = pages::discover(app, me, &query, category, request).await?;
    let frame = Frame::titled(&visit, "pages-title");
    let row = |page: &Page| PageRow::of(&frame.l, page);
    let kind = category.map_or("", Category::as_str);
    page(&IndexPage {
        invitations: pages::invitations(app, me).await?.iter().map(|page| row(page)).collect(),
        own: pages::own(app, me).await?.iter().map(|page| row(page)).collect(),
        found: found.items.iter().map(|page| row(page)).collect(),
        categories: categories(&frame.l, category),
        next: found.next.map(|next| format!("/pages?q={}&kind={kind}&older={next}", encoded(&query))),
        query,
        frame,
    })
}

#[derive(Template)]
#[template(path = "pages/new.html")]
struct NewForm {
    frame: Frame,
    handle: String,
    called: String,
    about: String,
    categories: Vec<(&'static str, String, bool)>,
    problems: Problems,
}

fn form_page(visit: &Visit, typed: &NewPage, problems: Problems) -> Answer {
    let frame = Frame::titled(visit, "pages-new");
    page(&NewForm {
        handle: typed.handle.clone(),
        called: typed.name.clone(),
        about: typed.about.clone(),
        categories: categories(&frame.l, Some(typed.category)),
        problems,
        frame,
    })
}

pub(super) async fn new(visit: Visit) -> Answer {
    form_page(&visit, &NewPage::default(), Problems::default())
}

pub(super) async fn create(visit: Visit, form: Form) -> Answer {
    form.only(&["handle", "display_name", "category", "about"])?;
    let typed = NewPage {
        handle: form.get("handle").to_owned(),
        name: form.get("display_name").to_owned(),
        category: Category::parse(form.get("category")).unwrap_or_default(),
        about: form.get("about").to_owned(),
        language: visit.locale.lang().to_owned(),
    };
    match pages::found(&visit.app, &visit.person, typed.clone()).await {
        Ok(id) => {
            let made = pages::get(&visit.app, &visit.person, id).await?;
            Ok(with_flash(see_other(&super::manage_path(&made, "")), "flash-page-founded", None))
        }
        Err(error) => again(&visit.locale, error, |problems| form_page(&visit, &typed, problems)),
    }
}
