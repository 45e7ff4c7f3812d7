//! Pages about the community, and the contact form.

use askama::Template;
use axum::extract::{Path, Query};
use kith_base::Error;
use kith_domain::contact::{self, NewMessage};
use kith_domain::site::{self, SitePage, Slug};
use kith_domain::{Visible, accounts};
use kith_http::{Access, Answer, Form, Routes, Visit, see_other, with_flash};
use kith_locale::Language;
use serde::Deserialize;

use crate::frame::Frame;
use crate::page::{Problems, again, page};
use crate::reading::{Switch, others};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/about", Access::Anyone, about)
        .get("/about/{slug}", Access::Anyone, show)
        .get("/contact", Access::Anyone, contact_form)
        .post("/contact", Access::Anyone, send)
}

/// The key of a page's name in menus.
pub(crate) const fn name_of(slug: Slug) -> &'static str {
    match slug {
        Slug::Welcome => "site-page-welcome",
        Slug::About => "site-page-about",
        Slug::Rules => "site-page-rules",
        Slug::Terms => "site-page-terms",
        Slug::Privacy => "site-page-privacy",
        Slug::Imprint => "site-page-imprint",
        Slug::Contact => "site-page-contact",
    }
}

#[derive(Template)]
#[template(path = "about/page.html")]
struct AboutPage {
    frame: Frame,
    words: Visible<SitePage>,
    others: Vec<Switch>,
}

/// In which language a page is asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct InLanguage {
    text: String,
}

async fn about(visit: Visit, Query(asked): Query<InLanguage>) -> Answer {
    site_page(&visit, Slug::About, &asked.text).await
}

async fn show(visit: Visit, Path(slug): Path<String>, Query(asked): Query<InLanguage>) -> Answer {
    match Slug::parse(&slug).ok_or_else(Error::not_found)? {
        Slug::About => Ok(see_other("/about")),
        Slug::Contact => Ok(see_other("/contact")),
        slug => site_page(&visit, slug, &asked.text).await,
    }
}

async fn site_page(visit: &Visit, slug: Slug, asked: &str) -> Answer {
    let own = visit.locale.language();
    let words = site::page(&visit.app, slug, Language::parse(asked).unwrap_or(own)).await?;
    let href = match slug {
        Slug::About => "/about".to_owned(),
        slug => format!("/about/{}", slug.as_str()),
    };
    // Every page is there in the reader's own language, if only as it was shipped.
    let mut tags: Vec<&str> = words.own_elsewhere.iter().map(|language| language.tag()).collect();
    if !tags.contains(&own.tag()) {
        tags.insert(0, own.tag());
    }
    let others = others(tags, words.language.tag(), &href);
    page(&AboutPage { frame: Frame::new(visit, words.title.clone()).indexed(), others, words })
}

#[derive(Template)]
#[template(path = "about/contact.html")]
struct ContactPage {
    frame: Frame,
    words: Visible<SitePage>,
    typed: NewMessage,
    problems: Problems,
    is_visitor: bool,
}

async fn contact_page(visit: &Visit, typed: NewMessage, problems: Problems) -> Answer {
    let words = site::page(&visit.app, Slug::Contact, visit.locale.language()).await?;
    let is_visitor = visit.viewer.id().is_none();
    let frame = Frame::new(visit, words.title.clone()).indexed();
    page(&ContactPage { frame, words, typed, problems, is_visitor })
}

async fn contact_form(visit: Visit) -> Answer {
    let email = match visit.viewer.id() {
        Some(_) => accounts::own(&visit.app, &visit.viewer).await?.email.unwrap_or_default(),
        None => String::new(),
    };
    contact_page(&visit, NewMessage { email, ..NewMessage::default() }, Problems::default()).await
}

async fn send(visit: Visit, form: Form) -> Answer {
    form.only(&["name", "email", "subject", "body", "altcha"])?;
    let typed = NewMessage {
        name: form.get("name").to_owned(),
        email: form.get("email").to_owned(),
        subject: form.get("subject").to_owned(),
        body: form.get("body").to_owned(),
        language: visit.locale.lang().to_owned(),
        proof: form.get("altcha").to_owned(),
    };
    match contact::send(&visit.app, &visit.viewer, &visit.client.network, typed.clone()).await {
        Ok(()) => Ok(with_flash(see_other("/contact"), "flash-contact-sent", None)),
        Err(error) => {
            let words = site::page(&visit.app, Slug::Contact, visit.locale.language()).await?;
            let is_visitor = visit.viewer.id().is_none();
            again(&visit.locale, error, |problems| {
                let frame = Frame::new(&visit, words.title.clone());
                page(&ContactPage { frame, words, typed, problems, is_visitor })
            })
        }
    }
}
