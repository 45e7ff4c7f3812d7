//! Kith's own API: every call is held against the document that describes it.

mod audiences;
mod checked;
mod circles;
mod conversations;
mod document;
mod document_albums;
mod document_events;
mod document_groups;
mod document_pages;
mod events;
mod friend_requests;
mod friends;
mod groups;
mod keeping;
mod languages;
mod pages;
mod reactions;
mod relations;
mod search;
mod view_as;
mod walls;
