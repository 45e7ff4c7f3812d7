//! The product: one folder a feature, each with its types, its rules, its statements and its commands. Nothing here
//! knows HTTP, HTML or a protocol's JSON.
//!
//! The order of the `mod` lines is the order of dependence: a feature uses only what stands above it. What those
//! below must hear travels as a [`changes::Change`] recorded in the same transaction.

// Ground that every feature stands on.
pub mod app;
pub mod calendars;
pub mod changes;
pub mod freshness;
pub mod key;
pub mod kinds;
pub mod migrations;
pub mod ports;
pub mod reading;
mod remembered;
pub mod viewer;
pub mod work;

// Features, from the bottom up.
pub mod throttles;
pub mod proofs;
pub mod site;
pub mod mail;
pub mod search_terms;
pub mod accounts;
pub mod notices;
pub mod apps;
pub mod sessions;
pub mod members;
pub mod setup;
pub mod invites;
pub mod joining;
pub mod contact;
pub mod overview;
pub mod relationships;
pub mod circles;
pub mod lists;
pub mod account_notes;
pub mod endorsements;
pub mod media;
pub mod viewers;
pub mod profiles;
pub mod birthdays;
pub mod people;
pub mod filters;
pub mod groups;
pub mod pages;
pub mod posts;
pub mod tags;
pub mod saved;
pub mod albums;
pub mod polls;
pub mod scheduled;
pub mod comments;
pub mod saved_comments;
pub mod reactions;
pub mod reports;
pub mod messages;
pub mod events;
pub mod cards;
pub mod group_posts;
pub mod group_files;
pub mod search;
pub mod inbox;
pub mod photos;
pub mod photo_tags;
pub mod memories;
pub mod push;
pub mod notice_letters;
pub mod feeds;
pub mod live;
pub mod digest;
pub mod trust;
pub mod leaving;
pub mod statistics;
pub mod demo;

pub use app::App;
pub use kinds::{
    AccountId, AlbumId, CircleId, CommentId, ConversationId, DraftId, EventId, FileId, FolderId, GroupId,
    MediaId, MessageId, PhotoTagId, PollId, PostId, ScheduledId, TopicId,
};
pub use viewer::{Member, Viewer, Visible};

/// Registers what listens to changes in this process: caches that must forget, timelines that must grow. Called once
/// at start, before the first request.
pub fn connect(app: &std::sync::Arc<App>) {
    viewers::connect(app);
    freshness::connect(app);
    site::connect(app);
    sessions::connect(app);
    apps::connect(app);
    filters::connect(app);
    messages::connect(app);
    inbox::connect(app);
    people::connect(app);
    feeds::connect(app);
    live::connect(app);
}
