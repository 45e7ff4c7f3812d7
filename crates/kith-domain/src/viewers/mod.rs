//! From an account id to a [`crate::Viewer`] with all its relations, cached until something changes.

use std::sync::Arc;

use crate::App;

/// Contexts of members seen lately, by account, bounded in number.
#[derive(Default)]
pub struct ViewerCache {}

/// Listens for changes that make a cached context untrue.
pub fn connect(_app: &Arc<App>) {}
