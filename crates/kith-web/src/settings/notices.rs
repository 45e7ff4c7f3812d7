//! How a member wants to be told of what.

use askama::Template;
use kith_domain::notices::{self, Channels, Choices, Occasion, Passage, Quiet};
use kith_domain::viewer::Role;
use kith_http::{Access, Answer, Form, Routes, Visit, see_other, with_flash};

use crate::frame::Frame;
use crate::page::{Problems, again, page};

const PAGE: &str = "/settings/notices";

pub(super) fn routes() -> Routes {
    Routes::new().get(PAGE, Access::Member, show).post(PAGE, Access::Member, update)
}

/// What belongs together, under one heading.
const GROUPS: &[(&str, &[Occasion])] = &[
    (
        "notices-group-people",
        &[
            Occasion::FriendRequest,
            Occasion::FriendAccepted,
            Occasion::NewFollower,
            Occasion::JoinedByInvite,
            Occasion::Birthday,
        ],
    ),
    (
        "notices-group-words",
        &[
            Occasion::Comment,
            Occasion::Reply,
            Occasion::AlsoCommented,
            Occasion::Mention,
            Occasion::WallPost,
            Occasion::Reaction,
            Occasion::Share,
            Occasion::Quote,
            Occasion::SeeFirst,
            Occasion::TagPhoto,
            Occasion::TagReview,
            Occasion::AlbumInvite,
        ],
    ),
    (
        "notices-group-messages",
        &[Occasion::Message, Occasion::MessageRequest, Occasion::MessageReaction, Occasion::ChatAdded],
    ),
    (
        "notices-group-events",
        &[
            Occasion::EventInvite,
            Occasion::EventChanged,
            Occasion::EventCancelled,
            Occasion::EventReminder,
            Occasion::EventPromoted,
            Occasion::EventResponse,
            Occasion::EventDiscussion,
        ],
    ),
    (
        "groups-title",
        &[
            Occasion::GroupInvite,
            Occasion::GroupRequestResult,
            Occasion::GroupPost,
            Occasion::GroupAnnouncement,
            Occasion::GroupMention,
            Occasion::GroupPostResult,
            Occasion::GroupRoleChanged,
            Occasion::GroupOwnerHandover,
            Occasion::GroupArchived,
            Occasion::GroupRenamed,
            Occasion::GroupChanged,
            Occasion::GroupRequest,
            Occasion::GroupPostPending,
            Occasion::GroupReport,
        ],
    ),
    ("pages-title", &[Occasion::PageInvite, Occasion::PageRole]),
    (
        "notices-group-changes",
        &[
            Occasion::PollClosed,
            Occasion::PostEdited,
            Occasion::ScheduledPublished,
            Occasion::ScheduledRefused,
            Occasion::SavedReminder,
            Occasion::Memory,
        ],
    ),
    ("notices-group-staff", STAFF),
    ("notices-group-security", &[Occasion::SecurityLogin, Occasion::SecurityChanged]),
];
const STAFF: &[Occasion] = &[Occasion::SignupPending, Occasion::ReportReceived];

/// One way of one kind: the field, its label, whether it is on, and whether it can be switched.
struct Way {
    field: String,
    label: String,
    is_on: bool,
    is_offered: bool,
}

/// A choice in a list: its value, its label, whether it is chosen.
type Offer = (&'static str, String, bool);

struct Row {
    label: String,
    ways: Vec<Way>,
}

#[derive(Template)]
#[template(path = "settings/notices.html")]
struct NoticesPage {
    frame: Frame,
    heads: Vec<String>,
    groups: Vec<(String, Vec<Row>)>,
    is_quiet: bool,
    quiet_from: String,
    quiet_to: String,
    /// Name of the field, its label, and the choices with their labels.
    passages: Vec<(&'static str, String, Vec<Offer>)>,
    problems: Problems,
}

async fn show(visit: Visit) -> Answer {
    let choices = notices::own_choices(&visit.app, &visit.viewer).await?;
    page(&notices_page(&visit, &choices, Problems::default()))
}

async fn update(visit: Visit, form: Form) -> Answer {
    let offered = |occasion: &&Occasion| !notices::is_fixed(**occasion);
    let channels = Occasion::ALL.iter().filter(offered).map(|occasion| (*occasion, ways(&form, *occasion)));
    let passage = |field| Passage::parse(form.get(field)).unwrap_or_default();
    // What is no time of day is complained of as such.
    let quiet = form.has("quiet").then(|| Quiet {
        from: minute(form.get("quiet_from")).unwrap_or(-1),
        to: minute(form.get("quiet_to")).unwrap_or(-1),
    });
    let names =
        channels.clone().flat_map(|(occasion, _)| ["a", "p", "e", "d"].map(|way| field(occasion, way)));
    let mut known: Vec<String> = names.collect();
    known.extend(["quiet", "quiet_from", "quiet_to", "strangers", "newcomers"].map(str::to_owned));
    form.only(&known.iter().map(String::as_str).collect::<Vec<_>>())?;
    let member = visit.viewer.active()?;
    let before = notices::own_choices(&visit.app, &visit.viewer).await?;
    let channels = channels.map(|(occasion, ways)| {
        // The table of a member does not show what is for the staff.
        let is_shown = member.role >= Role::Moderator || !STAFF.contains(&occasion);
        (occasion, if is_shown { ways } else { before.of(occasion) })
    });
    let choices = Choices {
        channels: channels.collect(),
        quiet,
        strangers: passage("strangers"),
        newcomers: passage("newcomers"),
    };
    match notices::set_choices(&visit.app, &visit.viewer, choices.clone()).await {
        Ok(()) => Ok(with_flash(see_other(PAGE), "flash-saved", None)),
        Err(error) => again(&visit.locale, error, |problems| page(&notices_page(&visit, &choices, problems))),
    }
}

fn field(occasion: Occasion, way: &str) -> String {
    format!("{}-{way}", occasion.as_str())
}

fn ways(form: &Form, occasion: Occasion) -> Channels {
    let on = |way| form.has(&field(occasion, way));
    Channels { in_app: on("a"), push: on("p"), mail: on("e"), digest: on("d") }
}

/// Minutes since midnight of `07:30`.
fn minute(time: &str) -> Option<i64> {
    let (hour, minute) = time.split_once(':')?;
    let (hour, minute): (i64, i64) = (hour.parse().ok()?, minute.parse().ok()?);
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then_some(hour * 60 + minute)
}

fn clock(minute: i64) -> String {
    if minute < 0 { String::new() } else { format!("{:02}:{:02}", minute / 60, minute % 60) }
}

fn notices_page(visit: &Visit, choices: &Choices, problems: Problems) -> NoticesPage {
    let frame = Frame::titled(visit, "notices-choices");
    let l = &frame.l;
    let heads = ["notices-way-here", "notices-way-push", "notices-way-mail", "notices-way-digest"];
    let heads: Vec<String> = heads.iter().map(|key| l.t(key)).collect();
    let is_staff = visit.viewer.member().is_some_and(|member| member.role >= Role::Moderator);
    let groups = GROUPS.iter().filter(|(_, kinds)| is_staff || *kinds != STAFF);
    let groups = groups.map(|(key, kinds)| {
        (l.t(key), kinds.iter().map(|kind| row(&frame, choices, *kind, &heads)).collect())
    });
    let passages = [
        ("strangers", "notices-strangers", choices.strangers),
        ("newcomers", "notices-newcomers", choices.newcomers),
    ];
    let passages = passages.map(|(field, key, chosen)| {
        let each = Passage::ALL.iter().map(|passage| {
            let key = match passage {
                Passage::Allow => "notices-allow",
                Passage::Hold => "notices-hold",
                Passage::Drop => "notices-drop",
            };
            (passage.as_str(), l.t(key), *passage == chosen)
        });
        (field, l.t(key), each.collect())
    });
    let quiet = choices.quiet.unwrap_or(Quiet { from: 22 * 60, to: 7 * 60 });
    NoticesPage {
        groups: groups.collect(),
        is_quiet: choices.quiet.is_some(),
        quiet_from: clock(quiet.from),
        quiet_to: clock(quiet.to),
        passages: passages.into(),
        problems,
        heads,
        frame,
    }
}

fn row(frame: &Frame, choices: &Choices, occasion: Occasion, heads: &[String]) -> Row {
    let (chosen, offered) = (choices.of(occasion), notices::offered(occasion));
    let is_fixed = notices::is_fixed(occasion);
    let ways = [
        ("a", chosen.in_app, offered.in_app),
        ("p", chosen.push, offered.push),
        ("e", chosen.mail, offered.mail),
        ("d", chosen.digest, offered.digest),
    ];
    let ways = ways.iter().zip(heads).map(|((way, is_on, is_offered), head)| Way {
        field: field(occasion, way),
        label: head.clone(),
        is_on: *is_on,
        is_offered: *is_offered && !is_fixed,
    });
    Row { label: frame.l.t(kind(occasion)), ways: ways.collect() }
}

const fn kind(occasion: Occasion) -> &'static str {
    match occasion {
        Occasion::FriendRequest => "notices-kind-friend-request",
        Occasion::FriendAccepted => "notices-kind-friend-accepted",
        Occasion::NewFollower => "notices-kind-new-follower",
        Occasion::JoinedByInvite => "notices-kind-joined",
        Occasion::Reaction => "notices-kind-reaction",
        Occasion::Comment => "notices-kind-comment",
        Occasion::Reply => "notices-kind-reply",
        Occasion::Mention => "notices-kind-mention",
        Occasion::WallPost => "notices-kind-wall-post",
        Occasion::Share => "notices-kind-share",
        Occasion::Quote => "notices-kind-quote",
        Occasion::SeeFirst => "notices-kind-see-first",
        Occasion::ScheduledRefused => "notices-kind-scheduled-refused",
        Occasion::ScheduledPublished => "notices-kind-scheduled-published",
        Occasion::AlsoCommented => "notices-kind-also-commented",
        Occasion::PollClosed => "notices-kind-poll-closed",
        Occasion::PostEdited => "notices-kind-post-edited",
        Occasion::Birthday => "notices-kind-birthday",
        Occasion::SignupPending => "notices-kind-signup",
        Occasion::ReportReceived => "notices-kind-report",
        Occasion::SecurityLogin => "notices-kind-security-login",
        Occasion::SecurityChanged => "notices-kind-security-changed",
        Occasion::Message => "notices-kind-message",
        Occasion::MessageRequest => "notices-kind-message-request",
        Occasion::MessageReaction => "notices-kind-message-reaction",
        Occasion::ChatAdded => "notices-kind-chat-added",
        Occasion::SavedReminder => "notices-kind-saved-reminder",
        Occasion::AlbumInvite => "notices-kind-album-invite",
        Occasion::TagPhoto => "notices-kind-tag-photo",
        Occasion::TagReview => "notices-kind-tag-review",
        Occasion::Memory => "notices-kind-memory",
        Occasion::EventInvite => "notices-kind-event-invite",
        Occasion::EventResponse => "notices-kind-event-response",
        Occasion::EventChanged => "notices-kind-event-changed",
        Occasion::EventCancelled => "notices-kind-event-cancelled",
        Occasion::EventReminder => "notices-kind-event-reminder",
        Occasion::EventPromoted => "notices-kind-event-promoted",
        Occasion::EventDiscussion => "notices-kind-event-discussion",
        Occasion::GroupInvite => "groups-kind-invite",
        Occasion::GroupRequest => "groups-kind-request",
        Occasion::GroupRequestResult => "groups-kind-request-result",
        Occasion::GroupPost => "groups-kind-post",
        Occasion::GroupAnnouncement => "groups-kind-announcement",
        Occasion::GroupPostPending => "groups-kind-post-pending",
        Occasion::GroupPostResult => "groups-kind-post-result",
        Occasion::GroupRoleChanged => "groups-kind-role",
        Occasion::GroupOwnerHandover => "groups-kind-owner",
        Occasion::GroupArchived => "groups-kind-archived",
        Occasion::GroupRenamed => "groups-kind-renamed",
        Occasion::GroupChanged => "groups-kind-changed",
        Occasion::GroupMention => "groups-kind-called",
        Occasion::GroupReport => "groups-kind-report",
        Occasion::PageInvite => "pages-kind-invite",
        Occasion::PageRole => "pages-kind-role",
    }
}
