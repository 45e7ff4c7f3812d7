//! What the composer offers: the author's circles and friends, and what they chose to begin with.

use kith_base::Result;
use kith_db::{params, statement};

use super::model::{Audience, CommentAudience};
use crate::accounts::{self, PersonCard};
use crate::viewer::Viewer;
use crate::{App, CircleId};

/// Friends that are offered by name; who has more finds the others through circles.
const FRIENDS: usize = 1_000;

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
    /// Friends who are there, in no order.
    pub friends: Vec<PersonCard>,
    /// All friends.
    pub friend_count: usize,
    /// The audience chosen at first.
    pub audience: Audience,
    /// The comment audience chosen at first.
    pub comments: CommentAudience,
}

/// What the composer offers the viewer.
///
/// # Errors
/// Sign-in needed or forbidden.
pub async fn composer(app: &App, viewer: &Viewer) -> Result<Composer> {
    let member = viewer.active()?;
    let (me, friend_count) = (member.id, member.friends.len());
    let friends: Vec<_> = member.friends.iter().take(FRIENDS).copied().collect();
    app.db
        .read(move |q| {
            let chosen = accounts::preferences(q, me)?;
            let circles = q.all(&CIRCLES, &params![me], |row| Ok((row.id("id")?, row.text("name")?)))?;
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
            let comments = CommentAudience::parse(&chosen.comment_audience).unwrap_or_default();
            Ok(Composer { circles, friends, friend_count, audience, comments })
        })
        .await
}
