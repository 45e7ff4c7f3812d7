//! Pages: routes and templates by feature. Every page reads and every form works without a script.

mod about;
mod admin;
mod apps;
mod assets;
mod circles;
mod dress;
mod filters;
mod frame;
mod groups;
mod home;
mod invitations;
mod join;
mod live;
mod login;
mod mail;
mod members;
mod messages;
mod notices;
mod page;
mod people;
mod person;
mod photos;
mod posts;
mod privacy;
mod profiles;
mod relationships;
mod router;
mod scheduled;
mod settings;
mod setup;
mod waiting;
mod web_app;
mod welcome;

pub use router::{router, routes};
pub use web_app::push_words;
