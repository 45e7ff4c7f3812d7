//! The web app as browsers without a window see it: what a phone is told, what it keeps, what other apps share, and
//! browsers that are woken.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kith_testkit::Browser;
use serde_json::Value;

use crate::ground::{each, photo};

/// What a browser hands in when it is turned on.
async fn turn_on(browser: &Browser, endpoint: &str) -> u16 {
    let mut point = [7; 65];
    point[0] = 4;
    let (p256dh, auth) = (URL_SAFE_NO_PAD.encode(point), URL_SAFE_NO_PAD.encode([9; 16]));
    let fields = [("endpoint", endpoint), ("p256dh", &p256dh), ("auth", &auth)];
    browser.post("/settings/devices/on", &fields).await.status
}

/// Addresses on the page of devices that end like this.
async fn doors(browser: &Browser, end: &str) -> Vec<String> {
    let actions = browser.get("/settings/devices").await.actions();
    actions
        .into_iter()
        .filter(|action| action.starts_with("/settings/devices/") && action.ends_with(end))
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_phone_learns_what_it_needs_to_install() {
    each(|s| async move {
        let browser = s.visitor();
        browser.post("/language", &[("tag", "ar")]).await;
        let answer = browser.get("/manifest.webmanifest").await;
        assert_eq!(answer.header("content-type"), "application/manifest+json");
        let manifest: Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!((&manifest["lang"], &manifest["dir"]), (&"ar".into(), &"rtl".into()));
        assert_eq!(
            (&manifest["start_url"], &manifest["display"]),
            (&"/?from=app".into(), &"standalone".into())
        );
        let icons = manifest["icons"].as_array().unwrap();
        assert!(icons.iter().any(|icon| icon["purpose"] == "maskable"));
        for icon in icons {
            assert_eq!(browser.get(icon["src"].as_str().unwrap()).await.header("content-type"), "image/png");
        }
        let ann = s.world.person("ann").await;
        let member = s.browser(&ann).await;
        for shortcut in manifest["shortcuts"].as_array().unwrap() {
            assert_eq!(member.get(shortcut["url"].as_str().unwrap()).await.status, 200, "{shortcut}");
        }
        assert_eq!(member.get("/?from=app").await.status, 200);
        assert_eq!(member.get(manifest["share_target"]["action"].as_str().unwrap()).await.status, 200);

        let worker = browser.get("/service-worker.js?lang=ar").await;
        assert_eq!(worker.status, 200);
        assert_eq!(worker.header("content-type"), "text/javascript; charset=utf-8");
        assert_eq!(worker.header("service-worker-allowed"), "/");
        assert_eq!(worker.header("cache-control"), "no-cache");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_page_that_is_kept_names_nobody_and_speaks_as_it_is_asked() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let browser = s.browser(&ann).await;
        for (language, direction) in [("de", "ltr"), ("ar", "rtl")] {
            let page = browser.get(&format!("/offline?lang={language}")).await;
            assert_eq!(page.status, 200);
            assert!(page.has(&format!("html[lang={language}][dir={direction}] [data-offline-page]")));
            assert!(!page.has("form, script, meta[name=csrf], meta[name=me]"), "{}", page.body);
            assert!(!page.body.contains("ann"), "{}", page.body);
        }
        // The home page says whose it is, so that a device does not show it to somebody else.
        assert_eq!(browser.get("/").await.attributes("meta[name=me]", "content"), ["ann"]);
        assert!(!s.visitor().get("/").await.has("meta[name=me], [data-install]"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_another_app_shares_waits_in_the_composer() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let browser = s.browser(&ann).await;
        let path = "/share?title=Fair&text=On+Sunday&url=https%3A%2F%2Ffair.example%2F";
        let away = s.visitor().get(path).await;
        assert_eq!(away.status, 303);
        assert!(
            away.header("location").starts_with("/login?next=%2Fshare%3F"),
            "{}",
            away.header("location")
        );
        let text = |page: &kith_testkit::Answer| {
            let fields = page.form("/posts").fields;
            fields.into_iter().find(|(name, _)| name == "text").unwrap().1
        };
        let page = browser.get(path).await;
        assert_eq!((page.status, text(&page).as_str()), (200, "Fair\n\nOn Sunday\n\nhttps://fair.example/"));
        let sent = browser.submit(&page, "/posts", &[]).await;
        assert!(sent.header("location").starts_with("/p/"), "{} {}", sent.status, sent.text());

        let (Some(mine), Some(his)) = (photo(w, &ann).await, photo(w, &ben).await) else { return };
        let page =
            browser.get(&format!("/share?photo={mine}&photo={his}&photo=7&photo=x&photo={mine}")).await;
        assert_eq!(page.attributes("input[name=media]", "value"), [mine.to_string()]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn browsers_are_turned_on_listed_tried_and_stopped() {
    each(|s| async move {
        let w = &s.world;
        let ann = w.person("ann").await;
        let (here, there) = (s.browser(&ann).await, s.browser(&ann).await);
        let page = here.get("/settings/devices").await;
        let key = page.attributes("[data-push]", "data-push");
        assert!(key.len() == 1 && key[0].len() > 80 && !key[0].ends_with('='), "{key:?}");
        assert_eq!(page.attributes("[data-push]", "data-push-known"), ["false"]);
        assert_eq!(turn_on(&here, "http://push.example/").await, 422);
        assert_eq!(turn_on(&here, "https://push.example/1").await, 204);
        w.advance(1);
        assert_eq!(turn_on(&there, "https://push.example/2").await, 204);
        let page = here.get("/settings/devices").await;
        assert_eq!(page.attributes("[data-push]", "data-push-known"), ["true"]);
        assert!(page.text().contains("push.example"), "{}", page.text());

        // Without a script: a test for both, and an end to both.
        let tests = doors(&here, "/test").await;
        assert_eq!(tests.len(), 2);
        for door in &tests {
            let answer = here.fill_in("/settings/devices", door, &[]).await;
            assert_eq!((answer.status, answer.header("location")), (303, "/settings/devices"));
        }
        w.run_jobs().await;
        assert_eq!(w.pushes.take().len(), 2);
        let [stop] = doors(&here, "/stop").await.try_into().unwrap();
        here.fill_in("/settings/devices", &stop, &[]).await;
        assert_eq!(
            there.get("/settings/devices").await.attributes("[data-push]", "data-push-known"),
            ["false"]
        );
        here.fill_in("/settings/devices", "/settings/devices/off", &[]).await;
        assert_eq!(
            here.get("/settings/devices").await.attributes("[data-push]", "data-push-known"),
            ["false"]
        );

        // What is somebody else's is not there.
        let ben = w.person("ben").await;
        let his = s.browser(&ben).await;
        turn_on(&his, "https://push.example/3").await;
        let [test] = doors(&his, "/test").await.try_into().unwrap();
        assert_eq!(here.post(&test, &[]).await.status, 404);
        assert_eq!(here.post(&test.replace("/test", "/stop"), &[]).await.status, 404);
        his.post("/logout", &[]).await;
        w.run_jobs().await;
        assert!(w.pushes.take().is_empty());
    })
    .await;
}
