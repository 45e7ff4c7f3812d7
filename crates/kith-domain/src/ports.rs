//! What the domain needs from outside and others provide. Small traits, plugged in by the program.

use std::future::Future;
use std::pin::Pin;

use kith_base::{Millis, Result};

use crate::kinds::NoticeId;
use crate::notices::Occasion;

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

/// One part of a letter. All of it is plain text, whatever members typed into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// What the parts below it are about.
    Heading(String),
    /// A paragraph, or several lines.
    Text(String),
    /// What the letter asks to do: words and a full address.
    Button(Link),
    /// One thing of several: what happened, the beginning of what was written (or nothing), and where it stands.
    Item {
        /// What happened, or who wrote.
        title: String,
        /// The beginning of the words; empty where there are none.
        text: String,
        /// Where it stands, as a full address.
        url: String,
    },
}

/// Words that lead somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The words.
    pub label: String,
    /// A full address.
    pub url: String,
}

/// What a letter says, in the order in which it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// The first line.
    pub greeting: String,
    /// What it is about.
    pub blocks: Vec<Block>,
    /// The community: its name and its address.
    pub site: Link,
    /// Why it comes; empty where the letter itself says so.
    pub why: String,
    /// Ways to have it come less often, or not at all.
    pub ways_out: Vec<Link>,
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
    /// What it says.
    pub body: Body,
    /// The same as plain text.
    pub text: String,
    /// Language tag of the text.
    pub language: String,
    /// What comes before the `@` of its id, where the same letter must be known again; any other letter gets one by
    /// chance.
    pub id: Option<String>,
    /// Where a program may ask by one POST that letters of this kind stop, as a full address; none for letters that
    /// cannot be declined.
    pub stop_url: Option<String>,
}

/// What came of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Posted {
    /// The mail server took it.
    Taken,
    /// There is no such mailbox, or it takes nothing, says the mail server; its words.
    Refused(String),
}

/// Sends mail, or files it for development when no server is set, or does neither.
pub trait Mailer: Send + Sync {
    /// Hands one mail over. An error means: try again later.
    fn send<'a>(&'a self, mail: &'a Mail) -> PortFuture<'a, Posted>;

    /// Whether somebody finds the letters: they leave this machine, or lie in a folder for whoever develops. When not,
    /// pages offer the ways that need none.
    fn is_delivering(&self) -> bool;
}

/// What wakes one app of a member, and tells it why.
#[derive(Clone, Debug)]
pub struct PushMessage {
    /// Where the app's push service takes things for it.
    pub endpoint: String,
    /// The app's public key, a point of P-256 that is written out.
    pub p256dh: Vec<u8>,
    /// The secret that the app shares with us.
    pub auth: Vec<u8>,
    /// Whether the app reads RFC 8291, and not the draft before it.
    pub is_standard: bool,
    /// Which notice it is about.
    pub notice: NoticeId,
    /// What happened.
    pub occasion: Occasion,
    /// Language tag of the words.
    pub language: String,
    /// Address of the picture of whoever caused it.
    pub icon: String,
    /// What happened, in a sentence.
    pub title: String,
    /// The beginning of what was written; empty where nothing was.
    pub body: String,
    /// Where push services find whoever runs this server, as an address.
    pub contact: String,
    /// The time.
    pub now: Millis,
    /// What our own pages want to know beyond that; none where an app is woken.
    pub page: Option<PushPage>,
}

/// What a browser makes of a push besides showing its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PushPage {
    /// The page that is opened by it.
    pub path: String,
    /// A later push with the same word takes the place of this one.
    pub tag: String,
    /// How many notices are unread; a browser shows no more than it likes.
    pub unread: usize,
}

/// What came of a push.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pushed {
    /// The push service took it.
    Taken,
    /// The app is not there any more.
    Gone,
    /// It was refused, or could not even be sent.
    Refused,
    /// Try again later: after so long, if the service said so.
    Later(Option<Millis>),
}

/// Wakes apps by way of their push services.
pub trait Push: Send + Sync {
    /// The key by which push services know this server, as apps ask for it.
    fn public_key(&self) -> &str;

    /// Whether `endpoint` looks like something that may be sent to.
    fn takes(&self, endpoint: &str) -> bool;

    /// Hands one message over.
    fn send<'a>(&'a self, message: &'a PushMessage) -> PortFuture<'a, Pushed>;
}
