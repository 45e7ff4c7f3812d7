//! Where whoever acts as a page may come. A page reads as members do, and does what its table says for their role
//! ([`pages::policy`]); what belongs to a person stays with the person. What is not named here is not for pages.

use kith_base::{Error, Result};
use kith_domain::Viewer;
use kith_domain::pages::{Right, policy};

/// What a route asks of somebody who acts as a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Need {
    /// Nothing: it is about this browser, or done as the person in any case.
    Nothing,
    /// A right of the page's table.
    Right(Right),
    /// To be oneself.
    Oneself,
}

/// Changes that a page may ask for, by the beginning of the route's path; the first that fits counts.
const CHANGES: &[(&str, Need)] = &[
    ("/act-as", Need::Nothing),
    ("/pages", Need::Nothing),
    ("/logout", Need::Nothing),
    ("/theme", Need::Nothing),
    ("/language", Need::Nothing),
    ("/contact", Need::Nothing),
    ("/mail/unsubscribe", Need::Nothing),
    ("/posts/limit-past", Need::Oneself),
    ("/posts", Need::Right(Right::Speak)),
    ("/p/{id}/save", Need::Oneself),
    ("/p/", Need::Right(Right::Speak)),
    ("/comment/{id}/save", Need::Oneself),
    ("/comment/{id}/delete", Need::Right(Right::Act)),
    ("/comment/{id}/undo", Need::Right(Right::Act)),
    ("/comment/", Need::Right(Right::Speak)),
    ("/events/files", Need::Oneself),
    ("/events", Need::Right(Right::Speak)),
    ("/album", Need::Right(Right::Speak)),
    ("/t/{tag}/follow", Need::Right(Right::Speak)),
    ("/message", Need::Right(Right::Write)),
    ("/media", Need::Right(Right::Act)),
    ("/notices/", Need::Right(Right::Act)),
    // Each step asks for its own right.
    ("/people/{id}/tie", Need::Right(Right::Act)),
];

/// Pages to read that are a person's own.
const PERSONAL: &[&str] = &[
    "/settings",
    "/me/",
    "/admin",
    "/friends",
    "/birthdays",
    "/memories",
    "/drafts",
    "/scheduled",
    "/saved",
    "/invitations",
    "/photos-of-you",
    "/posts/limit-past",
    "/groups/new",
    "/groups/{slug}/join",
    "/groups/{slug}/leave",
    "/groups/{slug}/invite",
    "/events/files",
    "/oauth/authorize",
    "/waiting",
];

fn need(method: &str, path: &str) -> Need {
    if method == "GET" {
        // Whom a page blocks is for its team to see.
        let is_personal = PERSONAL.iter().any(|beginning| path.starts_with(beginning));
        return if is_personal && path != "/settings/blocking" { Need::Oneself } else { Need::Nothing };
    }
    CHANGES.iter().find(|(beginning, _)| path.starts_with(beginning)).map_or(Need::Oneself, |(_, need)| *need)
}

/// Whether `viewer` may come to this route, if they act as a page; everybody else may, as far as this goes.
///
/// # Errors
/// Forbidden, with the reason.
pub(crate) fn check(viewer: &Viewer, method: &str, path: &str) -> Result<()> {
    let Some(acting) = viewer.acting() else { return Ok(()) };
    match need(method, path) {
        Need::Nothing => Ok(()),
        Need::Right(right) if policy::grant(acting.role, right) => Ok(()),
        Need::Right(_) => Err(Error::forbidden("pages-may-not")),
        Need::Oneself => Err(Error::forbidden("pages-personal")),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use kith_domain::viewer::{Acting, Member, PageRole};

    use super::*;

    fn acting(role: PageRole) -> Viewer {
        let person = kith_domain::AccountId::new(7);
        Viewer::Member(Arc::new(Member { acting: Some(Acting { person, role }), ..Member::default() }))
    }

    fn may(role: PageRole, method: &str, path: &str) -> bool {
        check(&acting(role), method, path).is_ok()
    }

    #[test]
    fn a_page_does_nothing_that_belongs_to_a_person() {
        for path in [
            "/settings/account/password",
            "/settings/sessions/{id}/end",
            "/invitations",
            "/friends/circles",
            "/groups",
            "/groups/{slug}/join",
            "/admin/settings",
            "/drafts",
            "/p/{id}/save",
            "/memories/off",
            "/me/edit",
            "/something/new",
        ] {
            assert!(!may(PageRole::Owner, "POST", path), "{path}");
        }
        for path in ["/settings", "/me/edit", "/admin", "/friends", "/invitations", "/groups/new", "/saved"] {
            assert!(!may(PageRole::Owner, "GET", path), "{path}");
        }
        for path in ["/", "/p/{id}", "/messages", "/notices", "/u/{name}", "/groups/{slug}", "/search"] {
            assert!(may(PageRole::Moderator, "GET", path), "{path}");
        }
    }

    #[test]
    fn changes_ask_for_the_right_that_the_table_gives() {
        assert!(may(PageRole::Editor, "POST", "/posts") && !may(PageRole::Moderator, "POST", "/posts"));
        assert!(
            may(PageRole::Moderator, "POST", "/messages/{id}")
                && may(PageRole::Editor, "POST", "/messages/new")
        );
        assert!(may(PageRole::Moderator, "POST", "/comment/{id}/delete"));
        assert!(!may(PageRole::Moderator, "POST", "/comment/{id}/edit"));
        assert!(may(PageRole::Moderator, "POST", "/act-as") && may(PageRole::Moderator, "POST", "/logout"));
        assert!(check(&Viewer::Anonymous, "POST", "/join").is_ok());
    }
}
