//! Writing messages: to somebody, or into a conversation that is there.

use std::sync::Arc;

use kith_base::{DAY, Error, FieldError, MINUTE, Message as Sentence, Result, limits};
use kith_db::{Query, Tx};

use super::model::{Conversation, Message, NewMessage, Reach, SeatState};
use super::policy::{self, Between, Party};
use super::sql::seats::{self, NewSeat};
use super::sql::{self, words as rows};
use super::{announce, load, load_message, state};
pub(super) use crate::accounts::ages::today;
use crate::media::{self, AttachTo};
use crate::polls;
use crate::posts::words::{self, Mentioned, Words};
use crate::posts::{self, trust};
use crate::search_terms::Terms;
use crate::viewer::{Member, Viewer, Visible};
use crate::{AccountId, App, ConversationId, MessageId, pages, viewers};

/// Sends a message into a conversation. Who was written to first accepts by answering.
///
/// # Errors
/// NotFound when the conversation, or the message it answers, is not there for the viewer; Forbidden when nobody is left
/// to read it, or the viewer was asked into a group and has not come in; Invalid for text and photos; rate limited.
pub async fn send(
    app: &App,
    viewer: &Viewer,
    to: ConversationId,
    new: NewMessage,
) -> Result<Visible<Message>> {
    put(app, viewer, new, move |tx, viewer, _, _| {
        let chat = load(tx, viewer, to)?.into_inner();
        if policy::may_write(viewer, &chat) {
            Ok(chat)
        } else {
            Err(Error::forbidden("messages-accept-first"))
        }
    })
    .await
}

/// Writes to somebody: in the one conversation that the two have, which begins with this if there is none.
///
/// # Errors
/// NotFound when they are not there for the viewer; Forbidden when they take no messages from the viewer; otherwise as
/// [`send`].
pub async fn write_to(
    app: &App,
    viewer: &Viewer,
    other: AccountId,
    new: NewMessage,
) -> Result<Visible<Message>> {
    put(app, viewer, new, move |tx, viewer, member, is_limited| {
        let id = match sql::pair(tx, member.id, other)? {
            Some(id) => {
                take_up(tx, member.id, id)?;
                id
            }
            None => begin(tx, member, other, is_limited)?,
        };
        Ok(load(tx, viewer, id)?.into_inner())
    })
    .await
}

/// Sends a message into the conversation that `find` finds or begins, unless the same form was handed in before.
async fn put(
    app: &App,
    viewer: &Viewer,
    mut new: NewMessage,
    find: impl Fn(&mut Tx<'_>, &Viewer, &Member, bool) -> Result<Conversation> + Send + Sync + 'static,
) -> Result<Visible<Message>> {
    let (me, acting) = (viewer.active()?.id, viewer.acting());
    new.poll = new.poll.map(polls::checked).transpose()?;
    // A poll without a question asks nothing, whatever stands beside it.
    let beside = if new.poll.is_some() && kith_text::normalise_text(&new.text).is_empty() {
        (0, 0)
    } else {
        (new.photos.len(), new.files.len())
    };
    let words = prepare(app, me, &new.text, beside).await?;
    let is_limited = !app.config.rate_limits_off();
    app.db
        .write(move |tx| {
            let (viewer, member) = fresh(tx, me)?;
            if let Some(made) = again(tx, &viewer, new.submission.as_deref())? {
                return Ok(made);
            }
            let chat = find(tx, &viewer, &member, is_limited)?;
            let letter = Letter { viewer: &viewer, member: &member, new: &new, words: &words, is_limited };
            let message = letter.put(tx, chat)?;
            pages::done(tx, acting, me, pages::Act::Wrote, (pages::SubjectKind::Message, message.id))?;
            Ok(message)
        })
        .await
}

/// Who declined a conversation and writes there after all takes part again.
fn take_up(tx: &mut Tx<'_>, me: AccountId, id: ConversationId) -> Result<()> {
    match sql::from_place(tx, me, id)? {
        Some(chat) if chat.seat.state == SeatState::Declined => state::come_in(tx, &chat),
        _ => Ok(()),
    }
}

/// Begins the conversation of two people.
fn begin(tx: &mut Tx<'_>, member: &Member, other: AccountId, is_limited: bool) -> Result<ConversationId> {
    let today = today(tx.now());
    let (mine, theirs, between) = two(tx, member.id, other)?;
    let state = match policy::reach(&mine, &theirs, &between, today) {
        Reach::Inbox => SeatState::Joined,
        Reach::Request => SeatState::Asked,
        Reach::Closed => return Err(Error::forbidden("messages-closed")),
    };
    if state == SeatState::Asked && is_limited {
        check_strangers(tx, member, 1)?;
    }
    let id = sql::insert_pair(tx, member.id, other)?;
    let since = MessageId::default();
    for (account, state, is_stranger) in
        [(member.id, SeatState::Joined, false), (other, state, state == SeatState::Asked)]
    {
        seats::seat(tx, id, &NewSeat { account, state, asked_by: member.id, since, is_stranger })?;
    }
    Ok(id)
}

/// How the viewer may write to somebody, so that a page can say it before anything is written.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn reach(app: &App, viewer: &Viewer, other: AccountId) -> Result<Reach> {
    let me = viewer.active()?.id;
    app.db
        .read(move |q| {
            let (mine, theirs, between) = match two(q, me, other) {
                Ok(found) => found,
                Err(error) if error.is_not_found() => return Ok(Reach::Closed),
                Err(error) => return Err(error),
            };
            let fresh = policy::reach(&mine, &theirs, &between, today(q.now()));
            if !theirs.state.is_present() {
                return Ok(Reach::Closed);
            }
            let Some(id) = sql::pair(q, me, other)? else { return Ok(fresh) };
            let seat = sql::from_place(q, other, id)?.map(|chat| chat.seat.state);
            Ok(match seat {
                Some(SeatState::Joined) => Reach::Inbox,
                Some(_) if between.is_friend => Reach::Inbox,
                Some(_) => Reach::Request,
                None => Reach::Closed,
            })
        })
        .await
}

/// Both of a pair and what is between them, unless the other is not there for `me`.
pub(super) fn two(q: &mut Query<'_>, me: AccountId, other: AccountId) -> Result<(Party, Party, Between)> {
    let mut found = sql::parties(q, me, &[me, other])?;
    let (mine, _) = found.remove(&me).ok_or_else(Error::not_found)?;
    let (theirs, between) = found.remove(&other).ok_or_else(Error::not_found)?;
    if between.is_apart || !theirs.state.is_present() {
        return Err(Error::not_found());
    }
    Ok((mine, theirs, between))
}

/// Refuses when the member would turn to more strangers in a day than they may.
pub(super) fn check_strangers(q: &mut Query<'_>, member: &Member, more: i64) -> Result<()> {
    let (now, may) = (q.now(), policy::strangers_a_day(member.role, member.trust_level.into()));
    if sql::count_asked(q, member.id, now - DAY)? + more > may {
        return Err(Error::forbidden(Sentence::new("messages-too-many-strangers").with("limit", may)));
    }
    Ok(())
}

/// A message on its way into a conversation.
struct Letter<'a> {
    viewer: &'a Viewer,
    member: &'a Member,
    new: &'a NewMessage,
    words: &'a Words,
    is_limited: bool,
}

impl Letter<'_> {
    fn put(&self, tx: &mut Tx<'_>, mut chat: Conversation) -> Result<Visible<Message>> {
        let (me, new) = (self.member.id, self.new);
        if self.is_limited {
            self.check_pace(tx)?;
        }
        if chat.is_request() {
            state::come_in(tx, &chat)?;
            chat.seat.state = SeatState::Joined;
        }
        if let Some(other) = chat.other() {
            self.settle(tx, &chat, other)?;
        }
        if let Some(answered) = new.reply_to {
            let (there, answered) = load_message(tx, self.viewer, answered)?;
            if there.id != chat.id || !policy::may_answer(self.viewer, &there, &answered) {
                return Err(Error::not_found());
            }
        }
        // Within a conversation order is time even where two messages share a millisecond.
        let id = tx.new_id::<crate::kinds::MessageKind>().max(seats::after(chat.last));
        let row = rows::NewRow {
            id,
            chat: chat.id,
            author: me,
            reply_to: new.reply_to,
            words: self.words,
            photos: &new.photos,
        };
        rows::insert(tx, &row)?;
        seats::read(tx, chat.id, me, id)?;
        media::attach(tx, me, &new.photos, AttachTo::Message(id))?;
        media::attach_files(tx, me, &new.files, id)?;
        if let Some(poll) = &new.poll {
            polls::put_on_message(tx, id, poll)?;
        }
        if let Some(submission) = &new.submission {
            posts::sql::insert_submission(tx, me, submission, id)?;
        }
        let message = load_message(tx, self.viewer, id)?.1;
        announce::seen(tx, me, chat.id)?;
        announce::sent(tx, self.member, &chat, &message, &self.words.mentioned)?;
        Ok(message)
    }

    /// Refuses when there were more messages lately than a person writes.
    fn check_pace(&self, q: &mut Query<'_>) -> Result<()> {
        let (a_minute, a_day) = policy::pace(self.member.role, self.member.trust_level.into());
        for (window, may) in [(MINUTE, a_minute), (DAY, a_day)] {
            let since = q.now() - window;
            if rows::count_sent(q, self.member.id, since)? >= may {
                return Err(Error::rate_limited(60));
            }
        }
        Ok(())
    }

    /// Looks at the other side of a pair: nobody may be there any more, and who has not answered gets only few messages.
    /// A request of somebody who is a friend by now is none any more.
    fn settle(&self, tx: &mut Tx<'_>, chat: &Conversation, other: AccountId) -> Result<()> {
        let gone = || Error::forbidden("messages-nobody-there");
        let (_, theirs, between) = two(tx, self.member.id, other)
            .map_err(|error| if error.is_not_found() { gone() } else { error })?;
        let place = sql::from_place(tx, theirs.id, chat.id)?.ok_or_else(gone)?;
        if place.seat.state == SeatState::Joined {
            return Ok(());
        }
        if between.is_friend {
            state::come_in(tx, &place)?;
            return announce::answered(tx, other, chat.id);
        }
        if rows::count_in_chat(tx, self.member.id, chat.id)? >= policy::BEFORE_ANSWER {
            let sentence = Sentence::new("messages-wait-for-answer").with("limit", policy::BEFORE_ANSWER);
            return Err(Error::invalid("text", sentence));
        }
        if self.is_limited {
            let photos = self.new.photos.len() + self.new.files.len();
            let errors = trust::check_content(self.member, &self.words.rendered, photos, "text");
            if !errors.is_empty() {
                return Err(Error::invalid_fields(errors));
            }
        }
        Ok(())
    }
}

/// What the form with this word made already.
fn again(tx: &mut Tx<'_>, viewer: &Viewer, submission: Option<&str>) -> Result<Option<Visible<Message>>> {
    let Some(submission) = submission else { return Ok(None) };
    match posts::sql::submitted(tx, viewer.id_or_zero(), submission)? {
        Some(made) => load_message(tx, viewer, made).map(|found| Some(found.1)),
        None => Ok(None),
    }
}

/// Checks and renders the text of a message that has so many photos and other files.
pub(super) async fn prepare(
    app: &App,
    author: AccountId,
    text: &str,
    (photos, files): (usize, usize),
) -> Result<Words> {
    let source = kith_text::normalise_text(text);
    let mut errors: Vec<FieldError> = Vec::new();
    if source.is_empty() && photos == 0 && files == 0 {
        errors.push(FieldError { field: "text", message: "messages-text-missing".into() });
    }
    words::check_length(&mut errors, "text", "messages-text-too-long", &source, limits::MESSAGE_TEXT);
    if photos > limits::MESSAGE_PHOTOS {
        let message = Sentence::new("messages-too-many-photos").with("limit", limits::MESSAGE_PHOTOS);
        errors.push(FieldError { field: "photos", message });
    }
    if files > limits::MESSAGE_FILES {
        let message = Sentence::new("messages-too-many-files").with("limit", limits::MESSAGE_FILES);
        errors.push(FieldError { field: "files", message });
    }
    if !errors.is_empty() {
        return Err(Error::invalid_fields(errors));
    }
    let looked = source.clone();
    let (member, mentioned) = app
        .db
        .read(move |q| {
            let member = viewers::load_fresh(q, author)?;
            let mentioned = Mentioned::find(q, &member, &looked)?;
            Ok((member, mentioned))
        })
        .await?;
    let rendered = kith_text::render_comment(&source, &mentioned);
    let language = words::language_of("auto", &source, &member);
    Ok(Words { rendered, mentioned: mentioned.ids(), language, source, terms: Terms::none() })
}

/// The member as this transaction finds them.
pub(super) fn fresh(q: &mut Query<'_>, account: AccountId) -> Result<(Viewer, Arc<Member>)> {
    let member = viewers::load_fresh(q, account)?;
    let viewer = Viewer::Member(Arc::clone(&member));
    viewer.active()?;
    Ok((viewer, member))
}
