//! Looking through all that members write: people, posts, comments, photos, events and groups, with the words marked in
//! what was found.

use std::collections::HashMap;

use axum::Json;
use kith_base::{Id, PageRequest, Result};
use kith_domain::AccountId;
use kith_domain::cards::{Card, CommentCard};
use kith_domain::reading::Reading;
use kith_domain::search::{self, Piece, SubjectKind, Suggestion, Wanted};
use kith_http::Answer;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::events::EventTime;
use super::groups::Group;
use super::input::{Asked, Word};
use super::operations::KithRoutes;
use crate::accounts::accounts_of;
use crate::caller::Caller;
use crate::entities::account::Account;
use crate::entities::media::Attachment;
use crate::entities::schema::IdText;
use crate::entities::status::{Status, comments, statuses};
use crate::routes::Needs;

/// Things of a kind at most.
const MOST: usize = 40;

pub(super) fn routes() -> KithRoutes {
    let needs = Needs::Scope("read:search");
    KithRoutes::of("search")
        .get(
            "/api/kith/v1/search",
            needs,
            (
                "search",
                "People, posts, comments, photos, events and groups that hold all the words, as far as the caller \
                 may see them",
            ),
            find,
        )
        .get(
            "/api/kith/v1/search/suggestions",
            needs,
            ("suggest", "People, groups, events and tags that begin like what is being typed"),
            suggest,
        )
}

enum AnyKind {}

/// What is looked for.
#[derive(Debug, Default, Deserialize, JsonSchema)]
struct Question {
    /// The words: what is found holds all of them. People are found by how the words of their names begin.
    q: Option<String>,
    /// Only things of this kind; without it some of each.
    kind: Option<Word<SubjectKind>>,
    /// Only what this person made.
    #[schemars(with = "Option<IdText>")]
    account_id: Option<AccountId>,
    /// Only what is at a place with all these words in its name or address: events.
    place: Option<String>,
    /// Only what was made since then, in seconds since 1970; events that go on then or later.
    since: Option<i64>,
    /// Only what was made before then, in seconds since 1970; events that begin before.
    until: Option<i64>,
    /// With a kind: only what stands after this one. For people: the place in the list that was told as `next`.
    #[schemars(with = "Option<IdText>")]
    max_id: Option<Id<AnyKind>>,
    /// At most so many of each kind: 20 unless said, and never more than 40.
    limit: Option<i64>,
}

/// What is being typed.
#[derive(Debug, Default, Deserialize, JsonSchema)]
struct Typed {
    /// The words so far.
    q: Option<String>,
}

/// A stretch of an excerpt.
#[derive(Debug, Serialize, JsonSchema)]
struct Stretch {
    text: String,
    /// Whether it is what was asked for.
    is_match: bool,
}

/// A post or a comment that was found.
#[derive(Debug, Serialize, JsonSchema)]
struct FoundStatus {
    status: Status,
    /// The part in which the words stand.
    excerpt: Vec<Stretch>,
}

/// A photo that was found by its description.
#[derive(Debug, Serialize, JsonSchema)]
struct FoundPhoto {
    attachment: Attachment,
    /// Whose it is.
    account: Account,
    /// The part of the description in which the words stand.
    excerpt: Vec<Stretch>,
}

/// An event that was found, at its next time.
#[derive(Debug, Serialize, JsonSchema)]
struct FoundEvent {
    time: EventTime,
    /// The part of what is said of it in which the words stand.
    excerpt: Vec<Stretch>,
}

/// A group that was found.
#[derive(Debug, Serialize, JsonSchema)]
struct FoundGroup {
    group: Group,
    /// The part of what it says of itself in which the words stand; nothing of a private one.
    excerpt: Vec<Stretch>,
}

/// What was found, each kind in its order: friends first, and the newest first.
#[derive(Debug, Default, Serialize, JsonSchema)]
struct SearchAnswer {
    people: Vec<Account>,
    posts: Vec<FoundStatus>,
    comments: Vec<FoundStatus>,
    photos: Vec<FoundPhoto>,
    events: Vec<FoundEvent>,
    groups: Vec<FoundGroup>,
    /// Where a kind was named: what to ask for as `max_id` to go on. A part may be short and lead on all the same.
    #[schemars(with = "Option<IdText>")]
    next: Option<String>,
}

/// What could be meant.
#[derive(Debug, Default, Serialize, JsonSchema)]
struct SearchOffer {
    /// Somebody.
    account: Option<Account>,
    /// Or a group.
    group: Option<Group>,
    /// Or an event that is not over, at its next time.
    event: Option<EventTime>,
    /// Or a tag, without its sign.
    tag: Option<String>,
}

async fn find(caller: Caller, Asked(asked): Asked<Question>) -> Answer<Json<SearchAnswer>> {
    caller.viewer.active()?;
    let limit = usize::try_from(asked.limit.unwrap_or(20)).unwrap_or(1).clamp(1, MOST);
    let wanted = Wanted {
        words: asked.q.clone().unwrap_or_default(),
        by: asked.account_id,
        place: asked.place.clone().unwrap_or_default(),
        since: asked.since.map(|at| at.saturating_mul(1_000)),
        until: asked.until.map(|at| at.saturating_mul(1_000)),
    };
    let mut found = SearchAnswer::default();
    let kind = asked.kind.map(|Word(kind)| kind);
    let before = asked.max_id.filter(|_| kind.is_some()).map(Id::raw);
    let is_wanted = |one: SubjectKind| kind.is_none_or(|kind| kind == one);
    let mut next = None;
    if is_wanted(SubjectKind::Person) && wanted.by.is_none() && wanted.place.is_empty() {
        let offset = before.and_then(|before| usize::try_from(before).ok()).unwrap_or(0);
        let part = search::people(&caller.app, &caller.viewer, &wanted.words, limit, offset).await?;
        next = part.next.map(|next| next.to_string());
        let ids = part.people.iter().map(|entry| entry.person.id).collect();
        found.people = accounts_of(&caller, ids).await?;
    }
    if is_wanted(SubjectKind::Post) {
        let page = search::posts(&caller.app, &caller.viewer, &wanted, part_of(before, limit)).await?;
        next = page.next.map(|next| next.to_string());
        let (cards, excerpts): (Vec<Card>, Vec<Vec<Piece>>) =
            page.items.into_iter().map(|hit| (hit.card, hit.excerpt)).unzip();
        let ids = cards.iter().map(|card| card.post.id.to_string());
        let excerpts = ids.zip(excerpts).collect();
        found.posts = with_excerpts(statuses(&caller, &cards).await?, excerpts);
    }
    if is_wanted(SubjectKind::Comment) {
        let page = search::comments(&caller.app, &caller.viewer, &wanted, part_of(before, limit)).await?;
        next = page.next.map(|next| next.to_string());
        let under: Vec<Card> = under(&caller, &page.items).await?;
        let (lines, excerpts): (Vec<CommentCard>, Vec<Vec<Piece>>) =
            page.items.into_iter().map(|hit| (hit.card, hit.excerpt)).unzip();
        let ids = lines.iter().map(|line| line.comment.id.to_string());
        let excerpts = ids.zip(excerpts).collect();
        found.comments = with_excerpts(comments(&caller, &lines, &under).await?, excerpts);
    }
    if is_wanted(SubjectKind::Photo) {
        let page = search::photos(&caller.app, &caller.viewer, &wanted, part_of(before, limit)).await?;
        next = page.next.map(|next| next.to_string());
        found.photos = photos(&caller, page.items).await?;
    }
    if is_wanted(SubjectKind::Event) {
        let reading = caller.reading();
        let page = search::events(&caller.app, &caller.viewer, &wanted, part_of(before, limit)).await?;
        next = page.next.map(|next| next.to_string());
        found.events = page.items.into_iter().map(|hit| event(hit, &reading)).collect();
    }
    if is_wanted(SubjectKind::Group) {
        let page = search::groups(&caller.app, &caller.viewer, &wanted, part_of(before, limit)).await?;
        next = page.next.map(|next| next.to_string());
        found.groups = page.items.into_iter().map(group).collect();
    }
    found.next = next.filter(|_| kind.is_some());
    Ok(Json(found))
}

fn event(hit: search::EventHit, reading: &Reading) -> FoundEvent {
    let time = EventTime::of(&hit.line.event, &hit.line.occurrence, reading);
    FoundEvent { time, excerpt: stretches(hit.excerpt) }
}

fn group(hit: search::GroupHit) -> FoundGroup {
    FoundGroup { group: Group::of(&hit.group), excerpt: stretches(hit.excerpt) }
}

fn part_of<K>(before: Option<i64>, limit: usize) -> PageRequest<K> {
    PageRequest { before: before.map(Id::new), after: None, nearest: false, limit }
}

/// The posts under which comments stand.
async fn under(caller: &Caller, hits: &[search::CommentHit]) -> Result<Vec<Card>> {
    let mut posts: Vec<kith_domain::PostId> = hits.iter().map(|hit| hit.card.comment.post).collect();
    posts.sort_unstable();
    posts.dedup();
    kith_domain::cards::of(&caller.app, &caller.viewer, posts).await
}

fn with_excerpts(told: Vec<Status>, mut excerpts: HashMap<String, Vec<Piece>>) -> Vec<FoundStatus> {
    let of = |status: Status| {
        let excerpt = stretches(excerpts.remove(&status.id).unwrap_or_default());
        FoundStatus { status, excerpt }
    };
    told.into_iter().map(of).collect()
}

fn stretches(pieces: Vec<Piece>) -> Vec<Stretch> {
    pieces.into_iter().map(|piece| Stretch { text: piece.text, is_match: piece.is_match }).collect()
}

async fn photos(caller: &Caller, hits: Vec<search::PhotoHit>) -> Result<Vec<FoundPhoto>> {
    let mut owners: Vec<AccountId> = hits.iter().map(|hit| hit.owner.id).collect();
    owners.sort_unstable();
    owners.dedup();
    let accounts = accounts_of(caller, owners).await?;
    let of = |hit: search::PhotoHit| {
        let account = accounts.iter().find(|account| account.id == hit.owner.id)?.clone();
        let attachment = Attachment::of(caller, &hit.photo);
        Some(FoundPhoto { attachment, account, excerpt: stretches(hit.excerpt) })
    };
    Ok(hits.into_iter().filter_map(of).collect())
}

async fn suggest(caller: Caller, Asked(typed): Asked<Typed>) -> Answer<Json<Vec<SearchOffer>>> {
    let offers = search::suggest(&caller.app, &caller.viewer, &typed.q.unwrap_or_default()).await?;
    let people = offers.iter().filter_map(|offer| match offer {
        Suggestion::Person(person) => Some(person.id),
        Suggestion::Group(_) | Suggestion::Event(_) | Suggestion::Tag(_) => None,
    });
    let accounts = accounts_of(&caller, people.collect()).await?;
    let reading = caller.reading();
    let told = offers.iter().filter_map(|offer| match offer {
        Suggestion::Person(person) => {
            let account = accounts.iter().find(|account| account.id == person.id)?.clone();
            Some(SearchOffer { account: Some(account), ..SearchOffer::default() })
        }
        Suggestion::Group(group) => {
            Some(SearchOffer { group: Some(Group::of(group)), ..SearchOffer::default() })
        }
        Suggestion::Event(line) => {
            let event = Some(EventTime::of(&line.event, &line.occurrence, &reading));
            Some(SearchOffer { event, ..SearchOffer::default() })
        }
        Suggestion::Tag(tag) => Some(SearchOffer { tag: Some(tag.clone()), ..SearchOffer::default() }),
    });
    Ok(Json(told.collect()))
}
