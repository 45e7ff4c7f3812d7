//! People in photos, memories of a day, and whose birthdays come next.

use axum::Json;
use kith_base::Result;
use kith_domain::kinds::PhotoTagKind;
use kith_domain::photo_tags::{self, Spot, Tagged, WhoMayTag};
use kith_domain::{AccountId, AlbumId, MediaId, PhotoTagId, PostId, birthdays, cards, memories};
use kith_http::Answer;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::input::{Asked, At, PartOfList, Sent, Word};
use super::operations::KithRoutes;
use super::output::{DONE, Done, Listed};
use crate::accounts::accounts_of;
use crate::caller::Caller;
use crate::entities::account::Account;
use crate::entities::media::Attachment;
use crate::entities::schema::IdText;
use crate::entities::status::{Status, statuses};
use crate::routes::Needs;

const ON_PHOTO: &str = "/api/kith/v1/media/{id}/tags";
const CHOICE: &str = "/api/kith/v1/photo_tags/choice";
const MEMORIES: &str = "/api/kith/v1/memories";

pub(super) fn routes() -> KithRoutes {
    let read = Needs::Scope("read:statuses");
    let write = Needs::Scope("write:statuses");
    KithRoutes::of("looking_back")
        .get(
            ON_PHOTO,
            Needs::IfSignedIn("read:statuses"),
            ("listPhotoTags", "Who is marked in a photo of a post or an album"),
            on_photo,
        )
        .post(ON_PHOTO, write, ("tagPhoto", "Marks a friend in a photo of the caller"), tag)
        .get(
            "/api/kith/v1/photo_tags",
            read,
            ("listPhotosOfMe", "Photos in which the caller is marked, the newest marks first"),
            of_me,
        )
        .get(
            "/api/kith/v1/photo_tags/waiting",
            read,
            ("listWaitingTags", "Marks that wait for the caller's word"),
            waiting,
        )
        .get(CHOICE, read, ("getTagChoice", "Whose marks the caller has to agree to"), choice)
        .put(CHOICE, write, ("setTagChoice", "Chooses whose marks have to be agreed to"), set_choice)
        .post(
            "/api/kith/v1/photo_tags/{id}/accept",
            write,
            ("acceptTag", "Agrees to a mark, which is shown from then on"),
            accept,
        )
        .delete(
            "/api/kith/v1/photo_tags/{id}",
            write,
            ("removeTag", "Takes a mark away, for good where the caller is marked"),
            remove,
        )
        .get(MEMORIES, read, ("listMemories", "What was on this day in earlier years"), today)
        .put(MEMORIES, write, ("switchMemories", "Switches memories on or off"), switch)
        .get(
            "/api/kith/v1/birthdays",
            Needs::Scope("read:accounts"),
            ("listBirthdays", "Birthdays of friends over the next year, the next one first"),
            coming,
        )
}

/// A point in a photo, in thousandths of its width and height from the upper left corner.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Point {
    across: u16,
    down: u16,
}

impl From<Spot> for Point {
    fn from(spot: Spot) -> Self {
        let of = |at: i64| u16::try_from(at).unwrap_or_default();
        Self { across: of(spot.across), down: of(spot.down) }
    }
}

/// Somebody in a photo.
#[derive(Debug, Serialize, JsonSchema)]
struct PhotoTag {
    #[schemars(with = "IdText")]
    id: PhotoTagId,
    account: Account,
    /// Whether it waits for their word; the two whom it concerns alone are told.
    is_waiting: bool,
    /// Where; null for the photo as a whole.
    point: Option<Point>,
}

async fn tags_of(caller: &Caller, photo: MediaId) -> Result<Vec<PhotoTag>> {
    let found = photo_tags::on_photo(&caller.app, &caller.viewer, photo).await?;
    let people = accounts_of(caller, found.iter().map(|card| card.person.id).collect()).await?;
    let told = found.into_iter().filter_map(|card| {
        Some(PhotoTag {
            id: card.tag.id,
            account: people.iter().find(|account| account.id == card.person.id)?.clone(),
            is_waiting: card.tag.state == photo_tags::TagState::Waiting,
            point: card.tag.spot.map(Point::from),
        })
    });
    Ok(told.collect())
}

async fn on_photo(caller: Caller, At(id): At<MediaId>) -> Answer<Json<Vec<PhotoTag>>> {
    Ok(Json(tags_of(&caller, id).await?))
}

/// Somebody to be marked.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct NewTag {
    #[schemars(with = "IdText")]
    account_id: AccountId,
    /// Where; without it, in the photo as a whole.
    point: Option<Point>,
}

async fn tag(
    caller: Caller,
    (At(id), Sent(new)): (At<MediaId>, Sent<NewTag>),
) -> Answer<Json<Vec<PhotoTag>>> {
    let spot = new.point.map(|point| Spot { across: point.across.into(), down: point.down.into() });
    photo_tags::tag(&caller.app, &caller.viewer, id, new.account_id, spot).await?;
    Ok(Json(tags_of(&caller, id).await?))
}

/// A photo in which the caller is marked.
#[derive(Debug, Serialize, JsonSchema)]
struct PhotoOfMe {
    #[schemars(with = "IdText")]
    id: PhotoTagId,
    media: Attachment,
    /// Who marked the caller.
    #[schemars(with = "IdText")]
    account_id: AccountId,
    /// The post that shows it.
    #[schemars(with = "Option<IdText>")]
    status_id: Option<PostId>,
    /// The album into which it was uploaded.
    #[schemars(with = "Option<IdText>")]
    album_id: Option<AlbumId>,
}

impl PhotoOfMe {
    fn of(caller: &Caller, found: &Tagged) -> Self {
        Self {
            id: found.tag.id,
            media: Attachment::of(caller, &found.photo),
            account_id: found.by.id,
            status_id: found.post,
            album_id: found.album,
        }
    }
}

async fn of_me(caller: Caller, Asked(part): Asked<PartOfList>) -> Answer<Listed<PhotoOfMe>> {
    let request = part.of_statuses::<PhotoTagKind>().request();
    let page = photo_tags::of_me(&caller.app, &caller.viewer, request).await?;
    let items: Vec<PhotoOfMe> = page.items.iter().map(|found| PhotoOfMe::of(&caller, found)).collect();
    Ok(Listed::leading_on(&caller, &items, page.next.map(|next| next.to_string())))
}

async fn waiting(caller: Caller, (): ()) -> Answer<Json<Vec<PhotoOfMe>>> {
    let found = photo_tags::waiting(&caller.app, &caller.viewer).await?;
    Ok(Json(found.iter().map(|found| PhotoOfMe::of(&caller, found)).collect()))
}

/// Whose marks have to be agreed to.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct TagChoice {
    who: Word<WhoMayTag>,
}

async fn choice(caller: Caller, (): ()) -> Answer<Json<TagChoice>> {
    Ok(Json(TagChoice { who: Word(photo_tags::choice(&caller.app, &caller.viewer).await?) }))
}

async fn set_choice(caller: Caller, Sent(new): Sent<TagChoice>) -> Answer<Json<TagChoice>> {
    photo_tags::set_choice(&caller.app, &caller.viewer, new.who.0).await?;
    Ok(Json(new))
}

async fn accept(caller: Caller, At(id): At<PhotoTagId>) -> Answer<Json<Done>> {
    photo_tags::answer(&caller.app, &caller.viewer, id, true).await?;
    Ok(DONE)
}

async fn remove(caller: Caller, At(id): At<PhotoTagId>) -> Answer<Json<Done>> {
    photo_tags::remove(&caller.app, &caller.viewer, id).await?;
    Ok(DONE)
}

/// What there is of this day.
#[derive(Debug, Serialize, JsonSchema)]
struct MemoriesOfDay {
    /// Whether the caller wants them at all.
    is_on: bool,
    years: Vec<MemoriesOfYear>,
}

/// Posts of one year.
#[derive(Debug, Serialize, JsonSchema)]
struct MemoriesOfYear {
    year: i16,
    statuses: Vec<Status>,
}

async fn told(caller: &Caller) -> Answer<Json<MemoriesOfDay>> {
    let found = memories::today(&caller.app, &caller.viewer).await?;
    let mut years = Vec::new();
    for (year, ids) in found.years {
        let cards = cards::of(&caller.app, &caller.viewer, ids).await?;
        if !cards.is_empty() {
            years.push(MemoriesOfYear { year, statuses: statuses(caller, &cards).await? });
        }
    }
    Ok(Json(MemoriesOfDay { is_on: !found.is_off, years }))
}

async fn today(caller: Caller, (): ()) -> Answer<Json<MemoriesOfDay>> {
    told(&caller).await
}

/// Whether there are to be memories.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Switch {
    is_on: bool,
}

async fn switch(caller: Caller, Sent(new): Sent<Switch>) -> Answer<Json<MemoriesOfDay>> {
    memories::set_off(&caller.app, &caller.viewer, !new.is_on).await?;
    told(&caller).await
}

/// A friend's next birthday.
#[derive(Debug, Serialize, JsonSchema)]
struct Birthday {
    account: Account,
    /// The month of birth, 1 to 12.
    month: u8,
    /// The day of birth.
    day: u8,
    /// Days until then; 0 for today.
    in_days: i64,
    /// How old they turn, where they let the caller know the year.
    turns: Option<i64>,
}

async fn coming(caller: Caller, (): ()) -> Answer<Json<Vec<Birthday>>> {
    let found = birthdays::upcoming(&caller.app, &caller.viewer).await?;
    let people = accounts_of(&caller, found.iter().map(|coming| coming.person.id).collect()).await?;
    let told = found.into_iter().filter_map(|coming| {
        Some(Birthday {
            account: people.iter().find(|account| account.id == coming.person.id)?.clone(),
            month: coming.month,
            day: coming.day,
            in_days: coming.in_days,
            turns: coming.turns,
        })
    });
    Ok(Json(told.collect()))
}
