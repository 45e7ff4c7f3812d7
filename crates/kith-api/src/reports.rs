//! Reports to the moderators.

use axum::Json;
use kith_base::{Error, Result};
use kith_domain::AccountId;
use kith_domain::reports::{self, Category, NewReport};
use kith_http::Answer;
use serde_json::{Value, json};

use crate::accounts::summary_of;
use crate::caller::Caller;
use crate::entities::account::Account;
use crate::entities::moment;
use crate::entities::status::StatusKind;
use crate::instance::rules_of;
use crate::params::Params;
use crate::routes::{ApiRoutes, Needs};

pub(crate) fn routes() -> ApiRoutes {
    ApiRoutes::new().post("/api/v1/reports", Needs::Scope("write:reports"), create)
}

async fn create(caller: Caller, params: Params) -> Answer<Json<Value>> {
    let target: AccountId =
        params.id("account_id").ok_or_else(|| Error::invalid("account_id", "error-required"))?;
    let category = match params.text("category").filter(|word| !word.is_empty()) {
        Some(word) => Category::parse(&word).ok_or_else(|| Error::invalid("category", "error-bad-choice"))?,
        None => Category::default(),
    };
    let new = NewReport {
        target,
        category,
        comment: params.text("comment").unwrap_or_default(),
        rules: named_rules(&caller, &params).await?,
        posts: params.ids::<StatusKind>("status_ids").iter().map(|id| id.raw()).collect(),
    };
    let made = reports::create(&caller.app, &caller.viewer, new).await?;
    let rules: Vec<String> = made.rules.iter().map(ToString::to_string).collect();
    let posts: Vec<String> = made.posts.iter().map(ToString::to_string).collect();
    Ok(Json(json!({
        "id": made.id,
        "action_taken": false,
        "action_taken_at": null,
        "category": category_of(made.category),
        "comment": made.comment,
        "forwarded": false,
        "created_at": moment(made.created_at),
        "status_ids": (!posts.is_empty()).then_some(posts),
        "rule_ids": (!rules.is_empty()).then_some(rules),
        "target_account": Account::of(&caller, &summary_of(&caller, target).await?),
    })))
}

/// The word for a category in Mastodon's API, which has fewer of them.
const fn category_of(category: Category) -> &'static str {
    match category {
        Category::ChildSafety | Category::Violence => Category::Legal.as_str(),
        other => other.as_str(),
    }
}

/// Numbers of the community's rules, as `instance/rules` tells them.
async fn named_rules(caller: &Caller, params: &Params) -> Result<Vec<usize>> {
    let named = params.list("rule_ids");
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let known = rules_of(caller).await?.len();
    let number = |text: &String| text.parse().ok().filter(|rule| (1..=known).contains(rule));
    let rules: Option<Vec<usize>> = named.iter().map(number).collect();
    let mut rules = rules.ok_or_else(|| Error::invalid("rule_ids", "reports-unknown-rule"))?;
    rules.sort_unstable();
    rules.dedup();
    Ok(rules)
}
