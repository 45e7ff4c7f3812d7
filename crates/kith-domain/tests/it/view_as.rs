//! One's own profile through other eyes: what they see, and nothing of what is theirs to know.

use std::collections::BTreeSet;

use kith_base::PageRequest;
use kith_domain::accounts::ProfileAudience;
use kith_domain::cards::{self, Card};
use kith_domain::comments::{self, NewComment};
use kith_domain::filters::{self, NewFilter};
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_domain::profiles::{self, Subject};
use kith_domain::reactions::{self, ReactionKind};
use kith_domain::{AccountId, MediaId, PostId, Viewer, albums, relationships};
use kith_testkit::{Person, World};

use crate::photos::{picture, send};

async fn write(w: &World, who: &Person, text: &str, choice: AudienceChoice) -> PostId {
    let new = NewPost { text: text.into(), choice, ..NewPost::default() };
    posts::create(&w.app, &w.viewer(who).await, new).await.unwrap().id
}

async fn on_wall(w: &World, who: &Person, wall: &Person, text: &str) -> PostId {
    let choice = AudienceChoice::plain(Audience::Friends);
    let new = NewPost { text: text.into(), wall: Some(wall.id), choice, ..NewPost::default() };
    posts::create(&w.app, &w.viewer(who).await, new).await.unwrap().id
}

async fn seen_posts(w: &World, me: &Viewer, eyes: &Viewer) -> Vec<Card> {
    cards::page_seen_by(&w.app, me, eyes, PageRequest::first(20)).await.unwrap().items
}

fn texts(cards: &[Card]) -> Vec<String> {
    cards.iter().map(|card| card.post.source.clone()).collect()
}

/// What stands on the four tabs, as far as it can be compared.
#[derive(Debug, PartialEq, Eq)]
struct Tabs {
    posts: Vec<String>,
    pinned: Option<PostId>,
    fields: Vec<String>,
    numbers: (Option<i64>, usize),
    faces: BTreeSet<AccountId>,
    friends: BTreeSet<AccountId>,
    photos: Vec<MediaId>,
}

async fn tabs_as(w: &World, me: &Viewer, subject: Subject) -> Tabs {
    let (eyes, profile) = profiles::as_seen_by(&w.app, me, subject).await.unwrap();
    let profile = profile.unwrap();
    let friends = profiles::friends_seen_by(&w.app, me, &eyes, "", None).await.unwrap();
    let photos = albums::page_seen_by(&w.app, me, &eyes, PageRequest::first(20)).await.unwrap();
    Tabs {
        posts: texts(&seen_posts(w, me, &eyes).await),
        pinned: cards::pinned_seen_by(&w.app, me, &eyes).await.unwrap().map(|card| card.post.id),
        fields: profile.fields.iter().map(|field| field.value.clone()).collect(),
        numbers: (profile.friend_count, profile.in_common),
        faces: profile.faces.iter().map(|person| person.id).collect(),
        friends: friends.people.iter().map(|person| person.id).collect(),
        photos: photos.items.iter().map(|photo| photo.photo.id).collect(),
    }
}

async fn tabs_of(w: &World, me: &Person, viewer: &Viewer) -> Tabs {
    let profile = profiles::get(&w.app, viewer, me.id).await.unwrap();
    let friends = profiles::friends(&w.app, viewer, me.id, "", None).await.unwrap();
    let photos = albums::page_by_author(&w.app, viewer, me.id, PageRequest::first(20)).await.unwrap();
    let posts = cards::page_on_profile(&w.app, viewer, me.id, PageRequest::first(20)).await.unwrap();
    Tabs {
        posts: texts(&posts.items),
        pinned: cards::pinned_on(&w.app, viewer, me.id).await.unwrap().map(|card| card.post.id),
        fields: profile.fields.iter().map(|field| field.value.clone()).collect(),
        numbers: (profile.friend_count, profile.in_common),
        faces: profile.faces.iter().map(|person| person.id).collect(),
        friends: friends.people.iter().map(|person| person.id).collect(),
        photos: photos.items.iter().map(|photo| photo.photo.id).collect(),
    }
}

#[tokio::test]
async fn each_tab_through_other_eyes_is_the_tab_they_get() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let (dan, eve) = (w.person("dan").await, w.person("eve").await);
        for friend in [&ben, &cem, &dan] {
            w.befriend(&ann, friend).await;
        }
        w.befriend(&ben, &dan).await;
        w.choose(&ann, |chosen| {
            chosen.wall_audience = "friends".into();
            chosen.profile_audience = ProfileAudience::World;
        })
        .await;
        relationships::restrict(&w.app, &w.viewer(&ann).await, dan.id).await.unwrap();
        let circle = w.circle(&ann, "Choir", &[&ben]).await;
        let choosable = Audience::ALL.iter().filter(|audience| **audience != Audience::Group);
        for (number, audience) in choosable.enumerate() {
            w.advance(1_000);
            let mut choice = AudienceChoice::plain(*audience);
            match audience {
                Audience::Circle => choice.circle = Some(circle),
                Audience::People => choice.people = vec![cem.id],
                Audience::FriendsExcept => choice.people = vec![ben.id],
                _ => {}
            }
            let photos = vec![send(&w, &ann, &picture(number as u8)).await.unwrap()];
            let new = NewPost { text: audience.as_str().into(), choice, photos, ..NewPost::default() };
            let id = posts::create(&w.app, &w.viewer(&ann).await, new).await.unwrap().id;
            if *audience == Audience::Friends {
                posts::set_pinned(&w.app, &w.viewer(&ann).await, id, true).await.unwrap();
            }
        }
        w.advance(1_000);
        on_wall(&w, &ben, &ann, "from ben").await;
        w.advance(1_000);
        on_wall(&w, &cem, &ann, "from cem").await;
        for list in ["world", "friends", "self"] {
            w.choose(&ann, |chosen| chosen.friends_list_audience = list.into()).await;
            let me = w.viewer(&ann).await;
            for (subject, viewer) in [
                (Subject::Visitor, Viewer::Anonymous),
                (Subject::Stranger, w.viewer(&eve).await),
                (Subject::Friend(ben.id), w.viewer(&ben).await),
                (Subject::Friend(cem.id), w.viewer(&cem).await),
                (Subject::Friend(dan.id), w.viewer(&dan).await),
            ] {
                let (seen, got) = (tabs_as(&w, &me, subject).await, tabs_of(&w, &ann, &viewer).await);
                assert_eq!(seen, got, "{subject:?}, the list of friends for {list}");
            }
        }
        let as_ben = tabs_as(&w, &w.viewer(&ann).await, Subject::Friend(ben.id)).await;
        let expected = ["from cem", "from ben", "circle", "friends", "community", "world"];
        assert_eq!(as_ben.posts, expected, "the wall is part of it");
    })
    .await;
}

#[tokio::test]
async fn e10_through_a_friends_eyes_neither_their_filters_nor_their_blocks_show() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        for friend in [&ben, &cem] {
            w.befriend(&ann, friend).await;
        }
        w.choose(&ann, |chosen| {
            chosen.wall_audience = "friends".into();
            chosen.friends_list_audience = "friends".into();
        })
        .await;
        let post = write(&w, &ann, "mushrooms", AudienceChoice::plain(Audience::Friends)).await;
        let new = NewComment { post, text: "yum".into(), ..NewComment::default() };
        comments::create(&w.app, &w.viewer(&cem).await, new).await.unwrap();
        let subject = reactions::Subject::Post(post);
        reactions::set(&w.app, &w.viewer(&cem).await, subject, Some(ReactionKind::Love)).await.unwrap();
        on_wall(&w, &cem, &ann, "mushrooms again").await;
        let me = w.viewer(&ann).await;
        let look = async || {
            let (eyes, profile) = profiles::as_seen_by(&w.app, &me, Subject::Friend(ben.id)).await.unwrap();
            let profile = profile.unwrap();
            let numbers: Vec<_> = seen_posts(&w, &me, &eyes)
                .await
                .into_iter()
                .map(|card| {
                    (card.post.id, card.comment_count, card.comments.len(), card.tally, card.filtered)
                })
                .collect();
            let friends = profiles::friends_seen_by(&w.app, &me, &eyes, "", None).await.unwrap();
            (numbers, profile.friend_count, friends.people.len(), profile.faces.len())
        };
        let before = look().await;
        assert_eq!(before.0.len(), 2);
        let hide = filters::FilterAction::Hide;
        let new = NewFilter { phrase: "mushrooms".into(), action: hide, ..NewFilter::default() };
        filters::create(&w.app, &w.viewer(&ben).await, new).await.unwrap();
        assert_eq!(look().await, before, "what ben does not want to read is his to know");
        w.block(&ben, &cem).await;
        assert_eq!(look().await, before, "whom ben blocks is his to know");
    })
    .await;
}

#[tokio::test]
async fn through_other_eyes_nothing_is_shown_that_one_could_not_see_oneself() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        for friend in [&ben, &cem] {
            w.befriend(&ann, friend).await;
        }
        w.choose(&ann, |chosen| chosen.wall_audience = "friends".into()).await;
        on_wall(&w, &cem, &ann, "from cem").await;
        w.block(&cem, &ann).await;
        let me = w.viewer(&ann).await;
        let (eyes, _) = profiles::as_seen_by(&w.app, &me, Subject::Friend(ben.id)).await.unwrap();
        assert!(seen_posts(&w, &me, &eyes).await.is_empty());
    })
    .await;
}
