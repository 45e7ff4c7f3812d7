//! People as the community knows them: handle, name, mail, password, role, state, preferences.

pub mod ages;
mod create;
mod edit;
mod letters;
mod model;
mod names;
mod pages;
mod passwords;
mod sql;
mod strength;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

use kith_base::{Error, Result};
use kith_db::{Query, Tx, jobs};

use crate::changes::{self, Change};
use crate::viewer::AccountState;
use crate::{AccountId, App, Viewer};

pub(crate) use create::{ENTERED_BY_OPERATORS, VOUCHED_FOR};
pub use create::{Prepared, create, insert, prepare};
pub use edit::{change_display_name, change_handle, set_comfort, set_preferences, time_zones};
pub use letters::{Letter, enqueue_letter, mail_oneself};
pub(crate) use letters::{compose, enqueue_letter_to, envelope, locale_of, send_letter};
pub(crate) use model::Filter;
pub use model::{
    Account, Comfort, Found, HANDLE_CHANGE_EVERY, NewAccount, PersonCard, Preferences, ProfileAudience,
    WallPolicy, WhoMay,
};
pub use names::{check_email, email_key};
pub(crate) use pages::{check_page, insert_page};
pub use pages::{is_page, pages_among};
pub use passwords::PasswordPool;
pub use strength::{Strength, check_password, strength_of};

/// The account's own facts, for its owner's settings, the staff's lists and upkeep; nothing here is for other people.
///
/// # Errors
/// Not found when there is no such account, or it has been erased.
pub fn get(q: &mut Query<'_>, id: AccountId) -> Result<Account> {
    sql::find(q, id)?.filter(|account| account.state != AccountState::Deleted).ok_or_else(Error::not_found)
}

/// The viewer's own account.
///
/// # Errors
/// Sign-in needed for visitors.
pub async fn own(app: &App, viewer: &Viewer) -> Result<Account> {
    let id = viewer.id().ok_or_else(Error::sign_in_needed)?;
    app.db.read(move |q| get(q, id)).await
}

/// The viewer's own choices about privacy and comfort.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn own_preferences(app: &App, viewer: &Viewer) -> Result<Preferences> {
    let id = viewer.active()?.id;
    app.db.read(move |q| preferences(q, id)).await
}

/// What is shown of people wherever their name stands. Ids that nobody has are left out.
///
/// # Errors
/// Internal when the database fails.
pub fn cards(q: &mut Query<'_>, ids: &[AccountId]) -> Result<HashMap<AccountId, PersonCard>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    Ok(sql::cards(q, ids)?.into_iter().map(|card| (card.id, card)).collect())
}

/// What is shown of one person.
///
/// # Errors
/// Not found when nobody has the id.
pub fn card(q: &mut Query<'_>, id: AccountId) -> Result<PersonCard> {
    sql::cards(q, &[id])?.pop().ok_or_else(Error::not_found)
}

/// Letters of a word that count in a search: no name is that long, and SQLite takes no pattern above 50,000 bytes.
const LOOKED_FOR: usize = 2_000;

/// A word as it stands in a pattern for `LIKE … ESCAPE '!'`, its signs meaning themselves.
pub(crate) fn escaped(word: &str) -> String {
    let mut escaped = String::with_capacity(word.len() + 1);
    for letter in word.chars().take(LOOKED_FOR) {
        if matches!(letter, '%' | '_' | '!') {
            escaped.push('!');
        }
        escaped.push(letter);
    }
    escaped
}

/// Patterns for `LIKE … ESCAPE '!'` over `name_key` and `handle_key`: the whole begins with `word`, or a later word
/// of it does. An empty word fits everybody.
pub(crate) fn word_patterns(word: &str) -> (String, String) {
    let folded = kith_text::names::fold(word.trim().trim_start_matches('@'));
    let whole = format!("{}%", escaped(&folded));
    let later = format!("% {whole}");
    (whole, later)
}

/// Who has `handle`, now or formerly.
///
/// # Errors
/// Internal when the database fails.
pub fn find_by_handle(q: &mut Query<'_>, handle: &str) -> Result<Option<Found>> {
    let key = kith_text::names::fold(handle.trim().trim_start_matches('@'));
    if let Some(id) = sql::id_by_handle(q, &key)? {
        return Ok(Some(Found::Current(id)));
    }
    Ok(sql::id_by_former_handle(q, &key)?.map(Found::Moved))
}

/// Who has confirmed the mail address.
///
/// # Errors
/// Internal when the database fails.
pub(crate) fn find_by_email(q: &mut Query<'_>, email: &str) -> Result<Option<AccountId>> {
    sql::id_by_email(q, &email_key(email))
}

/// Who signs in as `login`: a handle, or a mail address that has been confirmed.
///
/// # Errors
/// Internal when the database fails.
pub fn find_by_login(q: &mut Query<'_>, login: &str) -> Result<Option<AccountId>> {
    let login = login.trim();
    if login.trim_start_matches('@').contains('@') {
        return find_by_email(q, login);
    }
    Ok(find_by_handle(q, login)?.map(Found::id))
}

/// The choices of `id` about privacy and comfort.
///
/// # Errors
/// Not found when nobody has the id.
pub fn preferences(q: &mut Query<'_>, id: AccountId) -> Result<Preferences> {
    sql::preferences(q, id)?.ok_or_else(Error::not_found)
}

/// Those of `ids` who share with friends that they are here.
///
/// # Errors
/// Internal when the database fails.
pub fn sharing_presence(q: &mut Query<'_>, ids: &[AccountId]) -> Result<HashSet<AccountId>> {
    sql::sharing_presence(q, ids).map(|found| found.into_iter().collect())
}

/// Those of `ids` who let people without an account find their profile.
///
/// # Errors
/// Internal when the database fails.
pub fn for_world(q: &mut Query<'_>, ids: &[AccountId]) -> Result<HashSet<AccountId>> {
    let chosen = sql::profile_audiences(q, ids)?;
    Ok(chosen.into_iter().filter(|(_, to)| *to == ProfileAudience::World).map(|(id, _)| id).collect())
}

/// The admins and owners who are here: who hears of what concerns the whole community.
///
/// # Errors
/// Internal when the database fails.
pub fn admins(q: &mut Query<'_>) -> Result<Vec<AccountId>> {
    sql::admins(q)
}

/// The hash of the account's password, if it has one.
///
/// # Errors
/// Internal when the database fails.
pub(crate) fn password_hash(q: &mut Query<'_>, id: AccountId) -> Result<Option<String>> {
    sql::password_hash(q, id)
}

/// Sets a new password. The caller ends the sessions in the same transaction.
///
/// # Errors
/// Internal when the database fails.
pub(crate) fn set_password_hash(tx: &mut Tx<'_>, id: AccountId, hash: &str) -> Result<()> {
    sql::set_password_hash(tx, id, hash)?;
    changes::record(tx, Change::AccountChanged { account: id });
    Ok(())
}

/// Sets the mail address as confirmed: the account's owner has shown that they read it. Others who only claimed it have
/// none from now on.
///
/// # Errors
/// A complaint about the field when another member has the address by now.
pub(crate) fn set_confirmed_email(tx: &mut Tx<'_>, id: AccountId, email: &str) -> Result<()> {
    let now = tx.now();
    drop_claims(tx, id, email)?;
    kith_db::on_constraint(
        sql::set_confirmed_email(tx, id, email, &email_key(email), now),
        "accounts_email_key",
        || Error::invalid("email", "account-email-taken"),
    )?;
    changes::record(tx, Change::AccountChanged { account: id });
    Ok(())
}

/// Keeps a mail address that nobody has confirmed: for communities that send no mail.
///
/// # Errors
/// Internal when the database fails.
pub(crate) fn set_unconfirmed_email(tx: &mut Tx<'_>, id: AccountId, email: &str) -> Result<()> {
    sql::set_unconfirmed_email(tx, id, email, &email_key(email))?;
    changes::record(tx, Change::AccountChanged { account: id });
    Ok(())
}

/// Forgets the mail address, confirmed or not.
///
/// # Errors
/// Internal when the database fails.
pub(crate) fn clear_email(tx: &mut Tx<'_>, id: AccountId) -> Result<()> {
    sql::clear_email(tx, id)?;
    changes::record(tx, Change::AccountChanged { account: id });
    Ok(())
}

/// Takes an address that `id` has confirmed from those who only claimed it.
fn drop_claims(tx: &mut Tx<'_>, id: AccountId, email: &str) -> Result<()> {
    for account in sql::drop_email_claims(tx, &email_key(email), id)? {
        changes::record(tx, Change::AccountChanged { account });
    }
    Ok(())
}

/// Moves the account to another state, with nothing else. Features that own a reason (approval, suspension, leaving)
/// call it in their own transaction.
///
/// # Errors
/// Internal when the database fails.
pub fn set_state(tx: &mut Tx<'_>, id: AccountId, state: AccountState) -> Result<()> {
    let now = tx.now();
    sql::set_state(tx, id, state, now)?;
    changes::record(tx, Change::AccountChanged { account: id });
    Ok(())
}

/// Raises the level of trust to `level`; a higher one stays.
///
/// # Errors
/// Internal when the database fails.
pub(crate) fn raise_trust(tx: &mut Tx<'_>, id: AccountId, level: u8) -> Result<()> {
    sql::raise_trust(tx, id, level)?;
    changes::record(tx, Change::AccountChanged { account: id });
    Ok(())
}

/// Gives the account another role, with nothing else; [`crate::members`] knows who may.
///
/// # Errors
/// Internal when the database fails.
pub(crate) fn set_role(tx: &mut Tx<'_>, id: AccountId, role: crate::viewer::Role) -> Result<()> {
    sql::set_role(tx, id, role)?;
    changes::record(tx, Change::AccountChanged { account: id });
    Ok(())
}

/// Notes that the member was here, to the hour.
///
/// # Errors
/// Internal when the database fails.
pub(crate) fn touch(tx: &mut Tx<'_>, id: AccountId) -> Result<()> {
    let hour = tx.now() - tx.now().rem_euclid(kith_base::HOUR);
    sql::touch(tx, id, hour)
}

/// A page of the staff's list of accounts, newest first.
///
/// # Errors
/// Internal when the database fails.
pub(crate) fn page(q: &mut Query<'_>, filter: &Filter) -> Result<Vec<Account>> {
    sql::page(q, filter)
}

/// When the deletion of an account that has been asked for is due, or nothing when the wish is taken back.
pub(crate) fn set_leaving(
    tx: &mut Tx<'_>,
    id: AccountId,
    deactivated_at: Option<kith_base::Millis>,
    deletion_due_at: Option<kith_base::Millis>,
) -> Result<()> {
    sql::set_leaving(tx, id, deactivated_at, deletion_due_at)
}

/// Accounts whose deletion is due.
pub(crate) fn due_for_erasure(q: &mut Query<'_>) -> Result<Vec<AccountId>> {
    let now = q.now();
    sql::due_for_erasure(q, now)
}

/// Empties the row: what is left says only that the id and the handle are not free.
pub(crate) fn erase(tx: &mut Tx<'_>, id: AccountId) -> Result<()> {
    let now = tx.now();
    sql::erase(tx, id, now)?;
    // What failed for good and would lie about with an address in it.
    jobs::discard_dead(tx, |payload| names(payload, id))?;
    changes::record(tx, Change::AccountChanged { account: id });
    Ok(())
}

/// Whether a job is about `id`: jobs about a person say so in `account`.
fn names(payload: &serde_json::Value, id: AccountId) -> bool {
    payload.get("account").is_some_and(|account| {
        serde_json::from_value(account.clone()).is_ok_and(|named: AccountId| named == id)
    })
}
