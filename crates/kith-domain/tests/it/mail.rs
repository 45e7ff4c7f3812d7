//! Letters: which addresses are left alone, what can be declined, and that letters about accounts always go.

use kith_base::{DAY, MINUTE};
use kith_domain::accounts::{self, Letter};
use kith_domain::leaving;
use kith_domain::mail::{self, AddressState, Choices, Pace, Sort, Stop};
use kith_domain::viewer::Role;
use kith_testkit::{Person, World};

/// Sends a letter, and runs what follows; what arrived.
async fn send(w: &World, to: &Person, letter: Letter) -> Vec<kith_domain::ports::Mail> {
    let id = to.id;
    w.app.db.write(move |tx| accounts::enqueue_letter(tx, id, letter.clone())).await.unwrap();
    assert_eq!(w.run_jobs().await.failed, 0);
    w.mails.take()
}

fn account() -> Letter {
    Letter::new("mail-unsuspended-subject", "mail-unsuspended-body").to("/login")
}

fn notice() -> Letter {
    account().as_notice()
}

#[tokio::test]
async fn an_address_that_is_refused_over_days_gets_letters_about_the_account_alone() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let root = w.person_with_role("root", Role::Admin).await;
        let (as_ann, as_root) = (w.viewer(&ann).await, w.viewer(&root).await);
        w.mails.refuse(Some("550 5.1.1 no such user"));
        send(&w, &ann, notice()).await;
        let trouble = mail::own_trouble(&w.app, &as_ann).await.unwrap().unwrap();
        assert_eq!((trouble.state, trouble.failures), (AddressState::Failing, 1));
        assert!(trouble.last_error.contains("no such user"));
        for _ in 0..2 {
            w.advance(2 * DAY);
            send(&w, &ann, notice()).await;
        }
        let trouble = mail::own_trouble(&w.app, &as_ann).await.unwrap().unwrap();
        assert_eq!(trouble.state, AddressState::Stopped);
        w.mails.refuse(None);
        assert!(send(&w, &ann, notice()).await.is_empty(), "left alone");
        let status = mail::status(&w.app, &as_root).await.unwrap();
        assert_eq!((status.troubles.len(), status.week.refused, status.week.held), (1, 3, 1));
        mail::try_again_for(&w.app, &as_root, ann.id).await.unwrap();
        assert_eq!(send(&w, &ann, notice()).await.len(), 1, "an admin said so");
        assert!(mail::try_again_for(&w.app, &as_ann, ann.id).await.unwrap_err().is_not_found());
        assert!(mail::status(&w.app, &as_ann).await.unwrap_err().is_not_found());
    })
    .await;
}

#[tokio::test]
async fn a_letter_about_the_account_goes_to_a_stopped_address_and_ends_the_stop() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let as_ann = w.viewer(&ann).await;
        w.mails.refuse(Some("550 no such user"));
        for _ in 0..3 {
            send(&w, &ann, notice()).await;
            w.advance(2 * DAY);
        }
        w.mails.refuse(None);
        assert_eq!(send(&w, &ann, account()).await.len(), 1);
        assert!(mail::own_trouble(&w.app, &as_ann).await.unwrap().is_none(), "it works again");
        assert_eq!(send(&w, &ann, notice()).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_address_in_a_letter_stops_what_it_stood_in_and_nobody_elses() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let token = mail::stop_token(&w.app, ann.id, Sort::Digest);
        for forged in [
            token.replacen(&ann.id.to_string(), &ben.id.to_string(), 1),
            token.replacen("digest", "notice", 1),
            format!("{token}x"),
            String::new(),
            "1.digest.".to_owned(),
        ] {
            assert!(mail::stop(&w.app, &forged, None).await.unwrap_err().is_not_found(), "{forged}");
        }
        let before = mail::stop(&w.app, &token, None).await.unwrap();
        assert_eq!(before, Choices { digest: Pace::Weekly, only_account: false });
        let choices = mail::choices(&w.app, &w.viewer(&ann).await).await.unwrap();
        assert_eq!(choices, Choices { digest: Pace::Off, only_account: false });
        assert_eq!(mail::choices(&w.app, &w.viewer(&ben).await).await.unwrap(), Choices::default());
        assert_eq!(send(&w, &ann, notice()).await.len(), 1, "other letters come");
        mail::stop(&w.app, &token, Some(Stop::Rest)).await.unwrap();
        assert!(send(&w, &ann, notice()).await.is_empty());
        assert_eq!(send(&w, &ann, account()).await.len(), 1);
        mail::resume(&w.app, &token, Pace::Daily).await.unwrap();
        let standing = mail::standing(&w.app, &token).await.unwrap();
        assert_eq!(standing.choices, Choices { digest: Pace::Daily, only_account: false });
        leaving::erase(&w.app, ann.id).await.unwrap();
        assert!(mail::standing(&w.app, &token).await.unwrap_err().is_not_found(), "gone with its member");
    })
    .await;
}

#[tokio::test]
async fn many_letters_about_what_happened_wait_and_those_about_the_account_do_not() {
    World::each_with(
        |config| config.mail.per_minute = Some(2),
        |w| async move {
            let people = [w.person("ann").await, w.person("ben").await, w.person("cleo").await];
            let mut arrived = 0;
            for person in &people {
                arrived += send(&w, person, notice()).await.len();
            }
            assert_eq!(arrived, 2, "the third waits");
            assert_eq!(send(&w, &people[2], account()).await.len(), 1);
            w.advance(3 * MINUTE);
            w.run_jobs().await;
            assert_eq!(w.mails.take().len(), 1, "and comes later");
        },
    )
    .await;
}
