-- A member's own lists of people whom they follow, to read by; known to nobody else.
CREATE TABLE lists (
    id BIGINT PRIMARY KEY,
    owner_id BIGINT NOT NULL,
    title TEXT NOT NULL,
    -- list, followed or none: a choice that apps keep here.
    replies_policy TEXT NOT NULL,
    -- Whether what its members write stays out of the owner's home page.
    is_exclusive BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX lists_owner_id ON lists (owner_id, id);

CREATE TABLE list_members (
    list_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    added_at BIGINT NOT NULL,
    PRIMARY KEY (list_id, member_id)
);
CREATE INDEX list_members_member_id ON list_members (member_id, list_id);
