//! Comments that are kept for later, alone and among the posts that are.

use kith_base::{MINUTE, PageRequest};
use kith_db::{params, statement};
use kith_domain::cards::{self, SavedPage};
use kith_domain::comments::{self, NewComment};
use kith_domain::kinds::RowId;
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_domain::saved_comments::{self, Holds, Saved};
use kith_domain::{CommentId, PostId, leaving};
use kith_testkit::{Person, World};

async fn post_by(w: &World, author: &Person, audience: Audience) -> PostId {
    w.advance(1);
    let new = NewPost { text: "talk".into(), choice: AudienceChoice::plain(audience), ..NewPost::default() };
    posts::create(&w.app, &w.viewer(author).await, new).await.unwrap().id
}

async fn say(w: &World, who: &Person, post: PostId) -> CommentId {
    w.advance(1);
    let new = NewComment { post, text: "well said".into(), ..NewComment::default() };
    comments::create(&w.app, &w.viewer(who).await, new).await.unwrap().id
}

async fn save(w: &World, who: &Person, comment: CommentId, saved: bool) {
    w.advance(1);
    saved_comments::set(&w.app, &w.viewer(who).await, comment, saved).await.unwrap();
}

async fn page(
    w: &World,
    who: &Person,
    holds: Holds,
    request: PageRequest<kith_domain::kinds::RowKind>,
) -> SavedPage {
    cards::page_of_saved(&w.app, &w.viewer(who).await, holds, request).await.unwrap()
}

async fn listed(w: &World, who: &Person, holds: Holds) -> Vec<Saved> {
    let found = page(w, who, holds, PageRequest::first(20)).await;
    assert_eq!(found.posts.len() + found.comments.len(), found.lines.len(), "each line has its card");
    found.lines.iter().map(|line| line.what).collect()
}

statement!(ROWS, "test.saved_comments", "SELECT COUNT(*) AS total FROM saved_comments");

async fn rows(w: &World) -> i64 {
    w.app.db.read(|q| q.count(&ROWS, &params![])).await.unwrap()
}

#[tokio::test]
async fn what_was_saved_is_listed_in_the_order_of_saving() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let old = post_by(&w, &ann, Audience::Community).await;
        let new = post_by(&w, &ann, Audience::Community).await;
        let (first, second) = (say(&w, &ann, old).await, say(&w, &ann, new).await);
        save(&w, &ben, second, true).await;
        save(&w, &ben, second, true).await;
        for post in [new, old] {
            w.advance(1);
            posts::set_saved(&w.app, &w.viewer(&ben).await, post, true).await.unwrap();
        }
        save(&w, &ben, first, true).await;
        let all = [Saved::Comment(first), Saved::Post(old), Saved::Post(new), Saved::Comment(second)];
        assert_eq!(listed(&w, &ben, Holds::Both).await, all);
        assert_eq!(listed(&w, &ben, Holds::Comments).await, [all[0], all[3]]);
        assert!(listed(&w, &ann, Holds::Both).await.is_empty(), "nobody else's");

        // In parts, on from a place and on from the id of a thing; and back.
        let part = page(&w, &ben, Holds::Both, PageRequest::first(2)).await;
        for edge in [part.next.unwrap(), RowId::new(old.raw())] {
            let rest = page(&w, &ben, Holds::Both, PageRequest::before(edge, 5)).await;
            assert_eq!(rest.lines.iter().map(|line| line.what).collect::<Vec<_>>(), all[2..]);
            assert_eq!(rest.next, None);
        }
        let request =
            PageRequest { after: Some(RowId::new(second.raw())), nearest: true, ..PageRequest::first(2) };
        let back = page(&w, &ben, Holds::Both, request).await;
        assert_eq!(back.lines.iter().map(|line| line.what).collect::<Vec<_>>(), all[1..3]);

        // The card says so, to whoever saved it and to nobody else.
        for (who, expected) in [(&ben, true), (&ann, false)] {
            let (card, _) = cards::comment(&w.app, &w.viewer(who).await, first).await.unwrap();
            assert_eq!(card.is_saved, expected);
        }
        save(&w, &ben, first, false).await;
        assert_eq!(listed(&w, &ben, Holds::Both).await, all[1..]);
    })
    .await;
}

#[tokio::test]
async fn e_what_may_not_be_seen_is_neither_saved_nor_listed() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        w.befriend(&ann, &cem).await;
        let post = post_by(&w, &ann, Audience::Friends).await;
        let (hers, his) = (say(&w, &ann, post).await, say(&w, &cem, post).await);
        let eve = w.person("eve").await;
        let as_eve = w.viewer(&eve).await;
        let hidden = saved_comments::set(&w.app, &as_eve, hers, true).await.unwrap_err();
        let absent = saved_comments::set(&w.app, &as_eve, CommentId::new(5), true).await.unwrap_err();
        assert_eq!(format!("{hidden:?}"), format!("{absent:?}"));
        saved_comments::set(&w.app, &as_eve, hers, false).await.unwrap();

        for comment in [hers, his] {
            save(&w, &ben, comment, true).await;
        }
        assert_eq!(listed(&w, &ben, Holds::Both).await, [Saved::Comment(his), Saved::Comment(hers)]);
        w.block(&cem, &ben).await;
        assert_eq!(listed(&w, &ben, Holds::Both).await, [Saved::Comment(hers)]);
        posts::delete(&w.app, &w.viewer(&ann).await, post).await.unwrap();
        assert!(listed(&w, &ben, Holds::Both).await.is_empty());
        posts::restore(&w.app, &w.viewer(&ann).await, post).await.unwrap();
        assert_eq!(listed(&w, &ben, Holds::Both).await, [Saved::Comment(hers)]);
        comments::delete(&w.app, &w.viewer(&ann).await, hers).await.unwrap();
        assert!(listed(&w, &ben, Holds::Both).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_mark_goes_with_the_comment_with_its_post_and_with_either_person() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let post = post_by(&w, &ann, Audience::Community).await;
        let (gone, cems, anns) =
            (say(&w, &ann, post).await, say(&w, &cem, post).await, say(&w, &ann, post).await);
        let other = say(&w, &ann, post_by(&w, &ann, Audience::Community).await).await;
        for comment in [gone, cems, anns, other] {
            save(&w, &ben, comment, true).await;
        }
        save(&w, &cem, other, true).await;
        assert_eq!(rows(&w).await, 5);
        comments::delete(&w.app, &w.viewer(&ann).await, gone).await.unwrap();
        w.advance(MINUTE);
        w.run_jobs().await;
        assert_eq!(rows(&w).await, 4, "with the comment");
        leaving::erase(&w.app, cem.id).await.unwrap();
        assert_eq!(rows(&w).await, 2, "what cem saved, and what others saved of cem's");
        posts::delete(&w.app, &w.viewer(&ann).await, post).await.unwrap();
        w.advance(MINUTE);
        w.run_jobs().await;
        assert_eq!(rows(&w).await, 1, "with the post");
        leaving::erase(&w.app, ann.id).await.unwrap();
        assert_eq!(rows(&w).await, 0, "with the posts of whoever left");
    })
    .await;
}
