//! Conversations with what Mastodon's have no word for: groups, requests, who is in them and how far they have read, and
//! messages that begin a conversation. A message is a status; reactions, changes and deletion are those of statuses.

use axum::Json;
use kith_domain::kinds::MessageKind;
use kith_domain::messages::{self, Folder, Hears, NewGroup, NewMessage, Part, SeatState};
use kith_domain::{AccountId, ConversationId, MediaId, MessageId, profiles};
use kith_http::Answer;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::input::{Asked, At, PartOfList, Sent, Submission, Word, maybe_object};
use super::operations::KithRoutes;
use super::output::{DONE, Done, Listed};
use super::statuses::NewPoll;
use crate::caller::Caller;
use crate::conversations::{one, part};
use crate::entities::account::Account;
use crate::entities::conversation::Conversation;
use crate::entities::poll::Poll;
use crate::entities::schema::IdText;
use crate::entities::status::{Status, message_statuses};
use crate::messages::status_of;
use crate::polls::in_message;
use crate::routes::Needs;

const LIST: &str = "/api/kith/v1/conversations";
const ONE: &str = "/api/kith/v1/conversations/{id}";
const VOTE: &str = "/api/kith/v1/messages/{id}/vote";
const MESSAGES: &str = "/api/kith/v1/conversations/{id}/messages";

pub(super) fn routes() -> KithRoutes {
    let read = Needs::Scope("read:statuses");
    let say = Needs::Scope("write:statuses");
    let write = Needs::Scope("write:conversations");
    KithRoutes::of("conversations")
        .get(LIST, read, ("listConversations", "Conversations by what happened in them last"), index)
        .post(
            LIST,
            say,
            ("createGroup", "Makes a group chat; strangers and wary friends are asked first"),
            create,
        )
        .get(ONE, read, ("getConversation", "One of the caller's conversations"), show)
        .get(
            "/api/kith/v1/conversations/{id}/members",
            read,
            ("listConversationMembers", "Who is in a conversation, the caller too, longest in it first"),
            members,
        )
        .get(MESSAGES, read, ("listMessages", "Messages of a conversation, new to old"), list)
        .post(
            MESSAGES,
            say,
            ("sendMessage", "Sends a message; who was written to first says yes by answering"),
            send,
        )
        .post(
            "/api/kith/v1/accounts/{id}/messages",
            say,
            ("writeTo", "Writes to somebody, in the one conversation that the two have or begin with this"),
            write_to,
        )
        .post(
            VOTE,
            say,
            ("voteInMessage", "Votes in the poll on a message; counts that are hidden are told from then on"),
            vote,
        )
        .delete(
            VOTE,
            say,
            ("takeMessageVoteBack", "Takes the caller's vote in the poll on a message back"),
            unvote,
        )
        .post(
            "/api/kith/v1/conversations/{id}/read",
            write,
            ("markConversationRead", "Marks messages as read, all of them or up to one"),
            mark_read,
        )
        .post(
            "/api/kith/v1/conversations/{id}/hears",
            write,
            ("setConversationHears", "Says of what the caller is told while it is not muted"),
            set_hears,
        )
        .post(
            "/api/kith/v1/conversations/{id}/accept",
            write,
            ("acceptConversation", "Says yes to a request"),
            accept,
        )
        .post(
            "/api/kith/v1/conversations/{id}/decline",
            write,
            ("declineConversation", "Says no to a request; nobody is told"),
            decline,
        )
}

/// Which conversations are wanted.
#[derive(Debug, Deserialize, JsonSchema)]
struct Which {
    /// Those in use, unless said.
    folder: Option<Word<Folder>>,
}

/// Somebody in a conversation.
#[derive(Debug, Serialize, JsonSchema)]
struct ConversationMember {
    account: Account,
    /// Whether they take part, or were asked and have not answered.
    has_joined: bool,
    /// Whether they look after the group.
    is_manager: bool,
    /// The newest message they have read, where they and the caller both show that.
    #[schemars(with = "Option<IdText>")]
    read_up_to: Option<MessageId>,
}

/// A message to be sent. Fields that Mastodon's API has are called as there.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct NewMessageText {
    /// The text in light Markdown. It may be missing beside photos.
    #[serde(default)]
    status: String,
    /// Photos in order, uploaded through Mastodon's API.
    #[serde(default)]
    #[schemars(with = "Vec<IdText>")]
    media_ids: Vec<MediaId>,
    /// The message that it answers, in the same conversation.
    #[schemars(with = "Option<IdText>")]
    in_reply_to_id: Option<MessageId>,
    /// What is asked with it: the text is the question then. Everybody in the conversation may vote.
    #[serde(default, deserialize_with = "maybe_object")]
    poll: Option<NewPoll>,
}

/// What the caller chooses in a poll.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ChosenAnswers {
    /// Places of answers, from zero.
    choices: Vec<usize>,
}

impl NewMessageText {
    fn with(self, submission: Option<String>) -> NewMessage {
        NewMessage {
            text: self.status,
            photos: self.media_ids,
            files: Vec::new(),
            reply_to: self.in_reply_to_id,
            poll: self.poll.map(Into::into),
            submission,
        }
    }
}

/// A group chat to be made.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct NewChat {
    /// Its name; may be missing.
    #[serde(default)]
    name: String,
    /// Who shall be in it beside the caller.
    #[schemars(with = "Vec<IdText>")]
    account_ids: Vec<AccountId>,
}

/// How far the caller has read.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Mark {
    /// The newest message they have read; without it, all of them.
    #[schemars(with = "Option<IdText>")]
    up_to: Option<MessageId>,
}

/// Of what the caller is told.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ToldOf {
    /// Of all messages, or of those that name them.
    hears: Word<Hears>,
}

async fn index(
    caller: Caller,
    (Asked(which), Asked(wanted)): (Asked<Which>, Asked<PartOfList>),
) -> Answer<Listed<Conversation>> {
    let folder = which.folder.map(|folder| folder.0).unwrap_or_default();
    let (found, ends) = part(&caller, folder, &wanted.of_statuses::<MessageKind>()).await?;
    Ok(Listed::new(&caller, &found, ends))
}

async fn create(
    caller: Caller,
    (Submission(submission), Sent(new)): (Submission, Sent<NewChat>),
) -> Answer<Json<Conversation>> {
    let new = NewGroup { name: new.name, people: new.account_ids, submission };
    let (id, _) = messages::create_group(&caller.app, &caller.viewer, new).await?;
    Ok(Json(one(&caller, id).await?))
}

async fn show(caller: Caller, At(id): At<ConversationId>) -> Answer<Json<Conversation>> {
    Ok(Json(one(&caller, id).await?))
}

async fn members(caller: Caller, At(id): At<ConversationId>) -> Answer<Json<Vec<ConversationMember>>> {
    let talk = messages::open(&caller.app, &caller.viewer, id).await?;
    let people: Vec<AccountId> = talk.people.iter().map(|participant| participant.person.id).collect();
    let viewer = caller.viewer.clone();
    let summaries = caller.app.db.read(move |q| profiles::summaries_of_authors(q, &viewer, &people)).await?;
    let members = talk.people.iter().filter_map(|participant| {
        Some(ConversationMember {
            account: Account::of(&caller, summaries.get(&participant.person.id)?),
            has_joined: participant.state == SeatState::Joined,
            is_manager: participant.is_manager,
            read_up_to: participant.read,
        })
    });
    Ok(Json(members.collect()))
}

async fn list(
    caller: Caller,
    (At(id), Asked(wanted)): (At<ConversationId>, Asked<PartOfList>),
) -> Answer<Listed<Status>> {
    let window = wanted.of_statuses::<MessageKind>();
    let part = match (window.min, window.max) {
        (Some(min), _) => Part::After(min),
        (None, Some(max)) => Part::Before(max),
        (None, None) => Part::Newest,
    };
    let mut items = messages::page(&caller.app, &caller.viewer, id, part, window.limit).await?.items;
    items.reverse();
    items.retain(|card| {
        window.since.is_none_or(|since| card.message.id > since)
            && window.max.is_none_or(|max| card.message.id < max)
    });
    let ends = items.first().zip(items.last());
    let ends = ends.map(|(first, last)| (first.message.id.to_string(), last.message.id.to_string()));
    Ok(Listed::new(&caller, &message_statuses(&caller, &items).await?, ends))
}

async fn send(
    caller: Caller,
    (At(id), Submission(submission), Sent(new)): (At<ConversationId>, Submission, Sent<NewMessageText>),
) -> Answer<Json<Status>> {
    let sent = messages::send(&caller.app, &caller.viewer, id, new.with(submission)).await?;
    Ok(Json(status_of(&caller, sent.id).await?))
}

async fn write_to(
    caller: Caller,
    (At(id), Submission(submission), Sent(new)): (At<AccountId>, Submission, Sent<NewMessageText>),
) -> Answer<Json<Status>> {
    let sent = messages::write_to(&caller.app, &caller.viewer, id, new.with(submission)).await?;
    Ok(Json(status_of(&caller, sent.id).await?))
}

async fn vote(
    caller: Caller,
    (At(id), Sent(chosen)): (At<MessageId>, Sent<ChosenAnswers>),
) -> Answer<Json<Poll>> {
    messages::vote(&caller.app, &caller.viewer, id, chosen.choices).await?;
    in_message(&caller, id).await
}

async fn unvote(caller: Caller, At(id): At<MessageId>) -> Answer<Json<Poll>> {
    messages::take_vote_back(&caller.app, &caller.viewer, id).await?;
    in_message(&caller, id).await
}

async fn mark_read(
    caller: Caller,
    (At(id), Sent(mark)): (At<ConversationId>, Sent<Mark>),
) -> Answer<Json<Conversation>> {
    let up_to = mark.up_to.unwrap_or(MessageId::new(i64::MAX));
    messages::mark_read(&caller.app, &caller.viewer, id, up_to).await?;
    Ok(Json(one(&caller, id).await?))
}

async fn set_hears(
    caller: Caller,
    (At(id), Sent(wanted)): (At<ConversationId>, Sent<ToldOf>),
) -> Answer<Json<Conversation>> {
    messages::set_hears(&caller.app, &caller.viewer, id, wanted.hears.0).await?;
    Ok(Json(one(&caller, id).await?))
}

async fn accept(caller: Caller, At(id): At<ConversationId>) -> Answer<Json<Conversation>> {
    messages::accept(&caller.app, &caller.viewer, id).await?;
    Ok(Json(one(&caller, id).await?))
}

async fn decline(caller: Caller, At(id): At<ConversationId>) -> Answer<Json<Done>> {
    messages::decline(&caller.app, &caller.viewer, id).await?;
    Ok(DONE)
}
