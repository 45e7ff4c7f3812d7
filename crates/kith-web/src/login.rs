//! Coming in and going out: sign in, sign out, recover, and the pages behind the keys that go out by mail.

use askama::Template;
use axum::extract::{Path, Query};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kith_base::{DAY, Error, SECOND, Secret};
use kith_domain::sessions::{self, Begun, KeyView, NewSignIn, Origin, Purpose};
use kith_domain::{Viewer, accounts};
use kith_http::{
    Access, Answer, Form, Routes, Visit, clear_cookie, cookie_value, local_path, see_other,
    session_cookie_name, set_cookie, with_flash,
};

use crate::frame::Frame;
use crate::page::{Problems, again, page, page_with};

/// The routes.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/login", Access::Anyone, show)
        .post("/login", Access::Anyone, sign_in)
        .get("/login/mail", Access::Anyone, ask_for_link)
        .post("/login/mail", Access::Anyone, mail_link)
        .post("/logout", Access::Anyone, sign_out)
        .get("/recover", Access::Anyone, recover_page)
        .post("/recover", Access::Anyone, recover)
        .post("/recover/mail", Access::Anyone, mail_reset)
        .get("/key/{token}", Access::Anyone, key)
        .post("/key/{token}", Access::Anyone, use_key)
        .post("/password-strength", Access::Anyone, strength)
}

#[derive(Template)]
#[template(path = "login/login.html")]
struct LoginPage {
    frame: Frame,
    problems: Problems,
    login: String,
    next: String,
    has_mail: bool,
    may_join: bool,
}

#[derive(Template)]
#[template(path = "login/mail.html")]
struct MailPage {
    frame: Frame,
    is_sent: bool,
    login: String,
    problems: Problems,
}

impl MailPage {
    fn form(visit: &Visit, login: &str, problems: Problems) -> Self {
        let frame = Frame::titled(visit, "login-by-mail-title");
        Self { frame, is_sent: false, login: login.to_owned(), problems }
    }

    fn sent(visit: &Visit, title: &'static str) -> Self {
        let frame = Frame::titled(visit, title);
        Self { frame, is_sent: true, login: String::new(), problems: Problems::default() }
    }
}

#[derive(Template)]
#[template(path = "login/recover.html")]
struct RecoverPage {
    frame: Frame,
    problems: Problems,
    login: String,
    code: String,
    has_mail: bool,
}

#[derive(Template)]
#[template(path = "login/key.html")]
struct KeyPage {
    frame: Frame,
    problems: Problems,
    key: KeyView,
    token: String,
}

#[derive(Template)]
#[template(path = "login/gone.html")]
struct GonePage {
    frame: Frame,
    has_mail: bool,
}

/// The key has been used, is too old, or never was: one answer, with the way to a new one.
fn gone(visit: &Visit) -> Answer {
    let frame = Frame::titled(visit, "login-gone-title");
    let page = GonePage { frame, has_mail: visit.app.mailer.is_delivering() };
    Ok(discreet(page_with(StatusCode::NOT_FOUND, &page)?))
}

#[derive(serde::Deserialize)]
struct Next {
    #[serde(default)]
    next: String,
}

fn login_page(visit: &Visit, login: &str, next: &str, problems: Problems) -> Answer {
    page(&LoginPage {
        frame: Frame::titled(visit, "login-title"),
        problems,
        login: login.to_owned(),
        next: next.to_owned(),
        has_mail: visit.app.mailer.is_delivering(),
        may_join: visit.site.join != kith_domain::site::JoinMode::Closed,
    })
}

async fn show(visit: Visit, Query(Next { next }): Query<Next>) -> Answer {
    if visit.signed_in.is_some() {
        return Ok(see_other(local_path(&next, "/")));
    }
    login_page(&visit, "", &next, Problems::default())
}

async fn sign_in(visit: Visit, headers: HeaderMap, form: Form) -> Answer {
    let new = NewSignIn {
        login: form.get("login").to_owned(),
        password: Secret::new(form.get("password")),
        device: cookie_value(&headers, device_cookie(visit.is_https)).map(ToOwned::to_owned),
        origin: origin(&visit),
    };
    match sessions::sign_in(&visit.app, new).await {
        Ok(begun) => Ok(with_welcome(entered(&visit, &begun, local_path(form.get("next"), "/")), &begun)),
        Err(error) => again(&visit.locale, error, |problems| {
            login_page(&visit, form.get("login"), form.get("next"), problems)
        }),
    }
}

async fn ask_for_link(visit: Visit) -> Answer {
    if !visit.app.mailer.is_delivering() {
        return Err(Error::not_found().into());
    }
    page(&MailPage::form(&visit, "", Problems::default()))
}

async fn mail_link(visit: Visit, form: Form) -> Answer {
    if !visit.app.mailer.is_delivering() {
        return Err(Error::not_found().into());
    }
    let (login, proof) = (form.get("login"), form.get("altcha"));
    match sessions::request_sign_in_link(&visit.app, login, proof, &origin(&visit)).await {
        Ok(()) => page(&MailPage::sent(&visit, "login-by-mail-title")),
        Err(error) => again(&visit.locale, error, |problems| page(&MailPage::form(&visit, login, problems))),
    }
}

async fn sign_out(visit: Visit, _form: Form) -> Answer {
    if let Some(signed_in) = visit.signed_in {
        match sessions::end(&visit.app, &visit.person, signed_in.session).await {
            Err(error) if !error.is_not_found() => return Err(error.into()),
            _ => {}
        }
    }
    let mut response = see_other("/login");
    add_cookie(&mut response, clear_cookie(session_cookie_name(visit.is_https), visit.is_https));
    Ok(response)
}

fn recovering(visit: &Visit, form: &Form, problems: Problems) -> Answer {
    page(&RecoverPage {
        frame: Frame::titled(visit, "login-recover-title"),
        problems,
        login: form.get("login").to_owned(),
        code: form.get("code").to_owned(),
        has_mail: visit.app.mailer.is_delivering(),
    })
}

async fn recover_page(visit: Visit) -> Answer {
    recovering(&visit, &Form::default(), Problems::default())
}

async fn recover(visit: Visit, form: Form) -> Answer {
    let password = Secret::new(form.get("password"));
    let begun = sessions::recover_with_code(
        &visit.app,
        form.get("login"),
        form.get("code"),
        password,
        origin(&visit),
    );
    match begun.await {
        Ok(begun) => Ok(renewed(&visit, &begun)),
        Err(error) => again(&visit.locale, error, |problems| recovering(&visit, &form, problems)),
    }
}

async fn mail_reset(visit: Visit, form: Form) -> Answer {
    if !visit.app.mailer.is_delivering() {
        return Err(Error::not_found().into());
    }
    let (login, proof) = (form.get("login"), form.get("altcha"));
    match sessions::request_reset(&visit.app, login, proof, &origin(&visit)).await {
        Ok(()) => page(&MailPage::sent(&visit, "login-recover-title")),
        Err(error) => again(&visit.locale, error, |problems| recovering(&visit, &form, problems)),
    }
}

/// A page that a mail leads to. Looking at it changes nothing: programs that open links in mail use nothing up.
async fn key(visit: Visit, Path(token): Path<String>) -> Answer {
    let key = match sessions::peek(&visit.app, &token).await {
        Err(error) if error.is_not_found() => return gone(&visit),
        key => key?,
    };
    Ok(discreet(key_page(&visit, key, token, Problems::default())?))
}

fn key_page(visit: &Visit, key: KeyView, token: String, problems: Problems) -> Answer {
    let title = match key.purpose {
        Purpose::ConfirmEmail => "login-confirm-title",
        Purpose::SignIn => "login-by-mail-title",
        Purpose::Reset | Purpose::Recover => "login-reset-title",
    };
    page(&KeyPage { frame: Frame::titled(visit, title), problems, key, token })
}

async fn use_key(visit: Visit, Path(token): Path<String>, form: Form) -> Answer {
    let key = match sessions::peek(&visit.app, &token).await {
        Err(error) if error.is_not_found() => return gone(&visit),
        key => key?,
    };
    let app = &visit.app;
    let outcome = match key.purpose {
        Purpose::ConfirmEmail => sessions::confirm_email(app, &token).await.map(|_| {
            let to = if visit.signed_in.is_some() { "/" } else { "/login" };
            with_flash(see_other(to), "flash-email-confirmed", None)
        }),
        Purpose::SignIn => sessions::sign_in_with_key(app, &token, origin(&visit))
            .await
            .map(|begun| with_welcome(entered(&visit, &begun, "/"), &begun)),
        Purpose::Reset | Purpose::Recover => {
            let password = Secret::new(form.get("password"));
            sessions::reset_with_key(app, &token, password, origin(&visit))
                .await
                .map(|begun| renewed(&visit, &begun))
        }
    };
    match outcome {
        Ok(response) => Ok(response),
        Err(error) if error.is_not_found() => gone(&visit),
        Err(error) => {
            let answer = again(&visit.locale, error, |problems| key_page(&visit, key, token, problems))?;
            Ok(discreet(answer))
        }
    }
}

/// How good a password is, while it is typed.
async fn strength(visit: Visit, form: Form) -> Answer {
    let mut personal = vec![visit.site.name.clone()];
    personal.extend(["handle", "display_name", "email"].map(|field| form.get(field).to_owned()));
    if let Viewer::Member(member) = &visit.viewer {
        personal.extend([member.handle.clone(), member.name.clone()]);
    }
    let personal: Vec<&str> = personal.iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
    let strength = accounts::strength_of(form.get("password"), &personal);
    let answer = serde_json::json!({ "score": strength.score, "text": visit.locale.message(&strength.hint) });
    Ok(axum::Json(answer).into_response())
}

/// Where a visit comes from, for the list of sessions and the limits.
pub(crate) fn origin(visit: &Visit) -> Origin {
    Origin { user_agent: visit.user_agent.clone(), network: visit.client.network.to_string() }
}

/// 303 into the place with the cookies of a session that has just begun.
pub(crate) fn entered(visit: &Visit, begun: &Begun, to: &str) -> Response {
    let mut response = see_other(to);
    let life = sessions::SESSION_LIFE / SECOND;
    let name = session_cookie_name(visit.is_https);
    add_cookie(&mut response, set_cookie(name, begun.token.expose(), Some(life), visit.is_https));
    let year = 365 * DAY / SECOND;
    let name = device_cookie(visit.is_https);
    add_cookie(&mut response, set_cookie(name, begun.device.expose(), Some(year), visit.is_https));
    response
}

/// Says so when coming in has taken back a deletion.
fn with_welcome(response: Response, begun: &Begun) -> Response {
    if begun.is_kept { with_flash(response, "flash-account-kept", None) } else { response }
}

/// In with a new password.
fn renewed(visit: &Visit, begun: &Begun) -> Response {
    let response = entered(visit, begun, "/");
    with_welcome(with_flash(response, "flash-password-changed", None), begun)
}

const fn device_cookie(is_https: bool) -> &'static str {
    if is_https { "__Host-kith-device" } else { "kith-device" }
}

fn add_cookie(response: &mut Response, cookie: Option<HeaderValue>) {
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}

/// The address of the page is a secret: it goes into no cache and to no other page. The name of the site does go along:
/// under `no-referrer` browsers say `Origin: null` with the page's own forms, which would be refused like another site's.
pub(crate) fn discreet(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("strict-origin"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
