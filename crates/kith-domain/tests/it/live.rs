//! Open pages: what they hear, what they are told when they come back, and what they never hear.

use std::time::Duration;

use kith_base::SECOND;
use kith_domain::feeds::Tab;
use kith_domain::live::{self, Hint, Subscription, Told, Wish};
use kith_domain::messages::{self, NewGroup};
use kith_domain::posts::Audience;
use kith_domain::viewer::AccountState;
use kith_domain::{ConversationId, MessageId, inbox, relationships, sessions};
use kith_testkit::{Person, World};
use tokio::time::timeout;

use crate::feeds::write as write_post;
use crate::messages::{send, write};

const SOON: Duration = Duration::from_secs(20);
const SILENCE: Duration = Duration::from_millis(300);

pub(crate) async fn open(w: &World, who: &Person, wish: Wish) -> kith_base::Result<Subscription> {
    let begun = sessions::begin(&w.app, who.id, sessions::Origin::default()).await.unwrap();
    let token = begun.token.expose().to_owned();
    live::subscribe(&w.app, &w.viewer(who).await, token, wish).await
}

pub(crate) async fn listen(w: &World, who: &Person) -> Subscription {
    open(w, who, Wish::default()).await.unwrap()
}

async fn told(page: &mut Subscription) -> Told {
    timeout(SOON, page.next()).await.expect("in time").expect("still open")
}

/// All that a page is told until it falls silent.
pub(crate) async fn all(page: &mut Subscription) -> Vec<Hint> {
    let mut hints = Vec::new();
    while let Ok(next) = timeout(SILENCE, page.next()).await {
        hints.push(next.expect("still open").hint);
    }
    hints
}

pub(crate) async fn is_silent(page: &mut Subscription) -> bool {
    timeout(SILENCE, page.next()).await.is_err()
}

/// The next message and how far the page has heard with it; notices beside it are passed over.
async fn message(page: &mut Subscription) -> (MessageId, live::Position) {
    loop {
        let next = told(page).await;
        match next.hint {
            Hint::Message { message, .. } => return (message, next.position.unwrap()),
            Hint::Notices { .. } => {}
            other => panic!("{other:?}"),
        }
    }
}

/// All messages that a page is told of until it falls silent.
pub(crate) async fn messages_told(page: &mut Subscription) -> Vec<MessageId> {
    let mut found = Vec::new();
    while let Ok(next) = timeout(SILENCE, page.next()).await {
        match next.expect("still open").hint {
            Hint::Message { message, .. } => found.push(message),
            Hint::Notices { .. } | Hint::Conversation { .. } => {}
            other => panic!("{other:?}"),
        }
    }
    found
}

async fn group(w: &World, by: &Person, people: &[&Person]) -> ConversationId {
    let new = NewGroup {
        name: "Choir".into(),
        people: people.iter().map(|person| person.id).collect(),
        ..NewGroup::default()
    };
    messages::create_group(&w.app, &w.viewer(by).await, new).await.unwrap().0
}

#[tokio::test]
async fn a_message_reaches_the_pages_of_both_with_the_number_beside_it() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        let (mut anns, mut bens, mut cems) =
            (listen(&w, &ann).await, listen(&w, &ben).await, listen(&w, &cem).await);
        let (chat, sent) = write(&w, &ann, &ben, "hello").await.unwrap();
        let hints = all(&mut bens).await;
        assert!(hints.contains(&Hint::Message { conversation: chat, message: sent, unread: 1 }), "{hints:?}");
        // The other windows of the one who wrote learn of it too, and have nothing to read.
        let own = told(&mut anns).await;
        assert_eq!(own.hint, Hint::Message { conversation: chat, message: sent, unread: 0 });
        assert!(is_silent(&mut cems).await);
        messages::mark_read(&w.app, &w.viewer(&ben).await, chat, sent).await.unwrap();
        let read = |unread| Hint::Read { conversation: chat, account: ben.id, unread };
        assert_eq!(told(&mut anns).await.hint, read(None));
        let hints = all(&mut bens).await;
        assert!(hints.contains(&read(Some(0))), "{hints:?}");
        relationships::request_friend(&w.app, &w.viewer(&cem).await, ben.id).await.unwrap();
        let hints = all(&mut bens).await;
        assert!(matches!(hints[..], [Hint::Notices { notice: Some(_), .. }]), "{hints:?}");
        inbox::read_all(&w.app, &w.viewer(&ben).await).await.unwrap();
        assert_eq!(all(&mut bens).await, [Hint::Notices { notice: None, unread: 0 }]);
        let numbers = live::state(&w.app, &w.viewer(&ben).await).await.unwrap();
        assert_eq!(numbers, live::State { notices: 0, messages: 0 });
    })
    .await;
}

#[tokio::test]
async fn who_comes_back_is_told_what_was_missed_once() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let mut first = listen(&w, &ben).await;
        let (chat, one) = write(&w, &ann, &ben, "one").await.unwrap();
        let (heard, at) = message(&mut first).await;
        assert_eq!(heard, one);
        drop(first);
        let two = send(&w, &ann, chat, "two").await;
        let three = send(&w, &ann, chat, "three").await;
        let back = || Wish { heard: Some(at), ..Wish::default() };
        let mut second = open(&w, &ben, back()).await.unwrap();
        assert_eq!(second.begun(), None, "it has not heard everything");
        // What comes between opening and listening stands behind what was missed.
        let four = send(&w, &ann, chat, "four").await;
        assert_eq!(messages_told(&mut second).await, [two, three, four]);
        // Cut off in the middle, it goes on from there.
        let mut third = open(&w, &ben, back()).await.unwrap();
        let (heard, at) = message(&mut third).await;
        assert_eq!(heard, two);
        drop(third);
        let mut fourth = open(&w, &ben, Wish { heard: Some(at), ..Wish::default() }).await.unwrap();
        assert_eq!(messages_told(&mut fourth).await, [three, four]);
    })
    .await;
}

#[tokio::test]
async fn who_comes_from_another_run_of_the_program_is_told_of_a_gap_and_then_hears_on() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let (chat, _) = write(&w, &ann, &ben, "before").await.unwrap();
        let heard = Some("0-3".parse().unwrap());
        let mut page = open(&w, &ben, Wish { heard, ..Wish::default() }).await.unwrap();
        let gap = told(&mut page).await;
        assert_eq!(gap.hint, Hint::Gap);
        let after = send(&w, &ann, chat, "after").await;
        assert_eq!(messages_told(&mut page).await, [after]);
        // With the place that came with the gap there is none any more.
        let mut back = open(&w, &ben, Wish { heard: gap.position, ..Wish::default() }).await.unwrap();
        assert_eq!(messages_told(&mut back).await, [after]);
    })
    .await;
}

#[tokio::test]
async fn who_falls_too_far_behind_is_told_of_a_gap() {
    let w = World::sqlite().await;
    let (ann, ben) = (w.person("ann").await, w.person("ben").await);
    w.befriend(&ann, &ben).await;
    let mut page = listen(&w, &ben).await;
    let (chat, _) = write(&w, &ann, &ben, "hello").await.unwrap();
    for _ in 0..1_100 {
        messages::typing(&w.app, &w.viewer(&ann).await, chat).await.unwrap();
    }
    // Nobody is told that a stranger to the conversation writes: Ben has to have answered.
    send(&w, &ben, chat, "hi").await;
    for _ in 0..1_100 {
        messages::typing(&w.app, &w.viewer(&ann).await, chat).await.unwrap();
    }
    assert_eq!(told(&mut page).await.hint, Hint::Gap);
    let last = send(&w, &ann, chat, "last").await;
    assert_eq!(messages_told(&mut page).await, [last]);
}

#[tokio::test]
async fn e10_people_with_a_block_between_them_hear_nothing_of_each_other_in_a_group() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        for (a, b) in [(&ann, &ben), (&ann, &cem), (&ben, &cem)] {
            w.befriend(a, b).await;
        }
        let chat = group(&w, &ann, &[&ben, &cem]).await;
        let mut page = listen(&w, &ben).await;
        let heard = page.begun().unwrap();
        let seen = send(&w, &cem, chat, "seen").await;
        assert_eq!(messages_told(&mut page).await, [seen]);
        w.block(&cem, &ben).await;
        send(&w, &cem, chat, "unseen").await;
        messages::typing(&w.app, &w.viewer(&cem).await, chat).await.unwrap();
        let last = messages::page(&w.app, &w.viewer(&cem).await, chat, messages::Part::Newest, 1).await;
        let last = last.unwrap().items[0].message.id;
        messages::mark_read(&w.app, &w.viewer(&cem).await, chat, last).await.unwrap();
        let from_ann = send(&w, &ann, chat, "from ann").await;
        assert_eq!(messages_told(&mut page).await, [from_ann]);
        // Nor is somebody who comes back told late of what they would not be shown now.
        let mut back = open(&w, &ben, Wish { heard: Some(heard), ..Wish::default() }).await.unwrap();
        assert_eq!(messages_told(&mut back).await, [from_ann]);
    })
    .await;
}

#[tokio::test]
async fn who_is_writing_is_told_by_name_and_only_at_that_moment() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let (chat, _) = write(&w, &ann, &ben, "hello").await.unwrap();
        let (mut anns, mut bens) = (listen(&w, &ann).await, listen(&w, &ben).await);
        let heard = bens.begun().unwrap();
        messages::typing(&w.app, &w.viewer(&ann).await, chat).await.unwrap();
        let hint = told(&mut bens).await;
        let name = w.viewer(&ann).await.member().unwrap().name.clone();
        assert_eq!(hint.hint, Hint::Typing { conversation: chat, account: ann.id, name });
        assert_eq!(hint.position, None);
        assert!(is_silent(&mut anns).await, "nobody is told of themselves");
        let mut back = open(&w, &ben, Wish { heard: Some(heard), ..Wish::default() }).await.unwrap();
        assert!(is_silent(&mut back).await);
        w.choose(&ben, |chosen| chosen.read_marks = false).await;
        messages::typing(&w.app, &w.viewer(&ann).await, chat).await.unwrap();
        assert!(is_silent(&mut bens).await, "who shows nothing is shown nothing");
    })
    .await;
}

#[tokio::test]
async fn f2_a_page_ends_within_a_second_of_session_and_account() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let posts = Some((Tab::Everything, None));
        for wish in [Wish::default(), Wish { posts, ..Wish::default() }] {
            let mut page = open(&w, &ann, wish).await.unwrap();
            sessions::end_all(&w.app, &w.viewer(&ann).await, None).await.unwrap();
            assert_eq!(timeout(Duration::from_secs(1), page.next()).await.expect("within a second"), None);
        }
        let mut page = listen(&w, &ben).await;
        w.set_state(&ben, AccountState::Suspended).await;
        assert_eq!(timeout(Duration::from_secs(1), page.next()).await.expect("within a second"), None);
        let mut last = listen(&w, &ann).await;
        w.app.live.end();
        assert_eq!(timeout(Duration::from_secs(1), last.next()).await.expect("at once"), None);
    })
    .await;
}

#[tokio::test]
async fn pages_are_bounded_and_hear_of_posts_if_they_like() {
    let w = World::sqlite().await;
    let (ann, ben) = (w.person("ann").await, w.person("ben").await);
    w.befriend(&ann, &ben).await;
    let mut plain = listen(&w, &ann).await;
    let posts = Some((Tab::Everything, None));
    let mut home = open(&w, &ann, Wish { posts, ..Wish::default() }).await.unwrap();
    let mut others = Vec::new();
    for _ in 2..live::PER_ACCOUNT {
        others.push(listen(&w, &ann).await);
    }
    assert!(open(&w, &ann, Wish::default()).await.is_err(), "one too many");
    drop(others);
    let new = write_post(&w, &ben, Audience::Friends, "new").await;
    // A message in between does not make a post forgotten.
    write(&w, &ben, &ann, "look at it").await.unwrap();
    let mut seen = None;
    while seen.is_none() {
        if let Hint::Posts { count, newest } = told(&mut home).await.hint {
            seen = Some((count, newest));
        }
    }
    assert_eq!(seen, Some((1, new)));
    assert_eq!(messages_told(&mut plain).await.len(), 1, "and no word of posts");
    assert_eq!(w.app.live.open(), 2);
}

#[tokio::test]
async fn who_is_here_is_seen_by_friends_with_whom_it_is_shared() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        let here = async || live::present(&w.app, &w.viewer(&ann).await, &[ben.id, cem.id]).await.unwrap();
        let page = listen(&w, &ben).await;
        let _theirs = listen(&w, &cem).await;
        assert_eq!(here().await, [], "nobody shares it unasked");
        for person in [&ben, &cem] {
            w.choose(person, |chosen| chosen.presence = true).await;
        }
        assert_eq!(here().await, [], "who shares nothing sees nothing");
        w.choose(&ann, |chosen| chosen.presence = true).await;
        assert_eq!(here().await, [ben.id], "and of strangers nobody sees it");
        w.advance(SECOND);
        w.block(&ben, &ann).await;
        assert_eq!(here().await, []);
        drop(page);
        relationships::unblock(&w.app, &w.viewer(&ben).await, ann.id).await.unwrap();
        w.befriend(&ann, &ben).await;
        assert_eq!(here().await, []);
    })
    .await;
}
