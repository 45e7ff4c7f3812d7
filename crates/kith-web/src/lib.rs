//! Pages: routes and templates by feature. Every page reads and every form works without a script.

mod assets;
mod circles;
mod dress;
mod frame;
mod login;
mod members;
mod page;
mod people;
mod person;
mod posts;
mod privacy;
mod profiles;
mod relationships;
mod router;
mod settings;

pub use router::{router, routes};
