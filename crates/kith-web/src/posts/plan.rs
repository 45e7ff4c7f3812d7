//! Posts that are not there yet, in the composer: kept as drafts, opened again, planned for later, published at once.

use axum::extract::Path;
use axum::http::{HeaderMap, header};
use axum::response::IntoResponse;
use kith_base::{Error, Result};
use kith_domain::scheduled::{self, Draft};
use kith_domain::{AccountId, DraftId, ScheduledId, accounts};
use kith_http::{Answer, Form, Visit, see_other, with_flash};

use super::compose::{FIELDS, Typed, compose, draft_of, read};
use super::ground::{Ground, ground_of};
use crate::page::Problems;
use crate::when;

/// Keeps what stands in the composer. A script does so every few seconds and is told whether it was kept.
pub(super) async fn keep(visit: Visit, headers: HeaderMap, mut form: Form) -> Answer {
    form.only(FIELDS)?;
    let ground = ground_of(&form)?;
    if !ground.group.is_empty() {
        // What is written in a group is neither kept nor planned: a draft has no place there.
        return Err(Error::not_found().into());
    }
    let (typed, problem) = read(&visit, &mut form).await?;
    let draft = draft_of(&visit, &ground, &typed).await?;
    if wants_json(&headers) {
        let is_kept = match kept(&visit, &typed, draft).await {
            Ok(()) => true,
            Err(error) if error.kind() == kith_base::Kind::Internal => return Err(error.into()),
            Err(_) => false,
        };
        return Ok(axum::Json(serde_json::json!({ "kept": is_kept })).into_response());
    }
    let outcome = match problem {
        Some(error) => Err(error),
        None => kept(&visit, &typed, draft).await,
    };
    match outcome {
        Ok(()) => Ok(with_flash(see_other("/drafts"), "flash-draft-kept", None)),
        Err(error) => {
            let (status, problems) = Problems::from_error(&visit.locale, error)?;
            let mut response = compose(&visit, &ground, Some(typed), problems).await?;
            *response.status_mut() = status;
            Ok(response)
        }
    }
}

async fn kept(visit: &Visit, typed: &Typed, draft: Draft) -> Result<()> {
    if draft.is_empty() {
        return Err(Error::invalid("text", "posts-text-missing"));
    }
    scheduled::keep(&visit.app, &visit.viewer, typed.submission.clone(), draft).await.map(drop)
}

fn wants_json(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    accept.is_some_and(|accept| accept.starts_with("application/json"))
}

/// Goes on with a draft.
pub(super) async fn open_draft(visit: Visit, Path(id): Path<DraftId>) -> Answer {
    let begun = scheduled::draft(&visit.app, &visit.viewer, id).await?;
    let typed = || Typed::of(&begun.draft, begun.submission.clone());
    let ground = Ground { draft: Some(id), ..ground_again(&visit, &begun.draft).await? };
    match compose(&visit, &ground, Some(typed()), Problems::default()).await {
        // What it passes on, or the wall, is not there any more; the words are not lost for it.
        Err(fault) if fault.0.is_not_found() => {
            let ground = Ground { draft: Some(id), ..Ground::default() };
            compose(&visit, &ground, Some(typed()), Problems::default()).await
        }
        answer => answer,
    }
}

/// Writes one that waits anew.
pub(super) async fn open_planned(visit: Visit, Path(id): Path<ScheduledId>) -> Answer {
    planned(&visit, id, Problems::default()).await
}

async fn planned(visit: &Visit, id: ScheduledId, problems: Problems) -> Answer {
    let waiting = scheduled::get(&visit.app, &visit.viewer, id).await?;
    let typed = || Typed {
        when: when::typed(&visit.locale, waiting.due_at),
        ..Typed::of(&waiting.draft, super::submission())
    };
    let ground = Ground { planned: Some(id), ..ground_again(visit, &waiting.draft).await? };
    match compose(visit, &ground, Some(typed()), problems.clone()).await {
        Err(fault) if fault.0.is_not_found() => {
            let ground = Ground { planned: Some(id), ..Ground::default() };
            compose(visit, &ground, Some(typed()), problems).await
        }
        answer => answer,
    }
}

/// Publishes one that waits at once. What the rules refuse comes back in the composer.
pub(super) async fn publish_now(visit: Visit, Path(id): Path<ScheduledId>, form: Form) -> Answer {
    form.only(&[])?;
    match scheduled::publish_waiting(&visit.app, &visit.viewer, id).await {
        Ok(post) => Ok(with_flash(see_other(&format!("/p/{}", post.id)), "flash-posted", None)),
        Err(error) => {
            let (status, problems) = Problems::from_error(&visit.locale, error)?;
            let mut response = planned(&visit, id, problems).await?;
            *response.status_mut() = status;
            Ok(response)
        }
    }
}

/// Where it was to stand.
async fn ground_again(visit: &Visit, draft: &Draft) -> Result<Ground> {
    let to = match draft.wall {
        Some(wall) => handle(visit, wall).await?,
        None => String::new(),
    };
    Ok(Ground { share: draft.share, to, ..Ground::default() })
}

async fn handle(visit: &Visit, owner: AccountId) -> Result<String> {
    let card = visit.app.db.read(move |q| Ok(accounts::cards(q, &[owner])?.remove(&owner))).await?;
    Ok(card.map(|card| card.handle).unwrap_or_default())
}
