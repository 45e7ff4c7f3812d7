//! Groups: what a member may know of, coming in and going, what is written there, and what waits for those who look after
//! one. What stands in a group are statuses as everywhere.

use axum::Json;
use kith_base::Result;
use kith_domain::groups::{self, GroupState, Joined, Joining, MemberState, NewGroup, Posting, Visibility};
use kith_domain::kinds::{AccountKind, GroupKind, PostKind};
use kith_domain::posts::{InGroup, NewPost};
use kith_domain::viewer::{GroupLevel, GroupRole};
use kith_domain::{AccountId, GroupId, MediaId, PostId, TopicId, Visible, group_posts, posts};
use kith_http::Answer;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::circles::people;
use super::input::{Asked, At, PartOfList, Sent, Submission, Word, objects};
use super::operations::KithRoutes;
use super::output::{DONE, Done, Listed};
use super::statuses::NewText;
use crate::caller::Caller;
use crate::entities::account::Account;
use crate::entities::schema::IdText;
use crate::entities::status::{Status, StatusId, statuses};
use crate::routes::Needs;
use crate::statuses::{answer, language};

pub(super) fn routes() -> KithRoutes {
    let (read, write) = (Needs::Scope("read:lists"), Needs::Scope("write:lists"));
    KithRoutes::of("groups")
        .get("/api/kith/v1/groups", read, ("listOwnGroups", "The caller's groups, by name"), own)
        .post("/api/kith/v1/groups", write, ("beginGroup", "Begins a group, which the caller owns"), create)
        .get(
            "/api/kith/v1/groups/discover",
            read,
            ("discoverGroups", "Groups that the caller may know of and is not in, the newest first"),
            discover,
        )
        .get(
            "/api/kith/v1/groups/invitations",
            read,
            ("listGroupInvitations", "Groups that asked the caller in"),
            invitations,
        )
        .get("/api/kith/v1/groups/{id}", read, ("getGroup", "One group"), show)
        .post(
            "/api/kith/v1/groups/{id}/membership",
            write,
            ("joinGroup", "Joins a group, asks to, or accepts an invitation"),
            join,
        )
        .delete(
            "/api/kith/v1/groups/{id}/membership",
            write,
            ("leaveGroup", "Leaves a group, takes a request back, or says no to an invitation"),
            leave,
        )
        .put(
            "/api/kith/v1/groups/{id}/level",
            write,
            ("setGroupLevel", "Chooses what of a group comes to the caller"),
            set_level,
        )
        .get(
            "/api/kith/v1/groups/{id}/members",
            read,
            ("listGroupMembers", "Who is in a group, the newest accounts first"),
            members,
        )
        .get(
            "/api/kith/v1/groups/{id}/requests",
            read,
            ("listGroupRequests", "Who asks to come in; for those who look after the group"),
            requests,
        )
        .post(
            "/api/kith/v1/groups/{id}/requests/{account_id}/approve",
            write,
            ("approveGroupRequest", "Lets somebody in"),
            approve,
        )
        .post(
            "/api/kith/v1/groups/{id}/requests/{account_id}/decline",
            write,
            ("declineGroupRequest", "Does not let somebody in"),
            decline,
        )
        .merge(inside())
}

/// What is written in groups.
fn inside() -> KithRoutes {
    let (reads, writes) = (Needs::Scope("read:statuses"), Needs::Scope("write:statuses"));
    KithRoutes::of("groups")
        .get(
            "/api/kith/v1/groups/{id}/statuses",
            reads,
            ("listGroupStatuses", "What stands in a group, new to old"),
            index_statuses,
        )
        .post(
            "/api/kith/v1/groups/{id}/statuses",
            writes,
            ("writeInGroup", "Writes a post in a group"),
            write_in,
        )
        .get(
            "/api/kith/v1/groups/{id}/statuses/waiting",
            reads,
            ("listWaitingStatuses", "What waits for approval; for those who look after the group"),
            waiting,
        )
        .post(
            "/api/kith/v1/groups/statuses/{id}/approve",
            writes,
            ("approveGroupStatus", "Lets a post be read that waits"),
            approve_status,
        )
        .post(
            "/api/kith/v1/groups/statuses/{id}/decline",
            writes,
            ("declineGroupStatus", "Sends a post back that waits"),
            decline_status,
        )
}

/// A group as the caller finds it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Group {
    #[schemars(with = "IdText")]
    id: GroupId,
    name: String,
    /// The last part of the address of its page.
    slug: String,
    visibility: Word<Visibility>,
    joining: Word<Joining>,
    posting: Word<Posting>,
    state: Word<GroupState>,
    members_count: i64,
    /// Whether whoever joins agrees to its rules.
    asks_rules: bool,
    /// What the caller is to it; nothing when they never had to do with it.
    membership: Option<Word<MemberState>>,
    /// What the caller is in it.
    role: Option<Word<GroupRole>>,
    /// What of it comes to the caller.
    level: Option<Word<GroupLevel>>,
}

impl Group {
    pub(super) fn of(group: &Visible<groups::Group>) -> Self {
        let own = group.own.as_ref();
        let is_in = group.role().is_some();
        Self {
            id: group.id,
            name: group.name.clone(),
            slug: group.slug.clone(),
            visibility: Word(group.settings.visibility),
            joining: Word(group.settings.joining),
            posting: Word(group.settings.posting),
            state: Word(group.state),
            members_count: group.member_count,
            asks_rules: group.settings.asks_rules,
            membership: own.map(|own| Word(own.state)),
            role: group.role().map(Word),
            level: own.filter(|_| is_in).map(|own| Word(own.level)),
        }
    }
}

/// A group with its words.
#[derive(Debug, Serialize, JsonSchema)]
struct GroupDetail {
    group: Group,
    /// What it is about, as HTML, in the language that fits the caller best.
    about: String,
    /// Its rules, as HTML.
    rules: String,
    /// The language of both, as a tag.
    language: String,
    /// What those are asked who ask to come in.
    questions: Vec<String>,
    /// Labels on its posts.
    topics: Vec<Topic>,
}

/// A label on posts of a group.
#[derive(Debug, Serialize, JsonSchema)]
struct Topic {
    #[schemars(with = "IdText")]
    id: TopicId,
    name: String,
}

/// A group as it is begun.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct GroupToBegin {
    name: String,
    /// What it is about, in light Markdown.
    #[serde(default)]
    about: String,
    visibility: Word<Visibility>,
    joining: Word<Joining>,
}

/// What is handed in to join.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct JoinRequest {
    /// Answers to the group's questions, in their order.
    #[serde(default)]
    answers: Vec<String>,
    /// Whether its rules are accepted.
    #[serde(default)]
    agreed: bool,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct LevelToSet {
    level: Word<GroupLevel>,
}

/// Why something is declined.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Declined {
    #[serde(default)]
    reason: String,
}

/// A post to be written in a group.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct GroupStatus {
    /// The text in light Markdown. It may be missing where there are photos.
    #[serde(default)]
    status: String,
    /// What stands on the cover; nothing for none.
    #[serde(default)]
    spoiler_text: String,
    /// A language tag; without it, what the caller chose for apps.
    language: Option<String>,
    /// The same in further languages, four at most.
    #[serde(default, deserialize_with = "objects")]
    texts: Vec<NewText>,
    /// Photos in order, uploaded through Mastodon's API.
    #[serde(default)]
    #[schemars(with = "Vec<IdText>")]
    media_ids: Vec<MediaId>,
    /// A topic of the group.
    #[schemars(with = "Option<IdText>")]
    topic_id: Option<TopicId>,
    /// Whether it is an announcement, for those who look after the group.
    #[serde(default)]
    announcement: bool,
}

/// Groups of a list that is whole.
fn all(found: &[Visible<groups::Group>]) -> Json<Vec<Group>> {
    Json(found.iter().map(Group::of).collect())
}

async fn own(caller: Caller, (): ()) -> Answer<Json<Vec<Group>>> {
    Ok(all(&groups::own(&caller.app, &caller.viewer).await?))
}

async fn invitations(caller: Caller, (): ()) -> Answer<Json<Vec<Group>>> {
    Ok(all(&groups::invitations(&caller.app, &caller.viewer).await?))
}

async fn discover(caller: Caller, Asked(part): Asked<PartOfList>) -> Answer<Listed<Group>> {
    let request = part.window::<GroupKind>().request();
    let found = groups::discover(&caller.app, &caller.viewer, "", request).await?;
    let items: Vec<Group> = found.items.iter().map(Group::of).collect();
    Ok(Listed::leading_on(&caller, &items, found.next.map(|next| next.to_string())))
}

async fn one(caller: &Caller, id: GroupId) -> Answer<Json<Group>> {
    Ok(Json(Group::of(&groups::get(&caller.app, &caller.viewer, id).await?)))
}

async fn create(
    caller: Caller,
    (Submission(submission), Sent(new)): (Submission, Sent<GroupToBegin>),
) -> Answer<Json<Group>> {
    let language = caller.viewer.active()?.language.clone();
    let settings = groups::GroupSettings {
        visibility: new.visibility.0,
        joining: new.joining.0,
        ..groups::GroupSettings::default()
    };
    let new = NewGroup { name: new.name, about: new.about, language, settings, submission };
    let id = groups::create(&caller.app, &caller.viewer, new).await?;
    one(&caller, id).await
}

async fn show(caller: Caller, At(id): At<GroupId>) -> Answer<Json<GroupDetail>> {
    caller.viewer.active()?;
    let shown = groups::page(&caller.app, &caller.viewer, id, &caller.reading()).await?;
    Ok(Json(GroupDetail {
        group: Group::of(&shown.group),
        about: shown.text.about_html,
        rules: shown.text.rules_html,
        language: shown.text.language,
        questions: shown.questions,
        topics: shown.topics.into_iter().map(|topic| Topic { id: topic.id, name: topic.name }).collect(),
    }))
}

async fn join(caller: Caller, (At(id), Sent(new)): (At<GroupId>, Sent<JoinRequest>)) -> Answer<Json<Group>> {
    match groups::join(&caller.app, &caller.viewer, id, new.answers, new.agreed).await? {
        Joined::In | Joined::Asked => one(&caller, id).await,
    }
}

async fn leave(caller: Caller, At(id): At<GroupId>) -> Answer<Json<Done>> {
    let group = groups::get(&caller.app, &caller.viewer, id).await?;
    let (app, viewer) = (&caller.app, &caller.viewer);
    if group.is_own_state(MemberState::Invited) {
        groups::decline(app, viewer, id).await?;
    } else if group.is_own_state(MemberState::Requested) {
        groups::cancel(app, viewer, id).await?;
    } else {
        groups::leave(app, viewer, id).await?;
    }
    Ok(DONE)
}

async fn set_level(
    caller: Caller,
    (At(id), Sent(new)): (At<GroupId>, Sent<LevelToSet>),
) -> Answer<Json<Group>> {
    groups::set_level(&caller.app, &caller.viewer, id, new.level.0).await?;
    one(&caller, id).await
}

async fn standing(
    caller: &Caller,
    id: GroupId,
    part: &PartOfList,
    state: MemberState,
) -> Result<Vec<AccountId>> {
    let request = part.window::<AccountKind>().request();
    let found = groups::people(&caller.app, &caller.viewer, id, state, request).await?;
    Ok(found.items.iter().map(|line| line.person.id).collect())
}

async fn members(
    caller: Caller,
    (At(id), Asked(part)): (At<GroupId>, Asked<PartOfList>),
) -> Answer<Listed<Account>> {
    let found = standing(&caller, id, &part, MemberState::Member).await?;
    people(&caller, found).await
}

async fn requests(
    caller: Caller,
    (At(id), Asked(part)): (At<GroupId>, Asked<PartOfList>),
) -> Answer<Listed<Account>> {
    let found = standing(&caller, id, &part, MemberState::Requested).await?;
    people(&caller, found).await
}

async fn approve(caller: Caller, At((id, person)): At<(GroupId, AccountId)>) -> Answer<Json<Done>> {
    groups::approve(&caller.app, &caller.viewer, id, person).await?;
    Ok(DONE)
}

async fn decline(
    caller: Caller,
    (At((id, person)), Sent(why)): (At<(GroupId, AccountId)>, Sent<Declined>),
) -> Answer<Json<Done>> {
    groups::decline_request(&caller.app, &caller.viewer, id, person, &why.reason).await?;
    Ok(DONE)
}

async fn index_statuses(
    caller: Caller,
    (At(id), Asked(part)): (At<GroupId>, Asked<PartOfList>),
) -> Answer<Listed<Status>> {
    let request = part.of_statuses::<PostKind>().request();
    let page = group_posts::page(&caller.app, &caller.viewer, id, None, request).await?;
    let ends = page.items.first().zip(page.items.last());
    let ends = ends.map(|(first, last)| (first.post.id.to_string(), last.post.id.to_string()));
    Ok(Listed::new(&caller, &statuses(&caller, &page.items).await?, ends))
}

async fn waiting(
    caller: Caller,
    (At(id), Asked(part)): (At<GroupId>, Asked<PartOfList>),
) -> Answer<Listed<Status>> {
    let request = part.of_statuses::<PostKind>().request();
    let page = group_posts::waiting(&caller.app, &caller.viewer, id, request).await?;
    let ends = page.items.first().zip(page.items.last());
    let ends = ends.map(|(first, last)| (first.post.id.to_string(), last.post.id.to_string()));
    Ok(Listed::new(&caller, &statuses(&caller, &page.items).await?, ends))
}

type New = (At<GroupId>, Submission, Sent<GroupStatus>);

async fn write_in(caller: Caller, (At(id), Submission(submission), Sent(new)): New) -> Answer<Json<Status>> {
    let place = InGroup { group: id, topic: new.topic_id, is_announcement: new.announcement };
    let post = NewPost {
        text: new.status,
        cover: new.spoiler_text,
        language: language(&caller, new.language).await?,
        more: new.texts.into_iter().map(Into::into).collect(),
        photos: new.media_ids,
        group: Some(place),
        submission,
        ..NewPost::default()
    };
    let made = posts::create(&caller.app, &caller.viewer, post).await?;
    answer(&caller, StatusId::new(made.id.raw())).await
}

async fn approve_status(caller: Caller, At(id): At<PostId>) -> Answer<Json<Done>> {
    group_posts::approve(&caller.app, &caller.viewer, id).await?;
    Ok(DONE)
}

async fn decline_status(
    caller: Caller,
    (At(id), Sent(why)): (At<PostId>, Sent<Declined>),
) -> Answer<Json<Done>> {
    group_posts::send_back(&caller.app, &caller.viewer, id, &why.reason).await?;
    Ok(DONE)
}
