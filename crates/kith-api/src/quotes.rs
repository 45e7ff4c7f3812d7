//! Posts passed on with words of one's own, as Mastodon's quotes. Whoever may see a post may pass it on, and who sees it
//! is asked of every reader anew: so the audience is all there is to choose, and there is nothing to revoke.

use axum::Json;
use axum::response::Response;
use kith_base::{Error, Kind, Result};
use kith_domain::cards::{self, Card};
use kith_domain::kinds::PostKind;
use kith_domain::posts::Audience;
use kith_domain::{PostId, posts};
use kith_http::Answer;

use crate::caller::Caller;
use crate::entities::status::{Status, StatusId, status};
use crate::paging::Window;
use crate::params::Params;
use crate::path::Path;
use crate::routes::{ApiRoutes, Needs};
use crate::statuses::status_of;
use crate::timelines::answer as statuses_of;

pub(crate) fn routes() -> ApiRoutes {
    let write = Needs::Scope("write:statuses");
    ApiRoutes::new()
        .get("/api/v1/statuses/{id}/quotes", Needs::IfSignedIn("read:statuses"), quotes)
        .post("/api/v1/statuses/{id}/quotes/{quoting}/revoke", write, revoke)
        .put("/api/v1/statuses/{id}/interaction_policy", write, set_policy)
}

/// Nobody passes comments on, so of those there are none.
async fn quotes(caller: Caller, Path(id): Path<StatusId>, params: Params) -> Answer<Response> {
    let request = Window::<PostKind>::read(&params, 20, 40).request();
    let post = PostId::new(id.raw());
    let found = match cards::page_quoting(&caller.app, &caller.viewer, post, request).await {
        Err(error) if error.is_not_found() => {
            status_of(&caller, id).await?;
            Vec::new()
        }
        found => found?.items,
    };
    statuses_of(&caller, &found).await
}

/// A policy about quotes that the audience says already, or that says nothing. Mastodon passes it over, too, where not
/// everybody sees the post.
///
/// # Errors
/// Invalid in `quote_approval_policy` for one that cannot be held, and for words that are none.
pub(crate) fn check_policy(params: &Params, audience: Audience) -> Result<()> {
    match params.text("quote_approval_policy").as_deref() {
        None | Some("" | "public") => Ok(()),
        Some("followers" | "nobody") if !audience.is_wide() => Ok(()),
        Some("followers" | "nobody") => {
            Err(Error::invalid("quote_approval_policy", "apps-quotes-by-audience"))
        }
        Some(_) => Err(Error::invalid("quote_approval_policy", "error-bad-choice")),
    }
}

/// One of the caller's own posts.
async fn own(caller: &Caller, id: StatusId) -> Result<Card> {
    let card = cards::get(&caller.app, &caller.viewer, PostId::new(id.raw())).await?;
    if caller.viewer.id() == Some(card.post.author) {
        Ok(card)
    } else {
        Err(Error::forbidden("error-forbidden"))
    }
}

async fn set_policy(caller: Caller, Path(id): Path<StatusId>, params: Params) -> Answer<Json<Status>> {
    let card = own(&caller, id).await?;
    if !params.has("quote_approval_policy") {
        return Err(Error::invalid("quote_approval_policy", "error-required").into());
    }
    check_policy(&params, card.post.audience())?;
    Ok(Json(status(&caller, &card).await?))
}

async fn revoke(caller: Caller, Path((id, quoting)): Path<(StatusId, PostId)>) -> Answer<Json<Status>> {
    let card = own(&caller, id).await?;
    let quote = posts::get(&caller.app, &caller.viewer, quoting).await?;
    if quote.shared != Some(card.post.id) {
        return Err(Error::not_found().into());
    }
    Err(Error::new(Kind::Invalid, "apps-no-revoke").into())
}
