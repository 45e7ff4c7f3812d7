//! For whom a post is: checking a choice, and changing it afterwards, for one post or for all past ones.

use kith_base::{Error, FieldError, Message, Result, limits};
use kith_db::Query;

use super::model::{Audience, AudienceChoice, CommentAudience, CommentChoice, Post};
use super::sql::past;
use super::{policy, sql};
use crate::changes::{self, Change};
use crate::viewer::{Member, Viewer, Visible};
use crate::{AccountId, App, GroupId, PostId, relationships, viewers};

/// On whose profile a post stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    /// The author's own.
    Own,
    /// A group, whose readers are the audience.
    Group(GroupId),
    /// A friend's, who chose how far at most posts on it reach.
    Wall(Audience),
}

/// What may be chosen on somebody's wall, where circles and names of the author would mean nothing to its owner.
pub const WALL_AUDIENCES: [Audience; 3] = [Audience::Community, Audience::Friends, Audience::Self_];

/// What can be said of a choice without looking anything up.
pub(crate) fn check(errors: &mut Vec<FieldError>, choice: &AudienceChoice) {
    let mut complain = |field, message: Message| errors.push(FieldError { field, message });
    match choice.audience {
        Audience::Circle if choice.circle.is_none() => complain("circle", "audience-circle-missing".into()),
        Audience::People if choice.people.is_empty() => complain("people", "audience-people-missing".into()),
        Audience::FriendsExcept if choice.people.is_empty() && choice.except_circles.is_empty() => {
            complain("except_people", "audience-except-missing".into());
        }
        _ => {}
    }
    if choice.people.len() > limits::AUDIENCE_PEOPLE {
        let field = if choice.audience == Audience::People { "people" } else { "except_people" };
        complain(field, Message::new("audience-people-too-many").with("limit", limits::AUDIENCE_PEOPLE));
    }
    if choice.except_circles.len() > limits::CIRCLES {
        complain("except_circles", Message::new("audience-circles-too-many").with("limit", limits::CIRCLES));
    }
}

/// The same for who may comment.
pub(super) fn check_comments(errors: &mut Vec<FieldError>, choice: &CommentChoice) {
    let mut complain = |message: Message| errors.push(FieldError { field: "comment_people", message });
    if choice.audience == CommentAudience::People && choice.people.is_empty() {
        complain("audience-people-missing".into());
    }
    if choice.people.len() > limits::AUDIENCE_PEOPLE {
        complain(Message::new("audience-people-too-many").with("limit", limits::AUDIENCE_PEOPLE));
    }
}

/// Who may comment as it will be stored: names only where names count, and only people who are there.
pub(super) fn settle_comments(
    q: &mut Query<'_>,
    author: &Member,
    choice: &CommentChoice,
) -> Result<CommentChoice> {
    let mut settled = CommentChoice::from(choice.audience);
    if choice.audience == CommentAudience::People {
        settled.people = people_near(q, author, &choice.people)?;
        if settled.people.is_empty() {
            return Err(Error::invalid("comment_people", "audience-people-missing"));
        }
    }
    Ok(settled)
}

/// Those of `people` who are there, but for the author and whoever is apart from them.
fn people_near(q: &mut Query<'_>, author: &Member, people: &[AccountId]) -> Result<Vec<AccountId>> {
    let mut near = sql::known_people(q, people)?;
    near.retain(|person| *person != author.id && !author.is_apart_from(*person));
    Ok(near)
}

/// The choice as it will be stored: only what its kind names, only own circles and people who are there, no wider than
/// a post that is passed on.
pub(super) fn settle(
    q: &mut Query<'_>,
    author: &Member,
    choice: &AudienceChoice,
    ground: Ground,
    original: Option<&Post>,
) -> Result<AudienceChoice> {
    if let Ground::Group(group) = ground {
        if original.is_some_and(|original| !policy::may_share_into(&original.facts, group)) {
            return Err(Error::invalid("audience", "audience-wider-than-original"));
        }
        return Ok(AudienceChoice::plain(Audience::Group));
    }
    let mut settled = AudienceChoice::plain(choice.audience);
    match choice.audience {
        Audience::Group => return Err(Error::invalid("audience", "audience-missing")),
        Audience::Circle => {
            let circle: Vec<_> = choice.circle.into_iter().collect();
            settled.circle = sql::own_circles(q, author.id, &circle)?.first().copied();
            if settled.circle.is_none() {
                return Err(Error::invalid("circle", "audience-circle-missing"));
            }
        }
        Audience::People | Audience::FriendsExcept => {
            settled.people = people_near(q, author, &choice.people)?;
            if choice.audience == Audience::FriendsExcept {
                settled.except_circles = sql::own_circles(q, author.id, &choice.except_circles)?;
                if settled.except_circles.len() < choice.except_circles.len() {
                    return Err(Error::invalid("except_circles", "audience-circle-missing"));
                }
            } else {
                // What is for few is as good as a message, and no adult turns to a minor whom they do not know.
                let young = relationships::out_of_reach(q, author.id, &settled.people)?;
                settled.people.retain(|person| !young.contains(person));
                if settled.people.is_empty() {
                    return Err(Error::invalid("people", "audience-people-missing"));
                }
            }
        }
        Audience::World | Audience::Community | Audience::Friends | Audience::Self_ => {}
    }
    if let Ground::Wall(widest) = ground
        && !WALL_AUDIENCES.iter().any(|offered| *offered == settled.audience && offered.is_within(widest))
    {
        return Err(Error::invalid("audience", "audience-wider-than-wall"));
    }
    let is_within = |original: &Post| {
        policy::widest_share(&original.facts).is_some_and(|widest| settled.audience.is_within(widest))
    };
    if original.is_some_and(|original| !is_within(original)) {
        return Err(Error::invalid("audience", "audience-wider-than-original"));
    }
    Ok(settled)
}

/// The choice as it will be stored, of something of `owner`'s that stands on nobody else's profile.
///
/// # Errors
/// Invalid for circles that are somebody else's and for people who are not there.
pub(crate) fn settle_own(
    q: &mut Query<'_>,
    owner: &Member,
    choice: &AudienceChoice,
) -> Result<AudienceChoice> {
    settle(q, owner, choice, Ground::Own, None)
}

/// Changes for whom a post is, and who may comment.
///
/// # Errors
/// NotFound unless the viewer is the author; Invalid as for a new post.
pub async fn set_audience(
    app: &App,
    viewer: &Viewer,
    post: PostId,
    choice: AudienceChoice,
    comments: impl Into<CommentChoice>,
) -> Result<Visible<Post>> {
    let comments = comments.into();
    let author = viewer.active()?.id;
    let mut errors = Vec::new();
    check(&mut errors, &choice);
    check_comments(&mut errors, &comments);
    if !errors.is_empty() {
        return Err(Error::invalid_fields(errors));
    }
    app.db
        .write(move |tx| {
            let member = viewers::load_fresh(tx, author)?;
            let viewer = Viewer::Member(member.clone());
            let before = super::load(tx, &viewer, post)?;
            if !policy::may_edit(&viewer, &before.facts) {
                return Err(Error::not_found());
            }
            let ground = match (&before.group, before.wall) {
                (Some(group), _) => Ground::Group(group.id),
                (None, Some(owner)) => Ground::Wall(super::wall_audience(tx, owner)?),
                (None, None) => Ground::Own,
            };
            let original = match before.shared {
                Some(shared) => sql::load(tx, &[shared])?.remove(&shared),
                None => None,
            };
            let choice = settle(tx, &member, &choice, ground, original.as_ref())?;
            let comments = settle_comments(tx, &member, &comments)?;
            sql::update_audience(tx, post, &choice, comments.audience)?;
            sql::put_named(tx, post, &choice, &comments)?;
            changes::record(tx, Change::PostChanged { post, author });
            if let Some(original) = before.shared {
                changes::record(tx, Change::SharesChanged { post: original });
            }
            super::record_tags(tx, &before)?;
            super::load(tx, &viewer, post)
        })
        .await
}

/// How far all that somebody wrote on their profile so far reaches at most from then on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PastLimit {
    /// To friends.
    Friends,
    /// To nobody else.
    OnlyMe,
}

/// How many posts [`limit_past`] would narrow.
///
/// # Errors
/// Sign-in needed or forbidden.
pub async fn count_past(app: &App, viewer: &Viewer, limit: PastLimit) -> Result<usize> {
    let author = viewer.active()?.id;
    let wider = move |q: &mut Query<'_>| match limit {
        PastLimit::Friends => past::count_wider_than_friends(q, author),
        PastLimit::OnlyMe => past::count_wider_than_self(q, author),
    };
    Ok(usize::try_from(app.db.read(wider).await?).unwrap_or(0))
}

/// Narrows every past post of the viewer on their own profile that reaches further than `limit`; returns how many there
/// were.
///
/// # Errors
/// Sign-in needed or forbidden.
pub async fn limit_past(app: &App, viewer: &Viewer, limit: PastLimit) -> Result<usize> {
    let author = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let narrowed = match limit {
                PastLimit::Friends => past::to_friends(tx, author)?,
                PastLimit::OnlyMe => past::to_self(tx, author)?,
            };
            for post in &narrowed {
                changes::record(tx, Change::PostChanged { post: *post, author });
            }
            Ok(narrowed.len())
        })
        .await
}
