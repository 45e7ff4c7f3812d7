-- Two rows a friendship, one for each side.
CREATE TABLE friendships (
    account_id BIGINT NOT NULL,
    friend_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, friend_id)
);
CREATE INDEX friendships_friend_id ON friendships (friend_id, account_id);

CREATE TABLE friend_requests (
    id BIGINT PRIMARY KEY,
    from_id BIGINT NOT NULL,
    to_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    -- Deleted by the one who was asked: gone for them, still "sent" for the one who asked.
    hidden_at BIGINT,
    -- Taken back by the one who asked, after it was deleted: kept so that asking again does not press.
    withdrawn_at BIGINT
);
CREATE UNIQUE INDEX friend_requests_pair ON friend_requests (from_id, to_id);
CREATE INDEX friend_requests_to_id ON friend_requests (to_id, id) WHERE hidden_at IS NULL AND withdrawn_at IS NULL;

CREATE TABLE follows (
    follower_id BIGINT NOT NULL,
    followed_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    see_first_at BIGINT,
    snoozed_until_at BIGINT,
    PRIMARY KEY (follower_id, followed_id)
);
CREATE INDEX follows_followed_id ON follows (followed_id, follower_id);

-- A restricted friend sees only what everybody sees, and is not told.
CREATE TABLE restrictions (
    account_id BIGINT NOT NULL,
    restricted_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, restricted_id)
);
CREATE INDEX restrictions_restricted_id ON restrictions (restricted_id, account_id);

CREATE TABLE mutes (
    account_id BIGINT NOT NULL,
    muted_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    until_at BIGINT,
    PRIMARY KEY (account_id, muted_id)
);

CREATE TABLE blocks (
    account_id BIGINT NOT NULL,
    blocked_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, blocked_id)
);
CREATE INDEX blocks_blocked_id ON blocks (blocked_id, account_id);

CREATE TABLE hidden_suggestions (
    account_id BIGINT NOT NULL,
    suggested_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, suggested_id)
);

CREATE TABLE circles (
    id BIGINT PRIMARY KEY,
    owner_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    -- Folded name: one owner has no two circles that read alike.
    name_key TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX circles_name_key ON circles (owner_id, name_key);

CREATE TABLE circle_members (
    circle_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    added_at BIGINT NOT NULL,
    PRIMARY KEY (circle_id, member_id)
);
CREATE INDEX circle_members_member_id ON circle_members (member_id, circle_id);
