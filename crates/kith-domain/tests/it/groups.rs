//! Groups: who comes in and how, who looks after them, and what becomes of them.

use std::collections::BTreeSet;

use kith_base::{DAY, HOUR, Kind, PageRequest, SECOND};
use kith_domain::groups::{
    self, Act, GroupSettings, GroupState, GroupText, Joined, Joining, Lookup, MemberState, NewGroup,
    Visibility,
};
use kith_domain::inbox::{self, Wanted};
use kith_domain::notices::Occasion;
use kith_domain::reading::Reading;
use kith_domain::viewer::GroupRole;
use kith_domain::{AccountId, GroupId};
use kith_testkit::{Person, World};

/// Settings of a group into which whoever likes comes.
pub const FREE: GroupSettings = GroupSettings {
    visibility: Visibility::Private,
    joining: Joining::Free,
    posting: groups::Posting::All,
    comments: groups::Commenting::All,
    members_shown: groups::MembersShown::Members,
    inviting: groups::Inviting::Members,
    asks_rules: false,
    making: groups::Making {
        events: groups::Makers::Members,
        polls: groups::Makers::Members,
        photos: groups::Makers::Members,
        files: groups::Makers::Members,
    },
};

pub async fn make(w: &World, by: &Person, settings: GroupSettings) -> GroupId {
    w.advance(SECOND);
    w.set_trust(by, 2).await;
    let new = NewGroup {
        name: "Walks & Talks".into(),
        about: "We walk.".into(),
        language: "en".into(),
        settings,
        submission: None,
    };
    groups::create(&w.app, &w.viewer(by).await, new).await.unwrap()
}

pub async fn join(w: &World, who: &Person, group: GroupId) -> kith_base::Result<Joined> {
    w.advance(SECOND);
    groups::join(&w.app, &w.viewer(who).await, group, Vec::new(), false).await
}

/// What somebody was told of groups, newest first.
pub async fn told(w: &World, who: &Person) -> Vec<Occasion> {
    let viewer = w.viewer(who).await;
    let found = inbox::page(&w.app, &viewer, PageRequest::first(50), Wanted::default()).await.unwrap();
    let occasions = found.iter().map(|notice| notice.occasion);
    occasions.filter(|occasion| occasion.as_str().starts_with("group_")).collect()
}

async fn members(w: &World, as_who: &Person, group: GroupId, state: MemberState) -> BTreeSet<AccountId> {
    let viewer = w.viewer(as_who).await;
    let found = groups::people(&w.app, &viewer, group, state, PageRequest::first(50)).await.unwrap();
    found.items.iter().map(|line| line.person.id).collect()
}

#[tokio::test]
async fn whoever_begins_a_group_owns_it_and_others_join_as_it_is_set() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let free = make(&w, &ann, FREE).await;
        assert_eq!(join(&w, &ben, free).await.unwrap(), Joined::In);
        assert_eq!(join(&w, &ben, free).await.unwrap(), Joined::In, "twice is once");
        assert_eq!(members(&w, &ben, free, MemberState::Member).await, [ann.id, ben.id].into());
        let group = groups::get(&w.app, &w.viewer(&ben).await, free).await.unwrap();
        assert_eq!((group.member_count, group.role()), (2, Some(GroupRole::Member)));
        let closed = make(&w, &ann, GroupSettings { joining: Joining::Invitation, ..FREE }).await;
        assert_eq!(join(&w, &cem, closed).await.unwrap_err().kind(), Kind::Forbidden);
        let hidden = make(&w, &ann, GroupSettings { visibility: Visibility::Hidden, ..FREE }).await;
        assert!(join(&w, &cem, hidden).await.unwrap_err().is_not_found());
        assert!(groups::get(&w.app, &w.viewer(&cem).await, hidden).await.unwrap_err().is_not_found());
    })
    .await;
}

#[tokio::test]
async fn requests_carry_answers_and_are_decided() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let settings = GroupSettings { joining: Joining::Request, asks_rules: true, ..FREE };
        let group = make(&w, &ann, settings).await;
        let as_ann = w.viewer(&ann).await;
        groups::set_questions(&w.app, &as_ann, group, vec!["Why?".into(), " ".into()]).await.unwrap();
        let (as_ben, as_cem) = (w.viewer(&ben).await, w.viewer(&cem).await);
        let why = vec!["Because".to_owned()];
        let not_agreed = groups::join(&w.app, &as_ben, group, why.clone(), false).await.unwrap_err();
        assert_eq!(not_agreed.fields()[0].field, "agreed");
        let silent = groups::join(&w.app, &as_ben, group, Vec::new(), true).await.unwrap_err();
        assert_eq!(silent.fields()[0].field, "answers");
        for viewer in [&as_ben, &as_cem] {
            w.advance(SECOND);
            assert_eq!(groups::join(&w.app, viewer, group, why.clone(), true).await.unwrap(), Joined::Asked);
        }
        assert_eq!(told(&w, &ann).await, [Occasion::GroupRequest, Occasion::GroupRequest]);
        let asking = groups::people(&w.app, &as_ann, group, MemberState::Requested, PageRequest::first(9))
            .await
            .unwrap();
        assert_eq!(asking.items[0].answers, [("Why?".to_owned(), "Because".to_owned())]);
        assert!(groups::approve(&w.app, &as_cem, group, ben.id).await.unwrap_err().is_not_found());
        groups::approve(&w.app, &as_ann, group, ben.id).await.unwrap();
        groups::decline_request(&w.app, &as_ann, group, cem.id, "Full").await.unwrap();
        assert_eq!(told(&w, &ben).await, [Occasion::GroupRequestResult]);
        assert_eq!(told(&w, &cem).await, [Occasion::GroupRequestResult]);
        assert_eq!(told(&w, &ann).await, [], "nobody asks any more");
        assert_eq!(members(&w, &ann, group, MemberState::Member).await, [ann.id, ben.id].into());
        let own = groups::get(&w.app, &as_cem, group).await.unwrap().own.clone().unwrap();
        assert_eq!((own.state, own.reason.as_str()), (MemberState::Left, "Full"));
    })
    .await;
}

#[tokio::test]
async fn members_invite_friends_and_an_invitation_shows_what_is_hidden() {
    World::each(|w| async move {
        let (ann, ben, zoe) = (w.person("ann").await, w.person("ben").await, w.person("zoe").await);
        w.befriend(&ann, &ben).await;
        let settings = GroupSettings { visibility: Visibility::Hidden, joining: Joining::Invitation, ..FREE };
        let group = make(&w, &ann, settings).await;
        let asked = groups::invite(&w.app, &w.viewer(&ann).await, group, vec![ben.id, zoe.id]).await.unwrap();
        assert_eq!(asked, 2, "whoever looks after it asks in whom they like");
        assert_eq!(told(&w, &ben).await, [Occasion::GroupInvite]);
        groups::get(&w.app, &w.viewer(&ben).await, group).await.unwrap();
        assert_eq!(join(&w, &ben, group).await.unwrap(), Joined::In);
        assert_eq!(told(&w, &ben).await, [], "it is answered");
        groups::decline(&w.app, &w.viewer(&zoe).await, group).await.unwrap();
        assert!(groups::get(&w.app, &w.viewer(&zoe).await, group).await.is_err());
        w.befriend(&ben, &zoe).await;
        let again = groups::invite(&w.app, &w.viewer(&ben).await, group, vec![zoe.id]).await.unwrap();
        assert_eq!(again, 0, "a no holds for a while");
        w.advance(31 * DAY);
        let later = groups::invite(&w.app, &w.viewer(&ben).await, group, vec![zoe.id, ann.id]).await.unwrap();
        assert_eq!(later, 1);
    })
    .await;
}

#[tokio::test]
async fn roles_reach_downwards_alone() {
    World::each(|w| async move {
        let (ann, ben, cem, dee) =
            (w.person("ann").await, w.person("ben").await, w.person("cem").await, w.person("dee").await);
        let group = make(&w, &ann, FREE).await;
        for person in [&ben, &cem, &dee] {
            join(&w, person, group).await.unwrap();
        }
        let as_ann = w.viewer(&ann).await;
        groups::set_role(&w.app, &as_ann, group, ben.id, GroupRole::Moderator).await.unwrap();
        assert_eq!(told(&w, &ben).await, [Occasion::GroupRoleChanged]);
        let as_ben = w.viewer(&ben).await;
        assert!(groups::remove(&w.app, &as_ben, group, ann.id, "").await.unwrap_err().is_not_found());
        let named = groups::set_role(&w.app, &as_ben, group, cem.id, GroupRole::Moderator).await;
        assert!(named.unwrap_err().is_not_found());
        w.advance(SECOND);
        groups::remove(&w.app, &as_ben, group, cem.id, "Loud").await.unwrap();
        assert_eq!(told(&w, &cem).await, [Occasion::GroupRoleChanged]);
        assert_eq!(join(&w, &cem, group).await.unwrap(), Joined::Asked, "whoever was sent away asks");
        groups::ban(&w.app, &as_ben, group, cem.id, "Again").await.unwrap();
        assert!(join(&w, &cem, group).await.unwrap_err().is_not_found());
        w.advance(SECOND);
        groups::unban(&w.app, &as_ben, group, cem.id).await.unwrap();
        assert_eq!(join(&w, &cem, group).await.unwrap(), Joined::Asked);
        let as_dee = w.viewer(&dee).await;
        assert!(groups::log(&w.app, &as_dee, group).await.unwrap_err().is_not_found());
        let acts: Vec<Act> =
            groups::log(&w.app, &as_ann, group).await.unwrap().iter().map(|line| line.act).collect();
        assert_eq!(acts, [Act::Unbanned, Act::Banned, Act::Removed, Act::RoleGiven, Act::Made]);
    })
    .await;
}

#[tokio::test]
async fn a_group_finds_somebody_to_look_after_it() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let staff = w.person_with_role("staff", kith_domain::viewer::Role::Admin).await;
        let settings = GroupSettings { visibility: Visibility::Hidden, ..FREE };
        let group = make(&w, &ann, settings).await;
        w.befriend(&ann, &ben).await;
        groups::invite(&w.app, &w.viewer(&ann).await, group, vec![ben.id, cem.id]).await.unwrap();
        for person in [&ben, &cem] {
            join(&w, person, group).await.unwrap();
        }
        groups::set_role(&w.app, &w.viewer(&ann).await, group, ben.id, GroupRole::Moderator).await.unwrap();
        groups::leave(&w.app, &w.viewer(&ann).await, group).await.unwrap();
        assert!(told(&w, &ben).await.contains(&Occasion::GroupOwnerHandover));
        let as_staff = w.viewer(&staff).await;
        assert!(groups::claim(&w.app, &as_staff, group).await.unwrap_err().is_not_found(), "not yet");
        assert!(groups::claim(&w.app, &w.viewer(&cem).await, group).await.unwrap_err().is_not_found());
        w.advance(groups::STAFF_AFTER + HOUR);
        assert_eq!(groups::offered(&w.app, &as_staff).await.unwrap().len(), 1);
        groups::claim(&w.app, &w.viewer(&ben).await, group).await.unwrap();
        assert!(groups::offered(&w.app, &as_staff).await.unwrap().is_empty());
        let owned = groups::get(&w.app, &w.viewer(&ben).await, group).await.unwrap();
        assert_eq!(owned.role(), Some(GroupRole::Owner));
        groups::leave(&w.app, &w.viewer(&ben).await, group).await.unwrap();
        groups::claim(&w.app, &as_staff, group).await.unwrap();
        for person in [&cem, &staff] {
            groups::leave(&w.app, &w.viewer(person).await, group).await.unwrap();
        }
        w.run_jobs().await;
        assert!(
            groups::get(&w.app, &kith_domain::Viewer::System("test"), group).await.is_err(),
            "it is over"
        );
    })
    .await;
}

#[tokio::test]
async fn what_lets_more_people_read_waits_and_everybody_knows() {
    World::each(|w| async move {
        let (ann, ben, zoe) = (w.person("ann").await, w.person("ben").await, w.person("zoe").await);
        let group = make(&w, &ann, FREE).await;
        join(&w, &ben, group).await.unwrap();
        let as_ann = w.viewer(&ann).await;
        let open = GroupSettings { visibility: Visibility::Site, ..FREE };
        assert!(groups::set(&w.app, &w.viewer(&ben).await, group, open).await.unwrap_err().is_not_found());
        groups::set(&w.app, &as_ann, group, open).await.unwrap();
        w.run_jobs().await;
        assert_eq!(told(&w, &ben).await, [Occasion::GroupChanged]);
        assert_eq!(told(&w, &ann).await, []);
        let shown = groups::get(&w.app, &w.viewer(&zoe).await, group).await.unwrap();
        assert_eq!(shown.settings.visibility, Visibility::Private);
        w.advance(groups::NOTICE - HOUR);
        w.upkeep("groups.open_due").await;
        let shown = groups::get(&w.app, &w.viewer(&zoe).await, group).await.unwrap();
        assert_eq!(shown.settings.visibility, Visibility::Private, "not a day early");
        w.advance(2 * HOUR);
        w.upkeep("groups.open_due").await;
        let shown = groups::get(&w.app, &w.viewer(&zoe).await, group).await.unwrap();
        assert_eq!((shown.settings.visibility, shown.opening), (Visibility::Site, None));
        groups::set(&w.app, &as_ann, group, FREE).await.unwrap();
        let shown = groups::get(&w.app, &w.viewer(&zoe).await, group).await.unwrap();
        assert_eq!(shown.settings.visibility, Visibility::Private, "closing needs no time");
    })
    .await;
}

#[tokio::test]
async fn names_addresses_and_words() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let group = make(&w, &ann, FREE).await;
        let (as_ann, as_ben) = (w.viewer(&ann).await, w.viewer(&ben).await);
        assert!(matches!(groups::find(&w.app, &as_ben, "Walks-Talks").await.unwrap(), Lookup::Here(_)));
        groups::rename(&w.app, &as_ann, group, "Hikes", "hikes").await.unwrap();
        match groups::find(&w.app, &as_ben, "walks-talks").await.unwrap() {
            Lookup::Moved(slug) => assert_eq!(slug, "hikes"),
            Lookup::Here(_) => panic!("the old address leads to the new one"),
        }
        let other = make(&w, &ben, FREE).await;
        let taken = groups::rename(&w.app, &as_ben, other, "Mine", "walks-talks").await.unwrap_err();
        assert_eq!(taken.fields()[0].field, "slug");
        let german =
            GroupText { language: "de".into(), about: "Wir *gehen*.".into(), ..GroupText::default() };
        groups::set_text(&w.app, &as_ann, group, german).await.unwrap();
        let in_german = groups::page(&w.app, &as_ben, group, &Reading::in_order(["de"])).await.unwrap();
        assert!(in_german.text.about_html.contains("<em>gehen</em>"), "{}", in_german.text.about_html);
        let in_french = groups::page(&w.app, &as_ben, group, &Reading::in_order(["fr", "en"])).await.unwrap();
        assert_eq!(in_french.text.language, "en", "the next best language");
        let found = groups::discover(&w.app, &as_ben, "hik", PageRequest::first(9)).await.unwrap();
        assert_eq!(found.items.iter().map(|group| group.id).collect::<Vec<_>>(), [group]);
        let none = groups::discover(&w.app, &as_ben, "%", PageRequest::first(9)).await.unwrap();
        assert!(none.items.is_empty(), "a percent sign is a letter like any other");
        groups::archive(&w.app, &as_ann, group).await.unwrap();
        assert_eq!(groups::get(&w.app, &as_ben, group).await.unwrap().state, GroupState::Archived);
        assert_eq!(join(&w, &ben, group).await.unwrap_err().kind(), Kind::Forbidden);
    })
    .await;
}

#[tokio::test]
async fn erasing_an_account_is_leaving_every_group() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let group = make(&w, &ann, FREE).await;
        let alone = make(&w, &ann, FREE).await;
        join(&w, &ben, group).await.unwrap();
        groups::set_role(&w.app, &w.viewer(&ann).await, group, ben.id, GroupRole::Moderator).await.unwrap();
        kith_domain::leaving::erase(&w.app, ann.id).await.unwrap();
        w.run_jobs().await;
        let as_ben = w.viewer(&ben).await;
        let left = groups::get(&w.app, &as_ben, group).await.unwrap();
        assert_eq!((left.member_count, left.offered_at.is_some()), (1, true));
        assert_eq!(told(&w, &ben).await, [Occasion::GroupOwnerHandover]);
        assert!(groups::get(&w.app, &kith_domain::Viewer::System("test"), alone).await.is_err());
    })
    .await;
}
