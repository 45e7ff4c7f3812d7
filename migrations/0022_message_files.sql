-- Files in messages that are no photos. They are kept as they were sent and never opened.
CREATE TABLE message_files (
    id BIGINT PRIMARY KEY,
    owner_id BIGINT NOT NULL,
    -- The message that carries it; until then it is its owner's alone.
    message_id BIGINT,
    position BIGINT NOT NULL,
    -- As it is saved under: cleaned, without a path.
    name TEXT NOT NULL,
    -- Media type, one from the program's own table.
    content_type TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    store_key TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX message_files_owner_id ON message_files (owner_id, id);
CREATE INDEX message_files_message_id ON message_files (message_id, position);
CREATE INDEX message_files_orphans ON message_files (created_at) WHERE message_id IS NULL;

-- What happened in a conversation stands among its messages: somebody came or left, the name or the picture changed.
-- The author is who did it; a new name stands in the text.
ALTER TABLE messages ADD COLUMN event TEXT;
-- Whom it concerns, if that is not the author.
ALTER TABLE messages ADD COLUMN about_id BIGINT;
CREATE INDEX messages_about_id ON messages (about_id) WHERE about_id IS NOT NULL;

-- Of what a member is told: all of it, or only messages that name them.
ALTER TABLE conversation_members ADD COLUMN hears TEXT NOT NULL DEFAULT 'all';
