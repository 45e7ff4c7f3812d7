//! What can be typed.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use kith_base::config::{Config, Overrides};

use crate::complaint::Complaint;

/// A social network that a community runs for itself.
#[derive(Debug, Parser)]
#[command(name = "kith", version, arg_required_else_help = false)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the community
    Serve(ServeOptions),
    /// Set the community up without a browser
    Setup(SetupOptions),
    /// Make, reset and list accounts
    Account {
        /// What to do with accounts.
        #[command(subcommand)]
        command: AccountCommand,
    },
    /// Make invitation links
    Invite {
        /// What to do with invitations.
        #[command(subcommand)]
        command: InviteCommand,
    },
    /// Make tokens for programs that speak the API
    Token {
        /// What to do with tokens.
        #[command(subcommand)]
        command: TokenCommand,
    },
    /// See whether mail leaves
    Mail {
        /// What to do with mail.
        #[command(subcommand)]
        command: MailCommand,
    },
    /// Fill a community with made-up people, to try things out
    Demo(DemoOptions),
    /// Bring the database up to date and end
    Migrate(Place),
    /// Check that everything the program needs is there
    Doctor(Place),
    /// Print the version
    Version(Place),
}

/// What to do with accounts.
#[derive(Debug, Subcommand)]
pub enum AccountCommand {
    /// Make an account that is confirmed and active
    Create(AccountCreate),
    /// Set a new password; all sessions of the account end
    Reset(AccountReset),
    /// List accounts: id, handle, role, state, mail address
    List(AccountList),
}

/// What to do with invitations.
#[derive(Debug, Subcommand)]
pub enum InviteCommand {
    /// Make an invitation link and print it
    Create(InviteCreate),
}

/// What to do with tokens.
#[derive(Debug, Subcommand)]
pub enum TokenCommand {
    /// Make a token for an account and print it
    Create(TokenCreate),
}

/// What to do with mail.
#[derive(Debug, Subcommand)]
pub enum MailCommand {
    /// Send a letter to an address and tell each step
    Test(MailTest),
}

/// `kith mail test`
#[derive(Clone, Debug, Args)]
pub struct MailTest {
    /// Where the data lies.
    #[command(flatten)]
    pub place: Place,
    /// Where the letter goes
    pub address: String,
}

/// `kith token create`
#[derive(Clone, Debug, Args)]
pub struct TokenCreate {
    /// Where the data lies.
    #[command(flatten)]
    pub place: Place,
    /// The handle
    pub handle: String,
    /// What the program may do, in the words of Mastodon's API with spaces between
    #[arg(long, default_value = "read write follow push", value_name = "SCOPES")]
    pub scopes: String,
}

/// `kith invite create`
#[derive(Clone, Debug, Args)]
pub struct InviteCreate {
    /// Where the data lies.
    #[command(flatten)]
    pub place: Place,
    /// How many people may join by it [default: any number]
    #[arg(long, value_name = "N")]
    pub uses: Option<u32>,
    /// After how many days it ends [default: never]
    #[arg(long, value_name = "N")]
    pub days: Option<u32>,
    /// What it is for; only the staff reads it
    #[arg(long, default_value = "")]
    pub note: String,
}

/// Where the data lies.
#[derive(Clone, Debug, Args)]
pub struct Place {
    /// Directory that holds database, photos and mail folder [default: data; KITH_DATA]
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// `sqlite`, or postgres://user:password@host/name [default: sqlite; KITH_DATABASE]
    #[arg(long, value_name = "DATABASE")]
    pub database: Option<String>,
    /// Settings file [default: kith.toml in the data directory; KITH_CONFIG]
    #[arg(long, value_name = "FILE", env = "KITH_CONFIG")]
    pub config: Option<PathBuf>,
}

impl Place {
    /// The settings: defaults, then the file, then `KITH_*`, then what was typed.
    pub fn load(&self, listen: Option<SocketAddr>, base_url: Option<String>) -> Result<Config, Complaint> {
        let overrides =
            Overrides { data: self.data.clone(), listen, database: self.database.clone(), base_url };
        let config = Config::load(self.config.as_deref(), &overrides)
            .map_err(|error| Complaint::wrong_use(crate::complaint::in_english(&error)))?;
        let database = config.database.expose();
        if database != "sqlite"
            && !database.starts_with("postgres://")
            && !database.starts_with("postgresql://")
        {
            return Err(Complaint::wrong_use(
                "--database takes `sqlite` or an address that begins with postgres://",
            ));
        }
        if let Some(url) = &config.base_url
            && !(url.starts_with("https://") || url.starts_with("http://"))
        {
            return Err(Complaint::wrong_use(
                "--base-url takes an address that begins with https:// or http://",
            ));
        }
        Ok(config)
    }
}

/// `kith serve`
#[derive(Clone, Debug, Args)]
pub struct ServeOptions {
    /// Where the data lies.
    #[command(flatten)]
    pub place: Place,
    /// Address and port to listen on [default: 127.0.0.1:3000; KITH_LISTEN]
    #[arg(long, value_name = "ADDR:PORT")]
    pub listen: Option<SocketAddr>,
    /// Address that members type, as https://kith.example.org [KITH_BASE_URL]
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
}

/// `kith setup`
#[derive(Clone, Debug, Args)]
pub struct SetupOptions {
    /// Where the data lies.
    #[command(flatten)]
    pub place: Place,
    /// Name of the community
    #[arg(long)]
    pub name: String,
    /// Handle of the first admin, who owns the community
    #[arg(long, value_name = "HANDLE")]
    pub admin: String,
    /// Read the admin's password from the first line of standard input
    #[arg(long)]
    pub password_stdin: bool,
    /// Who may join
    #[arg(long, value_enum)]
    pub join: Join,
    /// Mail address of the admin
    #[arg(long)]
    pub email: Option<String>,
    /// Languages offered, as tags with commas between; the first is the community's own
    #[arg(long, value_delimiter = ',', default_value = "en", value_name = "TAGS")]
    pub languages: Vec<String>,
    /// Address that members type, as https://kith.example.org [KITH_BASE_URL]
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
}

/// Who may join.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Join {
    /// Whoever has an invitation link
    Invite,
    /// Whoever an admin approves
    Approval,
    /// Everyone
    Open,
    /// Nobody
    Closed,
}

/// `kith demo`
#[derive(Clone, Debug, Args)]
pub struct DemoOptions {
    /// Where the data lies.
    #[command(flatten)]
    pub place: Place,
    /// How many people [default: as many as the graph has, or 200]
    #[arg(long, value_name = "N")]
    pub members: Option<usize>,
    /// Friendships, two numbers a line (SNAP), plain or .gz
    #[arg(long, value_name = "FILE")]
    pub edges: Option<PathBuf>,
    /// Texts, one JSON object {"lang", "text"} a line, plain or .gz
    #[arg(long, value_name = "FILE")]
    pub texts: Option<PathBuf>,
    /// Folder of photos
    #[arg(long, value_name = "DIR")]
    pub photos: Option<PathBuf>,
    /// The same number makes the same community
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// Read everybody's password from the first line of standard input [default: a new one, printed at the end]
    #[arg(long)]
    pub password_stdin: bool,
}

/// `kith account create`
#[derive(Clone, Debug, Args)]
pub struct AccountCreate {
    /// Where the data lies.
    #[command(flatten)]
    pub place: Place,
    /// The handle
    pub handle: String,
    /// Mail address; counts as confirmed
    #[arg(long)]
    pub email: Option<String>,
    /// Name as shown [default: the handle]
    #[arg(long)]
    pub name: Option<String>,
    /// What the account may do
    #[arg(long, value_enum, default_value = "member")]
    pub role: GivenRole,
    /// Language of the account, as a tag
    #[arg(long, default_value = "en")]
    pub language: String,
    /// Read the password from the first line of standard input
    #[arg(long)]
    pub password_stdin: bool,
}

/// Roles that the command line gives.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum GivenRole {
    /// Takes part
    Member,
    /// Looks after what is written
    Moderator,
    /// Looks after the community
    Admin,
}

/// `kith account reset`
#[derive(Clone, Debug, Args)]
pub struct AccountReset {
    /// Where the data lies.
    #[command(flatten)]
    pub place: Place,
    /// The handle
    pub handle: String,
    /// Read the password from the first line of standard input
    #[arg(long)]
    pub password_stdin: bool,
}

/// `kith account list`
#[derive(Clone, Debug, Args)]
pub struct AccountList {
    /// Where the data lies.
    #[command(flatten)]
    pub place: Place,
    /// Only accounts with this word in handle, name or mail address
    #[arg(long, default_value = "")]
    pub search: String,
}
