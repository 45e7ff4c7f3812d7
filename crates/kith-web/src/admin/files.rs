//! Which files members may send each other.

use askama::Template;
use kith_domain::site::{self, FileRules, MOST_MB};
use kith_http::{Answer, Form, Visit, see_other, with_flash};

use crate::frame::Frame;
use crate::page::{Problems, again, page};

#[derive(Template)]
#[template(path = "admin/files.html")]
struct FilesPage {
    frame: Frame,
    /// Name of the field, what it is called, whether it is ticked.
    kinds: Vec<(&'static str, String, bool)>,
    size: String,
    most: u32,
    problems: Problems,
}

fn files_page(visit: &Visit, rules: &FileRules, size: String, problems: Problems) -> Answer {
    let frame = Frame::titled(visit, "admin-files-title");
    let kinds = [
        ("documents", "admin-files-documents", rules.documents),
        ("text", "admin-files-text", rules.text),
        ("audio", "admin-files-audio", rules.audio),
        ("archives", "admin-files-archives", rules.archives),
    ];
    let kinds = kinds.map(|(name, label, is_on)| (name, frame.l.t(label), is_on)).into();
    page(&FilesPage { kinds, size, most: MOST_MB, problems, frame })
}

pub(super) async fn edit(visit: Visit) -> Answer {
    let rules = visit.site.files.clone();
    files_page(&visit, &rules, rules.max_mb.to_string(), Problems::default())
}

pub(super) async fn update(visit: Visit, form: Form) -> Answer {
    form.only(&["documents", "text", "audio", "archives", "max_mb"])?;
    let size = form.get("max_mb").trim().to_owned();
    let rules = FileRules {
        // What is no number is out of every range and comes back as a complaint.
        max_mb: size.parse().unwrap_or(0),
        documents: form.has("documents"),
        text: form.has("text"),
        audio: form.has("audio"),
        archives: form.has("archives"),
    };
    match site::set_file_rules(&visit.app, &visit.viewer, rules.clone()).await {
        Ok(()) => Ok(with_flash(see_other("/admin/files"), "flash-admin-saved", None)),
        Err(error) => again(&visit.locale, error, |problems| files_page(&visit, &rules, size, problems)),
    }
}
