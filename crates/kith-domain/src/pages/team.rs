//! Who helps to run a page: asking, coming and going, roles, and who owns it when its owner goes.

use kith_base::{DAY, Error, Result};
use kith_db::Tx;

use super::model::Act;
use super::policy::{self, Right};
use super::sql::team as rows;
use super::{acts, edit, within};
use crate::changes::{self, Change};
use crate::notices::{self, Cause, Occasion};
use crate::viewer::{PageRole, Viewer};
use crate::{AccountId, App, accounts, relationships, sessions, throttles};

/// People whom one member may ask to help in a day.
const ASKED_A_DAY: i64 = 30;
/// People who run one page, those who are asked among them.
pub const TEAM: usize = 50;

/// Asks somebody to help to run a page.
///
/// # Errors
/// NotFound unless the viewer may give this role; Invalid (`person`) when there is nobody to ask, they help already, or
/// the team is full; rate limited.
pub async fn invite(
    app: &App,
    viewer: &Viewer,
    id: AccountId,
    person: AccountId,
    role: PageRole,
) -> Result<()> {
    let me = policy::person_of(viewer).ok_or_else(Error::sign_in_needed)?;
    throttles::take(app, "pages.invite", &me.to_string(), ASKED_A_DAY, DAY).await?;
    within(app, viewer, id, Right::NameTeam, move |tx, me, page| {
        let own = page.role.unwrap_or_default();
        if !policy::may_name(own, None, role) {
            return Err(Error::not_found());
        }
        let asker = crate::viewers::load_fresh(tx, me)?;
        let card = accounts::cards(tx, &[person])?.remove(&person);
        let is_there = card.is_some_and(|card| card.state.is_present())
            && person != me
            && !accounts::is_page(tx, person)?
            && !asker.is_apart_from(person);
        // An invitation is a first word too.
        if !is_there || relationships::out_of_reach(tx, me, &[person])?.contains(&person) {
            return Err(Error::invalid("person", "pages-nobody-to-ask"));
        }
        let team = rows::team(tx, id)?;
        if team.iter().any(|seat| seat.account == person) {
            return Err(Error::invalid("person", "pages-helps-already"));
        }
        if team.len() + rows::invitations(tx, id)?.len() >= TEAM {
            return Err(Error::invalid("person", "pages-team-full"));
        }
        rows::put_invitation(tx, id, person, role, me)?;
        tell(tx, id, person, Occasion::PageInvite, role.as_str())?;
        acts::note_person(tx, id, me, Act::Invited, Some(person), role.as_str())
    })
    .await
}

/// Asks somebody no longer.
///
/// # Errors
/// NotFound unless the viewer may and they are asked.
pub async fn take_back_invitation(
    app: &App,
    viewer: &Viewer,
    id: AccountId,
    person: AccountId,
) -> Result<()> {
    within(app, viewer, id, Right::NameTeam, move |tx, me, _| {
        if !rows::drop_invitation(tx, id, person)? {
            return Err(Error::not_found());
        }
        settle(tx, id, person)?;
        acts::note_person(tx, id, me, Act::InviteTakenBack, Some(person), "")
    })
    .await
}

/// Says yes or no to helping.
///
/// # Errors
/// NotFound when the viewer is not asked.
pub async fn answer(app: &App, viewer: &Viewer, id: AccountId, accepts: bool) -> Result<()> {
    viewer.active()?;
    let me = policy::person_of(viewer).ok_or_else(Error::sign_in_needed)?;
    app.db
        .write(move |tx| {
            crate::viewers::load_fresh(tx, me).map(Viewer::Member)?.active()?;
            let role = rows::invitation(tx, id, me)?.ok_or_else(Error::not_found)?;
            rows::drop_invitation(tx, id, me)?;
            settle(tx, id, me)?;
            if !accepts {
                return Ok(());
            }
            if !accounts::get(tx, id)?.state.is_present() {
                return Err(Error::not_found());
            }
            rows::put_role(tx, id, me, role)?;
            changes::record(tx, Change::AccountChanged { account: me });
            acts::note_person(tx, id, me, Act::CameIn, None, role.as_str())
        })
        .await
}

/// Gives somebody of the team another role.
///
/// # Errors
/// NotFound unless the viewer may.
pub async fn set_role(
    app: &App,
    viewer: &Viewer,
    id: AccountId,
    person: AccountId,
    role: PageRole,
) -> Result<()> {
    within(app, viewer, id, Right::NameTeam, move |tx, me, page| {
        let before = rows::role(tx, id, person)?.ok_or_else(Error::not_found)?;
        if person == me || !policy::may_name(page.role.unwrap_or_default(), Some(before), role) {
            return Err(Error::not_found());
        }
        if before == role {
            return Ok(());
        }
        rows::put_role(tx, id, person, role)?;
        changed(tx, id, person, role)?;
        tell(tx, id, person, Occasion::PageRole, role.as_str())?;
        acts::note_person(tx, id, me, Act::RoleGiven, Some(person), role.as_str())
    })
    .await
}

/// Takes somebody out of the team.
///
/// # Errors
/// NotFound unless the viewer may.
pub async fn remove(app: &App, viewer: &Viewer, id: AccountId, person: AccountId) -> Result<()> {
    within(app, viewer, id, Right::NameTeam, move |tx, me, page| {
        let before = rows::role(tx, id, person)?.ok_or_else(Error::not_found)?;
        let own = page.role.unwrap_or_default();
        if person == me || !policy::may_name(own, Some(before), PageRole::Analyst) {
            return Err(Error::not_found());
        }
        out(tx, id, person)?;
        tell(tx, id, person, Occasion::PageRole, "removed")?;
        acts::note_person(tx, id, me, Act::RoleTaken, Some(person), before.as_str())
    })
    .await
}

/// Hands a page over to somebody of its team; the viewer stays as an admin.
///
/// # Errors
/// NotFound unless the viewer owns it and the other one is of the team.
pub async fn hand_over(app: &App, viewer: &Viewer, id: AccountId, person: AccountId) -> Result<()> {
    within(app, viewer, id, Right::Own, move |tx, me, _| {
        rows::role(tx, id, person)?.filter(|_| person != me).ok_or_else(Error::not_found)?;
        rows::put_role(tx, id, person, PageRole::Owner)?;
        rows::put_role(tx, id, me, PageRole::Admin)?;
        changed(tx, id, person, PageRole::Owner)?;
        changed(tx, id, me, PageRole::Admin)?;
        tell(tx, id, person, Occasion::PageRole, PageRole::Owner.as_str())?;
        acts::note_person(tx, id, me, Act::HandedOver, Some(person), "")
    })
    .await
}

/// Helps to run a page no longer. When its owner goes, somebody of the team owns it; when the last one goes, it is closed.
///
/// # Errors
/// NotFound unless the viewer is of the team.
pub async fn leave(app: &App, viewer: &Viewer, id: AccountId) -> Result<()> {
    viewer.active()?;
    let me = policy::person_of(viewer).ok_or_else(Error::sign_in_needed)?;
    app.db
        .write(move |tx| {
            rows::role(tx, id, me)?.ok_or_else(Error::not_found)?;
            acts::note_person(tx, id, me, Act::Left, None, "")?;
            out(tx, id, me)
        })
        .await
}

/// Takes an account out of every team, before it is erased.
///
/// # Errors
/// Internal when the database fails.
pub(crate) fn leave_everywhere(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    // Of a page that is erased, its team forgets that it was theirs.
    record_team(tx, account)?;
    for page in rows::roles_of(tx, account)? {
        acts::note_person(tx, page, account, Act::Left, None, "")?;
        out(tx, page, account)?;
    }
    Ok(())
}

/// Somebody is of the team no more.
fn out(tx: &mut Tx<'_>, id: AccountId, person: AccountId) -> Result<()> {
    rows::drop_role(tx, id, person)?;
    sessions::stop_acting(tx, person, id)?;
    changes::record(tx, Change::AccountChanged { account: person });
    look_for_heir(tx, id)
}

/// Sees to it that somebody owns the page: of those who stand highest, the one who has been there longest. A page that
/// nobody runs is closed.
fn look_for_heir(tx: &mut Tx<'_>, id: AccountId) -> Result<()> {
    let team = rows::team(tx, id)?;
    // The first of the highest: they come in the order of their standing.
    let heir = team.iter().min_by_key(|seat| (std::cmp::Reverse(seat.role), seat.since, seat.account));
    let Some(heir) = heir else {
        return if accounts::get(tx, id)?.state.is_present() { edit::shut(tx, id) } else { Ok(()) };
    };
    if heir.role == PageRole::Owner {
        return Ok(());
    }
    rows::put_role(tx, id, heir.account, PageRole::Owner)?;
    changed(tx, id, heir.account, PageRole::Owner)?;
    tell(tx, id, heir.account, Occasion::PageRole, PageRole::Owner.as_str())?;
    acts::note_person(tx, id, heir.account, Act::Succeeded, None, "")
}

/// Somebody is something else now; who may not act as the page any more is themselves at once.
fn changed(tx: &mut Tx<'_>, id: AccountId, person: AccountId, role: PageRole) -> Result<()> {
    if !policy::grant(role, Right::Act) {
        sessions::stop_acting(tx, person, id)?;
    }
    changes::record(tx, Change::AccountChanged { account: person });
    Ok(())
}

/// Tells somebody of the team, or whoever is asked to join it, in the name of the page.
fn tell(
    tx: &mut Tx<'_>,
    page: AccountId,
    to: AccountId,
    occasion: Occasion,
    word: &'static str,
) -> Result<()> {
    notices::retell(tx, to, &Cause { reaction: Some(word), ..Cause::between(occasion, page) })
}

/// The invitation of `person` is answered, or stands no more.
fn settle(tx: &mut Tx<'_>, page: AccountId, person: AccountId) -> Result<()> {
    notices::take_back(tx, person, &Cause::between(Occasion::PageInvite, page))
}

/// The team hears that something about the page changed.
pub(super) fn record_team(tx: &mut Tx<'_>, id: AccountId) -> Result<()> {
    for seat in rows::team(tx, id)? {
        changes::record(tx, Change::AccountChanged { account: seat.account });
    }
    Ok(())
}
