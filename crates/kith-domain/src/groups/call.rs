//! Calling those who look after a group: `@moderators` in a post or comment there, or that word in another of our
//! languages. Everybody is reached by an announcement, which is for those who look after the group.

use kith_base::Result;
use kith_db::Tx;
use kith_locale::{Language, Locale};
use kith_text::names::fold;

use super::sql;
use crate::notices::{self, Cause};
use crate::{AccountId, GroupId};

/// Whether these words call those who look after the group.
pub(crate) fn calls_staff(text: &str) -> bool {
    if !text.contains(['@', '＠']) {
        return false;
    }
    let word_in = |language: &Language| fold(&Locale::new(*language, "UTC").t("groups-call-word"));
    let known: Vec<String> = Language::all().iter().map(word_in).collect();
    let text = fold(text);
    text.match_indices('@').any(|(at, _)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let rest = text.get(at + 1..).unwrap_or_default();
        let end = rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len());
        let word = rest.get(..end).unwrap_or_default();
        before.is_none_or(|letter| !letter.is_alphanumeric()) && known.iter().any(|each| each == word)
    })
}

/// Tells those who look after the group that they are called, but for those who were `told` already.
pub(crate) fn call_staff(
    tx: &mut Tx<'_>,
    group: GroupId,
    cause: &Cause,
    told: impl Fn(AccountId) -> bool,
) -> Result<()> {
    let cause = Cause { group: Some(group), ..cause.clone() };
    for (account, _) in sql::people::staff(tx, group)? {
        if !told(account) {
            notices::tell(tx, account, &cause)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::calls_staff;

    #[test]
    fn a_word_of_its_own_calls_in_every_language() {
        for text in
            ["@moderators", "Hey @Moderators, look!", "(@moderators)", "„@Moderation“", "@المشرفون هنا"]
        {
            assert!(calls_staff(text), "{text}");
        }
        for text in ["moderators", "a@moderators", "@moderator", "@moderatorship", "@ moderators", ""] {
            assert!(!calls_staff(text), "{text}");
        }
    }
}
