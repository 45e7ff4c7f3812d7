//! Language, colours and time zone: in the account for members, in a cookie for visitors.

use askama::Template;
use axum::http::header;
use axum::response::Response;
use kith_base::{DAY, SECOND};
use kith_domain::accounts::{self, Comfort};
use kith_http::{Access, Answer, Form, Routes, Visit, local_path, see_other, set_cookie, with_flash};
use kith_locale::Language;

use crate::frame::Frame;
use crate::page::page;

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/settings/language", Access::SignedIn, show)
        .post("/settings/language", Access::SignedIn, update)
        .post("/language", Access::Anyone, choose_language)
        .post("/theme", Access::Anyone, choose_theme)
}

#[derive(Template)]
#[template(path = "settings/language.html")]
struct LanguagePage {
    frame: Frame,
    zones: Vec<String>,
    zone: String,
}

async fn show(visit: Visit) -> Answer {
    let account = accounts::own(&visit.app, &visit.viewer).await?;
    page(&LanguagePage {
        frame: Frame::titled(&visit, "settings-language"),
        zones: accounts::time_zones(),
        zone: account.time_zone,
    })
}

async fn update(visit: Visit, form: Form) -> Answer {
    let comfort = Comfort {
        language: form.get("language").to_owned(),
        theme: form.get("theme").to_owned(),
        time_zone: form.get("time_zone").to_owned(),
    };
    accounts::set_comfort(&visit.app, &visit.viewer, comfort).await?;
    Ok(with_flash(see_other("/settings/language"), "flash-saved", None))
}

async fn choose_language(visit: Visit, form: Form) -> Answer {
    let mut response = see_other(local_path(form.get("back"), "/"));
    if let Some(language) = Language::parse(form.get("tag")) {
        if visit.person.id().is_some() {
            let comfort = Comfort { language: language.tag().to_owned(), ..Comfort::default() };
            accounts::set_comfort(&visit.app, &visit.person, comfort).await?;
        }
        // Also beside the account, so that the page for signing in speaks it too.
        remember(&mut response, "kith-language", language.tag(), visit.is_https);
    }
    Ok(response)
}

async fn choose_theme(visit: Visit, form: Form) -> Answer {
    let mut response = see_other(local_path(form.get("back"), "/"));
    let theme = form.get("theme");
    if matches!(theme, "light" | "dark" | "auto") {
        if visit.person.id().is_some() {
            let comfort = Comfort { theme: theme.to_owned(), ..Comfort::default() };
            accounts::set_comfort(&visit.app, &visit.person, comfort).await?;
        }
        remember(&mut response, "kith-theme", theme, visit.is_https);
    }
    Ok(response)
}

fn remember(response: &mut Response, name: &str, value: &str, is_https: bool) {
    if let Some(cookie) = set_cookie(name, value, Some(365 * DAY / SECOND), is_https) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}
