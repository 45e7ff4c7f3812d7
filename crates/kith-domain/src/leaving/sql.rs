//! The statements of leaving. Erasure has to reach every table that knows of people, so all of its statements stand
//! here, and a test holds that no table is forgotten.

use kith_base::{Millis, Result};
use kith_db::{Query, Statement, Tx, params, statement};

use crate::AccountId;
use crate::kinds::{CommentId, ConversationId, FileId, MediaId, PostId};

statement!(
    OTHER_OWNER,
    "leaving.other_owner",
    "SELECT id FROM accounts WHERE role = 'owner' AND state = 'active' AND id <> $1 LIMIT 1"
);
statement!(
    FILES,
    "leaving.files",
    "SELECT s.media_id, s.size, s.store_key
       FROM media m
       JOIN media_sizes s ON s.media_id = m.id
      WHERE m.owner_id = $1
      ORDER BY s.media_id, s.size
      LIMIT $2"
);
statement!(
    LOOSE_FILES,
    "leaving.loose_files",
    "SELECT id, store_key FROM message_files WHERE owner_id = $1 ORDER BY id LIMIT $2"
);
statement!(DROP_LOOSE_FILE, "leaving.drop_loose_file", "DELETE FROM message_files WHERE id = $1");
statement!(DROP_FILE, "leaving.drop_file", "DELETE FROM media_sizes WHERE media_id = $1 AND size = $2");
statement!(
    DROP_MEDIA_PHOTOS,
    "leaving.drop_media_photos",
    "DELETE FROM post_photos WHERE media_id IN (SELECT id FROM media WHERE owner_id = $1)"
);
statement!(
    DROP_MEDIA_MESSAGES,
    "leaving.drop_media_messages",
    "DELETE FROM message_photos WHERE media_id IN (SELECT id FROM media WHERE owner_id = $1)"
);
statement!(
    DROP_CHAT_PICTURES,
    "leaving.drop_chat_pictures",
    "UPDATE conversations SET picture_id = NULL WHERE picture_id IN (SELECT id FROM media WHERE owner_id = $1)"
);
statement!(
    DROP_MEDIA_TERMS,
    "leaving.drop_media_terms",
    "DELETE FROM search_terms WHERE kind = 'photo' AND subject_id IN (SELECT id FROM media WHERE owner_id = $1)"
);
statement!(DROP_MEDIA, "leaving.drop_media", "DELETE FROM media WHERE owner_id = $1");
statement!(
    POSTS,
    "leaving.posts",
    "SELECT id, author_id, wall_id FROM posts WHERE author_id = $1 OR wall_id = $1 ORDER BY id LIMIT $2"
);
statement!(FRIENDS, "leaving.friends", "SELECT friend_id FROM friendships WHERE account_id = $1");
statement!(FOLLOWERS, "leaving.followers", "SELECT follower_id FROM follows WHERE followed_id = $1");
statement!(
    LIVE_COMMENTS,
    "leaving.live_comments",
    "SELECT id, post_id FROM comments WHERE author_id = $1 AND deleted_at IS NULL"
);
statement!(
    EMPTY_COMMENTS,
    "leaving.empty_comments",
    "UPDATE comments
        SET source = '', html = '', language = '', photo_id = NULL, deleted_at = COALESCE(deleted_at, $2), reaction_count = 0
      WHERE author_id = $1"
);
statement!(
    RECOUNT_COMMENTS,
    "leaving.recount_comments",
    "UPDATE posts
        SET comment_count = (SELECT COUNT(*) FROM comments c WHERE c.post_id = posts.id AND c.deleted_at IS NULL)
      WHERE id IN (SELECT post_id FROM comments WHERE author_id = $1)"
);
statement!(
    DROP_COMMENT_REACTIONS,
    "leaving.drop_comment_reactions",
    "DELETE FROM reactions
      WHERE subject_kind = 'comment' AND subject_id IN (SELECT id FROM comments WHERE author_id = $1)"
);
statement!(
    UNCOUNT_POST_REACTIONS,
    "leaving.uncount_post_reactions",
    "UPDATE posts
        SET reaction_count = reaction_count - 1
      WHERE id IN (SELECT subject_id FROM reactions WHERE account_id = $1 AND subject_kind = 'post')"
);
statement!(
    UNCOUNT_COMMENT_REACTIONS,
    "leaving.uncount_comment_reactions",
    "UPDATE comments
        SET reaction_count = reaction_count - 1
      WHERE id IN (SELECT subject_id FROM reactions WHERE account_id = $1 AND subject_kind = 'comment')"
);
statement!(
    UNCOUNT_TALLIES,
    "leaving.uncount_tallies",
    "UPDATE reaction_tallies
        SET total = total - 1
      WHERE EXISTS (SELECT 1 FROM reactions r
                     WHERE r.account_id = $1 AND r.subject_kind = reaction_tallies.subject_kind
                       AND r.subject_id = reaction_tallies.subject_id AND r.kind = reaction_tallies.kind)"
);
statement!(
    DROP_EMPTY_TALLIES,
    "leaving.drop_empty_tallies",
    "DELETE FROM reaction_tallies
      WHERE total <= 0
        AND EXISTS (SELECT 1 FROM reactions r
                     WHERE r.account_id = $1 AND r.subject_kind = reaction_tallies.subject_kind
                       AND r.subject_id = reaction_tallies.subject_id AND r.kind = reaction_tallies.kind)"
);
statement!(
    DROP_COMMENT_TALLIES,
    "leaving.drop_comment_tallies",
    "DELETE FROM reaction_tallies
      WHERE subject_kind = 'comment' AND subject_id IN (SELECT id FROM comments WHERE author_id = $1)"
);
statement!(
    DROP_COMMENT_TERMS,
    "leaving.drop_comment_terms",
    "DELETE FROM search_terms
      WHERE kind = 'comment' AND subject_id IN (SELECT id FROM comments WHERE author_id = $1)"
);
statement!(DROP_REACTIONS, "leaving.drop_reactions", "DELETE FROM reactions WHERE account_id = $1");

/// What hangs on posts, in the order in which it goes; `$1` is a list of posts.
macro_rules! of_posts {
    ($($name:ident, $label:literal, $sql:literal;)*) => {
        $(statement!(pub(super) $name, $label, $sql);)*
        pub(super) static OF_POSTS: &[&Statement] = &[$(&$name),*];
    };
}
of_posts! {
    P_COMMENT_REACTIONS, "leaving.posts_comment_reactions",
        "DELETE FROM reactions WHERE subject_kind = 'comment'
            AND subject_id IN (SELECT id FROM comments WHERE post_id IN ($1[]))";
    P_REACTIONS, "leaving.posts_reactions",
        "DELETE FROM reactions WHERE subject_kind = 'post' AND subject_id IN ($1[])";
    P_COMMENT_TALLIES, "leaving.posts_comment_tallies",
        "DELETE FROM reaction_tallies WHERE subject_kind = 'comment'
            AND subject_id IN (SELECT id FROM comments WHERE post_id IN ($1[]))";
    P_TALLIES, "leaving.posts_tallies",
        "DELETE FROM reaction_tallies WHERE subject_kind = 'post' AND subject_id IN ($1[])";
    P_POLL_VOTES, "leaving.posts_poll_votes",
        "DELETE FROM poll_votes WHERE poll_id IN (SELECT id FROM polls WHERE post_id IN ($1[]))";
    P_POLL_VOTERS, "leaving.posts_poll_voters",
        "DELETE FROM poll_voters WHERE poll_id IN (SELECT id FROM polls WHERE post_id IN ($1[]))";
    P_POLL_OPTIONS, "leaving.posts_poll_options",
        "DELETE FROM poll_options WHERE poll_id IN (SELECT id FROM polls WHERE post_id IN ($1[]))";
    P_POLLS, "leaving.posts_polls", "DELETE FROM polls WHERE post_id IN ($1[])";
    // Photos of others under these posts belong to nothing now and go the way of all that is not attached.
    P_COMMENT_MEDIA, "leaving.posts_comment_media",
        "UPDATE media SET attached_kind = NULL, attached_id = NULL, attached_at = NULL
          WHERE attached_kind = 'comment' AND attached_id IN (SELECT id FROM comments WHERE post_id IN ($1[]))";
    P_COMMENT_TERMS, "leaving.posts_comment_terms",
        "DELETE FROM search_terms WHERE kind = 'comment'
            AND subject_id IN (SELECT id FROM comments WHERE post_id IN ($1[]))";
    P_TERMS, "leaving.posts_terms",
        "DELETE FROM search_terms WHERE kind = 'post' AND subject_id IN ($1[])";
    P_COMMENTS, "leaving.posts_comments", "DELETE FROM comments WHERE post_id IN ($1[])";
    P_NOTICES, "leaving.posts_notices", "DELETE FROM notices WHERE post_id IN ($1[])";
    P_TEXTS, "leaving.posts_texts", "DELETE FROM post_texts WHERE post_id IN ($1[])";
    P_REVISIONS, "leaving.posts_revisions", "DELETE FROM post_revisions WHERE post_id IN ($1[])";
    P_PEOPLE, "leaving.posts_people", "DELETE FROM post_people WHERE post_id IN ($1[])";
    P_COMMENT_PEOPLE, "leaving.posts_comment_people",
        "DELETE FROM post_comment_people WHERE post_id IN ($1[])";
    P_CIRCLES, "leaving.posts_circles", "DELETE FROM post_except_circles WHERE post_id IN ($1[])";
    P_PHOTO_TAGS, "leaving.posts_photo_tags",
        "DELETE FROM photo_tags WHERE media_id IN (SELECT media_id FROM post_photos WHERE post_id IN ($1[]))";
    P_ALBUM_PHOTOS, "leaving.posts_album_photos", "DELETE FROM album_photos WHERE post_id IN ($1[])";
    P_PHOTOS, "leaving.posts_photos", "DELETE FROM post_photos WHERE post_id IN ($1[])";
    // And so do photos of others on this wall.
    P_MEDIA, "leaving.posts_media",
        "UPDATE media SET attached_kind = NULL, attached_id = NULL, attached_at = NULL
          WHERE attached_kind = 'post' AND attached_id IN ($1[])";
    P_MENTIONS, "leaving.posts_mentions", "DELETE FROM post_mentions WHERE post_id IN ($1[])";
    P_TAGS, "leaving.posts_tags", "DELETE FROM post_tags WHERE post_id IN ($1[])";
    P_GROUP_PINS, "leaving.posts_group_pins", "DELETE FROM group_pins WHERE post_id IN ($1[])";
    P_PINS, "leaving.posts_pins", "DELETE FROM post_pins WHERE post_id IN ($1[])";
    P_MUTES, "leaving.posts_mutes", "DELETE FROM post_mutes WHERE post_id IN ($1[])";
    P_SAVED, "leaving.posts_saved", "DELETE FROM saved_posts WHERE post_id IN ($1[])";
    P_SAVED_COMMENTS, "leaving.posts_saved_comments",
        "DELETE FROM saved_comments WHERE post_id IN ($1[])";
    P_REMINDERS, "leaving.posts_reminders", "DELETE FROM saved_reminders WHERE post_id IN ($1[])";
    P_FILTERED, "leaving.posts_filtered", "DELETE FROM filter_posts WHERE post_id IN ($1[])";
    P_REPORTED, "leaving.posts_reported", "DELETE FROM report_posts WHERE post_id IN ($1[])";
    P_SUBMISSIONS, "leaving.posts_submissions", "DELETE FROM submissions WHERE made_id IN ($1[])";
    P_POSTS, "leaving.posts_posts", "DELETE FROM posts WHERE id IN ($1[])";
}

/// What somebody said in conversations, and their places there, in the order in which it goes; `$1` is the account. What
/// others wrote stays with them; where nobody else ever had a place, everything goes.
macro_rules! of_chats {
    ($($name:ident, $label:literal, $sql:expr;)*) => {
        $(statement!(pub(super) $name, $label, $sql);)*
        pub(super) static OF_CHATS: &[&Statement] = &[$(&$name),*];
    };
}
macro_rules! alone_sql {
    () => {
        "(SELECT s.conversation_id
            FROM conversation_members s
           WHERE s.account_id = $1
             AND NOT EXISTS (SELECT 1 FROM conversation_members o
                              WHERE o.conversation_id = s.conversation_id AND o.account_id <> $1))"
    };
}
of_chats! {
    C_REACTIONS, "leaving.message_reactions",
        "DELETE FROM message_reactions
          WHERE account_id = $1 OR message_id IN (SELECT id FROM messages WHERE author_id = $1)";
    C_HIDES, "leaving.message_hides", "DELETE FROM message_hides WHERE account_id = $1";
    C_REPORTED, "leaving.report_messages",
        "DELETE FROM report_messages
          WHERE author_id = $1 OR report_id IN (SELECT id FROM reports WHERE target_id = $1)";
    C_PHOTOS, "leaving.message_photos",
        "DELETE FROM message_photos WHERE message_id IN (SELECT id FROM messages WHERE author_id = $1)";
    // Photos of others where nobody is left belong to nothing now and go the way of all that is not attached.
    C_MEDIA, "leaving.message_media",
        concat!(
            "UPDATE media SET attached_kind = NULL, attached_id = NULL, attached_at = NULL
              WHERE attached_kind = 'message'
                AND attached_id IN (SELECT id FROM messages WHERE conversation_id IN ",
            alone_sql!(), ")");
    C_ALONE_PHOTOS, "leaving.alone_photos",
        concat!(
            "DELETE FROM message_photos WHERE message_id IN (SELECT id FROM messages WHERE conversation_id IN ",
            alone_sql!(), ")");
    C_ALONE_FILES, "leaving.alone_files",
        concat!(
            "UPDATE message_files SET message_id = NULL
              WHERE message_id IN (SELECT id FROM messages WHERE conversation_id IN ",
            alone_sql!(), ")");
    C_ALONE_MESSAGES, "leaving.alone_messages",
        concat!("DELETE FROM messages WHERE conversation_id IN ", alone_sql!());
    C_PICTURES, "leaving.alone_pictures",
        concat!(
            "UPDATE media SET attached_kind = NULL, attached_id = NULL, attached_at = NULL
              WHERE attached_kind = 'chat' AND attached_id IN ",
            alone_sql!());
    C_ALONE, "leaving.alone_conversations", concat!("DELETE FROM conversations WHERE id IN ", alone_sql!());
    C_HAND_ON, "leaving.hand_on_chats",
        "UPDATE conversations
            SET manager_id = (SELECT s.account_id
                                FROM conversation_members s
                               WHERE s.conversation_id = conversations.id AND s.state = 'joined'
                                 AND s.account_id <> $1
                               ORDER BY s.joined_at, s.account_id
                               LIMIT 1)
          WHERE manager_id = $1";
    // Lines about somebody who is gone say nothing any more.
    C_EVENTS, "leaving.chat_events",
        "DELETE FROM messages WHERE event IS NOT NULL AND (author_id = $1 OR about_id = $1)";
    C_ASKED, "leaving.chat_asked_by",
        "UPDATE conversation_members SET asked_by_id = NULL WHERE asked_by_id = $1";
    C_PLACES, "leaving.conversation_members", "DELETE FROM conversation_members WHERE account_id = $1";
}
statement!(
    EMPTY_MESSAGES,
    "leaving.empty_messages",
    "UPDATE messages SET source = '', html = '', language = '', deleted_at = COALESCE(deleted_at, $2)
      WHERE author_id = $1"
);
statement!(
    CHATS,
    "leaving.chats",
    "SELECT mine.conversation_id, others.account_id
       FROM conversation_members mine
       JOIN conversation_members others ON others.conversation_id = mine.conversation_id
      WHERE mine.account_id = $1 AND others.account_id <> $1 AND others.state IN ('joined', 'asked')
      ORDER BY mine.conversation_id"
);

/// Everything else that knows of a person; `$1` is the account.
macro_rules! of_person {
    ($($name:ident, $label:literal, $sql:literal;)*) => {
        $(statement!(pub(super) $name, $label, $sql);)*
        pub(super) static OF_PERSON: &[&Statement] = &[$(&$name),*];
    };
}
of_person! {
    A_FRIENDSHIPS, "leaving.friendships", "DELETE FROM friendships WHERE account_id = $1 OR friend_id = $1";
    A_REQUESTS, "leaving.friend_requests", "DELETE FROM friend_requests WHERE from_id = $1 OR to_id = $1";
    A_FOLLOWS, "leaving.follows", "DELETE FROM follows WHERE follower_id = $1 OR followed_id = $1";
    A_RESTRICTIONS, "leaving.restrictions",
        "DELETE FROM restrictions WHERE account_id = $1 OR restricted_id = $1";
    A_MUTES, "leaving.mutes", "DELETE FROM mutes WHERE account_id = $1 OR muted_id = $1";
    A_BLOCKS, "leaving.blocks", "DELETE FROM blocks WHERE account_id = $1 OR blocked_id = $1";
    A_SUGGESTIONS, "leaving.hidden_suggestions",
        "DELETE FROM hidden_suggestions WHERE account_id = $1 OR suggested_id = $1";
    A_CIRCLE_MEMBERS, "leaving.circle_members",
        "DELETE FROM circle_members
          WHERE member_id = $1 OR circle_id IN (SELECT id FROM circles WHERE owner_id = $1)";
    A_CIRCLES, "leaving.circles", "DELETE FROM circles WHERE owner_id = $1";
    A_LIST_MEMBERS, "leaving.list_members",
        "DELETE FROM list_members
          WHERE member_id = $1 OR list_id IN (SELECT id FROM lists WHERE owner_id = $1)";
    A_LISTS, "leaving.lists", "DELETE FROM lists WHERE owner_id = $1";
    A_FOLLOWED_TAGS, "leaving.followed_tags", "DELETE FROM followed_tags WHERE account_id = $1";
    A_FEATURED_TAGS, "leaving.featured_tags", "DELETE FROM featured_tags WHERE account_id = $1";
    A_NOTES, "leaving.account_notes", "DELETE FROM account_notes WHERE account_id = $1 OR about_id = $1";
    A_ENDORSEMENTS, "leaving.endorsements",
        "DELETE FROM endorsements WHERE account_id = $1 OR endorsed_id = $1";
    A_AUDIENCES, "leaving.audiences", "DELETE FROM post_people WHERE account_id = $1";
    A_COMMENT_PEOPLE, "leaving.comment_people", "DELETE FROM post_comment_people WHERE account_id = $1";
    A_MENTIONS, "leaving.mentions", "DELETE FROM post_mentions WHERE account_id = $1";
    A_PINS, "leaving.pins", "DELETE FROM post_pins WHERE account_id = $1";
    A_THREAD_MUTES, "leaving.post_mutes", "DELETE FROM post_mutes WHERE account_id = $1";
    A_SAVED, "leaving.saved", "DELETE FROM saved_posts WHERE account_id = $1";
    // Their own comments are empty places by now.
    A_SAVED_COMMENTS, "leaving.saved_comments",
        "DELETE FROM saved_comments
          WHERE account_id = $1 OR comment_id IN (SELECT id FROM comments WHERE author_id = $1)";
    A_REMINDERS, "leaving.saved_reminders", "DELETE FROM saved_reminders WHERE account_id = $1";
    A_FOLDERS, "leaving.saved_folders", "DELETE FROM saved_folders WHERE account_id = $1";
    A_DRAFTS, "leaving.drafts", "DELETE FROM drafts WHERE account_id = $1";
    // Photos of others in these albums belong to nothing now and go the way of all that is not attached.
    A_ALBUM_MEDIA, "leaving.album_media",
        "UPDATE media SET attached_kind = NULL, attached_id = NULL, attached_at = NULL
          WHERE attached_kind = 'album' AND attached_id IN (SELECT id FROM albums WHERE owner_id = $1)";
    A_ALBUM_PHOTOS, "leaving.album_photos",
        "DELETE FROM album_photos
          WHERE added_by_id = $1 OR album_id IN (SELECT id FROM albums WHERE owner_id = $1)";
    A_ALBUM_PEOPLE, "leaving.album_people",
        "DELETE FROM album_people
          WHERE account_id = $1 OR album_id IN (SELECT id FROM albums WHERE owner_id = $1)";
    A_ALBUM_CIRCLES, "leaving.album_circles",
        "DELETE FROM album_except_circles WHERE album_id IN (SELECT id FROM albums WHERE owner_id = $1)";
    A_ALBUM_CONTRIBUTORS, "leaving.album_contributors",
        "DELETE FROM album_contributors
          WHERE account_id = $1 OR album_id IN (SELECT id FROM albums WHERE owner_id = $1)";
    A_ALBUMS, "leaving.albums", "DELETE FROM albums WHERE owner_id = $1";
    A_PHOTO_TAGS, "leaving.photo_tags", "DELETE FROM photo_tags WHERE account_id = $1 OR tagged_by_id = $1";
    A_TAG_CHOICES, "leaving.photo_tag_choices", "DELETE FROM photo_tag_choices WHERE account_id = $1";
    A_MEMORIES, "leaving.memory_choices", "DELETE FROM memory_choices WHERE account_id = $1";
    A_MEMORY_DAYS, "leaving.memory_days", "DELETE FROM memory_days WHERE account_id = $1";
    A_MEMORY_PEOPLE, "leaving.memory_people",
        "DELETE FROM memory_people WHERE account_id = $1 OR person_id = $1";
    A_SUBMISSIONS, "leaving.submissions", "DELETE FROM submissions WHERE account_id = $1";
    A_FILTER_WORDS, "leaving.filter_keywords",
        "DELETE FROM filter_keywords WHERE filter_id IN (SELECT id FROM filters WHERE account_id = $1)";
    A_FILTER_POSTS, "leaving.filter_posts",
        "DELETE FROM filter_posts WHERE filter_id IN (SELECT id FROM filters WHERE account_id = $1)";
    A_REPORTED, "leaving.report_posts",
        "DELETE FROM report_posts WHERE report_id IN (SELECT id FROM reports WHERE target_id = $1)";
    A_REPORT_SUBJECTS, "leaving.report_subjects",
        "DELETE FROM report_subjects WHERE report_id IN (SELECT id FROM reports WHERE target_id = $1)";
    A_REPORTS, "leaving.reports", "DELETE FROM reports WHERE target_id = $1";
    A_REPORTER, "leaving.reporter", "UPDATE reports SET reporter_id = NULL WHERE reporter_id = $1";
    // Votes of somebody who is gone count no longer; the counts go before the rows that say what was counted.
    A_UNCOUNT_VOTES, "leaving.uncount_votes",
        "UPDATE poll_options
            SET vote_count = vote_count - 1
          WHERE EXISTS (SELECT 1 FROM poll_votes v
                         WHERE v.account_id = $1 AND v.poll_id = poll_options.poll_id
                           AND v.position = poll_options.position)";
    A_UNCOUNT_VOTERS, "leaving.uncount_voters",
        "UPDATE polls
            SET voter_count = voter_count - 1
          WHERE id IN (SELECT poll_id FROM poll_voters WHERE account_id = $1)";
    A_POLL_VOTES, "leaving.poll_votes", "DELETE FROM poll_votes WHERE account_id = $1";
    A_POLL_VOTERS, "leaving.poll_voters", "DELETE FROM poll_voters WHERE account_id = $1";
    A_SCHEDULED, "leaving.scheduled", "DELETE FROM scheduled_posts WHERE account_id = $1";
    A_FILTERS, "leaving.filters", "DELETE FROM filters WHERE account_id = $1";
    A_FEED_MARKS, "leaving.feed_marks", "DELETE FROM feed_marks WHERE account_id = $1";
    A_NOTICES, "leaving.notices", "DELETE FROM notices WHERE account_id = $1 OR from_id = $1";
    A_NOTICE_CHOICES, "leaving.notice_choices", "DELETE FROM notice_choices WHERE account_id = $1";
    A_BIRTHDAYS, "leaving.birthday_tellings",
        "DELETE FROM birthday_tellings WHERE account_id = $1 OR from_id = $1";
    A_MARKERS, "leaving.markers", "DELETE FROM markers WHERE account_id = $1";
    A_NAMES, "leaving.search_names", "DELETE FROM search_names WHERE kind = 'person' AND subject_id = $1";
    A_FIELDS, "leaving.profile_fields", "DELETE FROM profile_fields WHERE account_id = $1";
    A_APPLICATIONS, "leaving.applications", "DELETE FROM applications WHERE account_id = $1";
    A_INVITED, "leaving.invited", "UPDATE accounts SET invited_by_id = NULL WHERE invited_by_id = $1";
    A_FORMER_HANDLES, "leaving.former_handles", "DELETE FROM former_handles WHERE account_id = $1";
    A_KEYS, "leaving.account_keys", "DELETE FROM account_keys WHERE account_id = $1";
    A_APP_CODES, "leaving.app_codes", "DELETE FROM app_codes WHERE account_id = $1";
    A_MAIL_ADDRESSES, "leaving.mail_addresses", "DELETE FROM mail_addresses WHERE account_id = $1";
    A_MAIL_CHOICES, "leaving.mail_choices", "DELETE FROM mail_choices WHERE account_id = $1";
    A_DIGESTS, "leaving.digests", "DELETE FROM digests WHERE account_id = $1";
    A_PUSH, "leaving.push_subscriptions", "DELETE FROM push_subscriptions WHERE account_id = $1";
    A_APP_TOKENS, "leaving.app_tokens", "DELETE FROM app_tokens WHERE account_id = $1";
    A_SESSIONS, "leaving.sessions", "DELETE FROM sessions WHERE account_id = $1";
    A_CONTACT, "leaving.contact_messages",
        "UPDATE contact_messages SET account_id = NULL, name = '', email = '' WHERE account_id = $1";
}
statement!(
    CLOSE_INVITES,
    "leaving.invites",
    "UPDATE invites SET note = '', revoked_at = COALESCE(revoked_at, $2) WHERE created_by_id = $1"
);

pub(super) fn has_other_owner(q: &mut Query<'_>, id: AccountId) -> Result<bool> {
    q.exists(&OTHER_OWNER, &params![id])
}

pub(super) fn files(q: &mut Query<'_>, id: AccountId, limit: i64) -> Result<Vec<(MediaId, String, String)>> {
    q.all(&FILES, &params![id, limit], |row| {
        Ok((row.id("media_id")?, row.text("size")?, row.text("store_key")?))
    })
}

pub(super) fn drop_file(tx: &mut Tx<'_>, media: MediaId, size: &str) -> Result<()> {
    tx.run(&DROP_FILE, &params![media, size]).map(drop)
}

/// Files in messages and those not sent yet, with their keys in the store.
pub(super) fn loose_files(q: &mut Query<'_>, id: AccountId, limit: i64) -> Result<Vec<(FileId, String)>> {
    q.all(&LOOSE_FILES, &params![id, limit], |row| Ok((row.id("id")?, row.text("store_key")?)))
}

pub(super) fn drop_loose_file(tx: &mut Tx<'_>, id: FileId) -> Result<()> {
    tx.run(&DROP_LOOSE_FILE, &params![id]).map(drop)
}

pub(super) fn drop_media(tx: &mut Tx<'_>, id: AccountId) -> Result<()> {
    for statement in [&DROP_MEDIA_PHOTOS, &DROP_MEDIA_MESSAGES, &DROP_CHAT_PICTURES, &DROP_MEDIA_TERMS] {
        tx.run(statement, &params![id])?;
    }
    tx.run(&DROP_MEDIA, &params![id]).map(drop)
}

/// Posts of the person and posts on the person's wall.
pub(super) fn posts(
    q: &mut Query<'_>,
    id: AccountId,
    limit: i64,
) -> Result<Vec<(PostId, AccountId, Option<AccountId>)>> {
    q.all(&POSTS, &params![id, limit], |row| {
        Ok((row.id("id")?, row.id("author_id")?, row.opt_id("wall_id")?))
    })
}

pub(super) fn drop_posts(tx: &mut Tx<'_>, posts: &[PostId]) -> Result<()> {
    for statement in OF_POSTS {
        tx.run(statement, &params![posts])?;
    }
    Ok(())
}

pub(super) fn friends(q: &mut Query<'_>, id: AccountId) -> Result<Vec<AccountId>> {
    q.all(&FRIENDS, &params![id], |row| row.id("friend_id"))
}

pub(super) fn followers(q: &mut Query<'_>, id: AccountId) -> Result<Vec<AccountId>> {
    q.all(&FOLLOWERS, &params![id], |row| row.id("follower_id"))
}

pub(super) fn live_comments(q: &mut Query<'_>, id: AccountId) -> Result<Vec<(PostId, CommentId)>> {
    q.all(&LIVE_COMMENTS, &params![id], |row| Ok((row.id("post_id")?, row.id("id")?)))
}

/// Comments lose their words and count no longer; the empty place stays so that answers keep theirs.
pub(super) fn empty_comments(tx: &mut Tx<'_>, id: AccountId, now: Millis) -> Result<()> {
    tx.run(&DROP_COMMENT_REACTIONS, &params![id])?;
    tx.run(&DROP_COMMENT_TALLIES, &params![id])?;
    tx.run(&DROP_COMMENT_TERMS, &params![id])?;
    tx.run(&EMPTY_COMMENTS, &params![id, now])?;
    tx.run(&RECOUNT_COMMENTS, &params![id]).map(drop)
}

pub(super) fn drop_reactions(tx: &mut Tx<'_>, id: AccountId) -> Result<()> {
    tx.run(&UNCOUNT_POST_REACTIONS, &params![id])?;
    tx.run(&UNCOUNT_COMMENT_REACTIONS, &params![id])?;
    tx.run(&UNCOUNT_TALLIES, &params![id])?;
    tx.run(&DROP_EMPTY_TALLIES, &params![id])?;
    tx.run(&DROP_REACTIONS, &params![id]).map(drop)
}

pub(super) fn drop_rest(tx: &mut Tx<'_>, id: AccountId, now: Millis) -> Result<()> {
    for statement in OF_PERSON {
        tx.run(statement, &params![id])?;
    }
    tx.run(&CLOSE_INVITES, &params![id, now]).map(drop)
}

/// Conversations of the person, with everybody else in them.
pub(super) fn chats(q: &mut Query<'_>, id: AccountId) -> Result<Vec<(ConversationId, AccountId)>> {
    q.all(&CHATS, &params![id], |row| Ok((row.id("conversation_id")?, row.id("account_id")?)))
}

/// Messages lose their words, the person their places; the empty places stay so that answers keep theirs.
pub(super) fn leave_chats(tx: &mut Tx<'_>, id: AccountId, now: Millis) -> Result<()> {
    tx.run(&EMPTY_MESSAGES, &params![id, now])?;
    for statement in OF_CHATS {
        tx.run(statement, &params![id])?;
    }
    Ok(())
}

/// All texts of this file, for the test that no table is forgotten.
#[cfg(test)]
pub(super) fn all_texts() -> String {
    kith_db::all_statements()
        .filter(|statement| statement.name.starts_with("leaving."))
        .map(|statement| statement.sql)
        .collect::<Vec<_>>()
        .join("\n")
}
