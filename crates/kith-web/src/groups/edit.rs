//! Beginning a group, and everything that can be set about one.

use askama::Template;
use axum::extract::{Path, Query};
use kith_base::{Error, Message, Result};
use kith_domain::TopicId;
use kith_domain::groups::{
    self, Commenting, Group, GroupSettings, GroupState, GroupText, Inviting, Joining, Makers, Making,
    MembersShown, NewGroup, Posting, Right, Topic, Visibility, policy,
};
use kith_domain::media::{self, Sent};
use kith_domain::reading::Reading;
use kith_http::{Answer, Form, Visit, see_other, with_flash};
use serde::Deserialize;

use super::view::{Head, Tab, visibility_key};
use super::with_right;
use crate::frame::Frame;
use crate::page::{Problems, again, page};

/// A choice: value, label, what it means, whether it is chosen.
struct Offer {
    value: &'static str,
    label: String,
    hint: String,
    is_chosen: bool,
}

/// A setting with what can be chosen.
struct SettingView {
    field: &'static str,
    legend: String,
    offers: Vec<Offer>,
}

fn setting_views(frame: &Frame, chosen: &GroupSettings) -> Vec<SettingView> {
    let l = &frame.l;
    let offer = |value: &'static str, key: &str, hint: &str, is_chosen| Offer {
        value,
        label: l.t(key),
        hint: if hint.is_empty() { String::new() } else { l.t(hint) },
        is_chosen,
    };
    let visibility =
        |each: Visibility, hint| offer(each.as_str(), visibility_key(each), hint, each == chosen.visibility);
    let joining = |each: Joining, key, hint| offer(each.as_str(), key, hint, each == chosen.joining);
    let posting = |each: Posting, key, hint| offer(each.as_str(), key, hint, each == chosen.posting);
    let comments = |each: Commenting, key| offer(each.as_str(), key, "", each == chosen.comments);
    let shown = |each: MembersShown, key| offer(each.as_str(), key, "", each == chosen.members_shown);
    let inviting = |each: Inviting, key| offer(each.as_str(), key, "", each == chosen.inviting);
    let view = |field, legend: &str, offers| SettingView { field, legend: l.t(legend), offers };
    let mut views = vec![
        view(
            "visibility",
            "groups-visibility",
            vec![
                visibility(Visibility::Public, "groups-visibility-public-hint"),
                visibility(Visibility::Site, "groups-visibility-site-hint"),
                visibility(Visibility::Private, "groups-visibility-private-hint"),
                visibility(Visibility::Hidden, "groups-visibility-hidden-hint"),
            ],
        ),
        view(
            "joining",
            "groups-joining",
            vec![
                joining(Joining::Free, "groups-joining-free", "groups-joining-free-hint"),
                joining(Joining::Request, "groups-joining-request", "groups-joining-request-hint"),
                joining(Joining::Invitation, "groups-joining-invitation", "groups-joining-invitation-hint"),
            ],
        ),
        view(
            "posting",
            "groups-posting",
            vec![
                posting(Posting::All, "groups-posting-all", "groups-posting-all-hint"),
                posting(Posting::Approved, "groups-posting-approved", "groups-posting-approved-hint"),
                posting(Posting::Moderators, "groups-posting-moderators", "groups-posting-moderators-hint"),
            ],
        ),
        view(
            "comments",
            "groups-comments",
            vec![
                comments(Commenting::All, "groups-comments-all"),
                comments(Commenting::Off, "groups-comments-off"),
            ],
        ),
        view(
            "members_shown",
            "groups-members-shown",
            vec![
                shown(MembersShown::Members, "groups-members-shown-members"),
                shown(MembersShown::Site, "groups-members-shown-site"),
                shown(MembersShown::Moderators, "groups-members-shown-moderators"),
            ],
        ),
        view(
            "inviting",
            "groups-inviting",
            vec![
                inviting(Inviting::Members, "groups-inviting-members"),
                inviting(Inviting::Moderators, "groups-inviting-moderators"),
            ],
        ),
    ];
    views.extend(makers_views(frame, &chosen.making));
    views
}

/// Who makes which things in the group.
fn makers_views(frame: &Frame, making: &Making) -> [SettingView; 4] {
    let l = &frame.l;
    let view = |field, legend: &str, chosen: Makers| {
        let offer = |each: Makers, key: &str| Offer {
            value: each.as_str(),
            label: l.t(key),
            hint: String::new(),
            is_chosen: each == chosen,
        };
        let offers = vec![
            offer(Makers::Members, "groups-makers-members"),
            offer(Makers::Moderators, "groups-makers-moderators"),
        ];
        SettingView { field, legend: l.t(legend), offers }
    };
    [
        view("events_by", "groups-makers-events", making.events),
        view("polls_by", "groups-makers-polls", making.polls),
        view("photos_by", "groups-makers-photos", making.photos),
        view("files_by", "groups-makers-files", making.files),
    ]
}

/// The fields of [`setting_views`].
const SETTINGS: [&str; 11] = [
    "visibility",
    "joining",
    "posting",
    "comments",
    "members_shown",
    "inviting",
    "asks_rules",
    "events_by",
    "polls_by",
    "photos_by",
    "files_by",
];

/// Reads them; a word that is none of ours is refused rather than taken for something wider.
fn settings_of(form: &Form) -> Result<GroupSettings> {
    fn word<T>(form: &Form, field: &'static str, parse: fn(&str) -> Option<T>) -> Result<T> {
        parse(form.get(field)).ok_or_else(|| Error::invalid(field, "error-not-understood"))
    }
    Ok(GroupSettings {
        visibility: word(form, "visibility", Visibility::parse)?,
        joining: word(form, "joining", Joining::parse)?,
        posting: word(form, "posting", Posting::parse)?,
        comments: word(form, "comments", Commenting::parse)?,
        members_shown: word(form, "members_shown", MembersShown::parse)?,
        inviting: word(form, "inviting", Inviting::parse)?,
        asks_rules: form.has("asks_rules"),
        making: Making {
            events: word(form, "events_by", Makers::parse)?,
            polls: word(form, "polls_by", Makers::parse)?,
            photos: word(form, "photos_by", Makers::parse)?,
            files: word(form, "files_by", Makers::parse)?,
        },
    })
}

#[derive(Template)]
#[template(path = "groups/new.html")]
struct NewPage {
    frame: Frame,
    called: String,
    about: String,
    settings: Vec<SettingView>,
    submission: String,
    problems: Problems,
}

pub(super) async fn new(visit: Visit) -> Answer {
    let frame = Frame::titled(&visit, "groups-new");
    page(&NewPage {
        called: String::new(),
        about: String::new(),
        settings: first_settings(&frame, &GroupSettings::default()),
        submission: crate::posts::submission(),
        problems: Problems::default(),
        frame,
    })
}

/// What is asked at the beginning; the rest is set later.
fn first_settings(frame: &Frame, chosen: &GroupSettings) -> Vec<SettingView> {
    let mut views = setting_views(frame, chosen);
    views.truncate(2);
    views
}

pub(super) async fn create(visit: Visit, form: Form) -> Answer {
    form.only(&["name", "about", "visibility", "joining", "submission"])?;
    let visibility = Visibility::parse(form.get("visibility")).unwrap_or_default();
    let joining = Joining::parse(form.get("joining")).unwrap_or_default();
    let settings = GroupSettings { visibility, joining, ..GroupSettings::default() };
    let submission: String = form.get("submission").chars().take(64).collect();
    let new = NewGroup {
        name: form.get("name").to_owned(),
        about: form.get("about").to_owned(),
        language: visit.locale.lang().to_owned(),
        settings,
        submission: (!submission.is_empty()).then(|| submission.clone()),
    };
    match groups::create(&visit.app, &visit.viewer, new).await {
        Ok(id) => {
            let group = groups::get(&visit.app, &visit.viewer, id).await?;
            Ok(with_flash(see_other(&format!("/groups/{}", group.slug)), "flash-group-made", None))
        }
        Err(error) => again(&visit.locale, error, |problems| {
            let frame = Frame::titled(&visit, "groups-new");
            page(&NewPage {
                called: form.get("name").to_owned(),
                about: form.get("about").to_owned(),
                settings: first_settings(&frame, &settings),
                submission,
                problems,
                frame,
            })
        }),
    }
}

/// In which language the words are edited.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Part {
    language: String,
}

#[derive(Template)]
#[template(path = "groups/settings.html")]
struct SettingsPage {
    frame: Frame,
    head: Head,
    called: String,
    slug: String,
    /// Tag, name, whether its words are shown.
    languages: Vec<(String, &'static str, bool)>,
    language: String,
    about: String,
    rules: String,
    questions: Vec<String>,
    topics: Vec<Topic>,
    topic: String,
    settings: Vec<SettingView>,
    asks_rules: bool,
    has_cover: bool,
    is_owner: bool,
    is_archived: bool,
    problems: Problems,
}

pub(super) async fn settings(visit: Visit, Path(slug): Path<String>, Query(part): Query<Part>) -> Answer {
    let group = with_right(&visit, &slug, Right::EditTexts).await?;
    page(&settings_page(&visit, &group, &part.language).await?)
}

async fn settings_page(visit: &Visit, group: &Group, language: &str) -> Result<SettingsPage> {
    let (app, viewer) = (&visit.app, &visit.viewer);
    let frame = Frame::titled(visit, "groups-settings");
    let is_known = frame.languages.iter().any(|(tag, _)| tag == language);
    let language = if is_known { language } else { visit.locale.lang() }.to_owned();
    let text = groups::text(app, viewer, group.id, language.clone()).await?;
    let shown = groups::page(app, viewer, group.id, &Reading::default()).await?;
    let mut questions = shown.questions;
    questions.resize(groups::QUESTIONS, String::new());
    let languages = frame.languages.iter().map(|(tag, name)| (tag.clone(), *name, *tag == language));
    Ok(SettingsPage {
        head: Head::of(&frame, viewer, group, Tab::Manage),
        called: group.name.clone(),
        slug: group.slug.clone(),
        languages: languages.collect(),
        about: text.about,
        rules: text.rules,
        questions,
        topics: shown.topics,
        topic: String::new(),
        settings: setting_views(&frame, &group.settings),
        asks_rules: group.settings.asks_rules,
        has_cover: group.cover.is_some(),
        is_owner: policy::may(viewer, group, Right::Own),
        is_archived: group.state == GroupState::Archived,
        language,
        problems: Problems::default(),
        frame,
    })
}

pub(super) async fn update(
    visit: Visit,
    Path((slug, part)): Path<(String, String)>,
    mut form: Form,
) -> Answer {
    let group = with_right(&visit, &slug, Right::EditTexts).await?;
    match set(&visit, &group, &part, &mut form).await {
        Ok((to, flash)) => Ok(with_flash(see_other(&to), flash, None)),
        Err(error) if error.is_not_found() => Err(error.into()),
        Err(error) => {
            let mut shown = settings_page(&visit, &group, form.get("language")).await?;
            fill_again(&mut shown, &part, &form);
            again(&visit.locale, error, |problems| {
                shown.problems = problems;
                page(&shown)
            })
        }
    }
}

/// Puts what was typed back into the form that failed.
fn fill_again(shown: &mut SettingsPage, part: &str, form: &Form) {
    match part {
        "name" => {
            form.get("name").clone_into(&mut shown.called);
            form.get("slug").clone_into(&mut shown.slug);
        }
        "text" => {
            form.get("about").clone_into(&mut shown.about);
            form.get("rules").clone_into(&mut shown.rules);
        }
        "questions" => {
            for (place, question) in shown.questions.iter_mut().enumerate() {
                form.get(&format!("question-{place}")).clone_into(question);
            }
        }
        "topic" => form.get("topic").clone_into(&mut shown.topic),
        "access" => {
            if let Ok(chosen) = settings_of(form) {
                shown.settings = setting_views(&shown.frame, &chosen);
                shown.asks_rules = chosen.asks_rules;
            }
        }
        _ => {}
    }
}

/// Sets one part; gives where to go on and what to say.
async fn set(visit: &Visit, group: &Group, part: &str, form: &mut Form) -> Result<(String, &'static str)> {
    let (app, viewer, id) = (&visit.app, &visit.viewer, group.id);
    let back = format!("/groups/{}/settings", group.slug);
    match part {
        "name" => {
            form.only(&["name", "slug"])?;
            let slug = groups::rename(app, viewer, id, form.get("name"), form.get("slug")).await?;
            return Ok((format!("/groups/{slug}/settings"), "flash-group-saved"));
        }
        "text" => {
            form.only(&["language", "about", "rules"])?;
            let text = GroupText {
                language: form.get("language").to_owned(),
                about: form.get("about").to_owned(),
                rules: form.get("rules").to_owned(),
                ..GroupText::default()
            };
            groups::set_text(app, viewer, id, text).await?;
        }
        "cover" => set_cover(visit, group, form).await?,
        "questions" => {
            form.only(&["question-*"])?;
            let asked = (0..groups::QUESTIONS).map(|place| form.get(&format!("question-{place}")).to_owned());
            groups::set_questions(app, viewer, id, asked.collect()).await?;
        }
        "topic" => {
            form.only(&["topic", "drop"])?;
            let drop: Option<TopicId> = form.parse("drop")?;
            match drop {
                Some(topic) => groups::drop_topic(app, viewer, id, topic).await?,
                None => groups::add_topic(app, viewer, id, form.get("topic")).await.map(|_| ())?,
            }
        }
        "access" => {
            form.only(&SETTINGS)?;
            groups::set(app, viewer, id, settings_of(form)?).await?;
        }
        "state" => return set_state(visit, group, form).await,
        _ => return Err(Error::not_found()),
    }
    Ok((back, "flash-group-saved"))
}

async fn set_state(visit: &Visit, group: &Group, form: &Form) -> Result<(String, &'static str)> {
    form.only(&["do", "name"])?;
    let (app, viewer, id) = (&visit.app, &visit.viewer, group.id);
    let back = format!("/groups/{}/settings", group.slug);
    match form.get("do") {
        "archive" => groups::archive(app, viewer, id).await?,
        "reopen" => groups::reopen(app, viewer, id).await?,
        "delete" => {
            // Its name, typed, so that nobody ends a group by a slip of the finger.
            if form.get("name").trim() != group.name {
                let message = Message::new("groups-delete-name").with("name", group.name.clone());
                return Err(Error::invalid("delete", message));
            }
            groups::delete(app, viewer, id).await?;
            return Ok(("/groups".to_owned(), "flash-group-deleted"));
        }
        _ => return Err(Error::invalid("do", "error-not-understood")),
    }
    Ok((back, "flash-group-saved"))
}

async fn set_cover(visit: &Visit, group: &Group, form: &mut Form) -> Result<()> {
    form.only(&["photo", "drop"])?;
    let (app, viewer) = (&visit.app, &visit.viewer);
    if form.has("drop") {
        return groups::set_cover(app, viewer, group.id, None).await;
    }
    let file = form.take_files("photo").into_iter().next();
    let file = file.ok_or_else(|| Error::invalid("photos", "media-problem-empty"))?;
    let bytes = u64::try_from(file.bytes).unwrap_or(u64::MAX);
    let sent = Sent { path: file.path.to_path_buf(), bytes, alt: String::new(), crop: None };
    let photo = media::upload(app, viewer, sent).await?;
    groups::set_cover(app, viewer, group.id, Some(photo.id)).await
}
