//! What stands on a profile, written by its owner and by friends, and writing there.

use axum::Json;
use kith_domain::kinds::PostKind;
use kith_domain::{AccountId, cards};
use kith_http::Answer;

use super::input::{Asked, At, PartOfList, Sent, Submission};
use super::operations::KithRoutes;
use super::output::Listed;
use super::statuses::{NewStatus, write};
use crate::accounts::summary_of;
use crate::caller::Caller;
use crate::entities::status::{Status, statuses};
use crate::routes::Needs;

pub(super) fn routes() -> KithRoutes {
    KithRoutes::of("walls")
        .get(
            "/api/kith/v1/accounts/{id}/wall",
            Needs::IfSignedIn("read:statuses"),
            ("listWall", "What stands on somebody's profile, by them and by friends, new to old"),
            index,
        )
        .post(
            "/api/kith/v1/accounts/{id}/wall",
            Needs::Scope("write:statuses"),
            ("writeOnWall", "Writes a post on a friend's profile, where its owner lets friends do so"),
            create,
        )
}

async fn index(
    caller: Caller,
    (At(id), Asked(part)): (At<AccountId>, Asked<PartOfList>),
) -> Answer<Listed<Status>> {
    summary_of(&caller, id).await?;
    let request = part.of_statuses::<PostKind>().request();
    let page = cards::page_on_profile(&caller.app, &caller.viewer, id, request).await?;
    let ends = page.items.first().zip(page.items.last());
    let ends = ends.map(|(first, last)| (first.post.id.to_string(), last.post.id.to_string()));
    Ok(Listed::new(&caller, &statuses(&caller, &page.items).await?, ends))
}

type New = (At<AccountId>, Submission, Sent<NewStatus>);

async fn create(caller: Caller, (At(id), Submission(submission), Sent(new)): New) -> Answer<Json<Status>> {
    write(&caller, Some(id), submission, new).await
}
