//! Who may see a comment and do what with it. All of it presupposes sight of the post.

use kith_base::Millis;

use super::model::Comment;
use crate::posts::{PostFacts, policy as posts};
use crate::viewer::{AccountState, Member, Viewer, Visible};

/// Whether `viewer` may see the comment: whoever sees the post, unless the comment is deleted, its author is not there, or
/// a block stands between the two.
pub fn may_see(viewer: &Viewer, post: &PostFacts, comment: &Comment) -> bool {
    posts::may_see(viewer, post)
        && comment.post == post.id
        && comment.deleted_at.is_none()
        && comment.author_state.is_present()
        && viewer.member().is_none_or(|member| !member.is_apart_from(comment.author))
}

/// The part of [`may_see`] that concerns the comment, as an SQL predicate over an alias of `comments`, with `$1` the id of
/// `posts::policy::sql_viewer`.
macro_rules! may_see_sql {
    ($c:literal) => {
        concat!(
            "(",
            $c,
            ".deleted_at IS NULL
              AND EXISTS (SELECT 1 FROM accounts seen_writer
                           WHERE seen_writer.id = ",
            $c,
            ".author_id AND seen_writer.state = 'active')
              AND NOT EXISTS (SELECT 1 FROM blocks b
                               WHERE b.account_id = $1 AND b.blocked_id = ",
            $c,
            ".author_id)
              AND NOT EXISTS (SELECT 1 FROM blocks b
                               WHERE b.blocked_id = $1 AND b.account_id = ",
            $c,
            ".author_id))"
        )
    };
}
pub(crate) use may_see_sql;

/// Hands the comment out, if `viewer` may see it.
pub fn show(viewer: &Viewer, post: &PostFacts, comment: Comment) -> Option<Visible<Comment>> {
    may_see(viewer, post, &comment).then(|| Visible::grant(comment))
}

/// Whether `viewer` may change the words: the author of the comment.
pub fn may_edit(viewer: &Viewer, post: &PostFacts, comment: &Comment) -> bool {
    acting(viewer).is_some_and(|member| member.id == comment.author) && may_see(viewer, post, comment)
}

/// Whether `viewer` may delete it: its author, the author of the post, the owner of the wall, and those who look after the
/// group.
pub fn may_delete(viewer: &Viewer, post: &PostFacts, comment: &Comment) -> bool {
    let is_near = |member: &Member| {
        [comment.author, post.author, post.owner].contains(&member.id)
            || post.group.is_some_and(|group| member.moderates(group.id))
    };
    acting(viewer).is_some_and(is_near) && may_see(viewer, post, comment)
}

/// Whether `viewer` may react: whoever sees it and takes part.
pub fn may_react(viewer: &Viewer, post: &PostFacts, comment: &Comment) -> bool {
    posts::may_react(viewer, post) && may_see(viewer, post, comment)
}

/// Whether `viewer` may take a deletion back at `now`: who deleted it, for a short while, as long as the post is there.
pub fn may_restore(viewer: &Viewer, post: &PostFacts, comment: &Comment, now: Millis) -> bool {
    let Some(member) = acting(viewer) else { return false };
    posts::may_see(viewer, post)
        && comment.deleted_by == Some(member.id)
        && comment.deleted_at.is_some_and(|deleted| now - deleted <= posts::UNDO)
}

/// The member who may take part.
fn acting(viewer: &Viewer) -> Option<&Member> {
    viewer.member().filter(|member| member.state == AccountState::Active)
}
