CREATE TABLE media (
    id BIGINT PRIMARY KEY,
    owner_id BIGINT NOT NULL,
    -- processing, ready or failed
    state TEXT NOT NULL,
    failure TEXT,
    sha256 BYTEA,
    pdq BYTEA,
    pdq_quality BIGINT,
    width BIGINT NOT NULL,
    height BIGINT NOT NULL,
    -- All sizes together, in bytes; counted against the owner's quota.
    bytes BIGINT NOT NULL,
    thumbhash BYTEA,
    alt TEXT NOT NULL,
    -- What shows it: post, avatar or cover, with that thing's id. Until then it is seen by its owner alone.
    attached_kind TEXT,
    attached_id BIGINT,
    attached_at BIGINT,
    created_at BIGINT NOT NULL
);
CREATE INDEX media_owner_id ON media (owner_id, id);
CREATE INDEX media_attached ON media (attached_kind, attached_id);
CREATE INDEX media_orphans ON media (created_at) WHERE attached_kind IS NULL;
CREATE INDEX media_sha256 ON media (sha256);

CREATE TABLE media_sizes (
    media_id BIGINT NOT NULL,
    size TEXT NOT NULL,
    width BIGINT NOT NULL,
    height BIGINT NOT NULL,
    bytes BIGINT NOT NULL,
    content_type TEXT NOT NULL,
    store_key TEXT NOT NULL,
    PRIMARY KEY (media_id, size)
);
