//! Photos as media attachments.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kith_domain::media::Photo;
use kith_domain::{MediaId, photos};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

use super::schema::IdText;
use crate::caller::Caller;

/// `MediaAttachment` (docs.joinmastodon.org/entities/MediaAttachment).
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "MediaAttachment")]
pub(crate) struct Attachment {
    #[schemars(with = "IdText")]
    pub(crate) id: MediaId,
    r#type: &'static str,
    /// None while it is being made into its sizes.
    url: Option<String>,
    preview_url: Option<String>,
    remote_url: Option<String>,
    preview_remote_url: Option<String>,
    text_url: Option<String>,
    meta: Value,
    description: Option<String>,
    blurhash: Option<String>,
    /// The placeholder of the pages (evanw.github.io/thumbhash), in Base64.
    thumbhash: Option<String>,
}

impl Attachment {
    /// One that is being made into its sizes: nothing of it can be fetched yet.
    pub(crate) fn waiting(id: MediaId, alt: String) -> Self {
        Self {
            id,
            r#type: "image",
            url: None,
            preview_url: None,
            remote_url: None,
            preview_remote_url: None,
            text_url: None,
            meta: json!({}),
            description: (!alt.is_empty()).then_some(alt),
            blurhash: None,
            thumbhash: None,
        }
    }

    pub(crate) fn of(caller: &Caller, photo: &Photo) -> Self {
        let (width, height) = (f64::from(photo.width), f64::from(photo.height));
        let size = |most: f64| {
            let scale = (most / width.max(height)).min(1.0);
            let (width, height) = ((width * scale).round(), (height * scale).round());
            json!({
                "width": width as i64,
                "height": height as i64,
                "size": format!("{width}x{height}"),
                "aspect": width / height.max(1.0),
            })
        };
        Self {
            id: photo.id,
            r#type: "image",
            url: Some(address(caller, photo.id, "full")),
            preview_url: Some(address(caller, photo.id, "small")),
            remote_url: None,
            preview_remote_url: None,
            text_url: None,
            meta: json!({ "original": size(f64::INFINITY), "small": size(640.0) }),
            description: (!photo.alt.is_empty()).then(|| photo.alt.clone()),
            blurhash: photo.blurhash.clone(),
            thumbhash: Some(STANDARD.encode(&photo.thumbhash)),
        }
    }
}

/// Where a photo can be fetched by a program that sends no token along.
pub(crate) fn address(caller: &Caller, photo: MediaId, size: &str) -> String {
    let path = format!("/media/{photo}/{size}");
    match photos::key(&caller.app, &caller.viewer, photo) {
        Some(key) => caller.url(&format!("{path}?key={key}")),
        None => caller.url(&path),
    }
}
