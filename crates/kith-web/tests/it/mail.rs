//! Stopping letters: by a program that asks once and without a cookie, by hand, and back again.

use kith_domain::mail::{self, Pace, Sort};
use kith_testkit::{Browser, Server};
use reqwest::Method;

use crate::ground::each;

async fn pace(s: &Server, person: &kith_testkit::Person) -> Pace {
    mail::choices(&s.world.app, &s.world.viewer(person).await).await.unwrap().digest
}

async fn post(browser: &Browser, path: &str, fields: &[(&str, &str)]) -> kith_testkit::Answer {
    browser.send(browser.request(Method::POST, path).form(fields)).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_post_of_a_program_stops_the_digest_and_a_person_can_take_it_back() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let path = format!("/mail/unsubscribe/{}", mail::stop_token(&s.world.app, ann.id, Sort::Digest));
        let visitor = s.visitor();
        let page = visitor.get(&path).await;
        assert_eq!(page.status, 200);
        assert!(page.has("input[name=what][value=digest][checked]"), "{}", page.body);
        assert_eq!(pace(&s, &ann).await, Pace::Weekly, "reading changes nothing");
        let stopped = post(&visitor, &path, &[("List-Unsubscribe", "One-Click")]).await;
        assert_eq!(stopped.status, 200, "no redirect for programs: {}", stopped.body);
        assert!(stopped.has("[role=status]"), "{}", stopped.body);
        assert_eq!(pace(&s, &ann).await, Pace::Off);
        let again = post(&visitor, &path, &[("do", "resume"), ("pace", "daily")]).await;
        assert_eq!(again.status, 303, "{}", again.body);
        assert_eq!(pace(&s, &ann).await, Pace::Daily);
        let by_hand = post(&visitor, &path, &[("what", "digest"), ("do", "stop")]).await;
        assert!(by_hand.leads_to().is_some_and(|next| next.ends_with("?was=daily")), "{}", by_hand.body);
        assert_eq!(pace(&s, &ann).await, Pace::Off);
        assert_eq!(post(&visitor, &path, &[]).await.status, 422, "nothing was asked for");
        assert_eq!(visitor.get(&format!("{path}x")).await.status, 404);
        let forged = post(&visitor, &format!("{path}x"), &[("List-Unsubscribe", "One-Click")]).await;
        assert_eq!(forged.status, 404);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn members_choose_what_they_are_sent() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let browser = s.browser(&ann).await;
        let page = browser.get("/settings/mail").await;
        assert!(page.has("input[name=digest][value=weekly][checked]"), "{}", page.body);
        let saved = browser.submit(&page, "/settings/mail", &[("digest", "daily")]).await;
        assert_eq!(saved.status, 303, "{}", saved.body);
        assert_eq!(pace(&s, &ann).await, Pace::Daily);
    })
    .await;
}
