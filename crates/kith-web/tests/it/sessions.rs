//! F: signing in and out as browsers do it, and what a stolen cookie is worth afterwards.

use kith_domain::viewer::Role;
use kith_testkit::{Answer, Browser, PASSWORD};
use reqwest::Method;

use crate::ground::{each, filled, table};

const SESSION: &str = "__Host-kith";

/// Nothing that asks for a signed-in member answers this browser any more.
async fn is_a_stranger(browser: &Browser, what: &str) {
    for route in table() {
        if route.access == kith_http::Access::Anyone || route.path.starts_with("/live") {
            continue;
        }
        let path = filled(route.path, "1234567890123");
        let answer = match route.method {
            "GET" => browser.get(&path).await,
            _ => browser.post_bare(&path, &[]).await,
        };
        let is_out =
            answer.status == 401 || (answer.status == 303 && answer.header("location").starts_with("/login"));
        assert!(is_out, "{what}: {} {path} answers {}", route.method, answer.status);
    }
}

fn cookie_line(answer: &Answer, name: &str) -> String {
    let all = answer.headers.get_all("set-cookie");
    let mut lines = all.iter().filter_map(|line| line.to_str().ok());
    lines.find(|line| line.starts_with(&format!("{name}="))).unwrap_or_default().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f11_a8_signing_in_makes_a_new_cookie_that_no_script_reads() {
    each(|s| async move {
        s.world.person("ann").await;
        let browser = s.visitor();
        // Somebody has put a cookie there before.
        let planted = "A".repeat(43);
        browser.set_cookie(SESSION, &planted);
        let answer = browser.sign_in("ann").await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let line = cookie_line(&answer, SESSION);
        for part in ["; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"] {
            assert!(line.contains(part), "{line}");
        }
        assert!(!line.contains("Domain"), "{line}");
        let first = browser.cookie(SESSION).unwrap();
        assert_ne!(first, planted);
        assert_eq!(browser.get("/settings").await.status, 200);

        // The token of the session stands on no page.
        assert!(!browser.get("/settings/sessions").await.body.contains(&first));
        // Signing in again is a new session, and signing out ends that one alone.
        let thief = browser.copy();
        let second = s.visitor();
        second.sign_in("ann").await;
        assert_ne!(second.cookie(SESSION).unwrap(), first);
        let answer = browser.post("/logout", &[]).await;
        assert_eq!(answer.status, 303);
        assert!(browser.cookie(SESSION).is_none());
        is_a_stranger(&thief, "f3: after signing out").await;
        assert_eq!(second.get("/settings").await.status, 200);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f1_a_changed_password_leaves_no_other_browser_signed_in() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let (mine, theirs) = (s.browser(&ann).await, s.browser(&ann).await);
        assert_eq!(theirs.get("/settings").await.status, 200);
        let before = mine.copy();
        let page = mine.get("/settings/account").await;
        let fields = [("current_password", PASSWORD), ("password", "seven green herons over the weir")];
        let answer = mine.submit(&page, "/settings/account/password", &fields).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        is_a_stranger(&theirs, "f1: another browser").await;
        is_a_stranger(&before, "f1, f11: the old cookie of this browser").await;
        assert_eq!(mine.get("/settings").await.status, 200);
        assert_eq!(s.visitor().sign_in("ann").await.status, 422, "the old password still works");
        let answer = s.visitor().sign_in_with("ann", "seven green herons over the weir").await;
        assert_eq!(answer.status, 303);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f2_a_suspended_member_is_out_in_every_browser_and_stays_out() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let root = s.world.person_with_role("root_elm", Role::Owner).await;
        let (mine, admin) = (s.browser(&ann).await, s.browser(&root).await);
        assert_eq!(mine.get("/settings").await.status, 200);
        let path = format!("/admin/members/{}", ann.id);
        let page = admin.get(&path).await;
        let fields = [("reason", "Sold the village hall")];
        let answer = admin.submit(&page, &format!("{path}/suspend"), &fields).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        is_a_stranger(&mine, "f2").await;
        let answer = s.visitor().sign_in("ann").await;
        assert_eq!(answer.status, 403, "{}", answer.text());
        assert!(s.visitor().get("/u/ann").await.status == 404);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f13_a_key_page_tells_nobody_its_address_and_waits_for_a_click() {
    each(|s| async move {
        s.world.person("ann").await;
        let browser = s.visitor();
        let answer = browser.fill_in("/recover", "/recover/mail", &[("login", "ann@example.org")]).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        s.world.run_jobs().await;
        let mails = s.world.mails.take();
        let text = &mails.first().expect("a mail").text;
        let start = text.find("/key/").expect("an address in the mail");
        let path: String = text[start..].chars().take_while(|c| !c.is_whitespace()).collect();
        // Bots that look at every address, and the back button, use nothing up.
        for _ in 0..3 {
            let page = browser.get(&path).await;
            assert_eq!(page.status, 200, "{}", page.text());
            assert_eq!(page.header("referrer-policy"), "strict-origin");
            assert!(page.header("cache-control").contains("no-store"));
            browser.send(browser.request(Method::HEAD, &path)).await;
        }
        let page = browser.get(&path).await;
        let answer = browser.submit(&page, &path, &[("password", "seven green herons over the weir")]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        // g12: it works once.
        let again = s.visitor();
        assert_eq!(again.get(&path).await.status, 404);
        let answer = again.post(&path, &[("password", "eight green herons over the weir")]).await;
        assert_eq!(answer.status, 404, "{}", answer.text());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_learns_from_the_sign_in_page_who_is_a_member() {
    each(|s| async move {
        s.world.person("ann").await;
        for path in ["/login", "/recover"] {
            let mut bodies = Vec::new();
            for login in ["ann", "nobody"] {
                let browser = s.visitor();
                let fields: &[(&str, &str)] = match path {
                    "/login" => &[("password", "not the password")],
                    _ => &[("code", "ABCD-EFGH-JKLM"), ("password", "seven green herons over the weir")],
                };
                let mut all = vec![("login", login)];
                all.extend_from_slice(fields);
                let answer = browser.fill_in(path, path, &all).await;
                assert!([403, 404, 422].contains(&answer.status), "{path} {login}: {}", answer.text());
                assert!(browser.cookie(SESSION).is_none());
                bodies.push((answer.status, answer.text().replace(login, "LOGIN")));
            }
            assert_eq!(bodies[0], bodies[1], "{path}");
        }
        for path in ["/login/mail", "/recover/mail"] {
            let from = if path == "/login/mail" { path } else { "/recover" };
            let mut bodies = Vec::new();
            for login in ["ann@example.org", "nobody@example.org"] {
                let answer = s.visitor().fill_in(from, path, &[("login", login)]).await;
                bodies.push((answer.status, answer.text().replace(login, "LOGIN")));
            }
            assert_eq!(bodies[0], bodies[1], "{path}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_address_behind_sign_in_leads_off_this_server() {
    each(|s| async move {
        s.world.person("ann").await;
        for next in [
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "javascript:alert(1)",
        ] {
            let browser = s.visitor();
            let answer =
                browser.post("/login", &[("login", "ann"), ("password", PASSWORD), ("next", next)]).await;
            assert_eq!(answer.status, 303, "{}", answer.text());
            assert_eq!(answer.header("location"), "/", "{next}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn coming_back_before_the_deletion_says_that_the_account_stays() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let viewer = s.world.viewer(&ann).await;
        kith_domain::leaving::delete(&s.world.app, &viewer, kith_base::Secret::new(PASSWORD)).await.unwrap();
        let browser = s.visitor();
        assert_eq!(browser.sign_in("ann").await.status, 303);
        let home = browser.open("/").await.text();
        assert!(home.contains("Your account will not be deleted"), "{home}");
        assert!(!browser.open("/").await.text().contains("will not be deleted"), "once is enough");
        s.world.run_jobs().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mail_address_is_removed_by_whoever_knows_the_password() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let browser = s.browser(&ann).await;
        let page = browser.get("/settings/account").await;
        assert!(page.text().contains("only a code that an admin hands you"), "the warning stands there");
        let remove = "/settings/account/email/remove";
        let wrong = browser.submit(&page, remove, &[("current_password", "nope")]).await;
        assert!(
            wrong.status == 422 && wrong.has("details[open] #remove-email-password-error"),
            "{}",
            wrong.text()
        );
        let done = browser.submit(&page, remove, &[("current_password", PASSWORD)]).await;
        assert_eq!((done.status, done.leads_to().as_deref()), (303, Some("/settings/account")));
        let page = browser.get("/settings/account").await;
        assert_eq!(page.attributes("#email", "value"), [""]);
        assert!(!page.actions().iter().any(|action| action == remove), "nothing is left to remove");
    })
    .await;
}
