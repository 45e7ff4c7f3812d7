//! How far a post reaches and may be passed on, in Mastodon's words.

use kith_domain::AccountId;
use kith_domain::posts::{self, Audience, PostFacts};
use serde_json::{Value, json};

/// Who may pass a post on with words of their own: whoever may see it and takes part. Mastodon has no word for some
/// people, and friends are followers in its words; who among them is left out is the author's business.
pub(super) fn quote_approval(facts: &PostFacts, may_share: bool) -> Value {
    let automatic: &[&str] = match facts.choice.audience {
        Audience::World | Audience::Community => &["public"],
        Audience::Friends | Audience::FriendsExcept => &["followers"],
        Audience::Circle | Audience::People => &["unsupported_policy"],
        Audience::Group => match posts::policy::widest_share(facts) {
            Some(_) => &["public"],
            None => &["unsupported_policy"],
        },
        Audience::Self_ => &[],
    };
    let current_user = if may_share { "automatic" } else { "denied" };
    json!({ "automatic": automatic, "manual": [], "current_user": current_user })
}

/// Comments are not passed on.
pub(super) fn nobody_quotes() -> Value {
    json!({ "automatic": [], "manual": [], "current_user": "denied" })
}

/// An audience in Mastodon's four words, never wider than it is.
pub(super) fn visibility(facts: &PostFacts, mentioned: Option<&Vec<AccountId>>) -> &'static str {
    match facts.choice.audience {
        Audience::World => "public",
        Audience::Community => "unlisted",
        Audience::Friends | Audience::FriendsExcept | Audience::Circle => "private",
        Audience::People => {
            let named = &facts.choice.people;
            let is_direct = mentioned.is_some_and(|mentioned| named.iter().all(|id| mentioned.contains(id)));
            if is_direct { "direct" } else { "private" }
        }
        // Which group it is, is none of Mastodon's words; what visitors read is public there.
        Audience::Group => match posts::policy::widest_share(facts) {
            Some(Audience::World) => "public",
            _ => "private",
        },
        Audience::Self_ => "direct",
    }
}
