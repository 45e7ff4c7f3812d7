//! Comments as people use them.

use kith_base::{Kind, SECOND};
use kith_domain::cards::{self, DiscussionRequest};
use kith_domain::comments::{self, CommentEdit, NewComment, Order};
use kith_domain::posts::{self, Audience, AudienceChoice, CommentAudience, CommentChoice, NewPost};
use kith_domain::{CommentId, PostId};
use kith_testkit::{Person, World};

async fn post_by(w: &World, author: &Person, audience: Audience) -> PostId {
    let new = NewPost { text: "talk".into(), choice: AudienceChoice::plain(audience), ..NewPost::default() };
    posts::create(&w.app, &w.viewer(author).await, new).await.unwrap().id
}

async fn say(w: &World, who: &Person, post: PostId, text: &str, reply_to: Option<CommentId>) -> CommentId {
    w.advance(SECOND);
    let new = NewComment { post, reply_to, text: text.into(), submission: None, photo: None };
    comments::create(&w.app, &w.viewer(who).await, new).await.unwrap().id
}

#[tokio::test]
async fn answers_stand_in_two_levels_and_deeper_ones_name_whom_they_answer() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let post = post_by(&w, &ann, Audience::Community).await;
        let first = say(&w, &ben, post, "one", None).await;
        let answer = say(&w, &ann, post, "two", Some(first)).await;
        let deeper = say(&w, &ben, post, "three", Some(answer)).await;
        let talk = cards::discussion(&w.app, &w.viewer(&ann).await, post, DiscussionRequest::default())
            .await
            .unwrap();
        assert_eq!(talk.threads.len(), 1);
        let replies: Vec<_> = talk.threads[0].replies.iter().map(|card| card.comment.id).collect();
        assert_eq!(replies, [answer, deeper]);
        assert!(talk.threads[0].replies[0].answers.is_none());
        assert_eq!(talk.threads[0].replies[1].answers.as_ref().unwrap().id, ann.id);
        assert_eq!(talk.card.comment_count, 3);
    })
    .await;
}

#[tokio::test]
async fn threads_are_paged_in_both_orders_and_long_threads_on_their_own_page() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let post = post_by(&w, &ann, Audience::Community).await;
        let mut all = Vec::new();
        for number in 0..23 {
            all.push(say(&w, &ann, post, &number.to_string(), None).await);
        }
        for _ in 0..5 {
            say(&w, &ann, post, "reply", Some(all[0])).await;
        }
        let as_ann = w.viewer(&ann).await;
        for order in [Order::Oldest, Order::Newest] {
            let mut request = DiscussionRequest { order, ..DiscussionRequest::default() };
            let mut found = Vec::new();
            loop {
                let talk = cards::discussion(&w.app, &as_ann, post, request).await.unwrap();
                found.extend(talk.threads.iter().map(|thread| thread.id));
                let Some(next) = talk.next else { break };
                request.cursor = Some(next);
            }
            if order == Order::Newest {
                found.reverse();
            }
            assert_eq!(found, all);
        }
        let request = DiscussionRequest { order: Order::Oldest, ..DiscussionRequest::default() };
        let talk = cards::discussion(&w.app, &as_ann, post, request).await.unwrap();
        assert_eq!((talk.threads[0].replies.len(), talk.threads[0].more), (3, 2));
        let request = DiscussionRequest { thread: Some(all[0]), ..DiscussionRequest::default() };
        let talk = cards::discussion(&w.app, &as_ann, post, request).await.unwrap();
        assert_eq!((talk.threads.len(), talk.threads[0].replies.len(), talk.threads[0].more), (1, 5, 0));
    })
    .await;
}

#[tokio::test]
async fn a_deleted_comment_leaves_its_place_while_answers_stand_and_can_come_back() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let post = post_by(&w, &ann, Audience::Community).await;
        let first = say(&w, &ben, post, "one", None).await;
        say(&w, &ann, post, "two", Some(first)).await;
        let (as_ann, as_ben) = (w.viewer(&ann).await, w.viewer(&ben).await);
        comments::delete(&w.app, &as_ann, first).await.expect("the author of the post may remove it");
        let talk = cards::discussion(&w.app, &as_ann, post, DiscussionRequest::default()).await.unwrap();
        assert!(talk.threads[0].first.is_none() && talk.threads[0].replies.len() == 1);
        assert_eq!(talk.card.comment_count, 1);
        assert!(
            comments::restore(&w.app, &as_ben, first).await.unwrap_err().is_not_found(),
            "only who deleted it"
        );
        comments::restore(&w.app, &as_ann, first).await.unwrap();
        comments::delete(&w.app, &as_ann, first).await.unwrap();
        w.advance(30 * SECOND);
        w.run_jobs().await;
        assert!(comments::restore(&w.app, &as_ann, first).await.unwrap_err().is_not_found());
    })
    .await;
}

#[tokio::test]
async fn who_may_comment_is_the_authors_choice() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        let post = post_by(&w, &ann, Audience::Community).await;
        let as_ann = w.viewer(&ann).await;
        let may = async |who: &Person| {
            let new = NewComment { post, text: "x".into(), ..NewComment::default() };
            comments::create(&w.app, &w.viewer(who).await, new).await.map(drop).map_err(|error| error.kind())
        };
        let all = AudienceChoice::plain(Audience::Community);
        posts::set_audience(&w.app, &as_ann, post, all.clone(), CommentAudience::Friends).await.unwrap();
        assert_eq!(
            [may(&ann).await, may(&ben).await, may(&cem).await],
            [Ok(()), Ok(()), Err(Kind::Forbidden)]
        );
        posts::set_audience(&w.app, &as_ann, post, all.clone(), CommentAudience::Nobody).await.unwrap();
        assert_eq!([may(&ann).await, may(&ben).await], [Ok(()), Err(Kind::Forbidden)]);
        let named = |people| CommentChoice { audience: CommentAudience::People, people };
        posts::set_audience(&w.app, &as_ann, post, all.clone(), named(vec![cem.id])).await.unwrap();
        assert_eq!([may(&ben).await, may(&cem).await], [Err(Kind::Forbidden), Ok(())]);
        let nobody =
            posts::set_audience(&w.app, &as_ann, post, all.clone(), named(vec![])).await.unwrap_err();
        assert_eq!(nobody.fields()[0].field, "comment_people");
        posts::set_audience(&w.app, &as_ann, post, all, CommentAudience::Same).await.unwrap();
        posts::set_comments_closed(&w.app, &as_ann, post, true).await.unwrap();
        assert_eq!([may(&ann).await, may(&cem).await], [Err(Kind::Forbidden), Err(Kind::Forbidden)]);
        posts::set_comments_closed(&w.app, &as_ann, post, false).await.unwrap();
        assert_eq!(may(&cem).await, Ok(()));
    })
    .await;
}

#[tokio::test]
async fn e2_comments_of_others_are_not_changed_and_hidden_posts_take_none() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        let post = post_by(&w, &ann, Audience::Friends).await;
        let comment = say(&w, &ben, post, "one", None).await;
        let (as_ann, as_cem) = (w.viewer(&ann).await, w.viewer(&cem).await);
        assert!(
            comments::edit(&w.app, &as_ann, comment, CommentEdit { text: "changed".into(), photo: None })
                .await
                .unwrap_err()
                .is_not_found()
        );
        let new = NewComment { post, text: "x".into(), ..NewComment::default() };
        assert!(comments::create(&w.app, &as_cem, new).await.unwrap_err().is_not_found());
        assert!(comments::get(&w.app, &as_cem, comment).await.unwrap_err().is_not_found());
        assert!(comments::delete(&w.app, &as_cem, comment).await.unwrap_err().is_not_found());
        // E8: an answer cannot be smuggled under another post.
        let other = post_by(&w, &ann, Audience::Community).await;
        let new = NewComment {
            post: other,
            reply_to: Some(comment),
            text: "x".into(),
            submission: None,
            photo: None,
        };
        assert!(comments::create(&w.app, &as_ann, new).await.unwrap_err().is_not_found());
    })
    .await;
}

#[tokio::test]
async fn e10_comments_of_people_apart_are_neither_shown_nor_counted() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let post = post_by(&w, &ann, Audience::Community).await;
        let his = say(&w, &ben, post, "from ben", None).await;
        say(&w, &cem, post, "from cem", None).await;
        say(&w, &cem, post, "to ben", Some(his)).await;
        w.block(&cem, &ben).await;
        let as_cem = w.viewer(&cem).await;
        let talk = cards::discussion(&w.app, &as_cem, post, DiscussionRequest::default()).await.unwrap();
        assert_eq!(talk.card.comment_count, 2);
        let shown: Vec<_> = talk
            .threads
            .iter()
            .flat_map(|thread| thread.first.iter().chain(&thread.replies))
            .map(|card| card.author.id)
            .collect();
        assert!(!shown.contains(&ben.id));
        let card = cards::get(&w.app, &as_cem, post).await.unwrap();
        assert!(card.comments.iter().all(|comment| comment.author.id != ben.id));
        assert!(comments::get(&w.app, &as_cem, his).await.unwrap_err().is_not_found());
    })
    .await;
}

#[tokio::test]
async fn g12_a_comment_sent_twice_is_one_comment() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let post = post_by(&w, &ann, Audience::Community).await;
        let new = NewComment {
            post,
            text: "x".into(),
            submission: Some("word".into()),
            reply_to: None,
            photo: None,
        };
        let as_ann = w.viewer(&ann).await;
        let first = comments::create(&w.app, &as_ann, new.clone()).await.unwrap().id;
        w.advance(SECOND);
        assert_eq!(comments::create(&w.app, &as_ann, new).await.unwrap().id, first);
        assert_eq!(cards::get(&w.app, &as_ann, post).await.unwrap().comment_count, 1);
    })
    .await;
}
