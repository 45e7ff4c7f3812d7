-- What members keep of comments, as they do of posts; under which post it stands, so that both go together.
CREATE TABLE saved_comments (
    account_id BIGINT NOT NULL,
    comment_id BIGINT NOT NULL,
    post_id BIGINT NOT NULL,
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, comment_id)
);

CREATE INDEX saved_comments_comment_id ON saved_comments (comment_id);
CREATE INDEX saved_comments_post_id ON saved_comments (post_id);
