//! The client API as apps speak it, on both engines. Attack cases carry the ids of the security exam.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stderr,
    reason = "tests"
)]

mod bookmarks;
mod conversations;
mod discovery;
mod expected;
mod filters;
mod ground;
mod groomer;
mod home;
mod kith;
mod left_chats;
mod limits;
mod links;
mod lists;
mod media;
mod notifications;
mod oauth;
mod people;
mod registration;
mod reports;
mod polls;
mod push;
mod scheduled;
mod scopes;
mod search;
mod statuses;
mod streaming;
mod timelines;
