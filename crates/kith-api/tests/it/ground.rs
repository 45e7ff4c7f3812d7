//! What the stories share: a served world with pages and API, and apps that speak to it.

use std::sync::Arc;

use axum::Router;
use kith_domain::{App, apps};
use kith_http::{Guard, RateLimits, Shed};
use kith_testkit::{Answer, Browser, Person, Server};
use reqwest::Method;
use serde_json::Value;

/// Pages and API without limits, so that a test may knock often.
pub fn faces(app: &Arc<App>) -> Router {
    let door = Guard { app: Arc::clone(app), limits: RateLimits::off(), shed: Shed::new(512) };
    kith_web::router(app, door.clone()).0.merge(kith_api::router(app, door).0)
}

/// Runs `test` on both engines.
pub async fn each<F: Future<Output = ()>>(test: impl Fn(Server) -> F) {
    Server::each(faces, test).await;
}

/// An app that acts for somebody, or for nobody.
pub struct Client {
    browser: Browser,
    token: Option<String>,
}

/// What an app was told.
pub struct Told {
    pub status: u16,
    pub answer: Answer,
}

impl Told {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.answer.body).unwrap_or_else(|_| panic!("no JSON: {}", self.answer.body))
    }

    /// The JSON of a request that has to succeed.
    pub fn good(&self) -> Value {
        assert_eq!(self.status, 200, "{}", self.answer.body);
        self.json()
    }
}

impl Client {
    /// An app without a token.
    pub fn stranger(s: &Server) -> Self {
        Self { browser: s.visitor(), token: None }
    }

    /// An app that `person` let act for them within `scopes`.
    pub async fn within(s: &Server, person: &Person, scopes: &str) -> Self {
        let issued = apps::for_account(&s.world.app, None, person.id, scopes).await.unwrap();
        Self { browser: s.visitor(), token: Some(issued.token.expose().to_owned()) }
    }

    /// An app with the usual rights.
    pub async fn of(s: &Server, person: &Person) -> Self {
        Self::within(s, person, "read write follow push").await
    }

    /// An app with this token.
    pub fn with_token(s: &Server, token: &str) -> Self {
        Self { browser: s.visitor(), token: Some(token.to_owned()) }
    }

    pub async fn ask(&self, method: Method, path: &str, body: Option<Value>) -> Told {
        self.ask_with(method, path, &[], body).await
    }

    pub async fn ask_with(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<Value>,
    ) -> Told {
        let mut request = self.browser.request(method, path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        if let Some(body) = body {
            request = request.header("content-type", "application/json").body(body.to_string());
        }
        let answer = self.browser.send(request).await;
        Told { status: answer.status, answer }
    }

    /// Sends exactly this as the body.
    pub async fn raw(&self, method: &str, path: &str, body: &str) -> Told {
        let mut request = self.browser.request(method.parse().unwrap(), path);
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        let request = request.header("content-type", "application/json").body(body.to_owned());
        let answer = self.browser.send(request).await;
        Told { status: answer.status, answer }
    }

    pub async fn send(&self, method: Method, path: &str, form: reqwest::multipart::Form) -> Told {
        let request = self.browser.request(method, path).multipart(form);
        let request = match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        };
        let answer = self.browser.send(request).await;
        Told { status: answer.status, answer }
    }

    pub async fn get(&self, path: &str) -> Told {
        self.ask(Method::GET, path, None).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Told {
        self.ask(Method::POST, path, Some(body)).await
    }
}
