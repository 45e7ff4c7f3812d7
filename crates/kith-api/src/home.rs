//! The home timeline: ids from memory, and statuses as they were written the last time this member read them, as long as
//! nothing on them changed. What is missing is read and written once, whatever its number.

use std::collections::HashMap;
use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use kith_base::{PageRequest, Result};
use kith_domain::PostId;
use kith_domain::cards::Card;
use kith_domain::feeds::{self, Rest, Tab};
use kith_domain::kinds::PostKind;
use kith_http::Answer;

use crate::caller::Caller;
use crate::entities::status::statuses;
use crate::paging::{Window, links};
use crate::params::Params;
use crate::parts::{FirstPage, Part, Parts};
use crate::routes::{ApiRoutes, Needs};
use crate::timelines::answer;

pub(crate) fn routes() -> ApiRoutes {
    ApiRoutes::new().get("/api/v1/timelines/home", Needs::Scope("read:statuses"), home)
}

async fn home(caller: Caller, Extension(parts): Extension<Arc<Parts>>, params: Params) -> Answer {
    let window = Window::<PostKind>::read(&params, 20, 40);
    if window.is_first()
        && let Some(answer) = first_page(&caller, &parts, window.limit).await?
    {
        return Ok(answer);
    }
    match from_memory(&caller, &parts, &window).await? {
        Some(found) => Ok(told(&body_of(&found), link_of(&caller, &found))),
        None => answer(&caller, &from_indexes(&caller, &window).await?).await,
    }
}

/// Candidates in their order, each with what is known of it.
type Considered = Vec<(PostId, Arc<Part>)>;
/// Statuses by post, new to old.
type Found = Vec<(PostId, Bytes)>;

/// Candidates for one place of the page: not all of them come.
const EACH: usize = 2;

/// The newest statuses, as they were put together the last time if that still holds; none when memory holds too little
/// for a page.
async fn first_page(caller: &Caller, parts: &Parts, limit: usize) -> Result<Option<Response>> {
    let newest = async |most| feeds::candidates(&caller.app, &caller.viewer, (None, None), most).await;
    if let Some(page) = parts.page(caller, limit)
        && page.made_from() == newest(page.made_from().len()).await?.0
    {
        return Ok(Some(told(&page.body, Some(page.link.clone()))));
    }
    let (ids, rest) = newest(EACH * limit).await?;
    let considered = considered(caller, parts, &ids, limit).await?;
    let found = coming(&considered);
    let (body, link) = (body_of(&found), link_of(caller, &found));
    if found.len() < limit {
        return Ok((rest == Rest::Nothing).then(|| told(&body, link)));
    }
    if let Some(page) = link.clone().and_then(|link| FirstPage::new(caller, &considered, link, body.clone()))
    {
        parts.keep_page(caller, limit, page);
    }
    Ok(Some(told(&body, link)))
}

/// A page of what memory holds; none when it reaches further back than that.
async fn from_memory(caller: &Caller, parts: &Parts, window: &Window<PostKind>) -> Result<Option<Found>> {
    if let Some(min) = window.min {
        return nearest(caller, parts, window, min).await;
    }
    let (mut before, mut found) = (window.max, Found::with_capacity(window.limit));
    loop {
        let between = (before, window.since);
        let (ids, rest) =
            feeds::candidates(&caller.app, &caller.viewer, between, EACH * window.limit).await?;
        before = ids.last().copied();
        let missing = window.limit - found.len();
        found.extend(coming(&considered(caller, parts, &ids, missing).await?));
        match rest {
            _ if found.len() == window.limit => return Ok(Some(found)),
            Rest::Nothing => return Ok(Some(found)),
            Rest::Memory => {}
            Rest::Indexes => return Ok(None),
        }
    }
}

/// The page nearest above `min`, if all that is above it is in memory.
async fn nearest(
    caller: &Caller,
    parts: &Parts,
    window: &Window<PostKind>,
    min: PostId,
) -> Result<Option<Found>> {
    let between = (window.max, Some(min));
    let (mut ids, rest) = feeds::candidates(&caller.app, &caller.viewer, between, usize::MAX).await?;
    if rest != Rest::Nothing {
        return Ok(None);
    }
    ids.reverse();
    let mut found = coming(&considered(caller, parts, &ids, window.limit).await?);
    found.reverse();
    Ok(Some(found))
}

/// The parts of `ids` in their order, as far as it takes until `limit` of them come.
async fn considered(caller: &Caller, parts: &Parts, ids: &[PostId], limit: usize) -> Result<Considered> {
    let (mut considered, mut rest, mut missing) = (Considered::new(), ids, limit);
    while missing > 0 && !rest.is_empty() {
        let (next, others) = rest.split_at(rest.len().min(missing));
        rest = others;
        let written = written(caller, parts, next).await?;
        let known = next.iter().filter_map(|id| Some((*id, Arc::clone(written.get(id)?))));
        considered.extend(known);
        missing = limit.saturating_sub(considered.iter().filter(|(_, part)| part.body.is_some()).count());
    }
    Ok(considered)
}

/// Those that come.
fn coming(considered: &[(PostId, Arc<Part>)]) -> Found {
    considered.iter().filter_map(|(id, part)| Some((*id, part.body.clone()?))).collect()
}

/// The parts of these posts: those that are kept and hold, and the others written now.
async fn written(caller: &Caller, parts: &Parts, ids: &[PostId]) -> Result<HashMap<PostId, Arc<Part>>> {
    let mut found: HashMap<PostId, Arc<Part>> =
        ids.iter().filter_map(|id| Some((*id, parts.get(caller, *id)?))).collect();
    let missing: Vec<PostId> = ids.iter().filter(|id| !found.contains_key(id)).copied().collect();
    if missing.is_empty() {
        return Ok(found);
    }
    // Before anything is read: whatever changes from here on shows in the next answer.
    let since = caller.app.freshness.turn();
    let cards = feeds::coming(&caller.app, &caller.viewer, missing.clone()).await?;
    let statuses = statuses(caller, &cards).await?;
    for id in missing {
        let text = id.to_string();
        let card = cards.iter().find(|card| card.post.id == id);
        let status = statuses.iter().find(|status| status.id == text);
        let part = Arc::new(Part::new(caller, since, id, card.zip(status)));
        parts.keep(caller, id, &part);
        found.insert(id, part);
    }
    Ok(found)
}

/// The list of these statuses.
fn body_of(found: &[(PostId, Bytes)]) -> Bytes {
    let length: usize = found.iter().map(|(_, body)| body.len() + 1).sum();
    let mut body = Vec::with_capacity(length + 2);
    body.push(b'[');
    for (place, (_, part)) in found.iter().enumerate() {
        if place > 0 {
            body.push(b',');
        }
        body.extend_from_slice(part);
    }
    body.push(b']');
    body.into()
}

/// Links to the pages beside this one.
fn link_of(caller: &Caller, found: &[(PostId, Bytes)]) -> Option<HeaderValue> {
    let ((first, _), (last, _)) = found.first().zip(found.last())?;
    HeaderValue::from_str(&links(caller, &first.to_string(), &last.to_string())).ok()
}

fn told(body: &Bytes, link: Option<HeaderValue>) -> Response {
    let mut response = ([(header::CONTENT_TYPE, "application/json")], body.clone()).into_response();
    if let Some(link) = link {
        response.headers_mut().insert(header::LINK, link);
    }
    response
}

/// A page from the indexes.
async fn from_indexes(caller: &Caller, window: &Window<PostKind>) -> Result<Vec<Card>> {
    // Newer than a given post: the top of the feed is asked for and cut there, since new posts are few.
    let wanted = window.limit;
    let request = PageRequest { before: window.max, after: None, nearest: false, limit: wanted };
    let mut items = feeds::home(&caller.app, &caller.viewer, Tab::Followed, request).await?.page.items;
    if let Some(after) = window.min.or(window.since) {
        items.retain(|card| card.post.id > after);
        if window.min.is_some() && items.len() == wanted {
            items = gap(caller, window, items).await?;
        }
    }
    Ok(items)
}

/// The posts nearest above `min`, where there are more new ones than fit on one page.
async fn gap(caller: &Caller, window: &Window<PostKind>, mut items: Vec<Card>) -> Result<Vec<Card>> {
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
