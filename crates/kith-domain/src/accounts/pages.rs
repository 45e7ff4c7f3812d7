//! Accounts that are no people: pages. They have no mail address and no password, so nobody signs in to one, and what
//! they would choose about privacy is settled.

use std::collections::HashSet;

use kith_base::{Error, FieldError, Result};
use kith_db::{Query, Tx, on_constraint, params, statement};
use kith_text::names::{Bearer, Handle};

use super::{Preferences, ProfileAudience, WallPolicy, WhoMay, names, sql};
use crate::changes::{self, Change};
use crate::viewer::Member;
use crate::{AccountId, search_terms};

statement!(
    INSERT_PAGE,
    "accounts.insert_page",
    "INSERT INTO accounts (
       id, handle, handle_key, handle_skeleton, display_name, name_key, role, state, trust_level, language, theme,
       time_zone, preferences, in_directory, intro, pronouns, spoken_languages, birth_day_audience,
       birth_year_audience, created_at, approved_at, kind)
     VALUES ($1, $2, $3, $4, $5, $6, 'member', 'active', $7, $8, 'auto', $9, $10, FALSE, '', '', '', 'self', 'self',
             $11, $11, 'page')"
);
statement!(
    PAGES_AMONG,
    "accounts.pages_among",
    "SELECT id FROM accounts WHERE id IN ($1[]) AND kind = 'page'"
);

/// Handle and name of a page that is to be, checked.
#[derive(Clone, Debug)]
pub(crate) struct CheckedPage {
    handle: Handle,
    name: String,
}

/// Checks handle and name as typed; `site` is the name of the community, which no page may take.
///
/// # Errors
/// All complaints about `handle` and `display_name` at once.
pub(crate) fn check_page(q: &mut Query<'_>, site: &str, handle: &str, name: &str) -> Result<CheckedPage> {
    let mut protected = sql::staff_names(q, AccountId::new(0))?;
    protected.push(site.to_owned());
    let (handle, name) =
        (names::handle(handle, Bearer::Member), names::display_name(name, &protected, Bearer::Member));
    match (handle, name) {
        (Ok(handle), Ok(name)) => Ok(CheckedPage { handle, name }),
        (handle, name) => {
            let fields: Vec<FieldError> = handle.err().into_iter().chain(name.err()).collect();
            Err(Error::invalid_fields(fields))
        }
    }
}

/// Writes the account of a page that `founder` makes.
///
/// # Errors
/// A complaint about `handle` when somebody has it, had it, or could be mistaken for it.
pub(crate) fn insert_page(tx: &mut Tx<'_>, page: &CheckedPage, founder: &Member) -> Result<AccountId> {
    let taken = sql::taken(tx, &page.handle, AccountId::new(0))?;
    if !taken.is_empty() {
        return Err(Error::invalid_fields(taken));
    }
    let (id, now): (AccountId, _) = (tx.new_id(), tx.now());
    let choices = serde_json::to_string(&choices())?;
    let made = tx.run(
        &INSERT_PAGE,
        &params![
            id,
            &page.handle.shown,
            &page.handle.key,
            &page.handle.skeleton,
            &page.name,
            kith_text::names::fold(&page.name),
            i64::from(founder.trust_level.max(super::VOUCHED_FOR)),
            &founder.language,
            &founder.time_zone,
            choices,
            now,
        ],
    );
    let is_taken = |key: &'static str| move || Error::invalid("handle", key);
    let made = on_constraint(made, "accounts_handle_key", is_taken("account-handle-taken"));
    on_constraint(made, "accounts_handle_skeleton", is_taken("account-handle-look-alike"))?;
    search_terms::put_person(tx, id, &page.name, &page.handle.shown)?;
    changes::record(tx, Change::AccountChanged { account: id });
    Ok(id)
}

/// A page is there for everybody, is followed and written to by whoever likes, and is nobody's friend.
fn choices() -> Preferences {
    Preferences {
        profile_audience: ProfileAudience::World,
        default_audience: "community".to_owned(),
        wall: WallPolicy::Nobody,
        wall_audience: "self".to_owned(),
        friend_requests: WhoMay::Nobody,
        friends_list_audience: "self".to_owned(),
        who_may_follow: WhoMay::Everyone,
        in_directory: false,
        in_suggestions: false,
        messages: WhoMay::Everyone,
        friends_add_to_chats: false,
        ..Preferences::default()
    }
}

/// Those of `ids` that are pages.
///
/// # Errors
/// Internal when the database fails.
pub fn pages_among(q: &mut Query<'_>, ids: &[AccountId]) -> Result<HashSet<AccountId>> {
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    Ok(q.all(&PAGES_AMONG, &params![ids], |row| row.id("id"))?.into_iter().collect())
}

/// Whether the account is a page.
///
/// # Errors
/// Internal when the database fails.
pub fn is_page(q: &mut Query<'_>, id: AccountId) -> Result<bool> {
    Ok(pages_among(q, &[id])?.contains(&id))
}
