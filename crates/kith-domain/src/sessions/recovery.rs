//! Recovery without mail: an admin hands over a code, on paper or by voice, and the member sets a new password.

use kith_base::{DAY, Error, HOUR, Kind, Millis, Result, Secret};

use super::keys::wrong_code;
use super::sign_in::welcome_back;
use super::{Begun, Fresh, Origin, Purpose, end_every, hash, password, sql};
use crate::notices::{self, Occasion};
use crate::{AccountId, App, accounts, throttles};

/// How long a code is good for.
const LIFE: Millis = DAY;
/// Signs of a code; 31 to the power of 12 and five tries leave nothing to guess.
const SIGNS: usize = 12;
/// Wrong codes before the code dies, for good.
const TRIES: i64 = 5;

/// A code as it is shown once to the admin.
#[derive(Clone, Debug)]
pub struct RecoveryCode {
    /// In groups of four.
    pub code: Secret,
    /// When it stops working.
    pub expires_at: Millis,
}

/// Makes a code for `account`; earlier ones die. [`crate::members`] knows who may ask for one.
///
/// # Errors
/// Not found when there is no such account.
pub async fn make_recovery_code(
    app: &App,
    account: AccountId,
    by: Option<AccountId>,
) -> Result<RecoveryCode> {
    let code = kith_base::random_code(SIGNS);
    let digest = code_hash(account, &code);
    let expires_at = app
        .db
        .write(move |tx| {
            let now = tx.now();
            accounts::get(tx, account)?;
            // Nobody signs in to a page.
            if accounts::is_page(tx, account)? {
                return Err(Error::not_found());
            }
            sql::drop_unused_keys(tx, account, Purpose::Recover)?;
            let id = tx.new_id();
            sql::insert_key(tx, id, account, Purpose::Recover, &digest, None, by, now, now + LIFE)?;
            Ok(now + LIFE)
        })
        .await?;
    let groups: Vec<String> =
        code.chars().collect::<Vec<_>>().chunks(4).map(|group| group.iter().collect()).collect();
    Ok(RecoveryCode { code: Secret::new(groups.join("-")), expires_at })
}

/// Sets a new password by a code. All sessions and keys end, a new session begins.
///
/// # Errors
/// Complaints about `code` and `password`; rate limited. After five wrong codes the code is dead.
pub async fn recover_with_code(
    app: &App,
    login: &str,
    code: &str,
    new: Secret,
    origin: Origin,
) -> Result<Begun> {
    throttles::take(app, "recover.network", &origin.network, 20, HOUR).await?;
    let typed: String =
        code.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_uppercase).collect();
    let login = login.to_owned();
    // The try is counted and kept before the code is compared: a crash or a thousand at once gain nothing.
    let counted = app
        .db
        .write(move |tx| {
            let Some(id) = accounts::find_by_login(tx, &login)? else { return Ok(None) };
            let account = accounts::get(tx, id)?;
            let now = tx.now();
            Ok(sql::count_try(tx, id, Purpose::Recover, TRIES, now)?.map(|key_hash| (account, key_hash)))
        })
        .await
        .or_else(|error| if error.is_not_found() { Ok(None) } else { Err(error) })?;
    let Some((account, key_hash)) = counted else { return Err(wrong_code()) };
    let digest = code_hash(account.id, &typed);
    if !bool::from(subtle::ConstantTimeEq::ct_eq(digest.as_slice(), key_hash.as_slice())) {
        return Err(wrong_code());
    }
    let new_hash = match password::checked_hash(app, &account, new).await {
        Ok(new_hash) => new_hash,
        Err(error) => {
            // The code was right, so the try does not count against it.
            if error.kind() == Kind::Invalid {
                app.db.write(move |tx| sql::uncount_try(tx, &digest)).await?;
            }
            return Err(error);
        }
    };
    let fresh = Fresh::new(app, account.id, origin);
    let insert = fresh.clone();
    let (session, is_kept) = app
        .db
        .write(move |tx| {
            let now = tx.now();
            sql::spend_key(tx, &digest, Purpose::Recover, now)?.ok_or_else(Error::not_found)?;
            end_every(tx, account.id)?;
            accounts::set_password_hash(tx, account.id, &new_hash)?;
            accounts::enqueue_letter(tx, account.id, password::password_changed())?;
            let is_kept = welcome_back(tx, account.id)?;
            notices::tell_oneself(tx, account.id, Occasion::SecurityChanged)?;
            Ok((insert.insert(tx)?, is_kept))
        })
        .await?;
    Ok(Begun { is_kept, ..fresh.begun(session) })
}

fn code_hash(account: AccountId, code: &str) -> [u8; 32] {
    hash(&format!("recovery code of {account}: {code}"))
}
