//! What an app may do, in the words of Mastodon's API (docs.joinmastodon.org/api/oauth-scopes).

use std::collections::BTreeSet;
use std::fmt;

/// What can be read one by one.
const READ: [&str; 12] = [
    "accounts",
    "blocks",
    "bookmarks",
    "collections",
    "favourites",
    "filters",
    "follows",
    "lists",
    "mutes",
    "notifications",
    "search",
    "statuses",
];
/// What can be changed one by one.
const WRITE: [&str; 13] = [
    "accounts",
    "blocks",
    "bookmarks",
    "collections",
    "conversations",
    "favourites",
    "filters",
    "follows",
    "lists",
    "media",
    "mutes",
    "notifications",
    "statuses",
];
/// What the staff can read and change one by one.
const ADMIN: [&str; 7] = [
    "accounts",
    "reports",
    "domain_allows",
    "domain_blocks",
    "ip_blocks",
    "email_domain_blocks",
    "canonical_email_blocks",
];
/// What the old scope `follow` stands for.
const FOLLOW: [&str; 6] =
    ["read:blocks", "write:blocks", "read:follows", "write:follows", "read:mutes", "write:mutes"];

/// A set of scopes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scopes(BTreeSet<String>);

impl Scopes {
    /// Reads scopes with spaces (or plus signs) between; `None` when one of them is unknown. No scope at all is `read`.
    pub fn parse(text: &str) -> Option<Self> {
        let words: BTreeSet<String> =
            text.split([' ', '+', '\n']).filter(|word| !word.is_empty()).map(str::to_owned).collect();
        if words.is_empty() {
            return Some(Self(BTreeSet::from(["read".to_owned()])));
        }
        words.iter().all(|word| is_known(word)).then_some(Self(words))
    }

    /// Whether an app with these scopes may do what asks for `needed`.
    pub fn allow(&self, needed: &str) -> bool {
        self.0.iter().any(|held| covers(held, needed))
            || (self.0.contains("follow") && FOLLOW.contains(&needed))
    }

    /// Whether each of these scopes is held by `other` too.
    pub fn are_within(&self, other: &Self) -> bool {
        self.0.iter().all(|scope| match scope.as_str() {
            "follow" => other.0.contains("follow") || FOLLOW.iter().all(|needed| other.allow(needed)),
            scope => other.allow(scope),
        })
    }

    /// Takes in what `other` holds.
    pub(super) fn add(&mut self, other: &Self) {
        self.0.extend(other.0.iter().cloned());
    }

    /// The scopes one by one.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// All scopes that this server knows, for its description of itself.
    pub fn known() -> Vec<String> {
        let coarse = ["profile", "read", "write", "follow", "push", "admin:read", "admin:write"];
        let fine = |of: &'static str, words: &'static [&'static str]| {
            words.iter().map(move |word| format!("{of}:{word}"))
        };
        let coarse = coarse.into_iter().map(str::to_owned);
        let fine = fine("read", &READ).chain(fine("write", &WRITE)).chain(["write:reports".to_owned()]);
        coarse.chain(fine).collect()
    }
}

impl fmt::Display for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, scope) in self.0.iter().enumerate() {
            let space = if at == 0 { "" } else { " " };
            write!(f, "{space}{scope}")?;
        }
        Ok(())
    }
}

/// `read` covers `read:statuses`, and everything covers itself.
fn covers(held: &str, needed: &str) -> bool {
    needed.strip_prefix(held).is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
}

fn is_known(word: &str) -> bool {
    match word {
        "read" | "write" | "follow" | "push" | "profile" | "write:reports" | "admin:read" | "admin:write" => {
            true
        }
        _ => {
            let fine = |of, words: &[&str]| word.strip_prefix(of).is_some_and(|rest| words.contains(&rest));
            fine("read:", &READ)
                || fine("write:", &WRITE)
                || fine("admin:read:", &ADMIN)
                || fine("admin:write:", &ADMIN)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scopes(text: &str) -> Scopes {
        Scopes::parse(text).unwrap()
    }

    #[test]
    fn coarse_scopes_hold_the_fine_ones_and_not_the_other_way_round() {
        assert!(scopes("read write").allow("read:statuses"));
        assert!(scopes("read:statuses").allow("read:statuses"));
        assert!(!scopes("read:statuses").allow("read"));
        assert!(!scopes("read:statuses").allow("read:accounts"));
        assert!(!scopes("read").allow("readx"));
        assert!(scopes("follow").allow("write:mutes"));
        assert!(!scopes("follow").allow("write:statuses"));
    }

    #[test]
    fn an_app_gets_no_more_than_it_asked_for() {
        assert!(scopes("read:statuses follow").are_within(&scopes("read write follow")));
        assert!(scopes("follow").are_within(&scopes("read write")));
        assert!(!scopes("write").are_within(&scopes("read write:statuses")));
        assert!(!scopes("push").are_within(&scopes("read write follow")));
    }

    #[test]
    fn what_nobody_knows_is_refused_and_nothing_means_read() {
        assert_eq!(Scopes::parse("read everything"), None);
        assert_eq!(scopes("").to_string(), "read");
        assert_eq!(scopes("write+read:accounts").to_string(), "read:accounts write");
    }
}
