//! Pages as templates read them.

use kith_base::DAY;
use kith_domain::pages::{Button, Category, Page, PageText, Right, policy, show_day};
use kith_domain::viewer::PageRole;
use kith_http::Visit;
use kith_locale::Locale;

use crate::frame::{Frame, hue_of, initials_of};

/// 5 January 1970, a Monday.
const MONDAY: kith_base::Millis = 4 * DAY;

/// A page in a list.
pub(super) struct PageRow {
    pub(super) id: String,
    pub(super) handle: String,
    pub(super) name: String,
    pub(super) line: String,
    pub(super) avatar: Option<String>,
    pub(super) hue: u8,
    pub(super) initials: String,
    pub(super) is_verified: bool,
    /// Whether the viewer may act as it now.
    pub(super) may_act: bool,
    /// Whether the viewer helps to run it.
    pub(super) is_own: bool,
}

impl PageRow {
    pub(super) fn of(l: &Locale, page: &Page) -> Self {
        let category = l.t(category_key(page.details.category));
        let line = match page.role.or(page.invited_as) {
            _ if !page.person.state.is_present() => l.t("pages-closed"),
            Some(role) => format!("{category} · {}", l.t(role_key(role))),
            None => category,
        };
        Self {
            id: page.id().to_string(),
            handle: page.person.handle.clone(),
            name: page.person.name.clone(),
            line,
            avatar: page.person.avatar.map(|id| format!("/media/{id}/square")),
            hue: hue_of(page.id().raw()),
            initials: initials_of(&page.person.name),
            is_verified: page.verified_at.is_some(),
            may_act: may_act(page),
            is_own: page.role.is_some(),
        }
    }
}

fn may_act(page: &Page) -> bool {
    page.person.state.is_present() && page.role.is_some_and(|role| policy::grant(role, Right::Act))
}

/// What stands on top of a page's profile beside what stands on every one.
pub(crate) struct PageHead {
    pub(crate) id: String,
    pub(crate) category: String,
    pub(crate) is_verified: bool,
    /// Address, label and icon of its button.
    pub(crate) button: Option<(String, String, &'static str)>,
    /// Where its tools stand, for its team.
    pub(crate) manage: Option<String>,
    /// Whether the viewer may begin to act as it.
    pub(crate) may_act: bool,
}

impl PageHead {
    pub(crate) fn of(visit: &Visit, page: &Page) -> Self {
        let l = &visit.locale;
        let details = &page.details;
        let is_self = visit.viewer.id() == Some(page.id());
        let button = match details.button {
            Button::None => None,
            Button::Write if is_self => None,
            Button::Write => {
                let href = format!("/messages/with/{}", page.person.handle);
                Some((href, "pages-button-write", "message"))
            }
            Button::Call => Some((tel(&details.phone), "pages-button-call", "device")),
            Button::SignUp => Some((details.button_target.clone(), "pages-button-sign-up", "check")),
            Button::Donate => Some((details.button_target.clone(), "pages-button-donate", "heart")),
        };
        Self {
            id: page.id().to_string(),
            category: l.t(category_key(details.category)),
            is_verified: page.verified_at.is_some(),
            button: button.map(|(href, key, icon)| (href, l.t(key), icon)),
            manage: page.role.map(|_| format!("/pages/{}/manage", page.person.handle)),
            may_act: !is_self && may_act(page),
        }
    }
}

/// What a page says of itself, with everything that one looks for.
pub(crate) struct PageAbout {
    pub(crate) html: String,
    pub(crate) language: String,
    /// Address, name and tag of each language, and whether it is the one that is shown; none when there is but one.
    pub(crate) languages: Vec<(String, String, String, bool)>,
    /// Whether it is open now, in words.
    pub(crate) open: Option<(bool, String)>,
    /// Weekday, hours.
    pub(crate) hours: Vec<(String, String)>,
    pub(crate) address: String,
    pub(crate) map_link: String,
    pub(crate) phone: Option<(String, String)>,
    pub(crate) email: String,
    pub(crate) website: String,
}

impl PageAbout {
    pub(crate) fn of(frame: &Frame, page: &Page, (text, known): (PageText, Vec<String>)) -> Self {
        let l = &frame.l;
        let details = &page.details;
        let base = format!("/u/{}", page.person.handle);
        let languages = if known.len() > 1 { known } else { Vec::new() };
        let open = details.hours.is_open_at(frame.now, &page.time_zone);
        let day = |(weekday, spans): (String, &Vec<_>)| {
            let hours = if spans.is_empty() { l.t("pages-closed-that-day") } else { show_day(spans) };
            (weekday, hours)
        };
        Self {
            language: text.language.clone(),
            languages: languages
                .into_iter()
                .map(|tag| {
                    let is_shown = tag == text.language;
                    (format!("{base}?about={tag}"), l.language_name(&tag), tag, is_shown)
                })
                .collect(),
            html: text.about_html,
            open: open
                .map(|is_open| (is_open, l.t(if is_open { "pages-open-now" } else { "pages-closed-now" }))),
            hours: match details.hours.is_empty() {
                true => Vec::new(),
                false => weekdays(l).into_iter().zip(&details.hours.0).map(day).collect(),
            },
            address: details.address.clone(),
            map_link: details.map_link.clone(),
            phone: (!details.phone.is_empty()).then(|| (tel(&details.phone), details.phone.clone())),
            email: details.email.clone(),
            website: details.website.clone(),
        }
    }
}

/// The names of the weekdays from Monday on.
pub(super) fn weekdays(l: &Locale) -> Vec<String> {
    // The days are of no zone but that in which they are counted.
    let plain = Locale::new(l.language(), "UTC");
    (0..7).map(|day| plain.weekday(MONDAY + day * DAY)).collect()
}

/// The address that dials a number.
fn tel(phone: &str) -> String {
    let signs: String = phone.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect();
    format!("tel:{signs}")
}

pub(super) const fn role_key(role: PageRole) -> &'static str {
    match role {
        PageRole::Owner => "pages-role-owner",
        PageRole::Admin => "pages-role-admin",
        PageRole::Editor => "pages-role-editor",
        PageRole::Moderator => "pages-role-moderator",
        PageRole::Analyst => "pages-role-analyst",
    }
}

pub(super) const fn category_key(category: Category) -> &'static str {
    match category {
        Category::Faith => "pages-category-faith",
        Category::School => "pages-category-school",
        Category::Club => "pages-category-club",
        Category::Sport => "pages-category-sport",
        Category::Culture => "pages-category-culture",
        Category::Shop => "pages-category-shop",
        Category::Food => "pages-category-food",
        Category::Health => "pages-category-health",
        Category::Charity => "pages-category-charity",
        Category::Public => "pages-category-public",
        Category::Other => "pages-category-other",
    }
}

/// The categories as a list to choose from.
pub(super) fn categories(l: &Locale, chosen: Option<Category>) -> Vec<(&'static str, String, bool)> {
    Category::ALL
        .iter()
        .map(|category| (category.as_str(), l.t(category_key(*category)), chosen == Some(*category)))
        .collect()
}
