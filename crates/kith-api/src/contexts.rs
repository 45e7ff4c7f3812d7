//! What stands before and after a status: the post and the comments of a comment, the messages around a message.

use axum::Json;
use kith_base::Result;
use kith_domain::PostId;
use kith_domain::cards::{self, CommentCard, DiscussionRequest};
use kith_domain::comments::Order;
use kith_http::Answer;
use serde_json::{Value, json};

use crate::caller::Caller;
use crate::entities::status::{StatusId, replies, status};
use crate::path::Path;
use crate::routes::{ApiRoutes, Needs};
use crate::statuses::{Thing, find};

/// Comments in one conversation, for members and for visitors.
const CONTEXT: usize = 4_096;
const CONTEXT_FOR_VISITORS: usize = 60;

pub(crate) fn routes() -> ApiRoutes {
    ApiRoutes::new().get("/api/v1/statuses/{id}/context", Needs::IfSignedIn("read:statuses"), context)
}

async fn context(caller: Caller, Path(id): Path<StatusId>) -> Answer<Json<Value>> {
    let thing = find(&caller, id).await?;
    let (card, at) = match &thing {
        Thing::Post(card) => (card, None),
        Thing::Comment(comment, card) => (card, Some(comment)),
        Thing::Message(card) => {
            let (ancestors, descendants) = crate::messages::around(&caller, card).await?;
            return Ok(Json(json!({ "ancestors": ancestors, "descendants": descendants })));
        }
    };
    let lines = conversation(&caller, card.post.id).await?;
    let all: Vec<&CommentCard> = lines.iter().collect();
    let told = replies(&caller, card, &all).await?;
    let (mut ancestors, mut descendants) = (Vec::new(), Vec::new());
    match at {
        None => descendants = told,
        Some(at) => {
            ancestors.push(status(&caller, card).await?);
            // A first-level comment has its answers below it; an answer stands below the first-level one.
            let thread = at.comment.thread;
            for (line, told) in lines.iter().zip(told) {
                if Some(line.comment.id) == thread {
                    ancestors.push(told);
                } else if line.comment.thread == Some(at.comment.id) {
                    descendants.push(told);
                }
            }
        }
    }
    Ok(Json(json!({ "ancestors": ancestors, "descendants": descendants })))
}

/// All comments of a post, each first-level one with its answers behind it.
async fn conversation(caller: &Caller, post: PostId) -> Result<Vec<CommentCard>> {
    let most = if caller.viewer.id().is_some() { CONTEXT } else { CONTEXT_FOR_VISITORS };
    let mut lines = Vec::new();
    let mut cursor = None;
    loop {
        let request = DiscussionRequest { order: Order::Oldest, cursor, ..DiscussionRequest::default() };
        let part = cards::discussion(&caller.app, &caller.viewer, post, request).await?;
        for thread in part.threads {
            lines.extend(thread.first);
            let mut last = thread.replies.last().map(|reply| reply.comment.id);
            lines.extend(thread.replies);
            let mut more = thread.more;
            while more > 0 && lines.len() < most {
                let request = DiscussionRequest {
                    thread: Some(thread.id),
                    after: last,
                    ..DiscussionRequest::default()
                };
                let rest = cards::discussion(&caller.app, &caller.viewer, post, request).await?;
                let Some(rest) = rest.threads.into_iter().next().filter(|rest| !rest.replies.is_empty())
                else {
                    break;
                };
                last = rest.replies.last().map(|reply| reply.comment.id);
                more = rest.more;
                lines.extend(rest.replies);
            }
        }
        cursor = part.next;
        if cursor.is_none() || lines.len() >= most {
            break;
        }
    }
    lines.truncate(most);
    Ok(lines)
}
