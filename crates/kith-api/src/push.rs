//! Push subscriptions: where the app that asks is woken, and for what. And the words by which it is woken.

use axum::Json;
use kith_base::{Error, Result};
use kith_domain::kinds::AppTokenId;
use kith_domain::notices::{Alert, Alerts};
use kith_domain::ports::PushMessage;
use kith_domain::push::{self, Choice, NewSubscription, Policy};
use kith_http::Answer;
use serde_json::{Value, json};

use crate::caller::Caller;
use crate::entities::notification::type_of;
use crate::entities::push::{PushSubscription, word};
use crate::params::Params;
use crate::routes::{ApiRoutes, Needs};

const PATH: &str = "/api/v1/push/subscription";

pub(crate) fn routes() -> ApiRoutes {
    let push = Needs::Scope("push");
    ApiRoutes::new()
        .post(PATH, push, subscribe)
        .get(PATH, push, show)
        .put(PATH, push, choose)
        .delete(PATH, push, end)
}

fn token_of(caller: &Caller) -> Result<AppTokenId> {
    caller.token.as_ref().map(|token| token.id).ok_or_else(Error::sign_in_needed)
}

/// What the app wants to be woken for. What it does not name, it does not want.
fn choice(params: &Params) -> Result<Choice> {
    let wanted = params.truths("data.alerts");
    let is_wanted =
        |alert: &&Alert| word(**alert).and_then(|word| wanted.get(word)).is_some_and(|is_wanted| *is_wanted);
    let alerts: Alerts = Alert::ALL.iter().filter(is_wanted).copied().collect();
    // Old words of the documentation have the policy beside the data.
    let policy = match params.text("data.policy").or_else(|| params.text("policy")) {
        Some(policy) => {
            Policy::parse(&policy).ok_or_else(|| Error::invalid("policy", "push-policy-unknown"))?
        }
        None => Policy::default(),
    };
    Ok(Choice { alerts, policy })
}

async fn subscribe(caller: Caller, params: Params) -> Answer<Json<PushSubscription>> {
    let text = |name| params.text(name).unwrap_or_default();
    let new = NewSubscription {
        endpoint: text("subscription.endpoint"),
        p256dh: text("subscription.keys.p256dh"),
        auth: text("subscription.keys.auth"),
        is_standard: params.is("subscription.standard"),
        choice: choice(&params)?,
    };
    let made = push::subscribe(&caller.app, &caller.viewer, token_of(&caller)?, new).await?;
    Ok(Json(PushSubscription::of(&caller, &made)))
}

async fn show(caller: Caller) -> Answer<Json<PushSubscription>> {
    let known = push::get(&caller.app, &caller.viewer, token_of(&caller)?).await?;
    Ok(Json(PushSubscription::of(&caller, &known)))
}

async fn choose(caller: Caller, params: Params) -> Answer<Json<PushSubscription>> {
    let choice = choice(&params)?;
    let known = push::choose(&caller.app, &caller.viewer, token_of(&caller)?, choice).await?;
    Ok(Json(PushSubscription::of(&caller, &known)))
}

async fn end(caller: Caller) -> Answer<Json<Value>> {
    push::end(&caller.app, &caller.viewer, token_of(&caller)?).await?;
    Ok(Json(json!({})))
}

/// What an app reads when it is woken, in the shape that apps know.
pub fn push_words(message: &PushMessage) -> Vec<u8> {
    let told = json!({
        // Here Mastodon sends the app its token back. Kith does not have it: of tokens it keeps a hash. It stays empty
        // rather than away, since apps read the rest only where this is a text.
        "access_token": "",
        "preferred_locale": message.language,
        // A number here, as in few other places of this API.
        "notification_id": message.notice.raw(),
        "notification_type": type_of(message.occasion),
        "icon": message.icon,
        "title": message.title,
        "body": message.body,
    });
    told.to_string().into_bytes()
}
