//! Memories of a day, what is left out of them, and birthdays that come next.

use kith_base::{DAY, HOUR, PageRequest};
use kith_domain::birthdays;
use kith_domain::inbox::{self, Wanted};
use kith_domain::memories;
use kith_domain::notices::Occasion;
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_domain::{PostId, leaving};
use kith_testkit::{Person, World};

async fn write(w: &World, who: &Person, text: &str) -> PostId {
    w.advance(1);
    let choice = AudienceChoice::plain(Audience::Community);
    let new = NewPost { text: text.into(), choice, ..NewPost::default() };
    posts::create(&w.app, &w.viewer(who).await, new).await.unwrap().id
}

async fn today(w: &World, who: &Person) -> Vec<PostId> {
    let found = memories::today(&w.app, &w.viewer(who).await).await.unwrap();
    found.years.into_iter().flat_map(|(_, posts)| posts).collect()
}

async fn told(w: &World, who: &Person) -> usize {
    let wanted = Wanted { occasions: Some(vec![Occasion::Memory]), ..Wanted::default() };
    inbox::page(&w.app, &w.viewer(who).await, PageRequest::first(20), wanted).await.unwrap().len()
}

/// To noon of the same day of the next year, in UTC.
fn next_year(w: &World) {
    let now = noon_of(w.app.now());
    let (year, rest) = year_of(now);
    let leaps = is_leap_between(year, rest);
    w.advance(now - w.app.now() + (365 + i64::from(leaps)) * DAY);
}

const fn noon_of(now: i64) -> i64 {
    now - now.rem_euclid(DAY) + 12 * HOUR
}

/// The year of a moment, and the day of it, counted from 0.
fn year_of(at: i64) -> (i64, i64) {
    let (mut year, mut days) = (1970, at.div_euclid(DAY));
    loop {
        let length = if is_leap(year) { 366 } else { 365 };
        if days < length {
            return (year, days);
        }
        days -= length;
        year += 1;
    }
}

const fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Whether a 29 February lies between a day and the same one of the next year.
const fn is_leap_between(year: i64, day: i64) -> bool {
    (is_leap(year) && day < 59) || (is_leap(year + 1) && day >= 59)
}

#[tokio::test]
async fn what_was_written_on_this_day_comes_back_to_its_author_alone() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.advance(noon_of(w.app.now()) - w.app.now() + DAY);
        let first = write(&w, &ann, "A hill").await;
        assert!(today(&w, &ann).await.is_empty(), "today is no memory");
        next_year(&w);
        assert_eq!((today(&w, &ann).await, today(&w, &ben).await), (vec![first], vec![]));
        let second = write(&w, &ann, "The hill again").await;
        next_year(&w);
        assert_eq!(today(&w, &ann).await, [second, first]);
        posts::delete(&w.app, &w.viewer(&ann).await, first).await.unwrap();
        assert_eq!(today(&w, &ann).await, [second]);
        w.advance(DAY);
        assert!(today(&w, &ann).await.is_empty(), "another day");
    })
    .await;
}

#[tokio::test]
async fn days_and_people_are_left_out_and_all_of_it_can_be_switched_off() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.advance(noon_of(w.app.now()) - w.app.now() + DAY);
        let alone = write(&w, &ann, "A hill").await;
        let with_ben = write(&w, &ann, "A hill with @ben").await;
        next_year(&w);
        let (app, as_ann) = (&w.app, w.viewer(&ann).await);
        assert_eq!(today(&w, &ann).await, [alone, with_ben]);
        memories::hide_person(app, &as_ann, ben.id, true).await.unwrap();
        assert_eq!(today(&w, &ann).await, [alone]);
        assert_eq!(memories::left_out(app, &as_ann).await.unwrap().people[0].id, ben.id);
        assert!(memories::hide_person(app, &as_ann, ann.id, true).await.unwrap_err().is_not_found());
        memories::hide_person(app, &as_ann, ben.id, false).await.unwrap();

        let day = memories::today(app, &as_ann).await.unwrap().day;
        memories::hide_day(app, &as_ann, day, true).await.unwrap();
        assert!(today(&w, &ann).await.is_empty());
        assert_eq!(memories::left_out(app, &as_ann).await.unwrap().days, [day]);
        assert!(memories::hide_day(app, &as_ann, (2, 30), true).await.is_err());
        memories::hide_day(app, &as_ann, day, false).await.unwrap();
        memories::set_off(app, &as_ann, true).await.unwrap();
        w.upkeep("memories.tell").await;
        assert_eq!((today(&w, &ann).await.len(), told(&w, &ann).await), (0, 0));
        memories::set_off(app, &as_ann, false).await.unwrap();
        assert_eq!(today(&w, &ann).await.len(), 2);
        memories::hide_person(app, &as_ann, ben.id, true).await.unwrap();
        leaving::erase(app, ben.id).await.unwrap();
        assert!(memories::left_out(app, &as_ann).await.unwrap().people.is_empty());
    })
    .await;
}

#[tokio::test]
async fn one_is_told_once_a_day_and_only_if_there_is_something() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.advance(noon_of(w.app.now()) - w.app.now() + DAY);
        write(&w, &ann, "A hill").await;
        w.upkeep("memories.tell").await;
        assert_eq!(told(&w, &ann).await, 0);
        next_year(&w);
        for _ in 0..3 {
            w.upkeep("memories.tell").await;
            w.advance(HOUR);
        }
        assert_eq!((told(&w, &ann).await, told(&w, &ben).await), (1, 0));
        inbox::clear(&w.app, &w.viewer(&ann).await).await.unwrap();
        w.advance(DAY);
        w.upkeep("memories.tell").await;
        assert_eq!(told(&w, &ann).await, 0, "the next day is another one");
    })
    .await;
}

#[tokio::test]
async fn birthdays_are_told_as_far_as_friends_let_one_know_them() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let eve = w.person("eve").await;
        w.befriend(&ann, &ben).await;
        w.befriend(&ann, &cem).await;
        for (who, day, audience) in [(&ben, 4, "friends"), (&cem, 5, "self"), (&eve, 6, "community")] {
            born(&w, who, day, audience).await;
        }
        let found = birthdays::upcoming(&w.app, &w.viewer(&ann).await).await.unwrap();
        let shown: Vec<(String, u8, u8, Option<i64>)> = found
            .iter()
            .map(|coming| (coming.person.handle.clone(), coming.month, coming.day, coming.turns))
            .collect();
        assert_eq!(shown, [("ben".to_owned(), 3, 4, None)], "friends alone, and what they tell of it");
        assert!((0..=366).contains(&found[0].in_days));
        w.block(&ben, &ann).await;
        assert!(birthdays::upcoming(&w.app, &w.viewer(&ann).await).await.unwrap().is_empty());
    })
    .await;
}

/// Born on that day of March 1990, which is told to `audience`; the year to nobody.
async fn born(w: &World, who: &Person, day: i64, audience: &'static str) {
    let id = who.id;
    w.app.db.write(move |tx| tx.run(&BORN, &kith_db::params![id, day, audience]).map(drop)).await.unwrap();
}

kith_db::statement!(
    BORN,
    "test.memories_born",
    "UPDATE accounts SET birth_month = 3, birth_day = $2, birth_year = 1990, birth_day_audience = $3 WHERE id = $1"
);
