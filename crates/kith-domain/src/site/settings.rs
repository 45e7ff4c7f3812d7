//! What the operators chose in the browser: name, languages, who may join, address. One JSON row, cached.

use std::sync::{Arc, PoisonError, RwLock};

use kith_base::Result;
use kith_db::{Query, Tx};
use serde::{Deserialize, Serialize};

use super::files::FileRules;
use super::sql;
use crate::App;
use crate::changes::{self, Change};

const NAME: &str = "site";

/// The community's settings.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct SiteSettings {
    /// Whether the first run is over.
    pub is_set_up: bool,
    /// Name of the community.
    pub name: String,
    /// One line about it, shown on the welcome page.
    pub tagline: String,
    /// Languages offered, as tags; the first is the community's own.
    pub languages: Vec<String>,
    /// Who may join.
    pub join: JoinMode,
    /// Address that members type, without a slash at the end.
    pub base_url: String,
    /// IANA name of the community's time zone.
    pub time_zone: String,
    /// Least age to join, in years.
    pub least_age: u8,
    /// What applicants are asked.
    pub questions: Vec<Question>,
    /// Whether members, and not only staff, may make invitation links.
    pub members_invite: bool,
    /// Who answers for it, as the imprint says.
    pub operator: Operator,
    /// Files that messages may carry.
    pub files: FileRules,
}

/// Who answers for the community. Empty until an admin fills it in; pages say so then.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Operator {
    /// Person, club or firm.
    pub name: String,
    /// Postal address, several lines.
    pub address: String,
    /// Mail address for the public.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// Who is responsible for what stands here, where the law asks for a person.
    pub responsible: String,
}

/// One question to applicants.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Question {
    /// The question as written by the admins.
    pub text: String,
    /// Whether an answer is needed.
    pub is_required: bool,
}

/// Who may join.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum JoinMode {
    /// Whoever has an invitation link.
    #[default]
    Invite,
    /// Whoever an admin approves; an invitation link skips the wait.
    Approval,
    /// Everyone.
    Open,
    /// Nobody.
    Closed,
}

crate::viewer::stored_as_text!(JoinMode { Invite = "invite", Approval = "approval", Open = "open", Closed = "closed" });

impl Default for SiteSettings {
    fn default() -> Self {
        Self {
            is_set_up: false,
            name: "Kith".to_owned(),
            tagline: String::new(),
            languages: vec!["en".to_owned()],
            join: JoinMode::Invite,
            base_url: String::new(),
            time_zone: "UTC".to_owned(),
            least_age: 16,
            questions: Vec::new(),
            members_invite: true,
            operator: Operator::default(),
            files: FileRules::default(),
        }
    }
}

/// The settings as last read, and how many applications wait.
#[derive(Clone, Default)]
pub struct SiteCache(Arc<RwLock<Known>>);

#[derive(Default)]
struct Known {
    settings: Option<Arc<SiteSettings>>,
    waiting: Option<i64>,
    /// Grows whenever something is forgotten, so that what was read before is not kept after.
    age: u64,
}

impl SiteCache {
    pub(super) fn forget(&self) {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        *known = Known { age: known.age + 1, ..Known::default() };
    }

    /// How many applications wait, if known, and the age to keep a fresh count with.
    pub(crate) fn waiting(&self) -> (Option<i64>, u64) {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        (known.waiting, known.age)
    }

    /// Keeps a count that was read at `age`.
    pub(crate) fn keep_waiting(&self, age: u64, waiting: i64) {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if known.age == age {
            known.waiting = Some(waiting);
        }
    }

    /// Forgets the count of applications.
    pub(crate) fn forget_waiting(&self) {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        known.waiting = None;
        known.age += 1;
    }

    fn get(&self) -> (Option<Arc<SiteSettings>>, u64) {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        (known.settings.clone(), known.age)
    }

    fn keep(&self, age: u64, settings: Arc<SiteSettings>) {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if known.age == age {
            known.settings = Some(settings);
        }
    }
}

/// The address for as long as nobody has said what members type: they are on this machine, or trying things out.
pub fn fallback_address(app: &App) -> String {
    format!("http://{}", app.config.listen)
}

/// The community's settings; defaults before the first run. An address given by the operator outside wins; while there
/// is none at all, [`fallback_address`] stands in its place.
///
/// # Errors
/// Internal when the database does not answer.
pub async fn settings(app: &App) -> Result<Arc<SiteSettings>> {
    let (known, age) = app.site.get();
    if let Some(known) = known {
        return Ok(known);
    }
    let mut read = app.db.read(read).await?;
    if let Some(base_url) = &app.config.base_url {
        read.base_url = base_url.trim_end_matches('/').to_owned();
    } else if read.base_url.is_empty() {
        read.base_url = fallback_address(app);
    }
    let read = Arc::new(read);
    app.site.keep(age, Arc::clone(&read));
    Ok(read)
}

/// The settings as the database has them.
///
/// # Errors
/// Internal when the database does not answer.
pub fn read(q: &mut Query<'_>) -> Result<SiteSettings> {
    Ok(match sql::setting(q, NAME)? {
        Some(text) => serde_json::from_str(&text)?,
        None => SiteSettings::default(),
    })
}

/// Changes the settings inside a transaction and tells the caches. The caller has asked its policy.
///
/// # Errors
/// Internal when the database does not answer.
pub fn change(tx: &mut Tx<'_>, edit: impl FnOnce(&mut SiteSettings)) -> Result<()> {
    let mut settings = read(tx)?;
    edit(&mut settings);
    sql::set_setting(tx, NAME, &serde_json::to_string(&settings)?)?;
    changes::record(tx, Change::SiteChanged);
    Ok(())
}
