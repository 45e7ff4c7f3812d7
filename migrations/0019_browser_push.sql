-- Browsers are woken as apps are. A subscription belongs to a token or to a session, so neither is always there; SQLite
-- changes no column, which is why the table is made anew on both engines.
CREATE TABLE push_subscriptions_anew (
    id BIGINT PRIMARY KEY,
    -- What it belongs to, and ends with: one of the two.
    token_id BIGINT,
    session_id BIGINT,
    account_id BIGINT NOT NULL,
    -- Where the push service takes things for it, and what they are encrypted with.
    endpoint TEXT NOT NULL,
    p256dh BYTEA NOT NULL,
    auth BYTEA NOT NULL,
    -- Whether the app reads RFC 8291, and not the draft before it.
    is_standard BOOLEAN NOT NULL,
    -- What it is to be woken for, as words with spaces between.
    alerts TEXT NOT NULL,
    policy TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    -- How often in a row it did not work, since when, and until when it is left alone.
    failures BIGINT NOT NULL,
    failing_since BIGINT,
    rests_until BIGINT
);
INSERT INTO push_subscriptions_anew
       (id, token_id, account_id, endpoint, p256dh, auth, is_standard, alerts, policy, created_at, failures,
        failing_since, rests_until)
SELECT id, token_id, account_id, endpoint, p256dh, auth, is_standard, alerts, policy, created_at, failures,
       failing_since, rests_until
  FROM push_subscriptions;
DROP TABLE push_subscriptions;
ALTER TABLE push_subscriptions_anew RENAME TO push_subscriptions;
CREATE UNIQUE INDEX push_subscriptions_token_id ON push_subscriptions (token_id);
CREATE UNIQUE INDEX push_subscriptions_session_id ON push_subscriptions (session_id);
CREATE INDEX push_subscriptions_account_id ON push_subscriptions (account_id, id);
CREATE INDEX push_subscriptions_endpoint ON push_subscriptions (endpoint);
