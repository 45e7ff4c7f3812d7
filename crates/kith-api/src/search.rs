//! Looking for people, tags, and posts and comments by their words, their address or their id.

use axum::Json;
use kith_base::{Error, PageRequest, Result};
use kith_domain::search::{self as found, Wanted as Question};
use kith_domain::{CommentId, PostId, cards, tags};
use kith_http::Answer;
use serde_json::{Value, json};

use crate::accounts::{accounts_of, find_handle, found_people};
use crate::caller::Caller;
use crate::entities::account::Account;
use crate::entities::status::{Status, StatusId, comments, statuses};
use crate::paging::part;
use crate::params::Params;
use crate::routes::{ApiRoutes, Needs};
use crate::statuses::status_of;
use crate::tags::told;

pub(crate) fn routes() -> ApiRoutes {
    ApiRoutes::new().get("/api/v2/search", Needs::IfSignedIn("read:search"), search)
}

/// What is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Everything,
    Accounts,
    Hashtags,
    Statuses,
}

impl Wanted {
    fn read(params: &Params) -> Result<Self> {
        match params.text("type").as_deref() {
            None | Some("") => Ok(Self::Everything),
            Some("accounts") => Ok(Self::Accounts),
            Some("hashtags") => Ok(Self::Hashtags),
            Some("statuses") => Ok(Self::Statuses),
            Some(_) => Err(Error::invalid("type", "error-bad-choice")),
        }
    }

    fn holds(self, what: Self) -> bool {
        self == Self::Everything || self == what
    }
}

/// `Search` (docs.joinmastodon.org/entities/Search).
#[derive(Default)]
struct Found {
    accounts: Vec<Account>,
    statuses: Vec<Status>,
    hashtags: Vec<Value>,
}

async fn search(caller: Caller, params: Params) -> Answer<Json<Value>> {
    let wanted = Wanted::read(&params)?;
    let text = params.text("q").unwrap_or_default();
    let text = text.trim();
    if text.is_empty() {
        return Err(Error::invalid("q", "error-required").into());
    }
    let is_address = text.starts_with("https://") || text.starts_with("http://");
    let found = if is_address {
        by_address(&caller, wanted, text).await?
    } else {
        by_word(&caller, wanted, text, &params).await?
    };
    Ok(Json(json!({ "accounts": found.accounts, "statuses": found.statuses, "hashtags": found.hashtags })))
}

async fn by_word(caller: &Caller, wanted: Wanted, text: &str, params: &Params) -> Result<Found> {
    let (limit, offset) = part(params, 20, 40);
    let is_tag = text.starts_with(['#', '＃']);
    let mut found = Found::default();
    if wanted.holds(Wanted::Accounts) && !is_tag {
        let only_followed = params.is("following") && caller.viewer.active().is_ok();
        found.accounts = found_people(caller, text, (limit, offset), only_followed).await?;
    }
    if wanted.holds(Wanted::Hashtags) && !text.starts_with('@') {
        let tags = tags::search(&caller.app, &caller.viewer, text, limit, offset).await?;
        found.hashtags = told(caller, &tags);
    }
    if wanted.holds(Wanted::Statuses) && !text.starts_with('@') {
        if offset == 0
            && let Ok(id) = text.parse::<StatusId>()
        {
            found.statuses = status_if_seen(caller, id).await?;
        }
        let mut others = by_their_words(caller, text, params, (limit, offset)).await?;
        others.retain(|status| found.statuses.iter().all(|known| known.id != status.id));
        found.statuses.extend(others);
    }
    Ok(found)
}

/// Posts and comments that hold all the words and that the caller may see, new to old; visitors look for none.
async fn by_their_words(
    caller: &Caller,
    text: &str,
    params: &Params,
    (limit, offset): (usize, usize),
) -> Result<Vec<Status>> {
    if caller.viewer.active().is_err() {
        return Ok(Vec::new());
    }
    let question = Question { by: params.id("account_id"), ..Question::words(text) };
    let id = |name| params.id::<()>(name).map(kith_base::Id::raw);
    let (before, after, most) = (id("max_id"), id("min_id"), offset + limit);
    let posts = PageRequest {
        before: before.map(PostId::new),
        after: after.map(PostId::new),
        nearest: false,
        limit: most,
    };
    let lines = PageRequest {
        before: before.map(CommentId::new),
        after: after.map(CommentId::new),
        nearest: false,
        limit: most,
    };
    let posts = found::post_ids(&caller.app, &caller.viewer, &question, posts).await?.items;
    let lines = found::comment_ids(&caller.app, &caller.viewer, &question, lines).await?.items;
    let mut all: Vec<(i64, bool)> = posts.iter().map(|id| (id.raw(), false)).collect();
    all.extend(lines.iter().map(|id| (id.raw(), true)));
    all.sort_unstable_by(|left, right| right.cmp(left));
    let part: Vec<(i64, bool)> = all.into_iter().skip(offset).take(limit).collect();
    told_in_order(caller, &part).await
}

/// Statuses of posts and, where the second is true, of comments, in this order.
async fn told_in_order(caller: &Caller, part: &[(i64, bool)]) -> Result<Vec<Status>> {
    let of =
        |wanted: bool| part.iter().filter(move |(_, is_comment)| *is_comment == wanted).map(|(id, _)| *id);
    let posts = cards::of(&caller.app, &caller.viewer, of(false).map(PostId::new).collect()).await?;
    let (lines, under) =
        cards::comments_of(&caller.app, &caller.viewer, of(true).map(CommentId::new).collect()).await?;
    let mut told = statuses(caller, &posts).await?;
    told.extend(comments(caller, &lines, &under).await?);
    let place = |status: &Status| part.iter().position(|(id, _)| id.to_string() == status.id);
    told.sort_by_key(place);
    Ok(told)
}

/// The status or the profile of this site that has this address; nothing for addresses elsewhere.
async fn by_address(caller: &Caller, wanted: Wanted, address: &str) -> Result<Found> {
    let mut found = Found::default();
    let base = format!("{}/", caller.site.base_url);
    let Some(path) = address.strip_prefix(&base) else { return Ok(found) };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    if let Some(id) = path.strip_prefix("p/").or_else(|| path.strip_prefix("comment/"))
        && wanted.holds(Wanted::Statuses)
    {
        if let Ok(id) = id.parse() {
            found.statuses = status_if_seen(caller, id).await?;
        }
    } else if let Some(handle) = path.strip_prefix("u/")
        && wanted.holds(Wanted::Accounts)
        && let Some(id) = find_handle(caller, handle).await?
    {
        found.accounts = accounts_of(caller, vec![id]).await?;
    }
    Ok(found)
}

async fn status_if_seen(caller: &Caller, id: StatusId) -> Result<Vec<Status>> {
    match status_of(caller, id).await {
        Ok(status) => Ok(vec![status]),
        Err(error) if error.is_not_found() => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}
