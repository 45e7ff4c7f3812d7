//! The viewer's own keyword filters, held against cards.

use kith_base::Millis;

use super::{Card, Shared};
use crate::filters::{Context, FilterAction, Hit, Matcher};
use crate::polls::Poll;
use crate::viewer::Viewer;

/// What becomes of cards that the viewer asked not to see at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Screened {
    /// They are left out: lists that nobody turned to for that very post.
    LeftOut,
    /// They are covered as well: the post was asked for.
    Covered,
}

/// Covers or leaves out what holds words that the viewer does not want to read. Their own posts stay as they are.
pub(crate) fn screen(
    cards: &mut Vec<Card>,
    viewer: &Viewer,
    matcher: &Matcher,
    (context, how): (Context, Screened),
    now: Millis,
) {
    if matcher.is_empty() {
        return;
    }
    let me = viewer.id_or_zero();
    cards.retain_mut(|card| {
        if card.post.author == me {
            return true;
        }
        let Some(found) = matcher.find(words(card), &ids(card), context, now) else { return true };
        if found.action == FilterAction::Hide && how == Screened::LeftOut {
            return false;
        }
        card.filtered = Some(found.phrase);
        true
    });
}

/// The viewer's filters under which a card falls, wherever they hold; none for their own posts.
pub fn filters_of(card: &Card, viewer: &Viewer, matcher: &Matcher, now: Millis) -> Vec<Hit> {
    if matcher.is_empty() || viewer.id() == Some(card.post.author) {
        return Vec::new();
    }
    matcher.hits(words(card), &ids(card), now)
}

/// The post of a card and the one that it passes on.
fn ids(card: &Card) -> Vec<i64> {
    [Some(card.post.id), card.post.shared].into_iter().flatten().map(kith_base::Id::raw).collect()
}

/// Everything on a card that its author, or the author of what it passes on, wrote.
fn words(card: &Card) -> impl Iterator<Item = &str> {
    let original = match &card.shared {
        Shared::Original(original) => Some(original),
        Shared::Nothing | Shared::Gone => None,
    };
    let inner = original.into_iter().flat_map(|original| {
        let words = original.post.all_words();
        let asked = original.poll.iter().flat_map(Poll::titles);
        words.chain(original.photos.iter().map(|photo| photo.alt.as_str())).chain(asked)
    });
    card.post
        .all_words()
        .chain(card.photos.iter().map(|photo| photo.alt.as_str()))
        .chain(card.poll.iter().flat_map(Poll::titles))
        .chain(inner)
}
