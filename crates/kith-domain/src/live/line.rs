//! What waits for one open page: only what it may hear, and no more of it than it can catch up with.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use super::ring::Sent;

/// Notes that a slow connection may be behind.
pub(super) const BEHIND: usize = 1_024;

/// What a page hears next.
#[derive(Debug)]
pub(super) enum Heard {
    /// This.
    Sent(Sent),
    /// It could not keep up, and what waited for it is gone.
    Lost,
}

/// The line to one open page.
#[derive(Default)]
pub(super) struct Line {
    waiting: Mutex<Waiting>,
    woken: Notify,
}

#[derive(Default)]
struct Waiting {
    queue: VecDeque<Sent>,
    is_lost: bool,
    has_ended: bool,
}

impl Line {
    /// Puts something behind what waits already.
    pub fn put(&self, sent: Sent) {
        let mut waiting = self.lock();
        match sent {
            Sent::End => waiting.has_ended = true,
            // It will be told of all there is as soon as it looks.
            _ if waiting.is_lost => return,
            _ if waiting.queue.len() >= BEHIND => {
                waiting.queue = VecDeque::new();
                waiting.is_lost = true;
            }
            sent => waiting.queue.push_back(sent),
        }
        drop(waiting);
        self.woken.notify_one();
    }

    /// Begins anew with nothing waiting.
    pub fn clear(&self) {
        let mut waiting = self.lock();
        waiting.queue.clear();
        waiting.is_lost = false;
    }

    /// Waits for what comes next. Whoever stops waiting loses nothing.
    pub async fn next(&self) -> Heard {
        loop {
            if let Some(heard) = self.take() {
                return heard;
            }
            self.woken.notified().await;
        }
    }

    fn take(&self) -> Option<Heard> {
        let mut waiting = self.lock();
        if waiting.has_ended {
            return Some(Heard::Sent(Sent::End));
        }
        if waiting.is_lost {
            return Some(Heard::Lost);
        }
        waiting.queue.pop_front().map(Heard::Sent)
    }

    /// Uses what the lock guards; a thread that panicked with it left nothing half done.
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn who_cannot_keep_up_loses_what_waited_and_goes_on_anew() {
        let line = Line::default();
        for _ in 0..BEHIND {
            line.put(Sent::Check(None));
        }
        assert!(matches!(line.next().await, Heard::Sent(Sent::Check(None))));
        line.put(Sent::Check(None));
        line.put(Sent::Check(None));
        assert!(matches!(line.next().await, Heard::Lost));
        line.clear();
        assert!(line.take().is_none());
        line.put(Sent::Check(None));
        line.put(Sent::End);
        assert!(matches!(line.next().await, Heard::Sent(Sent::End)), "the end comes first");
    }
}
