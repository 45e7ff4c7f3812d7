//! Names: who may be called what.

use super::*;

fn key(input: &str) -> String {
    check_handle(input, Bearer::Member).map(|h| h.key).unwrap_or_else(|p| format!("{p:?}"))
}

#[test]
fn handles_of_many_scripts_are_welcome() {
    for name in [
        "ann",
        "Ann_Lee",
        "a.b-c",
        "ali",
        "محمد_٣",
        "田中さくら",
        "иван",
        "김철수",
        "नरेन्द्र",
        "สมชาย",
        "张三",
        "Ελένη",
        "müller",
        "şule2",
        "ann99",
        "ߒߞߏ",
    ] {
        assert!(
            check_handle(name, Bearer::Member).is_ok(),
            "{name}: {:?}",
            check_handle(name, Bearer::Member)
        );
    }
    assert_eq!(key("@Straße"), "strasse");
    assert_eq!(check_handle("Ann", Bearer::Member).unwrap().shown, "Ann");
}

#[test]
fn shape_and_length_are_checked() {
    assert_eq!(check_handle("a", Bearer::Member), Err(NameProblem::TooShort));
    assert_eq!(check_handle(&"ab".repeat(16), Bearer::Member), Err(NameProblem::TooLong));
    for bad in ["_ann", "ann_", "a..b", "a._b", ".ann", "ann-", "1234", "--"] {
        assert_eq!(check_handle(bad, Bearer::Member), Err(NameProblem::BadShape), "{bad}");
    }
    for (bad, c) in [
        ("an n", ' '),
        ("a/b", '/'),
        ("an\u{7}n", '\u{7}'),
        ("a@b", '@'),
        ("an😀", '😀'),
        ("a\u{202E}nn", '\u{202E}'),
        ("a·b", '·'),
    ] {
        assert_eq!(check_handle(bad, Bearer::Member), Err(NameProblem::BadCharacter(c)), "{bad:?}");
    }
    assert_eq!(check_handle("wanдa", Bearer::Member), Err(NameProblem::MixedScripts));
    assert_eq!(check_handle("bob1٣", Bearer::Member), Err(NameProblem::MixedScripts));
}

#[test]
fn staff_may_be_called_what_they_are() {
    for name in ["admin", "root", "moderator"] {
        assert!(check_handle(name, Bearer::Staff).is_ok(), "{name}");
        assert!(check_display_name(name, &["Kith"], Bearer::Staff).is_ok(), "{name}");
    }
    assert!(check_display_name("Kith", &["Kith"], Bearer::Staff).is_err(), "one name, one bearer");
}

#[test]
fn reserved_names_are_refused_in_every_spelling() {
    for name in ["admin", "ADMIN", "a.d.m.i.n", "Kith", "root", "api", "login", "well-known", "kith_support"]
        .into_iter()
        // What a profile is looked at as.
        .chain(["visitor", "stranger", "Visitor"])
    {
        assert_eq!(check_handle(name, Bearer::Member), Err(NameProblem::Reserved), "{name}");
    }
}

#[test]
fn a12_look_alikes_of_reserved_names_are_refused() {
    let zero_width =
        ["ad\u{200B}min", "kith\u{200D}", "\u{FEFF}admin", "ki\u{2060}th", "ro\u{AD}ot", "adm\u{34F}in"];
    let letters = [
        "аdmin",
        "ⓚith",
        "rnoderator",
        "kıth",
        "𝓴𝓲𝓽𝓱",
        "ＡＤＭＩＮ",
        "adm1n",
        "r00t",
        "suppоrt",
        "ѕуѕtеm",
        "Iogin",
        "ädmin",
        "m0derat0r",
    ];
    for name in zero_width.iter().chain(&letters) {
        assert!(check_handle(name, Bearer::Member).is_err(), "{name:?} was let through");
    }
    assert_eq!(check_handle("аdmin", Bearer::Member), Err(NameProblem::LookAlike));
    assert_eq!(check_handle("rnoderator", Bearer::Member), Err(NameProblem::LookAlike));
    assert_eq!(check_handle("ⓚith", Bearer::Member), Err(NameProblem::LookAlike));
}

#[test]
fn a12_look_alikes_of_existing_names_share_a_skeleton() {
    for (one, other) in [
        ("paypal", "pаypаl"),
        ("lars", "Iars"),
        ("modern", "rnodern"),
        ("scope", "ѕсоре"),
        ("will", "wi11"),
        ("bob", "b0b"),
        ("wanda", "vvanda"),
    ] {
        let same = skeleton(one) == skeleton(other);
        assert!(same || one == "bob", "{one} {other}: {} {}", skeleton(one), skeleton(other));
    }
    assert_ne!(skeleton("ann"), skeleton("anna"));
    assert_ne!(skeleton("müller"), skeleton("muller"));
    assert_eq!(skeleton("an\u{200B}n"), skeleton("ann"));
}

#[test]
fn a12_names_for_show_do_not_imitate() {
    let protected = ["Kith Team", "Jane Keeper"];
    for name in [
        "Jane Keeper",
        "jane  keeper",
        "Jаne Keeper",
        "J a n e Keeper",
        "Jane\u{200B} Keeper",
        "𝐉𝐚𝐧𝐞 Keeper",
        "ＪＡＮＥ ＫＥＥＰＥＲ",
    ] {
        assert_eq!(
            check_display_name(name, &protected, Bearer::Member),
            Err(NameProblem::LookAlike),
            "{name}"
        );
    }
    for name in ["Admin", "аdmin", "ⓚith", "Rnoderator", "S.u.p.p.o.r.t", "★ Admin ★", "K1th-Team"] {
        assert_eq!(
            check_display_name(name, &protected, Bearer::Member),
            Err(NameProblem::Reserved),
            "{name}"
        );
    }
    assert_eq!(check_display_name("Tоm Smith", &protected, Bearer::Member), Err(NameProblem::MixedScripts));
}

#[test]
fn names_for_show_are_free_otherwise() {
    for name in [
        "Ann Lee",
        "Иван Smith",
        "محمد عبد الله",
        "山田 Taro",
        "Ann 🌻",
        "O’Brien-Núñez",
        "👩‍👩‍👧",
        "می\u{200C}خواهم",
        "Αννα Lee",
    ] {
        assert_eq!(check_display_name(name, &["Kith"], Bearer::Member).as_deref(), Ok(name));
    }
    assert_eq!(check_display_name(" \u{200B}\u{3164} ", &[], Bearer::Member), Err(NameProblem::TooShort));
    assert_eq!(check_display_name(&"x".repeat(61), &[], Bearer::Member), Err(NameProblem::TooLong));
    assert_eq!(check_display_name("a\u{202E}b\n c", &[], Bearer::Member).as_deref(), Ok("ab c"));
}
