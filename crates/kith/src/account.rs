//! `kith account`: make, reset, list.

use std::process::ExitCode;

use kith_domain::accounts::{self, NewAccount};
use kith_domain::members::{self, MemberFilter};
use kith_domain::viewer::{AccountState, Role};
use kith_domain::{Viewer, sessions};
use kith_locale::Language;

use crate::cli::{AccountCreate, AccountList, AccountReset, GivenRole};
use crate::complaint::Complaint;
use crate::{say, wire};

const OPERATOR: Viewer = Viewer::System("command line");

/// Makes an account that is confirmed and active.
pub async fn create(options: AccountCreate) -> Result<ExitCode, Complaint> {
    let language = Language::parse(&options.language)
        .ok_or_else(|| Complaint::wrong_use(format!("--language: {} is not known", options.language)))?;
    let password = say::password(options.password_stdin)?;
    let app = wire::open_for_command(&options.place).await?;
    let new = NewAccount {
        handle: options.handle,
        display_name: options.name.unwrap_or_default(),
        email: options.email,
        is_email_confirmed: true,
        password,
        role: match options.role {
            GivenRole::Member => Role::Member,
            GivenRole::Moderator => Role::Moderator,
            GivenRole::Admin => Role::Admin,
        },
        state: AccountState::Active,
        language: language.tag().to_owned(),
        invite: None,
        invited_by: None,
    };
    let id = accounts::create(&app, &OPERATOR, new).await?;
    let account = app.db.read(move |q| accounts::get(q, id)).await?;
    wire::close(app).await;
    say::line(&format!("{} @{} {}", account.id, account.handle, account.role.as_str()));
    Ok(ExitCode::SUCCESS)
}

/// Sets a new password; all sessions end.
pub async fn reset(options: AccountReset) -> Result<ExitCode, Complaint> {
    let password = say::password(options.password_stdin)?;
    let app = wire::open_for_command(&options.place).await?;
    let handle = options.handle.clone();
    let found = app.db.read(move |q| accounts::find_by_handle(q, &handle)).await?;
    let id =
        found.ok_or_else(|| Complaint::failed(format!("nobody here is called {}", options.handle)))?.id();
    sessions::set_password(&app, &OPERATOR, id, password).await?;
    wire::close(app).await;
    say::line(&format!(
        "@{} has a new password, and is signed out everywhere.",
        options.handle.trim_start_matches('@')
    ));
    Ok(ExitCode::SUCCESS)
}

/// Lists accounts, newest first: id, handle, role, state and mail address with tabs between.
pub async fn list(options: AccountList) -> Result<ExitCode, Complaint> {
    let app = wire::open_for_command(&options.place).await?;
    let mut before = None;
    loop {
        let filter = MemberFilter { word: options.search.clone(), before, ..MemberFilter::default() };
        let page = members::page(&app, &OPERATOR, filter).await?;
        for account in &page.items {
            say::line(&format!(
                "{}\t@{}\t{}\t{}\t{}",
                account.id,
                account.handle,
                account.role.as_str(),
                account.state.as_str(),
                account.email.as_deref().unwrap_or("-")
            ));
        }
        before = page.next;
        if before.is_none() {
            break;
        }
    }
    wire::close(app).await;
    Ok(ExitCode::SUCCESS)
}
