//! Features as their faces use them, in worlds on both engines.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests stop where something is wrong"
)]

mod accounts;
mod addresses;
mod browser_push;
mod cards;
mod comment_photos;
mod comments;
mod digest;
mod failing_storage;
mod feeds;
mod filters;
mod followed_tags;
mod groups;
mod groups_inside;
mod joining;
mod leaving;
mod live;
mod mail;
mod members;
mod messages;
mod messages_batch;
mod messages_groups;
mod messages_inside;
mod messages_photos;
mod notices;
mod people;
mod photos;
mod post_sight;
mod posts;
mod profiles;
mod push;
mod reactions;
mod relationship_oracle;
mod relationships;
mod room;
mod scheduled;
mod sessions;
mod setup;
mod staff;
mod tags;
mod trust;
mod uploads;
mod view_as;
