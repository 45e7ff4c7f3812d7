//! Notices as notifications: one by one, and in groups as clients since Mastodon 4.3 ask for them.

use axum::Json;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use kith_base::{Error, Result};
use kith_domain::inbox::{self, Group, Wanted};
use kith_domain::kinds::{NoticeId, NoticeKind};
use kith_domain::notices::Occasion;
use kith_http::Answer;
use serde_json::{Map, Value, json};

use crate::caller::Caller;
use crate::entities::moment;
use crate::entities::notification::{self, Extension, Found, Notification, TOGETHER, notifications, type_of};
use crate::paging::{Window, links, listed};
use crate::params::Params;
use crate::path::Path;
use crate::routes::{ApiRoutes, Needs};

/// People named in one line.
const SAMPLE: usize = 8;
/// People of one group, all together.
const PEOPLE: usize = 200;
/// Kinds of sender for whom clients offer a filter.
const SENDERS: [&str; 6] = [
    "for_not_following",
    "for_not_followers",
    "for_new_accounts",
    "for_private_mentions",
    "for_bots",
    "for_limited_accounts",
];

pub(crate) fn routes() -> ApiRoutes {
    let read = Needs::Scope("read:notifications");
    let write = Needs::Scope("write:notifications");
    ApiRoutes::new()
        .get("/api/v1/notifications", read, list)
        .get("/api/v1/notifications/{id}", read, show)
        .post("/api/v1/notifications/clear", write, clear)
        .post("/api/v1/notifications/{id}/dismiss", write, dismiss)
        .get("/api/v1/notifications/unread_count", read, unread)
        .get("/api/v1/notifications/policy", read, old_policy)
        .patch("/api/v1/notifications/policy", write, change_old_policy)
        .put("/api/v1/notifications/policy", write, change_old_policy)
        .get("/api/v1/notifications/requests", read, no_requests)
        .get("/api/v1/notifications/requests/merged", read, merged)
        .post("/api/v1/notifications/requests/accept", write, done)
        .post("/api/v1/notifications/requests/dismiss", write, done)
        .get("/api/v1/notifications/requests/{id}", read, no_request)
        .post("/api/v1/notifications/requests/{id}/accept", write, no_request)
        .post("/api/v1/notifications/requests/{id}/dismiss", write, no_request)
        .get("/api/v2/notifications", read, groups)
        .get("/api/v2/notifications/unread_count", read, unread_groups)
        .get("/api/v2/notifications/policy", read, policy)
        .patch("/api/v2/notifications/policy", write, change_policy)
        .get("/api/v2/notifications/{group_key}", read, group)
        .post("/api/v2/notifications/{group_key}/dismiss", write, dismiss_group)
        .get("/api/v2/notifications/{group_key}/accounts", read, people)
}

/// Occasions that Mastodon's words in `types` mean.
fn occasions(types: &[String]) -> impl Fn(&&Occasion) -> bool + '_ {
    move |occasion| type_of(**occasion).is_some_and(|of| types.iter().any(|word| word == of))
}

/// What is asked for, of what apps are told at all.
fn wanted(params: &Params) -> Wanted {
    let (only, without) = (params.list("types"), params.list("exclude_types"));
    let told = Occasion::ALL.iter().filter(|occasion| type_of(**occasion).is_some());
    let kept = told.filter(|occasion| only.is_empty() || occasions(&only)(occasion));
    let kept = kept.filter(|occasion| !occasions(&without)(occasion)).copied().collect();
    Wanted { occasions: Some(kept), from: params.id("account_id"), ..Wanted::default() }
}

/// Which occasions are told together: those that the client can show so.
fn grouped(params: &Params) -> Vec<Occasion> {
    if !params.has("grouped_types") {
        return TOGETHER.to_vec();
    }
    let types = params.list("grouped_types");
    TOGETHER.iter().filter(|occasion| occasions(&types)(occasion)).copied().collect()
}

async fn list(caller: Caller, params: Params) -> Answer<Response> {
    let window = Window::<NoticeKind>::read(&params, 40, 80);
    let page = inbox::page(&caller.app, &caller.viewer, window.request(), wanted(&params)).await?;
    let ends = page.first().zip(page.last()).map(|(first, last)| (first.id.to_string(), last.id.to_string()));
    Ok(listed(&caller, &notifications(&caller, &page).await?, ends))
}

async fn show(caller: Caller, Path(id): Path<NoticeId>) -> Answer<Json<Notification>> {
    Ok(Json(one(&caller, id).await?))
}

/// One notification.
pub(crate) async fn one(caller: &Caller, id: NoticeId) -> Result<Notification> {
    let notice = inbox::get(&caller.app, &caller.viewer, id).await?;
    notifications(caller, &[notice]).await?.pop().ok_or_else(Error::not_found)
}

async fn clear(caller: Caller) -> Answer<Json<Value>> {
    inbox::clear(&caller.app, &caller.viewer).await?;
    Ok(Json(json!({})))
}

async fn dismiss(caller: Caller, Path(id): Path<NoticeId>) -> Answer<Json<Value>> {
    inbox::dismiss(&caller.app, &caller.viewer, id).await?;
    Ok(Json(json!({})))
}

/// Up to how many a client wants counted.
fn most(params: &Params) -> usize {
    usize::try_from(params.number("limit").unwrap_or(100).clamp(1, 1_000)).unwrap_or(100)
}

async fn unread(caller: Caller, params: Params) -> Answer<Json<Value>> {
    let count = inbox::unread(&caller.app, &caller.viewer, wanted(&params), most(&params)).await?;
    Ok(Json(json!({ "count": count })))
}

async fn unread_groups(caller: Caller, params: Params) -> Answer<Json<Value>> {
    let (wanted, grouped) = (wanted(&params), grouped(&params));
    let count = inbox::unread_groups(&caller.app, &caller.viewer, wanted, grouped, most(&params)).await?;
    Ok(Json(json!({ "count": count })))
}

async fn groups(caller: Caller, params: Params) -> Answer<Response> {
    let window = Window::<NoticeKind>::read(&params, 40, 80);
    let (wanted, grouped) = (wanted(&params), grouped(&params));
    let page = inbox::groups(&caller.app, &caller.viewer, window.request(), wanted, grouped).await?;
    let is_partial = params.text("expand_accounts").as_deref() == Some("partial_avatars");
    let mut response = Json(results(&caller, &page, true, is_partial).await?).into_response();
    let ends =
        page.iter().map(|group| group.newest.id).max().zip(page.iter().map(|group| group.oldest).min());
    if let Some((first, last)) = ends
        && let Ok(link) = HeaderValue::from_str(&links(&caller, &first.to_string(), &last.to_string()))
    {
        response.headers_mut().insert(header::LINK, link);
    }
    Ok(response)
}

async fn group(caller: Caller, Path(key): Path<String>) -> Answer<Json<Value>> {
    let group = inbox::group(&caller.app, &caller.viewer, key).await?;
    let told = results(&caller, &[group], false, false).await?;
    let is_empty = told.get("notification_groups").and_then(Value::as_array).is_none_or(Vec::is_empty);
    if is_empty { Err(Error::not_found().into()) } else { Ok(Json(told)) }
}

/// `GroupedNotificationsResults` (docs.joinmastodon.org/methods/grouped_notifications).
async fn results(caller: &Caller, groups: &[Group], is_page: bool, is_partial: bool) -> Result<Value> {
    let newest: Vec<_> = groups.iter().map(|group| &group.newest).collect();
    let sample = groups.iter().flat_map(|group| group.people.iter().take(SAMPLE).copied());
    let found = notification::look_up(caller, &newest, sample).await?;
    let whole: Vec<&Group> = groups.iter().filter(|group| found.is_whole(&group.newest)).collect();
    let mut statuses: Map<String, Value> = Map::new();
    for status in whole.iter().filter_map(|group| found.status(&group.newest)) {
        statuses.insert(status.id.clone(), serde_json::to_value(status)?);
    }
    let (mut accounts, mut partial) = (Map::new(), Map::new());
    for group in &whole {
        for (place, id) in group.people.iter().take(SAMPLE).enumerate() {
            let Some(account) = found.person(*id) else { continue };
            let target = if is_partial && place > 0 { &mut partial } else { &mut accounts };
            target.insert(id.to_string(), serde_json::to_value(account)?);
        }
    }
    let lines: Vec<Value> = whole.iter().map(|group| line(group, &found, is_page)).collect();
    let mut told = json!({
        "accounts": accounts.values().collect::<Vec<_>>(),
        "statuses": statuses.into_iter().map(|(_, status)| status).collect::<Vec<_>>(),
        "notification_groups": lines,
    });
    if is_partial && let Value::Object(fields) = &mut told {
        partial.retain(|id, _| !accounts.contains_key(id));
        let few = ["id", "acct", "locked", "bot", "url", "avatar", "avatar_static"];
        let shortened = partial.into_iter().map(|(_, mut account)| {
            if let Value::Object(account) = &mut account {
                account.retain(|name, _| few.contains(&name.as_str()));
            }
            account
        });
        fields.insert("partial_accounts".into(), shortened.collect());
    }
    Ok(told)
}

/// `NotificationGroup`.
fn line(group: &Group, found: &Found, is_page: bool) -> Value {
    let people: Vec<_> = group.people.iter().take(SAMPLE).filter(|id| found.person(**id).is_some()).collect();
    let mut told = json!({
        "group_key": group.key,
        "notifications_count": group.count,
        "type": type_of(group.newest.occasion),
        // A number here and nowhere else, as Mastodon has it.
        "most_recent_notification_id": group.newest.id.raw(),
        "sample_account_ids": people,
        "kith": Extension::of(&group.newest),
    });
    if let Value::Object(fields) = &mut told {
        if is_page {
            fields.insert("page_min_id".into(), json!(group.oldest));
            fields.insert("page_max_id".into(), json!(group.newest.id));
            fields.insert("latest_page_notification_at".into(), json!(moment(group.newest.created_at)));
        }
        if let Some(status) = found.status(&group.newest) {
            fields.insert("status_id".into(), json!(status.id));
        }
    }
    told
}

async fn dismiss_group(caller: Caller, Path(key): Path<String>) -> Answer<Json<Value>> {
    inbox::dismiss_group(&caller.app, &caller.viewer, key).await?;
    Ok(Json(json!({})))
}

async fn people(caller: Caller, Path(key): Path<String>) -> Answer<Response> {
    // A group that is gone has nobody in it.
    let mut group = match inbox::group(&caller.app, &caller.viewer, key).await {
        Err(error) if error.is_not_found() => return Ok(Json([(); 0]).into_response()),
        found => found?,
    };
    group.people.truncate(PEOPLE);
    Ok(Json(crate::accounts::accounts_of(&caller, group.people).await?).into_response())
}

/// Every notice comes through here. Whoever does not want somebody's mutes, restricts or blocks them.
async fn policy() -> Json<Value> {
    let mut told: Map<String, Value> =
        SENDERS.iter().map(|sender| ((*sender).to_owned(), json!("accept"))).collect();
    told.insert("summary".into(), nothing_waits());
    Json(Value::Object(told))
}

fn nothing_waits() -> Value {
    json!({ "pending_requests_count": 0, "pending_notifications_count": 0 })
}

/// What cannot be kept is refused rather than seemingly taken.
async fn change_policy(params: Params) -> Answer<Json<Value>> {
    for sender in SENDERS {
        if params.text(sender).is_some_and(|word| word != "accept") {
            return Err(Error::invalid(sender, "apps-notices-all-accepted").into());
        }
    }
    Ok(policy().await)
}

async fn old_policy() -> Json<Value> {
    Json(json!({
        "filter_not_following": false,
        "filter_not_followers": false,
        "filter_new_accounts": false,
        "filter_private_mentions": false,
        "summary": nothing_waits(),
    }))
}

async fn change_old_policy(params: Params) -> Answer<Json<Value>> {
    const SENDERS: [&str; 4] =
        ["filter_not_following", "filter_not_followers", "filter_new_accounts", "filter_private_mentions"];
    for sender in SENDERS {
        if params.is(sender) {
            return Err(Error::invalid(sender, "apps-notices-all-accepted").into());
        }
    }
    Ok(old_policy().await)
}

async fn no_requests() -> Json<[(); 0]> {
    Json([])
}

async fn merged() -> Json<Value> {
    Json(json!({ "merged": true }))
}

async fn done() -> Json<Value> {
    Json(json!({}))
}

async fn no_request() -> Answer<Json<Value>> {
    Err(Error::not_found().into())
}
