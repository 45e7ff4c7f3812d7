//! A browser without script for tests: keeps cookies, follows nothing by itself, reads forms off real pages and sends
//! them as a browser would, with the headers that browsers send.

#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where its ground is missing")]

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use reqwest::header::{COOKIE, HOST, HeaderMap, LOCATION, ORIGIN, SET_COOKIE};
use reqwest::{Method, RequestBuilder, redirect};
use scraper::{ElementRef, Html, Selector};

use crate::PASSWORD;

/// Somebody's browser.
pub struct Browser {
    server: String,
    /// The address of the community as members type it, from which Host and Origin follow.
    address: String,
    client: reqwest::Client,
    cookies: Mutex<BTreeMap<String, String>>,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The path that was asked for.
    pub path: String,
    /// Status as a number.
    pub status: u16,
    /// Headers.
    pub headers: HeaderMap,
    /// Body as text.
    pub body: String,
}

impl Browser {
    /// A browser that talks to `server` (`http://127.0.0.1:port`), which calls itself `address`.
    pub fn new(server: impl Into<String>, address: &str) -> Self {
        let client = reqwest::Client::builder()
            .redirect(redirect::Policy::none())
            .no_proxy()
            .build()
            .expect("a client");
        Self { server: server.into(), address: address.to_owned(), client, cookies: Mutex::default() }
    }

    /// Puts a cookie into the jar.
    pub fn set_cookie(&self, name: &str, value: &str) {
        self.jar().insert(name.to_owned(), value.to_owned());
    }

    /// The value of a cookie in the jar.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.jar().get(name).cloned()
    }

    /// All cookies as the header has them.
    pub fn cookies(&self) -> String {
        let pairs: Vec<String> = self.jar().iter().map(|(name, value)| format!("{name}={value}")).collect();
        pairs.join("; ")
    }

    /// A browser with the same cookies, as a thief's.
    pub fn copy(&self) -> Self {
        let copy = Self::new(self.server.clone(), &self.address);
        copy.jar().clone_from(&self.jar());
        copy
    }

    /// A request with this browser's cookies and headers, to be changed before it is sent by [`Browser::send`].
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let cookies = self.cookies();
        let host = self.address.rsplit('/').next().unwrap_or_default();
        let is_change = method == Method::POST;
        let mut request = self.client.request(method, format!("{}{path}", self.server)).header(HOST, host);
        if !cookies.is_empty() {
            request = request.header(COOKIE, cookies);
        }
        if is_change {
            request = request.header(ORIGIN, &self.address).header("sec-fetch-site", "same-origin");
        }
        request
    }

    /// Sends a request, keeps the cookies of the answer.
    ///
    /// # Panics
    /// When the server does not answer.
    pub async fn send(&self, request: RequestBuilder) -> Answer {
        self.try_send(request).await.expect("the server answers")
    }

    /// As [`Browser::send`] where the server may hang up.
    ///
    /// # Errors
    /// When it does.
    pub async fn try_send(&self, request: RequestBuilder) -> reqwest::Result<Answer> {
        let response = request.send().await?;
        let path = response.url().path().to_owned();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        for cookie in headers.get_all(SET_COOKIE) {
            let Some((pair, rest)) =
                cookie.to_str().ok().map(|text| text.split_once(';').unwrap_or((text, "")))
            else {
                continue;
            };
            let Some((name, value)) = pair.split_once('=') else { continue };
            if value.is_empty() || rest.contains("Max-Age=0") {
                self.jar().remove(name.trim());
            } else {
                self.set_cookie(name.trim(), value);
            }
        }
        let body = String::from_utf8_lossy(&response.bytes().await?).into_owned();
        Ok(Answer { path, status, headers, body })
    }

    /// Opens a page.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path)).await
    }

    /// Opens a page and goes where it leads, ten times at most.
    pub async fn open(&self, path: &str) -> Answer {
        let mut answer = self.get(path).await;
        for _ in 0..10 {
            let Some(next) = answer.leads_to() else { break };
            answer = self.get(&next).await;
        }
        answer
    }

    /// The token that forms in this browser carry, read off a page.
    pub async fn token(&self) -> String {
        let page = self.get("/about/rules").await;
        let document = page.html();
        let meta = document.select(&selector("meta[name=csrf]")).next();
        meta.and_then(|meta| meta.attr("content")).expect("every page names the token").to_owned()
    }

    /// Sends fields to `path` with the token, as one of our pages would.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.token().await;
        let mut all = vec![("csrf", token.as_str())];
        all.extend_from_slice(fields);
        self.post_bare(path, &all).await
    }

    /// Sends exactly these fields.
    pub async fn post_bare(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send(self.request(Method::POST, path).form(fields)).await
    }

    /// Fills in the form of `page` that posts to `action` and has these fields, and sends it: hidden fields, ticked boxes and chosen options
    /// go along as they stand, `fields` replace those of the same name.
    ///
    /// # Panics
    /// When there is no such form, or it has no field of a given name.
    pub async fn submit(&self, page: &Answer, action: &str, fields: &[(&str, &str)]) -> Answer {
        let names: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
        let form = page.form_with(action, &names);
        let known = form.names;
        let mut filled: Vec<(String, String)> = form
            .fields
            .into_iter()
            .filter(|(name, _)| !fields.iter().any(|(given, _)| given == name))
            .collect();
        for (name, value) in fields {
            assert!(
                known.iter().any(|known| known == name),
                "the form {action} has no field {name}: {known:?}"
            );
            filled.push(((*name).to_owned(), (*value).to_owned()));
        }
        let mut request = self.request(Method::POST, action);
        if form.is_multipart {
            let parts = filled
                .into_iter()
                .fold(reqwest::multipart::Form::new(), |parts, (name, value)| parts.text(name, value));
            request = request.multipart(parts);
        } else {
            request = request.form(&filled);
        }
        self.send(request).await
    }

    /// Opens the page at `path` and sends its form that posts to `action`.
    pub async fn fill_in(&self, path: &str, action: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.get(path).await;
        assert_eq!(page.status, 200, "{path}: {}", page.text());
        self.submit(&page, action, fields).await
    }

    /// Signs in through the page, with the password everybody has.
    pub async fn sign_in(&self, handle: &str) -> Answer {
        self.sign_in_with(handle, PASSWORD).await
    }

    /// Signs in through the page with this password.
    pub async fn sign_in_with(&self, login: &str, password: &str) -> Answer {
        self.fill_in("/login", "/login", &[("login", login), ("password", password)]).await
    }

    fn jar(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, String>> {
        self.cookies.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A form as it stands on a page.
pub struct FoundForm {
    /// What a browser would send if nothing were touched.
    pub fields: Vec<(String, String)>,
    /// Names of all fields and buttons.
    pub names: Vec<String>,
    /// Names of those into which anything can be typed.
    pub free: Vec<String>,
    /// Whether it sends files.
    pub is_multipart: bool,
}

impl Answer {
    /// The body as a document.
    pub fn html(&self) -> Html {
        Html::parse_document(&self.body)
    }

    /// The words of the body, without styles, scripts and spaces.
    pub fn text(&self) -> String {
        let document = self.html();
        let words: Vec<&str> = document.root_element().text().flat_map(str::split_whitespace).collect();
        words.join(" ")
    }

    /// A header as text; empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
    }

    /// Where a redirect leads, as a path here.
    pub fn leads_to(&self) -> Option<String> {
        let location = self.headers.get(LOCATION)?.to_str().ok()?;
        (300..400).contains(&self.status).then(|| location.to_owned())
    }

    /// Whether any element fits the CSS selector.
    pub fn has(&self, css: &str) -> bool {
        self.html().select(&selector(css)).next().is_some()
    }

    /// The attribute `name` of every element that fits the CSS selector.
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        let document = self.html();
        document.select(&selector(css)).filter_map(|found| found.attr(name)).map(str::to_owned).collect()
    }

    /// Paths that the forms of this page post to.
    pub fn actions(&self) -> Vec<String> {
        self.attributes("form[method=post]", "action")
    }

    /// The form that posts to `action`.
    ///
    /// # Panics
    /// When the page has none.
    pub fn form(&self, action: &str) -> FoundForm {
        self.form_with(action, &[])
    }

    /// As [`Answer::form`], with all these fields if there is such a one.
    fn form_with(&self, action: &str, names: &[&str]) -> FoundForm {
        let document = self.html();
        let forms: Vec<_> = document
            .select(&selector("form"))
            .filter(|form| form.attr("action") == Some(action) && form.attr("method") == Some("post"))
            .collect();
        let has = |form: &&ElementRef<'_>| {
            let all = selector("[name]");
            names.iter().all(|name| form.select(&all).any(|field| field.attr("name") == Some(name)))
        };
        let form = forms.iter().find(has).or(forms.first()).unwrap_or_else(|| {
            let text = self.text();
            panic!(
                "{} ({}) has no form to {action}, only {:?}: {text}",
                self.path,
                self.status,
                self.actions()
            )
        });
        let mut read = FoundForm {
            fields: Vec::new(),
            names: Vec::new(),
            free: Vec::new(),
            is_multipart: form.attr("enctype") == Some("multipart/form-data"),
        };
        for field in form.select(&selector("input, textarea, select, button")) {
            let Some(name) = field.attr("name") else { continue };
            read.names.push(name.to_owned());
            let kind = field.attr("type").unwrap_or("text");
            let is_free = field.value().name() == "textarea"
                || (field.value().name() == "input"
                    && ["text", "search", "url", "email", "tel"].contains(&kind));
            if is_free && !read.free.iter().any(|free| free == name) {
                read.free.push(name.to_owned());
            }
            if field.attr("disabled").is_none() {
                read.fields.extend(value_of(&field).map(|value| (name.to_owned(), value)));
            }
        }
        read
    }
}

/// What a browser sends for this field if nobody touches it.
fn value_of(field: &ElementRef<'_>) -> Option<String> {
    let value = || field.attr("value").unwrap_or_default().to_owned();
    match field.value().name() {
        "input" => match field.attr("type").unwrap_or("text") {
            "checkbox" | "radio" => {
                field.attr("checked").map(|_| field.attr("value").unwrap_or("on").to_owned())
            }
            "file" | "submit" | "button" | "image" => None,
            _ => Some(value()),
        },
        "textarea" => {
            let text: String = field.text().collect();
            Some(text.strip_prefix('\n').unwrap_or(&text).to_owned())
        }
        "select" => {
            let options: Vec<ElementRef<'_>> = field.select(&selector("option")).collect();
            let chosen =
                options.iter().find(|option| option.attr("selected").is_some()).or(options.first())?;
            Some(chosen.attr("value").map_or_else(|| chosen.text().collect(), str::to_owned))
        }
        _ => None,
    }
}

/// A CSS selector.
///
/// # Panics
/// When it is none.
pub fn selector(css: &str) -> Selector {
    Selector::parse(css).expect("a CSS selector")
}
