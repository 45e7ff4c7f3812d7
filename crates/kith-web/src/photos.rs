//! Photos: taking them, sending them out by size, and one photo on a page of its own.

use askama::Template;
use axum::body::Body;
use axum::extract::{Path, Query};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kith_base::{Error, Result};
use kith_domain::media::{self, Photo, Sent};
use kith_domain::photos::{self, SizeName};
use kith_domain::{MediaId, viewers};
use kith_http::{Access, Answer, Fault, Form, Routes, Visit, local_path, see_other, status_of, with_flash};

use tokio_util::io::ReaderStream;

use crate::frame::Frame;
use crate::page::{Problems, again, page};
use crate::photo_tags::{self, TagView};
use crate::posts::view::PersonView;

/// A photo never changes under its address, but the right to see it does: nobody but the reader's own browser keeps
/// one that the world may see, and not for long.
const KEEP: &str = "private, max-age=86400, immutable";
/// Of all others the browser has to ask again each time; the tag saves sending what it has.
const ASK_AGAIN: &str = "private, no-cache";

/// The routes.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .post("/media", Access::Member, take)
        .get("/media/{id}/{size}", Access::Anyone, send)
        .post("/media/{id}/remove", Access::Member, remove)
        .post("/media/{id}/alt", Access::Member, describe)
        .get("/photo/{id}", Access::Anyone, show)
}

/// What a script is told of an upload.
#[derive(serde::Serialize)]
struct Taken {
    id: String,
    url: String,
    alt: String,
    width: u32,
    height: u32,
}

async fn take(visit: Visit, headers: HeaderMap, form: std::result::Result<Form, Fault>) -> Answer {
    let for_script = headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.starts_with("application/json"));
    let taken = match form {
        Ok(form) => upload(&visit, form).await.map_err(Fault::from),
        Err(fault) => Err(fault),
    };
    match taken {
        Ok(photo) if for_script => Ok(axum::Json(Taken {
            id: photo.id.to_string(),
            url: format!("/media/{}/small", photo.id),
            alt: photo.alt,
            width: photo.width,
            height: photo.height,
        })
        .into_response()),
        Ok(photo) => Ok(see_other(&format!("/photo/{}", photo.id))),
        Err(fault) if for_script => Ok(refusal(&visit, &fault)),
        Err(fault) => Err(fault),
    }
}

async fn upload(visit: &Visit, mut form: Form) -> Result<Photo> {
    form.only(&["file", "photo", "alt"])?;
    let alt = form.get("alt").to_owned();
    let mut files = form.take_files("file");
    files.append(&mut form.take_files("photo"));
    let file = files.into_iter().next().ok_or_else(|| Error::invalid("photos", "media-problem-empty"))?;
    let bytes = u64::try_from(file.bytes).unwrap_or(u64::MAX);
    let sent = Sent { path: file.path.to_path_buf(), bytes, alt, crop: None };
    media::upload(&visit.app, &visit.viewer, sent).await
}

/// Why a photo was not taken, for the composer to show beside it.
fn refusal(visit: &Visit, fault: &Fault) -> Response {
    let error = &fault.0;
    if error.kind() == kith_base::Kind::Internal {
        tracing::error!(%error, "a photo was not taken");
    }
    let message = error.fields().first().map_or_else(|| error.message(), |field| &field.message);
    let problem = visit.locale.message(message);
    (status_of(error.kind()), axum::Json(serde_json::json!({ "problem": problem }))).into_response()
}

/// What may stand behind the address of a photo.
#[derive(Default, serde::Deserialize)]
#[serde(default)]
struct Keyed {
    key: String,
}

async fn send(
    visit: Visit,
    Path((id, size)): Path<(String, String)>,
    Query(keyed): Query<Keyed>,
    headers: HeaderMap,
) -> Answer {
    let (id, size) = parsed(&id, &size)?;
    // A key says for whom the address was made; it opens what that member may see now.
    let holder = photos::holder(&visit.app, &keyed.key, id);
    let viewer = match holder {
        Some(account) => viewers::load(&visit.app, account).await?,
        None => visit.viewer.clone(),
    };
    let opened = photos::open(&visit.app, &viewer, id, size).await?.into_inner();
    let tag = format!("\"{id}-{}\"", size.as_str());
    let is_known = headers
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|known| known.trim().trim_start_matches("W/") == tag);
    let mut response = if is_known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let mut response = Body::from_stream(ReaderStream::new(opened.file)).into_response();
        let content_type = HeaderValue::from_str(&opened.content_type).map_err(Error::internal)?;
        response.headers_mut().insert(header::CONTENT_TYPE, content_type);
        response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(opened.length));
        response
    };
    let own = [
        (header::CACHE_CONTROL, HeaderValue::from_static(if opened.is_public { KEEP } else { ASK_AGAIN })),
        (header::ETAG, HeaderValue::from_str(&tag).map_err(Error::internal)?),
        // Opened by itself it is a picture and nothing else, whatever a browser takes it for.
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("inline")),
    ];
    for (name, value) in own {
        response.headers_mut().insert(name, value);
    }
    if holder.is_some() {
        // Apps that are pages of another origin show it too.
        response
            .headers_mut()
            .insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
    }
    Ok(response)
}

/// Anything that is no id or no size of ours is simply not there.
fn parsed(id: &str, size: &str) -> Result<(MediaId, SizeName)> {
    let id = id.parse().map_err(|_| Error::not_found())?;
    Ok((id, SizeName::parse(size).ok_or_else(Error::not_found)?))
}

async fn remove(visit: Visit, Path(id): Path<MediaId>, form: Form) -> Answer {
    form.only(&["back"])?;
    media::withdraw(&visit.app, &visit.viewer, id).await?;
    Ok(with_flash(see_other(local_path(form.get("back"), "/")), "flash-photo-removed", None))
}

async fn describe(visit: Visit, Path(id): Path<MediaId>, form: Form) -> Answer {
    form.only(&["alt"])?;
    let alt = form.get("alt").to_owned();
    match media::describe(&visit.app, &visit.viewer, id, &alt).await {
        Ok(()) => Ok(with_flash(see_other(&format!("/photo/{id}")), "flash-photo-described", None)),
        Err(error) => {
            let shown = shown(&visit, id).await?;
            again(&visit.locale, error, |problems| page(&PhotoPage { alt, problems, ..shown }))
        }
    }
}

#[derive(Template)]
#[template(path = "photos/show.html")]
struct PhotoPage {
    frame: Frame,
    id: String,
    owner: PersonView,
    /// Description as stored, for those who do not see the photo.
    words: String,
    /// Description in the form.
    alt: String,
    problems: Problems,
    width: u32,
    height: u32,
    position: String,
    previous: Option<MediaId>,
    next: Option<MediaId>,
    close: String,
    is_mine: bool,
    is_in_post: bool,
    is_in_chat: bool,
    is_in_album: bool,
    may_report: bool,
    /// Who is in it; none where nobody can be marked.
    tags: Option<Vec<TagView>>,
}

async fn show(visit: Visit, Path(id): Path<String>) -> Answer {
    let id = id.parse().map_err(|_| Error::not_found())?;
    page(&shown(&visit, id).await?)
}

async fn shown(visit: &Visit, id: MediaId) -> Result<PhotoPage> {
    let found = photos::page(&visit.app, &visit.viewer, id).await?;
    let frame = Frame::titled(visit, "photos-photo");
    let owner = PersonView::of(&frame.l, &found.owner);
    let close = match (found.post, found.comment) {
        (Some(post), Some(comment)) => format!("/p/{post}?thread={comment}#comment-{comment}"),
        (Some(post), None) => format!("/p/{post}"),
        (None, _) => match (found.conversation, found.album) {
            (Some(chat), _) => format!("/messages/{chat}"),
            (None, Some(album)) => format!("/album/{album}"),
            (None, None) => owner.href.clone(),
        },
    };
    let position = if found.total > 1 {
        frame.l.t2("photos-position", "position", found.position, "total", found.total)
    } else {
        String::new()
    };
    let size = (found.photo.width, found.photo.height);
    let tags = match (found.post, found.comment, found.album) {
        (Some(_), None, _) | (None, None, Some(_)) => photo_tags::on_photo(visit, id, size).await?,
        _ => None,
    };
    Ok(PhotoPage {
        tags,
        id: id.to_string(),
        words: found.photo.alt.clone(),
        alt: found.photo.alt.clone(),
        problems: Problems::default(),
        width: found.photo.width,
        height: found.photo.height,
        position,
        previous: found.previous,
        next: found.next,
        close,
        is_mine: found.is_mine,
        is_in_post: found.post.is_some(),
        is_in_chat: found.conversation.is_some(),
        is_in_album: found.album.is_some(),
        may_report: visit.viewer.active().is_ok() && !found.is_mine && found.conversation.is_none(),
        owner,
        frame,
    })
}
