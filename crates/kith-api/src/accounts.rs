//! People: looking them up, and how the caller stands to them.

use axum::Json;
use axum::response::Response;
use kith_base::{DAY, Error, Millis, Page, Result, SECOND};
use kith_domain::cards::{self, Card};
use kith_domain::kinds::PostKind;
use kith_domain::profiles::{self, Summary};
use kith_domain::relationships::{self, Known};
use kith_domain::{AccountId, Visible, account_notes, accounts, endorsements, people};
use kith_http::Answer;
use serde_json::{Value, json};

use crate::caller::Caller;
use crate::entities::account::{Account, of_blocked};
use crate::entities::relationship::Relationship;
use crate::paging::{Window, part};
use crate::params::Params;
use crate::path::Path;
use crate::people_lists::part_of_people;
use crate::routes::{ApiRoutes, Needs};
use crate::timelines::{answer as statuses_of, answer_between, ends_of};

pub(crate) fn routes() -> ApiRoutes {
    let read = Needs::IfSignedIn("read:accounts");
    let follows = Needs::Scope("write:follows");
    ApiRoutes::new()
        .get("/api/v1/accounts/lookup", read, lookup)
        .get("/api/v1/accounts/search", Needs::Scope("read:accounts"), search)
        .get("/api/v1/accounts/relationships", Needs::Scope("read:follows"), stand)
        .get("/api/v1/accounts", read, many)
        .get("/api/v1/accounts/{id}", read, show)
        .get("/api/v1/accounts/{id}/statuses", Needs::IfSignedIn("read:statuses"), written)
        .get("/api/v1/accounts/{id}/followers", read, followers)
        .get("/api/v1/accounts/{id}/following", read, following)
        .post("/api/v1/accounts/{id}/follow", follows, follow)
        .post("/api/v1/accounts/{id}/unfollow", follows, unfollow)
        .post("/api/v1/accounts/{id}/remove_from_followers", follows, remove_follower)
        .post("/api/v1/accounts/{id}/block", Needs::Scope("write:blocks"), block)
        .post("/api/v1/accounts/{id}/unblock", Needs::Scope("write:blocks"), unblock)
        .post("/api/v1/accounts/{id}/mute", Needs::Scope("write:mutes"), mute)
        .post("/api/v1/accounts/{id}/unmute", Needs::Scope("write:mutes"), unmute)
        .get("/api/v1/blocks", Needs::Scope("read:blocks"), blocks)
        .get("/api/v1/mutes", Needs::Scope("read:mutes"), mutes)
        .get("/api/v1/follow_requests", Needs::Scope("read:follows"), requests)
        .post("/api/v1/follow_requests/{id}/authorize", follows, authorize)
        .post("/api/v1/follow_requests/{id}/reject", follows, reject)
}

/// Accounts in the order of `ids`; those whom the caller may not meet are left out.
pub(crate) async fn accounts_of(caller: &Caller, ids: Vec<AccountId>) -> Result<Vec<Account>> {
    let viewer = caller.viewer.clone();
    let asked = ids.clone();
    let found = caller.app.db.read(move |q| profiles::summaries(q, &viewer, &asked)).await?;
    Ok(ids.iter().filter_map(|id| found.get(id)).map(|summary| Account::of(caller, summary)).collect())
}

pub(crate) async fn summary_of(caller: &Caller, id: AccountId) -> Result<Visible<Summary>> {
    let viewer = caller.viewer.clone();
    let mut found = caller.app.db.read(move |q| profiles::summaries(q, &viewer, &[id])).await?;
    found.remove(&id).ok_or_else(Error::not_found)
}

async fn lookup(caller: Caller, params: Params) -> Answer<Json<Account>> {
    let acct = params.text("acct").unwrap_or_default();
    let id = find_handle(&caller, &acct).await?.ok_or_else(Error::not_found)?;
    Ok(Json(account_of(&caller, id).await?))
}

/// One account, of somebody the caller blocked too: out of sight, yet within reach for taking it back.
async fn account_of(caller: &Caller, id: AccountId) -> Result<Account> {
    match summary_of(caller, id).await {
        Err(error) if error.is_not_found() => blocked_by_caller(caller, id).await?.ok_or(error),
        found => Ok(Account::of(caller, &found?)),
    }
}

/// Whom the caller blocked is told to apps that may read that list, and to no others.
async fn blocked_by_caller(caller: &Caller, id: AccountId) -> Result<Option<Account>> {
    let is_kept_away = caller.viewer.active().is_ok_and(|me| me.blocked.contains(&id));
    if !is_kept_away || !caller.may("read:blocks") {
        return Ok(None);
    }
    let known = relationships::distances(&caller.app, &caller.viewer).await?.blocked;
    let person = known.iter().map(|known| &known.person).find(|person| person.id == id);
    Ok(person.map(|person| of_blocked(caller, person)))
}

/// Whom `acct` means: a handle, alone or with our own domain behind it.
pub(crate) async fn find_handle(caller: &Caller, acct: &str) -> Result<Option<AccountId>> {
    let acct = acct.trim().trim_start_matches('@');
    let handle = match acct.split_once('@') {
        Some((handle, domain)) if domain == domain_of(&caller.site.base_url) => handle,
        Some(_) => return Ok(None),
        None => acct,
    };
    if handle.is_empty() {
        return Ok(None);
    }
    let handle = handle.to_owned();
    Ok(caller.app.db.read(move |q| accounts::find_by_handle(q, &handle)).await?.map(accounts::Found::id))
}

/// Host and port of an address.
pub(crate) fn domain_of(base_url: &str) -> &str {
    base_url.split_once("://").map_or("", |(_, rest)| rest)
}

async fn search(caller: Caller, params: Params) -> Answer<Json<Vec<Account>>> {
    let part = part(&params, 40, 80);
    let word = params.text("q").unwrap_or_default();
    Ok(Json(found_people(&caller, &word, part, params.is("following")).await?))
}

/// People by a word of name or handle.
pub(crate) async fn found_people(
    caller: &Caller,
    word: &str,
    (limit, offset): (usize, usize),
    only_followed: bool,
) -> Result<Vec<Account>> {
    let word = word.trim().trim_start_matches('@');
    let word = word.strip_suffix(&format!("@{}", domain_of(&caller.site.base_url))).unwrap_or(word);
    let named = find_handle(caller, word).await?;
    let mut ids: Vec<AccountId> = named.into_iter().collect();
    if !word.is_empty() && caller.viewer.active().is_ok() {
        // Visitors do not look through the directory: they find whom they can name.
        let listing = people::directory(&caller.app, &caller.viewer, word, None).await?;
        let listed = listing.people.iter().map(|entry| entry.person.id);
        ids.extend(listed.filter(|id| !ids.contains(id)).collect::<Vec<_>>());
    }
    if only_followed {
        let following = &caller.viewer.active()?.following;
        ids.retain(|id| following.contains(id));
    }
    let mut found = accounts_of(caller, ids.into_iter().skip(offset).take(limit).collect()).await?;
    if let Some(id) = named
        && offset == 0
        && !only_followed
        && let Some(blocked) = blocked_by_caller(caller, id).await?
    {
        found.insert(0, blocked);
    }
    Ok(found)
}

async fn many(caller: Caller, params: Params) -> Answer<Json<Vec<Account>>> {
    let ids: Vec<AccountId> = params.ids("id").into_iter().chain(params.ids("ids")).take(40).collect();
    Ok(Json(accounts_of(&caller, ids).await?))
}

async fn show(caller: Caller, Path(id): Path<AccountId>) -> Answer<Json<Account>> {
    Ok(Json(account_of(&caller, id).await?))
}

async fn written(caller: Caller, Path(id): Path<AccountId>, params: Params) -> Answer<Response> {
    summary_of(&caller, id).await?;
    if params.is("pinned") {
        let pinned = cards::pinned_on(&caller.app, &caller.viewer, id).await?;
        return statuses_of(&caller, pinned.as_slice()).await;
    }
    let window = Window::<PostKind>::read(&params, 20, 40);
    let page: Page<Card, PostKind> = match params.text("tagged") {
        Some(tag) => {
            let mut page = cards::page_by_tag(&caller.app, &caller.viewer, tag, window.request()).await?;
            page.items.retain(|card| card.author.id == id);
            page
        }
        None => cards::page_by_author(&caller.app, &caller.viewer, id, window.request()).await?,
    };
    let ends = ends_of(&page.items);
    let (no_shares, only_media) = (params.is("exclude_reblogs"), params.is("only_media"));
    let kept: Vec<Card> = page
        .items
        .into_iter()
        .filter(|card| (!no_shares || card.post.shared.is_none()) && (!only_media || !card.photos.is_empty()))
        .collect();
    answer_between(&caller, &kept, ends).await
}

async fn tied(
    caller: &Caller,
    id: AccountId,
    params: &Params,
    which: relationships::Tie,
) -> Answer<Response> {
    summary_of(caller, id).await?;
    let window = Window::<kith_domain::kinds::AccountKind>::read(params, 40, 80);
    let is_first = window.is_first();
    part_of_people(caller, &window, move |request| async move {
        let mut ids = relationships::tied(&caller.app, &caller.viewer, id, which, request).await?;
        if ids.is_empty() && is_first {
            // Whose list is closed to the caller still has no secret about the caller in it.
            ids.extend(caller_within(caller, id, which));
        }
        Ok(ids)
    })
    .await
}

/// The caller, where they follow `id` themselves.
fn caller_within(caller: &Caller, id: AccountId, which: relationships::Tie) -> Option<AccountId> {
    let me = caller.viewer.active().ok()?;
    let follows = which == relationships::Tie::Followers && me.following.contains(&id) && me.id != id;
    follows.then_some(me.id)
}

async fn followers(caller: Caller, Path(id): Path<AccountId>, params: Params) -> Answer<Response> {
    tied(&caller, id, &params, relationships::Tie::Followers).await
}

async fn following(caller: Caller, Path(id): Path<AccountId>, params: Params) -> Answer<Response> {
    tied(&caller, id, &params, relationships::Tie::Following).await
}

async fn stand(caller: Caller, params: Params) -> Answer<Json<Vec<Relationship>>> {
    let ids: Vec<AccountId> = params.ids("id").into_iter().take(40).collect();
    Ok(Json(standing_to(&caller, ids).await?))
}

/// How the caller stands to each of these people, with a fixed number of statements; those whom the caller may not meet
/// are left out.
async fn standing_to(caller: &Caller, ids: Vec<AccountId>) -> Result<Vec<Relationship>> {
    let viewer = caller.viewer.clone();
    caller
        .app
        .db
        .read(move |q| {
            let blocked = relationships::blocked_among(q, &viewer, &ids)?;
            let relations = relationships::relations(q, &viewer, &ids)?;
            let notes = account_notes::about(q, &viewer, &ids)?;
            let endorsed = endorsements::among(q, &viewer, &ids)?;
            let stand = ids.into_iter().filter_map(|id| {
                let found = if blocked.contains(&id) {
                    Relationship::blocked(id)
                } else {
                    Relationship::of(id, relations.get(&id)?)
                };
                Some(found.with_regard(notes.get(&id).cloned(), endorsed.contains(&id)))
            });
            Ok(stand.collect())
        })
        .await
}

/// How the caller stands to somebody now.
pub(crate) async fn relationship(caller: &Caller, id: AccountId) -> Result<Relationship> {
    standing_to(caller, vec![id]).await?.pop().ok_or_else(Error::not_found)
}

async fn follow(caller: Caller, Path(id): Path<AccountId>, params: Params) -> Answer<Json<Relationship>> {
    let (app, viewer) = (&caller.app, &caller.viewer);
    let asker = viewer.clone();
    let relation = app.db.read(move |q| relationships::relation(q, &asker, id)).await?;
    if relation.is_self {
        return Err(Error::forbidden("apps-not-oneself").into());
    }
    if !relation.follows && !relation.has_asked {
        // Where following is closed, the way in is to ask to be friends.
        if relation.may_follow {
            relationships::follow(app, viewer, id).await?;
        } else {
            relationships::request_friend(app, viewer, id).await?;
        }
    }
    match params.truth("notify") {
        Some(true) => relationships::see_first(app, viewer, id).await?,
        Some(false) if relation.sees_first => relationships::see_normally(app, viewer, id).await?,
        _ => {}
    }
    Ok(Json(relationship(&caller, id).await?))
}

async fn unfollow(caller: Caller, Path(id): Path<AccountId>) -> Answer<Json<Relationship>> {
    relationships::unfollow(&caller.app, &caller.viewer, id).await?;
    relationships::withdraw(&caller.app, &caller.viewer, id).await?;
    Ok(Json(relationship(&caller, id).await?))
}

async fn remove_follower(caller: Caller, Path(id): Path<AccountId>) -> Answer<Json<Relationship>> {
    relationships::remove_follower(&caller.app, &caller.viewer, id).await?;
    Ok(Json(relationship(&caller, id).await?))
}

async fn block(caller: Caller, Path(id): Path<AccountId>) -> Answer<Json<Relationship>> {
    relationships::block(&caller.app, &caller.viewer, id).await?;
    Ok(Json(relationship(&caller, id).await?))
}

async fn unblock(caller: Caller, Path(id): Path<AccountId>) -> Answer<Json<Relationship>> {
    relationships::unblock(&caller.app, &caller.viewer, id).await?;
    Ok(Json(relationship(&caller, id).await?))
}

async fn mute(caller: Caller, Path(id): Path<AccountId>, params: Params) -> Answer<Json<Relationship>> {
    let lasting = params.number("duration").and_then(lasting);
    relationships::mute(&caller.app, &caller.viewer, id, lasting).await?;
    Ok(Json(relationship(&caller, id).await?))
}

/// For how long a mute of so many seconds lasts; one of none lasts until it is ended.
pub(crate) fn lasting(seconds: i64) -> Option<Millis> {
    (seconds > 0).then(|| seconds.min(3_650 * DAY / SECOND) * SECOND)
}

async fn unmute(caller: Caller, Path(id): Path<AccountId>) -> Answer<Json<Relationship>> {
    relationships::unmute(&caller.app, &caller.viewer, id).await?;
    Ok(Json(relationship(&caller, id).await?))
}

async fn blocks(caller: Caller) -> Answer<Json<Vec<Account>>> {
    let known = relationships::distances(&caller.app, &caller.viewer).await?.blocked;
    // The blocked are out of sight for everything else, so their account is told from the list itself.
    let accounts = known.iter().map(|known| of_blocked(&caller, &known.person));
    Ok(Json(accounts.collect()))
}

async fn mutes(caller: Caller) -> Answer<Json<Vec<Value>>> {
    let known: Vec<Known> = relationships::distances(&caller.app, &caller.viewer).await?.muted;
    let accounts = accounts_of(&caller, known.iter().map(|known| known.person.id).collect()).await?;
    let mut list = Vec::new();
    for account in accounts {
        let until = known.iter().find(|known| known.person.id == account.id).and_then(|known| known.until);
        let mut value = serde_json::to_value(&account).map_err(Error::from)?;
        if let Value::Object(fields) = &mut value {
            fields.insert("mute_expires_at".into(), json!(until.map(crate::entities::moment)));
        }
        list.push(value);
    }
    Ok(Json(list))
}

async fn requests(caller: Caller) -> Answer<Json<Vec<Account>>> {
    let asked = relationships::requests(&caller.app, &caller.viewer).await?;
    Ok(Json(accounts_of(&caller, asked.iter().map(|request| request.person.id).collect()).await?))
}

async fn authorize(caller: Caller, Path(id): Path<AccountId>) -> Answer<Json<Relationship>> {
    relationships::confirm(&caller.app, &caller.viewer, id).await?;
    Ok(Json(relationship(&caller, id).await?))
}

async fn reject(caller: Caller, Path(id): Path<AccountId>) -> Answer<Json<Relationship>> {
    relationships::delete_request(&caller.app, &caller.viewer, id).await?;
    Ok(Json(relationship(&caller, id).await?))
}
