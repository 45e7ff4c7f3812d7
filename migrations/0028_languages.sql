-- A post may say the same in several languages: the first one is that of `posts.language`, at place zero.
ALTER TABLE post_texts ADD COLUMN place BIGINT NOT NULL DEFAULT 0;
ALTER TABLE post_texts ADD COLUMN cover TEXT NOT NULL DEFAULT '';
-- How many languages there are beside the first, so that most posts need not be asked.
ALTER TABLE posts ADD COLUMN more_texts BIGINT NOT NULL DEFAULT 0;
-- What a post said in these other languages before an edit.
ALTER TABLE post_revisions ADD COLUMN more TEXT NOT NULL DEFAULT '[]';

-- Title and description of an event in further languages; the first one stands with the event.
CREATE TABLE event_texts (
    event_id BIGINT NOT NULL,
    language TEXT NOT NULL,
    place BIGINT NOT NULL,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    html TEXT NOT NULL,
    PRIMARY KEY (event_id, language)
);
