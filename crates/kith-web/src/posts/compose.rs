//! The composer: a page without scripts, a sheet with them; the same form writes and edits.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, Query};
use kith_base::{Error, Message, Result, limits};
use kith_domain::cards;
use kith_domain::media::{self, Sent};
use kith_domain::posts::{self, Audience, AudienceChoice, Composer, NewPost, NewText};
use kith_domain::scheduled::{self, Draft};
use kith_domain::{AccountId, MediaId, PostId, accounts};
use kith_http::{Answer, Form, Visit, see_other, with_flash};

use super::allowance::PhotosMost;
use super::audience::{AudienceForm, Chosen, choice_of, comments_of};
use super::ground::{Begun, Ground, ground_of};
use super::group::{GroupForm, InGroupTyped};
use super::languages::{self, LanguageField};
use super::poll::PollForm;
use super::view::{OriginalView, PersonView, as_original};
use crate::frame::Frame;
use crate::page::{Problems, page};
use crate::when;

/// A photo in the composer.
pub(super) struct Attached {
    pub(super) id: String,
    pub(super) src: String,
    pub(super) alt: String,
}

/// Everything that a person has typed or chosen.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) text: String,
    pub(super) cover: String,
    pub(super) language: String,
    /// The same in further languages.
    pub(super) more: Vec<NewText>,
    /// Empty fields for further languages that were asked for besides the one that is always there.
    pub(super) more_room: usize,
    pub(super) chosen: Chosen,
    pub(super) photos: Vec<(MediaId, String)>,
    pub(super) poll: PollForm,
    pub(super) group: InGroupTyped,
    /// When it is to be published, as the field says it; empty for now.
    pub(super) when: String,
    pub(super) submission: String,
}

impl Typed {
    /// The form as it stood when `draft` was kept.
    pub(super) fn of(draft: &Draft, submission: String) -> Self {
        let alt = |id: MediaId| {
            let known = draft.alts.iter().find(|(other, _)| *other == id);
            known.map(|(_, alt)| alt.clone()).unwrap_or_default()
        };
        Self {
            text: draft.text.clone(),
            cover: draft.cover.clone(),
            language: draft.language.clone(),
            more: draft.more.clone(),
            more_room: 0,
            chosen: Chosen::made(&draft.choice(), &draft.comments()),
            photos: draft.photos.iter().map(|id| (*id, alt(*id))).collect(),
            poll: draft.poll.as_ref().map(PollForm::of).unwrap_or_default(),
            group: InGroupTyped::default(),
            when: String::new(),
            submission,
        }
    }
}

#[derive(Template)]
#[template(path = "posts/compose.html")]
pub(super) struct ComposePage {
    frame: Frame,
    pub(super) action: String,
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
    /// Further languages, and room for one more.
    more: Vec<LanguageField>,
    photos: Vec<Attached>,
    poll: PollForm,
    audience: AudienceForm,
    share: String,
    original: Option<OriginalView>,
    wall: Option<PersonView>,
    group: Option<GroupForm>,
    /// Whether photos and a poll can stand there.
    may_photos: bool,
    may_poll: bool,
    submission: String,
    /// When it is to be published, as the field says it.
    publish_at: String,
    zone: String,
    /// The one that waits and is written anew.
    planned: String,
    problems: Problems,
}

/// The composer with `begun` in it. Nothing is posted before its author has looked at it.
pub(super) async fn begin(visit: &Visit, begun: Begun) -> Answer {
    compose(visit, &Ground { begun: Some(begun), ..Ground::default() }, None, Problems::default()).await
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

pub(super) async fn compose(
    visit: &Visit,
    ground: &Ground,
    typed: Option<Typed>,
    problems: Problems,
) -> Answer {
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
        draft: ground.kept_under(visit),
        is_edit: false,
        ask: ask(&frame, wall.as_ref()),
        share: ground.share.map(|share| share.to_string()).unwrap_or_default(),
        planned: ground.planned.map(|planned| planned.to_string()).unwrap_or_default(),
        may_photos: group.as_ref().is_none_or(|group| group.may_photos),
        may_poll: group.as_ref().is_none_or(|group| group.may_poll),
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
pub(super) fn form_page(
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
        languages: offered_languages(&frame),
        more: LanguageField::all_of(typed.more, typed.more_room + 1, &problems),
        photos,
        poll: typed.poll.with_room(),
        publish_at: typed.when,
        zone: frame.l.time_zone().to_owned(),
        planned: String::new(),
        audience: AudienceForm::default(),
        share: String::new(),
        original: None,
        wall: None,
        group: None,
        may_photos: true,
        may_poll: true,
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
pub(crate) fn offered_languages(frame: &Frame) -> Vec<(String, &'static str)> {
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

pub(super) async fn attached(visit: &Visit, photos: &[(MediaId, String)]) -> Result<Vec<Attached>> {
    let ids: Vec<MediaId> = photos.iter().map(|(id, _)| *id).collect();
    let known = visit.app.db.read(move |q| media::photos(q, &ids)).await?;
    Ok(photos
        .iter()
        .filter(|(id, _)| known.contains_key(id))
        .map(|(id, alt)| Attached { id: id.to_string(), src: format!("/media/{id}/small"), alt: alt.clone() })
        .collect())
}

/// The fields that writing and editing have in common.
pub(super) const FIELDS: &[&str] = &[
    "text",
    "cover",
    "language",
    "more_language",
    "more_text",
    "more_cover",
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
    "poll_until",
    "poll_hidden",
    "when",
    "planned",
    "do",
    "share",
    "to",
    "group",
    "topic",
    "announce",
    "submission",
];

/// Reads what was typed. Photos that came with the form itself are taken in, so that nobody has to choose them twice.
pub(super) async fn read(visit: &Visit, form: &mut Form) -> Result<(Typed, Option<Error>)> {
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
        more: languages::read(form),
        more_room: usize::from(form.get("do") == languages::MORE),
        chosen,
        photos,
        poll: PollForm::read(form),
        group: InGroupTyped::read(form)?,
        when: form.get("when").to_owned(),
        submission: form.get("submission").chars().take(64).collect(),
    };
    Ok((typed, problem))
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    form.only(FIELDS)?;
    let ground = ground_of(&form)?;
    let (typed, problem) = read(&visit, &mut form).await?;
    if problem.is_none() && matches!(form.get("do"), "more-answers" | languages::MORE) {
        return compose(&visit, &ground, Some(typed), Problems::default()).await;
    }
    let outcome = match problem {
        Some(error) => Err(error),
        None => write(&visit, &ground, &typed).await,
    };
    match outcome {
        Ok(Some(post)) => Ok(with_flash(see_other(&format!("/p/{post}")), "flash-posted", None)),
        Ok(None) => Ok(with_flash(see_other("/scheduled"), "flash-scheduled", None)),
        Err(error) => {
            let (status, problems) = Problems::from_error(&visit.locale, error)?;
            let mut response = compose(&visit, &ground, Some(typed), problems).await?;
            *response.status_mut() = status;
            Ok(response)
        }
    }
}

/// The post, or nothing where it waits for its time.
async fn write(visit: &Visit, ground: &Ground, typed: &Typed) -> Result<Option<PostId>> {
    let wall = wall_of(visit, &ground.to).await?.map(|(wall, _)| wall);
    let group = typed.group.place(visit, &ground.group).await?;
    let choice = match group {
        Some(_) => AudienceChoice::plain(Audience::Group),
        None => choice_of(&typed.chosen)?,
    };
    let comments = comments_of(&typed.chosen)?;
    let new = NewPost { choice, comments, group, ..words_of(typed, ground, wall.as_ref())? };
    let (app, viewer) = (&visit.app, &visit.viewer);
    let poll = typed.poll.asked(&visit.locale, app.now());
    if typed.when.trim().is_empty() {
        return Ok(Some(scheduled::publish(app, viewer, new, poll, ground.planned).await?.id));
    }
    let due_at = when::read(&visit.locale, &typed.when)
        .ok_or_else(|| Error::invalid("scheduled_at", "scheduled-no-time"))?;
    scheduled::plan(app, viewer, new, poll, due_at, ground.planned).await?;
    Ok(None)
}

/// What stands in the form, whether or not it can be a post.
pub(super) async fn draft_of(visit: &Visit, ground: &Ground, typed: &Typed) -> Result<Draft> {
    let wall = match wall_of(visit, &ground.to).await {
        Ok(wall) => wall.map(|(wall, _)| wall),
        Err(error) if error.is_not_found() => None,
        Err(error) => return Err(error),
    };
    let new = NewPost {
        choice: choice_of(&typed.chosen).unwrap_or_else(|_| AudienceChoice::plain(Audience::Self_)),
        comments: comments_of(&typed.chosen).unwrap_or_default(),
        ..words_of(typed, ground, wall.as_ref())?
    };
    Ok(Draft::of(new, typed.poll.asked(&visit.locale, visit.app.now())))
}

fn words_of(typed: &Typed, ground: &Ground, wall: Option<&PersonView>) -> Result<NewPost> {
    let wall = wall.map(|wall| wall.id.parse::<AccountId>().map_err(Error::internal)).transpose()?;
    Ok(NewPost {
        text: typed.text.clone(),
        cover: typed.cover.clone(),
        language: typed.language.clone(),
        more: typed.more.clone(),
        photos: typed.photos.iter().map(|(id, _)| *id).collect(),
        alts: alts_of(typed),
        wall,
        share: ground.share,
        submission: (!typed.submission.is_empty()).then(|| typed.submission.clone()),
        ..NewPost::default()
    })
}

pub(super) fn alts_of(typed: &Typed) -> HashMap<MediaId, String> {
    typed.photos.iter().cloned().collect()
}
