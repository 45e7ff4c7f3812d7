//! Shedding load by class: visitors first, then writes of new accounts, members' reading last. Bounded places, no
//! queue: a full house answers at once.

use std::sync::Arc;

use kith_base::{Error, Kind, Result};
use kith_domain::Viewer;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The places a server has for requests at work.
#[derive(Clone)]
pub struct Shed {
    all: Arc<Semaphore>,
    places: usize,
}

/// A place taken, given back when dropped.
pub struct Place(#[allow(dead_code, reason = "held for its Drop")] OwnedSemaphorePermit);

/// Who asks for a place, from the first to be turned away to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Not signed in.
    Visitor,
    /// A change by an account of trust level 0.
    NewcomerWrite,
    /// Any other change.
    Write,
    /// Reading by a member.
    Read,
}

impl Class {
    /// The class of a request by `viewer`.
    pub fn of(viewer: &Viewer, is_write: bool) -> Self {
        match (viewer.member(), is_write) {
            (None, _) => Self::Visitor,
            (Some(member), true) if member.trust_level == 0 => Self::NewcomerWrite,
            (Some(_), true) => Self::Write,
            (Some(_), false) => Self::Read,
        }
    }

    /// The share of all places, in percent, that this class may fill.
    const fn share(self) -> usize {
        match self {
            Self::Visitor => 50,
            Self::NewcomerWrite => 70,
            Self::Write => 85,
            Self::Read => 100,
        }
    }
}

impl Shed {
    /// A server with `places` requests at work at most.
    pub fn new(places: usize) -> Self {
        Self { all: Arc::new(Semaphore::new(places)), places }
    }

    /// Takes a place for a request of `class`.
    ///
    /// # Errors
    /// Overloaded when the share of the class is used up.
    pub fn enter(&self, class: Class) -> Result<Place> {
        let busy = self.places.saturating_sub(self.all.available_permits());
        let full = || {
            metrics::counter!("kith_requests_shed", "class" => format!("{class:?}")).increment(1);
            Error::new(Kind::Overloaded, "error-overloaded")
        };
        if busy * 100 >= self.places * class.share() {
            return Err(full());
        }
        Arc::clone(&self.all).try_acquire_owned().map(Place).map_err(|_| full())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn visitors_are_turned_away_first_and_readers_last() {
        let shed = Shed::new(10);
        let mut held = Vec::new();
        while let Ok(place) = shed.enter(Class::Visitor) {
            held.push(place);
        }
        assert_eq!(held.len(), 5);
        for _ in 0..2 {
            held.push(shed.enter(Class::NewcomerWrite).unwrap());
        }
        assert!(shed.enter(Class::NewcomerWrite).is_err());
        held.push(shed.enter(Class::Write).unwrap());
        held.push(shed.enter(Class::Write).unwrap());
        assert!(shed.enter(Class::Write).is_err());
        held.push(shed.enter(Class::Read).unwrap());
        assert!(shed.enter(Class::Read).is_err());
        held.clear();
        assert!(shed.enter(Class::Visitor).is_ok());
    }
}
