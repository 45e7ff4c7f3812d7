//! What a browser is woken with: all that its worker needs to show a note and to open the right page.

use kith_domain::ports::PushMessage;
use kith_locale::{Language, Locale};
use serde_json::json;

/// The words of `message` as the worker of our pages reads them.
pub fn push_words(message: &PushMessage) -> Vec<u8> {
    let page = message.page.clone().unwrap_or_default();
    let locale = Locale::new(Language::parse(&message.language).unwrap_or_default(), "UTC");
    let told = json!({
        "title": message.title,
        "body": message.body,
        "icon": message.icon,
        "lang": locale.lang(),
        "dir": locale.dir(),
        "tag": page.tag,
        "url": page.path,
        "unread": page.unread,
    });
    told.to_string().into_bytes()
}

#[cfg(test)]
mod tests {
    use kith_domain::kinds::NoticeId;
    use kith_domain::notices::Occasion;
    use kith_domain::ports::PushPage;

    use super::*;

    #[test]
    fn the_worker_is_told_what_to_show_and_where_it_leads() {
        let message = PushMessage {
            endpoint: "https://push.example/secret".into(),
            p256dh: vec![4; 65],
            auth: vec![9; 16],
            is_standard: true,
            notice: NoticeId::default(),
            occasion: Occasion::Mention,
            language: "ar".into(),
            icon: "https://kith.example/avatars/missing.png".into(),
            title: "title".into(),
            body: "body".into(),
            contact: String::new(),
            now: 0,
            page: Some(PushPage { path: "/p/7".into(), tag: "notice-7".into(), unread: 3 }),
        };
        let words = push_words(&message);
        let told: serde_json::Value = serde_json::from_slice(&words).unwrap();
        assert_eq!(
            told,
            json!({
                "title": "title", "body": "body", "icon": "https://kith.example/avatars/missing.png",
                "lang": "ar", "dir": "rtl", "tag": "notice-7", "url": "/p/7", "unread": 3,
            })
        );
        assert!(!String::from_utf8(words).unwrap().contains("secret"));
    }
}
