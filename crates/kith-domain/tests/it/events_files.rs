//! Calendar files of events, read by a parser that others wrote; events from files; guests without an account.

use std::io::BufReader;

use kith_base::{DAY, Kind};
use kith_domain::events::{
    self, AnswerState, Choice, EventAudience, EventState, Folder, NewAnswer, NewStranger, Publish,
};
use kith_testkit::{Person, World};

use crate::events::{concert, made, says};

/// What a parser of others finds in a file: the properties of each event.
fn parsed(file: &str) -> Vec<Vec<(String, String)>> {
    let calendars = ical::IcalParser::new(BufReader::new(file.as_bytes()));
    let mut found = Vec::new();
    for calendar in calendars {
        for event in calendar.unwrap().events {
            let properties = event.properties.into_iter();
            found.push(properties.map(|one| (one.name, one.value.unwrap_or_default())).collect());
        }
    }
    found
}

fn value(event: &[(String, String)], name: &str) -> String {
    event.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone()).unwrap_or_default()
}

#[tokio::test]
async fn another_parser_reads_what_we_write() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let mut new = concert(EventAudience::Community);
        new.details.title = "Soup; bread, and more".to_owned();
        let id = made(&w, &ann, new).await;
        let file = events::file(&w.app, &w.viewer(&ann).await, id).await.unwrap();
        let found = parsed(&file);
        assert_eq!(found.len(), 1);
        assert_eq!(value(&found[0], "DTSTART"), "20260308T193000Z");
        assert_eq!(value(&found[0], "DTEND"), "20260308T210000Z");
        assert_eq!(value(&found[0], "SUMMARY"), "Soup\\; bread\\, and more");
        assert!(value(&found[0], "URL").ends_with(&format!("/events/{id}")));
    })
    .await;
}

#[tokio::test]
async fn the_secret_address_shows_what_its_owner_goes_to_until_it_is_changed() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (first, _) = (
            made(&w, &ann, concert(EventAudience::Community)).await,
            made(&w, &ann, concert(EventAudience::Community)).await,
        );
        says(&w, &ben, first, Choice::Going).await;
        let viewer = w.viewer(&ben).await;
        assert_eq!(events::calendar_address(&w.app, &viewer).await.unwrap(), None);
        let secret = events::reset_calendar_address(&w.app, &viewer).await.unwrap();
        assert_eq!(events::calendar_address(&w.app, &viewer).await.unwrap(), Some(secret.clone()));
        assert_eq!(parsed(&events::subscription(&w.app, &secret).await.unwrap()).len(), 1);
        w.block(&ann, &ben).await;
        assert_eq!(parsed(&events::subscription(&w.app, &secret).await.unwrap()).len(), 0);
        let other = events::reset_calendar_address(&w.app, &viewer).await.unwrap();
        assert!(events::subscription(&w.app, &secret).await.unwrap_err().is_not_found());
        assert!(events::subscription(&w.app, &other).await.is_ok());
    })
    .await;
}

const FILE: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\
    BEGIN:VEVENT\r\nUID:a@x\r\nDTSTART;TZID=Europe/Berlin:20260401T190000\r\nDURATION:PT2H\r\n\
    RRULE:FREQ=WEEKLY;COUNT=3\r\nSUMMARY:Choir\r\nLOCATION:Hall\r\nDESCRIPTION:Bring water\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:a@x\r\nRECURRENCE-ID;TZID=Europe/Berlin:20260408T190000\r\n\
    DTSTART;TZID=Europe/Berlin:20260409T180000\r\nSUMMARY:Choir moved\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:b@x\r\nDTSTART:20260501T100000Z\r\nRRULE:FREQ=HOURLY\r\nSUMMARY:Pills\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:c@x\r\nDTSTART;VALUE=DATE:20260601\r\nSUMMARY:Fair\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\n\
    END:VCALENDAR\r\n";

async fn import(w: &World, who: &Person, bytes: &[u8]) -> kith_base::Result<events::Imported> {
    w.advance(1);
    let viewer = w.viewer(who).await;
    events::import(&w.app, &viewer, bytes.to_vec(), EventAudience::Friends, Publish::Now).await
}

#[tokio::test]
async fn a_file_of_another_program_becomes_events_once() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let done = import(&w, &ann, FILE.as_bytes()).await.unwrap();
        assert_eq!((done.made.len(), done.known), (2, 0));
        assert_eq!(done.refused, [("Pills".to_owned(), "events-import-repeats")]);
        let again = import(&w, &ann, FILE.as_bytes()).await.unwrap();
        assert_eq!((again.made.len(), again.known), (0, 2));
        let viewer = w.viewer(&ann).await;
        let lines = events::list(&w.app, &viewer, Folder::Mine).await.unwrap();
        let titles: Vec<&str> = lines.iter().map(|line| line.occurrence.title.as_str()).collect();
        assert_eq!(titles, ["Choir", "Choir moved", "Choir", "Fair"]);
        let fair = &lines.last().unwrap().event;
        assert!(fair.details.is_all_day && fair.facts.state == EventState::Cancelled);
        let refused = import(&w, &ann, b"Dear diary").await.unwrap_err();
        assert_eq!(refused.fields()[0].field, "file");
        assert_eq!(refused.fields()[0].message.key, "events-import-no-calendar");
    })
    .await;
}

#[tokio::test]
async fn calendar_files_of_many_programs_are_imported_or_refused_with_a_word() {
    let Some(folder) = kith_testkit::samples::sample("demo/ics") else { return };
    let w = World::sqlite().await;
    let (mut made, mut files) = (0, 0);
    for (n, file) in std::fs::read_dir(folder).unwrap().enumerate() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|kind| kind != "ics") {
            continue;
        }
        files += 1;
        let ann = w.person(&format!("ann{n}")).await;
        match import(&w, &ann, &std::fs::read(&path).unwrap()).await {
            Ok(done) => {
                assert!(!done.made.is_empty() || done.known + done.refused.len() > 0, "{}", path.display());
                made += done.made.len();
            }
            Err(error) => {
                assert_eq!(error.kind(), Kind::Invalid, "{}: {error}", path.display());
                assert_eq!(error.fields()[0].field, "file", "{}", path.display());
            }
        }
    }
    assert!(files >= 90 && made >= 40, "{made} events of {files} files");
}

fn stranger(name: &str) -> NewStranger {
    NewStranger {
        name: name.to_owned(),
        email: format!("{}@example.net", name.to_lowercase()),
        language: "en".to_owned(),
        ..NewStranger::default()
    }
}

/// The code in the last letter.
fn code(w: &World) -> String {
    let letter = w.mails.take().pop().unwrap().text;
    let words = letter.split(|sign: char| !sign.is_ascii_alphanumeric());
    let is_code = |word: &&str| word.len() == 6 && word.chars().all(|sign| !sign.is_ascii_lowercase());
    words.into_iter().find(is_code).unwrap_or_else(|| panic!("no code in {letter}")).to_owned()
}

#[tokio::test]
async fn somebody_without_an_account_counts_once_they_have_shown_their_address() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.set_trust(&ann, 2).await;
        let mut new = concert(EventAudience::Public);
        new.details.about.takes_strangers = true;
        new.details.capacity = Some(1);
        new.details.has_waiting_list = true;
        let id = made(&w, &ann, new).await;
        let host = w.viewer(&ann).await;
        let zoe = events::register(&w.app, "net", id, stranger("Zoe")).await.unwrap();
        w.run_jobs().await;
        assert_eq!(events::get(&w.app, &host, id).await.unwrap().taken, 0);
        let held = code(&w);
        let wrong = events::confirm(&w.app, id, zoe, "AAAAAA").await.unwrap_err();
        assert_eq!(wrong.fields()[0].field, "code");
        let spoken = held.to_lowercase();
        assert_eq!(events::confirm(&w.app, id, zoe, &spoken).await.unwrap(), AnswerState::Going);
        let (_, answer, link) = events::stranger(&w.app, id, zoe, &held).await.unwrap();
        assert_eq!((answer.name.as_str(), link.as_str()), ("Zoe", "https://meet.example/choir"));
        assert_eq!(says(&w, &ben, id, Choice::Going).await, AnswerState::Waitlisted);
        let guests = events::guests(&w.app, &w.viewer(&ben).await, id, None).await.unwrap();
        assert!(guests.people.iter().all(|guest| guest.answer.email.is_empty()));
        events::leave(&w.app, id, zoe, &held).await.unwrap();
        let page = events::page(&w.app, &w.viewer(&ben).await, id, None).await.unwrap();
        assert_eq!(page.mine.unwrap().state, AnswerState::Going);
    })
    .await;
}

#[tokio::test]
async fn strangers_come_only_where_they_are_let_and_are_forgotten_without_a_code() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        w.set_trust(&ann, 2).await;
        let closed = made(&w, &ann, concert(EventAudience::Public)).await;
        let mut inside = concert(EventAudience::Community);
        inside.details.about.takes_strangers = true;
        let inside = made(&w, &ann, inside).await;
        for id in [closed, inside] {
            let refused = events::register(&w.app, "net", id, stranger("Zoe")).await.unwrap_err();
            assert!(refused.is_not_found());
        }
        let mut new = concert(EventAudience::Public);
        new.details.about.takes_strangers = true;
        new.details.about.consent = "Photos are taken".to_owned();
        let id = made(&w, &ann, new).await;
        let unheard = events::register(&w.app, "net", id, stranger("Zoe")).await.unwrap_err();
        assert_eq!(unheard.fields()[0].field, "agrees");
        let answer = NewAnswer { agrees: true, ..NewAnswer::default() };
        let zoe = NewStranger { answer, ..stranger("Zoe") };
        let made = events::register(&w.app, "net", id, zoe.clone()).await.unwrap();
        w.advance(1);
        assert_eq!(events::register(&w.app, "net", id, zoe).await.unwrap(), made, "one address, one guest");
        w.run_jobs().await;
        let held = code(&w);
        w.advance(3 * DAY);
        w.upkeep("events.sweep").await;
        assert!(events::confirm(&w.app, id, made, &held).await.is_err());
    })
    .await;
}
