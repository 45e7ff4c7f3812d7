//! Pages: who runs one, what each of them may do as it, what its team knows, and what becomes of it.

use kith_base::{DAY, HOUR, Kind, MINUTE, PageRequest, SECOND};
use kith_domain::comments::{self, NewComment};
use kith_domain::inbox::{self, Wanted};
use kith_domain::messages::{self, NewMessage};
use kith_domain::notices::Occasion;
use kith_domain::pages::{self, Act, Button, Category, Details, NewPage, PageText, SubjectKind};
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_domain::sessions::{self, Origin};
use kith_domain::viewer::{AccountState, PageRole, Role};
use kith_domain::{
    AccountId, Viewer, accounts, groups, leaving, members, people, profiles, relationships, scheduled,
    search, statistics,
};
use kith_testkit::{Person, World};

async fn found(w: &World, by: &Person) -> AccountId {
    w.advance(SECOND);
    let new = NewPage {
        handle: "saint_clare".into(),
        name: "Saint Clare".into(),
        category: Category::Faith,
        about: "We *sing*.".into(),
        language: "en".into(),
    };
    pages::found(&w.app, &w.viewer(by).await, new).await.unwrap()
}

/// Brings somebody into the team.
async fn take_in(w: &World, page: AccountId, owner: &Person, who: &Person, role: PageRole) {
    w.advance(SECOND);
    pages::invite(&w.app, &w.viewer(owner).await, page, who.id, role).await.unwrap();
    w.advance(SECOND);
    pages::answer(&w.app, &w.viewer(who).await, page, true).await.unwrap();
}

/// Somebody acting as the page.
async fn acting(w: &World, who: &Person, page: AccountId) -> Viewer {
    pages::as_page(&w.app, &w.viewer(who).await, page).await.unwrap().expect("they may act")
}

async fn write(w: &World, viewer: &Viewer, text: &str) -> kith_base::Result<kith_domain::PostId> {
    w.advance(MINUTE);
    let choice = AudienceChoice::plain(Audience::Community);
    let new = NewPost { text: text.into(), choice, ..NewPost::default() };
    Ok(posts::create(&w.app, viewer, new).await?.id)
}

async fn comment(w: &World, viewer: &Viewer, post: kith_domain::PostId) -> kith_domain::CommentId {
    w.advance(MINUTE);
    let new = NewComment { post, text: "Yes".into(), ..NewComment::default() };
    comments::create(&w.app, viewer, new).await.unwrap().id
}

async fn told(w: &World, who: &Person) -> Vec<Occasion> {
    let viewer = w.viewer(who).await;
    let found = inbox::page(&w.app, &viewer, PageRequest::first(50), Wanted::default()).await.unwrap();
    let occasions = found.iter().map(|notice| notice.occasion);
    occasions.filter(|occasion| occasion.as_str().starts_with("page_")).collect()
}

async fn role(w: &World, page: AccountId, who: &Person) -> Option<PageRole> {
    pages::get(&w.app, &w.viewer(who).await, page).await.unwrap().role
}

async fn log(w: &World, page: AccountId, who: &Person) -> Vec<(Act, AccountId)> {
    let (lines, _) = pages::log(&w.app, &w.viewer(who).await, page, None).await.unwrap();
    lines.iter().map(|line| (line.act, line.by.id)).collect()
}

#[tokio::test]
async fn a_page_is_an_account_that_nobody_signs_in_to() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let page = found(&w, &ann).await;
        assert_eq!(role(&w, page, &ann).await, Some(PageRole::Owner));
        assert_eq!(role(&w, page, &ben).await, None);
        let account = w.app.db.read(move |q| accounts::get(q, page)).await.unwrap();
        assert!(!account.has_password && account.email.is_none());
        let admin = w.person_with_role("olive", Role::Owner).await;
        let as_admin = w.viewer(&admin).await;
        assert!(members::set_role(&w.app, &as_admin, page, Role::Admin).await.unwrap_err().is_not_found());
        assert!(sessions::make_recovery_code(&w.app, page, None).await.unwrap_err().is_not_found());
        let visitor = profiles::get(&w.app, &Viewer::Anonymous, page).await.unwrap();
        assert_eq!(visitor.person.name, "Saint Clare", "it is there for everybody");
        let again = NewPage { handle: "Saint_Clare".into(), name: " ".into(), ..NewPage::default() };
        let again = NewPage { language: "en".into(), ..again };
        let error = pages::found(&w.app, &w.viewer(&ben).await, again).await.unwrap_err();
        assert_eq!(error.fields()[0].field, "display_name");
    })
    .await;
}

#[tokio::test]
async fn a_page_is_followed_and_nobodys_friend() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let page = found(&w, &ann).await;
        let b = w.viewer(&ben).await;
        assert_eq!(
            relationships::request_friend(&w.app, &b, page).await.unwrap_err().kind(),
            Kind::Forbidden
        );
        relationships::follow(&w.app, &b, page).await.unwrap();
        assert!(pages::get(&w.app, &b, page).await.unwrap().is_followed);
        let speaks = acting(&w, &ann, page).await;
        assert_eq!(
            relationships::request_friend(&w.app, &speaks, ben.id).await.unwrap_err().kind(),
            Kind::Forbidden
        );
        let figures = pages::figures(&w.app, &w.viewer(&ann).await, page).await.unwrap();
        assert_eq!((figures.followers, figures.new_followers), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn a_page_is_no_person_where_people_are_meant() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        w.advance(HOUR);
        let before = statistics::current(&w.app).await.unwrap().members;
        let page = found(&w, &ann).await;
        w.advance(HOUR);
        assert_eq!(statistics::current(&w.app).await.unwrap().members, before, "members are people");
        let b = w.viewer(&ben).await;
        let listed = people::directory(&w.app, &b, "", None).await.unwrap();
        assert!(listed.people.iter().all(|entry| entry.person.id != page), "the directory");
        let suggested = people::suggestions(&w.app, &b, 20).await.unwrap();
        assert!(suggested.iter().all(|entry| entry.person.id != page), "suggestions");
        let admin = w.person_with_role("olive", Role::Owner).await;
        let as_admin = w.viewer(&admin).await;
        let wanted = members::MemberFilter { word: "saint".into(), ..Default::default() };
        let staffs = members::page(&w.app, &as_admin, wanted).await;
        assert!(staffs.unwrap().items.is_empty(), "the staff's list of members");
        let found = search::people(&w.app, &b, "saint", 20, 0).await.unwrap();
        assert!(found.people.iter().any(|entry| entry.person.id == page), "search finds it");
    })
    .await;
}

#[tokio::test]
async fn the_team_acts_as_the_page_and_knows_who_did_it() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let page = found(&w, &ann).await;
        take_in(&w, page, &ann, &ben, PageRole::Editor).await;
        let speaks = acting(&w, &ben, page).await;
        let post = write(&w, &speaks, "Choir on Friday").await.unwrap();
        let seen = posts::get(&w.app, &w.viewer(&cem).await, post).await.unwrap();
        assert_eq!(seen.author, page, "others see the page");
        let by = |viewer: Viewer| {
            let app = &w.app;
            async move {
                app.db
                    .read(move |q| pages::spoken_by(q, &viewer, SubjectKind::Post, &[post.raw()]))
                    .await
                    .unwrap()
            }
        };
        let known = by(acting(&w, &ann, page).await).await;
        assert_eq!(known.get(&post.raw()).map(|person| person.id), Some(ben.id));
        assert!(by(w.viewer(&cem).await).await.is_empty() && by(w.viewer(&ben).await).await.is_empty());
        assert_eq!(log(&w, page, &ann).await[0], (Act::Posted, ben.id));
        assert!(pages::log(&w.app, &w.viewer(&cem).await, page, None).await.unwrap_err().is_not_found());
        let from_ann = acting(&w, &ann, page).await;
        w.advance(SECOND);
        posts::delete(&w.app, &from_ann, post).await.unwrap();
        assert_eq!(log(&w, page, &ben).await[0], (Act::PostDeleted, ann.id));
    })
    .await;
}

#[tokio::test]
async fn each_role_does_what_the_table_says() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let (editor, moderator, analyst) =
            (w.person("ben").await, w.person("cem").await, w.person("dan").await);
        let stranger = w.person("eve").await;
        let page = found(&w, &ann).await;
        take_in(&w, page, &ann, &editor, PageRole::Editor).await;
        take_in(&w, page, &ann, &moderator, PageRole::Moderator).await;
        take_in(&w, page, &ann, &analyst, PageRole::Analyst).await;

        let reads = w.viewer(&analyst).await;
        assert!(pages::as_page(&w.app, &reads, page).await.unwrap().is_none(), "figures and no more");
        assert!(pages::figures(&w.app, &reads, page).await.is_ok());
        assert!(pages::log(&w.app, &reads, page, None).await.unwrap_err().is_not_found());

        let (edits, keeps) = (acting(&w, &editor, page).await, acting(&w, &moderator, page).await);
        let post = write(&w, &edits, "Choir on Friday").await.unwrap();
        assert_eq!(write(&w, &keeps, "Me too").await.unwrap_err().kind(), Kind::Forbidden);
        let said = comment(&w, &w.viewer(&stranger).await, post).await;
        assert_eq!(comments::delete(&w.app, &edits, said).await.unwrap_err().kind(), Kind::Forbidden);
        comments::delete(&w.app, &keeps, said).await.unwrap();
        let own = comment(&w, &edits, post).await;
        comments::delete(&w.app, &edits, own).await.unwrap();

        let asked = NewMessage { text: "When do you sing?".into(), ..NewMessage::default() };
        let message = messages::write_to(&w.app, &w.viewer(&stranger).await, page, asked).await.unwrap();
        w.advance(SECOND);
        let answer = NewMessage { text: "At six.".into(), ..NewMessage::default() };
        messages::send(&w.app, &keeps, message.conversation, answer).await.unwrap();
        assert_eq!(log(&w, page, &ann).await[0], (Act::Wrote, moderator.id));

        let details = Details { name: "Saint Clare".into(), ..Details::default() };
        for person in [&editor, &moderator, &analyst, &stranger] {
            let viewer = w.viewer(person).await;
            let refused = pages::edit(&w.app, &viewer, page, details.clone()).await.unwrap_err();
            assert!(refused.is_not_found(), "{}", person.handle);
        }
    })
    .await;
}

#[tokio::test]
async fn a_role_that_is_lost_ends_acting_at_once() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let page = found(&w, &ann).await;
        take_in(&w, page, &ann, &ben, PageRole::Editor).await;
        let begun = sessions::begin(&w.app, ben.id, Origin::default()).await.unwrap();
        let session = begun.signed_in.session;
        let acts_as =
            || async { sessions::find(&w.app, begun.token.expose()).await.unwrap().unwrap().acts_as };
        assert_eq!(acts_as().await, None);
        pages::act_as(&w.app, &w.viewer(&ben).await, session, Some(page)).await.unwrap();
        assert_eq!(acts_as().await, Some(page));
        let held = acting(&w, &ben, page).await;
        pages::remove(&w.app, &w.viewer(&ann).await, page, ben.id).await.unwrap();
        assert_eq!(acts_as().await, None);
        assert!(pages::as_page(&w.app, &w.viewer(&ben).await, page).await.unwrap().is_none());
        let late = write(&w, &held, "One more thing").await.unwrap_err();
        assert_eq!(late.kind(), Kind::Forbidden, "what began before is looked at again");
        assert!(told(&w, &ben).await.contains(&Occasion::PageRole));
        let refused = pages::act_as(&w.app, &w.viewer(&ben).await, session, Some(page)).await;
        assert!(refused.unwrap_err().is_not_found());
    })
    .await;
}

#[tokio::test]
async fn whoever_is_suspended_acts_as_nothing_and_a_suspended_page_is_nobody() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let page = found(&w, &ann).await;
        take_in(&w, page, &ann, &ben, PageRole::Editor).await;
        w.set_state(&ben, AccountState::Suspended).await;
        assert!(pages::as_page(&w.app, &w.viewer(&ben).await, page).await.unwrap().is_none());
        let as_page = Person { id: page, handle: "saint_clare".into(), name: "Saint Clare".into() };
        w.set_state(&as_page, AccountState::Suspended).await;
        assert!(pages::as_page(&w.app, &w.viewer(&ann).await, page).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn people_are_asked_and_answer_themselves() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let page = found(&w, &ann).await;
        let a = w.viewer(&ann).await;
        pages::invite(&w.app, &a, page, ben.id, PageRole::Admin).await.unwrap();
        assert_eq!(role(&w, page, &ben).await, None, "being asked is no role");
        assert_eq!(told(&w, &ben).await, [Occasion::PageInvite]);
        assert_eq!(pages::invitations(&w.app, &w.viewer(&ben).await).await.unwrap().len(), 1);
        w.advance(SECOND);
        pages::answer(&w.app, &w.viewer(&ben).await, page, true).await.unwrap();
        assert_eq!(told(&w, &ben).await, [], "it is answered");
        let b = w.viewer(&ben).await;
        assert!(pages::invite(&w.app, &b, page, cem.id, PageRole::Admin).await.unwrap_err().is_not_found());
        pages::invite(&w.app, &b, page, cem.id, PageRole::Editor).await.unwrap();
        pages::answer(&w.app, &w.viewer(&cem).await, page, false).await.unwrap();
        assert_eq!(role(&w, page, &cem).await, None);
        assert!(pages::answer(&w.app, &w.viewer(&cem).await, page, true).await.unwrap_err().is_not_found());
        assert!(
            pages::set_role(&w.app, &b, page, ann.id, PageRole::Editor).await.unwrap_err().is_not_found()
        );
        let nobody = pages::invite(&w.app, &a, page, page, PageRole::Editor).await.unwrap_err();
        assert_eq!(nobody.fields()[0].field, "person", "a page runs no page");
    })
    .await;
}

#[tokio::test]
async fn the_longest_standing_admin_succeeds_the_owner() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let dan = w.person("dan").await;
        let page = found(&w, &ann).await;
        take_in(&w, page, &ann, &dan, PageRole::Editor).await;
        take_in(&w, page, &ann, &cem, PageRole::Admin).await;
        take_in(&w, page, &ann, &ben, PageRole::Admin).await;
        pages::leave(&w.app, &w.viewer(&ann).await, page).await.unwrap();
        assert_eq!(role(&w, page, &cem).await, Some(PageRole::Owner));
        assert_eq!(role(&w, page, &ben).await, Some(PageRole::Admin));
        assert!(told(&w, &cem).await.contains(&Occasion::PageRole));
        pages::hand_over(&w.app, &w.viewer(&cem).await, page, ben.id).await.unwrap();
        assert_eq!(role(&w, page, &cem).await, Some(PageRole::Admin));
        assert_eq!(role(&w, page, &ben).await, Some(PageRole::Owner));
        leaving::erase(&w.app, ben.id).await.unwrap();
        assert_eq!(role(&w, page, &cem).await, Some(PageRole::Owner), "erasing is leaving");
        pages::leave(&w.app, &w.viewer(&cem).await, page).await.unwrap();
        assert_eq!(role(&w, page, &dan).await, Some(PageRole::Owner), "without an admin, the next highest");
        pages::leave(&w.app, &w.viewer(&dan).await, page).await.unwrap();
        let gone = pages::get(&w.app, &w.viewer(&dan).await, page).await;
        assert!(gone.unwrap_err().is_not_found(), "a page that nobody runs is closed");
    })
    .await;
}

#[tokio::test]
async fn a_page_is_closed_opened_again_and_erased() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let page = found(&w, &ann).await;
        take_in(&w, page, &ann, &ben, PageRole::Admin).await;
        assert!(pages::close(&w.app, &w.viewer(&ben).await, page).await.unwrap_err().is_not_found());
        pages::close(&w.app, &w.viewer(&ann).await, page).await.unwrap();
        let eve = w.person("eve").await;
        assert!(pages::get(&w.app, &w.viewer(&eve).await, page).await.unwrap_err().is_not_found());
        assert_eq!(pages::own(&w.app, &w.viewer(&ann).await).await.unwrap().len(), 1, "its team finds it");
        pages::reopen(&w.app, &w.viewer(&ann).await, page).await.unwrap();
        assert!(pages::get(&w.app, &w.viewer(&eve).await, page).await.is_ok());
        pages::close(&w.app, &w.viewer(&ann).await, page).await.unwrap();
        w.advance(pages::GRACE + DAY);
        leaving::erase(&w.app, page).await.unwrap();
        assert_eq!(pages::own(&w.app, &w.viewer(&ann).await).await.unwrap().len(), 0);
        assert!(w.viewer(&ann).await.member().unwrap().pages.is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_it_says_stands_in_the_language_of_the_reader_and_on_its_profile() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let page = found(&w, &ann).await;
        let a = w.viewer(&ann).await;
        let arabic = PageText { language: "ar".into(), about: "نغني".into(), ..PageText::default() };
        pages::set_text(&w.app, &a, page, arabic).await.unwrap();
        let b = w.viewer(&ben).await;
        let (text, known) = pages::about(&w.app, &b, page, vec!["ar".into()]).await.unwrap();
        assert_eq!((text.language.as_str(), known.len()), ("ar", 2));
        let mut hours = pages::Hours::default();
        hours.0[6] = pages::read_day("10-14").unwrap();
        let details = Details {
            name: "Saint Clare, Hill".into(),
            category: Category::Faith,
            website: "https://example.org".into(),
            phone: "030 1234".into(),
            hours,
            button: Button::Call,
            languages: vec!["en".into(), "ar".into()],
            ..Details::default()
        };
        pages::edit(&w.app, &a, page, details.clone()).await.unwrap();
        let seen = pages::get(&w.app, &b, page).await.unwrap();
        assert_eq!((&seen.person.name, &seen.details.hours), (&details.name, &details.hours));
        // Noon on a Sunday, by universal time.
        assert_eq!(seen.details.hours.is_open_at(w.app.now(), &seen.time_zone), Some(true));
        let profile = profiles::get(&w.app, &Viewer::Anonymous, page).await.unwrap();
        assert!(profile.fields.iter().any(|field| field.value == "https://example.org"));
        assert_eq!(w.viewer(&ann).await.member().unwrap().pages[0].name, "Saint Clare, Hill");
    })
    .await;
}

#[tokio::test]
async fn operators_say_which_page_is_who_it_says() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let admin = w.person_with_role("olive", Role::Admin).await;
        let page = found(&w, &ann).await;
        let a = w.viewer(&ann).await;
        assert!(pages::verify(&w.app, &a, page, true).await.unwrap_err().is_not_found());
        let o = w.viewer(&admin).await;
        w.advance(SECOND);
        pages::verify(&w.app, &o, page, true).await.unwrap();
        assert!(pages::get(&w.app, &a, page).await.unwrap().verified_at.is_some());
        assert_eq!(log(&w, page, &ann).await[0], (Act::Verified, admin.id));
        pages::verify(&w.app, &o, page, false).await.unwrap();
        assert!(pages::get(&w.app, &a, page).await.unwrap().verified_at.is_none());
    })
    .await;
}

#[tokio::test]
async fn newcomers_found_no_pages() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        w.set_trust(&ann, 0).await;
        let new = NewPage {
            handle: "shop".into(),
            name: "Shop".into(),
            language: "en".into(),
            ..NewPage::default()
        };
        let refused = pages::found(&w.app, &w.viewer(&ann).await, new).await.unwrap_err();
        assert_eq!(refused.kind(), Kind::Forbidden);
    })
    .await;
}

#[tokio::test]
async fn a_page_takes_part_in_no_group_and_plans_nothing() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let page = found(&w, &ann).await;
        let group = crate::groups::make(&w, &ann, crate::groups::FREE).await;
        let asked = groups::invite(&w.app, &w.viewer(&ann).await, group, vec![page]).await.unwrap();
        assert_eq!(asked, 0);
        let speaks = acting(&w, &ann, page).await;
        let joins = groups::join(&w.app, &speaks, group, Vec::new(), false).await.unwrap_err();
        assert_eq!(joins.kind(), Kind::Forbidden);
        let choice = AudienceChoice::plain(Audience::Community);
        let later = NewPost { text: "Later".into(), choice, ..NewPost::default() };
        let due_at = w.app.now() + DAY;
        let planned = scheduled::create(&w.app, &speaks, later, None, due_at).await.unwrap_err();
        assert_eq!(planned.kind(), Kind::Forbidden);
    })
    .await;
}
