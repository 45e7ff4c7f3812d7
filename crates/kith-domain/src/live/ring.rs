//! The short memory of what was told, and the channel on which it goes round. Both stand behind one lock, so that who
//! comes back is told what lies in the memory and hears what follows it, with nothing between and nothing twice.

use std::collections::VecDeque;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use kith_base::random_bytes;
use tokio::sync::broadcast;

use crate::kinds::NoticeId;
use crate::{AccountId, ConversationId, MessageId};

/// Notes that are remembered.
const KEPT: usize = 4_096;
/// Notes that a slow connection may be behind.
const BEHIND: usize = 1_024;

/// How far a page has heard: which run of the program, and which note of it.
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

/// What goes round among the connections.
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

/// The memory and the channel.
pub(super) struct Ring {
    epoch: u64,
    /// The newest note.
    seq: u64,
    kept: VecDeque<Arc<Entry>>,
    sender: broadcast::Sender<Sent>,
}

impl Default for Ring {
    fn default() -> Self {
        Self {
            epoch: u64::from_le_bytes(random_bytes()),
            seq: 0,
            kept: VecDeque::new(),
            sender: broadcast::Sender::new(BEHIND),
        }
    }
}

impl Ring {
    /// Remembers a note and tells it.
    pub fn keep(&mut self, note: Note, to: Option<Arc<[AccountId]>>) {
        self.seq += 1;
        let entry = Arc::new(Entry { note, position: Some(self.position()), to });
        if self.kept.len() == KEPT {
            self.kept.pop_front();
        }
        self.kept.push_back(Arc::clone(&entry));
        self.send(Sent::Entry(entry));
    }

    /// Tells a note that is worth nothing a moment later.
    pub fn pass(&self, note: Note, to: Arc<[AccountId]>) {
        self.send(Sent::Entry(Arc::new(Entry { note, position: None, to: Some(to) })));
    }

    pub fn check(&self, account: Option<AccountId>) {
        self.send(Sent::Check(account));
    }

    // Takes the lock's `&mut` like its neighbours.
    pub fn end(&mut self) {
        self.send(Sent::End);
    }

    fn send(&self, sent: Sent) {
        // Nobody listening is no failure.
        let _ = self.sender.send(sent);
    }

    /// How far everything has been told.
    pub const fn position(&self) -> Position {
        Position { epoch: self.epoch, seq: self.seq }
    }

    /// Hears all that follows from now on.
    pub fn listen(&self) -> (Position, broadcast::Receiver<Sent>) {
        (self.position(), self.sender.subscribe())
    }

    /// What came for `account` after `heard`.
    pub fn missed(&self, heard: Position, account: AccountId) -> Missed {
        let forgotten = self.seq - u64::try_from(self.kept.len()).unwrap_or(self.seq);
        if heard.epoch != self.epoch || heard.seq > self.seq || heard.seq < forgotten {
            return Missed::Unknown;
        }
        let behind = usize::try_from(heard.seq - forgotten).unwrap_or(usize::MAX);
        Missed::Entries(
            self.kept.iter().skip(behind).filter(|entry| entry.is_for(account)).map(Arc::clone).collect(),
        )
    }
}

#[cfg(test)]
mod tests {
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
        ring.keep(note(1), Some(Arc::new([ann, ben])));
        let (heard, _) = ring.listen();
        ring.keep(note(2), Some(Arc::new([ann])));
        ring.keep(note(3), Some(Arc::new([ben])));
        ring.pass(Note::Typing(ConversationId::new(1), ben), Arc::new([ann]));
        ring.keep(note(4), None);
        assert_eq!(told(&ring.missed(heard, ann)), Some(vec![note(2), note(4)]));
        assert_eq!(told(&ring.missed(heard, ben)), Some(vec![note(3), note(4)]));
        assert_eq!(told(&ring.missed(ring.position(), ann)), Some(Vec::new()));
    }

    #[test]
    fn what_is_too_old_of_another_run_or_yet_to_come_is_a_gap() {
        let ann = AccountId::new(1);
        let mut ring = Ring::default();
        let (first, _) = ring.listen();
        for number in 0..i64::try_from(KEPT).unwrap() {
            ring.keep(note(number), None);
        }
        assert_eq!(told(&ring.missed(first, ann)).map(|notes| notes.len()), Some(KEPT));
        ring.keep(note(-1), None);
        assert_eq!(told(&ring.missed(first, ann)), None);
        assert_eq!(told(&ring.missed(Position { seq: ring.seq + 1, ..ring.position() }, ann)), None);
        assert_eq!(told(&Ring::default().missed(ring.position(), ann)), None);
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
