//! Apps that want to act for a member: the page on which the member decides, and the list of those they let in.

use askama::Template;
use axum::extract::{Path, Query};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kith_base::Error;
use kith_domain::apps::{self, Asked, Connected, Invitation, Refusal, Scopes};
use kith_domain::kinds::AppId;
use kith_http::{Access, Answer, Form, Routes, Visit, allow_form_target, see_other, with_flash};
use kith_locale::Locale;
use serde::Deserialize;

use crate::frame::Frame;
use crate::page::page;
use crate::people::encoded;

/// The routes.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/oauth/authorize", Access::Anyone, ask)
        .post("/oauth/authorize", Access::Member, decide)
        .get("/settings/apps", Access::Member, list)
        .post("/settings/apps/{id}/disconnect", Access::Member, disconnect)
}

/// What stands in the address with which an app sends somebody here (RFC 6749, 4.1.1).
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Request {
    response_type: String,
    client_id: String,
    redirect_uri: String,
    scope: String,
    state: String,
    code_challenge: String,
    code_challenge_method: String,
}

impl Request {
    fn asked(&self) -> Asked {
        Asked {
            client_id: self.client_id.clone(),
            redirect_uri: self.redirect_uri.clone(),
            scopes: self.scope.clone(),
            challenge: self.code_challenge.clone(),
        }
    }

    fn read(form: &Form) -> Self {
        let text = |name| form.get(name).to_owned();
        Self {
            response_type: text("response_type"),
            client_id: text("client_id"),
            redirect_uri: text("redirect_uri"),
            scope: text("scope"),
            state: text("state"),
            code_challenge: text("code_challenge"),
            code_challenge_method: text("code_challenge_method"),
        }
    }

    /// Only codes, and only challenges that say nothing of the verifier.
    fn is_understood(&self) -> bool {
        self.response_type == "code"
            && (self.code_challenge.is_empty() || self.code_challenge_method == "S256")
    }
}

#[derive(Template)]
#[template(path = "apps/authorize.html")]
struct AuthorizePage {
    frame: Frame,
    request: Request,
    name: String,
    website: String,
    rights: Vec<String>,
    me: String,
}

#[derive(Template)]
#[template(path = "apps/refused.html")]
struct RefusedPage {
    frame: Frame,
    reason: String,
}

#[derive(Template)]
#[template(path = "apps/code.html")]
struct CodePage {
    frame: Frame,
    name: String,
    code: String,
}

#[derive(Template)]
#[template(path = "apps/connected.html")]
struct ConnectedPage {
    frame: Frame,
    apps: Vec<(Connected, Vec<String>)>,
}

async fn ask(visit: Visit, Query(request): Query<Request>) -> Answer {
    // Who asks and where it leads is checked before anybody signs in for it.
    let invitation = match looked_at(&visit, &request).await? {
        Ok(invitation) => invitation,
        Err(refused) => return Ok(refused),
    };
    if visit.viewer.id().is_none() {
        return Ok(see_other(&format!("/login?next={}", encoded(&visit.path))));
    }
    let me = visit.viewer.active()?.name.clone();
    let frame = Frame::titled(&visit, "apps-authorize-title");
    let rights = rights(&frame.l, &invitation.scopes);
    let target = invitation.redirect_uri.clone();
    let shown = page(&AuthorizePage {
        name: invitation.app.name,
        website: invitation.app.website,
        rights,
        me,
        request,
        frame,
    })?;
    Ok(allow_form_target(shown, &target))
}

/// What is asked, or the page that says why it cannot be: an address that was not checked is never followed.
async fn looked_at(visit: &Visit, request: &Request) -> kith_base::Result<Result<Invitation, Response>> {
    let reason = if !request.is_understood() {
        "apps-request-not-understood"
    } else {
        match apps::look_at(&visit.app, &request.asked()).await {
            Ok(invitation) => return Ok(Ok(invitation)),
            Err(error) => match Refusal::of(&error) {
                Some(_) => error.message().key,
                None => return Err(error),
            },
        }
    };
    let frame = Frame::titled(visit, "apps-refused-title");
    let reason = frame.l.t(reason);
    let mut refused = page(&RefusedPage { reason, frame }).map_err(|_| Error::internal("a page"))?;
    *refused.status_mut() = StatusCode::FORBIDDEN;
    Ok(Err(refused))
}

async fn decide(visit: Visit, form: Form) -> Answer {
    let request = Request::read(&form);
    let invitation = match looked_at(&visit, &request).await? {
        Ok(invitation) => invitation,
        Err(refused) => return Ok(refused),
    };
    if form.get("decision") != "allow" {
        if invitation.redirect_uri == apps::redirects::OUT_OF_BAND {
            return Ok(see_other("/settings/apps"));
        }
        return Ok(back_to(&request, "error", "access_denied"));
    }
    let code = apps::allow(&visit.app, &visit.viewer, request.asked()).await?;
    if invitation.redirect_uri == apps::redirects::OUT_OF_BAND {
        let frame = Frame::titled(&visit, "apps-code-title");
        return page(&CodePage { name: invitation.app.name, code: code.expose().to_owned(), frame });
    }
    Ok(back_to(&request, "code", code.expose()))
}

/// Back to the app, whose address has been checked.
fn back_to(request: &Request, name: &str, value: &str) -> Response {
    let join = if request.redirect_uri.contains('?') { '&' } else { '?' };
    let mut address = format!("{}{join}{name}={}", request.redirect_uri, encoded(value));
    if !request.state.is_empty() {
        address.push_str(&format!("&state={}", encoded(&request.state)));
    }
    match HeaderValue::from_str(&address) {
        Ok(location) => {
            (StatusCode::FOUND, [(header::LOCATION, location), (header::REFERRER_POLICY, NO_REFERRER)])
                .into_response()
        }
        Err(_) => StatusCode::BAD_REQUEST.into_response(),
    }
}

const NO_REFERRER: HeaderValue = HeaderValue::from_static("no-referrer");

/// What the app may do, in words: what it reads, what it changes, and notices on the device.
fn rights(l: &Locale, scopes: &Scopes) -> Vec<String> {
    let has =
        |start: &str| scopes.iter().any(|scope| scope == start || scope.starts_with(&format!("{start}:")));
    let mut rights = Vec::new();
    if has("profile") || has("read") || has("follow") {
        rights.push(l.t(if has("read") { "apps-right-read" } else { "apps-right-profile" }));
    }
    if has("write") {
        rights.push(l.t("apps-right-write"));
    }
    if has("follow") || scopes.allow("write:follows") {
        rights.push(l.t("apps-right-follow"));
    }
    if has("push") {
        rights.push(l.t("apps-right-push"));
    }
    if has("admin") {
        rights.push(l.t("apps-right-admin"));
    }
    rights
}

async fn list(visit: Visit) -> Answer {
    let connected = apps::connected(&visit.app, &visit.viewer).await?;
    let frame = Frame::titled(&visit, "apps-title");
    let told = |app: Connected| {
        let rights = rights(&frame.l, &app.scopes);
        (app, rights)
    };
    page(&ConnectedPage { apps: connected.into_iter().map(told).collect(), frame })
}

async fn disconnect(visit: Visit, Path(id): Path<AppId>, _form: Form) -> Answer {
    apps::disconnect(&visit.app, &visit.viewer, id).await?;
    Ok(with_flash(see_other("/settings/apps"), "flash-app-disconnected", None))
}
