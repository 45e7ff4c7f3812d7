//! One's own profile through the eyes of a friend, of another member, or of a visitor: the four tabs, without a button.

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use kith_base::{Error, PageRequest, limits};
use kith_domain::kinds::{MediaKind, PostKind};
use kith_domain::profiles::{self, Lookup, Profile, Subject};
use kith_domain::{Viewer, Visible, accounts, albums, cards};
use kith_http::{Answer, Fault, Visit, see_other};
use serde::Deserialize;

use super::show::{AboutPage, FACTS, FriendsPage, PREVIEW, Part, PhotosPage, PostsPage};
use super::view::{GridPhoto, Head, Tab, facts};
use crate::frame::Frame;
use crate::page::page;
use crate::people::encoded;
use crate::person::PersonRow;
use crate::posts::cards_html;

/// The viewer's own profile, and who seems to look at it.
struct Seen {
    eyes: Viewer,
    profile: Visible<Profile>,
    /// Who it is, in a sentence.
    whose: String,
    /// Where the tabs begin.
    base: String,
}

/// What they see, or the page that says that they see nothing.
enum Opened {
    Seen(Box<Seen>),
    Nothing(Response),
}

#[derive(Template)]
#[template(path = "profiles/unseen.html")]
struct UnseenPage {
    frame: Frame,
    handle: String,
}

async fn open(visit: &Visit, who: &str) -> std::result::Result<Opened, Fault> {
    let subject = match who {
        "stranger" => Subject::Stranger,
        "visitor" => Subject::Visitor,
        handle => match profiles::find(&visit.app, &visit.viewer, handle).await? {
            Lookup::Here(id) => Subject::Friend(id),
            Lookup::Moved(_) => return Err(Error::not_found().into()),
        },
    };
    let (eyes, profile) = profiles::as_seen_by(&visit.app, &visit.viewer, subject).await?;
    let whose = whose(visit, subject).await?;
    let Some(profile) = profile else {
        let handle = visit.viewer.active()?.handle.clone();
        return page(&UnseenPage { frame: Frame::titled(visit, "profile-view-as"), handle })
            .map(Opened::Nothing);
    };
    Ok(Opened::Seen(Box::new(Seen { eyes, profile, whose, base: format!("/me/as/{}", encoded(who)) })))
}

/// Who looks, in a sentence.
async fn whose(visit: &Visit, subject: Subject) -> kith_base::Result<String> {
    let l = &visit.locale;
    let friend = match subject {
        Subject::Stranger => return Ok(l.t("profile-as-stranger")),
        Subject::Visitor => return Ok(l.t("profile-as-visitor")),
        Subject::Friend(friend) => friend,
    };
    let card = visit.app.db.read(move |q| Ok(accounts::cards(q, &[friend])?.remove(&friend))).await?;
    Ok(l.t1("profile-as-friend", "name", card.map(|card| card.name).unwrap_or_default()))
}

/// Which friend is looked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Search {
    who: String,
}

#[derive(Template)]
#[template(path = "profiles/eyes.html")]
struct EyesPage {
    frame: Frame,
    handle: String,
    eyes_query: String,
    people: Vec<PersonRow>,
}

/// Looks for a friend by name or handle; where only one is meant, goes on to what they see.
pub(super) async fn choose(visit: Visit, Query(search): Query<Search>) -> Answer {
    let me = visit.viewer.active()?;
    let eyes_query: String = search.who.trim().chars().take(100).collect();
    let found = profiles::friends(&visit.app, &visit.viewer, me.id, &eyes_query, None).await?;
    let handle = eyes_query.trim_start_matches('@').to_lowercase();
    let meant = found.people.iter().find(|card| card.handle.to_lowercase() == handle).or(
        match found.people.as_slice() {
            [only] if !eyes_query.is_empty() => Some(only),
            _ => None,
        },
    );
    if let Some(card) = meant {
        return Ok(see_other(&format!("/me/as/{}", encoded(&card.handle))));
    }
    page(&EyesPage {
        frame: Frame::titled(&visit, "profile-view-as"),
        handle: me.handle.clone(),
        people: PersonRow::all(&found.people),
        eyes_query,
    })
}

impl Seen {
    fn head(&self, frame: &Frame, tab: Tab) -> Head {
        let mut head = Head::of(frame, &self.profile, tab, &[], &[], Some(&self.base));
        head.has_actions = false;
        head.eyes = Some(self.whose.clone());
        head
    }
}

pub(super) async fn posts(visit: Visit, Path(who): Path<String>, Query(part): Query<Part>) -> Answer {
    let seen = match open(&visit, &who).await? {
        Opened::Seen(seen) => seen,
        Opened::Nothing(response) => return Ok(response),
    };
    let (app, viewer, eyes) = (&visit.app, &visit.viewer, &seen.eyes);
    let request: PageRequest<PostKind> =
        PageRequest { before: part.before, after: None, nearest: false, limit: limits::PAGE };
    let found = cards::page_seen_by(app, viewer, eyes, request).await?;
    let pinned = match part.before {
        None => cards::pinned_seen_by(app, viewer, eyes).await?,
        Some(_) => None,
    };
    let pinned_id = pinned.as_ref().map(|card| card.post.id);
    let rest = found.items.into_iter().filter(|card| Some(card.post.id) != pinned_id);
    let shown: Vec<_> = pinned.into_iter().chain(rest).collect();
    let photos = albums::page_seen_by(app, viewer, eyes, PageRequest::<MediaKind>::first(PREVIEW)).await?;
    let mut frame = Frame::titled(&visit, "profile-view-as");
    let mut facts = facts(&frame, &seen.profile);
    facts.truncate(FACTS);
    let head = seen.head(&frame, Tab::Posts);
    // Without a person in the frame no card offers anything to do.
    let person = frame.viewer.take();
    let cards = cards_html(&frame, &shown)?;
    frame.viewer = person;
    page(&PostsPage {
        about: None,
        facts,
        photos: photos.items.iter().map(GridPhoto::of).collect(),
        ask: None,
        cards,
        next: found.next.map(|next| format!("{}?before={next}", seen.base)),
        head,
        frame,
    })
}

pub(super) async fn about(visit: Visit, Path(who): Path<String>) -> Answer {
    let seen = match open(&visit, &who).await? {
        Opened::Seen(seen) => seen,
        Opened::Nothing(response) => return Ok(response),
    };
    let frame = Frame::titled(&visit, "profile-view-as");
    page(&AboutPage {
        about: None,
        head: seen.head(&frame, Tab::About),
        facts: facts(&frame, &seen.profile),
        frame,
    })
}

pub(super) async fn friends(visit: Visit, Path(who): Path<String>, Query(part): Query<Part>) -> Answer {
    let seen = match open(&visit, &who).await? {
        Opened::Seen(seen) => seen,
        Opened::Nothing(response) => return Ok(response),
    };
    let query = part.query();
    let found = profiles::friends_seen_by(&visit.app, &visit.viewer, &seen.eyes, &query, part.after).await?;
    let frame = Frame::titled(&visit, "profile-view-as");
    page(&FriendsPage {
        head: seen.head(&frame, Tab::Friends),
        is_open: found.is_open,
        people: PersonRow::all(&found.people),
        next: found.next.map(|next| format!("{}/friends?q={}&after={next}", seen.base, encoded(&query))),
        query,
        frame,
    })
}

pub(super) async fn photos(visit: Visit, Path(who): Path<String>, Query(part): Query<Part>) -> Answer {
    let seen = match open(&visit, &who).await? {
        Opened::Seen(seen) => seen,
        Opened::Nothing(response) => return Ok(response),
    };
    let request: PageRequest<MediaKind> =
        PageRequest { before: part.older, after: None, nearest: false, limit: albums::SHOWN };
    let found = albums::page_seen_by(&visit.app, &visit.viewer, &seen.eyes, request).await?;
    let frame = Frame::titled(&visit, "profile-view-as");
    page(&PhotosPage {
        head: seen.head(&frame, Tab::Photos),
        photos: found.items.iter().map(GridPhoto::of).collect(),
        next: found.next.map(|next| format!("{}/photos?older={next}", seen.base)),
        frame,
    })
}
