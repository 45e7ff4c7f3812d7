//! The statements of groups themselves. Who may see what comes out of them is for `policy.rs`.

pub(super) mod people;
pub(super) mod words;

use kith_base::{Error, Millis, Result};
use kith_db::{Query, Row, Tx, on_constraint, params, statement};

use super::model::{
    Commenting, Group, GroupSettings, GroupState, Inviting, Joining, Makers, Making, MemberState,
    MembersShown, Membership, Posting, Visibility,
};
use super::policy::may_know_sql;
use crate::viewer::{GroupLevel, GroupRole};
use crate::{AccountId, GroupId, MediaId};

/// A group with what the account `$1` is to it, up to the condition.
macro_rules! seen_sql {
    () => {
        "SELECT g.id, g.slug, g.name, g.visibility, g.joining, g.posting, g.comments, g.members_shown,
                g.inviting, g.asks_rules, g.state, g.cover_id, g.opening_to, g.opening_at, g.offered_at,
                g.member_count, g.created_at, g.events_by, g.polls_by, g.photos_by, g.files_by,
                m.state AS own_state, m.role AS own_role, m.level AS own_level, m.muted_until,
                m.invited_by_id, m.reason
           FROM groups g
           LEFT JOIN group_members m ON m.group_id = g.id AND m.account_id = $1
          WHERE "
    };
}

statement!(BY_ID, "groups.by_id", concat!(seen_sql!(), "g.id = $2"));
statement!(BY_SLUG, "groups.by_slug", concat!(seen_sql!(), "g.slug_key = $2"));
statement!(BY_IDS, "groups.by_ids", concat!(seen_sql!(), "g.id IN ($2[])"));
statement!(
    OWN,
    "groups.own",
    concat!(seen_sql!(), "m.state = $2 AND g.state <> 'deleted' ORDER BY g.name_key, g.id LIMIT 500")
);
statement!(
    KNOWN,
    "groups.known",
    concat!(
        seen_sql!(),
        "(m.state IS NULL OR m.state <> 'member') AND g.state = 'active' AND g.name_key LIKE $2 ESCAPE '!'
         AND g.id < $3 AND ",
        may_know_sql!("g"),
        " ORDER BY g.id DESC LIMIT $4"
    )
);
statement!(
    OFFERED,
    "groups.offered",
    concat!(
        seen_sql!(),
        "g.offered_at IS NOT NULL AND g.state <> 'deleted' AND g.offered_at < $2
         ORDER BY g.offered_at, g.id LIMIT 100"
    )
);
statement!(
    MOVED,
    "groups.moved",
    "SELECT g.slug FROM former_group_slugs f JOIN groups g ON g.id = f.group_id WHERE f.slug_key = $1"
);

pub(super) fn by_id(q: &mut Query<'_>, viewer: AccountId, id: GroupId) -> Result<Option<Group>> {
    q.find(&BY_ID, &params![viewer, id], group_row)
}

pub(super) fn by_slug(q: &mut Query<'_>, viewer: AccountId, slug_key: &str) -> Result<Option<Group>> {
    q.find(&BY_SLUG, &params![viewer, slug_key], group_row)
}

pub(super) fn by_ids(q: &mut Query<'_>, viewer: AccountId, ids: &[GroupId]) -> Result<Vec<Group>> {
    if ids.is_empty() { Ok(Vec::new()) } else { q.all(&BY_IDS, &params![viewer, ids], group_row) }
}

/// Groups to which the account stands in this way, by name.
pub(super) fn own(q: &mut Query<'_>, account: AccountId, state: MemberState) -> Result<Vec<Group>> {
    q.all(&OWN, &params![account, state], group_row)
}

/// Groups that the account may know of and is not in, whose folded name holds `part`, the newest first.
pub(super) fn known(
    q: &mut Query<'_>,
    account: AccountId,
    part: &str,
    before: GroupId,
    limit: usize,
) -> Result<Vec<Group>> {
    let escaped = part.replace('!', "!!").replace('%', "!%").replace('_', "!_");
    q.all(&KNOWN, &params![account, format!("%{escaped}%"), before, limit], group_row)
}

/// Groups that have waited since before then for somebody to look after them.
pub(super) fn offered(q: &mut Query<'_>, account: AccountId, before: Millis) -> Result<Vec<Group>> {
    q.all(&OFFERED, &params![account, before], group_row)
}

/// The present address of a group that had this one.
pub(super) fn moved(q: &mut Query<'_>, slug_key: &str) -> Result<Option<String>> {
    q.find(&MOVED, &params![slug_key], |row| row.text("slug"))
}

fn group_row(row: &Row<'_>) -> Result<Group> {
    let opening = match (row.opt_text("opening_to")?, row.opt_int("opening_at")?) {
        (Some(to), Some(at)) => Visibility::parse(&to).map(|to| (to, at)),
        _ => None,
    };
    let own = match row.opt_text("own_state")? {
        None => None,
        Some(state) => Some(Membership {
            state: known_word(&state, MemberState::parse)?,
            role: word(row, "own_role", GroupRole::parse)?,
            level: word(row, "own_level", GroupLevel::parse)?,
            muted_until: row.opt_int("muted_until")?,
            invited_by: row.opt_id("invited_by_id")?,
            reason: row.text("reason")?,
        }),
    };
    Ok(Group {
        id: row.id("id")?,
        slug: row.text("slug")?,
        name: row.text("name")?,
        settings: GroupSettings {
            visibility: word(row, "visibility", Visibility::parse)?,
            joining: word(row, "joining", Joining::parse)?,
            posting: word(row, "posting", Posting::parse)?,
            comments: word(row, "comments", Commenting::parse)?,
            members_shown: word(row, "members_shown", MembersShown::parse)?,
            inviting: word(row, "inviting", Inviting::parse)?,
            asks_rules: row.bool("asks_rules")?,
            making: Making {
                events: word(row, "events_by", Makers::parse)?,
                polls: word(row, "polls_by", Makers::parse)?,
                photos: word(row, "photos_by", Makers::parse)?,
                files: word(row, "files_by", Makers::parse)?,
            },
        },
        state: word(row, "state", GroupState::parse)?,
        cover: row.opt_id("cover_id")?,
        opening,
        offered_at: row.opt_int("offered_at")?,
        member_count: row.int("member_count")?,
        created_at: row.int("created_at")?,
        own,
    })
}

fn word<T>(row: &Row<'_>, column: &str, parse: fn(&str) -> Option<T>) -> Result<T> {
    known_word(&row.text(column)?, parse)
}

fn known_word<T>(text: &str, parse: fn(&str) -> Option<T>) -> Result<T> {
    parse(text).ok_or_else(|| Error::internal(format!("a group holds {text}")))
}

statement!(
    INSERT,
    "groups.insert",
    "INSERT INTO groups (id, slug, slug_key, name, name_key, visibility, joining, posting, comments, members_shown,
                         inviting, asks_rules, state, member_count, created_at, events_by, polls_by, photos_by,
                         files_by)
     VALUES ($1, $2, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'active', 0, $12, $13, $14, $15, $16)"
);
statement!(
    SLUG_TAKEN,
    "groups.slug_taken",
    "SELECT 1 AS found FROM groups WHERE slug_key = $1
      UNION ALL
     SELECT 1 AS found FROM former_group_slugs WHERE slug_key = $1"
);
statement!(
    RENAME,
    "groups.rename",
    "UPDATE groups SET slug = $2, slug_key = $2, name = $3, name_key = $4 WHERE id = $1"
);
statement!(
    KEEP_SLUG,
    "groups.keep_slug",
    "INSERT INTO former_group_slugs (slug_key, group_id, left_at) VALUES ($1, $2, $3)
         ON CONFLICT (slug_key) DO UPDATE SET group_id = excluded.group_id, left_at = excluded.left_at"
);
statement!(
    RETAKE_SLUG,
    "groups.retake_slug",
    "DELETE FROM former_group_slugs WHERE slug_key = $1 AND group_id = $2"
);
statement!(
    OWN_FORMER,
    "groups.own_former",
    "SELECT 1 AS found FROM former_group_slugs WHERE slug_key = $1 AND group_id = $2"
);
statement!(
    SET,
    "groups.set",
    "UPDATE groups
        SET visibility = $2, joining = $3, posting = $4, comments = $5, members_shown = $6, inviting = $7,
            asks_rules = $8, events_by = $9, polls_by = $10, photos_by = $11, files_by = $12
      WHERE id = $1"
);
statement!(
    SET_OPENING,
    "groups.set_opening",
    "UPDATE groups SET opening_to = $2, opening_at = $3 WHERE id = $1"
);
statement!(
    OPENING,
    "groups.opening",
    "SELECT id, opening_to FROM groups WHERE opening_at <= $1 ORDER BY opening_at LIMIT 50"
);
statement!(
    OPEN,
    "groups.open",
    "UPDATE groups SET visibility = $2, opening_to = NULL, opening_at = NULL WHERE id = $1"
);
statement!(SET_STATE, "groups.set_state", "UPDATE groups SET state = $2 WHERE id = $1");
statement!(SET_OFFERED, "groups.set_offered", "UPDATE groups SET offered_at = $2 WHERE id = $1");
statement!(SET_COVER, "groups.set_cover", "UPDATE groups SET cover_id = $2 WHERE id = $1");
statement!(
    RECOUNT,
    "groups.recount",
    "UPDATE groups
        SET member_count = (SELECT COUNT(*) FROM group_members m WHERE m.group_id = groups.id AND m.state = 'member')
      WHERE id = $1"
);

/// Whether a group has this address, or had it.
pub(super) fn is_slug_taken(q: &mut Query<'_>, slug: &str) -> Result<bool> {
    q.exists(&SLUG_TAKEN, &params![slug])
}

pub(super) fn is_own_former(q: &mut Query<'_>, group: GroupId, slug: &str) -> Result<bool> {
    q.exists(&OWN_FORMER, &params![slug, group])
}

pub(super) fn insert(
    tx: &mut Tx<'_>,
    id: GroupId,
    (slug, name, name_key): (&str, &str, &str),
    settings: &GroupSettings,
) -> Result<()> {
    let now = tx.now();
    let values = params![
        id,
        slug,
        name,
        name_key,
        settings.visibility,
        settings.joining,
        settings.posting,
        settings.comments,
        settings.members_shown,
        settings.inviting,
        settings.asks_rules,
        now,
        settings.making.events,
        settings.making.polls,
        settings.making.photos,
        settings.making.files
    ];
    on_constraint(tx.run(&INSERT, &values), "groups_slug_key", slug_taken).map(drop)
}

fn slug_taken() -> Error {
    Error::invalid("slug", "groups-slug-taken")
}

/// Gives a group another name and address; the old address leads to it from then on.
pub(super) fn rename(
    tx: &mut Tx<'_>,
    group: &Group,
    slug: &str,
    (name, name_key): (&str, &str),
) -> Result<()> {
    let now = tx.now();
    on_constraint(tx.run(&RENAME, &params![group.id, slug, name, name_key]), "groups_slug_key", slug_taken)?;
    if slug != group.slug {
        tx.run(&RETAKE_SLUG, &params![slug, group.id])?;
        tx.run(&KEEP_SLUG, &params![&group.slug, group.id, now])?;
    }
    Ok(())
}

pub(super) fn set(tx: &mut Tx<'_>, id: GroupId, settings: &GroupSettings) -> Result<()> {
    let values = params![
        id,
        settings.visibility,
        settings.joining,
        settings.posting,
        settings.comments,
        settings.members_shown,
        settings.inviting,
        settings.asks_rules,
        settings.making.events,
        settings.making.polls,
        settings.making.photos,
        settings.making.files
    ];
    tx.run(&SET, &values).map(drop)
}

pub(super) fn set_opening(tx: &mut Tx<'_>, id: GroupId, opening: Option<(Visibility, Millis)>) -> Result<()> {
    let (to, at) = (opening.map(|(to, _)| to.as_str()), opening.map(|(_, at)| at));
    tx.run(&SET_OPENING, &params![id, to, at]).map(drop)
}

/// Groups whose time to open has come.
pub(super) fn opening(q: &mut Query<'_>, now: Millis) -> Result<Vec<(GroupId, Visibility)>> {
    q.all(&OPENING, &params![now], |row| Ok((row.id("id")?, word(row, "opening_to", Visibility::parse)?)))
}

pub(super) fn open(tx: &mut Tx<'_>, id: GroupId, to: Visibility) -> Result<()> {
    tx.run(&OPEN, &params![id, to]).map(drop)
}

pub(super) fn set_state(tx: &mut Tx<'_>, id: GroupId, state: GroupState) -> Result<()> {
    tx.run(&SET_STATE, &params![id, state]).map(drop)
}

pub(super) fn set_offered(tx: &mut Tx<'_>, id: GroupId, at: Option<Millis>) -> Result<()> {
    tx.run(&SET_OFFERED, &params![id, at]).map(drop)
}

pub(super) fn set_cover(tx: &mut Tx<'_>, id: GroupId, cover: Option<MediaId>) -> Result<()> {
    tx.run(&SET_COVER, &params![id, cover]).map(drop)
}

/// Counts the members of a group anew.
pub(super) fn recount(tx: &mut Tx<'_>, id: GroupId) -> Result<()> {
    tx.run(&RECOUNT, &params![id]).map(drop)
}

statement!(
    SUBMITTED,
    "groups.submitted",
    "SELECT made_id FROM submissions WHERE account_id = $1 AND submission = $2"
);
statement!(
    INSERT_SUBMISSION,
    "groups.insert_submission",
    "INSERT INTO submissions (account_id, submission, made_id, created_at) VALUES ($1, $2, $3, $4)"
);

/// The group that the form with this word made already.
pub(super) fn submitted(q: &mut Query<'_>, account: AccountId, word: &str) -> Result<Option<GroupId>> {
    q.find(&SUBMITTED, &params![account, word], |row| row.id("made_id"))
}

pub(super) fn remember_submission(
    tx: &mut Tx<'_>,
    account: AccountId,
    word: &str,
    made: GroupId,
) -> Result<()> {
    let now = tx.now();
    tx.run(&INSERT_SUBMISSION, &params![account, word, made, now]).map(drop)
}
