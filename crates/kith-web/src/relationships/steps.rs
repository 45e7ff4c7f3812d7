//! One form target for every step between two people. Steps that end something ask once before they are taken.

use askama::Template;
use axum::extract::Path;
use kith_base::{DAY, Error};
use kith_domain::pages::{self, Right};
use kith_domain::{AccountId, Viewer, accounts, people, profiles, relationships as rel};
use kith_http::{Answer, Form, Visit, local_path, see_other, with_flash};

use crate::frame::Frame;
use crate::page::page;

#[derive(Template)]
#[template(path = "relationships/confirm.html")]
struct ConfirmPage {
    frame: Frame,
    id: AccountId,
    step: &'static str,
    heading: String,
    text: String,
    yes: String,
    back: String,
}

pub(super) async fn take(visit: Visit, Path(id): Path<AccountId>, form: Form) -> Answer {
    form.only(&["step", "back", "days", "confirmed"])?;
    let back = local_path(form.get("back"), "/friends");
    let step = form.get("step");
    if matches!(step, "unfriend" | "block") && form.get("confirmed") != "yes" {
        return confirm(&visit, id, step == "block", back).await;
    }
    let (app, viewer) = (&visit.app, &visit.viewer);
    check_page(viewer, step)?;
    let flash = match step {
        "ask" => rel::request_friend(app, viewer, id).await.map(|()| "flash-request-sent")?,
        "confirm" => rel::confirm(app, viewer, id).await.map(|()| "flash-now-friends")?,
        "delete" => rel::delete_request(app, viewer, id).await.map(|()| "flash-request-deleted")?,
        "withdraw" => rel::withdraw(app, viewer, id).await.map(|()| "flash-request-withdrawn")?,
        "unfriend" => rel::unfriend(app, viewer, id).await.map(|()| "flash-no-longer-friends")?,
        "follow" => rel::follow(app, viewer, id).await.map(|()| "flash-following")?,
        "unfollow" => rel::unfollow(app, viewer, id).await.map(|()| "flash-not-following")?,
        "see-first" => rel::see_first(app, viewer, id).await.map(|()| "flash-seen-first")?,
        "see-normally" => rel::see_normally(app, viewer, id).await.map(|()| "flash-seen-normally")?,
        "snooze" => rel::snooze(app, viewer, id).await.map(|()| "flash-snoozed")?,
        "mute" => {
            let lasting =
                form.parse::<i64>("days")?.filter(|days| (1..=365).contains(days)).map(|days| days * DAY);
            rel::mute(app, viewer, id, lasting).await.map(|()| "flash-muted")?
        }
        "unmute" => rel::unmute(app, viewer, id).await.map(|()| "flash-unmuted")?,
        "restrict" => rel::restrict(app, viewer, id).await.map(|()| "flash-restricted")?,
        "unrestrict" => rel::unrestrict(app, viewer, id).await.map(|()| "flash-unrestricted")?,
        "block" => rel::block(app, viewer, id).await.map(|()| "flash-blocked")?,
        "unblock" => rel::unblock(app, viewer, id).await.map(|()| "flash-unblocked")?,
        "not-interested" => {
            people::hide_suggestion(app, viewer, id).await.map(|()| "flash-suggestion-hidden")?
        }
        _ => return Err(Error::invalid("step", "error-bad-choice").into()),
    };
    match step {
        "block" => pages::note(app, viewer, pages::Act::Blocked, id).await?,
        "unblock" => pages::note(app, viewer, pages::Act::Unblocked, id).await?,
        _ => {}
    }
    // The profile is not there any more for whoever blocked it.
    let to = if step == "block" { "/settings/blocking" } else { back };
    Ok(with_flash(see_other(to), flash, None))
}

/// A page follows and keeps people away, each by the right that its table asks for; it has no friends.
fn check_page(viewer: &Viewer, step: &str) -> kith_base::Result<()> {
    let Some(acting) = viewer.acting() else { return Ok(()) };
    let right = match step {
        "follow" | "unfollow" => Right::Speak,
        "mute" | "unmute" | "block" | "unblock" => Right::Moderate,
        _ => return Err(Error::forbidden("pages-personal")),
    };
    if pages::policy::grant(acting.role, right) { Ok(()) } else { Err(Error::forbidden("pages-may-not")) }
}

async fn confirm(visit: &Visit, id: AccountId, is_block: bool, back: &str) -> Answer {
    let profile = profiles::get(&visit.app, &visit.viewer, id).await?;
    let name = accounts::PersonCard::clone(&profile.person).name;
    let l = &visit.locale;
    let (step, heading, text, yes) = if is_block {
        ("block", l.t1("friends-block-title", "name", name), l.t("friends-block-text"), l.t("friends-block"))
    } else {
        (
            "unfriend",
            l.t1("friends-unfriend-title", "name", name),
            l.t("friends-unfriend-text"),
            l.t("friends-unfriend"),
        )
    };
    page(&ConfirmPage {
        frame: Frame::new(visit, heading.clone()),
        id,
        step,
        heading,
        text,
        yes,
        back: back.to_owned(),
    })
}
