//! Events that happen again and again: one time of them, those that follow, all of them.

use jiff::civil::{DateTime, date};
use kith_base::{DAY, Kind};
use kith_domain::EventId;
use kith_domain::calendars::Rule;
use kith_domain::events::{self, AnswerState, Choice, EventAudience, NewEvent, Scope};
use kith_testkit::{Person, World};

use crate::events::{concert, made, says};

fn weekly(count: Option<u32>) -> NewEvent {
    let mut new = concert(EventAudience::Community);
    new.details.title = "Rehearsal".to_owned();
    new.details.time_zone = "Europe/Berlin".to_owned();
    new.details.rule = Rule::parse("FREQ=WEEKLY").ok().map(|rule| Rule { count, ..rule });
    new
}

fn time(month: i8, day: i8) -> DateTime {
    date(2026, month, day).at(19, 30, 0, 0)
}

/// Title and beginning of all times in the next ten weeks.
async fn times(w: &World, who: &Person) -> Vec<(String, String)> {
    let now = w.clock.now();
    let found = events::calendar(&w.app, &w.viewer(who).await, (now, now + 70 * DAY), false).await.unwrap();
    found
        .iter()
        .map(|line| {
            let off = if line.occurrence.is_cancelled { "no " } else { "" };
            (
                format!("{off}{}", line.occurrence.title),
                line.occurrence.starts.strftime("%m-%d %H").to_string(),
            )
        })
        .collect()
}

fn expected(times: &[(&str, &str)]) -> Vec<(String, String)> {
    times.iter().map(|(title, at)| ((*title).to_owned(), (*at).to_owned())).collect()
}

async fn change(w: &World, who: &Person, id: EventId, scope: Scope, new: NewEvent) -> EventId {
    w.advance(1);
    events::edit(&w.app, &w.viewer(who).await, id, scope, new).await.unwrap().id
}

#[tokio::test]
async fn one_time_is_moved_and_one_is_called_off() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let id = made(&w, &ann, weekly(Some(4))).await;
        let mut one = weekly(Some(4));
        one.details.title = "Dress rehearsal".to_owned();
        one.details.starts = date(2026, 3, 16).at(18, 0, 0, 0);
        assert_eq!(change(&w, &ann, id, Scope::This(time(3, 15)), one.clone()).await, id);
        let viewer = w.viewer(&ann).await;
        events::cancel(&w.app, &viewer, id, Scope::This(time(3, 22))).await.unwrap();
        assert_eq!(
            times(&w, &ann).await,
            expected(&[
                ("Rehearsal", "03-08 19"),
                ("Dress rehearsal", "03-16 18"),
                ("no Rehearsal", "03-22 19"),
                ("Rehearsal", "03-29 19"),
            ])
        );
        let never = events::edit(&w.app, &viewer, id, Scope::This(time(3, 9)), one).await.unwrap_err();
        assert!(never.is_not_found());
        let file = events::file(&w.app, &viewer, id).await.unwrap();
        assert_eq!(file.matches("RECURRENCE-ID").count(), 2);
        assert!(file.contains("STATUS:CANCELLED") && file.contains("RRULE:FREQ=WEEKLY;COUNT=4"), "{file}");
    })
    .await;
}

#[tokio::test]
async fn a_change_of_what_follows_divides_the_event_and_keeps_its_guests() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let id = made(&w, &ann, weekly(Some(5))).await;
        says(&w, &ben, id, Choice::Going).await;
        let mut after = weekly(Some(5));
        after.details.title = "Late rehearsal".to_owned();
        after.details.starts = date(2026, 3, 22).at(20, 30, 0, 0);
        let second = change(&w, &ann, id, Scope::Following(time(3, 22)), after).await;
        assert_ne!(second, id);
        assert_eq!(
            times(&w, &ann).await,
            expected(&[
                ("Rehearsal", "03-08 19"),
                ("Rehearsal", "03-15 19"),
                ("Late rehearsal", "03-22 20"),
                ("Late rehearsal", "03-29 20"),
                ("Late rehearsal", "04-05 20"),
            ])
        );
        for part in [id, second] {
            let page = events::page(&w.app, &w.viewer(&ben).await, part, None).await.unwrap();
            assert_eq!(page.mine.map(|mine| mine.state), Some(AnswerState::Going));
            assert_eq!(page.event.taken, 1);
        }
    })
    .await;
}

#[tokio::test]
async fn a_change_of_all_times_moves_the_exceptions_too() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let id = made(&w, &ann, weekly(Some(3))).await;
        let viewer = w.viewer(&ann).await;
        events::cancel(&w.app, &viewer, id, Scope::This(time(3, 15))).await.unwrap();
        let mut all = weekly(Some(3));
        all.details.starts = date(2026, 3, 8).at(17, 30, 0, 0);
        assert_eq!(change(&w, &ann, id, Scope::All, all).await, id);
        assert_eq!(
            times(&w, &ann).await,
            expected(&[("Rehearsal", "03-08 17"), ("no Rehearsal", "03-15 17"), ("Rehearsal", "03-22 17")])
        );
        events::cancel(&w.app, &viewer, id, Scope::Following(date(2026, 3, 22).at(17, 30, 0, 0)))
            .await
            .unwrap();
        assert_eq!(times(&w, &ann).await.len(), 2);
        events::cancel(&w.app, &viewer, id, Scope::All).await.unwrap();
        let again = events::cancel(&w.app, &viewer, id, Scope::All).await.unwrap_err();
        assert_eq!(again.kind(), Kind::Conflict);
    })
    .await;
}

#[tokio::test]
async fn what_never_ends_is_listed_with_its_next_times_and_never_past() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        made(&w, &ann, weekly(None)).await;
        let viewer = w.viewer(&ann).await;
        w.advance(400 * DAY);
        let coming = events::list(&w.app, &viewer, events::Folder::Upcoming).await.unwrap();
        assert!(coming.len() > 1 && coming.iter().all(|line| line.occurrence.starts_at > w.clock.now()));
        assert!(events::past(&w.app, &viewer, None).await.unwrap().lines.is_empty());
        let once = made(&w, &ann, {
            let mut new = concert(EventAudience::Community);
            new.details.starts = date(2026, 4, 1).at(12, 0, 0, 0);
            new
        })
        .await;
        let past = events::past(&w.app, &viewer, None).await.unwrap();
        assert_eq!(past.lines.iter().map(|line| line.event.id).collect::<Vec<_>>(), [once]);
    })
    .await;
}
