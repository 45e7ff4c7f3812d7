-- What mail servers said of addresses that do not work; a letter that arrives ends the row.
CREATE TABLE mail_addresses (
    -- The address as addresses are compared, and whose it was when the letter went out.
    address_key TEXT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL,
    address TEXT NOT NULL,
    -- failing or stopped.
    state TEXT NOT NULL,
    failures BIGINT NOT NULL,
    failing_since BIGINT NOT NULL,
    failed_at BIGINT NOT NULL,
    -- The answer of the mail server, cut short.
    last_error TEXT NOT NULL
);
CREATE INDEX mail_addresses_account_id ON mail_addresses (account_id);
CREATE INDEX mail_addresses_failed_at ON mail_addresses (failed_at);

-- What became of letters, by the hour; nothing says to whom they went.
CREATE TABLE mail_tallies (
    hour_at BIGINT NOT NULL,
    outcome TEXT NOT NULL,
    letters BIGINT NOT NULL,
    PRIMARY KEY (hour_at, outcome)
);

-- What members chose to be sent. Without a row: a digest each week.
CREATE TABLE mail_choices (
    account_id BIGINT PRIMARY KEY,
    -- off, daily or weekly.
    digest TEXT NOT NULL,
    -- Nothing but letters about the account and its safety.
    only_account BOOLEAN NOT NULL,
    changed_at BIGINT NOT NULL
);

-- When a member's next digest is due, and when one went out last.
CREATE TABLE digests (
    account_id BIGINT PRIMARY KEY,
    due_at BIGINT NOT NULL,
    last_sent_at BIGINT
);
CREATE INDEX digests_due_at ON digests (due_at);
