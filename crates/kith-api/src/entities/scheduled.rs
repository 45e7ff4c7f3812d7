//! Statuses that wait for their time.

use kith_base::SECOND;
use kith_domain::posts::Audience;
use kith_domain::scheduled::{Draft, Scheduled};
use kith_domain::{MediaId, PostId, ScheduledId};
use serde::Serialize;

use super::media::Attachment;
use super::moment;
use crate::caller::Caller;
use crate::kith::NewText;

/// `ScheduledStatus` (docs.joinmastodon.org/entities/ScheduledStatus).
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ScheduledStatus {
    id: ScheduledId,
    scheduled_at: String,
    params: ScheduledParams,
    media_attachments: Vec<Attachment>,
    kith: Extension,
}

/// What Mastodon has no word for.
#[derive(Clone, Debug, Serialize)]
struct Extension {
    /// Why it was not published at its time, for people; null before that.
    refusal: Option<String>,
    /// The same in further languages.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    texts: Vec<NewText>,
}

#[derive(Clone, Debug, Serialize)]
struct ScheduledParams {
    text: String,
    poll: Option<ScheduledPoll>,
    media_ids: Option<Vec<MediaId>>,
    sensitive: bool,
    spoiler_text: Option<String>,
    visibility: &'static str,
    language: Option<String>,
    scheduled_at: Option<String>,
    /// Which app it was is not kept.
    application_id: i64,
    idempotency: Option<String>,
    in_reply_to_id: Option<i64>,
    quoted_status_id: Option<PostId>,
    quote_approval_policy: &'static str,
    with_rate_limit: bool,
}

#[derive(Clone, Debug, Serialize)]
struct ScheduledPoll {
    options: Vec<String>,
    expires_in: i64,
    multiple: bool,
    hide_totals: bool,
}

impl ScheduledStatus {
    pub(crate) fn of(caller: &Caller, waiting: &Scheduled) -> Self {
        Self {
            id: waiting.id,
            scheduled_at: moment(waiting.due_at),
            params: ScheduledParams::of(&waiting.draft),
            media_attachments: waiting.photos.iter().map(|photo| Attachment::of(caller, photo)).collect(),
            kith: Extension {
                texts: waiting.draft.more.iter().map(NewText::from_draft).collect(),
                refusal: (!waiting.refusal.is_empty()).then(|| {
                    let said = waiting.refusal.iter().map(|why| caller.locale.tx(&why.key, &why.args()));
                    said.collect::<Vec<_>>().join(" ")
                }),
            },
        }
    }
}

impl ScheduledParams {
    fn of(draft: &Draft) -> Self {
        let poll = draft.poll.as_ref().map(|poll| ScheduledPoll {
            options: poll.options.clone(),
            expires_in: poll.lasts / SECOND,
            multiple: poll.is_multiple,
            hide_totals: poll.hides_totals,
        });
        Self {
            text: draft.text.clone(),
            poll,
            media_ids: Some(draft.photos.clone()).filter(|photos| !photos.is_empty()),
            sensitive: !draft.cover.is_empty(),
            spoiler_text: Some(draft.cover.clone()).filter(|cover| !cover.is_empty()),
            visibility: match draft.audience() {
                Audience::World => "public",
                Audience::Community => "unlisted",
                Audience::Friends | Audience::FriendsExcept | Audience::Circle => "private",
                Audience::People | Audience::Self_ | Audience::Group => "direct",
            },
            language: Some(draft.language.clone()).filter(|tag| !tag.is_empty()),
            scheduled_at: None,
            application_id: 0,
            idempotency: None,
            in_reply_to_id: None,
            quoted_status_id: draft.share,
            quote_approval_policy: match draft.audience() {
                Audience::World | Audience::Community => "public",
                Audience::Friends | Audience::FriendsExcept => "followers",
                // Some people are none of the words there are for it; nobody else is nearest.
                Audience::Circle | Audience::People | Audience::Self_ | Audience::Group => "nobody",
            },
            with_rate_limit: false,
        }
    }
}
