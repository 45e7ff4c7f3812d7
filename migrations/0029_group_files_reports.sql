-- Files of groups lie with those of messages. A file of a group has its group and no message.
ALTER TABLE message_files ADD COLUMN group_id BIGINT;
-- Whether somebody has to look at it before others see it.
ALTER TABLE message_files ADD COLUMN waits BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX message_files_group_id ON message_files (group_id, id) WHERE group_id IS NOT NULL;

-- Who may make events and polls and add photos and files: members or moderators.
ALTER TABLE groups ADD COLUMN events_by TEXT NOT NULL DEFAULT 'members';
ALTER TABLE groups ADD COLUMN polls_by TEXT NOT NULL DEFAULT 'members';
ALTER TABLE groups ADD COLUMN photos_by TEXT NOT NULL DEFAULT 'members';
ALTER TABLE groups ADD COLUMN files_by TEXT NOT NULL DEFAULT 'members';

-- Reports that those who look after a group see first.
CREATE TABLE group_reports (
    report_id BIGINT PRIMARY KEY,
    group_id BIGINT NOT NULL,
    -- open, handled, dismissed or passed_on
    state TEXT NOT NULL,
    -- Whether the moderators of the community have it too.
    is_shared BOOLEAN NOT NULL,
    settled_by_id BIGINT,
    settled_at BIGINT,
    created_at BIGINT NOT NULL
);
CREATE INDEX group_reports_group_id ON group_reports (group_id, state, report_id);
CREATE INDEX group_reports_settled_by_id ON group_reports (settled_by_id) WHERE settled_by_id IS NOT NULL;
CREATE INDEX group_reports_waiting ON group_reports (created_at) WHERE is_shared = FALSE;

-- Browsers are woken for what happens in groups and with photos, too.
UPDATE push_subscriptions SET alerts = alerts || ' group keepsake' WHERE session_id IS NOT NULL;
