//! Albums: made and changed by their owner, filled by them and by whoever agreed to add photos.

use axum::Json;
use kith_base::{Error, Result, limits};
use kith_domain::albums::{self, InAlbum, NewAlbum, Opened, Step};
use kith_domain::kinds::AlbumKind;
use kith_domain::{AccountId, AlbumId, MediaId, PostId};
use kith_http::Answer;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::audiences::AudienceChoice;
use super::input::{Asked, At, PartOfList, Sent, object};
use super::operations::KithRoutes;
use super::output::{DONE, Done, Listed};
use crate::accounts::{accounts_of, summary_of};
use crate::caller::Caller;
use crate::entities::account::Account;
use crate::entities::media::Attachment;
use crate::entities::moment;
use crate::entities::schema::{IdText, MomentText};
use crate::routes::Needs;

const ONE: &str = "/api/kith/v1/albums/{id}";
const PHOTO: &str = "/api/kith/v1/albums/{id}/photos/{media_id}";
const PERSON: &str = "/api/kith/v1/albums/{id}/contributors/{account_id}";

pub(super) fn routes() -> KithRoutes {
    let read = Needs::Scope("read:statuses");
    let open = Needs::IfSignedIn("read:statuses");
    let write = Needs::Scope("write:statuses");
    KithRoutes::of("albums")
        .get(
            "/api/kith/v1/accounts/{id}/albums",
            open,
            ("listAlbumsOf", "Albums of somebody that the caller may see, new to old"),
            index,
        )
        .get(
            "/api/kith/v1/albums",
            read,
            ("listSharedAlbums", "Albums of others to which the caller adds photos"),
            shared,
        )
        .post("/api/kith/v1/albums", write, ("createAlbum", "Makes an album"), create)
        .get(
            "/api/kith/v1/albums/invitations",
            read,
            ("listAlbumInvitations", "Albums for which the caller is asked to add photos"),
            invitations,
        )
        .get(ONE, open, ("getAlbum", "An album"), show)
        .put(ONE, write, ("changeAlbum", "Changes what an album is called and what is said of it"), change)
        .delete(ONE, write, ("deleteAlbum", "Deletes an album with what was uploaded into it"), delete)
        .put(
            "/api/kith/v1/albums/{id}/audience",
            write,
            ("setAlbumAudience", "Changes for whom an album is"),
            set_audience,
        )
        .get(
            "/api/kith/v1/albums/{id}/photos",
            open,
            ("listAlbumPhotos", "Photos of an album that the caller may see, in order"),
            photos,
        )
        .post("/api/kith/v1/albums/{id}/photos", write, ("addAlbumPhotos", "Adds photos to an album"), add)
        .put(PHOTO, write, ("changeAlbumPhoto", "Moves a photo, says what it is, puts it on the front"), tend)
        .delete(PHOTO, write, ("removeAlbumPhoto", "Takes a photo out of an album"), put_away)
        .put(PERSON, write, ("askForAlbum", "Asks a friend to add photos to an album"), ask)
        .delete(PERSON, write, ("dismissFromAlbum", "Lets somebody add no more photos to an album"), dismiss)
        .post(
            "/api/kith/v1/albums/{id}/accept",
            write,
            ("acceptAlbum", "Agrees to add photos to an album"),
            accept,
        )
        .post(
            "/api/kith/v1/albums/{id}/decline",
            write,
            ("declineAlbum", "Declines to add photos to an album; nobody is told"),
            decline,
        )
        .post(
            "/api/kith/v1/albums/{id}/leave",
            write,
            ("leaveAlbum", "Adds no more photos to an album of somebody else"),
            leave,
        )
}

/// An album.
#[derive(Debug, Serialize, JsonSchema)]
struct Album {
    #[schemars(with = "IdText")]
    id: AlbumId,
    title: String,
    description: String,
    account: Account,
    /// For whom it is; its owner alone is told.
    audience: Option<AudienceChoice>,
    /// Who adds photos beside the owner, as far as the caller may know of them.
    contributors: Vec<Account>,
    /// How many photos the caller may see.
    photos_count: i64,
    /// The photo that its owner put on the front.
    #[schemars(with = "Option<IdText>")]
    cover_id: Option<MediaId>,
    /// Whether everybody who sees it may fetch all of it at once.
    allow_download: bool,
    #[schemars(with = "MomentText")]
    created_at: String,
    /// What the caller may do.
    may: May,
}

/// What the caller may do with an album.
#[derive(Debug, Serialize, JsonSchema)]
struct May {
    edit: bool,
    add: bool,
    download: bool,
}

async fn told(caller: &Caller, opened: Opened) -> Result<Album> {
    let album = &opened.album;
    let ids: Vec<AccountId> = opened.contributors.iter().map(|card| card.id).collect();
    let mut people = accounts_of(caller, [&[opened.owner.id][..], &ids].concat()).await?;
    let owner = people.iter().position(|account| account.id == opened.owner.id);
    let account = people.remove(owner.ok_or_else(Error::not_found)?);
    Ok(Album {
        id: album.id,
        title: album.title.clone(),
        description: album.description.clone(),
        account,
        audience: opened.may.edit.then(|| (&album.facts.choice).into()),
        contributors: people,
        photos_count: opened.photos,
        cover_id: album.cover,
        allow_download: album.facts.lets_download,
        created_at: moment(album.created_at),
        may: May { edit: opened.may.edit, add: opened.may.add, download: opened.may.download },
    })
}

async fn one(caller: &Caller, id: AlbumId) -> Answer<Json<Album>> {
    let opened = albums::get(&caller.app, &caller.viewer, id).await?;
    Ok(Json(told(caller, opened).await?))
}

async fn all(caller: &Caller, ids: Vec<AlbumId>) -> Result<Vec<Album>> {
    let mut found = Vec::new();
    for id in ids {
        found.push(told(caller, albums::get(&caller.app, &caller.viewer, id).await?).await?);
    }
    Ok(found)
}

async fn index(
    caller: Caller,
    (At(id), Asked(part)): (At<AccountId>, Asked<PartOfList>),
) -> Answer<Listed<Album>> {
    summary_of(&caller, id).await?;
    let request = part.of_statuses::<AlbumKind>().request();
    let page = albums::of_person(&caller.app, &caller.viewer, id, request).await?;
    let ids: Vec<AlbumId> = page.items.iter().map(|card| card.album.id).collect();
    let ends = ids.first().zip(ids.last()).map(|(first, last)| (first.to_string(), last.to_string()));
    Ok(Listed::new(&caller, &all(&caller, ids).await?, ends))
}

async fn shared(caller: Caller, (): ()) -> Answer<Json<Vec<Album>>> {
    let found = albums::mine(&caller.app, &caller.viewer).await?;
    let ids = found.iter().map(|card| card.album.id).collect();
    Ok(Json(all(&caller, ids).await?))
}

async fn show(caller: Caller, At(id): At<AlbumId>) -> Answer<Json<Album>> {
    one(&caller, id).await
}

/// An album to be made.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AlbumToMake {
    title: String,
    #[serde(default)]
    description: String,
    /// For whom. There is no default: a mistake must not make it wider.
    #[serde(deserialize_with = "object")]
    audience: AudienceChoice,
    #[serde(default)]
    allow_download: bool,
}

async fn create(caller: Caller, Sent(new): Sent<AlbumToMake>) -> Answer<Json<Album>> {
    let new = NewAlbum {
        title: new.title,
        description: new.description,
        choice: new.audience.into(),
        lets_download: new.allow_download,
    };
    let made = albums::create(&caller.app, &caller.viewer, new).await?;
    one(&caller, made.id).await
}

/// What an album is called from then on.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AlbumWords {
    title: String,
    #[serde(default)]
    description: String,
    #[serde(default)]
    allow_download: bool,
}

async fn change(caller: Caller, (At(id), Sent(new)): (At<AlbumId>, Sent<AlbumWords>)) -> Answer<Json<Album>> {
    let (app, viewer) = (&caller.app, &caller.viewer);
    albums::edit(app, viewer, id, &new.title, &new.description, new.allow_download).await?;
    one(&caller, id).await
}

async fn delete(caller: Caller, At(id): At<AlbumId>) -> Answer<Json<Done>> {
    albums::delete(&caller.app, &caller.viewer, id).await?;
    Ok(DONE)
}

/// For whom an album is to be.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AlbumAudience {
    #[serde(deserialize_with = "object")]
    audience: AudienceChoice,
}

async fn set_audience(
    caller: Caller,
    (At(id), Sent(new)): (At<AlbumId>, Sent<AlbumAudience>),
) -> Answer<Json<Album>> {
    albums::set_audience(&caller.app, &caller.viewer, id, new.audience.into()).await?;
    one(&caller, id).await
}

/// A photo in an album.
#[derive(Debug, Serialize, JsonSchema)]
struct AlbumPhoto {
    media: Attachment,
    /// Words under it.
    caption: String,
    /// Who added it.
    #[schemars(with = "IdText")]
    account_id: AccountId,
    /// The post that shows it, if it was not uploaded into the album.
    #[schemars(with = "Option<IdText>")]
    status_id: Option<PostId>,
}

impl AlbumPhoto {
    fn of(caller: &Caller, found: &InAlbum) -> Self {
        Self {
            media: Attachment::of(caller, &found.photo),
            caption: found.caption.clone(),
            account_id: found.added_by,
            status_id: found.post,
        }
    }
}

async fn photos(caller: Caller, At(id): At<AlbumId>) -> Answer<Json<Vec<AlbumPhoto>>> {
    Ok(Json(in_order(&caller, id).await?))
}

async fn in_order(caller: &Caller, id: AlbumId) -> Result<Vec<AlbumPhoto>> {
    let found = albums::photos_page(&caller.app, &caller.viewer, id, None, limits::ALBUM_PHOTOS).await?;
    Ok(found.0.iter().map(|found| AlbumPhoto::of(caller, found)).collect())
}

/// Photos to be added.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PhotosToAdd {
    /// Uploaded through Mastodon's API, shown nowhere yet.
    #[serde(default)]
    #[schemars(with = "Vec<IdText>")]
    media_ids: Vec<MediaId>,
    /// Photos of the caller's posts. They stay with these, and are seen by whoever may see both.
    #[serde(default)]
    #[schemars(with = "Vec<IdText>")]
    posted_media_ids: Vec<MediaId>,
}

async fn add(
    caller: Caller,
    (At(id), Sent(new)): (At<AlbumId>, Sent<PhotosToAdd>),
) -> Answer<Json<Vec<AlbumPhoto>>> {
    albums::upload_into(&caller.app, &caller.viewer, id, new.media_ids).await?;
    albums::add_posted(&caller.app, &caller.viewer, id, new.posted_media_ids).await?;
    Ok(Json(in_order(&caller, id).await?))
}

/// Where a photo is moved in the order.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Move {
    Earlier,
    Later,
    First,
}

/// What changes about a photo in an album. What is left out stays.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PhotoChange {
    caption: Option<String>,
    /// What it shows, for those who do not see it; whoever uploaded it says so, with the caption.
    description: Option<String>,
    r#move: Option<Move>,
    /// Whether it comes on the front.
    #[serde(default)]
    is_cover: bool,
}

async fn tend(
    caller: Caller,
    (At((id, photo)), Sent(new)): (At<(AlbumId, MediaId)>, Sent<PhotoChange>),
) -> Answer<Json<Vec<AlbumPhoto>>> {
    let (app, viewer) = (&caller.app, &caller.viewer);
    if let Some(caption) = &new.caption {
        albums::describe(app, viewer, id, photo, caption, new.description.as_deref()).await?;
    }
    if let Some(step) = new.r#move {
        let step = match step {
            Move::Earlier => Step::Earlier,
            Move::Later => Step::Later,
            Move::First => Step::First,
        };
        albums::shift(app, viewer, id, photo, step).await?;
    }
    if new.is_cover {
        albums::set_cover(app, viewer, id, photo).await?;
    }
    Ok(Json(in_order(&caller, id).await?))
}

async fn put_away(caller: Caller, At((id, photo)): At<(AlbumId, MediaId)>) -> Answer<Json<Done>> {
    albums::put_away(&caller.app, &caller.viewer, id, photo).await?;
    Ok(DONE)
}

async fn ask(caller: Caller, At((id, person)): At<(AlbumId, AccountId)>) -> Answer<Json<Done>> {
    albums::ask(&caller.app, &caller.viewer, id, person).await?;
    Ok(DONE)
}

async fn dismiss(caller: Caller, At((id, person)): At<(AlbumId, AccountId)>) -> Answer<Json<Done>> {
    albums::dismiss(&caller.app, &caller.viewer, id, person).await?;
    Ok(DONE)
}

/// Somebody asks for photos.
#[derive(Debug, Serialize, JsonSchema)]
struct AlbumInvitation {
    #[schemars(with = "IdText")]
    album_id: AlbumId,
    title: String,
    account: Account,
}

async fn invitations(caller: Caller, (): ()) -> Answer<Json<Vec<AlbumInvitation>>> {
    let asked = albums::invitations(&caller.app, &caller.viewer).await?;
    let ids = asked.iter().map(|invitation| invitation.owner.id).collect();
    let people = accounts_of(&caller, ids).await?;
    let told = asked.into_iter().filter_map(|invitation| {
        let account = people.iter().find(|account| account.id == invitation.owner.id)?.clone();
        Some(AlbumInvitation { album_id: invitation.album, title: invitation.title, account })
    });
    Ok(Json(told.collect()))
}

async fn accept(caller: Caller, At(id): At<AlbumId>) -> Answer<Json<Album>> {
    albums::answer(&caller.app, &caller.viewer, id, true).await?;
    one(&caller, id).await
}

async fn decline(caller: Caller, At(id): At<AlbumId>) -> Answer<Json<Done>> {
    albums::answer(&caller.app, &caller.viewer, id, false).await?;
    Ok(DONE)
}

/// What becomes of one's photos.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Leaving {
    /// Whether they go too.
    #[serde(default)]
    with_photos: bool,
}

async fn leave(caller: Caller, (At(id), Sent(how)): (At<AlbumId>, Sent<Leaving>)) -> Answer<Json<Done>> {
    albums::leave(&caller.app, &caller.viewer, id, how.with_photos).await?;
    Ok(DONE)
}
