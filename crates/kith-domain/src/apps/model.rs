//! Apps, and what they were granted.

use std::sync::Arc;

use kith_base::{Millis, Secret};

use super::Scopes;
use crate::AccountId;
use crate::kinds::{AppId, AppTokenId};

/// A program that asked to act for members.
#[derive(Clone, Debug)]
pub struct App {
    /// The id.
    pub id: AppId,
    /// How it calls itself when it speaks to us.
    pub client_id: String,
    /// Name for people.
    pub name: String,
    /// Its page; empty without one.
    pub website: String,
    /// Where people may be sent back to.
    pub redirect_uris: Vec<String>,
    /// The most it may ever be granted.
    pub scopes: Scopes,
}

/// An app as it asks to be known.
#[derive(Clone, Debug, Default)]
pub struct NewApp {
    /// Name for people.
    pub name: String,
    /// Its page; empty without one.
    pub website: String,
    /// Where people may be sent back to.
    pub redirect_uris: Vec<String>,
    /// Scopes as sent.
    pub scopes: String,
    /// The network it was asked from.
    pub network: String,
}

/// A fresh app, with the secret that is shown this once.
#[derive(Clone, Debug)]
pub struct Registered {
    /// The app.
    pub app: App,
    /// Its secret.
    pub secret: Secret,
}

/// What an app asks of a member.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Who asks.
    pub client_id: String,
    /// Where the member is sent back to.
    pub redirect_uri: String,
    /// Scopes as sent.
    pub scopes: String,
    /// S256 challenge (RFC 7636); empty without one.
    pub challenge: String,
}

/// What an app hands in for a token.
#[derive(Clone, Debug, Default)]
pub struct Exchange {
    /// Who asks.
    pub client_id: String,
    /// The app's secret; apps that could not keep one send a verifier instead.
    pub client_secret: String,
    /// The code that came through the browser.
    pub code: String,
    /// The address it came to.
    pub redirect_uri: String,
    /// What the challenge was made of; empty without one.
    pub verifier: String,
}

/// A fresh token; it is shown this once.
#[derive(Clone, Debug)]
pub struct Issued {
    /// The token.
    pub token: Secret,
    /// What it lets do.
    pub scopes: Scopes,
    /// When it was made.
    pub created_at: Millis,
}

/// Whom a token speaks for, and how far.
#[derive(Clone, Debug)]
pub struct Granted {
    /// The token.
    pub id: AppTokenId,
    /// The app that holds it.
    pub app: AppId,
    /// The member; none when the app speaks for itself.
    pub account: Option<AccountId>,
    /// What it lets do.
    pub scopes: Arc<Scopes>,
}

/// An app that a member let act for them.
#[derive(Clone, Debug)]
pub struct Connected {
    /// The app.
    pub id: AppId,
    /// Name for people.
    pub name: String,
    /// Its page; empty without one.
    pub website: String,
    /// What it may do.
    pub scopes: Scopes,
    /// Since when.
    pub created_at: Millis,
    /// When it was there last, to the hour.
    pub seen_at: Millis,
}
