//! The rules of profiles, without a database.

use std::sync::Arc;

use super::edit::checked;
use super::policy::is_among;
use super::{FieldKind, NewField, PartAudience, ProfileEdit};
use crate::AccountId;
use crate::viewer::{AccountState, Member, Viewer};

const OWNER: AccountId = AccountId::new(1);

fn member(change: impl FnOnce(&mut Member)) -> Viewer {
    let mut member = Member { id: AccountId::new(2), state: AccountState::Active, ..Member::default() };
    change(&mut member);
    Viewer::Member(Arc::new(member))
}

fn seen(viewer: &Viewer) -> Vec<&'static str> {
    let sees = |audience: &&PartAudience| is_among(viewer, OWNER, **audience);
    PartAudience::ALL.iter().filter(sees).map(|audience| audience.as_str()).collect()
}

#[test]
fn each_part_is_seen_by_its_audience_and_nobody_else() {
    assert_eq!(seen(&Viewer::Anonymous), ["world"]);
    assert_eq!(seen(&member(|_| ())), ["world", "community"]);
    assert_eq!(seen(&member(|m| m.state = AccountState::PendingApproval)), ["world"]);
    let friend = |m: &mut Member| m.friends.extend([OWNER]);
    assert_eq!(seen(&member(friend)), ["world", "community", "friends"]);
    let restricted = |m: &mut Member| {
        m.friends.extend([OWNER]);
        m.restricted_by.extend([OWNER]);
    };
    assert_eq!(seen(&member(restricted)), ["world", "community"]);
    assert!(seen(&member(|m| m.blocked.extend([OWNER]))).is_empty());
    assert_eq!(seen(&member(|m| m.id = OWNER)).len(), 4);
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let row = |kind, value: &str| NewField {
        kind,
        label: String::new(),
        value: value.to_owned(),
        audience: PartAudience::Friends,
    };
    let edit = ProfileEdit {
        intro: "x".repeat(300),
        languages: vec!["<b>".into()],
        birth_day: 30,
        birth_month: 2,
        birth_year: 3000,
        fields: vec![row(FieldKind::Website, "javascript:alert(1)"), row(FieldKind::Own, "no title")],
        ..ProfileEdit::default()
    };
    let error = checked(edit, 2026).unwrap_err();
    let fields: Vec<_> = error.fields().iter().map(|field| field.field).collect();
    assert_eq!(fields, ["intro", "languages", "fields", "fields", "birth_day", "birth_year"]);
}

#[test]
fn a_birthday_may_go_without_a_year_and_rows_without_words_go() {
    let edit = ProfileEdit {
        birth_day: 29,
        birth_month: 2,
        fields: vec![NewField {
            kind: FieldKind::Town,
            label: String::new(),
            value: "  ".into(),
            audience: PartAudience::World,
        }],
        ..ProfileEdit::default()
    };
    let (edit, birth) = checked(edit, 2026).unwrap();
    assert_eq!((birth.day, birth.year), (Some((2, 29)), None));
    assert!(edit.fields.is_empty());
}

#[test]
fn a_language_is_a_tag_or_a_name_and_stands_there_once() {
    let spoken = |languages: &[&str]| {
        let languages = languages.iter().map(|word| (*word).to_owned()).collect();
        checked(ProfileEdit { languages, ..ProfileEdit::default() }, 2026).map(|(edit, _)| edit.languages)
    };
    let kept = spoken(&["de", " Plattdeutsch ", "", "DE", "मैथिली", "zh-Hans", "plattdeutsch"]).unwrap();
    assert_eq!(kept, ["de", "Plattdeutsch", "मैथिली", "zh-Hans"]);
    for wrong in ["x", "de,en", "<b>", "a=b", &"x".repeat(41)] {
        assert!(spoken(&[wrong]).is_err(), "{wrong}");
    }
    let many: Vec<String> = (10..23).map(|number| format!("l{number}")).collect();
    assert!(spoken(&many.iter().map(String::as_str).collect::<Vec<_>>()).is_err());
}
