//! Lists of people in parts. Whoever the caller may not meet is left out, and the links carry the ids of those alone who
//! are shown: an id in a link would tell that somebody is there.

use axum::response::Response;
use kith_base::{PageRequest, Result};
use kith_domain::AccountId;
use kith_domain::kinds::AccountKind;
use kith_http::Answer;

use crate::accounts::accounts_of;
use crate::caller::Caller;
use crate::paging::{Window, listed};

/// Parts that are passed over in search of somebody who can be shown.
const PASSED_OVER: usize = 10;

/// A part of the list that `ids` reads, with links to the parts beside it.
pub(crate) async fn part_of_people<F, Found>(
    caller: &Caller,
    window: &Window<AccountKind>,
    ids: F,
) -> Answer<Response>
where
    F: Fn(PageRequest<AccountKind>) -> Found,
    Found: Future<Output = Result<Vec<AccountId>>>,
{
    let (mut before, mut after) = (window.request().before, window.request().after);
    for _ in 0..PASSED_OVER {
        let request = PageRequest { before, after, ..window.request() };
        let (limit, nearest) = (request.limit, request.nearest);
        let found = ids(request).await?;
        let ends = found.first().copied().zip(found.last().copied());
        let is_last = found.len() < limit;
        let accounts = accounts_of(caller, found).await?;
        let shown = accounts.first().zip(accounts.last());
        let shown = shown.map(|(first, last)| (first.id.to_string(), last.id.to_string()));
        let Some((first, last)) = ends.filter(|_| shown.is_none() && !is_last) else {
            return Ok(listed(caller, &accounts, shown));
        };
        // Nobody here is for the caller, and there are more.
        if nearest {
            after = Some(first);
        } else {
            before = Some(last);
        }
    }
    Ok(listed::<()>(caller, &[], None))
}
