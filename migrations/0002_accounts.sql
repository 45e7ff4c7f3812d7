-- People. Remote accounts will live in the same table with their domain; here it is NULL for members.
CREATE TABLE accounts (
    id BIGINT PRIMARY KEY,
    domain TEXT,
    handle TEXT NOT NULL,
    -- Case-folded handle, and the look-alike skeleton of UTS 39: both unique among members.
    handle_key TEXT NOT NULL,
    handle_skeleton TEXT NOT NULL,
    display_name TEXT NOT NULL,
    -- Folded name for the directory's search and order.
    name_key TEXT NOT NULL,
    email TEXT,
    email_key TEXT,
    email_confirmed_at BIGINT,
    password_hash TEXT,
    role TEXT NOT NULL,
    state TEXT NOT NULL,
    trust_level BIGINT NOT NULL,
    language TEXT NOT NULL,
    theme TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    -- Choices about privacy and comfort as JSON (accounts::Preferences); what SQL must ask stands in a column.
    preferences TEXT NOT NULL,
    in_directory BOOLEAN NOT NULL,
    intro TEXT NOT NULL,
    pronouns TEXT NOT NULL,
    -- Language tags, comma-separated.
    spoken_languages TEXT NOT NULL,
    birth_day BIGINT,
    birth_month BIGINT,
    birth_year BIGINT,
    birth_day_audience TEXT NOT NULL,
    birth_year_audience TEXT NOT NULL,
    avatar_id BIGINT,
    cover_id BIGINT,
    -- Which part of the cover stays in sight where it is cut: start, center or end.
    cover_focus TEXT NOT NULL DEFAULT 'center',
    invite_id BIGINT,
    invited_by_id BIGINT,
    created_at BIGINT NOT NULL,
    approved_at BIGINT,
    -- Rounded to the hour: enough to know who is active, too coarse to watch anybody.
    seen_at BIGINT,
    -- Days on which they were here; what trust grows with.
    active_days BIGINT NOT NULL DEFAULT 0,
    deactivated_at BIGINT,
    deletion_due_at BIGINT,
    deleted_at BIGINT
);
CREATE UNIQUE INDEX accounts_handle_key ON accounts (handle_key) WHERE domain IS NULL;
CREATE UNIQUE INDEX accounts_handle_skeleton ON accounts (handle_skeleton) WHERE domain IS NULL;
CREATE UNIQUE INDEX accounts_email_key ON accounts (email_key) WHERE email_key IS NOT NULL;
CREATE INDEX accounts_name_key ON accounts (name_key, id);
CREATE INDEX accounts_state ON accounts (state, id);
CREATE INDEX accounts_invited_by_id ON accounts (invited_by_id);
CREATE INDEX accounts_deletion_due_at ON accounts (deletion_due_at) WHERE deletion_due_at IS NOT NULL;

-- Handles that were given up; the old address leads to the new one and nobody else may take it.
CREATE TABLE former_handles (
    handle_key TEXT NOT NULL PRIMARY KEY,
    handle_skeleton TEXT NOT NULL,
    account_id BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX former_handles_account_id ON former_handles (account_id);

CREATE TABLE profile_fields (
    id BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    value TEXT NOT NULL,
    audience TEXT NOT NULL,
    position BIGINT NOT NULL
);
CREATE INDEX profile_fields_account_id ON profile_fields (account_id, position);

CREATE TABLE sessions (
    id BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL,
    -- SHA-256 of the cookie; the cookie itself is stored nowhere.
    token_hash BYTEA NOT NULL,
    name TEXT NOT NULL,
    user_agent TEXT NOT NULL,
    -- Network (/24 or /48) of the last visit, not the address.
    network TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX sessions_token_hash ON sessions (token_hash);
CREATE INDEX sessions_account_id ON sessions (account_id);
CREATE INDEX sessions_expires_at ON sessions (expires_at);

-- One-time keys: confirm a mail address, sign in by mail, reset a password, recover by an admin's code.
CREATE TABLE account_keys (
    id BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL,
    purpose TEXT NOT NULL,
    key_hash BYTEA NOT NULL,
    email TEXT,
    created_by_id BIGINT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    -- Wrong codes so far; only keys that people type count them.
    tries BIGINT NOT NULL
);
CREATE UNIQUE INDEX account_keys_key_hash ON account_keys (key_hash);
CREATE INDEX account_keys_account_id ON account_keys (account_id, purpose);
CREATE INDEX account_keys_expires_at ON account_keys (expires_at);

CREATE TABLE invites (
    id BIGINT PRIMARY KEY,
    code TEXT NOT NULL,
    created_by_id BIGINT NOT NULL,
    note TEXT NOT NULL,
    max_uses BIGINT,
    uses BIGINT NOT NULL,
    expires_at BIGINT,
    revoked_at BIGINT,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX invites_code ON invites (code);
CREATE INDEX invites_created_by_id ON invites (created_by_id, id);

-- Applications to join, with the answers to the community's questions as JSON.
CREATE TABLE applications (
    account_id BIGINT PRIMARY KEY,
    answers TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    decided_at BIGINT,
    decided_by_id BIGINT,
    decision TEXT,
    reason TEXT NOT NULL,
    -- How often they have asked: one more time after a refusal.
    tries BIGINT NOT NULL
);
CREATE INDEX applications_waiting ON applications (created_at) WHERE decided_at IS NULL;
