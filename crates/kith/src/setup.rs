//! `kith setup`: the wizard without a browser.

use std::process::ExitCode;

use kith_domain::accounts::{self, NewAccount};
use kith_domain::site::{self, JoinMode};
use kith_domain::viewer::{AccountState, Role};
use kith_locale::Language;

use crate::cli::{Join, SetupOptions};
use crate::complaint::Complaint;
use crate::{say, wire};

/// Sets the community up: name, languages, who may join, the first admin.
pub async fn run(options: SetupOptions) -> Result<ExitCode, Complaint> {
    let name = kith_text::normalise_line(&options.name);
    if name.is_empty() {
        return Err(Complaint::wrong_use("--name: a community needs a name"));
    }
    if let Some(unknown) = options.languages.iter().find(|tag| Language::parse(tag).is_none()) {
        let known: Vec<&str> = Language::all().iter().map(|language| language.tag()).collect();
        return Err(Complaint::wrong_use(format!(
            "--languages: {unknown} is not one of {}",
            known.join(", ")
        )));
    }
    let config = options.place.load(None, options.base_url.clone())?;
    let password = say::password(options.password_stdin)?;
    let base_url = config.base_url.clone().unwrap_or_default().trim_end_matches('/').to_owned();
    let app = wire::open(config).await?;
    if site::settings(&app).await?.is_set_up {
        return Err(Complaint::failed(
            "this community is set up already; `kith account create` makes more accounts",
        ));
    }
    let account = NewAccount {
        handle: options.admin.clone(),
        display_name: String::new(),
        email: options.email,
        is_email_confirmed: true,
        password,
        role: Role::Owner,
        state: AccountState::Active,
        language: options.languages.first().cloned().unwrap_or_else(|| "en".to_owned()),
        invite: None,
        invited_by: None,
    };
    let account = accounts::prepare(&app, account).await?;
    let join = match options.join {
        Join::Invite => JoinMode::Invite,
        Join::Approval => JoinMode::Approval,
        Join::Open => JoinMode::Open,
        Join::Closed => JoinMode::Closed,
    };
    let (shown, languages, address) = (name.clone(), options.languages, base_url.clone());
    app.db
        .write(move |tx| {
            accounts::insert(tx, &account)?;
            site::change(tx, |settings| {
                settings.is_set_up = true;
                settings.name.clone_from(&name);
                settings.languages.clone_from(&languages);
                settings.join = join;
                settings.base_url.clone_from(&address);
            })
        })
        .await?;
    wire::close(app).await;
    say::line(&format!("{shown} is set up. {} can sign in once `kith serve` runs.", options.admin));
    Ok(ExitCode::SUCCESS)
}
