//! Timelines.

use std::cmp::Reverse;

use axum::Json;
use axum::response::Response;
use kith_base::{Page, Result};
use kith_domain::PostId;
use kith_domain::cards::{self, Card};
use kith_domain::kinds::PostKind;
use kith_domain::posts;
use kith_http::Answer;
use kith_text::fold_tag;

use crate::caller::Caller;
use crate::conversations::Ends;
use crate::entities::status::statuses;
use crate::paging::{Window, listed};
use crate::params::Params;
use crate::path::Path;
use crate::routes::{ApiRoutes, Needs};

pub(crate) fn routes() -> ApiRoutes {
    ApiRoutes::new()
        .get("/api/v1/timelines/public", Needs::IfSignedIn("read:statuses"), public)
        .get("/api/v1/timelines/tag/{tag}", Needs::IfSignedIn("read:statuses"), tagged)
        .get("/api/v1/timelines/direct", Needs::Scope("read:statuses"), direct)
        .get("/api/v1/timelines/link", Needs::IfSignedIn("read:statuses"), linked)
        .get("/api/v1/favourites", Needs::Scope("read:favourites"), favourites)
}

/// Statuses of a page, with links to the pages beside it.
pub(crate) async fn answer(caller: &Caller, cards: &[Card]) -> Answer {
    answer_between(caller, cards, ends_of(cards)).await
}

/// The ids between which a part of a timeline lies, all of it for the caller's eyes.
pub(crate) fn ends_of(cards: &[Card]) -> Ends {
    let ends = cards.first().zip(cards.last());
    ends.map(|(first, last)| (first.post.id.to_string(), last.post.id.to_string()))
}

/// Those statuses of a part that are wanted, with links to the parts beside it: a part of which nothing is wanted is not
/// the end of the timeline.
pub(crate) async fn answer_between(caller: &Caller, cards: &[Card], ends: Ends) -> Answer {
    Ok(listed(caller, &statuses(caller, cards).await?, ends))
}

async fn public(caller: Caller, params: Params) -> Answer {
    let window = Window::<PostKind>::read(&params, 20, 40);
    // Nothing comes from elsewhere yet.
    if params.is("remote") {
        return answer(&caller, &[]).await;
    }
    let page = cards::page_for_everyone(&caller.app, &caller.viewer, window.request()).await?;
    let ends = ends_of(&page.items);
    answer_between(&caller, &with_media(page, &params), ends).await
}

async fn tagged(caller: Caller, Path(tag): Path<String>, params: Params) -> Answer {
    let window = Window::<PostKind>::read(&params, 20, 40);
    let mut found: Vec<Card> = Vec::new();
    for name in std::iter::once(tag).chain(beside(&params, "any")) {
        found.extend(cards::page_by_tag(&caller.app, &caller.viewer, name, window.request()).await?.items);
    }
    found.sort_unstable_by_key(|card| Reverse(card.post.id));
    found.dedup_by_key(|card| card.post.id);
    // Each name brought a page of its own.
    let surplus = found.len().saturating_sub(window.limit);
    if window.min.is_some() {
        found.drain(..surplus);
    } else {
        found.truncate(window.limit);
    }
    let ends = ends_of(&found);
    retain_tagged(&caller, &params, &mut found).await?;
    let only_media = params.is("only_media");
    found.retain(|card| !only_media || !card.photos.is_empty());
    answer_between(&caller, &found, ends).await
}

/// Further tags of a tag timeline, as their folded names.
fn beside(params: &Params, field: &str) -> Vec<String> {
    /// As many as Mastodon takes.
    const MOST: usize = 4;
    let names = params.list(field);
    names.iter().map(|name| fold_tag(name)).filter(|name| !name.is_empty()).take(MOST).collect()
}

/// Leaves those with all of the tags in `all` and none of those in `none`.
async fn retain_tagged(caller: &Caller, params: &Params, found: &mut Vec<Card>) -> Result<()> {
    let (all, none) = (beside(params, "all"), beside(params, "none"));
    if all.is_empty() && none.is_empty() {
        return Ok(());
    }
    let ids: Vec<PostId> = found.iter().map(|card| card.post.id).collect();
    let tags = caller.app.db.read(move |q| posts::tags(q, &ids)).await?;
    found.retain(|card| {
        let has = |name: &String| {
            tags.get(&card.post.id).is_some_and(|tags| tags.iter().any(|(key, _)| key == name))
        };
        all.iter().all(has) && !none.iter().any(has)
    });
    Ok(())
}

/// Words to a few people have no timeline of their own here: they stand among the posts, and apps find them at home.
async fn direct() -> Json<[(); 0]> {
    Json([])
}

/// Links do not trend here, and a link that does not trend has no posts to show.
async fn linked() -> Json<[(); 0]> {
    Json([])
}

fn with_media(page: Page<Card, PostKind>, params: &Params) -> Vec<Card> {
    let only_media = params.is("only_media");
    page.items.into_iter().filter(|card| !only_media || !card.photos.is_empty()).collect()
}

async fn favourites(caller: Caller, params: Params) -> Answer<Response> {
    let window = Window::<PostKind>::read(&params, 20, 40);
    let page = cards::page_reacted(&caller.app, &caller.viewer, window.request()).await?;
    answer(&caller, &page.items).await
}
