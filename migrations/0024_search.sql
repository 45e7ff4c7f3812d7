-- By which words things are found. A term is a number made of its kind and its word, so the rows of one term are of
-- one kind, in the order of time; the kind stands beside it for erasure alone.
--! sqlite
CREATE TABLE search_terms (
    term BIGINT NOT NULL,
    subject_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (term, subject_id)
) WITHOUT ROWID;
--! postgres
CREATE TABLE search_terms (
    term BIGINT NOT NULL,
    subject_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (term, subject_id)
);
--! both
CREATE INDEX search_terms_subject_id ON search_terms (subject_id);

-- By which words in their names: found by how these begin, which is why they stand here as they are, in UTF-8.
CREATE TABLE search_names (
    kind TEXT NOT NULL,
    term BYTEA NOT NULL,
    subject_id BIGINT NOT NULL,
    PRIMARY KEY (kind, term, subject_id)
);
CREATE INDEX search_names_subject_id ON search_names (subject_id);

-- How far what was there before has been read in, new to old; once for each version of how words are cut.
CREATE TABLE search_fills (
    kind TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    before_id BIGINT NOT NULL,
    filled BIGINT NOT NULL,
    done_at BIGINT
);
