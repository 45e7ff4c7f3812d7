//! Joining: the form, with or without an invitation, and the page of those who wait.

use askama::Template;
use axum::extract::{Path, Query};
use axum::http::header;
use axum::response::IntoResponse;
use kith_base::{Error, Kind, Secret};
use kith_domain::joining::{self, Decision, NewMember, Standing, Way};
use kith_domain::site::{self, JoinMode};
use kith_domain::viewer::AccountState;
use kith_domain::{invites, proofs};
use kith_http::{Access, Answer, Form, Routes, Visit, see_other, with_flash};
use serde::Deserialize;

use crate::frame::Frame;
use crate::login::{entered, origin};
use crate::page::{Problems, again, page};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/join", Access::Anyone, show)
        .post("/join", Access::Anyone, join)
        .get("/join/{code}", Access::Anyone, show_invited)
        .get("/waiting", Access::SignedIn, waiting)
        .post("/waiting", Access::SignedIn, answer_again)
        .get("/proof", Access::Anyone, proof)
}

/// What has been typed; the password is never sent back.
#[derive(Default)]
struct Typed {
    handle: String,
    display_name: String,
    email: String,
    agrees: bool,
    is_old_enough: bool,
}

struct QuestionField {
    id: String,
    text: String,
    is_required: bool,
    value: String,
    error: Option<String>,
}

#[derive(Template)]
#[template(path = "join/join.html")]
struct JoinPage {
    frame: Frame,
    problems: Problems,
    typed: Typed,
    questions: Vec<QuestionField>,
    code: String,
    inviter: Option<String>,
    asks: bool,
    needs_proof: bool,
    least_age: u8,
}

impl JoinPage {
    fn new(visit: &Visit, form: &Form, inviter: Option<String>, problems: Problems) -> Self {
        let is_invited = inviter.is_some();
        let way = joining::way(&visit.site, is_invited);
        let asked = if is_invited || visit.site.join == JoinMode::Invite {
            &[]
        } else {
            visit.site.questions.as_slice()
        };
        let questions = asked
            .iter()
            .enumerate()
            .map(|(at, question)| {
                let id = format!("answer-{at}");
                QuestionField {
                    text: question.text.clone(),
                    is_required: question.is_required,
                    value: form.get(&id).to_owned(),
                    error: problems.of(&id).map(ToOwned::to_owned),
                    id,
                }
            })
            .collect();
        Self {
            frame: Frame::titled(visit, "join-title"),
            typed: Typed {
                handle: form.get("handle").to_owned(),
                display_name: form.get("display_name").to_owned(),
                email: form.get("email").to_owned(),
                agrees: form.has("agrees"),
                is_old_enough: form.has("old_enough"),
            },
            questions,
            code: form.get("code").to_owned(),
            inviter,
            asks: way.is_ok_and(|way| way == Way::Ask),
            needs_proof: !is_invited && visit.site.join == JoinMode::Open,
            least_age: visit.site.least_age,
            problems,
        }
    }
}

/// No way in without an invitation, or none at all.
#[derive(Template)]
#[template(path = "join/shut.html")]
struct ShutPage {
    frame: Frame,
    text: String,
    offers_code: bool,
}

fn shut(visit: &Visit, error: &Error) -> Answer {
    let offers_code = visit.site.join != JoinMode::Closed;
    page(&ShutPage {
        frame: Frame::titled(visit, "join-title"),
        text: visit.locale.message(error.message()),
        offers_code,
    })
}

#[derive(Deserialize)]
struct Given {
    #[serde(default)]
    code: String,
}

async fn show(visit: Visit, Query(given): Query<Given>) -> Answer {
    if visit.viewer.id().is_some() {
        return Ok(see_other("/"));
    }
    let code: String = given.code.chars().filter(char::is_ascii_alphanumeric).take(40).collect();
    if !code.is_empty() {
        return Ok(see_other(&format!("/join/{code}")));
    }
    match joining::way(&visit.site, false) {
        Ok(_) => page(&JoinPage::new(&visit, &Form::default(), None, Problems::default())),
        Err(error) => shut(&visit, &error),
    }
}

async fn show_invited(visit: Visit, Path(code): Path<String>) -> Answer {
    if visit.viewer.id().is_some() {
        return Ok(with_flash(see_other("/"), "flash-join-already", None));
    }
    if let Err(error) = joining::way(&visit.site, true) {
        return shut(&visit, &error);
    }
    match inviter(&visit, &code).await {
        Ok(inviter) => {
            let form = Form::from_fields([("code".to_owned(), code)]);
            page(&JoinPage::new(&visit, &form, inviter, Problems::default()))
        }
        Err(error) if error.kind() == Kind::Conflict => shut(&visit, &error),
        Err(error) => Err(error.into()),
    }
}

/// Who invites by `code`; nobody without one.
async fn inviter(visit: &Visit, code: &str) -> Result<Option<String>, Error> {
    if code.trim().is_empty() {
        return Ok(None);
    }
    match invites::peek(&visit.app, code).await {
        Ok((_, person)) => Ok(Some(person.name)),
        Err(error) if error.is_not_found() => Err(Error::conflict("invite-unknown")),
        Err(error) => Err(error),
    }
}

async fn join(visit: Visit, form: Form) -> Answer {
    form.only(&[
        "code",
        "handle",
        "display_name",
        "email",
        "password",
        "agrees",
        "old_enough",
        "altcha",
        "answer-*",
    ])?;
    if visit.viewer.id().is_some() {
        return Ok(see_other("/"));
    }
    let new = NewMember {
        handle: form.get("handle").to_owned(),
        display_name: form.get("display_name").to_owned(),
        email: form.get("email").to_owned(),
        password: Secret::new(form.get("password")),
        language: visit.locale.lang().to_owned(),
        code: form.get("code").to_owned(),
        answers: (0..site::QUESTIONS).map(|at| form.get(&format!("answer-{at}")).to_owned()).collect(),
        agrees: form.has("agrees"),
        is_old_enough: form.has("old_enough"),
        proof: form.get("altcha").to_owned(),
        origin: origin(&visit),
    };
    match joining::join(&visit.app, new).await {
        Ok(joined) => Ok(match joined.state {
            AccountState::Active => {
                with_flash(entered(&visit, &joined.begun, "/"), "flash-join-welcome", None)
            }
            _ => entered(&visit, &joined.begun, "/waiting"),
        }),
        Err(error) => {
            // The invitation may have ended while the form was open; then the form comes back without it.
            let inviter = inviter(&visit, form.get("code")).await.unwrap_or_default();
            again(&visit.locale, error, |problems| page(&JoinPage::new(&visit, &form, inviter, problems)))
        }
    }
}

#[derive(Template)]
#[template(path = "join/waiting.html")]
struct WaitingPage {
    frame: Frame,
    standing: Option<Standing>,
    is_declined: bool,
    is_waiting: bool,
    typed: String,
    problems: Problems,
}

async fn waiting_page(visit: &Visit, typed: String, problems: Problems) -> Answer {
    let standing = joining::own_application(&visit.app, &visit.viewer).await?;
    let is_declined = standing.as_ref().is_some_and(|standing| standing.decision == Some(Decision::Declined));
    let is_waiting =
        visit.viewer.member().is_some_and(|member| member.state == AccountState::PendingApproval);
    page(&WaitingPage {
        frame: Frame::titled(visit, "join-waiting-title"),
        standing,
        is_declined,
        is_waiting,
        typed,
        problems,
    })
}

async fn waiting(visit: Visit) -> Answer {
    if visit.viewer.active().is_ok() {
        return Ok(see_other("/"));
    }
    waiting_page(&visit, String::new(), Problems::default()).await
}

async fn answer_again(visit: Visit, form: Form) -> Answer {
    form.only(&["text"])?;
    match joining::answer_again(&visit.app, &visit.viewer, form.get("text")).await {
        Ok(()) => Ok(see_other("/waiting")),
        Err(error) => {
            let (status, problems) = Problems::from_error(&visit.locale, error)?;
            let mut response = waiting_page(&visit, form.get("text").to_owned(), problems).await?;
            *response.status_mut() = status;
            Ok(response)
        }
    }
}

async fn proof(visit: Visit) -> Answer {
    let challenge = proofs::challenge(&visit.app, visit.is_https)?;
    Ok(([(header::CONTENT_TYPE, "application/json")], challenge).into_response())
}
