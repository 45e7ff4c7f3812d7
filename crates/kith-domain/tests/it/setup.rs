//! The first run: the code of this start, the answers, the owner.

use kith_base::{Kind, Secret};
use kith_domain::joining;
use kith_domain::setup::{self, Authority, FirstAdmin, SetUp};
use kith_domain::site::{self, JoinMode};
use kith_domain::viewer::{AccountState, Role};
use kith_testkit::{PASSWORD, World};

use crate::joining::{form, mode};

pub(crate) fn answers(handle: &str) -> SetUp {
    SetUp {
        name: "Elmfield".to_owned(),
        languages: vec!["de".to_owned(), "en".to_owned(), "de".to_owned(), "tlh".to_owned()],
        join: JoinMode::Approval,
        base_url: "https://elmfield.example/".to_owned(),
        admin: FirstAdmin {
            handle: handle.to_owned(),
            display_name: "Ann Adler".to_owned(),
            email: "ann@example.org".to_owned(),
            password: Secret::new(PASSWORD),
            language: "de".to_owned(),
        },
    }
}

pub(crate) fn with_code_of(code: &str) -> Authority {
    Authority::Code { code: code.to_owned(), network: "198.51.100.0/24".to_owned() }
}

#[tokio::test]
async fn the_community_is_set_up_once_with_the_code_of_this_start() {
    World::each(|w| async move {
        let old = setup::make_code(&w.app).await.unwrap().unwrap();
        let code = setup::make_code(&w.app).await.unwrap().unwrap();
        let stale = setup::set_up(&w.app, with_code_of(&old), answers("ann")).await.unwrap_err();
        assert_eq!(stale.fields()[0].field, "code");

        // People type codes as they like.
        let typed = code.to_lowercase().replace('-', " ");
        let owner = setup::set_up(&w.app, with_code_of(&typed), answers("ann")).await.unwrap();
        let settings = site::settings(&w.app).await.unwrap();
        assert!(settings.is_set_up);
        assert_eq!(
            (settings.name.as_str(), settings.languages.clone()),
            ("Elmfield", vec!["de".into(), "en".into()])
        );
        let account = w.app.db.read(move |q| kith_domain::accounts::get(q, owner)).await.unwrap();
        assert_eq!((account.role, account.state), (Role::Owner, AccountState::Active));

        let again = setup::set_up(&w.app, with_code_of(&code), answers("ben")).await.unwrap_err();
        assert_eq!(again.kind(), Kind::Conflict);
        let operator = setup::set_up(&w.app, Authority::Operator, answers("ben")).await.unwrap_err();
        assert_eq!(operator.kind(), Kind::Conflict);
        assert!(setup::make_code(&w.app).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn of_two_who_set_up_at_once_one_becomes_the_owner() {
    World::each(|w| async move {
        let code = setup::make_code(&w.app).await.unwrap().unwrap();
        let (first, second) = tokio::join!(
            setup::set_up(&w.app, with_code_of(&code), answers("ann")),
            setup::set_up(
                &w.app,
                with_code_of(&code),
                SetUp {
                    admin: FirstAdmin { email: String::new(), ..answers("ben").admin },
                    ..answers("ben")
                }
            )
        );
        assert_eq!(u8::from(first.is_ok()) + u8::from(second.is_ok()), 1);
    })
    .await;
}

#[tokio::test]
async fn the_setup_code_cannot_be_guessed_for_long() {
    let w = World::sqlite().await;
    let code = setup::make_code(&w.app).await.unwrap().unwrap();
    for _ in 0..10 {
        let wrong = setup::check_code(&w.app, "AAAA-AAAA", "198.51.100.0/24").await.unwrap_err();
        assert_eq!(wrong.kind(), Kind::Invalid);
    }
    let refused = setup::check_code(&w.app, &code, "198.51.100.0/24").await.unwrap_err();
    assert!(matches!(refused.kind(), Kind::RateLimited { .. }), "{refused}");
    assert!(setup::check_code(&w.app, &code, "203.0.113.0/24").await.is_ok());
}

#[tokio::test]
async fn all_answers_are_complained_about_at_once() {
    let w = World::sqlite().await;
    let mut wrong = answers("two words");
    wrong.name = "  ".to_owned();
    wrong.base_url = "elmfield".to_owned();
    wrong.admin.password = Secret::new("short");
    let error = setup::set_up(&w.app, Authority::Operator, wrong).await.unwrap_err();
    let mut fields: Vec<_> = error.fields().iter().map(|field| field.field).collect();
    fields.sort_unstable();
    assert_eq!(fields, ["base_url", "handle", "name", "password"]);

    // Whoever sets the place up may be called what they are; a member may not.
    setup::set_up(&w.app, Authority::Operator, answers("admin")).await.unwrap();
    mode(&w, JoinMode::Open).await;
    let refused = joining::join(&w.app, form("root")).await.unwrap_err();
    assert_eq!(refused.fields().first().unwrap().message.key, "account-handle-reserved");
}
