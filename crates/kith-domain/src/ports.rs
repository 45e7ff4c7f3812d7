//! What the domain needs from outside and others provide. Small traits, plugged in by the program.

use std::future::Future;
use std::pin::Pin;

use kith_base::Result;

/// A future that a port returns.
pub type PortFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;

/// Where an answer to a mail goes, when not to its sender.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplyTo {
    /// Name, as somebody typed it.
    pub name: String,
    /// Address, as somebody typed it.
    pub address: String,
}

/// One mail to one person.
#[derive(Clone, Debug)]
pub struct Mail {
    /// Name of the receiver, as they write it.
    pub to_name: String,
    /// Address of the receiver.
    pub to_address: String,
    /// Who gets the answer; the community itself when nobody is named.
    pub reply_to: Option<ReplyTo>,
    /// Subject, one line.
    pub subject: String,
    /// Body as plain text.
    pub text: String,
    /// Language tag of the text.
    pub language: String,
}

/// Sends mail, or files it for development when no server is set, or does neither.
pub trait Mailer: Send + Sync {
    /// Hands one mail over. An error means: try again later.
    fn send<'a>(&'a self, mail: &'a Mail) -> PortFuture<'a, ()>;

    /// Whether somebody finds the letters: they leave this machine, or lie in a folder for whoever develops. When not,
    /// pages offer the ways that need none.
    fn is_delivering(&self) -> bool;
}
