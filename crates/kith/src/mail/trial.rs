//! `kith mail test ADDRESS`: one letter, step by step, each told in words, and where it ends what can be done about it.

use std::process::ExitCode;
use std::time::Duration;

use kith_base::Clock;
use kith_base::config::{Config, SmtpSecurity};
use kith_domain::ports::{Block, Body, Link, Mail};
use kith_domain::site;
use kith_locale::{Language, Locale};
use lettre::message::Mailbox;
use lettre::transport::smtp::authentication::DEFAULT_MECHANISMS;
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::{Error, response::Response};

use super::{TIMEOUT, credentials, host, is_loopback, message, sender_of};
use crate::cli::MailTest;
use crate::complaint::Complaint;
use crate::{say, wire};

/// So long one step may take.
const STEP: Duration = TIMEOUT;

/// Sends a letter to the address and tells how that goes.
pub async fn run(options: MailTest) -> Result<ExitCode, Complaint> {
    let config = options.place.load(None, None)?;
    let Some(host) = host(&config) else {
        return Err(Complaint::failed(
            "no mail server is set, so nothing leaves: set smtp_host and from under [mail]",
        ));
    };
    let (from, site) = (sender_of(&config)?, site_of(&config).await?);
    let letter = letter(&options.address, site);
    let message = message::write(&from, &letter)
        .map_err(|_| Complaint::wrong_use(format!("{} is no mail address", options.address)))?;
    let mut line = connect(&config, host).await?;
    sign_in(&config, &mut line).await?;
    let taken = in_time(line.send(message.envelope(), &message.formatted())).await;
    let taken = taken.map_err(|problem| refused(&problem, &from, &options.address))?;
    step("accepted", &format!("the server took the letter: {}", words_of(&taken)));
    let _ = in_time(line.quit()).await;
    say::line(&format!(
        "\nLook into the mailbox of {}. If the letter is not there, or among the unwanted, the records of {} are the \
         next thing to look at: /admin/mail shows what they should say.",
        options.address,
        from.email.domain()
    ));
    Ok(ExitCode::SUCCESS)
}

fn step(what: &str, words: &str) {
    say::line(&format!("ok       {what}: {words}"));
}

/// Name and address of the community, if there is one yet.
async fn site_of(config: &Config) -> Result<Link, Complaint> {
    let db = wire::open_database(config, Clock::System).await?;
    let settings = db.read(site::read).await;
    db.close().await;
    let settings = settings?;
    let base = config.base_url.clone().unwrap_or(settings.base_url);
    let base = if base.is_empty() { format!("http://{}", config.listen) } else { base };
    Ok(Link { label: settings.name, url: format!("{}/", base.trim_end_matches('/')) })
}

fn letter(address: &str, site: Link) -> Mail {
    let locale = Locale::new(Language::EN, "UTC");
    let of = |key| locale.t1(key, "site", site.label.as_str()).replace(['\u{2068}', '\u{2069}'], "");
    let (subject, text, label) = (of("mail-test-subject"), of("mail-test-body"), of("mail-open"));
    let page = Link { label, url: format!("{}admin/mail", site.url) };
    let greeting = locale.t1("mail-greeting", "name", address).replace(['\u{2068}', '\u{2069}'], "");
    Mail {
        to_name: String::new(),
        to_address: address.to_owned(),
        reply_to: None,
        subject,
        text: format!("{greeting}\n\n{text}\n\n{}\n\n-- \n{}\n{}\n", page.url, site.label, site.url),
        body: Body {
            greeting,
            blocks: vec![Block::Text(text), Block::Button(page)],
            site,
            why: String::new(),
            ways_out: Vec::new(),
        },
        language: locale.lang().to_owned(),
        id: None,
        stop_url: None,
    }
}

/// Finds the server, greets it, and encrypts the line as the settings say.
async fn connect(config: &Config, host: &str) -> Result<AsyncSmtpConnection, Complaint> {
    let (security, hello) = (config.mail.smtp_security, ClientId::default());
    let usual = match security {
        SmtpSecurity::Tls => 465,
        SmtpSecurity::Starttls => 587,
        SmtpSecurity::None => 25,
    };
    let port = config.mail.smtp_port.unwrap_or(usual);
    if security == SmtpSecurity::None && !is_loopback(host) {
        return Err(Complaint::wrong_use(
            "KITH_MAIL_SMTP_SECURITY=none is for a mail server on this machine; take tls or starttls",
        ));
    }
    let found = tokio::net::lookup_host((host, port)).await;
    if found.map_or(0, Iterator::count) == 0 {
        return Err(Complaint::failed(format!(
            "no address is known for {host}. Is the name right? Does this machine reach a name server?"
        )));
    }
    let keys = || TlsParameters::new(host.to_owned()).map_err(|problem| not_encrypted(&problem, port));
    let from_the_start = if security == SmtpSecurity::Tls { Some(keys()?) } else { None };
    let opened = AsyncSmtpConnection::connect_tokio1((host, port), Some(STEP), &hello, from_the_start, None);
    let mut line = in_time(opened).await.map_err(|problem| not_connected(&problem, host, port))?;
    step("connected", &format!("{host} answers on port {port}"));
    match security {
        SmtpSecurity::Tls => step("encrypted", "from the first byte, and the certificate is good"),
        SmtpSecurity::Starttls => {
            in_time(line.starttls(keys()?, &hello)).await.map_err(|problem| not_encrypted(&problem, port))?;
            step("encrypted", "by STARTTLS, and the certificate is good");
        }
        SmtpSecurity::None => step("not encrypted", "the server is on this machine"),
    }
    Ok(line)
}

async fn sign_in(config: &Config, line: &mut AsyncSmtpConnection) -> Result<(), Complaint> {
    let Some(credentials) = credentials(config)? else {
        step("not signed in", "no user is set, and the server may not want one");
        return Ok(());
    };
    let answer = in_time(line.auth(DEFAULT_MECHANISMS, &credentials)).await;
    answer.map_err(|problem| {
        Complaint::failed(format!(
            "the server does not let us sign in: {problem}. Look at smtp_user (often the whole address) and \
             smtp_password; many providers want a password made for apps, and some have to be told first"
        ))
    })?;
    step("signed in", "user and password are right");
    Ok(())
}

/// What one step came to.
enum Problem {
    Smtp(Error),
    Late,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            // Words of the server may have several lines; a complaint has one.
            Self::Smtp(problem) => {
                let mut words = problem.to_string();
                let mut cause = std::error::Error::source(problem);
                while let Some(deeper) = cause {
                    words.push_str(&format!(": {deeper}"));
                    cause = deeper.source();
                }
                f.write_str(&super::message::one_line(&words))
            }
            Self::Late => write!(f, "no answer in {} seconds", STEP.as_secs()),
        }
    }
}

async fn in_time<T>(asked: impl Future<Output = Result<T, Error>>) -> Result<T, Problem> {
    match tokio::time::timeout(STEP, asked).await {
        Ok(answer) => answer.map_err(Problem::Smtp),
        Err(_) => Err(Problem::Late),
    }
}

fn not_connected(problem: &Problem, host: &str, port: u16) -> Complaint {
    let remedy = match problem {
        Problem::Smtp(error) if error.is_tls() => {
            "The line could not be encrypted: is it the right port for smtp_security (465 for tls, 587 for starttls)?"
        }
        Problem::Late => {
            "Many hosts block mail to the outside: ask yours, or try the other port (465 or 587)"
        }
        Problem::Smtp(_) => {
            "Is the port right (465 for tls, 587 for starttls)? Does a firewall of this machine or its host block it?"
        }
    };
    Complaint::failed(format!("{host} does not answer as it should on port {port}: {problem}. {remedy}"))
}

fn not_encrypted(problem: &dyn std::fmt::Display, port: u16) -> Complaint {
    Complaint::failed(format!(
        "the line on port {port} could not be encrypted: {problem}. smtp_host has to be the name in the server's \
         certificate; port 465 goes with tls, 587 with starttls"
    ))
}

fn refused(problem: &Problem, from: &Mailbox, address: &str) -> Complaint {
    let is_address = match problem {
        Problem::Smtp(error) => super::refusal::of_address(error).is_some(),
        Problem::Late => false,
    };
    let remedy = match (problem, is_address) {
        (_, true) => format!("The server knows no mailbox {address}: is it written as it should be?"),
        (Problem::Smtp(error), _) if error.is_permanent() => format!(
            "The server does not take letters from {}: it has to be an address that the user may send for",
            from.email
        ),
        _ => "The server takes nothing just now; try again in a while".to_owned(),
    };
    Complaint::failed(format!("the server did not take the letter: {problem}. {remedy}"))
}

fn words_of(answer: &Response) -> String {
    super::message::one_line(&answer.message().collect::<Vec<_>>().join(" "))
}
