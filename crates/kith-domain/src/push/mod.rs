//! Waking apps and browsers of members: where and for what, one subscription for each token of an app and each session
//! of a browser, gone with it. The work is left by `notices` in the transaction of a notice; here it is carried out, after
//! the notice was held against the rules of the moment once more.

mod browsers;
mod model;
mod paths;
mod send;
mod sql;
pub(crate) mod words;

use kith_base::{Error, FieldError, Result, limits};

pub use browsers::{browsers, end_browser, end_one, subscribe_browser, try_out};
pub use model::{Browser, Choice, NewSubscription, Policy, Subscription};
pub use paths::path;
pub(crate) use words::{beginning, title, words_of};
pub use words::{beginnings, group_key, page_key};

use crate::kinds::AppTokenId;
use crate::{App, Viewer};

/// Has the app that holds `token` woken from here on, instead of where it was before. Of more apps than one member may
/// have woken, the one that asked longest ago is forgotten.
///
/// # Errors
/// Invalid with every field that cannot be; sign-in needed when the token has ended.
pub async fn subscribe(
    app: &App,
    viewer: &Viewer,
    token: AppTokenId,
    new: NewSubscription,
) -> Result<Subscription> {
    let me = viewer.active()?.id;
    let (p256dh, auth) = checked(app, &new)?;
    app.db
        .write(move |tx| {
            if !sql::holds(tx, me, token)? {
                return Err(Error::sign_in_needed());
            }
            let made = Subscription {
                id: tx.new_id(),
                account: me,
                session: None,
                endpoint: new.endpoint.clone(),
                p256dh: p256dh.clone(),
                auth: auth.clone(),
                is_standard: new.is_standard,
                choice: new.choice.clone(),
            };
            sql::end(tx, me, token)?;
            sql::insert(tx, Some(token), &made)?;
            sql::cut(tx, me, limits::PUSH_SUBSCRIPTIONS)?;
            Ok(made)
        })
        .await
}

/// Key and secret, if they are such and things may be sent to the address.
fn checked(app: &App, new: &NewSubscription) -> Result<(Vec<u8>, Vec<u8>)> {
    let keys = model::keys(new);
    let mut wrong = Vec::new();
    if new.endpoint.len() > limits::PUSH_ENDPOINT || !app.push.takes(&new.endpoint) {
        wrong.push(FieldError { field: "endpoint", message: "push-endpoint-not-taken".into() });
    }
    if keys.is_none() {
        wrong.push(FieldError { field: "keys", message: "push-keys-not-taken".into() });
    }
    keys.filter(|_| wrong.is_empty()).ok_or_else(|| Error::invalid_fields(wrong))
}

/// Where the app that holds `token` is woken.
///
/// # Errors
/// NotFound when it is not.
pub async fn get(app: &App, viewer: &Viewer, token: AppTokenId) -> Result<Subscription> {
    let me = viewer.active()?.id;
    app.db.read(move |q| sql::of_token(q, me, token)).await?.ok_or_else(Error::not_found)
}

/// Changes what the app that holds `token` is woken for.
///
/// # Errors
/// NotFound when it is not woken at all.
pub async fn choose(app: &App, viewer: &Viewer, token: AppTokenId, choice: Choice) -> Result<Subscription> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            sql::choose(tx, me, token, &choice)?;
            sql::of_token(tx, me, token)?.ok_or_else(Error::not_found)
        })
        .await
}

/// Wakes the app that holds `token` no longer. One that was not woken is as good as left alone.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn end(app: &App, viewer: &Viewer, token: AppTokenId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db.write(move |tx| sql::end(tx, me, token)).await
}
