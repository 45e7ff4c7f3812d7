//! A conversation while the program is killed again and again: nothing that was answered is lost, nothing stands there
//! twice, and open pages hear of each message once.

use std::cell::Cell;
use std::collections::HashSet;
use std::time::{Duration, Instant};

use kith_testkit::{Browser, Program};
use reqwest::{Client, Method};
use serde_json::{Value, json};

use crate::{create, each, signed_in};

const SETTINGS: &[(&str, &str)] = &[("KITH_RATE_LIMITS", "off")];
const KILLS: usize = 4;
/// After so many messages a page closes its line and opens another one, as one does whose network comes and goes.
const LINE: usize = 7;

/// A member's app.
struct Api {
    client: Client,
    base: String,
    token: String,
}

impl Api {
    fn of(program: &Program, handle: &str) -> Self {
        let said = program.must(&["token", "create", handle]);
        let token = said.lines().last().unwrap().trim().to_owned();
        let client = Client::builder().no_proxy().build().unwrap();
        Self { client, base: format!("http://{}", program.listens), token }
    }

    /// The answer; none when the program was killed before there was one.
    async fn ask(&self, method: Method, path: &str, key: &str, body: Option<Value>) -> Option<Value> {
        let mut request =
            self.client.request(method, format!("{}{path}", self.base)).bearer_auth(&self.token);
        if !key.is_empty() {
            request = request.header("idempotency-key", key);
        }
        if let Some(body) = body {
            request = request.header("content-type", "application/json").body(body.to_string());
        }
        let answer = request.send().await.ok()?;
        let status = answer.status();
        let text = answer.text().await.ok()?;
        assert!(status.is_success(), "{path}: {status}: {text}");
        Some(serde_json::from_str(&text).unwrap())
    }

    async fn get(&self, path: &str) -> Value {
        self.ask(Method::GET, path, "", None).await.expect("the program runs")
    }

    async fn post(&self, path: &str, body: Value) -> Value {
        self.ask(Method::POST, path, "", Some(body)).await.expect("the program runs")
    }

    async fn id(&self) -> String {
        self.get("/api/v1/accounts/verify_credentials").await["id"].as_str().unwrap().to_owned()
    }
}

/// Whoever writes: what was answered, and what was under way when the program was killed.
struct Writer {
    api: Api,
    name: &'static str,
    number: usize,
    sent: Vec<(String, String)>,
    under_way: Option<String>,
}

impl Writer {
    fn new(api: Api, name: &'static str) -> Self {
        Self { api, name, number: 0, sent: Vec::new(), under_way: None }
    }

    /// Sends up to `most` messages, one after the other, until the program does not answer. What is not answered is sent
    /// again under the same word, as a page does it.
    async fn write(&mut self, chat: &str, most: usize) {
        let path = format!("/api/kith/v1/conversations/{chat}/messages");
        for _ in 0..most {
            let words = self.under_way.take().unwrap_or_else(|| {
                self.number += 1;
                format!("{} {}", self.name, self.number)
            });
            let body = Some(json!({ "status": words }));
            let Some(made) = self.api.ask(Method::POST, &path, &words, body).await else {
                self.under_way = Some(words);
                return;
            };
            self.sent.push((made["id"].as_str().unwrap().to_owned(), words));
        }
    }
}

/// An open page, and what it knows.
struct Page {
    browser: Browser,
    api: Api,
    /// How far it has heard.
    last: String,
    /// Messages that it was told of, in the order in which that was.
    told: Vec<String>,
    /// All that it shows.
    shown: HashSet<String>,
    gaps: usize,
}

impl Page {
    async fn open(browser: Browser, api: Api, chat: &str) -> Self {
        let home = browser.get("/").await;
        let last = home.attributes("[data-live-at]", "data-live-at").pop().expect("where the page stands");
        let mut page = Self { browser, api, last, told: Vec::new(), shown: HashSet::new(), gaps: 0 };
        page.look(chat).await;
        page
    }

    /// Asks anew for what it shows, back to what it knows; false when the program was killed meanwhile.
    async fn look(&mut self, chat: &str) -> bool {
        let mut path = format!("/api/kith/v1/conversations/{chat}/messages?limit=20");
        loop {
            let Some(found) = self.api.ask(Method::GET, &path, "", None).await else { return false };
            let ids: Vec<String> =
                found.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect();
            let Some(oldest) = ids.last().cloned() else { return true };
            path = format!("/api/kith/v1/conversations/{chat}/messages?limit=20&max_id={oldest}");
            let before = self.shown.len();
            let count = ids.len();
            self.shown.extend(ids);
            if self.shown.len() < before + count {
                return true;
            }
        }
    }

    /// Listens until the program is killed, or until the page shows as many messages as `expected` says.
    async fn listen(&mut self, chat: &str, expected: &Cell<Option<usize>>) {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(40) {
            let request = self.browser.request(Method::GET, &format!("/live?last={}", self.last));
            let Ok(mut line) = request.send().await else { return };
            if line.status() != 200 {
                // Lines that were closed a moment ago may count still.
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
            let (mut text, end) = (String::new(), self.told.len() + LINE);
            while self.told.len() < end {
                match tokio::time::timeout(Duration::from_millis(200), line.chunk()).await {
                    Err(_) if expected.get().is_some_and(|count| self.shown.len() >= count) => return,
                    Err(_) if begun.elapsed() > Duration::from_secs(40) => return,
                    Err(_) => {}
                    Ok(Ok(Some(part))) => {
                        text.push_str(&String::from_utf8_lossy(&part));
                        while let Some((event, rest)) = text.split_once("\n\n") {
                            let (event, rest) = (event.to_owned(), rest.to_owned());
                            text = rest;
                            if !self.hear(chat, &event).await {
                                return;
                            }
                        }
                    }
                    Ok(_) => return,
                }
            }
        }
    }

    /// Takes an event in; false when the program was killed meanwhile.
    async fn hear(&mut self, chat: &str, event: &str) -> bool {
        let field = |name: &str| {
            let line = event.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
            line.unwrap_or_default().trim().to_owned()
        };
        let is_whole = match field("event").as_str() {
            "message" => {
                let data: Value = serde_json::from_str(&field("data")).unwrap();
                let id = data["message"].as_str().unwrap().to_owned();
                self.shown.insert(id.clone());
                self.told.push(id);
                true
            }
            "gap" => {
                self.gaps += 1;
                self.look(chat).await
            }
            _ => true,
        };
        let at = field("id");
        // A page that could not ask anew stays where it was, and is told of the gap again.
        if is_whole && !at.is_empty() {
            self.last = at;
        }
        is_whole
    }
}

/// All messages of the chat, new to old: id and words.
async fn everything(api: &Api, chat: &str) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    let mut path = format!("/api/kith/v1/conversations/{chat}/messages?limit=20");
    loop {
        let found = api.get(&path).await;
        let text = |one: &Value, name: &str| one[name].as_str().unwrap().to_owned();
        let part: Vec<_> =
            found.as_array().unwrap().iter().map(|one| (text(one, "id"), text(one, "content"))).collect();
        let Some((oldest, _)) = part.last() else { return all };
        path = format!("/api/kith/v1/conversations/{chat}/messages?limit=20&max_id={oldest}");
        all.extend(part);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_conversation_survives_kills_with_each_message_once() {
    each(async |mut program: Program| {
        create(&program, "ann");
        create(&program, "ben");
        program.serve(SETTINGS).await;
        let (ann, ben) = (Api::of(&program, "ann"), Api::of(&program, "ben"));
        let (ann_id, ben_id) = (ann.id().await, ben.id().await);
        // Even somebody new may write to who follows them.
        ben.post(&format!("/api/v1/accounts/{ann_id}/follow"), json!({})).await;
        let first = ann
            .post(&format!("/api/kith/v1/accounts/{ben_id}/messages"), json!({ "status": "good day" }))
            .await;
        let chat = first["kith"]["conversation"].as_str().unwrap().to_owned();
        let answer = format!("/api/kith/v1/conversations/{chat}/messages");
        ben.post(&answer, json!({ "status": "and to you" })).await;

        let mut pages = Vec::new();
        for handle in ["ann", "ben"] {
            let browser = signed_in(&program, handle).await;
            pages.push(Page::open(browser, Api::of(&program, handle), &chat).await);
        }
        let [mut at_ann, mut at_ben] = <[Page; 2]>::try_from(pages).ok().unwrap();
        let (mut from_ann, mut from_ben) = (Writer::new(ann, "ann"), Writer::new(ben, "ben"));
        let expected = Cell::new(None);
        for _ in 0..KILLS {
            let pid = rustix::process::Pid::from_raw(program.pid().cast_signed()).unwrap();
            let before = from_ann.sent.len() + from_ben.sent.len();
            let killing = async {
                tokio::time::sleep(Duration::from_millis(900)).await;
                rustix::process::kill_process(pid, rustix::process::Signal::KILL).unwrap();
            };
            tokio::join!(
                from_ann.write(&chat, usize::MAX),
                from_ben.write(&chat, usize::MAX),
                at_ann.listen(&chat, &expected),
                at_ben.listen(&chat, &expected),
                killing,
            );
            assert!(
                from_ann.sent.len() + from_ben.sent.len() > before,
                "nothing was written before the kill"
            );
            program.kill();
            program.serve(SETTINGS).await;
        }
        // What was under way is sent again, and a few more, without a kill.
        let ending = async {
            tokio::join!(from_ann.write(&chat, 5), from_ben.write(&chat, 5));
            expected.set(Some(from_ann.sent.len() + from_ben.sent.len() + 2));
        };
        tokio::join!(ending, at_ann.listen(&chat, &expected), at_ben.listen(&chat, &expected));

        let all = everything(&from_ann.api, &chat).await;
        let ids: HashSet<&str> = all.iter().map(|(id, _)| id.as_str()).collect();
        let contents: HashSet<&str> = all.iter().map(|(_, content)| content.as_str()).collect();
        assert_eq!((ids.len(), contents.len()), (all.len(), all.len()), "something stands there twice");
        let sent: Vec<&(String, String)> = from_ann.sent.iter().chain(&from_ben.sent).collect();
        for (id, words) in &sent {
            let found = all.iter().find(|(known, _)| known == id);
            let (_, content) = found.unwrap_or_else(|| panic!("{words} was answered and is lost"));
            assert!(content.contains(&format!(">{words}<")), "{words} became {content}");
        }
        assert_eq!(all.len(), sent.len() + 2, "nothing but what was sent");
        for (name, page) in [("ann", &at_ann), ("ben", &at_ben)] {
            let shown: HashSet<&str> = page.shown.iter().map(String::as_str).collect();
            assert_eq!(shown, ids, "what the page of {name} shows");
            let told: HashSet<&str> = page.told.iter().map(String::as_str).collect();
            assert_eq!(told.len(), page.told.len(), "{name} was told of a message twice");
            assert!(page.told.len() > 2 * LINE, "{name} heard hardly anything: {}", page.told.len());
            assert!(page.gaps > 0, "after a kill nobody can say what {name} missed");
        }
    })
    .await;
}
