//! The list of groups, and the tabs of one that everybody has who may read it.

use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use kith_base::{PageRequest, limits};
use kith_domain::group_posts;
use kith_domain::groups::{self, Group, GroupState, Lookup, Right};
use kith_domain::kinds::{MediaKind, PostKind};
use kith_domain::{GroupId, MediaId, PostId, TopicId, albums};
use kith_http::{Answer, Visit, see_other};
use serde::Deserialize;

use super::find;
use super::view::{GroupRow, Head, Tab, role_key};
use crate::frame::Frame;
use crate::page::page;
use crate::people::encoded;
use crate::person::PersonRow;
use crate::posts::cards_html;
use crate::profiles::GridPhoto;
use crate::reading::{self, Switch, others};

/// What is looked for, and where a list begins.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Part {
    q: String,
    older: Option<GroupId>,
    before: Option<PostId>,
    photos: Option<MediaId>,
    topic: Option<TopicId>,
}

#[derive(Template)]
#[template(path = "groups/index.html")]
struct IndexPage {
    frame: Frame,
    invitations: Vec<GroupRow>,
    offered: Vec<GroupRow>,
    own: Vec<GroupRow>,
    found: Vec<GroupRow>,
    query: String,
    next: Option<String>,
}

pub(super) async fn index(visit: Visit, Query(part): Query<Part>) -> Answer {
    let (app, viewer) = (&visit.app, &visit.viewer);
    let query: String = part.q.trim().chars().take(100).collect();
    let request = PageRequest { before: part.older, after: None, nearest: false, limit: limits::PAGE };
    let found = groups::discover(app, viewer, &query, request).await?;
    let frame = Frame::titled(&visit, "groups-title");
    let row = |group: &Group| GroupRow::of(&frame.l, group);
    page(&IndexPage {
        invitations: groups::invitations(app, viewer).await?.iter().map(|group| row(group)).collect(),
        offered: groups::offered(app, viewer).await?.iter().map(row).collect(),
        own: groups::own(app, viewer).await?.iter().map(|group| row(group)).collect(),
        found: found.items.iter().map(|group| row(group)).collect(),
        next: found.next.map(|next| format!("/groups?q={}&older={next}", encoded(&query))),
        query,
        frame,
    })
}

#[derive(Template)]
#[template(path = "groups/show.html")]
struct PostsPage {
    frame: Frame,
    head: Head,
    about: String,
    /// Name, address, whether it is the one that is shown.
    topics: Vec<(String, String, bool)>,
    ask: Option<String>,
    pinned: Vec<String>,
    cards: Vec<String>,
    next: Option<String>,
}

pub(super) async fn posts(visit: Visit, Path(slug): Path<String>, Query(part): Query<Part>) -> Answer {
    let (app, viewer) = (&visit.app, &visit.viewer);
    let group = match groups::find(app, viewer, &slug).await? {
        Lookup::Here(group) => *group,
        Lookup::Moved(now) => {
            let mut response = see_other(&format!("/groups/{now}"));
            // The old address is not used again.
            *response.status_mut() = StatusCode::MOVED_PERMANENTLY;
            return Ok(response);
        }
    };
    let href = format!("/groups/{}", group.slug);
    if !groups::policy::may(viewer, &group, Right::Read) {
        return Ok(see_other(&format!("{href}/about")));
    }
    let shown = groups::page(app, viewer, group.id, &reading::of(&visit)).await?;
    let request: PageRequest<PostKind> =
        PageRequest { before: part.before, after: None, nearest: false, limit: limits::PAGE };
    let found = group_posts::page(app, viewer, group.id, part.topic, request).await?;
    let pinned = match (part.before, part.topic) {
        (None, None) => group_posts::pinned(app, viewer, group.id).await?,
        _ => Vec::new(),
    };
    let frame = Frame::new(&visit, group.name.clone());
    let pinned_ids: Vec<PostId> = pinned.iter().map(|card| card.post.id).collect();
    let rest: Vec<_> = found.items.into_iter().filter(|card| !pinned_ids.contains(&card.post.id)).collect();
    let topic = part.topic.map(|topic| format!("topic={topic}&")).unwrap_or_default();
    let topics = shown.topics.iter().map(|known| {
        (known.name.clone(), format!("{href}?topic={}", known.id), part.topic == Some(known.id))
    });
    let may_post = groups::policy::may(viewer, &group, Right::Post);
    page(&PostsPage {
        head: Head::of(&frame, viewer, &group, Tab::Posts),
        about: shown.text.about_html,
        topics: topics.collect(),
        ask: may_post.then(|| format!("/new?group={}", encoded(&group.slug))),
        pinned: cards_html(&frame, &pinned)?,
        cards: cards_html(&frame, &rest)?,
        next: found.next.map(|next| format!("{href}?{topic}before={next}")),
        frame,
    })
}

/// In which language the words of a group are asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct InLanguage {
    text: String,
}

#[derive(Template)]
#[template(path = "groups/about.html")]
struct AboutPage {
    frame: Frame,
    head: Head,
    language: String,
    others: Vec<Switch>,
    about: String,
    rules: String,
    staff: Vec<PersonRow>,
    facts: Vec<String>,
}

pub(super) async fn about(visit: Visit, Path(slug): Path<String>, Query(asked): Query<InLanguage>) -> Answer {
    let (app, viewer) = (&visit.app, &visit.viewer);
    let group = find(&visit, &slug).await?;
    let reading = reading::of(&visit).but_first(&asked.text);
    let shown = groups::page(app, viewer, group.id, &reading).await?;
    let staff = match viewer.active() {
        Ok(_) => groups::looked_after_by(app, viewer, group.id).await?,
        Err(_) => Vec::new(),
    };
    let frame = Frame::new(&visit, group.name.clone());
    let rows = staff
        .iter()
        .map(|line| PersonRow::with_line(&line.person, frame.l.t(role_key(line.membership.role))));
    page(&AboutPage {
        head: Head::of(&frame, viewer, &group, Tab::About),
        others: others(
            shown.languages.iter().map(String::as_str),
            &shown.text.language,
            &format!("/groups/{}/about", group.slug),
        ),
        language: shown.text.language,
        about: shown.text.about_html,
        rules: shown.text.rules_html,
        staff: rows.collect(),
        facts: facts(&frame, &group),
        frame,
    })
}

/// How the group works, in sentences.
fn facts(frame: &Frame, group: &Group) -> Vec<String> {
    use kith_domain::groups::{Joining, Posting, Visibility};
    let (l, settings) = (&frame.l, &group.settings);
    let mut keys = vec![
        match settings.visibility {
            Visibility::Public => "groups-visibility-public-hint",
            Visibility::Site => "groups-visibility-site-hint",
            Visibility::Private => "groups-visibility-private-hint",
            Visibility::Hidden => "groups-visibility-hidden-hint",
        },
        match settings.joining {
            Joining::Free => "groups-joining-free-hint",
            Joining::Request => "groups-joining-request-hint",
            Joining::Invitation => "groups-joining-invitation-hint",
        },
        match settings.posting {
            Posting::All => "groups-posting-all-hint",
            Posting::Approved => "groups-posting-approved-hint",
            Posting::Moderators => "groups-posting-moderators-hint",
        },
    ];
    if group.state == GroupState::Archived {
        keys.push("groups-is-archived");
    }
    let mut facts: Vec<String> = keys.into_iter().map(|key| l.t(key)).collect();
    facts.push(l.t1("groups-made-on", "day", l.date(group.created_at)));
    facts
}

#[derive(Template)]
#[template(path = "groups/photos.html")]
struct PhotosPage {
    frame: Frame,
    head: Head,
    photos: Vec<GridPhoto>,
    next: Option<String>,
}

pub(super) async fn photos(visit: Visit, Path(slug): Path<String>, Query(part): Query<Part>) -> Answer {
    let (app, viewer) = (&visit.app, &visit.viewer);
    let group = find(&visit, &slug).await?;
    let request: PageRequest<MediaKind> =
        PageRequest { before: part.photos, after: None, nearest: false, limit: albums::SHOWN };
    let found = group_posts::photos(app, viewer, group.id, request).await?;
    let frame = Frame::new(&visit, group.name.clone());
    page(&PhotosPage {
        head: Head::of(&frame, viewer, &group, Tab::Photos),
        photos: found.items.iter().map(GridPhoto::of).collect(),
        next: found.next.map(|next| format!("/groups/{}/photos?photos={next}", group.slug)),
        frame,
    })
}
