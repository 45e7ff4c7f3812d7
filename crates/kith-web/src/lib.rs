//! Pages: routes and templates by feature. Every page reads and every form works without a script.

mod assets;
mod dress;
mod frame;
mod login;
mod members;
mod page;
mod posts;
mod router;
mod settings;

pub use router::{router, routes};
