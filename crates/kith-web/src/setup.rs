//! First run in the browser: the code, then five questions, one a page. What has been typed waits in a cookie of this
//! browser, so that each page works without a script and the language may change on the way.

use askama::Template;
use axum::extract::{Path, Query};
use axum::http::{HeaderMap, header};
use axum::response::Response;
use kith_base::{Error, Secret};
use kith_domain::sessions;
use kith_domain::setup::{self, Authority, FirstAdmin, SetUp};
use kith_domain::site::JoinMode;
use kith_http::{Access, Answer, Form, Routes, Visit, clear_cookie, cookie_value, see_other, set_cookie};
use kith_locale::Language;
use serde::Deserialize;

use crate::frame::Frame;
use crate::login::{entered, origin};
use crate::page::{Problems, again, page};

const DRAFT: &str = "kith-setup";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/setup", Access::Anyone, code)
        .post("/setup", Access::Anyone, check_code)
        .get("/setup/done", Access::Anyone, done)
        .get("/setup/{step}", Access::Anyone, show)
        .post("/setup/{step}", Access::Anyone, answer)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Code,
    Name,
    Languages,
    Join,
    Address,
    Admin,
}

const QUESTIONS: [Step; 5] = [Step::Name, Step::Languages, Step::Join, Step::Address, Step::Admin];

impl Step {
    const fn word(self) -> &'static str {
        match self {
            Self::Code => "",
            Self::Name => "name",
            Self::Languages => "languages",
            Self::Join => "join",
            Self::Address => "address",
            Self::Admin => "admin",
        }
    }

    fn parse(word: &str) -> Result<Self, Error> {
        QUESTIONS.into_iter().find(|step| step.word() == word).ok_or_else(Error::not_found)
    }

    const fn label(self) -> &'static str {
        match self {
            Self::Code => "setup-code-title",
            Self::Name => "setup-step-name",
            Self::Languages => "setup-step-languages",
            Self::Join => "setup-step-join",
            Self::Address => "setup-step-address",
            Self::Admin => "setup-step-admin",
        }
    }

    fn path(self) -> String {
        if self == Self::Code { "/setup".to_owned() } else { format!("/setup/{}", self.word()) }
    }

    fn number(self) -> usize {
        QUESTIONS.iter().position(|step| *step == self).map_or(0, |at| at + 1)
    }

    fn next(self) -> Option<Self> {
        QUESTIONS.get(self.number()).copied()
    }

    fn previous(self) -> Self {
        self.number().checked_sub(2).and_then(|at| QUESTIONS.get(at).copied()).unwrap_or(Self::Code)
    }
}

/// What has been typed so far. The password is never among it.
#[derive(Clone)]
struct Draft {
    code: String,
    name: String,
    languages: Vec<String>,
    join: JoinMode,
    base_url: String,
    handle: String,
    display_name: String,
    email: String,
}

impl Draft {
    fn of(visit: &Visit, headers: &HeaderMap) -> Self {
        let mut draft = Self {
            code: String::new(),
            name: String::new(),
            languages: vec![visit.locale.lang().to_owned()],
            join: JoinMode::Invite,
            base_url: visit.app.config.base_url.clone().unwrap_or_else(|| address_of(visit, headers)),
            handle: String::new(),
            display_name: String::new(),
            email: String::new(),
        };
        let kept = cookie_value(headers, DRAFT).unwrap_or_default();
        for (key, value) in url::form_urlencoded::parse(kept.as_bytes()) {
            let value = value.into_owned();
            match key.as_ref() {
                "code" => draft.code = value,
                "name" => draft.name = value,
                "languages" => draft.languages = value.split(' ').map(ToOwned::to_owned).collect(),
                "join" => draft.join = JoinMode::parse(&value).unwrap_or_default(),
                "base_url" => draft.base_url = value,
                "handle" => draft.handle = value,
                "display_name" => draft.display_name = value,
                "email" => draft.email = value,
                _ => {}
            }
        }
        draft
    }

    /// Takes over what the form of `step` has.
    fn fill(&mut self, step: Step, form: &Form) {
        let text = |name| form.get(name).chars().take(300).collect::<String>();
        match step {
            Step::Code => self.code = text("code").trim().to_owned(),
            Step::Name => self.name = text("name"),
            Step::Languages => {
                let main = text("main");
                let others = form.all("languages").filter(|tag| *tag != main).map(ToOwned::to_owned);
                self.languages =
                    std::iter::once(main.clone()).chain(others).filter(|tag| !tag.is_empty()).collect();
            }
            Step::Join => self.join = JoinMode::parse(form.get("join")).unwrap_or(self.join),
            Step::Address => self.base_url = text("base_url").trim().to_owned(),
            Step::Admin => {
                self.handle = text("handle");
                self.display_name = text("display_name");
                self.email = text("email");
            }
        }
    }

    /// Whether the answers of `step` will do.
    fn check(&self, step: Step) -> Result<(), Error> {
        match step {
            Step::Name => setup::check_answers(Some(&self.name), None, None),
            Step::Languages => setup::check_answers(None, Some(&self.languages), None),
            Step::Address => setup::check_answers(None, None, Some(&self.base_url)),
            Step::Code | Step::Join | Step::Admin => Ok(()),
        }
    }

    fn keep(&self, mut response: Response) -> Response {
        let value = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("code", &self.code)
            .append_pair("name", &self.name)
            .append_pair("languages", &self.languages.join(" "))
            .append_pair("join", self.join.as_str())
            .append_pair("base_url", &self.base_url)
            .append_pair("handle", &self.handle)
            .append_pair("display_name", &self.display_name)
            .append_pair("email", &self.email)
            .finish();
        if let Some(cookie) = set_cookie(DRAFT, &value, Some(3 * 3600), false) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        response
    }
}

/// The address as it stands in this browser, to begin with where nobody has said another.
pub(crate) fn address_of(visit: &Visit, headers: &HeaderMap) -> String {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    format!("{}://{host}", if visit.client.is_https { "https" } else { "http" })
}

#[derive(Template)]
#[template(path = "setup/step.html")]
struct StepPage {
    frame: Frame,
    step: Step,
    draft: Draft,
    problems: Problems,
    languages: Vec<(&'static str, &'static str, bool)>,
    main: String,
}

impl StepPage {
    fn new(visit: &Visit, step: Step, draft: Draft, problems: Problems) -> Self {
        let languages = Language::all()
            .iter()
            .map(|language| {
                let is_chosen = draft.languages.iter().any(|tag| tag == language.tag());
                (language.tag(), language.native_name(), is_chosen)
            })
            .collect();
        let main = draft.languages.first().cloned().unwrap_or_default();
        Self { frame: Frame::titled(visit, "setup-title"), step, draft, problems, languages, main }
    }

    fn steps(&self) -> Vec<(&'static str, &'static str)> {
        QUESTIONS
            .into_iter()
            .map(|step| {
                let state = match step.number().cmp(&self.step.number()) {
                    std::cmp::Ordering::Less => "done",
                    std::cmp::Ordering::Equal => "now",
                    std::cmp::Ordering::Greater => "",
                };
                (step.label(), state)
            })
            .collect()
    }
}

#[derive(Deserialize)]
struct Given {
    #[serde(default)]
    code: String,
}

async fn code(visit: Visit, headers: HeaderMap, Query(given): Query<Given>) -> Answer {
    if visit.site.is_set_up {
        return Ok(see_other("/"));
    }
    let mut draft = Draft::of(&visit, &headers);
    if !given.code.is_empty() {
        draft.code = given.code.chars().take(20).collect();
    }
    page(&StepPage::new(&visit, Step::Code, draft, Problems::default()))
}

async fn check_code(visit: Visit, headers: HeaderMap, form: Form) -> Answer {
    form.only(&["code"])?;
    let mut draft = Draft::of(&visit, &headers);
    draft.fill(Step::Code, &form);
    match setup::check_code(&visit.app, &draft.code, &visit.client.network).await {
        Ok(()) => Ok(draft.keep(see_other("/setup/name"))),
        Err(error) => {
            again(&visit.locale, error, |problems| page(&StepPage::new(&visit, Step::Code, draft, problems)))
        }
    }
}

async fn show(visit: Visit, headers: HeaderMap, Path(word): Path<String>) -> Answer {
    let step = Step::parse(&word)?;
    let draft = Draft::of(&visit, &headers);
    if visit.site.is_set_up || draft.code.is_empty() {
        return Ok(see_other("/setup"));
    }
    page(&StepPage::new(&visit, step, draft, Problems::default()))
}

async fn answer(visit: Visit, headers: HeaderMap, Path(word): Path<String>, form: Form) -> Answer {
    let step = Step::parse(&word)?;
    form.only(&[
        "name",
        "main",
        "languages",
        "join",
        "base_url",
        "handle",
        "display_name",
        "email",
        "password",
    ])?;
    let mut draft = Draft::of(&visit, &headers);
    if visit.site.is_set_up || draft.code.is_empty() {
        return Ok(see_other("/setup"));
    }
    draft.fill(step, &form);
    if let Err(error) = draft.check(step) {
        return again(&visit.locale, error, |problems| page(&StepPage::new(&visit, step, draft, problems)));
    }
    match step.next() {
        Some(next) => Ok(draft.keep(see_other(&next.path()))),
        None => finish(&visit, draft, Secret::new(form.get("password"))).await,
    }
}

async fn finish(visit: &Visit, draft: Draft, password: Secret) -> Answer {
    let authority = Authority::Code { code: draft.code.clone(), network: visit.client.network.to_string() };
    let answers = SetUp {
        name: draft.name.clone(),
        languages: draft.languages.clone(),
        join: draft.join,
        base_url: draft.base_url.clone(),
        admin: FirstAdmin {
            handle: draft.handle.clone(),
            display_name: draft.display_name.clone(),
            email: draft.email.clone(),
            password,
            language: visit.locale.lang().to_owned(),
        },
    };
    match setup::set_up(&visit.app, authority, answers).await {
        Ok(owner) => {
            let begun = sessions::begin(&visit.app, owner, origin(visit)).await?;
            // The address chosen a moment ago decides about the cookies.
            let is_https = kith_domain::site::settings(&visit.app).await?.base_url.starts_with("https://");
            let mut moved = visit.clone();
            moved.is_https = is_https;
            let mut response = entered(&moved, &begun, "/setup/done");
            if let Some(cookie) = clear_cookie(DRAFT, false) {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
            Ok(response)
        }
        Err(error) => {
            // Back to the first question whose answer will not do.
            let is_wrong = |field| error.fields().iter().any(|wrong| wrong.field == field);
            let step = [
                ("code", Step::Code),
                ("name", Step::Name),
                ("languages", Step::Languages),
                ("base_url", Step::Address),
            ]
            .into_iter()
            .find_map(|(field, step)| is_wrong(field).then_some(step))
            .unwrap_or(Step::Admin);
            let shown = draft.clone();
            let answer =
                again(&visit.locale, error, |problems| page(&StepPage::new(visit, step, shown, problems)))?;
            Ok(draft.keep(answer))
        }
    }
}

#[derive(Template)]
#[template(path = "setup/done.html")]
struct DonePage {
    frame: Frame,
    address: String,
    join: JoinMode,
}

async fn done(visit: Visit) -> Answer {
    if !visit.site.is_set_up {
        return Ok(see_other("/setup"));
    }
    let (address, join) = (visit.site.base_url.clone(), visit.site.join);
    page(&DonePage { frame: Frame::titled(&visit, "setup-done-title"), address, join })
}
