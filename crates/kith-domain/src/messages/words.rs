//! What happened in a conversation, as a sentence in somebody's language.

use kith_locale::Locale;

use super::model::Event;

/// The sentence. `by` did it, `about` is whom it concerns, `title` the new name; a name that is empty is that of somebody
/// who has left the community.
pub fn event_words(l: &Locale, event: Event, (by, about): (&str, &str), title: &str) -> String {
    let name = |name: &str| if name.is_empty() { l.t("posts-former-member") } else { name.to_owned() };
    let of = |key: &str| l.t1(key, "name", name(by));
    match event {
        Event::Added => l.t2("messages-event-added", "name", name(by), "other", name(about)),
        Event::Removed => l.t2("messages-event-removed", "name", name(by), "other", name(about)),
        Event::Joined => of("messages-event-joined"),
        Event::Left => of("messages-event-left"),
        Event::Renamed if title.is_empty() => of("messages-event-unnamed"),
        Event::Renamed => l.t2("messages-event-renamed", "name", name(by), "title", title),
        Event::Pictured => of("messages-event-pictured"),
        Event::Unpictured => of("messages-event-unpictured"),
    }
}
