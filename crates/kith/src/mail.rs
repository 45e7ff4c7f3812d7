//! Mail out: over SMTP when a server is set. Without one, into a folder of `.eml` files while somebody develops on this
//! machine, and nowhere otherwise: letters hold working links, and a folder that nobody looks at is no place for them.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

use kith_base::config::{Config, SmtpSecurity};
use kith_base::{DAY, Error, HOUR, Millis, Result, random_code};
use kith_domain::ports::{Mail, Mailer, PortFuture};
use kith_domain::work::Upkeep;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, SinglePart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use crate::complaint::Complaint;

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
    let from = mail.from.as_deref().ok_or_else(|| {
        Complaint::wrong_use("a mail server is set, but no sender: set KITH_MAIL_FROM, as kith@example.org")
    })?;
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
    match (&mail.smtp_user, &mail.smtp_password) {
        (Some(user), Some(password)) => {
            builder = builder.credentials(Credentials::new(user.clone(), password.expose().to_owned()));
        }
        (Some(_), None) => {
            return Err(Complaint::wrong_use(
                "KITH_MAIL_SMTP_USER is set, but no password: set KITH_MAIL_SMTP_PASSWORD too, or neither",
            ));
        }
        (None, Some(_)) => {
            return Err(Complaint::wrong_use(
                "KITH_MAIL_SMTP_PASSWORD is set, but no user: set KITH_MAIL_SMTP_USER too, or neither",
            ));
        }
        (None, None) => {}
    }
    Ok(Smtp { from: sender(from)?, transport: builder.build() })
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
    fn send<'a>(&'a self, mail: &'a Mail) -> PortFuture<'a, ()> {
        Box::pin(async move {
            let message = write(&self.from, mail)?;
            self.transport.send(message).await.map_err(Error::internal)?;
            Ok(())
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
    fn send<'a>(&'a self, mail: &'a Mail) -> PortFuture<'a, ()> {
        Box::pin(async move {
            let message = write(&self.from, mail)?;
            tokio::fs::create_dir_all(&self.folder).await?;
            let name = format!("{}.eml", random_code(16));
            tokio::fs::write(self.folder.join(name), message.formatted()).await?;
            Ok(())
        })
    }

    /// Whoever develops finds every letter, so the pages offer all that needs one.
    fn is_delivering(&self) -> bool {
        true
    }
}

struct Nowhere;

impl Mailer for Nowhere {
    fn send<'a>(&'a self, _: &'a Mail) -> PortFuture<'a, ()> {
        Box::pin(async { Ok(()) })
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

/// One message to one person. Whatever members typed reaches headers only here, as values that the library encodes;
/// line breaks are taken out before.
fn write(from: &Mailbox, mail: &Mail) -> Result<Message> {
    let address: Address = mail.to_address.parse().map_err(Error::internal)?;
    let to = Mailbox::new(Some(one_line(&mail.to_name)), address);
    let part = SinglePart::builder()
        .header(ContentType::TEXT_PLAIN)
        .header(ContentTransferEncoding::Base64)
        .body(mail.text.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n"));
    let mut builder = Message::builder().from(from.clone()).to(to);
    // An address that is none costs the convenience of an answer, not the mail.
    if let Some(reply_to) = &mail.reply_to
        && let Ok(address) = reply_to.address.parse::<Address>()
    {
        builder = builder.reply_to(Mailbox::new(Some(one_line(&reply_to.name)), address));
    }
    let mut message = builder
        .subject(one_line(&mail.subject))
        .message_id(None)
        .singlepart(part)
        .map_err(Error::internal)?;
    let language: String =
        mail.language.chars().filter(|sign| sign.is_ascii_alphanumeric() || *sign == '-').collect();
    for (name, value) in [("Content-Language", language.as_str()), ("Auto-Submitted", "auto-generated")] {
        if let Ok(name) = HeaderName::new_from_ascii(name.to_owned()) {
            message.headers_mut().insert_raw(HeaderValue::new(name, value.to_owned()));
        }
    }
    Ok(message)
}

fn one_line(text: &str) -> String {
    let calm: String = text.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    calm.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use kith_domain::ports::ReplyTo;

    use super::*;

    fn mail() -> Mail {
        Mail {
            to_name: "Ann".to_owned(),
            to_address: "ann@example.org".to_owned(),
            reply_to: None,
            subject: "Hello".to_owned(),
            text: "A line\n.\nanother".to_owned(),
            language: "en".to_owned(),
        }
    }

    fn formatted(mail: &Mail) -> String {
        let from: Mailbox = "Kith <kith@example.org>".parse().unwrap();
        String::from_utf8(write(&from, mail).unwrap().formatted()).unwrap()
    }

    fn headers(text: &str) -> Vec<&str> {
        let (head, _) = text.split_once("\r\n\r\n").unwrap();
        head.split("\r\n").filter(|line| !line.starts_with([' ', '\t'])).collect()
    }

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

    #[test]
    fn g1_nothing_that_members_type_makes_a_header_or_a_receiver() {
        let plain = headers(&formatted(&mail())).len();
        let hostile = [
            "x\r\nBcc: all@example.org",
            "x\nBcc: all@example.org",
            "x\r\n\r\nbody",
            "x\0y",
            "x\u{2028}Bcc: a@b.example",
        ];
        for text in hostile {
            for change in [
                (|mail, text| mail.to_name = text) as fn(&mut Mail, String),
                |mail, text| mail.subject = text,
                |mail, text| mail.language = text,
            ] {
                let mut hostile = mail();
                change(&mut hostile, text.to_owned());
                let written = formatted(&hostile);
                assert_eq!(headers(&written).len(), plain, "{text:?} in {written}");
                assert!(
                    !headers(&written).iter().any(|line| line.to_lowercase().starts_with("bcc")),
                    "{written}"
                );
                assert_eq!(written.matches("ann@example.org").count(), 1, "{written}");
            }
        }
    }

    #[test]
    fn g1_an_answer_goes_to_whoever_wrote_and_to_nobody_whom_they_slip_in() {
        let to = |name: &str, address: &str| Mail {
            reply_to: Some(ReplyTo { name: name.to_owned(), address: address.to_owned() }),
            ..mail()
        };
        let plain = formatted(&to("Visitor", "visitor@example.org"));
        assert!(
            headers(&plain)
                .iter()
                .any(|line| line.starts_with("Reply-To:") && line.contains("visitor@example.org")),
            "{plain}"
        );
        let named = formatted(&to("x\r\nBcc: all@example.org", "visitor@example.org"));
        assert_eq!(headers(&named).len(), headers(&plain).len(), "{named}");
        let bcc = |text: &str| headers(text).iter().any(|line| line.to_lowercase().starts_with("bcc"));
        assert!(!bcc(&named), "{named}");
        for address in [
            "v@example.org\r\nBcc: all@example.org",
            "v@example.org, all@example.org",
            "v@example.org\n\nbody",
        ] {
            let written = formatted(&to("Visitor", address));
            assert!(!bcc(&written) && !written.contains("Reply-To"), "{address:?}: {written}");
            assert!(!written.contains("all@example.org"), "{written}");
        }
    }

    #[test]
    fn g1_an_address_with_more_than_an_address_is_refused() {
        let from: Mailbox = "kith@example.org".parse().unwrap();
        for address in [
            "ann@example.org\r\nBcc: b@example.org",
            "ann@example.org, ben@example.org",
            "a b@example.org",
            "<x@example.org>",
        ] {
            let hostile = Mail { to_address: address.to_owned(), ..mail() };
            assert!(write(&from, &hostile).is_err(), "{address:?}");
        }
    }

    #[test]
    fn g1_a_lone_dot_does_not_end_the_mail() {
        let written = formatted(&mail());
        assert!(!written.contains("\r\n.\r\n"), "{written}");
    }

    #[test]
    fn names_and_subjects_in_any_script_survive() {
        let arabic = Mail { to_name: "ليلى".to_owned(), subject: "مرحبًا".to_owned(), ..mail() };
        let written = formatted(&arabic);
        assert!(written.contains("=?utf-8?b?"), "{written}");
    }
}
