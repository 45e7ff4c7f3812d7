//! By which words groups are found. Those that are hidden are not found at all, private ones by their names, and those
//! that every member reads also by what they say of themselves.

use std::collections::HashMap;

use kith_base::Result;
use kith_db::{Query, Tx};

use super::model::{Group, GroupState, Visibility};
use super::sql;
use crate::search_terms::{self, SubjectKind, Terms};
use crate::{AccountId, GroupId};

/// Lets a group be found as it is now, in the transaction that changes it.
///
/// # Errors
/// Internal when the database fails.
pub(crate) fn make_findable(tx: &mut Tx<'_>, id: GroupId) -> Result<()> {
    let found = sql::by_id(tx, AccountId::new(0), id)?.filter(is_found);
    let Some(group) = found else {
        search_terms::forget(tx, SubjectKind::Group, id)?;
        return search_terms::put_names(tx, SubjectKind::Group, id, &[]);
    };
    let mut texts = vec![group.name.clone()];
    if is_open(&group) {
        texts.extend(sql::words::texts(tx, id)?.iter().map(|text| kith_text::plain(&text.about_html)));
        texts.extend(sql::words::topics(tx, id)?.into_iter().map(|topic| topic.name));
    }
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    // A group is nobody's own.
    search_terms::replace(tx, id, AccountId::new(0), &Terms::of(SubjectKind::Group, &texts))?;
    search_terms::put_names(tx, SubjectKind::Group, id, &[&group.name])
}

fn is_found(group: &Group) -> bool {
    group.state != GroupState::Deleted && group.settings.visibility != Visibility::Hidden
}

/// Whether what it says of itself is looked through.
fn is_open(group: &Group) -> bool {
    group.settings.visibility <= Visibility::Site
}

/// What groups say of themselves in each language, without signs of markup; of those alone that are found by it.
///
/// # Errors
/// Internal when the database fails.
pub(crate) fn abouts<'g>(
    q: &mut Query<'_>,
    groups: impl Iterator<Item = &'g Group>,
) -> Result<HashMap<GroupId, Vec<String>>> {
    let ids: Vec<GroupId> = groups.filter(|group| is_open(group)).map(|group| group.id).collect();
    let mut found: HashMap<GroupId, Vec<String>> = HashMap::new();
    for (group, html) in sql::words::abouts(q, &ids)? {
        found.entry(group).or_default().push(kith_text::plain(&html));
    }
    Ok(found)
}
