//! Who may see a post and do what with it: the published rules, as functions of facts. The default is no.

use kith_base::{Millis, SECOND};

use super::model::{Audience, CommentAudience, Post, PostFacts};
use crate::AccountId;
use crate::viewer::{AccountState, Member, Viewer, Visible};

/// How long a deletion can be taken back. The page says ten seconds; slow lines get the rest.
pub const UNDO: Millis = 15 * SECOND;

/// Whether `viewer` may see the post.
///
/// A post is gone for all when it is deleted, or when its author or the owner of the wall is not there. Visitors see
/// what is for the world. Between two who are apart by a block nothing is seen. The author sees their own, the owner of
/// the wall what stands on it. Whoever is restricted sees only what everybody sees. The staff see no more than others.
pub fn may_see(viewer: &Viewer, post: &PostFacts) -> bool {
    if post.deleted_at.is_some() || !post.author_state.is_present() || !post.owner_state.is_present() {
        return false;
    }
    match viewer {
        Viewer::System(_) => true,
        Viewer::Member(member) if member.state == AccountState::Active => member_may_see(member, post),
        Viewer::Anonymous | Viewer::Member(_) => post.choice.audience == Audience::World,
    }
}

fn member_may_see(member: &Member, post: &PostFacts) -> bool {
    if member.id == post.author {
        return true;
    }
    if member.is_apart_from(post.author) || member.is_apart_from(post.owner) {
        return false;
    }
    if member.id == post.owner {
        return true;
    }
    if post.choice.audience.is_wide() {
        return true;
    }
    if member.restricted_by.contains(&post.author) || member.restricted_by.contains(&post.owner) {
        return false;
    }
    let is_friend = member.friends.contains(&post.owner);
    let choice = &post.choice;
    match choice.audience {
        Audience::World | Audience::Community => true,
        Audience::Friends => is_friend,
        Audience::FriendsExcept => {
            is_friend
                && !choice.people.contains(&member.id)
                && !choice.except_circles.iter().any(|circle| member.circles_in.contains(circle))
        }
        Audience::Circle => choice.circle.is_some_and(|circle| member.circles_in.contains(&circle)),
        Audience::People => choice.people.contains(&member.id),
        Audience::Self_ => false,
    }
}

/// [`may_see`] as an SQL predicate over `posts p`, with `$1` the id of [`sql_viewer`]. Follows the rule line by line; a
/// property test holds the two together.
macro_rules! may_see_sql {
    () => {
        "(p.deleted_at IS NULL
          AND EXISTS (SELECT 1 FROM accounts seen_author
                       WHERE seen_author.id = p.author_id AND seen_author.state = 'active')
          AND EXISTS (SELECT 1 FROM accounts seen_owner
                       WHERE seen_owner.id = p.owner_id AND seen_owner.state = 'active')
          AND (p.author_id = $1
               OR (NOT EXISTS (SELECT 1 FROM blocks b
                                WHERE b.account_id = $1 AND b.blocked_id IN (p.author_id, p.owner_id))
                   AND NOT EXISTS (SELECT 1 FROM blocks b
                                    WHERE b.blocked_id = $1 AND b.account_id IN (p.author_id, p.owner_id))
                   AND (p.owner_id = $1
                        OR p.audience = 'world'
                        OR (p.audience = 'community' AND $1 > 0)
                        OR (NOT EXISTS (SELECT 1 FROM restrictions r
                                         WHERE r.restricted_id = $1 AND r.account_id IN (p.author_id, p.owner_id))
                            AND ((p.audience = 'friends'
                                  AND EXISTS (SELECT 1 FROM friendships f
                                               WHERE f.account_id = p.owner_id AND f.friend_id = $1))
                                 OR (p.audience = 'friends_except'
                                     AND EXISTS (SELECT 1 FROM friendships f
                                                  WHERE f.account_id = p.owner_id AND f.friend_id = $1)
                                     AND NOT EXISTS (SELECT 1 FROM post_people pp
                                                      WHERE pp.post_id = p.id AND pp.account_id = $1)
                                     AND NOT EXISTS (SELECT 1 FROM post_except_circles pc
                                                       JOIN circle_members cm ON cm.circle_id = pc.circle_id
                                                      WHERE pc.post_id = p.id AND cm.member_id = $1))
                                 OR (p.audience = 'circle'
                                     AND EXISTS (SELECT 1 FROM circle_members cm
                                                  WHERE cm.circle_id = p.circle_id AND cm.member_id = $1))
                                 OR (p.audience = 'people'
                                     AND EXISTS (SELECT 1 FROM post_people pp
                                                  WHERE pp.post_id = p.id AND pp.account_id = $1))))))))"
    };
}
pub(crate) use may_see_sql;

/// The `$1` of the predicate: the member who may take part, or zero, which has no ties to anybody.
pub fn sql_viewer(viewer: &Viewer) -> AccountId {
    viewer
        .member()
        .filter(|member| member.state == AccountState::Active)
        .map_or(AccountId::new(0), |member| member.id)
}

/// Hands the post out, if `viewer` may see it.
pub fn show(viewer: &Viewer, post: Post) -> Option<Visible<Post>> {
    may_see(viewer, &post.facts).then(|| Visible::grant(post))
}

/// Whether `viewer` may comment: whoever sees the post and is in its comment audience, unless comments are closed.
pub fn may_comment(viewer: &Viewer, post: &PostFacts) -> bool {
    let Some(member) = acting(viewer) else { return false };
    if !may_see(viewer, post) || post.comments_closed_at.is_some() {
        return false;
    }
    member.id == post.author
        || match post.comments.audience {
            CommentAudience::Same => true,
            CommentAudience::Friends => member.id == post.owner || member.friends.contains(&post.owner),
            CommentAudience::People => post.comments.people.contains(&member.id),
            CommentAudience::Nobody => false,
        }
}

/// Whether `viewer` may react: whoever sees the post and takes part.
pub fn may_react(viewer: &Viewer, post: &PostFacts) -> bool {
    acting(viewer).is_some() && may_see(viewer, post)
}

/// Whether `viewer` may pass the post on; how far is a question of the audience they choose.
pub fn may_share(viewer: &Viewer, post: &PostFacts) -> bool {
    acting(viewer).is_some() && may_see(viewer, post)
}

/// Whether `viewer` may change words, photos and audience: the author alone.
pub fn may_edit(viewer: &Viewer, post: &PostFacts) -> bool {
    acting(viewer).is_some_and(|member| member.id == post.author) && may_see(viewer, post)
}

/// Whether `viewer` may delete it: the author, and the owner of the wall on which it stands.
pub fn may_delete(viewer: &Viewer, post: &PostFacts) -> bool {
    acting(viewer).is_some_and(|member| member.id == post.author || member.id == post.owner)
        && may_see(viewer, post)
}

/// Whether `viewer` may close and reopen the comments: author and owner of the wall.
pub fn may_close_comments(viewer: &Viewer, post: &PostFacts) -> bool {
    may_delete(viewer, post)
}

/// Whether `viewer` may pin it to their profile: their own post on their own profile.
pub fn may_pin(viewer: &Viewer, post: &PostFacts) -> bool {
    acting(viewer).is_some_and(|member| member.id == post.author && member.id == post.owner)
        && may_see(viewer, post)
}

/// Whether `viewer` may take a deletion back at `now`: who deleted it, for a short while.
pub fn may_restore(viewer: &Viewer, post: &PostFacts, now: Millis) -> bool {
    let Some(member) = acting(viewer) else { return false };
    post.deleted_by == Some(member.id) && post.deleted_at.is_some_and(|deleted| now - deleted <= UNDO)
}

/// Whether `member` may write on the wall of `owner`, whose setting lets friends do so or nobody.
pub fn may_write_on_wall(member: &Member, owner: AccountId, friends_may: bool) -> bool {
    friends_may && member.friends.contains(&owner) && !member.is_apart_from(owner)
}

/// The member who may take part.
fn acting(viewer: &Viewer) -> Option<&Member> {
    viewer.member().filter(|member| member.state == AccountState::Active)
}
