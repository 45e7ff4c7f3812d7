//! Who this community is, as `Instance` and `V1::Instance` (docs.joinmastodon.org/entities/Instance).

use kith_base::{SECOND, limits};
use kith_domain::polls;
use kith_domain::site::{JoinMode, SiteSettings};
use kith_domain::statistics::Statistics;
use serde_json::{Value, json};

use crate::accounts::domain_of;

/// Clients read the leading number as the Mastodon version whose API is spoken.
const VERSION: &str = concat!("4.5.0 (compatible; Kith ", env!("CARGO_PKG_VERSION"), ")");
/// Photo formats that are taken.
const PHOTO_TYPES: [&str; 4] = ["image/jpeg", "image/png", "image/gif", "image/webp"];

fn takes_registrations(site: &SiteSettings) -> bool {
    matches!(site.join, JoinMode::Open | JoinMode::Approval)
}

fn configuration(site: &SiteSettings, push_key: &str) -> Value {
    let base = &site.base_url;
    json!({
        "urls": {
            "streaming": base.replacen("http", "ws", 1),
            "status": null,
            "about": format!("{base}/about"),
            "privacy_policy": format!("{base}/about/privacy"),
            "terms_of_service": format!("{base}/about/terms"),
        },
        "vapid": { "public_key": push_key },
        "accounts": {
            "max_featured_tags": limits::FEATURED_TAGS,
            "max_pinned_statuses": 1,
            "max_profile_fields": 4,
            "profile_field_name_limit": 60,
            "profile_field_value_limit": limits::PROFILE_FIELD,
        },
        "statuses": {
            "max_characters": limits::POST_TEXT,
            "max_media_attachments": limits::POST_PHOTOS,
            "characters_reserved_per_url": 23,
        },
        "media_attachments": {
            "supported_mime_types": PHOTO_TYPES,
            "description_limit": limits::ALT_TEXT,
            "image_size_limit": limits::PHOTO_BYTES,
            "image_matrix_limit": 100_000_000,
            "video_size_limit": 0,
            "video_frame_rate_limit": 0,
            "video_matrix_limit": 0,
        },
        "polls": {
            "max_options": limits::POLL_OPTIONS.end(),
            "max_characters_per_option": limits::POLL_OPTION,
            "min_expiration": polls::LASTS.start() / SECOND,
            "max_expiration": polls::LASTS.end() / SECOND,
        },
        "translation": { "enabled": false },
        "timelines_access": {
            "live_feeds": { "local": "public", "remote": "disabled" },
            "hashtag_feeds": { "local": "public", "remote": "disabled" },
            "trending_link_feeds": { "local": "authenticated", "remote": "disabled" },
        },
        "limited_federation": true,
    })
}

/// What clients ask first.
pub(crate) fn instance(site: &SiteSettings, push_key: &str, active: &Statistics, rules: &[Value]) -> Value {
    let base = &site.base_url;
    json!({
        "domain": domain_of(base),
        "title": site.name,
        "version": VERSION,
        "source_url": "https://www.gnu.org/licenses/agpl-3.0.html",
        "description": site.tagline,
        "usage": { "users": { "active_month": active.active_month } },
        "thumbnail": { "url": format!("{base}/headers/missing.png"), "blurhash": null, "versions": {} },
        "icon": [],
        "languages": site.languages,
        "configuration": configuration(site, push_key),
        "registrations": {
            "enabled": takes_registrations(site),
            "approval_required": site.join == JoinMode::Approval,
            "reason_required": site.join == JoinMode::Approval,
            "message": null,
            "min_age": (site.least_age > 0).then_some(site.least_age),
            "url": format!("{base}/join"),
        },
        "api_versions": { "mastodon": 7 },
        "contact": { "email": site.operator.email, "account": null },
        "rules": rules,
    })
}

/// The same for older clients.
pub(crate) fn instance_v1(site: &SiteSettings, counts: &Statistics, rules: &[Value]) -> Value {
    let base = &site.base_url;
    let mut configuration = configuration(site, "");
    if let Value::Object(fields) = &mut configuration {
        fields.retain(|name, _| {
            matches!(name.as_str(), "accounts" | "statuses" | "media_attachments" | "polls")
        });
    }
    json!({
        "uri": domain_of(base),
        "title": site.name,
        "short_description": site.tagline,
        "description": site.tagline,
        "email": site.operator.email,
        "version": VERSION,
        "urls": { "streaming_api": base.replacen("http", "ws", 1) },
        "stats": { "user_count": counts.members, "status_count": counts.posts, "domain_count": 0 },
        "thumbnail": format!("{base}/headers/missing.png"),
        "languages": site.languages,
        "registrations": takes_registrations(site),
        "approval_required": site.join == JoinMode::Approval,
        "invites_enabled": site.join != JoinMode::Closed,
        "configuration": configuration,
        "contact_account": null,
        "rules": rules,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invited_community_takes_no_registrations() {
        let site =
            SiteSettings { base_url: "https://elmfield.example:8443".into(), ..SiteSettings::default() };
        let shown = instance_v1(&site, &Statistics { members: 3, posts: 5, ..Statistics::default() }, &[]);
        assert_eq!(shown["uri"], "elmfield.example:8443");
        assert_eq!(shown["urls"]["streaming_api"], "wss://elmfield.example:8443");
        assert_eq!((&shown["registrations"], &shown["invites_enabled"]), (&json!(false), &json!(true)));
    }
}
