//! Timelines in memory, tabs of the home page, and hints of new posts to open pages.

use std::sync::Arc;

use crate::App;

/// Timelines of members seen lately.
#[derive(Default)]
pub struct Feeds {}

/// Listens for posts.
pub fn connect(_app: &Arc<App>) {}
