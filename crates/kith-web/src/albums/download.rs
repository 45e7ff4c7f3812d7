//! All photos of an album in one file. It is made while it is sent, one photo after the other, and lies nowhere.

use std::collections::VecDeque;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use bytes::Bytes;
use futures_util::stream;
use kith_base::{Error, Result};
use kith_domain::albums::{self, InAlbum};
use kith_domain::photos::{self, SizeName};
use kith_domain::{AlbumId, App, Viewer};
use kith_http::{Answer, Visit};
use tokio::io::AsyncReadExt;

use super::zip::Zip;

/// A file larger than this is none of ours.
const LARGEST: u64 = 64 * 1024 * 1024;

struct Sending {
    app: Arc<App>,
    viewer: Viewer,
    photos: VecDeque<InAlbum>,
    zip: Zip,
    is_done: bool,
}

pub(super) async fn send(visit: Visit, Path(id): Path<AlbumId>) -> Answer {
    let (album, photos) = albums::all_photos(&visit.app, &visit.viewer, id).await?;
    let sending = Sending {
        app: Arc::clone(&visit.app),
        viewer: visit.viewer.clone(),
        photos: photos.into(),
        zip: Zip::default(),
        is_done: false,
    };
    let body = Body::from_stream(stream::try_unfold(sending, |mut sending| async move {
        let part = sending.part().await.map_err(std::io::Error::other)?;
        Ok::<_, std::io::Error>(part.map(|part| (part, sending)))
    }));
    let mut response = body.into_response();
    let name = format!("attachment; filename=\"album-{id}.zip\"; filename*=UTF-8''{}", named(&album.title));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/zip")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_str(&name).map_err(Error::internal)?),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    for (name, value) in headers {
        response.headers_mut().insert(name, value);
    }
    Ok(response)
}

/// The title as the name of a file in a header.
fn named(title: &str) -> String {
    crate::people::encoded(&format!("{}.zip", plain(title)))
}

/// Letters and figures of any script; whatever else might mean something to a computer becomes a line.
fn plain(text: &str) -> String {
    let kept: String = text
        .chars()
        .map(|sign| if sign.is_alphanumeric() || sign == ' ' || sign == '-' { sign } else { '_' })
        .take(60)
        .collect();
    kept.trim().to_owned()
}

impl Sending {
    /// The next piece of the file; none at its end. Whoever may not see a photo any more gets the file without it.
    async fn part(&mut self) -> Result<Option<Bytes>> {
        while let Some(found) = self.photos.pop_front() {
            let opened = match photos::open(&self.app, &self.viewer, found.photo.id, SizeName::Full).await {
                Ok(opened) => opened.into_inner(),
                Err(error) if error.is_not_found() => continue,
                Err(error) => return Err(error),
            };
            if opened.length > LARGEST || !self.zip.has_room(opened.length) {
                continue;
            }
            let mut content = Vec::new();
            opened.file.take(LARGEST).read_to_end(&mut content).await.map_err(Error::internal)?;
            let ending = opened.content_type.strip_prefix("image/").unwrap_or("bin");
            let ending = if ending == "jpeg" { "jpg" } else { ending };
            let words = plain(&found.caption);
            let joint = if words.is_empty() { "" } else { " " };
            let name = format!("{:04}{joint}{words}.{ending}", self.zip.count() + 1);
            return Ok(Some(self.zip.add(&name, &content)));
        }
        if self.is_done {
            return Ok(None);
        }
        self.is_done = true;
        Ok(Some(self.zip.end()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_lead_nowhere() {
        assert_eq!(plain("../../etc/pass\"wd\r\n"), "______etc_pass_wd__");
        assert_eq!(plain("رحلة 2026"), "رحلة 2026");
        assert!(named("a/b").starts_with("a_b"));
    }
}
