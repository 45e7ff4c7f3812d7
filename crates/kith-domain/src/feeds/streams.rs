//! News for apps that keep a line open. What goes round are ids; what is said of them is asked of the domain for each
//! receiver. A line lives as long as its token: it ends within a second when the token ends or the member is locked out.

use std::sync::Arc;
use std::time::Duration;

use kith_base::{Result, Secret};
use tokio::sync::broadcast::{self, error::RecvError};
use tokio::time::{Instant, timeout_at};

use super::live::counted;
use super::places::{Place, Places};
use super::sources::{Arrival, Entry, Tab};
use crate::changes::Change;
use crate::kinds::NoticeId;
use crate::viewer::Viewer;
use crate::{AccountId, App, CommentId, ConversationId, MessageId, PostId, apps, posts, viewers};

/// Lines of one account: some apps open one for each column.
const PER_ACCOUNT: usize = 24;
/// Lines in all.
const IN_ALL: usize = 10_000;
/// Notes that a slow line may be behind; it is cut off then.
const BEHIND: usize = 1_024;
/// How often a sign of life is sent.
const BEAT: Duration = Duration::from_secs(20);

/// What an open line hears of. Nothing of it has been asked of the rules yet.
#[derive(Clone, Copy, Debug)]
pub enum News {
    /// A post was written.
    Post(PostId),
    /// Something about a post changed.
    Changed(PostId),
    /// A post was deleted.
    Deleted(PostId),
    /// A comment of which the member has heard, or which is theirs, has other words.
    CommentEdited(CommentId),
    /// A comment of which the member has heard, or which is theirs, was deleted.
    CommentDeleted(CommentId),
    /// The member is told of something.
    Notice(NoticeId),
    /// A message came into a conversation of the member, or they wrote one.
    Message(ConversationId, MessageId),
    /// A message in a conversation of the member has other words, other reactions, or is gone.
    MessageChanged(ConversationId, MessageId),
    /// The member's filters changed.
    Filters,
    /// Nothing: a sign of life.
    Still,
}

/// What goes round among the lines.
#[derive(Clone, Debug)]
enum Note {
    All(News),
    One(AccountId, News),
    Some(Arc<[AccountId]>, News),
    /// Is the account still let in, with this token? `None` asks everybody.
    Check(Option<AccountId>),
    End,
}

/// The lines.
pub(super) struct Streams {
    notes: broadcast::Sender<Note>,
    places: Places,
}

impl Default for Streams {
    fn default() -> Self {
        Self { notes: broadcast::Sender::new(BEHIND), places: Places::default() }
    }
}

impl Streams {
    /// Passes on what apps hear of.
    pub fn hear(&self, change: &Change) {
        let note = match change {
            Change::PostCreated { post, .. } => Note::All(News::Post(*post)),
            Change::PostChanged { post, .. } => Note::All(News::Changed(*post)),
            Change::PostDeleted { post, .. } => Note::All(News::Deleted(*post)),
            Change::CommentEdited { comment, known_to } => {
                Note::Some(Arc::clone(known_to), News::CommentEdited(*comment))
            }
            Change::CommentDeleted { comment, known_to, .. } => {
                Note::Some(Arc::clone(known_to), News::CommentDeleted(*comment))
            }
            Change::MessageSent { conversation, message, members } => {
                Note::Some(Arc::clone(members), News::Message(*conversation, *message))
            }
            Change::MessageChanged { conversation, message, members } => {
                Note::Some(Arc::clone(members), News::MessageChanged(*conversation, *message))
            }
            Change::NoticeAdded { account, notice } => Note::One(*account, News::Notice(*notice)),
            Change::FiltersChanged { account } => Note::One(*account, News::Filters),
            Change::AccountChanged { account } | Change::SessionsEnded { account } => {
                Note::Check(Some(*account))
            }
            Change::TokensEnded { account } => Note::Check(*account),
            _ => return,
        };
        self.send(note);
    }

    /// Something happened elsewhere that may have ended tokens.
    pub fn check_all(&self) {
        self.send(Note::Check(None));
    }

    pub fn end(&self) {
        self.send(Note::End);
    }

    pub fn open(&self) -> usize {
        self.places.taken()
    }

    fn send(&self, note: Note) {
        // Nobody listening is no failure.
        let _ = self.notes.send(note);
    }
}

/// An open line of an app.
pub struct Line {
    app: Arc<App>,
    account: AccountId,
    token: Secret,
    notes: broadcast::Receiver<Note>,
    beat: Instant,
    /// Whether the token has to be looked up before anything else is said.
    is_unsure: bool,
    _place: Place,
}

/// Opens a line for the viewer, whose app has `token`.
///
/// # Errors
/// Sign-in needed without a valid token; rate limited when too many lines are open.
pub fn open_line(app: &Arc<App>, viewer: &Viewer, token: Secret) -> Result<Line> {
    let account = viewer.active()?.id;
    Ok(Line {
        account,
        token,
        notes: app.feeds.streams.notes.subscribe(),
        beat: Instant::now() + BEAT,
        // What ended between the door and here was told to nobody.
        is_unsure: true,
        _place: app.feeds.streams.places.take(account, PER_ACCOUNT, IN_ALL)?,
        app: Arc::clone(app),
    })
}

impl Line {
    /// What happened next; none when the line has to end. Giving up waiting loses nothing.
    pub async fn next(&mut self) -> Option<News> {
        loop {
            if self.is_unsure {
                if !self.is_let_in().await {
                    return None;
                }
                self.is_unsure = false;
            }
            match timeout_at(self.beat, self.notes.recv()).await {
                Err(_) => {
                    self.beat = Instant::now() + BEAT;
                    self.is_unsure = true;
                    return Some(News::Still);
                }
                Ok(Ok(Note::All(news))) => return Some(news),
                Ok(Ok(Note::One(account, news))) => {
                    if account == self.account {
                        return Some(news);
                    }
                }
                Ok(Ok(Note::Some(accounts, news))) => {
                    if accounts.contains(&self.account) {
                        return Some(news);
                    }
                }
                Ok(Ok(Note::Check(account))) => {
                    self.is_unsure = account.is_none_or(|account| account == self.account);
                }
                // Whoever cannot keep up begins anew, rather than with a gap that nobody sees.
                Ok(Ok(Note::End) | Err(RecvError::Lagged(_) | RecvError::Closed)) => return None,
            }
        }
    }

    /// Whether the token is still the member's, and the member still let in.
    async fn is_let_in(&self) -> bool {
        let token = apps::find(&self.app, self.token.expose()).await.ok().flatten();
        if token.is_none_or(|token| token.account != Some(self.account)) {
            return false;
        }
        viewers::load(&self.app, self.account).await.is_ok_and(|viewer| viewer.active().is_ok())
    }
}

/// Whether the post comes to the viewer's home page.
///
/// # Errors
/// Internal when the database fails.
pub async fn is_at_home(app: &App, viewer: &Viewer, post: PostId) -> Result<bool> {
    let asker = viewer.clone();
    let found = app
        .db
        .read(move |q| {
            let found = posts::load(q, &asker, post)?;
            let tags = posts::tags(q, &[post])?.remove(&post).unwrap_or_default();
            let facts = &found.facts;
            let group = facts.group.map(|group| group.id);
            let entry = Entry { id: post, author: facts.author, owner: facts.owner, group };
            Ok(Arrival { entry, tags: tags.into_iter().map(|(key, _)| key).collect() })
        })
        .await;
    match found {
        Ok(arrival) => Ok(!counted(app, viewer, Tab::Followed, vec![arrival]).await?.is_empty()),
        Err(error) if error.is_not_found() => Ok(false),
        Err(error) => Err(error),
    }
}
