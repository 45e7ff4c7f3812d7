//! How members want to be told of what: by which ways, at which hours, and of whom.

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use kith_base::{DAY, Error, FieldError, Millis, Result};

use super::{Alert, Occasion, sql};
use crate::App;
use crate::viewer::{Viewer, stored_as_text};

/// Whoever joined less than so long ago is a newcomer.
pub const NEWCOMER: Millis = 30 * DAY;
/// Minutes of a day.
const MINUTES: i64 = 24 * 60;

/// The ways in which a notice reaches somebody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Channels {
    /// On the page of notices.
    pub in_app: bool,
    /// By waking an app.
    pub push: bool,
    /// By a letter at once.
    pub mail: bool,
    /// In the next digest.
    pub digest: bool,
}

impl Channels {
    /// The ways that the letters of `word` stand for.
    pub const fn new(word: &str) -> Self {
        let mut ways = Self { in_app: false, push: false, mail: false, digest: false };
        let mut rest = word.as_bytes();
        while let [letter, more @ ..] = rest {
            match *letter {
                b'a' => ways.in_app = true,
                b'p' => ways.push = true,
                b'e' => ways.mail = true,
                b'd' => ways.digest = true,
                _ => {}
            }
            rest = more;
        }
        ways
    }

    /// The same as letters.
    pub fn word(self) -> String {
        let letters = [(self.in_app, 'a'), (self.push, 'p'), (self.mail, 'e'), (self.digest, 'd')];
        letters.iter().filter(|(is_on, _)| *is_on).map(|(_, letter)| *letter).collect()
    }

    /// Whether there is any way at all.
    pub const fn is_any(self) -> bool {
        self.in_app || self.push || self.mail || self.digest
    }

    /// The ways that both have.
    const fn and(self, other: Self) -> Self {
        Self {
            in_app: self.in_app && other.in_app,
            push: self.push && other.push,
            mail: self.mail && other.mail,
            digest: self.digest && other.digest,
        }
    }
}

/// What becomes of a notice that somebody causes who is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Passage {
    /// It is told like any other.
    #[default]
    Allow,
    /// It waits apart.
    Hold,
    /// It is not told.
    Drop,
}

stored_as_text!(Passage { Allow = "allow", Hold = "hold", Drop = "drop" });

/// Hours in which nothing wakes a member: minutes since midnight in their time zone, over midnight where `to` is the
/// smaller one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// The first minute.
    pub from: i64,
    /// The first minute after it.
    pub to: i64,
}

impl Quiet {
    /// Whether it is quiet at `now` in `time_zone`, by what clocks on the wall show there.
    pub fn holds(self, time_zone: &str, now: Millis) -> bool {
        let zone = TimeZone::get(time_zone).unwrap_or(TimeZone::UTC);
        let Ok(at) = Timestamp::from_millisecond(now) else { return false };
        let time = at.to_zoned(zone).time();
        let minute = i64::from(time.hour()) * 60 + i64::from(time.minute());
        if self.from <= self.to {
            (self.from..self.to).contains(&minute)
        } else {
            minute >= self.from || minute < self.to
        }
    }

    /// When it is over for the first time after `now`, by what clocks on the wall show in `time_zone`.
    pub fn end(self, time_zone: &str, now: Millis) -> Millis {
        let zone = TimeZone::get(time_zone).unwrap_or(TimeZone::UTC);
        let today = Timestamp::from_millisecond(now).unwrap_or_default().to_zoned(zone.clone()).date();
        let (hour, minute) = (self.to.div_euclid(60), self.to.rem_euclid(60));
        let (hour, minute) = (i8::try_from(hour).unwrap_or(0), i8::try_from(minute).unwrap_or(0));
        (0..=2_i64)
            .map(|days| today.saturating_add(days.days()))
            .filter_map(|day| day.at(hour, minute, 0, 0).to_zoned(zone.clone()).ok())
            .map(|end| end.timestamp().as_millisecond())
            .find(|end| *end > now)
            .unwrap_or(now + DAY)
    }
}

/// What a member chose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Ways that are not the usual ones.
    pub channels: Vec<(Occasion, Channels)>,
    /// When nothing wakes them.
    pub quiet: Option<Quiet>,
    /// What becomes of what people cause who are neither friends nor followed.
    pub strangers: Passage,
    /// What becomes of what those of them cause who joined lately.
    pub newcomers: Passage,
}

impl Choices {
    /// The ways for `occasion`, whatever the hour.
    pub fn of(&self, occasion: Occasion) -> Channels {
        let usual = defaults(occasion);
        if is_fixed(occasion) {
            return usual;
        }
        let chosen = self.channels.iter().find(|(known, _)| *known == occasion);
        chosen.map_or(usual, |(_, ways)| ways.and(offered(occasion)))
    }

    /// Reads what [`Choices::channel_words`] wrote; what is no word of ours is left out.
    pub(super) fn channels_of(words: &str) -> Vec<(Occasion, Channels)> {
        let pairs = words.split(' ').filter_map(|word| word.split_once(':'));
        pairs.filter_map(|(name, ways)| Some((Occasion::parse(name)?, Channels::new(ways)))).collect()
    }

    /// What differs from the usual, as words with spaces between.
    pub(super) fn channel_words(&self) -> String {
        let differing = Occasion::ALL.iter().filter(|occasion| self.of(**occasion) != defaults(**occasion));
        let words: Vec<String> = differing
            .map(|occasion| format!("{}:{}", occasion.as_str(), self.of(*occasion).word()))
            .collect();
        words.join(" ")
    }
}

/// Whoever caused a notice, as its receiver sees them.
#[derive(Clone, Copy, Debug)]
pub struct Sender {
    /// Whether they are a friend, or followed.
    pub is_known: bool,
    /// When they joined.
    pub joined_at: Millis,
}

/// The ways for `occasion` of whoever chose nothing.
pub const fn defaults(occasion: Occasion) -> Channels {
    Channels::new(match occasion {
        Occasion::FriendRequest
        | Occasion::Comment
        | Occasion::Reply
        | Occasion::Mention
        | Occasion::WallPost
        | Occasion::EventInvite
        | Occasion::TagPhoto
        | Occasion::GroupAnnouncement => "apd",
        // Messages have a page and a number of their own.
        Occasion::Message => "pd",
        Occasion::ChatAdded
        | Occasion::EventReminder
        | Occasion::SavedReminder
        | Occasion::GroupRequest
        | Occasion::GroupMention
        | Occasion::GroupReport => "ap",
        Occasion::EventChanged | Occasion::EventCancelled | Occasion::EventPromoted => "ape",
        Occasion::FriendAccepted
        | Occasion::JoinedByInvite
        | Occasion::Birthday
        | Occasion::AlbumInvite
        | Occasion::GroupInvite
        | Occasion::GroupRequestResult
        | Occasion::GroupRoleChanged
        | Occasion::GroupOwnerHandover
        | Occasion::PageInvite
        | Occasion::PageRole => "ad",
        // A letter tells of a change already, at the old address too.
        Occasion::NewFollower
        | Occasion::Reaction
        | Occasion::AlsoCommented
        | Occasion::Share
        | Occasion::Quote
        | Occasion::SeeFirst
        | Occasion::ScheduledRefused
        | Occasion::ScheduledPublished
        | Occasion::PollClosed
        | Occasion::PostEdited
        | Occasion::SignupPending
        | Occasion::ReportReceived
        | Occasion::MessageRequest
        | Occasion::MessageReaction
        | Occasion::TagReview
        | Occasion::Memory
        | Occasion::EventResponse
        | Occasion::EventDiscussion
        | Occasion::GroupPost
        | Occasion::GroupPostPending
        | Occasion::GroupPostResult
        | Occasion::GroupArchived
        | Occasion::GroupRenamed
        | Occasion::GroupChanged
        | Occasion::SecurityChanged => "a",
        Occasion::SecurityLogin => "ae",
    })
}

/// The ways that there are for `occasion`: no app is woken for what it has no word for, and letters about requests to
/// join go to admins anyway.
pub const fn offered(occasion: Occasion) -> Channels {
    if is_fixed(occasion) {
        return defaults(occasion);
    }
    let ways = match occasion {
        Occasion::SignupPending => Channels::new("a"),
        // They stand on their own page, whatever somebody chooses.
        Occasion::Message => Channels::new("ed"),
        _ => Channels::new("aed"),
    };
    Channels { push: Alert::of(occasion).is_some(), ..ways }
}

/// Whether it is told whatever somebody chooses: it may be the first sign that an account is in wrong hands.
pub const fn is_fixed(occasion: Occasion) -> bool {
    matches!(occasion, Occasion::SecurityLogin | Occasion::SecurityChanged)
}

/// The ways for `occasion` at `now`: in quiet hours nothing rings, whatever else there is goes on.
pub fn channels(choices: &Choices, occasion: Occasion, time_zone: &str, now: Millis) -> Channels {
    let ways = choices.of(occasion);
    let is_quiet = !is_fixed(occasion) && choices.quiet.is_some_and(|quiet| quiet.holds(time_zone, now));
    if is_quiet { Channels { push: false, mail: false, ..ways } } else { ways }
}

/// When a letter about `occasion` may leave that quiet hours hold up at `now`; none when they hold none up.
pub fn letter_after(choices: &Choices, occasion: Occasion, time_zone: &str, now: Millis) -> Option<Millis> {
    let quiet = choices.quiet.filter(|quiet| !is_fixed(occasion) && quiet.holds(time_zone, now))?;
    choices.of(occasion).mail.then(|| quiet.end(time_zone, now))
}

/// Whether apps of the client API may ring at `now`. What each of them is woken for was chosen in the app itself; here
/// it can be switched off for all of them.
pub fn apps_may_ring(choices: &Choices, occasion: Occasion, time_zone: &str, now: Millis) -> bool {
    let is_quiet = choices.quiet.is_some_and(|quiet| quiet.holds(time_zone, now));
    let is_off = defaults(occasion).push && !choices.of(occasion).push;
    !is_quiet && !is_off
}

/// What becomes of a notice that `sender` causes. Friends and whoever is followed always come through, and so does what
/// nobody can write at will.
pub fn passage(choices: &Choices, occasion: Occasion, sender: Sender, now: Millis) -> Passage {
    let is_at_will = matches!(
        occasion,
        Occasion::FriendRequest
            | Occasion::NewFollower
            | Occasion::Reaction
            | Occasion::Comment
            | Occasion::AlsoCommented
            | Occasion::Reply
            | Occasion::Mention
            | Occasion::WallPost
            | Occasion::Share
            | Occasion::Quote
            | Occasion::EventDiscussion
            | Occasion::GroupMention
    );
    if !is_at_will || sender.is_known {
        return Passage::Allow;
    }
    let is_new = now - sender.joined_at < NEWCOMER;
    if is_new { choices.strangers.max(choices.newcomers) } else { choices.strangers }
}

/// What the viewer chose.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn own_choices(app: &App, viewer: &Viewer) -> Result<Choices> {
    let me = viewer.active()?.id;
    app.db.read(move |q| super::choices_of(q, me)).await
}

/// Keeps what the viewer chose.
///
/// # Errors
/// Invalid when quiet hours begin or end at no time of day (`quiet_from`, `quiet_to`), or have no length.
pub async fn set_choices(app: &App, viewer: &Viewer, choices: Choices) -> Result<()> {
    let me = viewer.active()?.id;
    if let Some(quiet) = choices.quiet {
        check(quiet)?;
    }
    app.db.write(move |tx| sql::put_choices(tx, me, &choices)).await
}

fn check(quiet: Quiet) -> Result<()> {
    let mut errors = Vec::new();
    for (field, minute) in [("quiet_from", quiet.from), ("quiet_to", quiet.to)] {
        if !(0..MINUTES).contains(&minute) {
            errors.push(FieldError { field, message: "notices-no-time".into() });
        }
    }
    if errors.is_empty() && quiet.from == quiet.to {
        errors.push(FieldError { field: "quiet_to", message: "notices-quiet-empty".into() });
    }
    if errors.is_empty() { Ok(()) } else { Err(Error::invalid_fields(errors)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Millis {
        text.parse::<Timestamp>().unwrap().as_millisecond()
    }

    fn quiet(from: i64, to: i64) -> Choices {
        Choices { quiet: Some(Quiet { from: from * 60, to: to * 60 }), ..Choices::default() }
    }

    #[test]
    fn defaults_are_among_what_is_offered() {
        for occasion in Occasion::ALL {
            let usual = defaults(*occasion);
            assert_eq!(usual.and(offered(*occasion)), usual, "{occasion:?}");
            let has_own_page = *occasion == Occasion::Message;
            assert_ne!(usual.in_app, has_own_page, "{occasion:?} can be found in one place");
            assert_eq!(Channels::new(&usual.word()), usual);
        }
    }

    #[test]
    fn what_was_chosen_survives_words_and_security_cannot_be_switched_off() {
        let off = Channels::default();
        let channels = Occasion::ALL.iter().map(|occasion| (*occasion, off)).collect();
        let choices = Choices { channels, ..Choices::default() };
        let read = Choices { channels: Choices::channels_of(&choices.channel_words()), ..Choices::default() };
        for occasion in Occasion::ALL {
            let expected = if is_fixed(*occasion) { defaults(*occasion) } else { off };
            assert_eq!(read.of(*occasion), expected, "{occasion:?}");
        }
        assert_eq!(Choices::default().channel_words(), "");
        assert!(Choices::channels_of("nonsense:a reaction x:y").is_empty());
    }

    #[test]
    fn quiet_hours_reach_over_midnight() {
        let choices = quiet(22, 7);
        let rings = |time: &str| channels(&choices, Occasion::Mention, "UTC", at(time)).push;
        assert!(rings("2026-03-01T21:59:59Z") && rings("2026-03-01T07:00:00Z"));
        for time in
            ["2026-03-01T22:00:00Z", "2026-03-01T23:59:00Z", "2026-03-02T00:00:00Z", "2026-03-02T06:59:59Z"]
        {
            assert!(!rings(time), "{time}");
        }
        let by_day = quiet(9, 17);
        let rings = |time: &str| channels(&by_day, Occasion::Mention, "UTC", at(time)).push;
        assert!(
            !rings("2026-03-01T09:00:00Z") && rings("2026-03-01T17:00:00Z") && rings("2026-03-01T08:59:00Z")
        );
    }

    #[test]
    fn quiet_hours_follow_the_clock_on_the_wall_when_it_is_changed() {
        let choices = quiet(22, 7);
        let rings = |time: &str| channels(&choices, Occasion::Mention, "Europe/Berlin", at(time)).push;
        // One hour ahead in winter, two in summer: clocks go forward on 29 March and back on 25 October.
        assert!(!rings("2026-03-28T05:30:00Z") && rings("2026-03-28T06:00:00Z"));
        assert!(!rings("2026-03-29T04:59:00Z") && rings("2026-03-29T05:00:00Z"));
        assert!(!rings("2026-10-25T05:59:00Z") && rings("2026-10-25T06:00:00Z"));
        assert!(rings("2026-07-01T19:59:00Z") && !rings("2026-07-01T20:00:00Z"));
    }

    #[test]
    fn a_letter_waits_until_quiet_hours_are_over_where_its_reader_is() {
        let choices = Choices { channels: vec![(Occasion::Reaction, Channels::new("e"))], ..quiet(22, 7) };
        let after = |zone: &str, time: &str| letter_after(&choices, Occasion::Reaction, zone, at(time));
        assert_eq!(after("UTC", "2026-03-01T21:59:00Z"), None);
        let morning = Some(at("2026-03-02T07:00:00Z"));
        assert_eq!(after("UTC", "2026-03-01T22:00:00Z"), morning);
        assert_eq!(after("UTC", "2026-03-02T06:59:59Z"), morning);
        // Clocks go forward in that night.
        assert_eq!(after("Europe/Berlin", "2026-03-28T23:00:00Z"), Some(at("2026-03-29T05:00:00Z")));
        let night = at("2026-03-01T23:00:00Z");
        assert_eq!(letter_after(&choices, Occasion::Comment, "UTC", night), None, "no letter is wanted");
        assert_eq!(letter_after(&choices, Occasion::SecurityLogin, "UTC", night), None, "it left at once");
    }

    #[test]
    fn in_quiet_hours_the_page_and_what_is_serious_go_on() {
        let choices = Choices { channels: vec![(Occasion::Reaction, Channels::new("aped"))], ..quiet(0, 23) };
        let now = at("2026-03-01T12:00:00Z");
        assert_eq!(channels(&choices, Occasion::Reaction, "UTC", now), Channels::new("ad"));
        assert!(channels(&choices, Occasion::SecurityLogin, "UTC", now).mail);
    }

    #[test]
    fn strangers_and_newcomers_are_held_or_dropped_and_friends_are_not() {
        let now = 100 * DAY;
        let old = Sender { is_known: false, joined_at: 0 };
        let new = Sender { joined_at: now - NEWCOMER + 1, ..old };
        let friend = Sender { is_known: true, ..new };
        let choices = Choices { strangers: Passage::Hold, newcomers: Passage::Drop, ..Choices::default() };
        let of = |sender| passage(&choices, Occasion::Mention, sender, now);
        assert_eq!((of(old), of(new), of(friend)), (Passage::Hold, Passage::Drop, Passage::Allow));
        assert_eq!(passage(&choices, Occasion::JoinedByInvite, new, now), Passage::Allow);
        let lenient = Choices { newcomers: Passage::Hold, ..Choices::default() };
        assert_eq!(passage(&lenient, Occasion::Mention, old, now), Passage::Allow);
        assert_eq!(passage(&lenient, Occasion::Mention, new, now), Passage::Hold);
    }

    #[test]
    fn quiet_hours_have_a_beginning_an_end_and_a_length() {
        assert!(check(Quiet { from: 0, to: MINUTES - 1 }).is_ok());
        for (from, to) in [(-1, 5), (5, MINUTES), (60, 60)] {
            assert!(check(Quiet { from, to }).is_err(), "{from} to {to}");
        }
    }
}
