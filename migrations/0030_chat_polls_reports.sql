-- What a report is about that is no post and no message: albums and photos. An id of what is gone since leads nowhere.
CREATE TABLE report_subjects (
    report_id BIGINT NOT NULL,
    -- album or photo
    kind TEXT NOT NULL,
    subject_id BIGINT NOT NULL,
    PRIMARY KEY (report_id, kind, subject_id)
);

-- Polls stand on posts or on messages, so neither is always there; SQLite changes no column, which is why the table is
-- made anew on both engines.
CREATE TABLE polls_anew (
    id BIGINT PRIMARY KEY,
    -- What it stands on: one of the two.
    post_id BIGINT,
    message_id BIGINT,
    is_multiple BOOLEAN NOT NULL,
    -- Whether the counts are nobody's to see before the end; on a message, nobody's who has not voted.
    hides_totals BOOLEAN NOT NULL,
    ends_at BIGINT NOT NULL,
    voter_count BIGINT NOT NULL
);
INSERT INTO polls_anew (id, post_id, is_multiple, hides_totals, ends_at, voter_count)
SELECT id, post_id, is_multiple, hides_totals, ends_at, voter_count
  FROM polls;
DROP TABLE polls;
ALTER TABLE polls_anew RENAME TO polls;
CREATE UNIQUE INDEX polls_post_id ON polls (post_id);
CREATE UNIQUE INDEX polls_message_id ON polls (message_id);
