//! What is looked for, read from an address and written back into others.

use jiff::ToSpan;
use jiff::civil::Date;
use kith_base::{Millis, Result};
use kith_domain::profiles::{self, Lookup};
use kith_domain::search::{SubjectKind, Wanted};
use kith_domain::{AccountId, accounts};
use kith_http::Visit;
use serde::Deserialize;

use super::PAGE;

/// Characters of a question; what stands beyond them is not looked at.
pub(super) const WORDS: usize = 200;

/// The address as it came.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    pub(super) q: String,
    r#type: String,
    from: String,
    at: String,
    after: String,
    before: String,
    page: String,
}

/// The question, with what was typed beside what was understood of it.
#[derive(Default)]
pub(super) struct Question {
    pub(super) words: String,
    pub(super) kind: Option<SubjectKind>,
    /// A handle.
    pub(super) from: String,
    /// Words of a place.
    pub(super) at: String,
    /// Days as fields for dates write them.
    pub(super) after: String,
    pub(super) before: String,
    pub(super) from_problem: Option<String>,
    pub(super) after_problem: Option<String>,
    pub(super) before_problem: Option<String>,
    /// Where a page of one kind begins.
    pub(super) page: Option<i64>,
    by: Option<AccountId>,
    since: Option<Millis>,
    until: Option<Millis>,
}

impl Question {
    /// Reads an address. What cannot be understood comes back with its complaint.
    pub(super) async fn read(visit: &Visit, asked: Asked) -> Result<Self> {
        let short = |text: &str| text.trim().chars().take(WORDS).collect::<String>();
        let mut question = Self {
            words: short(&asked.q),
            kind: kind_of(&asked.r#type),
            from: short(&asked.from).trim_start_matches('@').to_owned(),
            at: short(&asked.at),
            after: short(&asked.after),
            before: short(&asked.before),
            page: asked.page.parse().ok().filter(|page: &i64| *page > 0),
            ..Self::default()
        };
        let zone = visit.locale.time_zone();
        let wrong = || visit.locale.t("error-bad-date");
        match begin_of(&question.after, zone, 0) {
            Ok(since) => question.since = since,
            Err(()) => question.after_problem = Some(wrong()),
        }
        // Up to the end of that day.
        match begin_of(&question.before, zone, 1) {
            Ok(until) => question.until = until,
            Err(()) => question.before_problem = Some(wrong()),
        }
        if !question.from.is_empty() {
            question.by = find(visit, &question.from).await?;
            if question.by.is_none() {
                question.from_problem = Some(visit.locale.t("search-from-unknown"));
            }
        }
        Ok(question)
    }

    /// What to look for; nothing while nothing is asked, or something of it is not understood.
    pub(super) fn wanted(&self) -> Option<Wanted> {
        let is_asked = !self.words.is_empty() || !self.at.is_empty() || self.by.is_some();
        let is_clear =
            self.from_problem.is_none() && self.after_problem.is_none() && self.before_problem.is_none();
        (is_asked && is_clear).then(|| Wanted {
            words: self.words.clone(),
            by: self.by,
            place: self.at.clone(),
            since: self.since,
            until: self.until,
        })
    }

    /// Whether the fields below the box hold anything.
    pub(super) fn is_narrowed(&self) -> bool {
        let fields = [&self.from, &self.at, &self.after, &self.before];
        fields.into_iter().any(|field| !field.is_empty())
    }

    /// The word of the tab that is shown; none for all kinds.
    pub(super) fn kind_word(&self) -> &'static str {
        word_of(self.kind)
    }

    /// The list that the next page goes on with.
    pub(super) const fn list_id(&self) -> &'static str {
        match self.kind {
            Some(SubjectKind::Person) => "found-people",
            None | Some(SubjectKind::Post) => "found-posts",
            Some(SubjectKind::Comment) => "found-comments",
            Some(SubjectKind::Photo) => "found-photos",
            Some(SubjectKind::Event) => "found-events",
            Some(SubjectKind::Group) => "found-groups",
        }
    }

    /// The address of this question in another tab.
    pub(super) fn address(&self, kind: Option<SubjectKind>) -> String {
        let mut fields = url::form_urlencoded::Serializer::new(String::new());
        let all = [
            ("q", self.words.as_str()),
            ("type", word_of(kind)),
            ("from", &self.from),
            ("at", &self.at),
            ("after", &self.after),
            ("before", &self.before),
        ];
        for (name, value) in all.into_iter().filter(|(_, value)| !value.is_empty()) {
            fields.append_pair(name, value);
        }
        format!("{PAGE}?{}", fields.finish())
    }

    /// The address of the next page of this tab.
    pub(super) fn next_page(&self, from: &str) -> String {
        format!("{}&page={from}", self.address(self.kind))
    }
}

fn kind_of(word: &str) -> Option<SubjectKind> {
    SubjectKind::ALL.iter().copied().find(|kind| word_of(Some(*kind)) == word)
}

const fn word_of(kind: Option<SubjectKind>) -> &'static str {
    match kind {
        None => "",
        Some(SubjectKind::Person) => "people",
        Some(SubjectKind::Post) => "posts",
        Some(SubjectKind::Comment) => "comments",
        Some(SubjectKind::Photo) => "photos",
        Some(SubjectKind::Event) => "events",
        Some(SubjectKind::Group) => "groups",
    }
}

/// Whom the viewer meets under this handle.
async fn find(visit: &Visit, handle: &str) -> Result<Option<AccountId>> {
    match profiles::find(&visit.app, &visit.viewer, handle).await {
        Ok(Lookup::Here(id)) => Ok(Some(id)),
        Ok(Lookup::Moved(handle)) => {
            let found = visit.app.db.read(move |q| accounts::find_by_handle(q, &handle)).await?;
            Ok(found.map(accounts::Found::id))
        }
        Err(error) if error.is_not_found() => Ok(None),
        Err(error) => Err(error),
    }
}

/// When a day begins where the reader lives, or the one so many days later; none where no day is given.
fn begin_of(day: &str, zone: &str, later: i64) -> Result<Option<Millis>, ()> {
    if day.is_empty() {
        return Ok(None);
    }
    let day: Date = day.parse().map_err(drop)?;
    let day = day.checked_add(later.days()).map_err(drop)?;
    let begin = day.in_tz(zone).map_err(drop)?;
    Ok(Some(begin.timestamp().as_millisecond()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_where_the_reader_lives() {
        assert_eq!(begin_of("", "UTC", 0), Ok(None));
        assert_eq!(begin_of("1970-01-02", "UTC", 0), Ok(Some(86_400_000)));
        assert_eq!(begin_of("1970-01-01", "UTC", 1), Ok(Some(86_400_000)));
        assert_eq!(begin_of("1970-01-02", "Asia/Kathmandu", 0), Ok(Some(86_400_000 - 19_800_000)));
        for wrong in ["yesterday", "1970-02-30", "1970", "9999-12-31T"] {
            assert_eq!(begin_of(wrong, "UTC", 0), Err(()), "{wrong}");
        }
        assert_eq!(begin_of("9999-12-31", "UTC", 1), Err(()), "there is no day after it");
    }

    #[test]
    fn a_question_goes_from_tab_to_tab() {
        let question = Question { words: "a & b".into(), from: "ann".into(), ..Question::default() };
        assert_eq!(question.address(Some(SubjectKind::Photo)), "/search?q=a+%26+b&type=photos&from=ann");
        assert_eq!(question.address(None), "/search?q=a+%26+b&from=ann");
        assert!(SubjectKind::ALL.iter().all(|kind| kind_of(word_of(Some(*kind))) == Some(*kind)));
        assert_eq!(kind_of("x"), None);
    }
}
