//! Posts, comments and messages as statuses: reading, writing, marking. An answer to a post is a comment, one to a message
//! a message; a boost is a post that passes another one on without a word.

use std::collections::HashMap;

use axum::Json;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use kith_base::{Error, Kind, Result};
use kith_domain::cards::{self, Card, CommentCard};
use kith_domain::comments::{self, CommentEdit, NewComment};
use kith_domain::media;
use kith_domain::messages::{self, MessageCard};
use kith_domain::polls;
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost, PostEdit};
use kith_domain::reactions::{self, ReactionKind, Subject};
use kith_domain::scheduled;
use kith_domain::{AccountId, CommentId, MediaId, MessageId, PostId, accounts};
use kith_http::Answer;
use serde_json::{Value, json};

use crate::caller::Caller;
use crate::entities::scheduled::ScheduledStatus;
use crate::entities::status::{Status, StatusId, comments as comments_told, replies, status, statuses};
use crate::entities::{absolute, moment};
use crate::kith::NewText;
use crate::params::Params;
use crate::path::Path;
use crate::polls::poll_of;
use crate::quotes::check_policy;
use crate::routes::{ApiRoutes, Needs};
use crate::scheduled::time_of;

/// Statuses asked for by their ids at once.
const AT_ONCE: usize = 40;

pub(crate) fn routes() -> ApiRoutes {
    let read = Needs::IfSignedIn("read:statuses");
    let write = Needs::Scope("write:statuses");
    ApiRoutes::new()
        .get("/api/v1/statuses", read, many)
        .post("/api/v1/statuses", write, create)
        .get("/api/v1/statuses/{id}", read, show)
        .put("/api/v1/statuses/{id}", write, update)
        .delete("/api/v1/statuses/{id}", write, delete)
        .get("/api/v1/statuses/{id}/history", read, history)
        .get("/api/v1/statuses/{id}/source", Needs::Scope("read:statuses"), source)
        .post("/api/v1/statuses/{id}/favourite", Needs::Scope("write:favourites"), favourite)
        .post("/api/v1/statuses/{id}/unfavourite", Needs::Scope("write:favourites"), unfavourite)
        .post("/api/v1/statuses/{id}/reblog", write, reblog)
        .post("/api/v1/statuses/{id}/unreblog", write, unreblog)
        .post("/api/v1/statuses/{id}/pin", Needs::Scope("write:accounts"), pin)
        .post("/api/v1/statuses/{id}/unpin", Needs::Scope("write:accounts"), unpin)
        .post("/api/v1/statuses/{id}/mute", Needs::Scope("write:mutes"), mute)
        .post("/api/v1/statuses/{id}/unmute", Needs::Scope("write:mutes"), unmute)
        .get("/api/v1/statuses/{id}/card", read, card)
        .post("/api/v1/statuses/{id}/translate", Needs::Scope("read:statuses"), translate)
}

/// What an id turned out to be.
pub(crate) enum Thing {
    Post(Box<Card>),
    Comment(Box<CommentCard>, Box<Card>),
    Message(Box<MessageCard>),
}

/// The post, the comment or the message with this id.
pub(crate) async fn find(caller: &Caller, id: StatusId) -> Result<Thing> {
    match cards::get(&caller.app, &caller.viewer, PostId::new(id.raw())).await {
        Ok(card) => Ok(Thing::Post(Box::new(card))),
        Err(error) if error.is_not_found() => {
            match cards::comment(&caller.app, &caller.viewer, CommentId::new(id.raw())).await {
                Ok((comment, card)) => Ok(Thing::Comment(Box::new(comment), Box::new(card))),
                Err(error) if error.is_not_found() => {
                    let message = crate::messages::get(caller, MessageId::new(id.raw())).await?;
                    Ok(Thing::Message(Box::new(message)))
                }
                Err(error) => Err(error),
            }
        }
        Err(error) => Err(error),
    }
}

/// The status that stands for it.
async fn shown(caller: &Caller, thing: &Thing) -> Result<Status> {
    match thing {
        Thing::Post(card) => status(caller, card).await,
        Thing::Comment(comment, card) => {
            replies(caller, card, &[&**comment]).await?.pop().ok_or_else(Error::not_found)
        }
        Thing::Message(card) => crate::messages::shown(caller, card).await,
    }
}

/// The status with this id.
pub(crate) async fn status_of(caller: &Caller, id: StatusId) -> Result<Status> {
    shown(caller, &find(caller, id).await?).await
}

pub(crate) async fn answer(caller: &Caller, id: StatusId) -> Answer<Json<Status>> {
    Ok(Json(shown(caller, &find(caller, id).await?).await?))
}

/// The post with this id; comments and messages cannot be passed on or pinned.
async fn post_of(caller: &Caller, id: StatusId) -> Result<Card> {
    match find(caller, id).await? {
        Thing::Post(card) => Ok(*card),
        Thing::Comment(..) | Thing::Message(_) => Err(Error::new(Kind::Invalid, "apps-only-posts")),
    }
}

async fn show(caller: Caller, Path(id): Path<StatusId>) -> Answer<Json<Status>> {
    answer(&caller, id).await
}

/// Posts, comments and messages in the order in which they are asked for, with a fixed number of statements.
async fn many(caller: Caller, params: Params) -> Answer<Json<Vec<Status>>> {
    let ids: Vec<StatusId> = params.ids("id").into_iter().chain(params.ids("ids")).take(AT_ONCE).collect();
    let posts: Vec<PostId> = ids.iter().map(|id| PostId::new(id.raw())).collect();
    let posts = cards::of(&caller.app, &caller.viewer, posts).await?;
    // What is no post that the caller may see may be a comment.
    let rest = ids.iter().filter(|id| posts.iter().all(|card| card.post.id.raw() != id.raw()));
    let rest: Vec<CommentId> = rest.map(|id| CommentId::new(id.raw())).collect();
    let (lines, under) = cards::comments_of(&caller.app, &caller.viewer, rest).await?;
    let rest = ids.iter().filter(|id| {
        posts.iter().all(|card| card.post.id.raw() != id.raw())
            && lines.iter().all(|line| line.comment.id.raw() != id.raw())
    });
    let rest: Vec<MessageId> = rest.map(|id| MessageId::new(id.raw())).collect();
    let messages = crate::messages::many(&caller, rest).await?;
    let found = statuses(&caller, &posts).await?.into_iter();
    let found = found.chain(comments_told(&caller, &lines, &under).await?).chain(messages);
    let mut found: HashMap<String, Status> = found.map(|status| (status.id.clone(), status)).collect();
    Ok(Json(ids.iter().filter_map(|id| found.remove(&id.to_string())).collect()))
}

async fn create(caller: Caller, headers: HeaderMap, params: Params) -> Answer<Response> {
    let poll = poll_of(&params)?;
    let due_at = time_of(&params)?;
    let submission = submission(&headers);
    let text = params.text("status").unwrap_or_default();
    if let Some(to) = params.id::<crate::entities::status::StatusKind>("in_reply_to_id") {
        let (post, reply_to) = match find(&caller, to).await? {
            Thing::Post(card) => (card.post.id, None),
            Thing::Comment(comment, card) => (card.post.id, Some(comment.comment.id)),
            Thing::Message(card) => {
                let status = crate::messages::answer(&caller, &params, *card, submission).await?;
                return Ok(Json(status).into_response());
            }
        };
        if poll.is_some() {
            return Err(Error::invalid("poll", "apps-no-poll-in-comments").into());
        }
        if due_at.is_some() {
            return Err(Error::invalid("scheduled_at", "apps-no-scheduled-comments").into());
        }
        let new = NewComment { post, reply_to, text, photo: one_photo(&params)?, submission };
        let made = comments::create(&caller.app, &caller.viewer, new).await?;
        return Ok(answer(&caller, StatusId::new(made.id.raw())).await?.into_response());
    }
    let quoted = params.id("quoted_status_id").or_else(|| params.id("quote_id"));
    let choice = choice(&caller, &params, &text).await?;
    check_policy(&params, choice.audience)?;
    let new = NewPost {
        choice,
        text,
        cover: params.text("spoiler_text").unwrap_or_default(),
        language: language(&caller, params.text("language")).await?,
        photos: params.ids("media_ids"),
        share: quoted,
        submission,
        ..NewPost::default()
    };
    if let Some(due_at) = due_at {
        let kept = scheduled::create(&caller.app, &caller.viewer, new, poll, due_at).await?;
        return Ok(Json(ScheduledStatus::of(&caller, &kept)).into_response());
    }
    let made = polls::create_post(&caller.app, &caller.viewer, new, poll).await?;
    Ok(answer(&caller, StatusId::new(made.id.raw())).await?.into_response())
}

/// The word by which the domain knows again what was handed in before.
pub(crate) fn submission(headers: &HeaderMap) -> Option<String> {
    let key = headers.get("idempotency-key")?.to_str().ok()?;
    Some(format!("{BY_APP}{}", key.chars().take(128).collect::<String>()))
}

/// What stands before the keys of apps, so that they meet none of a page.
const BY_APP: &str = "api ";

/// The `Idempotency-Key` behind such a word; none behind one that no app sent.
pub(crate) fn key_of(submission: &str) -> Option<&str> {
    submission.strip_prefix(BY_APP)
}

/// The language that is named, or the one that the member chose for posts by apps.
pub(crate) async fn language(caller: &Caller, named: Option<String>) -> Result<String> {
    match named {
        Some(tag) => Ok(tag),
        None => Ok(accounts::own_preferences(&caller.app, &caller.viewer).await?.posting_language),
    }
}

/// The photo of a comment, which shows one; more that would be lost are refused rather than dropped.
fn one_photo(params: &Params) -> Result<Option<MediaId>> {
    match params.ids("media_ids").as_slice() {
        [] => Ok(None),
        [photo] => Ok(Some(*photo)),
        _ => Err(Error::invalid("media_ids", "apps-one-photo-in-comments")),
    }
}

/// The audience that Mastodon's word means; without a word, the one that the member chose for new posts.
async fn choice(caller: &Caller, params: &Params, text: &str) -> Result<AudienceChoice> {
    let audience = match params.text("visibility").as_deref() {
        Some("public") => Audience::World,
        Some("unlisted" | "local") => Audience::Community,
        Some("private") => Audience::Friends,
        Some("direct") => return direct(caller, text).await,
        Some(_) => return Err(Error::invalid("visibility", "error-bad-choice")),
        None => {
            let offered = posts::composer(&caller.app, &caller.viewer, Vec::new()).await?;
            offered.audience
        }
    };
    Ok(AudienceChoice::plain(audience))
}

/// For those who are named in the text, and for oneself when nobody is.
async fn direct(caller: &Caller, text: &str) -> Result<AudienceChoice> {
    let handles: Vec<String> = kith_text::scan(text).mentions.into_iter().collect();
    let me = caller.viewer.active()?.id;
    let people: Vec<AccountId> = caller
        .app
        .db
        .read(move |q| {
            let mut people = Vec::new();
            for handle in &handles {
                people.extend(accounts::find_by_handle(q, handle)?.map(accounts::Found::id));
            }
            Ok(people)
        })
        .await?;
    let people: Vec<AccountId> = people.into_iter().filter(|id| *id != me).collect();
    Ok(if people.is_empty() {
        AudienceChoice::plain(Audience::Self_)
    } else {
        AudienceChoice { audience: Audience::People, people, ..AudienceChoice::default() }
    })
}

async fn update(caller: Caller, Path(id): Path<StatusId>, params: Params) -> Answer<Json<Status>> {
    match find(&caller, id).await? {
        Thing::Message(card) => crate::messages::edit(&caller, &params, &card).await?,
        Thing::Comment(comment, _) => {
            let (app, viewer, comment) = (&caller.app, &caller.viewer, &comment.comment);
            let text = params.text("status").unwrap_or_else(|| comment.source.clone());
            let photo = if params.has("media_ids") { one_photo(&params)? } else { comment.photo };
            comments::edit(app, viewer, comment.id, CommentEdit { text, photo }).await?;
            if let Some((photo, alt)) = photo.and_then(|photo| described(&params).remove_entry(&photo)) {
                media::describe(app, viewer, photo, &alt).await?;
            }
        }
        Thing::Post(card) => {
            check_policy(&params, card.post.audience())?;
            let kept = || card.photos.iter().map(|photo| photo.id).collect();
            let photos = if params.has("media_ids") { params.ids("media_ids") } else { kept() };
            let post = &card.post;
            // Apps send back the language in which they showed it; that of another text is not meant for the first.
            let language = params.text("language");
            let language = language.filter(|tag| !post.more.iter().any(|text| text.language == *tag));
            let change = PostEdit {
                text: params.text("status").unwrap_or_else(|| card.post.source.clone()),
                cover: params.text("spoiler_text").unwrap_or_else(|| card.post.cover.clone()),
                language: language.unwrap_or_else(|| post.language.clone()),
                more: post.more.iter().map(Into::into).collect(),
                photos,
                alts: described(&params),
            };
            posts::edit(&caller.app, &caller.viewer, card.post.id, change).await?;
        }
    }
    answer(&caller, id).await
}

/// What photos show, in words.
pub(crate) fn described(params: &Params) -> HashMap<MediaId, String> {
    let named = params.each("media_attributes").into_iter();
    named.filter_map(|each| Some((each.id("id")?, each.text("description")?))).collect()
}

async fn delete(caller: Caller, Path(id): Path<StatusId>) -> Answer<Json<Status>> {
    let thing = find(&caller, id).await?;
    let gone = shown(&caller, &thing).await?;
    let text = match &thing {
        Thing::Post(card) => {
            posts::delete(&caller.app, &caller.viewer, card.post.id).await?;
            &card.post.source
        }
        Thing::Comment(comment, _) => {
            comments::delete(&caller.app, &caller.viewer, comment.comment.id).await?;
            &comment.comment.source
        }
        Thing::Message(card) => {
            messages::delete(&caller.app, &caller.viewer, card.message.id).await?;
            &card.message.source
        }
    };
    Ok(Json(gone.with_text(text)))
}

async fn history(caller: Caller, Path(id): Path<StatusId>) -> Answer<Json<Vec<Value>>> {
    let thing = find(&caller, id).await?;
    let now = shown(&caller, &thing).await?;
    let versions: Vec<(String, String, i64)> = match &thing {
        Thing::Post(card) => posts::history(&caller.app, &caller.viewer, card.post.id)
            .await?
            .into_iter()
            .map(|version| (version.html, version.cover, version.since))
            .collect(),
        Thing::Comment(comment, _) => {
            let comment = &comment.comment;
            vec![(comment.html.clone(), String::new(), comment.edited_at.unwrap_or(comment.created_at))]
        }
        Thing::Message(card) => {
            let message = &card.message;
            vec![(message.html.clone(), String::new(), message.edited_at.unwrap_or(message.created_at))]
        }
    };
    let edits = versions.into_iter().map(|(html, cover, since)| {
        json!({
            "content": absolute(&html, &caller.site.base_url),
            "spoiler_text": cover,
            "sensitive": !cover.is_empty(),
            "created_at": moment(since),
            "account": *now.account,
            "media_attachments": now.media_attachments,
            "emojis": [],
        })
    });
    Ok(Json(edits.collect()))
}

async fn source(caller: Caller, Path(id): Path<StatusId>) -> Answer<Json<Value>> {
    let thing = find(&caller, id).await?;
    let (text, cover, author) = match &thing {
        Thing::Post(card) => (card.post.source.clone(), card.post.cover.clone(), card.author.id),
        Thing::Comment(comment, _) => (comment.comment.source.clone(), String::new(), comment.author.id),
        Thing::Message(card) => (card.message.source.clone(), String::new(), card.author.id),
    };
    if caller.viewer.id() != Some(author) {
        return Err(Error::not_found().into());
    }
    let mut told = json!({ "id": id, "text": text, "spoiler_text": cover });
    if let (Thing::Post(card), Some(told)) = (&thing, told.as_object_mut())
        && !card.post.more.is_empty()
    {
        let more = card.post.more.iter();
        let texts: Vec<NewText> = more.map(NewText::from_post).collect();
        told.insert("kith".to_owned(), json!({ "texts": texts }));
    }
    Ok(Json(told))
}

/// Sets the caller's reaction to a post, a comment or a message, or takes it back.
pub(crate) async fn react(caller: &Caller, id: StatusId, kind: Option<ReactionKind>) -> Answer<Json<Status>> {
    let subject = match find(caller, id).await? {
        Thing::Post(card) => Subject::Post(card.post.id),
        Thing::Comment(comment, _) => Subject::Comment(comment.comment.id),
        Thing::Message(card) => {
            messages::react(&caller.app, &caller.viewer, card.message.id, kind).await?;
            return answer(caller, id).await;
        }
    };
    reactions::set(&caller.app, &caller.viewer, subject, kind).await?;
    answer(caller, id).await
}

async fn favourite(caller: Caller, Path(id): Path<StatusId>) -> Answer<Json<Status>> {
    let thing = find(&caller, id).await?;
    // Another reaction stays: an app's heart does not take back what was said with more care.
    let has_one = match &thing {
        Thing::Post(card) => card.tally.mine.is_some(),
        Thing::Comment(comment, _) => comment.tally.mine.is_some(),
        Thing::Message(card) => card.tally.mine.is_some(),
    };
    if has_one {
        return Ok(Json(shown(&caller, &thing).await?));
    }
    react(&caller, id, Some(ReactionKind::Like)).await
}

async fn unfavourite(caller: Caller, Path(id): Path<StatusId>) -> Answer<Json<Status>> {
    react(&caller, id, None).await
}

async fn reblog(caller: Caller, Path(id): Path<StatusId>, params: Params) -> Answer<Json<Status>> {
    let card = post_of(&caller, id).await?;
    let original = card.post.shared.unwrap_or(card.post.id);
    if let Some(made) = posts::own_shares(&caller.app, &caller.viewer, original).await?.first() {
        return answer(&caller, StatusId::new(made.raw())).await;
    }
    let widest = posts::policy::widest_share(&card.post.facts);
    let widest = widest.ok_or_else(|| Error::forbidden("groups-share-inside"))?;
    let wanted = match params.text("visibility").as_deref() {
        Some("public") => Audience::World,
        Some("unlisted") => Audience::Community,
        Some("private") => Audience::Friends,
        _ => widest,
    };
    let audience = match wanted.narrower(widest) {
        Audience::FriendsExcept | Audience::Circle | Audience::People | Audience::Group => Audience::Self_,
        plain => plain,
    };
    let new =
        NewPost { share: Some(original), choice: AudienceChoice::plain(audience), ..NewPost::default() };
    let made = posts::create(&caller.app, &caller.viewer, new).await?;
    answer(&caller, StatusId::new(made.id.raw())).await
}

async fn unreblog(caller: Caller, Path(id): Path<StatusId>) -> Answer<Json<Status>> {
    let card = post_of(&caller, id).await?;
    let original = card.post.shared.unwrap_or(card.post.id);
    for share in posts::own_shares(&caller.app, &caller.viewer, original).await? {
        // A share with words of its own is a post that its author deletes as one.
        if posts::get(&caller.app, &caller.viewer, share).await.is_ok_and(|share| share.source.is_empty()) {
            posts::delete(&caller.app, &caller.viewer, share).await?;
        }
    }
    answer(&caller, StatusId::new(original.raw())).await
}

async fn pin(caller: Caller, Path(id): Path<StatusId>) -> Answer<Json<Status>> {
    let card = post_of(&caller, id).await?;
    posts::set_pinned(&caller.app, &caller.viewer, card.post.id, true).await?;
    answer(&caller, id).await
}

async fn unpin(caller: Caller, Path(id): Path<StatusId>) -> Answer<Json<Status>> {
    let card = post_of(&caller, id).await?;
    posts::set_pinned(&caller.app, &caller.viewer, card.post.id, false).await?;
    answer(&caller, id).await
}

/// A thread is a post with its comments, so muting any of them mutes the post; a message mutes its conversation.
async fn set_muted(caller: &Caller, id: StatusId, muted: bool) -> Answer<Json<Status>> {
    let post = match find(caller, id).await? {
        Thing::Post(card) | Thing::Comment(_, card) => card.post.id,
        Thing::Message(card) => return crate::messages::set_muted(caller, &card, muted).await,
    };
    posts::set_muted(&caller.app, &caller.viewer, post, muted).await?;
    answer(caller, id).await
}

async fn mute(caller: Caller, Path(id): Path<StatusId>) -> Answer<Json<Status>> {
    set_muted(&caller, id, true).await
}

async fn unmute(caller: Caller, Path(id): Path<StatusId>) -> Answer<Json<Status>> {
    set_muted(&caller, id, false).await
}

/// There are no previews of links, which older clients ask for apart from the status.
async fn card(caller: Caller, Path(id): Path<StatusId>) -> Answer<Json<Value>> {
    find(&caller, id).await?;
    Ok(Json(json!({})))
}

/// There is no translator here, which clients ask of the instance too.
async fn translate(caller: Caller, Path(id): Path<StatusId>) -> Answer<Response> {
    find(&caller, id).await?;
    Err(Error::new(Kind::Forbidden, "apps-no-translation").into())
}
