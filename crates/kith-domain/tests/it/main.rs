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
mod album_sight;
mod albums;
mod browser_push;
mod calendars;
mod cards;
mod comment_photos;
mod comments;
mod digest;
mod drafts;
mod events;
mod events_files;
mod events_repeat;
mod events_sight;
mod failing_storage;
mod feeds;
mod filters;
mod followed_tags;
mod groomer;
mod group_files;
mod group_reports;
mod groups;
mod groups_inside;
mod joining;
mod languages;
mod leaving;
mod live;
mod mail;
mod members;
mod memories;
mod messages;
mod messages_batch;
mod messages_files;
mod messages_groups;
mod messages_inside;
mod messages_left;
mod messages_lines;
mod messages_photos;
mod messages_polls;
mod notice_letters;
mod notices;
mod pages;
mod people;
mod photo_tags;
mod photos;
mod polls;
mod post_sight;
mod posts;
mod profiles;
mod push;
mod reactions;
mod relationship_oracle;
mod relationships;
mod reports;
mod room;
mod saved_comments;
mod saved;
mod scheduled;
mod search;
mod search_languages;
mod search_places;
mod sessions;
mod sight_matrix;
mod setup;
mod staff;
mod stalker;
mod tags;
mod trust;
mod uploads;
mod view_as;
