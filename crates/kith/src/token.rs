//! `kith token create`: a token for scripts and programs, without a browser.

use std::process::ExitCode;

use kith_domain::accounts;
use kith_domain::apps::{self, Refusal};

use crate::cli::TokenCreate;
use crate::complaint::Complaint;
use crate::{say, wire};

/// Makes a token and prints it on a line of its own.
pub async fn create(options: TokenCreate) -> Result<ExitCode, Complaint> {
    let app = wire::open_for_command(&options.place).await?;
    let handle = options.handle.clone();
    let found = app.db.read(move |q| accounts::find_by_handle(q, &handle)).await?;
    let id =
        found.ok_or_else(|| Complaint::failed(format!("nobody here is called {}", options.handle)))?.id();
    let issued =
        apps::for_account(&app, None, id, &options.scopes).await.map_err(|error| {
            match Refusal::of(&error) {
                Some(_) => Complaint::wrong_use(format!("--scopes: {} is not known", options.scopes)),
                None => error.into(),
            }
        })?;
    wire::close(app).await;
    say::line(issued.token.expose());
    Ok(ExitCode::SUCCESS)
}
