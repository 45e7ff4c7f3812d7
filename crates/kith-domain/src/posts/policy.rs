//! Who may see a post and do what with it: the published rules, as functions of facts. The default is no.

use kith_base::{Millis, SECOND};

use super::model::{Audience, CommentAudience, Hold, Post, PostFacts};
use crate::AccountId;
use crate::groups::{self, GroupFacts, Visibility};
use crate::viewer::{AccountState, Member, Viewer, Visible};

/// How long a deletion can be taken back. The page says ten seconds; slow lines get the rest.
pub const UNDO: Millis = 15 * SECOND;

/// Whether `viewer` may see the post.
///
/// A post is gone for all when it is deleted, or when its author or the owner of the wall is not there. Visitors see
/// what is for the world. Between two who are apart by a block nothing is seen. The author sees their own, the owner of
/// the wall what stands on it. Whoever is restricted sees only what everybody sees. The staff see no more than others.
/// What stands in a group is seen by those who read the group, but for a block between them and the author; what is held
/// back there by its author, and while it waits by those who look after the group.
pub fn may_see(viewer: &Viewer, post: &PostFacts) -> bool {
    if post.deleted_at.is_some() || !post.author_state.is_present() || !post.owner_state.is_present() {
        return false;
    }
    if let Some(group) = &post.group {
        return may_see_in_group(viewer, post, group);
    }
    match viewer {
        Viewer::System(_) => true,
        Viewer::Member(member) if member.state == AccountState::Active => member_may_see(member, post),
        Viewer::Anonymous | Viewer::Member(_) => post.choice.audience == Audience::World,
    }
}

fn may_see_in_group(viewer: &Viewer, post: &PostFacts, group: &GroupFacts) -> bool {
    if !groups::policy::may_read(viewer, group) {
        return false;
    }
    let member = acting(viewer);
    if member.is_some_and(|member| member.is_apart_from(post.author)) {
        return false;
    }
    match post.hold {
        None => true,
        _ if viewer.is_system() => true,
        Some(hold) => member.is_some_and(|member| {
            member.id == post.author || (hold == Hold::Waiting && member.moderates(group.id))
        }),
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
        Audience::Self_ | Audience::Group => false,
    }
}

/// [`may_see`] as an SQL predicate over `posts p`, with `$1` the id of [`sql_viewer`]. Follows the rule line by line; a
/// property test holds the two together.
macro_rules! may_see_sql {
    () => {
        concat!(
            "(p.deleted_at IS NULL
          AND EXISTS (SELECT 1 FROM accounts seen_author
                       WHERE seen_author.id = p.author_id AND seen_author.state = 'active')
          AND EXISTS (SELECT 1 FROM accounts seen_owner
                       WHERE seen_owner.id = p.owner_id AND seen_owner.state = 'active')
          AND ((p.group_id IS NULL
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
                                                  WHERE pp.post_id = p.id AND pp.account_id = $1))))))))
           OR (p.group_id IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM blocks b
                                WHERE b.account_id = $1 AND b.blocked_id = p.author_id)
               AND NOT EXISTS (SELECT 1 FROM blocks b
                                WHERE b.blocked_id = $1 AND b.account_id = p.author_id)
               AND (p.group_hold IS NULL
                    OR p.author_id = $1
                    OR (p.group_hold = 'waiting'
                        AND EXISTS (SELECT 1 FROM group_members deciding
                                     WHERE deciding.group_id = p.group_id AND deciding.account_id = $1
                                       AND deciding.state = 'member' AND deciding.role <> 'member')))
               AND EXISTS (SELECT 1 FROM groups pg WHERE pg.id = p.group_id AND ",
            crate::groups::policy::may_read_sql!("pg"),
            "))))"
        )
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
    if !may_see(viewer, post) || post.comments_closed_at.is_some() || post.hold.is_some() {
        return false;
    }
    if post.group.is_some_and(|group| !groups::policy::may_comment(member, &group)) {
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

/// Whether `viewer` may react: whoever sees the post and takes part, in a group as one of its members.
pub fn may_react(viewer: &Viewer, post: &PostFacts) -> bool {
    let takes_part = |member: &Member| {
        post.hold.is_none() && post.group.is_none_or(|group| groups::policy::may_take_part(member, &group))
    };
    acting(viewer).is_some_and(takes_part) && may_see(viewer, post)
}

/// Whether `viewer` may pass the post on; how far is a question of the audience they choose.
pub fn may_share(viewer: &Viewer, post: &PostFacts) -> bool {
    acting(viewer).is_some() && post.hold.is_none() && may_see(viewer, post)
}

/// How far a post that passes this one on may reach outside of groups: what a closed group reads stays in it.
pub const fn widest_share(post: &PostFacts) -> Option<Audience> {
    match &post.group {
        None => Some(post.choice.audience),
        Some(group) => match group.visibility {
            Visibility::Public => Some(Audience::World),
            Visibility::Site => Some(Audience::Community),
            Visibility::Private | Visibility::Hidden => None,
        },
    }
}

/// Whether a post that passes this one on may stand in `into`: what is meant for all, and what stands there already.
pub fn may_share_into(post: &PostFacts, into: crate::GroupId) -> bool {
    post.group.is_some_and(|group| group.id == into) || widest_share(post).is_some_and(Audience::is_wide)
}

/// Whether `viewer` may change words, photos and audience: the author alone.
pub fn may_edit(viewer: &Viewer, post: &PostFacts) -> bool {
    acting(viewer).is_some_and(|member| member.id == post.author) && may_see(viewer, post)
}

/// Whether `viewer` may delete it: the author, the owner of the wall on which it stands, and those who look after the group
/// in which it stands.
pub fn may_delete(viewer: &Viewer, post: &PostFacts) -> bool {
    let is_near = |member: &Member| {
        member.id == post.author
            || member.id == post.owner
            || post.group.is_some_and(|group| member.moderates(group.id))
    };
    acting(viewer).is_some_and(is_near) && may_see(viewer, post)
}

/// Whether `viewer` looks after the group in which it stands.
pub fn may_arrange(viewer: &Viewer, post: &PostFacts) -> bool {
    acting(viewer).is_some_and(|member| post.group.is_some_and(|group| member.moderates(group.id)))
        && may_see(viewer, post)
}

/// Whether `viewer` may close and reopen the comments: author and owner of the wall.
pub fn may_close_comments(viewer: &Viewer, post: &PostFacts) -> bool {
    may_delete(viewer, post)
}

/// Whether `viewer` may pin it to their profile: their own post on their own profile.
pub fn may_pin(viewer: &Viewer, post: &PostFacts) -> bool {
    post.group.is_none()
        && acting(viewer).is_some_and(|member| member.id == post.author && member.id == post.owner)
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
