//! Who is told of what happens in a group. What concerns all members is told by a job, some of them at a time.

use std::sync::Arc;

use kith_base::{Error, Result};
use kith_db::Tx;
use serde::{Deserialize, Serialize};

use super::sql;
use crate::notices::{self, Cause, Occasion};
use crate::viewer::GroupRole;
use crate::work::JobKind;
use crate::{AccountId, App, GroupId, PostId};

/// Members whom one run of the job tells.
pub(crate) const AT_ONCE: usize = 200;
/// The job that tells members of something about the group.
const TELL: &str = "groups.tell";
/// The job that tells members of a post; `group_posts` carries it out.
pub(crate) const TELL_POST: &str = "group_posts.tell";

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Tell {
    group: GroupId,
    by: AccountId,
    occasion: String,
    detail: Option<String>,
    /// The last member who was told.
    after: AccountId,
}

/// Which post members are told of, and who of them was told last.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct TellPost {
    /// The group.
    pub group: GroupId,
    /// The post.
    pub post: PostId,
    /// The last member who was told.
    pub after: AccountId,
}

inventory::submit! {
    JobKind { name: TELL, run: |app, payload| Box::pin(tell(app, payload)) }
}

/// The words that a notice can carry, so that what is stored is one of ours.
fn known_detail(word: &str) -> Option<&'static str> {
    ["opening", "changed", "archived", "active"].into_iter().find(|known| *known == word)
}

async fn tell(app: Arc<App>, payload: serde_json::Value) -> Result<()> {
    let job: Tell = serde_json::from_value(payload)?;
    app.db
        .write(move |tx| {
            let occasion = Occasion::parse(&job.occasion)
                .ok_or_else(|| Error::internal(format!("no occasion {}", job.occasion)))?;
            let detail = job.detail.as_deref().and_then(known_detail);
            let members = sql::people::ids(tx, job.group, job.after, AT_ONCE)?;
            let cause = Cause { reaction: detail, ..Cause::in_group(occasion, job.by, job.group) };
            for (member, _) in &members {
                if *member != job.by {
                    notices::retell(tx, *member, &cause)?;
                }
            }
            match members.last() {
                Some((last, _)) if members.len() == AT_ONCE => {
                    let now = tx.now();
                    tx.enqueue(TELL, &Tell { after: *last, ..job.clone() }, now)
                }
                _ => Ok(()),
            }
        })
        .await
}

/// Tells all members of something about the group, but for who did it.
pub(super) fn to_members(
    tx: &mut Tx<'_>,
    group: GroupId,
    by: AccountId,
    occasion: Occasion,
    detail: Option<&str>,
) -> Result<()> {
    let now = tx.now();
    let job = Tell {
        group,
        by,
        occasion: occasion.as_str().to_owned(),
        detail: detail.map(str::to_owned),
        after: AccountId::new(0),
    };
    tx.enqueue(TELL, &job, now)
}

/// Leaves work that tells members of a post, as each of them chose.
pub(crate) fn told_of_post(tx: &mut Tx<'_>, group: GroupId, post: PostId) -> Result<()> {
    let now = tx.now();
    tx.enqueue(TELL_POST, &TellPost { group, post, after: AccountId::new(0) }, now)
}

/// Tells those who look after the group.
pub(crate) fn tell_staff(tx: &mut Tx<'_>, group: GroupId, cause: &Cause) -> Result<()> {
    for (account, _) in sql::people::staff(tx, group)? {
        notices::tell(tx, account, cause)?;
    }
    Ok(())
}

pub(super) fn invited(tx: &mut Tx<'_>, by: AccountId, to: AccountId, group: GroupId) -> Result<()> {
    notices::retell(tx, to, &Cause::in_group(Occasion::GroupInvite, by, group))
}

/// The invitation of `account` is answered.
pub(super) fn invite_answered(tx: &mut Tx<'_>, account: AccountId, group: GroupId) -> Result<()> {
    notices::take_back_of_group(tx, account, group, Occasion::GroupInvite)
}

pub(super) fn asked(tx: &mut Tx<'_>, by: AccountId, group: GroupId) -> Result<()> {
    tell_staff(tx, group, &Cause::in_group(Occasion::GroupRequest, by, group))
}

/// Somebody decided about `account`, or they ask no more.
pub(super) fn request_settled(tx: &mut Tx<'_>, account: AccountId, group: GroupId) -> Result<()> {
    let cause = Cause::in_group(Occasion::GroupRequest, account, group);
    for (moderator, _) in sql::people::staff(tx, group)? {
        notices::take_back(tx, moderator, &cause)?;
    }
    Ok(())
}

pub(super) fn answered(
    tx: &mut Tx<'_>,
    by: AccountId,
    to: AccountId,
    group: GroupId,
    outcome: &'static str,
) -> Result<()> {
    let cause = Cause::in_group(Occasion::GroupRequestResult, by, group);
    notices::retell(tx, to, &Cause { reaction: Some(outcome), ..cause })
}

/// Somebody was warned, muted or sent away.
pub(super) fn told_off(
    tx: &mut Tx<'_>,
    by: AccountId,
    to: AccountId,
    group: GroupId,
    what: &'static str,
) -> Result<()> {
    let cause = Cause::in_group(Occasion::GroupRoleChanged, by, group);
    notices::retell(tx, to, &Cause { reaction: Some(what), ..cause })
}

pub(super) fn role_given(
    tx: &mut Tx<'_>,
    by: AccountId,
    to: AccountId,
    group: GroupId,
    role: GroupRole,
) -> Result<()> {
    let occasion =
        if role == GroupRole::Owner { Occasion::GroupOwnerHandover } else { Occasion::GroupRoleChanged };
    let cause = Cause::in_group(occasion, by, group);
    notices::retell(tx, to, &Cause { reaction: Some(role.as_str()), ..cause })
}

/// A group needs somebody, and `to` may look after it.
pub(super) fn offered(tx: &mut Tx<'_>, to: AccountId, group: GroupId) -> Result<()> {
    // Whoever went may be erased next, and with them all that came from them.
    let cause = Cause::in_group(Occasion::GroupOwnerHandover, to, group);
    notices::retell(tx, to, &Cause { reaction: Some("offered"), ..cause })
}
