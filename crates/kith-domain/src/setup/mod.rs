//! First run: the community gets its name, its languages, its address and its first admin, in one write. A one-time
//! code that only the operator's terminal shows keeps strangers from doing it first.

use std::sync::Arc;

use kith_base::{Error, FieldError, HOUR, MINUTE, Message, Result, Secret, random_code};
use kith_db::{Query, Tx};
use kith_text::normalise_line;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::accounts::{self, NewAccount};
use crate::site::{self, JoinMode, Subject};
use crate::viewer::{AccountState, Role};
use crate::{AccountId, App, throttles};

const CODE: &str = "setup_code";
const PER_NETWORK: i64 = 10;
const IN_ALL: i64 = 100;

/// Who answers the questions.
#[derive(Clone, Debug)]
pub enum Authority {
    /// Whoever runs the program on the command line.
    Operator,
    /// Whoever typed the code in a browser, and from which network.
    Code {
        /// The code as typed.
        code: String,
        /// The network (/24 or /48).
        network: String,
    },
}

/// The answers to the five questions.
#[derive(Clone, Debug)]
pub struct SetUp {
    /// Name of the community.
    pub name: String,
    /// Tags; the first is the community's own.
    pub languages: Vec<String>,
    /// Who may join.
    pub join: JoinMode,
    /// Address that members type.
    pub base_url: String,
    /// The first account, which will be the owner.
    pub admin: FirstAdmin,
}

/// The first account.
#[derive(Clone, Debug)]
pub struct FirstAdmin {
    /// Handle as typed.
    pub handle: String,
    /// Name as typed; the handle when empty.
    pub display_name: String,
    /// Mail address, if any.
    pub email: String,
    /// Password as typed.
    pub password: Secret,
    /// Language tag of the pages they set up with.
    pub language: String,
}

/// Makes a new code for the browser, shown as `XXXX-XXXX`; an older one ends. `None` when the first run is over.
/// Called at every start, and gives back the tries: whoever can restart the program may also try again.
///
/// # Errors
/// Internal when the database fails.
pub async fn make_code(app: &App) -> Result<Option<String>> {
    let code = random_code(8);
    let (first, second) = code.split_at_checked(4).unwrap_or((&code, ""));
    let shown = format!("{first}-{second}");
    let hash = hash_of(&code);
    let is_made = app
        .db
        .write(move |tx| {
            if site::read(tx)?.is_set_up {
                return Ok(false);
            }
            site::sql::set_setting(tx, CODE, &hash)?;
            Ok(true)
        })
        .await?;
    if is_made {
        throttles::forgive(app, "setup.all", "").await?;
    }
    Ok(is_made.then_some(shown))
}

/// Whether the code is the one of this start. Every try counts, for the network and in all.
///
/// # Errors
/// A complaint about `code`; rate limited; conflict when the first run is over.
pub async fn check_code(app: &App, code: &str, network: &str) -> Result<()> {
    throttles::take(app, "setup.network", network, PER_NETWORK, 15 * MINUTE).await?;
    throttles::take(app, "setup.all", "", IN_ALL, HOUR).await?;
    let hash = hash_of(code);
    app.db.read(move |q| require(q, &hash)).await?;
    throttles::give_back(app, "setup.network", network).await?;
    throttles::give_back(app, "setup.all", "").await
}

/// Checks the answers that need no account, so that each step of a wizard can say what is wrong with it.
///
/// # Errors
/// All complaints by field: `name`, `languages`, `base_url`.
pub fn check_answers(name: Option<&str>, languages: Option<&[String]>, base_url: Option<&str>) -> Result<()> {
    let mut fields = Vec::new();
    fields.extend(name.and_then(|name| site::check_name(&normalise_line(name)).err()));
    fields.extend(languages.and_then(|tags| site::check_languages(&site::known_languages(tags)).err()));
    fields
        .extend(base_url.and_then(|address| site::check_address(address.trim().trim_end_matches('/')).err()));
    if fields.is_empty() { Ok(()) } else { Err(Error::invalid_fields(fields)) }
}

/// Sets the community up and makes its owner, in one write. It works once.
///
/// # Errors
/// All complaints by field; conflict when somebody was faster; a complaint about `code`; rate limited.
pub async fn set_up(app: &App, authority: Authority, answers: SetUp) -> Result<AccountId> {
    let code = match authority {
        Authority::Operator => {
            app.db.read(require_first).await?;
            None
        }
        Authority::Code { code, network } => {
            check_code(app, &code, &network).await?;
            Some(hash_of(&code))
        }
    };
    let name = normalise_line(&answers.name);
    let languages = site::known_languages(&answers.languages);
    let base_url = answers.base_url.trim().trim_end_matches('/').to_owned();
    // An operator may leave the address open: then it is wherever the server listens.
    let given = Some(base_url.as_str()).filter(|address| code.is_some() || !address.is_empty());
    let mut fields = match check_answers(Some(&name), Some(&languages), given) {
        Ok(()) => Vec::new(),
        Err(error) => error.fields().to_vec(),
    };
    let admin = answers.admin;
    let prepared = accounts::prepare(
        app,
        NewAccount {
            handle: admin.handle,
            display_name: admin.display_name,
            is_email_confirmed: true,
            email: Some(admin.email).filter(|email| !email.trim().is_empty()),
            password: admin.password,
            role: Role::Owner,
            state: AccountState::Active,
            language: admin.language,
            invite: None,
            invited_by: None,
        },
    )
    .await;
    let prepared = match prepared {
        Ok(prepared) if fields.is_empty() => Arc::new(prepared.at_level(accounts::ENTERED_BY_OPERATORS)),
        Ok(_) => return Err(Error::invalid_fields(fields)),
        Err(error) if error.fields().is_empty() => return Err(error),
        Err(error) => {
            fields.extend(error.fields().iter().cloned());
            return Err(Error::invalid_fields(fields));
        }
    };
    let time_zone = jiff::tz::TimeZone::system().iana_name().unwrap_or("UTC").to_owned();
    app.db
        .write(move |tx| {
            match &code {
                Some(code) => require(tx, code)?,
                None => require_first(tx)?,
            }
            site::sql::drop_setting(tx, CODE)?;
            site::change(tx, |settings| {
                settings.is_set_up = true;
                settings.name.clone_from(&name);
                settings.languages.clone_from(&languages);
                settings.join = answers.join;
                settings.base_url.clone_from(&base_url);
                settings.time_zone.clone_from(&time_zone);
            })?;
            let owner = accounts::insert(tx, &prepared)?;
            site::record(tx, Some(owner), "setup.set_up", Subject::site(), &name)?;
            Ok(owner)
        })
        .await
}

fn require_first(q: &mut Query<'_>) -> Result<()> {
    if site::read(q)?.is_set_up { Err(Error::conflict("setup-over")) } else { Ok(()) }
}

fn require(q: &mut Query<'_>, hash: &str) -> Result<()> {
    require_first(q)?;
    let stored = site::sql::setting(q, CODE)?.unwrap_or_default();
    if !stored.is_empty() && bool::from(stored.as_bytes().ct_eq(hash.as_bytes())) {
        return Ok(());
    }
    Err(Error::invalid_fields(vec![FieldError { field: "code", message: Message::new("setup-code-wrong") }]))
}

/// Codes are compared without regard to case and to what people put between the signs.
fn hash_of(code: &str) -> String {
    let plain: String =
        code.chars().filter(char::is_ascii_alphanumeric).map(|sign| sign.to_ascii_uppercase()).collect();
    Sha256::digest(plain.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Takes the first run as done with these answers, inside a test's or a demonstration's own write.
///
/// # Errors
/// Internal when the database fails.
pub fn mark_set_up(tx: &mut Tx<'_>, name: &str, languages: &[String], join: JoinMode) -> Result<()> {
    site::change(tx, |settings| {
        settings.is_set_up = true;
        name.clone_into(&mut settings.name);
        settings.languages = languages.to_vec();
        settings.join = join;
    })
}
