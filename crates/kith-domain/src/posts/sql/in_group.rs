//! What a row of posts says of the group in which it stands.

use kith_base::Result;
use kith_db::{Row, Tx, params, statement};

use crate::groups::{Commenting, GroupFacts, GroupState, Visibility};
use crate::posts::model::{Hold, PostGroup};
use crate::{GroupId, PostId, TopicId};

/// Where in a group a new post stands.
#[derive(Clone, Copy)]
pub(in crate::posts) struct NewPlace {
    pub group: GroupId,
    pub hold: Option<Hold>,
    pub topic: Option<TopicId>,
    pub is_announcement: bool,
}

/// The group of a post as the rules see it. A group that is not there at all is as good as deleted.
pub(super) fn facts(row: &Row<'_>) -> Result<Option<GroupFacts>> {
    let Some(id) = row.opt_id("group_id")? else { return Ok(None) };
    let mut facts = GroupFacts {
        id,
        visibility: Visibility::Hidden,
        state: GroupState::Deleted,
        comments: Commenting::Off,
    };
    if row.opt_text("group_state")?.is_some() {
        facts.visibility = super::word(row, "group_visibility", Visibility::parse)?;
        facts.state = super::word(row, "group_state", GroupState::parse)?;
        facts.comments = super::word(row, "group_comments", Commenting::parse)?;
    }
    Ok(Some(facts))
}

/// Where in its group a post stands, as its card says it.
pub(super) fn place(row: &Row<'_>, facts: Option<&GroupFacts>) -> Result<Option<PostGroup>> {
    let Some(facts) = facts else { return Ok(None) };
    Ok(Some(PostGroup {
        id: facts.id,
        name: row.opt_text("group_name")?.unwrap_or_default(),
        slug: row.opt_text("group_slug")?.unwrap_or_default(),
        topic: row.opt_id::<crate::kinds::TopicKind>("group_topic_id")?.zip(row.opt_text("topic_name")?),
        is_announcement: row.opt_int("announced_at")?.is_some(),
        reason: row.opt_text("group_reason")?,
    }))
}

statement!(SET_HOLD, "posts.set_hold", "UPDATE posts SET group_hold = $2, group_reason = $3 WHERE id = $1");

/// Holds a post in a group back, or lets it be read.
pub(crate) fn set_hold(
    tx: &mut Tx<'_>,
    post: PostId,
    hold: Option<Hold>,
    reason: Option<&str>,
) -> Result<()> {
    tx.run(&SET_HOLD, &params![post, hold.map(Hold::as_str), reason]).map(drop)
}
