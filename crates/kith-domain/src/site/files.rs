//! Which files members may send each other beside photos.

use kith_base::{Error, FieldError, Result};
use serde::{Deserialize, Serialize};

use super::log::{self, Subject};
use super::settings::change;
use crate::{App, Viewer};

/// The most that one file may ever have, in MB: what a form takes.
pub const MOST_MB: u32 = 25;

/// Files that messages may carry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FileRules {
    /// The largest one, in MB.
    pub max_mb: u32,
    /// PDF, office documents, books.
    pub documents: bool,
    /// Plain text and tables.
    pub text: bool,
    /// Sound.
    pub audio: bool,
    /// Packed folders.
    pub archives: bool,
}

impl Default for FileRules {
    fn default() -> Self {
        Self { max_mb: 20, documents: true, text: true, audio: true, archives: true }
    }
}

impl FileRules {
    /// Whether any file can be sent.
    pub const fn is_any(&self) -> bool {
        self.documents || self.text || self.audio || self.archives
    }

    /// The largest file, in bytes.
    pub fn max_bytes(&self) -> u64 {
        u64::from(self.max_mb) * 1_000_000
    }
}

/// Changes which files may be sent.
///
/// # Errors
/// Invalid (`max_mb`) when the size is none that a form takes; not found unless the viewer is an admin.
pub async fn set_file_rules(app: &App, viewer: &Viewer, rules: FileRules) -> Result<()> {
    let by = viewer.admin()?.id;
    if !(1..=MOST_MB).contains(&rules.max_mb) {
        let field = FieldError { field: "max_mb", message: "error-bad-number".into() };
        return Err(Error::invalid_fields(vec![field]));
    }
    app.db
        .write(move |tx| {
            let rules = rules.clone();
            change(tx, |settings| settings.files = rules)?;
            log::record(tx, Some(by), "site.update", Subject::site(), "files")
        })
        .await
}
