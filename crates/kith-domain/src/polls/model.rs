//! What a poll is, and what its author hands in.

use kith_base::Millis;
use serde::{Deserialize, Serialize};

use crate::{AccountId, PollId, PostId};

/// A poll as one viewer may know it.
#[derive(Clone, Debug)]
pub struct Poll {
    /// Which poll.
    pub id: PollId,
    /// The post it stands on; none for one on a message.
    pub post: Option<PostId>,
    /// Who asks: the author of the post or the message.
    pub author: AccountId,
    /// Whether a person may choose several answers.
    pub is_multiple: bool,
    /// Whether the counts are kept back: on a post nobody's to see before the end, on a message not the viewer's before
    /// they have voted.
    pub hides_totals: bool,
    /// When it ends.
    pub ends_at: Millis,
    /// Whether that is past.
    pub has_ended: bool,
    /// People who have voted.
    pub voters: i64,
    /// Answers that were chosen, by all of them together.
    pub votes: i64,
    /// The answers, in their order.
    pub options: Vec<PollOption>,
    /// Places of the answers that the viewer chose.
    pub mine: Vec<usize>,
    /// Whether the viewer asks on a post, and so does not vote.
    pub is_own: bool,
    /// Whether the viewer may vote now.
    pub may_vote: bool,
}

/// One answer of a poll.
#[derive(Clone, Debug)]
pub struct PollOption {
    /// What it says.
    pub title: String,
    /// How often it was chosen; none while that is hidden.
    pub votes: Option<i64>,
}

impl Poll {
    /// Whether the viewer has nothing more to choose: they voted, or they ask.
    pub const fn has_voted(&self) -> bool {
        self.is_own || !self.mine.is_empty()
    }

    /// What the answers say.
    pub fn titles(&self) -> impl Iterator<Item = &str> {
        self.options.iter().map(|option| option.title.as_str())
    }

    /// The same without what stands there for the viewer alone.
    #[must_use]
    pub fn without_own_marks(self) -> Self {
        Self { mine: Vec::new(), is_own: false, may_vote: false, ..self }
    }
}

/// What an author asks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewPoll {
    /// The answers to choose from.
    pub options: Vec<String>,
    /// Whether a person may choose several.
    pub is_multiple: bool,
    /// Whether the counts are nobody's to see before the end.
    pub hides_totals: bool,
    /// How long it lasts.
    pub lasts: Millis,
}

/// What the rules and the counts need to know of a poll as it stands in the database.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    pub id: PollId,
    pub is_multiple: bool,
    pub hides_totals: bool,
    pub ends_at: Millis,
    pub voters: i64,
    pub options: Vec<(String, i64)>,
    pub mine: Vec<usize>,
}
