-- Who may comment on a post, where its author named them one by one.
CREATE TABLE post_comment_people (
    post_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    PRIMARY KEY (post_id, account_id)
);
CREATE INDEX post_comment_people_account_id ON post_comment_people (account_id);
