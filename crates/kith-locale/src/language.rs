//! The languages that the faces speak, and choosing one for a browser.

/// Whether lines run to the right or to the left.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of the HTML attribute `dir`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// A language that Kith speaks.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Language(&'static Entry);

#[derive(PartialEq, Eq, Hash, Debug)]
struct Entry {
    tag: &'static str,
    native_name: &'static str,
    direction: Direction,
    formats: &'static str,
}

const fn entry(
    tag: &'static str,
    native_name: &'static str,
    direction: Direction,
    formats: &'static str,
) -> Entry {
    Entry { tag, native_name, direction, formats }
}

static ENGLISH: Entry = entry("en", "English", Direction::Ltr, "en-GB");

/// One line per language, in the order of the language menu: tag, own name, direction, and the regional habits that
/// dates follow.
static ALL: &[Language] = &[
    Language::EN,
    Language(&entry("ar", "العربية", Direction::Rtl, "ar")),
    Language(&entry("de", "Deutsch", Direction::Ltr, "de")),
    Language(&entry("es", "Español", Direction::Ltr, "es")),
    Language(&entry("fr", "Français", Direction::Ltr, "fr")),
];

impl Language {
    /// English: the language of last resort.
    pub const EN: Self = Self(&ENGLISH);

    /// Every language, in the order of the language menu.
    pub fn all() -> &'static [Self] {
        ALL
    }

    /// The language with this tag; regions are ignored (`de-AT` is German) and so is case.
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next()?;
        ALL.iter().copied().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// The tag of BCP 47, as in the HTML attribute `lang`.
    pub const fn tag(self) -> &'static str {
        self.0.tag
    }

    /// The language's name for itself.
    pub const fn native_name(self) -> &'static str {
        self.0.native_name
    }

    /// Which way its lines run.
    pub const fn direction(self) -> Direction {
        self.0.direction
    }

    pub(crate) const fn formats_tag(self) -> &'static str {
        self.0.formats
    }
}

impl Default for Language {
    fn default() -> Self {
        Self::EN
    }
}

/// The best of `offered` for an `Accept-Language` header (RFC 9110), by weight and then by the header's order. A
/// range finds its language without the region (`en-GB` finds `en`); `None` when nothing fits.
pub fn negotiate(accept_language: &str, offered: &[Language]) -> Option<Language> {
    let mut ranges: Vec<(&str, u16)> = accept_language.split(',').take(50).filter_map(range).collect();
    let refused = |language: &Language| {
        ranges.iter().any(|(range, weight)| *weight == 0 && range.eq_ignore_ascii_case(language.tag()))
    };
    let offered: Vec<Language> = offered.iter().copied().filter(|language| !refused(language)).collect();
    ranges.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
    ranges.iter().filter(|(_, weight)| *weight > 0).find_map(|(range, _)| {
        let primary = range.split('-').next().unwrap_or(range);
        offered.iter().copied().find(|language| *range == "*" || language.tag().eq_ignore_ascii_case(primary))
    })
}

/// One element of the header with its weight in thousandths; `None` when the weight is no weight.
fn range(element: &str) -> Option<(&str, u16)> {
    let mut parts = element.split(';').map(str::trim);
    let name = parts.next().filter(|name| !name.is_empty())?;
    let weight = match parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q="))) {
        None => 1000,
        Some(text) => thousandths(text.trim())?,
    };
    Some((name, weight))
}

fn thousandths(text: &str) -> Option<u16> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if fraction.len() > 3 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let fraction: u16 = format!("{fraction:0<3}").parse().ok()?;
    match whole {
        "0" => Some(fraction),
        "1" if fraction == 0 => Some(1000),
        _ => None,
    }
}
