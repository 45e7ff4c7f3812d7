//! What members do with the posts that they saved: put them into folders, and ask to be reminded. Nobody else learns of
//! any of it. Saving itself is a mark on a post.

mod remind;
mod sql;

use std::collections::HashMap;

use kith_base::{Error, Message, Millis, Result, limits};
use kith_db::{Query, on_constraint};
use kith_text::names::fold;
use kith_text::normalise_line;

pub use remind::{LATEST, SOONEST, remind};

use crate::viewer::Viewer;
use crate::{AccountId, App, FolderId, PostId, posts};

/// A folder as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    /// Which one.
    pub id: FolderId,
    /// What it is called.
    pub name: String,
    /// Posts in it that its owner may still see.
    pub posts: i64,
}

/// Where a saved post lies, and when its owner is reminded of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The folder, if it lies in one.
    pub folder: Option<FolderId>,
    /// The time of the reminder, if one waits.
    pub remind_at: Option<Millis>,
}

/// The viewer's folders by name.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn folders(app: &App, viewer: &Viewer) -> Result<Vec<Folder>> {
    let me = viewer.active()?.id;
    app.db.read(move |q| sql::folders(q, me)).await
}

/// Makes a folder.
///
/// # Errors
/// Invalid in `name` when it is empty, too long or taken; Conflict when the member has as many as they may.
pub async fn create_folder(app: &App, viewer: &Viewer, name: &str) -> Result<FolderId> {
    let me = viewer.active()?.id;
    let name = checked(name)?;
    app.db
        .write(move |tx| {
            if usize::try_from(sql::count_folders(tx, me)?).unwrap_or(usize::MAX) >= limits::FOLDERS {
                return Err(Error::conflict(
                    Message::new("saved-folders-many").with("limit", limits::FOLDERS),
                ));
            }
            let id = tx.new_id();
            if sql::has_name(tx, me, id, &fold(&name))? {
                return Err(taken());
            }
            on_constraint(sql::insert_folder(tx, id, me, &name, &fold(&name)), "saved_folders_name", taken)?;
            Ok(id)
        })
        .await
}

/// Gives a folder another name.
///
/// # Errors
/// As [`create_folder`]; NotFound when the viewer has no such folder.
pub async fn rename_folder(app: &App, viewer: &Viewer, folder: FolderId, name: &str) -> Result<()> {
    let me = viewer.active()?.id;
    let name = checked(name)?;
    app.db
        .write(move |tx| {
            must_own(tx, me, folder)?;
            if sql::has_name(tx, me, folder, &fold(&name))? {
                return Err(taken());
            }
            on_constraint(sql::rename(tx, folder, &name, &fold(&name)), "saved_folders_name", taken)
        })
        .await
}

/// Deletes a folder. The posts in it stay saved, in none.
///
/// # Errors
/// NotFound when the viewer has no such folder.
pub async fn delete_folder(app: &App, viewer: &Viewer, folder: FolderId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            must_own(tx, me, folder)?;
            sql::delete_folder(tx, me, folder)
        })
        .await
}

/// Puts a saved post into a folder, or takes it out of the one in which it lies.
///
/// # Errors
/// NotFound when the viewer has no such folder, or has not saved the post or may not see it any more.
pub async fn move_to(app: &App, viewer: &Viewer, post: PostId, folder: Option<FolderId>) -> Result<()> {
    let me = viewer.active()?.id;
    let viewer = viewer.clone();
    app.db
        .write(move |tx| {
            if let Some(folder) = folder {
                must_own(tx, me, folder)?;
            }
            posts::load(tx, &viewer, post)?;
            if sql::put_into(tx, me, post, folder)? { Ok(()) } else { Err(Error::not_found()) }
        })
        .await
}

/// Where those of `ids` lie that the viewer saved.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn kept(app: &App, viewer: &Viewer, ids: Vec<PostId>) -> Result<HashMap<PostId, Kept>> {
    let me = viewer.active()?.id;
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    app.db.read(move |q| sql::kept(q, me, &ids)).await
}

/// Refuses a folder that is not `owner`'s.
///
/// # Errors
/// NotFound, whether it is somebody else's or not there.
pub(crate) fn must_own(q: &mut Query<'_>, owner: AccountId, folder: FolderId) -> Result<()> {
    if sql::owns(q, owner, folder)? { Ok(()) } else { Err(Error::not_found()) }
}

fn checked(name: &str) -> Result<String> {
    let name = normalise_line(name);
    let wrong = |message: Message| Err(Error::invalid("name", message));
    match kith_text::count::characters(&name) {
        0 => wrong("saved-folder-name-missing".into()),
        length if length > limits::FOLDER_NAME => {
            wrong(Message::new("error-too-long").with("max", limits::FOLDER_NAME))
        }
        _ => Ok(name),
    }
}

fn taken() -> Error {
    Error::invalid("name", "saved-folder-name-taken")
}
