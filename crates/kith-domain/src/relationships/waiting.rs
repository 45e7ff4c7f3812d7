//! Statements over lists of friend requests that wait for an answer, the newest first.
//!
//! Places in these lists are made of the time and of the other side. The id of the row would not do: it stays when a
//! request was deleted by the one who was asked, and goes when the one who asked takes it back, which told them.

use kith_base::{Millis, PageRequest, Result};
use kith_db::{Query, Row, params, statement};

use crate::AccountId;
use crate::kinds::{FriendRequestId, FriendRequestKind};

/// Whose requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Those that somebody has been sent.
    Received,
    /// Those that somebody sent.
    Sent,
}

/// How many of the lowest bits of a place are of the other side.
const BITS: i64 = 16;

/// Where a request of this time, from or to `other`, stands in its list.
pub(super) const fn place(at: Millis, other: AccountId) -> FriendRequestId {
    FriendRequestId::new((at << BITS) | (other.raw() & ((1 << BITS) - 1)))
}

/// Requests in whose row `$mine` is the owner of the list and `$other` the person on it, between two places.
macro_rules! page_sql {
    ($mine:literal, $other:literal, $and:literal, $order:literal) => {
        concat!(
            "SELECT r.",
            $other,
            " AS other_id, r.created_at
               FROM friend_requests r
               JOIN accounts ON accounts.id = r.",
            $other,
            " AND accounts.state = 'active'
              WHERE r.",
            $mine,
            " = $1 AND r.withdrawn_at IS NULL",
            $and,
            " AND (r.created_at < $2 OR (r.created_at = $2 AND r.",
            $other,
            " % 65536 < $3))
                AND (r.created_at > $4 OR (r.created_at = $4 AND r.",
            $other,
            " % 65536 > $5))
              ORDER BY r.created_at ",
            $order,
            ", r.",
            $other,
            " % 65536 ",
            $order,
            " LIMIT $6"
        )
    };
}
statement!(
    RECEIVED,
    "relationships.requests_to",
    page_sql!("to_id", "from_id", " AND r.hidden_at IS NULL", "DESC")
);
statement!(
    RECEIVED_NEAREST,
    "relationships.requests_to_nearest",
    page_sql!("to_id", "from_id", " AND r.hidden_at IS NULL", "ASC")
);
statement!(SENT, "relationships.requests_from", page_sql!("from_id", "to_id", "", "DESC"));
statement!(SENT_NEAREST, "relationships.requests_from_nearest", page_sql!("from_id", "to_id", "", "ASC"));

/// A part of the requests of `account`: from or to whom, and when.
pub(super) fn page(
    q: &mut Query<'_>,
    account: AccountId,
    side: Side,
    request: &PageRequest<FriendRequestKind>,
) -> Result<Vec<(AccountId, Millis)>> {
    let statement = match (side, request.nearest) {
        (Side::Received, false) => &RECEIVED,
        (Side::Received, true) => &RECEIVED_NEAREST,
        (Side::Sent, false) => &SENT,
        (Side::Sent, true) => &SENT_NEAREST,
    };
    let before = request.before.unwrap_or(FriendRequestId::new(i64::MAX));
    let after = request.after.unwrap_or_default();
    let low = |place: FriendRequestId| place.raw() & ((1 << BITS) - 1);
    let values = params![account, before.made_at(), low(before), after.made_at(), low(after), request.limit];
    let mut found = q.all(statement, &values, waiting)?;
    if request.nearest {
        found.reverse();
    }
    Ok(found)
}

fn waiting(row: &Row<'_>) -> Result<(AccountId, Millis)> {
    Ok((row.id("other_id")?, row.int("created_at")?))
}
