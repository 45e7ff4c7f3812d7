//! The directory and suggestions.

use kith_db::{params, statement};
use kith_domain::{people, relationships};
use kith_testkit::{Person, World};

async fn found(w: &World, who: &Person, word: &str) -> Vec<String> {
    let listing = people::directory(&w.app, &w.viewer(who).await, word, None).await.unwrap();
    listing.people.into_iter().map(|entry| entry.person.handle).collect()
}

async fn suggested(w: &World, who: &Person) -> Vec<(String, usize)> {
    let found = people::suggestions(&w.app, &w.viewer(who).await, 10).await.unwrap();
    found.into_iter().map(|entry| (entry.person.handle, entry.standing.in_common)).collect()
}

#[tokio::test]
async fn people_are_found_by_the_beginning_of_any_word_of_their_name() {
    World::each(|w| async move {
        let ana = w.person_named("ana", "Ana López").await;
        w.person_named("omar", "عمر حداد").await;
        w.person_named("per_cent", "100% Per_son").await;
        assert_eq!(found(&w, &ana, "LÓP").await, ["ana"]);
        assert_eq!(found(&w, &ana, "حد").await, ["omar"]);
        assert_eq!(found(&w, &ana, "@oma").await, ["omar"]);
        assert_eq!(found(&w, &ana, "per_").await, ["per_cent"]);
        assert!(found(&w, &ana, "%").await.is_empty() && found(&w, &ana, "pez").await.is_empty());
        assert_eq!(found(&w, &ana, "").await.len(), 3);
    })
    .await;
}

#[tokio::test]
async fn the_directory_pages_through_everybody_once() {
    let w = World::sqlite().await;
    let ann = w.person("ann").await;
    for number in 0..70 {
        w.person_named(&format!("twin{number}"), "Same Name").await;
    }
    let (mut after, mut seen) = (None, Vec::new());
    loop {
        let page = people::directory(&w.app, &w.viewer(&ann).await, "", after).await.unwrap();
        seen.extend(page.people.iter().map(|entry| entry.person.id));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    let distinct: std::collections::HashSet<_> = seen.iter().collect();
    assert_eq!((seen.len(), distinct.len()), (71, 71));
}

#[tokio::test]
async fn suggestions_are_friends_of_friends_who_want_it() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let (dan, eva, fay) = (w.person("dan").await, w.person("eva").await, w.person("fay").await);
        w.befriend(&ann, &ben).await;
        w.befriend(&ann, &cem).await;
        for friend in [&dan, &eva, &fay] {
            w.befriend(&ben, friend).await;
        }
        w.befriend(&cem, &dan).await;
        assert_eq!(suggested(&w, &ann).await[0], ("dan".to_owned(), 2));
        assert_eq!(suggested(&w, &ann).await.len(), 3);

        people::hide_suggestion(&w.app, &w.viewer(&ann).await, dan.id).await.unwrap();
        people::hide_suggestion(&w.app, &w.viewer(&ann).await, dan.id).await.unwrap();
        relationships::request_friend(&w.app, &w.viewer(&ann).await, eva.id).await.unwrap();
        w.choose(&fay, |choice| choice.in_suggestions = false).await;
        assert!(suggested(&w, &ann).await.is_empty());

        // Whoever keeps the list of friends to themselves leads nobody to their friends.
        let gus = w.person("gus").await;
        w.befriend(&cem, &gus).await;
        w.advance(15 * kith_base::MINUTE);
        assert_eq!(suggested(&w, &ann).await, [("gus".to_owned(), 1)]);
        w.choose(&cem, |choice| choice.friends_list_audience = "self".to_owned()).await;
        assert!(suggested(&w, &ann).await.is_empty());

        // Whose account is closed is suggested no more, though they were a moment ago.
        let (hal, ida) = (w.person("hal").await, w.person("ida").await);
        w.befriend(&ann, &hal).await;
        w.befriend(&hal, &ida).await;
        w.advance(15 * kith_base::MINUTE);
        assert_eq!(suggested(&w, &ann).await, [("ida".to_owned(), 1)]);
        w.set_state(&ida, kith_domain::viewer::AccountState::Suspended).await;
        assert!(suggested(&w, &ann).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn e10_who_is_blocked_finds_nothing_and_nobody_in_any_list() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &cem).await;
        w.befriend(&ben, &cem).await;
        assert_eq!(suggested(&w, &ann).await.len(), 1);
        w.block(&ann, &ben).await;
        for (a, b) in [(&ann, &ben), (&ben, &ann)] {
            assert!(!found(&w, a, "").await.contains(&b.handle));
            assert!(found(&w, a, &b.handle).await.is_empty());
            assert!(suggested(&w, a).await.is_empty());
            let viewer = w.viewer(a).await;
            let blocked = people::hide_suggestion(&w.app, &viewer, b.id).await.unwrap_err();
            let absent =
                people::hide_suggestion(&w.app, &viewer, kith_domain::AccountId::new(9)).await.unwrap_err();
            assert_eq!(format!("{blocked:?}"), format!("{absent:?}"));
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_left_the_directory_is_found_by_friends_alone() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        w.choose(&ben, |choice| choice.in_directory = false).await;
        assert_eq!(found(&w, &ann, "ben").await, ["ben"]);
        assert!(found(&w, &cem, "ben").await.is_empty());
        w.set_state(&ann, kith_domain::viewer::AccountState::Deactivated).await;
        assert!(found(&w, &cem, "ann").await.is_empty());
    })
    .await;
}

statement!(INVITED_BY, "test.invited_by", "UPDATE accounts SET invited_by_id = $2 WHERE id = $1");

async fn invited_by(w: &World, who: &Person, by: &Person) {
    let (who, by) = (who.id, by.id);
    w.app.db.write(move |tx| tx.run(&INVITED_BY, &params![who, by]).map(drop)).await.unwrap();
}

#[tokio::test]
async fn who_knows_each_other_by_an_invitation_is_suggested_first_and_once() {
    World::each(|w| async move {
        let mut people = Vec::new();
        for name in ["ann", "ben", "cem", "dan", "eva", "fay"] {
            w.advance(1);
            people.push(w.person(name).await);
        }
        let [ann, ben, cem, dan, eva, fay] = people.as_slice() else { panic!("six people") };
        w.befriend(ann, ben).await;
        for friend in [cem, fay] {
            w.befriend(ben, friend).await;
        }
        for invited in [cem, dan] {
            invited_by(&w, invited, ann).await;
        }
        invited_by(&w, ann, eva).await;
        let of = |name: &str, in_common: usize| (name.to_owned(), in_common);
        // Cem is a friend of a friend too.
        assert_eq!(suggested(&w, ann).await, [of("eva", 0), of("dan", 0), of("cem", 1), of("fay", 1)]);
        people::hide_suggestion(&w.app, &w.viewer(ann).await, dan.id).await.unwrap();
        w.block(eva, ann).await;
        assert_eq!(suggested(&w, ann).await, [of("cem", 1), of("fay", 1)]);
        // An invitation is a reason for a while; a friend in common stays one.
        w.advance(31 * kith_base::DAY);
        invited_by(&w, fay, ann).await;
        assert_eq!(suggested(&w, ann).await, [of("cem", 1), of("fay", 1)]);
    })
    .await;
}
