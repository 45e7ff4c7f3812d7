//! One WebSocket with its streams.

use std::time::Duration;

use axum::extract::ws::{Message, WebSocket};
use kith_base::{Error, Result};
use kith_domain::feeds::{Line, News};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::time::timeout;

use super::channel::{Asked, Channel};
use super::news;
use crate::caller::Caller;
use crate::fault::sentence;

/// What a client has to say is short.
pub(super) const MESSAGE: usize = 4_096;
/// Streams on one line.
const CHANNELS: usize = 32;
/// A client that takes no message for so long is gone, or as good as gone.
const PATIENCE: Duration = Duration::from_secs(10);

/// What a client says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Said {
    r#type: String,
    stream: String,
    /// Some clients send these as a list of one.
    tag: Value,
    list: Value,
}

pub(super) async fn serve(mut socket: WebSocket, caller: Caller, mut line: Line, mut channels: Vec<Channel>) {
    loop {
        let answers: Vec<Message> = tokio::select! {
            news = line.next() => match news {
                None => break,
                Some(News::Still) => vec![Message::Ping(bytes::Bytes::new())],
                Some(news) => {
                    let told = news::of(&caller, &channels, news).await;
                    told.iter().filter_map(|told| serde_json::to_string(told).ok()).map(text).collect()
                }
            },
            heard = socket.recv() => match heard {
                None | Some(Err(_) | Ok(Message::Close(_))) => return,
                Some(Ok(Message::Text(said))) => match change(&caller, &mut channels, said.as_str()).await {
                    Ok(()) => Vec::new(),
                    Err(error) => {
                        vec![text(json!({ "error": sentence(&caller.locale, error.message()) }).to_string())]
                    }
                },
                Some(Ok(_)) => Vec::new(),
            },
        };
        for answer in answers {
            if !matches!(timeout(PATIENCE, socket.send(answer)).await, Ok(Ok(()))) {
                return;
            }
        }
    }
    // The end may be that the client does not listen.
    let _ = timeout(PATIENCE, socket.send(Message::Close(None))).await;
}

fn text(said: String) -> Message {
    Message::Text(said.into())
}

fn word(said: &Value) -> Option<&str> {
    said.as_str().or_else(|| said.get(0).and_then(Value::as_str))
}

/// Begins or ends a stream, as the client asks.
async fn change(caller: &Caller, channels: &mut Vec<Channel>, said: &str) -> Result<()> {
    let not_understood = || Error::new(kith_base::Kind::Invalid, "error-not-understood");
    let said: Said = serde_json::from_str(said).map_err(|_| not_understood())?;
    let asked = Asked { name: &said.stream, tag: word(&said.tag), list: word(&said.list) };
    let channel = Channel::find(caller, asked).await?;
    match said.r#type.as_str() {
        "subscribe" if channels.contains(&channel) => Ok(()),
        "subscribe" if channels.len() >= CHANNELS => Err(Error::rate_limited(60)),
        "subscribe" => {
            channels.push(channel);
            Ok(())
        }
        "unsubscribe" => {
            channels.retain(|known| *known != channel);
            Ok(())
        }
        _ => Err(not_understood()),
    }
}
