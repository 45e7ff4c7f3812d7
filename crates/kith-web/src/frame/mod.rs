//! What stands around every page: the community's name, who is looking, counts, language, token, addresses of assets.

mod parts;

use kith_domain::pages::{Right, policy};
use kith_domain::reading::Reading;
use kith_domain::viewer::Role;
use kith_http::Visit;
use kith_locale::{Language, Locale};

use crate::assets::{Assets, assets};
use crate::reading;

/// The frame of one page.
pub(crate) struct Frame {
    pub(crate) l: Locale,
    pub(crate) site_name: String,
    pub(crate) title: String,
    pub(crate) viewer: Option<FramePerson>,
    /// The page as which somebody acts, and who it is.
    pub(crate) acting: Option<(String, String)>,
    /// Pages as which the member may act: id, name, whether they do now.
    pub(crate) pages: Vec<(String, String, bool)>,
    pub(crate) csrf: String,
    pub(crate) theme: String,
    pub(crate) path: String,
    pub(crate) friend_requests: i64,
    pub(crate) join_requests: i64,
    pub(crate) unread_notices: i64,
    /// How far open pages had been told before this one was made.
    pub(crate) live_at: kith_domain::live::Position,
    pub(crate) unread_messages: i64,
    pub(crate) flash: Option<Flash>,
    pub(crate) assets: &'static Assets,
    pub(crate) languages: Vec<(String, &'static str)>,
    /// In which languages the reader reads.
    pub(crate) reading: Reading,
    pub(crate) now: kith_base::Millis,
    /// Whether search engines may keep the page: only what the community says of itself, and what somebody who lets
    /// themselves be found wrote for the world.
    pub(crate) is_indexed: bool,
}

/// The member in the corner of the frame.
pub(crate) struct FramePerson {
    pub(crate) handle: String,
    pub(crate) name: String,
    pub(crate) avatar: Option<String>,
    pub(crate) hue: u8,
    pub(crate) initials: String,
    pub(crate) is_active: bool,
    /// Whether it is a page, as which somebody acts.
    pub(crate) is_page: bool,
    pub(crate) is_moderator: bool,
    pub(crate) is_admin: bool,
}

/// A word about what just happened.
pub(crate) struct Flash {
    /// Scripts know by it what is done: a draft is dropped once its post is there.
    pub(crate) key: String,
    pub(crate) text: String,
    pub(crate) kind: &'static str,
    pub(crate) undo: Option<String>,
}

impl Frame {
    /// The frame of a page whose title is already in the reader's language.
    pub(crate) fn new(visit: &Visit, title: impl Into<String>) -> Self {
        let offered = match visit.site.is_set_up {
            true => visit.site.languages.iter().filter_map(|tag| Language::parse(tag)).collect(),
            false => Language::all().to_vec(),
        };
        Self {
            l: visit.locale.clone(),
            site_name: visit.site.name.clone(),
            title: title.into(),
            viewer: FramePerson::of(visit),
            acting: acting(visit),
            pages: own_pages(visit),
            csrf: visit.csrf.clone(),
            theme: visit.theme.to_owned(),
            path: visit.path.clone(),
            friend_requests: visit.viewer.member().map_or(0, |member| member.friend_requests),
            join_requests: visit.join_requests,
            unread_notices: visit.unread_notices,
            live_at: visit.live_at,
            unread_messages: visit.unread_messages,
            flash: Flash::of(visit),
            assets: assets(),
            languages: offered
                .into_iter()
                .map(|language: Language| (language.tag().to_owned(), language.native_name()))
                .collect(),
            reading: reading::of(visit),
            now: visit.now,
            is_indexed: false,
        }
    }

    /// The same frame around a page that search engines may keep.
    pub(crate) fn indexed(self) -> Self {
        Self { is_indexed: true, ..self }
    }

    /// The frame of a page titled by a key of the catalogues.
    pub(crate) fn titled(visit: &Visit, key: &'static str) -> Self {
        Self::new(visit, visit.locale.t(key))
    }
}

impl FramePerson {
    fn of(visit: &Visit) -> Option<Self> {
        let member = visit.viewer.member()?;
        Some(Self {
            handle: member.handle.clone(),
            name: member.name.clone(),
            avatar: member.avatar.map(|id| format!("/media/{id}/square")),
            hue: hue_of(member.id.raw()),
            initials: initials_of(&member.name),
            is_active: visit.viewer.active().is_ok(),
            is_page: member.acting.is_some(),
            is_moderator: member.role >= Role::Moderator,
            is_admin: member.role >= Role::Admin,
        })
    }
}

/// The page as which somebody acts, and who it is.
fn acting(visit: &Visit) -> Option<(String, String)> {
    let page = visit.viewer.member().filter(|member| member.acting.is_some())?;
    Some((page.name.clone(), visit.person.member()?.name.clone()))
}

/// Pages as which the member may act.
fn own_pages(visit: &Visit) -> Vec<(String, String, bool)> {
    let Ok(me) = visit.person.active() else { return Vec::new() };
    let may_act = me.pages.iter().filter(|page| policy::grant(page.role, Right::Act));
    may_act.map(|page| (page.id.to_string(), page.name.clone(), visit.viewer.id() == Some(page.id))).collect()
}

impl Flash {
    fn of(visit: &Visit) -> Option<Self> {
        let (key, undo) = visit.flash.as_ref()?;
        if !visit.locale.has(key) {
            return None;
        }
        let undo = kith_http::local_path(undo, "");
        Some(Self {
            key: key.clone(),
            text: visit.locale.t(key),
            kind: "good",
            undo: (!undo.is_empty()).then(|| undo.to_owned()),
        })
    }
}

/// One of twelve hues for people without a picture, the same for a person on every page.
pub(crate) fn hue_of(id: i64) -> u8 {
    // The low 16 bits of an id are chance; the rest is time and would give neighbours the same colour.
    u8::try_from((id & 0xffff) % 12).unwrap_or(0)
}

/// Up to two letters for people without a picture.
pub(crate) fn initials_of(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    let first = words.next();
    let last = words.next_back();
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_come_from_first_and_last_name() {
        assert_eq!(initials_of("Amina Maria Müller"), "AM");
        assert_eq!(initials_of("شيرين"), "ش");
        assert_eq!(initials_of("  "), "");
        assert_eq!(initials_of("Åsa 'Bo' Ek"), "ÅE");
    }
}
