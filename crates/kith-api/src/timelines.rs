//! Timelines.

use axum::Json;
use axum::extract::Path;
use axum::response::Response;
use kith_base::{Page, PageRequest};
use kith_domain::cards::{self, Card};
use kith_domain::feeds::{self, Tab};
use kith_domain::kinds::PostKind;
use kith_http::Answer;

use crate::caller::Caller;
use crate::entities::status::statuses;
use crate::paging::{Window, listed};
use crate::params::Params;
use crate::routes::{ApiRoutes, Needs};

pub(crate) fn routes() -> ApiRoutes {
    ApiRoutes::new()
        .get("/api/v1/timelines/home", Needs::Scope("read:statuses"), home)
        .get("/api/v1/timelines/public", Needs::IfSignedIn("read:statuses"), public)
        .get("/api/v1/timelines/tag/{tag}", Needs::IfSignedIn("read:statuses"), tagged)
        .get("/api/v1/timelines/direct", Needs::Scope("read:statuses"), direct)
        .get("/api/v1/timelines/link", Needs::IfSignedIn("read:statuses"), linked)
        .get("/api/v1/bookmarks", Needs::Scope("read:bookmarks"), bookmarks)
        .get("/api/v1/favourites", Needs::Scope("read:favourites"), favourites)
}

/// Statuses of a page, with links to the pages beside it.
pub(crate) async fn answer(caller: &Caller, cards: &[Card]) -> Answer {
    let ends = cards.first().zip(cards.last());
    let ends = ends.map(|(first, last)| (first.post.id.to_string(), last.post.id.to_string()));
    Ok(listed(caller, &statuses(caller, cards).await?, ends))
}

async fn home(caller: Caller, params: Params) -> Answer {
    let window = Window::<PostKind>::read(&params, 20, 40);
    // Newer than a given post: the top of the feed is asked for and cut there, since new posts are few.
    let wanted = window.limit;
    let request = PageRequest { before: window.max, after: None, nearest: false, limit: wanted };
    let mut items = feeds::home(&caller.app, &caller.viewer, Tab::Followed, request).await?.page.items;
    if let Some(after) = window.min.or(window.since) {
        items.retain(|card| card.post.id > after);
        if window.min.is_some() && items.len() == wanted {
            items = gap(&caller, &window, items).await?;
        }
    }
    answer(&caller, &items).await
}

/// The posts nearest above `min`, where there are more new ones than fit on one page.
async fn gap(
    caller: &Caller,
    window: &Window<PostKind>,
    mut items: Vec<Card>,
) -> kith_base::Result<Vec<Card>> {
    const ROUNDS: usize = 20;
    let Some(min) = window.min else { return Ok(items) };
    for _ in 0..ROUNDS {
        let Some(last) = items.last() else { break };
        let request = PageRequest::before(last.post.id, window.limit);
        let page = feeds::home(&caller.app, &caller.viewer, Tab::Followed, request).await?.page;
        let is_last = page.items.len() < window.limit || page.items.iter().any(|card| card.post.id <= min);
        items.extend(page.items.into_iter().filter(|card| card.post.id > min));
        let surplus = items.len().saturating_sub(window.limit);
        items.drain(..surplus);
        if is_last {
            break;
        }
    }
    Ok(items)
}

async fn public(caller: Caller, params: Params) -> Answer {
    let window = Window::<PostKind>::read(&params, 20, 40);
    // Nothing comes from elsewhere yet.
    if params.is("remote") {
        return answer(&caller, &[]).await;
    }
    let page = cards::page_for_everyone(&caller.app, &caller.viewer, window.request()).await?;
    answer(&caller, &with_media(page, &params)).await
}

async fn tagged(caller: Caller, Path(tag): Path<String>, params: Params) -> Answer {
    let window = Window::<PostKind>::read(&params, 20, 40);
    let page = cards::page_by_tag(&caller.app, &caller.viewer, tag, window.request()).await?;
    answer(&caller, &with_media(page, &params)).await
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

async fn bookmarks(caller: Caller, params: Params) -> Answer<Response> {
    let window = Window::<PostKind>::read(&params, 20, 40);
    let page = cards::page_saved(&caller.app, &caller.viewer, window.request()).await?;
    answer(&caller, &page.items).await
}

async fn favourites(caller: Caller, params: Params) -> Answer<Response> {
    let window = Window::<PostKind>::read(&params, 20, 40);
    let page = cards::page_reacted(&caller.app, &caller.viewer, window.request()).await?;
    answer(&caller, &page.items).await
}
