//! Who is limited together, when a proxy stands in front and when somebody only says so.

use kith_testkit::{Browser, Program};
use reqwest::Method;

use crate::{BINARY, set_up};

/// Changes that one network of visitors may make in a minute.
const CHANGES: usize = 20;

/// A small change by somebody for whom the header says `forwarded`; its status.
async fn change(browser: &Browser, token: &str, forwarded: &str) -> u16 {
    let request = browser.request(Method::POST, "/theme").form(&[("csrf", token), ("theme", "dark")]);
    browser.send(request.header("x-forwarded-for", forwarded)).await.status
}

/// Of so many changes, how many were refused.
async fn refused(browser: &Browser, token: &str, forwarded: impl Fn(usize) -> String, times: usize) -> usize {
    let mut refused = 0;
    for number in 0..times {
        let status = change(browser, token, &forwarded(number)).await;
        assert!(status == 303 || status == 429, "{status}");
        refused += usize::from(status == 429);
    }
    refused
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn networks_behind_a_trusted_proxy_are_limited_each_for_itself() {
    let mut program = set_up(Program::on_sqlite(BINARY));
    program.serve(&[("KITH_TRUSTED_PROXIES", "[\"127.0.0.1/32\", \"10.1.0.0/16\"]")]).await;
    let browser = program.browser();
    let token = browser.token().await;
    assert!(refused(&browser, &token, |_| "198.51.100.7".to_owned(), CHANGES + 8).await >= 6);
    assert_eq!(change(&browser, &token, "203.0.113.9").await, 303, "another network has its own room");
    assert_eq!(change(&browser, &token, "2001:db8:1:2::3").await, 303);
    // A neighbour in the same /24, and somebody who writes addresses in front of their own, are who they are.
    for same in
        ["198.51.100.200", "203.0.113.9, 198.51.100.7", "198.51.100.7, 10.1.2.3", "::ffff:198.51.100.7"]
    {
        // Room comes back with time, one change in three seconds.
        assert!(refused(&browser, &token, |_| same.to_owned(), 5).await >= 3, "{same}");
    }
    // Who comes past the proxy without a word of it is the proxy itself.
    let bare = browser.request(Method::POST, "/theme").form(&[("csrf", token.as_str()), ("theme", "dark")]);
    assert_eq!(browser.send(bare).await.status, 303);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_an_untrusted_peer_says_of_itself_counts_for_nothing() {
    for trusted in ["[]", "[\"10.1.0.0/16\"]"] {
        let mut program = set_up(Program::on_sqlite(BINARY));
        program.serve(&[("KITH_TRUSTED_PROXIES", trusted)]).await;
        let browser = program.browser();
        let token = browser.token().await;
        let another_each_time = |number: usize| format!("198.51.{number}.7");
        let refused = refused(&browser, &token, another_each_time, CHANGES + 8).await;
        assert!(refused >= 6, "{refused} refused with {trusted}");
        // Nor is it taken for having come by https.
        let request = browser.request(Method::GET, "/login").header("x-forwarded-proto", "https");
        assert!(browser.send(request).await.header("strict-transport-security").is_empty());
    }
}
