//! `GET /api/v1/instance`: who this community is, as Mastodon's API describes a server
//! (docs.joinmastodon.org, methods/instance, v1).

use axum::Json;
use kith_domain::site::{JoinMode, SiteSettings};
use kith_domain::statistics::{self, Statistics};
use kith_http::{Answer, Visit};
use serde::Serialize;

/// The entity `V1::Instance`, as far as Kith has something to say.
#[derive(Serialize)]
pub(crate) struct Instance {
    uri: String,
    title: String,
    short_description: String,
    description: String,
    email: String,
    version: &'static str,
    languages: Vec<String>,
    registrations: bool,
    approval_required: bool,
    invites_enabled: bool,
    stats: Stats,
}

#[derive(Serialize)]
struct Stats {
    user_count: i64,
    status_count: i64,
    domain_count: i64,
}

pub(crate) async fn show(visit: Visit) -> Answer<Json<Instance>> {
    let counts = statistics::current(&visit.app).await?;
    Ok(Json(Instance::new(&visit.site, &counts)))
}

impl Instance {
    fn new(site: &SiteSettings, counts: &Statistics) -> Self {
        let domain = site.base_url.split_once("://").map_or("", |(_, rest)| rest);
        Self {
            uri: domain.to_owned(),
            title: site.name.clone(),
            short_description: site.tagline.clone(),
            description: site.tagline.clone(),
            email: String::new(),
            // Clients read the leading number as the Mastodon version whose API is spoken.
            version: concat!("4.5.0 (compatible; Kith ", env!("CARGO_PKG_VERSION"), ")"),
            languages: site.languages.clone(),
            registrations: matches!(site.join, JoinMode::Open | JoinMode::Approval),
            approval_required: site.join == JoinMode::Approval,
            invites_enabled: site.join != JoinMode::Closed,
            stats: Stats { user_count: counts.members, status_count: counts.posts, domain_count: 0 },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invited_community_takes_no_registrations() {
        let site =
            SiteSettings { base_url: "https://elmfield.example:8443".into(), ..SiteSettings::default() };
        let shown = Instance::new(&site, &Statistics { members: 3, posts: 5 });
        assert_eq!(shown.uri, "elmfield.example:8443");
        assert!(!shown.registrations && shown.invites_enabled);
        assert_eq!(shown.stats.user_count, 3);
    }
}
