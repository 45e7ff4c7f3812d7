//! What each stream of a line is told of one piece of news.

use kith_base::{Error, MINUTE, Result};
use kith_domain::cards::{self, Card};
use kith_domain::feeds::{self, News};
use kith_domain::filters::{self, Context, FilterAction};
use kith_domain::kinds::NoticeId;
use kith_domain::messages::{self, ConversationCard};
use kith_domain::{CommentId, ConversationId, MessageId, PostId, comments, lists, posts, viewers};
use serde::Serialize;

use super::channel::{Channel, Feed};
use crate::caller::Caller;
use crate::entities::conversation::conversations;
use crate::entities::status::{replies, status};
use crate::notifications::one;

/// So long after an edit it is told.
const FRESH: i64 = MINUTE;

/// One event on one stream.
#[derive(Debug, Serialize)]
pub(super) struct Told {
    pub stream: Vec<String>,
    pub event: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payload: Option<String>,
}

impl Told {
    fn on(channel: &Channel, event: &'static str, payload: Option<String>) -> Self {
        Self { stream: channel.words(), event, payload }
    }
}

/// What the streams are told. What cannot be said now is not said: the next page the app asks for has it.
pub(super) async fn of(caller: &Caller, channels: &[Channel], news: News) -> Vec<Told> {
    match tell(caller, channels, news).await {
        Ok(told) => told,
        Err(error) if error.is_not_found() => Vec::new(),
        Err(problem) => {
            tracing::warn!(%problem, "a stream was not told of something");
            Vec::new()
        }
    }
}

async fn tell(caller: &Caller, channels: &[Channel], news: News) -> Result<Vec<Told>> {
    if channels.iter().all(|channel| !concerns(channel.feed, &news)) {
        return Ok(Vec::new());
    }
    // The relations of this moment, not those of when the line was opened.
    let viewer = viewers::load(&caller.app, caller.viewer.id_or_zero()).await?;
    viewer.active()?;
    let caller = &Caller { viewer, ..caller.clone() };
    match news {
        News::Post(post) => posted(caller, channels, post, "update").await,
        News::Changed(post) => posted(caller, channels, post, "status.update").await,
        News::Deleted(post) => deleted(caller, channels, post).await,
        News::CommentEdited(comment) => comment_edited(caller, channels, comment).await,
        News::CommentDeleted(comment) => comment_deleted(caller, channels, comment).await,
        News::Notice(notice) => noticed(caller, channels, notice).await,
        News::Message(conversation, _) => messaged(caller, channels, conversation).await,
        News::MessageChanged(conversation, message) => {
            message_changed(caller, channels, conversation, message).await
        }
        News::Filters => {
            let users = channels.iter().filter(|channel| channel.feed == Feed::User);
            Ok(users.map(|channel| Told::on(channel, "filters_changed", None)).collect())
        }
        News::Still => Ok(Vec::new()),
    }
}

const fn concerns(feed: Feed, news: &News) -> bool {
    match news {
        News::Post(_) | News::Changed(_) | News::Deleted(_) => {
            matches!(feed, Feed::User | Feed::Everyone | Feed::Tag | Feed::List(_))
        }
        News::CommentEdited(_) | News::CommentDeleted(_) => matches!(feed, Feed::User),
        News::Notice(_) => matches!(feed, Feed::User | Feed::Notices),
        News::Message(..) | News::MessageChanged(..) => matches!(feed, Feed::User | Feed::Direct),
        News::Filters => matches!(feed, Feed::User),
        News::Still => false,
    }
}

async fn posted(caller: &Caller, channels: &[Channel], id: PostId, event: &'static str) -> Result<Vec<Told>> {
    let card = cards::get(&caller.app, &caller.viewer, id).await?;
    let is_edit = event == "status.update";
    // Much is a change that shows in no word of the post.
    if is_edit && card.post.edited_at.is_none_or(|at| at + FRESH < caller.app.now()) {
        return Ok(Vec::new());
    }
    let mut reached = Vec::new();
    for channel in channels {
        if reaches(caller, channel, &card).await? {
            reached.push(channel);
        }
    }
    if reached.is_empty() {
        return Ok(Vec::new());
    }
    let payload = serde_json::to_string(&status(caller, &card).await?)?;
    Ok(reached.into_iter().map(|channel| Told::on(channel, event, Some(payload.clone()))).collect())
}

/// Whether the page that stands behind the stream would show it. That the viewer may see it is known.
async fn reaches(caller: &Caller, channel: &Channel, card: &Card) -> Result<bool> {
    let post = &card.post;
    let is_quiet = caller
        .viewer
        .member()
        .is_some_and(|member| member.id != post.author && member.has_muted(post.author, caller.app.now()));
    match channel.feed {
        Feed::User => feeds::is_at_home(&caller.app, &caller.viewer, post.id).await,
        Feed::Everyone => Ok(!is_quiet
            && post.audience().is_wide()
            && post.wall.is_none()
            && post.shared.is_none()
            && (!channel.only_media || !card.photos.is_empty())),
        Feed::Tag => {
            let key = kith_text::fold_tag(channel.tag.as_deref().unwrap_or_default());
            let id = post.id;
            let tags = caller.app.db.read(move |q| posts::tags(q, &[id])).await?;
            Ok(!is_quiet && tags.values().flatten().any(|(known, _)| *known == key))
        }
        Feed::List(list) => {
            let around = lists::around(&caller.app, &caller.viewer, post.author).await?;
            Ok(!is_quiet && around.iter().any(|one| one.id == list) && !is_hidden(caller, card).await?)
        }
        Feed::Notices | Feed::Direct | Feed::Nothing => Ok(false),
    }
}

/// Whether the caller wants to see nothing of it on pages like the home page.
async fn is_hidden(caller: &Caller, card: &Card) -> Result<bool> {
    let matcher = filters::of(&caller.app, &caller.viewer).await?;
    let hits = cards::filters_of(card, &caller.viewer, &matcher, caller.app.now());
    Ok(hits
        .iter()
        .any(|hit| hit.filter.action == FilterAction::Hide && hit.filter.contexts.hold(Context::Home)))
}

/// Whoever could see it is told that it is gone, and nobody else that it was there.
async fn deleted(caller: &Caller, channels: &[Channel], id: PostId) -> Result<Vec<Told>> {
    let viewer = caller.viewer.clone();
    if !caller.app.db.read(move |q| posts::was_seen(q, &viewer, id)).await? {
        return Ok(Vec::new());
    }
    let concerned = channels.iter().filter(|channel| concerns(channel.feed, &News::Deleted(id)));
    Ok(concerned.map(|channel| Told::on(channel, "delete", Some(id.to_string()))).collect())
}

/// Comments stand in no timeline, so nobody hears of a new one here; whoever was told of one by a notice, or wrote it,
/// hears what becomes of it.
async fn comment_edited(caller: &Caller, channels: &[Channel], id: CommentId) -> Result<Vec<Told>> {
    let (comment, card) = cards::comment(&caller.app, &caller.viewer, id).await?;
    let told = replies(caller, &card, &[&comment]).await?.pop().ok_or_else(Error::not_found)?;
    let payload = serde_json::to_string(&told)?;
    let concerned = channels.iter().filter(|channel| concerns(channel.feed, &News::CommentEdited(id)));
    Ok(concerned.map(|channel| Told::on(channel, "status.update", Some(payload.clone()))).collect())
}

async fn comment_deleted(caller: &Caller, channels: &[Channel], id: CommentId) -> Result<Vec<Told>> {
    let viewer = caller.viewer.clone();
    if !caller.app.db.read(move |q| comments::was_seen(q, &viewer, id)).await? {
        return Ok(Vec::new());
    }
    let concerned = channels.iter().filter(|channel| concerns(channel.feed, &News::CommentDeleted(id)));
    Ok(concerned.map(|channel| Told::on(channel, "delete", Some(id.to_string()))).collect())
}

/// A conversation as it stands now. One that nobody has said yes to is told of by a notice alone.
async fn messaged(caller: &Caller, channels: &[Channel], id: ConversationId) -> Result<Vec<Told>> {
    let line = messages::line(&caller.app, &caller.viewer, id).await?;
    if line.conversation.is_request() {
        return Ok(Vec::new());
    }
    as_it_stands(caller, channels, line).await
}

async fn as_it_stands(caller: &Caller, channels: &[Channel], line: ConversationCard) -> Result<Vec<Told>> {
    let told = conversations(caller, &[line]).await?.pop().ok_or_else(Error::not_found)?;
    Ok(to_talkers(channels, "conversation", &serde_json::to_string(&told)?))
}

/// The same on each stream that conversations come on.
fn to_talkers(channels: &[Channel], event: &'static str, payload: &str) -> Vec<Told> {
    let concerned = channels.iter().filter(|channel| matches!(channel.feed, Feed::User | Feed::Direct));
    concerned.map(|channel| Told::on(channel, event, Some(payload.to_owned()))).collect()
}

/// What became of a message, as of any status; and its conversation, where it is the newest one there. Of a reaction
/// nobody is told but by its notice.
async fn message_changed(
    caller: &Caller,
    channels: &[Channel],
    chat: ConversationId,
    id: MessageId,
) -> Result<Vec<Told>> {
    let found = messages::of(&caller.app, &caller.viewer, vec![id]).await?.pop();
    let card = found.ok_or_else(Error::not_found)?;
    let line = messages::line(&caller.app, &caller.viewer, chat).await?;
    if line.conversation.is_request() {
        return Ok(Vec::new());
    }
    let is_edited = card.message.edited_at.is_some_and(|at| at + FRESH >= caller.app.now());
    let mut told = if card.message.deleted_at.is_some() {
        to_talkers(channels, "delete", &id.to_string())
    } else if is_edited {
        let status = crate::messages::shown(caller, &card).await?;
        to_talkers(channels, "status.update", &serde_json::to_string(&status)?)
    } else {
        return Ok(Vec::new());
    };
    if line.last.as_ref().is_some_and(|last| last.id == id) {
        told.extend(as_it_stands(caller, channels, line).await?);
    }
    Ok(told)
}

async fn noticed(caller: &Caller, channels: &[Channel], id: NoticeId) -> Result<Vec<Told>> {
    if !caller.may("read:notifications") {
        return Ok(Vec::new());
    }
    let payload = serde_json::to_string(&one(caller, id).await?)?;
    let concerned = channels.iter().filter(|channel| concerns(channel.feed, &News::Notice(id)));
    Ok(concerned.map(|channel| Told::on(channel, "notification", Some(payload.clone()))).collect())
}
