//! What other programs are told of people: a profile in short, for many at once. Five statements for any number.

use std::collections::HashMap;

use kith_base::{Millis, Result};
use kith_db::{Query, params, statement};

use super::model::Field;
use super::{list_audience, policy, sql};
use crate::accounts::{PersonCard, Preferences, ProfileAudience, WhoMay};
use crate::viewer::{Viewer, Visible};
use crate::{AccountId, MediaId, PostId};

/// A profile in short.
#[derive(Clone, Debug)]
pub struct Summary {
    /// Who it is.
    pub person: PersonCard,
    /// One line about themselves.
    pub intro: String,
    /// The wide picture on top.
    pub cover: Option<MediaId>,
    /// Since when they are here.
    pub joined_at: Millis,
    /// Posts that every member may see, and for the viewer's own profile all of them.
    pub posts: i64,
    /// When the newest of these was written.
    pub last_post_at: Option<Millis>,
    /// How many follow them; none when the list of friends is not for the viewer.
    pub followers: Option<i64>,
    /// How many they follow; none likewise.
    pub following: Option<i64>,
    /// Rows of the about tab that the viewer may see.
    pub fields: Vec<Field>,
    /// Whether they stand in the directory.
    pub is_listed: bool,
    /// Whether every member may follow them.
    pub is_open_to_followers: bool,
    /// Whether a program writes here, as its owner says.
    pub is_bot: bool,
}

/// A summary before the rules.
pub(super) struct Facts {
    pub summary: Summary,
    pub preferences: Preferences,
}

statement!(
    OF,
    "profiles.summaries",
    "SELECT id, handle, display_name, avatar_id, state, role, intro, cover_id, created_at, preferences
       FROM accounts
      WHERE id IN ($1[]) AND state <> 'deleted'"
);
statement!(
    POSTS,
    "profiles.summary_posts",
    "SELECT author_id, COUNT(*) AS posts, MAX(id) AS newest
       FROM posts
      WHERE author_id IN ($1[]) AND deleted_at IS NULL
        AND (author_id = $2 OR audience IN ('world', 'community'))
      GROUP BY author_id"
);
statement!(
    FOLLOWERS,
    "profiles.summary_followers",
    "SELECT followed_id AS account_id, COUNT(*) AS people FROM follows WHERE followed_id IN ($1[]) GROUP BY followed_id"
);
statement!(
    FOLLOWING,
    "profiles.summary_following",
    "SELECT follower_id AS account_id, COUNT(*) AS people FROM follows WHERE follower_id IN ($1[]) GROUP BY follower_id"
);
statement!(
    FIELDS,
    "profiles.summary_fields",
    "SELECT account_id, id, kind, label, value, audience
       FROM profile_fields
      WHERE account_id IN ($1[])
      ORDER BY account_id, position, id"
);

/// Summaries of those of `accounts` whom the viewer may meet.
///
/// # Errors
/// Internal when the database fails.
pub fn summaries(
    q: &mut Query<'_>,
    viewer: &Viewer,
    accounts: &[AccountId],
) -> Result<HashMap<AccountId, Visible<Summary>>> {
    shown(q, viewer, accounts, false)
}

/// The same for people who stand beside posts that the viewer may see: of those whose profiles are closed to visitors,
/// visitors are told name and face.
///
/// # Errors
/// Internal when the database fails.
pub fn summaries_of_authors(
    q: &mut Query<'_>,
    viewer: &Viewer,
    accounts: &[AccountId],
) -> Result<HashMap<AccountId, Visible<Summary>>> {
    shown(q, viewer, accounts, true)
}

fn shown(
    q: &mut Query<'_>,
    viewer: &Viewer,
    accounts: &[AccountId],
    are_authors: bool,
) -> Result<HashMap<AccountId, Visible<Summary>>> {
    if accounts.is_empty() {
        return Ok(HashMap::new());
    }
    let mut found: HashMap<AccountId, Facts> = HashMap::new();
    for (person, intro, cover, joined_at, preferences) in q.all(&OF, &params![accounts], sql::summary_row)? {
        let summary = Summary {
            person,
            intro,
            cover,
            joined_at,
            posts: 0,
            last_post_at: None,
            followers: Some(0),
            following: Some(0),
            fields: Vec::new(),
            is_listed: preferences.in_directory,
            is_open_to_followers: preferences.who_may_follow == WhoMay::Everyone,
            is_bot: preferences.is_bot,
        };
        found.insert(summary.person.id, Facts { summary, preferences });
    }
    q.all(&POSTS, &params![accounts, viewer.id_or_zero()], |row| {
        if let Some(facts) = found.get_mut(&row.id("author_id")?) {
            let newest: PostId = row.id("newest")?;
            facts.summary.posts = row.int("posts")?;
            facts.summary.last_post_at = Some(newest.made_at());
        }
        Ok(())
    })?;
    for (statement, is_followers) in [(&FOLLOWERS, true), (&FOLLOWING, false)] {
        q.all(statement, &params![accounts], |row| {
            let people = Some(row.int("people")?);
            if let Some(facts) = found.get_mut(&row.id("account_id")?) {
                let summary = &mut facts.summary;
                *(if is_followers { &mut summary.followers } else { &mut summary.following }) = people;
            }
            Ok(())
        })?;
    }
    q.all(&FIELDS, &params![accounts], |row| {
        let field = sql::field_row(row)?;
        if let Some(facts) = found.get_mut(&row.id("account_id")?) {
            facts.summary.fields.push(field);
        }
        Ok(())
    })?;
    let shown = found.into_values().filter_map(|facts| {
        let id = facts.summary.person.id;
        let list = list_audience(&facts.preferences);
        let for_world = facts.preferences.profile_audience == ProfileAudience::World;
        Some((id, policy::show_summary(viewer, facts.summary, list, for_world, are_authors)?))
    });
    Ok(shown.collect())
}
