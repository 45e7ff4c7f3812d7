//! Filters.

use kith_domain::filters::{Filter, FilterAction, FilteredPost, Hit, Keyword};
use serde_json::{Value, json};

use super::moment;

/// `Filter` without what is in it, as it stands on statuses.
fn bare(filter: &Filter) -> Value {
    json!({
        "id": filter.id,
        "title": filter.title,
        "context": filter.contexts.words(),
        "expires_at": filter.expires_at.map(moment),
        "filter_action": action_word(filter.action),
    })
}

/// `Filter` (docs.joinmastodon.org/entities/Filter).
pub(crate) fn filter(filter: &Filter) -> Value {
    let mut told = bare(filter);
    if let Value::Object(fields) = &mut told {
        fields.insert("keywords".into(), filter.keywords.iter().map(keyword).collect());
        fields.insert("statuses".into(), filter.posts.iter().copied().map(filtered_post).collect());
    }
    told
}

/// `FilterKeyword` (docs.joinmastodon.org/entities/FilterKeyword).
pub(crate) fn keyword(keyword: &Keyword) -> Value {
    json!({ "id": keyword.id, "keyword": keyword.phrase, "whole_word": keyword.is_whole_word })
}

/// `FilterStatus` (docs.joinmastodon.org/entities/FilterStatus).
pub(crate) fn filtered_post(post: FilteredPost) -> Value {
    json!({ "id": post.id, "status_id": post.post.to_string() })
}

/// `V1::Filter` (docs.joinmastodon.org/entities/V1_Filter): one keyword with what its filter says.
pub(crate) fn filter_v1(filter: &Filter, keyword: &Keyword) -> Value {
    json!({
        "id": keyword.id,
        "phrase": keyword.phrase,
        "context": filter.contexts.words(),
        "whole_word": keyword.is_whole_word,
        "expires_at": filter.expires_at.map(moment),
        "irreversible": filter.action == FilterAction::Hide,
    })
}

/// `FilterResult` (docs.joinmastodon.org/entities/FilterResult) for each filter under which a status falls.
pub(crate) fn matched(hits: &[Hit]) -> Vec<Value> {
    let told = hits.iter().map(|hit| {
        let posts: Vec<String> = hit.posts.iter().map(ToString::to_string).collect();
        json!({
            "filter": bare(&hit.filter),
            "keyword_matches": (!hit.words.is_empty()).then_some(&hit.words),
            "status_matches": (!posts.is_empty()).then_some(posts),
        })
    });
    told.collect()
}

const fn action_word(action: FilterAction) -> &'static str {
    match action {
        FilterAction::Blur => "blur",
        FilterAction::Cover => "warn",
        FilterAction::Hide => "hide",
    }
}

/// The action that Mastodon's word means.
pub(crate) fn action_of(word: &str) -> Option<FilterAction> {
    match word {
        "blur" => Some(FilterAction::Blur),
        "warn" => Some(FilterAction::Cover),
        "hide" => Some(FilterAction::Hide),
        _ => None,
    }
}
