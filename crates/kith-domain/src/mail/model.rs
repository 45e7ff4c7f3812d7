//! Kinds of letters, what became of them, and what members want of them.

use kith_base::{DAY, Millis};

use crate::AccountId;
use crate::viewer::stored_as_text;

/// What a letter is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// The account and its safety, and what staff have to know: always sent.
    #[default]
    Account,
    /// One thing that happened.
    Notice,
    /// What happened since the last one.
    Digest,
}

stored_as_text!(Sort { Account = "account", Notice = "notice", Digest = "digest" });

impl serde::Serialize for Sort {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> serde::Deserialize<'de> for Sort {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        Self::parse(&word).ok_or_else(|| serde::de::Error::custom("no such sort of letter"))
    }
}

/// What became of a letter that was handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// The mail server has it.
    Sent,
    /// It was not sent: the address does not work, or there is no mail server.
    Held,
    /// The mail server says that the address does not work.
    Refused,
    /// Too many left just now; its turn comes then.
    Later(Millis),
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// The mail server has it.
    Sent,
    /// The mail server says that the address does not work.
    Refused,
    /// It did not leave, and is tried again.
    Failed,
    /// It was not sent, since the address does not work.
    Held,
}

stored_as_text!(Outcome { Sent = "sent", Refused = "refused", Failed = "failed", Held = "held" });

/// How often the digest comes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pace {
    /// Never.
    Off,
    /// Each morning, to those who were not here the day before.
    Daily,
    /// In the morning of the first day of the week.
    #[default]
    Weekly,
}

stored_as_text!(Pace { Off = "off", Daily = "daily", Weekly = "weekly" });

/// What a member wants to be sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// How often the digest comes.
    pub digest: Pace,
    /// Nothing but letters about the account and its safety, whatever else is chosen.
    pub only_account: bool,
}

impl Choices {
    /// Whether letters of this sort are wanted.
    pub const fn want(self, sort: Sort) -> bool {
        match sort {
            Sort::Account => true,
            Sort::Notice => !self.only_account,
            Sort::Digest => !self.only_account && !matches!(self.digest, Pace::Off),
        }
    }
}

/// How it stands with an address that does not work. Of one that works nothing is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressState {
    /// Refused lately; letters still go there.
    Failing,
    /// Refused again and again, over days: nothing but letters about the account goes there until somebody says to try
    /// again, or two months are over.
    Stopped,
}

stored_as_text!(AddressState { Failing = "failing", Stopped = "stopped" });

/// An address that does not work.
#[derive(Clone, Debug)]
pub struct Trouble {
    /// Whose.
    pub account: AccountId,
    /// The address.
    pub address: String,
    /// How it stands.
    pub state: AddressState,
    /// How often in a row a mail server refused it.
    pub failures: i64,
    /// Since when.
    pub failing_since: Millis,
    /// When it was refused last.
    pub failed_at: Millis,
    /// What the mail server said last.
    pub last_error: String,
}

/// So often in a row, and over so long, an address is refused before it is left alone.
const REFUSALS: i64 = 3;
const OVER: Millis = 3 * DAY;
/// After so long it is tried once more all the same.
const REST: Millis = 60 * DAY;

impl Trouble {
    /// Whether nothing but letters about the account goes there at `now`.
    pub fn rests(&self, now: Millis) -> bool {
        self.state == AddressState::Stopped && now < self.failed_at + REST
    }

    /// The same after one more refusal.
    #[must_use]
    pub(super) fn refused_again(self, now: Millis, last_error: String) -> Self {
        let failures = self.failures + 1;
        let is_enough = failures >= REFUSALS && now - self.failing_since >= OVER;
        let state = if is_enough { AddressState::Stopped } else { self.state };
        Self { failures, state, failed_at: now, last_error, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trouble() -> Trouble {
        Trouble {
            account: AccountId::new(1),
            address: "ann@example.org".to_owned(),
            state: AddressState::Failing,
            failures: 1,
            failing_since: 0,
            failed_at: 0,
            last_error: String::new(),
        }
    }

    #[test]
    fn an_address_is_left_alone_after_refusals_over_days_and_not_for_ever() {
        let in_an_hour = (0..10).fold(trouble(), |known, _| known.refused_again(1_000, "no".to_owned()));
        assert_eq!(in_an_hour.state, AddressState::Failing, "ten times on one day say little");
        let twice = trouble().refused_again(4 * DAY, "no".to_owned());
        assert_eq!(twice.state, AddressState::Failing);
        let thrice = twice.refused_again(5 * DAY, "no".to_owned());
        assert_eq!((thrice.state, thrice.failures), (AddressState::Stopped, 3));
        assert!(thrice.rests(6 * DAY) && !thrice.rests(65 * DAY));
        let tried = thrice.refused_again(66 * DAY, "no".to_owned());
        assert!(tried.rests(67 * DAY), "one more try, and rest again");
    }

    #[test]
    fn letters_about_the_account_are_always_wanted() {
        for pace in Pace::ALL {
            for only_account in [true, false] {
                assert!(Choices { digest: *pace, only_account }.want(Sort::Account));
            }
        }
        let quiet = Choices { digest: Pace::Daily, only_account: true };
        assert!(!quiet.want(Sort::Digest) && !quiet.want(Sort::Notice));
        let off = Choices { digest: Pace::Off, only_account: false };
        assert!(!off.want(Sort::Digest) && off.want(Sort::Notice));
    }
}
