//! Files of messages and groups on their way out: to be saved, never to be shown by a browser.

use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use kith_base::Error;
use kith_domain::media::OpenedFile;
use kith_domain::{FileId, messages};
use kith_http::{Answer, Visit};
use tokio_util::io::ReaderStream;

use crate::people::encoded;

pub(super) async fn send(visit: Visit, Path(id): Path<String>) -> Answer {
    let id: FileId = id.parse().map_err(|_| Error::not_found())?;
    to_be_saved(messages::open_file(&visit.app, &visit.viewer, id).await?.into_inner())
}

/// The answer that hands a file out.
pub(crate) fn to_be_saved(opened: OpenedFile) -> Answer {
    let mut response = Body::from_stream(ReaderStream::new(opened.bytes)).into_response();
    let own = [
        (header::CONTENT_TYPE, header_of(&opened.file.content_type)?),
        (header::CONTENT_LENGTH, HeaderValue::from(opened.length)),
        (header::CONTENT_DISPOSITION, header_of(&saved_as(&opened.file.name))?),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        // Should a browser open it after all, it can do nothing.
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'")),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
    ];
    for (name, value) in own {
        response.headers_mut().insert(name, value);
    }
    Ok(response)
}

fn header_of(text: &str) -> Result<HeaderValue, Error> {
    HeaderValue::from_str(text).map_err(Error::internal)
}

/// To be saved under `name`: once in letters that every browser reads, once as it is (RFC 6266).
fn saved_as(name: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ' | '(' | ')');
    let plain: String = name.chars().map(|c| if is_plain(c) { c } else { '_' }).collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{}", encoded(name).replace('*', "%2A"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_leaves_its_place_in_the_header() {
        assert_eq!(
            saved_as("plan 2.pdf"),
            "attachment; filename=\"plan 2.pdf\"; filename*=UTF-8''plan%202.pdf"
        );
        let odd = saved_as("a\"; filename=\"b.exe\r\nX: تقرير.pdf");
        assert!(odd.matches('"').count() == 2 && odd.is_ascii() && !odd.contains('\n'), "{odd}");
    }
}
