//! Signing in, staying in, getting back in; and the attacks on all of it, under the ids of the threat model.

use kith_base::{DAY, HOUR, Kind, MINUTE, Secret};
use kith_domain::accounts;
use kith_domain::sessions::{self, Begun, NewSignIn, Origin, Purpose};
use kith_domain::viewer::AccountState;
use kith_domain::{AccountId, App, Viewer};
use kith_testkit::{PASSWORD, World};

use crate::accounts::{SYSTEM, member};

const OTHER: &str = "seven quiet harbours";

fn origin(network: &str) -> Origin {
    Origin { user_agent: "Firefox/140 Linux".to_owned(), network: network.to_owned() }
}

async fn sign_in(app: &App, login: &str, password: &str, network: &str) -> kith_base::Result<Begun> {
    let new = NewSignIn {
        login: login.to_owned(),
        password: Secret::new(password),
        device: None,
        origin: origin(network),
    };
    sessions::sign_in(app, new).await
}

async fn is_in(w: &World, begun: &Begun) -> bool {
    sessions::find(&w.app, begun.token.expose()).await.unwrap().is_some()
}

/// The token of the link in the only mail that has one.
pub(crate) fn link(w: &World) -> String {
    let mails = w.mails.take();
    let mut links = mails.iter().filter_map(|mail| mail.text.split_once("https://kith.example/key/"));
    let (_, rest) = links.next().expect("a link");
    assert!(links.next().is_none(), "two links");
    rest.chars().take_while(|sign| !sign.is_whitespace()).collect()
}

#[tokio::test]
async fn people_sign_in_by_handle_or_address_and_only_with_their_password() {
    World::each(|w| async move {
        let ann = w.person("ann").await.id;
        for login in ["ann", " @Ann ", "ANN@example.org"] {
            let begun = sign_in(&w.app, login, PASSWORD, "n").await.unwrap();
            let found = sessions::find(&w.app, begun.token.expose()).await.unwrap().unwrap();
            assert_eq!((found.account, found.session), (ann, begun.signed_in.session));
        }
        let wrong = sign_in(&w.app, "ann", "wrong password", "n").await.unwrap_err();
        let nobody = sign_in(&w.app, "nobody", "wrong password", "n").await.unwrap_err();
        assert_eq!(wrong.fields(), nobody.fields(), "the answer must not tell who exists");
    })
    .await;
}

#[tokio::test]
async fn a_session_ends_when_it_is_not_used_and_lives_while_it_is() {
    World::each(|w| async move {
        w.person("ann").await;
        let begun = sign_in(&w.app, "ann", PASSWORD, "n").await.unwrap();
        for _ in 0..4 {
            w.advance(sessions::SESSION_LIFE - DAY);
            assert!(is_in(&w, &begun).await);
        }
        w.advance(sessions::SESSION_LIFE + 1);
        assert!(!is_in(&w, &begun).await);
    })
    .await;
}

#[tokio::test]
async fn members_see_name_and_end_their_sessions_and_no_one_elses() {
    World::each(|w| async move {
        let ann = member(&w, w.person("ann").await.id).await;
        let ben = member(&w, w.person("ben").await.id).await;
        let first = sign_in(&w.app, "ann", PASSWORD, "n").await.unwrap();
        let second = sign_in(&w.app, "ann", PASSWORD, "n").await.unwrap();
        let list = sessions::list(&w.app, &ann).await.unwrap();
        assert_eq!(list.len(), 2);
        assert_eq!(list[0].name, "Firefox · Linux");
        sessions::rename(&w.app, &ann, first.signed_in.session, "Kitchen".to_owned()).await.unwrap();
        assert!(sessions::end(&w.app, &ben, first.signed_in.session).await.unwrap_err().is_not_found());
        assert!(
            sessions::rename(&w.app, &ben, first.signed_in.session, "x".into())
                .await
                .unwrap_err()
                .is_not_found()
        );
        assert!(is_in(&w, &first).await);
        sessions::end_all(&w.app, &ann, Some(second.signed_in.session)).await.unwrap();
        assert!(!is_in(&w, &first).await);
        assert!(is_in(&w, &second).await);
    })
    .await;
}

#[tokio::test]
async fn f1_a_new_password_ends_every_session_and_every_key() {
    World::each(|w| async move {
        let ann = w.person("ann").await.id;
        let viewer = member(&w, ann).await;
        let old = [
            sign_in(&w.app, "ann", PASSWORD, "n").await.unwrap(),
            sign_in(&w.app, "ann", PASSWORD, "n").await.unwrap(),
        ];
        sessions::request_sign_in_link(&w.app, "ann", "", &origin("n")).await.unwrap();
        w.run_jobs().await;
        let key = link(&w);
        let code = sessions::make_recovery_code(&w.app, ann, None).await.unwrap();

        // By the member.
        let fresh = sessions::change_password(
            &w.app,
            &viewer,
            Secret::new(PASSWORD),
            Secret::new(OTHER),
            origin("n"),
        )
        .await
        .unwrap();
        for begun in &old {
            assert!(!is_in(&w, begun).await);
        }
        assert!(is_in(&w, &fresh).await);
        assert!(sessions::sign_in_with_key(&w.app, &key, origin("n")).await.unwrap_err().is_not_found());
        let recovered = sessions::recover_with_code(
            &w.app,
            "ann",
            code.code.expose(),
            Secret::new(PASSWORD),
            origin("n"),
        );
        assert_eq!(recovered.await.unwrap_err().kind(), Kind::Invalid);
        assert!(sign_in(&w.app, "ann", PASSWORD, "n").await.is_err());

        // By a reset.
        sessions::request_reset(&w.app, "ann", "", &origin("n")).await.unwrap();
        w.run_jobs().await;
        let key = link(&w);
        let reset = sessions::reset_with_key(&w.app, &key, Secret::new(PASSWORD), origin("n")).await.unwrap();
        assert!(!is_in(&w, &fresh).await);
        assert!(is_in(&w, &reset).await);

        // By the command line.
        sessions::set_password(&w.app, &SYSTEM, ann, Secret::new(OTHER)).await.unwrap();
        assert!(!is_in(&w, &reset).await);
        assert!(sign_in(&w.app, "ann", OTHER, "n").await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn f2_a_suspended_member_is_out_and_stays_out_by_every_way_in() {
    World::each(|w| async move {
        let ann = w.person("ann").await.id;
        let begun = sign_in(&w.app, "ann", PASSWORD, "n").await.unwrap();
        sessions::request_sign_in_link(&w.app, "ann", "", &origin("n")).await.unwrap();
        w.run_jobs().await;
        let sign_in_key = link(&w);
        sessions::request_reset(&w.app, "ann", "", &origin("n")).await.unwrap();
        w.run_jobs().await;
        let reset_key = link(&w);
        let code = sessions::make_recovery_code(&w.app, ann, None).await.unwrap();
        // The state alone must be enough, whatever became of sessions and keys.
        w.app.db.write(move |tx| accounts::set_state(tx, ann, AccountState::Suspended)).await.unwrap();

        let refused = [
            sign_in(&w.app, "ann", PASSWORD, "n").await,
            sessions::sign_in_with_key(&w.app, &sign_in_key, origin("n")).await,
            sessions::reset_with_key(&w.app, &reset_key, Secret::new(OTHER), origin("n")).await,
            sessions::recover_with_code(&w.app, "ann", code.code.expose(), Secret::new(OTHER), origin("n"))
                .await,
        ];
        for answer in refused {
            assert_eq!(answer.unwrap_err().kind(), Kind::Forbidden);
        }
        w.app.db.write(move |tx| sessions::end_every(tx, ann)).await.unwrap();
        assert!(!is_in(&w, &begun).await);
    })
    .await;
}

#[tokio::test]
async fn f3_a_session_that_was_ended_is_dead_at_once_though_it_was_remembered() {
    World::each(|w| async move {
        let ann = member(&w, w.person("ann").await.id).await;
        let begun = sign_in(&w.app, "ann", PASSWORD, "n").await.unwrap();
        assert!(is_in(&w, &begun).await);
        sessions::end(&w.app, &ann, begun.signed_in.session).await.unwrap();
        assert!(!is_in(&w, &begun).await);
    })
    .await;
}

#[tokio::test]
async fn f7_a_recovery_code_bears_five_tries_however_many_come_at_once() {
    World::each(|w| async move {
        let ann = w.person("ann").await.id;
        let code = sessions::make_recovery_code(&w.app, ann, None).await.unwrap();
        let tries = (0..30).map(|n| {
            let app = std::sync::Arc::clone(&w.app);
            tokio::spawn(async move {
                let guess = format!("AAAA-BBBB-CC{n:02}");
                sessions::recover_with_code(
                    &app,
                    "ann",
                    &guess,
                    Secret::new(OTHER),
                    origin(&format!("net {n}")),
                )
                .await
                .is_err()
            })
        });
        for attempt in tries.collect::<Vec<_>>() {
            assert!(attempt.await.unwrap());
        }
        let right =
            sessions::recover_with_code(&w.app, "ann", code.code.expose(), Secret::new(OTHER), origin("n"))
                .await;
        assert_eq!(right.unwrap_err().kind(), Kind::Invalid, "the code is dead, for good");

        let code = sessions::make_recovery_code(&w.app, ann, None).await.unwrap();
        for _ in 0..4 {
            let wrong = sessions::recover_with_code(&w.app, "ann", "WRONG", Secret::new(OTHER), origin("n"));
            assert!(wrong.await.is_err());
        }
        let weak =
            sessions::recover_with_code(&w.app, "ann", code.code.expose(), Secret::new("weak"), origin("n"));
        assert_eq!(weak.await.unwrap_err().fields()[0].field, "password");
        let typed = code.code.expose().to_lowercase().replace('-', " ");
        sessions::recover_with_code(&w.app, "ann", &typed, Secret::new(OTHER), origin("n")).await.unwrap();
        assert!(sign_in(&w.app, "ann", OTHER, "n").await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn f11_every_sign_in_and_every_new_password_makes_a_new_session() {
    World::each(|w| async move {
        let ann = w.person("ann").await.id;
        let viewer = member(&w, ann).await;
        let first = sign_in(&w.app, "ann", PASSWORD, "n").await.unwrap();
        let second = sign_in(&w.app, "ann", PASSWORD, "n").await.unwrap();
        assert_ne!(first.token.expose(), second.token.expose());
        let third = sessions::change_password(
            &w.app,
            &viewer,
            Secret::new(PASSWORD),
            Secret::new(OTHER),
            origin("n"),
        )
        .await
        .unwrap();
        assert_ne!(second.signed_in.session, third.signed_in.session);
        // A token that somebody made up is nobody's, whatever its form.
        for made_up in ["", "x", &"A".repeat(43), &"é".repeat(43)] {
            assert_eq!(sessions::find(&w.app, made_up).await.unwrap(), None);
        }
    })
    .await;
}

#[tokio::test]
async fn f13_a_key_waits_for_the_click_dies_in_half_an_hour_and_is_stored_as_a_hash() {
    World::each(|w| async move {
        w.person("ann").await;
        sessions::request_reset(&w.app, "ann@example.org", "", &origin("n")).await.unwrap();
        assert_eq!(w.run_jobs().await.failed, 0);
        let key = link(&w);
        for _ in 0..3 {
            // Mail programs that look at links use nothing up.
            assert_eq!(sessions::peek(&w.app, &key).await.unwrap().purpose, Purpose::Reset);
        }
        let digests = stored_bytes(&w).await;
        assert!(!digests.iter().any(|digest| digest == key.as_bytes()));
        w.advance(30 * MINUTE);
        assert!(sessions::peek(&w.app, &key).await.unwrap_err().is_not_found());
        let late = sessions::reset_with_key(&w.app, &key, Secret::new(OTHER), origin("n")).await;
        assert!(late.unwrap_err().is_not_found());
        // Somebody unknown gets the same answer and no mail.
        sessions::request_reset(&w.app, "nobody@example.org", "", &origin("n")).await.unwrap();
        w.run_jobs().await;
        assert!(w.mails.take().is_empty());
    })
    .await;
}

#[tokio::test]
async fn g12_a_key_works_once_even_when_pressed_twice_at_once() {
    World::each(|w| async move {
        w.person("ann").await;
        sessions::request_sign_in_link(&w.app, "ann", "", &origin("n")).await.unwrap();
        w.run_jobs().await;
        let key = link(&w);
        let (a, b) = tokio::join!(
            sessions::sign_in_with_key(&w.app, &key, origin("n")),
            sessions::sign_in_with_key(&w.app, &key, origin("n"))
        );
        assert_eq!([a.is_ok(), b.is_ok()].iter().filter(|worked| **worked).count(), 1);
    })
    .await;
}

#[tokio::test]
async fn f15_guessing_is_stopped_per_account_and_per_network_and_the_honest_member_still_gets_in() {
    World::each(|w| async move {
        let ann = w.person("ann").await.id;
        let known = sign_in(&w.app, "ann", PASSWORD, "home").await.unwrap();
        // One account, many networks.
        let mut refused = 0;
        for n in 0..14 {
            let answer = sign_in(&w.app, "ann", "wrong password", &format!("net {n}")).await.unwrap_err();
            refused += usize::from(matches!(answer.kind(), Kind::RateLimited { .. }));
        }
        assert_eq!(refused, 4);
        let stranger = sign_in(&w.app, "ann", PASSWORD, "elsewhere").await.unwrap_err();
        assert!(matches!(stranger.kind(), Kind::RateLimited { .. }));
        let honest = NewSignIn {
            login: "ann".to_owned(),
            password: Secret::new(PASSWORD),
            device: Some(known.device.expose().to_owned()),
            origin: origin("home"),
        };
        let begun = sessions::sign_in(&w.app, honest).await.unwrap();
        assert_eq!(begun.signed_in.account, ann);
        // One network, many accounts: 60 tries in all.
        for n in 0..60 {
            let answer =
                sign_in(&w.app, &format!("victim{n}"), "winter sports 2024", "farm").await.unwrap_err();
            assert_eq!(answer.kind(), Kind::Invalid, "{n}");
        }
        let answer = sign_in(&w.app, "victim60", "winter sports 2024", "farm").await.unwrap_err();
        assert!(matches!(answer.kind(), Kind::RateLimited { .. }));
        w.advance(HOUR);
        assert!(sign_in(&w.app, "ann", PASSWORD, "elsewhere").await.is_ok());
    })
    .await;
}

kith_db::statement!(
    SPENT,
    "test.spent_budget",
    "INSERT INTO throttles (bucket, subject, attempts, window_ends_at) VALUES ('sign-in.all', '', 20000, $1)"
);

#[tokio::test]
async fn f15_the_budget_of_the_whole_community_stops_strangers_and_no_known_browser() {
    World::each(|w| async move {
        w.person("ann").await;
        w.person("ben").await;
        let known = sign_in(&w.app, "ann", PASSWORD, "home").await.unwrap();
        w.app
            .db
            .write(|tx| {
                // The honest sign-in above has begun the count.
                tx.run(&DROP_COUNT, &[])?;
                let ends = tx.now() + 15 * MINUTE;
                tx.run(&SPENT, &kith_db::params![ends])
            })
            .await
            .unwrap();
        // Another network and another account each time: only what all have in common is used up.
        for (login, password) in [("ben", "wrong password"), ("ben", PASSWORD), ("nobody", "wrong password")]
        {
            let answer = sign_in(&w.app, login, password, &format!("net of {login} {password}")).await;
            let kind = answer.unwrap_err().kind();
            assert!(matches!(kind, Kind::RateLimited { .. }), "{login}: {kind:?}");
        }
        let honest = NewSignIn {
            login: "ann".to_owned(),
            password: Secret::new(PASSWORD),
            device: Some(known.device.expose().to_owned()),
            origin: origin("home"),
        };
        assert!(sessions::sign_in(&w.app, honest).await.is_ok(), "a browser that has been in before");
        w.advance(15 * MINUTE);
        assert!(sign_in(&w.app, "ben", PASSWORD, "elsewhere").await.is_ok(), "the window ends");
    })
    .await;
}

kith_db::statement!(DROP_COUNT, "test.drop_count", "DELETE FROM throttles WHERE bucket = 'sign-in.all'");

#[tokio::test]
async fn f15_a_device_mark_of_one_account_is_nothing_to_another() {
    World::each(|w| async move {
        w.person("ann").await;
        w.person("eve").await;
        let eve = sign_in(&w.app, "eve", PASSWORD, "n").await.unwrap();
        let try_once = |device: String| {
            let new = NewSignIn {
                login: "ann".to_owned(),
                password: Secret::new("wrong password"),
                device: Some(device),
                origin: origin("n"),
            };
            sessions::sign_in(&w.app, new)
        };
        let forged = eve.device.expose().replacen(
            &eve.signed_in.account.to_string(),
            &found(&w.app, "ann").await.to_string(),
            1,
        );
        for _ in 0..5 {
            assert!(try_once(eve.device.expose().to_owned()).await.is_err());
            assert!(try_once(forged.clone()).await.is_err());
        }
        // Ten tries in all, since neither mark counted as one.
        assert!(matches!(try_once(forged).await.unwrap_err().kind(), Kind::RateLimited { .. }));
    })
    .await;
}

#[tokio::test]
async fn f18_no_password_token_or_code_lies_in_the_database() {
    let w = World::sqlite().await;
    let ann = w.person("ann").await.id;
    let viewer = member(&w, ann).await;
    let begun = sign_in(&w.app, "ann", PASSWORD, "n").await.unwrap();
    let _ = sign_in(&w.app, OTHER, PASSWORD, "n").await;
    let code = sessions::make_recovery_code(&w.app, ann, None).await.unwrap();
    sessions::request_email(&w.app, &viewer, "new@example.org", Secret::new(PASSWORD)).await.unwrap();
    sessions::request_reset(&w.app, "ann", "", &origin("n")).await.unwrap();
    w.run_jobs().await;
    let keys: Vec<String> = w
        .mails
        .take()
        .iter()
        .filter_map(|mail| mail.text.split_once("/key/"))
        .map(|(_, rest)| rest.chars().take_while(|sign| !sign.is_whitespace()).collect())
        .collect();
    assert_eq!(keys.len(), 2);
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy.db");
    w.app.db.back_up(&copy).await.unwrap();
    let bytes = std::fs::read(&copy).unwrap();
    let holds = |secret: &str| bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
    assert!(holds("ann@example.org"), "the copy is a real one");
    let code = code.code.expose().to_owned();
    let bare = code.replace('-', "");
    for secret in [PASSWORD, OTHER, begun.token.expose(), &code, &bare]
        .into_iter()
        .chain(keys.iter().map(String::as_str))
    {
        assert!(!holds(secret), "{secret} can be read in the database");
    }
    assert!(!format!("{begun:?}").contains(begun.token.expose()));
}

#[tokio::test]
async fn sweeping_takes_what_has_expired_and_nothing_else() {
    World::each(|w| async move {
        w.person("ann").await;
        let old = sign_in(&w.app, "ann", PASSWORD, "n").await.unwrap();
        w.advance(sessions::SESSION_LIFE - DAY);
        let young = sign_in(&w.app, "ann", PASSWORD, "n").await.unwrap();
        w.advance(2 * DAY);
        w.upkeep("sessions.sweep").await;
        w.upkeep("throttles.sweep").await;
        assert!(!is_in(&w, &old).await);
        assert!(is_in(&w, &young).await);
    })
    .await;
}

async fn found(app: &App, handle: &'static str) -> AccountId {
    app.db.read(move |q| accounts::find_by_handle(q, handle)).await.unwrap().unwrap().id()
}

/// Everything that the keys' table has of the keys.
async fn stored_bytes(w: &World) -> Vec<Vec<u8>> {
    kith_db::statement!(HASHES, "test.key_hashes", "SELECT key_hash FROM account_keys");
    w.app.db.read(|q| q.all(&HASHES, &[], |row| row.bytes("key_hash"))).await.unwrap()
}

#[tokio::test]
async fn a_visitor_has_no_sessions_to_look_at() {
    let w = World::sqlite().await;
    assert_eq!(sessions::list(&w.app, &Viewer::Anonymous).await.unwrap_err().kind(), Kind::SignInNeeded);
}
