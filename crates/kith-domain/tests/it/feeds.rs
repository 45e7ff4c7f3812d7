//! Home pages, live hints, and what they never show.

use std::time::Duration;

use kith_base::{DAY, HOUR, MINUTE, PageRequest};
use kith_db::{params, statement};
use kith_domain::feeds::{self, Hint, Home, Tab};
use kith_domain::filters::{self, FilterAction, NewFilter};
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_domain::viewer::AccountState;
use kith_domain::{PostId, relationships, sessions};
use kith_testkit::{Person, World};

pub async fn write(w: &World, author: &Person, audience: Audience, text: &str) -> PostId {
    write_on(w, author, audience, text, None).await
}

async fn write_on(
    w: &World,
    author: &Person,
    audience: Audience,
    text: &str,
    wall: Option<&Person>,
) -> PostId {
    w.advance(1_000);
    let new = NewPost {
        text: text.into(),
        choice: AudienceChoice::plain(audience),
        wall: wall.map(|wall| wall.id),
        ..NewPost::default()
    };
    posts::create(&w.app, &w.viewer(author).await, new).await.unwrap().id
}

pub async fn look(w: &World, who: &Person, tab: Tab, before: Option<PostId>, limit: usize) -> Home {
    let request = PageRequest { before, after: None, nearest: false, limit };
    feeds::home(&w.app, &w.viewer(who).await, tab, request).await.unwrap()
}

pub async fn all(w: &World, who: &Person, tab: Tab, limit: usize) -> Vec<PostId> {
    let (mut seen, mut before) = (Vec::new(), None);
    loop {
        let home = look(w, who, tab, before, limit).await;
        assert!(home.page.items.len() <= limit);
        seen.extend(home.first.iter().chain(&home.page.items).map(|card| card.post.id));
        before = home.page.next;
        if before.is_none() {
            return seen;
        }
    }
}

pub async fn first_page(w: &World, who: &Person) -> Vec<PostId> {
    look(w, who, Tab::Everything, None, 20).await.page.items.iter().map(|card| card.post.id).collect()
}

/// Makes `count` members without any ties, so that the community is not small.
pub async fn crowd(w: &World, count: usize) {
    for number in 0..count {
        w.person(&format!("member{number}")).await;
    }
}

#[tokio::test]
async fn paging_shows_each_visible_post_exactly_once_in_order() {
    World::each(|w| async move {
        let people = [
            w.person("ann").await,
            w.person("ben").await,
            w.person("cem").await,
            w.person("dan").await,
            w.person("eva").await,
        ];
        let [ann, ben, cem, dan, eva] = &people;
        w.befriend(ann, ben).await;
        w.befriend(ann, cem).await;
        w.befriend(ben, dan).await;
        relationships::follow(&w.app, &w.viewer(ann).await, dan.id).await.unwrap();
        w.block(eva, ann).await;
        let mut written = Vec::new();
        let audiences = [Audience::World, Audience::Community, Audience::Friends, Audience::Self_];
        // A small fixed scatter: every author meets every audience, some posts stand on walls, some are old.
        for turn in 0..48_usize {
            let author = &people[turn * 7 % people.len()];
            let wall = (turn % 6 == 5 && author.id == ben.id).then_some(ann);
            let audience = if wall.is_some() { Audience::Friends } else { audiences[turn * 5 % 4] };
            written.push(write_on(&w, author, audience, &format!("post {turn}"), wall).await);
            if turn % 10 == 9 {
                w.advance(20 * DAY);
            }
            if turn == 30 {
                // From here on the timeline lives in memory and hears of the rest.
                all(&w, ann, Tab::Everything, 3).await;
            }
        }
        for (who, tab) in people.iter().flat_map(|who| [(who, Tab::Everything), (who, Tab::Friends)]) {
            let mut expected = Vec::new();
            for id in written.iter().rev() {
                let Ok(post) = posts::get(&w.app, &w.viewer(who).await, *id).await else { continue };
                let viewer = w.viewer(who).await;
                let member = viewer.member().unwrap();
                let near = [post.facts.author, post.facts.owner]
                    .iter()
                    .any(|other| *other == who.id || member.friends.contains(other));
                if tab == Tab::Everything || near {
                    expected.push(*id);
                }
            }
            for limit in [1, 4, 20, 100] {
                assert_eq!(all(&w, who, tab, limit).await, expected, "{} {tab:?} by {limit}", who.handle);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn pages_go_on_from_the_indexes_where_memory_ends() {
    let w = World::sqlite().await;
    let (ann, ben) = (w.person("ann").await, w.person("ben").await);
    w.befriend(&ann, &ben).await;
    let mut written = Vec::new();
    for number in 0..850 {
        written.push(write(&w, &ben, Audience::Friends, &format!("post {number}")).await);
    }
    written.reverse();
    assert_eq!(all(&w, &ann, Tab::Everything, 60).await, written);
    assert_eq!(all(&w, &ann, Tab::Friends, 100).await, written);
}

#[tokio::test]
async fn strangers_come_only_while_there_is_little_else() {
    World::each(|w| async move {
        let (ann, zoe) = (w.person("ann").await, w.person("zoe").await);
        let wide = write(&w, &zoe, Audience::Community, "Hello everyone").await;
        write(&w, &zoe, Audience::Friends, "Hello friends").await;
        let home = look(&w, &ann, Tab::Everything, None, 20).await;
        assert!(home.with_everyone);
        assert_eq!(home.page.items.iter().map(|card| card.post.id).collect::<Vec<_>>(), [wide]);
        assert!(all(&w, &ann, Tab::Friends, 20).await.is_empty());
    })
    .await;
    let w = World::sqlite().await;
    let (ann, zoe) = (w.person("ann").await, w.person("zoe").await);
    crowd(&w, 150).await;
    for number in 0..5 {
        let friend = w.person(&format!("friend{number}")).await;
        w.befriend(&ann, &friend).await;
    }
    write(&w, &zoe, Audience::Community, "Hello everyone").await;
    let home = look(&w, &ann, Tab::Everything, None, 20).await;
    assert!(!home.with_everyone && home.page.items.is_empty());
}

#[tokio::test]
async fn muted_snoozed_and_unfollowed_people_are_left_out() {
    World::each(|w| async move {
        let (ann, ben, cem, dan) =
            (w.person("ann").await, w.person("ben").await, w.person("cem").await, w.person("dan").await);
        for friend in [&ben, &cem, &dan] {
            w.befriend(&ann, friend).await;
        }
        let by_ben = write(&w, &ben, Audience::Friends, "from Ben").await;
        let by_cem = write(&w, &cem, Audience::Friends, "from Cem").await;
        let by_dan = write(&w, &dan, Audience::Friends, "from Dan").await;
        assert_eq!(first_page(&w, &ann).await, [by_dan, by_cem, by_ben]);
        relationships::mute(&w.app, &w.viewer(&ann).await, ben.id, Some(DAY)).await.unwrap();
        relationships::snooze(&w.app, &w.viewer(&ann).await, cem.id).await.unwrap();
        relationships::unfollow(&w.app, &w.viewer(&ann).await, dan.id).await.unwrap();
        assert!(first_page(&w, &ann).await.is_empty());
        w.advance(DAY + HOUR);
        assert_eq!(first_page(&w, &ann).await, [by_ben]);
        w.advance(40 * DAY);
        assert_eq!(first_page(&w, &ann).await, [by_cem, by_ben]);
    })
    .await;
}

#[tokio::test]
async fn people_on_top_come_first_for_three_days_and_nothing_is_shown_twice() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        w.befriend(&ann, &cem).await;
        let on_top = write(&w, &ben, Audience::Friends, "from Ben").await;
        let newer = write(&w, &cem, Audience::Friends, "from Cem").await;
        relationships::see_first(&w.app, &w.viewer(&ann).await, ben.id).await.unwrap();
        let home = look(&w, &ann, Tab::Everything, None, 20).await;
        assert_eq!(home.first.iter().map(|card| card.post.id).collect::<Vec<_>>(), [on_top]);
        assert_eq!(home.page.items.iter().map(|card| card.post.id).collect::<Vec<_>>(), [newer]);
        assert_eq!(all(&w, &ann, Tab::Everything, 1).await, [on_top, newer]);
        w.advance(4 * DAY);
        assert_eq!(all(&w, &ann, Tab::Everything, 20).await, [newer, on_top]);
    })
    .await;
}

#[tokio::test]
async fn the_line_says_where_the_last_visit_ended() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        write(&w, &ben, Audience::Friends, "old").await;
        assert_eq!(look(&w, &ann, Tab::Everything, None, 20).await.caught_up, None);
        w.advance(2 * HOUR);
        write(&w, &ben, Audience::Friends, "new").await;
        write(&w, &ben, Audience::Friends, "newest").await;
        assert_eq!(look(&w, &ann, Tab::Everything, None, 20).await.caught_up, Some(2));
        w.advance(MINUTE);
        assert_eq!(look(&w, &ann, Tab::Everything, None, 20).await.caught_up, Some(2), "same visit");
        let second = look(&w, &ann, Tab::Everything, None, 1).await;
        assert_eq!(second.caught_up, None);
        let third = look(&w, &ann, Tab::Everything, second.page.next, 20).await;
        assert_eq!(third.caught_up, Some(1));
        w.advance(2 * HOUR);
        assert_eq!(look(&w, &ann, Tab::Everything, None, 20).await.caught_up, Some(0), "nothing new");
    })
    .await;
}

#[tokio::test]
async fn filters_hide_or_cover_what_others_write() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        write(&w, &ben, Audience::Friends, "The football is on tonight").await;
        let spoiled = write(&w, &ben, Audience::Friends, "Spoilers: she did it").await;
        let mine = write(&w, &ann, Audience::Friends, "No football for me").await;
        let viewer = w.viewer(&ann).await;
        assert_eq!(first_page(&w, &ann).await.len(), 3);
        let hide =
            NewFilter { phrase: "football".into(), action: FilterAction::Hide, ..NewFilter::default() };
        filters::create(&w.app, &viewer, hide).await.unwrap();
        let cover = NewFilter { phrase: "spoilers".into(), is_whole_word: true, ..NewFilter::default() };
        let cover = filters::create(&w.app, &viewer, cover).await.unwrap();
        assert_eq!(first_page(&w, &ann).await, [mine, spoiled]);
        let home = look(&w, &ann, Tab::Everything, None, 20).await;
        assert_eq!(home.page.items[1].filtered.as_deref(), Some("spoilers"));
        filters::delete(&w.app, &viewer, cover).await.unwrap();
        assert_eq!(look(&w, &ann, Tab::Everything, None, 20).await.page.items[1].filtered, None);
    })
    .await;
}

#[tokio::test]
async fn e10_a_blocked_person_finds_nothing_at_home_and_hears_nothing() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        w.befriend(&ben, &cem).await;
        let seen = write(&w, &ann, Audience::World, "before the block").await;
        assert_eq!(first_page(&w, &ben).await, [seen]);
        let mut open = subscribe(&w, &ben, None).await;
        w.block(&ann, &ben).await;
        assert!(first_page(&w, &ben).await.is_empty());
        write(&w, &ann, Audience::World, "after the block").await;
        write_on(&w, &cem, Audience::Friends, "on Ben's wall", Some(&ben)).await;
        let hint = tokio::time::timeout(Duration::from_secs(20), open.next()).await.unwrap();
        assert!(matches!(hint, Some(Hint::Posts { count: 1, .. })), "{hint:?}");
    })
    .await;
}

pub async fn subscribe(w: &World, who: &Person, since: Option<PostId>) -> feeds::Subscription {
    subscribe_to(w, who, Tab::Everything, since).await
}

async fn subscribe_to(w: &World, who: &Person, tab: Tab, since: Option<PostId>) -> feeds::Subscription {
    let begun = sessions::begin(&w.app, who.id, sessions::Origin::default()).await.unwrap();
    let token = begun.token.expose().to_owned();
    feeds::subscribe(&w.app, &w.viewer(who).await, token, tab, since).await.unwrap()
}

#[tokio::test]
async fn f2_an_open_stream_ends_within_a_second_of_session_and_account() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let mut first = subscribe(&w, &ann, None).await;
        sessions::end_all(&w.app, &w.viewer(&ann).await, None).await.unwrap();
        let ended =
            tokio::time::timeout(Duration::from_secs(1), first.next()).await.expect("within a second");
        assert_eq!(ended, None);
        let mut second = subscribe(&w, &ben, None).await;
        w.set_state(&ben, AccountState::Suspended).await;
        let ended =
            tokio::time::timeout(Duration::from_secs(1), second.next()).await.expect("within a second");
        assert_eq!(ended, None);
    })
    .await;
}

#[tokio::test]
async fn open_pages_hear_of_posts_for_them_and_are_bounded() {
    let w = World::sqlite().await;
    let (ann, ben) = (w.person("ann").await, w.person("ben").await);
    w.befriend(&ann, &ben).await;
    let old = write(&w, &ben, Audience::Friends, "old").await;
    let mut open = Vec::new();
    for _ in 0..8 {
        open.push(subscribe(&w, &ann, None).await);
    }
    let begun = sessions::begin(&w.app, ann.id, sessions::Origin::default()).await.unwrap();
    let token = begun.token.expose().to_owned();
    let ninth = feeds::subscribe(&w.app, &w.viewer(&ann).await, token, Tab::Everything, None).await;
    assert!(ninth.is_err(), "the ninth window");
    write(&w, &ben, Audience::Self_, "for me alone").await;
    let new = write(&w, &ben, Audience::Friends, "new").await;
    let hint = tokio::time::timeout(Duration::from_secs(20), open[0].next()).await.unwrap();
    assert_eq!(hint, Some(Hint::Posts { count: 1, newest: new }));
    drop(open);
    let mut back = subscribe(&w, &ann, Some(old)).await;
    assert_eq!(back.next().await, Some(Hint::Posts { count: 1, newest: new }));
}

#[tokio::test]
async fn e10_a_hint_names_no_post_that_the_reader_may_not_see() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let old = write(&w, &ben, Audience::Friends, "old").await;
        let mut open = subscribe(&w, &ann, None).await;
        let shown = write(&w, &ben, Audience::Friends, "for friends").await;
        write(&w, &ben, Audience::Self_, "for me alone").await;
        let hint = tokio::time::timeout(Duration::from_secs(20), open.next()).await.unwrap();
        assert_eq!(hint, Some(Hint::Posts { count: 1, newest: shown }));
        let mut back = subscribe(&w, &ann, Some(old)).await;
        assert_eq!(back.next().await, Some(Hint::Posts { count: 1, newest: shown }));
    })
    .await;
}

#[tokio::test]
async fn a_page_of_friends_posts_hears_of_those_alone() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        let old = write(&w, &ben, Audience::Friends, "old").await;
        let mut open = subscribe_to(&w, &ann, Tab::Friends, None).await;
        write(&w, &cem, Audience::Community, "from a stranger").await;
        let friends = write(&w, &ben, Audience::Friends, "from a friend").await;
        write(&w, &cem, Audience::Community, "from a stranger again").await;
        let hint = tokio::time::timeout(Duration::from_secs(20), open.next()).await.unwrap();
        assert_eq!(hint, Some(Hint::Posts { count: 1, newest: friends }));
        let mut back = subscribe_to(&w, &ann, Tab::Friends, Some(old)).await;
        assert_eq!(back.next().await, Some(Hint::Posts { count: 1, newest: friends }));
    })
    .await;
}

statement!(
    WIDE_POST,
    "test.wide_post",
    "INSERT INTO posts (id, author_id, owner_id, audience, comment_audience, language, cover, created_at,
                        photo_count, comment_count, reaction_count, share_count)
     VALUES ($1, $2, $2, 'community', 'same', 'en', '', $3, 0, 0, 0, 0)"
);

#[tokio::test]
async fn one_page_never_looks_through_all_that_the_community_wrote() {
    World::each(|w| async move {
        let (ann, ben, loud) = (w.person("ann").await, w.person("ben").await, w.person("loud").await);
        w.befriend(&ann, &ben).await;
        let old = write(&w, &ben, Audience::Friends, "an old one").await;
        let (author, from) = (loud.id, w.app.now() + 1_000);
        w.app
            .db
            .write(move |tx| {
                for at in (from..).take(2_500) {
                    tx.run(&WIDE_POST, &params![PostId::earliest_at(at), author, at])?;
                }
                Ok(())
            })
            .await
            .unwrap();
        w.advance(10_000);
        let friends = look(&w, &ann, Tab::Friends, None, 20).await;
        let found: Vec<_> = friends.page.items.iter().map(|card| card.post.id).collect();
        assert_eq!((found, friends.page.next), (vec![old], None), "strangers do not stand in the way");

        relationships::mute(&w.app, &w.viewer(&ann).await, loud.id, None).await.unwrap();
        let first = look(&w, &ann, Tab::Everything, None, 20).await;
        assert!(first.page.items.is_empty() && first.page.next.is_some(), "a page gives up in time");
        assert_eq!(all(&w, &ann, Tab::Everything, 20).await, [old], "and the next ones go on");
    })
    .await;
}
