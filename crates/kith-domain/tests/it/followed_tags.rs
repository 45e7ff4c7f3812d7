//! Home pages of those who follow tags: what comes by them, and what never does.

use std::collections::HashMap;
use std::time::Duration;

use kith_base::DAY;
use kith_db::{params, statement};
use kith_domain::feeds::{self, Hint, Tab};
use kith_domain::filters::{self, FilterAction, NewFilter};
use kith_domain::posts::{self, Audience, AudienceChoice, CommentAudience, PostEdit};
use kith_domain::{PostId, relationships, tags};
use kith_testkit::{Person, World};

use crate::feeds::{all, crowd, first_page, look, subscribe, write};

/// A member with friends enough, in a community that is not small, so that nothing else of strangers comes home; and a
/// stranger.
async fn reader(w: &World) -> (Person, Person) {
    let (ann, zoe) = (w.person("ann").await, w.person("zoe").await);
    crowd(w, 150).await;
    for number in 0..5 {
        let friend = w.person(&format!("friend{number}")).await;
        w.befriend(&ann, &friend).await;
    }
    (ann, zoe)
}

async fn follow(w: &World, who: &Person, tag: &str, followed: bool) {
    tags::set_followed(&w.app, &w.viewer(who).await, tag, followed).await.unwrap();
}

#[tokio::test]
async fn what_is_for_everyone_with_a_followed_tag_comes_home() {
    World::each(|w| async move {
        let (ann, zoe) = reader(&w).await;
        let before = write(&w, &zoe, Audience::Community, "The #Spring is here").await;
        assert!(first_page(&w, &ann).await.is_empty(), "strangers do not come by themselves");
        follow(&w, &ann, "spring", true).await;
        let home = look(&w, &ann, Tab::Everything, None, 20).await;
        assert!(home.with_tags && !home.with_everyone);
        assert_eq!(first_page(&w, &ann).await, [before], "from the index");
        let after = write(&w, &zoe, Audience::World, "#SPRING again").await;
        write(&w, &zoe, Audience::Community, "no tag, and no #springtime").await;
        write(&w, &zoe, Audience::Friends, "#spring for friends").await;
        write(&w, &zoe, Audience::Self_, "#spring for myself").await;
        assert_eq!(first_page(&w, &ann).await, [after, before], "as they come in");
        let own = write(&w, &ann, Audience::Friends, "my own #spring").await;
        assert_eq!(all(&w, &ann, Tab::Everything, 1).await, [own, after, before], "each once");
        assert_eq!(all(&w, &ann, Tab::Friends, 20).await, [own], "never on the tab of friends");
        follow(&w, &ann, "spring", false).await;
        assert_eq!(first_page(&w, &ann).await, [own]);
        assert!(!look(&w, &ann, Tab::Everything, None, 20).await.with_tags);
        let hidden = write(&w, &zoe, Audience::Community, "#spring, unread").await;
        assert_eq!(first_page(&w, &ann).await, [own]);
        follow(&w, &ann, "spring", true).await;
        assert_eq!(first_page(&w, &ann).await, [hidden, own, after, before]);
        w.set_state(&zoe, kith_domain::viewer::AccountState::Suspended).await;
        assert_eq!(first_page(&w, &ann).await, [own], "whoever is away is away here too");
    })
    .await;
}

#[tokio::test]
async fn apps_are_shown_followed_people_and_tags_where_the_page_shows_everyone() {
    World::each(|w| async move {
        let (ann, zoe) = (w.person("ann").await, w.person("zoe").await);
        let plain = write(&w, &zoe, Audience::World, "hello").await;
        let tagged = write(&w, &zoe, Audience::Community, "#spring").await;
        assert_eq!(all(&w, &ann, Tab::Everything, 20).await, [tagged, plain], "few enough to read all");
        assert!(all(&w, &ann, Tab::Followed, 20).await.is_empty());
        follow(&w, &ann, "spring", true).await;
        let own = write(&w, &ann, Audience::Self_, "mine").await;
        for page in [1, 20] {
            assert_eq!(all(&w, &ann, Tab::Followed, page).await, [own, tagged], "{page}");
        }
        assert_eq!(all(&w, &ann, Tab::Everything, 20).await, [own, tagged, plain]);
    })
    .await;
}

#[tokio::test]
async fn e10_a_tag_brings_nobody_from_whom_one_keeps_away() {
    World::each(|w| async move {
        let (ann, zoe) = reader(&w).await;
        let (ben, cem, dan, eva) =
            (w.person("ben").await, w.person("cem").await, w.person("dan").await, w.person("eva").await);
        follow(&w, &ann, "spring", true).await;
        for author in [&zoe, &ben, &cem, &dan, &eva] {
            write(&w, author, Audience::Community, "#spring").await;
        }
        assert_eq!(first_page(&w, &ann).await.len(), 5);
        w.block(&ann, &zoe).await;
        w.block(&ben, &ann).await;
        relationships::mute(&w.app, &w.viewer(&ann).await, cem.id, None).await.unwrap();
        // A friend who was unfollowed stays away, whatever they write about.
        w.befriend(&ann, &dan).await;
        relationships::unfollow(&w.app, &w.viewer(&ann).await, dan.id).await.unwrap();
        let left = first_page(&w, &ann).await;
        assert_eq!(left.len(), 1);
        assert_eq!(posts::get(&w.app, &w.viewer(&ann).await, left[0]).await.unwrap().author, eva.id);
        for author in [&zoe, &ben, &cem, &dan] {
            write(&w, author, Audience::Community, "#spring once more").await;
        }
        assert_eq!(first_page(&w, &ann).await, left, "nor as they come in");
    })
    .await;
}

#[tokio::test]
async fn a_filter_hides_what_comes_by_a_tag() {
    World::each(|w| async move {
        let (ann, zoe) = reader(&w).await;
        follow(&w, &ann, "spring", true).await;
        let kept = write(&w, &zoe, Audience::Community, "#spring flowers").await;
        write(&w, &zoe, Audience::Community, "#spring football").await;
        let hide =
            NewFilter { phrase: "football".into(), action: FilterAction::Hide, ..NewFilter::default() };
        filters::create(&w.app, &w.viewer(&ann).await, hide).await.unwrap();
        assert_eq!(first_page(&w, &ann).await, [kept]);
    })
    .await;
}

#[tokio::test]
async fn an_edit_or_another_audience_moves_a_post_in_and_out() {
    World::each(|w| async move {
        let (ann, zoe) = reader(&w).await;
        follow(&w, &ann, "spring", true).await;
        assert!(first_page(&w, &ann).await.is_empty(), "the timeline lives in memory from here on");
        let (plain, narrow) = (
            write(&w, &zoe, Audience::Community, "flowers").await,
            write(&w, &zoe, Audience::Friends, "#spring").await,
        );
        let as_zoe = w.viewer(&zoe).await;
        let said = async |text: &str| {
            let change = PostEdit {
                text: text.to_owned(),
                cover: String::new(),
                language: "en".to_owned(),
                photos: Vec::new(),
                alts: HashMap::new(),
                more: Vec::new(),
            };
            posts::edit(&w.app, &as_zoe, plain, change).await.unwrap();
        };
        let meant_for = async |audience: Audience| {
            let choice = AudienceChoice::plain(audience);
            posts::set_audience(&w.app, &as_zoe, narrow, choice, CommentAudience::Same).await.unwrap();
        };
        said("flowers of #spring").await;
        assert_eq!(first_page(&w, &ann).await, [plain]);
        meant_for(Audience::Community).await;
        assert_eq!(first_page(&w, &ann).await, [narrow, plain]);
        said("flowers").await;
        assert_eq!(first_page(&w, &ann).await, [narrow], "the tag is gone, and the post with it");
        meant_for(Audience::Friends).await;
        assert!(first_page(&w, &ann).await.is_empty());
        meant_for(Audience::World).await;
        posts::delete(&w.app, &as_zoe, narrow).await.unwrap();
        assert!(first_page(&w, &ann).await.is_empty());
        posts::restore(&w.app, &as_zoe, narrow).await.unwrap();
        assert_eq!(first_page(&w, &ann).await, [narrow]);
    })
    .await;
}

#[tokio::test]
async fn open_pages_and_apps_hear_of_a_post_with_a_followed_tag_and_of_no_other() {
    World::each(|w| async move {
        let (ann, zoe) = reader(&w).await;
        follow(&w, &ann, "spring", true).await;
        let old = write(&w, &zoe, Audience::Community, "old #spring").await;
        let mut open = subscribe(&w, &ann, None).await;
        let other = write(&w, &zoe, Audience::Community, "no tag").await;
        let hidden = write(&w, &zoe, Audience::Friends, "#spring for friends").await;
        let new = write(&w, &zoe, Audience::Community, "new #spring").await;
        let hint = tokio::time::timeout(Duration::from_secs(20), open.next()).await.unwrap();
        assert_eq!(hint, Some(Hint::Posts { count: 1, newest: new }));
        let mut back = subscribe(&w, &ann, Some(old)).await;
        assert_eq!(back.next().await, Some(Hint::Posts { count: 1, newest: new }));
        let viewer = w.viewer(&ann).await;
        let mut home = Vec::new();
        for post in [old, other, hidden, new] {
            home.push(feeds::is_at_home(&w.app, &viewer, post).await.unwrap());
        }
        assert_eq!(home, [true, false, false, true]);
    })
    .await;
}

statement!(
    TAGGED_POST,
    "test.tagged_post",
    "INSERT INTO posts (id, author_id, owner_id, audience, comment_audience, language, cover, created_at,
                        photo_count, comment_count, reaction_count, share_count)
     VALUES ($1, $2, $2, 'community', 'same', 'en', '', $3, 0, 0, 0, 0)"
);
statement!(TAG, "test.tag", "INSERT INTO post_tags (tag, post_id, shown) VALUES ($1, $2, $1)");

#[tokio::test]
async fn pages_of_tags_go_on_where_memory_ends_and_show_each_post_once() {
    World::each(|w| async move {
        let (ann, loud) = reader(&w).await;
        let (author, from) = (loud.id, w.app.now() - 400 * DAY);
        let written = w
            .app
            .db
            .write(move |tx| {
                let mut written = Vec::new();
                for number in 0..1_400_i64 {
                    let at = from + number * (DAY / 4);
                    let post = PostId::earliest_at(at);
                    tx.run(&TAGGED_POST, &params![post, author, at])?;
                    // Some have both of the tags that are followed, some one, and some another one.
                    let has = [["spring", "plum"].as_slice(), &["plum"], &["autumn"]];
                    let has = has[usize::try_from(number % 3).unwrap()];
                    for tag in has {
                        tx.run(&TAG, &params![*tag, post])?;
                    }
                    if has.contains(&"plum") {
                        written.push(post);
                    }
                }
                written.reverse();
                Ok(written)
            })
            .await
            .unwrap();
        follow(&w, &ann, "spring", true).await;
        follow(&w, &ann, "plum", true).await;
        for limit in [20, 100] {
            assert_eq!(all(&w, &ann, Tab::Everything, limit).await, written, "by {limit}");
        }
    })
    .await;
}
