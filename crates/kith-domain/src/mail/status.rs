//! How it stands with mail, for admins: how it leaves, what became of it, which addresses do not work, and what the
//! names of the sender's domain should say.

use kith_base::config::SmtpSecurity;
use kith_base::{DAY, Result, WEEK};
use kith_db::jobs::{self, State};

use super::model::Trouble;
use super::sql;
use crate::{App, Viewer};

/// Addresses that are shown.
const SHOWN: usize = 100;
/// Jobs that are letters.
const KINDS: &[&str] = &[
    "accounts.send_mail",
    "sessions.mail_key",
    "contact.mail",
    "joining.mail_answer",
    "digest.send",
    "notice_mail",
    "notice_mail.later",
];

/// How mail leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// By a mail server.
    Server {
        /// Its name.
        host: String,
        /// Its port.
        port: u16,
        /// Whether the line is encrypted.
        is_encrypted: bool,
        /// Whether we sign in there.
        signs_in: bool,
    },
    /// Into a folder, for whoever develops.
    Folder,
    /// Not at all.
    Nowhere,
}

/// What became of letters in some time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Mail servers took them.
    pub sent: i64,
    /// Mail servers said that there is no such mailbox.
    pub refused: i64,
    /// Tries that came to nothing, and are made again.
    pub failed: i64,
    /// Not sent, since the address does not work.
    pub held: i64,
}

/// What a name of the sender's domain is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordKind {
    /// Which mail servers may send for it.
    Spf,
    /// The key by which letters are signed.
    Dkim,
    /// What becomes of letters for which neither holds.
    Dmarc,
}

/// A record that the domain's names should have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// What it is for.
    pub kind: RecordKind,
    /// Under which name.
    pub name: String,
    /// What it says; empty where only the provider of the mail server knows.
    pub value: String,
    /// How to look whether it is there, as a command.
    pub check: String,
}

/// How it stands.
#[derive(Clone, Debug)]
pub struct Status {
    /// How mail leaves.
    pub way: Way,
    /// The sender's address, if one is set.
    pub sender: Option<String>,
    /// Letters a minute at most.
    pub per_minute: u32,
    /// Letters that wait for their turn, or to be tried again.
    pub waiting: i64,
    /// The last 24 hours.
    pub day: Counts,
    /// The last seven days.
    pub week: Counts,
    /// Addresses that do not work, those refused last first.
    pub troubles: Vec<Trouble>,
    /// What the names of the sender's domain should say.
    pub records: Vec<Record>,
}

/// How it stands with mail.
///
/// # Errors
/// Not found unless the viewer is an admin.
pub async fn status(app: &App, viewer: &Viewer) -> Result<Status> {
    viewer.admin()?;
    let (way, sender) = (way(app), app.config.mail.from.as_deref().map(address_in));
    let per_minute = super::per_minute(app);
    let records = match (&way, &sender) {
        (Way::Server { host, .. }, Some(sender)) => records(sender, host),
        _ => Vec::new(),
    };
    app.db
        .read(move |q| {
            let now = q.now();
            Ok(Status {
                way: way.clone(),
                sender: sender.clone(),
                per_minute,
                waiting: jobs::count_kinds(q, State::Waiting, KINDS)?,
                day: sql::counts(q, now - DAY)?,
                week: sql::counts(q, now - WEEK)?,
                troubles: sql::troubles(q, SHOWN)?,
                records: records.clone(),
            })
        })
        .await
}

fn way(app: &App) -> Way {
    let mail = &app.config.mail;
    match mail.smtp_host.as_deref() {
        None | Some("") if app.mailer.is_delivering() => Way::Folder,
        None | Some("") => Way::Nowhere,
        Some(host) => {
            let usual = match mail.smtp_security {
                SmtpSecurity::Tls => 465,
                SmtpSecurity::Starttls => 587,
                SmtpSecurity::None => 25,
            };
            Way::Server {
                host: host.to_owned(),
                port: mail.smtp_port.unwrap_or(usual),
                is_encrypted: mail.smtp_security != SmtpSecurity::None,
                signs_in: mail.smtp_user.is_some(),
            }
        }
    }
}

/// The address in `Name <address>`, or the text itself.
fn address_in(from: &str) -> String {
    let inner = from.rsplit_once('<').and_then(|(_, rest)| rest.split('>').next());
    inner.unwrap_or(from).trim().to_owned()
}

/// The records that letters from `sender` by way of `host` want; none for a sender without a domain of the public net.
pub fn records(sender: &str, host: &str) -> Vec<Record> {
    let Some((_, domain)) = sender.rsplit_once('@').filter(|(_, domain)| domain.contains('.')) else {
        return Vec::new();
    };
    let record = |kind, name: String, value: String| {
        let check = format!("dig +short TXT {name}");
        Record { kind, name, value, check }
    };
    vec![
        record(RecordKind::Spf, domain.to_owned(), format!("v=spf1 mx a:{host} -all")),
        record(RecordKind::Dkim, format!("selector._domainkey.{domain}"), String::new()),
        record(
            RecordKind::Dmarc,
            format!("_dmarc.{domain}"),
            format!("v=DMARC1; p=quarantine; rua=mailto:postmaster@{domain}"),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_for_the_domain_of_the_sender() {
        assert_eq!(address_in("Elmfield <kith@elmfield.example>"), "kith@elmfield.example");
        assert_eq!(address_in("kith@elmfield.example"), "kith@elmfield.example");
        let records = records("kith@elmfield.example", "smtp.example.org");
        let names: Vec<&str> = records.iter().map(|record| record.name.as_str()).collect();
        assert_eq!(
            names,
            ["elmfield.example", "selector._domainkey.elmfield.example", "_dmarc.elmfield.example"]
        );
        assert!(records.iter().any(|record| record.value == "v=spf1 mx a:smtp.example.org -all"));
        assert!(super::records("kith@localhost", "localhost").is_empty());
    }
}
