//! The pages, asked over HTTP as browsers ask, on both engines. Attack cases carry the ids of the security exam.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stderr,
    reason = "tests"
)]

mod audiences;
mod crowds;
mod doors;
mod events;
mod ground;
mod groups;
mod home;
mod injection;
mod joining;
mod languages;
mod keeping;
mod leaks;
mod left_chats;
mod live;
mod mail;
mod messages;
mod messages_parts;
mod notices;
mod pages;
mod others;
mod people;
mod photos;
mod polls;
mod refusals;
mod roles;
mod room;
mod saved_comments;
mod search;
mod sessions;
mod web_app;
mod words;
