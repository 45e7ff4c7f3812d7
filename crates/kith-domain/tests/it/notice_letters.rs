//! Letters at once that could not leave at once: nothing that was asked for is lost, and nobody's mailbox is filled.

use kith_base::{HOUR, MINUTE};
use kith_domain::inbox;
use kith_domain::notices::{Channels, Choices, Occasion, Quiet};
use kith_domain::ports::{Block, Mail};
use kith_testkit::{Person, World};

use crate::notices::{choose, comment, post};

/// Letters about comments, and nothing else about them.
async fn wants_letters(w: &World, who: &Person, ways: &str, quiet: Option<Quiet>) {
    let channels = vec![(Occasion::Comment, Channels::new(ways))];
    choose(w, who, Choices { channels, quiet, ..Choices::default() }).await;
}

async fn letters(w: &World) -> Vec<Mail> {
    assert_eq!(w.run_jobs().await.failed, 0);
    w.mails.take()
}

async fn an_hour_later(w: &World) -> Vec<Mail> {
    w.advance(HOUR + 2 * MINUTE);
    letters(w).await
}

fn items(mail: &Mail) -> usize {
    mail.body.blocks.iter().filter(|block| matches!(block, Block::Item { .. })).count()
}

/// Ann wants letters in these ways, and has a post on which Ben and Cem comment, nine times in turn.
async fn busy_hour(w: &World, ways: &str) -> (Person, Person, Person, Vec<Mail>) {
    let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
    let id = post(w, &ann, "Here").await;
    wants_letters(w, &ann, ways, None).await;
    letters(w).await;
    let mut arrived = Vec::new();
    for number in 1..=9 {
        w.advance(MINUTE);
        let by = if number % 2 == 0 { &ben } else { &cem };
        comment(w, by, id, &format!("word {number}")).await;
        let of_ann = letters(w).await.into_iter().filter(|mail| mail.to_address.starts_with("ann@"));
        arrived.extend(of_ann);
    }
    (ann, ben, cem, arrived)
}

#[tokio::test]
async fn what_a_busy_hour_held_up_comes_in_one_letter_after_it() {
    for ways in ["ae", "e"] {
        World::each(|w| async move {
            let (ann, _, _, arrived) = busy_hour(&w, ways).await;
            assert_eq!(arrived.len(), 6, "so many in an hour");
            let later = an_hour_later(&w).await;
            assert_eq!(later.len(), 1, "{later:?}");
            assert_eq!(later[0].to_address, "ann@example.org");
            assert!(later[0].subject.contains('3') && later[0].stop_url.is_some(), "{:?}", later[0]);
            assert_eq!(items(&later[0]), 3);
            let all: String = arrived.iter().chain(&later).map(|mail| mail.text.as_str()).collect();
            for number in 1..=9 {
                assert_eq!(all.matches(&format!("word {number}")).count(), 1, "word {number}: {all}");
            }
            for _ in 0..3 {
                assert!(an_hour_later(&w).await.is_empty(), "told once");
            }
            drop(ann);
        })
        .await;
    }
}

#[tokio::test]
async fn what_is_left_of_it_by_then_decides() {
    World::each(|w| async move {
        let (ann, ben, _, _) = busy_hour(&w, "ae").await;
        w.block(&ann, &ben).await;
        let later = an_hour_later(&w).await;
        assert_eq!(later.len(), 1, "{later:?}");
        let text = &later[0].text;
        assert!(text.contains("word 7") && text.contains("word 9") && !text.contains("word 8"), "{text}");
    })
    .await;
    World::each(|w| async move {
        let (ann, ..) = busy_hour(&w, "ae").await;
        inbox::read_all(&w.app, &w.viewer(&ann).await).await.unwrap();
        assert!(an_hour_later(&w).await.is_empty(), "she has read them");
    })
    .await;
}

#[tokio::test]
async fn a_letter_that_waits_for_those_of_others_is_not_lost() {
    World::each_with(
        |config| config.mail.per_minute = Some(1),
        |w| async move {
            let writer = w.person("writer").await;
            let mut told = Vec::new();
            let mut posts = Vec::new();
            for handle in ["ann", "ben", "cem"] {
                let person = w.person(handle).await;
                posts.push(post(&w, &person, "Here").await);
                wants_letters(&w, &person, "e", None).await;
            }
            letters(&w).await;
            w.advance(5 * MINUTE);
            for post in posts {
                comment(&w, &writer, post, "Well said").await;
            }
            told.extend(letters(&w).await);
            assert_eq!(told.len(), 1, "one in a minute");
            for _ in 0..8 {
                w.advance(2 * MINUTE + 5_000);
                told.extend(letters(&w).await);
            }
            let mut to: Vec<String> = told.into_iter().map(|mail| mail.to_address).collect();
            to.sort();
            assert_eq!(to, ["ann@example.org", "ben@example.org", "cem@example.org"]);
        },
    )
    .await;
}

#[tokio::test]
async fn what_came_in_quiet_hours_is_written_of_in_the_morning() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let id = post(&w, &ann, "Here").await;
        // It is noon, and quiet until one.
        wants_letters(&w, &ann, "e", Some(Quiet { from: 11 * 60, to: 13 * 60 })).await;
        letters(&w).await;
        for words in ["in the night", "and once more"] {
            w.advance(MINUTE);
            comment(&w, &ben, id, words).await;
            assert!(letters(&w).await.is_empty(), "it is quiet");
        }
        let morning = an_hour_later(&w).await;
        assert_eq!(morning.len(), 1, "{morning:?}");
        assert!(morning[0].text.contains("in the night") && morning[0].text.contains("and once more"));
        assert!(an_hour_later(&w).await.is_empty());
    })
    .await;
}
