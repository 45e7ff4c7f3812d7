//! One open page. Its connection lives as long as its session: it ends within a second when the session ends or the
//! member is locked out.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use kith_base::{Error, Result};
use tokio::time::{Instant, sleep_until};

use super::line::{Heard, Line};
use super::ring::{Entry, Missed, Note, Position, Sent};
use super::{Hint, IN_ALL, PER_ACCOUNT};
use crate::feeds::{self, Place, Tab};
use crate::viewer::{Member, Viewer};
use crate::{AccountId, App, PostId, inbox, messages, sessions, viewers};

/// How often a sign of life is sent.
const BEAT: Duration = Duration::from_secs(25);

/// Gaps within this time are told as one: where several programs share a database, each change of another one is a gap.
const REST: Duration = Duration::from_secs(5);

/// What a page wants to hear.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wish {
    /// Of new posts: for which part of the home page, and the newest post that is on it.
    pub posts: Option<(Tab, Option<PostId>)>,
    /// How far it has heard, when it comes back.
    pub heard: Option<Position>,
}

/// A hint, and how far the page has heard with it; a hint without a place in the order leaves that as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What the page is told.
    pub hint: Hint,
    /// How far it has heard now.
    pub position: Option<Position>,
}

/// What comes next.
enum Next {
    Heard(Heard),
    Posts(Option<feeds::Hint>),
    Beat,
}

/// A line that ends with whoever listens on it.
struct Listening {
    app: Arc<App>,
    account: AccountId,
    line: Arc<Line>,
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.app.live.with(|ring| ring.leave(self.account, &self.line));
    }
}

/// An open page.
pub struct Subscription {
    app: Arc<App>,
    account: AccountId,
    /// The session's cookie, by which the session is looked up again.
    token: String,
    posts: Option<feeds::Subscription>,
    line: Listening,
    /// How far everything had been told when the page came.
    begun: Position,
    /// What it missed, told first.
    missed: VecDeque<Arc<Entry>>,
    /// Whether a gap has to be told before anything else, and how far the page has heard with it.
    gap: Option<Position>,
    beat: Instant,
    /// No further gap is told before.
    rested: Instant,
    /// Whether there was one that was not told yet.
    is_gap_due: bool,
    /// Whether the session has to be looked up before anything else is said.
    is_unsure: bool,
    _place: Place,
}

/// Subscribes the viewer, whose session has the cookie `token`.
///
/// # Errors
/// Sign-in needed without a valid session; rate limited when too many pages are open.
pub async fn subscribe(app: &Arc<App>, viewer: &Viewer, token: String, wish: Wish) -> Result<Subscription> {
    let account = viewer.active()?.id;
    let place = app.live.places.take(account, PER_ACCOUNT, IN_ALL)?;
    // Listening first: what comes while the rest is looked up waits on the line.
    let (begun, line, missed) = app.live.with(|ring| {
        let (begun, line) = ring.listen(app.now(), account);
        (begun, line, wish.heard.map(|heard| ring.missed(heard, account)))
    });
    let line = Listening { app: Arc::clone(app), account, line };
    let posts = match wish.posts {
        Some((tab, since)) => Some(feeds::subscribe(app, viewer, token.clone(), tab, since).await?),
        None => None,
    };
    let (missed, gap) = match missed {
        None => (VecDeque::new(), None),
        Some(Missed::Entries(entries)) => (entries, None),
        Some(Missed::Unknown) => (VecDeque::new(), Some(begun)),
    };
    let subscription = Subscription {
        app: Arc::clone(app),
        account,
        token,
        posts,
        line,
        begun,
        missed,
        gap,
        beat: Instant::now() + BEAT,
        rested: Instant::now(),
        is_gap_due: false,
        is_unsure: false,
        _place: place,
    };
    if subscription.viewer().await.is_none() {
        return Err(Error::sign_in_needed());
    }
    Ok(subscription)
}

impl Subscription {
    /// How far everything had been told when the page came; what it is told next may lie before that.
    pub fn begun(&self) -> Option<Position> {
        (self.missed.is_empty() && self.gap.is_none()).then_some(self.begun)
    }

    /// The next hint; none when the connection has to end.
    pub async fn next(&mut self) -> Option<Told> {
        loop {
            if self.is_unsure {
                self.viewer().await?;
                self.is_unsure = false;
            }
            if let Some(position) = self.gap.take() {
                return Some(Told { hint: Hint::Gap, position: Some(position) });
            }
            if let Some(entry) = self.missed.pop_front() {
                match self.say(&entry, true).await {
                    Some(hint) => return Some(Told { hint, position: entry.position }),
                    None => continue,
                }
            }
            let wake = if self.is_gap_due { self.rested.min(self.beat) } else { self.beat };
            let next = tokio::select! {
                heard = self.line.line.next() => Next::Heard(heard),
                hint = posts_of(&mut self.posts) => Next::Posts(hint),
                () = sleep_until(wake) => Next::Beat,
            };
            match next {
                Next::Heard(Heard::Sent(Sent::Entry(entry))) if entry.note == Note::Gap => {
                    if Instant::now() < self.rested {
                        self.is_gap_due = true;
                        continue;
                    }
                    self.rested = Instant::now() + REST;
                    return Some(Told { hint: Hint::Gap, position: entry.position });
                }
                Next::Heard(Heard::Sent(Sent::Entry(entry))) => {
                    if let Some(hint) = self.say(&entry, false).await {
                        return Some(Told { hint, position: entry.position });
                    }
                }
                Next::Heard(Heard::Sent(Sent::Check(account))) => {
                    self.is_unsure |= account.is_none_or(|account| account == self.account);
                }
                Next::Heard(Heard::Lost) => self.begin_anew(),
                Next::Heard(Heard::Sent(Sent::End)) => return None,
                // What tells of posts ends with the same session.
                Next::Posts(None) => return None,
                Next::Posts(Some(feeds::Hint::Still)) => {}
                Next::Posts(Some(feeds::Hint::Posts { count, newest })) => {
                    return Some(Told { hint: Hint::Posts { count, newest }, position: None });
                }
                Next::Beat if self.is_gap_due && Instant::now() >= self.rested => {
                    self.is_gap_due = false;
                    self.rested = Instant::now() + REST;
                    // What came since has been told, so this one has no place any more.
                    return Some(Told { hint: Hint::Gap, position: None });
                }
                Next::Beat => {
                    self.beat = Instant::now() + BEAT;
                    self.viewer().await?;
                    return Some(Told { hint: Hint::Still, position: None });
                }
            }
        }
    }

    /// Whoever cannot keep up is told so, and hears what comes from now on.
    fn begin_anew(&mut self) {
        let now = self.app.now();
        let position = self.app.live.with(|ring| ring.restart(now, &self.line.line));
        self.gap = Some(position);
        // The end of a session may have been among what was lost.
        self.is_unsure = true;
    }

    /// The member, if the session is still theirs and they are still let in.
    async fn viewer(&self) -> Option<Viewer> {
        let session = sessions::find(&self.app, &self.token).await.ok().flatten();
        session.filter(|session| session.is_as(self.account))?;
        let viewer = viewers::load(&self.app, self.account).await.ok()?;
        viewer.active().is_ok().then_some(viewer)
    }

    /// What the page is told of a note, by the relations of this moment; none if there is nothing to say.
    async fn say(&self, entry: &Entry, is_late: bool) -> Option<Hint> {
        let viewer = viewers::load(&self.app, self.account).await.ok()?;
        let member = viewer.active().ok()?;
        match self.hint(&viewer, member, entry.note, is_late).await {
            Ok(hint) => hint,
            Err(error) if error.is_not_found() => None,
            Err(problem) => {
                tracing::warn!(%problem, "an open page was not told of something");
                Some(Hint::Gap)
            }
        }
    }

    async fn hint(
        &self,
        viewer: &Viewer,
        member: &Member,
        note: Note,
        is_late: bool,
    ) -> Result<Option<Hint>> {
        let app = &self.app;
        if is_late {
            self.check(viewer, note).await?;
        }
        Ok(Some(match note {
            Note::Notices(notice) => Hint::Notices { notice, unread: inbox::bell(app, viewer).await? },
            Note::Message(conversation, message) => {
                Hint::Message { conversation, message, unread: messages::unread(app, viewer).await? }
            }
            Note::MessageChanged(conversation, message) => Hint::MessageChanged { conversation, message },
            Note::Conversation(conversation) => {
                Hint::Conversation { conversation, unread: messages::unread(app, viewer).await? }
            }
            Note::Read(_, account) | Note::Typing(_, account) if member.is_apart_from(account) => {
                return Ok(None);
            }
            Note::Read(conversation, account) => {
                let is_own = account == self.account;
                let unread = if is_own { Some(messages::unread(app, viewer).await?) } else { None };
                Hint::Read { conversation, account, unread }
            }
            Note::Typing(conversation, account) => {
                let writer = viewers::load(app, account).await?;
                let name = writer.member().map(|writer| writer.name.clone()).unwrap_or_default();
                Hint::Typing { conversation, account, name }
            }
            Note::Gap => Hint::Gap,
        }))
    }

    /// Holds a note that is told late against the rules of this moment: a block or a parting may lie between.
    async fn check(&self, viewer: &Viewer, note: Note) -> Result<()> {
        let (conversation, message) = match note {
            Note::Message(conversation, message) => (conversation, Some(message)),
            Note::MessageChanged(conversation, _) | Note::Read(conversation, _) => (conversation, None),
            Note::Notices(_) | Note::Conversation(_) | Note::Typing(..) | Note::Gap => return Ok(()),
        };
        let viewer = viewer.clone();
        self.app
            .db
            .read(move |q| match message {
                Some(message) => messages::load_message(q, &viewer, message).map(drop),
                None => messages::load(q, &viewer, conversation).map(drop),
            })
            .await
    }
}

/// The next hint of posts; never where nobody wants any.
async fn posts_of(posts: &mut Option<feeds::Subscription>) -> Option<feeds::Hint> {
    match posts {
        Some(posts) => posts.next().await,
        None => std::future::pending().await,
    }
}
