//! Birthdays of friends, for calendars.

use kith_base::Result;
use kith_db::{params, statement};

use crate::accounts::{self, PersonCard};
use crate::profiles::{self, PartAudience};
use crate::viewer::Viewer;
use crate::{AccountId, App};

statement!(
    OF_FRIENDS,
    "events.birthdays_of_friends",
    "SELECT a.id, a.birth_month, a.birth_day, a.birth_day_audience
       FROM friendships f
       JOIN accounts a ON a.id = f.friend_id AND a.state = 'active'
      WHERE f.account_id = $1 AND a.birth_month IS NOT NULL AND a.birth_day IS NOT NULL
      ORDER BY a.id LIMIT 5000"
);

/// Somebody's birthday.
#[derive(Clone, Debug)]
pub struct Birthday {
    /// Whose.
    pub person: PersonCard,
    /// The month, from one.
    pub month: i8,
    /// The day in it, from one.
    pub day: i8,
}

/// Birthdays of the viewer's friends, of those who let them know it.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn of_friends(app: &App, viewer: &Viewer) -> Result<Vec<Birthday>> {
    let me = viewer.active()?.id;
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let found: Vec<(AccountId, i64, i64, String)> = q.all(&OF_FRIENDS, &params![me], |row| {
                let (month, day) = (row.int("birth_month")?, row.int("birth_day")?);
                Ok((row.id("id")?, month, day, row.text("birth_day_audience")?))
            })?;
            let ids: Vec<AccountId> = found.iter().map(|(id, ..)| *id).collect();
            let mut cards = accounts::cards(q, &ids)?;
            let known = found.into_iter().filter_map(|(id, month, day, audience)| {
                let audience = PartAudience::parse(&audience).unwrap_or(PartAudience::Self_);
                if !profiles::policy::is_among(&viewer, id, audience) {
                    return None;
                }
                let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
                Some(Birthday { person: cards.remove(&id)?, month, day })
            });
            Ok(known.collect())
        })
        .await
}
