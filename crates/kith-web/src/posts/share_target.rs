//! What another app on the phone hands over: words and an address come into the composer, and photos that the worker has
//! sent before it led here.

use axum::extract::RawQuery;
use kith_base::{Result, limits};
use kith_domain::{MediaId, photos};
use kith_http::{Answer, Visit};

use super::compose::begin;
use super::ground::Begun;

pub(super) async fn take(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let mut begun = read(query.as_deref().unwrap_or_default());
    begun.photos = own(&visit, begun.photos).await?;
    begin(&visit, begun).await
}

/// Those that the visitor has sent and nothing shows yet: an address can name any.
async fn own(visit: &Visit, named: Vec<MediaId>) -> Result<Vec<MediaId>> {
    let mut own = Vec::new();
    for id in named {
        match photos::page(&visit.app, &visit.viewer, id).await {
            Ok(photo) if photo.is_mine && photo.post.is_none() && !own.contains(&id) => own.push(id),
            Ok(_) => {}
            Err(error) if error.is_not_found() => {}
            Err(error) => return Err(error),
        }
    }
    Ok(own)
}

/// Apps disagree about which field holds what: an address often comes as the text, and the title a second time in it.
fn read(query: &str) -> Begun {
    let (mut words, mut photos) = ([const { String::new() }; 3], Vec::new());
    for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
        let [title, text, url] = &mut words;
        let place = match &*name {
            "title" => title,
            "text" => text,
            "url" => url,
            "photo" if photos.len() < limits::POST_PHOTOS => {
                photos.extend(value.parse::<MediaId>());
                continue;
            }
            _ => continue,
        };
        *place = value.trim().replace("\r\n", "\n").chars().take(limits::POST_TEXT).collect();
    }
    let [title, text, url] = words;
    let mut parts: Vec<&str> = Vec::new();
    for part in [title.as_str(), text.as_str(), url.as_str()] {
        if !part.is_empty() && !parts.contains(&part) {
            parts.push(part);
        }
    }
    if parts.len() > 1 && text.contains(&title) {
        parts.retain(|part| *part != title || *part == text);
    }
    if text.contains(&url) && text != url {
        parts.retain(|part| *part != url);
    }
    Begun { text: parts.join("\n\n"), photos }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(query: &str) -> String {
        read(query).text
    }

    #[test]
    fn what_is_handed_over_stands_there_once() {
        assert_eq!(
            text("title=Fair&text=On+Sunday&url=https%3A%2F%2Fa.example%2F"),
            "Fair\n\nOn Sunday\n\nhttps://a.example/"
        );
        assert_eq!(text("text=https%3A%2F%2Fa.example%2F"), "https://a.example/");
        assert_eq!(text("title=Fair&text=Fair"), "Fair");
        assert_eq!(
            text("title=Fair&text=The+Fair+https%3A%2F%2Fa.example&url=https%3A%2F%2Fa.example"),
            "The Fair https://a.example"
        );
        assert_eq!(text("title=Fair&url=https%3A%2F%2Fa.example"), "Fair\n\nhttps://a.example");
        assert_eq!(text("text=one%0D%0Atwo&else=three"), "one\ntwo");
        assert_eq!(text(""), "");
    }

    #[test]
    fn photos_are_ids_and_not_too_many() {
        assert_eq!(read("photo=7&photo=x&photo=8").photos, [MediaId::new(7), MediaId::new(8)]);
        let many = "photo=7&".repeat(limits::POST_PHOTOS + 5);
        assert_eq!(read(&many).photos.len(), limits::POST_PHOTOS);
    }
}
