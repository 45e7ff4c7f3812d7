-- Events: what happens when and where, who is asked and who comes.
CREATE TABLE events (
    id BIGINT PRIMARY KEY,
    host_id BIGINT NOT NULL,
    -- The group it belongs to, if it belongs to one.
    group_id BIGINT,
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    source TEXT NOT NULL,
    html TEXT NOT NULL,
    cover_id BIGINT,
    -- What clocks show in the zone when it begins for the first time: 20260509T193000.
    starts TEXT NOT NULL,
    -- How long it lasts; none when nobody said.
    minutes BIGINT,
    time_zone TEXT NOT NULL,
    is_all_day BOOLEAN NOT NULL,
    -- When it happens again, as in calendar files; further times and those left out, with spaces between.
    rule TEXT NOT NULL,
    extra TEXT NOT NULL,
    except_at TEXT NOT NULL,
    -- The first moment of all and the last; none when it goes on for ever.
    first_at BIGINT NOT NULL,
    ends_at BIGINT,
    -- public, community, friends or invited
    audience TEXT NOT NULL,
    capacity BIGINT,
    -- Places of those who come, companions included.
    taken BIGINT NOT NULL,
    has_waiting_list BOOLEAN NOT NULL,
    needs_approval BOOLEAN NOT NULL,
    answer_until BIGINT,
    -- Place, link, questions and all else that nothing is looked up by, as JSON.
    about TEXT NOT NULL,
    -- draft, scheduled, published or cancelled
    state TEXT NOT NULL,
    publish_at BIGINT,
    -- Grows when times or places change.
    timing BIGINT NOT NULL,
    -- Its name in calendar files.
    uid TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT,
    cancelled_at BIGINT
);
CREATE INDEX events_host_id ON events (host_id);
CREATE INDEX events_first_at ON events (first_at);
CREATE INDEX events_ends_at ON events (ends_at, id);
CREATE INDEX events_group_id ON events (group_id) WHERE group_id IS NOT NULL;
CREATE INDEX events_publish_at ON events (publish_at) WHERE publish_at IS NOT NULL;
CREATE UNIQUE INDEX events_uid ON events (host_id, uid);

-- Who looks after an event beside its host.
CREATE TABLE event_hosts (
    event_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (event_id, account_id)
);
CREATE INDEX event_hosts_account_id ON event_hosts (account_id);

-- Who is asked and what they answered; members by their account, others by name and address.
CREATE TABLE event_answers (
    id BIGINT PRIMARY KEY,
    event_id BIGINT NOT NULL,
    account_id BIGINT,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    language TEXT NOT NULL,
    -- unconfirmed, invited, going, maybe, declined, waitlisted, approval_pending or removed
    state TEXT NOT NULL,
    companions BIGINT NOT NULL,
    -- Answers to the questions of the event, as JSON.
    replies TEXT NOT NULL,
    invited_by_id BIGINT,
    -- Of guests without an account: the hash of what was mailed to them.
    code TEXT NOT NULL,
    waits_since BIGINT,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX event_answers_account ON event_answers (event_id, account_id);
CREATE UNIQUE INDEX event_answers_email ON event_answers (event_id, email) WHERE account_id IS NULL;
CREATE INDEX event_answers_account_id ON event_answers (account_id, state);
CREATE INDEX event_answers_invited_by ON event_answers (invited_by_id, created_at);
CREATE INDEX event_answers_waiting ON event_answers (event_id, waits_since) WHERE waits_since IS NOT NULL;
CREATE INDEX event_answers_unconfirmed ON event_answers (created_at) WHERE state = 'unconfirmed';

-- Who was there, of what repeats each time.
CREATE TABLE event_check_ins (
    event_id BIGINT NOT NULL,
    occurrence TEXT NOT NULL,
    answer_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (event_id, occurrence, answer_id)
);
CREATE INDEX event_check_ins_answer_id ON event_check_ins (answer_id);

-- One time of what repeats that is unlike the others.
CREATE TABLE event_overrides (
    event_id BIGINT NOT NULL,
    -- When it would begin by the rule.
    occurrence TEXT NOT NULL,
    starts TEXT NOT NULL,
    minutes BIGINT,
    title TEXT NOT NULL,
    place TEXT NOT NULL,
    address TEXT NOT NULL,
    is_cancelled BOOLEAN NOT NULL,
    PRIMARY KEY (event_id, occurrence)
);

-- Who brings what: things or shifts that people take on.
CREATE TABLE event_slots (
    id BIGINT PRIMARY KEY,
    event_id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    needed BIGINT NOT NULL,
    taken BIGINT NOT NULL
);
CREATE INDEX event_slots_event_id ON event_slots (event_id, position);
CREATE TABLE event_slot_takers (
    slot_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (slot_id, account_id)
);
CREATE INDEX event_slot_takers_account_id ON event_slot_takers (account_id);

-- What is said about an event by those who come.
CREATE TABLE event_remarks (
    id BIGINT PRIMARY KEY,
    event_id BIGINT NOT NULL,
    author_id BIGINT NOT NULL,
    language TEXT NOT NULL,
    source TEXT NOT NULL,
    html TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX event_remarks_event_id ON event_remarks (event_id, id);
CREATE INDEX event_remarks_author_id ON event_remarks (author_id);

-- The secret address under which other programs read a member's events.
CREATE TABLE calendar_addresses (
    account_id BIGINT PRIMARY KEY,
    secret TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX calendar_addresses_secret ON calendar_addresses (secret);

-- Notices can be about an event.
ALTER TABLE notices ADD COLUMN event_id BIGINT;
CREATE INDEX notices_event_id ON notices (event_id, account_id) WHERE event_id IS NOT NULL;
DROP INDEX notices_cause;
CREATE UNIQUE INDEX notices_cause
    ON notices (account_id, occasion, from_id, COALESCE(post_id, 0), COALESCE(comment_id, 0),
                COALESCE(conversation_id, 0), COALESCE(message_id, 0), COALESCE(event_id, 0));
-- Browsers are woken for all that there is.
UPDATE push_subscriptions SET alerts = alerts || ' event' WHERE session_id IS NOT NULL;
