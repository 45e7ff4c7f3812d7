//! Files of a group: the list, adding one, saving one, letting one be seen and taking one away.

use askama::Template;
use axum::extract::{Path, Query};
use kith_base::{Error, PageRequest, Result, limits};
use kith_domain::group_files::{self, GroupFile};
use kith_domain::groups::{Group, Right, policy};
use kith_domain::kinds::FileKind;
use kith_domain::media::SentFile;
use kith_domain::{FileId, groups};
use kith_http::{Answer, Form, Visit, see_other, with_flash};
use serde::Deserialize;

use super::view::{Head, Tab};
use super::{find, with_right};
use crate::frame::Frame;
use crate::messages::FileView;
use crate::page::{Problems, again, page};

/// Where the list begins.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Part {
    older: Option<FileId>,
}

/// A file in the list.
pub(super) struct FileRow {
    pub(super) file: FileView,
    /// Who added it and when.
    pub(super) by: String,
    pub(super) href: String,
    pub(super) waits: bool,
    pub(super) may_delete: bool,
}

impl FileRow {
    pub(super) fn of(frame: &Frame, group: &Group, file: &GroupFile) -> Self {
        let (l, time) = (&frame.l, frame.l.time_ago(file.created_at, frame.now));
        Self {
            file: FileView::of(l, &file.file),
            by: l.t2("groups-files-by", "name", file.owner.name.as_str(), "time", time),
            href: format!("/groups/{}/files/{}", group.slug, file.file.id),
            waits: file.waits,
            may_delete: file.may_delete,
        }
    }
}

#[derive(Template)]
#[template(path = "groups/files.html")]
struct FilesPage {
    frame: Frame,
    head: Head,
    files: Vec<FileRow>,
    /// What is said beside the field; none where the viewer adds nothing.
    hint: Option<String>,
    /// Whether somebody looks at it first.
    will_wait: bool,
    next: Option<String>,
    problems: Problems,
}

pub(super) async fn list(visit: Visit, Path(slug): Path<String>, Query(part): Query<Part>) -> Answer {
    let group = with_right(&visit, &slug, Right::Read).await?;
    page(&files_page(&visit, &group, part.older).await?)
}

async fn files_page(visit: &Visit, group: &Group, older: Option<FileId>) -> Result<FilesPage> {
    let (app, viewer) = (&visit.app, &visit.viewer);
    let request: PageRequest<FileKind> =
        PageRequest { before: older, after: None, nearest: false, limit: limits::PAGE };
    let found = group_files::list(app, viewer, group.id, request).await?;
    let frame = Frame::new(visit, group.name.clone());
    let rules = &visit.site.files;
    let may_add = rules.is_any() && policy::may(viewer, group, Right::AddFiles);
    let hint = || frame.l.t1("groups-files-hint", "size", frame.l.bytes(rules.max_bytes()));
    Ok(FilesPage {
        head: Head::of(&frame, viewer, group, Tab::Files),
        files: found.items.iter().map(|file| FileRow::of(&frame, group, file)).collect(),
        hint: may_add.then(hint),
        will_wait: group.settings.posting == groups::Posting::Approved
            && !policy::may(viewer, group, Right::Approve),
        next: found.next.map(|next| format!("/groups/{}/files?older={next}", group.slug)),
        problems: Problems::default(),
        frame,
    })
}

pub(super) async fn add(visit: Visit, Path(slug): Path<String>, mut form: Form) -> Answer {
    form.only(&["files"])?;
    let group = with_right(&visit, &slug, Right::Read).await?;
    match taken(&visit, &group, &mut form).await {
        Ok(flash) => Ok(with_flash(see_other(&format!("/groups/{slug}/files")), flash, None)),
        Err(error) => {
            let mut shown = files_page(&visit, &group, None).await?;
            again(&visit.locale, error, |problems| {
                shown.problems = problems;
                page(&shown)
            })
        }
    }
}

async fn taken(visit: &Visit, group: &Group, form: &mut Form) -> Result<&'static str> {
    let upload = form.take_files("files").into_iter().next();
    let upload = upload.ok_or_else(|| Error::invalid("files", "groups-files-missing"))?;
    let sent = SentFile { path: upload.path.to_path_buf(), name: upload.name.clone() };
    group_files::add(&visit.app, &visit.viewer, group.id, sent).await?;
    let waits = group.settings.posting == groups::Posting::Approved
        && !policy::may(&visit.viewer, group, Right::Approve);
    Ok(if waits { "flash-group-file-waits" } else { "flash-group-file-added" })
}

pub(super) async fn save(visit: Visit, Path((slug, id)): Path<(String, FileId)>) -> Answer {
    let group = find(&visit, &slug).await?;
    let opened = group_files::open(&visit.app, &visit.viewer, group.id, id).await?;
    crate::messages::to_be_saved(opened.into_inner())
}

#[derive(Template)]
#[template(path = "groups/file_delete.html")]
struct DeletePage {
    frame: Frame,
    href: String,
    back: String,
}

pub(super) async fn act(visit: Visit, Path((slug, id)): Path<(String, FileId)>, form: Form) -> Answer {
    form.only(&["do", "confirmed"])?;
    let group = find(&visit, &slug).await?;
    let (app, viewer) = (&visit.app, &visit.viewer);
    match form.get("do") {
        "approve" => {
            group_files::approve(app, viewer, group.id, id).await?;
            let to = format!("/groups/{slug}/manage?show=files");
            Ok(with_flash(see_other(&to), "flash-group-done", None))
        }
        "delete" if form.get("confirmed") == "yes" => {
            group_files::delete(app, viewer, group.id, id).await?;
            Ok(with_flash(see_other(&format!("/groups/{slug}/files")), "flash-group-file-removed", None))
        }
        "delete" => page(&DeletePage {
            frame: Frame::titled(&visit, "groups-files-delete-title"),
            href: format!("/groups/{slug}/files/{id}"),
            back: format!("/groups/{slug}/files"),
        }),
        _ => Err(Error::invalid("do", "error-not-understood").into()),
    }
}
