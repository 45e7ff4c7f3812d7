//! Polls on pages: asked in the composer, voted in by a form, shown as bars, and nobody's who does not see the post.

use kith_domain::relationships;
use kith_testkit::{Browser, Person};

use crate::ground::each;

/// Asks on the page for writing; the address of the post.
async fn ask(browser: &Browser, audience: &str) -> String {
    let fields = [
        ("text", "Which?"),
        ("audience", audience),
        ("comments", "same"),
        ("language", "en"),
        ("poll_option", "Tea <b>"),
        ("poll_option", ""),
        ("poll_option", "Coffee"),
        ("poll_days", "3"),
    ];
    let answer = browser.post("/posts", &fields).await;
    answer.leads_to().unwrap_or_else(|| panic!("not asked: {}", answer.text()))
}

#[tokio::test]
async fn a_poll_is_asked_and_voted_in_by_forms() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben): (Person, Person) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let (author, reader) = (s.browser(&ann).await, s.browser(&ben).await);
        let post = ask(&author, "friends").await;
        let vote = format!("{post}/vote");
        let own = author.open(&post).await;
        assert!(
            own.has(".poll meter") && !own.actions().contains(&vote),
            "the author sees counts and no form"
        );
        let page = reader.open(&post).await;
        assert!(page.actions().contains(&vote));
        assert!(page.text().contains("Tea <b>"), "as words: {}", page.text());
        assert_eq!(reader.post(&vote, &[]).await.leads_to(), Some(post.clone()), "nothing chosen");
        assert!(reader.open(&post).await.actions().contains(&vote), "and nothing counted");
        reader.post(&vote, &[("choice", "1")]).await;
        let voted = reader.open(&post).await;
        assert!(!voted.actions().contains(&vote));
        assert_eq!(voted.attributes(".poll meter", "value"), ["0", "100"]);
        assert_eq!(reader.post(&vote, &[("choice", "0")]).await.status, 422, "once");

        let cem = s.browser(&w.person("cem").await).await;
        assert_eq!(cem.post(&vote, &[("choice", "0")]).await.status, 404);
        assert_eq!(cem.post(&vote, &[]).await.status, 404, "hidden and absent are the same");
        relationships::unfriend(&w.app, &w.viewer(&ann).await, ben.id).await.unwrap();
        assert_eq!(reader.post(&vote, &[("choice", "0")]).await.status, 404, "revoked later");
    })
    .await;
}

#[tokio::test]
async fn a_poll_that_breaks_a_rule_comes_back_with_what_was_typed() {
    each(|s| async move {
        let browser = s.browser(&s.world.person("ann").await).await;
        let fields = [("text", "Which?"), ("audience", "self"), ("comments", "same"), ("language", "en")];
        let fields = [&fields[..], &[("poll_option", "Only tea"), ("poll_days", "3")]].concat();
        let answer = browser.post("/posts", &fields).await;
        assert_eq!(answer.status, 422);
        assert!(answer.has("#poll-error") && answer.has("input[name=poll_option][value=\"Only tea\"]"));
    })
    .await;
}
