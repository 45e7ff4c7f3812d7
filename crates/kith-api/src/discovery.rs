//! Whom and what one may not know yet: suggestions, the directory, friends in common, and what is talked about.

use axum::Json;
use kith_base::{Error, Result};
use kith_domain::people::{self, ListedBy};
use kith_domain::{AccountId, cards, profiles, relationships, tags};
use kith_http::Answer;
use serde_json::{Value, json};

use crate::accounts::accounts_of;
use crate::caller::Caller;
use crate::entities::account::Account;
use crate::entities::status::{Status, statuses};
use crate::paging::part;
use crate::params::Params;
use crate::path::Path;
use crate::routes::{ApiRoutes, Needs};

/// People about whom friends in common are asked for at once, and friends told of each.
const AT_ONCE: usize = 40;
const FRIENDS_TOLD: usize = 20;

pub(crate) fn routes() -> ApiRoutes {
    let read = Needs::Scope("read:accounts");
    let anybody = Needs::IfSignedIn("read:statuses");
    ApiRoutes::new()
        .get("/api/v1/suggestions", read, suggestions_v1)
        .get("/api/v2/suggestions", read, suggestions)
        .delete("/api/v1/suggestions/{id}", Needs::Scope("write:accounts"), hide_suggestion)
        .get("/api/v1/directory", Needs::IfSignedIn("read:accounts"), directory)
        .get("/api/v1/accounts/familiar_followers", Needs::Scope("read:follows"), familiar)
        .get("/api/v1/trends", anybody, popular_tags)
        .get("/api/v1/trends/tags", anybody, popular_tags)
        .get("/api/v1/trends/statuses", anybody, popular_statuses)
        .get("/api/v1/trends/links", anybody, no_links)
}

async fn suggested(caller: &Caller, params: &Params) -> Result<Vec<Account>> {
    let (limit, _) = part(params, 40, 80);
    let found = people::suggestions(&caller.app, &caller.viewer, limit).await?;
    accounts_of(caller, found.iter().map(|entry| entry.person.id).collect()).await
}

async fn suggestions_v1(caller: Caller, params: Params) -> Answer<Json<Vec<Account>>> {
    Ok(Json(suggested(&caller, &params).await?))
}

/// `Suggestion` (docs.joinmastodon.org/entities/Suggestion); `source` is what older apps read.
async fn suggestions(caller: Caller, params: Params) -> Answer<Json<Vec<Value>>> {
    let found = suggested(&caller, &params).await?;
    let told = found.into_iter().map(|account| {
        json!({ "source": "past_interactions", "sources": ["friends_of_friends"], "account": account })
    });
    Ok(Json(told.collect()))
}

async fn hide_suggestion(caller: Caller, Path(id): Path<AccountId>) -> Answer<Json<Value>> {
    people::hide_suggestion(&caller.app, &caller.viewer, id).await?;
    Ok(Json(json!({})))
}

/// Members who let themselves be listed; visitors are shown nobody.
async fn directory(caller: Caller, params: Params) -> Answer<Json<Vec<Account>>> {
    let by = match params.text("order").as_deref() {
        None | Some("" | "active") => ListedBy::Activity,
        Some("new") => ListedBy::Joining,
        Some(_) => return Err(Error::invalid("order", "error-bad-choice").into()),
    };
    if caller.viewer.active().is_err() {
        return Ok(Json(Vec::new()));
    }
    let (limit, offset) = part(&params, 40, 80);
    let ids = people::listed(&caller.app, &caller.viewer, by, limit, offset).await?;
    Ok(Json(accounts_of(&caller, ids).await?))
}

/// `FamiliarFollowers`: friends of both, as far as the caller may know.
async fn familiar(caller: Caller, params: Params) -> Answer<Json<Vec<Value>>> {
    let ids: Vec<AccountId> = params.ids("id").into_iter().take(AT_ONCE).collect();
    let viewer = caller.viewer.clone();
    let found: Vec<(AccountId, Vec<AccountId>)> = caller
        .app
        .db
        .read(move |q| {
            let met = profiles::summaries(q, &viewer, &ids)?;
            let mut found = Vec::new();
            for id in ids.into_iter().filter(|id| met.contains_key(id)) {
                let mut friends = relationships::friends_in_common(q, &viewer, id)?;
                friends.truncate(FRIENDS_TOLD);
                found.push((id, friends));
            }
            Ok(found)
        })
        .await?;
    let mut all: Vec<AccountId> = found.iter().flat_map(|(_, friends)| friends).copied().collect();
    all.sort_unstable();
    all.dedup();
    let accounts = accounts_of(&caller, all).await?;
    let told = found.iter().map(|(id, friends)| {
        let known = friends.iter().filter_map(|friend| accounts.iter().find(|one| one.id == *friend));
        json!({ "id": id, "accounts": known.collect::<Vec<_>>() })
    });
    Ok(Json(told.collect()))
}

async fn popular_tags(caller: Caller, params: Params) -> Answer<Json<Vec<Value>>> {
    let (limit, offset) = part(&params, 10, 20);
    let found = tags::popular(&caller.app, &caller.viewer, limit, offset).await?;
    Ok(Json(crate::tags::told(&caller, &found)))
}

async fn popular_statuses(caller: Caller, params: Params) -> Answer<Json<Vec<Status>>> {
    let (limit, offset) = part(&params, 20, 40);
    let found = cards::popular(&caller.app, &caller.viewer, limit, offset).await?;
    Ok(Json(statuses(&caller, &found).await?))
}

/// Links are not read here.
async fn no_links() -> Json<[(); 0]> {
    Json([])
}
