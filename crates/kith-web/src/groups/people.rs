//! Who is in a group, one of them for those who look after it, and asking others in.

use askama::Template;
use axum::extract::{Path, Query};
use kith_base::{DAY, Error, PageRequest, Result, limits};
use kith_domain::groups::{self, MemberLine, MemberState, Right, policy};
use kith_domain::viewer::GroupRole;
use kith_domain::{AccountId, posts};
use kith_http::{Answer, Form, Visit, see_other, with_flash};
use serde::Deserialize;

use super::view::{Head, Tab, role_key};
use super::with_right;
use crate::frame::Frame;
use crate::page::{Problems, again, page};
use crate::person::PersonRow;
use crate::posts::pick::{Pick, typed as typed_handles};

/// Days that a mute can last.
pub(super) const MUTES: [i64; 4] = [1, 3, 7, 30];

/// Where the list begins.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Part {
    older: Option<AccountId>,
}

#[derive(Template)]
#[template(path = "groups/members.html")]
struct MembersPage {
    frame: Frame,
    head: Head,
    staff: Vec<PersonRow>,
    people: Vec<PersonRow>,
    /// Whether the viewer may do something about them.
    has_tools: bool,
    me: String,
    next: Option<String>,
}

pub(super) async fn members(visit: Visit, Path(slug): Path<String>, Query(part): Query<Part>) -> Answer {
    let (app, viewer) = (&visit.app, &visit.viewer);
    let group = with_right(&visit, &slug, Right::SeeMembers).await?;
    let request = PageRequest { before: part.older, after: None, nearest: false, limit: limits::PAGE };
    let found = groups::people(app, viewer, group.id, MemberState::Member, request).await?;
    let staff = match part.older {
        None => groups::looked_after_by(app, viewer, group.id).await?,
        Some(_) => Vec::new(),
    };
    let frame = Frame::new(&visit, group.name.clone());
    let row =
        |line: &MemberLine| PersonRow::with_line(&line.person, frame.l.t(role_key(line.membership.role)));
    page(&MembersPage {
        head: Head::of(&frame, viewer, &group, Tab::Members),
        staff: staff.iter().map(row).collect(),
        people: found.items.iter().map(row).collect(),
        has_tools: policy::may(viewer, &group, Right::Discipline),
        me: viewer.id_or_zero().to_string(),
        next: found.next.map(|next| format!("/groups/{}/members?older={next}", group.slug)),
        frame,
    })
}

#[derive(Template)]
#[template(path = "groups/person.html")]
struct OnePage {
    frame: Frame,
    head: Head,
    action: String,
    person: PersonRow,
    is_in: bool,
    is_banned: bool,
    is_muted: bool,
    reason: String,
    may_discipline: bool,
    /// Value, label, whether it is so.
    roles: Vec<(&'static str, String, bool)>,
    may_hand_over: bool,
    mutes: Vec<(i64, String)>,
    typed: String,
    problems: Problems,
}

pub(super) async fn one(visit: Visit, Path((slug, id)): Path<(String, AccountId)>) -> Answer {
    page(&one_page(&visit, &slug, id, "", Problems::default()).await?)
}

async fn one_page(
    visit: &Visit,
    slug: &str,
    id: AccountId,
    typed: &str,
    problems: Problems,
) -> Result<OnePage> {
    let (app, viewer) = (&visit.app, &visit.viewer);
    let group = with_right(visit, slug, Right::Discipline).await?;
    let line = groups::person(app, viewer, group.id, id).await?;
    let frame = Frame::new(visit, line.person.name.clone());
    let (own, theirs) = (group.role().unwrap_or_default(), line.membership.role);
    let is_in = line.membership.state == MemberState::Member;
    let is_other = viewer.id() != Some(id);
    let named = GroupRole::ALL.iter().filter(|role| policy::may_name(own, theirs, **role));
    let roles = named.map(|role| (role.as_str(), frame.l.t(role_key(*role)), *role == theirs));
    Ok(OnePage {
        head: Head::of(&frame, viewer, &group, Tab::Members),
        action: format!("/groups/{}/people/{id}", group.slug),
        person: PersonRow::with_line(&line.person, frame.l.t(role_key(theirs))),
        is_in,
        is_banned: line.membership.state == MemberState::Banned,
        is_muted: line.membership.muted_until.is_some_and(|until| until > frame.now),
        reason: line.membership.reason.clone(),
        may_discipline: is_other && policy::may_discipline(own, theirs),
        roles: if is_in && is_other { roles.collect() } else { Vec::new() },
        may_hand_over: is_in && is_other && policy::may(viewer, &group, Right::Own),
        mutes: MUTES.iter().map(|days| (*days, frame.l.t1("groups-mute-days", "count", *days))).collect(),
        typed: typed.to_owned(),
        problems,
        frame,
    })
}

pub(super) async fn act(visit: Visit, Path((slug, id)): Path<(String, AccountId)>, form: Form) -> Answer {
    form.only(&["do", "reason", "days", "role"])?;
    match done(&visit, &slug, id, &form).await {
        Ok(flash) => Ok(with_flash(see_other(&format!("/groups/{slug}/members")), flash, None)),
        Err(error) if error.is_not_found() => Err(error.into()),
        Err(error) => {
            let mut shown = one_page(&visit, &slug, id, form.get("reason"), Problems::default()).await?;
            again(&visit.locale, error, |problems| {
                shown.problems = problems;
                page(&shown)
            })
        }
    }
}

async fn done(visit: &Visit, slug: &str, id: AccountId, form: &Form) -> Result<&'static str> {
    let (app, viewer) = (&visit.app, &visit.viewer);
    let group = super::find(visit, slug).await?.id;
    let reason = form.get("reason");
    match form.get("do") {
        "warn" => groups::warn(app, viewer, group, id, reason).await?,
        "mute" => {
            let days: i64 = form.parse("days")?.unwrap_or(1);
            groups::mute(app, viewer, group, id, days.clamp(1, 90) * DAY, reason).await?;
        }
        "unmute" => groups::unmute(app, viewer, group, id).await?,
        "remove" => groups::remove(app, viewer, group, id, reason).await?,
        "ban" => groups::ban(app, viewer, group, id, reason).await?,
        "unban" => groups::unban(app, viewer, group, id).await?,
        "role" => {
            let role = GroupRole::parse(form.get("role"));
            let role = role.ok_or_else(|| Error::invalid("role", "error-not-understood"))?;
            groups::set_role(app, viewer, group, id, role).await?;
        }
        "hand-over" => groups::hand_over(app, viewer, group, id).await?,
        _ => return Err(Error::invalid("do", "error-not-understood")),
    }
    Ok("flash-group-done")
}

#[derive(Template)]
#[template(path = "groups/invite.html")]
struct InvitePage {
    frame: Frame,
    head: Head,
    pick: Pick,
    /// Whether the viewer may ask in whoever they like.
    is_staff: bool,
    problems: Problems,
}

pub(super) async fn invite(visit: Visit, Path(slug): Path<String>) -> Answer {
    page(&invite_page(&visit, &slug, &[], "").await?)
}

async fn invite_page(visit: &Visit, slug: &str, ticked: &[AccountId], typed: &str) -> Result<InvitePage> {
    let group = with_right(visit, slug, Right::Invite).await?;
    let frame = Frame::titled(visit, "groups-invite");
    let offered = posts::composer(&visit.app, &visit.viewer, ticked.to_vec()).await?;
    let is_staff = policy::may(&visit.viewer, &group, Right::Approve);
    let pick = Pick::for_chat(&frame, &offered, ticked, typed);
    Ok(InvitePage {
        head: Head::of(&frame, &visit.viewer, &group, Tab::Members),
        pick: if is_staff { pick.naming_anybody() } else { pick },
        is_staff,
        problems: Problems::default(),
        frame,
    })
}

pub(super) async fn send_invitations(visit: Visit, Path(slug): Path<String>, form: Form) -> Answer {
    form.only(&["people", "people_typed"])?;
    let ticked: Vec<AccountId> = form.ids("people")?;
    let group = with_right(&visit, &slug, Right::Invite).await?;
    match asked_in(&visit, group.id, &form, &ticked).await {
        Ok(0) => Ok(with_flash(see_other(&format!("/groups/{slug}")), "flash-group-nobody-invited", None)),
        Ok(_) => Ok(with_flash(see_other(&format!("/groups/{slug}")), "flash-group-invited", None)),
        Err(error) => {
            let mut shown = invite_page(&visit, &slug, &ticked, form.get("people_typed")).await?;
            again(&visit.locale, error, |problems| {
                shown.problems = problems;
                page(&shown)
            })
        }
    }
}

async fn asked_in(
    visit: &Visit,
    group: kith_domain::GroupId,
    form: &Form,
    ticked: &[AccountId],
) -> Result<usize> {
    let mut people = ticked.to_vec();
    people.extend(typed_handles(visit, form, "people").await?);
    groups::invite(&visit.app, &visit.viewer, group, people).await
}
