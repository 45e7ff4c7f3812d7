//! Reports about what stands in groups: who sees them first, what is done about them, and who hears of it besides.

use kith_base::{Kind, SECOND};
use kith_domain::comments::{self, NewComment};
use kith_domain::groups::{self, Act};
use kith_domain::inbox::{self, Wanted};
use kith_domain::notices::Occasion;
use kith_domain::posts::{self, InGroup, NewPost};
use kith_domain::reports::{self, Category, GroupReport, HEARD_WITHIN, NewReport, Outcome, ReportState};
use kith_domain::viewer::{GroupRole, Role};
use kith_domain::{GroupId, group_posts, leaving};
use kith_testkit::{Person, World};

use crate::groups::{FREE, join, make, told};

async fn write(w: &World, by: &Person, group: Option<GroupId>, text: &str) -> i64 {
    w.advance(SECOND);
    let group = group.map(|group| InGroup { group, ..InGroup::default() });
    let new = NewPost { text: text.into(), group, ..NewPost::default() };
    posts::create(&w.app, &w.viewer(by).await, new).await.unwrap().id.raw()
}

async fn report(w: &World, by: &Person, about: &Person, category: Category, things: &[i64]) {
    w.advance(SECOND);
    let new = NewReport {
        target: about.id,
        category,
        comment: "Rude".into(),
        posts: things.to_vec(),
        ..NewReport::default()
    };
    reports::create(&w.app, &w.viewer(by).await, new).await.unwrap();
}

async fn open(w: &World, who: &Person, group: GroupId) -> Vec<GroupReport> {
    reports::of_group(&w.app, &w.viewer(who).await, group).await.unwrap()
}

async fn at_community(w: &World, moderator: &Person) -> usize {
    reports::list(&w.app, &w.viewer(moderator).await).await.unwrap().len()
}

#[tokio::test]
async fn those_who_look_after_the_group_see_it_first_and_settle_it() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let (dee, moderator) = (w.person("dee").await, w.person_with_role("mod", Role::Moderator).await);
        let group = make(&w, &ann, FREE).await;
        for person in [&ben, &cem, &dee] {
            join(&w, person, group).await.unwrap();
        }
        groups::set_role(&w.app, &w.viewer(&ann).await, group, dee.id, GroupRole::Moderator).await.unwrap();
        let post = write(&w, &ben, Some(group), "You fools").await;
        report(&w, &cem, &ben, Category::Violation, &[post]).await;
        assert_eq!(at_community(&w, &moderator).await, 0, "it waits in the group");
        assert_eq!(told(&w, &ann).await, [Occasion::GroupReport]);
        assert!(told(&w, &dee).await.contains(&Occasion::GroupReport));
        assert_eq!(told(&w, &ben).await, [], "whoever is reported never learns of it");
        let notice =
            inbox::page(&w.app, &w.viewer(&ann).await, kith_base::PageRequest::first(1), Wanted::default())
                .await
                .unwrap();
        assert_eq!(notice[0].from, ann.id, "whoever reported is not named");
        for outside in [&ben, &cem, &moderator] {
            let viewer = w.viewer(outside).await;
            assert!(reports::of_group(&w.app, &viewer, group).await.unwrap_err().is_not_found());
        }
        let found = open(&w, &dee, group).await;
        assert_eq!((found.len(), found[0].posts.as_slice(), found[0].is_shared), (1, &[post][..], false));
        assert_eq!(found[0].target.as_ref().unwrap().id, ben.id);
        let as_ann = w.viewer(&ann).await;
        let as_cem = w.viewer(&cem).await;
        let refused = reports::settle(&w.app, &as_cem, group, found[0].id, Outcome::Dismissed).await;
        assert!(refused.unwrap_err().is_not_found());
        group_posts::remove(&w.app, &as_ann, post_id(post), "Be kind").await.unwrap();
        reports::settle(&w.app, &as_ann, group, found[0].id, Outcome::Handled).await.unwrap();
        let again = reports::settle(&w.app, &as_ann, group, found[0].id, Outcome::Dismissed).await;
        assert!(again.unwrap_err().is_not_found(), "once is enough");
        assert_eq!(open(&w, &dee, group).await.len(), 0);
        let settled = reports::settled_in_group(&w.app, &as_ann, group).await.unwrap();
        assert_eq!(settled[0].state, ReportState::Handled);
        assert_eq!(told(&w, &ann).await, [], "nothing waits");
        let log = groups::log(&w.app, &as_ann, group).await.unwrap();
        assert!(log.iter().any(|line| line.act == Act::ReportHandled && line.about.is_none()));
        assert_eq!(at_community(&w, &moderator).await, 0);
    })
    .await;
}

fn post_id(id: i64) -> kith_domain::PostId {
    kith_domain::PostId::new(id)
}

#[tokio::test]
async fn what_is_urgent_and_what_concerns_those_who_look_after_it_goes_to_the_community_at_once() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let moderator = w.person_with_role("mod", Role::Moderator).await;
        let group = make(&w, &ann, FREE).await;
        for person in [&ben, &cem] {
            join(&w, person, group).await.unwrap();
        }
        let mut known = 0;
        for category in [Category::Legal, Category::ChildSafety, Category::Violence] {
            let post = write(&w, &ben, Some(group), "Something bad").await;
            report(&w, &cem, &ben, category, &[post]).await;
            known += 1;
            assert_eq!(at_community(&w, &moderator).await, known, "{category:?}");
            assert_eq!(open(&w, &ann, group).await.len(), known, "{category:?} is seen in the group, too");
        }
        let post = write(&w, &ann, Some(group), "I decide here").await;
        report(&w, &cem, &ann, Category::Violation, &[post]).await;
        assert_eq!(at_community(&w, &moderator).await, known + 1);
        assert_eq!(open(&w, &ann, group).await.len(), known, "nobody sees what is said about them");
        let outside = write(&w, &ben, None, "On my wall").await;
        w.befriend(&ben, &cem).await;
        report(&w, &cem, &ben, Category::Spam, &[outside]).await;
        assert_eq!(at_community(&w, &moderator).await, known + 2);
        assert_eq!(open(&w, &ann, group).await.len(), known);
    })
    .await;
}

#[tokio::test]
async fn what_is_passed_on_or_lies_too_long_reaches_the_community() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let moderator = w.person_with_role("mod", Role::Moderator).await;
        let group = make(&w, &ann, FREE).await;
        for person in [&ben, &cem] {
            join(&w, person, group).await.unwrap();
        }
        let post = write(&w, &ann, Some(group), "Who comes along?").await;
        w.advance(SECOND);
        let new = NewComment { post: post_id(post), text: "Fools".into(), ..NewComment::default() };
        let comment = comments::create(&w.app, &w.viewer(&ben).await, new).await.unwrap().id.raw();
        report(&w, &cem, &ben, Category::Other, &[comment]).await;
        let found = open(&w, &ann, group).await;
        let as_ann = w.viewer(&ann).await;
        reports::settle(&w.app, &as_ann, group, found[0].id, Outcome::PassedOn).await.unwrap();
        assert_eq!(at_community(&w, &moderator).await, 1);
        let viewer = w.viewer(&moderator).await;
        let notices =
            inbox::page(&w.app, &viewer, kith_base::PageRequest::first(9), Wanted::default()).await.unwrap();
        assert!(notices.iter().any(|notice| notice.occasion == Occasion::ReportReceived));
        report(&w, &cem, &ben, Category::Other, &[comment]).await;
        w.upkeep("reports.pass_on_unheard").await;
        assert_eq!(at_community(&w, &moderator).await, 1, "there is time");
        w.advance(HEARD_WITHIN + SECOND);
        w.upkeep("reports.pass_on_unheard").await;
        assert_eq!(at_community(&w, &moderator).await, 2);
        assert!(open(&w, &ann, group).await[0].is_shared, "it can still be settled in the group");
    })
    .await;
}

#[tokio::test]
async fn reports_go_with_whom_they_are_about_and_outlast_who_made_them() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let group = make(&w, &ann, FREE).await;
        for person in [&ben, &cem] {
            join(&w, person, group).await.unwrap();
        }
        let post = write(&w, &ben, Some(group), "You fools").await;
        report(&w, &cem, &ben, Category::Violation, &[post]).await;
        leaving::erase(&w.app, cem.id).await.unwrap();
        assert_eq!(open(&w, &ann, group).await.len(), 1);
        leaving::erase(&w.app, ben.id).await.unwrap();
        assert_eq!(open(&w, &ann, group).await.len(), 0);
    })
    .await;
}

#[tokio::test]
async fn whoever_looks_after_the_group_can_be_called() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let group = make(&w, &ann, FREE).await;
        for person in [&ben, &cem] {
            join(&w, person, group).await.unwrap();
        }
        let post = write(&w, &ben, Some(group), "@moderators, is this allowed?").await;
        assert_eq!(told(&w, &ann).await, [Occasion::GroupMention]);
        assert_eq!(told(&w, &cem).await, [], "the others are not");
        w.advance(SECOND);
        let new = NewComment {
            post: post_id(post),
            text: "I ask you too, @Moderators!".into(),
            ..NewComment::default()
        };
        comments::create(&w.app, &w.viewer(&cem).await, new).await.unwrap();
        assert_eq!(told(&w, &ann).await, [Occasion::GroupMention, Occasion::GroupMention]);
        write(&w, &ann, Some(group), "You reach us with @moderators").await;
        assert_eq!(told(&w, &ann).await.len(), 2, "nobody calls themselves");
    })
    .await;
}

#[tokio::test]
async fn polls_are_asked_by_those_who_may() {
    World::each(|w| async move {
        use kith_domain::groups::{GroupSettings, Makers, Making};
        use kith_domain::polls::{self, NewPoll};
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let making = Making { polls: Makers::Moderators, ..Making::default() };
        let group = make(&w, &ann, GroupSettings { making, ..FREE }).await;
        join(&w, &ben, group).await.unwrap();
        for (who, may) in [(&ann, true), (&ben, false)] {
            w.advance(SECOND);
            let place = InGroup { group, ..InGroup::default() };
            let new = NewPost { text: "Tea?".into(), group: Some(place), ..NewPost::default() };
            let options = vec!["Tea".to_owned(), "Coffee".to_owned()];
            let poll = NewPoll { options, lasts: kith_base::DAY, ..NewPoll::default() };
            let asked = polls::create_post(&w.app, &w.viewer(who).await, new, Some(poll)).await;
            assert_eq!(asked.map_err(|error| error.kind()).err(), (!may).then_some(Kind::Forbidden));
        }
    })
    .await;
}
