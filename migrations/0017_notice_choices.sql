-- How a member wants to be told of what. Whoever chose nothing has no row.
CREATE TABLE notice_choices (
    account_id BIGINT PRIMARY KEY,
    -- What differs from the usual: `occasion:ways`, with spaces between.
    channels TEXT NOT NULL,
    -- Minutes since midnight in the member's time zone; nothing wakes them between.
    quiet_from BIGINT,
    quiet_to BIGINT,
    -- What becomes of notices that strangers and newcomers cause: allow, hold or drop.
    strangers TEXT NOT NULL,
    newcomers TEXT NOT NULL,
    updated_at BIGINT NOT NULL
);

-- When it was read, and where it stands: in the list, held back, or nowhere but in mails and on phones.
ALTER TABLE notices ADD COLUMN read_at BIGINT;
ALTER TABLE notices ADD COLUMN place TEXT NOT NULL DEFAULT 'list';
-- What was there before there were marks counts as read.
UPDATE notices SET read_at = created_at;
CREATE INDEX notices_unread ON notices (account_id, id) WHERE read_at IS NULL;

-- Whose birthday a member was told of, so that one day tells it once.
CREATE TABLE birthday_tellings (
    account_id BIGINT NOT NULL,
    from_id BIGINT NOT NULL,
    told_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, from_id)
);
CREATE INDEX birthday_tellings_from_id ON birthday_tellings (from_id);
CREATE INDEX birthday_tellings_told_at ON birthday_tellings (told_at);
