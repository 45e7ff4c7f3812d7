//! Public test data, where it is there: sanitising, extraction, normalisation, languages, search.

use std::collections::{BTreeMap, HashSet};
use std::io::Read;

use crate::attack_tests::assert_safe;
use crate::*;

// Shared by path: the test kit depends on this crate.
#[path = "../../kith-testkit/src/samples.rs"]
mod collection;

/// A file of the public collection, unpacked; `None` where it is absent.
fn public(path: &str) -> Option<String> {
    let bytes = std::fs::read(collection::sample(path)?).unwrap();
    let mut text = String::new();
    if path.ends_with(".gz") {
        flate2::read::GzDecoder::new(&bytes[..]).read_to_string(&mut text).unwrap();
    } else {
        text = String::from_utf8(bytes).unwrap();
    }
    Some(text)
}

#[test]
fn a3_public_sanitiser_payloads_never_leave_the_gate() {
    let Some(json) = public("conformance/html-sanitising/dompurify-expect.json") else { return };
    let cases: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    assert!(cases.len() > 50);
    for case in &cases {
        let payload = case["payload"].as_str().unwrap();
        assert_safe(&clean(payload));
        assert_safe(&render_post(payload, &NoLinks).html);
        assert_safe(&render_page(payload));
    }
}

/// The cases of one section of the extraction suite: text and what is to be found.
fn cases(yaml: &str, section: &str) -> Vec<(String, Vec<String>)> {
    let mut out = Vec::new();
    let (mut inside, mut text) = (false, None);
    for line in yaml.lines() {
        if line.starts_with("  ") && !line.starts_with("   ") {
            inside = line.trim() == format!("{section}:");
        }
        let line = line.trim();
        if let Some(rest) = line.strip_prefix("text: ")
            && inside
        {
            text = serde_json::from_str::<String>(rest).ok();
        } else if let Some(rest) = line.strip_prefix("expected: ")
            && let (true, Some(text)) = (inside, text.take())
            && let Ok(expected) = serde_json::from_str::<Vec<String>>(rest)
        {
            out.push((text, expected));
        }
    }
    out
}

/// Runs a section; prints what differs. The suite's own rules (Latin handles only, hosts without scheme, its lists
/// of domains) are not ours, so a share must agree, not all.
fn agree(section: &str, least: usize, find: impl Fn(&str) -> Vec<String>) {
    let Some(yaml) = public("conformance/twitter-text/extract.yml") else { return };
    let cases = cases(&yaml, section);
    let mut good = 0;
    for (text, expected) in &cases {
        let seen = find(text);
        // We name each thing once.
        let mut once = HashSet::new();
        let expected: Vec<String> =
            expected.iter().filter(|e| once.insert(e.to_lowercase())).cloned().collect();
        if seen == expected {
            good += 1;
        } else {
            println!("{section}: {text:?} wants {expected:?}, gives {seen:?}");
        }
    }
    println!("{section}: {good} of {}", cases.len());
    assert!(!cases.is_empty() && good * 100 >= cases.len() * least, "{section}: {good} of {}", cases.len());
}

#[test]
fn mentions_agree_with_the_public_suite() {
    // "RT@name" is a habit of its own place; handles elsewhere and with accents are ours.
    agree("mentions", 70, |text| scan(text).mentions);
}

#[test]
fn tags_agree_with_the_public_suite() {
    agree("hashtags", 80, |text| scan(text).tags.into_iter().map(|t| t.shown).collect());
}

#[test]
fn urls_with_scheme_agree_with_the_public_suite() {
    let Some(yaml) = public("conformance/twitter-text/extract.yml") else { return };
    let (mut good, mut all) = (0, 0);
    for (text, expected) in cases(&yaml, "urls") {
        if expected.is_empty() || !expected.iter().all(|u| u.to_lowercase().starts_with("http")) {
            continue;
        }
        all += 1;
        let expected: Vec<String> =
            expected.iter().filter_map(|u| url::Url::parse(u).ok()).map(|u| u.to_string()).collect();
        let seen = render_post(&text, &NoLinks).links;
        if seen == expected {
            good += 1;
        } else {
            println!("urls: {text:?} wants {expected:?}, gives {seen:?}");
        }
    }
    println!("urls: {good} of {all}");
    assert!(good * 100 >= all * 80, "{good} of {all}");
}

#[test]
fn texts_are_in_normal_form_c() {
    let Some(table) = public("text/unicode-15.0/NormalizationTest.txt.gz") else { return };
    let decode = |field: &str| -> String {
        field.split(' ').filter_map(|h| u32::from_str_radix(h, 16).ok().and_then(char::from_u32)).collect()
    };
    let mut lines = 0;
    for line in table.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_hexdigit())) {
        let fields: Vec<String> = line.split(';').take(3).map(decode).collect();
        // What is taken out, or means a space, is not a matter of normal form.
        if fields[0].chars().any(|c| c.is_whitespace() || crate::normalise::is_unseen(c))
            || normalise_line(&fields[1]).is_empty()
        {
            continue;
        }
        assert_eq!(normalise_text(&fields[0]), fields[1], "{line}");
        assert_eq!(normalise_text(&fields[2]), fields[1], "{line}");
        lines += 1;
    }
    assert!(lines > 15_000, "{lines}");
}

#[test]
fn emoji_sequences_survive_as_names() {
    let Some(table) = public("text/unicode-15.0/emoji-test.txt.gz") else { return };
    for line in table.lines().filter(|l| l.contains("; fully-qualified")) {
        let codes = line.split(';').next().unwrap().trim();
        let emoji: String = codes
            .split(' ')
            .filter_map(|h| u32::from_str_radix(h, 16).ok().and_then(char::from_u32))
            .collect();
        assert_eq!(normalise_line(&emoji), emoji, "{codes}");
        assert_eq!(normalise_text(&emoji), emoji, "{codes}");
    }
}

/// Sentences of a language to guess at; the statistics are slow without optimisation.
const SENTENCES: usize = if cfg!(debug_assertions) { 12 } else { 400 };

/// Sentences by language.
fn sentences() -> Option<BTreeMap<String, Vec<String>>> {
    let lines = public("text/lingua-sentences/sentences.jsonl.gz")?;
    let mut out: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in lines.lines() {
        let entry: serde_json::Value = serde_json::from_str(line).unwrap();
        let (lang, text) = (entry["lang"].as_str().unwrap(), entry["text"].as_str().unwrap());
        out.entry(lang.to_owned()).or_default().push(text.to_owned());
    }
    Some(out)
}

#[test]
fn languages_of_sentences_are_guessed() {
    let Some(all) = sentences() else { return };
    let (mut right, mut wrong, mut silent, mut known) = (0, 0, 0, 0);
    let (mut strangers, mut misled) = (0, 0);
    for (lang, texts) in &all {
        let guesses: Vec<_> = texts.iter().take(SENTENCES).map(|t| language::guess(t)).collect();
        let hits = guesses.iter().filter(|g| **g == Some(lang)).count();
        let none = guesses.iter().filter(|g| g.is_none()).count();
        // A language that is never guessed is one we do not know; there, silence is the right answer.
        if hits == 0 {
            strangers += guesses.len();
            misled += guesses.len() - none;
            continue;
        }
        known += 1;
        right += hits;
        silent += none;
        wrong += guesses.len() - hits - none;
        println!("{lang}: {hits} right, {none} silent of {}", guesses.len());
    }
    println!(
        "{known} languages: right {right}, wrong {wrong}, silent {silent}; unknown ones {misled} of {strangers} misled"
    );
    assert!(known >= 50, "{known}");
    assert!(right > wrong * 9, "right {right}, wrong {wrong}, silent {silent}");
}

#[test]
fn a_question_cut_from_a_sentence_finds_it() {
    let Some(all) = sentences() else { return };
    let (mut good, mut count, mut weak) = (0, 0, Vec::new());
    for (lang, texts) in &all {
        let mut hits = 0;
        let texts: Vec<&String> = texts.iter().take(40).collect();
        for text in &texts {
            let terms: HashSet<String> = terms::terms(text).into_iter().collect();
            let asked = terms::query_terms(&piece_of(text));
            hits += usize::from(asked.iter().all(|t| terms.contains(t)));
        }
        if hits < texts.len() {
            weak.push(format!("{lang} {hits}/{}", texts.len()));
        }
        good += hits;
        count += texts.len();
    }
    println!("{good} of {count}; not all: {weak:?}");
    assert!(good * 1000 >= count * 985, "{good} of {count}: {weak:?}");
}

/// The middle third in words, or in characters where there are no spaces.
fn piece_of(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() >= 3 {
        return words[words.len() / 3..words.len() * 2 / 3 + 1].join(" ");
    }
    let chars: Vec<char> = text.chars().collect();
    chars[chars.len() / 3..chars.len() * 2 / 3].iter().collect()
}

#[test]
fn reserved_lists_of_others_are_mostly_refused_and_first_names_are_not() {
    if let Some(json) = public("safety/reserved-usernames/reserved-usernames.json") {
        let words: Vec<String> = serde_json::from_str(&json).unwrap();
        for voice in ["admin", "administrator", "root", "support", "webmaster", "postmaster", "security"] {
            assert!(words.iter().any(|w| w == voice), "{voice}");
            assert!(names::check_handle(voice, names::Bearer::Member).is_err(), "{voice}");
        }
        let refused = words.iter().filter(|w| names::check_handle(w, names::Bearer::Member).is_err()).count();
        println!("refused {refused} of {}", words.len());
    }
    for name in [
        "ali", "mia", "tom", "kim", "leo", "lia", "mei", "ann", "ian", "max", "noa", "keith", "judith",
        "edith", "owen", "stefan",
    ] {
        assert!(names::check_handle(name, names::Bearer::Member).is_ok(), "{name}");
    }
}
