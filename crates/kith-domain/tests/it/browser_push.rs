//! Waking browsers: each for its own session, with what a page needs, and never again after the session ended.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kith_base::{DAY, Kind, SECOND, Secret, limits};
use kith_db::{params, statement};
use kith_domain::apps;
use kith_domain::kinds::SessionId;
use kith_domain::leaving;
use kith_domain::members;
use kith_domain::ports::{PushMessage, Pushed};
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_domain::push::{self, NewSubscription};
use kith_domain::relationships;
use kith_domain::sessions::{self, Origin};
use kith_domain::viewer::Role;
use kith_testkit::{PASSWORD, Person, World};

fn asked(endpoint: &str) -> NewSubscription {
    let mut point = [7; 65];
    point[0] = 4;
    NewSubscription {
        endpoint: endpoint.to_owned(),
        p256dh: URL_SAFE_NO_PAD.encode(point),
        auth: URL_SAFE_NO_PAD.encode([9; 16]),
        ..NewSubscription::default()
    }
}

/// A browser in which somebody signs in.
async fn session(w: &World, person: &Person) -> SessionId {
    w.advance(1);
    let origin = Origin { user_agent: "Mozilla/5.0 Firefox/140.0".into(), network: "192.0.2.0/24".into() };
    sessions::begin(&w.app, person.id, origin).await.unwrap().signed_in.session
}

async fn wake(w: &World, person: &Person, session: SessionId, endpoint: &str) {
    w.advance(1);
    push::subscribe_browser(&w.app, &w.viewer(person).await, session, asked(endpoint)).await.unwrap();
}

/// Sessions of `person` that are woken.
async fn woken(w: &World, person: &Person) -> Vec<SessionId> {
    let known = push::browsers(&w.app, &w.viewer(person).await).await.unwrap();
    known.into_iter().map(|browser| browser.session).collect()
}

/// Something that rings: a request.
async fn ask(w: &World, who: &Person, whom: &Person) {
    relationships::request_friend(&w.app, &w.viewer(who).await, whom.id).await.unwrap();
}

async fn sent(w: &World) -> Vec<PushMessage> {
    assert_eq!(w.run_jobs().await.failed, 0);
    w.pushes.take()
}

statement!(ROWS, "test.browser_push_rows", "SELECT COUNT(*) AS subscriptions FROM push_subscriptions");

async fn rows(w: &World) -> i64 {
    w.app.db.read(|q| q.count(&ROWS, &params![])).await.unwrap()
}

#[tokio::test]
async fn a_browser_is_told_where_to_lead_and_what_to_show_together() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let here = session(&w, &ann).await;
        wake(&w, &ann, here, "https://push.example/1").await;
        ask(&w, &ben, &ann).await;
        let pushes = sent(&w).await;
        let page = pushes[0].page.clone().unwrap();
        assert_eq!((pushes.len(), page.path.as_str(), page.unread), (1, "/friends", 1));
        assert!(
            pushes[0].is_standard
                && pushes[0].language == "en"
                && pushes[0].title.to_lowercase().contains("ben")
        );
        assert!(page.tag.starts_with("notice-"), "{}", page.tag);

        let choice = AudienceChoice::plain(Audience::Community);
        let new = NewPost { text: "Hello @ann".into(), choice, ..NewPost::default() };
        let post = posts::create(&w.app, &w.viewer(&ben).await, new).await.unwrap().id;
        let page = sent(&w).await[0].page.clone().unwrap();
        assert_eq!((page.path, page.unread), (format!("/p/{post}"), 2));
    })
    .await;
}

#[tokio::test]
async fn what_happens_in_groups_leads_to_the_very_thing() {
    World::each(|w| async move {
        use kith_domain::groups::{GroupSettings, Joining, Posting};
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let settings =
            GroupSettings { joining: Joining::Request, posting: Posting::Approved, ..crate::groups::FREE };
        let group = crate::groups::make(&w, &ann, settings).await;
        let here = session(&w, &ann).await;
        wake(&w, &ann, here, "https://push.example/1").await;
        crate::groups::join(&w, &ben, group).await.unwrap();
        let page = sent(&w).await[0].page.clone().unwrap();
        assert_eq!(page.path, "/groups/walks-talks/manage");
        kith_domain::groups::approve(&w.app, &w.viewer(&ann).await, group, ben.id).await.unwrap();
        let place = posts::InGroup { group, ..posts::InGroup::default() };
        let new = NewPost { text: "Who comes along?".into(), group: Some(place), ..NewPost::default() };
        posts::create(&w.app, &w.viewer(&ben).await, new).await.unwrap();
        assert!(sent(&w).await.is_empty(), "what waits does not ring of itself");
    })
    .await;
}

#[tokio::test]
async fn each_browser_is_its_own_and_can_be_stopped_and_tried_from_any_other() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let as_ann = w.viewer(&ann).await;
        let (here, there) = (session(&w, &ann).await, session(&w, &ann).await);
        wake(&w, &ann, here, "https://one.example/a").await;
        wake(&w, &ann, there, "https://two.example/b?c").await;
        wake(&w, &ann, here, "https://one.example/d").await;
        let known = push::browsers(&w.app, &as_ann).await.unwrap();
        let services: Vec<&str> = known.iter().map(|browser| browser.service.as_str()).collect();
        assert_eq!(services, ["two.example", "one.example"]);
        ask(&w, &ben, &ann).await;
        let mut endpoints: Vec<String> = sent(&w).await.into_iter().map(|push| push.endpoint).collect();
        endpoints.sort();
        assert_eq!(endpoints, ["https://one.example/d", "https://two.example/b?c"]);

        push::try_out(&w.app, &as_ann, known[0].id).await.unwrap();
        let trial = sent(&w).await;
        assert_eq!(trial.len(), 1);
        assert_eq!(trial[0].endpoint, "https://two.example/b?c");
        assert_eq!(trial[0].page.clone().unwrap().path, "/settings/devices");
        assert!(!trial[0].title.is_empty() && !trial[0].body.is_empty());

        let as_ben = w.viewer(&ben).await;
        for error in [
            push::try_out(&w.app, &as_ben, known[0].id).await.unwrap_err(),
            push::end_one(&w.app, &as_ben, known[0].id).await.unwrap_err(),
        ] {
            assert!(error.is_not_found());
        }
        let stolen = push::subscribe_browser(&w.app, &as_ben, here, asked("https://evil.example/")).await;
        assert_eq!(stolen.unwrap_err().kind(), Kind::SignInNeeded);
        push::end_browser(&w.app, &as_ben, here).await.unwrap();
        assert_eq!(woken(&w, &ann).await, [there, here]);

        push::end_one(&w.app, &as_ann, known[0].id).await.unwrap();
        assert!(push::end_one(&w.app, &as_ann, known[0].id).await.unwrap_err().is_not_found());
        assert_eq!(woken(&w, &ann).await, [here]);
        push::end_browser(&w.app, &as_ann, here).await.unwrap();
        assert_eq!(rows(&w).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_browser_that_is_gone_is_forgotten_at_the_trial() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let (as_ann, here) = (w.viewer(&ann).await, session(&w, &ann).await);
        wake(&w, &ann, here, "https://push.example/1").await;
        let id = push::browsers(&w.app, &as_ann).await.unwrap()[0].id;
        w.pushes.answer(Pushed::Later(None));
        push::try_out(&w.app, &as_ann, id).await.unwrap();
        assert_eq!((sent(&w).await.len(), rows(&w).await), (1, 1));
        w.pushes.answer(Pushed::Gone);
        push::try_out(&w.app, &as_ann, id).await.unwrap();
        assert_eq!((sent(&w).await.len(), rows(&w).await), (1, 0));
    })
    .await;
}

#[tokio::test]
async fn whoever_was_signed_in_before_is_told_nothing_more_at_that_browser() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (hers, his) = (session(&w, &ann).await, session(&w, &ben).await);
        wake(&w, &ann, hers, "https://push.example/shared").await;
        wake(&w, &ben, his, "https://push.example/shared").await;
        assert!(woken(&w, &ann).await.is_empty());
        assert_eq!(woken(&w, &ben).await, [his]);
    })
    .await;
}

#[tokio::test]
async fn f1_a_browser_is_woken_no_longer_however_its_session_ends() {
    World::each(|w| async move {
        let boss = w.person_with_role("boss", Role::Admin).await;
        let ben = w.person("ben").await;
        let ways = ["out", "elsewhere", "everywhere", "password", "suspend", "deactivate", "erase", "old"];
        for (number, way) in ways.into_iter().enumerate() {
            let ann = w.person(&format!("ann{number}")).await;
            let (as_ann, here) = (w.viewer(&ann).await, session(&w, &ann).await);
            let other = session(&w, &ann).await;
            wake(&w, &ann, here, "https://push.example/1").await;
            ask(&w, &ben, &ann).await;
            assert_eq!(rows(&w).await, 1, "{way}");
            let password = || Secret::new(PASSWORD);
            match way {
                "out" => sessions::end(&w.app, &as_ann, here).await.unwrap(),
                "elsewhere" => sessions::end_all(&w.app, &as_ann, Some(other)).await.unwrap(),
                "everywhere" => sessions::end_all(&w.app, &as_ann, None).await.unwrap(),
                "password" => {
                    let new = Secret::new("a low house by a river");
                    let begun =
                        sessions::change_password(&w.app, &as_ann, password(), new, Origin::default());
                    begun.await.unwrap();
                }
                "suspend" => {
                    members::suspend(&w.app, &w.viewer(&boss).await, ann.id, "reason".into()).await.unwrap();
                }
                "deactivate" => leaving::deactivate(&w.app, &as_ann, password()).await.unwrap(),
                "erase" => leaving::erase(&w.app, ann.id).await.unwrap(),
                _ => {
                    assert_eq!(sent(&w).await.len(), 1);
                    w.advance(sessions::SESSION_LIFE + DAY);
                    w.upkeep("sessions.sweep").await;
                }
            }
            assert_eq!(rows(&w).await, 0, "{way}");
            assert!(sent(&w).await.is_empty(), "{way}: what was left to do is done by nobody");
        }
    })
    .await;
}

#[tokio::test]
async fn browsers_and_apps_leave_each_other_alone_and_share_one_limit() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let as_ann = w.viewer(&ann).await;
        let here = session(&w, &ann).await;
        wake(&w, &ann, here, "https://push.example/browser").await;
        let issued = apps::for_account(&w.app, None, ann.id, "read push").await.unwrap();
        let token = apps::find(&w.app, issued.token.expose()).await.unwrap().unwrap().id;
        w.advance(1);
        push::subscribe(&w.app, &as_ann, token, asked("https://push.example/app")).await.unwrap();
        // An app of the same service address does not push a browser out.
        assert_eq!((rows(&w).await, woken(&w, &ann).await), (2, vec![here]));
        sessions::end(&w.app, &as_ann, here).await.unwrap();
        assert!(push::get(&w.app, &as_ann, token).await.is_ok() && rows(&w).await == 1);
        for number in 0..limits::PUSH_SUBSCRIPTIONS {
            w.advance(SECOND);
            let next = session(&w, &ann).await;
            wake(&w, &ann, next, &format!("https://push.example/{number}")).await;
        }
        assert_eq!(rows(&w).await, i64::try_from(limits::PUSH_SUBSCRIPTIONS).unwrap());
        assert!(push::get(&w.app, &as_ann, token).await.unwrap_err().is_not_found(), "the oldest went");
    })
    .await;
}
