//! Ground for tests: both engines, and worlds with people in them.

pub mod browser;
pub mod dump;
pub mod engines;
pub mod mail_server;
pub mod postgres_server;
pub mod program;
pub mod samples;
pub mod server;
mod templates;
pub mod world;

pub use browser::{Answer, Browser};
pub use dump::Dump;
pub use mail_server::{MailServer, Taken};
pub use program::Program;
pub use server::Server;
pub use world::{PASSWORD, Person, World};
