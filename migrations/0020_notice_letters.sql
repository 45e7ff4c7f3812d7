-- A letter about it was wanted at once and could not leave yet: too many had left just then, or it was a quiet hour. It is
-- told in a later one.
ALTER TABLE notices ADD COLUMN letter_waits BOOLEAN NOT NULL DEFAULT FALSE;
