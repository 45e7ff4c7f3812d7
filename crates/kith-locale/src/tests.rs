//! What readers of five languages see: plurals, dates, zones, lists, directions and the choice of a language.

use std::collections::BTreeSet;

use kith_base::{DAY, HOUR, MINUTE, Millis, SECOND};

use super::*;

/// Tuesday 12 March 2024, 14:20:30 UTC.
const AT: Millis = 1_710_253_230_000;

fn locale(tag: &str) -> Locale {
    Locale::new(Language::parse(tag).unwrap(), "UTC")
}

fn in_zone(zone: &str) -> Locale {
    Locale::new(Language::EN, zone)
}

/// Isolation marks made visible.
fn seen(text: &str) -> String {
    text.replace('\u{2068}', "<").replace('\u{2069}', ">")
}

fn bare(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

#[test]
fn languages_know_their_tag_name_and_direction() {
    let arabic = Language::parse("ar").unwrap();
    assert_eq!((arabic.tag(), arabic.native_name(), arabic.direction().as_str()), ("ar", "العربية", "rtl"));
    assert_eq!(Language::parse("de-AT"), Language::parse("DE"));
    assert_eq!(Language::parse("xx"), None);
    assert_eq!(Language::parse(""), None);
    assert_eq!(Language::all().first(), Some(&Language::EN));
    assert_eq!((locale("ar").lang(), locale("ar").dir(), locale("fr").dir()), ("ar", "rtl", "ltr"));
}

#[test]
fn the_browser_gets_the_language_it_weighs_most() {
    let table = [
        ("de", Some("de")),
        ("en-GB", Some("en")),
        ("fr-CA, en;q=0.8", Some("fr")),
        ("zh, ja;q=0.9, es;q=0.1", Some("es")),
        ("en;q=0.2, ar;q=0.9", Some("ar")),
        ("de;q=0.5, fr;q=0.5", Some("de")),
        ("de;q=0, de-DE", None),
        ("DE ; Q=1.000", Some("de")),
        ("*", Some("en")),
        ("en;q=0, *;q=0.1", Some("ar")),
        ("zh-Hant, zh;q=0.9", None),
        ("de;q=2, fr;q=0.1", Some("fr")),
        ("de;q=0.1234", None),
        ("de;q=abc", None),
        ("", None),
        (",;q=1,,", None),
    ];
    for (header, expected) in table {
        let chosen = negotiate(header, Language::all());
        assert_eq!(chosen.map(Language::tag), expected, "{header}");
    }
}

#[test]
fn only_offered_languages_are_chosen() {
    let german = Language::parse("de").unwrap();
    assert_eq!(negotiate("en, de;q=0.1", &[german]), Some(german));
    assert_eq!(negotiate("en", &[german]), None);
}

#[test]
fn arabic_counts_with_six_forms() {
    let forms = [
        (0_i64, "الآن"),
        (1, "منذ ساعة"),
        (2, "منذ ساعتين"),
        (3, "منذ <3> ساعات"),
        (11, "منذ <11> ساعة"),
        (100, "منذ <100> ساعة"),
        (103, "منذ <103> ساعات"),
        (111, "منذ <111> ساعة"),
    ];
    for (count, expected) in forms {
        assert_eq!(seen(&locale("ar").t1("time-hours-ago", "hours", count)), expected, "{count}");
    }
    let too_long: BTreeSet<String> = [0, 1, 2, 3, 11, 100]
        .into_iter()
        .map(|count: i64| {
            let text = bare(&locale("ar").t1("error-too-long", "max", count));
            text.chars().filter(|letter| !letter.is_numeric()).collect()
        })
        .collect();
    assert_eq!(too_long.len(), 6, "{too_long:?}");
    assert!(seen(&locale("ar").t1("error-too-long", "max", 111_i64)).ends_with("<111> حرفًا."));
}

#[test]
fn one_and_many_differ_in_the_other_languages() {
    for (tag, one, many) in [
        ("en", "1 byte", "1,000 bytes"),
        ("de", "1 Byte", "1.000 Byte"),
        ("es", "1 byte", "1000 bytes"),
        ("fr", "1 octet", "1\u{202f}000 octets"),
    ] {
        assert_eq!(locale(tag).t1("size-bytes", "count", 1_i64), one);
        assert_eq!(locale(tag).t1("size-bytes", "count", 1_000_i64), many);
    }
}

#[test]
fn dates_follow_the_habits_of_each_language() {
    let goldens = [
        ("en", "12 March 2024", "Tuesday, 12 March 2024 at 14:20", "14:20", "Tuesday", "March 2024", "March"),
        ("ar", "12 مارس 2024", "الثلاثاء، 12 مارس 2024 في 2:20 م", "2:20 م", "الثلاثاء", "مارس 2024", "مارس"),
        ("de", "12. März 2024", "Dienstag, 12. März 2024 um 14:20", "14:20", "Dienstag", "März 2024", "März"),
        (
            "es",
            "12 de marzo de 2024",
            "martes, 12 de marzo de 2024 a las 14:20",
            "14:20",
            "martes",
            "marzo de 2024",
            "marzo",
        ),
        ("fr", "12 mars 2024", "mardi 12 mars 2024 à 14:20", "14:20", "mardi", "mars 2024", "mars"),
    ];
    for (tag, date, whole, time, weekday, month, name) in goldens {
        let reader = locale(tag);
        let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
        assert_eq!(plain(reader.date(AT)), date);
        assert_eq!(plain(reader.date_time(AT)), whole);
        assert_eq!(plain(reader.time(AT)), time);
        assert_eq!(reader.weekday(AT), weekday);
        assert_eq!(reader.month_and_year(AT), month);
        assert_eq!(reader.month_name(3), name);
    }
}

#[test]
fn days_of_every_year_include_the_leap_day_and_no_others() {
    assert_eq!(locale("en").month_day(2, 29), "29 February");
    assert_eq!(locale("de").month_day(3, 12), "12. März");
    assert_eq!(locale("en").month_day(2, 30), "");
    assert_eq!(locale("en").month_name(0), "");
    assert_eq!(locale("en").month_name(13), "");
}

#[test]
fn zones_off_the_full_hour_and_with_summer_time_are_right() {
    assert_eq!(in_zone("Asia/Kathmandu").time(AT), "20:05");
    assert_eq!(in_zone("America/St_Johns").time(AT), "11:50");
    let winter = AT - 30 * DAY;
    assert_eq!(in_zone("America/St_Johns").time(winter), "10:50");
    assert_eq!(in_zone("Pacific/Kiritimati").date(AT), "13 March 2024");
    assert_eq!(in_zone("Pacific/Kiritimati").calendar_day(AT), (2024, 3, 13));
}

#[test]
fn an_unknown_zone_is_utc() {
    assert_eq!(in_zone("Mars/Olympus").time(AT), "14:20");
    assert_eq!(in_zone("Mars/Olympus").time_zone(), "UTC");
    assert_eq!(in_zone("Asia/Kathmandu").time_zone(), "Asia/Kathmandu");
}

#[test]
fn machines_read_utc() {
    assert_eq!(in_zone("Asia/Kathmandu").iso(AT), "2024-03-12T14:20:30Z");
    assert_eq!(in_zone("UTC").iso(Millis::MAX), "1970-01-01T00:00:00Z");
}

#[test]
fn past_times_are_said_as_people_say_them() {
    let reader = locale("en");
    for (past, expected) in [
        (-30 * SECOND, "now"),
        (-2 * HOUR, "Tuesday, 12 March 2024 at 16:20"),
        (0, "now"),
        (59 * SECOND, "now"),
        (MINUTE, "1 min"),
        (HOUR - 1, "59 min"),
        (HOUR, "1 h"),
        (14 * HOUR, "14 h"),
        (15 * HOUR, "Yesterday at 23:20"),
        (DAY, "Yesterday at 14:20"),
        (2 * DAY, "10 March"),
        (71 * DAY, "1 January"),
        (72 * DAY, "31 December 2023"),
    ] {
        assert_eq!(reader.time_ago(AT - past, AT), expected, "{past}");
    }
}

#[test]
fn yesterday_begins_at_midnight_where_the_reader_is() {
    let posted = AT - 15 * HOUR;
    assert_eq!(in_zone("UTC").time_ago(posted, AT), "Yesterday at 23:20");
    assert_eq!(in_zone("Asia/Kathmandu").time_ago(posted, AT), "15 h");
    let soon_after_midnight = AT + 10 * HOUR;
    assert_eq!(in_zone("UTC").time_ago(soon_after_midnight - 30 * MINUTE, soon_after_midnight), "30 min");
    assert_eq!(
        in_zone("UTC").time_ago(soon_after_midnight - 2 * HOUR, soon_after_midnight),
        "Yesterday at 22:20"
    );
}

#[test]
fn every_language_tells_the_time_past() {
    for (tag, now, minutes, yesterday) in [
        ("ar", "الآن", "منذ 5 دقائق", "أمس، الساعة 2:20 م"),
        ("de", "gerade eben", "5 Min.", "Gestern um 14:20"),
        ("es", "ahora", "5 min", "Ayer, 14:20"),
        ("fr", "à l’instant", "5 min", "Hier à 14:20"),
    ] {
        let said =
            |past: Millis| bare(&locale(tag).time_ago(AT - past, AT)).replace(['\u{a0}', '\u{202f}'], " ");
        assert_eq!(
            (said(0).as_str(), said(5 * MINUTE).as_str(), said(DAY).as_str()),
            (now, minutes, yesterday)
        );
    }
}

#[test]
fn lists_join_as_each_language_joins() {
    let names = ["Ana".to_owned(), "Ben".to_owned(), "Cem".to_owned()];
    assert_eq!(locale("en").list(&names), "Ana, Ben and Cem");
    assert_eq!(locale("de").list(&names[..2]), "Ana und Ben");
    assert_eq!(locale("fr").list(&names), "Ana, Ben et Cem");
    assert_eq!(locale("en").list(&names[..1]), "Ana");
    assert_eq!(locale("en").list(&[]), "");
    assert_eq!(seen(&locale("ar").list(&names[..2])), "<Ana> و<Ben>");
}

#[test]
fn a_name_that_runs_the_other_way_is_isolated() {
    assert_eq!(
        seen(&locale("en").t1("error-config", "problem", "ليلى")),
        "The settings cannot be used: <ليلى>"
    );
    assert_eq!(seen(&locale("ar").t1("error-config", "problem", "Ana")), "لا يمكن استخدام الإعدادات: <Ana>");
    let mixed = ["Ana".to_owned(), "ליאת".to_owned()];
    assert_eq!(seen(&locale("en").list(&mixed)), "<Ana> and <ליאת>");
}

#[test]
fn text_that_runs_one_way_carries_no_marks() {
    assert_eq!(locale("en").t1("error-config", "problem", "Zoë"), "The settings cannot be used: Zoë");
}

#[test]
fn numbers_and_sizes_take_the_separators_of_the_language() {
    assert_eq!(locale("en").number(1_234_567), "1,234,567");
    assert_eq!(locale("de").number(-1_234_567), "-1.234.567");
    assert_eq!(locale("en").compact(9_999), "9,999");
    assert_eq!(locale("en").compact(12_345), "12.3K");
    assert_eq!(locale("de").compact(2_000_000), "2 Mio.");
    assert_eq!(locale("en").bytes(2_460_000), "2.4 MB");
    assert_eq!(locale("fr").bytes(2_460_000), "2,4 Mo");
    assert_eq!(locale("en").bytes(999), "999 bytes");
    assert_eq!(locale("en").bytes(u64::MAX), "18,446,744,073.7 GB");
}

#[test]
fn messages_bring_their_arguments() {
    let error = kith_base::Error::rate_limited(1);
    assert_eq!(
        locale("de").message(error.message()),
        "Das war viel in kurzer Zeit. Versuch es in 1 Sekunde noch einmal."
    );
}

#[test]
fn an_unknown_key_is_seen_in_brackets() {
    assert_eq!(locale("en").t("no-such-key"), "⟦no-such-key⟧");
    assert!(!locale("ar").has("no-such-key"));
    assert!(locale("ar").has("action-save"));
}

#[test]
fn names_sort_as_readers_expect() {
    let sorted = |tag: &str, names: &[&'static str]| {
        let mut names = names.to_vec();
        let order = compare(Language::parse(tag).unwrap());
        names.sort_by(|left, right| order(left, right));
        names
    };
    assert_eq!(sorted("de", &["Zoe", "Örs", "anna", "Otto", "Anna"]), ["anna", "Anna", "Örs", "Otto", "Zoe"]);
    assert_eq!(sorted("es", &["Ñu", "Nzo", "Oma"]), ["Nzo", "Ñu", "Oma"]);
    assert_eq!(sorted("ar", &["Zoe", "ليلى", "أمل"]), ["أمل", "ليلى", "Zoe"]);
}

#[test]
fn languages_to_write_in_have_their_own_names() {
    let reader = locale("en");
    assert_eq!(reader.language_name("pt"), "Português");
    assert_eq!(reader.language_name("pt-BR"), "Português");
    assert_eq!(reader.language_name("zh-Hant"), "繁體中文");
    assert_eq!(reader.language_name("tlh"), "tlh");
    let tags: Vec<&str> = written_languages().iter().map(|(tag, _)| *tag).collect();
    assert!(tags.len() >= 75 && tags.is_sorted(), "{}", tags.len());
    for language in Language::all() {
        assert_eq!(reader.language_name(language.tag()), language.native_name());
    }
}

#[test]
fn a_locale_can_go_to_any_thread() {
    fn travels<T: Clone + Send + Sync + 'static>() {}
    travels::<Locale>();
    let reader = locale("fr");
    let threads: Vec<_> = (0..4_i64)
        .map(|count| {
            let reader = reader.clone();
            std::thread::spawn(move || reader.t1("size-bytes", "count", count))
        })
        .collect();
    let said: Vec<String> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
    assert_eq!(said, ["0 octet", "1 octet", "2 octets", "3 octets"]);
}

#[test]
fn all_catalogues_are_ready_after_the_start() {
    assert!(prepare() > 80, "{}", prepare());
    for language in Language::all() {
        assert_eq!(catalogue::count(*language), prepare(), "{}", language.tag());
    }
}

#[test]
#[ignore = "prints how long a sentence takes; run by hand"]
fn speed_of_a_sentence() {
    prepare();
    let reader = locale("ar");
    for (name, say) in [
        ("plain", (|l: &Locale| l.t("action-save")) as fn(&Locale) -> String),
        ("plural", |l| l.t1("error-too-long", "max", 111_i64)),
        ("time ago", |l| l.time_ago(AT - DAY, AT)),
        ("full date", |l| l.date_time(AT)),
    ] {
        let start = std::time::Instant::now();
        for _ in 0..10_000 {
            assert!(!say(&reader).is_empty());
        }
        eprintln!("{name}: {:.2} µs", start.elapsed().as_secs_f64() * 100.0);
    }
}
