//! Who this community is, what holds in it, and its words for the law.

use axum::Json;
use kith_base::SECOND;
use kith_domain::site::{self, Slug};
use kith_domain::statistics;
use kith_http::Answer;
use serde_json::{Value, json};

use crate::caller::Caller;
use crate::entities::{absolute, instance, moment};
use crate::routes::{ApiRoutes, Needs};

pub(crate) fn routes() -> ApiRoutes {
    ApiRoutes::new()
        .get("/api/v1/instance", Needs::Nothing, show_v1)
        .get("/api/v2/instance", Needs::Nothing, show)
        .get("/api/v1/instance/rules", Needs::Nothing, rules)
        .get("/api/v1/instance/extended_description", Needs::Nothing, description)
        .get("/api/v1/instance/privacy_policy", Needs::Nothing, privacy)
        .get("/api/v1/instance/terms_of_service", Needs::Nothing, terms)
        .get("/api/v1/instance/activity", Needs::Nothing, activity)
        .get("/api/v1/instance/languages", Needs::Nothing, languages)
}

async fn show_v1(caller: Caller) -> Answer<Json<Value>> {
    let counts = statistics::current(&caller.app).await?;
    Ok(Json(instance::instance_v1(&caller.site, &counts, &rules_of(&caller).await?)))
}

async fn show(caller: Caller) -> Answer<Json<Value>> {
    let counts = statistics::current(&caller.app).await?;
    let (push_key, rules) = (caller.app.push.public_key(), rules_of(&caller).await?);
    Ok(Json(instance::instance(&caller.site, push_key, &counts, &rules)))
}

async fn rules(caller: Caller) -> Answer<Json<Vec<Value>>> {
    Ok(Json(rules_of(&caller).await?))
}

/// The rules, one by one: the headings and list entries of the page on which they stand.
pub(crate) async fn rules_of(caller: &Caller) -> kith_base::Result<Vec<Value>> {
    let page = site::page(&caller.app, Slug::Rules, caller.locale.language()).await?;
    let rules = site::rules_in(&page.html);
    let rules = rules.into_iter().enumerate();
    Ok(rules
        .map(|(at, text)| json!({ "id": (at + 1).to_string(), "text": text, "hint": "", "translations": {} }))
        .collect())
}

/// The last twelve weeks in numbers.
async fn activity(caller: Caller) -> Answer<Json<Vec<Value>>> {
    let weeks = statistics::weeks(&caller.app).await?;
    let told = weeks.iter().map(|week| {
        json!({
            "week": (week.begins_at / SECOND).to_string(),
            "statuses": week.posts.to_string(),
            "logins": week.sign_ins.to_string(),
            "registrations": week.joined.to_string(),
        })
    });
    Ok(Json(told.collect()))
}

async fn text(caller: &Caller, slug: Slug) -> Answer<Json<Value>> {
    let page = site::page(&caller.app, slug, caller.locale.language()).await?;
    let changed = page.changed_at.unwrap_or(0);
    Ok(Json(json!({
        "updated_at": moment(changed),
        "effective_date": crate::entities::day(changed),
        "effective": true,
        "succeeded_by": null,
        "content": absolute(&page.html, &caller.site.base_url),
    })))
}

async fn description(caller: Caller) -> Answer<Json<Value>> {
    text(&caller, Slug::About).await
}

async fn privacy(caller: Caller) -> Answer<Json<Value>> {
    text(&caller, Slug::Privacy).await
}

async fn terms(caller: Caller) -> Answer<Json<Value>> {
    text(&caller, Slug::Terms).await
}

async fn languages(caller: Caller) -> Json<Vec<Value>> {
    let known = caller.site.languages.iter();
    Json(known.map(|tag| json!({ "code": tag, "name": caller.locale.language_name(tag) })).collect())
}
