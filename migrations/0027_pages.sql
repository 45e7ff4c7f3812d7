-- Pages: accounts of organisations, run by several people. A page has no password and no mail address.
-- person or page
ALTER TABLE accounts ADD COLUMN kind TEXT NOT NULL DEFAULT 'person';
CREATE INDEX accounts_pages ON accounts (id) WHERE kind = 'page';

-- As which page somebody acts in this browser.
ALTER TABLE sessions ADD COLUMN acts_as BIGINT;
CREATE INDEX sessions_acts_as ON sessions (acts_as) WHERE acts_as IS NOT NULL;

-- What a page says of itself, but for its words in each language.
CREATE TABLE page_details (
    page_id BIGINT PRIMARY KEY,
    category TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    address TEXT NOT NULL,
    map_link TEXT NOT NULL,
    website TEXT NOT NULL,
    -- JSON: for each weekday from Monday on, when it opens and closes, in minutes.
    hours TEXT NOT NULL,
    -- none, write, call, sign_up or donate
    button TEXT NOT NULL,
    button_target TEXT NOT NULL,
    -- Tags, with commas between them.
    languages TEXT NOT NULL,
    -- When the operators said that it is who it says, and who of them did.
    verified_at BIGINT,
    verified_by_id BIGINT,
    created_at BIGINT NOT NULL
);
CREATE INDEX page_details_verified_by_id ON page_details (verified_by_id);

CREATE TABLE page_texts (
    page_id BIGINT NOT NULL,
    language TEXT NOT NULL,
    about TEXT NOT NULL,
    about_html TEXT NOT NULL,
    PRIMARY KEY (page_id, language)
);

CREATE TABLE page_roles (
    page_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    -- owner, admin, editor, moderator or analyst
    role TEXT NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (page_id, account_id)
);
CREATE INDEX page_roles_account_id ON page_roles (account_id);

CREATE TABLE page_invitations (
    page_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    role TEXT NOT NULL,
    invited_by_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (page_id, account_id)
);
CREATE INDEX page_invitations_account_id ON page_invitations (account_id);
CREATE INDEX page_invitations_invited_by_id ON page_invitations (invited_by_id);

-- What was done as a page or for it, and by whom.
CREATE TABLE page_acts (
    id BIGINT PRIMARY KEY,
    page_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    act TEXT NOT NULL,
    -- post, comment, message, event, account or nothing
    subject_kind TEXT NOT NULL,
    subject_id BIGINT NOT NULL,
    detail TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX page_acts_page_id ON page_acts (page_id, id);
CREATE INDEX page_acts_person_id ON page_acts (person_id);
CREATE INDEX page_acts_subject ON page_acts (subject_kind, subject_id);
