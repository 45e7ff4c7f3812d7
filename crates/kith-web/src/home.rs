//! The first page: the feed for members, the waiting room for those who wait, the welcome page for everybody else.

use askama::Template;
use axum::extract::Query;
use kith_base::{PageRequest, limits};
use kith_domain::feeds::{self, Home, Tab};
use kith_domain::viewer::AccountState;
use kith_domain::{PostId, people, relationships};
use kith_http::{Access, Answer, Routes, Visit, see_other};
use kith_locale::Locale;
use serde::Deserialize;

use crate::frame::Frame;
use crate::page::page;
use crate::posts::card_html;
use crate::posts::view::PersonView;
use crate::{scheduled, web_app, welcome};

/// People suggested beside the feed.
const SUGGESTED: usize = 4;
/// Requests shown beside the feed.
const REQUESTS: usize = 3;

/// The routes.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/", Access::Anyone, index)
}

/// What part of the feed is asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Wanted {
    tab: String,
    before: Option<PostId>,
}

impl Wanted {
    fn tab(&self) -> Tab {
        tab_of(&self.tab)
    }

    fn address(tab: Tab, before: Option<PostId>) -> String {
        match (tab, before) {
            (Tab::Everything | Tab::Followed, None) => "/".to_owned(),
            (Tab::Everything | Tab::Followed, Some(before)) => format!("/?before={before}"),
            (Tab::Friends, None) => "/?tab=friends".to_owned(),
            (Tab::Friends, Some(before)) => format!("/?tab=friends&before={before}"),
        }
    }
}

/// The part of the feed that an address names.
pub(crate) fn tab_of(word: &str) -> Tab {
    if word == "friends" { Tab::Friends } else { Tab::Everything }
}

/// Somebody beside the feed.
struct Beside {
    person: PersonView,
    line: String,
    add: String,
}

/// A card of the feed, and whether the line stands before it.
struct Item {
    html: String,
    is_after_line: bool,
}

#[derive(Template)]
#[template(path = "home/home.html")]
struct HomePage {
    frame: Frame,
    ask: String,
    /// By which a browser is asked to be woken.
    push_key: String,
    tabs: Vec<(String, String, bool)>,
    rule: String,
    is_first_page: bool,
    is_friends: bool,
    /// What of the member's own could not be published.
    refused: Option<String>,
    /// The newest post on the page: what is newer has not been seen.
    newest: String,
    address: String,
    first: Vec<String>,
    items: Vec<Item>,
    next: Option<String>,
    requests: Vec<Beside>,
    suggestions: Vec<Beside>,
}

impl HomePage {
    fn is_empty(&self) -> bool {
        self.first.is_empty() && self.items.is_empty()
    }

    /// Whether nothing is there to read at all: then people stand in the middle, where phones show them too.
    fn is_newcomer(&self) -> bool {
        self.is_empty() && self.is_first_page && !self.is_friends
    }

    fn has_photo(&self) -> bool {
        self.frame.viewer.as_ref().is_some_and(|me| me.avatar.is_some())
    }
}

async fn index(visit: Visit, Query(wanted): Query<Wanted>) -> Answer {
    match visit.viewer.member().map(|member| member.state) {
        Some(AccountState::Active) => feed(visit, &wanted).await,
        Some(_) => Ok(see_other("/waiting")),
        None => welcome::show(visit).await,
    }
}

async fn feed(visit: Visit, wanted: &Wanted) -> Answer {
    let tab = wanted.tab();
    let request = PageRequest { before: wanted.before, after: None, nearest: false, limit: limits::PAGE };
    let home = feeds::home(&visit.app, &visit.viewer, tab, request).await?;
    let is_first_page = wanted.before.is_none();
    let mut frame = Frame::titled(&visit, "home-title");
    // The frame marks "home" by the bare path; cards come back to the page they stand on.
    frame.path = Wanted::address(tab, wanted.before);
    let (requests, suggestions) = beside(&visit, &frame, is_first_page).await?;
    let refused = if is_first_page { scheduled::notice(&visit, &frame).await? } else { None };
    let whole = visit.viewer.member().map(|member| member.name.as_str()).unwrap_or_default();
    let name = whole.split_whitespace().next().unwrap_or_default().to_owned();
    let label = |key| frame.l.t(key);
    let tabs = vec![
        (Wanted::address(Tab::Everything, None), label("home-tab-everything"), tab == Tab::Everything),
        (Wanted::address(Tab::Friends, None), label("home-tab-friends"), tab == Tab::Friends),
    ];
    page(&HomePage {
        ask: frame.l.t1("posts-ask", "name", name),
        push_key: web_app::push_key(&visit),
        rule: rule(&frame.l, tab, &home),
        tabs,
        is_first_page,
        is_friends: tab == Tab::Friends,
        refused,
        newest: newest(&home),
        address: Wanted::address(tab, None),
        first: home.first.iter().map(|card| card_html(&frame, card)).collect::<kith_base::Result<_>>()?,
        items: items(&frame, &home)?,
        next: home.page.next.map(|next| Wanted::address(tab, Some(next))),
        requests,
        suggestions,
        frame,
    })
}

fn items(frame: &Frame, home: &Home) -> kith_base::Result<Vec<Item>> {
    let cards = home.page.items.iter().enumerate();
    cards
        .map(|(at, card)| {
            Ok(Item { html: card_html(frame, card)?, is_after_line: home.caught_up == Some(at) })
        })
        .collect()
}

fn newest(home: &Home) -> String {
    let cards = home.first.iter().chain(&home.page.items);
    cards.map(|card| card.post.id).max().unwrap_or_default().to_string()
}

/// How the feed comes about, in one sentence.
fn rule(l: &Locale, tab: Tab, home: &Home) -> String {
    match tab {
        Tab::Friends => l.t("home-rule-friends"),
        Tab::Everything if home.with_everyone => l.t("home-rule-with-everyone"),
        Tab::Everything if home.with_tags => l.t("home-rule-with-tags"),
        Tab::Everything | Tab::Followed => l.t("home-rule"),
    }
}

/// Requests and suggestions, for the first page only.
async fn beside(
    visit: &Visit,
    frame: &Frame,
    is_first_page: bool,
) -> kith_base::Result<(Vec<Beside>, Vec<Beside>)> {
    if !is_first_page {
        return Ok((Vec::new(), Vec::new()));
    }
    let l = &frame.l;
    let common =
        |count: usize| if count > 0 { l.t1("home-in-common", "count", count) } else { String::new() };
    let waiting = match visit.viewer.member() {
        Some(member) if member.friend_requests > 0 => {
            relationships::requests(&visit.app, &visit.viewer).await?
        }
        _ => Vec::new(),
    };
    let requests = waiting
        .iter()
        .take(REQUESTS)
        .map(|request| Beside {
            person: PersonView::of(l, &request.person),
            line: common(request.in_common),
            add: String::new(),
        })
        .collect();
    let suggested = people::suggestions(&visit.app, &visit.viewer, SUGGESTED).await?;
    let suggestions = suggested
        .iter()
        .map(|entry| Beside {
            person: PersonView::of(l, &entry.person),
            line: common(entry.standing.in_common),
            add: l.t1("home-add-friend", "name", entry.person.name.as_str()),
        })
        .collect();
    Ok((requests, suggestions))
}
