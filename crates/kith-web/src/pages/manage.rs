//! The tools of a page: what stands about it, its team, what was done, and figures.

use askama::Template;
use axum::extract::{Path, Query};
use kith_base::{Error, Result};
use kith_domain::kinds::RowId;
use kith_domain::pages::{self, Act, ActLine, Figures, Page, Right, SubjectKind, TeamLine, policy};
use kith_domain::viewer::PageRole;
use kith_domain::{AccountId, Visible};
use kith_http::{Answer, Form, Visit, see_other, with_flash};
use kith_locale::Locale;
use serde::Deserialize;

use super::details::{DetailsForm, PictureView};
use super::manage_path;
use super::view::role_key;
use crate::frame::Frame;
use crate::page::{Problems, page};
use crate::person::PersonRow;

/// Which part, and what of it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Part {
    show: String,
    language: String,
    older: Option<RowId>,
}

/// Somebody of the team, with what can be done about them.
pub(super) struct SeatView {
    person: PersonRow,
    role: String,
    /// Roles that the viewer may give: value, label, whether it is theirs.
    roles: Vec<(&'static str, String, bool)>,
    may_hand_over: bool,
}

/// One line of the log: what, when, and where it leads.
pub(super) struct LogView {
    did: String,
    when: String,
    href: Option<String>,
}

#[derive(Template)]
#[template(path = "pages/manage.html")]
pub(super) struct ManagePage {
    pub(super) frame: Frame,
    href: String,
    id: String,
    handle: String,
    name: String,
    role: Option<String>,
    may_act: bool,
    is_closed: bool,
    is_verified: bool,
    may_verify: bool,
    /// Address, label, whether it is open.
    parts: Vec<(String, String, bool)>,
    pub(super) pictures: Vec<PictureView>,
    pub(super) details: Option<DetailsForm>,
    team: Vec<SeatView>,
    asked: Vec<SeatView>,
    /// Roles in which the viewer may ask somebody to help.
    roles: Vec<(&'static str, String, bool)>,
    invited: String,
    log: Vec<LogView>,
    /// What is counted, and how much of it.
    figures: Vec<(String, String)>,
    next: Option<String>,
    pub(super) problems: Problems,
}

/// The parts of the tools, with the right that each one asks for.
const PARTS: [(&str, &str, Right); 4] = [
    ("details", "pages-part-details", Right::Edit),
    ("team", "pages-part-team", Right::SeeLog),
    ("log", "pages-part-log", Right::SeeLog),
    ("figures", "pages-part-figures", Right::SeeFigures),
];

/// The tools without anything in them yet.
pub(super) fn empty(visit: &Visit, page: &Page, part: &str) -> ManagePage {
    let frame = Frame::new(visit, page.person.name.clone());
    let l = &frame.l;
    let may = |right| policy::may(&visit.person, page, right);
    let parts = PARTS.iter().filter(|(.., right)| may(*right));
    ManagePage {
        href: format!("/pages/{}", page.person.handle),
        id: page.id().to_string(),
        handle: page.person.handle.clone(),
        name: page.person.name.clone(),
        role: page.role.map(|role| l.t(role_key(role))),
        may_act: may(Right::Act) && page.person.state.is_present() && visit.viewer.id() != Some(page.id()),
        is_closed: !page.person.state.is_present(),
        is_verified: page.verified_at.is_some(),
        may_verify: policy::may_verify(&visit.person),
        parts: parts.map(|(name, key, _)| (manage_path(page, name), l.t(key), *name == part)).collect(),
        pictures: Vec::new(),
        details: None,
        team: Vec::new(),
        asked: Vec::new(),
        roles: Vec::new(),
        invited: String::new(),
        log: Vec::new(),
        figures: Vec::new(),
        next: None,
        problems: Problems::default(),
        frame,
    }
}

pub(super) fn with_problems(shown: ManagePage, problems: Problems) -> Answer {
    page(&ManagePage { problems, ..shown })
}

pub(super) async fn show(visit: Visit, Path(handle): Path<String>, Query(part): Query<Part>) -> Answer {
    let found = pages::by_handle(&visit.app, &visit.person, &handle).await?;
    let may = |right| policy::may(&visit.person, &found, right);
    let wanted = PARTS.iter().find(|(name, _, right)| *name == part.show && may(*right));
    let first = PARTS.iter().find(|(.., right)| may(*right));
    let shown = match wanted.or(first) {
        Some(("details", ..)) => super::details::details_page(&visit, &found, &part.language).await?,
        Some(("team", ..)) => team_page(&visit, &found, String::new()).await?,
        Some(("log", ..)) => log_page(&visit, &found, part.older).await?,
        Some(_) => figures_page(&visit, &found).await?,
        // Operators say which pages are who they say, whoever runs them.
        None if policy::may_verify(&visit.person) => empty(&visit, &found, ""),
        None => return Err(Error::not_found().into()),
    };
    page(&shown)
}

/// The team, with what was typed to ask somebody.
pub(super) async fn team_page(visit: &Visit, page: &Visible<Page>, invited: String) -> Result<ManagePage> {
    let (team, asked) = pages::people(&visit.app, &visit.person, page.id()).await?;
    let shown = empty(visit, page, "team");
    let l = &shown.frame.l;
    let own = page.role.unwrap_or_default();
    let me = visit.person.id_or_zero();
    let seat = |line: &TeamLine| seat_view(l, line, own, me);
    let (team, asked) = (team.iter().map(seat).collect(), asked.iter().map(seat).collect());
    let roles = roles(l, own, None, Some(PageRole::Editor));
    Ok(ManagePage { team, asked, roles, invited, ..shown })
}

fn seat_view(l: &Locale, line: &TeamLine, own: PageRole, me: AccountId) -> SeatView {
    let is_other = line.person.id != me;
    SeatView {
        person: PersonRow::of(&line.person),
        role: l.t(role_key(line.role)),
        roles: if is_other { roles(l, own, Some(line.role), Some(line.role)) } else { Vec::new() },
        may_hand_over: is_other && policy::grant(own, Right::Own),
    }
}

/// Roles that somebody who is `own` may give to whoever is `before`, from most to least.
fn roles(
    l: &Locale,
    own: PageRole,
    before: Option<PageRole>,
    chosen: Option<PageRole>,
) -> Vec<(&'static str, String, bool)> {
    PageRole::ALL
        .iter()
        .rev()
        .filter(|role| policy::may_name(own, before, **role))
        .map(|role| (role.as_str(), l.t(role_key(*role)), chosen == Some(*role)))
        .collect()
}

async fn log_page(visit: &Visit, page: &Visible<Page>, older: Option<RowId>) -> Result<ManagePage> {
    let (lines, next) = pages::log(&visit.app, &visit.person, page.id(), older).await?;
    let shown = empty(visit, page, "log");
    let log = lines.iter().map(|line| log_view(&shown.frame, line)).collect();
    let next = next.map(|next| format!("{}&older={next}", manage_path(page, "log")));
    Ok(ManagePage { log, next, ..shown })
}

fn log_view(frame: &Frame, line: &ActLine) -> LogView {
    let l = &frame.l;
    let about = line.about.as_ref().map(|person| person.name.clone()).unwrap_or_default();
    let detail = match PageRole::parse(&line.detail) {
        Some(role) => l.t(role_key(role)),
        None => line.detail.clone(),
    };
    let did = l.t2(act_key(line.act), "name", line.by.name.as_str(), "about", about);
    LogView {
        did: if detail.is_empty() { did } else { format!("{did} · {detail}") },
        when: l.time_ago(line.at, frame.now),
        href: match line.subject {
            (SubjectKind::Post, id) if line.act != Act::PostDeleted => Some(format!("/p/{id}")),
            (SubjectKind::Comment, id) if !matches!(line.act, Act::CommentDeleted | Act::CommentRemoved) => {
                Some(format!("/comment/{id}"))
            }
            (SubjectKind::Event, id) => Some(format!("/events/{id}")),
            _ => None,
        },
    }
}

async fn figures_page(visit: &Visit, page: &Visible<Page>) -> Result<ManagePage> {
    let figures = pages::figures(&visit.app, &visit.person, page.id()).await?;
    let shown = empty(visit, page, "figures");
    let figures = figure_lines(&shown.frame.l, &figures);
    Ok(ManagePage { figures, ..shown })
}

fn figure_lines(l: &Locale, figures: &Figures) -> Vec<(String, String)> {
    [
        ("pages-figure-followers", figures.followers),
        ("pages-figure-new-followers", figures.new_followers),
        ("pages-figure-posts", figures.posts),
        ("pages-figure-reactions", figures.reactions),
        ("pages-figure-comments", figures.comments),
    ]
    .into_iter()
    .map(|(key, count)| (l.t(key), l.number(count)))
    .collect()
}

pub(super) async fn verify(visit: Visit, Path(handle): Path<String>, form: Form) -> Answer {
    form.only(&["verified"])?;
    let page = pages::by_handle(&visit.app, &visit.person, &handle).await?;
    pages::verify(&visit.app, &visit.person, page.id(), form.get("verified") == "yes").await?;
    Ok(with_flash(see_other(&manage_path(&page, "")), "flash-page-done", None))
}

const fn act_key(act: Act) -> &'static str {
    match act {
        Act::Founded => "pages-act-founded",
        Act::Invited => "pages-act-invited",
        Act::InviteTakenBack => "pages-act-invite-taken-back",
        Act::CameIn => "pages-act-came-in",
        Act::RoleGiven => "pages-act-role-given",
        Act::RoleTaken => "pages-act-role-taken",
        Act::Left => "pages-act-left",
        Act::HandedOver => "pages-act-handed-over",
        Act::Succeeded => "pages-act-succeeded",
        Act::DetailsChanged => "pages-act-details",
        Act::TextsChanged => "pages-act-texts",
        Act::PictureChanged => "pages-act-picture",
        Act::Posted => "pages-act-posted",
        Act::PostEdited => "pages-act-post-edited",
        Act::PostDeleted => "pages-act-post-deleted",
        Act::Commented => "pages-act-commented",
        Act::CommentEdited => "pages-act-comment-edited",
        Act::CommentDeleted => "pages-act-comment-deleted",
        Act::CommentRemoved => "pages-act-comment-removed",
        Act::Wrote => "pages-act-wrote",
        Act::EventMade => "pages-act-event-made",
        Act::EventChanged => "pages-act-event-changed",
        Act::EventCancelled => "pages-act-event-cancelled",
        Act::Blocked => "pages-act-blocked",
        Act::Unblocked => "pages-act-unblocked",
        Act::Verified => "pages-act-verified",
        Act::Unverified => "pages-act-unverified",
        Act::Closed => "pages-act-closed",
        Act::Reopened => "pages-act-reopened",
    }
}
