-- A question with answers to choose from, bound to a post and seen by whoever sees the post.
CREATE TABLE polls (
    id BIGINT PRIMARY KEY,
    post_id BIGINT NOT NULL,
    is_multiple BOOLEAN NOT NULL,
    -- Whether the counts are nobody's to see before the end.
    hides_totals BOOLEAN NOT NULL,
    ends_at BIGINT NOT NULL,
    voter_count BIGINT NOT NULL
);
CREATE UNIQUE INDEX polls_post_id ON polls (post_id);

CREATE TABLE poll_options (
    poll_id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    title TEXT NOT NULL,
    vote_count BIGINT NOT NULL,
    PRIMARY KEY (poll_id, position)
);

-- Who has voted: the key lets each person vote once.
CREATE TABLE poll_voters (
    poll_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    voted_at BIGINT NOT NULL,
    PRIMARY KEY (poll_id, account_id)
);
CREATE INDEX poll_voters_account_id ON poll_voters (account_id);

-- What they chose.
CREATE TABLE poll_votes (
    poll_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (poll_id, account_id, position)
);
CREATE INDEX poll_votes_account_id ON poll_votes (account_id);

-- Posts that wait for their time. Nobody but their author knows of them.
CREATE TABLE scheduled_posts (
    id BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    -- Everything that was handed in, as JSON.
    draft TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    -- When a job was made to publish it.
    queued_at BIGINT
);
CREATE INDEX scheduled_posts_account_id ON scheduled_posts (account_id, id);
CREATE INDEX scheduled_posts_due_at ON scheduled_posts (due_at) WHERE queued_at IS NULL;

-- Posts of which somebody wants no more notices, whatever happens under them.
CREATE TABLE post_mutes (
    account_id BIGINT NOT NULL,
    post_id BIGINT NOT NULL,
    muted_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, post_id)
);
CREATE INDEX post_mutes_post_id ON post_mutes (post_id);
