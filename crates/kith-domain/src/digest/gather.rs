//! What a member has not seen: notices, friends who wait for an answer, posts of friends. Everything is asked for as that
//! member, so the rules of this moment hold.

use std::collections::HashMap;

use kith_base::{HOUR, Millis, PageRequest, Result};

use crate::accounts::{Account, PersonCard};
use crate::cards::Card;
use crate::feeds::{self, Tab};
use crate::inbox::{self, Group, Notice, Timeline, Wanted};
use crate::kinds::NoticeId;
use crate::notices::{self, Choices, Occasion, Place};
use crate::reading::Reading;
use crate::{App, PostId, Viewer, accounts, groups, push};

/// Notices that are shown.
const NOTICES: usize = 8;
/// Posts that are shown.
const POSTS: usize = 5;
/// Posts that are looked through for them.
const LOOK: usize = 20;
/// What is told together.
const GROUPED: &[Occasion] =
    &[Occasion::Reaction, Occasion::Share, Occasion::NewFollower, Occasion::FriendAccepted];

/// What there is to tell.
pub(super) struct Found {
    /// Requests that wait for an answer.
    pub requests: i64,
    /// Notices in groups, the newest first.
    pub notices: Vec<Told>,
    /// Whether there are more.
    pub has_more: bool,
    /// Posts of friends, the newest first.
    pub posts: Vec<Card>,
    /// In which languages the member reads.
    pub reading: Reading,
}

/// Notices that are told in a line.
pub(super) struct Told {
    /// The notices.
    pub group: Group,
    /// Whoever caused the newest.
    pub person: PersonCard,
    /// The beginning of what was written.
    pub words: String,
    /// The address of the group of members that it is about, as far as the reader may know of it.
    pub slug: Option<String>,
}

/// What happened since then that the member has not seen; none when that is nothing.
pub(super) async fn gather(
    app: &App,
    viewer: &Viewer,
    account: &Account,
    since: Millis,
) -> Result<Option<Found>> {
    let mut groups = unread(app, viewer, since).await?;
    let asked = groups.iter().any(|group| group.newest.occasion == Occasion::FriendRequest);
    groups.retain(|group| group.newest.occasion != Occasion::FriendRequest);
    let has_more = groups.len() > NOTICES;
    groups.truncate(NOTICES);
    let notices = with_words(app, viewer, groups).await?;
    let posts = unseen(app, viewer, account, since).await?;
    if notices.is_empty() && posts.is_empty() && !asked {
        return Ok(None);
    }
    let requests = viewer.member().map_or(0, |member| member.friend_requests);
    let reading = Reading::of(viewer, &account.language, &[]);
    Ok(Some(Found { requests, notices, has_more, posts, reading }))
}

/// Notices that came since then, were not read, and are wanted in a digest.
async fn unread(app: &App, viewer: &Viewer, since: Millis) -> Result<Vec<Group>> {
    let me = viewer.active()?.id;
    let choices = app.db.read(move |q| notices::choices_of(q, me)).await?;
    let read = inbox::markers(app, viewer, vec![Timeline::Notifications]).await?;
    let read = NoticeId::new(read.first().map_or(0, |marker| marker.last_read));
    let since = NoticeId::earliest_at(since);
    let mut found = Vec::new();
    // What stands on no page cannot have been read there.
    for (place, after) in [(Place::List, since.max(read)), (Place::Away, since)] {
        // Requests are told apart; they must not crowd out the rest.
        let limit = 2 * NOTICES + 1;
        let request = PageRequest { before: None, after: Some(after), nearest: false, limit };
        let occasions = Some(wanted(&choices, place));
        let wanted = Wanted { occasions, is_unread: true, place, ..Wanted::default() };
        found.extend(inbox::groups(app, viewer, request, wanted, GROUPED.to_vec()).await?);
    }
    found.sort_by_key(|group| std::cmp::Reverse(group.newest.id));
    Ok(found)
}

/// What is told in a digest: what was chosen for it, and of the rest of the list what nobody has chosen other ways for.
fn wanted(choices: &Choices, place: Place) -> Vec<Occasion> {
    let is_wanted = |occasion: Occasion| {
        let ways = choices.of(occasion);
        ways.digest || (place == Place::List && ways == notices::defaults(occasion))
    };
    Occasion::ALL.iter().copied().filter(|occasion| is_wanted(*occasion)).collect()
}

async fn with_words(app: &App, viewer: &Viewer, found: Vec<Group>) -> Result<Vec<Told>> {
    let ids: Vec<_> = found.iter().map(|group| group.newest.from).collect();
    let people: HashMap<_, _> = app.db.read(move |q| accounts::cards(q, &ids)).await?;
    let mut told = Vec::new();
    for group in found {
        let Some(person) = people.get(&group.newest.from).cloned() else { continue };
        // None: it is not there for them any more, or they want to hear nothing of it.
        if let Some(words) = push::beginning(app, viewer, &group.newest).await? {
            let slug = slug_of(app, viewer, &group.newest).await?;
            told.push(Told { group, person, words, slug });
        }
    }
    Ok(told)
}

/// Where the group of members stands that a notice is about.
async fn slug_of(app: &App, viewer: &Viewer, notice: &Notice) -> Result<Option<String>> {
    let Some(id) = notice.group else { return Ok(None) };
    match groups::get(app, viewer, id).await {
        Ok(group) => Ok(Some(group.slug.clone())),
        Err(error) if error.is_not_found() => Ok(None),
        Err(error) => Err(error),
    }
}

/// Posts of friends that came since then and after the member was here last.
async fn unseen(app: &App, viewer: &Viewer, account: &Account, since: Millis) -> Result<Vec<Card>> {
    // When somebody was here is known to the hour, and what they saw in that hour is not new.
    let seen = account.seen_at.map_or(since, |seen| since.max(seen + HOUR));
    let oldest = PostId::earliest_at(seen);
    let home = feeds::home(app, viewer, Tab::Friends, PageRequest::first(LOOK)).await?;
    let me = account.id;
    let mut posts: Vec<Card> = home
        .first
        .into_iter()
        .chain(home.page.items)
        .filter(|card| card.post.id >= oldest && card.author.id != me && card.filtered.is_none())
        .collect();
    posts.sort_by_key(|card| std::cmp::Reverse(card.post.id));
    posts.truncate(POSTS);
    Ok(posts)
}
