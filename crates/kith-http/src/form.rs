//! Forms: fields by name, files in temporary files, the token checked before anything else is looked at. What a form
//! does not know is refused, so that nothing can be slipped in.

use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;

use axum::body::to_bytes;
use axum::extract::multipart::Field;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use axum::http::header;
use kith_base::config::UPLOAD_PREFIX;
use kith_base::{Error, Id, Kind, Message, Result, limits};
use kith_domain::App;
use tempfile::TempPath;
use tokio::io::AsyncWriteExt;

use crate::{Fault, Visit};

/// Name of the field that carries the token.
const TOKEN: &str = "csrf";
/// Fields in one form at most.
const FIELDS: usize = 2_000;

/// A form as sent, its token already checked.
#[derive(Debug, Default)]
pub struct Form {
    fields: Vec<(String, String)>,
    files: Vec<Upload>,
}

/// An uploaded file, lying in a temporary place that vanishes with this value.
#[derive(Debug)]
pub struct Upload {
    /// Name of the form's field.
    pub field: String,
    /// Name that the sender gave it; never used as a path.
    pub name: String,
    /// Where it lies.
    pub path: TempPath,
    /// Its size.
    pub bytes: usize,
}

impl Form {
    /// The value of `name`, trimmed of nothing; empty when absent.
    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// Whether the form has `name` (a ticked box).
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(key, _)| key == name)
    }

    /// All values of `name`.
    pub fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.fields.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The value of `name` as an id or number; `None` when empty.
    ///
    /// # Errors
    /// Invalid when it is not empty and does not parse.
    pub fn parse<T: FromStr>(&self, name: &'static str) -> Result<Option<T>> {
        match self.get(name).trim() {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| Error::invalid(name, "error-not-understood")),
        }
    }

    /// All values of `name` as ids; those that are none are an error.
    ///
    /// # Errors
    /// Invalid when one does not parse.
    pub fn ids<K>(&self, name: &'static str) -> Result<Vec<Id<K>>> {
        self.all(name)
            .filter(|text| !text.is_empty())
            .map(|text| text.parse().map_err(|_| Error::invalid(name, "error-not-understood")))
            .collect()
    }

    /// Refuses fields other than `allowed`; a name ending in `*` allows all that begin so.
    ///
    /// # Errors
    /// Invalid, naming no field of ours, when there is another one.
    pub fn only(&self, allowed: &[&str]) -> Result<()> {
        let knows = |name: &str| {
            name == TOKEN
                || allowed.iter().any(|pattern| match pattern.strip_suffix('*') {
                    Some(start) => name.starts_with(start),
                    None => *pattern == name,
                })
        };
        match self
            .fields
            .iter()
            .map(|(name, _)| name)
            .chain(self.files.iter().map(|file| &file.field))
            .find(|name| !knows(name))
        {
            None => Ok(()),
            Some(name) => {
                let source = format!("unknown field {name:?}");
                Err(Error::new(Kind::Invalid, "error-unknown-field").because(source))
            }
        }
    }

    /// The files sent under `name`, taken out. Browsers send an empty, nameless file for an empty input; it is left
    /// out.
    pub fn take_files(&mut self, name: &str) -> Vec<Upload> {
        let (taken, kept) = self.files.drain(..).partition(|file| file.field == name);
        self.files = kept;
        taken
    }

    /// A form with these fields, for tests and for showing a page again.
    pub fn from_fields(fields: impl IntoIterator<Item = (String, String)>) -> Self {
        Self { fields: fields.into_iter().collect(), files: Vec::new() }
    }

    /// All fields but the token, as sent.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields
            .iter()
            .filter(|(name, _)| name != TOKEN)
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

impl FromRequest<Arc<App>> for Form {
    type Rejection = Fault;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, Fault> {
        let visit = request.extensions().get::<Visit>().cloned();
        let visit = visit.ok_or_else(|| Error::internal("a form was read without a visit"))?;
        let kind =
            request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
        let form = if kind.starts_with("multipart/form-data") {
            // Files are for members: nobody else has a form that sends them.
            visit.viewer.member().ok_or_else(Error::sign_in_needed)?;
            read_multipart(request, app, &visit).await?
        } else if kind.starts_with("application/x-www-form-urlencoded") || kind.is_empty() {
            read_urlencoded(request).await?
        } else {
            return Err(Error::new(Kind::Invalid, "error-not-understood").into());
        };
        if !visit.is_token_given {
            visit.check_token(form.get(TOKEN))?;
        }
        Ok(form)
    }
}

async fn read_urlencoded(request: Request) -> Result<Form> {
    let too_large = || Error::new(Kind::TooLarge, "error-too-large");
    let body = to_bytes(request.into_body(), limits::FORM_BYTES).await.map_err(|_| too_large())?;
    let fields: Vec<(String, String)> =
        url::form_urlencoded::parse(&body).into_owned().take(FIELDS + 1).collect();
    if fields.len() > FIELDS { Err(too_large()) } else { Ok(Form { fields, files: Vec::new() }) }
}

/// The most that a form with files may hold: every photo as large as one may be, and the words.
const UPLOAD_BYTES: usize = limits::POST_PHOTOS * limits::PHOTO_BYTES + 2 * limits::FORM_BYTES;

async fn read_multipart(mut request: Request, app: &Arc<App>, visit: &Visit) -> Result<Form> {
    // The framework's own limit of 2 MB is less than one photo.
    DefaultBodyLimit::max(UPLOAD_BYTES).apply(&mut request);
    let wrong = |source: axum::extract::multipart::MultipartError| {
        Error::new(Kind::Invalid, "error-not-understood").because(source)
    };
    let mut parts = Multipart::from_request(request, app)
        .await
        .map_err(|source| Error::new(Kind::Invalid, "error-not-understood").because(source.to_string()))?;
    let (mut form, mut text_bytes) = (Form::default(), 0);
    while let Some(field) = parts.next_field().await.map_err(wrong)? {
        let name = field.name().unwrap_or_default().to_owned();
        match field.file_name().map(ToOwned::to_owned) {
            None => {
                let bytes = read_text(field, limits::FORM_BYTES - text_bytes).await?;
                text_bytes += bytes.len();
                form.fields.push((name, String::from_utf8_lossy(&bytes).into_owned()));
            }
            Some(file_name) => {
                // The token stands first in every form of ours; a file before it is somebody else's form.
                if form.files.is_empty() && !visit.is_token_given {
                    visit.check_token(form.get(TOKEN))?;
                }
                if form.files.len() >= limits::POST_PHOTOS {
                    return Err(Error::invalid(
                        "photos",
                        Message::new("error-too-many-photos").with("max", limits::POST_PHOTOS),
                    ));
                }
                let (path, bytes) = read_file(field, app.config.uploads()).await?;
                if bytes > 0 || !file_name.is_empty() {
                    form.files.push(Upload { field: name, name: file_name, path, bytes });
                }
            }
        }
        if form.fields.len() > FIELDS {
            return Err(Error::new(Kind::TooLarge, "error-too-large"));
        }
    }
    Ok(form)
}

async fn read_text(mut field: Field<'_>, room: usize) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field
        .chunk()
        .await
        .map_err(|source| Error::new(Kind::Invalid, "error-not-understood").because(source))?
    {
        if bytes.len() + chunk.len() > room {
            return Err(Error::new(Kind::TooLarge, "error-too-large"));
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

async fn read_file(mut field: Field<'_>, folder: PathBuf) -> Result<(TempPath, usize)> {
    tokio::fs::create_dir_all(&folder).await?;
    let path = tokio::task::spawn_blocking(move || {
        tempfile::Builder::new().prefix(UPLOAD_PREFIX).tempfile_in(folder)
    })
    .await
    .map_err(Error::internal)??
    .into_temp_path();
    let mut file = tokio::fs::OpenOptions::new().write(true).open(&path).await?;
    // What a form calls files may be anything; all else that is sent is meant to be photos.
    let is_photo = field.name() != Some("files");
    let mut written = 0;
    while let Some(chunk) = field
        .chunk()
        .await
        .map_err(|source| Error::new(Kind::Invalid, "error-not-understood").because(source))?
    {
        written += chunk.len();
        if written > limits::PHOTO_BYTES {
            let max = limits::PHOTO_BYTES / 1024 / 1024;
            let key = if is_photo { "error-photo-too-large" } else { "error-file-too-large" };
            return Err(Error::new(Kind::TooLarge, Message::new(key).with("max", max)));
        }
        file.write_all(&chunk).await?;
    }
    file.flush().await?;
    Ok((path, written))
}
