//! What a page says of itself, whether the operators vouch for it, and closing it.

use kith_base::{DAY, Error, FieldError, Message, Millis, Result, limits};
use kith_db::Tx;
use kith_text::{NoLinks, normalise_line, normalise_text};

use super::model::{Act, Button, Details, Page, PageText};
use super::policy::{self, Right};
use super::{acts, load, record, sql, with_right, within};
use crate::profiles::{self, Picture, Shown};
use crate::viewer::{AccountState, Viewer};
use crate::{AccountId, App, MediaId, accounts, site};

/// Longest text about a page.
pub const ABOUT: usize = 5_000;
/// Longest address, in characters.
pub const ADDRESS: usize = 300;
/// Longest link, in characters.
const LINK: usize = 500;
/// Longest telephone number.
const PHONE: usize = 40;
/// Languages that a page may name.
const LANGUAGES: usize = 12;
/// A page that was closed is erased after so long.
pub const GRACE: Millis = 30 * DAY;

/// Changes what stands about a page.
///
/// # Errors
/// NotFound unless the viewer may; Invalid with every field that needs another look.
pub async fn edit(app: &App, viewer: &Viewer, id: AccountId, details: Details) -> Result<()> {
    let details = checked(details)?;
    let name = details.name.clone();
    let wanted = details.clone();
    let before = within(app, viewer, id, Right::Edit, move |tx, me, page| {
        sql::update(tx, id, &wanted)?;
        profiles::set_shown(tx, id, &shown(&wanted))?;
        acts::note_person(tx, id, me, Act::DetailsChanged, None, "")?;
        record(tx, id)?;
        Ok(page.person.name.clone())
    })
    .await?;
    if before != name {
        // A page bears its name by the same rules as people.
        let speaker = super::speaker(app, viewer, id).await?;
        accounts::change_display_name(app, &speaker, name).await?;
        app.db.write(move |tx| record(tx, id)).await?;
    }
    Ok(())
}

/// What of it stands on the profile too, and so in apps.
fn shown(details: &Details) -> Shown {
    Shown {
        intro: details.intro.clone(),
        languages: details.languages.clone(),
        website: details.website.clone(),
        email: details.email.clone(),
        phone: details.phone.clone(),
    }
}

/// Details as they will be stored.
pub(super) fn checked(mut details: Details) -> Result<Details> {
    let mut errors: Vec<FieldError> = Vec::new();
    let mut complain = |field, message: Message| errors.push(FieldError { field, message });
    let lines: [(&'static str, &mut String, usize); 6] = [
        ("intro", &mut details.intro, limits::INTRO),
        ("email", &mut details.email, limits::EMAIL),
        ("phone", &mut details.phone, PHONE),
        ("map_link", &mut details.map_link, LINK),
        ("website", &mut details.website, LINK),
        ("button_target", &mut details.button_target, LINK),
    ];
    for (field, value, max) in lines {
        *value = normalise_line(value);
        if value.chars().count() > max {
            complain(field, Message::new("error-too-long").with("max", max));
        }
    }
    details.address = normalise_text(&details.address).trim().to_owned();
    if details.address.chars().count() > ADDRESS {
        complain("address", Message::new("error-too-long").with("max", ADDRESS));
    }
    details.name = normalise_line(&details.name);
    if details.name.is_empty() {
        complain("display_name", Message::new("account-name-missing"));
    }
    if !details.email.is_empty()
        && let Err(error) = accounts::check_email(&details.email)
    {
        complain("email", error.message);
    }
    if !details.phone.is_empty() && !is_phone(&details.phone) {
        complain("phone", Message::new("pages-phone-wrong"));
    }
    for (field, link) in [("map_link", &details.map_link), ("website", &details.website)] {
        if !link.is_empty() && !is_web_address(link) {
            complain(field, Message::new("pages-link-wrong"));
        }
    }
    if matches!(details.button, Button::SignUp | Button::Donate) && !is_web_address(&details.button_target) {
        complain("button_target", Message::new("pages-button-needs-link"));
    }
    if details.button == Button::Call && details.phone.is_empty() {
        complain("phone", Message::new("pages-button-needs-phone"));
    }
    let is_known = |tag: &String| kith_locale::written_languages().iter().any(|(known, _)| known == tag);
    details.languages.sort_unstable();
    details.languages.dedup();
    if details.languages.len() > LANGUAGES || !details.languages.iter().all(is_known) {
        complain("languages", Message::new("profile-languages-wrong").with("max", LANGUAGES));
    }
    if errors.is_empty() { Ok(details) } else { Err(Error::invalid_fields(errors)) }
}

/// A number as people write it: digits with signs between them.
fn is_phone(typed: &str) -> bool {
    let is_sign = |letter: char| letter.is_ascii_digit() || " +-/().".contains(letter);
    typed.chars().all(is_sign) && typed.chars().filter(char::is_ascii_digit).count() >= 3
}

fn is_web_address(text: &str) -> bool {
    url::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

/// Writes what a page says of itself in one language; empty words take the language away.
///
/// # Errors
/// NotFound unless the viewer may; Invalid in `about` or `language`.
pub async fn set_text(app: &App, viewer: &Viewer, id: AccountId, text: PageText) -> Result<()> {
    let text = checked_text(text)?;
    within(app, viewer, id, Right::Edit, move |tx, me, _| {
        sql::put_text(tx, id, &text)?;
        acts::note_person(tx, id, me, Act::TextsChanged, None, &text.language)?;
        record(tx, id)
    })
    .await
}

/// Words as they will be stored.
pub(super) fn checked_text(mut text: PageText) -> Result<PageText> {
    text.about = normalise_text(&text.about);
    let mut errors = Vec::new();
    if text.about.chars().count() > ABOUT {
        let message = Message::new("error-too-long").with("max", ABOUT);
        errors.push(FieldError { field: "about", message });
    }
    if !kith_locale::written_languages().iter().any(|(known, _)| *known == text.language) {
        errors.push(FieldError { field: "language", message: "posts-language-unknown".into() });
    }
    if !errors.is_empty() {
        return Err(Error::invalid_fields(errors));
    }
    text.about_html = kith_text::render_post(&text.about, &NoLinks).html;
    Ok(text)
}

/// Shows an upload of the page as its picture, or none.
///
/// # Errors
/// NotFound unless the viewer may; as [`profiles::set_picture`].
pub async fn set_picture(
    app: &App,
    viewer: &Viewer,
    id: AccountId,
    which: Picture,
    media: Option<MediaId>,
) -> Result<()> {
    let looking = viewer.clone();
    app.db.read(move |q| with_right(q, &looking, id, Right::Edit).map(drop)).await?;
    let speaker = super::speaker(app, viewer, id).await?;
    profiles::set_picture(app, &speaker, which, media).await?;
    within(app, viewer, id, Right::Edit, move |tx, me, _| {
        acts::note_person(tx, id, me, Act::PictureChanged, None, "")
    })
    .await
}

/// Says for the community that a page is who it says, or says so no longer.
///
/// # Errors
/// NotFound unless the viewer is an operator and the page is there.
pub async fn verify(app: &App, viewer: &Viewer, id: AccountId, is_verified: bool) -> Result<()> {
    let me = viewer.admin()?.id;
    let viewer = viewer.clone();
    app.db
        .write(move |tx| {
            let page = load(tx, &viewer, id)?;
            if !policy::may_verify(&viewer) || page.verified_at.is_some() == is_verified {
                return Ok(());
            }
            let now = tx.now();
            sql::set_verified(tx, id, is_verified.then_some((now, me)))?;
            let (act, action) = match is_verified {
                true => (Act::Verified, "pages.verify"),
                false => (Act::Unverified, "pages.unverify"),
            };
            acts::note_person(tx, id, me, act, None, "")?;
            site::record(tx, Some(me), action, site::Subject::account(id), "")?;
            record(tx, id)
        })
        .await
}

/// Closes a page: out of sight at once, erased after [`GRACE`] unless its owner opens it again.
///
/// # Errors
/// NotFound unless the viewer owns it; Conflict when it is closed or suspended.
pub async fn close(app: &App, viewer: &Viewer, id: AccountId) -> Result<()> {
    within(app, viewer, id, Right::Own, move |tx, me, page| {
        must_be(page, AccountState::Active)?;
        shut(tx, id)?;
        acts::note_person(tx, id, me, Act::Closed, None, "")
    })
    .await
}

/// Takes a page out of sight, to be erased later.
pub(super) fn shut(tx: &mut Tx<'_>, id: AccountId) -> Result<()> {
    let now = tx.now();
    accounts::set_leaving(tx, id, Some(now), Some(now + GRACE))?;
    accounts::set_state(tx, id, AccountState::DeletionScheduled)?;
    record(tx, id)
}

/// Opens a page again that was closed.
///
/// # Errors
/// NotFound unless the viewer owns it; Conflict when it is not closed.
pub async fn reopen(app: &App, viewer: &Viewer, id: AccountId) -> Result<()> {
    within(app, viewer, id, Right::Own, move |tx, me, page| {
        must_be(page, AccountState::DeletionScheduled)?;
        accounts::set_leaving(tx, id, None, None)?;
        accounts::set_state(tx, id, AccountState::Active)?;
        acts::note_person(tx, id, me, Act::Reopened, None, "")?;
        record(tx, id)
    })
    .await
}

fn must_be(page: &Page, state: AccountState) -> Result<()> {
    if page.person.state == state { Ok(()) } else { Err(Error::conflict("error-conflict")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(details: Details) -> Vec<&'static str> {
        let named = Details { name: "Saint Clare".to_owned(), ..details };
        checked(named)
            .err()
            .map(|error| error.fields().iter().map(|field| field.field).collect())
            .unwrap_or_default()
    }

    #[test]
    fn details_are_checked_all_at_once() {
        assert!(fields(Details::default()).is_empty());
        let wrong = Details {
            phone: "call me".to_owned(),
            website: "javascript:alert(1)".to_owned(),
            map_link: "nowhere".to_owned(),
            email: "nobody".to_owned(),
            button: Button::Donate,
            languages: vec!["xx".to_owned()],
            ..Details::default()
        };
        assert_eq!(fields(wrong), ["email", "phone", "map_link", "website", "button_target", "languages"]);
        let call = Details { button: Button::Call, ..Details::default() };
        assert_eq!(fields(call), ["phone"]);
        let right = Details {
            phone: "+49 (0)30 / 12-34".to_owned(),
            website: "https://example.org".to_owned(),
            button: Button::SignUp,
            button_target: "https://example.org/join".to_owned(),
            languages: vec!["en".to_owned(), "ar".to_owned()],
            ..Details::default()
        };
        assert!(fields(right).is_empty());
    }
}
