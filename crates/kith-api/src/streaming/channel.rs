//! Streams by the names that clients give them.

use kith_base::{Error, Result};

use crate::caller::Caller;

/// A tag that is listened to is at most so long.
const TAG: usize = 100;

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
    /// The home page, and notices if the token reaches them.
    User,
    /// Notices.
    Notices,
    /// What is for everyone.
    Everyone,
    /// Posts with a tag.
    Tag,
    /// Nothing so far: other servers, and conversations.
    Nothing,
}

impl Channel {
    /// The stream of this name.
    ///
    /// # Errors
    /// NotFound for names that nobody knows; Forbidden outside the token's scopes; Invalid without the tag.
    pub fn find(caller: &Caller, name: &str, tag: Option<&str>) -> Result<Self> {
        let plain = name.strip_suffix(":media").unwrap_or(name);
        let only_media = plain != name;
        let feed = match plain {
            "user" if !only_media => Feed::User,
            "user:notification" if !only_media => Feed::Notices,
            "public" | "public:local" => Feed::Everyone,
            "public:remote" => Feed::Nothing,
            "hashtag" | "hashtag:local" if !only_media => Feed::Tag,
            "direct" if !only_media => Feed::Nothing,
            // Here lists will be found by their id, and only their owner's.
            _ => return Err(Error::not_found()),
        };
        let scope = if feed == Feed::Notices { "read:notifications" } else { "read:statuses" };
        if !caller.may(scope) {
            return Err(Error::forbidden("apps-outside-scope"));
        }
        let tag = match feed {
            Feed::Tag => {
                let tag = tag.unwrap_or_default().trim().trim_start_matches('#');
                if tag.is_empty() || tag.chars().count() > TAG {
                    return Err(Error::invalid("tag", "error-required"));
                }
                Some(tag.to_owned())
            }
            _ => None,
        };
        Ok(Self { name: name.to_owned(), tag, feed, only_media })
    }

    /// The name as messages carry it.
    pub fn words(&self) -> Vec<String> {
        std::iter::once(self.name.clone()).chain(self.tag.clone()).collect()
    }
}
