//! Settings that stand before the database is open: defaults, then `kith.toml`, then `KITH_*`, then the command line.
//! What a running community changes (its name, who may join) lives in the database instead.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use figment::providers::{Env, Format, Serialized, Toml};
use figment::value::{Dict, Map, Value};
use figment::{Figment, Metadata, Profile, Provider};
use ipnet::IpNet;
use serde::{Deserialize, Serialize};

use crate::{Error, Message, Result, Secret};

/// How the name of a file that is on its way in begins.
pub const UPLOAD_PREFIX: &str = "upload-";

/// Everything the operator can set outside the browser. Unknown names are refused.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Directory that holds the database, the photos and the mail folder.
    pub data: PathBuf,
    /// Address and port to listen on.
    pub listen: SocketAddr,
    /// `sqlite`, or the address of a PostgreSQL database (`postgres://user:password@host/name`).
    pub database: Secret,
    /// Address that members type, for links in mail and invitations; asked at set-up when it is not given.
    pub base_url: Option<String>,
    /// Address and port of the Prometheus metrics; none unless given.
    pub metrics_listen: Option<SocketAddr>,
    /// Proxies in front whose `X-Forwarded-For` is believed, as networks.
    pub trusted_proxies: Vec<IpNet>,
    /// `on` or `off`; `off` is honoured only while listening on loopback.
    pub rate_limits: Switch,
    /// `on` lets what goes out to others reach this machine, for tests; honoured only while listening on loopback.
    pub outbound_loopback: Switch,
    /// Connections in the PostgreSQL pool.
    pub database_connections: usize,
    /// Concurrent requests before load is shed.
    pub max_requests: usize,
    /// Memory for timelines and viewer contexts, in bytes; each gets half.
    pub cache_bytes: usize,
    /// Photos on disk in all, in bytes; uploads are refused beyond it.
    pub media_bytes: u64,
    /// Photos of one member, in bytes.
    pub member_media_bytes: u64,
    /// `text` or `json`.
    pub log_format: LogFormat,
    /// Mail out.
    pub mail: MailConfig,
}

/// `KITH_*` variables that are no settings: where the settings stand, and what test runs are told.
const OTHERS: &[&str] =
    &["config", "mail", "test_postgres", "crash_rounds", "mutations", "samples", "not_checked"];

/// How mail leaves.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MailConfig {
    /// Host name of the SMTP server. When empty, letters are written to the `mail` folder of the data directory in
    /// development, and nowhere otherwise.
    pub smtp_host: Option<String>,
    /// Port; 465 with `tls`, 587 with `starttls`, 25 with `none` when not given.
    pub smtp_port: Option<u16>,
    /// `tls`, `starttls` or `none` (loopback only).
    pub smtp_security: SmtpSecurity,
    /// User name, if the server asks for one.
    pub smtp_user: Option<String>,
    /// Password, if the server asks for one.
    pub smtp_password: Option<Secret>,
    /// Sender's address.
    pub from: Option<String>,
    /// Letters a minute at most, but for those about accounts; 60 when not given.
    pub per_minute: Option<u32>,
}

/// Encryption towards the SMTP server.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SmtpSecurity {
    /// TLS from the first byte (RFC 8314).
    #[default]
    Tls,
    /// Plain first, then STARTTLS, which is required.
    Starttls,
    /// No encryption; accepted for loopback only.
    None,
}

/// On or off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Switch {
    /// On.
    #[default]
    On,
    /// Off.
    Off,
}

/// Shape of the log lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// For machines.
    Json,
}

/// What the command line sets; `None` leaves the setting to file, environment or default.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Overrides {
    /// `--data`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<PathBuf>,
    /// `--listen`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listen: Option<SocketAddr>,
    /// `--database`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub database: Option<String>,
    /// `--base-url`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base_url: Option<String>,
}

/// Settings whose variables are read as a number or a list. All others are texts as they stand: a password of digits
/// would otherwise be taken for a number.
const NO_TEXTS: &[&str] = &[
    "trusted_proxies",
    "database_connections",
    "max_requests",
    "cache_bytes",
    "media_bytes",
    "member_media_bytes",
    "mail.smtp_port",
    "mail.per_minute",
];

/// The variables `KITH_*`.
struct Variables(Env);

impl Variables {
    fn all() -> Self {
        Self(Env::prefixed("KITH_").ignore(OTHERS).map(|name| match name.as_str().split_once("MAIL_") {
            Some(("", rest)) => format!("mail.{}", rest.to_lowercase()).into(),
            _ => name.as_str().to_lowercase().into(),
        }))
    }
}

impl Provider for Variables {
    fn metadata(&self) -> Metadata {
        self.0.metadata()
    }

    fn data(&self) -> Result<Map<Profile, Dict>, figment::Error> {
        let given = self.0.iter().map(|(name, text)| (name.as_str().to_owned(), text));
        Ok(Profile::Default.collect(settings_of(given)))
    }
}

/// Named texts as settings, those of mail together.
fn settings_of(given: impl Iterator<Item = (String, String)>) -> Dict {
    let (mut settings, mut mail) = (Dict::new(), Dict::new());
    for (name, text) in given {
        let is_text = !NO_TEXTS.contains(&name.as_str());
        let value: Value = if is_text {
            text.into()
        } else {
            text.parse().unwrap_or_else(|never: std::convert::Infallible| match never {})
        };
        match name.strip_prefix("mail.") {
            Some(name) => mail.insert(name.to_owned(), value),
            None => settings.insert(name, value),
        };
    }
    if !mail.is_empty() {
        settings.insert("mail".to_owned(), Value::from(mail));
    }
    settings
}

impl Config {
    /// Reads the settings. `file` is `--config`; without it `kith.toml` of the data directory is read if it is there.
    ///
    /// # Errors
    /// Invalid when a name is unknown or a value has the wrong form; the cause says which.
    pub fn load(file: Option<&Path>, overrides: &Overrides) -> Result<Self> {
        let defaults = serde_json::json!({
            "data": "data", "listen": "127.0.0.1:3000", "database": "sqlite", "trusted_proxies": [],
            "rate_limits": "on", "outbound_loopback": "off", "database_connections": 16, "max_requests": 512,
            "cache_bytes": 64 * 1024 * 1024, "media_bytes": 20_u64 * 1024 * 1024 * 1024,
            "member_media_bytes": 2_u64 * 1024 * 1024 * 1024, "log_format": "text", "mail": {},
        });
        let early = Figment::from(Serialized::defaults(&defaults))
            .merge(Variables::all())
            .merge(Serialized::defaults(overrides));
        let in_data_dir =
            early.extract_inner::<PathBuf>("data").unwrap_or_else(|_| "data".into()).join("kith.toml");
        let toml = match file {
            Some(path) => Toml::file_exact(path),
            None => Toml::file_exact(&in_data_dir),
        };
        let mut figment = Figment::from(Serialized::defaults(&defaults));
        if file.is_some() || in_data_dir.is_file() {
            figment = figment.merge(toml);
        }
        figment.merge(Variables::all()).merge(Serialized::defaults(overrides)).extract().map_err(|source| {
            Error::new(crate::Kind::Invalid, Message::new("error-config").with("problem", source.to_string()))
                .because(source)
        })
    }

    /// Whether rate limits are off: only when asked for and listening on loopback.
    pub fn rate_limits_off(&self) -> bool {
        self.rate_limits == Switch::Off && self.listen.ip().is_loopback()
    }

    /// Whether requests to others may go to this machine: only when asked for and listening on loopback.
    pub fn reaches_loopback(&self) -> bool {
        self.outbound_loopback == Switch::On && self.listen.ip().is_loopback()
    }

    /// Whether only this machine reaches the server and no proxy stands in front: somebody tries things out.
    pub fn is_for_development(&self) -> bool {
        let is_https = self.base_url.as_deref().is_some_and(|url| url.starts_with("https://"));
        self.listen.ip().is_loopback() && self.trusted_proxies.is_empty() && !is_https
    }

    /// Where uploads lie until they are taken in, each in a file whose name begins with [`UPLOAD_PREFIX`].
    pub fn uploads(&self) -> PathBuf {
        self.data.join("tmp")
    }

    /// Address of the SQLite file inside the data directory.
    pub fn sqlite_file(&self) -> PathBuf {
        self.data.join("kith.db")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_are_whole_and_overrides_win() {
        let config =
            Config::load(None, &Overrides { data: Some("/nowhere".into()), ..Overrides::default() }).unwrap();
        assert_eq!(config.data, PathBuf::from("/nowhere"));
        assert_eq!(config.listen.port(), 3000);
        assert!(!config.rate_limits_off() && !config.reaches_loopback());
    }

    #[test]
    fn c1_a_server_that_others_reach_sends_nothing_to_its_own_machine() {
        let load = |listen: &str| {
            let overrides = Overrides {
                data: Some("/nowhere".into()),
                listen: Some(listen.parse().unwrap()),
                ..Overrides::default()
            };
            let mut config = Config::load(None, &overrides).unwrap();
            config.outbound_loopback = Switch::On;
            config
        };
        assert!(load("127.0.0.1:3000").reaches_loopback() && load("[::1]:3000").reaches_loopback());
        assert!(!load("0.0.0.0:3000").reaches_loopback() && !load("192.168.1.5:3000").reaches_loopback());
    }

    #[test]
    fn a_variable_of_digits_is_a_text_where_a_text_is_wanted() {
        let given = [
            ("mail.smtp_password", "0012345"),
            ("mail.smtp_user", "true"),
            ("mail.smtp_port", "2525"),
            ("base_url", "[x]"),
            ("max_requests", "64"),
            ("trusted_proxies", "[\"127.0.0.1/32\", \"::1/128\"]"),
        ];
        let settings = settings_of(given.into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())));
        let mail = settings["mail"].as_dict().unwrap();
        assert_eq!(mail["smtp_password"].as_str(), Some("0012345"));
        assert_eq!(mail["smtp_user"].as_str(), Some("true"));
        assert_eq!(mail["smtp_port"].to_u128(), Some(2525));
        assert_eq!(settings["base_url"].as_str(), Some("[x]"));
        assert_eq!(settings["max_requests"].to_u128(), Some(64));
        assert_eq!(settings["trusted_proxies"].as_array().map(<[Value]>::len), Some(2));
    }
}
