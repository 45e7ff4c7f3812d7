//! Signing in and out over HTTP, on the real program.

use reqwest::header::{COOKIE, LOCATION, SET_COOKIE};
use reqwest::redirect::Policy;
use reqwest::{Client, Response};

use crate::program::{PASSWORD, Program, Server};

/// A browser without script: keeps cookies, reads the token of a page, sends forms.
struct Browser {
    client: Client,
    base: String,
}

impl Browser {
    fn new(server: &Server) -> Self {
        let client = Client::builder().cookie_store(true).redirect(Policy::none()).build().unwrap();
        Self { client, base: server.base.clone() }
    }

    async fn get(&self, path: &str) -> Response {
        self.client.get(format!("{}{path}", self.base)).send().await.unwrap()
    }

    /// Opens `page` and sends a form from there.
    async fn post(&self, page: &str, path: &str, fields: &[(&str, &str)]) -> Response {
        let html = self.get(page).await.text().await.unwrap();
        let (_, rest) = html.split_once("name=\"csrf\" ").expect("a token");
        let token = rest.split('"').nth(1).unwrap().to_owned();
        let mut form = vec![("csrf", token.as_str())];
        form.extend(fields);
        self.client.post(format!("{}{path}", self.base)).form(&form).send().await.unwrap()
    }

    async fn sign_in(&self, login: &str, password: &str) -> Response {
        self.post("/login", "/login", &[("login", login), ("password", password), ("next", "/settings")])
            .await
    }
}

fn session_of(response: &Response) -> Option<String> {
    let cookies = response.headers().get_all(SET_COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    cookies
        .filter_map(|cookie| cookie.split(';').next())
        .find(|pair| pair.starts_with("kith="))
        .map(ToOwned::to_owned)
}

#[tokio::test]
async fn people_sign_in_see_their_settings_and_sign_out() {
    let program = Program::set_up();
    let server = program.serve();
    let browser = Browser::new(&server);
    let sent_on = browser.get("/settings/account").await;
    assert_eq!(sent_on.headers()[LOCATION], "/login?next=%2Fsettings%2Faccount");
    let wrong = browser.sign_in("greta", "wrong password").await;
    assert_eq!(wrong.status(), 422);
    let page = wrong.text().await.unwrap();
    assert!(page.contains("value=\"greta\"") && page.contains("password-error"), "{page}");
    let right = browser.sign_in("greta", PASSWORD).await;
    assert_eq!((right.status().as_u16(), right.headers()[LOCATION].to_str().unwrap()), (303, "/settings"));
    for path in [
        "/settings",
        "/settings/account",
        "/settings/sessions",
        "/settings/language",
        "/settings/leave",
        "/settings/leave/delete",
        "/admin/members",
    ] {
        assert_eq!(browser.get(path).await.status(), 200, "{path}");
    }
    let foreign = browser.get("/login?next=//evil.example").await;
    assert_eq!(foreign.headers()[LOCATION], "/");
    assert_eq!(browser.post("/settings", "/logout", &[]).await.status(), 303);
    assert_eq!(browser.get("/settings").await.status(), 303);
}

#[tokio::test]
async fn f3_the_old_cookie_is_nobodys_after_signing_out() {
    let program = Program::set_up();
    let server = program.serve();
    let browser = Browser::new(&server);
    let cookie = session_of(&browser.sign_in("greta", PASSWORD).await).unwrap();
    browser.post("/settings", "/logout", &[]).await;
    let bare = Client::builder().redirect(Policy::none()).build().unwrap();
    for path in ["/settings", "/settings/account", "/admin/members", "/settings/sessions"] {
        let answer = bare.get(format!("{}{path}", server.base)).header(COOKIE, &cookie).send().await.unwrap();
        assert_eq!(answer.status(), 303, "{path}");
        assert!(answer.headers()[LOCATION].to_str().unwrap().starts_with("/login"), "{path}");
    }
}

#[tokio::test]
async fn f11_a_cookie_set_before_signing_in_is_not_the_one_after_it() {
    let program = Program::set_up();
    let server = program.serve();
    let browser = Browser::new(&server);
    let planted = format!("kith={}", "A".repeat(43));
    let bare = Client::builder().redirect(Policy::none()).build().unwrap();
    let answer = bare.get(format!("{}/settings", server.base)).header(COOKIE, &planted).send().await.unwrap();
    assert_eq!(answer.status(), 303);
    let first = session_of(&browser.sign_in("greta", PASSWORD).await).unwrap();
    let second = session_of(&Browser::new(&server).sign_in("greta", PASSWORD).await).unwrap();
    assert!(first != second && first != planted);
}

#[tokio::test]
async fn f1_a_reset_on_the_command_line_ends_sessions_of_the_running_server_within_a_second() {
    let program = Program::set_up();
    let server = program.serve();
    let browser = Browser::new(&server);
    browser.sign_in("greta", PASSWORD).await;
    assert_eq!(browser.get("/settings").await.status(), 200);
    assert!(
        program
            .run(&["account", "reset", "greta", "--password-stdin"], "seven quiet harbours")
            .status
            .success()
    );
    tokio::time::sleep(std::time::Duration::from_millis(1_000)).await;
    assert_eq!(browser.get("/settings").await.status(), 303);
}
