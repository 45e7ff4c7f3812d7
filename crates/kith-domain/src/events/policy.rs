//! Who may see an event and do what with it, as functions of facts. The default is no.

use kith_base::Millis;

use super::model::{Answer, AnswerState, Event, EventAudience, EventFacts, EventState, Remark};
use super::shown::May;
use crate::AccountId;
use crate::groups;
use crate::viewer::{AccountState, Member, Role, Viewer, Visible};

/// Whether `viewer` may see the event.
///
/// An event is gone for all when its host is not here. Its hosts see it in every state, others only once it is published,
/// and still when it was cancelled. Between two who are apart by a block nothing is seen. Whoever is invited, or has
/// answered, sees it; whoever was removed is no guest any more. Visitors see what is public. Whoever is restricted sees
/// only what everybody sees, and what they were invited to. What belongs to a group is for whoever reads the group alone:
/// an invitation opens no group.
pub fn may_see(viewer: &Viewer, event: &EventFacts) -> bool {
    if !event.host_state.is_present() {
        return false;
    }
    let is_shown = matches!(event.state, EventState::Published | EventState::Cancelled);
    match viewer {
        Viewer::System(_) => true,
        Viewer::Member(member) if member.state == AccountState::Active => {
            is_host(member, event) || (is_shown && guest_may_see(viewer, member, event))
        }
        Viewer::Anonymous | Viewer::Member(_) => {
            is_shown && (event.audience == EventAudience::Public || reads_group(viewer, event))
        }
    }
}

/// Whether it belongs to a group that `viewer` reads.
fn reads_group(viewer: &Viewer, event: &EventFacts) -> bool {
    event.audience == EventAudience::Group
        && event.group.is_some_and(|group| groups::policy::may_read(viewer, &group))
}

fn guest_may_see(viewer: &Viewer, member: &Member, event: &EventFacts) -> bool {
    if member.is_apart_from(event.host) {
        return false;
    }
    if event.audience == EventAudience::Group {
        return reads_group(viewer, event);
    }
    if event.mine.is_some_and(|mine| mine != AnswerState::Removed) {
        return true;
    }
    match event.audience {
        EventAudience::Public | EventAudience::Community => true,
        EventAudience::Friends => {
            member.friends.contains(&event.host) && !member.restricted_by.contains(&event.host)
        }
        EventAudience::Invited | EventAudience::Group => false,
    }
}

/// Whether the member looks after the event. A co-host who is apart from the host by a block is none.
fn is_host(member: &Member, event: &EventFacts) -> bool {
    member.id == event.host || (event.co_hosts.contains(&member.id) && !member.is_apart_from(event.host))
}

/// [`may_see`] as an SQL predicate over `events e`, with `$1` the id of [`sql_viewer`]. Follows the rule line by line; a
/// property test holds the two together.
macro_rules! may_see_sql {
    () => {
        concat!(
            "(EXISTS (SELECT 1 FROM accounts seen_host WHERE seen_host.id = e.host_id AND seen_host.state = 'active')
          AND (e.host_id = $1
               OR (NOT EXISTS (SELECT 1 FROM blocks b WHERE b.account_id = $1 AND b.blocked_id = e.host_id)
                   AND NOT EXISTS (SELECT 1 FROM blocks b WHERE b.blocked_id = $1 AND b.account_id = e.host_id)
                   AND (EXISTS (SELECT 1 FROM event_hosts h WHERE h.event_id = e.id AND h.account_id = $1)
                        OR (e.state IN ('published', 'cancelled')
                            AND (e.audience = 'public'
                                 OR (e.audience = 'community' AND $1 > 0)
                                 OR (e.audience = 'group'
                                     AND EXISTS (SELECT 1 FROM groups seen_group
                                                  WHERE seen_group.id = e.group_id AND ",
            crate::groups::policy::may_read_sql!("seen_group"),
            "))
                                 OR (e.audience <> 'group'
                                     AND EXISTS (SELECT 1 FROM event_answers seen_answer
                                             WHERE seen_answer.event_id = e.id AND seen_answer.account_id = $1
                                               AND seen_answer.state <> 'removed'))
                                 OR (e.audience = 'friends'
                                     AND NOT EXISTS (SELECT 1 FROM restrictions r
                                                      WHERE r.restricted_id = $1 AND r.account_id = e.host_id)
                                     AND EXISTS (SELECT 1 FROM friendships f
                                                  WHERE f.account_id = e.host_id AND f.friend_id = $1))))))))"
        )
    };
}
pub(crate) use may_see_sql;

/// The `$1` of the predicate: the member who may take part, or zero, which has no ties to anybody.
pub fn sql_viewer(viewer: &Viewer) -> AccountId {
    acting(viewer).map_or(AccountId::new(0), |member| member.id)
}

/// Hands the event out, if `viewer` may see it; the online link only to those who come.
pub(super) fn show(viewer: &Viewer, mut event: Event) -> Option<Visible<Event>> {
    if !may_see(viewer, &event.facts) {
        return None;
    }
    if !may_have_link(viewer, &event.facts) {
        event.details.about.online_url.clear();
    }
    Some(Visible::grant(event))
}

/// Whether `viewer` is told where it happens online: hosts, and whoever comes.
pub fn may_have_link(viewer: &Viewer, event: &EventFacts) -> bool {
    viewer.is_system()
        || (may_see(viewer, event) && (may_edit(viewer, event) || event.mine == Some(AnswerState::Going)))
}

/// Whether `viewer` may say whether they come: whoever sees it, until the last day for that. Whoever was removed may not,
/// and nobody answers to what is over or does not happen.
pub fn may_answer(viewer: &Viewer, event: &EventFacts, now: Millis) -> bool {
    acting(viewer).is_some()
        && may_see(viewer, event)
        && is_open(event, now)
        && event.mine != Some(AnswerState::Removed)
}

/// Whether answers are taken at `now`.
pub(super) fn is_open(event: &EventFacts, now: Millis) -> bool {
    event.state == EventState::Published
        && event.answer_until.is_none_or(|until| now <= until)
        && event.ends_at.is_none_or(|end| now < end)
}

/// Whether `viewer` may ask others: hosts, and guests where they are let.
pub fn may_invite(viewer: &Viewer, event: &EventFacts, now: Millis) -> bool {
    // Whoever may see what belongs to a group sees it there.
    if event.audience == EventAudience::Group {
        return false;
    }
    let goes_on = event.state != EventState::Cancelled && event.ends_at.is_none_or(|end| now < end);
    goes_on && (may_edit(viewer, event) || (event.guests_invite && is_guest(viewer, event)))
}

/// Whether `viewer` sees who comes: hosts, and members who see the event where the list is shown.
pub fn may_see_guests(viewer: &Viewer, event: &EventFacts) -> bool {
    may_edit(viewer, event) || (event.shows_guests && acting(viewer).is_some() && may_see(viewer, event))
}

/// Whether `viewer` reads what is said about it: hosts, and whoever is invited or has answered.
pub fn may_read(viewer: &Viewer, event: &EventFacts) -> bool {
    event.has_discussion && (may_edit(viewer, event) || is_guest(viewer, event))
}

/// Whether `viewer` may say something about it: whoever may read that, as long as they have not said no.
pub fn may_discuss(viewer: &Viewer, event: &EventFacts) -> bool {
    may_read(viewer, event) && event.mine != Some(AnswerState::Declined)
}

/// Whether `viewer` may take part in who brings what: hosts and whoever comes.
pub fn may_take_slot(viewer: &Viewer, event: &EventFacts) -> bool {
    let comes = may_see(viewer, event) && event.mine == Some(AnswerState::Going);
    event.state == EventState::Published && (comes || may_edit(viewer, event))
}

/// Whether `viewer` may change it: its hosts, and those who look after the group that it belongs to.
pub fn may_edit(viewer: &Viewer, event: &EventFacts) -> bool {
    let looks_after = |member: &Member| is_host(member, event) || moderates(member, event);
    acting(viewer).is_some_and(looks_after) && may_see(viewer, event)
}

/// Whether `viewer` may name co-hosts and hand it over: the host.
pub fn may_own(viewer: &Viewer, event: &EventFacts) -> bool {
    acting(viewer).is_some_and(|member| member.id == event.host) && may_see(viewer, event)
}

/// Whether `viewer` may delete it: the host, and those who look after the group that it belongs to.
pub fn may_delete(viewer: &Viewer, event: &EventFacts) -> bool {
    let may = |member: &Member| member.id == event.host || moderates(member, event);
    acting(viewer).is_some_and(may) && may_see(viewer, event)
}

fn moderates(member: &Member, event: &EventFacts) -> bool {
    event.group.is_some_and(|group| member.moderates(group.id))
}

/// Whether `viewer` may take a remark away: who made it, and hosts.
pub fn may_delete_remark(viewer: &Viewer, event: &EventFacts, remark: &Remark) -> bool {
    may_see(viewer, event) && (viewer.id() == Some(remark.author) || may_edit(viewer, event))
}

/// All of it at once, for a page.
pub(super) fn may(viewer: &Viewer, event: &EventFacts, now: Millis) -> May {
    May {
        answer: may_answer(viewer, event, now),
        invite: may_invite(viewer, event, now),
        see_guests: may_see_guests(viewer, event),
        discuss: may_discuss(viewer, event),
        edit: may_edit(viewer, event),
        own: may_own(viewer, event),
        delete: may_delete(viewer, event),
    }
}

/// Whether the viewer is invited or has answered.
fn is_guest(viewer: &Viewer, event: &EventFacts) -> bool {
    let has_place = event.mine.is_some_and(|mine| mine != AnswerState::Removed);
    has_place && acting(viewer).is_some() && may_see(viewer, event)
}

/// Hands a remark out to those who may read what is said; what people wrote who are apart from the viewer is not there.
pub(super) fn show_remark(viewer: &Viewer, event: &EventFacts, remark: Remark) -> Option<Visible<Remark>> {
    let is_apart = viewer.member().is_some_and(|member| member.is_apart_from(remark.author));
    (may_read(viewer, event) && !is_apart).then(|| Visible::grant(remark))
}

/// Hands an answer out: all of it to hosts and to whoever gave it, to others that somebody comes or may come. Who is
/// apart from the viewer is not there for them.
pub(super) fn show_answer(
    viewer: &Viewer,
    event: &EventFacts,
    mut answer: Answer,
) -> Option<Visible<Answer>> {
    let is_mine = answer.account.is_some() && answer.account == viewer.id();
    let is_apart = match (viewer.member(), answer.account) {
        (Some(member), Some(account)) => member.is_apart_from(account),
        _ => false,
    };
    if is_mine || (may_edit(viewer, event) && !is_apart) {
        return Some(Visible::grant(answer));
    }
    let is_told = matches!(answer.state, AnswerState::Going | AnswerState::Maybe);
    if is_apart || !is_told || !may_see_guests(viewer, event) {
        return None;
    }
    answer.email.clear();
    answer.replies.clear();
    (answer.invited_by, answer.waits_since) = (None, None);
    Some(Visible::grant(answer))
}

/// How far an event of somebody may reach who has been here for so long: what is public is for those who are trusted.
pub fn may_reach(role: Role, trust_level: u8, audience: EventAudience) -> bool {
    match audience {
        EventAudience::Public => role >= Role::Moderator || trust_level >= 2,
        EventAudience::Community => role >= Role::Moderator || trust_level >= 1,
        EventAudience::Friends | EventAudience::Invited | EventAudience::Group => true,
    }
}

/// The member who may take part.
fn acting(viewer: &Viewer) -> Option<&Member> {
    viewer.member().filter(|member| member.state == AccountState::Active)
}
