//! Groups: places with members, rules and a wall of their own. Who may do what stands in one table of roles and rights
//! ([`policy`]); what is written there is for [`crate::posts`] and [`crate::group_posts`], which stand below.

mod announce;
mod call;
mod create;
mod edit;
mod findable;
mod join;
mod leave;
mod model;
pub mod policy;
mod settings;
mod sql;
mod staff;

use std::collections::HashMap;

use kith_base::{DAY, Error, Millis, Page, PageRequest, Result};
use kith_db::{Query, Tx};
use kith_text::names::fold;

pub(crate) use announce::{AT_ONCE, TELL_POST, TellPost, tell_staff, told_of_post};
pub(crate) use call::{call_staff, calls_staff};
pub use create::create;
pub use edit::{
    ABOUT, NAME, QUESTION, QUESTIONS, REASON, TOPICS, add_topic, drop_topic, rename, set_cover,
    set_questions, set_text,
};
pub(crate) use findable::{abouts, make_findable};
pub use join::{Joined, cancel, decline, invite, join};
pub(crate) use leave::leave_everywhere;
pub use leave::{claim, leave};
pub use model::{
    Act, ActLine, Commenting, Group, GroupFacts, GroupSettings, GroupState, GroupText, Inviting, Joining,
    Makers, Making, MemberLine, MemberState, MembersShown, Membership, NewGroup, Posting, Topic, Visibility,
};
pub use policy::Right;
pub(crate) use settings::{ERASE, Erase};
pub use settings::{NOTICE, archive, delete, reopen, set};
pub(crate) use staff::checked_reason;
pub use staff::{approve, ban, decline_request, hand_over, mute, remove, set_role, unban, unmute, warn};

use crate::accounts;
use crate::kinds::{AccountKind, GroupKind};
use crate::reading::Reading;
use crate::viewer::{GroupLevel, Member, Viewer, Visible};
use crate::{AccountId, App, GroupId, TopicId};

/// Moderators have so long to look after a group that lost its last admin; then the staff of the community may.
pub const STAFF_AFTER: Millis = 7 * DAY;

/// Where an address leads.
#[derive(Debug)]
pub enum Lookup {
    /// To this group.
    Here(Box<Visible<Group>>),
    /// The group has another address now.
    Moved(String),
}

/// A group with what stands on its pages.
#[derive(Debug)]
pub struct GroupPage {
    /// The group.
    pub group: Visible<Group>,
    /// Its words in the language that fits best.
    pub text: GroupText,
    /// The languages in which it has words.
    pub languages: Vec<String>,
    /// What is asked of those who want to join.
    pub questions: Vec<String>,
    /// Labels on its posts; for those who read them.
    pub topics: Vec<Topic>,
    /// How many ask to come in; for those who decide.
    pub requests: i64,
}

/// A group by its address.
///
/// # Errors
/// NotFound when there is none or the viewer may not know of it.
pub async fn find(app: &App, viewer: &Viewer, slug: &str) -> Result<Lookup> {
    let (viewer, slug) = (viewer.clone(), slug.to_ascii_lowercase());
    app.db
        .read(move |q| {
            let found = sql::by_slug(q, viewer.id_or_zero(), &slug)?;
            if let Some(group) = found.and_then(|group| policy::show(&viewer, group)) {
                return Ok(Lookup::Here(Box::new(group)));
            }
            let moved = sql::moved(q, &slug)?.ok_or_else(Error::not_found)?;
            let found = sql::by_slug(q, viewer.id_or_zero(), &moved)?;
            match found.and_then(|group| policy::show(&viewer, group)) {
                Some(group) => Ok(Lookup::Moved(group.slug.clone())),
                None => Err(Error::not_found()),
            }
        })
        .await
}

/// A group by its id.
///
/// # Errors
/// As [`find`].
pub async fn get(app: &App, viewer: &Viewer, id: GroupId) -> Result<Visible<Group>> {
    let viewer = viewer.clone();
    app.db.read(move |q| load(q, &viewer, id)).await
}

/// [`get`] inside a transaction.
///
/// # Errors
/// As [`get`].
pub fn load(q: &mut Query<'_>, viewer: &Viewer, id: GroupId) -> Result<Visible<Group>> {
    let found = sql::by_id(q, viewer.id_or_zero(), id)?;
    found.and_then(|group| policy::show(viewer, group)).ok_or_else(Error::not_found)
}

/// Those of `ids` that the viewer may know of.
///
/// # Errors
/// Internal when the database fails.
pub fn load_many(
    q: &mut Query<'_>,
    viewer: &Viewer,
    ids: &[GroupId],
) -> Result<HashMap<GroupId, Visible<Group>>> {
    let found = sql::by_ids(q, viewer.id_or_zero(), ids)?;
    let shown = found.into_iter().filter_map(|group| policy::show(viewer, group));
    Ok(shown.map(|group| (group.id, group)).collect())
}

/// A group with its words in the language that fits best.
///
/// # Errors
/// As [`get`].
pub async fn page(app: &App, viewer: &Viewer, id: GroupId, reading: &Reading) -> Result<GroupPage> {
    let (viewer, reading) = (viewer.clone(), reading.clone());
    app.db
        .read(move |q| {
            let group = load(q, &viewer, id)?;
            let texts = sql::words::texts(q, id)?;
            let may = |right| policy::may(&viewer, &group, right);
            Ok(GroupPage {
                text: reading.best(&texts, |text| &text.language).cloned().unwrap_or_default(),
                languages: texts.into_iter().map(|text| text.language).collect(),
                questions: sql::words::questions(q, id)?,
                topics: if may(Right::Read) { sql::words::topics(q, id)? } else { Vec::new() },
                requests: if may(Right::Approve) { sql::people::count_requests(q, id)? } else { 0 },
                group,
            })
        })
        .await
}

/// The words of a group in one language, as they are edited.
///
/// # Errors
/// NotFound unless the viewer may change them.
pub async fn text(app: &App, viewer: &Viewer, id: GroupId, language: String) -> Result<GroupText> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            with_right(q, &viewer, id, Right::EditTexts)?;
            let found = sql::words::texts(q, id)?.into_iter().find(|text| text.language == language);
            Ok(found.unwrap_or_else(|| GroupText { language, ..GroupText::default() }))
        })
        .await
}

/// Groups that the viewer is in, by name.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn own(app: &App, viewer: &Viewer) -> Result<Vec<Visible<Group>>> {
    standing(app, viewer, MemberState::Member).await
}

/// Groups that asked the viewer in.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn invitations(app: &App, viewer: &Viewer) -> Result<Vec<Visible<Group>>> {
    standing(app, viewer, MemberState::Invited).await
}

async fn standing(app: &App, viewer: &Viewer, state: MemberState) -> Result<Vec<Visible<Group>>> {
    let me = viewer.active()?.id;
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let found = sql::own(q, me, state)?;
            Ok(found.into_iter().filter_map(|group| policy::show(&viewer, group)).collect())
        })
        .await
}

/// Groups that the viewer may know of and is not in, whose name holds `query`, the newest first.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn discover(
    app: &App,
    viewer: &Viewer,
    query: &str,
    request: PageRequest<GroupKind>,
) -> Result<Page<Visible<Group>, GroupKind>> {
    let me = viewer.active()?.id;
    let (viewer, part) = (viewer.clone(), fold(query.trim()));
    app.db
        .read(move |q| {
            let before = request.before.unwrap_or(GroupId::new(i64::MAX));
            let mut found = sql::known(q, me, &part, before, request.limit + 1)?;
            let has_more = found.len() > request.limit;
            found.truncate(request.limit);
            let next = found.last().map(|group| group.id).filter(|_| has_more);
            let items = found.into_iter().filter_map(|group| policy::show(&viewer, group)).collect();
            Ok(Page { items, next })
        })
        .await
}

/// Groups that wait for somebody to look after them and that the viewer, being of the community's staff, may take.
///
/// # Errors
/// Internal when the database fails.
pub async fn offered(app: &App, viewer: &Viewer) -> Result<Vec<Group>> {
    let Ok(member) = viewer.admin() else { return Ok(Vec::new()) };
    let (me, before) = (member.id, app.now() - STAFF_AFTER);
    app.db.read(move |q| sql::offered(q, me, before)).await
}

/// People who stand to the group in one way, the newest accounts first, but for those apart from the viewer.
///
/// # Errors
/// NotFound unless the viewer may see them: members as the group is set, everybody else those who decide.
pub async fn people(
    app: &App,
    viewer: &Viewer,
    id: GroupId,
    state: MemberState,
    request: PageRequest<AccountKind>,
) -> Result<Page<MemberLine, AccountKind>> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let right = if state == MemberState::Member { Right::SeeMembers } else { Right::Approve };
            with_right(q, &viewer, id, right)?;
            let (seats, has_more) = sql::people::page(q, id, state, &request)?;
            let next = seats.last().map(|seat| seat.account).filter(|_| has_more);
            let ids: Vec<AccountId> = seats.iter().map(|seat| seat.account).collect();
            let mut cards = accounts::cards(q, &ids)?;
            let mut answers = match state {
                MemberState::Requested => sql::people::answers(q, id, &ids)?,
                _ => HashMap::new(),
            };
            let is_near = |id: AccountId| viewer.member().is_none_or(|member| !member.is_apart_from(id));
            let items = seats.into_iter().filter(|seat| is_near(seat.account)).filter_map(|seat| {
                Some(MemberLine {
                    person: cards.remove(&seat.account)?,
                    answers: answers.remove(&seat.account).unwrap_or_default(),
                    membership: seat.membership,
                })
            });
            Ok(Page { items: items.collect(), next })
        })
        .await
}

/// What somebody is to a group, for those who look after it.
///
/// # Errors
/// NotFound unless the viewer is one of them and the person has or had to do with the group.
pub async fn person(app: &App, viewer: &Viewer, id: GroupId, person: AccountId) -> Result<MemberLine> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            with_right(q, &viewer, id, Right::Discipline)?;
            let seat = sql::people::find(q, id, person)?.ok_or_else(Error::not_found)?;
            let is_near = viewer.member().is_none_or(|member| !member.is_apart_from(person));
            let card = accounts::cards(q, &[person])?.remove(&person).filter(|_| is_near);
            let person = card.ok_or_else(Error::not_found)?;
            Ok(MemberLine { person, membership: seat.membership, answers: Vec::new() })
        })
        .await
}

/// Those who look after a group, highest first.
///
/// # Errors
/// NotFound unless the viewer may know of the group.
pub async fn looked_after_by(app: &App, viewer: &Viewer, id: GroupId) -> Result<Vec<MemberLine>> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            load(q, &viewer, id)?;
            let staff = sql::people::staff(q, id)?;
            let ids: Vec<AccountId> = staff.iter().map(|(account, _)| *account).collect();
            let mut cards = accounts::cards(q, &ids)?;
            let is_near = |id: AccountId| viewer.member().is_none_or(|member| !member.is_apart_from(id));
            let mut lines = Vec::new();
            for (account, _) in staff.into_iter().filter(|(account, _)| is_near(*account)) {
                let seat = sql::people::find(q, id, account)?;
                if let (Some(person), Some(seat)) = (cards.remove(&account), seat) {
                    lines.push(MemberLine { person, membership: seat.membership, answers: Vec::new() });
                }
            }
            lines.sort_by_key(|line| std::cmp::Reverse(line.membership.role));
            Ok(lines)
        })
        .await
}

/// What those who look after the group did last.
///
/// # Errors
/// NotFound unless the viewer is one of them.
pub async fn log(app: &App, viewer: &Viewer, id: GroupId) -> Result<Vec<ActLine>> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            with_right(q, &viewer, id, Right::Approve)?;
            let rows = sql::people::acts(q, id)?;
            let ids: Vec<AccountId> =
                rows.iter().flat_map(|row| [Some(row.by), row.about]).flatten().collect();
            let cards = accounts::cards(q, &ids)?;
            let lines = rows.into_iter().filter_map(|row| {
                Some(ActLine {
                    by: cards.get(&row.by)?.clone(),
                    act: row.act,
                    about: row.about.and_then(|about| cards.get(&about)).cloned(),
                    detail: row.detail,
                    at: row.at,
                })
            });
            Ok(lines.collect())
        })
        .await
}

/// Chooses what of a group comes to the viewer.
///
/// # Errors
/// NotFound unless the viewer is in it.
pub async fn set_level(app: &App, viewer: &Viewer, id: GroupId, level: GroupLevel) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            if !sql::people::set_level(tx, id, me, level)? {
                return Err(Error::not_found());
            }
            record_member(tx, id, me);
            Ok(())
        })
        .await
}

/// A group's own picture, for the feature that hands photos out; none when the viewer may not know of the group.
pub(crate) fn seen_by(q: &mut Query<'_>, viewer: &Viewer, id: GroupId) -> Result<Option<Group>> {
    Ok(sql::by_id(q, viewer.id_or_zero(), id)?.filter(|group| policy::may(viewer, group, Right::Know)))
}

/// The ground of a post: the group, and whether somebody has to look at the post first.
///
/// # Errors
/// NotFound when the author may not know of the group or the topic is none of its; Forbidden when they may not write there,
/// or not now.
pub(crate) fn ground(
    q: &mut Query<'_>,
    author: &Viewer,
    id: GroupId,
    topic: Option<TopicId>,
) -> Result<(Visible<Group>, bool)> {
    let group = load(q, author, id)?;
    check_voice(q, author.active()?, &group.facts())?;
    if !policy::may(author, &group, Right::Post) {
        return Err(Error::forbidden("groups-may-not-post"));
    }
    if let Some(topic) = topic
        && !sql::words::topics(q, id)?.iter().any(|known| known.id == topic)
    {
        return Err(Error::invalid("topic", "groups-topic-unknown"));
    }
    let must_wait = must_wait(author, &group);
    Ok((group, must_wait))
}

/// [`ground`] is for words; this is asked for what stands beside them.
///
/// # Errors
/// Forbidden (`key`) when the author may not make that there.
pub(crate) fn check_making(author: &Viewer, group: &Group, right: Right, key: &'static str) -> Result<()> {
    if policy::may(author, group, right) { Ok(()) } else { Err(Error::forbidden(key)) }
}

/// Whether what the viewer writes has to be looked at before others read it.
pub(crate) fn must_wait(author: &Viewer, group: &Group) -> bool {
    group.settings.posting == Posting::Approved && !policy::may(author, group, Right::Approve)
}

/// Whether the member may write in the group now: it is in use, they are in it and not muted.
///
/// # Errors
/// Forbidden, with the reason.
pub(crate) fn check_voice(q: &mut Query<'_>, member: &Member, group: &GroupFacts) -> Result<()> {
    if group.state == GroupState::Archived {
        return Err(Error::forbidden("groups-is-archived"));
    }
    if !member.groups.contains_key(&group.id) {
        return Err(Error::forbidden("groups-only-members"));
    }
    let is_muted = member.muted_in.get(&group.id).is_some_and(|until| *until > q.now());
    if is_muted { Err(Error::forbidden("groups-you-are-muted")) } else { Ok(()) }
}

/// Ids of members after one of them, and what of the group comes to each.
pub(crate) fn member_levels(
    q: &mut Query<'_>,
    id: GroupId,
    after: AccountId,
    limit: usize,
) -> Result<Vec<(AccountId, GroupLevel)>> {
    sql::people::ids(q, id, after, limit)
}

/// Those who look after a group.
pub(crate) fn staff_of(q: &mut Query<'_>, id: GroupId) -> Result<Vec<AccountId>> {
    Ok(sql::people::staff(q, id)?.into_iter().map(|(account, _)| account).collect())
}

/// Writes down what somebody who looks after a group did.
pub(crate) fn note(
    tx: &mut Tx<'_>,
    group: GroupId,
    by: AccountId,
    act: Act,
    about: Option<AccountId>,
    detail: &str,
) -> Result<()> {
    sql::people::insert_act(tx, group, by, act, about, detail)
}

/// The group, if the viewer has this right there.
///
/// # Errors
/// NotFound when they may not know of it, or have not.
pub(crate) fn with_right(
    q: &mut Query<'_>,
    viewer: &Viewer,
    id: GroupId,
    right: Right,
) -> Result<Visible<Group>> {
    let group = load(q, viewer, id)?;
    if policy::may(viewer, &group, right) { Ok(group) } else { Err(Error::not_found()) }
}

/// Opens a write for somebody who has this right in a group.
async fn within<T: Send + 'static>(
    app: &App,
    viewer: &Viewer,
    id: GroupId,
    right: Right,
    step: impl Fn(&mut Tx<'_>, &Viewer, &Visible<Group>) -> Result<T> + Send + Sync + 'static,
) -> Result<T> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let viewer = fresh(tx, me)?;
            let group = with_right(tx, &viewer, id, right)?;
            step(tx, &viewer, &group)
        })
        .await
}

/// The viewer as this transaction sees them.
fn fresh(tx: &mut Tx<'_>, me: AccountId) -> Result<Viewer> {
    let viewer = Viewer::Member(crate::viewers::load_fresh(tx, me)?);
    viewer.active()?;
    Ok(viewer)
}

fn record_member(tx: &mut Tx<'_>, group: GroupId, account: AccountId) {
    crate::changes::record(tx, crate::changes::Change::MembershipChanged { group, account });
}

fn record(tx: &mut Tx<'_>, group: GroupId) {
    crate::changes::record(tx, crate::changes::Change::GroupChanged { group });
}
