//! What an app is told: who did what, and the beginning of what they wrote. Made when it is sent, in the language of its
//! reader, of what the reader may see at that moment.

use std::collections::HashMap;

use kith_base::Result;
use kith_locale::{Language, Locale};
use kith_text::{excerpt, plain};

use super::{Policy, Subscription, sql};
use crate::cards::{self, Card, Shared};
use crate::filters::{self, Context, FilterAction, Hit};
use crate::inbox::{self, Notice, Wanted};
use crate::kinds::NoticeId;
use crate::notices::{Alert, Occasion};
use crate::ports::{PushMessage, PushPage};
use crate::reactions::ReactionKind;
use crate::site::{self, SiteSettings};
use crate::viewer::{Member, Viewer};
use crate::{App, CommentId, MessageId, PostId, accounts, events, groups, messages, photos, viewers};

/// Characters of the beginning, as people count them.
const BEGINNING: usize = 140;
/// The same in bytes, since one character may be made of any number.
const BEGINNING_BYTES: usize = 800;
/// Unread notices are counted as far as anybody wants to know.
const MOST_UNREAD: usize = 100;

/// What to send; none when there is nothing to be told any more, or the app does not want it.
pub(super) async fn message(app: &App, held: &Subscription, id: NoticeId) -> Result<Option<PushMessage>> {
    let viewer = viewers::load(app, held.account).await?;
    let Ok(member) = viewer.active() else { return Ok(None) };
    let notice = match inbox::get(app, &viewer, id).await {
        Err(error) if error.is_not_found() => return Ok(None),
        notice => notice?,
    };
    if !is_wanted(app, member, held, &notice).await? {
        return Ok(None);
    }
    let Some(body) = beginning(app, &viewer, &notice).await? else { return Ok(None) };
    let (from, site) = (notice.from, site::settings(app).await?);
    let person = app.db.read(move |q| accounts::card(q, from)).await?;
    let locale = locale_of(member);
    let page = page(app, &viewer, held, &notice, &person.handle).await?;
    let path = match person.avatar {
        Some(photo) => {
            let key = photos::key(app, &viewer, photo).unwrap_or_default();
            format!("/media/{photo}/square?key={key}")
        }
        None => "/avatars/missing.png".to_owned(),
    };
    Ok(Some(PushMessage {
        notice: notice.id,
        occasion: notice.occasion,
        icon: format!("{}{path}", site.base_url),
        title: title(&locale, &notice, &person.name),
        body,
        page,
        ..envelope(app, &site, member, held)
    }))
}

/// What somebody is sent who wants to know whether it works; none when they may not come in any more. No notice stands
/// behind it.
pub(super) async fn trial(app: &App, held: &Subscription) -> Result<Option<PushMessage>> {
    let viewer = viewers::load(app, held.account).await?;
    let Ok(member) = viewer.active() else { return Ok(None) };
    let (site, locale) = (site::settings(app).await?, locale_of(member));
    let unread = inbox::unread(app, &viewer, Wanted::default(), MOST_UNREAD).await?;
    Ok(Some(PushMessage {
        icon: format!("{}/icon-192.png", site.base_url),
        title: locale.t1("push-trial-title", "site", site.name.as_str()),
        body: locale.t("push-trial-text"),
        page: Some(PushPage { path: "/settings/devices".to_owned(), tag: "trial".to_owned(), unread }),
        ..envelope(app, &site, member, held)
    }))
}

/// A message without words.
fn envelope(app: &App, site: &SiteSettings, member: &Member, held: &Subscription) -> PushMessage {
    PushMessage {
        endpoint: held.endpoint.clone(),
        p256dh: held.p256dh.clone(),
        auth: held.auth.clone(),
        is_standard: held.is_standard,
        notice: NoticeId::default(),
        occasion: Occasion::SeeFirst,
        language: member.language.clone(),
        icon: String::new(),
        title: String::new(),
        body: String::new(),
        contact: match site.operator.email.as_str() {
            "" => site.base_url.clone(),
            email => format!("mailto:{email}"),
        },
        now: app.now(),
        page: None,
    }
}

fn locale_of(member: &Member) -> Locale {
    Locale::new(Language::parse(&member.language).unwrap_or_default(), &member.time_zone)
}

/// What a browser wants to know besides; none for an app.
async fn page(
    app: &App,
    viewer: &Viewer,
    held: &Subscription,
    notice: &Notice,
    handle: &str,
) -> Result<Option<PushPage>> {
    if held.session.is_none() {
        return Ok(None);
    }
    let about = (notice.conversation, notice.comment, notice.post);
    let path = match (notice.event, about) {
        (Some(event), _) => format!("/events/{event}"),
        (None, (Some(conversation), ..)) => format!("/messages/{conversation}"),
        (None, (None, Some(comment), _)) => format!("/comment/{comment}"),
        (None, (None, None, Some(post))) => format!("/p/{post}"),
        (None, _) if notice.occasion == Occasion::FriendRequest => "/friends".to_owned(),
        (None, _) if matches!(notice.occasion, Occasion::PageInvite | Occasion::PageRole) => {
            "/pages".to_owned()
        }
        (None, _) if notice.group.is_some() => "/groups".to_owned(),
        (None, _) => format!("/u/{handle}"),
    };
    let tag = notice.group_key.clone().unwrap_or_else(|| format!("notice-{}", notice.id));
    let unread = inbox::unread(app, viewer, Wanted::default(), MOST_UNREAD).await?;
    let unread = unread.saturating_add(usize::try_from(messages::unread(app, viewer).await?).unwrap_or(0));
    Ok(Some(PushPage { path, tag, unread }))
}

/// Whether the app wants to be woken for it now, whatever it wanted when the work was left.
async fn is_wanted(app: &App, member: &Member, held: &Subscription, notice: &Notice) -> Result<bool> {
    if !Alert::of(notice.occasion).is_some_and(|alert| held.choice.alerts.has(alert)) {
        return Ok(false);
    }
    let (me, from) = (member.id, notice.from);
    match held.choice.policy {
        Policy::All => Ok(true),
        Policy::Nobody => Ok(false),
        Policy::Followed => Ok(member.following.contains(&from)),
        Policy::Follower => app.db.read(move |q| sql::follows(q, from, me)).await,
    }
}

/// The beginning of what the notice is about, empty where that has no words or the reader wants them covered; none when
/// it is not there for them, or they want to hear nothing of it.
pub(crate) async fn beginning(app: &App, viewer: &Viewer, notice: &Notice) -> Result<Option<String>> {
    if let Some(event) = notice.event {
        let now = notice.created_at;
        return events::in_short(app, viewer, event, now).await;
    }
    match (notice.message, notice.comment, notice.post) {
        (Some(message), ..) => of_message(app, viewer, message).await,
        (None, Some(comment), _) => of_comment(app, viewer, comment).await,
        (None, None, Some(post)) => of_post(app, viewer, post).await,
        (None, None, None) => of_group(app, viewer, notice).await.map(Some),
    }
}

/// The name of the group that a notice is about, as far as its reader may know it.
async fn of_group(app: &App, viewer: &Viewer, notice: &Notice) -> Result<String> {
    let Some(id) = notice.group else { return Ok(String::new()) };
    match groups::get(app, viewer, id).await {
        Ok(group) => Ok(group.name.clone()),
        Err(error) if error.is_not_found() => Ok(String::new()),
        Err(error) => Err(error),
    }
}

async fn of_message(app: &App, viewer: &Viewer, id: MessageId) -> Result<Option<String>> {
    match messages::get(app, viewer, id).await {
        Ok(card) => Ok(Some(short(&plain(&card.message.html)))),
        Err(error) if error.is_not_found() => Ok(None),
        Err(error) => Err(error),
    }
}

async fn of_comment(app: &App, viewer: &Viewer, id: CommentId) -> Result<Option<String>> {
    let (mut found, _) = cards::comments_of(app, viewer, vec![id]).await?;
    let Some(line) = found.pop() else { return Ok(None) };
    let comment = &line.comment;
    let hits = if viewer.id() == Some(comment.author) {
        Vec::new()
    } else {
        let matcher = filters::of(app, viewer).await?;
        matcher.hits([comment.source.as_str()], &[id.raw()], app.now())
    };
    Ok(screened(&hits, || short(&plain(&comment.html))))
}

async fn of_post(app: &App, viewer: &Viewer, id: PostId) -> Result<Option<String>> {
    let Some(card) = cards::of(app, viewer, vec![id]).await?.pop() else { return Ok(None) };
    let matcher = filters::of(app, viewer).await?;
    let hits = cards::filters_of(&card, viewer, &matcher, app.now());
    Ok(screened(&hits, || words_of(&card)))
}

/// What the reader's own filters leave of `words`.
fn screened(hits: &[Hit], words: impl FnOnce() -> String) -> Option<String> {
    let hits = hits.iter().map(|hit| &hit.filter);
    let strictest =
        hits.filter(|filter| filter.contexts.hold(Context::Notifications)).map(|filter| filter.action).max();
    match strictest {
        Some(FilterAction::Hide) => None,
        Some(FilterAction::Cover) => Some(String::new()),
        // Photos are not sent anyway.
        Some(FilterAction::Blur) | None => Some(words()),
    }
}

/// The words of a post: what stands on its cover if it has one, and of one that only passes another one on, those of
/// that.
pub(crate) fn words_of(card: &Card) -> String {
    let post = match &card.shared {
        Shared::Original(original) if card.post.html.is_empty() && card.post.cover.is_empty() => {
            &original.post
        }
        _ => &card.post,
    };
    if post.cover.is_empty() { short(&plain(&post.html)) } else { short(&post.cover) }
}

fn short(text: &str) -> String {
    let mut short = excerpt(text, BEGINNING);
    while short.len() > BEGINNING_BYTES {
        short.pop();
    }
    short
}

/// What happened, in a sentence.
pub(crate) fn title(locale: &Locale, notice: &Notice, name: &str) -> String {
    let of = |key| locale.t1(key, "name", name);
    match notice.occasion {
        Occasion::FriendRequest => of("push-friend-request"),
        Occasion::FriendAccepted => of("push-friend-accepted"),
        Occasion::NewFollower => of("push-new-follower"),
        Occasion::JoinedByInvite => of("push-joined-by-invite"),
        Occasion::Reaction => {
            let kind = notice.reaction.as_deref().and_then(ReactionKind::parse);
            locale.t2("push-reaction", "name", name, "emoji", kind.map_or("", ReactionKind::symbol))
        }
        Occasion::Comment => of("push-comment"),
        Occasion::Reply => of("push-reply"),
        Occasion::Mention => of("push-mention"),
        Occasion::WallPost => of("push-wall-post"),
        Occasion::Share => of("push-share"),
        Occasion::Quote => of("push-quote"),
        Occasion::SeeFirst => of("push-see-first"),
        Occasion::AlsoCommented => of("push-also-commented"),
        Occasion::PollClosed => locale.t("push-poll-closed"),
        Occasion::PostEdited => of("push-post-edited"),
        Occasion::Birthday => of("push-birthday"),
        Occasion::ScheduledRefused => locale.t("push-scheduled-refused"),
        Occasion::ScheduledPublished => locale.t("push-scheduled-published"),
        Occasion::SignupPending => locale.t("push-signup-pending"),
        Occasion::ReportReceived => locale.t("push-report-received"),
        Occasion::SecurityLogin => locale.t("push-security-login"),
        Occasion::SecurityChanged => locale.t("push-security-changed"),
        Occasion::Message => of("push-message"),
        Occasion::MessageRequest => of("push-message-request"),
        Occasion::MessageReaction => of("push-message-reaction"),
        Occasion::ChatAdded => of("push-chat-added"),
        Occasion::SavedReminder => locale.t("push-saved-reminder"),
        Occasion::AlbumInvite => of("push-album-invite"),
        Occasion::TagPhoto => of("push-tag-photo"),
        Occasion::TagReview => of("push-tag-review"),
        Occasion::Memory => locale.t("push-memory"),
        Occasion::EventInvite => of("push-event-invite"),
        Occasion::EventResponse => of("push-event-response"),
        Occasion::EventChanged => locale.t("push-event-changed"),
        Occasion::EventCancelled => locale.t("push-event-cancelled"),
        Occasion::EventReminder => locale.t("push-event-reminder"),
        Occasion::EventPromoted => locale.t("push-event-promoted"),
        Occasion::EventDiscussion => of("push-event-discussion"),
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
        | Occasion::GroupChanged => of(group_key(notice)),
        Occasion::PageInvite | Occasion::PageRole => of(page_key(notice)),
    }
}

/// The key of the sentence about something in a group, which has `name` for whoever did it.
pub fn group_key(notice: &Notice) -> &'static str {
    let detail = notice.reaction.as_deref().unwrap_or_default();
    match (notice.occasion, detail) {
        (Occasion::GroupInvite, _) => "groups-told-invite",
        (Occasion::GroupRequest, _) => "groups-told-request",
        (Occasion::GroupRequestResult, "approved") => "groups-told-let-in",
        (Occasion::GroupRequestResult, _) => "groups-told-not-let-in",
        (Occasion::GroupAnnouncement, _) => "groups-told-announcement",
        (Occasion::GroupPostPending, _) => "groups-told-pending",
        (Occasion::GroupPostResult, "approved") => "groups-told-post-approved",
        (Occasion::GroupPostResult, "declined") => "groups-told-post-declined",
        (Occasion::GroupPostResult, _) => "groups-told-post-removed",
        (Occasion::GroupRoleChanged, "warned") => "groups-told-warned",
        (Occasion::GroupRoleChanged, "muted") => "groups-told-muted",
        (Occasion::GroupRoleChanged, "removed") => "groups-told-removed",
        (Occasion::GroupRoleChanged, "member") => "groups-told-is-member",
        (Occasion::GroupRoleChanged, "moderator") => "groups-told-is-moderator",
        (Occasion::GroupRoleChanged, _) => "groups-told-is-admin",
        (Occasion::GroupOwnerHandover, "offered") => "groups-told-offered",
        (Occasion::GroupOwnerHandover, _) => "groups-told-is-owner",
        (Occasion::GroupArchived, "active") => "groups-told-reopened",
        (Occasion::GroupArchived, _) => "groups-told-archived",
        (Occasion::GroupRenamed, _) => "groups-told-renamed",
        (Occasion::GroupChanged, "opening") => "groups-told-opening",
        (Occasion::GroupChanged, _) => "groups-told-changed",
        _ => "groups-told-post",
    }
}

/// The key of the sentence about helping to run a page, which has `name` for the page.
pub fn page_key(notice: &Notice) -> &'static str {
    match (notice.occasion, notice.reaction.as_deref().unwrap_or_default()) {
        (Occasion::PageInvite, _) => "pages-told-invite",
        (_, "owner") => "pages-told-is-owner",
        (_, "removed") => "pages-told-removed",
        _ => "pages-told-role",
    }
}

/// The beginnings of what `notices` are about, by notice, as single ones are told; a notice that is missing is about
/// what is not there for the reader, or what they want to hear nothing of. A fixed number of statements.
///
/// # Errors
/// Internal when the database fails.
pub async fn beginnings(
    app: &App,
    viewer: &Viewer,
    notices: &[&Notice],
) -> Result<HashMap<NoticeId, String>> {
    let comments: Vec<CommentId> = notices.iter().filter_map(|notice| notice.comment).collect();
    let about_posts = notices.iter().filter(|notice| notice.comment.is_none());
    let posts: Vec<PostId> = about_posts.filter_map(|notice| notice.post).collect();
    let cards = cards::of(app, viewer, posts).await?;
    let (lines, _) = cards::comments_of(app, viewer, comments).await?;
    let (matcher, now) = (filters::of(app, viewer).await?, app.now());
    let (looking, about) =
        (viewer.clone(), notices.iter().filter_map(|notice| notice.group).collect::<Vec<_>>());
    let named = app.db.read(move |q| groups::load_many(q, &looking, &about)).await?;
    let about_events: Vec<_> =
        notices.iter().filter_map(|notice| Some((notice.event?, notice.created_at))).collect();
    let events = events::all_in_short(app, viewer, about_events).await?;
    let words = |notice: &Notice| match (notice.event, notice.comment, notice.post) {
        (Some(event), ..) => events.get(&event).cloned(),
        (None, Some(id), _) => {
            let comment = &lines.iter().find(|line| line.comment.id == id)?.comment;
            let is_own = viewer.id() == Some(comment.author);
            let hits =
                if is_own { Vec::new() } else { matcher.hits([comment.source.as_str()], &[id.raw()], now) };
            screened(&hits, || short(&plain(&comment.html)))
        }
        (None, None, Some(id)) => {
            let card = cards.iter().find(|card| card.post.id == id)?;
            screened(&cards::filters_of(card, viewer, &matcher, now), || words_of(card))
        }
        (None, None, None) => {
            let group = notice.group.and_then(|group| named.get(&group));
            Some(group.map(|group| group.name.clone()).unwrap_or_default())
        }
    };
    Ok(notices.iter().filter_map(|notice| Some((notice.id, words(notice)?))).collect())
}
