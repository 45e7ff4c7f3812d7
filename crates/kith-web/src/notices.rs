//! What a member is told: lines by day, what is done with them, and the way to what they are about.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, Query};
use kith_base::{Millis, PageRequest, Result, limits};
use kith_domain::accounts::{self, PersonCard};
use kith_domain::inbox::{self, Group, Notice, Wanted};
use kith_domain::kinds::NoticeId;
use kith_domain::notices::{Occasion, Place};
use kith_domain::reactions::ReactionKind;
use kith_domain::{AccountId, push};
use kith_http::{Access, Answer, Form, Routes, Visit, see_other, with_flash};
use serde::Deserialize;

use crate::frame::Frame;
use crate::page::page;
use crate::person::PersonRow;

/// The page.
const PAGE: &str = "/notices";
/// People of a line who stand there by name.
const NAMED: usize = 2;
/// What speaks to the reader in words.
const MENTIONS: &[Occasion] = &[
    Occasion::Mention,
    Occasion::Reply,
    Occasion::Comment,
    Occasion::WallPost,
    Occasion::Quote,
    Occasion::GroupMention,
];

/// The routes.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(PAGE, Access::Member, index)
        .post("/notices/read-all", Access::Member, read_all)
        .get("/notices/{id}/open", Access::Member, open)
        .post("/notices/{id}/read", Access::Member, mark)
        .post("/notices/{id}/remove", Access::Member, remove)
        .post("/notices/{id}/release", Access::Member, release)
}

/// Which lines, and where a page begins.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct From {
    show: String,
    before: Option<NoticeId>,
}

/// A line.
struct Line {
    id: NoticeId,
    /// The heading over it, if a day begins here.
    day: Option<String>,
    person: PersonRow,
    icon: &'static str,
    text: String,
    beginning: String,
    at: Millis,
    is_unread: bool,
    /// Who waits for an answer, for requests.
    asks: Option<AccountId>,
}

#[derive(Template)]
#[template(path = "notices/index.html")]
struct NoticesPage {
    frame: Frame,
    tabs: Vec<(String, String, bool)>,
    lines: Vec<Line>,
    next: Option<String>,
    is_held: bool,
    is_filtered: bool,
}

async fn index(visit: Visit, Query(from): Query<From>) -> Answer {
    let (app, viewer) = (&visit.app, &visit.viewer);
    let wanted = match from.show.as_str() {
        "unread" => Wanted { is_unread: true, ..Wanted::default() },
        "mentions" => Wanted { occasions: Some(MENTIONS.to_vec()), ..Wanted::default() },
        "held" => Wanted { place: Place::Held, ..Wanted::default() },
        _ => Wanted::default(),
    };
    let shown = if wanted == Wanted::default() { "" } else { from.show.as_str() };
    let request = PageRequest { before: from.before, after: None, nearest: false, limit: limits::PAGE };
    let found = inbox::lines(app, viewer, request, wanted).await?;
    let frame = Frame::titled(&visit, "notices-title");
    let l = &frame.l;
    let mut tabs = vec![
        (PAGE.to_owned(), l.t("notices-all"), shown.is_empty()),
        (format!("{PAGE}?show=unread"), l.t("notices-unread"), shown == "unread"),
        (format!("{PAGE}?show=mentions"), l.t("notices-mentions"), shown == "mentions"),
    ];
    if shown == "held" || inbox::held(app, viewer).await? > 0 {
        tabs.push((format!("{PAGE}?show=held"), l.t("notices-held"), shown == "held"));
    }
    page(&NoticesPage {
        lines: lines(&visit, &frame, &found.items).await?,
        next: found.next.map(|next| format!("{PAGE}?show={shown}&before={next}")),
        is_held: shown == "held",
        is_filtered: !shown.is_empty(),
        tabs,
        frame,
    })
}

async fn lines(visit: &Visit, frame: &Frame, groups: &[Group]) -> Result<Vec<Line>> {
    let newest: Vec<&Notice> = groups.iter().map(|group| &*group.newest).collect();
    let beginnings = push::beginnings(&visit.app, &visit.viewer, &newest).await?;
    let mut ids: Vec<AccountId> =
        groups.iter().flat_map(|group| group.people.iter().take(NAMED + 1)).copied().collect();
    ids.sort_unstable();
    ids.dedup();
    let people = visit.app.db.read(move |q| accounts::cards(q, &ids)).await?;
    let waiting = kith_domain::relationships::requests(&visit.app, &visit.viewer).await?;
    let (mut lines, mut last_day) = (Vec::new(), None);
    for group in groups {
        let notice = &*group.newest;
        let Some(beginning) = beginnings.get(&notice.id) else { continue };
        let Some(person) = people.get(&notice.from) else { continue };
        let day = frame.l.calendar_day(notice.created_at);
        let is_new_day = last_day.replace(day) != Some(day);
        let is_request = notice.occasion == Occasion::FriendRequest;
        let still_asks = is_request && waiting.iter().any(|request| request.person.id == notice.from);
        lines.push(Line {
            id: notice.id,
            day: is_new_day.then(|| day_of(frame, notice.created_at)),
            person: PersonRow::of(person),
            icon: icon(notice.occasion),
            text: text(frame, group, &people),
            beginning: beginning.clone(),
            at: notice.created_at,
            is_unread: group.is_unread,
            asks: still_asks.then_some(notice.from),
        });
    }
    Ok(lines)
}

fn day_of(frame: &Frame, at: Millis) -> String {
    let l = &frame.l;
    if l.calendar_day(at) == l.calendar_day(frame.now) { l.t("notices-today") } else { l.date(at) }
}

/// "Ana, Ben and 4 others".
fn names(frame: &Frame, group: &Group, people: &HashMap<AccountId, PersonCard>) -> String {
    let all = group.people.len();
    // One more name is shorter than "and 1 other".
    let named = if all == NAMED + 1 { all } else { NAMED };
    let known = group.people.iter().take(named).filter_map(|id| people.get(id));
    let mut parts: Vec<String> = known.map(|person| person.name.clone()).collect();
    if all > named {
        parts.push(frame.l.t1("notices-others", "count", all - named));
    }
    frame.l.list(&parts)
}

fn text(frame: &Frame, group: &Group, people: &HashMap<AccountId, PersonCard>) -> String {
    let (l, notice, names) = (&frame.l, &*group.newest, names(frame, group, people));
    let of = |key| l.t1(key, "name", names.as_str());
    match notice.occasion {
        Occasion::Reaction => {
            let key =
                if notice.comment.is_some() { "notices-reaction-comment" } else { "notices-reaction-post" };
            let kind = notice.reaction.as_deref().and_then(ReactionKind::parse);
            l.t2(key, "name", names.as_str(), "emoji", kind.map_or("", ReactionKind::symbol))
        }
        Occasion::Comment => of("notices-commented"),
        Occasion::AlsoCommented => of("notices-also-commented"),
        Occasion::Share => of("notices-shared"),
        Occasion::NewFollower => of("notices-following"),
        Occasion::FriendAccepted => of("notices-friends"),
        Occasion::Birthday => of("notices-birthdays"),
        Occasion::FriendRequest => of("push-friend-request"),
        Occasion::JoinedByInvite => of("push-joined-by-invite"),
        Occasion::Reply => of("push-reply"),
        Occasion::Mention => of("push-mention"),
        Occasion::WallPost => of("push-wall-post"),
        Occasion::Quote => of("push-quote"),
        Occasion::SeeFirst => of("push-see-first"),
        Occasion::PostEdited => of("push-post-edited"),
        Occasion::PollClosed => l.t("push-poll-closed"),
        Occasion::ScheduledRefused => l.t("push-scheduled-refused"),
        Occasion::ScheduledPublished => l.t("push-scheduled-published"),
        Occasion::SignupPending => l.t("push-signup-pending"),
        Occasion::ReportReceived => l.t("push-report-received"),
        Occasion::SecurityLogin => l.t("push-security-login"),
        Occasion::SecurityChanged => l.t("push-security-changed"),
        Occasion::Message => of("push-message"),
        Occasion::MessageRequest => of("push-message-request"),
        Occasion::MessageReaction => of("push-message-reaction"),
        Occasion::ChatAdded => of("push-chat-added"),
        Occasion::SavedReminder => l.t("push-saved-reminder"),
        Occasion::AlbumInvite => of("push-album-invite"),
        Occasion::TagPhoto => of("push-tag-photo"),
        Occasion::TagReview => of("push-tag-review"),
        Occasion::Memory => l.t("push-memory"),
        Occasion::EventInvite => of("push-event-invite"),
        Occasion::EventResponse => of("notices-event-responses"),
        Occasion::EventChanged => l.t("push-event-changed"),
        Occasion::EventCancelled => l.t("push-event-cancelled"),
        Occasion::EventReminder => l.t("push-event-reminder"),
        Occasion::EventPromoted => l.t("push-event-promoted"),
        Occasion::EventDiscussion => of("notices-event-discussions"),
        Occasion::GroupInvite
        | Occasion::GroupRequest
        | Occasion::GroupRequestResult
        | Occasion::GroupPost
        | Occasion::GroupAnnouncement
        | Occasion::GroupPostPending
        | Occasion::GroupPostResult
        | Occasion::GroupRoleChanged
        | Occasion::GroupOwnerHandover
        | Occasion::GroupArchived
        | Occasion::GroupRenamed
        | Occasion::GroupChanged
        | Occasion::GroupMention
        | Occasion::GroupReport => of(push::group_key(notice)),
        Occasion::PageInvite | Occasion::PageRole => of(push::page_key(notice)),
    }
}

const fn icon(occasion: Occasion) -> &'static str {
    match occasion {
        Occasion::FriendRequest => "person-add",
        Occasion::FriendAccepted => "person-check",
        Occasion::NewFollower => "person",
        Occasion::JoinedByInvite => "invite",
        Occasion::Reaction | Occasion::MessageReaction => "heart",
        Occasion::Message | Occasion::MessageRequest | Occasion::ChatAdded => "comment",
        Occasion::Comment | Occasion::AlsoCommented => "comment",
        Occasion::Reply => "reply",
        Occasion::Mention | Occasion::SeeFirst => "bell",
        Occasion::WallPost | Occasion::PostEdited => "edit",
        Occasion::Share => "share",
        Occasion::Quote => "quote",
        Occasion::PollClosed => "check",
        Occasion::Birthday => "cake",
        Occasion::ScheduledRefused | Occasion::ScheduledPublished => "clock",
        Occasion::SignupPending | Occasion::SecurityLogin | Occasion::SecurityChanged => "shield",
        Occasion::ReportReceived | Occasion::GroupReport => "flag",
        Occasion::SavedReminder => "bookmark",
        Occasion::AlbumInvite | Occasion::TagPhoto | Occasion::TagReview => "photo",
        Occasion::Memory => "history",
        Occasion::EventInvite
        | Occasion::EventResponse
        | Occasion::EventChanged
        | Occasion::EventCancelled
        | Occasion::EventReminder
        | Occasion::EventPromoted => "calendar",
        Occasion::EventDiscussion => "comment",
        Occasion::GroupInvite
        | Occasion::GroupRequest
        | Occasion::GroupRequestResult
        | Occasion::GroupPost
        | Occasion::GroupPostPending
        | Occasion::GroupPostResult
        | Occasion::GroupRoleChanged
        | Occasion::GroupOwnerHandover
        | Occasion::GroupArchived
        | Occasion::GroupRenamed
        | Occasion::GroupChanged
        | Occasion::PageInvite
        | Occasion::PageRole => "people",
        Occasion::GroupAnnouncement | Occasion::GroupMention => "bell",
    }
}

/// Leads to what the line is about. It moves nothing but the reading mark, so a link will do.
async fn open(visit: Visit, Path(id): Path<NoticeId>) -> Answer {
    let notice = inbox::open(&visit.app, &visit.viewer, id).await?;
    Ok(see_other(&push::path(&visit.app, &visit.viewer, &notice).await?))
}

async fn read_all(visit: Visit, form: Form) -> Answer {
    form.only(&[])?;
    inbox::read_all(&visit.app, &visit.viewer).await?;
    Ok(with_flash(see_other(PAGE), "flash-notices-read", None))
}

async fn mark(visit: Visit, Path(id): Path<NoticeId>, form: Form) -> Answer {
    form.only(&["to"])?;
    inbox::set_read(&visit.app, &visit.viewer, id, form.get("to") != "unread").await?;
    Ok(see_other(PAGE))
}

async fn remove(visit: Visit, Path(id): Path<NoticeId>, form: Form) -> Answer {
    form.only(&[])?;
    inbox::remove(&visit.app, &visit.viewer, id).await?;
    Ok(with_flash(see_other(PAGE), "flash-notice-removed", None))
}

async fn release(visit: Visit, Path(id): Path<NoticeId>, form: Form) -> Answer {
    form.only(&[])?;
    inbox::release(&visit.app, &visit.viewer, id).await?;
    Ok(with_flash(see_other(PAGE), "flash-notice-released", None))
}
