//! The community's settings as one form.

use askama::Template;
use axum::http::HeaderMap;
use kith_domain::site::{self, JoinMode, Operator, QUESTIONS, Question, SettingsEdit};
use kith_http::{Answer, Form, Visit, see_other, with_flash};
use kith_locale::Language;

use crate::frame::Frame;
use crate::page::{Problems, again, page};
use crate::setup::address_of;

#[derive(Template)]
#[template(path = "admin/settings.html")]
struct SettingsPage {
    frame: Frame,
    edit: SettingsEdit,
    age: String,
    problems: Problems,
    languages: Vec<(&'static str, &'static str, bool)>,
    main: String,
    questions: Vec<(usize, Question)>,
    zones: Vec<String>,
    is_address_fixed: bool,
}

impl SettingsPage {
    fn new(visit: &Visit, edit: SettingsEdit, age: String, problems: Problems) -> Self {
        let languages = Language::all()
            .iter()
            .map(|language| {
                (
                    language.tag(),
                    language.native_name(),
                    edit.languages.iter().any(|tag| tag == language.tag()),
                )
            })
            .collect();
        let questions =
            (0..QUESTIONS).map(|at| (at, edit.questions.get(at).cloned().unwrap_or_default())).collect();
        let mut zones: Vec<String> = jiff::tz::db().available().map(|name| name.to_string()).collect();
        zones.retain(|name| name.contains('/') && !name.starts_with("Etc/") || name == "UTC");
        if !zones.contains(&edit.time_zone) {
            zones.insert(0, edit.time_zone.clone());
        }
        Self {
            frame: Frame::titled(visit, "admin-settings-title"),
            main: edit.languages.first().cloned().unwrap_or_default(),
            is_address_fixed: visit.app.config.base_url.is_some(),
            languages,
            questions,
            zones,
            edit,
            age,
            problems,
        }
    }
}

pub(super) async fn edit(visit: Visit, headers: HeaderMap) -> Answer {
    let site = &visit.site;
    let is_address_open = site.base_url == site::fallback_address(&visit.app);
    let edit = SettingsEdit {
        name: site.name.clone(),
        tagline: site.tagline.clone(),
        languages: site.languages.clone(),
        join: site.join,
        base_url: if is_address_open { address_of(&visit, &headers) } else { site.base_url.clone() },
        time_zone: site.time_zone.clone(),
        least_age: site.least_age,
        questions: site.questions.clone(),
        members_invite: site.members_invite,
        operator: site.operator.clone(),
    };
    let age = site.least_age.to_string();
    page(&SettingsPage::new(&visit, edit, age, Problems::default()))
}

pub(super) async fn update(visit: Visit, form: Form) -> Answer {
    form.only(&[
        "name",
        "tagline",
        "main",
        "languages",
        "join",
        "base_url",
        "time_zone",
        "least_age",
        "members_invite",
        "question-*",
        "required-*",
        "operator_*",
    ])?;
    let text = |name: &str| form.get(name).to_owned();
    let main = text("main");
    let others = form.all("languages").filter(|tag| *tag != main).map(ToOwned::to_owned);
    let questions = (0..QUESTIONS).map(|at| Question {
        text: text(&format!("question-{at}")),
        is_required: form.has(&format!("required-{at}")),
    });
    let age = text("least_age");
    let edit = SettingsEdit {
        name: text("name"),
        tagline: text("tagline"),
        languages: std::iter::once(main.clone()).chain(others).collect(),
        join: JoinMode::parse(form.get("join")).unwrap_or(visit.site.join),
        base_url: visit.app.config.base_url.clone().unwrap_or_else(|| text("base_url")),
        time_zone: text("time_zone"),
        // What is no number is out of every range and comes back as a complaint.
        least_age: age.trim().parse().unwrap_or(u8::MAX),
        questions: questions.collect(),
        members_invite: form.has("members_invite"),
        operator: Operator {
            name: text("operator_name"),
            address: text("operator_address"),
            email: text("operator_email"),
            phone: text("operator_phone"),
            responsible: text("operator_responsible"),
        },
    };
    match site::update(&visit.app, &visit.viewer, edit.clone()).await {
        Ok(()) => Ok(with_flash(see_other("/admin/settings"), "flash-admin-saved", None)),
        Err(error) => {
            again(&visit.locale, error, |problems| page(&SettingsPage::new(&visit, edit, age, problems)))
        }
    }
}
