//! Writing in a group: where, with which label, and whether it is an announcement. The group is the audience.

use kith_base::{Error, Result};
use kith_domain::cards::Card;
use kith_domain::groups::{self, Lookup, Right, Topic, policy};
use kith_domain::posts::{self, Audience, InGroup};
use kith_domain::reading::Reading;
use kith_domain::{TopicId, Visible};
use kith_http::{Form, Visit};

/// What was chosen about the group.
#[derive(Clone, Copy, Default)]
pub(super) struct InGroupTyped {
    topic: Option<TopicId>,
    is_announcement: bool,
}

impl InGroupTyped {
    pub(super) fn read(form: &Form) -> Result<Self> {
        Ok(Self { topic: form.parse("topic")?, is_announcement: form.has("announce") })
    }

    /// The place as the domain takes it; none outside of groups.
    pub(super) async fn place(self, visit: &Visit, slug: &str) -> Result<Option<InGroup>> {
        if slug.is_empty() {
            return Ok(None);
        }
        let group = find(visit, slug).await?.id;
        Ok(Some(InGroup { group, topic: self.topic, is_announcement: self.is_announcement }))
    }
}

/// The part of the composer about the group.
pub(super) struct GroupForm {
    pub(super) slug: String,
    pub(super) name: String,
    pub(super) topics: Vec<(String, String, bool)>,
    pub(super) may_announce: bool,
    pub(super) is_announcement: bool,
    /// Whether somebody looks at the post first.
    pub(super) waits: bool,
    pub(super) may_photos: bool,
    pub(super) may_poll: bool,
    /// The word that calls those who look after it.
    pub(super) call: String,
}

impl GroupForm {
    pub(super) async fn of(visit: &Visit, slug: &str, typed: Option<&InGroupTyped>) -> Result<Option<Self>> {
        if slug.is_empty() {
            return Ok(None);
        }
        let group = find(visit, slug).await?;
        let may = |right| policy::may(&visit.viewer, &group, right);
        if !may(Right::Post) {
            return Err(Error::not_found());
        }
        let typed = typed.copied().unwrap_or_default();
        let shown = groups::page(&visit.app, &visit.viewer, group.id, &Reading::default()).await?;
        let topic = |topic: &Topic| (topic.id.to_string(), topic.name.clone(), typed.topic == Some(topic.id));
        Ok(Some(Self {
            slug: group.slug.clone(),
            name: group.name.clone(),
            topics: shown.topics.iter().map(topic).collect(),
            may_announce: may(Right::Arrange),
            is_announcement: typed.is_announcement,
            may_photos: may(Right::AddPhotos),
            may_poll: may(Right::MakePolls),
            call: visit.locale.t("groups-call-word"),
            waits: group.settings.posting == groups::Posting::Approved && !may(Right::Approve),
        }))
    }
}

async fn find(visit: &Visit, slug: &str) -> Result<Visible<groups::Group>> {
    match groups::find(&visit.app, &visit.viewer, slug).await? {
        Lookup::Here(group) => Ok(*group),
        Lookup::Moved(_) => Err(Error::not_found()),
    }
}

/// How far a post that passes this one on may reach; what a closed group reads goes no further than to its author.
pub(super) fn widest_of(card: &Card) -> Audience {
    posts::policy::widest_share(&card.post.facts).unwrap_or(Audience::Self_)
}
