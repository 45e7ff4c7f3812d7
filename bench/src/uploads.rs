//! Bad input: every file of the samples (broken, hostile, oversized, of odd formats) sent to the real server as a photo,
//! by a member, several at a time. Counts what was taken, what was refused with a sentence, and what was neither; and
//! watches the memory of the server. Its workers have bounds of their own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use std::time::Instant;

use kith_base::{Error, Result};
use kith_db::DbConfig;
use kith_testkit::samples::sample;
use reqwest::multipart::{Form, Part};
use tokio::io::AsyncWriteExt;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::serving::{Serving, mib, program};

/// Uploads at a time.
const AT_ONCE: usize = 8;
/// The member who sends; nobody else is here.
const WHO: &str = "sender";
const PASSWORD: &str = "a meadow with nine cows";

/// Sends everything; returns the table.
pub async fn measure() -> Result<String> {
    let mut files = Vec::new();
    if let Some(samples) = sample("media") {
        gather(&samples, &mut files)?;
    }
    if files.is_empty() {
        return Ok("No samples are at hand: nothing was sent.\n".to_owned());
    }
    let folder = tempfile::tempdir_in(".")?;
    let config = DbConfig::sqlite(folder.path().join("kith.db"));
    set_up(folder.path(), &config).await?;
    let server = Serving::start(folder.path(), &config).await?;
    let sender = Sender::sign_in(&server.address).await?;
    let before = server.memory()?;
    let began = Instant::now();
    let outcomes = send_all(&Arc::new(sender), files).await?;
    let took = began.elapsed();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, outcome) in &outcomes {
        *counts.entry(outcome.word()).or_default() += 1;
    }
    let mut table = format!(
        "| {} sample files sent as photos, {AT_ONCE} at a time | |\n| --- | ---: |\n",
        outcomes.len()
    );
    for (word, count) in counts {
        table.push_str(&format!("| {word} | {count} |\n"));
    }
    table.push_str(&format!("| all of them | {:.1} s |\n", took.as_secs_f64()));
    table.push_str(&format!("| memory of the server before | {before} |\n"));
    table.push_str(&format!("| memory of the server after | {} |\n", server.memory()?));
    table.push_str(&format!("| the most it ever held | {} |\n", mib(server.most_memory()?)));
    for (file, outcome) in &outcomes {
        if let Outcome::Neither(status) = outcome {
            let file = file.display();
            table.push_str(&format!("\nneither taken nor refused with a sentence: {file} ({status})\n"));
        }
    }
    Ok(table)
}

enum Outcome {
    Taken,
    Refused,
    Neither(u16),
}

impl Outcome {
    const fn word(&self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Refused => "refused with a sentence",
            Self::Neither(_) => "neither",
        }
    }
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Ok(()) };
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            gather(&path, files)?;
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(())
}

async fn set_up(folder: &Path, config: &DbConfig) -> Result<()> {
    let mut child = tokio::process::Command::from(program(folder, config, &["setup"])?)
        .args(["--name", "Samples", "--admin", WHO, "--join", "closed", "--password-stdin"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(format!("{PASSWORD}\n").as_bytes()).await?;
    }
    if child.wait().await?.success() { Ok(()) } else { Err(Error::internal("kith setup failed")) }
}

/// A signed-in browser.
struct Sender {
    client: reqwest::Client,
    address: String,
    token: String,
}

impl Sender {
    async fn sign_in(address: &str) -> Result<Self> {
        let client =
            reqwest::Client::builder().no_proxy().cookie_store(true).build().map_err(Error::internal)?;
        let token = token_of(&client, &format!("{address}/login")).await?;
        let form = [("csrf", token.as_str()), ("login", WHO), ("password", PASSWORD)];
        let request = client.post(format!("{address}/login")).header("origin", address).form(&form);
        request.send().await.and_then(reqwest::Response::error_for_status).map_err(Error::internal)?;
        let token = token_of(&client, &format!("{address}/new")).await?;
        Ok(Self { client, address: address.to_owned(), token })
    }

    async fn send(&self, file: &Path) -> Result<Outcome> {
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let part = Part::bytes(tokio::fs::read(file).await?).file_name(name);
        let request = self
            .client
            .post(format!("{}/media", self.address))
            .header("origin", &self.address)
            .header("accept", "application/json")
            .header("x-csrf-token", &self.token)
            .multipart(Form::new().part("file", part));
        let answer = request.send().await.map_err(Error::internal)?;
        let status = answer.status();
        let body = answer.text().await.map_err(Error::internal)?;
        Ok(match (status.is_success(), status.is_client_error()) {
            (true, _) => Outcome::Taken,
            (_, true) if body.contains("\"problem\":\"") => Outcome::Refused,
            _ => Outcome::Neither(status.as_u16()),
        })
    }
}

/// The token that the forms of a page carry.
async fn token_of(client: &reqwest::Client, page: &str) -> Result<String> {
    let answer = client.get(page).send().await.map_err(Error::internal)?;
    let body = answer.text().await.map_err(Error::internal)?;
    let token = body.split("name=\"csrf\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    token.map(str::to_owned).ok_or_else(|| Error::internal(format!("{page} has no form")))
}

async fn send_all(sender: &Arc<Sender>, files: Vec<PathBuf>) -> Result<Vec<(PathBuf, Outcome)>> {
    let places = Arc::new(Semaphore::new(AT_ONCE));
    let mut sending = JoinSet::new();
    for file in files {
        let (sender, places) = (Arc::clone(sender), Arc::clone(&places));
        sending.spawn(async move {
            let _place = places.acquire_owned().await.map_err(Error::internal)?;
            let outcome = sender.send(&file).await?;
            Ok::<_, Error>((file, outcome))
        });
    }
    let mut outcomes = Vec::new();
    while let Some(done) = sending.join_next().await {
        outcomes.push(done.map_err(Error::internal)??);
    }
    outcomes.sort_by(|left, right| left.0.cmp(&right.0));
    Ok(outcomes)
}
