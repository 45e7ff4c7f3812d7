//! Making an album, changing what it is called and for whom it is, and deleting it.

use askama::Template;
use axum::extract::Path;
use kith_base::{Error, Result};
use kith_domain::AlbumId;
use kith_domain::albums::{self, Album, NewAlbum, Opened};
use kith_domain::posts::{self, Audience, CommentAudience};
use kith_http::{Answer, Form, Visit, see_other, with_flash};

use crate::frame::Frame;
use crate::page::{Problems, again, page};
use crate::person::PersonRow;
use crate::posts::audience::{AudienceForm, Chosen, choice_of};

/// The fields of the picker.
const PICKER: [&str; 6] =
    ["audience", "people", "people_typed", "except_people", "except_people_typed", "except_circles"];

/// What is typed of an album.
#[derive(Clone, Default)]
struct Typed {
    title: String,
    description: String,
    lets_download: bool,
}

impl Typed {
    fn read(form: &Form) -> Self {
        Self {
            title: form.get("title").to_owned(),
            description: form.get("description").to_owned(),
            lets_download: form.has("lets_download"),
        }
    }

    fn of(album: &Album) -> Self {
        Self {
            title: album.title.clone(),
            description: album.description.clone(),
            lets_download: album.facts.lets_download,
        }
    }
}

#[derive(Template)]
#[template(path = "albums/new.html")]
struct NewPage {
    frame: Frame,
    typed: Typed,
    audience: AudienceForm,
    problems: Problems,
}

/// Everything that an owner changes about an album.
#[derive(Template)]
#[template(path = "albums/edit.html")]
pub(super) struct EditPage {
    frame: Frame,
    id: String,
    typed: Typed,
    audience: AudienceForm,
    contributors: Vec<PersonRow>,
    asked: Vec<PersonRow>,
    /// Friends who could be asked.
    friends: Vec<PersonRow>,
    /// The handle that was typed and is nobody's.
    handle: String,
    pub(super) problems: Problems,
}

pub(super) async fn new(visit: Visit) -> Answer {
    let offered = posts::composer(&visit.app, &visit.viewer, Vec::new()).await?;
    let chosen = Chosen::new(offered.audience, CommentAudience::Nobody);
    page(&new_page(&visit, Typed::default(), &chosen, Problems::default()).await?)
}

async fn new_page(visit: &Visit, typed: Typed, chosen: &Chosen, problems: Problems) -> Result<NewPage> {
    let offered = posts::composer(&visit.app, &visit.viewer, chosen.named()).await?;
    let frame = Frame::titled(visit, "albums-new");
    let audience = AudienceForm::of(&frame, &offered, chosen, Audience::World, None);
    Ok(NewPage { typed, audience, problems, frame })
}

pub(super) async fn create(visit: Visit, form: Form) -> Answer {
    form.only(&[&PICKER[..], &["title", "description", "lets_download"]].concat())?;
    let typed = Typed::read(&form);
    let (chosen, problem) = Chosen::read(&visit, &form).await?;
    let outcome = match problem {
        Some(error) => Err(error),
        None => make(&visit, &typed, &chosen).await,
    };
    match outcome {
        Ok(id) => Ok(with_flash(see_other(&format!("/album/{id}/add")), "flash-album-made", None)),
        Err(error) => {
            let shown = new_page(&visit, typed, &chosen, Problems::default()).await?;
            again(&visit.locale, error, |problems| page(&NewPage { problems, ..shown }))
        }
    }
}

async fn make(visit: &Visit, typed: &Typed, chosen: &Chosen) -> Result<AlbumId> {
    let new = NewAlbum {
        title: typed.title.clone(),
        description: typed.description.clone(),
        choice: choice_of(chosen)?,
        lets_download: typed.lets_download,
    };
    Ok(albums::create(&visit.app, &visit.viewer, new).await?.id)
}

pub(super) async fn edit(visit: Visit, Path(id): Path<AlbumId>) -> Answer {
    page(&edit_page(&visit, id, None, None, "").await?)
}

/// The page of an album's owner, with what was typed where something is wrong.
async fn edit_page(
    visit: &Visit,
    id: AlbumId,
    typed: Option<Typed>,
    chosen: Option<Chosen>,
    handle: &str,
) -> Result<EditPage> {
    let (app, viewer) = (&visit.app, &visit.viewer);
    let Opened { album, contributors, asked, may, .. } = albums::get(app, viewer, id).await?;
    if !may.edit {
        return Err(Error::not_found());
    }
    let chosen = chosen.unwrap_or_else(|| Chosen::made(&album.facts.choice, &CommentAudience::Nobody.into()));
    let offered = posts::composer(app, viewer, chosen.named()).await?;
    let frame = Frame::titled(visit, "albums-edit");
    let audience = AudienceForm::of(&frame, &offered, &chosen, Audience::World, None);
    let is_in = |id| contributors.iter().chain(&asked).any(|card| card.id == id);
    let mut friends: Vec<PersonRow> =
        offered.friends.iter().filter(|card| !is_in(card.id)).map(PersonRow::of).collect();
    friends.sort_by(|left, right| frame.l.compare(&left.name, &right.name));
    Ok(EditPage {
        id: id.to_string(),
        typed: typed.unwrap_or_else(|| Typed::of(&album)),
        audience,
        contributors: PersonRow::all(&contributors),
        asked: PersonRow::all(&asked),
        friends,
        handle: handle.to_owned(),
        problems: Problems::default(),
        frame,
    })
}

/// The owner's page again, after somebody could not be asked.
pub(super) async fn edit_again(visit: &Visit, id: AlbumId, handle: &str, error: Error) -> Answer {
    let shown = edit_page(visit, id, None, None, handle).await?;
    again(&visit.locale, error, |problems| page(&EditPage { problems, ..shown }))
}

pub(super) async fn update(visit: Visit, Path(id): Path<AlbumId>, form: Form) -> Answer {
    form.only(&["title", "description", "lets_download"])?;
    let typed = Typed::read(&form);
    let (app, viewer) = (&visit.app, &visit.viewer);
    let done = albums::edit(app, viewer, id, &typed.title, &typed.description, typed.lets_download).await;
    match done {
        Ok(_) => Ok(with_flash(see_other(&format!("/album/{id}")), "flash-album-saved", None)),
        Err(error) => {
            let shown = edit_page(&visit, id, Some(typed), None, "").await?;
            again(&visit.locale, error, |problems| page(&EditPage { problems, ..shown }))
        }
    }
}

pub(super) async fn set_audience(visit: Visit, Path(id): Path<AlbumId>, form: Form) -> Answer {
    form.only(&PICKER)?;
    let (chosen, problem) = Chosen::read(&visit, &form).await?;
    let outcome = match (problem, choice_of(&chosen)) {
        (Some(error), _) | (None, Err(error)) => Err(error),
        (None, Ok(choice)) => albums::set_audience(&visit.app, &visit.viewer, id, choice).await,
    };
    match outcome {
        Ok(_) => Ok(with_flash(see_other(&format!("/album/{id}")), "flash-audience-changed", None)),
        Err(error) => {
            let shown = edit_page(&visit, id, None, Some(chosen), "").await?;
            again(&visit.locale, error, |problems| page(&EditPage { problems, ..shown }))
        }
    }
}

/// Asks once before an album goes.
#[derive(Template)]
#[template(path = "albums/delete.html")]
struct DeletePage {
    frame: Frame,
    id: String,
    title: String,
}

pub(super) async fn delete(visit: Visit, Path(id): Path<AlbumId>, form: Form) -> Answer {
    form.only(&["confirmed"])?;
    if form.get("confirmed") != "yes" {
        let opened = albums::get(&visit.app, &visit.viewer, id).await?;
        if !opened.may.edit {
            return Err(Error::not_found().into());
        }
        let frame = Frame::titled(&visit, "albums-delete");
        return page(&DeletePage { frame, id: id.to_string(), title: opened.album.title.clone() });
    }
    albums::delete(&visit.app, &visit.viewer, id).await?;
    Ok(with_flash(see_other("/albums"), "flash-album-deleted", None))
}
