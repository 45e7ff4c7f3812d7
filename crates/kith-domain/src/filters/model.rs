//! What a filter is.

use kith_base::Millis;

use crate::kinds::{FilterId, FilterKeywordId, FilterPostId};
use crate::viewer::stored_as_text;

/// What becomes of a post that falls under a filter; the later, the stricter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FilterAction {
    /// Its photos are covered; where they cannot be covered alone, the whole post is.
    Blur,
    /// It is folded under a line that names the words.
    #[default]
    Cover,
    /// It is left out of lists.
    Hide,
}

stored_as_text!(FilterAction { Blur = "blur", Cover = "cover", Hide = "hide" });

/// Where something is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// The home page and lists.
    Home,
    /// Notifications.
    Notifications,
    /// What is written for everyone, and tags.
    Public,
    /// A post with its comments.
    Thread,
    /// Somebody's profile.
    Account,
}

stored_as_text!(Context {
    Home = "home",
    Notifications = "notifications",
    Public = "public",
    Thread = "thread",
    Account = "account",
});

/// The places in which a filter holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contexts(Vec<Context>);

impl Default for Contexts {
    /// All of them.
    fn default() -> Self {
        Self(Context::ALL.to_vec())
    }
}

impl Contexts {
    /// Reads words; none when one of them is unknown, or there is none at all.
    pub fn parse<'w>(words: impl IntoIterator<Item = &'w str>) -> Option<Self> {
        let named: Option<Vec<Context>> = words.into_iter().map(Context::parse).collect();
        let named = named?;
        let all: Vec<Context> =
            Context::ALL.iter().copied().filter(|context| named.contains(context)).collect();
        (!all.is_empty()).then_some(Self(all))
    }

    /// Whether `context` is among them.
    pub fn hold(&self, context: Context) -> bool {
        self.0.contains(&context)
    }

    /// Their words, in order.
    pub fn words(&self) -> Vec<&'static str> {
        self.0.iter().map(|context| context.as_str()).collect()
    }
}

/// What a member does not want to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// Which one.
    pub id: FilterId,
    /// What its owner calls it.
    pub title: String,
    /// Where it holds.
    pub contexts: Contexts,
    /// What becomes of posts that fall under it.
    pub action: FilterAction,
    /// When it runs out, if ever.
    pub expires_at: Option<Millis>,
    /// The words, oldest first.
    pub keywords: Vec<Keyword>,
    /// Posts and comments put there by hand.
    pub posts: Vec<FilteredPost>,
}

/// Words of a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keyword {
    /// Which ones.
    pub id: FilterKeywordId,
    /// As typed.
    pub phrase: String,
    /// Whether parts of longer words do not count.
    pub is_whole_word: bool,
}

/// A post or a comment in a filter. Both share one room of ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FilteredPost {
    /// Its place in the filter.
    pub id: FilterPostId,
    /// The post's or the comment's id.
    pub post: i64,
}

/// A filter as asked for on the page: one phrase, everywhere.
#[derive(Clone, Debug, Default)]
pub struct NewFilter {
    /// The words.
    pub phrase: String,
    /// Whether parts of longer words do not count.
    pub is_whole_word: bool,
    /// What becomes of posts that hold them.
    pub action: FilterAction,
    /// For how many days, one of [`super::DAYS`]; none for good.
    pub days: Option<Millis>,
}

/// How long a filter lasts, as asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lasting {
    /// As before; a new one lasts for good.
    #[default]
    AsBefore,
    /// For good.
    ForGood,
    /// So long from now.
    For(Millis),
}

/// What is changed of a filter, or said of a new one; what is not named stays, or is as usual.
#[derive(Clone, Debug, Default)]
pub struct FilterEdit {
    /// The title as typed.
    pub title: Option<String>,
    /// Where it holds.
    pub contexts: Option<Contexts>,
    /// What becomes of posts that fall under it.
    pub action: Option<FilterAction>,
    /// How long it lasts.
    pub lasting: Lasting,
    /// Words to add, to change and to take away.
    pub keywords: Vec<KeywordEdit>,
}

/// One step with the words of a filter.
#[derive(Clone, Debug, Default)]
pub struct KeywordEdit {
    /// Which words; none for new ones.
    pub id: Option<FilterKeywordId>,
    /// As typed.
    pub phrase: Option<String>,
    /// Whether parts of longer words do not count.
    pub is_whole_word: Option<bool>,
    /// Whether they are taken away.
    pub is_gone: bool,
}
