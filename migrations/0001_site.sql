-- What the operators of this community have chosen, and what they wrote.

-- One row a setting; the value is JSON text that SQL never looks into.
CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,
    updated_at BIGINT NOT NULL
);

-- Pages that admins have changed; the text that Kith ships stands in locales/ and is not copied here.
CREATE TABLE site_pages (
    slug TEXT NOT NULL,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    updated_by_id BIGINT NOT NULL,
    PRIMARY KEY (slug, language)
);

CREATE TABLE contact_messages (
    id BIGINT PRIMARY KEY,
    account_id BIGINT,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    language TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    handled_at BIGINT,
    handled_by_id BIGINT
);
CREATE INDEX contact_messages_open ON contact_messages (id) WHERE handled_at IS NULL;

-- Attempts counted by bucket and key, so that a restart forgives nothing.
CREATE TABLE throttles (
    bucket TEXT NOT NULL,
    subject TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    window_ends_at BIGINT NOT NULL,
    PRIMARY KEY (bucket, subject)
);
CREATE INDEX throttles_window_ends_at ON throttles (window_ends_at);

-- Proofs of work that have been used; a solution counts once.
CREATE TABLE spent_proofs (
    digest TEXT NOT NULL PRIMARY KEY,
    expires_at BIGINT NOT NULL
);
CREATE INDEX spent_proofs_expires_at ON spent_proofs (expires_at);

-- Who of the staff did what to whom, for the log that admins read.
CREATE TABLE audit_log (
    id BIGINT PRIMARY KEY,
    actor_id BIGINT,
    action TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id BIGINT,
    note TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
