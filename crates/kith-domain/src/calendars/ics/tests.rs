//! Calendar files, written and read.

use jiff::civil::date;

use super::*;
use crate::calendars::Frequency;

fn rehearsal() -> Entry {
    Entry {
        uid: "rehearsal@example.org".to_owned(),
        sequence: 3,
        stamp: 1_772_366_400_000,
        start: date(2026, 5, 7).at(19, 30, 0, 0),
        end: Some(date(2026, 5, 7).at(21, 0, 0, 0)),
        zone: "Europe/Berlin".to_owned(),
        title: "Choir, rehearsal; loud \\ long".to_owned(),
        description: "Bring water.\nأهلا ".repeat(20),
        place: "Hall, Main Street 1".to_owned(),
        url: "https://kith.example/events/1".to_owned(),
        rule: Some(Rule { count: Some(10), ..Rule::every(Frequency::Weekly) }),
        except: vec![date(2026, 5, 14).at(19, 30, 0, 0)],
        categories: vec!["Music, old".to_owned()],
        ..Entry::default()
    }
}

#[test]
fn what_is_written_is_read_again() {
    let day = Entry {
        uid: "day".to_owned(),
        stamp: 1_772_366_400_000,
        start: date(2026, 6, 1).at(0, 0, 0, 0),
        end: Some(date(2026, 6, 3).at(0, 0, 0, 0)),
        zone: "Europe/Berlin".to_owned(),
        is_all_day: true,
        title: "Fair".to_owned(),
        ..Entry::default()
    };
    let moved = Entry {
        occurrence: Some(date(2026, 5, 21).at(19, 30, 0, 0)),
        start: date(2026, 5, 22).at(18, 0, 0, 0),
        end: None,
        rule: None,
        except: Vec::new(),
        ..rehearsal()
    };
    let entries = vec![rehearsal(), moved, day];
    let file = write("Ann's, calendar", &entries);
    assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
    assert!(!file.replace("\r\n", "").contains(['\r', '\n']));
    let found = read(file.as_bytes(), "Europe/Berlin").unwrap();
    assert_eq!(found.entries, entries);
    assert!(file.contains("TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100"), "the zone is described: {file}");
}

#[test]
fn a_rule_ends_by_the_same_kind_of_time_with_which_its_event_begins() {
    let rule = Rule::parse("FREQ=WEEKLY;UNTIL=20260601").ok();
    let file = write("x", &[Entry { rule: rule.clone(), ..rehearsal() }]);
    assert!(file.contains("UNTIL=20260601T215959Z"), "{file}");
    let file = write("x", &[Entry { rule, is_all_day: true, ..rehearsal() }]);
    assert!(file.contains("UNTIL=20260601\r\n"), "{file}");
}

#[test]
fn words_of_members_make_no_lines_of_their_own() {
    let entry = Entry {
        title: "A\r\nEND:VEVENT\r\nX:1".to_owned(),
        url: "https://a\r\nX:1".to_owned(),
        ..rehearsal()
    };
    let file = write("x", &[entry]);
    assert_eq!(file.matches("\r\nEND:VEVENT\r\n").count(), 1);
    assert!(!file.contains("\r\nX:1"));
}

#[test]
fn zones_of_other_programs_are_known() {
    for (name, known) in [
        ("Europe/Berlin", Some("Europe/Berlin")),
        ("/freeassociation.sourceforge.net/Tzfile/America/New_York", Some("America/New_York")),
        ("custom_Pacific/Fiji", Some("Pacific/Fiji")),
        ("posix/Europe/Vaduz", Some("Europe/Vaduz")),
        ("Tokyo Standard Time", Some("Asia/Tokyo")),
        ("Western/Central Europe", None),
    ] {
        assert_eq!(zones::zone_of(name).as_deref(), known, "{name}");
    }
}

#[test]
fn a_file_says_clearly_what_is_wrong_with_it() {
    let event =
        |lines: &str| format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:X\n{lines}END:VEVENT\nEND:VCALENDAR\n");
    let refused = |lines: &str| read(event(lines).as_bytes(), "UTC").unwrap().refused;
    assert_eq!(read(b"hello", "UTC"), Err(Problem::NotACalendar));
    assert_eq!(read(b"BEGIN:VCALENDAR\nEND:VCALENDAR", "UTC"), Err(Problem::NoEvents));
    assert_eq!(refused(""), [("X".to_owned(), Problem::NoTime)]);
    assert_eq!(refused("DTSTART:nonsense\n"), [("X".to_owned(), Problem::NoTime)]);
    assert_eq!(refused("DTSTART:20260101\nRRULE:FREQ=HOURLY\n"), [("X".to_owned(), Problem::Repeats)]);
    let early = refused("DTSTART:20260102T100000Z\nDTEND:20260101T100000Z\n");
    assert_eq!(early, [("X".to_owned(), Problem::EndsEarly)]);
    assert_eq!(read(&vec![b'x'; MOST_BYTES + 1], "UTC"), Err(Problem::TooLarge));
}

#[test]
fn universal_time_is_put_where_its_reader_is() {
    let file =
        "BEGIN:VEVENT\nUID:1\nDTSTART:20260601T100000Z\nDURATION:PT1H30M\nSUMMARY:Tea\\, cake\nEND:VEVENT";
    let found = read(file.as_bytes(), "Europe/Berlin").unwrap();
    let [entry] = found.entries.as_slice() else { unreachable!("one event: {found:?}") };
    assert_eq!((entry.start, entry.zone.as_str()), (date(2026, 6, 1).at(12, 0, 0, 0), "Europe/Berlin"));
    assert_eq!(entry.end, Some(date(2026, 6, 1).at(13, 30, 0, 0)));
    assert_eq!(entry.title, "Tea, cake");
}
