//! One's own profile through the eyes of others. Read only, and only one's own: nothing of anybody else is shown that
//! the viewer could not see anyway.

use std::sync::Arc;

use kith_base::{Error, Result};

use super::model::Profile;
use crate::viewer::{AccountState, Member, Viewer, Visible};
use crate::{AccountId, App, circles, relationships};

/// Whose eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A friend.
    Friend(AccountId),
    /// A member who is no friend.
    Stranger,
    /// Somebody who has not signed in.
    Visitor,
}

/// An id that no account has, since ids begin with the time, and that is not "nobody" either.
const SOMEBODY: AccountId = AccountId::new(1);

/// The viewer's own profile as `subject` sees it, and a stand-in for them that sees the viewer's posts as they do.
///
/// The stand-in knows only what lies between the two: whom the friend has blocked or muted is theirs to know, and
/// must not show in what is missing here.
///
/// # Errors
/// NotFound when the friend is none.
pub async fn as_seen_by(app: &App, viewer: &Viewer, subject: Subject) -> Result<(Viewer, Visible<Profile>)> {
    let me = viewer.active()?.id;
    let stand_in = match subject {
        Subject::Visitor => Viewer::Anonymous,
        Subject::Stranger => Viewer::Member(Arc::new(stand_in(SOMEBODY))),
        Subject::Friend(friend) => {
            let own = viewer.clone();
            let member = app
                .db
                .read(move |q| {
                    let relation = relationships::relation(q, &own, friend)?;
                    if !relation.is_friend {
                        return Err(Error::not_found());
                    }
                    let mut member = stand_in(friend);
                    member.friends.insert(me);
                    member.following.insert(me);
                    if relation.is_restricted {
                        member.restricted_by.insert(me);
                    }
                    member.circles_in.extend(circles::with_member(q, &own, friend)?);
                    Ok(member)
                })
                .await?;
            Viewer::Member(Arc::new(member))
        }
    };
    let eyes = stand_in.clone();
    let profile = app.db.read(move |q| super::load_as(q, &eyes, me)).await?;
    Ok((stand_in, profile))
}

fn stand_in(id: AccountId) -> Member {
    Member { id, state: AccountState::Active, trust_level: 1, ..Member::default() }
}
