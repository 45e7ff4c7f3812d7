//! Photos as they are looked at: one size as a file, one photo on a page of its own with its neighbours. What shows a
//! photo decides who may see it.

mod key;
mod places;
mod policy;
mod reporting;

pub use key::{holder, key};
use kith_base::{Error, Result};
use kith_db::Query;
pub use kith_media::SizeName;
use kith_media::StoreKey;

pub(crate) use places::{ShownAt, shown_at};
use policy::Shown;
pub use reporting::{Reported, report};

use crate::accounts::{self, PersonCard};
use crate::media::{self, AttachTo, Photo, StoredSize};
use crate::viewer::{Viewer, Visible};
use crate::{
    AccountId, AlbumId, App, CommentId, ConversationId, MediaId, PostId, albums, comments, events, groups,
    messages, posts,
};

/// One size of a photo, ready to be sent.
#[derive(Debug)]
pub struct Opened {
    /// Media type, one of our own making.
    pub content_type: String,
    /// The file, open.
    pub file: tokio::fs::File,
    /// Its length in bytes.
    pub length: u64,
    /// Whether everybody in the world may see it now.
    pub is_public: bool,
}

/// A photo on a page of its own.
#[derive(Clone, Debug)]
pub struct PhotoPage {
    /// The photo.
    pub photo: Photo,
    /// Whose it is.
    pub owner: PersonCard,
    /// The post that shows it, or under which the comment stands that does.
    pub post: Option<PostId>,
    /// The comment that shows it.
    pub comment: Option<CommentId>,
    /// The conversation in which it was sent, or whose picture it is.
    pub conversation: Option<ConversationId>,
    /// The album into which it was uploaded.
    pub album: Option<AlbumId>,
    /// Where it stands among the photos of the post or the message, from one.
    pub position: usize,
    /// How many photos the post or the message has.
    pub total: usize,
    /// The one before.
    pub previous: Option<MediaId>,
    /// The one after.
    pub next: Option<MediaId>,
    /// Whether it is the viewer's own.
    pub is_mine: bool,
}

struct Found {
    owner: AccountId,
    shown: Shown,
    post: Option<PostId>,
    comment: Option<CommentId>,
    conversation: Option<ConversationId>,
    album: Option<AlbumId>,
    /// The photos of the message or the album that shows it.
    beside: Vec<MediaId>,
}

/// One size of a photo as an open file.
///
/// # Errors
/// NotFound when there is none or the viewer may not know of it.
pub async fn open(app: &App, viewer: &Viewer, id: MediaId, size: SizeName) -> Result<Visible<Opened>> {
    let looking = viewer.clone();
    let (found, stored) = app
        .db
        .read(move |q| {
            let found = find(q, &looking, id)?;
            if !policy::may_see(&looking, found.owner, &found.shown) {
                return Err(Error::not_found());
            }
            let stored = media::stored_size(q, id, size)?.ok_or_else(Error::not_found)?;
            Ok((found, stored))
        })
        .await?;
    let (file, length) = open_file(app, &stored).await?;
    let is_public = policy::is_public(found.owner, &found.shown);
    let opened = Opened { content_type: stored.content_type, file, length, is_public };
    policy::show(viewer, found.owner, &found.shown, opened).ok_or_else(Error::not_found)
}

async fn open_file(app: &App, stored: &StoredSize) -> Result<(tokio::fs::File, u64)> {
    let key = StoreKey::parse(&stored.key).ok_or_else(|| Error::internal("a store key of another form"))?;
    // The row says it is there and the store does not: it is being erased, or the folder was tampered with.
    app.store.open_file(&key).await.map_err(Error::internal)?.ok_or_else(Error::not_found)
}

/// A photo with its neighbours in the post that shows it.
///
/// # Errors
/// NotFound when there is none or the viewer may not know of it.
pub async fn page(app: &App, viewer: &Viewer, id: MediaId) -> Result<Visible<PhotoPage>> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let found = find(q, &viewer, id)?;
            if !policy::may_see(&viewer, found.owner, &found.shown) {
                return Err(Error::not_found());
            }
            let photo = media::photos(q, &[id])?.remove(&id).ok_or_else(Error::not_found)?;
            let around = match found.post {
                Some(post) if found.comment.is_none() => {
                    posts::sql::photos(q, &[post])?.remove(&post).unwrap_or_default()
                }
                _ if !found.beside.is_empty() => found.beside.clone(),
                _ => vec![id],
            };
            let at = around.iter().position(|other| *other == id).unwrap_or(0);
            let page = PhotoPage {
                photo,
                owner: accounts::card(q, found.owner)?,
                post: found.post,
                comment: found.comment,
                conversation: found.conversation,
                album: found.album,
                position: at + 1,
                total: around.len().max(1),
                previous: at.checked_sub(1).and_then(|before| around.get(before)).copied(),
                next: around.get(at + 1).copied(),
                is_mine: viewer.id() == Some(found.owner),
            };
            policy::show_page(&viewer, found.owner, &found.shown, page).ok_or_else(Error::not_found)
        })
        .await
}

fn find(q: &mut Query<'_>, viewer: &Viewer, id: MediaId) -> Result<Found> {
    let holder = media::holder(q, id)?.ok_or_else(Error::not_found)?;
    let owner = holder.owner;
    let (mut comment, mut conversation, mut album, mut beside) = (None, None, None, Vec::new());
    let (shown, post) = match holder.shown_by {
        None | Some(AttachTo::Scheduled(_) | AttachTo::Draft(_)) => (Shown::Nowhere, None),
        Some(AttachTo::Album(id)) => {
            album = Some(id);
            let found = albums::shows(q, id, owner)?;
            if found.as_ref().is_some_and(|found| albums::policy::may_see(viewer, &found.0)) {
                beside = albums::shown_in(q, viewer, id)?;
            }
            (Shown::ByAlbum(found.map(Box::new)), None)
        }
        Some(AttachTo::Post(post)) => {
            let facts = posts::sql::load(q, &[post])?.remove(&post).map(|post| Box::new(post.facts));
            (Shown::ByPost(facts), Some(post))
        }
        Some(AttachTo::Comment(id)) => {
            comment = Some(id);
            let found = comments::facts(q, id)?.map(Box::new);
            let post = found.as_ref().map(|found| found.0.post);
            (Shown::ByComment(found), post)
        }
        Some(AttachTo::Message(message)) => {
            let found = messages::shown_by(q, viewer, message)?;
            if let Some(found) = &found {
                conversation = Some(found.message.conversation);
                beside = messages::photos_of(q, message)?;
            }
            (Shown::ByMessage(found.map(Box::new)), None)
        }
        Some(AttachTo::Chat(chat)) => {
            conversation = Some(chat);
            (Shown::ByChat(messages::seen_by(q, viewer, chat)?.map(Box::new)), None)
        }
        Some(AttachTo::Group(group)) => {
            (Shown::ByGroup(groups::seen_by(q, viewer, group)?.map(Box::new)), None)
        }
        Some(AttachTo::Event(event)) => {
            (Shown::ByEvent(events::facts(q, viewer, event)?.map(Box::new)), None)
        }
        Some(AttachTo::Avatar(account)) => {
            // A post for the world shows the face of whoever wrote it.
            let is_for_world = viewer.active().is_err()
                && (is_for_world(q, account)? || posts::writes_for_world(q, account)?);
            (Shown::OnProfile { state: accounts::card(q, account)?.state, is_for_world }, None)
        }
        Some(AttachTo::Cover(account)) => {
            let is_for_world = viewer.active().is_err() && is_for_world(q, account)?;
            (Shown::OnProfile { state: accounts::card(q, account)?.state, is_for_world }, None)
        }
    };
    Ok(Found { owner, shown, post, comment, conversation, album, beside })
}

fn is_for_world(q: &mut Query<'_>, account: AccountId) -> Result<bool> {
    Ok(accounts::for_world(q, &[account])?.contains(&account))
}
