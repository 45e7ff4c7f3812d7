//! What the program says when something is wrong: one line that helps, and an exit code. 2 is wrong use, 1 is
//! everything else that failed.

use std::process::ExitCode;

use clap::error::ErrorKind;
use kith_base::{Error, Kind};
use kith_locale::{Language, Locale};

/// One line, and how the program ends.
#[derive(Debug)]
pub struct Complaint {
    line: String,
    code: u8,
}

impl Complaint {
    /// The command was typed wrongly.
    pub fn wrong_use(line: impl Into<String>) -> Self {
        Self { line: line.into(), code: 2 }
    }

    /// The command was right and could not be carried out.
    pub fn failed(line: impl Into<String>) -> Self {
        Self { line: line.into(), code: 1 }
    }

    /// The line itself.
    pub fn text(&self) -> &str {
        &self.line
    }

    /// Says it.
    pub fn tell(self) -> ExitCode {
        let line: Vec<&str> = self.line.split_whitespace().collect();
        crate::say::error(&format!("kith: {}", line.join(" ")));
        ExitCode::from(self.code)
    }
}

impl From<Error> for Complaint {
    fn from(error: Error) -> Self {
        match error.kind() {
            Kind::Invalid => Self::wrong_use(in_english(&error)),
            Kind::Internal => Self::failed(format!("{error}")),
            _ => Self::failed(in_english(&error)),
        }
    }
}

impl From<std::io::Error> for Complaint {
    fn from(problem: std::io::Error) -> Self {
        Self::failed(problem.to_string())
    }
}

/// The error as a sentence: the complaints about fields if there are any, and what was meant for a person otherwise.
pub fn in_english(error: &Error) -> String {
    let locale = Locale::new(Language::EN, "UTC");
    if error.fields().is_empty() {
        return locale.message(error.message());
    }
    let fields: Vec<String> = error
        .fields()
        .iter()
        .map(|field| format!("{}: {}", field.field.replace('_', " "), locale.message(&field.message)))
        .collect();
    fields.join(" ")
}

/// Help and version are answers; everything else is wrong use, told in one line.
pub fn of_clap(error: &clap::Error) -> Result<ExitCode, Complaint> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            crate::say::line(error.render().to_string().trim_end());
            Ok(ExitCode::SUCCESS)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            Err(Complaint::wrong_use(
                "say what to do: serve, setup, account, invite, token, demo, migrate, doctor or version (`kith help` explains)",
            ))
        }
        _ => {
            let text = error.render().to_string();
            let told: Vec<&str> = text
                .lines()
                .map(str::trim)
                .take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more"))
                .filter(|line| !line.is_empty())
                .collect();
            let line = told.join(" ");
            let line = line.strip_prefix("error: ").unwrap_or(&line);
            Err(Complaint::wrong_use(format!("{line} (`--help` explains)")))
        }
    }
}
