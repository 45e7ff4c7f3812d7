//! From words as typed to words as stored: checked, rendered, with the people they mention. Comments use it too.

use std::collections::HashMap;

use kith_base::{FieldError, Message, Result};
use kith_db::{Query, params, statement};
use kith_text::{Links, MentionLink, Rendered};

use crate::AccountId;
use crate::search_terms::Terms;
use crate::viewer::Member;

/// Mentions that are looked up in one text; more stay plain words.
const MENTIONS: usize = 50;

statement!(
    MENTIONED,
    "posts.mentioned",
    "SELECT id, handle FROM accounts WHERE handle_key = $1 AND domain IS NULL AND state = 'active'"
);

/// People whom a text names, by folded handle. Who is apart from the author by a block is as good as unknown.
#[derive(Clone, Debug, Default)]
pub(crate) struct Mentioned(HashMap<String, (AccountId, String)>);

impl Mentioned {
    /// Looks up whom `source` names.
    pub(crate) fn find(q: &mut Query<'_>, author: &Member, source: &str) -> Result<Self> {
        Self::find_in(q, author, std::iter::once(source))
    }

    /// Looks up whom these texts name together.
    pub(crate) fn find_in<'a>(
        q: &mut Query<'_>,
        author: &Member,
        sources: impl Iterator<Item = &'a str>,
    ) -> Result<Self> {
        let mut keys: Vec<String> = Vec::new();
        for handle in sources.flat_map(|source| kith_text::scan(source).mentions) {
            let key = kith_text::names::fold(&handle);
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        let mut people = HashMap::new();
        for key in keys.into_iter().take(MENTIONS) {
            let found = q.find(&MENTIONED, &params![&key], |row| Ok((row.id("id")?, row.text("handle")?)))?;
            if let Some((account, handle)) = found
                && !author.is_apart_from(account)
            {
                people.insert(key, (account, handle));
            }
        }
        Ok(Self(people))
    }

    /// Their ids.
    pub(crate) fn ids(&self) -> Vec<AccountId> {
        self.0.values().map(|(account, _)| *account).collect()
    }
}

impl Links for Mentioned {
    fn mention(&self, handle: &str) -> Option<MentionLink> {
        let (_, handle) = self.0.get(&kith_text::names::fold(handle))?;
        Some(MentionLink { href: format!("/u/{handle}"), shown_name: handle.clone() })
    }

    fn tag(&self, key: &str) -> String {
        let mut address = String::from("/t/");
        address.extend(url::form_urlencoded::byte_serialize(key.as_bytes()));
        address
    }
}

/// Words that passed the checks, with what came of them.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    /// As typed, normalised.
    pub source: String,
    /// As shown, with what was found.
    pub rendered: Rendered,
    /// Who is mentioned.
    pub mentioned: Vec<AccountId>,
    /// The language, as a tag.
    pub language: String,
    /// By what they are found.
    pub terms: Terms,
}

/// The language of `source`: as chosen, else as it reads, else the author's own.
pub(crate) fn language_of(chosen: &str, source: &str, author: &Member) -> String {
    let chosen = chosen.trim();
    if !chosen.is_empty() && chosen != "auto" {
        return chosen.to_owned();
    }
    let own = if author.language.is_empty() { "en" } else { &author.language };
    kith_text::language::guess(source).unwrap_or(own).to_owned()
}

/// Whether a post may be marked with this language.
pub(crate) fn is_known_language(chosen: &str) -> bool {
    let chosen = chosen.trim();
    chosen.is_empty()
        || chosen == "auto"
        || kith_locale::written_languages().iter().any(|(tag, _)| tag.eq_ignore_ascii_case(chosen))
}

/// Adds a complaint when `text` is longer than `limit`.
pub(crate) fn check_length(
    errors: &mut Vec<FieldError>,
    field: &'static str,
    key: &'static str,
    text: &str,
    limit: usize,
) {
    let has = kith_text::count::characters(text);
    if has > limit {
        let message = Message::new(key).with("limit", limit).with("over", has - limit);
        errors.push(FieldError { field, message });
    }
}
