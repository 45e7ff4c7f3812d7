//! The statements of subscriptions.

use kith_base::{Error, Millis, Result};
use kith_db::{Query, Row, Tx, params, statement};

use super::{Browser, Choice, Policy, Subscription};
use crate::AccountId;
use crate::kinds::{AppTokenId, PushSubscriptionId, SessionId};
use crate::notices::Alerts;

statement!(HOLDS, "push.holds", "SELECT id FROM app_tokens WHERE id = $2 AND account_id = $1");
statement!(
    HOLDS_SESSION,
    "push.holds_session",
    "SELECT id FROM sessions WHERE id = $2 AND account_id = $1 AND expires_at > $3"
);
statement!(
    INSERT,
    "push.insert",
    "INSERT INTO push_subscriptions
            (id, token_id, session_id, account_id, endpoint, p256dh, auth, is_standard, alerts, policy, created_at,
             failures)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0)"
);
statement!(
    OF_TOKEN,
    "push.of_token",
    "SELECT id, account_id, session_id, endpoint, p256dh, auth, is_standard, alerts, policy, failures, failing_since,
            rests_until
       FROM push_subscriptions
      WHERE account_id = $1 AND token_id = $2"
);
statement!(
    BY_ID,
    "push.by_id",
    "SELECT s.id, s.account_id, s.session_id, s.endpoint, s.p256dh, s.auth, s.is_standard, s.alerts, s.policy,
            s.failures, s.failing_since, s.rests_until
       FROM push_subscriptions s
       LEFT JOIN app_tokens t ON t.id = s.token_id
       LEFT JOIN sessions b ON b.id = s.session_id AND b.expires_at > $2
      WHERE s.id = $1 AND (t.id IS NOT NULL OR b.id IS NOT NULL)"
);
statement!(
    BROWSERS,
    "push.browsers",
    "SELECT s.id, s.session_id, s.endpoint, s.created_at, b.name, b.seen_at
       FROM push_subscriptions s
       JOIN sessions b ON b.id = s.session_id
      WHERE s.account_id = $1 AND b.expires_at > $2
      ORDER BY b.seen_at DESC, s.id DESC"
);
statement!(
    END_SESSION,
    "push.end_session",
    "DELETE FROM push_subscriptions WHERE account_id = $1 AND session_id = $2"
);
statement!(
    END_OWN,
    "push.end_own",
    "DELETE FROM push_subscriptions WHERE account_id = $1 AND id = $2 AND session_id IS NOT NULL"
);
statement!(
    END_ENDPOINT,
    "push.end_endpoint",
    "DELETE FROM push_subscriptions WHERE endpoint = $1 AND session_id IS NOT NULL"
);
statement!(
    CHOOSE,
    "push.choose",
    "UPDATE push_subscriptions SET alerts = $3, policy = $4 WHERE account_id = $1 AND token_id = $2"
);
statement!(END, "push.end", "DELETE FROM push_subscriptions WHERE account_id = $1 AND token_id = $2");
statement!(
    CUT,
    "push.cut",
    "DELETE FROM push_subscriptions
      WHERE account_id = $1
        AND id <= (SELECT s.id FROM push_subscriptions s
                    WHERE s.account_id = $1
                    ORDER BY s.id DESC LIMIT 1 OFFSET $2)"
);
statement!(DROP, "push.drop", "DELETE FROM push_subscriptions WHERE id = $1");
statement!(
    WORKED,
    "push.worked",
    "UPDATE push_subscriptions SET failures = 0, failing_since = NULL, rests_until = NULL WHERE id = $1"
);
statement!(
    FAILED,
    "push.failed",
    "UPDATE push_subscriptions SET failures = $2, failing_since = $3, rests_until = $4 WHERE id = $1"
);
statement!(
    FOLLOWS,
    "push.follows",
    "SELECT follower_id FROM follows WHERE follower_id = $1 AND followed_id = $2"
);

/// A subscription with what is known of how it goes.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub subscription: Subscription,
    /// How often in a row it did not work.
    pub failures: i64,
    pub failing_since: Option<Millis>,
    pub rests_until: Option<Millis>,
}

/// Whether this is a token of `account` that has not ended.
pub(super) fn holds(q: &mut Query<'_>, account: AccountId, token: AppTokenId) -> Result<bool> {
    q.exists(&HOLDS, &params![account, token])
}

/// Whether this is a session of `account` that has not ended.
pub(super) fn holds_session(
    q: &mut Query<'_>,
    account: AccountId,
    session: SessionId,
    now: Millis,
) -> Result<bool> {
    q.exists(&HOLDS_SESSION, &params![account, session, now])
}

pub(super) fn insert(tx: &mut Tx<'_>, token: Option<AppTokenId>, made: &Subscription) -> Result<()> {
    let now = tx.now();
    tx.run(
        &INSERT,
        &params![
            made.id,
            token,
            made.session,
            made.account,
            &made.endpoint,
            made.p256dh.as_slice(),
            made.auth.as_slice(),
            made.is_standard,
            made.choice.alerts.to_string(),
            made.choice.policy,
            now
        ],
    )
    .map(drop)
}

pub(super) fn of_token(
    q: &mut Query<'_>,
    account: AccountId,
    token: AppTokenId,
) -> Result<Option<Subscription>> {
    Ok(q.find(&OF_TOKEN, &params![account, token], held)?.map(|held| held.subscription))
}

/// The subscription, as long as the token or the session that it belongs to holds.
pub(super) fn by_id(q: &mut Query<'_>, id: PushSubscriptionId, now: Millis) -> Result<Option<Held>> {
    q.find(&BY_ID, &params![id, now], held)
}

pub(super) fn browsers(q: &mut Query<'_>, account: AccountId, now: Millis) -> Result<Vec<Browser>> {
    q.all(&BROWSERS, &params![account, now], |row| {
        let endpoint = row.text("endpoint")?;
        Ok(Browser {
            id: row.id("id")?,
            session: row.id("session_id")?,
            name: row.text("name")?,
            service: host(&endpoint).to_owned(),
            created_at: row.int("created_at")?,
            seen_at: row.int("seen_at")?,
        })
    })
}

/// The machine in an address.
fn host(endpoint: &str) -> &str {
    let rest = endpoint.split_once("://").map_or(endpoint, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

fn held(row: &Row<'_>) -> Result<Held> {
    let policy = row.text("policy")?;
    let policy = Policy::parse(&policy).ok_or_else(|| Error::internal(format!("no policy {policy}")))?;
    let subscription = Subscription {
        id: row.id("id")?,
        account: row.id("account_id")?,
        session: row.opt_id("session_id")?,
        endpoint: row.text("endpoint")?,
        p256dh: row.bytes("p256dh")?,
        auth: row.bytes("auth")?,
        is_standard: row.bool("is_standard")?,
        choice: Choice { alerts: Alerts::parse(&row.text("alerts")?), policy },
    };
    Ok(Held {
        subscription,
        failures: row.int("failures")?,
        failing_since: row.opt_int("failing_since")?,
        rests_until: row.opt_int("rests_until")?,
    })
}

pub(super) fn choose(tx: &mut Tx<'_>, account: AccountId, token: AppTokenId, choice: &Choice) -> Result<()> {
    tx.run(&CHOOSE, &params![account, token, choice.alerts.to_string(), choice.policy]).map(drop)
}

pub(super) fn end(tx: &mut Tx<'_>, account: AccountId, token: AppTokenId) -> Result<()> {
    tx.run(&END, &params![account, token]).map(drop)
}

pub(super) fn end_session(tx: &mut Tx<'_>, account: AccountId, session: SessionId) -> Result<()> {
    tx.run(&END_SESSION, &params![account, session]).map(drop)
}

/// Whether one of the browsers of `account` was woken there until now.
pub(super) fn end_own(tx: &mut Tx<'_>, account: AccountId, id: PushSubscriptionId) -> Result<bool> {
    Ok(tx.run(&END_OWN, &params![account, id])? > 0)
}

/// A browser has one owner at a time, whoever was signed in there before.
pub(super) fn end_endpoint(tx: &mut Tx<'_>, endpoint: &str) -> Result<()> {
    tx.run(&END_ENDPOINT, &params![endpoint]).map(drop)
}

/// Drops all but the newest `kept`.
pub(super) fn cut(tx: &mut Tx<'_>, account: AccountId, kept: usize) -> Result<()> {
    tx.run(&CUT, &params![account, kept]).map(drop)
}

pub(super) fn drop_one(tx: &mut Tx<'_>, id: PushSubscriptionId) -> Result<()> {
    tx.run(&DROP, &params![id]).map(drop)
}

pub(super) fn worked(tx: &mut Tx<'_>, id: PushSubscriptionId) -> Result<()> {
    tx.run(&WORKED, &params![id]).map(drop)
}

pub(super) fn failed(
    tx: &mut Tx<'_>,
    id: PushSubscriptionId,
    failures: i64,
    since: Millis,
    rests_until: Millis,
) -> Result<()> {
    tx.run(&FAILED, &params![id, failures, since, rests_until]).map(drop)
}

pub(super) fn follows(q: &mut Query<'_>, follower: AccountId, followed: AccountId) -> Result<bool> {
    q.exists(&FOLLOWS, &params![follower, followed])
}
