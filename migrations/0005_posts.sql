CREATE TABLE posts (
    id BIGINT PRIMARY KEY,
    author_id BIGINT NOT NULL,
    -- The profile whose wall it stands on; NULL on the author's own.
    wall_id BIGINT,
    -- Whose friends "friends" means: the wall's owner, else the author.
    owner_id BIGINT NOT NULL,
    audience TEXT NOT NULL,
    circle_id BIGINT,
    comment_audience TEXT NOT NULL,
    language TEXT NOT NULL,
    cover TEXT NOT NULL,
    shared_post_id BIGINT,
    created_at BIGINT NOT NULL,
    edited_at BIGINT,
    deleted_at BIGINT,
    deleted_by_id BIGINT,
    comments_closed_at BIGINT,
    photo_count BIGINT NOT NULL,
    comment_count BIGINT NOT NULL,
    reaction_count BIGINT NOT NULL,
    share_count BIGINT NOT NULL
);
CREATE INDEX posts_author_id ON posts (author_id, id);
CREATE INDEX posts_author_on_walls ON posts (author_id, id) WHERE wall_id IS NOT NULL;
-- What stands on a profile: own posts and those that others wrote on its wall.
CREATE INDEX posts_owner_id ON posts (owner_id, id);
CREATE INDEX posts_audience ON posts (audience, id);
CREATE INDEX posts_shared_post_id ON posts (shared_post_id, id) WHERE shared_post_id IS NOT NULL;
CREATE INDEX posts_deleted_at ON posts (deleted_at) WHERE deleted_at IS NOT NULL;

-- The words of a post, one row a language.
CREATE TABLE post_texts (
    post_id BIGINT NOT NULL,
    language TEXT NOT NULL,
    source TEXT NOT NULL,
    html TEXT NOT NULL,
    PRIMARY KEY (post_id, language)
);

-- People and circles that the audience names: role 'only' (people) or 'except' (friends except).
CREATE TABLE post_people (
    post_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (post_id, account_id)
);
CREATE INDEX post_people_account_id ON post_people (account_id, post_id);

CREATE TABLE post_except_circles (
    post_id BIGINT NOT NULL,
    circle_id BIGINT NOT NULL,
    PRIMARY KEY (post_id, circle_id)
);

CREATE TABLE post_photos (
    post_id BIGINT NOT NULL,
    media_id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (post_id, media_id)
);
CREATE INDEX post_photos_media_id ON post_photos (media_id);

CREATE TABLE post_mentions (
    post_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    PRIMARY KEY (post_id, account_id)
);
CREATE INDEX post_mentions_account_id ON post_mentions (account_id, post_id);

CREATE TABLE post_tags (
    tag TEXT NOT NULL,
    post_id BIGINT NOT NULL,
    shown TEXT NOT NULL,
    PRIMARY KEY (tag, post_id)
);
CREATE INDEX post_tags_post_id ON post_tags (post_id);

-- What a post said before each edit.
CREATE TABLE post_revisions (
    id BIGINT PRIMARY KEY,
    post_id BIGINT NOT NULL,
    language TEXT NOT NULL,
    cover TEXT NOT NULL,
    source TEXT NOT NULL,
    html TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX post_revisions_post_id ON post_revisions (post_id, id);

CREATE TABLE post_pins (
    post_id BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX post_pins_account_id ON post_pins (account_id);

CREATE TABLE saved_posts (
    account_id BIGINT NOT NULL,
    post_id BIGINT NOT NULL,
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, post_id)
);

CREATE INDEX saved_posts_post_id ON saved_posts (post_id);

-- A form that is sent twice makes one thing (a post or a comment); the form carries the word.
CREATE TABLE submissions (
    account_id BIGINT NOT NULL,
    submission TEXT NOT NULL,
    made_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, submission)
);
CREATE INDEX submissions_created_at ON submissions (created_at);

CREATE TABLE comments (
    id BIGINT PRIMARY KEY,
    post_id BIGINT NOT NULL,
    author_id BIGINT NOT NULL,
    -- The comment it stands under (always a first-level one), and the one it answers.
    thread_id BIGINT,
    reply_to_id BIGINT,
    language TEXT NOT NULL,
    source TEXT NOT NULL,
    html TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    edited_at BIGINT,
    deleted_at BIGINT,
    deleted_by_id BIGINT,
    reaction_count BIGINT NOT NULL
);
CREATE INDEX comments_post_id ON comments (post_id, id);
CREATE INDEX comments_thread_id ON comments (thread_id, id) WHERE thread_id IS NOT NULL;
CREATE INDEX comments_reply_to_id ON comments (reply_to_id) WHERE reply_to_id IS NOT NULL;
CREATE INDEX comments_author_id ON comments (author_id, id);

-- One reaction a person and thing; subject_kind is post or comment.
CREATE TABLE reactions (
    subject_kind TEXT NOT NULL,
    subject_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (subject_kind, subject_id, account_id)
);
CREATE INDEX reactions_account_id ON reactions (account_id);

-- How many of each kind, so that a card need not count.
CREATE TABLE reaction_tallies (
    subject_kind TEXT NOT NULL,
    subject_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    total BIGINT NOT NULL,
    PRIMARY KEY (subject_kind, subject_id, kind)
);

-- Words a member does not want to read; action is hide or cover.
CREATE TABLE filters (
    id BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL,
    phrase TEXT NOT NULL,
    whole_word BOOLEAN NOT NULL,
    action TEXT NOT NULL,
    expires_at BIGINT,
    created_at BIGINT NOT NULL
);
CREATE INDEX filters_account_id ON filters (account_id, id);

-- Where members stopped reading their home page.
CREATE TABLE feed_marks (
    account_id BIGINT PRIMARY KEY,
    line_id BIGINT NOT NULL,
    newest_id BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
);
