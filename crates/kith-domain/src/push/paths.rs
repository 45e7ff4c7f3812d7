//! Where a notice leads: to the very thing that it is about, or to the page where something is done about it.

use kith_base::Result;

use crate::inbox::Notice;
use crate::notices::Occasion;
use crate::viewer::Viewer;
use crate::{App, GroupId, accounts, groups};

/// The page that a notice leads to, as a path.
///
/// # Errors
/// Internal when the database fails.
pub async fn path(app: &App, viewer: &Viewer, notice: &Notice) -> Result<String> {
    // What waits is decided on a page of its own, even where there is a post to it.
    if let Some(group) = notice.group.filter(|_| notice.occasion == Occasion::GroupPostPending) {
        return of_group(app, viewer, group, notice).await;
    }
    if let Some(event) = notice.event {
        return Ok(format!("/events/{event}"));
    }
    match (notice.conversation, notice.comment, notice.post, notice.group) {
        (Some(conversation), ..) => Ok(format!("/messages/{conversation}")),
        (None, Some(comment), ..) => Ok(format!("/comment/{comment}")),
        (None, None, Some(post), _) => Ok(format!("/p/{post}")),
        (None, None, None, Some(group)) => of_group(app, viewer, group, notice).await,
        (None, None, None, None) => of_occasion(app, notice).await,
    }
}

/// Of what is about nothing that has a page of its own.
async fn of_occasion(app: &App, notice: &Notice) -> Result<String> {
    let path = match notice.occasion {
        Occasion::FriendRequest => "/friends",
        Occasion::ScheduledRefused => "/scheduled",
        Occasion::SignupPending => "/admin/requests",
        Occasion::SecurityLogin => "/settings/sessions",
        Occasion::SecurityChanged => "/settings/account",
        Occasion::ReportReceived => "/notices",
        Occasion::AlbumInvite => "/albums",
        Occasion::PageInvite | Occasion::PageRole => "/pages",
        Occasion::TagPhoto | Occasion::TagReview => "/photos-of-you",
        Occasion::Memory => "/memories",
        _ => {
            let from = notice.from;
            let person = app.db.read(move |q| accounts::card(q, from)).await?;
            return Ok(format!("/u/{}", person.handle));
        }
    };
    Ok(path.to_owned())
}

/// The page of a group; the list of groups when the group is not there for the reader.
async fn of_group(app: &App, viewer: &Viewer, id: GroupId, notice: &Notice) -> Result<String> {
    let group = match groups::get(app, viewer, id).await {
        Ok(group) => group,
        Err(error) if error.is_not_found() => return Ok("/groups".to_owned()),
        Err(error) => return Err(error),
    };
    let part = match (notice.occasion, notice.post) {
        (Occasion::GroupRequest, _) => "/manage",
        (Occasion::GroupPostPending, Some(_)) => "/manage?show=posts",
        (Occasion::GroupPostPending, None) => "/manage?show=files",
        (Occasion::GroupReport, _) => "/manage?show=reports",
        (Occasion::GroupChanged, _) => "/about",
        _ => "",
    };
    Ok(format!("/groups/{}{part}", group.slug))
}
