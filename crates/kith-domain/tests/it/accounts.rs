//! Making and changing accounts.

use kith_base::{DAY, Error, Kind, Secret};
use kith_domain::accounts::{self, Comfort, Found, NewAccount, Preferences, WallPolicy};
use kith_domain::viewer::{AccountState, Role};
use kith_domain::{AccountId, Viewer};
use kith_testkit::{PASSWORD, World};

/// The program itself.
pub(crate) const SYSTEM: Viewer = Viewer::System("test");

pub(crate) fn new(handle: &str) -> NewAccount {
    NewAccount {
        handle: handle.to_owned(),
        display_name: String::new(),
        email: None,
        is_email_confirmed: false,
        password: Secret::new(PASSWORD),
        role: Role::Member,
        state: AccountState::Active,
        language: "en".to_owned(),
        invite: None,
        invited_by: None,
    }
}

fn complaints(error: &Error) -> Vec<(&'static str, &'static str)> {
    assert_eq!(error.kind(), Kind::Invalid, "{error}");
    error.fields().iter().map(|field| (field.field, field.message.key)).collect()
}

async fn found(w: &World, handle: &'static str) -> Option<Found> {
    w.app.db.read(move |q| accounts::find_by_handle(q, handle)).await.unwrap()
}

#[tokio::test]
async fn all_complaints_come_at_once_and_nothing_is_made() {
    World::each(|w| async move {
        let mut bad = new("x");
        bad.email = Some("not an address".to_owned());
        bad.password = Secret::new("short");
        let error = accounts::create(&w.app, &SYSTEM, bad).await.unwrap_err();
        let fields: Vec<_> = complaints(&error).iter().map(|(field, _)| *field).collect();
        for field in ["handle", "email", "password"] {
            assert!(fields.contains(&field), "{field} is missing in {fields:?}");
        }
        assert_eq!(found(&w, "x").await, None);
    })
    .await;
}

#[tokio::test]
async fn a_handle_and_an_address_belong_to_one_person_whatever_the_spelling() {
    World::each(|w| async move {
        w.person("amina").await;
        let mut same = new("AMINA");
        same.email = Some("Amina@Example.Org".to_owned());
        same.is_email_confirmed = true;
        let error = accounts::create(&w.app, &SYSTEM, same).await.unwrap_err();
        assert_eq!(
            complaints(&error),
            [("handle", "account-handle-taken"), ("email", "account-email-taken")]
        );
    })
    .await;
}

#[tokio::test]
async fn a_look_alike_of_a_handle_is_refused() {
    World::each(|w| async move {
        w.person("paula").await;
        // The same word in Cyrillic letters.
        let error = accounts::create(&w.app, &SYSTEM, new("раulа")).await.unwrap_err();
        assert_eq!(complaints(&error).first().map(|(field, _)| *field), Some("handle"));
        let error = accounts::create(&w.app, &SYSTEM, new("pau1a")).await.unwrap_err();
        assert_eq!(complaints(&error), [("handle", "account-handle-look-alike")]);
    })
    .await;
}

#[tokio::test]
async fn two_at_once_with_one_handle_make_one_account() {
    World::each(|w| async move {
        let (a, b) = tokio::join!(
            accounts::create(&w.app, &SYSTEM, new("amina")),
            accounts::create(&w.app, &SYSTEM, new("Amina"))
        );
        let failed: Vec<_> = [&a, &b].into_iter().filter_map(|made| made.as_ref().err()).collect();
        assert_eq!(failed.len(), 1);
        assert_eq!(complaints(failed[0]), [("handle", "account-handle-taken")]);
    })
    .await;
}

#[tokio::test]
async fn a_member_cannot_take_the_name_of_staff() {
    World::each(|w| async move {
        let mut boss = new("boss");
        boss.display_name = "Greta Holm".to_owned();
        boss.role = Role::Admin;
        accounts::create(&w.app, &SYSTEM, boss).await.unwrap();
        let mut copy = new("other");
        copy.display_name = "greta holm".to_owned();
        let error = accounts::create(&w.app, &SYSTEM, copy).await.unwrap_err();
        assert_eq!(complaints(&error), [("display_name", "account-name-look-alike")]);
    })
    .await;
}

#[tokio::test]
async fn an_old_handle_leads_to_the_new_one_and_is_nobody_elses() {
    World::each(|w| async move {
        let ann = w.person("ann").await.id;
        let viewer = member(&w, ann).await;
        accounts::change_handle(&w.app, &viewer, "annika".to_owned()).await.unwrap();
        assert_eq!(found(&w, "annika").await, Some(Found::Current(ann)));
        assert_eq!(found(&w, "@Ann").await, Some(Found::Moved(ann)));
        let error = accounts::create(&w.app, &SYSTEM, new("ann")).await.unwrap_err();
        assert_eq!(complaints(&error), [("handle", "account-handle-taken")]);

        let again = accounts::change_handle(&w.app, &viewer, "anna".to_owned()).await.unwrap_err();
        assert_eq!(complaints(&again), [("handle", "account-handle-too-soon")]);
        accounts::change_handle(&w.app, &viewer, "Annika".to_owned()).await.unwrap();
        w.advance(14 * DAY);
        accounts::change_handle(&w.app, &viewer, "ann".to_owned()).await.unwrap();
        assert_eq!(found(&w, "ann").await, Some(Found::Current(ann)));
        assert_eq!(found(&w, "annika").await, Some(Found::Moved(ann)));
    })
    .await;
}

#[tokio::test]
async fn language_theme_and_zone_take_only_what_exists() {
    World::each(|w| async move {
        let viewer = member(&w, w.person("ann").await.id).await;
        let set = |language: &str, theme: &str, time_zone: &str| Comfort {
            language: language.into(),
            theme: theme.into(),
            time_zone: time_zone.into(),
        };
        accounts::set_comfort(&w.app, &viewer, set("ar", "dark", "Asia/Beirut")).await.unwrap();
        accounts::set_comfort(&w.app, &viewer, set("xx", "pink", "Moon/Base")).await.unwrap();
        let own = accounts::own(&w.app, &viewer).await.unwrap();
        assert_eq!((own.language.as_str(), own.theme.as_str()), ("ar", "dark"));
        assert_eq!(own.time_zone, "Asia/Beirut");
    })
    .await;
}

#[tokio::test]
async fn preferences_are_kept() {
    World::each(|w| async move {
        let ann = w.person("ann").await.id;
        let viewer = member(&w, ann).await;
        let wanted = Preferences { wall: WallPolicy::Nobody, in_directory: false, ..Preferences::default() };
        accounts::set_preferences(&w.app, &viewer, wanted.clone()).await.unwrap();
        assert_eq!(w.app.db.read(move |q| accounts::preferences(q, ann)).await.unwrap(), wanted);
    })
    .await;
}

/// The person as a viewer, with no more than this file needs.
pub(crate) async fn member(w: &World, id: AccountId) -> Viewer {
    let account = w.app.db.read(move |q| accounts::get(q, id)).await.unwrap();
    let member = kith_domain::Member {
        id,
        handle: account.handle,
        role: account.role,
        state: account.state,
        ..kith_domain::Member::default()
    };
    Viewer::Member(std::sync::Arc::new(member))
}
