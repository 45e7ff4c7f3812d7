-- Groups: places with members and a wall of their own.
CREATE TABLE groups (
    id BIGINT PRIMARY KEY,
    -- The address, as shown and folded.
    slug TEXT NOT NULL,
    slug_key TEXT NOT NULL,
    name TEXT NOT NULL,
    -- Folded, for looking it up.
    name_key TEXT NOT NULL,
    -- public, site, private or hidden
    visibility TEXT NOT NULL,
    -- free, request or invitation
    joining TEXT NOT NULL,
    -- all, approved or moderators
    posting TEXT NOT NULL,
    -- all or off
    comments TEXT NOT NULL,
    -- Who sees who is in it: members, site or moderators; and who may ask others in: members or moderators.
    members_shown TEXT NOT NULL,
    inviting TEXT NOT NULL,
    -- Whether whoever joins agrees to the rules first.
    asks_rules BOOLEAN NOT NULL,
    -- active, archived or deleted
    state TEXT NOT NULL,
    cover_id BIGINT,
    -- A hidden group that will be more open, and when.
    opening_to TEXT,
    opening_at BIGINT,
    -- Since when it waits for somebody to look after it.
    offered_at BIGINT,
    member_count BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX groups_slug_key ON groups (slug_key);
CREATE INDEX groups_name_key ON groups (name_key, id);
CREATE INDEX groups_opening_at ON groups (opening_at) WHERE opening_at IS NOT NULL;
CREATE INDEX groups_offered_at ON groups (offered_at) WHERE offered_at IS NOT NULL;

-- Addresses that a group had before.
CREATE TABLE former_group_slugs (
    slug_key TEXT PRIMARY KEY,
    group_id BIGINT NOT NULL,
    left_at BIGINT NOT NULL
);
CREATE INDEX former_group_slugs_group_id ON former_group_slugs (group_id);

-- What a group says of itself, one row a language.
CREATE TABLE group_texts (
    group_id BIGINT NOT NULL,
    language TEXT NOT NULL,
    about TEXT NOT NULL,
    about_html TEXT NOT NULL,
    rules TEXT NOT NULL,
    rules_html TEXT NOT NULL,
    PRIMARY KEY (group_id, language)
);

-- Everybody who has or had to do with a group.
CREATE TABLE group_members (
    group_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    -- invited, requested, member, removed, banned or left
    state TEXT NOT NULL,
    -- member, moderator, admin or owner
    role TEXT NOT NULL,
    -- all, highlights, friends or none: what of the group comes to them
    level TEXT NOT NULL,
    muted_until BIGINT,
    invited_by_id BIGINT,
    -- Why they were declined, removed or banned.
    reason TEXT NOT NULL,
    joined_at BIGINT,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (group_id, account_id)
);
CREATE INDEX group_members_account_id ON group_members (account_id, state);
CREATE INDEX group_members_list ON group_members (group_id, state, account_id);
CREATE INDEX group_members_invited_by_id ON group_members (invited_by_id);

-- What is asked of those who want to join, and what they answered.
CREATE TABLE group_questions (
    group_id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    question TEXT NOT NULL,
    PRIMARY KEY (group_id, position)
);
CREATE TABLE group_answers (
    group_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (group_id, account_id, position)
);
CREATE INDEX group_answers_account_id ON group_answers (account_id);

-- Labels on posts of a group.
CREATE TABLE group_topics (
    id BIGINT PRIMARY KEY,
    group_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL
);
CREATE UNIQUE INDEX group_topics_name_key ON group_topics (group_id, name_key);

CREATE TABLE group_pins (
    post_id BIGINT PRIMARY KEY,
    group_id BIGINT NOT NULL,
    pinned_by_id BIGINT NOT NULL,
    pinned_at BIGINT NOT NULL
);
CREATE INDEX group_pins_group_id ON group_pins (group_id, pinned_at);
CREATE INDEX group_pins_pinned_by_id ON group_pins (pinned_by_id);

-- What those who look after a group did.
CREATE TABLE group_acts (
    id BIGINT PRIMARY KEY,
    group_id BIGINT NOT NULL,
    by_id BIGINT NOT NULL,
    act TEXT NOT NULL,
    about_id BIGINT,
    detail TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX group_acts_group_id ON group_acts (group_id, id);
CREATE INDEX group_acts_by_id ON group_acts (by_id);
CREATE INDEX group_acts_about_id ON group_acts (about_id);

-- A post stands in one place; in a group its audience is that group.
ALTER TABLE posts ADD COLUMN group_id BIGINT;
-- waiting or declined; NULL once it may be read.
ALTER TABLE posts ADD COLUMN group_hold TEXT;
ALTER TABLE posts ADD COLUMN group_reason TEXT;
ALTER TABLE posts ADD COLUMN group_topic_id BIGINT;
ALTER TABLE posts ADD COLUMN announced_at BIGINT;
CREATE INDEX posts_group_id ON posts (group_id, id) WHERE group_id IS NOT NULL;

-- Notices can be about a group.
ALTER TABLE notices ADD COLUMN group_id BIGINT;
CREATE INDEX notices_group_id ON notices (group_id) WHERE group_id IS NOT NULL;
DROP INDEX notices_cause;
CREATE UNIQUE INDEX notices_cause
    ON notices (account_id, occasion, from_id, COALESCE(post_id, 0), COALESCE(comment_id, 0),
                COALESCE(conversation_id, 0), COALESCE(message_id, 0), COALESCE(event_id, 0),
                COALESCE(group_id, 0));
