//! Who runs a page of an organisation, what was done as it, and its figures.

use axum::Json;
use kith_domain::AccountId;
use kith_domain::kinds::RowId;
use kith_domain::pages::{self, Act};
use kith_domain::viewer::PageRole;
use kith_http::Answer;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::input::{Asked, At, PartOfList, Sent, Word};
use super::operations::KithRoutes;
use super::output::{DONE, Done, Listed};
use super::pages::{Page, one};
use crate::caller::Caller;
use crate::entities::moment;
use crate::entities::schema::{IdText, MomentText};
use crate::routes::Needs;

pub(super) fn routes() -> KithRoutes {
    let (read, write) = (Needs::Scope("read:accounts"), Needs::Scope("write:accounts"));
    KithRoutes::of("pages")
        .get(
            "/api/kith/v1/pages/{id}/team",
            read,
            ("getPageTeam", "Who helps to run a page, and who is asked to; for its team"),
            show_team,
        )
        .post(
            "/api/kith/v1/pages/{id}/team",
            write,
            ("inviteToPage", "Asks somebody to help to run a page"),
            invite,
        )
        .put(
            "/api/kith/v1/pages/{id}/team/{account_id}",
            write,
            ("setPageRole", "Gives somebody of the team another role"),
            set_role,
        )
        .delete(
            "/api/kith/v1/pages/{id}/team/{account_id}",
            write,
            ("removeFromPage", "Takes somebody out of the team"),
            remove,
        )
        .post(
            "/api/kith/v1/pages/{id}/invitation/accept",
            write,
            ("acceptPageInvitation", "Helps to run a page that asks the caller"),
            accept,
        )
        .post(
            "/api/kith/v1/pages/{id}/invitation/decline",
            write,
            ("declinePageInvitation", "Says no to a page that asks the caller"),
            decline,
        )
        .delete(
            "/api/kith/v1/pages/{id}/membership",
            write,
            ("leavePage", "Helps to run a page no longer"),
            leave,
        )
        .get(
            "/api/kith/v1/pages/{id}/acts",
            read,
            ("listPageActs", "What was done as a page and for it, the newest first; for its team"),
            acts,
        )
        .get(
            "/api/kith/v1/pages/{id}/figures",
            read,
            ("getPageFigures", "What the last 28 days brought; for its team"),
            figures,
        )
}

/// Somebody of a page's team.
#[derive(Debug, Serialize, JsonSchema)]
struct PageSeat {
    #[schemars(with = "IdText")]
    account_id: AccountId,
    username: String,
    name: String,
    role: Word<PageRole>,
    /// Since when.
    #[schemars(with = "MomentText")]
    since: String,
}

impl PageSeat {
    fn of(line: &pages::TeamLine) -> Self {
        Self {
            account_id: line.person.id,
            username: line.person.handle.clone(),
            name: line.person.name.clone(),
            role: Word(line.role),
            since: moment(line.since),
        }
    }
}

/// A page's team, and who is asked to join it.
#[derive(Debug, Serialize, JsonSchema)]
struct PageTeam {
    team: Vec<PageSeat>,
    asked: Vec<PageSeat>,
}

/// Somebody to be asked.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct SeatToOffer {
    #[schemars(with = "IdText")]
    account_id: AccountId,
    role: Word<PageRole>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PageRoleToSet {
    role: Word<PageRole>,
}

/// Something that was done as a page or for it.
#[derive(Debug, Serialize, JsonSchema)]
struct PageAct {
    act: Word<Act>,
    /// Who did it.
    #[schemars(with = "IdText")]
    account_id: AccountId,
    /// What it was about: `post`, `comment`, `message`, `event`, `account` or `nothing`.
    subject: Word<pages::SubjectKind>,
    /// The id of that.
    #[schemars(with = "Option<IdText>")]
    subject_id: Option<RowId>,
    /// When.
    #[schemars(with = "MomentText")]
    created_at: String,
}

impl PageAct {
    fn of(line: &pages::ActLine) -> Self {
        let (kind, id) = line.subject;
        Self {
            act: Word(line.act),
            account_id: line.by.id,
            subject: Word(kind),
            subject_id: (id != 0).then(|| RowId::new(id)),
            created_at: moment(line.at),
        }
    }
}

/// A page in numbers.
#[derive(Debug, Serialize, JsonSchema)]
struct PageFigures {
    followers_count: i64,
    new_followers_count: i64,
    posts_count: i64,
    reactions_count: i64,
    comments_count: i64,
}

async fn show_team(caller: Caller, At(id): At<AccountId>) -> Answer<Json<PageTeam>> {
    let (team, asked) = pages::people(&caller.app, &caller.viewer, id).await?;
    Ok(Json(PageTeam {
        team: team.iter().map(PageSeat::of).collect(),
        asked: asked.iter().map(PageSeat::of).collect(),
    }))
}

async fn invite(
    caller: Caller,
    (At(id), Sent(new)): (At<AccountId>, Sent<SeatToOffer>),
) -> Answer<Json<Done>> {
    pages::invite(&caller.app, &caller.viewer, id, new.account_id, new.role.0).await?;
    Ok(DONE)
}

async fn set_role(
    caller: Caller,
    (At((id, person)), Sent(new)): (At<(AccountId, AccountId)>, Sent<PageRoleToSet>),
) -> Answer<Json<Done>> {
    pages::set_role(&caller.app, &caller.viewer, id, person, new.role.0).await?;
    Ok(DONE)
}

async fn remove(caller: Caller, At((id, person)): At<(AccountId, AccountId)>) -> Answer<Json<Done>> {
    pages::remove(&caller.app, &caller.viewer, id, person).await?;
    Ok(DONE)
}

async fn accept(caller: Caller, At(id): At<AccountId>) -> Answer<Json<Page>> {
    pages::answer(&caller.app, &caller.viewer, id, true).await?;
    one(&caller, id).await
}

async fn decline(caller: Caller, At(id): At<AccountId>) -> Answer<Json<Done>> {
    pages::answer(&caller.app, &caller.viewer, id, false).await?;
    Ok(DONE)
}

async fn leave(caller: Caller, At(id): At<AccountId>) -> Answer<Json<Done>> {
    pages::leave(&caller.app, &caller.viewer, id).await?;
    Ok(DONE)
}

async fn acts(
    caller: Caller,
    (At(id), Asked(part)): (At<AccountId>, Asked<PartOfList>),
) -> Answer<Listed<PageAct>> {
    let before: Option<RowId> = part.window().request().before;
    let (lines, next) = pages::log(&caller.app, &caller.viewer, id, before).await?;
    let items: Vec<PageAct> = lines.iter().map(PageAct::of).collect();
    Ok(Listed::leading_on(&caller, &items, next.map(|next| next.to_string())))
}

async fn figures(caller: Caller, At(id): At<AccountId>) -> Answer<Json<PageFigures>> {
    let found = pages::figures(&caller.app, &caller.viewer, id).await?;
    Ok(Json(PageFigures {
        followers_count: found.followers,
        new_followers_count: found.new_followers,
        posts_count: found.posts,
        reactions_count: found.reactions,
        comments_count: found.comments,
    }))
}
