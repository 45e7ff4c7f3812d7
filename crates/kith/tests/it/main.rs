//! The program as it is used: typed commands, and a server that is talked to over HTTP.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests stop where something is wrong"
)]

mod cli;
mod program;
mod sign_in;
