//! Pages of organisations: what there is, what they say of themselves, who runs them and what was done. A token acts as the
//! member alone; what is written in the name of a page goes through an operation of its own. Following a page, and what
//! it wrote, is as with every account.

use axum::Json;
use kith_base::{Error, FieldError, Message, Result};
use kith_domain::kinds::AccountKind;
use kith_domain::pages::{self, Button, Category, Details, Hours, NewPage, PageText, read_day, show_day};
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_domain::viewer::PageRole;
use kith_domain::{AccountId, Visible};
use kith_http::Answer;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::input::{Asked, At, PartOfList, Sent, Submission, Word};
use super::operations::KithRoutes;
use super::output::Listed;
use super::page_teams;
use crate::caller::Caller;
use crate::entities::schema::IdText;
use crate::entities::status::{Status, StatusId};
use crate::routes::Needs;
use crate::statuses::{answer, language};

pub(super) fn routes() -> KithRoutes {
    let (read, write) = (Needs::Scope("read:accounts"), Needs::Scope("write:accounts"));
    KithRoutes::of("pages")
        .get("/api/kith/v1/pages", read, ("listOwnPages", "Pages that the caller helps to run, by name"), own)
        .post("/api/kith/v1/pages", write, ("foundPage", "Founds a page, which the caller owns"), create)
        .get(
            "/api/kith/v1/pages/discover",
            read,
            ("discoverPages", "Pages that the caller does not help to run, the newest first"),
            discover,
        )
        .get(
            "/api/kith/v1/pages/invitations",
            read,
            ("listPageInvitations", "Pages that ask the caller to help"),
            invitations,
        )
        .get("/api/kith/v1/pages/{id}", read, ("getPage", "One page"), show)
        .put(
            "/api/kith/v1/pages/{id}",
            write,
            ("editPage", "Changes what stands about a page; what is left out is emptied"),
            edit,
        )
        .put(
            "/api/kith/v1/pages/{id}/about",
            write,
            ("setPageAbout", "Writes what a page says of itself in one language"),
            set_about,
        )
        .post(
            "/api/kith/v1/pages/{id}/posts",
            Needs::Scope("write:statuses"),
            ("writeAsPage", "Writes a post in the name of a page"),
            write_as,
        )
        .merge(page_teams::routes())
}

/// A page as the caller finds it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Page {
    /// The id of its account.
    #[schemars(with = "IdText")]
    id: AccountId,
    /// Its handle.
    username: String,
    name: String,
    category: Word<Category>,
    /// Whether those who run the community said that it is who it says.
    verified: bool,
    /// What the caller is to it.
    role: Option<Word<PageRole>>,
    /// As what the caller is asked to help.
    invited_as: Option<Word<PageRole>>,
    following: bool,
}

impl Page {
    fn of(page: &Visible<pages::Page>) -> Self {
        Self {
            id: page.id(),
            username: page.person.handle.clone(),
            name: page.person.name.clone(),
            category: Word(page.details.category),
            verified: page.verified_at.is_some(),
            role: page.role.map(Word),
            invited_as: page.invited_as.map(Word),
            following: page.is_followed,
        }
    }
}

/// A page with what it says of itself.
#[derive(Debug, Serialize, JsonSchema)]
struct PageDetail {
    page: Page,
    intro: String,
    /// What it is about, as HTML, in the language that fits the caller best.
    about: String,
    /// The language of that, as a tag.
    language: String,
    /// The languages in which it has such words.
    about_languages: Vec<String>,
    email: String,
    phone: String,
    address: String,
    map_link: String,
    website: String,
    /// When it is open on each weekday from Monday on, such as `09:00–12:30, 14:00–18:00`; empty when it is closed.
    opening_hours: Vec<String>,
    /// The time zone of these hours.
    time_zone: String,
    /// Whether it is open now; nothing when no hours are said.
    open_now: Option<bool>,
    button: Word<Button>,
    button_target: String,
    /// Languages in which one can turn to it.
    languages: Vec<String>,
}

/// A page to be founded.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PageToFound {
    /// Its handle.
    username: String,
    name: String,
    category: Word<Category>,
    /// What it is about, in light Markdown, in the caller's language.
    #[serde(default)]
    about: String,
}

/// What stands about a page.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PageToEdit {
    name: String,
    category: Word<Category>,
    #[serde(default)]
    intro: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    address: String,
    #[serde(default)]
    map_link: String,
    #[serde(default)]
    website: String,
    /// When it is open on each weekday from Monday on, as people write it.
    #[serde(default)]
    opening_hours: Vec<String>,
    button: Word<Button>,
    #[serde(default)]
    button_target: String,
    #[serde(default)]
    languages: Vec<String>,
}

/// Words of a page in one language.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AboutToSet {
    /// The language, as a tag.
    language: String,
    /// The words, in light Markdown; without any, the language goes.
    about: String,
}

/// A post to be written in the name of a page.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PageStatus {
    /// The text in light Markdown.
    status: String,
    /// What stands on the cover; nothing for none.
    #[serde(default)]
    spoiler_text: String,
    /// A language tag; without it, what the caller chose for apps.
    language: Option<String>,
    /// Whether visitors read it too, and not the community alone.
    #[serde(default)]
    world: bool,
}

fn all(found: &[Visible<pages::Page>]) -> Json<Vec<Page>> {
    Json(found.iter().map(Page::of).collect())
}

async fn own(caller: Caller, (): ()) -> Answer<Json<Vec<Page>>> {
    Ok(all(&pages::own(&caller.app, &caller.viewer).await?))
}

async fn invitations(caller: Caller, (): ()) -> Answer<Json<Vec<Page>>> {
    Ok(all(&pages::invitations(&caller.app, &caller.viewer).await?))
}

async fn discover(caller: Caller, Asked(part): Asked<PartOfList>) -> Answer<Listed<Page>> {
    let request = part.window::<AccountKind>().request();
    let found = pages::discover(&caller.app, &caller.viewer, "", None, request).await?;
    let items: Vec<Page> = found.items.iter().map(Page::of).collect();
    Ok(Listed::leading_on(&caller, &items, found.next.map(|next| next.to_string())))
}

pub(super) async fn one(caller: &Caller, id: AccountId) -> Answer<Json<Page>> {
    Ok(Json(Page::of(&pages::get(&caller.app, &caller.viewer, id).await?)))
}

async fn create(caller: Caller, Sent(new): Sent<PageToFound>) -> Answer<Json<Page>> {
    let language = caller.viewer.active()?.language.clone();
    let new = NewPage {
        handle: new.username,
        name: new.name,
        category: new.category.0,
        about: new.about,
        language,
    };
    let id = pages::found(&caller.app, &caller.viewer, new).await?;
    one(&caller, id).await
}

async fn detail(caller: &Caller, id: AccountId) -> Answer<Json<PageDetail>> {
    let (app, viewer) = (&caller.app, &caller.viewer);
    let page = pages::get(app, viewer, id).await?;
    let language = viewer.active()?.language.clone();
    let (text, about_languages) = pages::about(app, viewer, id, vec![language]).await?;
    let details = &page.details;
    Ok(Json(PageDetail {
        page: Page::of(&page),
        intro: details.intro.clone(),
        about: text.about_html,
        language: text.language,
        about_languages,
        email: details.email.clone(),
        phone: details.phone.clone(),
        address: details.address.clone(),
        map_link: details.map_link.clone(),
        website: details.website.clone(),
        opening_hours: details.hours.0.iter().map(|spans| show_day(spans)).collect(),
        time_zone: page.time_zone.clone(),
        open_now: details.hours.is_open_at(app.now(), &page.time_zone),
        button: Word(details.button),
        button_target: details.button_target.clone(),
        languages: details.languages.clone(),
    }))
}

async fn show(caller: Caller, At(id): At<AccountId>) -> Answer<Json<PageDetail>> {
    detail(&caller, id).await
}

/// Hours of the week as people write them.
fn hours(typed: &[String]) -> Result<Hours> {
    let wrong = || {
        let message = Message::new("pages-hours-wrong");
        Error::invalid_fields(vec![FieldError { field: "opening_hours", message }])
    };
    let mut hours = Hours::default();
    if typed.len() > hours.0.len() {
        return Err(wrong());
    }
    for (day, typed) in hours.0.iter_mut().zip(typed) {
        *day = read_day(typed).ok_or_else(wrong)?;
    }
    Ok(hours)
}

async fn edit(
    caller: Caller,
    (At(id), Sent(new)): (At<AccountId>, Sent<PageToEdit>),
) -> Answer<Json<PageDetail>> {
    let details = Details {
        name: new.name,
        intro: new.intro,
        category: new.category.0,
        email: new.email,
        phone: new.phone,
        address: new.address,
        map_link: new.map_link,
        website: new.website,
        hours: hours(&new.opening_hours)?,
        button: new.button.0,
        button_target: new.button_target,
        languages: new.languages,
    };
    pages::edit(&caller.app, &caller.viewer, id, details).await?;
    detail(&caller, id).await
}

async fn set_about(
    caller: Caller,
    (At(id), Sent(new)): (At<AccountId>, Sent<AboutToSet>),
) -> Answer<Json<PageDetail>> {
    let text = PageText { language: new.language, about: new.about, ..PageText::default() };
    pages::set_text(&caller.app, &caller.viewer, id, text).await?;
    detail(&caller, id).await
}

type New = (At<AccountId>, Submission, Sent<PageStatus>);

async fn write_as(caller: Caller, (At(id), Submission(submission), Sent(new)): New) -> Answer<Json<Status>> {
    let speaker = pages::speaker(&caller.app, &caller.viewer, id).await?;
    let audience = if new.world { Audience::World } else { Audience::Community };
    let post = NewPost {
        text: new.status,
        cover: new.spoiler_text,
        language: language(&caller, new.language).await?,
        choice: AudienceChoice::plain(audience),
        submission,
        ..NewPost::default()
    };
    let made = posts::create(&caller.app, &speaker, post).await?;
    answer(&caller, StatusId::new(made.id.raw())).await
}
