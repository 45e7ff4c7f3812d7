//! What newcomers may put into one post and how often they may post: limits of the lower trust levels, so that a
//! stranger with a fresh account cannot flood the place. From level 2 on only the general limits hold.

use kith_base::{DAY, Error, FieldError, Message, Result, limits};
use kith_db::Query;
use kith_text::Rendered;

use super::sql;
use crate::App;
use crate::viewer::{Member, Role, Viewer};

/// How many photos one post of a member may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhotoAllowance {
    /// As they are trusted now.
    pub now: usize,
    /// With the next level.
    pub next: usize,
}

/// How many photos a post of the viewer may have, so that a face can say it before anything is sent.
///
/// # Errors
/// Sign-in needed or forbidden.
pub fn photo_allowance(app: &App, viewer: &Viewer) -> Result<PhotoAllowance> {
    let member = viewer.active()?;
    let at = |level| match allowance(member.role, level) {
        Some(allowed) if !app.config.rate_limits_off() => allowed.photos,
        _ => limits::POST_PHOTOS,
    };
    Ok(PhotoAllowance { now: at(member.trust_level), next: at(member.trust_level.saturating_add(1)) })
}

/// What one level allows.
struct Allowance {
    posts_a_day: Option<i64>,
    photos: usize,
    links: usize,
    mentions: usize,
}

const fn allowance(role: Role, level: u8) -> Option<Allowance> {
    match (role, level) {
        (Role::Member, 0) => Some(Allowance { posts_a_day: Some(10), photos: 1, links: 1, mentions: 2 }),
        (Role::Member, 1) => Some(Allowance { posts_a_day: None, photos: 4, links: 5, mentions: 10 }),
        _ => None,
    }
}

/// Complaints about a text that holds more than the author's level allows; `field` is the form's name of the text.
pub(crate) fn check_content(
    member: &Member,
    rendered: &Rendered,
    photos: usize,
    field: &'static str,
) -> Vec<FieldError> {
    let Some(allowed) = allowance(member.role, member.trust_level) else { return Vec::new() };
    let mut errors = Vec::new();
    let mut check = |field, key, has: usize, may: usize| {
        if has > may {
            errors.push(FieldError { field, message: Message::new(key).with("limit", may) });
        }
    };
    check("photos", "posts-newcomer-photos", photos, allowed.photos);
    check(field, "posts-newcomer-links", rendered.links.len(), allowed.links);
    check(field, "posts-newcomer-mentions", rendered.mentions.len(), allowed.mentions);
    errors
}

/// Whether the author may post once more today.
pub(super) fn check_pace(q: &mut Query<'_>, member: &Member) -> Result<()> {
    let allowed = allowance(member.role, member.trust_level);
    let Some(limit) = allowed.and_then(|allowed| allowed.posts_a_day) else { return Ok(()) };
    let since = q.now() - DAY;
    if sql::count_since(q, member.id, since)? < limit {
        return Ok(());
    }
    Err(Error::invalid("text", Message::new("posts-newcomer-pace").with("limit", limit)))
}
