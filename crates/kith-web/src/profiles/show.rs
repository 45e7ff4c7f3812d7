//! The tabs of a profile.

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use kith_base::{PageRequest, Result, limits};
use kith_domain::albums;
use kith_domain::kinds::{AlbumKind, MediaKind, PostKind};
use kith_domain::profiles::{self, Lookup, Profile};
use kith_domain::{AccountId, AlbumId, MediaId, PostId, Visible, cards, circles, messages, pages};
use kith_http::{Answer, Visit, see_other};
use serde::Deserialize;

use super::view::{Fact, GridPhoto, Head, Tab, facts};
use crate::albums::AlbumView;
use crate::frame::Frame;
use crate::page::page;
use crate::pages::view::{PageAbout, PageHead};
use crate::people::encoded;
use crate::person::PersonRow;
use crate::posts::cards_html;

/// Photos beside the posts.
pub(super) const PREVIEW: usize = 6;
/// Facts beside the posts.
pub(super) const FACTS: usize = 6;

/// Where a list begins, and what is looked for in it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Part {
    pub(super) before: Option<PostId>,
    pub(super) older: Option<MediaId>,
    earlier: Option<AlbumId>,
    pub(super) after: Option<AccountId>,
    /// The language of what a page says of itself.
    about: String,
    q: String,
}

impl Part {
    /// What is looked for.
    pub(super) fn query(&self) -> String {
        self.q.trim().chars().take(100).collect()
    }
}

#[derive(Template)]
#[template(path = "profiles/show.html")]
pub(super) struct PostsPage {
    pub(super) frame: Frame,
    pub(super) head: Head,
    pub(super) facts: Vec<Fact>,
    /// What a page says of itself, in place of the facts of a person.
    pub(super) about: Option<PageAbout>,
    pub(super) photos: Vec<GridPhoto>,
    pub(super) ask: Option<(String, String)>,
    pub(super) cards: Vec<String>,
    pub(super) next: Option<String>,
}

#[derive(Template)]
#[template(path = "profiles/about.html")]
pub(super) struct AboutPage {
    pub(super) frame: Frame,
    pub(super) head: Head,
    pub(super) facts: Vec<Fact>,
    pub(super) about: Option<PageAbout>,
}

#[derive(Template)]
#[template(path = "profiles/friends.html")]
pub(super) struct FriendsPage {
    pub(super) frame: Frame,
    pub(super) head: Head,
    pub(super) is_open: bool,
    pub(super) query: String,
    pub(super) people: Vec<PersonRow>,
    pub(super) next: Option<String>,
}

#[derive(Template)]
#[template(path = "profiles/photos.html")]
pub(super) struct PhotosPage {
    pub(super) frame: Frame,
    pub(super) head: Head,
    pub(super) photos: Vec<GridPhoto>,
    pub(super) next: Option<String>,
}

#[derive(Template)]
#[template(path = "profiles/albums.html")]
struct AlbumsPage {
    frame: Frame,
    head: Head,
    albums: Vec<AlbumView>,
    next: Option<String>,
}

/// The profile, or the way to where it has moved.
enum Opened {
    Here(Box<Visible<Profile>>),
    Elsewhere(Response),
}

async fn open(visit: &Visit, name: &str, tab: &str) -> Result<Opened> {
    Ok(match profiles::find(&visit.app, &visit.viewer, name).await? {
        Lookup::Here(id) => Opened::Here(Box::new(profiles::get(&visit.app, &visit.viewer, id).await?)),
        Lookup::Moved(handle) => Opened::Elsewhere(moved(&format!("/u/{handle}{tab}"))),
    })
}

/// 301: the old address is not used again.
fn moved(path: &str) -> Response {
    let mut response = see_other(path);
    *response.status_mut() = axum::http::StatusCode::MOVED_PERMANENTLY;
    response
}

async fn head(visit: &Visit, frame: &Frame, profile: &Profile, tab: Tab) -> Result<Head> {
    let (viewer, id) = (visit.viewer.clone(), profile.person.id);
    let (mine, inside) = if profile.relation.is_friend {
        let mine = circles::list(&visit.app, &viewer).await?;
        (mine, circles::around(&visit.app, &viewer, id).await?)
    } else {
        Default::default()
    };
    let may_message = viewer.active().is_ok()
        && !profile.relation.is_self
        && messages::reach(&visit.app, &viewer, id).await?.is_open();
    let head = Head { may_message, ..Head::of(frame, profile, tab, &mine, &inside, None) };
    Ok(match pages::find(&visit.app, &visit.person, id).await? {
        Some(page) => head.for_page(PageHead::of(visit, &page)),
        None => head,
    })
}

pub(super) async fn posts(visit: Visit, Path(name): Path<String>, Query(part): Query<Part>) -> Answer {
    let profile = match open(&visit, &name, "").await? {
        Opened::Here(profile) => profile,
        Opened::Elsewhere(response) => return Ok(response),
    };
    let (app, viewer, id) = (&visit.app, &visit.viewer, profile.person.id);
    let request: PageRequest<PostKind> =
        PageRequest { before: part.before, after: None, nearest: false, limit: limits::PAGE };
    let found = cards::page_on_profile(app, viewer, id, request).await?;
    let pinned = match part.before {
        None => cards::pinned_on(app, viewer, id).await?,
        Some(_) => None,
    };
    let pinned_id = pinned.as_ref().map(|card| card.post.id);
    let photos = albums::page_by_author(app, viewer, id, PageRequest::<MediaKind>::first(PREVIEW)).await?;
    let frame = Frame::new(&visit, profile.person.name.clone());
    let rest = found.items.into_iter().filter(|card| Some(card.post.id) != pinned_id);
    let shown: Vec<_> = pinned.into_iter().chain(rest).collect();
    let mut facts = facts(&frame, &profile);
    facts.truncate(FACTS);
    page(&PostsPage {
        head: head(&visit, &frame, &profile, Tab::Posts).await?,
        facts,
        about: about_page(&visit, &frame, id, &part.about).await?,
        photos: photos.items.iter().map(GridPhoto::of).collect(),
        ask: ask(&visit, &profile),
        cards: cards_html(&frame, &shown)?,
        next: found.next.map(|next| format!("/u/{}?before={next}", profile.person.handle)),
        frame,
    })
}

/// The line that opens the composer, with where it leads: on one's own profile, and on a friend's open one.
fn ask(visit: &Visit, profile: &Profile) -> Option<(String, String)> {
    let l = &visit.locale;
    let relation = &profile.relation;
    if relation.is_self {
        return Some(("/new".to_owned(), l.t("profile-write-own")));
    }
    (relation.is_friend && profile.is_wall_open).then(|| {
        let href = format!("/new?to={}", encoded(&profile.person.handle));
        (href, l.t1("profile-write-to", "name", profile.person.name.as_str()))
    })
}

pub(super) async fn about(visit: Visit, Path(name): Path<String>) -> Answer {
    let profile = match open(&visit, &name, "/about").await? {
        Opened::Here(profile) => profile,
        Opened::Elsewhere(response) => return Ok(response),
    };
    let frame =
        Frame::new(&visit, visit.locale.t1("profile-about-title", "name", profile.person.name.as_str()));
    page(&AboutPage {
        head: head(&visit, &frame, &profile, Tab::About).await?,
        facts: facts(&frame, &profile),
        about: about_page(&visit, &frame, profile.person.id, "").await?,
        frame,
    })
}

/// What a page says of itself, in `language` or the one that the reader understands best; nothing for people.
async fn about_page(
    visit: &Visit,
    frame: &Frame,
    id: AccountId,
    language: &str,
) -> Result<Option<PageAbout>> {
    let (app, viewer) = (&visit.app, &visit.person);
    let Some(page) = pages::find(app, viewer, id).await? else { return Ok(None) };
    let mut languages = vec![language.to_owned(), visit.locale.lang().to_owned()];
    languages.extend(visit.site.languages.iter().cloned());
    let text = pages::about(app, viewer, id, languages).await?;
    Ok(Some(PageAbout::of(frame, &page, text)))
}

pub(super) async fn friends(visit: Visit, Path(name): Path<String>, Query(part): Query<Part>) -> Answer {
    let profile = match open(&visit, &name, "/friends").await? {
        Opened::Here(profile) => profile,
        Opened::Elsewhere(response) => return Ok(response),
    };
    let query = part.query();
    let found = profiles::friends(&visit.app, &visit.viewer, profile.person.id, &query, part.after).await?;
    let title = visit.locale.t1("profile-friends-title", "name", profile.person.name.as_str());
    let frame = Frame::new(&visit, title);
    let handle = &profile.person.handle;
    page(&FriendsPage {
        head: head(&visit, &frame, &profile, Tab::Friends).await?,
        is_open: found.is_open,
        people: PersonRow::all(&found.people),
        next: found.next.map(|next| format!("/u/{handle}/friends?q={}&after={next}", encoded(&query))),
        query,
        frame,
    })
}

pub(super) async fn photos(visit: Visit, Path(name): Path<String>, Query(part): Query<Part>) -> Answer {
    let profile = match open(&visit, &name, "/photos").await? {
        Opened::Here(profile) => profile,
        Opened::Elsewhere(response) => return Ok(response),
    };
    let request: PageRequest<MediaKind> =
        PageRequest { before: part.older, after: None, nearest: false, limit: albums::SHOWN };
    let found = albums::page_by_author(&visit.app, &visit.viewer, profile.person.id, request).await?;
    let title = visit.locale.t1("profile-photos-title", "name", profile.person.name.as_str());
    let frame = Frame::new(&visit, title);
    page(&PhotosPage {
        head: head(&visit, &frame, &profile, Tab::Photos).await?,
        photos: found.items.iter().map(GridPhoto::of).collect(),
        next: found.next.map(|next| format!("/u/{}/photos?older={next}", profile.person.handle)),
        frame,
    })
}

pub(super) async fn albums(visit: Visit, Path(name): Path<String>, Query(part): Query<Part>) -> Answer {
    let profile = match open(&visit, &name, "/albums").await? {
        Opened::Here(profile) => profile,
        Opened::Elsewhere(response) => return Ok(response),
    };
    let request: PageRequest<AlbumKind> =
        PageRequest { before: part.earlier, after: None, nearest: false, limit: limits::PAGE };
    let found = albums::of_person(&visit.app, &visit.viewer, profile.person.id, request).await?;
    let title = visit.locale.t1("albums-of", "name", profile.person.name.as_str());
    let frame = Frame::new(&visit, title);
    page(&AlbumsPage {
        head: head(&visit, &frame, &profile, Tab::Albums).await?,
        albums: found.items.iter().map(|card| AlbumView::of(&frame, card)).collect(),
        next: found.next.map(|next| format!("/u/{}/albums?earlier={next}", profile.person.handle)),
        frame,
    })
}
