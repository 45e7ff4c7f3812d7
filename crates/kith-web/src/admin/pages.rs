//! The community's pages: which are its own, and the editor with a look at the result.

use askama::Template;
use axum::extract::Path;
use kith_base::Error;
use kith_domain::site::{self, Slug};
use kith_http::{Answer, Form, Visit, see_other, with_flash};
use kith_locale::Language;

use crate::about::name_of;
use crate::frame::Frame;
use crate::page::{Problems, again, page};

#[derive(Template)]
#[template(path = "admin/pages.html")]
struct PagesPage {
    frame: Frame,
    rows: Vec<Row>,
}

struct Row {
    name: &'static str,
    slug: &'static str,
    /// Tag, the language's own name, whether admins wrote it.
    languages: Vec<(&'static str, &'static str, bool)>,
}

pub(super) async fn index(visit: Visit) -> Answer {
    let own = site::own_pages(&visit.app, &visit.viewer).await?;
    let offered: Vec<Language> = visit.site.languages.iter().filter_map(|tag| Language::parse(tag)).collect();
    let rows = Slug::ALL
        .iter()
        .map(|slug| Row {
            name: name_of(*slug),
            slug: slug.as_str(),
            languages: offered
                .iter()
                .map(|language| {
                    (language.tag(), language.native_name(), own.contains(&(*slug, language.tag())))
                })
                .collect(),
        })
        .collect();
    page(&PagesPage { frame: Frame::titled(&visit, "admin-pages-title"), rows })
}

#[derive(Template)]
#[template(path = "admin/page.html")]
struct EditorPage {
    frame: Frame,
    name: &'static str,
    slug: &'static str,
    language: Language,
    title: String,
    body: String,
    is_own: bool,
    preview: Option<(String, String)>,
    problems: Problems,
}

fn place(slug: &str, language: &str) -> Result<(Slug, Language), Error> {
    Slug::parse(slug).zip(Language::parse(language)).ok_or_else(Error::not_found)
}

fn editor(
    visit: &Visit,
    slug: Slug,
    language: Language,
    title: &str,
    body: &str,
    is_own: bool,
) -> EditorPage {
    EditorPage {
        frame: Frame::titled(visit, "admin-page-title"),
        name: name_of(slug),
        slug: slug.as_str(),
        language,
        title: title.to_owned(),
        body: body.to_owned(),
        is_own,
        preview: None,
        problems: Problems::default(),
    }
}

pub(super) async fn edit(visit: Visit, Path((slug, language)): Path<(String, String)>) -> Answer {
    let (slug, language) = place(&slug, &language)?;
    let source = site::page_source(&visit.app, &visit.viewer, slug, language).await?;
    page(&editor(&visit, slug, language, &source.title, &source.body, source.is_own))
}

pub(super) async fn update(
    visit: Visit,
    Path((slug, language)): Path<(String, String)>,
    form: Form,
) -> Answer {
    form.only(&["title", "body", "do"])?;
    let (slug, language) = place(&slug, &language)?;
    let (title, body) = (form.get("title"), form.get("body"));
    let is_own = site::page_source(&visit.app, &visit.viewer, slug, language).await?.is_own;
    let mut shown = editor(&visit, slug, language, title, body, is_own);
    if form.get("do") == "preview" {
        shown.preview = Some(site::preview_page(&visit.app, &visit.viewer, language, title, body).await?);
        return page(&shown);
    }
    match site::save_page(&visit.app, &visit.viewer, slug, language, title, body).await {
        Ok(()) => Ok(with_flash(see_other("/admin/pages"), "flash-admin-page-saved", None)),
        Err(error) => again(&visit.locale, error, |problems| {
            shown.problems = problems;
            page(&shown)
        }),
    }
}

#[derive(Template)]
#[template(path = "admin/revert.html")]
struct RevertPage {
    frame: Frame,
    name: &'static str,
    slug: &'static str,
    language: Language,
}

pub(super) async fn revert(
    visit: Visit,
    Path((slug, language)): Path<(String, String)>,
    form: Form,
) -> Answer {
    form.only(&["confirmed"])?;
    let (slug, language) = place(&slug, &language)?;
    if form.get("confirmed") != "yes" {
        let frame = Frame::titled(&visit, "admin-page-revert");
        return page(&RevertPage { frame, name: name_of(slug), slug: slug.as_str(), language });
    }
    site::revert_page(&visit.app, &visit.viewer, slug, language).await?;
    Ok(with_flash(see_other("/admin/pages"), "flash-admin-page-reverted", None))
}
