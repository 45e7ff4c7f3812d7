//! Who sees what, who may come closer, who finds one: the choices about privacy.

use askama::Template;
use kith_domain::accounts::{self, Preferences, ProfileAudience, WallPolicy, WhoMay};
use kith_domain::posts::CommentAudience;
use kith_domain::profiles::PartAudience;
use kith_http::{Access, Answer, Form, Routes, Visit, see_other, with_flash};
use kith_locale::Locale;

use crate::frame::Frame;
use crate::page::page;

/// The routes of the privacy settings.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/settings/privacy", Access::Member, show).post(
        "/settings/privacy",
        Access::Member,
        update,
    )
}

/// A question with its answers: value, words, whether it is the present one.
struct Choice {
    name: &'static str,
    label: String,
    hint: String,
    answers: Vec<(&'static str, String, bool)>,
}

/// A question that is answered by yes or no.
struct Switch {
    name: &'static str,
    label: String,
    hint: String,
    is_on: bool,
}

#[derive(Template)]
#[template(path = "privacy/show.html")]
struct PrivacyPage {
    frame: Frame,
    seen: Vec<Choice>,
    reach: Vec<Choice>,
    chats: Vec<Switch>,
    wall: Vec<Choice>,
    found: Choice,
    find: Vec<Switch>,
}

async fn show(visit: Visit) -> Answer {
    let chosen = accounts::own_preferences(&visit.app, &visit.viewer).await?;
    let frame = Frame::titled(&visit, "privacy-title");
    let l = &frame.l;
    let audience = |name, label: String, hint: String, now: &str, from: &[PartAudience]| Choice {
        name,
        label,
        hint,
        answers: from
            .iter()
            .map(|each| (each.as_str(), crate::profiles::audience_name(l, *each), each.as_str() == now))
            .collect(),
    };
    let inside = [PartAudience::Community, PartAudience::Friends, PartAudience::Self_];
    page(&PrivacyPage {
        seen: vec![
            audience(
                "default_audience",
                l.t("privacy-default-audience"),
                l.t("privacy-default-audience-hint"),
                &chosen.default_audience,
                PartAudience::ALL,
            ),
            audience(
                "friends_list_audience",
                l.t("privacy-friends-list"),
                l.t("privacy-friends-list-hint"),
                &chosen.friends_list_audience,
                PartAudience::ALL,
            ),
            Choice {
                name: "comment_audience",
                label: l.t("privacy-comments"),
                hint: l.t("privacy-comments-hint"),
                answers: CommentAudience::STANDING
                    .iter()
                    .map(|each| (each.as_str(), comments_name(l, *each), *each == comments(&chosen)))
                    .collect(),
            },
        ],
        reach: vec![
            who_may(l, "friend_requests", l.t("privacy-requests"), chosen.friend_requests),
            who_may(l, "who_may_follow", l.t("privacy-follow"), chosen.who_may_follow),
            who_may(l, "messages", l.t("privacy-messages"), chosen.messages),
        ],
        wall: vec![
            Choice {
                name: "wall",
                label: l.t("privacy-wall"),
                hint: String::new(),
                answers: vec![
                    ("friends", l.t("privacy-wall-friends"), chosen.wall == WallPolicy::Friends),
                    ("nobody", l.t("privacy-wall-nobody"), chosen.wall == WallPolicy::Nobody),
                ],
            },
            audience(
                "wall_audience",
                l.t("privacy-wall-audience"),
                String::new(),
                &chosen.wall_audience,
                &inside,
            ),
        ],
        found: found(l, chosen.profile_audience),
        chats: chats(l, &chosen),
        find: switches(l, &chosen),
        frame,
    })
}

fn found(l: &Locale, now: ProfileAudience) -> Choice {
    let answers = [ProfileAudience::Community, ProfileAudience::World].map(|each| {
        let key = match each {
            ProfileAudience::Community => "privacy-profile-community",
            ProfileAudience::World => "privacy-profile-world",
        };
        (each.as_str(), l.t(key), each == now)
    });
    Choice {
        name: "profile_audience",
        label: l.t("privacy-profile-audience"),
        hint: l.t("privacy-profile-audience-hint"),
        answers: answers.into(),
    }
}

fn switches(l: &Locale, chosen: &Preferences) -> Vec<Switch> {
    vec![
        Switch {
            name: "in_directory",
            label: l.t("privacy-in-directory"),
            hint: l.t("privacy-in-directory-hint"),
            is_on: chosen.in_directory,
        },
        Switch {
            name: "in_suggestions",
            label: l.t("privacy-in-suggestions"),
            hint: l.t("privacy-in-suggestions-hint"),
            is_on: chosen.in_suggestions,
        },
    ]
}

fn chats(l: &Locale, chosen: &Preferences) -> Vec<Switch> {
    vec![
        Switch {
            name: "friends_add_to_chats",
            label: l.t("privacy-added-to-chats"),
            hint: l.t("privacy-added-to-chats-hint"),
            is_on: chosen.friends_add_to_chats,
        },
        Switch {
            name: "read_marks",
            label: l.t("privacy-read-marks"),
            hint: l.t("privacy-read-marks-hint"),
            is_on: chosen.read_marks,
        },
        Switch {
            name: "presence",
            label: l.t("privacy-presence"),
            hint: l.t("privacy-presence-hint"),
            is_on: chosen.presence,
        },
    ]
}

fn comments(chosen: &Preferences) -> CommentAudience {
    standing(&chosen.comment_audience).unwrap_or_default()
}

/// The comment audience of that name, if it can be a standing choice.
fn standing(word: &str) -> Option<CommentAudience> {
    CommentAudience::parse(word).filter(|audience| CommentAudience::STANDING.contains(audience))
}

fn comments_name(l: &Locale, audience: CommentAudience) -> String {
    l.t(match audience {
        CommentAudience::Same | CommentAudience::People => "privacy-comments-same",
        CommentAudience::Friends => "privacy-comments-friends",
        CommentAudience::Nobody => "privacy-comments-nobody",
    })
}

fn who_may(l: &Locale, name: &'static str, label: String, now: WhoMay) -> Choice {
    let answers = WhoMay::ALL.iter().map(|each| {
        let key = match each {
            WhoMay::Everyone => "privacy-everyone",
            WhoMay::FriendsOfFriends => "privacy-friends-of-friends",
            WhoMay::Nobody => "privacy-nobody",
        };
        (each.as_str(), l.t(key), *each == now)
    });
    Choice { name, label, hint: String::new(), answers: answers.collect() }
}

async fn update(visit: Visit, form: Form) -> Answer {
    form.only(&[
        "default_audience",
        "friends_list_audience",
        "comment_audience",
        "friend_requests",
        "who_may_follow",
        "messages",
        "friends_add_to_chats",
        "read_marks",
        "presence",
        "wall",
        "wall_audience",
        "profile_audience",
        "in_directory",
        "in_suggestions",
    ])?;
    let mut chosen = accounts::own_preferences(&visit.app, &visit.viewer).await?;
    let audience = |name: &str, now: &mut String| {
        if let Some(word) = PartAudience::parse(form.get(name)) {
            word.as_str().clone_into(now);
        }
    };
    audience("default_audience", &mut chosen.default_audience);
    audience("friends_list_audience", &mut chosen.friends_list_audience);
    if form.get("wall_audience") != "world" {
        audience("wall_audience", &mut chosen.wall_audience);
    }
    if let Some(word) = standing(form.get("comment_audience")) {
        word.as_str().clone_into(&mut chosen.comment_audience);
    }
    chosen.friend_requests = WhoMay::parse(form.get("friend_requests")).unwrap_or(chosen.friend_requests);
    chosen.who_may_follow = WhoMay::parse(form.get("who_may_follow")).unwrap_or(chosen.who_may_follow);
    chosen.messages = WhoMay::parse(form.get("messages")).unwrap_or(chosen.messages);
    chosen.friends_add_to_chats = form.has("friends_add_to_chats");
    chosen.read_marks = form.has("read_marks");
    chosen.presence = form.has("presence");
    chosen.wall = WallPolicy::parse(form.get("wall")).unwrap_or(chosen.wall);
    chosen.profile_audience =
        ProfileAudience::parse(form.get("profile_audience")).unwrap_or(chosen.profile_audience);
    chosen.in_directory = form.has("in_directory");
    chosen.in_suggestions = form.has("in_suggestions");
    accounts::set_preferences(&visit.app, &visit.viewer, chosen).await?;
    Ok(with_flash(see_other("/settings/privacy"), "flash-privacy-saved", None))
}
