//! Asking: a post and its poll are written in one transaction.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use kith_base::{DAY, Error, Message, Millis, Result, limits};
use kith_db::Tx;

use super::model::NewPoll;
use super::sql;
use crate::posts::{self, Along, NewPost, Post};
use crate::viewer::{Viewer, Visible};
use crate::{App, PostId, groups, viewers};

/// How long a poll may last.
pub const LASTS: RangeInclusive<Millis> = 5 * kith_base::MINUTE..=30 * DAY;

struct WithPoll(NewPoll);

impl Along for WithPoll {
    fn after(&self, tx: &mut Tx<'_>, post: PostId) -> Result<()> {
        check_group(tx, post)?;
        put(tx, post, &self.0)
    }
}

/// Whether its author may ask something where the post stands.
fn check_group(tx: &mut Tx<'_>, post: PostId) -> Result<()> {
    let post = posts::load(tx, &Viewer::System("where a poll is asked"), post)?;
    let Some(group) = post.facts.group else { return Ok(()) };
    let author = Viewer::Member(viewers::load_fresh(tx, post.author)?);
    let group = groups::load(tx, &author, group.id)?;
    groups::check_making(&author, &group, groups::Right::MakePolls, "groups-may-not-polls")
}

/// Writes a post with a poll, if there is one.
///
/// # Errors
/// As [`posts::create`]; Invalid (field `poll`) for the poll.
pub async fn create_post(
    app: &App,
    viewer: &Viewer,
    new: NewPost,
    poll: Option<NewPoll>,
) -> Result<Visible<Post>> {
    match poll {
        Some(poll) => posts::create_along(app, viewer, new, WithPoll(checked(poll)?)).await,
        None => posts::create(app, viewer, new).await,
    }
}

/// Writes a poll that was [`checked`] onto a post of this transaction.
pub(crate) fn put(tx: &mut Tx<'_>, post: PostId, poll: &NewPoll) -> Result<()> {
    sql::insert(tx, post, poll)
}

/// A poll as it will be stored.
///
/// # Errors
/// Invalid (field `poll`) with the first rule that it breaks.
pub(crate) fn checked(mut poll: NewPoll) -> Result<NewPoll> {
    let refused = |message: Message| Err(Error::invalid("poll", message));
    let (least, most) = (*limits::POLL_OPTIONS.start(), *limits::POLL_OPTIONS.end());
    if poll.options.len() > most {
        return refused(Message::new("polls-too-many").with("limit", most));
    }
    poll.options = poll.options.iter().map(|option| kith_text::normalise_line(option)).collect();
    if poll.options.len() < least || poll.options.iter().any(String::is_empty) {
        return refused(Message::new("polls-too-few").with("least", least));
    }
    if poll.options.iter().any(|option| kith_text::count::characters(option) > limits::POLL_OPTION) {
        return refused(Message::new("polls-option-too-long").with("limit", limits::POLL_OPTION));
    }
    let mut seen = HashSet::new();
    if !poll.options.iter().all(|option| seen.insert(option.to_lowercase())) {
        return refused("polls-options-alike".into());
    }
    if !LASTS.contains(&poll.lasts) {
        return refused("polls-lasts".into());
    }
    Ok(poll)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(options: &[&str], lasts: Millis) -> Result<NewPoll> {
        let options = options.iter().map(|option| (*option).to_owned()).collect();
        checked(NewPoll { options, lasts, ..NewPoll::default() })
    }

    #[test]
    fn a_poll_has_bounds() {
        assert_eq!(asked(&[" Tea ", "Coffee"], DAY).unwrap().options, ["Tea", "Coffee"]);
        let long = "x".repeat(limits::POLL_OPTION + 1);
        for options in [&["Tea"][..], &["Tea", " "], &["Tea", "tea"], &["Tea", &long], &["x"; 11]] {
            assert!(asked(options, DAY).is_err(), "{options:?}");
        }
        for lasts in [0, -DAY, 4 * kith_base::MINUTE, 31 * DAY, Millis::MAX] {
            assert!(asked(&["Tea", "Coffee"], lasts).is_err(), "{lasts}");
        }
    }
}
