//! Pages as Mastodon's API cuts them: `max_id`, `since_id`, `min_id`, `limit`, and a `Link` header in both directions.

use axum::Json;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use kith_base::{Id, PageRequest};
use serde::Serialize;

use crate::caller::Caller;
use crate::params::Params;

/// Which part of a list is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Window<K> {
    /// Only things older than this one.
    pub max: Option<Id<K>>,
    /// Only things newer than this one.
    pub since: Option<Id<K>>,
    /// Only things newer than this one, the nearest to it.
    pub min: Option<Id<K>>,
    /// At most so many things.
    pub limit: usize,
}

impl<K> Window<K> {
    /// Reads it; `usual` and `most` are what the route's documentation says.
    pub fn read(params: &Params, usual: usize, most: usize) -> Self {
        let limit = params.number("limit").map_or(usual, |limit| {
            usize::try_from(limit.clamp(1, i64::try_from(most).unwrap_or(1))).unwrap_or(usual)
        });
        Self { max: params.id("max_id"), since: params.id("since_id"), min: params.id("min_id"), limit }
    }

    /// Whether nothing lies before it.
    pub const fn is_first(&self) -> bool {
        self.max.is_none() && self.since.is_none() && self.min.is_none()
    }

    /// The same as the domain asks for pages.
    pub fn request(&self) -> PageRequest<K> {
        PageRequest {
            before: self.max,
            after: self.min.or(self.since),
            nearest: self.min.is_some(),
            limit: self.limit,
        }
    }
}

/// `limit` and `offset`, where a list has no ids to go by; not without an end.
pub fn part(params: &Params, usual: i64, most: i64) -> (usize, usize) {
    let limit = params.number("limit").unwrap_or(usual).clamp(1, most);
    let offset = params.number("offset").unwrap_or(0).clamp(0, 10_000);
    (usize::try_from(limit).unwrap_or(1), usize::try_from(offset).unwrap_or(0))
}

/// A list with links to the pages before and after. `ends` are the ids of the first and last thing that was looked at.
pub fn listed<T: Serialize>(caller: &Caller, items: &[T], ends: Option<(String, String)>) -> Response {
    let mut response = Json(items).into_response();
    if let Some((first, last)) = ends
        && let Ok(link) = HeaderValue::from_str(&links(caller, &first, &last))
    {
        response.headers_mut().insert(header::LINK, link);
    }
    response
}

/// The `Link` header of a page whose first and last thing have these ids.
pub(crate) fn links(caller: &Caller, first: &str, last: &str) -> String {
    let (path, query) = caller.path.split_once('?').unwrap_or((&caller.path, ""));
    let kept: Vec<(String, String)> = url::form_urlencoded::parse(query.as_bytes())
        .filter(|(name, _)| !matches!(name.as_ref(), "max_id" | "min_id" | "since_id"))
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    let to = |name: &str, id: &str| {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(&kept).append_pair(name, id);
        format!("{}?{}", caller.url(path), query.finish())
    };
    format!("<{}>; rel=\"next\", <{}>; rel=\"prev\"", to("max_id", last), to("min_id", first))
}
