//! The checker finds each kind of fault, and the catalogues of the repository have none.

use super::*;

fn file(path: &str, text: &str) -> File {
    File { path: path.to_owned(), text: text.to_owned() }
}

fn findings(en: &str, ar: &str, source: &str) -> Vec<String> {
    let languages = BTreeMap::from([
        ("en".to_owned(), vec![file("locales/en/posts.ftl", en)]),
        ("ar".to_owned(), vec![file("locales/ar/posts.ftl", ar)]),
    ]);
    let found = check(&languages, &[file("crates/web/src/posts.rs", source)]);
    found.errors.iter().chain(&found.unused).map(ToString::to_string).collect()
}

const USE: &str = "locale.t(\"post-new\")";

#[test]
fn the_catalogues_of_the_repository_are_whole() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let found = check_tree(&root).unwrap();
    let shown: Vec<String> = found.errors.iter().map(ToString::to_string).collect();
    assert!(shown.is_empty(), "\n{}", shown.join("\n"));
}

#[test]
fn catalogues_that_agree_and_are_used_pass() {
    assert_eq!(findings("post-new = New", "post-new = جديد", USE), Vec::<String>::new());
}

#[test]
fn a_missing_or_superfluous_key_is_named_with_its_line() {
    let found = findings(
        "post-old = Old\npost-new = New",
        "post-new = جديد\npost-odd = غريب",
        "\"post-old\" \"post-new\"",
    );
    assert_eq!(
        found,
        [
            "locales/ar/posts.ftl:2: `post-odd` is not in `en`",
            "locales/en/posts.ftl:1: `post-old` is missing in `ar`"
        ]
    );
}

#[test]
fn variables_must_agree() {
    let found = findings("post-new = New by { $name }", "post-new = جديد", "\"post-new\"");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("has the variables {}, English has {\"name\"}"), "{found:?}");
}

#[test]
fn arabic_needs_its_six_plural_forms() {
    let english = "post-new = { $count ->\n    [one] one\n   *[other] { $count } new\n    }";
    let arabic = "post-new = { $count ->\n    [one] واحد\n   *[other] { $count } جديد\n    }";
    let found = findings(english, arabic, "\"post-new\"");
    assert_eq!(
        found,
        [
            "locales/ar/posts.ftl:1: `post-new` lacks the plural forms [\"zero\", \"two\", \"few\", \"many\"] of $count"
        ]
    );
}

#[test]
fn a_choice_by_word_is_no_plural() {
    let choice = "post-new = { $kind ->\n    [photo] photo\n   *[other] text\n    }";
    assert_eq!(findings(choice, choice, "\"post-new\""), Vec::<String>::new());
}

#[test]
fn stand_ins_and_empty_sentences_are_refused() {
    assert!(findings("post-new = Lorem ipsum dolor", "post-new = جديد", USE)[0].contains("holds the place"));
    assert!(findings("post-new = TODO", "post-new = جديد", USE)[0].contains("holds the place"));
    assert!(findings("post-new = {\"\"}", "post-new = جديد", USE)[0].contains("says nothing"));
    assert_eq!(findings("post-new = Todo listo", "post-new = جديد", USE), Vec::<String>::new());
}

#[test]
fn what_is_not_fluent_or_stands_twice_is_named() {
    assert!(
        findings("post-new = New\n!", "post-new = جديد", USE)[0].contains("posts.ftl:2: this is not Fluent")
    );
    assert!(
        findings("post-new = New\npost-new = Again", "post-new = جديد", USE)[0].contains("is there already")
    );
}

#[test]
fn asking_for_an_unknown_key_is_wrong_but_not_in_tests_or_comments() {
    let source = "locale.t(\"post-new\");\nError::forbidden(\"post-gone\")\n// locale.t(\"post-said\")\n#[cfg(test)]\nmod tests { l.t(\"x\") }";
    let found = findings("post-new = New", "post-new = جديد", source);
    assert_eq!(found, ["crates/web/src/posts.rs:2: `post-gone` is in no catalogue"]);
}

#[test]
fn arguments_must_fit_the_sentence() {
    let en = "post-new = New by { $name }";
    let ar = "post-new = جديد من { $name }";
    assert!(findings(en, ar, "l.t(\"post-new\")")[0].contains("takes (name)"));
    assert!(findings(en, ar, "l.t1(\"post-new\", \"who\", x)")[0].contains("takes (name)"));
    assert_eq!(findings(en, ar, "l.t1(\"post-new\", \"name\", x)"), Vec::<String>::new());
}

#[test]
fn a_key_that_nothing_uses_is_told() {
    assert_eq!(
        findings("post-new = New", "post-new = جديد", "\"post-new-one\""),
        ["locales/en/posts.ftl:1: nothing uses `post-new`"]
    );
}

#[test]
fn neighbouring_literals_are_both_seen() {
    let seen = uses::literals(&[file("a.html", "'post-a''post-b' `post-c`")]);
    assert!(["post-a", "post-b", "post-c"].iter().all(|key| seen.contains(*key)), "{seen:?}");
}
