//! Mail out: over SMTP when a server is set. Without one, into a folder of `.eml` files while somebody develops on this
//! machine, and nowhere otherwise: letters hold working links, and a folder that nobody looks at is no place for them.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

use kith_base::config::{Config, SmtpSecurity};
use kith_base::{DAY, Error, HOUR, Millis, Result, random_code};
use kith_domain::ports::{Mail, Mailer, PortFuture, Posted};
use kith_domain::work::Upkeep;
use lettre::message::Mailbox;
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use crate::complaint::Complaint;

#[cfg(test)]
mod golden_tests;
mod html;
mod message;
mod refusal;
mod trial;
#[cfg(test)]
mod wire_tests;

pub use trial::run as test;

const TIMEOUT: Duration = Duration::from_secs(30);
/// So long `kith doctor` waits for the mail server.
const PATIENCE: Duration = Duration::from_secs(10);
/// So long letters lie in the folder.
const KEPT: Millis = 7 * DAY;

/// The way out that the settings name.
pub fn from_config(config: &Config) -> Result<Arc<dyn Mailer>, Complaint> {
    let mail = &config.mail;
    let Some(host) = host(config) else {
        let from = sender(mail.from.as_deref().unwrap_or("kith@localhost"))?;
        return Ok(match config.is_for_development() {
            true => Arc::new(Folder { from, folder: folder(config) }),
            false => Arc::new(Nowhere),
        });
    };
    Ok(Arc::new(smtp(config, host)?))
}

/// Whether the mail server that is set answers and takes user and password; no letter is sent.
pub async fn reach(config: &Config) -> Result<(), Complaint> {
    let Some(host) = host(config) else { return Ok(()) };
    let asked = smtp(config, host)?;
    let problem = match tokio::time::timeout(PATIENCE, asked.transport.test_connection()).await {
        Ok(Ok(true)) => return Ok(()),
        Ok(Ok(false)) => "it hangs up".to_owned(),
        Ok(Err(problem)) => problem.to_string(),
        Err(_) => format!("no answer in {} seconds", PATIENCE.as_secs()),
    };
    Err(Complaint::failed(format!("the mail server {host} does not answer as it should: {problem}")))
}

/// The mail server, if one is set.
pub fn host(config: &Config) -> Option<&str> {
    config.mail.smtp_host.as_deref().filter(|host| !host.is_empty())
}

/// Where letters lie in development.
pub fn folder(config: &Config) -> PathBuf {
    config.data.join("mail")
}

fn smtp(config: &Config, host: &str) -> Result<Smtp, Complaint> {
    let mail = &config.mail;
    let from = sender_of(config)?;
    let builder = match mail.smtp_security {
        SmtpSecurity::Tls => AsyncSmtpTransport::<Tokio1Executor>::relay(host),
        SmtpSecurity::Starttls => AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(host),
        SmtpSecurity::None if is_loopback(host) => {
            Ok(AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host))
        }
        SmtpSecurity::None => {
            return Err(Complaint::wrong_use(
                "KITH_MAIL_SMTP_SECURITY=none is for a mail server on this machine; take tls or starttls",
            ));
        }
    };
    let mut builder = builder
        .map_err(|problem| Complaint::wrong_use(format!("the mail server {host} cannot be used: {problem}")))?
        .timeout(Some(TIMEOUT));
    if let Some(port) = mail.smtp_port {
        builder = builder.port(port);
    }
    if let Some(credentials) = credentials(config)? {
        builder = builder.credentials(credentials);
    }
    Ok(Smtp { from, transport: builder.build() })
}

/// With what we sign in to the mail server, if we do.
fn credentials(config: &Config) -> Result<Option<Credentials>, Complaint> {
    match (&config.mail.smtp_user, &config.mail.smtp_password) {
        (Some(user), Some(password)) => {
            Ok(Some(Credentials::new(user.clone(), password.expose().to_owned())))
        }
        (Some(_), None) => Err(Complaint::wrong_use(
            "KITH_MAIL_SMTP_USER is set, but no password: set KITH_MAIL_SMTP_PASSWORD too, or neither",
        )),
        (None, Some(_)) => Err(Complaint::wrong_use(
            "KITH_MAIL_SMTP_PASSWORD is set, but no user: set KITH_MAIL_SMTP_USER too, or neither",
        )),
        (None, None) => Ok(None),
    }
}

/// The sender that is set.
fn sender_of(config: &Config) -> Result<Mailbox, Complaint> {
    sender(config.mail.from.as_deref().ok_or_else(|| {
        Complaint::wrong_use("a mail server is set, but no sender: set KITH_MAIL_FROM, as kith@example.org")
    })?)
}

fn sender(text: &str) -> Result<Mailbox, Complaint> {
    text.parse().map_err(|_| Complaint::wrong_use(format!("KITH_MAIL_FROM: {text} is not a mail address")))
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

struct Smtp {
    from: Mailbox,
    transport: AsyncSmtpTransport<Tokio1Executor>,
}

impl Mailer for Smtp {
    fn send<'a>(&'a self, mail: &'a Mail) -> PortFuture<'a, Posted> {
        Box::pin(async move {
            let message = message::write(&self.from, mail)?;
            match self.transport.send(message).await {
                Ok(_) => Ok(Posted::Taken),
                Err(problem) => match refusal::of_address(&problem) {
                    Some(words) => Ok(Posted::Refused(words)),
                    None => Err(Error::internal(problem)),
                },
            }
        })
    }

    fn is_delivering(&self) -> bool {
        true
    }
}

struct Folder {
    from: Mailbox,
    folder: PathBuf,
}

impl Mailer for Folder {
    fn send<'a>(&'a self, mail: &'a Mail) -> PortFuture<'a, Posted> {
        Box::pin(async move {
            let message = message::write(&self.from, mail)?;
            tokio::fs::create_dir_all(&self.folder).await?;
            let name = format!("{}.eml", random_code(16));
            tokio::fs::write(self.folder.join(name), message.formatted()).await?;
            Ok(Posted::Taken)
        })
    }

    /// Whoever develops finds every letter, so the pages offer all that needs one.
    fn is_delivering(&self) -> bool {
        true
    }
}

struct Nowhere;

impl Mailer for Nowhere {
    fn send<'a>(&'a self, _: &'a Mail) -> PortFuture<'a, Posted> {
        Box::pin(async { Ok(Posted::Taken) })
    }

    fn is_delivering(&self) -> bool {
        false
    }
}

/// Letters of development do not pile up.
pub static SWEEP: Upkeep = Upkeep {
    name: "mail.sweep",
    every: HOUR,
    run: |app| Box::pin(async move { sweep(&folder(&app.config), app.now() - KEPT).await }),
};

/// Takes away the letters in `folder` that were written before `before`.
async fn sweep(folder: &Path, before: Millis) -> Result<()> {
    let mut letters = match tokio::fs::read_dir(folder).await {
        Err(problem) if problem.kind() == ErrorKind::NotFound => return Ok(()),
        letters => letters?,
    };
    while let Some(letter) = letters.next_entry().await? {
        let written = letter.metadata().await?.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
        let is_letter = letter.path().extension().is_some_and(|extension| extension == "eml");
        if is_letter && written < Duration::from_millis(u64::try_from(before).unwrap_or(0)) {
            tokio::fs::remove_file(letter.path()).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn letters_older_than_a_week_are_swept_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let now = UNIX_EPOCH + Duration::from_secs(2_000_000_000);
        for (name, days) in [("old.eml", 8), ("new.eml", 6), ("old.txt", 8)] {
            let file = std::fs::File::create(folder.path().join(name)).unwrap();
            file.set_modified(now - Duration::from_secs(days * 86_400)).unwrap();
        }
        sweep(folder.path(), 2_000_000_000_000 - KEPT).await.unwrap();
        sweep(&folder.path().join("nowhere"), 0).await.unwrap();
        let is_there = |name: &str| folder.path().join(name).exists();
        assert!(!is_there("old.eml") && is_there("new.eml") && is_there("old.txt"));
    }
}
