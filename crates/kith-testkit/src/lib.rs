//! Ground for tests: both engines.

pub mod engines;
pub mod postgres_server;
