//! What a page says of itself in details of its own stands on its profile too, for everybody, and so in apps.

use kith_base::Result;
use kith_db::Tx;

use super::model::{FieldKind, PartAudience};
use super::{NewField, sql};
use crate::AccountId;

/// The part of a page's details that a profile has a place for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shown {
    /// One line about it.
    pub intro: String,
    /// Tags of languages.
    pub languages: Vec<String>,
    /// Its own page elsewhere.
    pub website: String,
    /// Mail address.
    pub email: String,
    /// Telephone number.
    pub phone: String,
}

/// Puts the details on the profile of `page`, in place of what stood there.
///
/// # Errors
/// Internal when the database fails.
pub(crate) fn set_shown(tx: &mut Tx<'_>, page: AccountId, shown: &Shown) -> Result<()> {
    sql::set_intro(tx, page, &shown.intro, &shown.languages.join(","))?;
    let rows = [
        (FieldKind::Website, &shown.website),
        (FieldKind::Email, &shown.email),
        (FieldKind::Phone, &shown.phone),
    ];
    let fields: Vec<NewField> = rows
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(kind, value)| NewField {
            kind,
            label: String::new(),
            value: value.clone(),
            audience: PartAudience::World,
        })
        .collect();
    sql::set_fields(tx, page, &fields)
}
