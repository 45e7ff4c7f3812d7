//! Who adds photos to an album: asked by its owner, answering, leaving.

use axum::extract::Path;
use kith_base::{Error, Result};
use kith_domain::albums;
use kith_domain::{AccountId, AlbumId, accounts};
use kith_http::{Answer, Form, Visit, see_other, with_flash};

/// Asks somebody, or lets somebody add no more.
pub(super) async fn change(visit: Visit, Path(id): Path<AlbumId>, form: Form) -> Answer {
    form.only(&["ask", "handle", "dismiss"])?;
    let (app, viewer) = (&visit.app, &visit.viewer);
    let back = format!("/album/{id}/edit");
    if let Some(person) = form.parse::<AccountId>("dismiss")? {
        albums::dismiss(app, viewer, id, person).await?;
        return Ok(with_flash(see_other(&back), "flash-album-dismissed", None));
    }
    let handle = form.get("handle").trim().trim_start_matches('@').to_owned();
    let asked = match named(&visit, form.parse("ask")?, &handle).await {
        Ok(person) => albums::ask(app, viewer, id, person).await,
        Err(error) => Err(error),
    };
    match asked {
        Ok(()) => Ok(with_flash(see_other(&back), "flash-album-asked", None)),
        // Whoever is no friend is as good as not there.
        Err(error) if error.is_not_found() => {
            let error = Error::invalid("people", "albums-no-friend");
            super::edit::edit_again(&visit, id, &handle, error).await
        }
        Err(error) => super::edit::edit_again(&visit, id, &handle, error).await,
    }
}

async fn named(visit: &Visit, chosen: Option<AccountId>, handle: &str) -> Result<AccountId> {
    if handle.is_empty() {
        return chosen.ok_or_else(|| Error::invalid("people", "albums-no-friend"));
    }
    let handle = handle.to_owned();
    let found = visit.app.db.read(move |q| accounts::find_by_handle(q, &handle)).await?;
    found.map(kith_domain::accounts::Found::id).ok_or_else(Error::not_found)
}

pub(super) async fn answer(visit: Visit, Path(id): Path<AlbumId>, form: Form) -> Answer {
    form.only(&["answer"])?;
    let agrees = form.get("answer") == "yes";
    albums::answer(&visit.app, &visit.viewer, id, agrees).await?;
    if agrees {
        return Ok(with_flash(see_other(&format!("/album/{id}/add")), "flash-album-joined", None));
    }
    Ok(with_flash(see_other("/albums"), "flash-album-declined", None))
}

pub(super) async fn leave(visit: Visit, Path(id): Path<AlbumId>, form: Form) -> Answer {
    form.only(&["photos"])?;
    albums::leave(&visit.app, &visit.viewer, id, form.get("photos") == "take").await?;
    Ok(with_flash(see_other("/albums"), "flash-album-left", None))
}
