//! A mail server on this machine that takes everything and remembers what was said to it, word for word.

#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where its ground is missing")]

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// The server; it ends with the test.
pub struct MailServer {
    /// Where it listens on 127.0.0.1.
    pub port: u16,
    taken: Arc<Mutex<Vec<Taken>>>,
}

/// A letter as it came over the line.
#[derive(Clone, Debug, Default)]
pub struct Taken {
    /// All that was said before it on this line since the last letter, `DATA` included.
    pub commands: Vec<String>,
    /// The letter, with the dots taken away that the line needs.
    pub letter: String,
}

impl Taken {
    /// The addresses that the letter is for.
    pub fn receivers(&self) -> Vec<&str> {
        let named = self.commands.iter().filter_map(|line| line.strip_prefix("RCPT TO:<"));
        named.map(|rest| rest.split('>').next().unwrap_or(rest)).collect()
    }

    /// The names and values of its headers, folded lines put together.
    pub fn headers(&self) -> Vec<(String, String)> {
        let head = self.letter.split_once("\r\n\r\n").map_or(self.letter.as_str(), |(head, _)| head);
        let whole = head.replace("\r\n ", " ").replace("\r\n\t", " ");
        let pairs = whole.split("\r\n").map(|line| line.split_once(':').unwrap_or((line, "")));
        pairs.map(|(name, value)| (name.to_owned(), value.trim().to_owned())).collect()
    }

    /// The value of a header; empty when it is not there.
    pub fn header(&self, name: &str) -> String {
        let found = self.headers().into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value).unwrap_or_default()
    }

    /// What a part of the letter says that is of this kind, as it was coded.
    pub fn coded_part(&self, kind: &str) -> String {
        let (_, rest) = self.letter.split_once(kind).unwrap_or_default();
        let (_, body) = rest.split_once("\r\n\r\n").unwrap_or_default();
        body.split("\r\n--").next().unwrap_or_default().split_whitespace().collect()
    }
}

impl MailServer {
    /// A server on a free port.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let port = listener.local_addr().expect("the port").port();
        let taken = Arc::new(Mutex::new(Vec::new()));
        let known = Arc::clone(&taken);
        tokio::spawn(async move {
            while let Ok((line, _)) = listener.accept().await {
                tokio::spawn(talk(line, Arc::clone(&known)));
            }
        });
        Self { port, taken }
    }

    /// What arrived since the last call.
    pub fn take(&self) -> Vec<Taken> {
        std::mem::take(&mut *self.taken.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The next letters, `count` of them, and whatever else comes within a moment after.
    ///
    /// # Panics
    /// When they do not come within fifteen seconds.
    pub async fn wait_for(&self, count: usize) -> Vec<Taken> {
        let mut all = Vec::new();
        for _ in 0..300 {
            all.extend(self.take());
            if all.len() >= count {
                tokio::time::sleep(Duration::from_millis(300)).await;
                all.extend(self.take());
                return all;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{} of {count} letters came", all.len());
    }
}

async fn talk(line: TcpStream, taken: Arc<Mutex<Vec<Taken>>>) -> std::io::Result<()> {
    let mut line = BufReader::new(line);
    line.write_all(b"220 test\r\n").await?;
    let mut now = Taken::default();
    let mut said = String::new();
    while line.read_line(&mut said).await? > 0 {
        let command = said.trim_end_matches("\r\n").to_owned();
        said.clear();
        let word = command.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        now.commands.push(command);
        let answer: &[u8] = match word.as_str() {
            "QUIT" => return line.write_all(b"221 bye\r\n").await,
            "DATA" => {
                line.write_all(b"354 go on\r\n").await?;
                now.letter = letter(&mut line).await?;
                taken.lock().unwrap_or_else(PoisonError::into_inner).push(std::mem::take(&mut now));
                b"250 taken\r\n"
            }
            "EHLO" | "HELO" | "MAIL" | "RCPT" | "RSET" | "NOOP" => b"250 test\r\n",
            _ => b"500 what?\r\n",
        };
        line.write_all(answer).await?;
    }
    Ok(())
}

/// Lines up to the one that is a dot alone; a dot before others is the line's own (RFC 5321, 4.5.2).
async fn letter(line: &mut BufReader<TcpStream>) -> std::io::Result<String> {
    let (mut letter, mut next) = (String::new(), String::new());
    while line.read_line(&mut next).await? > 0 && next != ".\r\n" {
        letter.push_str(next.strip_prefix('.').unwrap_or(&next));
        next.clear();
    }
    Ok(letter)
}
