//! Making an account: for set-up, the command line, and joining.

use kith_base::{Error, FieldError, Result};
use kith_db::{Query, Tx, on_constraint};
use kith_text::names::Handle;

use super::{NewAccount, check_email, check_password, email_key, names, sql};
use crate::changes::{self, Change};
use crate::{AccountId, App, Viewer, search_terms};

/// An account that passed all checks that need no transaction, with the password hashed.
#[derive(Clone, Debug)]
pub struct Prepared {
    pub(super) new: NewAccount,
    pub(super) handle: Handle,
    pub(super) name: String,
    pub(super) email: Option<String>,
    pub(super) password_hash: String,
    pub(super) trust_level: u8,
}

/// Level of somebody nobody here has vouched for.
const STRANGER: u8 = 0;
/// Level of somebody whom a member invited or the staff approved.
pub(crate) const VOUCHED_FOR: u8 = 1;
/// Level of somebody whom the operators entered themselves, and of the owner.
pub(crate) const ENTERED_BY_OPERATORS: u8 = 2;

impl Prepared {
    /// The same, beginning with another level of trust than that of a stranger.
    #[must_use]
    pub(crate) fn at_level(self, trust_level: u8) -> Self {
        Self { trust_level, ..self }
    }
}

/// Makes an account on behalf of the program or an admin.
///
/// # Errors
/// All complaints about the fields `handle`, `display_name`, `email` and `password` at once; not found for viewers
/// without the right.
pub async fn create(app: &App, viewer: &Viewer, new: NewAccount) -> Result<AccountId> {
    if !viewer.is_system() {
        let admin = viewer.admin()?;
        if new.role >= admin.role && admin.role != crate::viewer::Role::Owner {
            return Err(Error::forbidden("error-forbidden"));
        }
    }
    let prepared = prepare(app, new).await?.at_level(ENTERED_BY_OPERATORS);
    app.db.write(move |tx| insert(tx, &prepared)).await
}

/// Checks everything that needs no transaction and hashes the password. Features that make more than the account
/// (joining) go on with [`insert`] in their own transaction.
///
/// # Errors
/// As [`create`], but for the names already taken. Those that are taken now are told as well, so that a person hears
/// of everything at once.
pub async fn prepare(app: &App, new: NewAccount) -> Result<Prepared> {
    let site = crate::site::settings(app).await?.name.clone();
    let mut fields = Vec::new();
    let mut keep = |result: Result<(), FieldError>| fields.extend(result.err());

    let bearer = names::bearer(new.role);
    let handle = names::handle(&new.handle, bearer);
    keep(handle.as_ref().map(drop).map_err(Clone::clone));
    let mut protected = app.db.read(|q| sql::staff_names(q, AccountId::new(0))).await?;
    protected.push(site.clone());
    let typed_name = if new.display_name.trim().is_empty() { &new.handle } else { &new.display_name };
    let name = names::display_name(typed_name, &protected, bearer);
    keep(name.as_ref().map(drop).map_err(Clone::clone));
    let typed_email = new.email.as_deref().map(str::trim).filter(|email| !email.is_empty());
    let email = typed_email.map(check_email).transpose();
    keep(email.as_ref().map(drop).map_err(Clone::clone));
    let personal = [new.handle.as_str(), typed_name, typed_email.unwrap_or_default(), &site];
    keep(
        check_password(&new.password, &personal).map_err(|message| FieldError { field: "password", message }),
    );

    if let Ok(handle) = &handle {
        let handle = handle.clone();
        // What is only claimed tells nobody who has it.
        let email = email.clone().ok().flatten().filter(|_| new.is_email_confirmed);
        fields.extend(app.db.read(move |q| taken(q, &handle, email.as_deref())).await?);
    }
    match (handle, name, email) {
        (Ok(handle), Ok(name), Ok(email)) if fields.is_empty() => {
            let password_hash = app.passwords.hash(new.password.clone()).await?;
            Ok(Prepared { new, handle, name, email, password_hash, trust_level: STRANGER })
        }
        _ => Err(Error::invalid_fields(fields)),
    }
}

/// Writes a prepared account.
///
/// # Errors
/// A complaint about `handle` or `email` when somebody was faster.
pub fn insert(tx: &mut Tx<'_>, prepared: &Prepared) -> Result<AccountId> {
    let confirmed = prepared.email.as_deref().filter(|_| prepared.new.is_email_confirmed);
    let taken = taken(tx, &prepared.handle, confirmed)?;
    if !taken.is_empty() {
        return Err(Error::invalid_fields(taken));
    }
    let id = tx.new_id();
    if let Some(email) = confirmed {
        super::drop_claims(tx, id, email)?;
    }
    let made = sql::insert(tx, id, prepared, prepared.email.as_deref().map(email_key).as_deref());
    // Two at once pass the look above on PostgreSQL, and its indexes tell the later one.
    let is_taken = |field, key: &'static str| move || Error::invalid(field, key);
    let made = on_constraint(made, "accounts_handle_key", is_taken("handle", "account-handle-taken"));
    let made =
        on_constraint(made, "accounts_handle_skeleton", is_taken("handle", "account-handle-look-alike"));
    on_constraint(made, "accounts_email_key", is_taken("email", "account-email-taken"))?;
    search_terms::put_person(tx, id, &prepared.name, &prepared.handle.shown)?;
    changes::record(tx, Change::AccountChanged { account: id });
    Ok(id)
}

/// Complaints about a handle that is not free and about an address that somebody has confirmed.
fn taken(q: &mut Query<'_>, handle: &Handle, email: Option<&str>) -> Result<Vec<FieldError>> {
    let mut fields = sql::taken(q, handle, AccountId::new(0))?;
    if let Some(email) = email
        && super::find_by_email(q, email)?.is_some()
    {
        fields.push(FieldError { field: "email", message: "account-email-taken".into() });
    }
    Ok(fields)
}
