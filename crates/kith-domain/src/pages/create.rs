//! Founding a page.

use kith_base::{DAY, Error, FieldError, Result};

use super::model::{Act, NewPage, PageText};
use super::{acts, edit, sql};
use crate::changes::{self, Change};
use crate::viewer::{PageRole, Role, Viewer};
use crate::{AccountId, App, accounts, throttles, viewers};

/// Pages that one member may found in a day.
const A_DAY: i64 = 3;

/// Founds a page; the viewer owns it.
///
/// # Errors
/// Invalid in `handle`, `display_name`, `about` or `language`; Forbidden for newcomers, and for whoever acts as a page;
/// rate limited after too many.
pub async fn found(app: &App, viewer: &Viewer, new: NewPage) -> Result<AccountId> {
    let member = viewer.active()?;
    if member.acting.is_some() {
        return Err(Error::forbidden("pages-personal"));
    }
    if !app.config.rate_limits_off() && member.role == Role::Member && member.trust_level == 0 {
        return Err(Error::forbidden("pages-newcomer"));
    }
    let me = member.id;
    let site = crate::site::settings(app).await?.name.clone();
    let text = PageText { language: new.language.clone(), about: new.about.clone(), ..PageText::default() };
    let (text, mut errors) = match edit::checked_text(text) {
        Ok(text) => (text, Vec::<FieldError>::new()),
        Err(error) => (PageText::default(), error.fields().to_vec()),
    };
    let (handle, name) = (new.handle.clone(), new.name.clone());
    let checked = app.db.read(move |q| accounts::check_page(q, &site, &handle, &name)).await;
    let page = match checked {
        Ok(page) => page,
        Err(error) => {
            errors.extend(error.fields().iter().cloned());
            if errors.is_empty() {
                return Err(error);
            }
            return Err(Error::invalid_fields(errors));
        }
    };
    if !errors.is_empty() {
        return Err(Error::invalid_fields(errors));
    }
    throttles::take(app, "pages.found", &me.to_string(), A_DAY, DAY).await?;
    app.db
        .write(move |tx| {
            let founder = viewers::load_fresh(tx, me)?;
            Viewer::Member(founder.clone()).active()?;
            let id = accounts::insert_page(tx, &page, &founder)?;
            sql::insert(tx, id, new.category)?;
            sql::put_text(tx, id, &text)?;
            sql::team::put_role(tx, id, me, PageRole::Owner)?;
            acts::note_person(tx, id, me, Act::Founded, None, "")?;
            changes::record(tx, Change::AccountChanged { account: me });
            Ok(id)
        })
        .await
}
