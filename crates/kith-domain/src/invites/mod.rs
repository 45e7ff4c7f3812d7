//! Invitation links: who made them, how many people may come by one, until when, and what they are for.

mod model;
mod policy;
mod sql;

use kith_base::{DAY, Error, FieldError, Message, Result, random_code};
use kith_db::Tx;
use kith_text::normalise_line;

use crate::accounts::{self, PersonCard};
use crate::kinds::InviteId;
use crate::site::{self, Subject};
use crate::viewer::Visible;
use crate::{AccountId, App, Viewer};

pub use model::{Invite, NewInvite, Room, Taken};
pub use policy::may_invite;

/// Signs in a code: 31^12 possibilities.
const CODE: usize = 12;
/// Longest note, in characters.
const NOTE: usize = 100;
/// People by one link at most.
pub const MOST_USES: u32 = 500;
/// Days a link may live at most.
pub const MOST_DAYS: u32 = 365;
/// Links that are listed.
const LISTED: usize = 200;

/// Makes a link.
///
/// # Errors
/// Complaints about `max_uses`, `days` and `note`; forbidden when the viewer may not invite (any more this month).
pub async fn create(app: &App, viewer: &Viewer, new: NewInvite) -> Result<Visible<Invite>> {
    let by = match viewer {
        Viewer::System(_) => return create_for(app, new).await,
        _ => viewer.active()?.clone(),
    };
    let new = checked(new)?;
    let code = random_code(CODE);
    let invite = app
        .db
        .write(move |tx| {
            let site = site::read(tx)?;
            let since = tx.now() - policy::MONTH;
            let room = policy::room(&site, &by, sql::places_given(tx, by.id, since)?)?;
            policy::may_create(&room, &new)?;
            insert(tx, by.id, &code, &new)
        })
        .await?;
    policy::to_maker(viewer, invite)
}

/// A link made on the command line, in the name of the first owner.
async fn create_for(app: &App, new: NewInvite) -> Result<Visible<Invite>> {
    let new = checked(new)?;
    let code = random_code(CODE);
    let invite = app
        .db
        .write(move |tx| {
            let by =
                accounts::admins(tx)?.first().copied().ok_or_else(|| Error::conflict("invite-no-admin"))?;
            insert(tx, by, &code, &new)
        })
        .await?;
    Ok(policy::to_operator(invite))
}

fn insert(tx: &mut Tx<'_>, by: AccountId, code: &str, new: &NewInvite) -> Result<Invite> {
    let now = tx.now();
    let invite = Invite {
        id: tx.new_id(),
        code: code.to_owned(),
        by,
        note: new.note.clone(),
        max_uses: new.max_uses,
        uses: 0,
        expires_at: new.days.map(|days| now + i64::from(days) * DAY),
        revoked_at: None,
        created_at: now,
    };
    sql::insert(tx, &invite)?;
    Ok(invite)
}

fn checked(mut new: NewInvite) -> Result<NewInvite> {
    let mut fields = Vec::new();
    new.note = normalise_line(&new.note);
    if new.note.chars().count() > NOTE {
        fields.push(FieldError { field: "note", message: Message::new("error-too-long").with("max", NOTE) });
    }
    let within = |number: Option<u32>, most: u32| number.is_none_or(|number| (1..=most).contains(&number));
    if !within(new.max_uses, MOST_USES) {
        fields.push(FieldError {
            field: "max_uses",
            message: Message::new("invite-uses-range").with("most", MOST_USES),
        });
    }
    if !within(new.days, MOST_DAYS) {
        fields.push(FieldError {
            field: "days",
            message: Message::new("invite-days-range").with("most", MOST_DAYS),
        });
    }
    if fields.is_empty() { Ok(new) } else { Err(Error::invalid_fields(fields)) }
}

/// How many people the viewer may still invite.
///
/// # Errors
/// Forbidden when they may not invite at all.
pub async fn room(app: &App, viewer: &Viewer) -> Result<Room> {
    let member = viewer.active()?.clone();
    app.db
        .read(move |q| {
            let site = site::read(q)?;
            let since = q.now() - policy::MONTH;
            policy::room(&site, &member, sql::places_given(q, member.id, since)?)
        })
        .await
}

/// The viewer's links, newest first.
///
/// # Errors
/// Sign-in needed, or forbidden for members who wait.
pub async fn mine(app: &App, viewer: &Viewer) -> Result<Vec<Visible<Invite>>> {
    let id = viewer.active()?.id;
    let invites = app.db.read(move |q| sql::by_maker(q, id, LISTED)).await?;
    invites.into_iter().map(|invite| policy::to_maker(viewer, invite)).collect()
}

/// Everybody's links that still work, with who made them: for the staff.
///
/// # Errors
/// Not found unless the viewer is an admin.
pub async fn everybodys(app: &App, viewer: &Viewer) -> Result<Vec<(Visible<Invite>, PersonCard)>> {
    viewer.admin()?;
    let (invites, people) = app
        .db
        .read(|q| {
            let invites = sql::working(q, LISTED)?;
            let ids: Vec<AccountId> = invites.iter().map(|invite| invite.by).collect();
            let people = accounts::cards(q, &ids)?;
            Ok((invites, people))
        })
        .await?;
    let mut shown = Vec::new();
    for invite in invites {
        if let Some(person) = people.get(&invite.by).cloned() {
            shown.push((policy::to_maker(viewer, invite)?, person));
        }
    }
    Ok(shown)
}

/// One link, for its maker or the staff.
///
/// # Errors
/// Not found for everybody else.
pub async fn get(app: &App, viewer: &Viewer, id: InviteId) -> Result<Visible<Invite>> {
    let invite = app.db.read(move |q| sql::find(q, id)).await?.ok_or_else(Error::not_found)?;
    policy::to_maker(viewer, invite)
}

/// Ends a link. Those who came by it stay.
///
/// # Errors
/// Not found unless the viewer made it or is an admin.
pub async fn revoke(app: &App, viewer: &Viewer, id: InviteId) -> Result<()> {
    let viewer = viewer.clone();
    app.db
        .write(move |tx| {
            let invite = sql::find(tx, id)?.ok_or_else(Error::not_found)?;
            let invite = policy::to_maker(&viewer, invite)?;
            sql::revoke(tx, id)?;
            if viewer.id() != Some(invite.by) {
                site::record(tx, viewer.id(), "invites.revoke", Subject::account(invite.by), &invite.note)?;
            }
            Ok(())
        })
        .await
}

/// What somebody who holds a link may know before joining: who invites them.
///
/// # Errors
/// Not found when there is no such link; conflict, saying why, when it has ended.
pub async fn peek(app: &App, code: &str) -> Result<(InviteId, PersonCard)> {
    let code = plain(code);
    app.db
        .read(move |q| {
            let invite = sql::by_code(q, &code)?.ok_or_else(Error::not_found)?;
            invite.check(q.now())?;
            Ok((invite.id, accounts::card(q, invite.by)?))
        })
        .await
}

/// Takes one place of a link, inside the write that makes the account. Of two who come for the last place one gets
/// it.
///
/// # Errors
/// Not found when there is no such link; conflict, saying why, when it has ended.
pub(crate) fn take_place(tx: &mut Tx<'_>, code: &str) -> Result<Taken> {
    let invite = sql::by_code(tx, &plain(code))?.ok_or_else(|| Error::conflict("invite-unknown"))?;
    invite.check(tx.now())?;
    if !sql::take_place(tx, invite.id)? {
        return Err(Error::conflict("invite-used-up"));
    }
    Ok(Taken { invite: invite.id, by: invite.by })
}

/// Codes are typed from paper: case, spaces and dashes do not count.
fn plain(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).map(|sign| sign.to_ascii_uppercase()).take(40).collect()
}
