//! Waking apps: for what they asked, once, with nothing that their owner may not see at that moment, and never again
//! after their token ended.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE;
use kith_base::{DAY, Error, HOUR, Kind, MINUTE, PageRequest, SECOND, Secret, limits};
use kith_db::{jobs, params, statement};
use kith_domain::accounts::{self, Comfort};
use kith_domain::apps::{self, Granted, NewApp};
use kith_domain::comments::{self, NewComment};
use kith_domain::filters::{self, FilterAction, NewFilter};
use kith_domain::kinds::AppTokenId;
use kith_domain::leaving;
use kith_domain::members;
use kith_domain::notices::{self, Alert, Cause, Occasion};
use kith_domain::ports::Pushed;
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_domain::push::{self, Choice, NewSubscription, Policy, Subscription};
use kith_domain::reactions::{self, ReactionKind, Subject};
use kith_domain::relationships;
use kith_domain::sessions::{self, Origin};
use kith_domain::viewer::Role;
use kith_domain::{PostId, Viewer};
use kith_testkit::{PASSWORD, Person, World};

fn asked(endpoint: &str, choice: Choice) -> NewSubscription {
    let mut point = [7; 65];
    point[0] = 4;
    NewSubscription {
        endpoint: endpoint.to_owned(),
        p256dh: URL_SAFE.encode(point),
        auth: URL_SAFE.encode([9; 16]),
        is_standard: true,
        choice,
    }
}

pub(crate) fn everything() -> Choice {
    Choice { alerts: Alert::ALL.iter().copied().collect(), policy: Policy::All }
}

fn only(alert: Alert, policy: Policy) -> Choice {
    Choice { alerts: [alert].into_iter().collect(), policy }
}

/// A token by which an app acts for somebody.
async fn token(w: &World, person: &Person) -> Granted {
    let issued = apps::for_account(&w.app, None, person.id, "read push").await.unwrap();
    apps::find(&w.app, issued.token.expose()).await.unwrap().unwrap()
}

pub(crate) async fn wake(w: &World, person: &Person, choice: Choice) -> AppTokenId {
    let token = token(w, person).await.id;
    let new = asked("https://push.example/1", choice);
    push::subscribe(&w.app, &w.viewer(person).await, token, new).await.unwrap();
    token
}

async fn subscription(w: &World, person: &Person, token: AppTokenId) -> Option<Subscription> {
    match push::get(&w.app, &w.viewer(person).await, token).await {
        Err(error) if error.is_not_found() => None,
        found => Some(found.unwrap()),
    }
}

/// Jobs that would wake somebody.
async fn waiting(w: &World) -> usize {
    let page = w.app.db.read(|q| jobs::page(q, jobs::State::Waiting, PageRequest::first(100))).await.unwrap();
    page.items.iter().filter(|job| job.kind == "push.wake").count()
}

statement!(ROWS, "test.push_rows", "SELECT COUNT(*) AS subscriptions FROM push_subscriptions");

async fn rows(w: &World) -> i64 {
    w.app.db.read(|q| q.count(&ROWS, &params![])).await.unwrap()
}

async fn follow(w: &World, who: &Person, whom: &Person) {
    relationships::follow(&w.app, &w.viewer(who).await, whom.id).await.unwrap();
}

/// The same again: a notice for `whom`, whatever went before.
async fn follow_anew(w: &World, who: &Person, whom: &Person) {
    relationships::unfollow(&w.app, &w.viewer(who).await, whom.id).await.unwrap();
    follow(w, who, whom).await;
}

async fn write(w: &World, who: &Person, text: &str) -> PostId {
    let choice = AudienceChoice::plain(Audience::Community);
    let new = NewPost { text: text.into(), choice, ..NewPost::default() };
    posts::create(&w.app, &w.viewer(who).await, new).await.unwrap().id
}

/// Runs what is due; how many apps were woken.
async fn woken(w: &World) -> usize {
    assert_eq!(w.run_jobs().await.failed, 0);
    w.pushes.take().len()
}

#[tokio::test]
async fn apps_are_woken_for_what_they_asked_for_and_by_whom() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (as_ann, as_ben) = (w.viewer(&ann).await, w.viewer(&ben).await);
        follow(&w, &ben, &ann).await;
        assert_eq!(waiting(&w).await, 0, "nobody is to be woken, so there is nothing to do");
        let token = wake(&w, &ann, only(Alert::Follow, Policy::All)).await;
        write(&w, &ben, "hi @ann").await;
        assert_eq!(waiting(&w).await, 0, "another kind");
        follow_anew(&w, &ben, &ann).await;
        assert_eq!(waiting(&w).await, 1);
        assert_eq!(woken(&w).await, 1);
        let choose = async |choice| push::choose(&w.app, &as_ann, token, choice).await.unwrap();

        choose(only(Alert::Follow, Policy::Followed)).await;
        follow_anew(&w, &ben, &ann).await;
        assert_eq!(woken(&w).await, 0, "she does not follow him");
        follow(&w, &ann, &ben).await;
        follow_anew(&w, &ben, &ann).await;
        assert_eq!(woken(&w).await, 1);

        choose(only(Alert::Mention, Policy::Follower)).await;
        write(&w, &ben, "one for @ann").await;
        assert_eq!(woken(&w).await, 1, "he follows her");
        relationships::unfollow(&w.app, &as_ben, ann.id).await.unwrap();
        write(&w, &ben, "two for @ann").await;
        assert_eq!(woken(&w).await, 0);

        choose(only(Alert::Mention, Policy::Nobody)).await;
        write(&w, &ben, "three for @ann").await;
        assert_eq!(waiting(&w).await, 0);

        choose(everything()).await;
        write(&w, &ben, "four for @ann").await;
        choose(only(Alert::Follow, Policy::All)).await;
        assert_eq!((waiting(&w).await, woken(&w).await), (1, 0), "what it wants now counts");
    })
    .await;
}

#[tokio::test]
async fn a_token_has_one_subscription_and_a_member_not_too_many() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let as_ann = w.viewer(&ann).await;
        let first = wake(&w, &ann, everything()).await;
        let known = subscription(&w, &ann, first).await.unwrap();
        let again = asked("https://push.example/2", only(Alert::Follow, Policy::All));
        let made = push::subscribe(&w.app, &as_ann, first, again).await.unwrap();
        assert_ne!(made.id, known.id);
        assert_eq!(subscription(&w, &ann, first).await, Some(made));
        follow(&w, &ben, &ann).await;
        w.run_jobs().await;
        let sent = w.pushes.take();
        assert_eq!(
            sent.iter().map(|push| push.endpoint.as_str()).collect::<Vec<_>>(),
            ["https://push.example/2"]
        );

        let second = wake(&w, &ann, everything()).await;
        follow_anew(&w, &ben, &ann).await;
        assert_eq!(woken(&w).await, 2, "another app of hers");
        push::end(&w.app, &as_ann, second).await.unwrap();
        push::end(&w.app, &as_ann, second).await.unwrap();
        assert!(
            subscription(&w, &ann, second).await.is_none() && subscription(&w, &ann, first).await.is_some()
        );
        let nothing = push::choose(&w.app, &as_ann, second, everything()).await.unwrap_err();
        assert_eq!(nothing.kind(), Kind::NotFound);

        w.advance(SECOND);
        for _ in 0..limits::PUSH_SUBSCRIPTIONS {
            wake(&w, &ann, everything()).await;
            w.advance(SECOND);
        }
        assert_eq!(rows(&w).await, i64::try_from(limits::PUSH_SUBSCRIPTIONS).unwrap());
        assert!(subscription(&w, &ann, first).await.is_none(), "the oldest went");
    })
    .await;
}

#[tokio::test]
async fn e2_nobody_reaches_the_subscription_of_another_token() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let as_ben = w.viewer(&ben).await;
        let hers = wake(&w, &ann, everything()).await;
        assert!(push::get(&w.app, &as_ben, hers).await.unwrap_err().is_not_found());
        assert!(push::choose(&w.app, &as_ben, hers, Choice::default()).await.unwrap_err().is_not_found());
        push::end(&w.app, &as_ben, hers).await.unwrap();
        let stolen =
            push::subscribe(&w.app, &as_ben, hers, asked("https://evil.example/", everything())).await;
        assert_eq!(stolen.unwrap_err().kind(), Kind::SignInNeeded);
        let known = subscription(&w, &ann, hers).await.unwrap();
        assert_eq!((known.endpoint.as_str(), known.choice), ("https://push.example/1", everything()));
        let nobody = push::get(&w.app, &Viewer::Anonymous, hers).await.unwrap_err();
        assert_eq!(nobody.kind(), Kind::SignInNeeded);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_is_refused_all_at_once() {
    let w = World::sqlite().await;
    let ann = w.person("ann").await;
    let (as_ann, token) = (w.viewer(&ann).await, token(&w, &ann).await.id);
    let fields = |error: Error| error.fields().iter().map(|field| field.field).collect::<Vec<_>>();
    let bad = NewSubscription { endpoint: "http://push.example/".into(), ..NewSubscription::default() };
    let error = push::subscribe(&w.app, &as_ann, token, bad).await.unwrap_err();
    assert_eq!(fields(error), ["endpoint", "keys"]);
    let long = format!("https://push.example/{}", "x".repeat(limits::PUSH_ENDPOINT));
    let error = push::subscribe(&w.app, &as_ann, token, asked(&long, everything())).await.unwrap_err();
    assert_eq!(fields(error), ["endpoint"]);
    assert_eq!(rows(&w).await, 0);
}

#[tokio::test]
async fn f1_a_subscription_is_gone_with_its_token_however_that_ends() {
    World::each(|w| async move {
        let boss = w.person_with_role("boss", Role::Admin).await;
        let ben = w.person("ben").await;
        let ways = ["disconnect", "revoke", "password", "reset", "suspend", "deactivate", "erase"];
        for (number, way) in ways.into_iter().enumerate() {
            let ann = w.person(&format!("ann{number}")).await;
            let as_ann = w.viewer(&ann).await;
            let new = NewApp {
                name: "App".into(),
                redirect_uris: vec!["https://app.example/".into()],
                scopes: "read push".into(),
                network: number.to_string(),
                ..NewApp::default()
            };
            let known = apps::register(&w.app, new).await.unwrap();
            let issued = apps::for_account(&w.app, Some(known.app.id), ann.id, "read push").await.unwrap();
            let token = apps::find(&w.app, issued.token.expose()).await.unwrap().unwrap().id;
            let new = asked("https://push.example/1", everything());
            push::subscribe(&w.app, &as_ann, token, new).await.unwrap();
            follow(&w, &ben, &ann).await;
            assert_eq!((rows(&w).await, waiting(&w).await), (1, 1), "{way}");
            let password = || Secret::new(PASSWORD);
            match way {
                "disconnect" => apps::disconnect(&w.app, &as_ann, known.app.id).await.unwrap(),
                "revoke" => {
                    let (id, secret) = (&known.app.client_id, known.secret.expose());
                    apps::revoke(&w.app, id, secret, issued.token.expose()).await.unwrap();
                }
                "password" => {
                    let new = Secret::new("a low house by a river");
                    sessions::change_password(&w.app, &as_ann, password(), new, Origin::default())
                        .await
                        .unwrap();
                }
                "reset" => {
                    let (system, new) = (Viewer::System("test"), Secret::new("a low house by a river"));
                    sessions::set_password(&w.app, &system, ann.id, new).await.unwrap();
                }
                "suspend" => {
                    members::suspend(&w.app, &w.viewer(&boss).await, ann.id, "reason".into()).await.unwrap();
                }
                "deactivate" => leaving::deactivate(&w.app, &as_ann, password()).await.unwrap(),
                _ => leaving::erase(&w.app, ann.id).await.unwrap(),
            }
            assert_eq!(rows(&w).await, 0, "{way}");
            assert_eq!(woken(&w).await, 0, "{way}: what was left to do is done by nobody");
        }
    })
    .await;
}

#[tokio::test]
async fn the_work_is_left_in_the_transaction_of_the_notice() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        wake(&w, &ann, everything()).await;
        let (to, from) = (ann.id, ben.id);
        let lost: Result<(), Error> = w
            .app
            .db
            .write(move |tx| {
                notices::tell(tx, to, &Cause::between(Occasion::NewFollower, from))?;
                Err(Error::conflict("error-conflict"))
            })
            .await;
        assert!(lost.is_err());
        assert_eq!(waiting(&w).await, 0);
        for _ in 0..2 {
            let told =
                w.app.db.write(move |tx| notices::tell(tx, to, &Cause::between(Occasion::NewFollower, from)));
            told.await.unwrap();
        }
        assert_eq!(waiting(&w).await, 1, "who knows already is not woken again");
    })
    .await;
}

#[tokio::test]
async fn e10_the_notice_is_held_against_the_rules_of_the_moment() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let as_ann = w.viewer(&ann).await;
        wake(&w, &ann, everything()).await;
        let ways = ["block", "blocked", "mute", "delete", "narrow", "read", "old"];
        for (number, way) in ways.into_iter().enumerate() {
            let ben = w.person(&format!("ben{number}")).await;
            let as_ben = w.viewer(&ben).await;
            let post = write(&w, &ben, &format!("hi @ann, {way}")).await;
            assert_eq!(waiting(&w).await, 1, "{way}");
            match way {
                "block" => w.block(&ann, &ben).await,
                "blocked" => w.block(&ben, &ann).await,
                "mute" => relationships::mute(&w.app, &as_ann, ben.id, None).await.unwrap(),
                "delete" => posts::delete(&w.app, &as_ben, post).await.unwrap(),
                "narrow" => {
                    let choice = AudienceChoice::plain(Audience::Self_);
                    let comments = posts::CommentChoice::default();
                    posts::set_audience(&w.app, &as_ben, post, choice, comments).await.unwrap();
                }
                "read" => kith_domain::inbox::clear(&w.app, &as_ann).await.unwrap(),
                _ => w.advance(2 * DAY),
            }
            assert_eq!(woken(&w).await, 0, "{way}");
            assert_eq!(waiting(&w).await, 0, "{way}");
        }
        let ben = w.person("ben").await;
        write(&w, &ben, "hi @ann, now").await;
        assert_eq!(woken(&w).await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_is_told_is_short_and_in_the_language_of_its_reader() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (as_ann, as_ben) = (w.viewer(&ann).await, w.viewer(&ben).await);
        wake(&w, &ann, everything()).await;
        let last = async || {
            w.run_jobs().await;
            let mut told = w.pushes.take();
            assert_eq!(told.len(), 1);
            let told = told.remove(0);
            (told.title.replace(['\u{2068}', '\u{2069}'], ""), told.body.clone(), told)
        };
        write(&w, &ben, "Dear @ann, *this* <b> & more:\n\nsecond").await;
        let (title, body, push) = last().await;
        assert_eq!((title.as_str(), push.language.as_str()), ("Ben mentioned you", "en"));
        assert!(body.contains("Dear @ann, this") && body.contains("& more: second"), "{body}");
        assert_eq!(push.icon, "https://kith.example/avatars/missing.png");
        assert_eq!((push.p256dh.len(), push.auth.as_slice()), (65, [9; 16].as_slice()));

        let post = write(&w, &ann, &"long ".repeat(100)).await;
        let subject = Subject::Post(post);
        reactions::set(&w.app, &as_ben, subject, Some(ReactionKind::Love)).await.unwrap();
        let (title, body, _) = last().await;
        assert_eq!(title, format!("Ben reacted: {}", ReactionKind::Love.symbol()));
        assert!(body.chars().count() <= 140 && body.ends_with("long…"), "{body}");

        let new = NewComment { post, reply_to: None, text: "a *word*".into(), photo: None, submission: None };
        comments::create(&w.app, &as_ben, new).await.unwrap();
        assert_eq!(last().await.1, "a word");

        let choice = AudienceChoice::plain(Audience::Community);
        let covered =
            NewPost { cover: "Spiders".into(), text: "eight legs @ann".into(), choice, ..NewPost::default() };
        posts::create(&w.app, &as_ben, covered).await.unwrap();
        assert_eq!(last().await.1, "Spiders", "the cover stays closed");

        let comfort = Comfort { language: "de".into(), theme: "auto".into(), time_zone: "UTC".into() };
        accounts::set_comfort(&w.app, &as_ann, comfort).await.unwrap();
        follow(&w, &ben, &ann).await;
        let (title, body, push) = last().await;
        assert_eq!((title.as_str(), body.as_str(), push.language.as_str()), ("Ben folgt dir", "", "de"));

        // One character, as people count, of any length.
        write(&w, &ben, &format!("@ann a{}", "\u{301}".repeat(3_000))).await;
        assert!(last().await.1.len() <= 800);
    })
    .await;
}

#[tokio::test]
async fn words_that_their_reader_does_not_want_are_not_pushed() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (as_ann, as_ben) = (w.viewer(&ann).await, w.viewer(&ben).await);
        wake(&w, &ann, everything()).await;
        for (phrase, action) in [("mushrooms", FilterAction::Hide), ("carnival", FilterAction::Cover)] {
            let new = NewFilter { phrase: phrase.into(), action, ..NewFilter::default() };
            filters::create(&w.app, &as_ann, new).await.unwrap();
        }
        write(&w, &ben, "mushrooms, @ann").await;
        assert_eq!(woken(&w).await, 0);
        write(&w, &ben, "carnival, @ann").await;
        w.run_jobs().await;
        assert_eq!(w.pushes.take().iter().map(|push| push.body.as_str()).collect::<Vec<_>>(), [""]);
        let post = write(&w, &ann, "my mushrooms").await;
        let new =
            NewComment { post, reply_to: None, text: "what mushrooms".into(), photo: None, submission: None };
        comments::create(&w.app, &as_ben, new).await.unwrap();
        assert_eq!(woken(&w).await, 0);
        reactions::set(&w.app, &as_ben, Subject::Post(post), Some(ReactionKind::Like)).await.unwrap();
        assert_eq!(woken(&w).await, 1, "her own words are hers");
    })
    .await;
}

#[tokio::test]
async fn an_app_that_is_gone_is_forgotten_and_one_that_is_refused_after_a_few_tries() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        wake(&w, &ann, everything()).await;
        w.pushes.answer(Pushed::Gone);
        follow(&w, &ben, &ann).await;
        assert_eq!((woken(&w).await, rows(&w).await, waiting(&w).await), (1, 0, 0));

        wake(&w, &ann, everything()).await;
        w.pushes.answer(Pushed::Refused);
        follow_anew(&w, &ben, &ann).await;
        for tries in 1..=3 {
            assert_eq!((woken(&w).await, rows(&w).await), (1, i64::from(tries < 3)), "{tries}");
            w.advance(10 * MINUTE);
        }
        assert_eq!(waiting(&w).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_service_that_is_down_is_left_alone_for_a_while_and_tried_again() {
    World::each(|w| async move {
        let (ann, ben, cat) = (w.person("ann").await, w.person("ben").await, w.person("cat").await);
        let token = wake(&w, &ann, everything()).await;
        w.pushes.answer(Pushed::Later(None));
        follow(&w, &ben, &ann).await;
        assert_eq!((woken(&w).await, waiting(&w).await), (1, 1));
        follow(&w, &cat, &ann).await;
        assert_eq!(
            (woken(&w).await, waiting(&w).await),
            (0, 2),
            "it rests, so nothing else goes there either"
        );
        w.pushes.answer(Pushed::Taken);
        w.advance(29 * SECOND);
        assert_eq!(woken(&w).await, 0);
        w.advance(SECOND);
        assert_eq!((woken(&w).await, waiting(&w).await), (2, 0));

        // Longer, when the service says so, but never for ever.
        w.pushes.answer(Pushed::Later(Some(10 * MINUTE)));
        follow_anew(&w, &ben, &ann).await;
        assert_eq!(woken(&w).await, 1);
        w.advance(10 * MINUTE - SECOND);
        assert_eq!(woken(&w).await, 0);
        w.pushes.answer(Pushed::Later(Some(30 * DAY)));
        w.advance(SECOND);
        assert_eq!(woken(&w).await, 1);
        w.advance(2 * HOUR);
        assert_eq!(woken(&w).await, 1);

        // One notice is tried five times and then let go.
        let mut tries = 3;
        for _ in 0..20 {
            w.advance(2 * HOUR);
            tries += woken(&w).await;
        }
        assert_eq!((tries, waiting(&w).await), (5, 0));
        assert!(subscription(&w, &ann, token).await.is_some());
        w.pushes.answer(Pushed::Taken);
        follow_anew(&w, &ben, &ann).await;
        assert_eq!(woken(&w).await, 1, "all is well again");
    })
    .await;
}

#[tokio::test]
async fn an_app_that_nothing_reaches_for_two_weeks_is_given_up() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let token = wake(&w, &ann, everything()).await;
        w.pushes.answer(Pushed::Later(None));
        for _ in 0..14 {
            follow_anew(&w, &ben, &ann).await;
            woken(&w).await;
            assert!(subscription(&w, &ann, token).await.is_some());
            w.advance(DAY);
        }
        w.advance(MINUTE);
        follow_anew(&w, &ben, &ann).await;
        woken(&w).await;
        assert!(subscription(&w, &ann, token).await.is_none());
    })
    .await;
}
