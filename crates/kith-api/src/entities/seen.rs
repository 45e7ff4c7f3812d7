//! The caller's own profile as somebody else reads it. What stands beside a post is looked up for the caller, whose it
//! is, and then cut down to what those eyes see; what they have blocked or filtered is theirs to know.

use std::collections::HashMap;
use std::sync::Arc;

use kith_base::Result;
use kith_domain::cards::{self, Card, Shared};
use kith_domain::{AccountId, PostId, Viewer, profiles};

use super::account::Account;
use super::status::{Status, gather, of_card};
use crate::caller::Caller;

/// Statuses of `cards`, which the domain found for `eyes`.
pub(crate) async fn seen_statuses(caller: &Caller, eyes: &Viewer, cards: &[Card]) -> Result<Vec<Status>> {
    let is_seen = |card: &&Card| matches!(card.shared, Shared::Original(_));
    let shared: Vec<PostId> = cards.iter().filter(is_seen).filter_map(|card| card.post.shared).collect();
    let originals = match shared.is_empty() {
        true => Vec::new(),
        false => cards::of_seen_by(&caller.app, &caller.viewer, eyes, shared).await?,
    };
    let mut found = gather(caller, cards, &[], originals).await?;
    found.people = faces(caller, eyes, found.people.into_keys().collect()).await?;
    found.shared_by_me.clear();
    found.filters = Arc::default();
    found.eyes = eyes.id();
    Ok(cards.iter().filter_map(|card| of_card(caller, card, &found)).collect())
}

/// The caller as `eyes` see them; everybody else as visitors do, who see no more than anybody.
async fn faces(
    caller: &Caller,
    eyes: &Viewer,
    people: Vec<AccountId>,
) -> Result<HashMap<AccountId, Arc<Account>>> {
    let (me, eyes) = (caller.viewer.active()?.id, eyes.clone());
    let shown = caller
        .app
        .db
        .read(move |q| {
            let mut shown = profiles::summaries_of_authors(q, &Viewer::Anonymous, &people)?;
            shown.extend(profiles::summaries(q, &eyes, &[me])?);
            Ok(shown)
        })
        .await?;
    Ok(shown.iter().map(|(id, summary)| (*id, Arc::new(Account::of(caller, summary)))).collect())
}

/// The caller as `eyes` see them; none when they do not find the profile.
pub(crate) async fn own_account(caller: &Caller, eyes: &Viewer) -> Result<Option<Account>> {
    let (me, eyes) = (caller.viewer.active()?.id, eyes.clone());
    let mut shown = caller.app.db.read(move |q| profiles::summaries(q, &eyes, &[me])).await?;
    Ok(shown.remove(&me).map(|summary| Account::of(caller, &summary)))
}
