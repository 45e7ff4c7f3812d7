//! Hints to the open pages of members: what came, what changed, who is writing. A hint names ids and numbers and no word
//! of what somebody wrote; the page asks for the rest by the usual doors.
//!
//! What matters has a place in a short memory, so that a page that was away for a moment is told each thing
//! once. Who was away for longer is told that there is a gap, and asks anew for all that it shows.

mod line;
mod presence;
mod ring;
mod subscription;

use std::sync::{Arc, Mutex, PoisonError};

use kith_base::Result;
use kith_db::Event;

pub use presence::present;
pub use ring::Position;
pub use subscription::{Subscription, Told, Wish, subscribe};

use ring::{Note, Ring};

use crate::changes::Change;
use crate::feeds::Places;
use crate::kinds::NoticeId;
use crate::viewer::Viewer;
use crate::{AccountId, App, ConversationId, MessageId, PostId, inbox, messages};

/// Connections of one member: that many open windows in browsers that cannot share one.
pub const PER_ACCOUNT: usize = 8;
/// Connections in all.
const IN_ALL: usize = 10_000;

/// The connections, and what they were told last.
#[derive(Default)]
pub struct Live {
    ring: Mutex<Ring>,
    places: Places,
}

impl Live {
    /// Ends all connections, when the program stops.
    pub fn end(&self) {
        self.with(|ring| ring.end());
    }

    /// Open connections.
    pub fn open(&self) -> usize {
        self.places.taken()
    }

    /// Uses what the lock guards; a thread that panicked with it left nothing half done.
    fn with<R>(&self, f: impl FnOnce(&mut Ring) -> R) -> R {
        f(&mut self.ring.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// What an open page is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hint {
    /// So many posts have come since the page was opened; the newest of them.
    Posts {
        /// How many.
        count: usize,
        /// The newest.
        newest: PostId,
    },
    /// A notice came, or notices were read.
    Notices {
        /// The one that came.
        notice: Option<NoticeId>,
        /// Lines that are not read.
        unread: i64,
    },
    /// A message came, or was sent from another window.
    Message {
        /// Where it stands.
        conversation: ConversationId,
        /// Which one.
        message: MessageId,
        /// Conversations with something that is not read.
        unread: i64,
    },
    /// Words, photos, reactions or the place of a message changed.
    MessageChanged {
        /// Where it stands.
        conversation: ConversationId,
        /// Which one.
        message: MessageId,
    },
    /// A conversation is another one: its name, its people, or what it is to the member.
    Conversation {
        /// Which one.
        conversation: ConversationId,
        /// Conversations with something that is not read.
        unread: i64,
    },
    /// Somebody, perhaps the member in another window, has read on.
    Read {
        /// Where.
        conversation: ConversationId,
        /// Who.
        account: AccountId,
        /// Conversations with something that is not read, if it was the member.
        unread: Option<i64>,
    },
    /// Somebody is writing at this moment.
    Typing {
        /// Where.
        conversation: ConversationId,
        /// Who.
        account: AccountId,
        /// Their name.
        name: String,
    },
    /// Something may have been missed: the page asks anew for what it shows.
    Gap,
    /// Nothing new: a sign of life.
    Still,
}

/// The numbers that stand on every page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// Lines of notices that are not read.
    pub notices: i64,
    /// Conversations with something that is not read.
    pub messages: i64,
}

/// How far everything has been told at this moment, for a page that is made now: with it the page asks for what comes while
/// it is on its way.
pub fn position(app: &App) -> Position {
    app.live.with(|ring| ring.position(app.now()))
}

/// The viewer's numbers of this moment, for pages without a connection.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn state(app: &App, viewer: &Viewer) -> Result<State> {
    viewer.active()?;
    Ok(State { notices: inbox::bell(app, viewer).await?, messages: messages::unread(app, viewer).await? })
}

/// Listens for what open pages hear of, and for whatever can end a connection.
pub fn connect(app: &Arc<App>) {
    let listener = Arc::downgrade(app);
    app.db.listen(move |event| {
        let Some(app) = listener.upgrade() else { return };
        match event {
            Event::Committed(news) => {
                if let Some(change) = news.downcast_ref::<Change>() {
                    hear(&app, change);
                }
            }
            // What happened elsewhere is known to nobody here, except that it happened.
            Event::Foreign => app.live.with(|ring| {
                let now = app.now();
                ring.check(None);
                ring.keep(now, Note::Gap, None);
            }),
        }
    });
}

fn hear(app: &App, change: &Change) {
    let (live, now) = (&app.live, app.now());
    match change {
        Change::NoticeAdded { account, notice } => {
            live.with(|ring| ring.keep(now, Note::Notices(Some(*notice)), Some(Arc::new([*account]))));
        }
        Change::NoticesChanged { account } => {
            live.with(|ring| ring.keep(now, Note::Notices(None), Some(Arc::new([*account]))));
        }
        Change::MessageSent { conversation, message, members } => {
            let note = Note::Message(*conversation, *message);
            live.with(|ring| ring.keep(now, note, Some(Arc::clone(members))));
        }
        Change::MessageChanged { conversation, message, members } => {
            let note = Note::MessageChanged(*conversation, *message);
            live.with(|ring| ring.keep(now, note, Some(Arc::clone(members))));
        }
        Change::ConversationChanged { conversation, members } => {
            live.with(|ring| ring.keep(now, Note::Conversation(*conversation), Some(Arc::clone(members))));
        }
        Change::ConversationRead { conversation, account, members } => {
            live.with(|ring| ring.keep(now, Note::Read(*conversation, *account), Some(Arc::clone(members))));
        }
        Change::Typing { conversation, account, members } => {
            live.with(|ring| ring.pass(Note::Typing(*conversation, *account), Arc::clone(members)));
        }
        Change::AccountChanged { account } | Change::SessionsEnded { account } => {
            live.with(|ring| ring.check(Some(*account)));
        }
        Change::ActingChanged { account, page } => live.with(|ring| {
            ring.check(Some(*account));
            ring.check(Some(*page));
        }),
        _ => {}
    }
}
