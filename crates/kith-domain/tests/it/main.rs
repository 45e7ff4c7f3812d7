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
mod cards;
mod comments;
mod feeds;
mod filters;
mod joining;
mod leaving;
mod members;
mod people;
mod photos;
mod post_sight;
mod posts;
mod profiles;
mod push;
mod reactions;
mod relationships;
mod sessions;
mod setup;
mod staff;
mod trust;
mod view_as;
