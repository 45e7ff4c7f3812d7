//! What every command gets: the database, the clock, the stores and the ports. Few fields on purpose.

use std::sync::Arc;

use kith_base::config::Config;
use kith_base::{Clock, Secret};
use kith_db::Db;
use kith_media::{Store, Studio};

use crate::ports::{Mailer, Push};

/// The running program, as the domain knows it.
pub struct App {
    /// The one door to the database.
    pub db: Db,
    /// The time.
    pub clock: Clock,
    /// What the operator set before the start.
    pub config: Arc<Config>,
    /// Where photos lie.
    pub store: Arc<Store>,
    /// Where photos are read and made into sizes.
    pub studio: Arc<Studio>,
    /// Mail out.
    pub mailer: Arc<dyn Mailer>,
    /// What wakes apps.
    pub push: Arc<dyn Push>,
    /// Passwords are hashed here, a few at a time.
    pub passwords: crate::accounts::PasswordPool,
    /// When things last changed, for what is kept rendered.
    pub freshness: crate::freshness::Freshness,
    /// Contexts of members seen lately.
    pub viewers: crate::viewers::ViewerCache,
    /// Settings of the community, read once and kept fresh.
    pub site: crate::site::SiteCache,
    /// Sessions seen lately.
    pub sessions: crate::sessions::SessionCache,
    /// Tokens of apps seen lately.
    pub tokens: crate::apps::TokenCache,
    /// Words that members seen lately do not want to read.
    pub filters: crate::filters::FilterCache,
    /// How many notices members seen lately have not read.
    pub bells: crate::remembered::Counts,
    /// How many conversations of members seen lately have something to read.
    pub unread_chats: crate::remembered::Counts,
    /// Who may be suggested to members seen lately.
    pub suggestions: crate::people::SuggestionCache,
    /// Timelines of members seen lately, and those who listen for new posts.
    pub feeds: crate::feeds::Feeds,
    /// Open pages of members, and what they were told last.
    pub live: crate::live::Live,
    /// How large the community was when last counted.
    pub statistics: crate::statistics::StatisticsCache,
    /// Key of this installation for tokens and pseudonymous hashes; made at set-up, kept in the database.
    pub key: Secret,
}

impl App {
    /// The present moment.
    pub fn now(&self) -> kith_base::Millis {
        self.clock.now()
    }
}
