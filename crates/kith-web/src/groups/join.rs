//! Coming in and going, and what of a group comes to somebody.

use askama::Template;
use axum::extract::Path;
use kith_base::Error;
use kith_domain::groups::{self, Group, GroupPage, Joined};
use kith_domain::viewer::GroupLevel;
use kith_http::{Answer, Form, Visit, see_other, with_flash};

use super::find;
use super::view::{Head, Tab};
use crate::frame::Frame;
use crate::page::{Problems, again, page};
use crate::reading;

#[derive(Template)]
#[template(path = "groups/join.html")]
struct JoinPage {
    frame: Frame,
    head: Head,
    rules: String,
    asks_rules: bool,
    /// Whether the rules were agreed to.
    has_agreed: bool,
    /// Name of the field, the question, what was typed.
    questions: Vec<(String, String, String)>,
    problems: Problems,
}

fn join_page(
    visit: &Visit,
    shown: GroupPage,
    typed: &[String],
    has_agreed: bool,
    problems: Problems,
) -> JoinPage {
    let group = &shown.group;
    let frame = Frame::new(visit, visit.locale.t1("groups-join-title", "group", group.name.as_str()));
    let questions = shown.questions.iter().enumerate().map(|(place, question)| {
        (format!("answer-{place}"), question.clone(), typed.get(place).cloned().unwrap_or_default())
    });
    JoinPage {
        head: Head::of(&frame, &visit.viewer, group, Tab::About),
        rules: shown.text.rules_html.clone(),
        asks_rules: group.settings.asks_rules,
        has_agreed,
        questions: if asks(group) { questions.collect() } else { Vec::new() },
        problems,
        frame,
    }
}

/// Whether somebody decides about those who want to join.
fn asks(group: &Group) -> bool {
    group.settings.joining == groups::Joining::Request || group.own.is_some()
}

pub(super) async fn ask(visit: Visit, Path(slug): Path<String>) -> Answer {
    let group = find(&visit, &slug).await?;
    if group.role().is_some() {
        return Ok(see_other(&format!("/groups/{}", group.slug)));
    }
    let shown = groups::page(&visit.app, &visit.viewer, group.id, &reading::of(&visit)).await?;
    page(&join_page(&visit, shown, &[], false, Problems::default()))
}

pub(super) async fn join(visit: Visit, Path(slug): Path<String>, form: Form) -> Answer {
    form.only(&["agreed", "answer-*"])?;
    let (app, viewer) = (&visit.app, &visit.viewer);
    let group = find(&visit, &slug).await?;
    let answers: Vec<String> =
        (0..groups::QUESTIONS).map(|place| form.get(&format!("answer-{place}")).to_owned()).collect();
    match groups::join(app, viewer, group.id, answers.clone(), form.has("agreed")).await {
        Ok(Joined::In) => {
            Ok(with_flash(see_other(&format!("/groups/{}", group.slug)), "flash-group-joined", None))
        }
        Ok(Joined::Asked) => {
            Ok(with_flash(see_other(&format!("/groups/{}/about", group.slug)), "flash-group-asked", None))
        }
        Err(error) if error.is_not_found() => Err(error.into()),
        Err(error) => {
            let shown = groups::page(app, viewer, group.id, &reading::of(&visit)).await?;
            let has_agreed = form.has("agreed");
            again(&visit.locale, error, |problems| {
                page(&join_page(&visit, shown, &answers, has_agreed, problems))
            })
        }
    }
}

/// Small steps: saying no to an invitation, asking no longer, taking a group over that needs somebody.
pub(super) async fn step(visit: Visit, Path(slug): Path<String>, form: Form) -> Answer {
    form.only(&["step"])?;
    let (app, viewer) = (&visit.app, &visit.viewer);
    let step = form.get("step");
    if step == "claim" {
        // Admins of the community take over groups that they could not know of before.
        let offered = groups::offered(app, viewer).await?;
        let id = match offered.iter().find(|group| group.slug == slug) {
            Some(group) => group.id,
            None => find(&visit, &slug).await?.id,
        };
        groups::claim(app, viewer, id).await?;
        return Ok(with_flash(see_other(&format!("/groups/{slug}")), "flash-group-claimed", None));
    }
    let group = find(&visit, &slug).await?;
    let flash = match step {
        "decline" => {
            groups::decline(app, viewer, group.id).await?;
            "flash-group-declined"
        }
        "cancel" => {
            groups::cancel(app, viewer, group.id).await?;
            "flash-group-cancelled"
        }
        _ => return Err(Error::invalid("step", "error-not-understood").into()),
    };
    Ok(with_flash(see_other("/groups"), flash, None))
}

#[derive(Template)]
#[template(path = "groups/leave.html")]
struct LeavePage {
    frame: Frame,
    href: String,
    name: String,
    is_owner: bool,
}

pub(super) async fn confirm_leave(visit: Visit, Path(slug): Path<String>) -> Answer {
    let group = find(&visit, &slug).await?;
    let role = group.role().ok_or_else(Error::not_found)?;
    page(&LeavePage {
        frame: Frame::titled(&visit, "groups-leave"),
        href: format!("/groups/{}", group.slug),
        name: group.name.clone(),
        is_owner: role == kith_domain::viewer::GroupRole::Owner,
    })
}

pub(super) async fn leave(visit: Visit, Path(slug): Path<String>, form: Form) -> Answer {
    form.only(&[])?;
    let group = find(&visit, &slug).await?;
    groups::leave(&visit.app, &visit.viewer, group.id).await?;
    Ok(with_flash(see_other("/groups"), "flash-group-left", None))
}

pub(super) async fn level(visit: Visit, Path(slug): Path<String>, form: Form) -> Answer {
    form.only(&["level"])?;
    let group = find(&visit, &slug).await?;
    let level = GroupLevel::parse(form.get("level"));
    let level = level.ok_or_else(|| Error::invalid("level", "error-not-understood"))?;
    groups::set_level(&visit.app, &visit.viewer, group.id, level).await?;
    Ok(with_flash(see_other(&format!("/groups/{}", group.slug)), "flash-group-saved", None))
}
