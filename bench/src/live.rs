//! How soon a message is on the other's screen while many pages are open, and what open pages cost.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use kith_base::{Error, Result};
use kith_db::DbConfig;
use reqwest::{Client, Response};
use serde_json::{Value, json};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

use crate::api::tokens;
use crate::feed::{fill_with, quantile, sign_in_some};
use crate::serving::{Serving, mib, open_many_files, processor_time};

/// Pages that are open while messages go.
const OPEN: usize = 1_000;
/// Pages that are open in the end: as many as the server takes, and for each member as many as it lets them have.
const IN_ALL: usize = 10_000;
const FOR_EACH: usize = 8;
/// Members who have them open.
const MEMBERS: usize = IN_ALL.div_ceil(FOR_EACH);
/// Addresses of this machine from which they come, so that neither ports nor what is counted by address runs out.
const SOURCES: u8 = 8;
/// Open files beside the pages: the database, the program's own, the apps that chat.
const SPARE_FILES: u64 = 512;
/// Messages that are timed.
const MESSAGES: usize = 400;
/// Between two of them.
const PACE: Duration = Duration::from_millis(50);
/// How long is looked on while nothing happens.
const IDLE: Duration = Duration::from_secs(10);

/// Measures; returns the table.
pub async fn measure() -> Result<String> {
    let allowed = open_many_files()?;
    if allowed < IN_ALL as u64 + SPARE_FILES {
        return Err(Error::internal(format!(
            "{IN_ALL} pages need more open files than the {allowed} that are allowed here: ulimit -Hn"
        )));
    }
    let folder = tempfile::tempdir_in(".")?;
    let config = DbConfig::sqlite(folder.path().join("kith.db"));
    fill_with(folder.path(), &config, MEMBERS)?;
    let sessions = sign_in_some(&config, MEMBERS as i64).await?;
    let tokens = tokens(folder.path(), &config)?;
    let server = Serving::start(folder.path(), &config).await?;
    let clients = sources()?;
    let client = Client::builder().no_proxy().build().map_err(Error::internal)?;
    let (at_rest, own_at_rest) = (server.memory()?, server.own_memory()?);
    let open = Arc::new(AtomicUsize::new(0));
    let mut pages = JoinSet::new();
    look_on(&clients, &server, sessions.iter().take(OPEN), &open, &mut pages).await?;
    let with_some = server.memory()?;

    let pairs = acquaint(&client, &server.address, &tokens).await?;
    let before = processor_time(server.id())?;
    let mut waits = chat(&client, &server.address, &pairs).await?;
    let spent = processor_time(server.id())?.saturating_sub(before);
    waits.sort_unstable();
    let per_message = spent.as_secs_f64() * 1_000.0 / waits.len().max(1) as f64;
    let ms = |part| quantile(&waits, part).as_secs_f64() * 1_000.0;
    let (half, most) = (ms(0.5), ms(0.99));

    // The apps that chatted have closed their lines, so the rest of the places is free.
    let began = Instant::now();
    look_on(&clients, &server, sessions.iter().skip(OPEN), &open, &mut pages).await?;
    for _ in 1..FOR_EACH {
        look_on(&clients, &server, sessions.iter(), &open, &mut pages).await?;
    }
    let opening = began.elapsed().as_secs_f64();
    let count = open.load(Ordering::Relaxed);
    let each = server.own_memory()?.saturating_sub(own_at_rest) / count.max(1) as u64;
    let before = processor_time(server.id())?;
    tokio::time::sleep(IDLE).await;
    let idle = processor_time(server.id())?.saturating_sub(before).as_secs_f64() / IDLE.as_secs_f64();
    let mut lost = 0;
    while pages.try_join_next().is_some() {
        lost += 1;
    }
    Ok(format!(
        "| Live | |\n| --- | ---: |\n\
         | memory without open pages | {at_rest} |\n\
         | with {OPEN} open pages | {with_some} |\n\
         | {} messages with these open: p50 / p99 until the other's app was told | {half:.1} / {most:.1} ms |\n\
         | processor time of Kith for a message | {per_message:.2} ms |\n\
         | open pages of {MEMBERS} members in the end; of them closed by the server | {count}; {lost} |\n\
         | opening the rest of them | {opening:.1} s |\n\
         | memory in all with these | {}, at most {} |\n\
         | own memory for each of them | {:.1} KiB |\n\
         | processor time of Kith while nothing happens | {:.1} % of a core |\n",
        waits.len(),
        server.memory()?,
        mib(server.most_memory()?),
        each as f64 / 1_024.0,
        idle * 100.0,
    ))
}

/// Clients that come from addresses of their own: 127.0.0.2 and on.
fn sources() -> Result<Vec<Client>> {
    (0..SOURCES)
        .map(|number| {
            let address = IpAddr::from([127, 0, 0, number + 2]);
            let builder = Client::builder().no_proxy().local_address(address);
            builder.build().map_err(Error::internal)
        })
        .collect()
}

/// Opens a page for each of these sessions, and keeps it open.
async fn look_on(
    clients: &[Client],
    server: &Serving,
    sessions: impl Iterator<Item = &String>,
    open: &Arc<AtomicUsize>,
    pages: &mut JoinSet<()>,
) -> Result<()> {
    for (session, client) in sessions.zip(clients.iter().cycle()) {
        let request =
            client.get(format!("{}/live", server.address)).header("cookie", format!("kith={session}"));
        let answer = request.send().await.map_err(Error::internal)?;
        if !answer.status().is_success() {
            continue;
        }
        open.fetch_add(1, Ordering::Relaxed);
        pages.spawn(listen(answer, |_| true));
    }
    Ok(())
}

/// Reads a stream as long as `goes_on` says so of what came.
async fn listen(mut answer: Response, mut goes_on: impl FnMut(&[u8]) -> bool) {
    while let Ok(Some(part)) = answer.chunk().await {
        if !goes_on(&part) {
            break;
        }
    }
}

/// Two who write to each other: the token of one, the token of the other, and where.
struct Pair {
    from: String,
    to: String,
    conversation: String,
}

async fn call(client: &Client, url: String, token: &str, body: Option<Value>) -> Result<Value> {
    let request = match body {
        Some(body) => client.post(url).json(&body),
        None => client.get(url),
    };
    let answer = request.bearer_auth(token).send().await.and_then(Response::error_for_status);
    answer.map_err(Error::internal)?.json().await.map_err(Error::internal)
}

/// Lets every two neighbours begin a conversation.
async fn acquaint(client: &Client, address: &str, tokens: &[String]) -> Result<Vec<Pair>> {
    let mut pairs = Vec::new();
    for two in tokens.chunks_exact(2) {
        let [from, to] = two else { continue };
        let receiver =
            call(client, format!("{address}/api/v1/accounts/verify_credentials"), to, None).await?;
        let receiver = receiver.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        let url = format!("{address}/api/kith/v1/accounts/{receiver}/messages");
        let first = call(client, url, from, Some(json!({ "status": "good day" }))).await?;
        let place = first.get("kith").and_then(|kith| kith.get("conversation"));
        let conversation = place.and_then(Value::as_str).unwrap_or_default().to_owned();
        let url = format!("{address}/api/kith/v1/conversations/{conversation}/messages");
        call(client, url, to, Some(json!({ "status": "and to you" }))).await?;
        pairs.push(Pair { from: from.clone(), to: to.clone(), conversation });
    }
    Ok(pairs)
}

/// Sends messages in turn; how long each took from its sending until the other's app was told of it.
async fn chat(client: &Client, address: &str, pairs: &[Pair]) -> Result<Vec<Duration>> {
    let (told, mut heard) = mpsc::unbounded_channel::<(usize, Instant)>();
    let mut lines = JoinSet::new();
    for (number, pair) in pairs.iter().enumerate() {
        let request = client.get(format!("{address}/api/v1/streaming/direct")).bearer_auth(&pair.to);
        let answer = request.send().await.and_then(Response::error_for_status).map_err(Error::internal)?;
        let told = told.clone();
        lines.spawn(listen(answer, move |part| {
            let text = String::from_utf8_lossy(part);
            !text.contains("event: conversation") || told.send((number, Instant::now())).is_ok()
        }));
    }
    let mut waits = Vec::with_capacity(MESSAGES);
    for (number, turn) in (0..pairs.len()).cycle().take(MESSAGES).enumerate() {
        let Some(pair) = pairs.get(turn) else { continue };
        let began = Instant::now();
        let url = format!("{address}/api/kith/v1/conversations/{}/messages", pair.conversation);
        let body = json!({ "status": format!("message {number}") });
        call(client, url, &pair.from, Some(body)).await?;
        let wanted = async {
            loop {
                match heard.recv().await {
                    Some((at, when)) if at == turn => return Some(when),
                    Some(_) => {}
                    None => return None,
                }
            }
        };
        match tokio::time::timeout(Duration::from_secs(5), wanted).await {
            Ok(Some(when)) => waits.push(when.saturating_duration_since(began)),
            _ => return Err(Error::internal("a message did not arrive within five seconds")),
        }
        tokio::time::sleep(PACE).await;
    }
    Ok(waits)
}
