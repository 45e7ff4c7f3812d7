//! The short memory of what was told, and the lines on which it goes out: a note wakes the pages of those it is for, and
//! nobody else. Both stand behind one lock, so that who comes back is told what lies in the memory and hears what follows
//! it, with nothing between and nothing twice.

use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use kith_base::{Millis, random_bytes};

use super::line::Line;
use crate::kinds::NoticeId;
use crate::{AccountId, ConversationId, MessageId};

/// Notes that are remembered.
const KEPT: usize = 4_096;

/// How far a page has heard: which run of the program, and which moment of it. Notes are numbered by time, so that a place
/// in the order tells nobody how much others are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    epoch: u64,
    seq: u64,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}-{}", self.epoch, self.seq)
    }
}

/// What is no position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPosition;

impl FromStr for Position {
    type Err = NoPosition;

    fn from_str(text: &str) -> Result<Self, NoPosition> {
        let (epoch, seq) = text.split_once('-').ok_or(NoPosition)?;
        let epoch = u64::from_str_radix(epoch, 16).map_err(|_| NoPosition)?;
        Ok(Self { epoch, seq: seq.parse().map_err(|_| NoPosition)? })
    }
}

/// What happened, by ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Note {
    Notices(Option<NoticeId>),
    Message(ConversationId, MessageId),
    MessageChanged(ConversationId, MessageId),
    Conversation(ConversationId),
    Read(ConversationId, AccountId),
    Typing(ConversationId, AccountId),
    Gap,
}

/// A note with its place and its readers.
#[derive(Debug)]
pub(super) struct Entry {
    pub note: Note,
    /// Where it stands; nothing for what is not worth telling later.
    pub position: Option<Position>,
    /// Who may hear of it; `None` for everybody.
    to: Option<Arc<[AccountId]>>,
}

impl Entry {
    pub fn is_for(&self, account: AccountId) -> bool {
        self.to.as_ref().is_none_or(|to| to.contains(&account))
    }
}

/// What goes out to connections.
#[derive(Clone, Debug)]
pub(super) enum Sent {
    /// Something to tell.
    Entry(Arc<Entry>),
    /// Is the account still let in? `None` asks everybody.
    Check(Option<AccountId>),
    /// The program stops.
    End,
}

/// What somebody who comes back has missed.
pub(super) enum Missed {
    /// These, in their order.
    Entries(VecDeque<Arc<Entry>>),
    /// Nobody knows.
    Unknown,
}

/// The memory and the lines.
pub(super) struct Ring {
    epoch: u64,
    /// The number of the newest note, or one that was given out since and will be no note's.
    seq: u64,
    /// The newest note that is no longer remembered.
    forgotten: u64,
    kept: VecDeque<Arc<Entry>>,
    /// The lines to the open pages of each member.
    lines: HashMap<AccountId, Vec<Arc<Line>>>,
}

impl Default for Ring {
    fn default() -> Self {
        Self {
            epoch: u64::from_le_bytes(random_bytes()),
            seq: 0,
            forgotten: 0,
            kept: VecDeque::new(),
            lines: HashMap::new(),
        }
    }
}

impl Ring {
    /// Remembers a note and tells it.
    pub fn keep(&mut self, now: Millis, note: Note, to: Option<Arc<[AccountId]>>) {
        self.seq = (self.seq + 1).max(number(now));
        let position = Position { epoch: self.epoch, seq: self.seq };
        let entry = Arc::new(Entry { note, position: Some(position), to });
        if self.kept.len() == KEPT {
            let oldest = self.kept.pop_front().and_then(|entry| entry.position);
            self.forgotten = oldest.map_or(self.forgotten, |position| position.seq);
        }
        self.kept.push_back(Arc::clone(&entry));
        self.tell(entry);
    }

    /// Tells a note that is worth nothing a moment later.
    pub fn pass(&self, note: Note, to: Arc<[AccountId]>) {
        self.tell(Arc::new(Entry { note, position: None, to: Some(to) }));
    }

    pub fn check(&self, account: Option<AccountId>) {
        match account {
            Some(account) => self.put(account, &Sent::Check(Some(account))),
            None => self.put_all(&Sent::Check(None)),
        }
    }

    pub fn end(&self) {
        self.put_all(&Sent::End);
    }

    fn tell(&self, entry: Arc<Entry>) {
        let Some(to) = entry.to.clone() else { return self.put_all(&Sent::Entry(entry)) };
        for (at, account) in to.iter().enumerate() {
            // Somebody who is named twice is told once.
            if !to.iter().take(at).any(|before| before == account) {
                self.put(*account, &Sent::Entry(Arc::clone(&entry)));
            }
        }
    }

    fn put(&self, account: AccountId, sent: &Sent) {
        self.lines.get(&account).into_iter().flatten().for_each(|line| line.put(sent.clone()));
    }

    fn put_all(&self, sent: &Sent) {
        self.lines.values().flatten().for_each(|line| line.put(sent.clone()));
    }

    /// How far everything has been told at `now`. What follows stands behind it.
    pub fn position(&mut self, now: Millis) -> Position {
        self.seq = self.seq.max(number(now));
        Position { epoch: self.epoch, seq: self.seq }
    }

    /// A line on which `account` hears all that follows from now on.
    pub fn listen(&mut self, now: Millis, account: AccountId) -> (Position, Arc<Line>) {
        let line = Arc::<Line>::default();
        self.lines.entry(account).or_default().push(Arc::clone(&line));
        (self.position(now), line)
    }

    /// The line goes on from now, with nothing of what waited on it.
    pub fn restart(&mut self, now: Millis, line: &Line) -> Position {
        line.clear();
        self.position(now)
    }

    /// Nobody listens on this line any more.
    pub fn leave(&mut self, account: AccountId, line: &Arc<Line>) {
        if let Some(lines) = self.lines.get_mut(&account) {
            lines.retain(|other| !Arc::ptr_eq(other, line));
            if lines.is_empty() {
                self.lines.remove(&account);
            }
        }
    }

    /// What came for `account` after `heard`.
    pub fn missed(&self, heard: Position, account: AccountId) -> Missed {
        if heard.epoch != self.epoch || heard.seq > self.seq || heard.seq < self.forgotten {
            return Missed::Unknown;
        }
        let is_heard = |entry: &Arc<Entry>| entry.position.is_none_or(|position| position.seq <= heard.seq);
        let behind = self.kept.partition_point(is_heard);
        let missed = self.kept.iter().skip(behind).filter(|entry| entry.is_for(account));
        Missed::Entries(missed.map(Arc::clone).collect())
    }
}

fn number(now: Millis) -> u64 {
    u64::try_from(now).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::super::line::Heard;
    use super::*;

    fn told(missed: &Missed) -> Option<Vec<Note>> {
        match missed {
            Missed::Entries(entries) => Some(entries.iter().map(|entry| entry.note).collect()),
            Missed::Unknown => None,
        }
    }

    fn note(number: i64) -> Note {
        Note::Message(ConversationId::new(1), MessageId::new(number))
    }

    #[test]
    fn what_was_missed_is_told_once_and_to_its_readers_alone() {
        let (ann, ben) = (AccountId::new(1), AccountId::new(2));
        let mut ring = Ring::default();
        ring.keep(5, note(1), Some(Arc::new([ann, ben])));
        let heard = ring.position(5);
        ring.keep(5, note(2), Some(Arc::new([ann])));
        // A clock that was set back changes nothing.
        ring.keep(3, note(3), Some(Arc::new([ben])));
        ring.pass(Note::Typing(ConversationId::new(1), ben), Arc::new([ann]));
        ring.keep(9, note(4), None);
        let end = ring.position(9);
        assert_eq!(told(&ring.missed(heard, ann)), Some(vec![note(2), note(4)]));
        assert_eq!(told(&ring.missed(heard, ben)), Some(vec![note(3), note(4)]));
        assert_eq!(told(&ring.missed(end, ann)), Some(Vec::new()));
        assert_eq!((heard.seq, end.seq), (5, 9), "the time, and not how much there was");
    }

    #[tokio::test]
    async fn a_note_wakes_the_pages_of_those_it_is_for() {
        let (ann, ben) = (AccountId::new(1), AccountId::new(2));
        let mut ring = Ring::default();
        let (_, anns) = ring.listen(1, ann);
        let (_, bens) = ring.listen(1, ben);
        ring.keep(2, note(1), Some(Arc::new([ben, ben])));
        ring.check(Some(ben));
        ring.keep(3, Note::Gap, None);
        let heard = async |line: &Line| match line.next().await {
            Heard::Sent(Sent::Entry(entry)) => Some(entry.note),
            _ => None,
        };
        assert_eq!(heard(&anns).await, Some(Note::Gap), "nothing before it");
        assert_eq!(heard(&bens).await, Some(note(1)));
        assert_eq!(heard(&bens).await, None, "a look at the session");
        assert_eq!(heard(&bens).await, Some(Note::Gap));
        ring.leave(ben, &bens);
        assert_eq!(ring.lines.len(), 1);
    }

    #[test]
    fn what_is_too_old_of_another_run_or_yet_to_come_is_a_gap() {
        let ann = AccountId::new(1);
        let mut ring = Ring::default();
        let first = ring.position(1);
        for number in 0..i64::try_from(KEPT).unwrap() {
            ring.keep(number, note(number), None);
        }
        assert_eq!(told(&ring.missed(first, ann)).map(|notes| notes.len()), Some(KEPT));
        ring.keep(1, note(-1), None);
        // The oldest is forgotten, and with it what stood before it.
        let end = ring.position(1);
        assert_eq!(told(&ring.missed(first, ann)), None);
        assert_eq!(told(&ring.missed(Position { seq: end.seq + 1, ..end }, ann)), None);
        assert_eq!(told(&Ring::default().missed(end, ann)), None);
    }

    #[test]
    fn a_position_is_read_as_it_was_written() {
        let position = Position { epoch: u64::MAX - 3, seq: 17 };
        assert_eq!(position.to_string().parse(), Ok(position));
        for odd in ["", "-", "12", "x-1", "1-", "1-x", "9223372036854775807"] {
            assert_eq!(odd.parse::<Position>(), Err(NoPosition), "{odd}");
        }
    }
}
