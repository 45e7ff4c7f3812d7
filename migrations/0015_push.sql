-- Where apps of members are woken: one row for each token that asked to be.
CREATE TABLE push_subscriptions (
    id BIGINT PRIMARY KEY,
    token_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    -- Where the app's push service takes things for it, and what they are encrypted with.
    endpoint TEXT NOT NULL,
    p256dh BYTEA NOT NULL,
    auth BYTEA NOT NULL,
    -- Whether the app reads RFC 8291, and not the draft before it.
    is_standard BOOLEAN NOT NULL,
    -- What it wants to be woken for, as words with spaces between.
    alerts TEXT NOT NULL,
    policy TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    -- How often in a row it did not work, since when, and until when it is left alone.
    failures BIGINT NOT NULL,
    failing_since BIGINT,
    rests_until BIGINT
);
CREATE UNIQUE INDEX push_subscriptions_token_id ON push_subscriptions (token_id);
CREATE INDEX push_subscriptions_account_id ON push_subscriptions (account_id, id);
