//! Reports about what stands in a group, for those who look after it.

use axum::extract::Path;
use kith_base::{DAY, Error, Millis, Result};
use kith_domain::cards::{self, CommentCard};
use kith_domain::groups::{self, Group, MemberState, policy};
use kith_domain::kinds::ReportId;
use kith_domain::reports::{self, GroupReport, Outcome, ReportState};
use kith_domain::{CommentId, PostId, comments, group_posts};
use kith_http::{Answer, Form, Visit, see_other, with_flash};

use super::manage::{self, ManagePage};
use super::people::MUTES;
use crate::frame::Frame;
use crate::page::{again, page};
use crate::person::PersonRow;
use crate::posts::cards_html;
use crate::posts::report::reason_key;

/// A comment that was reported.
pub(super) struct CommentLine {
    pub(super) who: String,
    pub(super) href: String,
    pub(super) html: String,
    pub(super) language: String,
}

/// A report with what can be done about it.
pub(super) struct ReportView {
    pub(super) id: String,
    pub(super) action: String,
    pub(super) about: Option<PersonRow>,
    pub(super) reason: String,
    pub(super) when: String,
    pub(super) said: String,
    pub(super) posts: Vec<String>,
    pub(super) comments: Vec<CommentLine>,
    pub(super) is_shared: bool,
    pub(super) may_discipline: bool,
    pub(super) mutes: Vec<(i64, String)>,
    /// What was typed and could not be taken, and why.
    pub(super) typed: String,
    pub(super) problem: Option<String>,
}

impl ReportView {
    /// Whether there is nothing left that the viewer can look at.
    pub(super) const fn is_hidden(&self) -> bool {
        self.posts.is_empty() && self.comments.is_empty()
    }
}

/// Puts reports onto the page: those that wait, and those that were settled.
pub(super) async fn fill(visit: &Visit, group: &Group, page: &mut ManagePage) -> Result<()> {
    let (app, viewer) = (&visit.app, &visit.viewer);
    for report in reports::of_group(app, viewer, group.id).await? {
        let view = view(visit, &page.frame, group, &report).await?;
        page.reports.push(view);
    }
    for report in reports::settled_in_group(app, viewer, group.id).await? {
        page.settled.push(line(&page.frame, &report));
    }
    Ok(())
}

/// "Spam · about Ben · There was nothing to do · 2 days ago".
fn line(frame: &Frame, report: &GroupReport) -> String {
    let l = &frame.l;
    let about = report.target.as_ref();
    let parts = [
        Some(l.t(reason_key(report.category))),
        about.map(|person| l.t1("groups-reports-about", "name", person.name.as_str())),
        state_key(report.state).map(|key| l.t(key)),
        Some(l.time_ago(report.created_at, frame.now)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

const fn state_key(state: ReportState) -> Option<&'static str> {
    match state {
        ReportState::Open => None,
        ReportState::Handled => Some("groups-reports-state-handled"),
        ReportState::Dismissed => Some("groups-reports-state-dismissed"),
        ReportState::PassedOn => Some("groups-reports-state-passed"),
    }
}

async fn view(visit: &Visit, frame: &Frame, group: &Group, report: &GroupReport) -> Result<ReportView> {
    let (app, viewer, l) = (&visit.app, &visit.viewer, &frame.l);
    let posts: Vec<PostId> = report.posts.iter().map(|id| PostId::new(*id)).collect();
    let comments: Vec<CommentId> = report.posts.iter().map(|id| CommentId::new(*id)).collect();
    let mut found = cards::of(app, viewer, posts).await?;
    for card in &mut found {
        // What is done about it is done here.
        card.comments.clear();
        card.may = cards::May::default();
    }
    let (comments, _) = cards::comments_of(app, viewer, comments).await?;
    Ok(ReportView {
        id: report.id.to_string(),
        action: format!("/groups/{}/reports/{}", group.slug, report.id),
        about: report.target.as_ref().map(PersonRow::of),
        reason: l.t(reason_key(report.category)),
        when: l.time_ago(report.created_at, frame.now),
        said: report.comment.clone(),
        posts: cards_html(frame, &found)?,
        comments: comments.iter().map(comment).collect(),
        is_shared: report.is_shared,
        may_discipline: may_discipline(visit, group, report).await?,
        mutes: MUTES.iter().map(|days| (*days, l.t1("groups-mute-days", "count", *days))).collect(),
        typed: String::new(),
        problem: None,
    })
}

fn comment(card: &CommentCard) -> CommentLine {
    CommentLine {
        who: card.author.name.clone(),
        href: format!("/comment/{}", card.comment.id),
        html: card.comment.html.clone(),
        language: card.comment.language.clone(),
    }
}

/// Whether the viewer may warn, mute and ban whoever is reported: they are in the group and stand below.
async fn may_discipline(visit: &Visit, group: &Group, report: &GroupReport) -> Result<bool> {
    let Some(target) = &report.target else { return Ok(false) };
    match groups::person(&visit.app, &visit.viewer, group.id, target.id).await {
        Ok(line) => Ok(line.membership.state == MemberState::Member
            && policy::may_discipline(group.role().unwrap_or_default(), line.membership.role)),
        Err(error) if error.is_not_found() => Ok(false),
        Err(error) => Err(error),
    }
}

pub(super) async fn act(visit: Visit, Path((slug, id)): Path<(String, ReportId)>, form: Form) -> Answer {
    form.only(&["do", "reason", "days"])?;
    let group = super::with_right(&visit, &slug, groups::Right::Reports).await?;
    match done(&visit, &group, id, &form).await {
        Ok(()) => {
            let to = format!("/groups/{}/manage?show=reports", group.slug);
            Ok(with_flash(see_other(&to), "flash-group-done", None))
        }
        Err(error) if error.is_not_found() => Err(error.into()),
        Err(error) => {
            let mut shown = manage::of_reports(&visit, &group).await?;
            again(&visit.locale, error, |problems| {
                if let Some(report) = shown.reports.iter_mut().find(|report| report.id == id.to_string()) {
                    form.get("reason").clone_into(&mut report.typed);
                    report.problem = problems.of("reason").map(str::to_owned);
                }
                page(&shown)
            })
        }
    }
}

/// Does what was chosen; whatever it is settles the report.
async fn done(visit: &Visit, group: &Group, id: ReportId, form: &Form) -> Result<()> {
    let (app, viewer) = (&visit.app, &visit.viewer);
    let known = reports::of_group(app, viewer, group.id).await?;
    let report = known.into_iter().find(|report| report.id == id).ok_or_else(Error::not_found)?;
    let reason = form.get("reason");
    let target = || report.target.as_ref().map(|person| person.id).ok_or_else(Error::not_found);
    let outcome = match form.get("do") {
        "remove" => {
            remove(visit, &report, reason).await?;
            Outcome::Handled
        }
        "warn" => {
            groups::warn(app, viewer, group.id, target()?, reason).await?;
            Outcome::Handled
        }
        "mute" => {
            let days: i64 = form.parse("days")?.unwrap_or(1);
            let lasts: Millis = days.clamp(1, 90) * DAY;
            groups::mute(app, viewer, group.id, target()?, lasts, reason).await?;
            Outcome::Handled
        }
        "ban" => {
            groups::ban(app, viewer, group.id, target()?, reason).await?;
            Outcome::Handled
        }
        word => Outcome::parse(word).ok_or_else(|| Error::invalid("do", "error-not-understood"))?,
    };
    reports::settle(app, viewer, group.id, id, outcome).await
}

/// Takes away what the report is about, as far as it is there.
async fn remove(visit: &Visit, report: &GroupReport, reason: &str) -> Result<()> {
    let (app, viewer) = (&visit.app, &visit.viewer);
    for id in &report.posts {
        match group_posts::remove(app, viewer, PostId::new(*id), reason).await {
            Ok(()) => continue,
            Err(error) if error.is_not_found() => {}
            Err(error) => return Err(error),
        }
        match comments::delete(app, viewer, CommentId::new(*id)).await {
            Ok(_) => {}
            // It was taken away meanwhile.
            Err(error) if error.is_not_found() => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
