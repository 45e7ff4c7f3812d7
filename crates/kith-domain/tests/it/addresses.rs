//! Mail addresses: claimed, confirmed, changed; and what others learn of them.

use kith_base::Secret;
use kith_domain::joining::{self, NewMember};
use kith_domain::sessions::Origin;
use kith_domain::site::JoinMode;
use kith_domain::{accounts, sessions};
use kith_testkit::{PASSWORD, World};

use crate::accounts::member;
use crate::joining::{form, mode};
use crate::sessions::link;

#[tokio::test]
async fn joining_with_somebodys_address_tells_nothing_and_takes_nothing() {
    World::each(|w| async move {
        mode(&w, JoinMode::Open).await;
        let ann = w.person("ann").await;
        let eve = NewMember { email: "Ann@example.org".to_owned(), ..form("eve") };
        let eve = joining::join(&w.app, eve).await.unwrap().begun.signed_in.account;
        assert_eq!(w.run_jobs().await.failed, 0);
        let told = w.mails.take();
        let told: Vec<_> = told.iter().filter(|mail| mail.to_address == "ann@example.org").collect();
        assert_eq!(told.len(), 1, "the owner hears of it");
        assert!(told[0].text.contains("/recover") && !told[0].text.contains("/key/"), "{}", told[0].text);
        assert_eq!(told[0].to_name, "Ann");
        let by_address = |address: &'static str| w.app.db.read(move |q| accounts::find_by_login(q, address));
        assert_eq!(by_address("ann@example.org").await.unwrap(), Some(ann.id));
        let account = w.app.db.read(move |q| accounts::get(q, eve)).await.unwrap();
        assert_eq!(account.email_confirmed_at, None);
    })
    .await;
}

#[tokio::test]
async fn an_address_belongs_to_whoever_confirms_it_first() {
    World::each(|w| async move {
        mode(&w, JoinMode::Open).await;
        let with_mail = |handle| NewMember { email: "shared@example.org".to_owned(), ..form(handle) };
        let eve = joining::join(&w.app, with_mail("eve")).await.unwrap().begun.signed_in.account;
        assert_eq!(w.run_jobs().await.failed, 0);
        w.mails.take();
        let by_address = || w.app.db.read(|q| accounts::find_by_login(q, "shared@example.org"));
        assert_eq!(by_address().await.unwrap(), None, "nobody signs in by an address that is only claimed");

        let ann = joining::join(&w.app, with_mail("ann")).await.unwrap().begun.signed_in.account;
        assert_eq!(w.run_jobs().await.failed, 0);
        let mails = w.mails.take();
        let key = mails.iter().find_map(|mail| mail.text.split_once("/key/")).unwrap().1;
        let key: String = key.chars().take_while(|sign| !sign.is_whitespace()).collect();
        sessions::confirm_email(&w.app, &key).await.unwrap();
        assert_eq!(by_address().await.unwrap(), Some(ann));
        let email = w.app.db.read(move |q| accounts::get(q, eve)).await.unwrap().email;
        assert_eq!(email, None, "the claim of the other is gone");
    })
    .await;
}

#[tokio::test]
async fn a_new_address_counts_once_it_is_confirmed_and_the_old_one_is_told() {
    World::each(|w| async move {
        let ann = w.person("ann").await.id;
        w.person("ben").await;
        let viewer = member(&w, ann).await;
        let wrong = sessions::request_email(&w.app, &viewer, "new@example.org", Secret::new("nope"))
            .await
            .unwrap_err();
        assert_eq!(wrong.fields()[0].field, "current_password");
        // Somebody else's address gets the same answer; its owner hears of it, and no key goes out.
        sessions::request_email(&w.app, &viewer, "ben@example.org", Secret::new(PASSWORD)).await.unwrap();
        assert_eq!(w.run_jobs().await.failed, 0);
        let told = w.mails.take();
        assert_eq!((told.len(), told[0].to_address.as_str()), (1, "ben@example.org"));
        assert!(!told[0].text.contains("/key/"), "{}", told[0].text);
        sessions::request_email(&w.app, &viewer, "new@example.org", Secret::new(PASSWORD)).await.unwrap();
        w.run_jobs().await;
        assert_eq!(accounts::own(&w.app, &viewer).await.unwrap().email.as_deref(), Some("ann@example.org"));
        let key = link(&w);
        sessions::confirm_email(&w.app, &key).await.unwrap();
        assert!(sessions::confirm_email(&w.app, &key).await.unwrap_err().is_not_found());
        assert_eq!(accounts::own(&w.app, &viewer).await.unwrap().email.as_deref(), Some("new@example.org"));
        w.run_jobs().await;
        let told = w.mails.take();
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].to_address, "ann@example.org");
    })
    .await;
}

#[tokio::test]
async fn without_mail_a_new_address_is_kept_as_not_confirmed() {
    World::each(|w| async move {
        w.mails.stop_delivering();
        let viewer = member(&w, w.person("ann").await.id).await;
        sessions::request_email(&w.app, &viewer, "new@example.org", Secret::new(PASSWORD)).await.unwrap();
        let own = accounts::own(&w.app, &viewer).await.unwrap();
        assert_eq!((own.email.as_deref(), own.email_confirmed_at), (Some("new@example.org"), None));
    })
    .await;
}

#[tokio::test]
async fn a_removed_address_is_forgotten_its_keys_die_and_it_is_told() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let viewer = member(&w, ann.id).await;
        sessions::request_reset(&w.app, "ann", "", &Origin::default()).await.unwrap();
        w.run_jobs().await;
        let key = link(&w);
        let wrong = sessions::remove_email(&w.app, &viewer, Secret::new("nope")).await.unwrap_err();
        assert_eq!(wrong.fields()[0].field, "current_password");
        assert!(accounts::own(&w.app, &viewer).await.unwrap().email.is_some());

        sessions::remove_email(&w.app, &viewer, Secret::new(PASSWORD)).await.unwrap();
        let own = accounts::own(&w.app, &viewer).await.unwrap();
        assert_eq!((own.email, own.email_confirmed_at), (None, None));
        assert!(sessions::peek(&w.app, &key).await.unwrap_err().is_not_found(), "its links lead nowhere");
        w.run_jobs().await;
        let told = w.mails.take();
        assert_eq!((told.len(), told[0].to_address.as_str()), (1, "ann@example.org"));

        // No link goes out any more; somebody else may have the address.
        sessions::request_reset(&w.app, "ann", "", &Origin::default()).await.unwrap();
        w.run_jobs().await;
        assert!(w.mails.take().is_empty());
        let found = w.app.db.read(|q| accounts::find_by_login(q, "ann@example.org")).await.unwrap();
        assert_eq!(found, None);
    })
    .await;
}
