//! The community's own pages: Kith ships a text in every language, admins replace it where they want other words.

use std::collections::HashSet;

use kith_base::{Error, FieldError, Message, Millis, Result, limits};
use kith_locale::{Language, Locale};
use kith_text::{normalise_line, normalise_text};

use super::log::{self, Subject};
use super::{SiteSettings, policy, settings, shipped, sql};
use crate::changes::{self, Change};
use crate::{App, Viewer, Visible};

/// Longest title of a page, in characters.
const TITLE: usize = 120;

/// Which page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slug {
    /// What visitors see first.
    Welcome,
    /// What this place is.
    About,
    /// House rules.
    Rules,
    /// Terms of use.
    Terms,
    /// What happens to what people enter.
    Privacy,
    /// Who runs it.
    Imprint,
    /// How to reach them.
    Contact,
}

crate::viewer::stored_as_text!(Slug {
    Welcome = "welcome",
    About = "about",
    Rules = "rules",
    Terms = "terms",
    Privacy = "privacy",
    Imprint = "imprint",
    Contact = "contact",
});

/// What admins wrote in place of the shipped text.
#[derive(Clone, Debug)]
pub(super) struct Written {
    pub(super) title: String,
    pub(super) body: String,
    pub(super) updated_at: Millis,
}

/// A page in one language, ready to be shown.
#[derive(Clone, Debug)]
pub struct SitePage {
    /// Which page.
    pub slug: Slug,
    /// In which language.
    pub language: Language,
    /// Its title, filled in.
    pub title: String,
    /// Its body as safe HTML, filled in.
    pub html: String,
    /// When admins changed it; `None` while it is the text that Kith ships.
    pub changed_at: Option<Millis>,
    /// Other languages in which admins wrote their own text.
    pub own_elsewhere: Vec<Language>,
}

/// The rules on a page, one by one, in plain text: its headings, else its list entries, else its paragraphs.
pub fn rules_in(html: &str) -> Vec<String> {
    let found =
        ["h2", "li", "p"].into_iter().map(|name| texts_of(html, name)).find(|texts| !texts.is_empty());
    let unnumbered = |text: String| {
        text.trim_start_matches(|sign: char| sign.is_numeric() || matches!(sign, '.' | ' ')).to_owned()
    };
    found.unwrap_or_default().into_iter().map(unnumbered).collect()
}

/// Texts of the elements called `name`. The HTML is our own, so it is known to be well-formed.
fn texts_of(html: &str, name: &str) -> Vec<String> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let parts = html.split(open.as_str()).skip(1);
    let inside = parts.filter_map(|part| part.split(close.as_str()).next()?.split_once('>'));
    // `<p` opens `<pre` too, which is not meant.
    let texts = inside.filter(|(attributes, _)| attributes.is_empty() || attributes.starts_with(' '));
    texts.map(|(_, text)| one_line(&kith_text::plain(text))).filter(|text| !text.is_empty()).collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A page as it is edited: with `{name}` and its like not filled in.
#[derive(Clone, Debug)]
pub struct PageSource {
    /// Which page.
    pub slug: Slug,
    /// In which language.
    pub language: Language,
    /// Title as written.
    pub title: String,
    /// Markdown as written.
    pub body: String,
    /// Whether this is the admins' own text.
    pub is_own: bool,
}

/// A page for everybody, in `language`.
///
/// # Errors
/// Internal when the database fails.
pub async fn page(app: &App, slug: Slug, language: Language) -> Result<Visible<SitePage>> {
    let site = settings(app).await?;
    let written = app.db.read(move |q| sql::page(q, slug)).await?;
    let own = written.iter().find(|(tag, _)| tag == language.tag()).map(|(_, written)| written);
    let others = written.iter().filter_map(|(tag, _)| Language::parse(tag));
    let own_elsewhere = others.filter(|other| *other != language).collect();
    let (title, body, changed_at) = match own {
        Some(own) => (own.title.clone(), own.body.clone(), Some(own.updated_at)),
        None => {
            let (title, body) = shipped::text(slug, language);
            (title.to_owned(), body.to_owned(), None)
        }
    };
    let filled = fill(&site, language, &title, &body);
    Ok(policy::to_everybody(SitePage {
        slug,
        language,
        title: filled.0,
        html: filled.1,
        changed_at,
        own_elsewhere,
    }))
}

/// The text of a page for editing.
///
/// # Errors
/// Not found unless the viewer is an admin.
pub async fn page_source(
    app: &App,
    viewer: &Viewer,
    slug: Slug,
    language: Language,
) -> Result<Visible<PageSource>> {
    viewer.admin()?;
    let mut written = app.db.read(move |q| sql::page(q, slug)).await?;
    let own = written.iter().position(|(tag, _)| tag == language.tag()).map(|at| written.swap_remove(at).1);
    let is_own = own.is_some();
    let (title, body) = own.map_or_else(
        || {
            let (title, body) = shipped::text(slug, language);
            (title.to_owned(), body.to_owned())
        },
        |own| (own.title, own.body),
    );
    policy::to_admin(viewer, PageSource { slug, language, title, body, is_own })
}

/// Which pages admins replaced, as page and language.
///
/// # Errors
/// Not found unless the viewer is an admin.
pub async fn own_pages(app: &App, viewer: &Viewer) -> Result<HashSet<(Slug, &'static str)>> {
    viewer.admin()?;
    let rows = app.db.read(sql::own_pages).await?;
    Ok(rows
        .into_iter()
        .filter_map(|(slug, tag)| Some((Slug::parse(&slug)?, Language::parse(&tag)?.tag())))
        .collect())
}

/// How a page would look.
///
/// # Errors
/// Not found unless the viewer is an admin.
pub async fn preview_page(
    app: &App,
    viewer: &Viewer,
    language: Language,
    title: &str,
    body: &str,
) -> Result<(String, String)> {
    viewer.admin()?;
    let site = settings(app).await?;
    Ok(fill(&site, language, title, body))
}

/// Replaces a page's text in one language.
///
/// # Errors
/// Complaints about `title` and `body`; not found unless the viewer is an admin.
pub async fn save_page(
    app: &App,
    viewer: &Viewer,
    slug: Slug,
    language: Language,
    title: &str,
    body: &str,
) -> Result<()> {
    let by = viewer.admin()?.id;
    let (title, body) = (normalise_line(title), normalise_text(body));
    let mut fields = Vec::new();
    let mut check = |field, text: &str, max| {
        if text.trim().is_empty() {
            fields.push(FieldError { field, message: "error-required".into() });
        } else if text.chars().count() > max {
            fields.push(FieldError { field, message: Message::new("error-too-long").with("max", max) });
        }
    };
    check("title", &title, TITLE);
    check("body", &body, limits::SITE_PAGE_TEXT);
    if !fields.is_empty() {
        return Err(Error::invalid_fields(fields));
    }
    app.db
        .write(move |tx| {
            sql::save_page(tx, slug, language.tag(), &title, &body, by)?;
            log::record(tx, Some(by), "site.save_page", Subject("page", None), &place(slug, language))?;
            changes::record(tx, Change::SiteChanged);
            Ok(())
        })
        .await
}

/// Goes back to the text that Kith ships.
///
/// # Errors
/// Not found unless the viewer is an admin.
pub async fn revert_page(app: &App, viewer: &Viewer, slug: Slug, language: Language) -> Result<()> {
    let by = viewer.admin()?.id;
    app.db
        .write(move |tx| {
            if sql::revert_page(tx, slug, language.tag())? > 0 {
                log::record(tx, Some(by), "site.revert_page", Subject("page", None), &place(slug, language))?;
                changes::record(tx, Change::SiteChanged);
            }
            Ok(())
        })
        .await
}

fn place(slug: Slug, language: Language) -> String {
    format!("{} ({})", slug.as_str(), language.tag())
}

/// Title and body with the community's facts in place of `{name}` and its like, the body rendered.
fn fill(site: &SiteSettings, language: Language, title: &str, body: &str) -> (String, String) {
    let locale = Locale::new(language, &site.time_zone);
    let operator = &site.operator;
    let or_missing = |text: &str, missing: &str| match text.trim() {
        "" => format!("*{}*", locale.t(missing)),
        text => text.lines().map(escape_markdown).collect::<Vec<_>>().join("  \n"),
    };
    let names: Vec<String> = site.languages.iter().map(|tag| locale.language_name(tag)).collect();
    let values = [
        ("{name}", escape_markdown(&site.name)),
        ("{tagline}", escape_markdown(&site.tagline)),
        ("{age}", locale.number(site.least_age.into())),
        ("{languages}", locale.list(&names)),
        ("{operator}", or_missing(&operator.name, "site-operator-name-missing")),
        ("{address}", or_missing(&operator.address, "site-operator-address-missing")),
        (
            "{email}",
            match operator.email.trim() {
                "" => format!("*{}*", locale.t("site-operator-email-missing")),
                email => format!("[{}](mailto:{email})", escape_markdown(email)),
            },
        ),
        ("{phone}", or_missing(&operator.phone, "site-operator-phone-missing")),
        ("{responsible}", or_missing(&operator.responsible, "site-operator-responsible-missing")),
    ];
    let mut filled = body.to_owned();
    for (mark, value) in &values {
        filled = filled.replace(mark, value);
    }
    (title.replace("{name}", &site.name), kith_text::render_page(&filled))
}

/// Keeps signs of Markdown in somebody's name from doing anything.
fn escape_markdown(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut escaped, sign| {
        if sign.is_ascii_punctuation()
            && !matches!(sign, '.' | ',' | '-' | '@' | '\'' | ':' | '/' | '+' | '(' | ')')
        {
            escaped.push('\\');
        }
        escaped.push(sign);
        escaped
    })
}
