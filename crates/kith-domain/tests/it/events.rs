//! Events as people live with them: who sees them, who comes, who waits, who is told.

use jiff::civil::{DateTime, date};
use kith_base::{DAY, HOUR, Kind, MINUTE, PageRequest};
use kith_domain::events::{
    self, About, AnswerState, Choice, Details, EventAudience, EventState, Folder, NewAnswer, NewEvent,
    Publish, Scope,
};
use kith_domain::inbox::{self, Wanted};
use kith_domain::kinds::{EventAnswerId, EventSlotId};
use kith_domain::leaving;
use kith_domain::notices::Occasion;
use kith_domain::viewer::AccountState;
use kith_domain::{EventId, Viewer};
use kith_testkit::{Person, World};

/// A concert a week after the beginning of the world.
pub(crate) fn concert(audience: EventAudience) -> NewEvent {
    let about = About {
        place: "Parish hall".to_owned(),
        online_url: "https://meet.example/choir".to_owned(),
        shows_guests: true,
        has_discussion: true,
        ..About::default()
    };
    let details = Details {
        title: "Concert".to_owned(),
        source: "Bring **friends**.".to_owned(),
        starts: at(2026, 3, 8),
        minutes: Some(90),
        time_zone: "UTC".to_owned(),
        audience,
        about,
        ..Details::default()
    };
    NewEvent { details, ..NewEvent::default() }
}

fn at(year: i16, month: i8, day: i8) -> DateTime {
    date(year, month, day).at(19, 30, 0, 0)
}

pub(crate) async fn made(w: &World, host: &Person, new: NewEvent) -> EventId {
    w.advance(1);
    events::create(&w.app, &w.viewer(host).await, new).await.unwrap().id
}

pub(crate) async fn says(w: &World, who: &Person, id: EventId, choice: Choice) -> AnswerState {
    w.advance(1);
    let new = NewAnswer { choice, ..NewAnswer::default() };
    events::answer(&w.app, &w.viewer(who).await, id, new).await.unwrap().state
}

async fn sees(w: &World, who: &Person, id: EventId) -> bool {
    match events::get(&w.app, &w.viewer(who).await, id).await {
        Ok(_) => true,
        Err(error) => {
            assert!(error.is_not_found(), "hidden and absent are one answer: {error}");
            false
        }
    }
}

async fn invite(w: &World, host: &Person, id: EventId, who: &Person) {
    events::invite(&w.app, &w.viewer(host).await, id, vec![who.id]).await.unwrap();
}

async fn told(w: &World, who: &Person) -> Vec<Occasion> {
    let viewer = w.viewer(who).await;
    let found = inbox::page(&w.app, &viewer, PageRequest::first(50), Wanted::default()).await.unwrap();
    let of_events = found.into_iter().filter(|notice| notice.event.is_some());
    of_events.map(|notice| notice.occasion).collect()
}

async fn state(w: &World, who: &Person, id: EventId) -> Option<AnswerState> {
    events::page(&w.app, &w.viewer(who).await, id, None).await.unwrap().mine.map(|mine| mine.state)
}

async fn answer_of(w: &World, host: &Person, id: EventId, who: &Person) -> EventAnswerId {
    let guests = events::guests(&w.app, &w.viewer(host).await, id, None).await.unwrap();
    guests.people.iter().find(|guest| guest.answer.account == Some(who.id)).unwrap().answer.id
}

#[tokio::test]
async fn an_event_is_seen_by_its_audience_and_by_those_who_are_invited() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        w.set_trust(&ann, 2).await;
        let friends = made(&w, &ann, concert(EventAudience::Friends)).await;
        let invited = made(&w, &ann, concert(EventAudience::Invited)).await;
        let community = made(&w, &ann, concert(EventAudience::Community)).await;
        let public = made(&w, &ann, concert(EventAudience::Public)).await;
        let mut draft = concert(EventAudience::Public);
        draft.publish = Publish::Later;
        let draft = made(&w, &ann, draft).await;
        for (id, ben_sees, cem_sees) in [
            (friends, true, false),
            (invited, false, false),
            (community, true, true),
            (public, true, true),
            (draft, false, false),
        ] {
            assert!(sees(&w, &ann, id).await);
            assert_eq!((sees(&w, &ben, id).await, sees(&w, &cem, id).await), (ben_sees, cem_sees));
        }
        let visitor = kith_domain::Viewer::Anonymous;
        assert!(events::get(&w.app, &visitor, public).await.is_ok());
        assert!(events::get(&w.app, &visitor, community).await.unwrap_err().is_not_found());
        invite(&w, &ann, invited, &ben).await;
        assert!(sees(&w, &ben, invited).await);
        w.block(&ann, &ben).await;
        for id in [friends, invited, community, public] {
            assert!(!sees(&w, &ben, id).await, "a block looks like absence");
        }
        w.set_state(&ann, AccountState::Suspended).await;
        assert!(!sees(&w, &cem, public).await, "nothing is seen of somebody who is not here");
    })
    .await;
}

#[tokio::test]
async fn the_link_is_only_for_those_who_come() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let id = made(&w, &ann, concert(EventAudience::Community)).await;
        let link = async |who: &Person| {
            let event = events::get(&w.app, &w.viewer(who).await, id).await.unwrap();
            event.details.about.online_url.clone()
        };
        assert_eq!(link(&ben).await, "");
        assert_eq!(link(&ann).await, "https://meet.example/choir");
        says(&w, &ben, id, Choice::Maybe).await;
        assert_eq!(link(&ben).await, "");
        says(&w, &ben, id, Choice::Going).await;
        assert_eq!(link(&ben).await, "https://meet.example/choir");
        let file = events::file(&w.app, &w.viewer(&ben).await, id).await.unwrap();
        assert!(file.contains("meet.example"));
        says(&w, &ben, id, Choice::Declined).await;
        let file = events::file(&w.app, &w.viewer(&ben).await, id).await.unwrap();
        assert!(!file.contains("meet.example"));
    })
    .await;
}

#[tokio::test]
async fn whoever_waits_moves_up_when_a_place_comes_free() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let mut new = concert(EventAudience::Community);
        new.details.capacity = Some(2);
        new.details.has_waiting_list = true;
        new.details.about.companions = 1;
        let id = made(&w, &ann, new).await;
        let (ben, cem, dan) = (w.person("ben").await, w.person("cem").await, w.person("dan").await);
        let pair = NewAnswer { companions: 1, ..NewAnswer::default() };
        let answer = events::answer(&w.app, &w.viewer(&ben).await, id, pair.clone()).await.unwrap();
        assert_eq!(answer.state, AnswerState::Going);
        w.advance(1);
        let answer = events::answer(&w.app, &w.viewer(&cem).await, id, pair).await.unwrap();
        assert_eq!(answer.state, AnswerState::Waitlisted);
        assert_eq!(says(&w, &dan, id, Choice::Going).await, AnswerState::Waitlisted);
        // One place: Cem needs two, so it is Dan's.
        let alone = NewAnswer::default();
        events::answer(&w.app, &w.viewer(&ben).await, id, alone).await.unwrap();
        assert_eq!(state(&w, &cem, id).await, Some(AnswerState::Waitlisted));
        assert_eq!(state(&w, &dan, id).await, Some(AnswerState::Going));
        assert_eq!(told(&w, &dan).await, [Occasion::EventPromoted]);
        events::withdraw(&w.app, &w.viewer(&ben).await, id).await.unwrap();
        events::withdraw(&w.app, &w.viewer(&dan).await, id).await.unwrap();
        assert_eq!(state(&w, &cem, id).await, Some(AnswerState::Going));
        let event = events::get(&w.app, &w.viewer(&ann).await, id).await.unwrap();
        assert_eq!((event.taken, event.left()), (2, Some(0)));
    })
    .await;
}

#[tokio::test]
async fn nobody_gets_a_place_that_somebody_else_has() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let mut new = concert(EventAudience::Community);
        new.details.capacity = Some(3);
        new.details.has_waiting_list = true;
        new.slots = vec![("Cake".to_owned(), 2)];
        let id = made(&w, &ann, new).await;
        let mut viewers = Vec::new();
        for n in 0..12 {
            viewers.push(w.viewer(&w.person(&format!("guest{n}")).await).await);
        }
        let answers: Vec<_> = viewers
            .iter()
            .cloned()
            .map(|viewer| {
                let app = std::sync::Arc::clone(&w.app);
                tokio::spawn(async move {
                    events::answer(&app, &viewer, id, NewAnswer::default()).await.unwrap().state
                })
            })
            .collect();
        let mut going = 0;
        for answer in answers {
            going += usize::from(answer.await.unwrap() == AnswerState::Going);
        }
        assert_eq!(going, 3);
        let page = events::page(&w.app, &w.viewer(&ann).await, id, None).await.unwrap();
        assert_eq!(page.event.taken, 3);
        let slot = page.slots[0].id;
        let takers: Vec<_> = viewers
            .into_iter()
            .map(|viewer| {
                let app = std::sync::Arc::clone(&w.app);
                tokio::spawn(async move { events::take_slot(&app, &viewer, id, slot).await.is_ok() })
            })
            .collect();
        let mut taken = 0;
        for taker in takers {
            taken += usize::from(taker.await.unwrap());
        }
        assert_eq!(taken, 2, "three come, two are needed");
    })
    .await;
}

#[tokio::test]
async fn hosts_say_yes_remove_and_note_who_is_there() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let mut new = concert(EventAudience::Community);
        new.details.needs_approval = true;
        new.details.about.questions = vec!["What do you not eat?".to_owned()];
        let id = made(&w, &ann, new).await;
        let asked = NewAnswer { replies: vec!["Nuts".to_owned()], ..NewAnswer::default() };
        events::answer(&w.app, &w.viewer(&ben).await, id, asked).await.unwrap();
        assert_eq!(state(&w, &ben, id).await, Some(AnswerState::ApprovalPending));
        assert_eq!(told(&w, &ann).await, [Occasion::EventResponse]);
        let (host, guest) = (w.viewer(&ann).await, w.viewer(&ben).await);
        let who = answer_of(&w, &ann, id, &ben).await;
        assert!(events::decide(&w.app, &guest, id, who, true).await.unwrap_err().is_not_found());
        events::decide(&w.app, &host, id, who, true).await.unwrap();
        assert_eq!(state(&w, &ben, id).await, Some(AnswerState::Going));
        // Others see that he comes, and not what he does not eat.
        let seen = events::guests(&w.app, &w.viewer(&cem).await, id, None).await.unwrap();
        assert_eq!(seen.people.len(), 1);
        assert!(seen.people[0].answer.replies.is_empty());
        let time = at(2026, 3, 8);
        events::check_in(&w.app, &host, id, time, who, true).await.unwrap();
        let there = events::guests(&w.app, &host, id, Some(time)).await.unwrap();
        assert!(there.people[0].is_here);
        assert_eq!(there.people[0].answer.replies, ["Nuts"]);
        events::check_in(&w.app, &host, id, time, who, false).await.unwrap();
        let code = events::door_code(&w.app, who);
        let (start, end) = code.split_at(3);
        let shown = format!(" {}-{end} ", start.to_lowercase());
        let by_guest = events::check_in_by_code(&w.app, &guest, id, time, &shown).await.unwrap_err();
        assert!(by_guest.is_not_found());
        assert_eq!(events::check_in_by_code(&w.app, &host, id, time, &shown).await.unwrap(), who);
        let wrong = events::check_in_by_code(&w.app, &host, id, time, "ABC").await.unwrap_err();
        assert_eq!(wrong.fields()[0].field, "code");
        events::remove_guest(&w.app, &host, id, who).await.unwrap();
        assert_eq!(state(&w, &ben, id).await, Some(AnswerState::Removed));
        let refused = events::answer(&w.app, &guest, id, NewAnswer::default()).await.unwrap_err();
        assert_eq!(refused.kind(), Kind::Forbidden);
        assert_eq!(events::get(&w.app, &host, id).await.unwrap().taken, 0);
    })
    .await;
}

#[tokio::test]
async fn only_friends_are_invited_and_a_draft_tells_nobody() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        let mut new = concert(EventAudience::Invited);
        new.publish = Publish::Later;
        let id = made(&w, &ann, new).await;
        let host = w.viewer(&ann).await;
        let refused = events::invite(&w.app, &host, id, vec![cem.id]).await.unwrap_err();
        assert_eq!(refused.fields()[0].field, "people");
        invite(&w, &ann, id, &ben).await;
        assert!(told(&w, &ben).await.is_empty() && !sees(&w, &ben, id).await);
        events::publish(&w.app, &host, id).await.unwrap();
        assert_eq!(told(&w, &ben).await, [Occasion::EventInvite]);
        assert_eq!(events::count_invited(&w.app, &w.viewer(&ben).await).await.unwrap(), 1);
        let list = events::list(&w.app, &w.viewer(&ben).await, Folder::Invited).await.unwrap();
        assert_eq!(list.len(), 1);
        // Guests ask nobody, unless they are let.
        let guest = w.viewer(&ben).await;
        assert!(events::invitable(&w.app, &guest, id).await.unwrap_err().is_not_found());
    })
    .await;
}

#[tokio::test]
async fn what_waits_for_its_time_is_published_then() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let mut new = concert(EventAudience::Community);
        new.publish = Publish::At(w.clock.now() + HOUR);
        let id = made(&w, &ann, new.clone()).await;
        w.upkeep("events.publish").await;
        assert!(!sees(&w, &ben, id).await);
        w.advance(HOUR);
        w.upkeep("events.publish").await;
        assert!(sees(&w, &ben, id).await);
        new.publish = Publish::At(w.clock.now() - MINUTE);
        let late = events::create(&w.app, &w.viewer(&ann).await, new).await.unwrap_err();
        assert_eq!(late.fields()[0].field, "publish_at");
    })
    .await;
}

#[tokio::test]
async fn guests_are_reminded_a_day_and_an_hour_before_and_told_of_changes() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let id = made(&w, &ann, concert(EventAudience::Community)).await;
        says(&w, &ben, id, Choice::Going).await;
        says(&w, &cem, id, Choice::Declined).await;
        let begins = events::get(&w.app, &w.viewer(&ann).await, id).await.unwrap().first_at;
        let reminders =
            async || told(&w, &ben).await.iter().filter(|told| **told == Occasion::EventReminder).count();
        w.clock.advance(begins - w.clock.now() - DAY - MINUTE);
        w.run_jobs().await;
        assert_eq!(reminders().await, 0);
        w.advance(MINUTE);
        w.run_jobs().await;
        assert_eq!(reminders().await, 1);
        assert!(!told(&w, &cem).await.contains(&Occasion::EventReminder), "she does not come");
        // It begins two hours later now: the old hour passes in silence.
        let mut later = concert(EventAudience::Community);
        later.details.starts = date(2026, 3, 8).at(21, 30, 0, 0);
        events::edit(&w.app, &w.viewer(&ann).await, id, Scope::All, later).await.unwrap();
        assert!(told(&w, &ben).await.contains(&Occasion::EventChanged));
        let viewer = w.viewer(&ben).await;
        inbox::clear(&w.app, &viewer).await.unwrap();
        w.clock.advance(begins - w.clock.now() - HOUR);
        w.run_jobs().await;
        assert_eq!(reminders().await, 0);
        w.advance(2 * HOUR);
        w.run_jobs().await;
        assert_eq!(reminders().await, 1);
        events::cancel(&w.app, &w.viewer(&ann).await, id, Scope::All).await.unwrap();
        assert!(told(&w, &ben).await.contains(&Occasion::EventCancelled));
        let event = events::get(&w.app, &viewer, id).await.unwrap();
        assert_eq!(event.facts.state, EventState::Cancelled);
    })
    .await;
}

#[tokio::test]
async fn guests_talk_and_nobody_else_listens() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let id = made(&w, &ann, concert(EventAudience::Community)).await;
        says(&w, &ben, id, Choice::Going).await;
        let (host, guest, other) = (w.viewer(&ann).await, w.viewer(&ben).await, w.viewer(&cem).await);
        w.advance(1);
        let said = events::remark(&w.app, &guest, id, "I bring **cake**").await.unwrap();
        assert!(events::remark(&w.app, &other, id, "Me too").await.unwrap_err().is_not_found());
        assert!(events::remarks(&w.app, &other, id, None).await.unwrap_err().is_not_found());
        let (remarks, has_more) = events::remarks(&w.app, &host, id, None).await.unwrap();
        assert!(!has_more && remarks.len() == 1 && remarks[0].may_delete);
        assert!(remarks[0].remark.html.contains("<strong>cake</strong>"), "{}", remarks[0].remark.html);
        assert!(told(&w, &ann).await.contains(&Occasion::EventDiscussion));
        assert!(events::unremark(&w.app, &other, id, said).await.unwrap_err().is_not_found());
        events::unremark(&w.app, &host, id, said).await.unwrap();
        assert!(events::remarks(&w.app, &host, id, None).await.unwrap().0.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_co_host_looks_after_it_and_takes_over() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        let mut new = concert(EventAudience::Community);
        new.details.capacity = Some(1);
        new.details.has_waiting_list = true;
        let id = made(&w, &ann, new).await;
        let stranger = events::add_host(&w.app, &w.viewer(&ann).await, id, cem.id).await.unwrap_err();
        assert_eq!(stranger.fields()[0].field, "people");
        events::add_host(&w.app, &w.viewer(&ann).await, id, ben.id).await.unwrap();
        let helper = w.viewer(&ben).await;
        let mut changed = concert(EventAudience::Community);
        changed.details.capacity = Some(1);
        changed.details.has_waiting_list = true;
        changed.details.title = "Matinee".to_owned();
        events::edit(&w.app, &helper, id, Scope::All, changed).await.unwrap();
        assert!(events::delete(&w.app, &helper, id).await.unwrap_err().is_not_found());
        let full = events::delete(&w.app, &w.viewer(&ann).await, id).await.unwrap_err();
        assert_eq!(full.kind(), Kind::Conflict, "people count on it");
        says(&w, &ann, id, Choice::Going).await;
        assert_eq!(says(&w, &cem, id, Choice::Going).await, AnswerState::Waitlisted);
        leaving::erase(&w.app, ann.id).await.unwrap();
        let event = events::get(&w.app, &w.viewer(&ben).await, id).await.unwrap();
        assert_eq!((event.facts.host, event.details.title.as_str()), (ben.id, "Matinee"));
        assert_eq!(state(&w, &cem, id).await, Some(AnswerState::Going), "the place came free");
        leaving::erase(&w.app, ben.id).await.unwrap();
        assert!(!sees(&w, &cem, id).await);
    })
    .await;
}

#[tokio::test]
async fn what_hosts_say_is_checked() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let viewer = w.viewer(&ann).await;
        let field = async |change: &dyn Fn(&mut NewEvent)| {
            let mut new = concert(EventAudience::Community);
            change(&mut new);
            events::create(&w.app, &viewer, new).await.unwrap_err().fields()[0].field
        };
        assert_eq!(field(&|new| new.details.title.clear()).await, "title");
        assert_eq!(field(&|new| new.details.minutes = Some(-5)).await, "ends");
        assert_eq!(field(&|new| new.details.time_zone = "Nowhere/Land".into()).await, "time_zone");
        assert_eq!(field(&|new| new.details.capacity = Some(0)).await, "capacity");
        assert_eq!(field(&|new| new.details.about.online_url = "javascript:1".into()).await, "online_url");
        assert_eq!(field(&|new| new.slots = vec![("A".into(), 0)]).await, "slots");
        assert_eq!(field(&|new| new.details.audience = EventAudience::Public).await, "audience");
        let mut twice = concert(EventAudience::Community);
        twice.submission = Some("once".to_owned());
        let first = made(&w, &ann, twice.clone()).await;
        assert_eq!(made(&w, &ann, twice).await, first);
        let missing = events::take_slot(&w.app, &viewer, first, EventSlotId::new(7)).await.unwrap_err();
        assert_eq!(missing.kind(), Kind::Conflict);
    })
    .await;
}

#[tokio::test]
async fn events_of_a_group_are_for_whoever_reads_it() {
    World::each(|w| async move {
        use crate::groups::{FREE, join, make};
        use kith_domain::groups::{self, GroupSettings, Makers, Making, Visibility};
        let (ann, ben, zoe) = (w.person("ann").await, w.person("ben").await, w.person("zoe").await);
        let group = make(&w, &ann, FREE).await;
        join(&w, &ben, group).await.unwrap();
        let in_group = |group| {
            let mut new = concert(EventAudience::Public);
            new.details.group = Some(group);
            new
        };
        let id = made(&w, &ben, in_group(group)).await;
        let event = events::get(&w.app, &w.viewer(&ben).await, id).await.unwrap();
        assert_eq!(event.facts.audience, EventAudience::Group, "whatever was asked for");
        assert!(sees(&w, &ann, id).await && !sees(&w, &zoe, id).await);
        assert!(events::get(&w.app, &Viewer::Anonymous, id).await.is_err());
        w.run_jobs().await;
        let told = inbox::page(&w.app, &w.viewer(&ann).await, PageRequest::first(9), Wanted::default()).await;
        assert!(told.unwrap().iter().any(|notice| notice.event == Some(id)), "members hear of it");
        let lines = events::of_group(&w.app, &w.viewer(&ann).await, group).await.unwrap();
        assert_eq!(lines.len(), 1);
        assert!(events::of_group(&w.app, &w.viewer(&zoe).await, group).await.unwrap_err().is_not_found());
        let mut changed = in_group(group);
        changed.details.group = None;
        changed.details.audience = EventAudience::Community;
        let as_ann = w.viewer(&ann).await;
        let kept = events::edit(&w.app, &as_ann, id, Scope::All, changed).await.unwrap();
        assert_eq!(kept.details.group, Some(group), "it stays; and whoever looks after the group changes it");
        groups::leave(&w.app, &w.viewer(&ben).await, group).await.unwrap();
        join(&w, &ben, group).await.unwrap();
        let open = make(&w, &ann, GroupSettings { visibility: Visibility::Public, ..FREE }).await;
        let public = made(&w, &ann, in_group(open)).await;
        assert!(events::get(&w.app, &Viewer::Anonymous, public).await.is_ok());
        let making = Making { events: Makers::Moderators, ..Making::default() };
        groups::set(&w.app, &as_ann, group, GroupSettings { making, ..FREE }).await.unwrap();
        let refused = events::create(&w.app, &w.viewer(&ben).await, in_group(group)).await;
        assert_eq!(refused.unwrap_err().kind(), Kind::Forbidden);
        assert!(events::create(&w.app, &w.viewer(&zoe).await, in_group(group)).await.is_err());
        let nowhere = events::create(&w.app, &as_ann, concert(EventAudience::Group)).await;
        assert_eq!(nowhere.unwrap_err().fields()[0].field, "audience");
        groups::delete(&w.app, &as_ann, group).await.unwrap();
        assert!(!sees(&w, &ann, id).await);
        w.run_jobs().await;
        assert!(!sees(&w, &ben, id).await, "it went with its group");
    })
    .await;
}
