//! `kith invite create`: an invitation link, made in the name of the community's owner.

use std::process::ExitCode;

use kith_domain::invites::{self, NewInvite};
use kith_domain::{Viewer, site};

use crate::cli::InviteCreate;
use crate::complaint::Complaint;
use crate::{say, wire};

/// Makes a link and prints its address.
pub async fn create(options: InviteCreate) -> Result<ExitCode, Complaint> {
    let app = wire::open_for_command(&options.place).await?;
    let new = NewInvite { note: options.note, max_uses: options.uses, days: options.days };
    let invite = invites::create(&app, &Viewer::System("command line"), new).await?;
    let base_url = site::settings(&app).await?.base_url.clone();
    wire::close(app).await;
    say::line(&format!("{base_url}/join/{}", invite.code));
    Ok(ExitCode::SUCCESS)
}
