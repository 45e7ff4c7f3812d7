//! A profile as templates read it.

use kith_domain::albums::AlbumPhoto;
use kith_domain::circles::Circle;
use kith_domain::profiles::{Field, FieldKind, PartAudience, Profile};
use kith_domain::{CircleId, relationships::Relation};
use kith_locale::Locale;

use crate::frame::{Frame, hue_of, initials_of};
use crate::pages::view::PageHead;
use crate::person::{PersonRow, in_common};
use crate::posts::view::blur;

/// What stands on top of all tabs.
pub(super) struct Head {
    pub(super) id: String,
    pub(super) handle: String,
    pub(super) name: String,
    pub(super) avatar: Option<String>,
    pub(super) avatar_full: String,
    pub(super) avatar_alt: String,
    pub(super) hue: u8,
    pub(super) initials: String,
    pub(super) cover: Option<CoverView>,
    pub(super) pronouns: String,
    pub(super) intro: String,
    pub(super) friends: Option<String>,
    pub(super) faces: Vec<PersonRow>,
    pub(super) relation: Relation,
    pub(super) snoozed_until: Option<String>,
    pub(super) circles: Vec<CircleView>,
    pub(super) tabs: Vec<(String, String, bool)>,
    /// Where the tabs begin.
    pub(super) base: String,
    /// What the address of this tab adds to it.
    pub(super) tab: &'static str,
    /// Through whose eyes one's own profile is shown.
    pub(super) eyes: Option<String>,
    /// Whether the reader may write to them.
    pub(super) may_message: bool,
    /// Whether buttons stand here: for members, and not while looking through other eyes.
    pub(super) has_actions: bool,
    /// What stands there beside all that, if it is a page.
    pub(super) page: Option<PageHead>,
}

/// The wide picture.
pub(super) struct CoverView {
    pub(super) src: String,
    pub(super) alt: String,
    pub(super) focus: &'static str,
}

/// One of the viewer's circles, and whether the person is in it.
pub(super) struct CircleView {
    pub(super) id: CircleId,
    pub(super) name: String,
    pub(super) is_inside: bool,
}

/// A photo in a grid.
pub(crate) struct GridPhoto {
    pub(crate) href: String,
    pub(crate) src: String,
    pub(crate) full: String,
    pub(crate) blur: Option<String>,
    pub(crate) alt: String,
}

/// A line of facts with its icon.
pub(super) struct Fact {
    pub(super) icon: &'static str,
    pub(super) label: String,
    pub(super) value: String,
    /// The address, where the value is one.
    pub(super) href: Option<String>,
    /// To whom it is shown; for one's own profile.
    pub(super) audience: Option<String>,
}

/// A tab of a profile.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tab {
    Posts,
    About,
    Friends,
    Photos,
    Albums,
}

impl Tab {
    /// What its address adds to the profile's.
    const fn path(self) -> &'static str {
        match self {
            Self::Posts => "",
            Self::About => "/about",
            Self::Friends => "/friends",
            Self::Photos => "/photos",
            Self::Albums => "/albums",
        }
    }
}

impl Head {
    /// The same for a page, which has no friends.
    pub(super) fn for_page(mut self, page: PageHead) -> Self {
        let friends = format!("{}{}", self.base, Tab::Friends.path());
        self.tabs.retain(|(href, ..)| *href != friends);
        Self { page: Some(page), friends: None, ..self }
    }

    pub(super) fn of(
        frame: &Frame,
        profile: &Profile,
        tab: Tab,
        mine: &[Circle],
        inside: &[CircleId],
        base: Option<&str>,
    ) -> Self {
        let l = &frame.l;
        let (person, relation) = (&profile.person, profile.relation.clone());
        let is_seen_as = base.is_some();
        let base = base.map_or_else(|| format!("/u/{}", person.handle), ToOwned::to_owned);
        let mut tabs = vec![
            (Tab::Posts, "profile-tab-posts"),
            (Tab::About, "profile-tab-about"),
            (Tab::Friends, "profile-tab-friends"),
            (Tab::Photos, "profile-tab-photos"),
        ];
        // Through other eyes there are no albums: what is in them would be told apart from what is not.
        if !is_seen_as {
            tabs.push((Tab::Albums, "profile-tab-albums"));
        }
        Self {
            id: person.id.to_string(),
            handle: person.handle.clone(),
            name: person.name.clone(),
            avatar: person.avatar.map(|id| format!("/media/{id}/square")),
            avatar_full: person.avatar.map(|id| format!("/media/{id}/full")).unwrap_or_default(),
            avatar_alt: match profile.avatar_alt.as_str() {
                "" => l.t1("profile-photo-of", "name", person.name.as_str()),
                alt => alt.to_owned(),
            },
            hue: hue_of(person.id.raw()),
            initials: initials_of(&person.name),
            cover: profile.cover.as_ref().map(|photo| CoverView {
                src: format!("/media/{}/full", photo.id),
                alt: photo.alt.clone(),
                focus: profile.cover_focus.as_str(),
            }),
            pronouns: profile.pronouns.clone(),
            intro: profile.intro.clone(),
            friends: friends_line(frame, profile),
            faces: PersonRow::all(&profile.faces),
            snoozed_until: relation.snoozed_until.map(|until| l.date(until)),
            circles: mine
                .iter()
                .map(|circle| CircleView {
                    id: circle.id,
                    name: circle.name.clone(),
                    is_inside: inside.contains(&circle.id),
                })
                .collect(),
            tabs: tabs
                .into_iter()
                .map(|(which, key)| (format!("{base}{}", which.path()), tab_name(l, key), which == tab))
                .collect(),
            has_actions: frame.viewer.as_ref().is_some_and(|viewer| viewer.is_active),
            may_message: false,
            page: None,
            relation,
            base,
            tab: tab.path(),
            eyes: None,
        }
    }
}

fn tab_name(l: &Locale, key: &str) -> String {
    l.t(key)
}

fn friends_line(frame: &Frame, profile: &Profile) -> Option<String> {
    let friends = profile.friend_count.map(|count| frame.l.t1("profile-friends-count", "count", count));
    let common = (profile.in_common > 0).then(|| in_common(frame, profile.in_common));
    match (friends, common) {
        (Some(friends), Some(common)) => Some(format!("{friends} · {common}")),
        (friends, common) => friends.or(common),
    }
}

impl GridPhoto {
    pub(crate) fn of(found: &AlbumPhoto) -> Self {
        let id = found.photo.id;
        Self {
            href: format!("/p/{}", found.post),
            src: format!("/media/{id}/square"),
            full: format!("/media/{id}/full"),
            blur: blur(&found.photo),
            alt: found.photo.alt.clone(),
        }
    }
}

/// All facts of the about tab; the short list beside the posts takes some of them.
pub(super) fn facts(frame: &Frame, profile: &Profile) -> Vec<Fact> {
    let l = &frame.l;
    let fact = |icon, label: String, value: String| Fact { icon, label, value, href: None, audience: None };
    let mut facts: Vec<Fact> = profile.fields.iter().map(|field| field_fact(frame, field, profile)).collect();
    if !profile.languages.is_empty() {
        let names: Vec<String> = profile.languages.iter().map(|tag| l.language_name(tag)).collect();
        facts.push(fact("language", l.t("profile-languages"), l.list(&names)));
    }
    if let Some((month, day)) = profile.birthday {
        facts.push(fact("cake", l.t("profile-birthday"), l.month_day(month, day)));
    }
    if let Some(year) = profile.birth_year {
        // A year is written without a sign between the thousands.
        facts.push(fact("calendar", l.t("profile-birth-year"), year.to_string()));
    }
    facts.push(fact("clock", l.t("profile-joined"), l.month_and_year(profile.joined_at)));
    facts
}

fn field_fact(frame: &Frame, field: &Field, profile: &Profile) -> Fact {
    let l = &frame.l;
    let label = if field.kind == FieldKind::Own { field.label.clone() } else { kind_name(l, field.kind) };
    Fact {
        icon: kind_icon(field.kind),
        label,
        value: field.value.clone(),
        href: match field.kind {
            FieldKind::Website => Some(field.value.clone()),
            FieldKind::Email => Some(format!("mailto:{}", field.value)),
            _ => None,
        },
        audience: profile.relation.is_self.then(|| audience_name(l, field.audience)),
    }
}

pub(super) const fn kind_icon(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::About | FieldKind::Own => "info",
        FieldKind::Work => "community",
        FieldKind::School => "page",
        FieldKind::Town | FieldKind::HomeTown => "place",
        FieldKind::Relationship => "heart",
        FieldKind::Hobbies => "star",
        FieldKind::Offers => "sprout",
        FieldKind::Seeks => "search",
        FieldKind::Website => "link",
        FieldKind::Email => "mail",
        FieldKind::Phone => "device",
    }
}

pub(super) fn kind_name(l: &Locale, kind: FieldKind) -> String {
    l.t(kind.name_key())
}

pub(crate) fn audience_name(l: &Locale, audience: PartAudience) -> String {
    l.t(match audience {
        PartAudience::World => "profile-audience-world",
        PartAudience::Community => "profile-audience-community",
        PartAudience::Friends => "profile-audience-friends",
        PartAudience::Self_ => "profile-audience-self",
    })
}
