//! What rendering asks of the outside: where a mention and a tag lead. Who exists is not known here.

/// Where a mention leads and how the person is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MentionLink {
    /// Address of the profile: a path of this site (`/@ann`) or an `http(s)` address.
    pub href: String,
    /// What is shown in place of the written handle, without the leading `@`.
    pub shown_name: String,
}

/// Answers where mentions and tags lead. Called once per distinct mention or tag occurrence while rendering.
pub trait Links {
    /// The link of a handle as written (without `@`; may hold `@domain` for people elsewhere); `None` leaves plain text.
    fn mention(&self, handle: &str) -> Option<MentionLink>;
    /// The address of a tag's page, from its folded key.
    fn tag(&self, key: &str) -> String;
}

/// Links nobody; tags lead to `/tags/<key>`. For previews and tests.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoLinks;

impl Links for NoLinks {
    fn mention(&self, _handle: &str) -> Option<MentionLink> {
        None
    }

    fn tag(&self, key: &str) -> String {
        format!("/tags/{key}")
    }
}
