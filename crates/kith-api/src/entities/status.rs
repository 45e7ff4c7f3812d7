//! Posts, comments and messages as statuses. A batch asks a fixed number of statements, however many there are.

mod message;
mod reach;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use kith_base::{Id, Result};
use kith_domain::cards::{self, Card, CommentCard};
use kith_domain::filters::{self, Matcher};
use kith_domain::media::Photo;
use kith_domain::posts::{self, Audience, Post, PostFacts};
use kith_domain::profiles;
use kith_domain::reactions::{ReactionKind, Tally};
use kith_domain::reading::Reading;
use kith_domain::{AccountId, ConversationId, FileId, PostId};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

pub(crate) use message::message_statuses;
use reach::{nobody_quotes, quote_approval, visibility};

use super::account::Account;
use super::filter::matched;
use super::media::Attachment;
use super::poll::Poll;
use super::schema::{IdText, MomentText};
use super::{absolute, moment};
use crate::caller::Caller;

/// Posts, comments and messages share one room of ids: all are made of time and chance.
pub(crate) enum StatusKind {}
/// An id that is a post's, a comment's or a message's.
pub(crate) type StatusId = Id<StatusKind>;

/// `Status` (docs.joinmastodon.org/entities/Status).
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Status {
    #[schemars(with = "IdText")]
    pub(crate) id: String,
    #[schemars(with = "MomentText")]
    created_at: String,
    #[schemars(with = "Option<IdText>")]
    in_reply_to_id: Option<String>,
    #[schemars(with = "Option<IdText>")]
    in_reply_to_account_id: Option<AccountId>,
    sensitive: bool,
    spoiler_text: String,
    visibility: &'static str,
    language: Option<String>,
    uri: String,
    url: String,
    replies_count: i64,
    reblogs_count: i64,
    favourites_count: i64,
    quotes_count: i64,
    #[schemars(with = "Option<MomentText>")]
    edited_at: Option<String>,
    favourited: bool,
    reblogged: bool,
    muted: bool,
    bookmarked: bool,
    pinned: bool,
    content: String,
    filtered: Vec<Value>,
    reblog: Option<Box<Self>>,
    quote: Option<Value>,
    quote_approval: Value,
    application: Option<Value>,
    #[serde(serialize_with = "shared")]
    #[schemars(with = "Account")]
    pub(crate) account: Arc<Account>,
    pub(crate) media_attachments: Vec<Attachment>,
    mentions: Vec<Mention>,
    tags: Vec<Tag>,
    emojis: [(); 0],
    card: Option<Value>,
    poll: Option<Poll>,
    /// Reactions by kind, as clients of the Pleroma family read them.
    emoji_reactions: Vec<EmojiReaction>,
    pleroma: Value,
    kith: Extension,
    /// The source, for the answer to a deletion alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

/// One account on many statuses is made once.
fn shared<S: Serializer>(account: &Arc<Account>, serializer: S) -> std::result::Result<S::Ok, S::Error> {
    account.serialize(serializer)
}

/// Somebody who is named.
#[derive(Clone, Debug, Serialize, JsonSchema)]
struct Mention {
    #[schemars(with = "IdText")]
    id: AccountId,
    username: String,
    url: String,
    acct: String,
}

/// A tag in the text.
#[derive(Clone, Debug, Serialize, JsonSchema)]
struct Tag {
    name: String,
    url: String,
}

/// Reactions of one kind.
#[derive(Clone, Debug, Serialize, JsonSchema)]
struct EmojiReaction {
    name: &'static str,
    count: i64,
    me: bool,
}

/// What Mastodon has no word for.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "StatusExtension")]
struct Extension {
    /// `post`, `comment`, `message`, or `system`: a line about a conversation among its messages.
    kind: &'static str,
    /// For whom it is: exactly, for its author; as the word beside the time says, for others.
    audience: &'static str,
    /// The caller's own reaction.
    reaction: Option<&'static str>,
    /// On whose profile it stands, if not on its author's own.
    #[schemars(with = "Option<IdText>")]
    wall: Option<AccountId>,
    /// In which conversation it stands, if it is a message.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<IdText>")]
    conversation: Option<ConversationId>,
    /// What happened, if it is a line about a conversation; the content says it in the caller's language.
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<&'static str>,
    /// Files of a message that are no photos.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    files: Vec<FileEntity>,
    /// The words of a post in all its languages, where it has several; the first is the one in which it was written. The
    /// status itself says what fits the caller best.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    texts: Vec<TextEntity>,
}

/// The words of a post in one language.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "StatusText")]
struct TextEntity {
    /// A language tag.
    language: String,
    spoiler_text: String,
    content: String,
}

impl TextEntity {
    fn all_of(caller: &Caller, post: &Post) -> Vec<Self> {
        if post.more.is_empty() {
            return Vec::new();
        }
        let texts = post.texts().map(|text| Self {
            language: text.language.to_owned(),
            spoiler_text: text.cover.to_owned(),
            content: absolute(text.html, &caller.site.base_url),
        });
        texts.collect()
    }
}

/// A file of a message. It is saved from its address by whoever is signed in there.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "MessageFile")]
struct FileEntity {
    #[schemars(with = "IdText")]
    id: FileId,
    name: String,
    content_type: String,
    bytes: u64,
    url: String,
}

/// What is looked up once for many statuses.
pub(super) struct Found {
    /// Posts that are passed on, each as the caller sees it: with its own marks and counts.
    originals: HashMap<PostId, Card>,
    pub(super) people: HashMap<AccountId, Arc<Account>>,
    mentions: HashMap<PostId, Vec<AccountId>>,
    tags: HashMap<PostId, Vec<(String, String)>>,
    pub(super) shared_by_me: HashSet<PostId>,
    /// What the caller does not want to read.
    pub(super) filters: Arc<Matcher>,
    /// In which languages the caller reads.
    reading: Reading,
    /// Who reads: the caller, or somebody through whose eyes they look.
    pub(super) eyes: Option<AccountId>,
}

/// Statuses of cards, in their order.
pub(crate) async fn statuses(caller: &Caller, cards: &[Card]) -> Result<Vec<Status>> {
    let found = look_up(caller, cards, &[]).await?;
    Ok(cards.iter().filter_map(|card| of_card(caller, card, &found)).collect())
}

/// The status of one card.
pub(crate) async fn status(caller: &Caller, card: &Card) -> Result<Status> {
    let cards = std::slice::from_ref(card);
    statuses(caller, cards).await?.pop().ok_or_else(kith_base::Error::not_found)
}

/// Statuses of comments under the post of `card`.
pub(crate) async fn replies(caller: &Caller, card: &Card, comments: &[&CommentCard]) -> Result<Vec<Status>> {
    let found = look_up(caller, std::slice::from_ref(card), comments).await?;
    Ok(comments.iter().filter_map(|comment| of_comment(caller, card, comment, &found)).collect())
}

/// Statuses of comments under several posts, whose cards are `cards`.
pub(crate) async fn comments(caller: &Caller, lines: &[CommentCard], cards: &[Card]) -> Result<Vec<Status>> {
    if lines.is_empty() {
        return Ok(Vec::new());
    }
    let found = look_up(caller, cards, &lines.iter().collect::<Vec<_>>()).await?;
    let of = |line: &CommentCard| {
        let card = cards.iter().find(|card| card.post.id == line.comment.post)?;
        of_comment(caller, card, line, &found)
    };
    Ok(lines.iter().filter_map(of).collect())
}

async fn look_up(caller: &Caller, cards: &[Card], comments: &[&CommentCard]) -> Result<Found> {
    let shared: HashSet<PostId> = cards.iter().filter_map(|card| card.post.shared).collect();
    let originals = match shared.is_empty() {
        true => Vec::new(),
        false => cards::of(&caller.app, &caller.viewer, shared.into_iter().collect()).await?,
    };
    gather(caller, cards, comments, originals).await
}

/// What stands beside `cards`, `comments` and the posts that are passed on.
pub(super) async fn gather(
    caller: &Caller,
    cards: &[Card],
    comments: &[&CommentCard],
    originals: Vec<Card>,
) -> Result<Found> {
    let mut people: HashSet<AccountId> = HashSet::new();
    let mut ids: Vec<PostId> = Vec::new();
    for card in cards.iter().chain(&originals) {
        ids.push(card.post.id);
        people.insert(card.author.id);
        people.extend(card.wall.iter().map(|wall| wall.id));
    }
    for comment in comments {
        people.insert(comment.author.id);
        people.extend(comment.answers.iter().map(|answered| answered.id));
    }
    let viewer = caller.viewer.clone();
    let (mentions, tags, summaries, shared_by_me) = caller
        .app
        .db
        .read(move |q| {
            let mentions = posts::mentions(q, &ids)?;
            people.extend(mentions.values().flatten().copied());
            let people: Vec<AccountId> = people.into_iter().collect();
            let summaries = profiles::summaries_of_authors(q, &viewer, &people)?;
            Ok((mentions, posts::tags(q, &ids)?, summaries, posts::shared_by(q, &viewer, &ids)?))
        })
        .await?;
    let people =
        summaries.iter().map(|(id, summary)| (*id, Arc::new(Account::of(caller, summary)))).collect();
    let originals = originals.into_iter().map(|card| (card.post.id, card)).collect();
    let filters = filters::of(&caller.app, &caller.viewer).await?;
    let eyes = caller.viewer.id();
    let reading = caller.reading();
    Ok(Found { originals, people, mentions, tags, shared_by_me, filters, reading, eyes })
}

pub(super) fn of_card(caller: &Caller, card: &Card, found: &Found) -> Option<Status> {
    let post = &card.post;
    let author = found.people.get(&card.author.id)?;
    let mut status = bare(found.eyes, &post.facts, post.id.to_string(), author, post.created_at);
    status.url = caller.url(&format!("/p/{}", post.id));
    status.uri.clone_from(&status.url);
    let words = post.best(&found.reading);
    status.sensitive = !words.cover.is_empty();
    words.cover.clone_into(&mut status.spoiler_text);
    status.visibility = visibility(&post.facts, found.mentions.get(&post.id));
    status.language = Some(words.language.to_owned()).filter(|tag| !tag.is_empty() && tag != "und");
    status.edited_at = post.edited_at.map(moment);
    status.replies_count = card.comment_count;
    status.reblogs_count = card.share_count - card.quote_count;
    status.quotes_count = card.quote_count;
    status.bookmarked = card.is_saved;
    status.muted = card.is_muted;
    status.quote_approval = quote_approval(&post.facts, card.may.share);
    status.pinned = card.is_pinned;
    status.reblogged = found.shared_by_me.contains(&post.id);
    status.content = absolute(words.html, &caller.site.base_url);
    status.kith.texts = TextEntity::all_of(caller, post);
    status.media_attachments = attachments(caller, &card.photos);
    status.poll = card.poll.as_ref().map(|poll| Poll::of(caller, poll));
    status.kith.wall = card.wall.as_ref().map(|wall| wall.id);
    mark(caller, &mut status, card, found);
    count(&mut status, &card.tally);
    let original = card.post.shared.and_then(|id| found.originals.get(&id));
    match original.and_then(|original| of_card(caller, original, found)) {
        None if card.post.shared.is_none() => {}
        None => status.quote = Some(json!({ "state": "deleted", "quoted_status": null })),
        Some(original) if post.source.is_empty() && card.photos.is_empty() => {
            // Apps look at the share itself for whether its original was passed on by the reader.
            status.reblogged |= original.reblogged;
            status.reblog = Some(Box::new(original));
        }
        Some(original) => {
            status.quote = Some(json!({ "state": "accepted", "quoted_status": original }));
        }
    }
    Some(status)
}

/// Mentions (the owner of the wall among them), tags, and the viewer's filters.
fn mark(caller: &Caller, status: &mut Status, card: &Card, found: &Found) {
    let named = found.mentions.get(&card.post.id).into_iter().flatten().copied();
    let people: Vec<AccountId> = card.wall.iter().map(|wall| wall.id).chain(named).collect();
    let mut seen = HashSet::new();
    let people = people.into_iter().filter(|id| seen.insert(*id));
    status.mentions =
        people.filter_map(|id| found.people.get(&id)).map(|person| Mention::of(person)).collect();
    let tags = found.tags.get(&card.post.id).into_iter().flatten();
    status.tags = tags
        .map(|(key, shown)| Tag { name: shown.clone(), url: caller.url(&format!("/t/{}", encoded(key))) })
        .collect();
    let hits = cards::filters_of(card, &caller.viewer, &found.filters, caller.app.now());
    status.filtered = matched(&hits);
}

fn of_comment(caller: &Caller, card: &Card, line: &CommentCard, found: &Found) -> Option<Status> {
    let comment = &line.comment;
    let account = found.people.get(&line.author.id)?;
    let mut status = bare(found.eyes, &card.post.facts, comment.id.to_string(), account, comment.created_at);
    status.url = caller.url(&format!("/comment/{}", comment.id));
    status.uri.clone_from(&status.url);
    status.kith.kind = "comment";
    status.visibility = visibility(&card.post.facts, found.mentions.get(&card.post.id));
    status.in_reply_to_id =
        Some(comment.thread.map_or_else(|| card.post.id.to_string(), |id| id.to_string()));
    let answered = line.answers.as_ref().map_or(card.author.id, |person| person.id);
    status.in_reply_to_account_id = Some(answered);
    status.mentions = found.people.get(&answered).map(|person| Mention::of(person)).into_iter().collect();
    status.language = Some(comment.language.clone()).filter(|tag| !tag.is_empty() && tag != "und");
    status.edited_at = comment.edited_at.map(moment);
    status.muted = card.is_muted;
    status.bookmarked = line.is_saved;
    status.content = absolute(&comment.html, &caller.site.base_url);
    status.media_attachments = attachments(caller, line.photo.as_slice());
    if caller.viewer.id() != Some(comment.author) {
        let now = caller.app.now();
        let alt = line.photo.iter().map(|photo| photo.alt.as_str());
        let words = std::iter::once(comment.source.as_str()).chain(alt);
        status.filtered = matched(&found.filters.hits(words, &[comment.id.raw()], now));
    }
    count(&mut status, &line.tally);
    Some(status)
}

fn bare(
    eyes: Option<AccountId>,
    facts: &PostFacts,
    id: String,
    account: &Arc<Account>,
    created_at: i64,
) -> Status {
    // Who is meant is the author's business; others learn no more than the word beside the time says.
    let audience = match eyes == Some(facts.author) {
        true => facts.choice.audience.as_str(),
        false => plain_word(facts.choice.audience),
    };
    blank(id, account, created_at, ("post", audience))
}

/// A status in which nothing stands yet but what it is and for whom.
fn blank(
    id: String,
    account: &Arc<Account>,
    created_at: i64,
    (kind, audience): (&'static str, &'static str),
) -> Status {
    Status {
        id,
        created_at: moment(created_at),
        in_reply_to_id: None,
        in_reply_to_account_id: None,
        sensitive: false,
        spoiler_text: String::new(),
        visibility: "private",
        language: None,
        uri: String::new(),
        url: String::new(),
        replies_count: 0,
        reblogs_count: 0,
        favourites_count: 0,
        quotes_count: 0,
        edited_at: None,
        favourited: false,
        reblogged: false,
        muted: false,
        bookmarked: false,
        pinned: false,
        content: String::new(),
        filtered: Vec::new(),
        reblog: None,
        quote: None,
        quote_approval: nobody_quotes(),
        application: None,
        account: Arc::clone(account),
        media_attachments: Vec::new(),
        mentions: Vec::new(),
        tags: Vec::new(),
        emojis: [],
        card: None,
        poll: None,
        emoji_reactions: Vec::new(),
        pleroma: json!({ "local": true }),
        kith: Extension {
            kind,
            audience,
            reaction: None,
            wall: None,
            conversation: None,
            event: None,
            files: Vec::new(),
            texts: Vec::new(),
        },
        text: None,
    }
}

const fn plain_word(audience: Audience) -> &'static str {
    match audience {
        Audience::World => "world",
        Audience::Community => "community",
        Audience::Friends | Audience::FriendsExcept => "friends",
        Audience::Circle | Audience::People => "people",
        Audience::Self_ => "self",
        Audience::Group => "group",
    }
}

impl Status {
    /// What this one passes on without a word.
    pub(crate) fn passed_on(&self) -> Option<&Self> {
        self.reblog.as_deref()
    }

    /// The same, with whether its thread makes no noise.
    pub(crate) fn with_muted(mut self, muted: bool) -> Self {
        self.muted = muted;
        self
    }

    /// The same with its source, as the answer to a deletion has it.
    pub(crate) fn with_text(mut self, text: &str) -> Self {
        self.text = Some(text.to_owned());
        self
    }
}

impl Mention {
    fn of(person: &Account) -> Self {
        Self {
            id: person.id,
            username: person.username.clone(),
            url: person.url.clone(),
            acct: person.username.clone(),
        }
    }
}

fn attachments(caller: &Caller, photos: &[Photo]) -> Vec<Attachment> {
    photos.iter().map(|photo| Attachment::of(caller, photo)).collect()
}

/// Reactions: all of them are favourites, and each kind is told apart for clients that can show it.
fn count(status: &mut Status, tally: &Tally) {
    status.favourites_count = tally.total();
    status.favourited = tally.mine.is_some();
    status.kith.reaction = tally.mine.map(ReactionKind::as_str);
    status.emoji_reactions = tally
        .counts
        .iter()
        .map(|(kind, count)| EmojiReaction {
            name: kind.symbol(),
            count: *count,
            me: tally.mine == Some(*kind),
        })
        .collect();
    status.pleroma = json!({ "local": true, "emoji_reactions": status.emoji_reactions });
}

fn encoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}
