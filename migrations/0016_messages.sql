-- Conversations of two people or of a group, apart from posts.
CREATE TABLE conversations (
    id BIGINT PRIMARY KEY,
    -- Of a pair: the two, the smaller id first. A group has neither, so that only pairs are unique.
    low_id BIGINT,
    high_id BIGINT,
    -- Of a group: its name (may be empty), its picture, and who looks after it.
    name TEXT NOT NULL,
    picture_id BIGINT,
    manager_id BIGINT,
    created_at BIGINT NOT NULL,
    -- The newest message; zero before the first one.
    last_id BIGINT NOT NULL
);
CREATE UNIQUE INDEX conversations_pair ON conversations (low_id, high_id);
CREATE INDEX conversations_high_id ON conversations (high_id);
CREATE INDEX conversations_manager_id ON conversations (manager_id);

-- Who is in a conversation, and what it is to each of them.
CREATE TABLE conversation_members (
    conversation_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    -- joined, asked, declined or left
    state TEXT NOT NULL,
    -- Who wrote first or asked them in, and when.
    asked_by_id BIGINT,
    asked_at BIGINT NOT NULL,
    -- Whether that was somebody whom they did not know.
    is_stranger BOOLEAN NOT NULL,
    joined_at BIGINT,
    -- Only what came after this message is theirs to see.
    since_id BIGINT NOT NULL,
    -- How far they have read.
    read_id BIGINT NOT NULL,
    -- The newest thing that happened here for them; lists are in its order.
    active_id BIGINT NOT NULL,
    muted_until BIGINT,
    archived_at BIGINT,
    PRIMARY KEY (conversation_id, account_id)
);
CREATE INDEX conversation_members_list ON conversation_members (account_id, state, active_id);
CREATE INDEX conversation_members_asked ON conversation_members (asked_by_id, asked_at);

CREATE TABLE messages (
    id BIGINT PRIMARY KEY,
    conversation_id BIGINT NOT NULL,
    author_id BIGINT NOT NULL,
    -- The message it answers.
    reply_to_id BIGINT,
    language TEXT NOT NULL,
    source TEXT NOT NULL,
    html TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    edited_at BIGINT,
    -- Deleted for everybody; the empty place stays.
    deleted_at BIGINT
);
CREATE INDEX messages_conversation_id ON messages (conversation_id, id);
CREATE INDEX messages_author_id ON messages (author_id, id);

CREATE TABLE message_photos (
    message_id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    media_id BIGINT NOT NULL,
    PRIMARY KEY (message_id, position)
);
CREATE INDEX message_photos_media_id ON message_photos (media_id);

CREATE TABLE message_reactions (
    message_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (message_id, account_id)
);
CREATE INDEX message_reactions_account_id ON message_reactions (account_id);

-- Messages that a member took away for themselves alone.
CREATE TABLE message_hides (
    message_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    PRIMARY KEY (message_id, account_id)
);
CREATE INDEX message_hides_account_id ON message_hides (account_id);

-- Copies of the messages that a report carries; all that moderators ever see of a conversation.
CREATE TABLE report_messages (
    report_id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    message_id BIGINT NOT NULL,
    author_id BIGINT NOT NULL,
    source TEXT NOT NULL,
    written_at BIGINT NOT NULL,
    -- Whether it is the one that was reported, or stands beside it.
    is_reported BOOLEAN NOT NULL,
    PRIMARY KEY (report_id, position)
);
CREATE INDEX report_messages_message_id ON report_messages (message_id);
CREATE INDEX report_messages_author_id ON report_messages (author_id);

-- Notices can be about a conversation and a message in it.
ALTER TABLE notices ADD COLUMN conversation_id BIGINT;
ALTER TABLE notices ADD COLUMN message_id BIGINT;
CREATE INDEX notices_conversation_id ON notices (conversation_id, account_id) WHERE conversation_id IS NOT NULL;
DROP INDEX notices_cause;
CREATE UNIQUE INDEX notices_cause
    ON notices (account_id, occasion, from_id, COALESCE(post_id, 0), COALESCE(comment_id, 0),
                COALESCE(conversation_id, 0), COALESCE(message_id, 0));
