//! For whom a post is: what may be chosen, what was chosen, and changing it, for one post or for all past ones.

use axum::Json;
use kith_base::{Error, Result, limits};
use kith_domain::posts::{self, Audience, CommentAudience, PastLimit, Post};
use kith_domain::{AccountId, CircleId, PostId, Visible};
use kith_http::Answer;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::circles::{self, Circle};
use super::input::{Asked, At, Sent, Word, maybe_object, object};
use super::operations::KithRoutes;
use super::output::{DONE, Done};
use crate::caller::Caller;
use crate::entities::schema::IdText;
use crate::routes::Needs;

pub(super) fn routes() -> KithRoutes {
    let write = Needs::Scope("write:statuses");
    KithRoutes::of("audiences")
        .get(
            "/api/kith/v1/audiences",
            Needs::Scope("read:lists"),
            ("listAudiences", "For whom the caller may write, on the own profile or on a friend's"),
            offer,
        )
        .post(
            "/api/kith/v1/audiences/limit_past",
            write,
            (
                "limitPastPosts",
                "Narrows every past post on the caller's own profile that reaches further than `to`",
            ),
            limit_past,
        )
        .get(
            "/api/kith/v1/statuses/{id}/audience",
            Needs::Scope("read:statuses"),
            ("getAudience", "For whom a post of the caller is, and who may comment"),
            show,
        )
        .put(
            "/api/kith/v1/statuses/{id}/audience",
            write,
            ("setAudience", "Changes for whom a post of the caller is, and who may comment"),
            change,
        )
        .put(
            "/api/kith/v1/statuses/{id}/comments_closed",
            write,
            ("closeComments", "Closes the comments under a post of the caller, or on the caller's profile"),
            close,
        )
        .delete(
            "/api/kith/v1/statuses/{id}/comments_closed",
            write,
            ("openComments", "Opens the comments under a post again"),
            open,
        )
}

/// For whom something is, exactly.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum AudienceChoice {
    /// Everyone, people without an account included.
    World {},
    /// Everyone who has joined.
    Community {},
    /// Friends of the author; on a wall, of its owner.
    Friends {},
    /// Friends, but for these people and whoever is in these circles. One of the two must name somebody.
    FriendsExcept {
        #[schemars(with = "Vec<IdText>")]
        account_ids: Vec<AccountId>,
        #[schemars(with = "Vec<IdText>")]
        circle_ids: Vec<CircleId>,
    },
    /// One circle of the author.
    Circle {
        #[schemars(with = "IdText")]
        circle_id: CircleId,
    },
    /// These people.
    People {
        #[schemars(with = "Vec<IdText>")]
        account_ids: Vec<AccountId>,
    },
    /// The author alone; on a wall, its owner too.
    #[serde(rename = "self")]
    Self_ {},
    /// Whoever reads the group in which it stands. It cannot be chosen: what is written in a group has it.
    Group {},
}

impl From<AudienceChoice> for posts::AudienceChoice {
    fn from(choice: AudienceChoice) -> Self {
        let named = |audience, people| Self { audience, people, ..Self::default() };
        match choice {
            AudienceChoice::World {} => Self::plain(Audience::World),
            AudienceChoice::Community {} => Self::plain(Audience::Community),
            AudienceChoice::Friends {} => Self::plain(Audience::Friends),
            AudienceChoice::FriendsExcept { account_ids, circle_ids } => {
                Self { except_circles: circle_ids, ..named(Audience::FriendsExcept, account_ids) }
            }
            AudienceChoice::Circle { circle_id } => {
                Self { circle: Some(circle_id), ..Self::plain(Audience::Circle) }
            }
            AudienceChoice::People { account_ids } => named(Audience::People, account_ids),
            AudienceChoice::Self_ {} => Self::plain(Audience::Self_),
            AudienceChoice::Group {} => Self::plain(Audience::Group),
        }
    }
}

impl From<&posts::AudienceChoice> for AudienceChoice {
    fn from(choice: &posts::AudienceChoice) -> Self {
        match choice.audience {
            Audience::World => Self::World {},
            Audience::Community => Self::Community {},
            Audience::Friends => Self::Friends {},
            Audience::FriendsExcept => Self::FriendsExcept {
                account_ids: choice.people.clone(),
                circle_ids: choice.except_circles.clone(),
            },
            Audience::Circle => Self::Circle { circle_id: choice.circle.unwrap_or_default() },
            Audience::People => Self::People { account_ids: choice.people.clone() },
            Audience::Self_ => Self::Self_ {},
            Audience::Group => Self::Group {},
        }
    }
}

/// Who may comment, among those who see it.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum CommentChoice {
    /// Everyone who sees it.
    Same {},
    /// Friends of the author; on a wall, of its owner.
    Friends {},
    /// These people.
    People {
        #[schemars(with = "Vec<IdText>")]
        account_ids: Vec<AccountId>,
    },
    /// Nobody but the author.
    Nobody {},
}

impl From<CommentChoice> for posts::CommentChoice {
    fn from(choice: CommentChoice) -> Self {
        match choice {
            CommentChoice::Same {} => CommentAudience::Same.into(),
            CommentChoice::Friends {} => CommentAudience::Friends.into(),
            CommentChoice::People { account_ids } => {
                Self { audience: CommentAudience::People, people: account_ids }
            }
            CommentChoice::Nobody {} => CommentAudience::Nobody.into(),
        }
    }
}

impl From<&posts::CommentChoice> for CommentChoice {
    fn from(choice: &posts::CommentChoice) -> Self {
        match choice.audience {
            CommentAudience::Same => Self::Same {},
            CommentAudience::Friends => Self::Friends {},
            CommentAudience::People => Self::People { account_ids: choice.people.clone() },
            CommentAudience::Nobody => Self::Nobody {},
        }
    }
}

/// For whom the caller may write.
#[derive(Debug, Serialize, JsonSchema)]
struct Offer {
    /// From wide to narrow.
    audiences: Vec<Word<Audience>>,
    /// Who may comment, from wide to narrow.
    comments: Vec<Word<CommentAudience>>,
    /// Circles of the caller, by name; none on somebody else's profile.
    circles: Vec<Circle>,
    /// What the caller chose to begin with.
    default_audience: Word<Audience>,
    /// The same for comments; it counts where a new post says nothing of them.
    default_comments: Word<CommentAudience>,
    /// How many people fit into an audience that names them.
    max_people: usize,
}

/// Where the post would stand.
#[derive(Debug, Deserialize, JsonSchema)]
struct Where {
    /// On whose profile; without it, on the caller's own.
    #[schemars(with = "Option<IdText>")]
    wall: Option<AccountId>,
}

async fn offer(caller: Caller, Asked(place): Asked<Where>) -> Answer<Json<Offer>> {
    let me = caller.viewer.active()?.id;
    let began = posts::composer(&caller.app, &caller.viewer, Vec::new()).await?;
    let mut offer = Offer {
        audiences: Vec::new(),
        comments: CommentAudience::ALL.iter().copied().map(Word).collect(),
        circles: Vec::new(),
        default_audience: Word(began.audience),
        default_comments: Word(began.comments),
        max_people: limits::AUDIENCE_PEOPLE,
    };
    match place.wall.filter(|wall| *wall != me) {
        Some(wall) => {
            let widest = widest_on(&caller, wall).await?;
            let fitting = posts::WALL_AUDIENCES.into_iter().filter(|audience| audience.is_within(widest));
            offer.audiences.extend(fitting.map(Word));
            offer.default_audience = Word(widest);
        }
        None => {
            offer.circles = circles::own(&caller).await?;
            let has_circles = !offer.circles.is_empty();
            let fitting = Audience::ALL.iter().filter(|audience| match audience {
                Audience::Circle => has_circles,
                Audience::Group => false,
                Audience::FriendsExcept => began.friend_count > 0,
                _ => true,
            });
            offer.audiences.extend(fitting.copied().map(Word));
        }
    }
    Ok(Json(offer))
}

/// How far at most the caller's posts on somebody's profile reach; not found where they may not write.
async fn widest_on(caller: &Caller, wall: AccountId) -> Result<Audience> {
    let viewer = caller.viewer.clone();
    let widest = caller.app.db.read(move |q| posts::wall_open_to(q, &viewer, wall)).await?;
    widest.ok_or_else(Error::not_found)
}

/// For whom a post is. Its author alone is told.
#[derive(Debug, Serialize, JsonSchema)]
struct PostAudience {
    audience: AudienceChoice,
    comments: CommentChoice,
    /// Whether the comments are closed.
    comments_closed: bool,
}

impl PostAudience {
    fn of(post: &Visible<Post>) -> Self {
        let facts = &post.facts;
        Self {
            audience: (&facts.choice).into(),
            comments: (&facts.comments).into(),
            comments_closed: facts.comments_closed_at.is_some(),
        }
    }
}

/// For whom a post is to be.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct NewAudience {
    #[serde(deserialize_with = "object")]
    audience: AudienceChoice,
    /// Without it, whoever might comment so far.
    #[serde(default, deserialize_with = "maybe_object")]
    comments: Option<CommentChoice>,
}

/// The caller's own post with this id. What somebody else wrote is as good as not there.
async fn own_post(caller: &Caller, id: PostId) -> Result<Visible<Post>> {
    let post = posts::get(&caller.app, &caller.viewer, id).await?;
    if caller.viewer.id() == Some(post.author) { Ok(post) } else { Err(Error::not_found()) }
}

async fn show(caller: Caller, At(id): At<PostId>) -> Answer<Json<PostAudience>> {
    Ok(Json(PostAudience::of(&own_post(&caller, id).await?)))
}

async fn change(
    caller: Caller,
    (At(id), Sent(new)): (At<PostId>, Sent<NewAudience>),
) -> Answer<Json<PostAudience>> {
    let comments = match new.comments {
        Some(comments) => comments.into(),
        None => own_post(&caller, id).await?.facts.comments.clone(),
    };
    let choice = new.audience.into();
    let changed = posts::set_audience(&caller.app, &caller.viewer, id, choice, comments).await?;
    Ok(Json(PostAudience::of(&changed)))
}

/// How many posts changed.
#[derive(Debug, Serialize, JsonSchema)]
struct Narrowed {
    count: usize,
}

/// How far past posts reach from then on.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Reach {
    Friends,
    #[serde(rename = "self")]
    OnlyMe,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Limit {
    to: Reach,
}

async fn limit_past(caller: Caller, Sent(limit): Sent<Limit>) -> Answer<Json<Narrowed>> {
    let limit = match limit.to {
        Reach::Friends => PastLimit::Friends,
        Reach::OnlyMe => PastLimit::OnlyMe,
    };
    let count = posts::limit_past(&caller.app, &caller.viewer, limit).await?;
    Ok(Json(Narrowed { count }))
}

async fn close(caller: Caller, At(id): At<PostId>) -> Answer<Json<Done>> {
    posts::set_comments_closed(&caller.app, &caller.viewer, id, true).await?;
    Ok(DONE)
}

async fn open(caller: Caller, At(id): At<PostId>) -> Answer<Json<Done>> {
    posts::set_comments_closed(&caller.app, &caller.viewer, id, false).await?;
    Ok(DONE)
}
