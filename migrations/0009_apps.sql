-- Programs that members let act for them (OAuth 2, RFC 6749).
CREATE TABLE apps (
    id BIGINT PRIMARY KEY,
    client_id TEXT NOT NULL,
    secret_hash BYTEA NOT NULL,
    name TEXT NOT NULL,
    website TEXT NOT NULL,
    -- One address a line.
    redirect_uris TEXT NOT NULL,
    scopes TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX apps_client_id ON apps (client_id);

-- A member's word that an app may act for them, on its way through the browser. Used once.
CREATE TABLE app_codes (
    id BIGINT PRIMARY KEY,
    code_hash BYTEA NOT NULL,
    app_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    redirect_uri TEXT NOT NULL,
    scopes TEXT NOT NULL,
    -- S256 challenge of RFC 7636, if the app sent one.
    challenge TEXT,
    expires_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX app_codes_hash ON app_codes (code_hash);
CREATE INDEX app_codes_account_id ON app_codes (account_id);
CREATE INDEX app_codes_expires_at ON app_codes (expires_at);

CREATE TABLE app_tokens (
    id BIGINT PRIMARY KEY,
    token_hash BYTEA NOT NULL,
    app_id BIGINT NOT NULL,
    -- For whom; NULL when the app speaks for itself.
    account_id BIGINT,
    scopes TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX app_tokens_hash ON app_tokens (token_hash);
CREATE INDEX app_tokens_account_id ON app_tokens (account_id, app_id);
CREATE INDEX app_tokens_app_id ON app_tokens (app_id);
