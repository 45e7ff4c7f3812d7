//! One's own profile through the eyes of others. Read only, and only one's own: nothing of anybody else is shown that
//! the viewer could not see anyway.

use std::sync::Arc;

use kith_base::{Error, Result};
use kith_db::Query;

use super::model::Profile;
use super::{
    FRIENDS_SHOWN, FriendsPage, facts, in_order, list_audience, only_for_world, open_page, policy, set_faces,
    sql,
};
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

/// The viewer's own profile as `subject` sees it, if they find it at all, and a stand-in for them that sees the viewer's
/// posts as they do.
///
/// The stand-in knows only what lies between the two: whom the friend has blocked or muted is theirs to know, and
/// must not show in what is missing here.
///
/// # Errors
/// NotFound when the friend is none.
pub async fn as_seen_by(
    app: &App,
    viewer: &Viewer,
    subject: Subject,
) -> Result<(Viewer, Option<Visible<Profile>>)> {
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
    let (own, eyes) = (viewer.clone(), stand_in.clone());
    let profile = match app.db.read(move |q| load_as(q, &own, &eyes, me)).await {
        Err(error) if error.is_not_found() => None,
        found => Some(found?),
    };
    Ok((stand_in, profile))
}

/// The profile for a stand-in. People on it are those whom the viewer may meet, not the other one: whom those have
/// blocked must not show in a number.
fn load_as(q: &mut Query<'_>, own: &Viewer, stand_in: &Viewer, me: AccountId) -> Result<Visible<Profile>> {
    let mut facts = facts(q, stand_in, me)?;
    if facts.friend_count.is_some() {
        facts.friend_count = Some(relationships::count_friends(q, own, me)?);
    }
    if let Some(member) = stand_in.member() {
        facts.relation.is_friend = member.friends.contains(&me);
        facts.relation.follows = member.following.contains(&me);
        facts.relation.may_ask = !facts.relation.is_friend;
        let common = relationships::friends_in_common(q, own, member.id)?;
        set_faces(q, &mut facts, own, me, common)?;
    }
    policy::show(stand_in, facts).ok_or_else(Error::not_found)
}

/// The viewer's own friends as `eyes`, a stand-in of [`as_seen_by`], are shown them.
///
/// # Errors
/// As [`Viewer::active`]; internal when the database fails.
pub async fn friends_seen_by(
    app: &App,
    viewer: &Viewer,
    eyes: &Viewer,
    word: &str,
    after: Option<AccountId>,
) -> Result<FriendsPage> {
    let me = viewer.active()?.id;
    let (own, eyes, word) = (viewer.clone(), eyes.clone(), word.to_owned());
    app.db
        .read(move |q| {
            let facts = sql::find(q, me)?.ok_or_else(Error::not_found)?;
            if policy::is_among(&eyes, me, list_audience(&facts.preferences)) {
                let mut page = open_page(q, &own, me, &word, after)?;
                only_for_world(q, &eyes, &mut page)?;
                return Ok(page);
            }
            let mut ids = relationships::friends_in_common(q, &own, eyes.id_or_zero())?;
            ids.truncate(FRIENDS_SHOWN);
            Ok(FriendsPage { is_open: false, people: in_order(q, &ids)?, next: None })
        })
        .await
}

fn stand_in(id: AccountId) -> Member {
    Member { id, state: AccountState::Active, trust_level: 1, ..Member::default() }
}
