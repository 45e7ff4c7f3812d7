//! Words to the terminal. A reader that has gone away is no reason to fail.

use std::io::{BufRead, Write};

use kith_base::Secret;

use crate::complaint::Complaint;

/// A line on standard output.
pub fn line(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// A line on standard error.
pub fn error(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// The first line of standard input as a password.
pub fn password(is_asked_for: bool) -> Result<Secret, Complaint> {
    if !is_asked_for {
        return Err(Complaint::wrong_use(
            "give the password on standard input and say so with --password-stdin",
        ));
    }
    let mut typed = String::new();
    std::io::stdin().lock().read_line(&mut typed)?;
    let typed = typed.trim_end_matches(['\r', '\n']);
    if typed.is_empty() {
        return Err(Complaint::wrong_use("--password-stdin was given, but standard input is empty"));
    }
    Ok(Secret::new(typed))
}
