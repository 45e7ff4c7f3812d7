//! The client API beside what the same framework does with a fixed body of the same size, and beside the page. The load
//! comes from this machine too, so the rate says less than the processor time that the server took for a request.

use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Bytes;
use axum::http::header;
use axum::routing::get;
use kith_base::{Error, Result};
use kith_db::DbConfig;
use reqwest::{Client, Method};
use tokio::task::JoinSet;

use crate::feed::{fill, sign_in};
use crate::serving::{Serving, processor_time, program, wait_for};

/// Members whose apps ask.
const MEMBERS: usize = 50;
/// Requests under way at a time.
const AT_ONCE: usize = 8;
/// Each line is measured for so long, after a round that warms up.
const LASTING: Duration = Duration::from_secs(5);

/// What one line asks for, again and again.
struct Question {
    what: &'static str,
    method: Method,
    paths: Vec<String>,
    /// Headers to choose from in turn: name and value.
    who: Vec<(&'static str, String)>,
    body: Option<&'static str>,
}

/// What came of it.
struct Figures {
    bytes: usize,
    rate: f64,
    processor_ms: f64,
}

/// Measures; returns the table.
pub async fn measure() -> Result<String> {
    let folder = tempfile::tempdir_in(".")?;
    let config = DbConfig::sqlite(folder.path().join("kith.db"));
    fill(folder.path(), &config)?;
    let sessions = sign_in(&config).await?;
    let tokens = tokens(folder.path(), &config)?;
    let server = Serving::start(folder.path(), &config).await?;
    let client = Client::builder().no_proxy().build().map_err(Error::internal)?;
    let apps: Vec<_> = tokens.iter().map(|token| ("authorization", format!("Bearer {token}"))).collect();
    let posts = newest(&client, &server.address, &apps).await?;
    let browsers = sessions.iter().take(MEMBERS).map(|token| ("cookie", format!("kith={token}"))).collect();
    let ask = |what, paths: Vec<String>| Question {
        what,
        method: Method::GET,
        paths,
        who: apps.clone(),
        body: None,
    };
    let questions = [
        ask("home timeline, 20 posts", vec!["/api/v1/timelines/home?limit=20".to_owned()]),
        ask("one status", posts.iter().map(|id| format!("/api/v1/statuses/{id}")).collect()),
        ask("its context", posts.iter().map(|id| format!("/api/v1/statuses/{id}/context")).collect()),
        ask("notifications", vec!["/api/v1/notifications?limit=20".to_owned()]),
        Question {
            what: "posting",
            method: Method::POST,
            paths: vec!["/api/v1/statuses".to_owned()],
            who: apps.clone(),
            body: Some(r#"{"status":"The library is open until nine tonight.","visibility":"private"}"#),
        },
        Question {
            what: "home page of the browser",
            method: Method::GET,
            paths: vec!["/".to_owned()],
            who: browsers,
            body: None,
        },
    ];
    let mut table = String::from(
        "| Over the API, 50 members | bytes | a second | processor ms | fixed body of that size | share of its rate |\n\
         | --- | ---: | ---: | ---: | ---: | ---: |\n",
    );
    for question in questions {
        let question = Arc::new(question);
        let asked = of(&client, &server.address, server.id(), &question).await?;
        let fixed = Fixed::start(asked.bytes).await?;
        let plain = Arc::new(Question {
            what: "",
            method: Method::GET,
            paths: vec!["/".to_owned()],
            who: question.who.clone(),
            body: None,
        });
        let plain = of(&client, &fixed.address, fixed.child.id(), &plain).await?;
        table.push_str(&format!(
            "| {} | {} | {:.0} | {:.3} | {:.3} | {:.0} % |\n",
            question.what,
            asked.bytes,
            asked.rate,
            asked.processor_ms,
            plain.processor_ms,
            100.0 * plain.processor_ms / asked.processor_ms,
        ));
    }
    Ok(table)
}

/// One token for each of some members, by the command that scripts use.
pub(crate) fn tokens(folder: &std::path::Path, config: &DbConfig) -> Result<Vec<String>> {
    let list = program(folder, config, &["account", "list"])?.output()?;
    let list = String::from_utf8_lossy(&list.stdout).into_owned();
    let handles = list.lines().filter_map(|line| line.split('\t').find(|word| word.starts_with('@')));
    handles
        .take(MEMBERS)
        .map(|handle| {
            let made = program(folder, config, &["token", "create"])?
                .args([handle.trim_start_matches('@'), "--scopes", "read write"])
                .output()?;
            let said = String::from_utf8_lossy(&made.stdout).into_owned();
            said.lines().last().map(str::to_owned).ok_or_else(|| Error::internal("no token"))
        })
        .collect()
}

/// The newest posts that the first member sees.
async fn newest(client: &Client, address: &str, who: &[(&'static str, String)]) -> Result<Vec<String>> {
    let Some((name, value)) = who.first() else { return Err(Error::internal("nobody to ask for")) };
    let request = client.get(format!("{address}/api/v1/timelines/public?limit=20")).header(*name, value);
    let body = request.send().await.map_err(Error::internal)?.text().await.map_err(Error::internal)?;
    let statuses: Vec<serde_json::Value> = serde_json::from_str(&body)?;
    Ok(statuses.iter().filter_map(|status| status.get("id")?.as_str().map(str::to_owned)).collect())
}

/// Asks again and again: once for each asker to warm up, then for [`LASTING`].
async fn of(client: &Client, address: &str, process: u32, question: &Arc<Question>) -> Result<Figures> {
    let next = Arc::new(AtomicUsize::new(0));
    let mut bytes = 0;
    for _ in 0..question.who.len() {
        bytes = one(client, address, question, next.fetch_add(1, Ordering::Relaxed)).await?;
    }
    let before = processor_time(process)?;
    let began = Instant::now();
    let mut askers = JoinSet::new();
    for _ in 0..AT_ONCE {
        let (client, address) = (client.clone(), address.to_owned());
        let (question, next) = (Arc::clone(question), Arc::clone(&next));
        askers.spawn(async move {
            let mut answers = 0_u32;
            while began.elapsed() < LASTING {
                one(&client, &address, &question, next.fetch_add(1, Ordering::Relaxed)).await?;
                answers += 1;
            }
            Ok::<_, Error>(answers)
        });
    }
    let mut answers = 0;
    while let Some(done) = askers.join_next().await {
        answers += done.map_err(Error::internal)??;
    }
    let took = began.elapsed();
    let spent = processor_time(process)?.saturating_sub(before);
    Ok(Figures {
        bytes,
        rate: f64::from(answers) / took.as_secs_f64(),
        processor_ms: spent.as_secs_f64() * 1_000.0 / f64::from(answers.max(1)),
    })
}

async fn one(client: &Client, address: &str, question: &Question, turn: usize) -> Result<usize> {
    let path = question.paths.get(turn % question.paths.len().max(1)).map_or("/", String::as_str);
    let mut request = client.request(question.method.clone(), format!("{address}{path}"));
    if let Some((name, value)) = question.who.get(turn % question.who.len().max(1)) {
        request = request.header(*name, value);
    }
    if let Some(body) = question.body {
        request = request.header("content-type", "application/json").body(body);
    }
    let answer = request.send().await.and_then(reqwest::Response::error_for_status);
    Ok(answer.map_err(Error::internal)?.bytes().await.map_err(Error::internal)?.len())
}

/// The same framework with nothing to think about, in a process of its own.
struct Fixed {
    child: Child,
    address: String,
}

impl Fixed {
    async fn start(bytes: usize) -> Result<Self> {
        let free = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let child = Command::new(std::env::current_exe()?)
            .args(["fixed", &free.to_string(), &bytes.to_string()])
            .stdout(Stdio::null())
            .spawn()?;
        let fixed = Self { child, address: format!("http://{free}") };
        wait_for(&fixed.address).await?;
        Ok(fixed)
    }
}

impl Drop for Fixed {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Serves `bytes` of nothing at `address` until it is ended: the other side of the comparison.
pub async fn serve_fixed(address: SocketAddr, bytes: usize) -> Result<String> {
    let body = Bytes::from(vec![b' '; bytes]);
    let answer = move || {
        let body = body.clone();
        async move { ([(header::CONTENT_TYPE, "application/json")], body) }
    };
    let listener = tokio::net::TcpListener::bind(address).await?;
    axum::serve(listener, Router::new().route("/", get(answer))).await?;
    Ok(String::new())
}
