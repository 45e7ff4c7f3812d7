//! Files of groups, and reports for those who look after one.

use axum::Json;
use kith_domain::kinds::{FileKind, ReportId};
use kith_domain::media::SentFile;
use kith_domain::reports::{self, Category, Outcome};
use kith_domain::{AccountId, FileId, GroupId, group_files};
use kith_http::Answer;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::input::{Asked, At, PartOfList, Sent, Uploaded, Word};
use super::operations::KithRoutes;
use super::output::{DONE, Done, Listed};
use crate::caller::Caller;
use crate::entities::moment;
use crate::entities::schema::{IdText, MomentText};
use crate::routes::Needs;

pub(super) fn routes() -> KithRoutes {
    let (read, write) = (Needs::Scope("read:lists"), Needs::Scope("write:lists"));
    KithRoutes::of("groups")
        .get(
            "/api/kith/v1/groups/{id}/files",
            read,
            ("listGroupFiles", "Files of a group, the newest first"),
            files,
        )
        .post(
            "/api/kith/v1/groups/{id}/files",
            write,
            ("addGroupFile", "Adds a file, sent as the field `file` of a form (multipart/form-data)"),
            add_file,
        )
        .delete(
            "/api/kith/v1/groups/{id}/files/{file_id}",
            write,
            ("deleteGroupFile", "Takes a file away; one's own, or as somebody who looks after the group"),
            delete_file,
        )
        .get(
            "/api/kith/v1/groups/{id}/reports",
            read,
            ("listGroupReports", "Reports that wait; for those who look after the group"),
            open_reports,
        )
        .post(
            "/api/kith/v1/groups/{id}/reports/{report_id}/settle",
            write,
            ("settleGroupReport", "Settles a report, or passes it on to the moderators of the community"),
            settle,
        )
}

/// A file of a group.
#[derive(Debug, Serialize, JsonSchema)]
struct GroupFile {
    #[schemars(with = "IdText")]
    id: FileId,
    name: String,
    content_type: String,
    /// Its size.
    bytes: u64,
    /// Who added it.
    #[schemars(with = "IdText")]
    account_id: AccountId,
    #[schemars(with = "MomentText")]
    created_at: String,
    /// Whether somebody looks at it before others see it.
    waits: bool,
    /// Whether the caller may take it away.
    may_delete: bool,
}

impl GroupFile {
    fn of(file: &group_files::GroupFile) -> Self {
        Self {
            id: file.file.id,
            name: file.file.name.clone(),
            content_type: file.file.content_type.clone(),
            bytes: file.file.bytes,
            account_id: file.owner.id,
            created_at: moment(file.created_at),
            waits: file.waits,
            may_delete: file.may_delete,
        }
    }
}

/// A report about what stands in a group. It does not say who made it.
#[derive(Debug, Serialize, JsonSchema)]
struct GroupReport {
    #[schemars(with = "IdText")]
    id: ReportId,
    /// Who is reported; nothing when the caller and they are apart by a block.
    #[schemars(with = "Option<IdText>")]
    account_id: Option<AccountId>,
    category: Word<Category>,
    comment: String,
    /// Statuses that it is about.
    #[schemars(with = "Vec<IdText>")]
    status_ids: Vec<String>,
    /// Whether the moderators of the community have it too.
    is_shared: bool,
    #[schemars(with = "MomentText")]
    created_at: String,
}

impl GroupReport {
    fn of(report: &reports::GroupReport) -> Self {
        Self {
            id: report.id,
            account_id: report.target.as_ref().map(|person| person.id),
            category: Word(report.category),
            comment: report.comment.clone(),
            status_ids: report.posts.iter().map(ToString::to_string).collect(),
            is_shared: report.is_shared,
            created_at: moment(report.created_at),
        }
    }
}

/// What becomes of a report.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Settlement {
    outcome: Word<Outcome>,
}

async fn files(
    caller: Caller,
    (At(id), Asked(part)): (At<GroupId>, Asked<PartOfList>),
) -> Answer<Listed<GroupFile>> {
    let request = part.window::<FileKind>().request();
    let found = group_files::list(&caller.app, &caller.viewer, id, request).await?;
    let items: Vec<GroupFile> = found.items.iter().map(|file| GroupFile::of(file)).collect();
    Ok(Listed::leading_on(&caller, &items, found.next.map(|next| next.to_string())))
}

async fn add_file(
    caller: Caller,
    (At(id), Uploaded(file)): (At<GroupId>, Uploaded),
) -> Answer<Json<GroupFile>> {
    let sent = SentFile { path: file.path.to_path_buf(), name: file.name.clone() };
    let made = group_files::add(&caller.app, &caller.viewer, id, sent).await?;
    let file = group_files::get(&caller.app, &caller.viewer, id, made).await?;
    Ok(Json(GroupFile::of(&file)))
}

async fn delete_file(caller: Caller, At((id, file)): At<(GroupId, FileId)>) -> Answer<Json<Done>> {
    group_files::delete(&caller.app, &caller.viewer, id, file).await?;
    Ok(DONE)
}

async fn open_reports(caller: Caller, At(id): At<GroupId>) -> Answer<Json<Vec<GroupReport>>> {
    let found = reports::of_group(&caller.app, &caller.viewer, id).await?;
    Ok(Json(found.iter().map(GroupReport::of).collect()))
}

async fn settle(
    caller: Caller,
    (At((id, report)), Sent(new)): (At<(GroupId, ReportId)>, Sent<Settlement>),
) -> Answer<Json<Done>> {
    reports::settle(&caller.app, &caller.viewer, id, report, new.outcome.0).await?;
    Ok(DONE)
}
