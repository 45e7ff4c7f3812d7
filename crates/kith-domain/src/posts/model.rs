//! What a post is, who it is for, and what its author hands in.

use std::collections::HashMap;

use kith_base::Millis;

use super::texts::{NewText, PostText};
use crate::groups::GroupFacts;
use crate::viewer::{AccountState, stored_as_text};
use crate::{AccountId, CircleId, GroupId, MediaId, PostId, TopicId};

/// For whom something is meant, from wide to narrow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Audience {
    /// Everyone, visitors without an account included.
    World,
    /// Every member.
    Community,
    /// Friends of the owner.
    #[default]
    Friends,
    /// Friends of the owner, but for some people or circles.
    FriendsExcept,
    /// One circle of the owner.
    Circle,
    /// People named one by one.
    People,
    /// The owner alone (and the author, on a wall).
    Self_,
    /// Whoever reads the group in which it stands.
    Group,
}

stored_as_text!(Audience {
    World = "world",
    Community = "community",
    Friends = "friends",
    FriendsExcept = "friends_except",
    Circle = "circle",
    People = "people",
    Self_ = "self",
    Group = "group",
});

impl Audience {
    /// Whether people without any tie to the owner may be among the readers.
    pub const fn is_wide(self) -> bool {
        matches!(self, Self::World | Self::Community)
    }

    /// How narrow it is; a share may never stand before its original in this order.
    const fn narrowness(self) -> u8 {
        match self {
            Self::World => 0,
            Self::Community => 1,
            Self::Friends => 2,
            Self::FriendsExcept => 3,
            Self::Circle | Self::People | Self::Group => 4,
            Self::Self_ => 5,
        }
    }

    /// The narrower one of the two.
    #[must_use]
    pub const fn narrower(self, other: Self) -> Self {
        if self.is_within(other) { self } else { other }
    }

    /// Whether it is no wider than `other`, as far as words can tell; who may see the original is asked once more of
    /// every single reader.
    pub const fn is_within(self, other: Self) -> bool {
        self.narrowness() >= other.narrowness()
    }
}

/// Why a post in a group is not there for the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hold {
    /// Nobody has looked at it yet.
    Waiting,
    /// It was sent back to its author.
    Declined,
}

stored_as_text!(Hold { Waiting = "waiting", Declined = "declined" });

/// Who may comment, among those who may see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CommentAudience {
    /// Everyone who sees the post.
    #[default]
    Same,
    /// Friends of the owner.
    Friends,
    /// People named one by one.
    People,
    /// Nobody but the author.
    Nobody,
}

stored_as_text!(CommentAudience { Same = "same", Friends = "friends", People = "people", Nobody = "nobody" });

impl CommentAudience {
    /// Those that can be a standing choice, because they name nobody.
    pub const STANDING: [Self; 3] = [Self::Same, Self::Friends, Self::Nobody];
}

/// Who may comment, with the people that it names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommentChoice {
    /// Which kind.
    pub audience: CommentAudience,
    /// The people, for [`CommentAudience::People`].
    pub people: Vec<AccountId>,
}

impl From<CommentAudience> for CommentChoice {
    fn from(audience: CommentAudience) -> Self {
        Self { audience, people: Vec::new() }
    }
}

/// An audience with the people and circles that it names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AudienceChoice {
    /// Which kind.
    pub audience: Audience,
    /// The circle, for [`Audience::Circle`].
    pub circle: Option<CircleId>,
    /// The people: readers for [`Audience::People`], left out for [`Audience::FriendsExcept`].
    pub people: Vec<AccountId>,
    /// Circles left out, for [`Audience::FriendsExcept`].
    pub except_circles: Vec<CircleId>,
}

impl AudienceChoice {
    /// An audience that names nobody.
    pub fn plain(audience: Audience) -> Self {
        Self { audience, ..Self::default() }
    }
}

/// What the rules need to know of a post, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostFacts {
    /// Which post.
    pub id: PostId,
    /// Who wrote it.
    pub author: AccountId,
    /// Whether the author is there.
    pub author_state: AccountState,
    /// Whose friends and circles the audience means: the wall's owner, else the author.
    pub owner: AccountId,
    /// Whether the owner is there.
    pub owner_state: AccountState,
    /// For whom it is.
    pub choice: AudienceChoice,
    /// The group in which it stands.
    pub group: Option<GroupFacts>,
    /// Whether it is held back there.
    pub hold: Option<Hold>,
    /// Who may comment.
    pub comments: CommentChoice,
    /// Since when nobody may comment any more.
    pub comments_closed_at: Option<Millis>,
    /// Since when it is deleted.
    pub deleted_at: Option<Millis>,
    /// Who deleted it.
    pub deleted_by: Option<AccountId>,
}

/// The group of a post as it stands on the card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostGroup {
    /// Which group.
    pub id: GroupId,
    /// Its name.
    pub name: String,
    /// Its address.
    pub slug: String,
    /// The label that the post has there.
    pub topic: Option<(TopicId, String)>,
    /// Whether those who look after the group announce something with it.
    pub is_announcement: bool,
    /// Why it was sent back; for its author.
    pub reason: Option<String>,
}

/// A post.
#[derive(Clone, Debug)]
pub struct Post {
    /// Which post.
    pub id: PostId,
    /// Who wrote it.
    pub author: AccountId,
    /// On whose profile, if not on the author's own.
    pub wall: Option<AccountId>,
    /// In which group, if in one.
    pub group: Option<PostGroup>,
    /// What the rules go by.
    pub facts: PostFacts,
    /// Language of the text as a tag.
    pub language: String,
    /// What stands on the cover; empty without one.
    pub cover: String,
    /// The text as written.
    pub source: String,
    /// The text as shown.
    pub html: String,
    /// The same in further languages, in the author's order.
    pub more: Vec<PostText>,
    /// The post it passes on, whether or not that one is still there.
    pub shared: Option<PostId>,
    /// When it was written.
    pub created_at: Millis,
    /// When it was last changed.
    pub edited_at: Option<Millis>,
    /// Photos it has.
    pub photo_count: i64,
    /// Comments under it, all readers' sight taken together.
    pub comment_count: i64,
    /// Reactions to it.
    pub reaction_count: i64,
    /// Posts that pass it on.
    pub share_count: i64,
}

impl Post {
    /// For whom it is.
    pub const fn audience(&self) -> Audience {
        self.facts.choice.audience
    }
}

/// What an author hands in.
#[derive(Clone, Debug, Default)]
pub struct NewPost {
    /// The text in light Markdown.
    pub text: String,
    /// What to say before the post is opened; empty for no cover.
    pub cover: String,
    /// A language tag; empty or `auto` lets the text decide.
    pub language: String,
    /// The same in further languages.
    pub more: Vec<NewText>,
    /// For whom.
    pub choice: AudienceChoice,
    /// Who may comment.
    pub comments: CommentChoice,
    /// Photos in order, each uploaded by the author.
    pub photos: Vec<MediaId>,
    /// What they show, in words; photos without an entry keep the description they have.
    pub alts: HashMap<MediaId, String>,
    /// The profile to write on, if not one's own.
    pub wall: Option<AccountId>,
    /// The group to write in; it takes the place of the audience.
    pub group: Option<InGroup>,
    /// The post to pass on.
    pub share: Option<PostId>,
    /// A word that the form made: handed in twice it makes one post.
    pub submission: Option<String>,
}

/// In which group somebody writes, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InGroup {
    /// The group.
    pub group: GroupId,
    /// The label that the post has.
    pub topic: Option<TopicId>,
    /// Whether it is an announcement, for those who look after the group.
    pub is_announcement: bool,
}

/// What an author changes afterwards. Audience is changed apart from it.
#[derive(Clone, Debug, Default)]
pub struct PostEdit {
    /// The text in light Markdown.
    pub text: String,
    /// The cover; empty for none.
    pub cover: String,
    /// A language tag; empty or `auto` lets the text decide.
    pub language: String,
    /// The same in further languages; those left out are gone.
    pub more: Vec<NewText>,
    /// Photos in order; those left out are deleted, new ones come in.
    pub photos: Vec<MediaId>,
    /// What they show, in words; photos without an entry keep the description they have.
    pub alts: HashMap<MediaId, String>,
}

/// How often a post was passed on, as far as somebody may see it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ShareCount {
    /// In all.
    pub all: i64,
    /// With words or photos of their own.
    pub quotes: i64,
}

/// What a post said before it was edited, or says now.
#[derive(Clone, Debug)]
pub struct Revision {
    /// Cover then.
    pub cover: String,
    /// Language then.
    pub language: String,
    /// Text then, as typed.
    pub source: String,
    /// Text then, as shown.
    pub html: String,
    /// The same in further languages then.
    pub more: Vec<PostText>,
    /// Since when it said so.
    pub since: Millis,
}

impl Revision {
    /// Whether the words of both are the same.
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.cover == other.cover
            && self.language == other.language
            && self.source == other.source
            && self.more == other.more
    }
}
