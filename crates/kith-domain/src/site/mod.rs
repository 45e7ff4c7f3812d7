//! The community itself: its settings, first run, pages in several languages, contact messages, the staff's log.

use std::sync::Arc;

use crate::App;

/// The settings as last read.
#[derive(Default)]
pub struct SiteCache {}

/// Listens for changes of the settings.
pub fn connect(_app: &Arc<App>) {}
