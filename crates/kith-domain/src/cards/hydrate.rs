//! From ids to cards. The statements, at most: posts, whom they name and their further languages (3), originals and
//! the same of them (3), photos (2), comments (1), people (1), reactions to posts and comments (4), the viewer's marks
//! (2), comments and shares that the viewer may see, counted (2), circles (1), polls (1): twenty, for one post or a
//! hundred; four more for whoever acts as a page.

use std::collections::{HashMap, HashSet};

use kith_base::Result;
use kith_db::{Query, params, statement};

use super::{COMMENTS_SHOWN, Card, CommentCard, May, Original, Shared};
use crate::accounts::{self, PersonCard};
use crate::comments::{self, Comment};
use crate::media::{self, Photo};
use crate::pages;
use crate::polls::{self, Poll};
use crate::posts::sql::Mark;
use crate::posts::{self, Post, ShareCount, policy};
use crate::reactions::{self, Tally};
use crate::saved_comments;
use crate::viewer::{Viewer, Visible};
use crate::{AccountId, CircleId, CommentId, MediaId, PostId};

statement!(CIRCLES, "cards.circles", "SELECT id, name FROM circles WHERE owner_id = $1 AND id IN ($2[])");

/// What was looked up for a page of posts, to be laid out on cards.
struct Found {
    originals: HashMap<PostId, Visible<Post>>,
    photos: HashMap<PostId, Vec<Photo>>,
    comments: HashMap<PostId, Vec<Visible<Comment>>>,
    people: HashMap<AccountId, PersonCard>,
    tallies: HashMap<PostId, Tally>,
    comment_photos: HashMap<MediaId, Photo>,
    comment_tallies: HashMap<CommentId, Tally>,
    saved_comments: HashSet<CommentId>,
    marks: Marks,
    comment_counts: HashMap<PostId, i64>,
    share_counts: HashMap<PostId, ShareCount>,
    circles: HashMap<CircleId, String>,
    polls: HashMap<PostId, Poll>,
    spoken: HashMap<i64, PersonCard>,
    spoken_comments: HashMap<i64, PersonCard>,
}

/// Cards of those of `ids` that the viewer may see, in the same order.
///
/// # Errors
/// Internal when the database fails.
pub fn hydrate(q: &mut Query<'_>, viewer: &Viewer, ids: &[PostId]) -> Result<Vec<Card>> {
    let shown = posts::load_many(q, viewer, ids)?;
    if shown.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = look_up(q, viewer, &shown)?;
    Ok(shown.into_iter().filter_map(|post| lay_out(viewer, post, &mut found)).collect())
}

fn look_up(q: &mut Query<'_>, viewer: &Viewer, shown: &[Visible<Post>]) -> Result<Found> {
    let ids: Vec<PostId> = shown.iter().map(|post| post.id).collect();
    let bare: Vec<i64> = ids.iter().map(|id| id.raw()).collect();
    let shared: Vec<PostId> = distinct(shown.iter().filter_map(|post| post.shared));
    let originals: HashMap<_, _> =
        posts::load_many(q, viewer, &shared)?.into_iter().map(|post| (post.id, post)).collect();
    let with_photos: Vec<PostId> = shown
        .iter()
        .chain(originals.values())
        .filter(|post| post.photo_count > 0)
        .map(|post| post.id)
        .collect();
    let refs: Vec<&Visible<Post>> = shown.iter().collect();
    let comments = comments::preview(q, viewer, &refs, COMMENTS_SHOWN)?;
    let lines: Vec<&Visible<Comment>> = comments.values().flatten().collect();
    let people = people_of(q, shown.iter().chain(originals.values()), &lines)?;
    let comment_ids: Vec<CommentId> = lines.iter().map(|comment| comment.id).collect();
    let marks = marks_of(q, viewer, &ids)?;
    let (photos, comment_photos) = photos_of(q, &with_photos, &lines)?;
    let with_polls: Vec<&Visible<Post>> = shown.iter().chain(originals.values()).collect();
    Ok(Found {
        photos,
        comment_photos,
        tallies: reactions::of_posts(q, viewer, &ids)?,
        comment_tallies: reactions::of_comments(q, viewer, &comment_ids)?,
        saved_comments: saved_comments::among(q, viewer, &comment_ids)?,
        comment_counts: comments::count_seen(q, viewer, &refs)?,
        share_counts: posts::count_shares(q, viewer, &refs)?,
        circles: circles_of(q, viewer, shown)?,
        polls: polls::of_posts(q, viewer, &with_polls)?,
        spoken: pages::spoken_by(q, viewer, pages::SubjectKind::Post, &bare)?,
        spoken_comments: spoken(q, viewer, &comment_ids)?,
        originals,
        comments,
        people,
        marks,
    })
}

fn lay_out(viewer: &Viewer, post: Visible<Post>, found: &mut Found) -> Option<Card> {
    let author = found.people.get(&post.author)?.clone();
    let wall =
        post.wall.and_then(|wall| found.people.get(&wall)).filter(|wall| is_near(viewer, wall.id)).cloned();
    let shared = match post.shared {
        None => Shared::Nothing,
        Some(id) => found
            .originals
            .get(&id)
            .and_then(|original| lay_out_original(original, found))
            .map_or(Shared::Gone, |original| Shared::Original(Box::new(original))),
    };
    let lines = found.comments.remove(&post.id).unwrap_or_default();
    let comments = lines
        .into_iter()
        .filter_map(|comment| {
            let beside = Beside {
                people: &found.people,
                photos: &found.comment_photos,
                saved: &found.saved_comments,
                spoken: &found.spoken_comments,
                tallies: &mut found.comment_tallies,
            };
            comment_card(viewer, &post, comment, beside)
        })
        .collect();
    let facts = &post.facts;
    let shares = found.share_counts.get(&post.id).copied().unwrap_or_default();
    Some(Card {
        spoken_by: found.spoken.remove(&post.id.raw()),
        author,
        wall,
        shared,
        comments,
        photos: found.photos.get(&post.id).cloned().unwrap_or_default(),
        poll: found.polls.get(&post.id).cloned(),
        tally: found.tallies.remove(&post.id).unwrap_or_default(),
        comment_count: found.comment_counts.get(&post.id).copied().unwrap_or(0),
        share_count: shares.all,
        quote_count: shares.quotes,
        is_saved: found.marks.saved.contains(&post.id),
        is_muted: found.marks.muted.contains(&post.id),
        is_pinned: found.marks.pinned.contains(&post.id),
        circle: facts.choice.circle.and_then(|circle| found.circles.get(&circle)).cloned(),
        may: May {
            edit: policy::may_edit(viewer, facts),
            delete: policy::may_delete(viewer, facts),
            pin: policy::may_pin(viewer, facts),
            close_comments: policy::may_close_comments(viewer, facts),
            comment: policy::may_comment(viewer, facts),
            react: policy::may_react(viewer, facts),
            share: policy::may_share(viewer, facts),
            arrange: policy::may_arrange(viewer, facts),
        },
        filtered: None,
        post,
    })
}

fn lay_out_original(original: &Visible<Post>, found: &Found) -> Option<Original> {
    Some(Original {
        author: found.people.get(&original.author)?.clone(),
        photos: found.photos.get(&original.id).cloned().unwrap_or_default(),
        poll: found.polls.get(&original.id).cloned(),
        post: original.clone(),
    })
}

/// What was looked up to stand beside comments.
pub(super) struct Beside<'a> {
    pub people: &'a HashMap<AccountId, PersonCard>,
    pub photos: &'a HashMap<MediaId, Photo>,
    pub saved: &'a HashSet<CommentId>,
    pub spoken: &'a HashMap<i64, PersonCard>,
    pub tallies: &'a mut HashMap<CommentId, Tally>,
}

/// Who wrote comments in the name of the page as which the viewer acts.
pub(super) fn spoken(
    q: &mut Query<'_>,
    viewer: &Viewer,
    comments: &[CommentId],
) -> Result<HashMap<i64, PersonCard>> {
    let bare: Vec<i64> = comments.iter().map(|id| id.raw()).collect();
    pages::spoken_by(q, viewer, pages::SubjectKind::Comment, &bare)
}

/// A comment as a card, from what was looked up.
pub(super) fn comment_card(
    viewer: &Viewer,
    post: &Visible<Post>,
    comment: Visible<Comment>,
    Beside { people, photos, saved, spoken, tallies }: Beside<'_>,
) -> Option<CommentCard> {
    let answers = comment.answers.filter(|answered| is_near(viewer, *answered));
    let mut author = people.get(&comment.author)?.clone();
    if viewer.active().is_err() {
        // Writing under somebody's post shows nobody's face to the world.
        author.avatar = None;
    }
    Some(CommentCard {
        author,
        spoken_by: spoken.get(&comment.id.raw()).cloned(),
        answers: answers
            .and_then(|answered| people.get(&answered))
            .filter(|card| card.state.is_present())
            .cloned(),
        photo: comment.photo.and_then(|photo| photos.get(&photo)).cloned(),
        tally: tallies.remove(&comment.id).unwrap_or_default(),
        is_saved: saved.contains(&comment.id),
        may_edit: comments::policy::may_edit(viewer, &post.facts, &comment),
        may_delete: comments::policy::may_delete(viewer, &post.facts, &comment),
        comment,
    })
}

/// Whether no block stands between the viewer and `other`.
fn is_near(viewer: &Viewer, other: AccountId) -> bool {
    viewer.member().is_none_or(|member| !member.is_apart_from(other))
}

/// Everybody who stands on these posts and comments.
pub(super) fn people_of<'a>(
    q: &mut Query<'_>,
    posts: impl Iterator<Item = &'a Visible<Post>>,
    comments: &[&Visible<Comment>],
) -> Result<HashMap<AccountId, PersonCard>> {
    let on_posts = posts.flat_map(|post| [Some(post.author), post.wall]);
    let on_comments = comments.iter().flat_map(|comment| [Some(comment.author), comment.answers]);
    accounts::cards(q, &distinct(on_posts.chain(on_comments).flatten()))
}

/// Photos of posts in order.
type PhotosByPost = HashMap<PostId, Vec<Photo>>;

/// Photos of posts in order, and those of comments by their ids.
fn photos_of(
    q: &mut Query<'_>,
    posts: &[PostId],
    comments: &[&Visible<Comment>],
) -> Result<(PhotosByPost, HashMap<MediaId, Photo>)> {
    let ids = posts::sql::photos(q, posts)?;
    let on_comments = comments.iter().filter_map(|comment| comment.photo);
    let all: Vec<MediaId> = ids.values().flatten().copied().chain(on_comments).collect();
    let photos = media::photos(q, &all)?;
    let of = |ids: Vec<MediaId>| ids.iter().filter_map(|id| photos.get(id).cloned()).collect();
    Ok((ids.into_iter().map(|(post, ids)| (post, of(ids))).collect(), photos))
}

/// Photos of comments, by their ids.
pub(super) fn comment_photos(
    q: &mut Query<'_>,
    comments: &[&Visible<Comment>],
) -> Result<HashMap<MediaId, Photo>> {
    let ids: Vec<MediaId> = comments.iter().filter_map(|comment| comment.photo).collect();
    media::photos(q, &ids)
}

/// Posts with a mark.
#[derive(Default)]
struct Marks {
    saved: HashSet<PostId>,
    muted: HashSet<PostId>,
    pinned: HashSet<PostId>,
}

/// Which posts the viewer saved or muted, and which are pinned.
fn marks_of(q: &mut Query<'_>, viewer: &Viewer, ids: &[PostId]) -> Result<Marks> {
    let mut marks = Marks::default();
    for (post, mark) in posts::sql::marks(q, viewer.id_or_zero(), ids)? {
        let those = match mark {
            Mark::Saved => &mut marks.saved,
            Mark::Muted => &mut marks.muted,
            Mark::Pinned => &mut marks.pinned,
        };
        those.insert(post);
    }
    Ok(marks)
}

/// Names of the viewer's own circles that these posts are for.
fn circles_of(
    q: &mut Query<'_>,
    viewer: &Viewer,
    shown: &[Visible<Post>],
) -> Result<HashMap<CircleId, String>> {
    let me = viewer.id_or_zero();
    let mine = shown.iter().filter(|post| post.facts.owner == me);
    let ids: Vec<CircleId> = distinct(mine.filter_map(|post| post.facts.choice.circle));
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let named = q.all(&CIRCLES, &params![me, &ids], |row| Ok((row.id("id")?, row.text("name")?)))?;
    Ok(named.into_iter().collect())
}

fn distinct<T: Copy + Eq + std::hash::Hash>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut seen = HashSet::new();
    items.filter(|item| seen.insert(*item)).collect()
}
