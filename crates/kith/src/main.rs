//! The program: command line, wiring, background work. Every command works with or without a server running on the
//! same data.

mod account;
mod cli;
mod complaint;
mod demo;
mod doctor;
mod http;
mod invite;
mod logs;
mod mail;
mod metrics_page;
mod push;
mod requests;
mod say;
mod serve;
mod setup;
mod token;
mod wire;

use std::process::ExitCode;

use clap::Parser;

use crate::cli::{AccountCommand, Cli, Command, InviteCommand, MailCommand, TokenCommand};
use crate::complaint::Complaint;

fn main() -> ExitCode {
    // Before anything else: the worker fences itself in, which only a process of one thread can.
    if std::env::args_os().nth(1).is_some_and(|word| word == "media-worker") {
        return kith_media::worker::main();
    }
    let outcome = match Cli::try_parse() {
        Ok(cli) => run(cli),
        Err(error) => complaint::of_clap(&error),
    };
    match outcome {
        Ok(code) => code,
        Err(complaint) => complaint.tell(),
    }
}

fn run(cli: Cli) -> Result<ExitCode, Complaint> {
    if let Command::Version(_) = cli.command {
        say::line(&format!("kith {}", env!("CARGO_PKG_VERSION")));
        return Ok(ExitCode::SUCCESS);
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|problem| Complaint::failed(format!("the runtime does not start: {problem}")))?;
    runtime.block_on(async {
        match cli.command {
            Command::Version(_) => Ok(ExitCode::SUCCESS),
            Command::Serve(options) => serve::run(options).await,
            Command::Setup(options) => setup::run(options).await,
            Command::Account { command: AccountCommand::Create(options) } => account::create(options).await,
            Command::Account { command: AccountCommand::Reset(options) } => account::reset(options).await,
            Command::Account { command: AccountCommand::List(options) } => account::list(options).await,
            Command::Invite { command: InviteCommand::Create(options) } => invite::create(options).await,
            Command::Token { command: TokenCommand::Create(options) } => token::create(options).await,
            Command::Mail { command: MailCommand::Test(options) } => mail::test(options).await,
            Command::Demo(options) => demo::run(options).await,
            Command::Migrate(place) => wire::migrate(&place).await,
            Command::Doctor(place) => doctor::run(&place).await,
        }
    })
}
