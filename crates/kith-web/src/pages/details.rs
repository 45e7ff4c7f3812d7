//! What stands about a page: its details, its words in each language, its pictures.

use axum::extract::Path;
use kith_base::{Error, FieldError, Message, Result};
use kith_domain::media::{self, Sent};
use kith_domain::pages::{self, Button, Category, Details, Hours, Page, PageText, Right, read_day, show_day};
use kith_domain::profiles::{self, Picture};
use kith_domain::{Viewer, Visible};
use kith_http::{Answer, Form, Visit, see_other, with_flash};
use kith_locale::Locale;

use super::manage::{self, ManagePage};
use super::view::{categories, weekdays};
use super::{manage_path, with_right};
use crate::page::again;

/// One of the two pictures, with what it is for.
pub(super) struct PictureView {
    pub(super) which: &'static str,
    pub(super) title: String,
    pub(super) src: Option<String>,
    pub(super) alt: String,
}

/// A weekday as it is typed.
pub(super) struct DayView {
    pub(super) name: String,
    pub(super) field: String,
    pub(super) typed: String,
}

/// The forms about a page, filled in.
pub(super) struct DetailsForm {
    pub(super) called: String,
    pub(super) intro: String,
    pub(super) categories: Vec<(&'static str, String, bool)>,
    pub(super) email: String,
    pub(super) phone: String,
    pub(super) address: String,
    pub(super) map_link: String,
    pub(super) website: String,
    pub(super) days: Vec<DayView>,
    pub(super) buttons: Vec<(&'static str, String, bool)>,
    pub(super) button_target: String,
    /// Tag, name, whether it is chosen.
    pub(super) languages: Vec<(String, String, bool)>,
    /// The words of one language.
    pub(super) about: String,
    pub(super) about_language: String,
    /// Address, name, whether it is the one that is written in.
    pub(super) about_languages: Vec<(String, String, bool)>,
}

/// What was typed about a page: its details, and the days that may not be readable.
#[derive(Clone, Default)]
struct Typed {
    details: Details,
    days: Vec<String>,
}

impl Typed {
    fn stored(page: &Page) -> Self {
        let days = page.details.hours.0.iter().map(|spans| show_day(spans)).collect();
        Self { details: page.details.clone(), days }
    }

    /// Reads the form; days that cannot be read are a complaint.
    fn read(form: &Form) -> (Self, Option<Error>) {
        let days: Vec<String> = (0..7).map(|day| form.get(&day_field(day)).to_owned()).collect();
        let mut hours = Hours::default();
        let mut is_readable = true;
        for (day, typed) in hours.0.iter_mut().zip(&days) {
            match read_day(typed) {
                Some(spans) => *day = spans,
                None => is_readable = false,
            }
        }
        let text = |name: &str| form.get(name).to_owned();
        let details = Details {
            name: text("display_name"),
            intro: text("intro"),
            category: Category::parse(form.get("category")).unwrap_or_default(),
            email: text("email"),
            phone: text("phone"),
            address: text("address"),
            map_link: text("map_link"),
            website: text("website"),
            hours,
            button: Button::parse(form.get("button")).unwrap_or_default(),
            button_target: text("button_target"),
            languages: form.all("languages").map(ToOwned::to_owned).collect(),
        };
        let wrong = || {
            let message = Message::new("pages-hours-wrong");
            Error::invalid_fields(vec![FieldError { field: "hours", message }])
        };
        (Self { details, days }, (!is_readable).then(wrong))
    }
}

fn day_field(day: usize) -> String {
    format!("hours_{day}")
}

/// The forms about a page, with its words in `language`, or in the reader's.
pub(super) async fn details_page(visit: &Visit, page: &Visible<Page>, language: &str) -> Result<ManagePage> {
    let typed = Typed::stored(page);
    let language = if language.is_empty() { visit.locale.lang() } else { language };
    filled(visit, page, typed, language, None).await
}

/// The same with what was typed; `about` are words that were not kept.
async fn filled(
    visit: &Visit,
    page: &Visible<Page>,
    typed: Typed,
    language: &str,
    about: Option<String>,
) -> Result<ManagePage> {
    let (app, me) = (&visit.app, &visit.person);
    let (text, known) = pages::about(app, me, page.id(), vec![language.to_owned()]).await?;
    let own = match pages::speaker(app, me, page.id()).await {
        Ok(speaker) => Some(profiles::own(app, &speaker).await?),
        // A closed page has nobody who speaks for it.
        Err(error) if error.is_not_found() => None,
        Err(error) => return Err(error),
    };
    let mut shown = manage::empty(visit, page, "details");
    let l = &shown.frame.l;
    let picture = |which, key: &str, photo: Option<&media::Photo>, size: &str| PictureView {
        which,
        title: l.t(key),
        src: photo.map(|photo| format!("/media/{}/{size}", photo.id)),
        alt: photo.map(|photo| photo.alt.clone()).unwrap_or_default(),
    };
    let pictures = own.as_ref().map(|own| {
        vec![
            picture("avatar", "pages-avatar", own.avatar.as_ref(), "square"),
            picture("cover", "profile-cover", own.cover.as_ref(), "feed"),
        ]
    });
    let offered: Vec<(String, String)> =
        shown.frame.languages.iter().map(|(tag, name)| (tag.clone(), (*name).to_owned())).collect();
    let about = about.unwrap_or_else(|| if text.language == language { text.about } else { String::new() });
    let details = form_of(l, page, typed, &offered, &known, (language, about));
    shown.pictures = pictures.unwrap_or_default();
    shown.details = Some(details);
    Ok(shown)
}

fn form_of(
    l: &Locale,
    page: &Page,
    typed: Typed,
    offered: &[(String, String)],
    known: &[String],
    (language, about): (&str, String),
) -> DetailsForm {
    let Typed { details, days } = typed;
    let mut tags: Vec<String> = offered.iter().map(|(tag, _)| tag.clone()).collect();
    for tag in details.languages.iter().chain(known) {
        if !tags.contains(tag) {
            tags.push(tag.clone());
        }
    }
    let days = weekdays(l).into_iter().zip(days).enumerate();
    let buttons = Button::ALL
        .iter()
        .map(|button| (button.as_str(), l.t(button_key(*button)), *button == details.button));
    let base = manage_path(page, "details");
    DetailsForm {
        days: days.map(|(day, (name, typed))| DayView { name, field: day_field(day), typed }).collect(),
        buttons: buttons.collect(),
        languages: tags
            .iter()
            .map(|tag| (tag.clone(), l.language_name(tag), details.languages.contains(tag)))
            .collect(),
        about_languages: tags
            .iter()
            .map(|tag| (format!("{base}&language={tag}"), l.language_name(tag), tag == language))
            .collect(),
        about,
        about_language: language.to_owned(),
        called: details.name,
        intro: details.intro,
        categories: categories(l, Some(details.category)),
        email: details.email,
        phone: details.phone,
        address: details.address,
        map_link: details.map_link,
        website: details.website,
        button_target: details.button_target,
    }
}

const fn button_key(button: Button) -> &'static str {
    match button {
        Button::None => "word-none",
        Button::Write => "pages-button-write",
        Button::Call => "pages-button-call",
        Button::SignUp => "pages-button-sign-up",
        Button::Donate => "pages-button-donate",
    }
}

pub(super) async fn update(visit: Visit, Path(handle): Path<String>, form: Form) -> Answer {
    form.only(&[
        "display_name",
        "intro",
        "category",
        "email",
        "phone",
        "address",
        "map_link",
        "website",
        "hours_*",
        "button",
        "button_target",
        "languages",
    ])?;
    let page = with_right(&visit, &handle, Right::Edit).await?;
    let (typed, unreadable) = Typed::read(&form);
    let saved = match unreadable {
        Some(error) => Err(error),
        None => pages::edit(&visit.app, &visit.person, page.id(), typed.details.clone()).await,
    };
    match saved {
        Ok(()) => Ok(with_flash(see_other(&manage_path(&page, "details")), "flash-page-saved", None)),
        Err(error) => {
            let shown = filled(&visit, &page, typed, visit.locale.lang(), None).await?;
            again(&visit.locale, error, |problems| manage::with_problems(shown, problems))
        }
    }
}

pub(super) async fn set_about(visit: Visit, Path(handle): Path<String>, form: Form) -> Answer {
    form.only(&["about", "language"])?;
    let page = with_right(&visit, &handle, Right::Edit).await?;
    let (language, about) = (form.get("language").to_owned(), form.get("about").to_owned());
    let text = PageText { language: language.clone(), about: about.clone(), ..PageText::default() };
    match pages::set_text(&visit.app, &visit.person, page.id(), text).await {
        Ok(()) => {
            let to = format!("{}&language={language}", manage_path(&page, "details"));
            Ok(with_flash(see_other(&to), "flash-page-saved", None))
        }
        Err(error) => {
            let shown = filled(&visit, &page, Typed::stored(&page), &language, Some(about)).await?;
            again(&visit.locale, error, |problems| manage::with_problems(shown, problems))
        }
    }
}

pub(super) async fn set_picture(visit: Visit, Path(handle): Path<String>, mut form: Form) -> Answer {
    form.only(&["which", "alt", "photo", "remove"])?;
    let page = with_right(&visit, &handle, Right::Edit).await?;
    let which = match form.get("which") {
        "avatar" => Picture::Avatar,
        "cover" => Picture::Cover,
        _ => return Err(Error::invalid("which", "error-bad-choice").into()),
    };
    match put_picture(&visit, &page, &mut form, which).await {
        Ok(()) => Ok(with_flash(see_other(&manage_path(&page, "details")), "flash-page-saved", None)),
        Err(error) => {
            let shown = details_page(&visit, &page, "").await?;
            again(&visit.locale, error, |problems| manage::with_problems(shown, problems))
        }
    }
}

async fn put_picture(visit: &Visit, page: &Page, form: &mut Form, which: Picture) -> Result<()> {
    let (app, me, id) = (&visit.app, &visit.person, page.id());
    if form.get("remove") == "yes" {
        return pages::set_picture(app, me, id, which, None).await;
    }
    let speaker: Viewer = pages::speaker(app, me, id).await?;
    let alt = form.get("alt").to_owned();
    let Some(file) = form.take_files("photo").into_iter().next() else {
        return profiles::describe_picture(app, &speaker, which, &alt).await;
    };
    let bytes = u64::try_from(file.bytes).unwrap_or(u64::MAX);
    let sent = Sent { path: file.path.to_path_buf(), bytes, alt, crop: None };
    let photo = media::upload(app, &speaker, sent).await?;
    pages::set_picture(app, me, id, which, Some(photo.id)).await
}
