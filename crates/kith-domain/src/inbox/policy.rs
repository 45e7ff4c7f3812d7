//! Who may read a notice: the one it was written for, as long as who caused it is there for them, and the post or comment
//! that it is about is theirs to see; of a conversation, as long as they are in it; of an event, as long as they may see that;
//! of a group, as long as they may know of it, and of what waits there, as long as they look after it.

use kith_base::Millis;

use super::Notice;
use crate::viewer::{Viewer, Visible};

/// The rule as an SQL predicate over `notices n` with its post `p` and its comment `c` joined where they are, `$1` being
/// the receiver and `$2` the present moment. Posts, comments and conversations bring their own
/// rules.
macro_rules! may_see_sql {
    () => {
        concat!(
            "(n.account_id = $1
              AND EXISTS (SELECT 1 FROM accounts cause WHERE cause.id = n.from_id AND cause.state = 'active')
              AND NOT EXISTS (SELECT 1 FROM blocks b WHERE b.account_id = $1 AND b.blocked_id = n.from_id)
              AND NOT EXISTS (SELECT 1 FROM blocks b WHERE b.blocked_id = $1 AND b.account_id = n.from_id)
              AND NOT EXISTS (SELECT 1 FROM mutes m
                               WHERE m.account_id = $1 AND m.muted_id = n.from_id
                                 AND (m.until_at IS NULL OR m.until_at > $2))
              AND NOT EXISTS (SELECT 1 FROM restrictions r
                               WHERE r.account_id = $1 AND r.restricted_id = n.from_id)
              AND (n.post_id IS NULL OR ",
            crate::posts::policy::may_see_sql!(),
            ") AND (n.comment_id IS NULL OR ",
            crate::comments::policy::may_see_sql!("c"),
            ") AND (n.conversation_id IS NULL OR ",
            crate::messages::policy::may_hear_sql!(),
            ") AND (n.event_id IS NULL OR EXISTS (SELECT 1 FROM events e WHERE e.id = n.event_id AND ",
            crate::events::policy::may_see_sql!(),
            ")) AND (n.group_id IS NULL
                    OR n.occasion IN ('group_owner_handover', 'group_role_changed', 'group_request_result')
                    OR EXISTS (SELECT 1 FROM groups ng
                                WHERE ng.id = n.group_id AND ",
            crate::groups::policy::may_know_sql!("ng"),
            "       AND (n.occasion NOT IN ('group_request', 'group_post_pending', 'group_report')
                         OR EXISTS (SELECT 1 FROM group_members deciding
                                     WHERE deciding.group_id = ng.id AND deciding.account_id = $1
                                       AND deciding.state = 'member' AND deciding.role <> 'member')))))"
        )
    };
}
pub(super) use may_see_sql;

/// Hands the notice out. What the database had to say is in the predicate; this is what the viewer's own facts say.
pub(super) fn show(viewer: &Viewer, notice: Notice, now: Millis) -> Option<Visible<Notice>> {
    let member = viewer.member()?;
    let is_theirs = member.id == notice.account;
    let is_near = !member.is_apart_from(notice.from) && !member.has_muted(notice.from, now);
    (is_theirs && is_near).then(|| Visible::grant(notice))
}
