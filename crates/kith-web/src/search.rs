//! One box over all that members write: a page with a tab for each kind, and what is offered while somebody types.

mod question;
mod view;

use askama::Template;
use axum::Json;
use axum::extract::Query;
use axum::response::IntoResponse;
use kith_base::{PageRequest, Result};
use kith_domain::accounts::PersonCard;
use kith_domain::search::{self, SHOWN, SHOWN_OF_EACH, SubjectKind, Suggestion, Wanted};
use kith_http::{Access, Answer, Routes, Visit};
use serde_json::{Value, json};

use self::question::{Asked, Question};
use self::view::HitView;
use crate::events::LineView;
use crate::frame::{Frame, hue_of, initials_of};
use crate::groups::GroupRow;
use crate::page::page;
use crate::people::encoded;
use crate::person::PersonRow;

/// The page.
const PAGE: &str = "/search";

/// The routes.
pub(crate) fn routes() -> Routes {
    Routes::new().get(PAGE, Access::Member, index).get("/search/suggest", Access::Member, suggest)
}

/// Things of one kind, and where the others of it are.
struct Part<T> {
    rows: Vec<T>,
    /// Where there are more of them: a tab of their own.
    more: Option<String>,
}

impl<T> Default for Part<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), more: None }
    }
}

/// What was found.
#[derive(Default)]
struct Found {
    people: Part<PersonRow>,
    posts: Part<HitView>,
    comments: Part<HitView>,
    photos: Part<HitView>,
    events: Part<LineView>,
    groups: Part<GroupRow>,
    /// The next page of the one kind that is shown.
    next: Option<String>,
}

impl Found {
    fn is_empty(&self) -> bool {
        self.people.rows.is_empty()
            && self.posts.rows.is_empty()
            && self.comments.rows.is_empty()
            && self.photos.rows.is_empty()
            && self.events.rows.is_empty()
            && self.groups.rows.is_empty()
    }
}

#[derive(Template)]
#[template(path = "search/index.html")]
struct SearchPage {
    frame: Frame,
    question: Question,
    tabs: Vec<(String, String, bool)>,
    /// A tag that is meant by the words, without its sign, as it stands in an address.
    tag: Option<String>,
    found: Found,
    /// Whether older things are still being read in.
    is_filling: bool,
    back: String,
}

async fn index(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let question = Question::read(&visit, asked).await?;
    let title = match question.words.as_str() {
        "" => visit.locale.t("search-title"),
        words => visit.locale.t1("search-title-words", "words", words),
    };
    let frame = Frame::new(&visit, title);
    let found = match question.wanted() {
        Some(wanted) => find(&visit, &frame, &question, &wanted).await?,
        None => Found::default(),
    };
    let is_filling = visit.app.db.read(search::is_filling).await?;
    let tag = question.words.strip_prefix(['#', '＃']).map(str::trim).filter(|tag| !tag.is_empty());
    page(&SearchPage {
        tabs: tabs(&frame, &question),
        tag: tag.map(encoded),
        back: visit.path.clone(),
        found,
        is_filling,
        question,
        frame,
    })
}

fn tabs(frame: &Frame, question: &Question) -> Vec<(String, String, bool)> {
    let label = |kind: Option<SubjectKind>| match kind {
        None => frame.l.t("search-all"),
        Some(SubjectKind::Person) => frame.l.t("search-people"),
        Some(SubjectKind::Post) => frame.l.t("search-posts"),
        Some(SubjectKind::Comment) => frame.l.t("search-comments"),
        Some(SubjectKind::Photo) => frame.l.t("search-photos"),
        Some(SubjectKind::Event) => frame.l.t("search-events"),
        Some(SubjectKind::Group) => frame.l.t("search-groups"),
    };
    [
        None,
        Some(SubjectKind::Person),
        Some(SubjectKind::Post),
        Some(SubjectKind::Comment),
        Some(SubjectKind::Photo),
        Some(SubjectKind::Event),
        Some(SubjectKind::Group),
    ]
    .into_iter()
    .map(|kind| (question.address(kind), label(kind), question.kind == kind))
    .collect()
}

/// All kinds with a few of each, or a page of one.
async fn find(visit: &Visit, frame: &Frame, question: &Question, wanted: &Wanted) -> Result<Found> {
    let mut found = Found::default();
    let is_one = question.kind.is_some();
    let limit = if is_one { SHOWN } else { SHOWN_OF_EACH };
    let shows = |kind: SubjectKind| question.kind.is_none_or(|one| one == kind);
    let more = |kind, has_more: bool| (has_more && !is_one).then(|| question.address(Some(kind)));
    if shows(SubjectKind::Person) && (is_one || !question.is_narrowed()) {
        let offset = question.page.and_then(|page| usize::try_from(page).ok()).unwrap_or(0);
        let part = search::people(&visit.app, &visit.viewer, &wanted.words, limit, offset).await?;
        found.people.rows = part.people.iter().map(|entry| PersonRow::of_entry(frame, entry)).collect();
        found.people.more = more(SubjectKind::Person, part.next.is_some());
        found.next = part.next.map(|next| question.next_page(&next.to_string()));
    }
    if shows(SubjectKind::Post) {
        let part = search::posts(&visit.app, &visit.viewer, wanted, request(question, limit)).await?;
        found.posts.rows = part.items.into_iter().map(|hit| HitView::of_post(frame, hit)).collect();
        found.posts.more = more(SubjectKind::Post, part.next.is_some());
        found.next = part.next.map(|next| question.next_page(&next.to_string()));
    }
    if shows(SubjectKind::Comment) {
        let part = search::comments(&visit.app, &visit.viewer, wanted, request(question, limit)).await?;
        found.comments.rows = part.items.into_iter().map(|hit| HitView::of_comment(frame, hit)).collect();
        found.comments.more = more(SubjectKind::Comment, part.next.is_some());
        found.next = part.next.map(|next| question.next_page(&next.to_string()));
    }
    if shows(SubjectKind::Photo) {
        let part = search::photos(&visit.app, &visit.viewer, wanted, request(question, limit)).await?;
        found.photos.rows = part.items.into_iter().map(|hit| HitView::of_photo(frame, hit)).collect();
        found.photos.more = more(SubjectKind::Photo, part.next.is_some());
        found.next = part.next.map(|next| question.next_page(&next.to_string()));
    }
    find_places(visit, frame, question, wanted, &mut found).await?;
    found.next = found.next.filter(|_| is_one);
    Ok(found)
}

/// Events and groups.
async fn find_places(
    visit: &Visit,
    frame: &Frame,
    question: &Question,
    wanted: &Wanted,
    found: &mut Found,
) -> Result<()> {
    let is_one = question.kind.is_some();
    let limit = if is_one { SHOWN } else { SHOWN_OF_EACH };
    let shows = |kind: SubjectKind| question.kind.is_none_or(|one| one == kind);
    let more = |kind, has_more: bool| (has_more && !is_one).then(|| question.address(Some(kind)));
    if shows(SubjectKind::Event) {
        let part = search::events(&visit.app, &visit.viewer, wanted, request(question, limit)).await?;
        found.events.rows = part.items.iter().map(|hit| LineView::of(frame, &hit.line)).collect();
        found.events.more = more(SubjectKind::Event, part.next.is_some());
        found.next = part.next.map(|next| question.next_page(&next.to_string()));
    }
    if shows(SubjectKind::Group) {
        let part = search::groups(&visit.app, &visit.viewer, wanted, request(question, limit)).await?;
        found.groups.rows = part.items.iter().map(|hit| GroupRow::of(&frame.l, &hit.group)).collect();
        found.groups.more = more(SubjectKind::Group, part.next.is_some());
        found.next = part.next.map(|next| question.next_page(&next.to_string()));
    }
    Ok(())
}

fn request<K>(question: &Question, limit: usize) -> PageRequest<K> {
    let before = question.page.filter(|_| question.kind.is_some()).map(kith_base::Id::new);
    PageRequest { before, after: None, nearest: false, limit }
}

/// What the script of the box shows below it, with a sentence for those who hear the page.
async fn suggest(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let words: String = asked.q.trim().chars().take(question::WORDS).collect();
    let offers = search::suggest(&visit.app, &visit.viewer, &words).await?;
    let said = visit.locale.t1("search-offers", "count", offers.len());
    let frame = Frame::new(&visit, String::new());
    let offers: Vec<Value> = offers.iter().map(|one| offer(&frame, one)).collect();
    Ok(Json(json!({ "offers": offers, "said": said })).into_response())
}

fn offer(frame: &Frame, suggestion: &Suggestion) -> Value {
    match suggestion {
        Suggestion::Person(PersonCard { id, handle, name, avatar, .. }) => json!({
            "name": name,
            "line": format!("@{handle}"),
            "href": format!("/u/{handle}"),
            "avatar": avatar.map(|id| format!("/media/{id}/square")),
            "initials": initials_of(name),
            "hue": hue_of(id.raw()),
        }),
        Suggestion::Group(group) => {
            let row = GroupRow::of(&frame.l, group);
            json!({
                "name": row.name,
                "line": row.line,
                "href": row.href,
                "avatar": row.cover,
                "initials": row.initials,
                "hue": row.hue,
            })
        }
        Suggestion::Event(line) => {
            let row = LineView::of(frame, line);
            json!({
                "name": row.title,
                "line": row.when.text,
                "href": row.href,
                "initials": row.day,
                "hue": hue_of(line.event.id.raw()),
            })
        }
        Suggestion::Tag(tag) => json!({
            "name": format!("#{tag}"),
            "href": format!("/t/{}", encoded(tag)),
            "initials": "#",
            "hue": 0,
        }),
    }
}
