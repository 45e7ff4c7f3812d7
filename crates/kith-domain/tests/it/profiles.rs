//! What others see of a profile.

use kith_domain::accounts::ProfileAudience;
use kith_domain::profiles::{self, FieldKind, Lookup, NewField, PartAudience, ProfileEdit, Subject};
use kith_domain::viewer::AccountState;
use kith_domain::{Viewer, relationships};
use kith_testkit::{Person, World};

fn row(kind: FieldKind, value: &str, audience: PartAudience) -> NewField {
    NewField { kind, label: String::new(), value: value.to_owned(), audience }
}

async fn fill(w: &World, who: &Person) {
    let edit = ProfileEdit {
        intro: "Baker".into(),
        languages: vec!["en".into(), "ar".into()],
        birth_day: 12,
        birth_month: 3,
        birth_year: 1980,
        birth_day_audience: PartAudience::Friends,
        birth_year_audience: PartAudience::Self_,
        fields: vec![
            row(FieldKind::Town, "Elmfield", PartAudience::World),
            row(FieldKind::Work, "Bakery", PartAudience::Community),
            row(FieldKind::Phone, "123", PartAudience::Friends),
            row(FieldKind::About, "Diary", PartAudience::Self_),
        ],
        ..ProfileEdit::default()
    };
    profiles::edit(&w.app, &w.viewer(who).await, edit).await.unwrap();
}

async fn values(w: &World, viewer: &Viewer, who: &Person) -> Vec<String> {
    let profile = profiles::get(&w.app, viewer, who.id).await.unwrap();
    profile.fields.iter().map(|field| field.value.clone()).collect()
}

async fn be_found_by_the_world(w: &World, who: &Person) {
    w.choose(who, |chosen| chosen.profile_audience = ProfileAudience::World).await;
}

#[tokio::test]
async fn e10_a_visitor_meets_only_people_who_want_to_be_found_by_the_world() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let waiting = w.person("waiting").await;
        w.set_state(&waiting, AccountState::PendingApproval).await;
        for friend in [&ben, &cem] {
            w.befriend(&ann, friend).await;
        }
        w.choose(&ann, |chosen| chosen.friends_list_audience = "world".into()).await;
        for outside in [Viewer::Anonymous, w.viewer(&waiting).await] {
            let absent = profiles::find(&w.app, &outside, "nobody_here").await.unwrap_err();
            let hidden = profiles::find(&w.app, &outside, "ann").await.unwrap_err();
            assert_eq!(format!("{absent:?}"), format!("{hidden:?}"));
            assert!(profiles::get(&w.app, &outside, ann.id).await.unwrap_err().is_not_found());
            assert!(profiles::friends(&w.app, &outside, ann.id, "", None).await.unwrap_err().is_not_found());
        }
        let (_, seen) = profiles::as_seen_by(&w.app, &w.viewer(&ann).await, Subject::Visitor).await.unwrap();
        assert!(seen.is_none(), "which is what ann is told");
        be_found_by_the_world(&w, &ann).await;
        be_found_by_the_world(&w, &cem).await;
        for outside in [Viewer::Anonymous, w.viewer(&waiting).await] {
            assert_eq!(profiles::find(&w.app, &outside, "ann").await.unwrap(), Lookup::Here(ann.id));
            let profile = profiles::get(&w.app, &outside, ann.id).await.unwrap();
            assert_eq!(profile.friend_count, None, "a number would tell of ben");
            let friends = profiles::friends(&w.app, &outside, ann.id, "", None).await.unwrap();
            let names: Vec<_> = friends.people.iter().map(|person| person.handle.as_str()).collect();
            assert_eq!(names, ["cem"]);
        }
        assert!(profiles::get(&w.app, &w.viewer(&cem).await, ben.id).await.is_ok(), "members meet everybody");
    })
    .await;
}

#[tokio::test]
async fn each_field_reaches_its_audience() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        fill(&w, &ann).await;
        w.befriend(&ann, &ben).await;
        be_found_by_the_world(&w, &ann).await;
        assert_eq!(values(&w, &Viewer::Anonymous, &ann).await, ["Elmfield"]);
        assert_eq!(values(&w, &w.viewer(&cem).await, &ann).await, ["Elmfield", "Bakery"]);
        assert_eq!(values(&w, &w.viewer(&ben).await, &ann).await, ["Elmfield", "Bakery", "123"]);
        assert_eq!(values(&w, &w.viewer(&ann).await, &ann).await.len(), 4);
        let as_ben = profiles::get(&w.app, &w.viewer(&ben).await, ann.id).await.unwrap();
        assert_eq!((as_ben.birthday, as_ben.birth_year), (Some((3, 12)), None));
        relationships::restrict(&w.app, &w.viewer(&ann).await, ben.id).await.unwrap();
        assert_eq!(values(&w, &w.viewer(&ben).await, &ann).await, ["Elmfield", "Bakery"]);
    })
    .await;
}

#[tokio::test]
async fn view_as_shows_exactly_what_the_other_sees() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        fill(&w, &ann).await;
        w.befriend(&ann, &ben).await;
        be_found_by_the_world(&w, &ann).await;
        let as_ann = w.viewer(&ann).await;
        for (subject, who) in [
            (Subject::Visitor, Viewer::Anonymous),
            (Subject::Stranger, w.viewer(&cem).await),
            (Subject::Friend(ben.id), w.viewer(&ben).await),
        ] {
            let (_, seen) = profiles::as_seen_by(&w.app, &as_ann, subject).await.unwrap();
            let seen = seen.unwrap();
            let true_one = profiles::get(&w.app, &who, ann.id).await.unwrap();
            assert_eq!(seen.fields, true_one.fields);
            assert_eq!((seen.birthday, seen.birth_year), (true_one.birthday, true_one.birth_year));
            assert_eq!(seen.friend_count, true_one.friend_count);
        }
        let stranger = profiles::as_seen_by(&w.app, &as_ann, Subject::Friend(cem.id)).await;
        assert!(stranger.unwrap_err().is_not_found());
    })
    .await;
}

#[tokio::test]
async fn e10_a_profile_is_not_there_for_whoever_is_blocked() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        for friend in [&ann, &ben] {
            w.befriend(&cem, friend).await;
        }
        w.choose(&cem, |choice| choice.friends_list_audience = "community".to_owned()).await;
        let count = |viewer: Viewer| {
            let (app, id) = (w.app.clone(), cem.id);
            async move { profiles::get(&app, &viewer, id).await.unwrap().friend_count }
        };
        assert_eq!(count(w.viewer(&ann).await).await, Some(2));
        w.block(&ann, &ben).await;
        for (a, b) in [(&ann, &ben), (&ben, &ann)] {
            let viewer = w.viewer(a).await;
            let absent = profiles::find(&w.app, &viewer, "nobody_here").await.unwrap_err();
            let blocked = profiles::find(&w.app, &viewer, &b.handle).await.unwrap_err();
            assert_eq!(format!("{absent:?}"), format!("{blocked:?}"));
            assert!(profiles::get(&w.app, &viewer, b.id).await.unwrap_err().is_not_found());
            assert!(profiles::friends(&w.app, &viewer, b.id, "", None).await.unwrap_err().is_not_found());
            assert_eq!(count(viewer.clone()).await, Some(1), "they are not counted either");
            let list = profiles::friends(&w.app, &viewer, cem.id, "", None).await.unwrap();
            assert!(list.is_open && list.people.iter().all(|person| person.id != b.id));
        }
    })
    .await;
}

#[tokio::test]
async fn a_list_of_friends_that_is_kept_shows_only_friends_in_common() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (cem, dan) = (w.person("cem").await, w.person("dan").await);
        w.befriend(&ann, &cem).await;
        w.befriend(&ann, &dan).await;
        w.befriend(&ben, &cem).await;
        let list = profiles::friends(&w.app, &w.viewer(&ben).await, ann.id, "", None).await.unwrap();
        let names: Vec<_> = list.people.iter().map(|person| person.handle.as_str()).collect();
        assert!(!list.is_open);
        assert_eq!(names, ["cem"]);
        let profile = profiles::get(&w.app, &w.viewer(&ben).await, ann.id).await.unwrap();
        assert_eq!((profile.friend_count, profile.in_common), (None, 1));
    })
    .await;
}

#[tokio::test]
async fn an_old_handle_leads_to_the_new_one() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        kith_domain::accounts::change_handle(&w.app, &w.viewer(&ann).await, "anna".into()).await.unwrap();
        let viewer = w.viewer(&ben).await;
        assert_eq!(profiles::find(&w.app, &viewer, "ANN").await.unwrap(), Lookup::Moved("anna".into()));
        assert_eq!(profiles::find(&w.app, &viewer, "anna").await.unwrap(), Lookup::Here(ann.id));
        w.block(&ann, &ben).await;
        assert!(profiles::find(&w.app, &w.viewer(&ben).await, "ann").await.unwrap_err().is_not_found());
    })
    .await;
}
