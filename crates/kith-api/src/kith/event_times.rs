//! Which times of an event a request means.

use jiff::civil::DateTime;
use kith_base::{Error, Result};
use kith_domain::events::Scope;
use schemars::JsonSchema;
use serde::Deserialize;

/// Which time of an event is meant.
#[derive(Debug, Default, Deserialize, JsonSchema)]
pub(super) struct OneTime {
    /// The `key` of one of its times.
    occurrence: Option<String>,
}

impl OneTime {
    pub(super) fn key(&self) -> Result<Option<DateTime>> {
        key_of(self.occurrence.as_deref())
    }
}

/// Which times of an event are meant.
#[derive(Debug, Default, Deserialize, JsonSchema)]
pub(super) struct SomeTimes {
    /// The `key` of one of its times; without it all are meant.
    occurrence: Option<String>,
    /// With a time: this one alone, unless said.
    scope: Option<Times>,
}

/// A time alone, with those after it, or with all others.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Times {
    This,
    Following,
    All,
}

impl SomeTimes {
    pub(super) fn scope(&self) -> Result<Scope> {
        match (key_of(self.occurrence.as_deref())?, self.scope) {
            (Some(key), None | Some(Times::This)) => Ok(Scope::This(key)),
            (Some(key), Some(Times::Following)) => Ok(Scope::Following(key)),
            (None, Some(Times::This | Times::Following)) => {
                Err(Error::invalid("occurrence", "events-bad-time"))
            }
            (_, Some(Times::All)) | (None, None) => Ok(Scope::All),
        }
    }
}

fn key_of(text: Option<&str>) -> Result<Option<DateTime>> {
    let wrong = |_| Error::invalid("occurrence", "events-bad-time");
    text.filter(|text| !text.is_empty()).map(|text| text.parse().map_err(wrong)).transpose()
}

/// The time that is named.
pub(super) const fn time_of(scope: Scope) -> Option<DateTime> {
    match scope {
        Scope::This(key) | Scope::Following(key) => Some(key),
        Scope::All => None,
    }
}

/// The time that still goes by the same name after the change.
pub(super) const fn kept(scope: Scope) -> Option<DateTime> {
    match scope {
        Scope::This(key) => Some(key),
        Scope::Following(_) | Scope::All => None,
    }
}
