//! `kith setup`: the wizard without a browser.

use std::process::ExitCode;

use kith_domain::setup::{self, Authority, FirstAdmin, SetUp};
use kith_domain::site::JoinMode;
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
    let answers = SetUp {
        name: name.clone(),
        join: match options.join {
            Join::Invite => JoinMode::Invite,
            Join::Approval => JoinMode::Approval,
            Join::Open => JoinMode::Open,
            Join::Closed => JoinMode::Closed,
        },
        base_url,
        admin: FirstAdmin {
            handle: options.admin.clone(),
            display_name: String::new(),
            email: options.email.unwrap_or_default(),
            password,
            language: options.languages.first().cloned().unwrap_or_else(|| "en".to_owned()),
        },
        languages: options.languages,
    };
    setup::set_up(&app, Authority::Operator, answers).await?;
    wire::close(app).await;
    say::line(&format!("{name} is set up. {} can sign in once `kith serve` runs.", options.admin));
    Ok(ExitCode::SUCCESS)
}
