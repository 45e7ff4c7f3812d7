-- A member's own lists of people whom they follow, to read by; known to nobody else.
CREATE TABLE lists (
    id BIGINT PRIMARY KEY,
    owner_id BIGINT NOT NULL,
    title TEXT NOT NULL,
    -- list, followed or none: a choice that apps keep here.
    replies_policy TEXT NOT NULL,
    -- Whether what its members write stays out of the owner's home page.
    is_exclusive BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX lists_owner_id ON lists (owner_id, id);

CREATE TABLE list_members (
    list_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    added_at BIGINT NOT NULL,
    PRIMARY KEY (list_id, member_id)
);
CREATE INDEX list_members_member_id ON list_members (member_id, list_id);

-- Tags that a member follows, and those that stand on their profile as they wrote them.
CREATE TABLE followed_tags (
    id BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL,
    tag TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX followed_tags_tag ON followed_tags (account_id, tag);

CREATE TABLE featured_tags (
    id BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL,
    tag TEXT NOT NULL,
    shown TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX featured_tags_tag ON featured_tags (account_id, tag);

-- What a member notes about another, for their own eyes.
CREATE TABLE account_notes (
    account_id BIGINT NOT NULL,
    about_id BIGINT NOT NULL,
    text TEXT NOT NULL,
    written_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, about_id)
);
CREATE INDEX account_notes_about_id ON account_notes (about_id);

-- People whom a member recommends on their profile.
CREATE TABLE endorsements (
    account_id BIGINT NOT NULL,
    endorsed_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, endorsed_id)
);
CREATE INDEX endorsements_endorsed_id ON endorsements (endorsed_id);

-- A filter is a set of words and posts under one title, in certain places; each of those there were so far held one
-- phrase, which becomes its title and its only keyword.
CREATE TABLE filter_keywords (
    id BIGINT PRIMARY KEY,
    filter_id BIGINT NOT NULL,
    phrase TEXT NOT NULL,
    whole_word BOOLEAN NOT NULL
);
CREATE INDEX filter_keywords_filter_id ON filter_keywords (filter_id, id);
INSERT INTO filter_keywords (id, filter_id, phrase, whole_word) SELECT id, id, phrase, whole_word FROM filters;
ALTER TABLE filters RENAME COLUMN phrase TO title;
ALTER TABLE filters DROP COLUMN whole_word;
ALTER TABLE filters ADD COLUMN contexts TEXT NOT NULL DEFAULT 'home notifications public thread account';

-- Posts and comments that a member put into a filter by hand.
CREATE TABLE filter_posts (
    id BIGINT PRIMARY KEY,
    filter_id BIGINT NOT NULL,
    post_id BIGINT NOT NULL
);
CREATE UNIQUE INDEX filter_posts_post ON filter_posts (filter_id, post_id);
CREATE INDEX filter_posts_post_id ON filter_posts (post_id);

-- What members told the moderators about others. The reporter goes with their account, the report stays.
CREATE TABLE reports (
    id BIGINT PRIMARY KEY,
    reporter_id BIGINT,
    target_id BIGINT NOT NULL,
    -- spam, legal, violation or other.
    category TEXT NOT NULL,
    comment TEXT NOT NULL,
    -- Numbers of rules, with spaces between.
    rules TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX reports_target_id ON reports (target_id, id);
CREATE INDEX reports_reporter_id ON reports (reporter_id) WHERE reporter_id IS NOT NULL;

-- Posts and comments that a report is about.
CREATE TABLE report_posts (
    report_id BIGINT NOT NULL,
    post_id BIGINT NOT NULL,
    PRIMARY KEY (report_id, post_id)
);
CREATE INDEX report_posts_post_id ON report_posts (post_id);
