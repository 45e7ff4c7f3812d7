//! Streams by the names that clients give them.

use kith_base::{Error, Result};
use kith_domain::kinds::ListId;
use kith_domain::lists;

use crate::caller::Caller;

/// A tag that is listened to is at most so long.
const TAG: usize = 100;

/// Which stream a client asks for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Asked<'a> {
    pub name: &'a str,
    pub tag: Option<&'a str>,
    pub list: Option<&'a str>,
}

impl<'a> Asked<'a> {
    /// A stream that needs no more than its name.
    pub fn for_name(name: &'a str) -> Self {
        Self { name, ..Self::default() }
    }
}

/// A stream that somebody listens to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Channel {
    /// As the client calls it.
    pub name: String,
    /// The tag as the client wrote it.
    pub tag: Option<String>,
    pub feed: Feed,
    pub only_media: bool,
}

/// What comes on a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feed {
    /// The home page, conversations, and notices if the token reaches them.
    User,
    /// Notices.
    Notices,
    /// What is for everyone.
    Everyone,
    /// Posts with a tag.
    Tag,
    /// Posts of the people in one of the caller's own lists.
    List(ListId),
    /// Conversations.
    Direct,
    /// Nothing so far: other servers.
    Nothing,
}

impl Channel {
    /// The stream that is asked for.
    ///
    /// # Errors
    /// NotFound for names that nobody knows and for lists that are not the caller's; Forbidden outside the token's
    /// scopes; Invalid without the tag.
    pub async fn find(caller: &Caller, asked: Asked<'_>) -> Result<Self> {
        let name = asked.name;
        let plain = name.strip_suffix(":media").unwrap_or(name);
        let only_media = plain != name;
        let feed = match plain {
            "user" if !only_media => Feed::User,
            "user:notification" if !only_media => Feed::Notices,
            "public" | "public:local" => Feed::Everyone,
            "public:remote" => Feed::Nothing,
            "hashtag" | "hashtag:local" if !only_media => Feed::Tag,
            "list" if !only_media => Feed::List(list_of(asked)?),
            "direct" if !only_media => Feed::Direct,
            _ => return Err(Error::not_found()),
        };
        let scope = if feed == Feed::Notices { "read:notifications" } else { "read:statuses" };
        if !caller.may(scope) {
            return Err(Error::forbidden("apps-outside-scope"));
        }
        if let Feed::List(list) = feed {
            lists::get(&caller.app, &caller.viewer, list).await?;
        }
        let tag = if feed == Feed::Tag { Some(tag_of(asked)?) } else { None };
        Ok(Self { name: name.to_owned(), tag, feed, only_media })
    }

    /// The name as messages carry it.
    pub fn words(&self) -> Vec<String> {
        let list = match self.feed {
            Feed::List(list) => Some(list.to_string()),
            _ => None,
        };
        [Some(self.name.clone()), self.tag.clone(), list].into_iter().flatten().collect()
    }
}

fn list_of(asked: Asked<'_>) -> Result<ListId> {
    asked.list.and_then(|id| id.trim().parse().ok()).ok_or_else(Error::not_found)
}

fn tag_of(asked: Asked<'_>) -> Result<String> {
    let tag = asked.tag.unwrap_or_default().trim().trim_start_matches('#');
    if tag.is_empty() || tag.chars().count() > TAG {
        return Err(Error::invalid("tag", "error-required"));
    }
    Ok(tag.to_owned())
}
