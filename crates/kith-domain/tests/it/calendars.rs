//! Repetition held against what another library finds, and calendar files of many programs.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use kith_domain::calendars::{Repeat, Rule, ics, parse_local, print_local};
use kith_testkit::samples::sample;

/// Made by `tools/occurrences.py`.
const OCCURRENCES: &str = include_str!("fixtures/occurrences.txt");

#[test]
fn random_rules_fall_on_the_times_that_another_library_finds() {
    let mut compared = 0;
    for line in OCCURRENCES.lines() {
        let mut words = line.split(' ');
        let start = parse_local(words.next().unwrap()).unwrap();
        let text = words.next().unwrap();
        let expected: Vec<&str> = words.next().unwrap().split(',').filter(|word| !word.is_empty()).collect();
        let rule = Some(Rule::parse(text).unwrap_or_else(|problem| panic!("{text}: {problem:?}")));
        let repeat = Repeat { start, rule, extra: Vec::new(), except: Vec::new(), zone: TimeZone::UTC };
        let mut found = repeat.between(start, DateTime::MAX, 15);
        // The other library stopped looking some years earlier.
        found.retain(|at| at.year() <= start.year() + 90);
        let found: Vec<String> = found.into_iter().map(print_local).collect();
        assert_eq!(found, expected, "{start} {text}");
        compared += found.len();
    }
    assert!(compared >= 5_000, "{compared} were compared");
}

#[test]
fn calendar_files_of_many_programs_are_taken_or_refused_with_a_word() {
    let Some(folder) = sample("demo/ics") else { return };
    let (mut files, mut taken, mut events) = (0, 0, 0);
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|kind| kind != "ics") {
            continue;
        }
        files += 1;
        let bytes = std::fs::read(&path).unwrap();
        if let Ok(found) = ics::read(&bytes, "Europe/Berlin") {
            taken += 1;
            assert!(found.entries.len() + found.refused.len() > 0, "{}", path.display());
            events += found.entries.len();
            let again = ics::read(ics::write("Again", &found.entries).as_bytes(), "Europe/Berlin");
            if !found.entries.is_empty() {
                assert_eq!(again.unwrap().entries.len(), found.entries.len(), "{}", path.display());
            }
        }
    }
    assert!(files >= 90 && taken >= 50 && events >= 40, "{files} files, {taken} taken, {events} events");
}
