//! Posts as their authors and readers use them.

use kith_base::{DAY, Kind, PageRequest, SECOND};
use kith_db::{params, statement};
use kith_domain::accounts::WallPolicy;
use kith_domain::posts::{
    self, Audience, AudienceChoice, CommentAudience, NewPost, PastLimit, Post, PostEdit,
};
use kith_domain::{PostId, Viewer, Visible, cards};
use kith_testkit::{Person, World};

fn words(text: &str, audience: Audience) -> NewPost {
    NewPost { text: text.to_owned(), choice: AudienceChoice::plain(audience), ..NewPost::default() }
}

async fn write(w: &World, author: &Person, text: &str, audience: Audience) -> Visible<Post> {
    posts::create(&w.app, &w.viewer(author).await, words(text, audience)).await.unwrap()
}

async fn sees(w: &World, who: &Person, post: PostId) -> bool {
    posts::get(&w.app, &w.viewer(who).await, post).await.is_ok()
}

#[tokio::test]
async fn every_field_that_breaks_a_rule_is_named_at_once() {
    let w = World::sqlite().await;
    let ann = w.person("ann").await;
    let new = NewPost {
        text: "a".repeat(10_001),
        cover: "c".repeat(201),
        language: "klingon".to_owned(),
        choice: AudienceChoice::plain(Audience::Circle),
        ..NewPost::default()
    };
    let error = posts::create(&w.app, &w.viewer(&ann).await, new).await.unwrap_err();
    let fields: Vec<_> = error.fields().iter().map(|field| field.field).collect();
    assert_eq!(fields, ["text", "cover", "language", "circle"]);
    let empty = posts::create(&w.app, &w.viewer(&ann).await, words("  \n", Audience::Friends)).await;
    assert_eq!(empty.unwrap_err().fields()[0].message.key, "posts-text-missing");
    let stranger = posts::create(&w.app, &Viewer::Anonymous, words("hi", Audience::World)).await;
    assert_eq!(stranger.unwrap_err().kind(), Kind::SignInNeeded);
}

#[tokio::test]
async fn g12_a_form_sent_twice_makes_one_post() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let new = NewPost { submission: Some("once".to_owned()), ..words("hello", Audience::Friends) };
        let first = posts::create(&w.app, &w.viewer(&ann).await, new.clone()).await.unwrap().id;
        w.advance(SECOND);
        let second = posts::create(&w.app, &w.viewer(&ann).await, new).await.unwrap().id;
        assert_eq!(first, second);
        w.advance(2 * DAY);
        w.upkeep("posts.forget_submissions").await;
    })
    .await;
}

#[tokio::test]
async fn a_mention_leads_to_people_whom_the_author_can_know() {
    let w = World::sqlite().await;
    let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
    w.block(&cem, &ann).await;
    let post = write(&w, &ann, "with @ben and @Cem and @nobody #Día", Audience::Friends).await;
    assert!(post.html.contains("href=\"/u/ben\""), "{}", post.html);
    assert!(!post.html.contains("/u/cem"), "E10: a block reads like nobody: {}", post.html);
    assert!(!post.html.contains("/u/nobody"));
    assert!(!sees(&w, &ben, post.id).await, "a mention never widens the audience");
    assert_eq!(post.language, "en");
}

#[tokio::test]
async fn a_friend_writes_on_the_wall_when_its_owner_lets_friends() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        w.befriend(&ann, &cem).await;
        let on_wall = |audience| NewPost { wall: Some(ann.id), ..words("happy birthday", audience) };
        let as_ben = w.viewer(&ben).await;
        let post = posts::create(&w.app, &as_ben, on_wall(Audience::Friends)).await.unwrap();
        assert!(sees(&w, &cem, post.id).await, "friends of the owner, not of the author");
        let wide = posts::create(&w.app, &as_ben, on_wall(Audience::World)).await.unwrap_err();
        assert_eq!(wide.fields()[0].message.key, "audience-wider-than-wall");
        let two = posts::create(&w.app, &as_ben, on_wall(Audience::Self_)).await.unwrap();
        assert!(sees(&w, &ann, two.id).await && !sees(&w, &cem, two.id).await);
        let found = cards::page_on_profile(&w.app, &w.viewer(&cem).await, ann.id, PageRequest::first(10))
            .await
            .unwrap();
        assert_eq!(found.items.len(), 1);
        assert_eq!(found.items[0].wall.as_ref().unwrap().id, ann.id);
        // The owner may take it off the wall; a reader may not.
        assert!(posts::delete(&w.app, &w.viewer(&cem).await, post.id).await.unwrap_err().is_not_found());
        posts::delete(&w.app, &w.viewer(&ann).await, post.id).await.unwrap();
        // How far posts on the wall reach is the owner's choice: wider if she likes, or not even to her friends.
        w.choose(&ann, |choices| choices.wall_audience = "community".to_owned()).await;
        let all = posts::create(&w.app, &as_ben, on_wall(Audience::Community)).await.unwrap();
        let dee = w.person("dee").await;
        assert!(sees(&w, &dee, all.id).await);
        w.choose(&ann, |choices| choices.wall_audience = "self".to_owned()).await;
        let wide = posts::create(&w.app, &as_ben, on_wall(Audience::Friends)).await.unwrap_err();
        assert_eq!(wide.fields()[0].message.key, "audience-wider-than-wall");
        posts::create(&w.app, &as_ben, on_wall(Audience::Self_)).await.unwrap();
        w.choose(&ann, |choices| choices.wall = WallPolicy::Nobody).await;
        assert!(posts::create(&w.app, &as_ben, on_wall(Audience::Friends)).await.unwrap_err().is_not_found());
    })
    .await;
}

#[tokio::test]
async fn e2_what_belongs_to_others_cannot_be_changed_and_reads_as_missing() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let post = write(&w, &ann, "mine", Audience::Community).await.id;
        let missing = PostId::new(77);
        let as_ben = w.viewer(&ben).await;
        for id in [post, missing] {
            let outcomes = [
                posts::edit(&w.app, &as_ben, id, PostEdit { text: "his".into(), ..PostEdit::default() })
                    .await
                    .err(),
                posts::delete(&w.app, &as_ben, id).await.err(),
                posts::restore(&w.app, &as_ben, id).await.err(),
                posts::set_pinned(&w.app, &as_ben, id, true).await.err(),
                posts::set_comments_closed(&w.app, &as_ben, id, true).await.err(),
                posts::set_audience(
                    &w.app,
                    &as_ben,
                    id,
                    AudienceChoice::plain(Audience::World),
                    CommentAudience::Same,
                )
                .await
                .err(),
            ];
            for error in outcomes {
                let error = error.expect("refused");
                assert_eq!(format!("{error:?}"), "NotFound error-not-found");
            }
        }
        // A circle of somebody else is no circle of one's own.
        let friend = w.person("cem").await;
        w.befriend(&ann, &friend).await;
        let circle = w.circle(&ann, "Inner", &[&friend]).await;
        let choice =
            AudienceChoice { audience: Audience::Circle, circle: Some(circle), ..AudienceChoice::default() };
        let new = NewPost { text: "x".into(), choice, ..NewPost::default() };
        let error = posts::create(&w.app, &as_ben, new).await.unwrap_err();
        assert_eq!(error.fields()[0].message.key, "audience-circle-missing");
    })
    .await;
}

#[tokio::test]
async fn an_edit_keeps_what_was_said_before_for_those_who_see_the_post() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let as_ann = w.viewer(&ann).await;
        let post = write(&w, &ann, "first words", Audience::Friends).await.id;
        w.advance(SECOND);
        let edit = PostEdit { text: "second words #new".into(), ..PostEdit::default() };
        let after = posts::edit(&w.app, &as_ann, post, edit.clone()).await.unwrap();
        assert!(after.edited_at.is_some());
        w.advance(SECOND);
        let same = posts::edit(&w.app, &as_ann, post, edit).await.unwrap();
        assert_eq!(same.edited_at, after.edited_at, "nothing changed, nothing is marked");
        let history = posts::history(&w.app, &w.viewer(&ben).await, post).await.unwrap();
        assert_eq!(history.len(), 2);
        assert!(history[0].html.contains("first words") && history[1].html.contains("second words"));
        let cem = w.person("cem").await;
        assert!(posts::history(&w.app, &w.viewer(&cem).await, post).await.unwrap_err().is_not_found());
        let tagged =
            cards::page_by_tag(&w.app, &w.viewer(&ben).await, "NEW".into(), PageRequest::first(5)).await;
        assert_eq!(tagged.unwrap().items.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_audience_can_be_changed_for_one_post_and_for_all_past_ones() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let as_ann = w.viewer(&ann).await;
        let post = write(&w, &ann, "one", Audience::Self_).await.id;
        assert!(!sees(&w, &ben, post).await);
        let people =
            AudienceChoice { audience: Audience::People, people: vec![ben.id], ..AudienceChoice::default() };
        posts::set_audience(&w.app, &as_ann, post, people, CommentAudience::Nobody).await.unwrap();
        assert!(sees(&w, &ben, post).await);
        let wide = write(&w, &ann, "two", Audience::World).await.id;
        assert!(sees(&w, &ben, wide).await);
        assert_eq!(posts::count_past(&w.app, &as_ann, PastLimit::Friends).await.unwrap(), 1);
        assert_eq!(posts::limit_past(&w.app, &as_ann, PastLimit::Friends).await.unwrap(), 1);
        assert!(!sees(&w, &ben, wide).await);
        assert!(sees(&w, &ben, post).await, "what was narrower stays as it is");

        w.befriend(&ann, &ben).await;
        let as_ann = w.viewer(&ann).await;
        let on_his = NewPost { wall: Some(ben.id), ..words("three", Audience::Friends) };
        let on_his = posts::create(&w.app, &as_ann, on_his).await.unwrap().id;
        assert!(sees(&w, &ben, wide).await && sees(&w, &ben, on_his).await);
        assert_eq!(posts::count_past(&w.app, &as_ann, PastLimit::OnlyMe).await.unwrap(), 2);
        assert_eq!(posts::limit_past(&w.app, &as_ann, PastLimit::OnlyMe).await.unwrap(), 2);
        assert!(!sees(&w, &ben, wide).await && !sees(&w, &ben, post).await);
        assert!(sees(&w, &ben, on_his).await, "what stands on another wall belongs there");
        assert!(sees(&w, &ann, wide).await && sees(&w, &ann, post).await);
        assert_eq!(posts::count_past(&w.app, &as_ann, PastLimit::OnlyMe).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_share_never_reaches_further_than_its_original() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        w.befriend(&ben, &cem).await;
        let original = write(&w, &ann, "for my friends", Audience::Friends).await.id;
        let as_ben = w.viewer(&ben).await;
        let share = |audience, id| NewPost { share: Some(id), ..words("look", audience) };
        for wider in [Audience::World, Audience::Community] {
            let error = posts::create(&w.app, &as_ben, share(wider, original)).await.unwrap_err();
            assert_eq!(error.fields()[0].message.key, "audience-wider-than-original");
        }
        let passed = posts::create(&w.app, &as_ben, share(Audience::Friends, original)).await.unwrap();
        let card = cards::get(&w.app, &w.viewer(&cem).await, passed.id).await.unwrap();
        assert!(matches!(card.shared, cards::Shared::Gone), "Cem is no friend of Ann");
        let card = cards::get(&w.app, &w.viewer(&ann).await, passed.id).await.unwrap();
        assert!(matches!(card.shared, cards::Shared::Original(_)));
        // E8: the same bound holds when the audience is changed afterwards.
        let wide = AudienceChoice::plain(Audience::World);
        let error =
            posts::set_audience(&w.app, &as_ben, passed.id, wide, CommentAudience::Same).await.unwrap_err();
        assert_eq!(error.fields()[0].message.key, "audience-wider-than-original");
        // Who cannot see a post cannot pass it on, nor by way of a share of it.
        let as_cem = w.viewer(&cem).await;
        for id in [original, passed.id] {
            let error = posts::create(&w.app, &as_cem, share(Audience::Friends, id)).await.unwrap_err();
            assert!(error.is_not_found());
        }
        assert_eq!(posts::get(&w.app, &as_ben, original).await.unwrap().share_count, 1);
        posts::delete(&w.app, &as_ben, passed.id).await.unwrap();
        assert_eq!(posts::get(&w.app, &as_ben, original).await.unwrap().share_count, 0);
    })
    .await;
}

statement!(
    LEFT,
    "test.posts_left",
    "SELECT (SELECT COUNT(*) FROM posts) + (SELECT COUNT(*) FROM post_texts) + (SELECT COUNT(*) FROM post_tags)
          + (SELECT COUNT(*) FROM comments) + (SELECT COUNT(*) FROM reactions) + (SELECT COUNT(*) FROM reaction_tallies)
          + (SELECT COUNT(*) FROM saved_posts) + (SELECT COUNT(*) FROM post_revisions)"
);

#[tokio::test]
async fn a_deletion_can_be_taken_back_for_a_moment_and_then_erases_everything() {
    World::each(|w| async move {
        use kith_domain::comments::{self, NewComment};
        use kith_domain::reactions::{self, ReactionKind, Subject};
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let (as_ann, as_ben) = (w.viewer(&ann).await, w.viewer(&ben).await);
        let post = write(&w, &ann, "gone #soon", Audience::Friends).await.id;
        let new = NewComment { post, text: "no!".into(), ..NewComment::default() };
        let comment = comments::create(&w.app, &as_ben, new).await.unwrap().id;
        for subject in [Subject::Post(post), Subject::Comment(comment)] {
            reactions::set(&w.app, &as_ben, subject, Some(ReactionKind::Sad)).await.unwrap();
        }
        posts::set_saved(&w.app, &as_ben, post, true).await.unwrap();
        posts::delete(&w.app, &as_ann, post).await.unwrap();
        assert!(!sees(&w, &ann, post).await && !sees(&w, &ben, post).await);
        w.advance(9 * SECOND);
        assert!(posts::restore(&w.app, &as_ben, post).await.unwrap_err().is_not_found());
        posts::restore(&w.app, &as_ann, post).await.unwrap();
        assert!(sees(&w, &ben, post).await);
        w.advance(30 * SECOND);
        w.run_jobs().await;
        assert!(sees(&w, &ben, post).await, "what was taken back is not erased by the first deletion's job");
        posts::delete(&w.app, &as_ann, post).await.unwrap();
        w.advance(16 * SECOND);
        assert!(posts::restore(&w.app, &as_ann, post).await.unwrap_err().is_not_found(), "too late");
        w.advance(10 * SECOND);
        w.run_jobs().await;
        let left = w.app.db.read(|q| q.count(&LEFT, &params![])).await.unwrap();
        assert_eq!(left, 0);
    })
    .await;
}

#[tokio::test]
async fn newcomers_post_within_the_limits_of_their_level_by_every_door() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        w.set_trust(&ann, 0).await;
        let as_ann = w.viewer(&ann).await;
        let two = "see https://a.example and https://b.example";
        let error = posts::create(&w.app, &as_ann, words(two, Audience::Friends)).await.unwrap_err();
        assert_eq!(error.fields()[0].message.key, "posts-newcomer-links");
        let post = write(&w, &ann, "fine https://a.example", Audience::Friends).await.id;
        let edit = PostEdit { text: two.into(), ..PostEdit::default() };
        let error = posts::edit(&w.app, &as_ann, post, edit).await.unwrap_err();
        assert_eq!(error.fields()[0].message.key, "posts-newcomer-links", "E8: no side door");
        for _ in 1..10 {
            w.advance(SECOND);
            write(&w, &ann, "again", Audience::Friends).await;
        }
        let error = posts::create(&w.app, &as_ann, words("eleventh", Audience::Friends)).await.unwrap_err();
        assert_eq!(error.fields()[0].message.key, "posts-newcomer-pace");
        posts::delete(&w.app, &as_ann, post).await.unwrap();
        assert!(
            posts::create(&w.app, &as_ann, words("eleventh", Audience::Friends)).await.is_err(),
            "deleting does not help"
        );
        w.advance(DAY);
        write(&w, &ann, "tomorrow", Audience::Friends).await;
    })
    .await;
}

#[tokio::test]
async fn e10_between_two_who_are_apart_nothing_is_seen_in_any_list() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let post = write(&w, &ann, "for all #tag", Audience::World).await.id;
        posts::set_saved(&w.app, &w.viewer(&ben).await, post, true).await.unwrap();
        let share = NewPost { share: Some(post), ..words("passing on", Audience::World) };
        let passed = posts::create(&w.app, &w.viewer(&cem).await, share).await.unwrap().id;
        w.block(&ann, &ben).await;
        let as_ben = w.viewer(&ben).await;
        let first = || PageRequest::first(10);
        assert!(cards::page_on_profile(&w.app, &as_ben, ann.id, first()).await.unwrap().items.is_empty());
        assert!(cards::page_by_tag(&w.app, &as_ben, "tag".into(), first()).await.unwrap().items.is_empty());
        assert!(cards::page_saved(&w.app, &as_ben, first()).await.unwrap().items.is_empty());
        let card = cards::get(&w.app, &as_ben, passed).await.unwrap();
        assert!(matches!(card.shared, cards::Shared::Gone));
        let hidden = posts::get(&w.app, &as_ben, post).await.unwrap_err();
        let missing = posts::get(&w.app, &as_ben, PostId::new(5)).await.unwrap_err();
        assert_eq!(format!("{hidden:?}"), format!("{missing:?}"));
        // And the other way round: Ann does not see Ben either.
        let his = write(&w, &ben, "hello", Audience::World).await.id;
        assert!(!sees(&w, &ann, his).await);
    })
    .await;
}

#[tokio::test]
async fn pages_are_full_and_each_post_stands_on_one_of_them() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let mut shown = Vec::new();
        for number in 0..12 {
            w.advance(SECOND);
            let audience = if number % 3 == 0 { Audience::Self_ } else { Audience::Community };
            let post = write(&w, &ann, "words", audience).await.id;
            if audience == Audience::Community {
                shown.insert(0, post);
            }
        }
        let as_ben = w.viewer(&ben).await;
        let mut request = PageRequest::first(3);
        let mut found = Vec::new();
        loop {
            let page = cards::page_on_profile(&w.app, &as_ben, ann.id, request).await.unwrap();
            found.extend(page.items.iter().map(|card| card.post.id));
            let Some(next) = page.next else { break };
            assert_eq!(page.items.len(), 3);
            request = PageRequest::before(next, 3);
        }
        assert_eq!(found, shown);
    })
    .await;
}

#[tokio::test]
async fn one_post_stands_on_top_of_a_profile() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let as_ann = w.viewer(&ann).await;
        let first = write(&w, &ann, "one", Audience::Community).await.id;
        let second = write(&w, &ann, "two", Audience::Self_).await.id;
        posts::set_pinned(&w.app, &as_ann, first, true).await.unwrap();
        assert!(cards::pinned_on(&w.app, &w.viewer(&ben).await, ann.id).await.unwrap().unwrap().is_pinned);
        posts::set_pinned(&w.app, &as_ann, second, true).await.unwrap();
        assert!(cards::pinned_on(&w.app, &w.viewer(&ben).await, ann.id).await.unwrap().is_none());
        assert_eq!(cards::pinned_on(&w.app, &as_ann, ann.id).await.unwrap().unwrap().post.id, second);
    })
    .await;
}

#[tokio::test]
async fn hostile_words_are_stored_harmless() {
    let w = World::sqlite().await;
    let ann = w.person("ann").await;
    let text =
        "<script>alert(1)</script> [x](javascript:alert(1)) <svg><set attributeName=href to=javascript:x>";
    let post = write(&w, &ann, text, Audience::World).await;
    let html = post.html.to_lowercase();
    for piece in ["<script", "href=\"javascript", "<svg", "<set"] {
        assert!(!html.contains(piece), "A3, A4: {html}");
    }
}
