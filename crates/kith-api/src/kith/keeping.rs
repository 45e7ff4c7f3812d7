//! What members keep for themselves: drafts, folders and reminders of saved posts; and taking back a vote.

use axum::Json;
use kith_base::{Error, Millis, Result};
use kith_domain::posts::NewPost;
use kith_domain::saved;
use kith_domain::scheduled::{self, Begun, Draft};
use kith_domain::{DraftId, FolderId, MediaId, PostId, cards, polls};
use kith_http::Answer;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::audiences::{AudienceChoice, CommentChoice};
use super::input::{Asked, At, PartOfList, Sent, Submission, maybe_object, object, objects};
use super::operations::KithRoutes;
use super::output::{DONE, Done, Listed};
use super::statuses::NewText;
use crate::caller::Caller;
use crate::entities::media::Attachment;
use crate::entities::moment;
use crate::entities::poll::Poll;
use crate::entities::schema::{IdText, MomentText};
use crate::entities::status::{Status, statuses};
use crate::routes::Needs;
use crate::statuses::key_of;

const FOLDERS: &str = "/api/kith/v1/folders";
const FOLDER: &str = "/api/kith/v1/folders/{id}";
const DRAFTS: &str = "/api/kith/v1/drafts";

pub(super) fn routes() -> KithRoutes {
    let read = Needs::Scope("read:bookmarks");
    let write = Needs::Scope("write:bookmarks");
    let write_statuses = Needs::Scope("write:statuses");
    KithRoutes::of("keeping")
        .get(FOLDERS, read, ("listFolders", "The caller's folders for saved posts, by name"), folders)
        .post(FOLDERS, write, ("createFolder", "Makes a folder"), create_folder)
        .put(FOLDER, write, ("renameFolder", "Gives a folder another name"), rename_folder)
        .delete(FOLDER, write, ("deleteFolder", "Deletes a folder; the posts in it stay saved"), drop_folder)
        .get(
            "/api/kith/v1/folders/{id}/statuses",
            read,
            ("listFolder", "Saved posts in a folder, new to old"),
            in_folder,
        )
        .get(
            "/api/kith/v1/statuses/{id}/saved",
            read,
            ("getSaved", "Where a saved post lies, and when the caller is reminded of it"),
            kept,
        )
        .put(
            "/api/kith/v1/statuses/{id}/saved",
            write,
            ("keepSaved", "Puts a saved post into a folder or none, with a reminder or none"),
            keep_saved,
        )
        .delete(
            "/api/kith/v1/statuses/{id}/vote",
            write_statuses,
            ("takeVoteBack", "Takes the caller's vote back, so that they can choose anew"),
            unvote,
        )
        .get(
            DRAFTS,
            Needs::Scope("read:statuses"),
            ("listDrafts", "What the caller has begun to write, the last kept first"),
            drafts,
        )
        .post(
            DRAFTS,
            write_statuses,
            ("keepDraft", "Keeps what is begun; a post with the same `Idempotency-Key` takes the draft away"),
            keep_draft,
        )
        .delete("/api/kith/v1/drafts/{id}", write_statuses, ("discardDraft", "Drops what was begun"), discard)
}

/// A folder of the caller. Nobody else learns of it.
#[derive(Debug, Serialize, JsonSchema)]
struct Folder {
    #[schemars(with = "IdText")]
    id: FolderId,
    name: String,
    /// Posts in it that the caller may still see.
    statuses_count: i64,
}

/// What a folder is called.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct FolderName {
    /// Up to 40 characters, and not as another one of the same owner.
    name: String,
}

async fn own(caller: &Caller) -> Result<Vec<Folder>> {
    let found = saved::folders(&caller.app, &caller.viewer).await?;
    let told =
        |folder: saved::Folder| Folder { id: folder.id, name: folder.name, statuses_count: folder.posts };
    Ok(found.into_iter().map(told).collect())
}

async fn one(caller: &Caller, id: FolderId) -> Answer<Json<Folder>> {
    let found = own(caller).await?.into_iter().find(|folder| folder.id == id);
    Ok(Json(found.ok_or_else(Error::not_found)?))
}

async fn folders(caller: Caller, (): ()) -> Answer<Json<Vec<Folder>>> {
    Ok(Json(own(&caller).await?))
}

async fn create_folder(caller: Caller, Sent(new): Sent<FolderName>) -> Answer<Json<Folder>> {
    let id = saved::create_folder(&caller.app, &caller.viewer, &new.name).await?;
    one(&caller, id).await
}

async fn rename_folder(
    caller: Caller,
    (At(id), Sent(new)): (At<FolderId>, Sent<FolderName>),
) -> Answer<Json<Folder>> {
    saved::rename_folder(&caller.app, &caller.viewer, id, &new.name).await?;
    one(&caller, id).await
}

async fn drop_folder(caller: Caller, At(id): At<FolderId>) -> Answer<Json<Done>> {
    saved::delete_folder(&caller.app, &caller.viewer, id).await?;
    Ok(DONE)
}

async fn in_folder(
    caller: Caller,
    (At(id), Asked(part)): (At<FolderId>, Asked<PartOfList>),
) -> Answer<Listed<Status>> {
    let request = part.of_statuses().request();
    let page = cards::page_in_folder(&caller.app, &caller.viewer, id, request).await?;
    let ends = page.items.first().zip(page.items.last());
    let ends = ends.map(|(first, last)| (first.post.id.to_string(), last.post.id.to_string()));
    Ok(Listed::new(&caller, &statuses(&caller, &page.items).await?, ends))
}

/// Where a saved post lies.
#[derive(Debug, Serialize, JsonSchema)]
struct Kept {
    #[schemars(with = "Option<IdText>")]
    folder_id: Option<FolderId>,
    #[schemars(with = "Option<MomentText>")]
    remind_at: Option<String>,
}

async fn kept_of(caller: &Caller, id: PostId) -> Answer<Json<Kept>> {
    let mut found = saved::kept(&caller.app, &caller.viewer, vec![id]).await?;
    let kept = found.remove(&id).ok_or_else(Error::not_found)?;
    Ok(Json(Kept { folder_id: kept.folder, remind_at: kept.remind_at.map(moment) }))
}

async fn kept(caller: Caller, At(id): At<PostId>) -> Answer<Json<Kept>> {
    kept_of(&caller, id).await
}

/// Where a saved post is to lie. What is left out is none.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ToKeep {
    #[schemars(with = "Option<IdText>")]
    folder_id: Option<FolderId>,
    #[schemars(with = "Option<MomentText>")]
    remind_at: Option<String>,
}

async fn keep_saved(caller: Caller, (At(id), Sent(new)): (At<PostId>, Sent<ToKeep>)) -> Answer<Json<Kept>> {
    let at = new.remind_at.as_deref().map(time_of).transpose()?;
    saved::move_to(&caller.app, &caller.viewer, id, new.folder_id).await?;
    saved::remind(&caller.app, &caller.viewer, id, at).await?;
    kept_of(&caller, id).await
}

fn time_of(text: &str) -> Result<Millis> {
    let at = text.trim().parse::<jiff::Timestamp>();
    at.map(jiff::Timestamp::as_millisecond).map_err(|_| Error::invalid("remind_at", "scheduled-no-time"))
}

async fn unvote(caller: Caller, At(id): At<PostId>) -> Answer<Json<Poll>> {
    let poll = polls::take_back(&caller.app, &caller.viewer, id).await?;
    Ok(Json(Poll::of(&caller, &poll)))
}

/// What the caller has begun to write. Nobody else learns of it.
#[derive(Debug, Serialize, JsonSchema)]
struct DraftOfPost {
    #[schemars(with = "IdText")]
    id: DraftId,
    /// The `Idempotency-Key` under which it is kept; none for one that was begun on a page.
    key: Option<String>,
    status: String,
    spoiler_text: String,
    language: String,
    /// The same in further languages.
    texts: Vec<NewText>,
    audience: AudienceChoice,
    comments: CommentChoice,
    media_attachments: Vec<Attachment>,
    #[schemars(with = "Option<IdText>")]
    quoted_status_id: Option<PostId>,
    #[schemars(with = "MomentText")]
    changed_at: String,
}

impl DraftOfPost {
    fn of(caller: &Caller, begun: &Begun) -> Self {
        let draft = &begun.draft;
        Self {
            id: begun.id,
            key: key_of(&begun.submission).map(str::to_owned),
            status: draft.text.clone(),
            spoiler_text: draft.cover.clone(),
            language: draft.language.clone(),
            texts: draft.more.iter().map(NewText::from_draft).collect(),
            audience: (&draft.choice()).into(),
            comments: (&draft.comments()).into(),
            media_attachments: begun.photos.iter().map(|photo| Attachment::of(caller, photo)).collect(),
            quoted_status_id: draft.share,
            changed_at: moment(begun.changed_at),
        }
    }
}

async fn drafts(caller: Caller, (): ()) -> Answer<Json<Vec<DraftOfPost>>> {
    let found = scheduled::drafts(&caller.app, &caller.viewer).await?;
    Ok(Json(found.iter().map(|begun| DraftOfPost::of(&caller, begun)).collect()))
}

/// What is begun. It may break the rules of a post.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct DraftToKeep {
    #[serde(default)]
    status: String,
    #[serde(default)]
    spoiler_text: String,
    #[serde(default)]
    language: String,
    /// The same in further languages.
    #[serde(default, deserialize_with = "objects")]
    texts: Vec<NewText>,
    #[serde(deserialize_with = "object")]
    audience: AudienceChoice,
    #[serde(default, deserialize_with = "maybe_object")]
    comments: Option<CommentChoice>,
    #[serde(default)]
    #[schemars(with = "Vec<IdText>")]
    media_ids: Vec<MediaId>,
    #[schemars(with = "Option<IdText>")]
    quoted_status_id: Option<PostId>,
}

async fn keep_draft(
    caller: Caller,
    (Submission(word), Sent(new)): (Submission, Sent<DraftToKeep>),
) -> Answer<Json<DraftOfPost>> {
    let word = word.ok_or_else(|| Error::invalid("draft", "error-not-understood"))?;
    let post = NewPost {
        text: new.status,
        cover: new.spoiler_text,
        language: new.language,
        more: new.texts.into_iter().map(Into::into).collect(),
        choice: new.audience.into(),
        comments: new.comments.map(Into::into).unwrap_or_default(),
        photos: new.media_ids,
        share: new.quoted_status_id,
        ..NewPost::default()
    };
    let id = scheduled::keep(&caller.app, &caller.viewer, word, Draft::of(post, None)).await?;
    let begun = scheduled::draft(&caller.app, &caller.viewer, id).await?;
    Ok(Json(DraftOfPost::of(&caller, &begun)))
}

async fn discard(caller: Caller, At(id): At<DraftId>) -> Answer<Json<Done>> {
    scheduled::discard(&caller.app, &caller.viewer, id).await?;
    Ok(DONE)
}
