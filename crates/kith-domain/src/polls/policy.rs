//! Who may see a poll and vote: whoever may see its post, and of them everybody but the one who asks; in a conversation
//! whoever takes part.

use kith_base::Millis;

use super::model::{Poll, PollOption, Stored};
use crate::AccountId;
use crate::posts::{self, PostFacts};
use crate::viewer::{Viewer, Visible};

/// Whether `viewer` may vote in a poll on this post: whoever sees the post and takes part, but for its author.
pub fn may_vote(viewer: &Viewer, post: &PostFacts) -> bool {
    viewer.active().is_ok_and(|member| member.id != post.author) && posts::policy::may_react(viewer, post)
}

/// What a viewer who may see the post gets to know of its poll at `now`. Hidden counts are hidden from the author too.
pub(super) fn known(viewer: &Viewer, post: &PostFacts, stored: Stored, now: Millis) -> Poll {
    let shows_totals = stored.ends_at <= now || !stored.hides_totals;
    let may_vote = may_vote(viewer, post);
    let hides_totals = stored.hides_totals;
    let poll = of_stored(post.author, may_vote, stored, (shows_totals, now));
    Poll { post: Some(post.id), hides_totals, is_own: viewer.id() == Some(post.author), ..poll }
}

/// What somebody in a conversation gets to know of a poll there at `now`. Hidden counts are hidden until they have voted.
pub(super) fn known_in_chat(author: AccountId, takes_part: bool, stored: Stored, now: Millis) -> Poll {
    let shows_totals = stored.ends_at <= now || !stored.hides_totals || !stored.mine.is_empty();
    of_stored(author, takes_part, stored, (shows_totals, now))
}

fn of_stored(author: AccountId, may_vote: bool, stored: Stored, (shows_totals, now): (bool, Millis)) -> Poll {
    let has_ended = stored.ends_at <= now;
    Poll {
        id: stored.id,
        post: None,
        author,
        is_multiple: stored.is_multiple,
        hides_totals: !shows_totals,
        ends_at: stored.ends_at,
        has_ended,
        voters: stored.voters,
        votes: stored.options.iter().map(|(_, votes)| votes).sum(),
        is_own: false,
        may_vote: may_vote && !has_ended && stored.mine.is_empty(),
        mine: stored.mine,
        options: stored
            .options
            .into_iter()
            .map(|(title, votes)| PollOption { title, votes: shows_totals.then_some(votes) })
            .collect(),
    }
}

/// Hands the poll out, if `viewer` may see the post it stands on.
pub(super) fn show(viewer: &Viewer, post: &PostFacts, stored: Stored, now: Millis) -> Option<Visible<Poll>> {
    posts::policy::may_see(viewer, post).then(|| Visible::grant(known(viewer, post, stored, now)))
}
