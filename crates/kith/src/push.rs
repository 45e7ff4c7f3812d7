//! Push out: encrypted for the app, signed with this installation's key, by the gate for outbound HTTP.

use std::sync::Arc;

use kith_api::push_words;
use kith_base::config::Config;
use kith_base::{Millis, Result, SECOND};
use kith_db::Db;
use kith_domain::key;
use kith_domain::ports::{PortFuture, Push, PushMessage, Pushed};
use kith_net::webpush::{Receiver, ServerKey, letter};
use kith_net::{Answer, Failure, Outbound};

/// The way out, with the key of this installation, which is made at the first start.
pub async fn way_out(config: &Config, db: &Db) -> Result<Arc<dyn Push>> {
    let key = ServerKey::read(&key::push_key(db, ServerKey::fresh()?).await?)?;
    Ok(Arc::new(WebPush { public: key.public(), key, outbound: Outbound::new(config.reaches_loopback()) }))
}

struct WebPush {
    key: ServerKey,
    public: String,
    outbound: Outbound,
}

impl Push for WebPush {
    fn public_key(&self) -> &str {
        &self.public
    }

    fn takes(&self, endpoint: &str) -> bool {
        self.outbound.takes(endpoint)
    }

    fn send<'a>(&'a self, message: &'a PushMessage) -> PortFuture<'a, Pushed> {
        Box::pin(async move {
            let receiver = Receiver {
                endpoint: &message.endpoint,
                p256dh: &message.p256dh,
                auth: &message.auth,
                is_standard: message.is_standard,
            };
            let words = match &message.page {
                Some(_) => kith_web::push_words(message),
                None => push_words(message),
            };
            let Some((headers, body)) = letter(&self.key, receiver, &words, &message.contact, message.now)
            else {
                return Ok(Pushed::Refused);
            };
            let answer = self.outbound.post(&message.endpoint, headers, body).await;
            if let Err(problem) = &answer {
                tracing::debug!(notice = %message.notice, %problem, "a push service was not reached");
            }
            Ok(outcome(answer))
        })
    }
}

fn outcome(answer: Result<Answer, Failure>) -> Pushed {
    match answer {
        Err(Failure::Blocked) => Pushed::Refused,
        Err(_) => Pushed::Later(None),
        Ok(answer) => match answer.status {
            200..=299 => Pushed::Taken,
            404 | 410 => Pushed::Gone,
            408 | 425 | 429 | 500..=599 => Pushed::Later(retry_after(&answer)),
            _ => Pushed::Refused,
        },
    }
}

/// How long the service wants to be left alone, if it says so in seconds.
fn retry_after(answer: &Answer) -> Option<Millis> {
    let seconds: u32 = answer.headers.get("retry-after")?.to_str().ok()?.trim().parse().ok()?;
    Some(Millis::from(seconds) * SECOND)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_services_answer_decides_what_becomes_of_a_subscription() {
        let says = |status: u16, after: Option<&str>| {
            let mut answer = Answer { status, headers: Default::default(), body: Vec::new() };
            if let Some(after) = after {
                answer.headers.insert("retry-after", after.parse().unwrap());
            }
            outcome(Ok(answer))
        };
        for (status, pushed) in [
            (200, Pushed::Taken),
            (201, Pushed::Taken),
            (404, Pushed::Gone),
            (410, Pushed::Gone),
            (301, Pushed::Refused),
            (307, Pushed::Refused),
            (400, Pushed::Refused),
            (403, Pushed::Refused),
            (413, Pushed::Refused),
            (408, Pushed::Later(None)),
            (429, Pushed::Later(None)),
            (500, Pushed::Later(None)),
            (503, Pushed::Later(None)),
        ] {
            assert_eq!(says(status, None), pushed, "{status}");
        }
        assert_eq!(says(429, Some("120")), Pushed::Later(Some(120 * SECOND)));
        assert_eq!(says(503, Some("Fri, 31 Dec 1999 23:59:59 GMT")), Pushed::Later(None));
        assert_eq!(outcome(Err(Failure::Blocked)), Pushed::Refused);
        assert_eq!(outcome(Err(Failure::TooSlow)), Pushed::Later(None));
    }
}
