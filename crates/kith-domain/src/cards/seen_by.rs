//! One's own profile as others read it. The rule is asked for the other one, and everything that stands beside a post is
//! looked up for oneself: whom the other has blocked, filters or is friends with is theirs to know, and must show
//! neither in a number nor in what is missing.

use kith_base::{Page, PageRequest, Result};
use kith_db::Query;

use super::{Card, CommentCard, May, Shared, hydrate};
use crate::kinds::PostKind;
use crate::polls::Poll;
use crate::posts::{self, policy};
use crate::reactions::Tally;
use crate::viewer::Viewer;
use crate::{App, PostId};

/// Posts looked through at a time.
const STEP: usize = 50;
/// How often that is done for one page, which may then be short.
const STEPS: usize = 10;

/// What stands on the viewer's own profile and `eyes`, a stand-in of `profiles::as_seen_by`, may see, new to old.
///
/// # Errors
/// As [`Viewer::active`]; internal when the database fails.
pub async fn page_seen_by(
    app: &App,
    viewer: &Viewer,
    eyes: &Viewer,
    request: PageRequest<PostKind>,
) -> Result<Page<Card, PostKind>> {
    viewer.active()?;
    let (viewer, eyes) = (viewer.clone(), eyes.clone());
    app.db
        .read(move |q| {
            let page = seen_ids(q, &viewer, &eyes, request)?;
            let items = cards_for(q, &viewer, &eyes, &page.items)?;
            Ok(Page { items, next: page.next })
        })
        .await
}

/// The post on top of the viewer's own profile, if `eyes` may see it.
///
/// # Errors
/// As [`page_seen_by`].
pub async fn pinned_seen_by(app: &App, viewer: &Viewer, eyes: &Viewer) -> Result<Option<Card>> {
    let me = viewer.active()?.id;
    let (viewer, eyes) = (viewer.clone(), eyes.clone());
    app.db
        .read(move |q| {
            let ids: Vec<PostId> = posts::pinned_on(q, &viewer, me)?.into_iter().collect();
            Ok(cards_for(q, &viewer, &eyes, &ids)?.pop())
        })
        .await
}

/// Those of `ids` that the viewer may see and `eyes` may see too, as [`page_seen_by`] shows them; for what their posts
/// pass on.
///
/// # Errors
/// As [`page_seen_by`].
pub async fn of_seen_by(app: &App, viewer: &Viewer, eyes: &Viewer, ids: Vec<PostId>) -> Result<Vec<Card>> {
    viewer.active()?;
    let (viewer, eyes) = (viewer.clone(), eyes.clone());
    app.db.read(move |q| cards_for(q, &viewer, &eyes, &ids)).await
}

fn seen_ids(
    q: &mut Query<'_>,
    viewer: &Viewer,
    eyes: &Viewer,
    request: PageRequest<PostKind>,
) -> Result<Page<PostId, PostKind>> {
    let mut page = Page { items: Vec::new(), next: request.before };
    for _ in 0..STEPS {
        let step = PageRequest { before: page.next, after: None, nearest: false, limit: STEP };
        let looked = posts::ids_on_profile(q, viewer, viewer.id_or_zero(), step)?;
        for post in posts::load_many(q, viewer, &looked.items)? {
            if !policy::may_see(eyes, &post.facts) {
                continue;
            }
            if page.items.len() == request.limit {
                page.next = page.items.last().copied();
                return Ok(page);
            }
            page.items.push(post.id);
        }
        page.next = looked.next;
        if page.next.is_none() {
            break;
        }
    }
    Ok(page)
}

fn cards_for(q: &mut Query<'_>, viewer: &Viewer, eyes: &Viewer, ids: &[PostId]) -> Result<Vec<Card>> {
    let cards = hydrate(q, viewer, ids)?;
    Ok(cards
        .into_iter()
        .filter(|card| policy::may_see(eyes, &card.post.facts))
        .map(|card| without_own_marks(card, eyes))
        .collect())
}

/// The card without what stands there for its owner alone.
fn without_own_marks(card: Card, eyes: &Viewer) -> Card {
    let poll = card.poll.map(Poll::without_own_marks);
    let shared = match card.shared {
        Shared::Original(original) if !policy::may_see(eyes, &original.post.facts) => Shared::Gone,
        Shared::Original(mut original) => {
            original.poll = original.poll.map(Poll::without_own_marks);
            Shared::Original(original)
        }
        shared => shared,
    };
    let comments = card.comments.into_iter().map(|comment| CommentCard {
        tally: Tally { mine: None, ..comment.tally },
        is_saved: false,
        may_edit: false,
        may_delete: false,
        ..comment
    });
    Card {
        poll,
        shared,
        comments: comments.collect(),
        tally: Tally { mine: None, ..card.tally },
        is_saved: false,
        is_muted: false,
        circle: None,
        may: May::default(),
        ..card
    }
}
