//! Who answered to a status and how, and a status as a thing to embed.

use axum::Json;
use axum::response::Response;
use kith_base::{Error, Result};
use kith_domain::kinds::AccountKind;
use kith_domain::reactions::{self, ReactionKind, Subject};
use kith_domain::{AccountId, CommentId, MessageId, PostId, Viewer, messages, posts};
use kith_http::Answer;
use serde_json::{Value, json};

use crate::caller::Caller;
use crate::entities::as_html;
use crate::entities::status::StatusId;
use crate::paging::{Window, cut};
use crate::params::Params;
use crate::path::Path;
use crate::people_lists::part_of_people;
use crate::routes::{ApiRoutes, Needs};
use crate::statuses::status_of;

pub(crate) fn routes() -> ApiRoutes {
    let read = Needs::IfSignedIn("read:statuses");
    ApiRoutes::new()
        .get("/api/v1/statuses/{id}/favourited_by", read, favourited_by)
        .get("/api/v1/statuses/{id}/reblogged_by", read, reblogged_by)
        .get("/api/oembed", Needs::Nothing, embed)
}

/// Whoever reacted in any way.
async fn favourited_by(caller: Caller, Path(id): Path<StatusId>, params: Params) -> Answer<Response> {
    let caller = &caller;
    part_of_people(caller, &Window::read(&params, 40, 80), move |request| async move {
        let found = reacted(caller, id, None, &Window::of(&request)).await?;
        Ok(found.iter().map(|(who, _)| *who).collect())
    })
    .await
}

/// Who reacted to a post, a comment or a message and how, with one kind or any.
pub(crate) async fn reacted(
    caller: &Caller,
    id: StatusId,
    kind: Option<ReactionKind>,
    window: &Window<AccountKind>,
) -> Result<Vec<(AccountId, ReactionKind)>> {
    let (app, viewer) = (&caller.app, &caller.viewer);
    let post = Subject::Post(PostId::new(id.raw()));
    let found = match reactions::who(app, viewer, post, kind, window.request()).await {
        Err(error) if error.is_not_found() => {
            let comment = Subject::Comment(CommentId::new(id.raw()));
            match reactions::who(app, viewer, comment, kind, window.request()).await {
                Err(error) if error.is_not_found() => return to_message(caller, id, kind, window).await,
                found => found?,
            }
        }
        found => found?,
    };
    Ok(found.1.items)
}

/// Who reacted to a message.
async fn to_message(
    caller: &Caller,
    id: StatusId,
    kind: Option<ReactionKind>,
    window: &Window<AccountKind>,
) -> Result<Vec<(AccountId, ReactionKind)>> {
    // A visitor is told what they are told of whatever is not there.
    status_of(caller, id).await?;
    let mut found = messages::reacted(&caller.app, &caller.viewer, MessageId::new(id.raw())).await?;
    found.retain(|(_, with)| kind.is_none_or(|kind| kind == *with));
    let shown = cut(window, found.iter().map(|(who, _)| *who).collect());
    found.retain(|(who, _)| shown.contains(who));
    Ok(found)
}

/// Nobody passes comments on, so of those nobody is told.
async fn reblogged_by(caller: Caller, Path(id): Path<StatusId>, params: Params) -> Answer<Response> {
    let caller = &caller;
    part_of_people(caller, &Window::read(&params, 40, 80), move |request| async move {
        match posts::sharers(&caller.app, &caller.viewer, PostId::new(id.raw()), request).await {
            Err(error) if error.is_not_found() => status_of(caller, id).await.map(|_| Vec::new()),
            found => found,
        }
    })
    .await
}

/// A post for the world, as other sites embed it (oembed.com): a link that says whose it is.
async fn embed(caller: Caller, params: Params) -> Answer<Json<Value>> {
    let address = params.text("url").unwrap_or_default();
    let post =
        address.strip_prefix(&caller.url("/p/")).map(|rest| rest.split(['?', '#']).next().unwrap_or(""));
    let id: StatusId = post.and_then(|id| id.parse().ok()).ok_or_else(Error::not_found)?;
    // Whoever embeds it shows it to everybody, whoever asks here.
    let stranger = Caller { viewer: Viewer::Anonymous, token: None, ..caller };
    let status = status_of(&stranger, id).await?;
    let url = stranger.url(&format!("/p/{id}"));
    let title = format!("{} (@{})", status.account.display_name, status.account.username);
    let shown = as_html(&title);
    let shown = shown.trim_start_matches("<p>").trim_end_matches("</p>");
    Ok(Json(json!({
        "type": "rich",
        "version": "1.0",
        "title": title,
        "author_name": status.account.display_name,
        "author_url": status.account.url,
        "provider_name": stranger.site.name,
        "provider_url": format!("{}/", stranger.site.base_url),
        "cache_age": 86_400,
        "html": format!("<blockquote cite=\"{url}\"><a href=\"{url}\">{shown}</a></blockquote>"),
        "width": 400,
        "height": null,
    })))
}
