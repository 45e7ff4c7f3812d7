//! What the composer offers: the author's circles and friends, and what they chose to begin with.

use kith_base::Result;
use kith_db::{params, statement};

use super::model::{Audience, CommentAudience};
use crate::accounts::{self, PersonCard};
use crate::viewer::Viewer;
use crate::{AccountId, App, CircleId};

/// Friends that are offered by name at first; the page looks for the others.
pub const FRIENDS_OFFERED: usize = 40;

statement!(
    NEWEST_FRIENDS,
    "posts.composer_friends",
    "SELECT friend_id FROM friendships WHERE account_id = $1 ORDER BY created_at DESC, friend_id LIMIT $2"
);
statement!(
    CIRCLES,
    "posts.composer_circles",
    "SELECT id, name FROM circles WHERE owner_id = $1 ORDER BY name"
);

/// What the composer offers one author.
#[derive(Clone, Debug)]
pub struct Composer {
    /// Circles by name.
    pub circles: Vec<(CircleId, String)>,
    /// The newest friends who are there, and whoever was named already, in no order.
    pub friends: Vec<PersonCard>,
    /// All friends.
    pub friend_count: usize,
    /// The audience chosen at first.
    pub audience: Audience,
    /// The comment audience chosen at first.
    pub comments: CommentAudience,
}

/// What the composer offers the viewer, who has named `named` so far.
///
/// # Errors
/// Sign-in needed or forbidden.
pub async fn composer(app: &App, viewer: &Viewer, named: Vec<AccountId>) -> Result<Composer> {
    let member = viewer.active()?;
    let (me, friend_count) = (member.id, member.friends.len());
    app.db
        .read(move |q| {
            let chosen = accounts::preferences(q, me)?;
            let circles = q.all(&CIRCLES, &params![me], |row| Ok((row.id("id")?, row.text("name")?)))?;
            let mut friends: Vec<AccountId> =
                q.all(&NEWEST_FRIENDS, &params![me, FRIENDS_OFFERED], |row| row.id("friend_id"))?;
            friends.extend(named.iter().copied());
            let friends =
                accounts::cards(q, &friends)?.into_values().filter(|card| card.state.is_present()).collect();
            // Only audiences that need no names can be a standing choice.
            let audience = Audience::parse(&chosen.default_audience)
                .filter(|audience| {
                    matches!(
                        audience,
                        Audience::World | Audience::Community | Audience::Friends | Audience::Self_
                    )
                })
                .unwrap_or_default();
            let comments = CommentAudience::parse(&chosen.comment_audience)
                .filter(|comments| CommentAudience::STANDING.contains(comments))
                .unwrap_or_default();
            Ok(Composer { circles, friends, friend_count, audience, comments })
        })
        .await
}
