-- Posts that their authors have begun. Nobody else knows of them.
CREATE TABLE drafts (
    id BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL,
    -- The word of the form in which it is written: what is made with it takes the draft away.
    submission TEXT NOT NULL,
    -- Everything that was typed and chosen, as JSON.
    draft TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX drafts_submission ON drafts (account_id, submission);
CREATE INDEX drafts_changed_at ON drafts (account_id, changed_at);

-- Folders for saved posts. Nobody but their owner knows of them.
CREATE TABLE saved_folders (
    id BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    -- The name as names are compared.
    name_key TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX saved_folders_name ON saved_folders (account_id, name_key);
ALTER TABLE saved_posts ADD COLUMN folder_id BIGINT;
CREATE INDEX saved_posts_folder_id ON saved_posts (folder_id) WHERE folder_id IS NOT NULL;

-- When somebody wants to be reminded of a post.
CREATE TABLE saved_reminders (
    account_id BIGINT NOT NULL,
    post_id BIGINT NOT NULL,
    remind_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, post_id)
);
CREATE INDEX saved_reminders_remind_at ON saved_reminders (remind_at);
CREATE INDEX saved_reminders_post_id ON saved_reminders (post_id);

-- Albums: photos with a title and an audience of their own.
CREATE TABLE albums (
    id BIGINT PRIMARY KEY,
    owner_id BIGINT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    audience TEXT NOT NULL,
    circle_id BIGINT,
    -- The photo on its front; without one, its first.
    cover_id BIGINT,
    -- Whether everybody who sees it may fetch all of it at once.
    lets_download BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX albums_owner_id ON albums (owner_id, id);

-- People that the audience names: readers, or those left out.
CREATE TABLE album_people (
    album_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    PRIMARY KEY (album_id, account_id)
);
CREATE INDEX album_people_account_id ON album_people (account_id);

CREATE TABLE album_except_circles (
    album_id BIGINT NOT NULL,
    circle_id BIGINT NOT NULL,
    PRIMARY KEY (album_id, circle_id)
);

-- Who adds photos beside the owner: asked, then joined.
CREATE TABLE album_contributors (
    album_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    state TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    PRIMARY KEY (album_id, account_id)
);
CREATE INDEX album_contributors_account_id ON album_contributors (account_id);

-- Photos in order. One that a post shows stays the post's and is seen by whoever sees both.
CREATE TABLE album_photos (
    album_id BIGINT NOT NULL,
    media_id BIGINT NOT NULL,
    added_by_id BIGINT NOT NULL,
    -- The post that shows it; none for what was uploaded into the album.
    post_id BIGINT,
    place BIGINT NOT NULL,
    caption TEXT NOT NULL,
    added_at BIGINT NOT NULL,
    PRIMARY KEY (album_id, media_id)
);
CREATE INDEX album_photos_media_id ON album_photos (media_id);
CREATE INDEX album_photos_added_by_id ON album_photos (added_by_id);
CREATE INDEX album_photos_post_id ON album_photos (post_id) WHERE post_id IS NOT NULL;

-- People in photos: waiting, shown, or removed for good.
CREATE TABLE photo_tags (
    id BIGINT PRIMARY KEY,
    media_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    tagged_by_id BIGINT NOT NULL,
    state TEXT NOT NULL,
    -- Where in the photo, in thousandths of its width and height; none for the photo as a whole.
    across BIGINT,
    down BIGINT,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX photo_tags_media_id ON photo_tags (media_id, account_id);
CREATE INDEX photo_tags_account_id ON photo_tags (account_id, id);
CREATE INDEX photo_tags_tagged_by_id ON photo_tags (tagged_by_id);

-- Whose tags have to be asked for. Without a row: each one.
CREATE TABLE photo_tag_choices (
    account_id BIGINT PRIMARY KEY,
    -- ask, friends or nobody.
    who TEXT NOT NULL
);

-- Memories: who wants none at all, which days and people are left out, and when somebody was told last.
CREATE TABLE memory_choices (
    account_id BIGINT PRIMARY KEY,
    is_off BOOLEAN NOT NULL,
    told_at BIGINT NOT NULL
);

CREATE TABLE memory_days (
    account_id BIGINT NOT NULL,
    -- Month times one hundred, and the day of it.
    day BIGINT NOT NULL,
    PRIMARY KEY (account_id, day)
);

CREATE TABLE memory_people (
    account_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    PRIMARY KEY (account_id, person_id)
);
CREATE INDEX memory_people_person_id ON memory_people (person_id);
