//! The composer: a page without scripts, a sheet with them; the same form writes and edits.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, Query};
use kith_base::{Error, Message, Result, limits};
use kith_domain::cards;
use kith_domain::media::{self, Sent};
use kith_domain::polls;
use kith_domain::posts::{self, Audience, Composer, NewPost, PostEdit};
use kith_domain::{AccountId, MediaId, PostId, accounts};
use kith_http::{Answer, Form, Visit, see_other, with_flash};
use serde::Deserialize;

use super::allowance::PhotosMost;
use super::audience::{AudienceForm, Chosen, choice_of, comments_of};
use super::group::{GroupForm, InGroupTyped};
use super::poll::PollForm;
use super::view::{OriginalView, PersonView, as_original};
use crate::frame::Frame;
use crate::page::{Problems, page};

/// A photo in the composer.
pub(super) struct Attached {
    pub(super) id: String,
    pub(super) src: String,
    pub(super) alt: String,
}

/// Everything that a person has typed or chosen.
#[derive(Default)]
struct Typed {
    text: String,
    cover: String,
    language: String,
    chosen: Chosen,
    photos: Vec<(MediaId, String)>,
    poll: PollForm,
    group: InGroupTyped,
    submission: String,
}

#[derive(Template)]
#[template(path = "posts/compose.html")]
struct ComposePage {
    frame: Frame,
    action: String,
    draft: String,
    is_edit: bool,
    me: PersonView,
    ask: String,
    text: String,
    text_limit: usize,
    photos_most: PhotosMost,
    cover: String,
    language: String,
    languages: Vec<(String, &'static str)>,
    photos: Vec<Attached>,
    poll: PollForm,
    audience: AudienceForm,
    share: String,
    original: Option<OriginalView>,
    wall: Option<PersonView>,
    group: Option<GroupForm>,
    submission: String,
    problems: Problems,
}

/// Where a new post will stand and what it passes on.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Ground {
    share: Option<PostId>,
    to: String,
    /// The address of the group that is written in.
    group: String,
    /// Whether the first words are there already: a newcomer says hello.
    hello: String,
    /// What another app handed over to begin with.
    #[serde(skip)]
    begun: Option<Begun>,
}

/// Words and photos to begin with, from outside.
#[derive(Debug, Default)]
pub(super) struct Begun {
    pub(super) text: String,
    pub(super) photos: Vec<MediaId>,
}

/// The composer with `begun` in it. Nothing is posted before its author has looked at it.
pub(super) async fn begin(visit: &Visit, begun: Begun) -> Answer {
    compose(visit, &Ground { begun: Some(begun), ..Ground::default() }, None, Problems::default()).await
}

impl Ground {
    /// What a draft is kept under: what was begun elsewhere does not take the place of what was begun here.
    const fn kind(&self) -> &'static str {
        if self.begun.is_some() {
            "begun"
        } else if self.hello.is_empty() {
            "new"
        } else {
            "hello"
        }
    }
}

pub(super) async fn new(visit: Visit, Query(ground): Query<Ground>) -> Answer {
    compose(&visit, &ground, None, Problems::default()).await
}

pub(super) async fn share(visit: Visit, Path(id): Path<PostId>) -> Answer {
    // What a closed group reads can be passed on inside it alone.
    let card = original_of(&visit, id).await?;
    let stays = posts::policy::widest_share(&card.post.facts).is_none();
    let group = card.post.group.as_ref().filter(|_| stays).map(|group| group.slug.clone());
    let ground = Ground { share: Some(id), group: group.unwrap_or_default(), ..Ground::default() };
    compose(&visit, &ground, None, Problems::default()).await
}

async fn compose(visit: &Visit, ground: &Ground, typed: Option<Typed>, problems: Problems) -> Answer {
    let named = typed.as_ref().map(|typed| typed.chosen.named()).unwrap_or_default();
    let offered = posts::composer(&visit.app, &visit.viewer, named).await?;
    let (wall, wall_audience) = wall_of(visit, &ground.to).await?.unzip();
    let shared = match ground.share {
        Some(share) => Some(original_of(visit, share).await?),
        None => None,
    };
    let title = if shared.is_some() { "posts-share-title" } else { "frame-new-post" };
    let frame = Frame::titled(visit, title);
    let group = GroupForm::of(visit, &ground.group, typed.as_ref().map(|typed| &typed.group)).await?;
    let widest = shared.as_ref().map_or(Audience::World, super::group::widest_of);
    let widest = wall_audience.map_or(widest, |audience: Audience| widest.narrower(audience));
    let typed = typed.unwrap_or_else(|| Typed {
        text: first_words(visit, ground),
        photos: begun_photos(ground),
        language: "auto".to_owned(),
        chosen: Chosen::new(first_audience(&offered, widest, wall.is_some()), offered.comments),
        submission: super::submission(),
        ..Typed::default()
    });
    let audience = AudienceForm::of(
        &frame,
        &offered,
        &typed.chosen,
        widest,
        wall.as_ref().map(|wall| wall.name.as_str()),
    );
    let photos = attached(visit, &typed.photos).await?;
    let page_ = ComposePage {
        action: "/posts".to_owned(),
        draft: format!(
            "{}-{}-{}{}-{}",
            ground.kind(),
            visit.viewer.id_or_zero(),
            ground.to,
            ground.group,
            ground.share.unwrap_or_default()
        ),
        is_edit: false,
        ask: ask(&frame, wall.as_ref()),
        share: ground.share.map(|share| share.to_string()).unwrap_or_default(),
        original: shared.map(|card| as_original(&frame, &card)),
        audience,
        wall,
        group,
        ..form_page(visit, frame, typed, photos, problems)?
    };
    page(&page_)
}

fn first_words(visit: &Visit, ground: &Ground) -> String {
    match &ground.begun {
        Some(begun) => begun.text.clone(),
        None if ground.hello.is_empty() => String::new(),
        None => hello(visit),
    }
}

fn begun_photos(ground: &Ground) -> Vec<(MediaId, String)> {
    let photos = ground.begun.iter().flat_map(|begun| &begun.photos);
    photos.map(|id| (*id, String::new())).collect()
}

/// What a newcomer may begin with, in their language.
fn hello(visit: &Visit) -> String {
    let name = visit.viewer.member().map(|member| member.name.as_str()).unwrap_or_default();
    // What goes into a field to be edited holds no marks of direction.
    visit.locale.t1("home-hello", "name", name).replace(['\u{2068}', '\u{2069}'], "")
}

/// The parts that writing and editing have in common.
fn form_page(
    visit: &Visit,
    frame: Frame,
    typed: Typed,
    photos: Vec<Attached>,
    problems: Problems,
) -> Result<ComposePage> {
    let me = visit.viewer.active()?;
    Ok(ComposePage {
        me: PersonView {
            id: me.id.to_string(),
            name: me.name.clone(),
            href: format!("/u/{}", me.handle),
            avatar: me.avatar.map(|id| format!("/media/{id}/square")),
            hue: crate::frame::hue_of(me.id.raw()),
            initials: crate::frame::initials_of(&me.name),
        },
        action: String::new(),
        draft: String::new(),
        is_edit: true,
        ask: ask(&frame, None),
        text: typed.text,
        text_limit: limits::POST_TEXT,
        photos_most: PhotosMost::of(visit)?,
        cover: typed.cover,
        language: typed.language,
        languages: languages(&frame),
        photos,
        poll: typed.poll.with_room(),
        audience: AudienceForm::default(),
        share: String::new(),
        original: None,
        wall: None,
        group: None,
        submission: typed.submission,
        problems,
        frame,
    })
}

fn ask(frame: &Frame, wall: Option<&PersonView>) -> String {
    let name =
        frame.viewer.as_ref().map(|me| me.name.split_whitespace().next().unwrap_or(&me.name).to_owned());
    match wall {
        Some(wall) => frame.l.t1("posts-ask-wall", "name", wall.name.as_str()),
        None => frame.l.t1("posts-ask", "name", name.unwrap_or_default()),
    }
}

/// The community's languages first, then every other one that a post may be in.
fn languages(frame: &Frame) -> Vec<(String, &'static str)> {
    let known = kith_locale::written_languages().iter().map(|(tag, name)| ((*tag).to_owned(), *name));
    let others = known.filter(|(tag, _)| !frame.languages.iter().any(|(own, _)| own == tag));
    frame.languages.iter().cloned().chain(others).collect()
}

fn first_audience(offered: &Composer, widest: Audience, on_wall: bool) -> Audience {
    if on_wall {
        return widest_named(widest.narrower(Audience::Friends));
    }
    if offered.audience.is_within(widest) { offered.audience } else { widest_named(widest) }
}

/// An audience as narrow as `widest` that needs no names.
const fn widest_named(widest: Audience) -> Audience {
    match widest {
        Audience::World | Audience::Community | Audience::Friends => widest,
        _ => Audience::Self_,
    }
}

/// The owner of the wall that is written on, and how far at most posts on it reach.
async fn wall_of(visit: &Visit, handle: &str) -> Result<Option<(PersonView, Audience)>> {
    if handle.is_empty() {
        return Ok(None);
    }
    let handle = handle.to_owned();
    let viewer = visit.viewer.clone();
    let found = visit
        .app
        .db
        .read(move |q| {
            let Some(found) = accounts::find_by_handle(q, &handle)? else { return Ok(None) };
            let owner = found.id();
            if viewer.id() == Some(owner) {
                return Ok(None);
            }
            let Some(widest) = posts::wall_open_to(q, &viewer, owner)? else { return Ok(None) };
            Ok(accounts::cards(q, &[owner])?.remove(&owner).map(|card| (card, widest)))
        })
        .await?;
    let (card, widest) = found.ok_or_else(Error::not_found)?;
    Ok(Some((PersonView::of(&visit.locale, &card), widest)))
}

/// The post to pass on; of one that passes another one on, that other one.
async fn original_of(visit: &Visit, id: PostId) -> Result<cards::Card> {
    let card = cards::get(&visit.app, &visit.viewer, id).await?;
    let card = match card.post.shared {
        Some(original) => cards::get(&visit.app, &visit.viewer, original).await?,
        None => card,
    };
    if card.may.share { Ok(card) } else { Err(Error::not_found()) }
}

async fn attached(visit: &Visit, photos: &[(MediaId, String)]) -> Result<Vec<Attached>> {
    let ids: Vec<MediaId> = photos.iter().map(|(id, _)| *id).collect();
    let known = visit.app.db.read(move |q| media::photos(q, &ids)).await?;
    Ok(photos
        .iter()
        .filter(|(id, _)| known.contains_key(id))
        .map(|(id, alt)| Attached { id: id.to_string(), src: format!("/media/{id}/small"), alt: alt.clone() })
        .collect())
}

/// The fields that writing and editing have in common.
const FIELDS: &[&str] = &[
    "text",
    "cover",
    "language",
    "comments",
    "comment_people",
    "comment_people_typed",
    "media",
    "alt",
    "alt-*",
    "photos",
    "audience",
    "people",
    "people_typed",
    "except_people",
    "except_people_typed",
    "except_circles",
    "poll_option",
    "poll_days",
    "poll_several",
    "share",
    "to",
    "group",
    "topic",
    "announce",
    "submission",
];

/// Reads what was typed. Photos that came with the form itself are taken in, so that nobody has to choose them twice.
async fn read(visit: &Visit, form: &mut Form) -> Result<(Typed, Option<Error>)> {
    let ids: Vec<MediaId> = form.ids("media")?;
    // Photos that the page showed carry their id in the name of their description; those that a script added stand in
    // the same order as theirs.
    let mut added = form.all("alt");
    let mut photos: Vec<(MediaId, String)> = Vec::new();
    for id in ids {
        let own = format!("alt-{id}");
        let alt = if form.has(&own) { form.get(&own) } else { added.next().unwrap_or_default() };
        photos.push((id, alt.to_owned()));
    }
    drop(added);
    let mut problem = None;
    let most = posts::photo_allowance(&visit.app, &visit.viewer)?.now;
    for file in form.take_files("photos") {
        if photos.len() >= most {
            let key =
                if most < limits::POST_PHOTOS { "posts-newcomer-photos" } else { "posts-photos-too-many" };
            problem = Some(Error::invalid("photos", Message::new(key).with("limit", most)));
            break;
        }
        let bytes = u64::try_from(file.bytes).unwrap_or(u64::MAX);
        let sent = Sent { path: file.path.to_path_buf(), bytes, alt: String::new(), crop: None };
        match media::upload(&visit.app, &visit.viewer, sent).await {
            Ok(photo) => photos.push((photo.id, String::new())),
            Err(error) => problem = Some(error),
        }
    }
    let (chosen, unknown) = Chosen::read(visit, form).await?;
    let problem = problem.or(unknown);
    let typed = Typed {
        text: form.get("text").to_owned(),
        cover: form.get("cover").to_owned(),
        language: form.get("language").to_owned(),
        chosen,
        photos,
        poll: PollForm::read(form),
        group: InGroupTyped::read(form)?,
        submission: form.get("submission").chars().take(64).collect(),
    };
    Ok((typed, problem))
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    form.only(FIELDS)?;
    let ground = Ground {
        share: form.parse("share")?,
        to: form.get("to").to_owned(),
        group: form.get("group").to_owned(),
        ..Ground::default()
    };
    let (typed, problem) = read(&visit, &mut form).await?;
    let outcome = match problem {
        Some(error) => Err(error),
        None => write(&visit, &ground, &typed).await,
    };
    match outcome {
        Ok(post) => Ok(with_flash(see_other(&format!("/p/{post}")), "flash-posted", None)),
        Err(error) => {
            let (status, problems) = Problems::from_error(&visit.locale, error)?;
            let mut response = compose(&visit, &ground, Some(typed), problems).await?;
            *response.status_mut() = status;
            Ok(response)
        }
    }
}

async fn write(visit: &Visit, ground: &Ground, typed: &Typed) -> Result<PostId> {
    let wall = match wall_of(visit, &ground.to).await? {
        Some((wall, _)) => Some(wall.id.parse::<AccountId>().map_err(Error::internal)?),
        None => None,
    };
    let group = typed.group.place(visit, &ground.group).await?;
    let choice = if group.is_some() {
        posts::AudienceChoice::plain(Audience::Group)
    } else {
        choice_of(&typed.chosen)?
    };
    let new = NewPost {
        text: typed.text.clone(),
        cover: typed.cover.clone(),
        language: typed.language.clone(),
        choice,
        comments: comments_of(&typed.chosen)?,
        photos: typed.photos.iter().map(|(id, _)| *id).collect(),
        alts: alts_of(typed),
        wall,
        group,
        share: ground.share,
        submission: (!typed.submission.is_empty()).then(|| typed.submission.clone()),
    };
    Ok(polls::create_post(&visit.app, &visit.viewer, new, typed.poll.asked()).await?.id)
}

fn alts_of(typed: &Typed) -> HashMap<MediaId, String> {
    typed.photos.iter().cloned().collect()
}

pub(super) async fn edit(visit: Visit, Path(id): Path<PostId>) -> Answer {
    let card = cards::get(&visit.app, &visit.viewer, id).await?;
    if !card.may.edit {
        return Err(Error::not_found().into());
    }
    let typed = Typed {
        text: card.post.source.clone(),
        cover: card.post.cover.clone(),
        language: card.post.language.clone(),
        photos: card.photos.iter().map(|photo| (photo.id, photo.alt.clone())).collect(),
        ..Typed::default()
    };
    edit_page(&visit, id, typed, Problems::default()).await
}

async fn edit_page(visit: &Visit, id: PostId, typed: Typed, problems: Problems) -> Answer {
    let photos = attached(visit, &typed.photos).await?;
    let frame = Frame::titled(visit, "posts-edit");
    page(&ComposePage {
        action: format!("/p/{id}/edit"),
        ..form_page(visit, frame, typed, photos, problems)?
    })
}

pub(super) async fn update(visit: Visit, Path(id): Path<PostId>, mut form: Form) -> Answer {
    form.only(&["text", "cover", "language", "media", "alt", "alt-*", "photos"])?;
    let (typed, problem) = read(&visit, &mut form).await?;
    let change = PostEdit {
        text: typed.text.clone(),
        cover: typed.cover.clone(),
        language: typed.language.clone(),
        photos: typed.photos.iter().map(|(id, _)| *id).collect(),
        alts: alts_of(&typed),
    };
    let outcome = match problem {
        Some(error) => Err(error),
        None => posts::edit(&visit.app, &visit.viewer, id, change).await.map(drop),
    };
    match outcome {
        Ok(()) => Ok(with_flash(see_other(&format!("/p/{id}")), "flash-post-changed", None)),
        Err(error) => {
            let (status, problems) = Problems::from_error(&visit.locale, error)?;
            let mut response = edit_page(&visit, id, typed, problems).await?;
            *response.status_mut() = status;
            Ok(response)
        }
    }
}
