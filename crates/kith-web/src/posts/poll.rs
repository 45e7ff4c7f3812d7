//! The poll of a post: how it looks, and voting.

use axum::extract::Path;
use kith_base::{DAY, limits};
use kith_domain::polls::{self, NewPoll, Poll};
use kith_domain::{PostId, posts};
use kith_http::{Answer, Form, Visit, see_other, with_flash};
use kith_locale::Locale;

use super::back;

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
    pub(crate) fn of(l: &Locale, poll: &Poll) -> Self {
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
            post: poll.post.to_string(),
            action: format!("/p/{}/vote", poll.post),
            options: options.collect(),
            is_multiple: poll.is_multiple,
            may_vote: poll.may_vote,
            voters: l.t1("polls-voters", "count", poll.voters),
            until: if poll.has_ended { l.t("polls-over") } else { l.t1("polls-until", "date", until) },
            hides: poll.hides_totals && !poll.has_ended,
        }
    }
}

/// What somebody typed to ask.
#[derive(Clone, Debug, Default)]
pub(super) struct PollForm {
    pub(super) options: Vec<String>,
    pub(super) days: i64,
    pub(super) is_multiple: bool,
}

impl PollForm {
    /// For how many days a poll of the page may be asked.
    const DAYS: [i64; 5] = [1, 3, 7, 14, 30];

    pub(super) fn read(form: &Form) -> Self {
        Self {
            options: form.all("poll_option").take(*limits::POLL_OPTIONS.end()).map(str::to_owned).collect(),
            days: form.get("poll_days").parse().unwrap_or(0),
            is_multiple: form.get("poll_several") == "yes",
        }
    }

    /// The fields for answers, each with its label.
    pub(super) fn fields(&self, l: &Locale) -> Vec<(String, &str)> {
        let numbered = self.options.iter().enumerate();
        numbered.map(|(at, option)| (l.t1("polls-answer", "number", at + 1), option.as_str())).collect()
    }

    /// For how many days it may be asked, in words, and whether that is chosen.
    pub(super) fn lengths(&self, l: &Locale) -> Vec<(i64, String, bool)> {
        Self::DAYS.map(|days| (days, l.t1("polls-for-days", "days", days), days == self.days)).to_vec()
    }

    /// What is asked; fields left empty are none of it, and with all of them empty there is no poll.
    pub(super) fn asked(&self) -> Option<NewPoll> {
        let typed = self.options.iter().filter(|option| !option.trim().is_empty());
        let options: Vec<String> = typed.cloned().collect();
        (!options.is_empty()).then(|| NewPoll {
            options,
            is_multiple: self.is_multiple,
            hides_totals: false,
            lasts: self.days.saturating_mul(DAY),
        })
    }

    /// The same with as many fields as the page shows, those with words in them first.
    pub(super) fn with_room(mut self) -> Self {
        self.options.retain(|option| !option.trim().is_empty());
        self.options.resize((self.options.len() + 1).clamp(4, *limits::POLL_OPTIONS.end()), String::new());
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
