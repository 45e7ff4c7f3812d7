//! Posts as they come in, in one short list that all timelines read from where they last stopped. Writing a post costs
//! one entry, however many people will read it.

use std::collections::VecDeque;

use super::sources::Arrival;

/// Entries kept; a timeline that rested longer is built anew.
const KEPT: usize = 4_096;

/// The list. Positions count all entries that ever were.
#[derive(Default)]
pub(super) struct News {
    entries: VecDeque<Arrival>,
    first: u64,
}

impl News {
    /// Where the next entry will stand.
    pub fn end(&self) -> u64 {
        self.first + self.entries.len() as u64
    }

    pub fn add(&mut self, arrival: Arrival) {
        if self.entries.len() == KEPT {
            self.entries.pop_front();
            self.first += 1;
        }
        self.entries.push_back(arrival);
    }

    /// Something happened that is not in the list: whoever read it up to now has to begin anew.
    pub fn tear(&mut self) {
        self.first = self.end() + 1;
        self.entries.clear();
    }

    /// The entries from `position` on; none when they are not all there any more.
    pub fn since(&self, position: u64) -> Option<impl Iterator<Item = &Arrival>> {
        let skip = usize::try_from(position.checked_sub(self.first)?).ok()?;
        Some(self.entries.iter().skip(skip))
    }
}

#[cfg(test)]
mod tests {
    use super::super::sources::Entry;
    use super::*;
    use crate::{AccountId, PostId};

    fn arrival(id: i64) -> Arrival {
        let entry =
            Entry { id: PostId::new(id), author: AccountId::new(1), owner: AccountId::new(1), group: None };
        Arrival { entry, tags: [].into() }
    }

    #[test]
    fn readers_get_what_came_since_or_are_told_to_begin_anew() {
        let mut news = News::default();
        news.add(arrival(1));
        let position = news.end();
        news.add(arrival(2));
        assert_eq!(
            news.since(position).unwrap().map(|arrival| arrival.entry.id.raw()).collect::<Vec<_>>(),
            [2]
        );
        for id in 3..=(KEPT as i64 + 2) {
            news.add(arrival(id));
        }
        assert!(news.since(position - 1).is_none());
        let position = news.end();
        assert_eq!(news.since(position).unwrap().count(), 0);
        news.tear();
        assert!(news.since(position).is_none());
        assert!(news.since(news.end()).is_some());
    }
}
