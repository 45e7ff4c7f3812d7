//! Joining through an app: the same way in as the form of the pages, with the same limits. An app brings no proof of work
//! unless it solves the puzzle of the form, so without an invitation the staff decides.

use axum::Json;
use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;
use kith_base::{Error, FieldError, Kind, Millis, Result, Secret};
use kith_domain::accounts;
use kith_domain::joining::{self, NewMember};
use kith_domain::sessions::{self, Origin};
use kith_domain::viewer::AccountState;
use kith_domain::{apps, viewers};
use kith_http::Answer;
use kith_locale::Language;
use serde_json::{Value, json};

use crate::caller::Caller;
use crate::oauth::token_value;
use crate::params::Params;
use crate::routes::{ApiRoutes, Needs};

pub(crate) fn routes() -> ApiRoutes {
    ApiRoutes::new()
        .post("/api/v1/accounts", Needs::Token, register)
        .post("/api/v1/emails/confirmations", Needs::Token, confirm_again)
        .get("/api/v1/emails/check_confirmation", Needs::Token, is_confirmed)
}

/// Makes an account and answers with a token for it, which works as soon as the person is let in.
async fn register(caller: Caller, headers: HeaderMap, params: Params) -> Answer<Json<Value>> {
    let token = caller.token.as_ref().ok_or_else(Error::sign_in_needed)?;
    // A member's token is no app's own.
    if token.account.is_some() || !caller.may("write:accounts") {
        return Err(Error::forbidden("apps-outside-scope").into());
    }
    let new = newcomer(&caller, &headers, &params)?;
    let joined = joining::join(&caller.app, new).await.map_err(as_apps_call_it)?;
    let account = joined.begun.signed_in.account;
    let scopes = token.scopes.to_string();
    let issued = apps::for_account(&caller.app, Some(token.app), account, &scopes).await?;
    // Joining begins a session for a browser; here is none.
    let viewer = viewers::load(&caller.app, account).await?;
    sessions::end(&caller.app, &viewer, joined.begun.signed_in.session).await?;
    Ok(Json(token_value(&issued)))
}

fn newcomer(caller: &Caller, headers: &HeaderMap, params: &Params) -> Result<NewMember> {
    let text = |name| params.text(name).unwrap_or_default();
    let user_agent = headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let language = params.text("locale").and_then(|tag| Language::parse(&tag));
    Ok(NewMember {
        handle: text("username"),
        display_name: String::new(),
        email: text("email"),
        password: Secret::new(text("password")),
        language: language.map_or(caller.locale.lang(), Language::tag).to_owned(),
        code: text("invite_code"),
        answers: vec![text("reason")],
        agrees: params.is("agreement"),
        is_old_enough: is_old_enough(params, caller.site.least_age.into(), caller.app.now())?,
        proof: text("altcha"),
        origin: Origin {
            user_agent: user_agent.chars().take(200).collect(),
            network: caller.network.to_string(),
        },
    })
}

/// Whether the date of birth is long enough ago; it is compared and forgotten.
fn is_old_enough(params: &Params, least: i64, now: Millis) -> Result<bool> {
    let Some(text) = params.text("date_of_birth").filter(|text| !text.is_empty()) else {
        return Ok(least <= 0);
    };
    let wrong = || Error::invalid("date_of_birth", "error-not-understood");
    let born: jiff::civil::Date = text.trim().parse().map_err(|_| wrong())?;
    let today = jiff::Timestamp::from_millisecond(now).map_err(Error::internal)?;
    let today = today.to_zoned(jiff::tz::TimeZone::UTC).date();
    let had_birthday = (today.month(), today.day()) >= (born.month(), born.day());
    let years = i64::from(today.year()) - i64::from(born.year()) - i64::from(!had_birthday);
    Ok(years >= least)
}

/// The same complaints at the fields that apps know.
fn as_apps_call_it(error: Error) -> Error {
    if error.kind() != Kind::Invalid || error.fields().is_empty() {
        return error;
    }
    let fields = error.fields().iter().map(|complaint| {
        let field = match complaint.field {
            "handle" => "username",
            "agrees" => "agreement",
            "old_enough" => "date_of_birth",
            field if field.starts_with("answer-") => "reason",
            field => field,
        };
        FieldError { field, message: complaint.message.clone() }
    });
    Error::invalid_fields(fields.collect())
}

/// Mails the letter once more; the address itself is put right on the pages, where the password is asked for.
async fn confirm_again(caller: Caller, params: Params) -> Answer<Json<Value>> {
    if !caller.may("write:accounts") {
        return Err(Error::forbidden("apps-outside-scope").into());
    }
    if let Some(email) = params.text("email").filter(|email| !email.trim().is_empty()) {
        let own = accounts::own(&caller.app, &caller.viewer).await?;
        if own.email.as_deref() != Some(email.trim()) {
            return Err(Error::invalid("email", "apps-email-on-the-page").into());
        }
    }
    sessions::confirm_email_again(&caller.app, &caller.viewer).await?;
    Ok(Json(json!({})))
}

/// Whether nothing is left to confirm.
async fn is_confirmed(caller: Caller) -> Answer<Json<bool>> {
    let own = accounts::own(&caller.app, &caller.viewer).await?;
    if !caller.may("read:accounts") && !caller.may("write:accounts") {
        return Err(Error::forbidden("apps-outside-scope").into());
    }
    Ok(Json(own.state == AccountState::Active || own.email_confirmed_at.is_some()))
}
