//! Writing a post for exactly those for whom it is. Everything else about statuses has its place in Mastodon's API.

use axum::Json;
use kith_base::SECOND;
use kith_domain::posts::{self, NewPost, PostText};
use kith_domain::{AccountId, MediaId, PostId, polls, scheduled};
use kith_http::Answer;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::audiences::{AudienceChoice, CommentChoice};
use super::input::{Sent, Submission, maybe_object, object, objects};
use super::operations::KithRoutes;
use crate::caller::Caller;
use crate::entities::schema::IdText;
use crate::entities::status::{Status, StatusId};
use crate::routes::Needs;
use crate::statuses::{answer, language};

pub(super) fn routes() -> KithRoutes {
    KithRoutes::of("statuses").post(
        "/api/kith/v1/statuses",
        Needs::Scope("write:statuses"),
        ("createStatus", "Writes a post on the caller's own profile"),
        create,
    )
}

/// A post to be written. Fields that Mastodon's API has are called as there.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewStatus {
    /// The text in light Markdown. It may be missing where there are photos or a post is passed on.
    #[serde(default)]
    status: String,
    /// For whom. There is no default: a mistake must not make it wider.
    #[serde(deserialize_with = "object")]
    audience: AudienceChoice,
    /// Who may comment; without it, what the caller chose to begin with.
    #[serde(default, deserialize_with = "maybe_object")]
    comments: Option<CommentChoice>,
    /// What stands on the cover; nothing for none.
    #[serde(default)]
    spoiler_text: String,
    /// A language tag; without it, what the caller chose for apps.
    language: Option<String>,
    /// The same in further languages, four at most; who reads which is decided by the languages of each reader.
    #[serde(default, deserialize_with = "objects")]
    texts: Vec<NewText>,
    /// Photos in order, uploaded through Mastodon's API.
    #[serde(default)]
    #[schemars(with = "Vec<IdText>")]
    media_ids: Vec<MediaId>,
    /// A post to pass on.
    #[schemars(with = "Option<IdText>")]
    quoted_status_id: Option<PostId>,
    #[serde(default, deserialize_with = "maybe_object")]
    poll: Option<NewPoll>,
}

/// The words of a post in a further language.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewText {
    /// A language tag; without it, the text decides where that can be told.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    language: String,
    /// The text in light Markdown.
    text: String,
    /// The cover in this language; without it, that of the first.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    spoiler_text: String,
}

impl NewText {
    /// What the author of a post wrote in a further language.
    pub(crate) fn from_post(text: &PostText) -> Self {
        Self::from_draft(&text.into())
    }

    /// What stands in a draft.
    pub(crate) fn from_draft(text: &posts::NewText) -> Self {
        Self { language: text.language.clone(), text: text.text.clone(), spoiler_text: text.cover.clone() }
    }
}

impl From<NewText> for posts::NewText {
    fn from(new: NewText) -> Self {
        Self { text: new.text, language: new.language, cover: new.spoiler_text }
    }
}

/// A question with answers to choose from.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewPoll {
    options: Vec<String>,
    /// Seconds until it ends.
    expires_in: u32,
    #[serde(default)]
    multiple: bool,
    /// Whether counts are shown at the end alone.
    #[serde(default)]
    hide_totals: bool,
}

impl From<NewPoll> for polls::NewPoll {
    fn from(new: NewPoll) -> Self {
        Self {
            options: new.options,
            is_multiple: new.multiple,
            hides_totals: new.hide_totals,
            lasts: i64::from(new.expires_in) * SECOND,
        }
    }
}

async fn create(
    caller: Caller,
    (Submission(submission), Sent(new)): (Submission, Sent<NewStatus>),
) -> Answer<Json<Status>> {
    write(&caller, None, submission, new).await
}

/// Writes a post on a wall, or on the caller's own profile.
pub(super) async fn write(
    caller: &Caller,
    wall: Option<AccountId>,
    submission: Option<String>,
    new: NewStatus,
) -> Answer<Json<Status>> {
    let comments = match new.comments {
        Some(comments) => comments.into(),
        None => posts::composer(&caller.app, &caller.viewer, Vec::new()).await?.comments.into(),
    };
    let post = NewPost {
        text: new.status,
        cover: new.spoiler_text,
        language: language(caller, new.language).await?,
        more: new.texts.into_iter().map(Into::into).collect(),
        choice: new.audience.into(),
        comments,
        photos: new.media_ids,
        wall,
        share: new.quoted_status_id,
        submission,
        ..NewPost::default()
    };
    let poll = new.poll.map(Into::into);
    let made = scheduled::publish(&caller.app, &caller.viewer, post, poll, None).await?;
    answer(caller, StatusId::new(made.id.raw())).await
}
