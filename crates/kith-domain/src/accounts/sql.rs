//! The statements of accounts.

use kith_base::{FieldError, Message, Millis, Result};
use kith_db::{Query, Row, Tx, params, statement};
use kith_text::names::Handle;

use super::Prepared;
use super::model::{Account, Filter, PersonCard, Preferences, ProfileAudience};
use crate::AccountId;
use crate::viewer::{AccountState, Role};

statement!(
    FIND,
    "accounts.find",
    "SELECT a.id, a.handle, a.display_name, a.email, a.email_confirmed_at,
            a.password_hash IS NOT NULL AS has_password, a.role, a.state, a.language, a.theme, a.time_zone,
            a.created_at, a.approved_at IS NOT NULL AS is_approved, a.seen_at, a.deactivated_at, a.deletion_due_at,
            (SELECT MAX(f.changed_at) FROM former_handles f WHERE f.account_id = a.id) AS handle_changed_at
       FROM accounts a
      WHERE a.id = $1"
);
statement!(
    PAGE,
    "accounts.page",
    "SELECT a.id, a.handle, a.display_name, a.email, a.email_confirmed_at,
            a.password_hash IS NOT NULL AS has_password, a.role, a.state, a.language, a.theme, a.time_zone,
            a.created_at, a.approved_at IS NOT NULL AS is_approved, a.seen_at, a.deactivated_at, a.deletion_due_at, NULL AS handle_changed_at
       FROM accounts a
      WHERE a.id < $1
        AND a.domain IS NULL AND a.kind = 'person'
        AND a.state <> 'deleted'
        AND ($2 = '' OR a.state = $2)
        AND ($3 = FALSE OR a.role <> 'member')
        AND ($4 = '' OR a.handle_key LIKE $4 ESCAPE '!' OR a.name_key LIKE $4 ESCAPE '!'
             OR a.email_key LIKE $4 ESCAPE '!')
      ORDER BY a.id DESC
      LIMIT $5"
);
statement!(
    CARDS,
    "accounts.cards",
    "SELECT id, handle, display_name, avatar_id, state, role FROM accounts WHERE id IN ($1[])"
);
statement!(
    ID_BY_HANDLE,
    "accounts.id_by_handle",
    "SELECT id FROM accounts WHERE handle_key = $1 AND domain IS NULL AND state <> 'deleted'"
);
statement!(
    ID_BY_FORMER_HANDLE,
    "accounts.id_by_former_handle",
    "SELECT f.account_id FROM former_handles f
       JOIN accounts a ON a.id = f.account_id AND a.state <> 'deleted'
      WHERE f.handle_key = $1"
);
statement!(
    ID_BY_EMAIL,
    "accounts.id_by_email",
    "SELECT id FROM accounts WHERE email_key = $1 AND email_confirmed_at IS NOT NULL"
);
statement!(
    HANDLE_TAKEN,
    "accounts.handle_taken",
    "SELECT handle_key, id FROM accounts
      WHERE (handle_key = $1 OR handle_skeleton = $2) AND domain IS NULL AND id <> $3
     UNION ALL
     SELECT handle_key, account_id FROM former_handles
      WHERE (handle_key = $1 OR handle_skeleton = $2) AND account_id <> $3"
);
statement!(
    STAFF_NAMES,
    "accounts.staff_names",
    "SELECT display_name FROM accounts
      WHERE role IN ('moderator', 'admin', 'owner') AND domain IS NULL AND id <> $1 AND state = 'active'
      ORDER BY id
      LIMIT 500"
);
statement!(
    ADMINS,
    "accounts.admins",
    "SELECT id FROM accounts
      WHERE role IN ('admin', 'owner') AND state = 'active' AND domain IS NULL
      ORDER BY id
      LIMIT 100"
);
statement!(
    INSERT,
    "accounts.insert",
    "INSERT INTO accounts (
       id, handle, handle_key, handle_skeleton, display_name, name_key, email, email_key, email_confirmed_at,
       password_hash, role, state, trust_level, language, theme, time_zone, preferences, in_directory, intro,
       pronouns, spoken_languages, birth_day_audience, birth_year_audience, invite_id, invited_by_id, created_at,
       approved_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $18, $13, 'auto', 'UTC', '{}', TRUE, '', '', '',
             'friends', 'self', $14, $15, $16, $17)"
);
statement!(
    PREFERENCES,
    "accounts.preferences",
    "SELECT preferences, in_directory FROM accounts WHERE id = $1"
);
statement!(
    PREFERENCES_OF,
    "accounts.preferences_of",
    "SELECT id, preferences FROM accounts WHERE id IN ($1[])"
);
statement!(
    SET_PREFERENCES,
    "accounts.set_preferences",
    "UPDATE accounts SET preferences = $2, in_directory = $3 WHERE id = $1"
);
statement!(PASSWORD_HASH, "accounts.password_hash", "SELECT password_hash FROM accounts WHERE id = $1");
statement!(
    SET_PASSWORD_HASH,
    "accounts.set_password_hash",
    "UPDATE accounts SET password_hash = $2 WHERE id = $1"
);
statement!(
    SET_CONFIRMED_EMAIL,
    "accounts.set_confirmed_email",
    "UPDATE accounts SET email = $2, email_key = $3, email_confirmed_at = $4 WHERE id = $1"
);
statement!(
    DROP_EMAIL_CLAIMS,
    "accounts.drop_email_claims",
    "UPDATE accounts SET email = NULL, email_key = NULL
      WHERE email_key = $1 AND email_confirmed_at IS NULL AND id <> $2
     RETURNING id"
);
statement!(
    SET_UNCONFIRMED_EMAIL,
    "accounts.set_unconfirmed_email",
    "UPDATE accounts SET email = $2, email_key = $3, email_confirmed_at = NULL WHERE id = $1"
);
statement!(
    CLEAR_EMAIL,
    "accounts.clear_email",
    "UPDATE accounts SET email = NULL, email_key = NULL, email_confirmed_at = NULL WHERE id = $1"
);
statement!(
    SET_DISPLAY_NAME,
    "accounts.set_display_name",
    "UPDATE accounts SET display_name = $2, name_key = $3 WHERE id = $1"
);
statement!(
    SET_HANDLE,
    "accounts.set_handle",
    "UPDATE accounts SET handle = $2, handle_key = $3, handle_skeleton = $4 WHERE id = $1"
);
statement!(
    KEEP_FORMER_HANDLE,
    "accounts.keep_former_handle",
    "INSERT INTO former_handles (handle_key, handle_skeleton, account_id, changed_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (handle_key) DO UPDATE SET changed_at = $4"
);
statement!(
    DROP_FORMER_HANDLE,
    "accounts.drop_former_handle",
    "DELETE FROM former_handles WHERE handle_key = $1 AND account_id = $2"
);
statement!(
    SET_COMFORT,
    "accounts.set_comfort",
    "UPDATE accounts SET language = $2, theme = $3, time_zone = $4 WHERE id = $1"
);
statement!(
    SET_STATE,
    "accounts.set_state",
    "UPDATE accounts
        SET state = $2,
            approved_at = CASE WHEN $2 = 'active' THEN COALESCE(approved_at, $3) ELSE approved_at END
      WHERE id = $1"
);
statement!(
    RAISE_TRUST,
    "accounts.raise_trust",
    "UPDATE accounts SET trust_level = $2 WHERE id = $1 AND trust_level < $2"
);
statement!(SET_ROLE, "accounts.set_role", "UPDATE accounts SET role = $2 WHERE id = $1");
statement!(
    TOUCH,
    "accounts.touch",
    "UPDATE accounts
        SET seen_at = $2,
            active_days = active_days + CASE WHEN seen_at IS NULL OR seen_at / 86400000 < $2 / 86400000 THEN 1 ELSE 0 END
      WHERE id = $1 AND (seen_at IS NULL OR seen_at < $2)"
);
statement!(
    SET_LEAVING,
    "accounts.set_leaving",
    "UPDATE accounts SET deactivated_at = $2, deletion_due_at = $3 WHERE id = $1"
);
statement!(
    DUE_FOR_ERASURE,
    "accounts.due_for_erasure",
    "SELECT id FROM accounts
      WHERE deletion_due_at IS NOT NULL AND deletion_due_at <= $1 AND state IN ('deletion_scheduled', 'suspended')
      ORDER BY deletion_due_at
      LIMIT 100"
);
statement!(
    ERASE,
    "accounts.erase",
    "UPDATE accounts
        SET display_name = '', name_key = '', email = NULL, email_key = NULL, email_confirmed_at = NULL,
            password_hash = NULL, role = 'member', state = 'deleted', trust_level = 0, language = 'en',
            theme = 'auto', time_zone = 'UTC', preferences = '{}', in_directory = FALSE, intro = '', pronouns = '',
            spoken_languages = '', birth_day = NULL, birth_month = NULL, birth_year = NULL,
            birth_day_audience = 'self', birth_year_audience = 'self', avatar_id = NULL, cover_id = NULL,
            invite_id = NULL, invited_by_id = NULL, seen_at = NULL, deactivated_at = NULL, deletion_due_at = NULL,
            deleted_at = $2
      WHERE id = $1"
);

fn role(row: &Row<'_>) -> Result<Role> {
    Ok(Role::parse(&row.text("role")?).unwrap_or_default())
}

fn state(row: &Row<'_>) -> Result<AccountState> {
    // A word this program does not know must never count as active.
    Ok(AccountState::parse(&row.text("state")?).unwrap_or(AccountState::Suspended))
}

fn account(row: &Row<'_>) -> Result<Account> {
    Ok(Account {
        id: row.id("id")?,
        handle: row.text("handle")?,
        name: row.text("display_name")?,
        email: row.opt_text("email")?,
        email_confirmed_at: row.opt_int("email_confirmed_at")?,
        has_password: row.bool("has_password")?,
        role: role(row)?,
        state: state(row)?,
        language: row.text("language")?,
        theme: row.text("theme")?,
        time_zone: row.text("time_zone")?,
        created_at: row.int("created_at")?,
        is_approved: row.bool("is_approved")?,
        seen_at: row.opt_int("seen_at")?,
        deactivated_at: row.opt_int("deactivated_at")?,
        deletion_due_at: row.opt_int("deletion_due_at")?,
        handle_changed_at: row.opt_int("handle_changed_at")?,
    })
}

pub(super) fn find(q: &mut Query<'_>, id: AccountId) -> Result<Option<Account>> {
    q.find(&FIND, &params![id], account)
}

pub(super) fn page(q: &mut Query<'_>, filter: &Filter) -> Result<Vec<Account>> {
    let before = filter.before.map_or(i64::MAX, AccountId::raw);
    let state = filter.state.map_or("", AccountState::as_str);
    let word =
        if filter.word.is_empty() { String::new() } else { format!("%{}%", super::escaped(&filter.word)) };
    q.all(&PAGE, &params![before, state, filter.staff_only, word, filter.limit], account)
}

pub(super) fn cards(q: &mut Query<'_>, ids: &[AccountId]) -> Result<Vec<PersonCard>> {
    q.all(&CARDS, &params![ids], |row| {
        Ok(PersonCard {
            id: row.id("id")?,
            handle: row.text("handle")?,
            name: row.text("display_name")?,
            avatar: row.opt_id("avatar_id")?,
            state: state(row)?,
            role: role(row)?,
        })
    })
}

pub(super) fn id_by_handle(q: &mut Query<'_>, key: &str) -> Result<Option<AccountId>> {
    q.find(&ID_BY_HANDLE, &params![key], |row| row.id("id"))
}

pub(super) fn id_by_former_handle(q: &mut Query<'_>, key: &str) -> Result<Option<AccountId>> {
    q.find(&ID_BY_FORMER_HANDLE, &params![key], |row| row.id("account_id"))
}

pub(super) fn id_by_email(q: &mut Query<'_>, key: &str) -> Result<Option<AccountId>> {
    q.find(&ID_BY_EMAIL, &params![key], |row| row.id("id"))
}

/// Complaints about a handle that somebody other than `except` has, had, or could be mistaken for.
pub(super) fn taken(q: &mut Query<'_>, handle: &Handle, except: AccountId) -> Result<Vec<FieldError>> {
    let mut fields = Vec::new();
    let others =
        q.all(&HANDLE_TAKEN, &params![&handle.key, &handle.skeleton, except], |row| row.text("handle_key"))?;
    if !others.is_empty() {
        let same = others.contains(&handle.key);
        let key = if same { "account-handle-taken" } else { "account-handle-look-alike" };
        fields.push(FieldError { field: "handle", message: Message::new(key) });
    }
    Ok(fields)
}

pub(super) fn staff_names(q: &mut Query<'_>, except: AccountId) -> Result<Vec<String>> {
    q.all(&STAFF_NAMES, &params![except], |row| row.text("display_name"))
}

pub(super) fn admins(q: &mut Query<'_>) -> Result<Vec<AccountId>> {
    q.all(&ADMINS, &[], |row| row.id("id"))
}

pub(super) fn insert(
    tx: &mut Tx<'_>,
    id: AccountId,
    account: &Prepared,
    email_key: Option<&str>,
) -> Result<()> {
    let now = tx.now();
    let new = &account.new;
    let confirmed_at = (new.is_email_confirmed && account.email.is_some()).then_some(now);
    let approved_at = (new.state == AccountState::Active).then_some(now);
    tx.run(
        &INSERT,
        &params![
            id,
            &account.handle.shown,
            &account.handle.key,
            &account.handle.skeleton,
            &account.name,
            kith_text::names::fold(&account.name),
            account.email.clone(),
            email_key,
            confirmed_at,
            &account.password_hash,
            new.role,
            new.state,
            &new.language,
            new.invite,
            new.invited_by,
            now,
            approved_at,
            i64::from(account.trust_level),
        ],
    )
    .map(drop)
}

pub(super) fn preferences(q: &mut Query<'_>, id: AccountId) -> Result<Option<Preferences>> {
    q.find(&PREFERENCES, &params![id], |row| {
        let mut preferences: Preferences = serde_json::from_str(&row.text("preferences")?)?;
        preferences.in_directory = row.bool("in_directory")?;
        Ok(preferences)
    })
}

pub(super) fn profile_audiences(
    q: &mut Query<'_>,
    ids: &[AccountId],
) -> Result<Vec<(AccountId, ProfileAudience)>> {
    q.all(&PREFERENCES_OF, &params![ids], |row| {
        let preferences: Preferences = serde_json::from_str(&row.text("preferences")?)?;
        Ok((row.id("id")?, preferences.profile_audience))
    })
}

pub(super) fn sharing_presence(q: &mut Query<'_>, ids: &[AccountId]) -> Result<Vec<AccountId>> {
    let found = q.all(&PREFERENCES_OF, &params![ids], |row| {
        let preferences: Preferences = serde_json::from_str(&row.text("preferences")?)?;
        Ok((row.id("id")?, preferences.presence))
    })?;
    Ok(found.into_iter().filter(|(_, shares)| *shares).map(|(id, _)| id).collect())
}

pub(super) fn set_preferences(tx: &mut Tx<'_>, id: AccountId, json: &str, in_directory: bool) -> Result<()> {
    tx.run(&SET_PREFERENCES, &params![id, json, in_directory]).map(drop)
}

pub(super) fn password_hash(q: &mut Query<'_>, id: AccountId) -> Result<Option<String>> {
    Ok(q.find(&PASSWORD_HASH, &params![id], |row| row.opt_text("password_hash"))?.flatten())
}

pub(super) fn set_password_hash(tx: &mut Tx<'_>, id: AccountId, hash: &str) -> Result<()> {
    tx.run(&SET_PASSWORD_HASH, &params![id, hash]).map(drop)
}

pub(super) fn set_confirmed_email(
    tx: &mut Tx<'_>,
    id: AccountId,
    email: &str,
    key: &str,
    now: Millis,
) -> Result<()> {
    tx.run(&SET_CONFIRMED_EMAIL, &params![id, email, key, now]).map(drop)
}

/// Takes the address from everybody who only says that it is theirs; whom it was taken from.
pub(super) fn drop_email_claims(tx: &mut Tx<'_>, key: &str, except: AccountId) -> Result<Vec<AccountId>> {
    tx.all(&DROP_EMAIL_CLAIMS, &params![key, except], |row| row.id("id"))
}

pub(super) fn clear_email(tx: &mut Tx<'_>, id: AccountId) -> Result<()> {
    tx.run(&CLEAR_EMAIL, &params![id]).map(drop)
}

pub(super) fn set_unconfirmed_email(tx: &mut Tx<'_>, id: AccountId, email: &str, key: &str) -> Result<()> {
    tx.run(&SET_UNCONFIRMED_EMAIL, &params![id, email, key]).map(drop)
}

pub(super) fn set_display_name(tx: &mut Tx<'_>, id: AccountId, name: &str, key: &str) -> Result<()> {
    tx.run(&SET_DISPLAY_NAME, &params![id, name, key]).map(drop)
}

pub(super) fn set_handle(tx: &mut Tx<'_>, id: AccountId, handle: &Handle) -> Result<()> {
    tx.run(&SET_HANDLE, &params![id, &handle.shown, &handle.key, &handle.skeleton]).map(drop)
}

pub(super) fn keep_former_handle(
    tx: &mut Tx<'_>,
    id: AccountId,
    key: &str,
    skeleton: &str,
    now: Millis,
) -> Result<()> {
    tx.run(&KEEP_FORMER_HANDLE, &params![key, skeleton, id, now]).map(drop)
}

pub(super) fn drop_former_handle(tx: &mut Tx<'_>, id: AccountId, key: &str) -> Result<()> {
    tx.run(&DROP_FORMER_HANDLE, &params![key, id]).map(drop)
}

pub(super) fn set_comfort(
    tx: &mut Tx<'_>,
    id: AccountId,
    language: &str,
    theme: &str,
    time_zone: &str,
) -> Result<()> {
    tx.run(&SET_COMFORT, &params![id, language, theme, time_zone]).map(drop)
}

pub(super) fn set_state(tx: &mut Tx<'_>, id: AccountId, state: AccountState, now: Millis) -> Result<()> {
    tx.run(&SET_STATE, &params![id, state, now]).map(drop)
}

pub(super) fn raise_trust(tx: &mut Tx<'_>, id: AccountId, level: u8) -> Result<()> {
    tx.run(&RAISE_TRUST, &params![id, i64::from(level)]).map(drop)
}

pub(super) fn set_role(tx: &mut Tx<'_>, id: AccountId, role: Role) -> Result<()> {
    tx.run(&SET_ROLE, &params![id, role]).map(drop)
}

pub(super) fn touch(tx: &mut Tx<'_>, id: AccountId, hour: Millis) -> Result<()> {
    tx.run(&TOUCH, &params![id, hour]).map(drop)
}

pub(super) fn set_leaving(
    tx: &mut Tx<'_>,
    id: AccountId,
    deactivated_at: Option<Millis>,
    deletion_due_at: Option<Millis>,
) -> Result<()> {
    tx.run(&SET_LEAVING, &params![id, deactivated_at, deletion_due_at]).map(drop)
}

pub(super) fn due_for_erasure(q: &mut Query<'_>, now: Millis) -> Result<Vec<AccountId>> {
    q.all(&DUE_FOR_ERASURE, &params![now], |row| row.id("id"))
}

pub(super) fn erase(tx: &mut Tx<'_>, id: AccountId, now: Millis) -> Result<()> {
    tx.run(&ERASE, &params![id, now]).map(drop)
}
