-- Why a post that waited was not published at its time: keys of sentences with their arguments, as JSON.
ALTER TABLE scheduled_posts ADD COLUMN refusal TEXT;

-- The photo that a comment shows, if it shows one.
ALTER TABLE comments ADD COLUMN photo_id BIGINT;
