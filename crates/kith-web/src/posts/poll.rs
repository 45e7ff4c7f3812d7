//! The poll of a post: how it looks, and voting.

use axum::extract::Path;
use kith_base::{DAY, Millis, limits};
use kith_domain::polls::{self, NewPoll, Poll};
use kith_domain::{PostId, posts};
use kith_http::{Answer, Form, Visit, see_other, with_flash};
use kith_locale::Locale;

use super::back;
use crate::when;

/// A poll on a card.
pub(crate) struct PollView {
    pub(crate) post: String,
    pub(crate) action: String,
    pub(crate) options: Vec<AnswerView>,
    pub(crate) is_multiple: bool,
    pub(crate) may_vote: bool,
    pub(crate) voters: String,
    pub(crate) until: String,
    /// Whether the counts are kept back until the end.
    pub(crate) hides: bool,
    /// Where the viewer's vote is taken back; none where there is none or it is too late.
    pub(crate) again: Option<String>,
}

/// One answer.
pub(crate) struct AnswerView {
    pub(crate) place: usize,
    pub(crate) title: String,
    pub(crate) percent: i64,
    /// The same as words; none while it is hidden.
    pub(crate) share: Option<String>,
    pub(crate) is_mine: bool,
}

impl PollView {
    /// The poll of a post.
    pub(crate) fn of(l: &Locale, poll: &Poll) -> Self {
        let base = poll.post.map(|post| format!("/p/{post}")).unwrap_or_default();
        Self::below(l, poll, &base)
    }

    /// A poll in which one votes below this address.
    pub(crate) fn below(l: &Locale, poll: &Poll, base: &str) -> Self {
        let options = poll.options.iter().enumerate().map(|(place, option)| {
            // Of people: with several choices each, the answers together may be more than all of them.
            let percent = option.votes.map(|votes| votes.saturating_mul(100) / poll.voters.max(1));
            AnswerView {
                place,
                title: option.title.clone(),
                percent: percent.unwrap_or(0),
                share: percent.map(|percent| l.t1("polls-share", "percent", percent)),
                is_mine: poll.mine.contains(&place),
            }
        });
        let until = l.date_time(poll.ends_at);
        Self {
            post: poll.post.map(|post| post.to_string()).unwrap_or_default(),
            action: format!("{base}/vote"),
            options: options.collect(),
            is_multiple: poll.is_multiple,
            may_vote: poll.may_vote,
            voters: l.t1("polls-voters", "count", poll.voters),
            until: if poll.has_ended { l.t("polls-over") } else { l.t1("polls-until", "date", until) },
            hides: poll.hides_totals && !poll.has_ended,
            again: (!poll.has_ended && !poll.mine.is_empty()).then(|| format!("{base}/unvote")),
        }
    }
}

/// Fields for answers to begin with.
const FIRST_ROOMS: usize = 4;
/// Fields for answers beside a message.
const ROOMS_OF_MESSAGE: usize = 6;
/// Fields that come when more are asked for.
const MORE: usize = 3;

/// What somebody typed to ask.
#[derive(Clone, Debug, Default)]
pub(crate) struct PollForm {
    pub(crate) options: Vec<String>,
    pub(crate) days: i64,
    /// When it ends, as the field says it; with something in it, the days do not count.
    pub(crate) until: String,
    pub(crate) is_multiple: bool,
    pub(crate) hides: bool,
    /// How many fields for answers there are to be at least.
    rooms: usize,
    /// Whether more fields were asked for.
    wants_more: bool,
}

impl PollForm {
    /// For how many days a poll of the page may be asked.
    const DAYS: [i64; 5] = [1, 3, 7, 14, 30];

    pub(crate) fn read(form: &Form) -> Self {
        let options: Vec<String> =
            form.all("poll_option").take(*limits::POLL_OPTIONS.end()).map(str::to_owned).collect();
        let wants_more = form.get("do") == "more-answers";
        Self {
            rooms: options.len() + if wants_more { MORE } else { 0 },
            wants_more,
            options,
            days: form.get("poll_days").parse().unwrap_or(0),
            until: form.get("poll_until").to_owned(),
            is_multiple: form.get("poll_several") == "yes",
            hides: form.get("poll_hidden") == "yes",
        }
    }

    /// A poll that was kept with a draft.
    pub(crate) fn of(poll: &NewPoll) -> Self {
        let days = Self::DAYS.into_iter().find(|days| poll.lasts <= days * DAY);
        Self {
            options: poll.options.clone(),
            days: days.unwrap_or(0),
            is_multiple: poll.is_multiple,
            hides: poll.hides_totals,
            ..Self::default()
        }
    }

    /// Whether somebody began to ask.
    pub(crate) fn is_begun(&self) -> bool {
        self.options.iter().any(|option| !option.is_empty()) || self.wants_more
    }

    /// Whether there may be more answers than there are fields.
    pub(crate) fn has_room(&self) -> bool {
        self.options.len() < *limits::POLL_OPTIONS.end()
    }

    /// The fields for answers, each with its label.
    pub(crate) fn fields(&self, l: &Locale) -> Vec<(String, &str)> {
        let numbered = self.options.iter().enumerate();
        numbered.map(|(at, option)| (l.t1("polls-answer", "number", at + 1), option.as_str())).collect()
    }

    /// For how many days it may be asked, in words, and whether that is chosen.
    pub(crate) fn lengths(&self, l: &Locale) -> Vec<(i64, String, bool)> {
        Self::DAYS.map(|days| (days, l.t1("polls-for-days", "days", days), days == self.days)).to_vec()
    }

    /// What is asked; fields left empty are none of it, and with all of them empty there is no poll.
    pub(crate) fn asked(&self, l: &Locale, now: Millis) -> Option<NewPoll> {
        let typed = self.options.iter().filter(|option| !option.trim().is_empty());
        let options: Vec<String> = typed.cloned().collect();
        (!options.is_empty()).then(|| NewPoll {
            options,
            is_multiple: self.is_multiple,
            hides_totals: self.hides,
            lasts: match self.until.trim() {
                "" => self.days.saturating_mul(DAY),
                until => when::read(l, until).map_or(0, |until| until.saturating_sub(now)),
            },
        })
    }

    /// [`Self::with_room`] for a form beside a message, where nothing adds more fields.
    pub(crate) fn of_message(mut self) -> Self {
        self.rooms = self.rooms.max(ROOMS_OF_MESSAGE);
        self.with_room()
    }

    /// The same with as many fields as the page shows, those with words in them first.
    pub(crate) fn with_room(mut self) -> Self {
        self.options.retain(|option| !option.trim().is_empty());
        let rooms = self.rooms.max(self.options.len() + 1).clamp(FIRST_ROOMS, *limits::POLL_OPTIONS.end());
        self.options.resize(rooms, String::new());
        if !Self::DAYS.contains(&self.days) {
            self.days = 7;
        }
        self
    }
}

pub(super) async fn vote(visit: Visit, Path(id): Path<PostId>, form: Form) -> Answer {
    form.only(&["choice", "back"])?;
    let choices: Vec<usize> = form.all("choice").filter_map(|place| place.parse().ok()).collect();
    let fallback = format!("/p/{id}");
    let to = back(&form, &fallback);
    if choices.is_empty() {
        // Nothing was ticked: said on the page they came from, if the post is theirs to see.
        posts::get(&visit.app, &visit.viewer, id).await?;
        return Ok(with_flash(see_other(to), "polls-choose", None));
    }
    polls::vote_on(&visit.app, &visit.viewer, id, choices).await?;
    Ok(with_flash(see_other(to), "flash-voted", None))
}

/// Takes a vote back, so that one can choose anew.
pub(super) async fn unvote(visit: Visit, Path(id): Path<PostId>, form: Form) -> Answer {
    form.only(&["back"])?;
    polls::take_back(&visit.app, &visit.viewer, id).await?;
    let fallback = format!("/p/{id}");
    Ok(with_flash(see_other(back(&form, &fallback)), "flash-unvoted", None))
}
