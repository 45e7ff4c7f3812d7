//! Acting as a page, and being oneself again.

use std::sync::Arc;

use kith_base::{Error, Result};

use super::policy::{self, Right};
use super::sql::team as rows;
use crate::kinds::SessionId;
use crate::viewer::{AccountState, Acting, Member, Viewer};
use crate::{AccountId, App, sessions, viewers};

/// From now on the viewer acts as `page` in this browser; without one, as themselves.
///
/// # Errors
/// NotFound when the viewer does not help to run the page; Forbidden when they only read its figures, or it is closed.
pub async fn act_as(app: &App, viewer: &Viewer, session: SessionId, page: Option<AccountId>) -> Result<()> {
    let me = match viewer.acting() {
        Some(acting) => acting.person,
        None => viewer.id().ok_or_else(Error::sign_in_needed)?,
    };
    app.db
        .write(move |tx| {
            if let Some(page) = page {
                viewers::load_fresh(tx, me).map(Viewer::Member)?.active()?;
                let role = rows::role(tx, page, me)?.ok_or_else(Error::not_found)?;
                if !policy::grant(role, Right::Act) {
                    return Err(Error::forbidden("pages-only-figures"));
                }
                if !crate::accounts::get(tx, page)?.state.is_present() {
                    return Err(Error::forbidden("pages-is-closed"));
                }
            }
            sessions::act_as(tx, me, session, page)
        })
        .await
}

/// The page as the one who looks, while `person` acts as it; none when they may not, not any more, or the page is not
/// there. It reads and writes in the language and the time zone of the person.
///
/// # Errors
/// Internal when the database fails.
pub async fn as_page(app: &App, person: &Viewer, page: AccountId) -> Result<Option<Viewer>> {
    let Ok(me) = person.active() else { return Ok(None) };
    let Some(role) = me.page_role(page).filter(|role| policy::grant(*role, Right::Act)) else {
        return Ok(None);
    };
    let Viewer::Member(found) = viewers::load(app, page).await? else { return Ok(None) };
    if found.state != AccountState::Active {
        return Ok(None);
    }
    Ok(Some(Viewer::Member(Arc::new(Member {
        language: me.language.clone(),
        theme: me.theme.clone(),
        time_zone: me.time_zone.clone(),
        acting: Some(Acting { person: me.id, role }),
        ..Member::clone(&found)
    }))))
}

/// As [`as_page`], for somebody who does one thing as the page, in a program that acts as them alone.
///
/// # Errors
/// NotFound when they do not help to run the page; Forbidden when they may not act as it.
pub async fn speaker(app: &App, viewer: &Viewer, page: AccountId) -> Result<Viewer> {
    if viewer.acting().is_some() && viewer.id() == Some(page) {
        return Ok(viewer.clone());
    }
    let role = viewer.active()?.page_role(page).ok_or_else(Error::not_found)?;
    if !policy::grant(role, Right::Act) {
        return Err(Error::forbidden("pages-only-figures"));
    }
    as_page(app, viewer, page).await?.ok_or_else(Error::not_found)
}
