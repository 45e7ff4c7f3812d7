//! Conversations with their people and their newest message. A batch asks a fixed number of statements.

use std::collections::HashMap;

use kith_base::Result;
use kith_domain::messages::{self, ConversationCard};
use kith_domain::{AccountId, ConversationId, MessageId, profiles};
use schemars::JsonSchema;
use serde::Serialize;

use super::account::Account;
use super::schema::IdText;
use super::status::{Status, message_statuses};
use crate::caller::Caller;

/// `Conversation` (docs.joinmastodon.org/entities/Conversation).
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Conversation {
    #[schemars(with = "IdText")]
    id: ConversationId,
    unread: bool,
    /// The others; of a large group the first few.
    accounts: Vec<Account>,
    last_status: Option<Status>,
    kith: Extension,
}

/// What Mastodon has no word for.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ConversationExtension")]
struct Extension {
    is_group: bool,
    /// Name of a group; may be empty.
    name: String,
    /// How many others there are.
    others_count: i64,
    /// Messages that were not read, counted up to 100.
    unread_count: i64,
    is_muted: bool,
    /// Of what the caller is told while it is not muted: `all` messages, or those that have them `named`.
    hears: &'static str,
    /// Whether it waits for the caller's yes or no.
    is_request: bool,
}

/// Conversations as the caller sees them, in their order.
pub(crate) async fn conversations(caller: &Caller, lines: &[ConversationCard]) -> Result<Vec<Conversation>> {
    let newest = lines.iter().filter_map(|line| line.last.as_ref()).filter(|last| !last.is_deleted);
    let newest: Vec<MessageId> = newest.map(|last| last.id).collect();
    let cards = messages::of(&caller.app, &caller.viewer, newest).await?;
    let told = message_statuses(caller, &cards).await?;
    let mut told: HashMap<String, Status> =
        told.into_iter().map(|status| (status.id.clone(), status)).collect();
    let people: Vec<AccountId> =
        lines.iter().flat_map(|line| line.people.iter().map(|person| person.id)).collect();
    let viewer = caller.viewer.clone();
    let summaries = caller.app.db.read(move |q| profiles::summaries_of_authors(q, &viewer, &people)).await?;
    let conversations = lines.iter().map(|line| {
        let people = line.people.iter().filter_map(|person| summaries.get(&person.id));
        Conversation {
            id: line.conversation.id,
            unread: line.unread > 0,
            accounts: people.map(|summary| Account::of(caller, summary)).collect(),
            last_status: line.last.as_ref().and_then(|last| told.remove(&last.id.to_string())),
            kith: Extension {
                is_group: line.conversation.is_group(),
                name: line.conversation.name.clone(),
                others_count: line.others,
                unread_count: line.unread,
                is_muted: line.is_muted,
                hears: line.conversation.seat.hears.as_str(),
                is_request: line.conversation.is_request(),
            },
        }
    });
    Ok(conversations.collect())
}
