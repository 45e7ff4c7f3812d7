//! Reactions: one of seven for each person and thing. Counts leave out those whom the viewer does not see.

mod sql;

use std::collections::HashMap;

use kith_base::{Error, Page, PageRequest, Result};
use kith_db::{Query, Tx};

use crate::changes::{self, Change};
use crate::kinds::AccountKind;
use crate::notices::{self, Cause, Occasion};
use crate::viewer::{Viewer, stored_as_text};
use crate::{AccountId, App, CommentId, PostId, comments, posts, viewers};

/// The seven.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ReactionKind {
    /// 👍
    Like,
    /// ❤️
    Love,
    /// 🤗
    Care,
    /// 😆
    Haha,
    /// 😮
    Wow,
    /// 😢
    Sad,
    /// 😠
    Angry,
}

stored_as_text!(ReactionKind {
    Like = "like",
    Love = "love",
    Care = "care",
    Haha = "haha",
    Wow = "wow",
    Sad = "sad",
    Angry = "angry",
});

impl ReactionKind {
    /// Its picture.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Like => "👍",
            Self::Love => "❤️",
            Self::Care => "🤗",
            Self::Haha => "😆",
            Self::Wow => "😮",
            Self::Sad => "😢",
            Self::Angry => "😠",
        }
    }
}

/// What is reacted to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A post.
    Post(PostId),
    /// A comment.
    Comment(CommentId),
}

impl Subject {
    const fn kind(self) -> &'static str {
        match self {
            Self::Post(_) => POST,
            Self::Comment(_) => COMMENT,
        }
    }

    const fn id(self) -> i64 {
        match self {
            Self::Post(id) => id.raw(),
            Self::Comment(id) => id.raw(),
        }
    }
}

const POST: &str = "post";
const COMMENT: &str = "comment";

/// Reactions to one thing, as one viewer sees them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many of each kind there are, the most frequent first; kinds without any are left out.
    pub counts: Vec<(ReactionKind, i64)>,
    /// The viewer's own.
    pub mine: Option<ReactionKind>,
}

impl Tally {
    /// All together.
    pub fn total(&self) -> i64 {
        self.counts.iter().map(|(_, count)| count).sum()
    }

    /// The kinds whose pictures stand beside the number.
    pub fn top(&self) -> impl Iterator<Item = ReactionKind> + '_ {
        self.counts.iter().take(3).map(|(kind, _)| *kind)
    }

    fn sort(&mut self) {
        self.counts.retain(|(_, count)| *count > 0);
        self.counts.sort_by(|left, right| right.1.cmp(&left.1).then(left.0.cmp(&right.0)));
    }
}

/// Reacts with `kind`, in place of what the viewer had; `None` takes it back. Doing it twice changes nothing.
///
/// # Errors
/// NotFound when the viewer may not see the thing.
pub async fn set(app: &App, viewer: &Viewer, subject: Subject, kind: Option<ReactionKind>) -> Result<Tally> {
    let by = viewer.active()?.id;
    app.db.write(move |tx| write(tx, by, subject, kind)).await
}

fn write(tx: &mut Tx<'_>, by: AccountId, subject: Subject, kind: Option<ReactionKind>) -> Result<Tally> {
    let viewer = Viewer::Member(viewers::load_fresh(tx, by)?);
    let (post, author) = check(tx, &viewer, subject)?;
    let comment = if let Subject::Comment(id) = subject { Some(id) } else { None };
    let before = sql::mine(tx, subject.kind(), subject.id(), by)?;
    if before != kind {
        let cause = Cause {
            comment,
            reaction: kind.map(ReactionKind::as_str),
            ..Cause::at_post(Occasion::Reaction, by, post)
        };
        if let Some(before) = before {
            notices::take_back(tx, author, &cause)?;
            sql::remove(tx, subject.kind(), subject.id(), by)?;
            sql::count(tx, subject.kind(), subject.id(), before, -1)?;
        }
        if let Some(kind) = kind {
            sql::insert(tx, subject.kind(), subject.id(), by, kind)?;
            sql::count(tx, subject.kind(), subject.id(), kind, 1)?;
            notices::tell(tx, author, &cause)?;
        }
        let more = i64::from(kind.is_some()) - i64::from(before.is_some());
        if more != 0 {
            match subject {
                Subject::Post(id) => posts::sql::count_reactions(tx, id, more)?,
                Subject::Comment(id) => comments::sql::count_reactions(tx, id, more)?,
            }
        }
        changes::record(tx, Change::ReactionsChanged { post, comment });
    }
    let mut tallies = of(tx, &viewer, subject.kind(), &[subject.id()])?;
    Ok(tallies.remove(&subject.id()).unwrap_or_default())
}

/// The post at which a reaction happens and who wrote what is reacted to, if the viewer may react.
fn check(q: &mut Query<'_>, viewer: &Viewer, subject: Subject) -> Result<(PostId, AccountId)> {
    let (may, found) = match subject {
        Subject::Post(id) => {
            let post = posts::load(q, viewer, id)?;
            (posts::policy::may_react(viewer, &post.facts), (id, post.author))
        }
        Subject::Comment(id) => {
            let (comment, post) = comments::load(q, viewer, id)?;
            (comments::policy::may_react(viewer, &post.facts, &comment), (post.id, comment.author))
        }
    };
    if may { Ok(found) } else { Err(Error::not_found()) }
}

/// Reactions to posts that the viewer may see. Two statements whatever the number.
///
/// # Errors
/// Internal when the database fails.
pub fn of_posts(q: &mut Query<'_>, viewer: &Viewer, ids: &[PostId]) -> Result<HashMap<PostId, Tally>> {
    let raw: Vec<i64> = ids.iter().map(|id| id.raw()).collect();
    Ok(of(q, viewer, POST, &raw)?.into_iter().map(|(id, tally)| (PostId::new(id), tally)).collect())
}

/// Reactions to comments that the viewer may see. Two statements whatever the number.
///
/// # Errors
/// Internal when the database fails.
pub fn of_comments(
    q: &mut Query<'_>,
    viewer: &Viewer,
    ids: &[CommentId],
) -> Result<HashMap<CommentId, Tally>> {
    let raw: Vec<i64> = ids.iter().map(|id| id.raw()).collect();
    Ok(of(q, viewer, COMMENT, &raw)?.into_iter().map(|(id, tally)| (CommentId::new(id), tally)).collect())
}

fn of(q: &mut Query<'_>, viewer: &Viewer, kind: &str, ids: &[i64]) -> Result<HashMap<i64, Tally>> {
    let mut tallies: HashMap<i64, Tally> = HashMap::new();
    if ids.is_empty() {
        return Ok(tallies);
    }
    for (id, kind, count) in sql::tallies(q, kind, ids)? {
        tallies.entry(id).or_default().counts.push((kind, count));
    }
    if !tallies.is_empty() {
        let me = viewer.id();
        let blocked = viewer.member().into_iter().flat_map(|member| &member.blocked).copied();
        let people: Vec<AccountId> = blocked.chain(me).collect();
        for (id, who, kind) in sql::by_people(q, kind, ids, &people)? {
            let Some(tally) = tallies.get_mut(&id) else { continue };
            if Some(who) == me {
                tally.mine = Some(kind);
            } else if let Some(count) = tally.counts.iter_mut().find(|(of, _)| *of == kind) {
                count.1 -= 1;
            }
        }
    }
    tallies.values_mut().for_each(Tally::sort);
    Ok(tallies)
}

/// Who reacted, with one kind or any, and how often each kind was chosen. People apart from the viewer by a block, and
/// people who are not there, are left out.
///
/// # Errors
/// NotFound when the viewer may not see the thing.
pub async fn who(
    app: &App,
    viewer: &Viewer,
    subject: Subject,
    kind: Option<ReactionKind>,
    request: PageRequest<AccountKind>,
) -> Result<(Tally, Page<(AccountId, ReactionKind), AccountKind>)> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            match subject {
                Subject::Post(id) => posts::load(q, &viewer, id).map(|_| ())?,
                Subject::Comment(id) => comments::load(q, &viewer, id).map(|_| ())?,
            }
            let tally =
                of(q, &viewer, subject.kind(), &[subject.id()])?.remove(&subject.id()).unwrap_or_default();
            let asker = posts::policy::sql_viewer(&viewer);
            let mut items = sql::who(q, asker, subject.kind(), subject.id(), kind, &request)?;
            let has_more = items.len() > request.limit;
            items.truncate(request.limit);
            if request.nearest {
                items.reverse();
            }
            let goes_on = has_more || request.nearest;
            let next = items.last().map(|(who, _)| *who).filter(|_| goes_on);
            Ok((tally, Page { items, next }))
        })
        .await
}
