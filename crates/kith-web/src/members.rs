//! The admins' pages about members: the list, and one member with what can be done.

use askama::Template;
use axum::extract::{Path, Query};
use kith_base::Error;
use kith_domain::accounts::Account;
use kith_domain::members::{self, MemberFilter};
use kith_domain::sessions::RecoveryCode;
use kith_domain::viewer::{AccountState, Role};
use kith_domain::{AccountId, Visible};
use kith_http::{Access, Answer, Form, Routes, Visit, see_other, with_flash};
use kith_locale::Locale;

use crate::frame::{Frame, hue_of, initials_of};
use crate::login::discreet;
use crate::page::{Problems, page};

/// The routes.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/admin/members", Access::Admin, list)
        .get("/admin/members/{id}", Access::Admin, show)
        .post("/admin/members/{id}/role", Access::Admin, set_role)
        .post("/admin/members/{id}/suspend", Access::Admin, suspend)
        .post("/admin/members/{id}/unsuspend", Access::Admin, unsuspend)
        .post("/admin/members/{id}/code", Access::Admin, give_code)
}

/// A member as a row: what the avatar macro asks for, and words.
struct Row {
    id: String,
    handle: String,
    name: String,
    avatar: Option<String>,
    hue: u8,
    initials: String,
    role: String,
    is_staff: bool,
    state: String,
    is_active: bool,
    email: String,
    joined: String,
    seen: String,
}

impl Row {
    fn of(l: &Locale, account: &Account) -> Self {
        Self {
            id: account.id.to_string(),
            handle: account.handle.clone(),
            name: account.name.clone(),
            avatar: None,
            hue: hue_of(account.id.raw()),
            initials: initials_of(&account.name),
            role: role_name(l, account.role),
            is_staff: account.role != Role::Member,
            state: state_name(l, account.state),
            is_active: account.state == AccountState::Active,
            email: account.email.clone().unwrap_or_default(),
            joined: l.date(account.created_at),
            seen: account.seen_at.map(|at| l.date(at)).unwrap_or_default(),
        }
    }
}

fn role_name(l: &Locale, role: Role) -> String {
    l.t(match role {
        Role::Member => "members-role-member",
        Role::Moderator => "members-role-moderator",
        Role::Admin => "members-role-admin",
        Role::Owner => "members-role-owner",
    })
}

fn state_name(l: &Locale, state: AccountState) -> String {
    l.t(match state {
        AccountState::PendingEmail => "members-state-pending-email",
        AccountState::PendingApproval => "members-state-pending-approval",
        AccountState::Active => "members-state-active",
        AccountState::Suspended => "members-state-suspended",
        AccountState::Deactivated => "members-state-deactivated",
        AccountState::DeletionScheduled => "members-state-leaving",
        AccountState::Deleted => "members-state-gone",
    })
}

#[derive(Template)]
#[template(path = "members/list.html")]
struct ListPage {
    frame: Frame,
    rows: Vec<Row>,
    word: String,
    state: String,
    states: Vec<(&'static str, String)>,
    next: Option<String>,
}

#[derive(serde::Deserialize, Default)]
struct Search {
    #[serde(default)]
    q: String,
    #[serde(default)]
    state: String,
    before: Option<AccountId>,
}

async fn list(visit: Visit, Query(search): Query<Search>) -> Answer {
    let filter = MemberFilter {
        word: search.q.clone(),
        state: AccountState::parse(&search.state),
        staff_only: search.state == "staff",
        before: search.before,
    };
    let found = members::page(&visit.app, &visit.viewer, filter).await?;
    let l = &visit.locale;
    let rows = found.items.iter().map(|account| Row::of(l, account)).collect();
    let mut states = vec![("", l.t("members-filter-all")), ("staff", l.t("members-filter-staff"))];
    states.extend(
        AccountState::ALL
            .iter()
            .filter(|state| **state != AccountState::Deleted)
            .map(|state| (state.as_str(), state_name(l, *state))),
    );
    let next = found.next.map(|id| {
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("q", &search.q)
            .append_pair("state", &search.state)
            .append_pair("before", &id.to_string())
            .finish();
        format!("/admin/members?{query}")
    });
    let frame = Frame::titled(&visit, "members-title");
    page(&ListPage { frame, rows, word: search.q, state: search.state, states, next })
}

#[derive(Template)]
#[template(path = "members/show.html")]
struct MemberPage {
    frame: Frame,
    problems: Problems,
    row: Row,
    roles: Vec<(&'static str, String, bool)>,
    may_manage: bool,
    is_suspended: bool,
    reason: String,
    code: Option<RecoveryCode>,
    code_until: String,
}

async fn render(
    visit: &Visit,
    id: AccountId,
    problems: Problems,
    reason: &str,
    code: Option<RecoveryCode>,
) -> Answer {
    let account: Visible<Account> = members::get(&visit.app, &visit.viewer, id).await?;
    let me = members::get(&visit.app, &visit.viewer, visit.viewer.admin()?.id).await?;
    let l = &visit.locale;
    let below = |role: Role| me.role == Role::Owner || role < me.role;
    let roles = Role::ALL
        .iter()
        .filter(|role| below(**role))
        .map(|role| (role.as_str(), role_name(l, *role), *role == account.role))
        .collect();
    page(&MemberPage {
        frame: Frame::new(visit, account.name.clone()),
        problems,
        roles,
        may_manage: members::may_manage(&me, &account),
        is_suspended: account.state == AccountState::Suspended,
        reason: reason.to_owned(),
        code_until: code.as_ref().map(|code| l.date_time(code.expires_at)).unwrap_or_default(),
        code,
        row: Row::of(l, &account),
    })
}

async fn show(visit: Visit, Path(id): Path<AccountId>) -> Answer {
    render(&visit, id, Problems::default(), "", None).await
}

fn done(id: AccountId, key: &'static str) -> Answer {
    Ok(with_flash(see_other(&format!("/admin/members/{id}")), key, None))
}

async fn set_role(visit: Visit, Path(id): Path<AccountId>, form: Form) -> Answer {
    let role = Role::parse(form.get("role")).ok_or_else(|| Error::invalid("role", "error-bad-choice"))?;
    members::set_role(&visit.app, &visit.viewer, id, role).await?;
    done(id, "flash-saved")
}

async fn suspend(visit: Visit, Path(id): Path<AccountId>, form: Form) -> Answer {
    let reason = form.get("reason").to_owned();
    match members::suspend(&visit.app, &visit.viewer, id, reason.clone()).await {
        Ok(()) => done(id, "flash-member-suspended"),
        Err(error) => {
            let (status, problems) = Problems::from_error(&visit.locale, error)?;
            let mut response = render(&visit, id, problems, &reason, None).await?;
            *response.status_mut() = status;
            Ok(response)
        }
    }
}

async fn unsuspend(visit: Visit, Path(id): Path<AccountId>, _form: Form) -> Answer {
    members::unsuspend(&visit.app, &visit.viewer, id).await?;
    done(id, "flash-member-back")
}

/// The code is on this one answer and nowhere else.
async fn give_code(visit: Visit, Path(id): Path<AccountId>, _form: Form) -> Answer {
    let code = members::give_recovery_code(&visit.app, &visit.viewer, id).await?;
    Ok(discreet(render(&visit, id, Problems::default(), "", Some(code)).await?))
}
