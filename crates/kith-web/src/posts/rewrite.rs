//! Changing the words and photos of a post, in the form in which it was written.

use axum::extract::Path;
use kith_base::Error;
use kith_domain::posts::{self, PostEdit};
use kith_domain::{PostId, cards};
use kith_http::{Answer, Form, Visit, see_other, with_flash};

use super::compose::{Typed, alts_of, attached, form_page, read};
use super::languages;
use crate::frame::Frame;
use crate::page::{Problems, page};

pub(super) async fn edit(visit: Visit, Path(id): Path<PostId>) -> Answer {
    let card = cards::get(&visit.app, &visit.viewer, id).await?;
    if !card.may.edit {
        return Err(Error::not_found().into());
    }
    let typed = Typed {
        text: card.post.source.clone(),
        cover: card.post.cover.clone(),
        language: card.post.language.clone(),
        more: card.post.more.iter().map(Into::into).collect(),
        photos: card.photos.iter().map(|photo| (photo.id, photo.alt.clone())).collect(),
        ..Typed::default()
    };
    edit_page(&visit, id, typed, Problems::default()).await
}

async fn edit_page(visit: &Visit, id: PostId, typed: Typed, problems: Problems) -> Answer {
    let photos = attached(visit, &typed.photos).await?;
    let frame = Frame::titled(visit, "posts-edit");
    let mut shown = form_page(visit, frame, typed, photos, problems)?;
    shown.action = format!("/p/{id}/edit");
    page(&shown)
}

pub(super) async fn update(visit: Visit, Path(id): Path<PostId>, mut form: Form) -> Answer {
    let fields = ["text", "cover", "language", "media", "alt", "alt-*", "photos", "do"];
    form.only(&[fields.as_slice(), languages::FIELDS.as_slice()].concat())?;
    let (typed, problem) = read(&visit, &mut form).await?;
    if problem.is_none() && form.get("do") == languages::MORE {
        return edit_page(&visit, id, typed, Problems::default()).await;
    }
    let change = PostEdit {
        text: typed.text.clone(),
        cover: typed.cover.clone(),
        language: typed.language.clone(),
        more: typed.more.clone(),
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
