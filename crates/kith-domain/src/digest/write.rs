//! The words of a digest, in the language of its reader.

use kith_base::{Millis, Result};
use kith_locale::Locale;

use super::gather::{Found, Told};
use crate::accounts::{self, Account, PersonCard};
use crate::inbox::Group;
use crate::mail::{Pace, Sort};
use crate::notices::Occasion;
use crate::ports::{Block, Link, Mail};
use crate::{App, push, site};

/// The letter about what was found, for the date that was due then.
pub(super) async fn letter(
    app: &App,
    account: &Account,
    address: String,
    pace: Pace,
    found: Found,
    due_at: Millis,
) -> Result<Mail> {
    let site = site::settings(app).await?;
    let words = Words { l: accounts::locale_of(account), base: &site.base_url, now: app.now() };
    let subject = match pace {
        Pace::Daily => words.l.t1("digest-subject-daily", "site", site.name.as_str()),
        Pace::Off | Pace::Weekly => words.l.t1("digest-subject-weekly", "site", site.name.as_str()),
    };
    let mut blocks = vec![Block::Text(words.l.t1("digest-lead", "site", site.name.as_str()))];
    blocks.extend(words.notices(&found));
    blocks.extend(words.posts(&found));
    let label = words.l.t1("mail-open", "site", site.name.as_str()).replace(['\u{2068}', '\u{2069}'], "");
    blocks.push(Block::Button(Link { label, url: format!("{}/", site.base_url) }));
    let mail = accounts::envelope(app, &site, account, address, (subject, blocks), Sort::Digest);
    // The same digest that is sent twice after a crash is known again by mailboxes.
    Ok(Mail { id: Some(format!("digest.{}.{due_at}", account.id)), ..mail })
}

struct Words<'a> {
    l: Locale,
    base: &'a str,
    now: Millis,
}

impl Words<'_> {
    fn item(&self, title: String, text: String, path: &str) -> Block {
        Block::Item { title, text, url: format!("{}{path}", self.base) }
    }

    /// What happened to the member, with requests before everything else.
    fn notices(&self, found: &Found) -> Vec<Block> {
        let mut blocks = Vec::new();
        if found.requests > 0 || !found.notices.is_empty() {
            blocks.push(Block::Heading(self.l.t("digest-notices")));
        }
        if found.requests > 0 {
            let title = self.l.t1("digest-requests", "count", found.requests);
            blocks.push(self.item(title, String::new(), "/friends"));
        }
        for told in &found.notices {
            let title = self.title(&told.group, &told.person);
            blocks.push(self.item(title, told.words.clone(), &path_to(told)));
        }
        if found.has_more {
            blocks.push(Block::Text(self.l.t("digest-more")));
        }
        blocks
    }

    /// What happened, in a line; those who did the same are counted.
    fn title(&self, group: &Group, person: &PersonCard) -> String {
        if group.newest.occasion == Occasion::ScheduledRefused {
            return self.l.t("digest-scheduled-refused");
        }
        let title = push::title(&self.l, &group.newest, &person.name);
        match i64::try_from(group.people.len()).unwrap_or(1) - 1 {
            0 => title,
            others => self.l.t2("digest-with-others", "title", title, "count", others),
        }
    }

    fn posts(&self, found: &Found) -> Vec<Block> {
        let (posts, mut blocks) = (&found.posts, Vec::new());
        if !posts.is_empty() {
            blocks.push(Block::Heading(self.l.t("digest-posts")));
        }
        for card in posts {
            let when = self.l.time_ago(card.post.id.made_at(), self.now);
            let title = self.l.t2("digest-post", "name", card.author.name.as_str(), "when", when);
            let words = match push::words_of(card, &found.reading) {
                words if words.is_empty() && !card.photos.is_empty() => {
                    let photos = i64::try_from(card.photos.len()).unwrap_or(0);
                    self.l.t1("digest-photos", "count", photos)
                }
                words => words,
            };
            blocks.push(self.item(title, words, &format!("/p/{}", card.post.id)));
        }
        blocks
    }
}

/// Where it stands.
fn path_to(told: &Told) -> String {
    let notice = &told.group.newest;
    // What was said about an event stands on its page.
    if let Some(event) = notice.event {
        return format!("/events/{event}");
    }
    if let Some(conversation) = notice.conversation {
        return format!("/messages/{conversation}");
    }
    match (notice.comment, notice.post) {
        (Some(comment), _) => format!("/comment/{comment}"),
        (None, Some(post)) => format!("/p/{post}"),
        (None, None) if notice.occasion == Occasion::ScheduledRefused => "/scheduled".to_owned(),
        (None, None) => match (&told.slug, notice.group) {
            (Some(slug), _) if notice.occasion == Occasion::GroupRequest => format!("/groups/{slug}/manage"),
            (Some(slug), _) => format!("/groups/{slug}"),
            (None, Some(_)) => "/groups".to_owned(),
            (None, None) => format!("/u/{}", told.person.handle),
        },
    }
}
