-- What happened to somebody while they were away: one row for each cause and receiver, written with the cause.
CREATE TABLE notices (
    id BIGINT PRIMARY KEY,
    -- For whom.
    account_id BIGINT NOT NULL,
    occasion TEXT NOT NULL,
    -- Who did it.
    from_id BIGINT NOT NULL,
    -- The post it is about, or under which the comment stands.
    post_id BIGINT,
    comment_id BIGINT,
    -- Which of the seven, for reactions.
    reaction TEXT,
    -- Notices of one receiver with the same word here can be told in one line.
    group_key TEXT,
    created_at BIGINT NOT NULL
);
CREATE INDEX notices_account_id ON notices (account_id, id);
CREATE UNIQUE INDEX notices_cause
    ON notices (account_id, occasion, from_id, COALESCE(post_id, 0), COALESCE(comment_id, 0));
CREATE INDEX notices_from_id ON notices (from_id);
CREATE INDEX notices_post_id ON notices (post_id);
CREATE INDEX notices_comment_id ON notices (comment_id);
CREATE INDEX notices_created_at ON notices (created_at);

-- How far an app's user has read.
CREATE TABLE markers (
    account_id BIGINT NOT NULL,
    timeline TEXT NOT NULL,
    last_read_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, timeline)
);
