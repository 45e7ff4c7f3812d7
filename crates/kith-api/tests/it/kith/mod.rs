//! Kith's own API: every call is held against the document that describes it.

mod audiences;
mod checked;
mod circles;
mod conversations;
mod document;
mod friend_requests;
mod friends;
mod groups;
mod reactions;
mod relations;
mod view_as;
mod walls;
