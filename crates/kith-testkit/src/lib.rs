//! Ground for tests: both engines, and worlds with people in them.

pub mod engines;
pub mod postgres_server;
pub mod world;

pub use world::{PASSWORD, Person, World};
