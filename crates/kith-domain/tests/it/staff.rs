//! What lies before the staff: messages, failed jobs, the pages of the community.

use kith_base::{DAY, Kind, PageRequest};
use kith_domain::site::{self, JoinMode};
use kith_domain::viewer::Role;
use kith_domain::{Viewer, contact, overview};
use kith_testkit::World;

use crate::joining::{mode, solve};

#[tokio::test]
async fn messages_reach_the_inbox_and_only_admins_read_them() {
    World::each(|w| async move {
        let ann = w.person_with_role("ann", Role::Admin).await;
        let mona = w.person_with_role("mona", Role::Moderator).await;
        let new = |proof: String| contact::NewMessage {
            name: "Visitor".to_owned(),
            email: "visitor@example.org".to_owned(),
            subject: "Hello".to_owned(),
            body: "Is this the choir?".to_owned(),
            language: "en".to_owned(),
            proof,
        };
        let network = "198.51.100.0/24";
        let wrong = contact::NewMessage::default();
        assert_eq!(
            contact::send(&w.app, &Viewer::Anonymous, network, wrong).await.unwrap_err().fields().len(),
            4
        );
        for _ in 0..3 {
            contact::send(&w.app, &Viewer::Anonymous, network, new(String::new())).await.unwrap();
        }
        let refused =
            contact::send(&w.app, &Viewer::Anonymous, network, new(String::new())).await.unwrap_err();
        assert!(matches!(refused.kind(), Kind::RateLimited { .. }));
        let proof = solve(&w.app);
        contact::send(&w.app, &Viewer::Anonymous, network, new(proof.clone())).await.unwrap();
        let replay = contact::send(&w.app, &Viewer::Anonymous, network, new(proof)).await.unwrap_err();
        assert_eq!(replay.message().key, "contact-sent-already");

        let first = || PageRequest::first(20);
        assert!(
            contact::inbox(&w.app, &w.viewer(&mona).await, false, first()).await.unwrap_err().is_not_found()
        );
        let viewer = w.viewer(&ann).await;
        let waiting = contact::inbox(&w.app, &viewer, false, first()).await.unwrap().items;
        assert_eq!(waiting.len(), 4);
        contact::set_handled(&w.app, &viewer, waiting[0].id, true).await.unwrap();
        assert_eq!(contact::inbox(&w.app, &viewer, true, first()).await.unwrap().items.len(), 1);
        let kept = w.dump(&[]).await.find("Is this the choir?");
        assert!(kept.iter().all(|place| !place.starts_with("jobs")), "no job holds the words: {kept:?}");
        w.run_jobs().await;
        let mails = w.mails.take();
        let mail = mails.iter().find(|mail| mail.text.contains("Is this the choir?")).unwrap();
        assert_eq!(mail.reply_to.as_ref().unwrap().address, "visitor@example.org", "answers reach who wrote");
        let log = overview::log(&w.app, &viewer, PageRequest::first(20)).await.unwrap();
        assert_eq!(log.items[0].entry.action, "contact.handle");
        assert_eq!(log.items[0].actor.as_ref().map(|person| person.handle.as_str()), Some("ann"));
        assert_eq!(overview::overview(&w.app, &viewer).await.unwrap().messages, 3);
    })
    .await;
}

#[tokio::test]
async fn a_dead_job_is_discarded_by_an_admin_and_goes_with_the_account_it_is_about() {
    World::each(|w| async move {
        let ann = w.person_with_role("ann", Role::Owner).await;
        let (ben, cat) = (w.person("ben").await, w.person("cat").await);
        for about in [&ben, &cat] {
            let payload = serde_json::json!({ "account": about.id, "email": "old@example.org" });
            w.app
                .db
                .write(move |tx| {
                    let now = tx.now();
                    tx.enqueue("test.nobody_runs_this", &payload, now)
                })
                .await
                .unwrap();
        }
        for _ in 0..13 {
            w.run_jobs().await;
            w.advance(DAY);
        }
        let staff = w.viewer(&ann).await;
        let dead = || async { overview::overview(&w.app, &staff).await.unwrap().dead };
        assert_eq!(dead().await.len(), 2);
        kith_domain::leaving::erase(&w.app, ben.id).await.unwrap();
        let left = dead().await;
        assert_eq!(left.len(), 1);
        let id = left[0].id.raw();
        assert!(overview::discard_job(&w.app, &w.viewer(&cat).await, id).await.unwrap_err().is_not_found());
        overview::discard_job(&w.app, &staff, id).await.unwrap();
        assert!(dead().await.is_empty());
        assert!(overview::discard_job(&w.app, &staff, id).await.unwrap_err().is_not_found());
    })
    .await;
}

#[tokio::test]
async fn pages_are_shipped_replaced_and_brought_back() {
    World::each(|w| async move {
        use kith_domain::site::Slug;
        use kith_locale::Language;
        mode(&w, JoinMode::Invite).await;
        let ann = w.person_with_role("ann", Role::Admin).await;
        let viewer = w.viewer(&ann).await;
        for slug in Slug::ALL {
            for language in Language::all() {
                let page = site::page(&w.app, *slug, *language).await.unwrap();
                assert!(
                    !page.title.is_empty() && !page.html.contains('{'),
                    "{slug:?} {language:?}: {}",
                    page.html
                );
            }
        }
        let imprint = site::page(&w.app, Slug::Imprint, Language::EN).await.unwrap();
        assert!(imprint.html.contains("have not given their name yet"), "{}", imprint.html);

        let german = Language::parse("de").unwrap();
        site::save_page(&w.app, &viewer, Slug::Rules, german, "Regeln", "Seid *nett* bei {name}.")
            .await
            .unwrap();
        let own = site::page(&w.app, Slug::Rules, german).await.unwrap();
        assert!(own.changed_at.is_some() && own.html.contains("<em>nett</em> bei Kith"), "{}", own.html);
        let english = site::page(&w.app, Slug::Rules, Language::EN).await.unwrap();
        assert_eq!(english.own_elsewhere, [german]);
        site::revert_page(&w.app, &viewer, Slug::Rules, german).await.unwrap();
        assert!(site::page(&w.app, Slug::Rules, german).await.unwrap().changed_at.is_none());

        let ben = w.person("ben").await;
        let refused = site::save_page(&w.app, &w.viewer(&ben).await, Slug::Rules, german, "x", "y").await;
        assert!(refused.unwrap_err().is_not_found());
    })
    .await;
}
