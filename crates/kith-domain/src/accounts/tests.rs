//! The pure rules of accounts: passwords, addresses, cards.

use super::*;

#[test]
fn passwords_that_many_people_use_are_refused() {
    for common in [
        "password123",
        "Passwort123",
        "1234567890",
        "qwertyuiop",
        "IloveYou123",
        "aaaaaaaaaaaa",
        "abcdefghijkl",
    ] {
        let strength = strength_of(common, &[]);
        assert!(!strength.is_enough, "{common} was taken");
    }
    assert!(strength_of("copper teapot on the moon", &[]).is_enough);
    assert!(strength_of("بيت صغير قرب النهر", &[]).is_enough);
}

#[test]
fn a_password_is_not_the_persons_own_name() {
    let personal = ["annabelle", "Annabelle Lee", "annabelle@lighthouse.example", "Lighthouse Road"];
    for own in [
        "annabelle12",
        "Annabelle Lee",
        "annabelle@lighthouse.example",
        "lighthouse road",
        "annabelleannabelle",
    ] {
        let strength = strength_of(own, &personal);
        assert_eq!((strength.is_enough, strength.hint.key), (false, "account-password-personal"), "{own}");
    }
}

#[test]
fn length_is_counted_in_signs_and_bounded() {
    assert_eq!(strength_of("kurz", &[]).hint.key, "account-password-short");
    assert_eq!(strength_of(&"äöü".repeat(100), &[]).hint.key, "account-password-long");
}

#[test]
fn mail_addresses_are_plausible_and_hold_no_header() {
    for good in ["ann@lighthouse.example", " ann.lee+kith@mail.lighthouse.example ", "jörg@büro.example"] {
        assert!(check_email(good).is_ok(), "{good}");
    }
    for bad in [
        "",
        "ann",
        "ann@",
        "@b.example",
        "ann@localhost",
        "a b@c.example",
        "ann@b..example",
        "ann@-b.example",
        "ann@b.example\r\nBcc: all@b.example",
        "ann@b.example, ben@b.example",
        "<ann@b.example>",
        "ann@b.example\n",
    ] {
        let typed_newline_is_trimmed = bad.ends_with('\n') && !bad.contains(' ');
        assert_eq!(check_email(bad).is_ok(), typed_newline_is_trimmed, "{bad:?}");
    }
    assert_eq!(email_key(" Ann@Lighthouse.Example "), email_key("ann@lighthouse.example"));
}

#[test]
fn initials_and_colour_stand_in_for_a_picture() {
    let card = |name: &str, id| PersonCard {
        id: AccountId::new(id),
        handle: "h".into(),
        name: name.into(),
        avatar: None,
        state: AccountState::Active,
        role: crate::viewer::Role::Member,
    };
    assert_eq!(card("Ann van der Lee", 5).initials(), "AL");
    assert_eq!(card("ليلى حداد", 5).initials(), "لح");
    assert_eq!(card("*mia*", 5).initials(), "M");
    assert_eq!(card("…", 5).initials(), "");
    assert!((0..100).all(|id| card("x", id).hue() < 12));
}

#[test]
fn preferences_of_an_older_row_are_completed() {
    let read: Preferences = serde_json::from_str(r#"{"wall":"nobody"}"#).unwrap();
    assert_eq!(read, Preferences { wall: WallPolicy::Nobody, ..Preferences::default() });
}
