//! What waits for those who look after a group, and what they did.

use askama::Template;
use axum::extract::{Path, Query};
use kith_base::{Error, PageRequest, Result, limits};
use kith_domain::groups::{self, Act, Group, MemberState, Right};
use kith_domain::reading::Reading;
use kith_domain::{AccountId, PostId, Visible, group_files, group_posts, reports};
use kith_http::{Answer, Form, Visit, see_other, with_flash};
use serde::Deserialize;

use super::files::FileRow;
use super::reports::ReportView;
use super::view::{Head, Tab};
use super::with_right;
use crate::frame::Frame;
use crate::page::page;
use crate::person::PersonRow;
use crate::posts::cards_html;

/// Which part, and where its list begins.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Part {
    show: String,
    before: Option<PostId>,
    older: Option<AccountId>,
}

/// Somebody who asks, with question and answer.
struct RequestView {
    person: PersonRow,
    answers: Vec<(String, String)>,
}

/// A post that waits.
struct WaitingView {
    action: String,
    card: String,
}

#[derive(Template)]
#[template(path = "groups/manage.html")]
pub(super) struct ManagePage {
    pub(super) frame: Frame,
    head: Head,
    parts: Vec<(String, String, bool)>,
    requests: Vec<RequestView>,
    posts: Vec<WaitingView>,
    files: Vec<FileRow>,
    pub(super) reports: Vec<ReportView>,
    /// Reports that were settled, a line each.
    pub(super) settled: Vec<String>,
    banned: Vec<PersonRow>,
    /// What was done, when, why.
    log: Vec<(String, String, String)>,
    next: Option<String>,
}

pub(super) async fn show(visit: Visit, Path(slug): Path<String>, Query(part): Query<Part>) -> Answer {
    let group = with_right(&visit, &slug, Right::Approve).await?;
    page(&manage_page(&visit, &group, &part).await?)
}

/// The page with its reports, for showing it again.
pub(super) async fn of_reports(visit: &Visit, group: &Visible<Group>) -> Result<ManagePage> {
    let part = Part { show: "reports".to_owned(), ..Part::default() };
    manage_page(visit, group, &part).await
}

async fn manage_page(visit: &Visit, group: &Visible<Group>, part: &Part) -> Result<ManagePage> {
    let (app, viewer) = (&visit.app, &visit.viewer);
    let href = format!("/groups/{}/manage", group.slug);
    let shown = match part.show.as_str() {
        "posts" | "files" | "reports" | "banned" | "log" => part.show.as_str(),
        _ => "",
    };
    let counted = groups::page(app, viewer, group.id, &Reading::default()).await?.requests;
    let waiting = group_posts::count_waiting(app, viewer, group.id).await?;
    let files = group_files::waiting(app, viewer, group.id).await?;
    let reported = reports::count_open(app, viewer, group.id).await?;
    let frame = Frame::new(visit, group.name.clone());
    let l = &frame.l;
    let mut page_ = ManagePage {
        parts: vec![
            (href.clone(), l.t1("groups-requests", "count", counted), shown.is_empty()),
            (format!("{href}?show=posts"), l.t1("groups-waiting", "count", waiting), shown == "posts"),
            (
                format!("{href}?show=files"),
                l.t1("groups-files-waiting", "count", files.len()),
                shown == "files",
            ),
            (format!("{href}?show=reports"), l.t1("groups-reports", "count", reported), shown == "reports"),
            (format!("{href}?show=banned"), l.t("groups-banned"), shown == "banned"),
            (format!("{href}?show=log"), l.t("groups-log"), shown == "log"),
        ],
        head: Head::of(&frame, viewer, group, Tab::Manage),
        requests: Vec::new(),
        posts: Vec::new(),
        files: Vec::new(),
        reports: Vec::new(),
        settled: Vec::new(),
        banned: Vec::new(),
        log: Vec::new(),
        next: None,
        frame,
    };
    match shown {
        "posts" => fill_posts(visit, group, part, &mut page_).await?,
        "files" => {
            page_.files = files.iter().map(|file| FileRow::of(&page_.frame, group, file)).collect();
        }
        "reports" => super::reports::fill(visit, group, &mut page_).await?,
        "log" => fill_log(visit, group, &mut page_).await?,
        "banned" => fill_banned(visit, group, part, &mut page_).await?,
        _ => fill_requests(visit, group, part, &mut page_).await?,
    }
    Ok(page_)
}

async fn fill_requests(visit: &Visit, group: &Group, part: &Part, page: &mut ManagePage) -> Result<()> {
    let request = PageRequest { before: part.older, after: None, nearest: false, limit: limits::PAGE };
    let state = MemberState::Requested;
    let found = groups::people(&visit.app, &visit.viewer, group.id, state, request).await?;
    page.next = found.next.map(|next| format!("/groups/{}/manage?older={next}", group.slug));
    page.requests = found
        .items
        .into_iter()
        .map(|line| RequestView { person: PersonRow::of(&line.person), answers: line.answers })
        .collect();
    Ok(())
}

async fn fill_posts(visit: &Visit, group: &Group, part: &Part, page: &mut ManagePage) -> Result<()> {
    let request = PageRequest { before: part.before, after: None, nearest: false, limit: limits::PAGE };
    let found = group_posts::waiting(&visit.app, &visit.viewer, group.id, request).await?;
    page.next = found.next.map(|next| format!("/groups/{}/manage?show=posts&before={next}", group.slug));
    let cards = cards_html(&page.frame, &found.items)?;
    let actions = found.items.iter().map(|card| format!("/groups/{}/posts/{}", group.slug, card.post.id));
    page.posts = actions.zip(cards).map(|(action, card)| WaitingView { action, card }).collect();
    Ok(())
}

async fn fill_banned(visit: &Visit, group: &Group, part: &Part, page: &mut ManagePage) -> Result<()> {
    let request = PageRequest { before: part.older, after: None, nearest: false, limit: limits::PAGE };
    let state = MemberState::Banned;
    let found = groups::people(&visit.app, &visit.viewer, group.id, state, request).await?;
    page.next = found.next.map(|next| format!("/groups/{}/manage?show=banned&older={next}", group.slug));
    let row = |line: &groups::MemberLine| PersonRow::with_line(&line.person, line.membership.reason.clone());
    page.banned = found.items.iter().map(row).collect();
    Ok(())
}

async fn fill_log(visit: &Visit, group: &Group, page: &mut ManagePage) -> Result<()> {
    let lines = groups::log(&visit.app, &visit.viewer, group.id).await?;
    let l = &page.frame.l;
    page.log = lines
        .iter()
        .map(|line| {
            let about = line.about.as_ref().map(|person| person.name.as_str()).unwrap_or_default();
            let did = l.t2(act_key(line.act), "name", line.by.name.as_str(), "about", about);
            (did, l.time_ago(line.at, page.frame.now), line.detail.clone())
        })
        .collect();
    Ok(())
}

const fn act_key(act: Act) -> &'static str {
    match act {
        Act::Made => "groups-act-made",
        Act::Approved => "groups-act-approved",
        Act::Declined => "groups-act-declined",
        Act::PostApproved => "groups-act-post-approved",
        Act::PostDeclined => "groups-act-post-declined",
        Act::PostRemoved => "groups-act-post-removed",
        Act::CommentRemoved => "groups-act-comment-removed",
        Act::Warned => "groups-act-warned",
        Act::Muted => "groups-act-muted",
        Act::Unmuted => "groups-act-unmuted",
        Act::Removed => "groups-act-removed",
        Act::Banned => "groups-act-banned",
        Act::Unbanned => "groups-act-unbanned",
        Act::RoleGiven => "groups-act-role-given",
        Act::HandedOver => "groups-act-handed-over",
        Act::SettingsChanged => "groups-act-settings",
        Act::Renamed => "groups-act-renamed",
        Act::TextsChanged => "groups-act-texts",
        Act::Archived => "groups-act-archived",
        Act::Reopened => "groups-act-reopened",
        Act::ReportHandled => "groups-act-report-handled",
        Act::ReportDismissed => "groups-act-report-dismissed",
        Act::ReportPassedOn => "groups-act-report-passed-on",
        Act::FileApproved => "groups-act-file-approved",
        Act::FileRemoved => "groups-act-file-removed",
    }
}

pub(super) async fn decide(visit: Visit, Path((slug, id)): Path<(String, AccountId)>, form: Form) -> Answer {
    form.only(&["do", "reason"])?;
    let (app, viewer) = (&visit.app, &visit.viewer);
    let group = with_right(&visit, &slug, Right::Approve).await?;
    match form.get("do") {
        "approve" => groups::approve(app, viewer, group.id, id).await?,
        "decline" => groups::decline_request(app, viewer, group.id, id, form.get("reason")).await?,
        _ => return Err(Error::invalid("do", "error-not-understood").into()),
    }
    Ok(with_flash(see_other(&format!("/groups/{}/manage", group.slug)), "flash-group-done", None))
}
