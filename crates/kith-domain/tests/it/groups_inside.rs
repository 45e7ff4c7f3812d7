//! What is written in groups: who reads it, what waits, who is told, and what stays inside.

use kith_base::{DAY, Kind, PageRequest, SECOND};
use kith_domain::comments::{self, NewComment};
use kith_domain::feeds::{self, Tab};
use kith_domain::groups::{self, GroupSettings, Posting, Visibility};
use kith_domain::notices::Occasion;
use kith_domain::posts::{self, Audience, AudienceChoice, Hold, InGroup, NewPost, Post};
use kith_domain::scheduled;
use kith_domain::search::{self, Wanted};
use kith_domain::viewer::GroupLevel;
use kith_domain::{GroupId, PostId, Viewer, Visible, group_posts};
use kith_testkit::{Person, World};

use crate::groups::{FREE, join, make, told};

async fn write(w: &World, by: &Person, group: GroupId) -> kith_base::Result<Visible<Post>> {
    w.advance(SECOND);
    let place = InGroup { group, ..InGroup::default() };
    let new = NewPost { text: "Who comes along?".into(), group: Some(place), ..NewPost::default() };
    posts::create(&w.app, &w.viewer(by).await, new).await
}

async fn on_page(w: &World, who: &Person, group: GroupId) -> kith_base::Result<Vec<PostId>> {
    let viewer = w.viewer(who).await;
    let found = group_posts::page(&w.app, &viewer, group, None, PageRequest::first(20)).await?;
    Ok(found.items.iter().map(|card| card.post.id).collect())
}

async fn at_home(w: &World, who: &Person) -> Vec<PostId> {
    let home =
        feeds::home(&w.app, &w.viewer(who).await, Tab::Everything, PageRequest::first(50)).await.unwrap();
    home.page.items.iter().map(|card| card.post.id).collect()
}

async fn comment(w: &World, by: &Person, post: PostId) -> kith_base::Result<()> {
    w.advance(SECOND);
    let new = NewComment { post, text: "I do".into(), ..NewComment::default() };
    comments::create(&w.app, &w.viewer(by).await, new).await.map(drop)
}

#[tokio::test]
async fn members_read_and_answer_and_others_do_as_it_is_set() {
    World::each(|w| async move {
        let (ann, ben, zoe) = (w.person("ann").await, w.person("ben").await, w.person("zoe").await);
        for (visibility, stranger, visitor) in [
            (Visibility::Public, true, true),
            (Visibility::Site, true, false),
            (Visibility::Private, false, false),
        ] {
            let group = make(&w, &ann, GroupSettings { visibility, ..FREE }).await;
            join(&w, &ben, group).await.unwrap();
            let post = write(&w, &ben, group).await.unwrap();
            assert_eq!((post.audience(), post.facts.owner), (Audience::Group, ben.id));
            assert_eq!(on_page(&w, &ann, group).await.unwrap(), [post.id]);
            assert_eq!(on_page(&w, &zoe, group).await.is_ok(), stranger, "{visibility:?}");
            assert_eq!(posts::get(&w.app, &Viewer::Anonymous, post.id).await.is_ok(), visitor);
            comment(&w, &ann, post.id).await.unwrap();
            let outside = comment(&w, &zoe, post.id).await.unwrap_err();
            assert!(outside.kind() == Kind::Forbidden || outside.is_not_found());
            let viewer = w.viewer(&ann).await;
            let on_profile =
                w.app.db.read(move |q| posts::ids_on_profile(q, &viewer, ben.id, PageRequest::first(9)));
            assert!(on_profile.await.unwrap().items.is_empty(), "a post has one place");
        }
    })
    .await;
}

#[tokio::test]
async fn e11_whoever_left_or_was_blocked_reads_nothing_more() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let group = make(&w, &ann, FREE).await;
        for person in [&ben, &cem] {
            join(&w, person, group).await.unwrap();
        }
        let own = write(&w, &ben, group).await.unwrap().id;
        assert!(posts::get(&w.app, &w.viewer(&cem).await, own).await.is_ok());
        w.block(&cem, &ben).await;
        assert!(posts::get(&w.app, &w.viewer(&cem).await, own).await.unwrap_err().is_not_found());
        let other = write(&w, &ann, group).await.unwrap().id;
        assert!(at_home(&w, &ben).await.contains(&other));
        groups::leave(&w.app, &w.viewer(&ben).await, group).await.unwrap();
        for post in [own, other] {
            assert!(posts::get(&w.app, &w.viewer(&ben).await, post).await.unwrap_err().is_not_found());
        }
        assert!(!at_home(&w, &ben).await.contains(&other));
        assert!(write(&w, &ben, group).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn posts_wait_are_sent_back_and_come_again() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let group = make(&w, &ann, GroupSettings { posting: Posting::Approved, ..FREE }).await;
        for person in [&ben, &cem] {
            join(&w, person, group).await.unwrap();
        }
        let post = write(&w, &ben, group).await.unwrap();
        assert_eq!(post.facts.hold, Some(Hold::Waiting));
        assert_eq!(told(&w, &ann).await, [Occasion::GroupPostPending]);
        for (who, sees) in [(&ann, true), (&ben, true), (&cem, false)] {
            assert_eq!(posts::get(&w.app, &w.viewer(who).await, post.id).await.is_ok(), sees);
            assert_eq!(on_page(&w, who, group).await.unwrap(), []);
        }
        let as_ann = w.viewer(&ann).await;
        let waiting = group_posts::waiting(&w.app, &as_ann, group, PageRequest::first(9)).await.unwrap();
        assert_eq!(waiting.items.len(), 1);
        assert!(
            group_posts::approve(&w.app, &w.viewer(&cem).await, post.id).await.unwrap_err().is_not_found()
        );
        group_posts::send_back(&w.app, &as_ann, post.id, "When?").await.unwrap();
        assert!(posts::get(&w.app, &as_ann, post.id).await.is_err(), "it is its author's again");
        let back = posts::get(&w.app, &w.viewer(&ben).await, post.id).await.unwrap();
        assert_eq!(back.group.as_ref().unwrap().reason.as_deref(), Some("When?"));
        let edit =
            posts::PostEdit { text: "Who comes along on Sunday?".into(), ..posts::PostEdit::default() };
        let again = posts::edit(&w.app, &w.viewer(&ben).await, post.id, edit.clone()).await.unwrap();
        assert_eq!(again.facts.hold, Some(Hold::Waiting));
        group_posts::approve(&w.app, &as_ann, post.id).await.unwrap();
        assert_eq!(on_page(&w, &cem, group).await.unwrap(), [post.id]);
        assert!(at_home(&w, &cem).await.contains(&post.id));
        let edit = posts::PostEdit { text: "Something else altogether".into(), ..edit };
        posts::edit(&w.app, &w.viewer(&ben).await, post.id, edit).await.unwrap();
        assert_eq!(on_page(&w, &cem, group).await.unwrap(), [], "other words are looked at too");
        assert_eq!(write(&w, &ann, group).await.unwrap().facts.hold, None);
    })
    .await;
}

#[tokio::test]
async fn members_are_told_as_they_chose() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let (dee, eve) = (w.person("dee").await, w.person("eve").await);
        let group = make(&w, &ann, FREE).await;
        w.befriend(&ann, &dee).await;
        for (person, level) in [
            (&ben, GroupLevel::All),
            (&cem, GroupLevel::Highlights),
            (&dee, GroupLevel::Friends),
            (&eve, GroupLevel::None),
        ] {
            join(&w, person, group).await.unwrap();
            groups::set_level(&w.app, &w.viewer(person).await, group, level).await.unwrap();
        }
        let post = write(&w, &ann, group).await.unwrap().id;
        w.run_jobs().await;
        let group_posts_told = |occasions: Vec<Occasion>| {
            occasions
                .into_iter()
                .filter(|each| matches!(each, Occasion::GroupPost | Occasion::GroupAnnouncement))
                .collect::<Vec<_>>()
        };
        assert_eq!(group_posts_told(told(&w, &ben).await), [Occasion::GroupPost]);
        assert_eq!(group_posts_told(told(&w, &cem).await), []);
        assert_eq!(group_posts_told(told(&w, &dee).await), [Occasion::GroupPost]);
        assert_eq!(group_posts_told(told(&w, &eve).await), []);
        for (person, comes) in [(&ben, true), (&cem, true), (&dee, true), (&eve, false)] {
            assert_eq!(at_home(&w, person).await.contains(&post), comes, "{}", person.handle);
        }
        let other = write(&w, &ben, group).await.unwrap().id;
        assert!(!at_home(&w, &dee).await.contains(&other), "ben is no friend of hers");
        group_posts::set_announced(&w.app, &w.viewer(&ann).await, other, true).await.unwrap();
        w.run_jobs().await;
        assert_eq!(group_posts_told(told(&w, &cem).await), [Occasion::GroupAnnouncement]);
        assert_eq!(group_posts_told(told(&w, &eve).await), []);
        assert!(at_home(&w, &dee).await.contains(&other), "announcements come");
    })
    .await;
}

#[tokio::test]
async fn what_a_closed_group_reads_stays_in_it() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let closed = make(&w, &ann, FREE).await;
        let open = make(&w, &ann, GroupSettings { visibility: Visibility::Site, ..FREE }).await;
        let (inside, outside) =
            (write(&w, &ann, closed).await.unwrap().id, write(&w, &ann, open).await.unwrap().id);
        let as_ann = w.viewer(&ann).await;
        let share = |post, audience, group: Option<GroupId>| {
            w.advance(SECOND);
            let place = group.map(|group| InGroup { group, ..InGroup::default() });
            let choice = AudienceChoice::plain(audience);
            let new = NewPost { share: Some(post), choice, group: place, ..NewPost::default() };
            posts::create(&w.app, &as_ann, new)
        };
        assert!(share(inside, Audience::Self_, None).await.is_err());
        assert!(share(inside, Audience::Group, Some(open)).await.is_err());
        assert!(share(inside, Audience::Group, Some(closed)).await.is_ok());
        assert!(share(outside, Audience::World, None).await.is_err(), "no further than it is read");
        assert!(share(outside, Audience::Community, None).await.is_ok());
        assert!(share(outside, Audience::Group, Some(closed)).await.is_ok());
        let alone = NewPost {
            text: "x".into(),
            choice: AudienceChoice::plain(Audience::Group),
            ..NewPost::default()
        };
        assert!(
            posts::create(&w.app, &as_ann, alone).await.is_err(),
            "without a group there is no such audience"
        );
    })
    .await;
}

#[tokio::test]
async fn it_is_found_by_those_who_read_it() {
    World::each(|w| async move {
        let (ann, ben, zoe) = (w.person("ann").await, w.person("ben").await, w.person("zoe").await);
        let found = async |who: &Person| {
            let viewer = w.viewer(who).await;
            let wanted = Wanted::words("comes along");
            search::post_ids(&w.app, &viewer, &wanted, PageRequest::first(20)).await.unwrap().items
        };
        let group = make(&w, &ann, GroupSettings { posting: Posting::Approved, ..FREE }).await;
        join(&w, &ben, group).await.unwrap();
        let open = write(&w, &ann, group).await.unwrap().id;
        let waiting = write(&w, &ben, group).await.unwrap().id;
        assert_eq!(found(&ann).await, [waiting, open], "those who look after it find what waits");
        join(&w, &zoe, group).await.unwrap();
        assert_eq!(found(&zoe).await, [open]);
        groups::leave(&w.app, &w.viewer(&zoe).await, group).await.unwrap();
        assert_eq!(found(&zoe).await, []);
    })
    .await;
}

#[tokio::test]
async fn what_is_written_in_a_group_is_not_planned() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let group = make(&w, &ann, FREE).await;
        let (as_ann, due_at) = (w.viewer(&ann).await, w.app.now() + DAY);
        let later = async |choice, group: Option<GroupId>| {
            let place = group.map(|group| InGroup { group, ..InGroup::default() });
            let new = NewPost { text: "Later".into(), choice, group: place, ..NewPost::default() };
            scheduled::create(&w.app, &as_ann, new, None, due_at).await.map(drop)
        };
        let of = AudienceChoice::plain;
        for refused in [later(of(Audience::Group), Some(group)).await, later(of(Audience::Group), None).await]
        {
            assert_eq!(refused.unwrap_err().fields()[0].field, "audience");
        }
        later(of(Audience::Self_), None).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn those_who_look_after_it_take_posts_away_mute_and_pin() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let group = make(&w, &ann, FREE).await;
        join(&w, &ben, group).await.unwrap();
        let (as_ann, as_ben) = (w.viewer(&ann).await, w.viewer(&ben).await);
        let post = write(&w, &ben, group).await.unwrap().id;
        assert!(group_posts::set_pinned(&w.app, &as_ben, post, true).await.unwrap_err().is_not_found());
        group_posts::set_pinned(&w.app, &as_ann, post, true).await.unwrap();
        assert_eq!(group_posts::pinned(&w.app, &as_ben, group).await.unwrap().len(), 1);
        for _ in 0..2 {
            let more = write(&w, &ann, group).await.unwrap().id;
            group_posts::set_pinned(&w.app, &as_ann, more, true).await.unwrap();
        }
        let fourth = write(&w, &ann, group).await.unwrap().id;
        let full = group_posts::set_pinned(&w.app, &as_ann, fourth, true).await.unwrap_err();
        assert_eq!(full.kind(), Kind::Conflict);
        groups::mute(&w.app, &as_ann, group, ben.id, DAY, "").await.unwrap();
        assert_eq!(write(&w, &ben, group).await.unwrap_err().kind(), Kind::Forbidden);
        assert_eq!(comment(&w, &ben, fourth).await.unwrap_err().kind(), Kind::Forbidden);
        w.advance(DAY);
        comment(&w, &ben, fourth).await.unwrap();
        group_posts::remove(&w.app, &as_ann, post, "Off topic").await.unwrap();
        assert!(posts::get(&w.app, &as_ben, post).await.unwrap_err().is_not_found());
        assert!(told(&w, &ben).await.contains(&Occasion::GroupPostResult));
        groups::archive(&w.app, &as_ann, group).await.unwrap();
        assert_eq!(write(&w, &ann, group).await.unwrap_err().kind(), Kind::Forbidden);
        assert_eq!(comment(&w, &ann, fourth).await.unwrap_err().kind(), Kind::Forbidden);
        groups::delete(&w.app, &as_ann, group).await.unwrap();
        assert!(posts::get(&w.app, &as_ann, fourth).await.is_err());
        w.run_jobs().await;
        let as_system = Viewer::System("test");
        assert!(posts::get(&w.app, &as_system, fourth).await.is_err());
    })
    .await;
}
