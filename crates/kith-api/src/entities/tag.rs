//! Tags.

use kith_base::SECOND;
use kith_domain::tags::{Featured, Tag};
use serde_json::{Value, json};

use super::day;
use crate::caller::Caller;

/// `Tag` (docs.joinmastodon.org/entities/Tag). Its folded name is its id.
pub(crate) fn tag(caller: &Caller, tag: &Tag) -> Value {
    let history: Vec<Value> = tag
        .history
        .iter()
        .map(|day| {
            json!({
                "day": (day.at / SECOND).to_string(),
                "uses": day.uses.to_string(),
                "accounts": day.people.to_string(),
            })
        })
        .collect();
    let mut told =
        json!({ "id": tag.key, "name": tag.key, "url": address(caller, &tag.key), "history": history });
    // Visitors are not told of what they cannot do.
    if let Value::Object(fields) = &mut told
        && caller.viewer.id().is_some()
    {
        fields.insert("following".into(), tag.is_followed.into());
        fields.insert("featuring".into(), tag.is_featured.into());
    }
    told
}

/// `FeaturedTag` (docs.joinmastodon.org/entities/FeaturedTag).
pub(crate) fn featured(caller: &Caller, tag: &Featured) -> Value {
    json!({
        "id": tag.id,
        "name": tag.shown,
        "url": address(caller, &tag.key),
        "statuses_count": tag.posts.to_string(),
        "last_status_at": tag.last_used_at.map(day),
    })
}

fn address(caller: &Caller, key: &str) -> String {
    let encoded: String = url::form_urlencoded::byte_serialize(key.as_bytes()).collect();
    caller.url(&format!("/t/{encoded}"))
}
