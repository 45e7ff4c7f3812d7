//! What a profile shows, each part to its own audience.

mod edit;
mod model;
pub(crate) mod policy;
mod shown;
mod sql;
mod summary;
#[cfg(test)]
mod tests;
mod view_as;

use kith_base::{Error, Result};
use kith_db::Query;

pub use edit::{NewField, Picture, ProfileEdit, describe_picture, edit, set_picture};
pub use model::{Birth, Field, FieldKind, Focus, OwnProfile, PartAudience, Profile};
pub(crate) use shown::{Shown, set_shown};
pub use summary::{Summary, summaries, summaries_of_authors};
pub use view_as::{Subject, as_seen_by, friends_seen_by};

use crate::accounts::{self, Found, PersonCard, WallPolicy, cards};
use crate::viewer::{Viewer, Visible};
use crate::{AccountId, App, media, relationships};

/// Faces in the head of a profile.
const FACES: usize = 6;
/// People on one page of a list of friends.
pub const FRIENDS_SHOWN: usize = 40;

/// Where a handle leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// To this person.
    Here(AccountId),
    /// To this person, who goes by that handle now.
    Moved(String),
}

/// Whom the viewer meets under `handle`.
///
/// # Errors
/// NotFound when nobody has it, or nobody whom the viewer may meet.
pub async fn find(app: &App, viewer: &Viewer, handle: &str) -> Result<Lookup> {
    let (viewer, handle) = (viewer.clone(), handle.to_owned());
    app.db
        .read(move |q| {
            let found = accounts::find_by_handle(q, &handle)?.ok_or_else(Error::not_found)?;
            let card = cards(q, &[found.id()])?.remove(&found.id()).ok_or_else(Error::not_found)?;
            let for_world =
                policy::is_outside(&viewer) && accounts::for_world(q, &[card.id])?.contains(&card.id);
            if !policy::may_meet(&viewer, card.id, card.state, for_world) {
                return Err(Error::not_found());
            }
            Ok(match found {
                Found::Current(id) => Lookup::Here(id),
                Found::Moved(_) => Lookup::Moved(card.handle),
            })
        })
        .await
}

/// The profile of `account` with the parts that the viewer may see.
///
/// # Errors
/// NotFound when there is nobody whom the viewer may meet.
pub async fn get(app: &App, viewer: &Viewer, account: AccountId) -> Result<Visible<Profile>> {
    let viewer = viewer.clone();
    app.db.read(move |q| load(q, &viewer, account)).await
}

/// [`get`] inside a transaction.
///
/// # Errors
/// As [`get`].
pub fn load(q: &mut Query<'_>, viewer: &Viewer, account: AccountId) -> Result<Visible<Profile>> {
    let mut facts = facts(q, viewer, account)?;
    if viewer.id().is_some() {
        facts.relation = relationships::relation(q, viewer, account)?;
        let common = relationships::friends_in_common(q, viewer, account)?;
        set_faces(q, &mut facts, viewer, account, common)?;
    }
    policy::show(viewer, facts).ok_or_else(Error::not_found)
}

/// Friends in common first, then others if the list is open.
fn set_faces(
    q: &mut Query<'_>,
    facts: &mut sql::Facts,
    viewer: &Viewer,
    account: AccountId,
    common: Vec<AccountId>,
) -> Result<()> {
    facts.in_common = common.len();
    let others = match facts.friend_count {
        Some(_) => relationships::some_friends(q, viewer, account, FACES)?,
        None => Vec::new(),
    };
    let mut ids = common;
    for id in others {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids.truncate(FACES);
    facts.faces = in_order(q, &ids)?;
    Ok(())
}

/// What does not depend on the tie between the two.
fn facts(q: &mut Query<'_>, viewer: &Viewer, account: AccountId) -> Result<sql::Facts> {
    let mut facts = sql::find(q, account)?.ok_or_else(Error::not_found)?;
    if !policy::may_meet(viewer, account, facts.person.state, facts.is_for_world()) {
        return Err(Error::not_found());
    }
    facts.fields = sql::fields(q, account)?;
    let pictures: Vec<_> = facts.cover_id.into_iter().chain(facts.person.avatar).collect();
    let mut photos = media::photos(q, &pictures)?;
    facts.avatar_alt =
        facts.person.avatar.and_then(|id| photos.get(&id)).map(|photo| photo.alt.clone()).unwrap_or_default();
    facts.cover = facts.cover_id.and_then(|id| photos.remove(&id));
    // A number of people of whom a visitor may meet but a few would tell of the others.
    if policy::is_among(viewer, account, list_audience(&facts.preferences)) && !policy::is_outside(viewer) {
        facts.friend_count = Some(relationships::count_friends(q, viewer, account)?);
    }
    facts.is_wall_open = facts.preferences.wall == WallPolicy::Friends;
    Ok(facts)
}

/// The viewer's own profile with everything, to be edited.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn own(app: &App, viewer: &Viewer) -> Result<Visible<OwnProfile>> {
    let me = viewer.active()?.id;
    app.db
        .read(move |q| {
            let facts = sql::find(q, me)?.ok_or_else(Error::not_found)?;
            let pictures: Vec<_> = facts.cover_id.into_iter().chain(facts.person.avatar).collect();
            let mut photos = media::photos(q, &pictures)?;
            Ok(policy::show_own(OwnProfile {
                avatar: facts.person.avatar.and_then(|id| photos.remove(&id)),
                cover: facts.cover_id.and_then(|id| photos.remove(&id)),
                cover_focus: facts.cover_focus,
                fields: sql::fields(q, me)?,
                person: facts.person,
                intro: facts.intro,
                pronouns: facts.pronouns,
                languages: facts.languages,
                birth: facts.birth,
            }))
        })
        .await
}

/// Friends of a person, as one page of a list.
#[derive(Clone, Debug, Default)]
pub struct FriendsPage {
    /// Whether the list is for the viewer; if not, only friends in common are given.
    pub is_open: bool,
    /// The people, by name.
    pub people: Vec<PersonCard>,
    /// Ask for those after this one to go on.
    pub next: Option<AccountId>,
}

/// Friends of `account`, by name, from after `after` on; only those whose name or handle has a word beginning with
/// `word`. Whoever keeps the list from the viewer shows friends in common.
///
/// # Errors
/// NotFound when there is nobody whom the viewer may meet.
pub async fn friends(
    app: &App,
    viewer: &Viewer,
    account: AccountId,
    word: &str,
    after: Option<AccountId>,
) -> Result<FriendsPage> {
    let (viewer, word) = (viewer.clone(), word.to_owned());
    app.db
        .read(move |q| {
            let facts = sql::find(q, account)?.ok_or_else(Error::not_found)?;
            if !policy::may_meet(&viewer, account, facts.person.state, facts.is_for_world()) {
                return Err(Error::not_found());
            }
            if !policy::is_among(&viewer, account, list_audience(&facts.preferences)) {
                let ids = relationships::friends_in_common(q, &viewer, account)?;
                let ids: Vec<_> = ids.into_iter().take(FRIENDS_SHOWN).collect();
                return Ok(FriendsPage { is_open: false, people: in_order(q, &ids)?, next: None });
            }
            let mut page = open_page(q, &viewer, account, &word, after)?;
            only_for_world(q, &viewer, &mut page)?;
            Ok(page)
        })
        .await
}

/// Whoever looks on from outside is shown nobody who does not want to be found by them.
fn only_for_world(q: &mut Query<'_>, viewer: &Viewer, page: &mut FriendsPage) -> Result<()> {
    if policy::is_outside(viewer) {
        let ids: Vec<AccountId> = page.people.iter().map(|person| person.id).collect();
        let for_world = accounts::for_world(q, &ids)?;
        page.people.retain(|person| for_world.contains(&person.id));
    }
    Ok(())
}

fn open_page(
    q: &mut Query<'_>,
    viewer: &Viewer,
    account: AccountId,
    word: &str,
    after: Option<AccountId>,
) -> Result<FriendsPage> {
    let mut ids = relationships::friends_page(q, viewer, account, word, after, FRIENDS_SHOWN + 1)?;
    let has_more = ids.len() > FRIENDS_SHOWN;
    ids.truncate(FRIENDS_SHOWN);
    let next = ids.last().copied().filter(|_| has_more);
    Ok(FriendsPage { is_open: true, people: in_order(q, &ids)?, next })
}

/// Whether visitors may find the profiles of all of `people`.
///
/// # Errors
/// Internal when the database fails.
pub async fn are_for_world(app: &App, people: Vec<AccountId>) -> Result<bool> {
    app.db
        .read(move |q| {
            let found = accounts::for_world(q, &people)?;
            Ok(people.iter().all(|person| found.contains(person)))
        })
        .await
}

/// Who sees the list of friends; a word that cannot be read is the narrowest.
pub(crate) fn list_audience(preferences: &accounts::Preferences) -> PartAudience {
    PartAudience::parse(&preferences.friends_list_audience).unwrap_or(PartAudience::Self_)
}

fn in_order(q: &mut Query<'_>, ids: &[AccountId]) -> Result<Vec<PersonCard>> {
    let mut people = cards(q, ids)?;
    Ok(ids.iter().filter_map(|id| people.remove(id)).collect())
}
