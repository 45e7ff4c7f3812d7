//! E1, E14: who may come to a page at all. The table is written by hand; a route that is missing here, or that asks for
//! something else than it says here, fails.

use std::collections::BTreeSet;

use kith_domain::viewer::{AccountState, Role};
use kith_http::Access;
use kith_testkit::Browser;

use crate::ground::{each, filled, table};

/// Who may come.
const DOORS: &[(Access, &[&str])] = &[
    (
        Access::Anyone,
        &[
            "GET /login",
            "GET /oauth/authorize",
            "POST /login",
            "GET /login/mail",
            "POST /login/mail",
            "POST /logout",
            "GET /recover",
            "POST /recover",
            "POST /recover/mail",
            "GET /key/{token}",
            "POST /key/{token}",
            "GET /mail/unsubscribe/{token}",
            "POST /mail/unsubscribe/{token}",
            "POST /password-strength",
            "POST /language",
            "POST /theme",
            "GET /",
            "GET /about",
            "GET /about/{slug}",
            "GET /contact",
            "POST /contact",
            "GET /join",
            "GET /join/{code}",
            "POST /join",
            "GET /proof",
            "GET /manifest.webmanifest",
            "GET /offline",
            "GET /setup",
            "POST /setup",
            "GET /setup/done",
            "GET /setup/{step}",
            "POST /setup/{step}",
            "GET /photo/{id}",
            "GET /media/{id}/{size}",
            "GET /p/{id}",
            "GET /p/{id}/history",
            "GET /p/{id}/text",
            "GET /p/{id}/audience",
            "GET /p/{id}/reactions",
            "GET /comment/{id}",
            "GET /comment/{id}/reactions",
            "GET /t/{tag}",
            "GET /groups/{slug}",
            "GET /groups/{slug}/about",
            "GET /groups/{slug}/photos",
            "GET /groups/{slug}/events",
            "GET /groups/{slug}/files",
            "GET /groups/{slug}/files/{id}",
            "GET /u/{name}",
            "GET /u/{name}/about",
            "GET /u/{name}/friends",
            "GET /u/{name}/photos",
            "GET /u/{name}/albums",
            "GET /album/{id}",
            "GET /events/{id}",
            "GET /events/{id}/ics",
            "GET /events/{id}/register",
            "POST /events/{id}/register",
            "GET /events/{id}/guest",
            "POST /events/{id}/guest",
            "GET /calendar/{secret}",
        ],
    ),
    (
        Access::SignedIn,
        &[
            "GET /waiting",
            "POST /waiting",
            "POST /waiting/email",
            "POST /waiting/confirm",
            "POST /waiting/withdraw",
            "GET /settings",
            "GET /settings/language",
            "POST /settings/language",
            "GET /settings/sessions",
            "POST /settings/sessions/end-others",
            "POST /settings/sessions/{id}/end",
            "POST /settings/sessions/{id}/name",
        ],
    ),
    (
        Access::Member,
        &[
            "GET /live",
            "GET /live/state",
            "POST /oauth/authorize",
            "GET /settings/apps",
            "GET /settings/devices",
            "POST /settings/devices/on",
            "POST /settings/devices/off",
            "POST /settings/devices/{id}/stop",
            "POST /settings/devices/{id}/test",
            "GET /share",
            "GET /scheduled",
            "GET /scheduled/{id}/edit",
            "POST /scheduled/{id}/now",
            "POST /scheduled/{id}/retry",
            "GET /drafts",
            "POST /drafts",
            "GET /drafts/{id}",
            "POST /drafts/{id}/discard",
            "POST /scheduled/{id}/cancel",
            "POST /settings/apps/{id}/disconnect",
            "GET /notices",
            "POST /notices/read-all",
            "GET /notices/{id}/open",
            "POST /notices/{id}/read",
            "POST /notices/{id}/remove",
            "POST /notices/{id}/release",
            "GET /settings/notices",
            "POST /settings/notices",
            "GET /invitations",
            "POST /invitations",
            "GET /invitations/{id}/slips",
            "POST /invitations/{id}/revoke",
            "GET /settings/filters",
            "POST /settings/filters",
            "POST /settings/filters/{id}/delete",
            "POST /media",
            "POST /media/{id}/alt",
            "POST /media/{id}/remove",
            "GET /new",
            "GET /friends/pick",
            "POST /posts",
            "POST /posts/limit-past",
            "GET /saved",
            "GET /saved/comments",
            "POST /saved/folders",
            "POST /saved/folders/{id}/rename",
            "POST /saved/folders/{id}/delete",
            "POST /saved/{id}/move",
            "POST /saved/{id}/remind",
            "GET /albums",
            "GET /albums/new",
            "POST /albums",
            "GET /album/{id}/edit",
            "POST /album/{id}/edit",
            "POST /album/{id}/audience",
            "POST /album/{id}/delete",
            "GET /album/{id}/add",
            "POST /album/{id}/add",
            "GET /album/{id}/arrange",
            "POST /album/{id}/photo",
            "POST /album/{id}/people",
            "POST /album/{id}/answer",
            "POST /album/{id}/leave",
            "GET /album/{id}/download",
            "GET /album/{id}/report",
            "POST /album/{id}/report",
            "GET /photo/{id}/report",
            "POST /photo/{id}/report",
            "GET /photos-of-you",
            "POST /photos-of-you/answer",
            "POST /photos-of-you/choice",
            "GET /photo/{id}/tag",
            "POST /photo/{id}/tag",
            "POST /photo/{id}/untag",
            "GET /memories",
            "POST /memories/off",
            "POST /memories/day",
            "POST /memories/person",
            "GET /birthdays",
            "POST /t/{tag}/follow",
            "GET /p/{id}/share",
            "GET /p/{id}/edit",
            "POST /p/{id}/edit",
            "GET /p/{id}/report",
            "POST /p/{id}/report",
            "GET /p/{id}/delete",
            "POST /p/{id}/delete",
            "POST /p/{id}/undo",
            "POST /p/{id}/pin",
            "POST /p/{id}/save",
            "POST /p/{id}/audience",
            "POST /p/{id}/comments",
            "POST /p/{id}/comments-closed",
            "POST /p/{id}/vote",
            "POST /p/{id}/unvote",
            "POST /p/{id}/reaction",
            "GET /comment/{id}/edit",
            "POST /comment/{id}/edit",
            "GET /comment/{id}/report",
            "POST /comment/{id}/report",
            "GET /comment/{id}/delete",
            "POST /comment/{id}/delete",
            "POST /comment/{id}/undo",
            "POST /comment/{id}/reaction",
            "POST /comment/{id}/save",
            "GET /messages",
            "GET /messages/new",
            "POST /messages/new",
            "GET /messages/with/{name}",
            "POST /messages/with/{name}",
            "GET /messages/{id}",
            "POST /messages/{id}",
            "GET /messages/{id}/part",
            "POST /messages/{id}/read",
            "POST /messages/{id}/typing",
            "POST /messages/{id}/step",
            "GET /messages/{id}/about",
            "POST /messages/{id}/people",
            "POST /messages/{id}/people/remove",
            "POST /messages/{id}/name",
            "POST /messages/{id}/picture",
            "GET /file/{id}",
            "GET /message/{id}",
            "GET /message/{id}/reactions",
            "POST /message/{id}/undo",
            "GET /message/{id}/edit",
            "POST /message/{id}/edit",
            "GET /message/{id}/delete",
            "POST /message/{id}/delete",
            "POST /message/{id}/hide",
            "POST /message/{id}/reaction",
            "POST /message/{id}/vote",
            "POST /message/{id}/unvote",
            "GET /message/{id}/report",
            "POST /message/{id}/report",
            "GET /pages",
            "POST /pages",
            "GET /pages/new",
            "GET /pages/{handle}/manage",
            "POST /pages/{handle}/details",
            "POST /pages/{handle}/about",
            "POST /pages/{handle}/picture",
            "POST /pages/{handle}/team",
            "POST /pages/{handle}/invite",
            "POST /pages/{handle}/answer",
            "GET /pages/{handle}/end",
            "POST /pages/{handle}/end",
            "POST /act-as",
            "GET /groups",
            "POST /groups",
            "GET /groups/new",
            "GET /groups/{slug}/members",
            "GET /groups/{slug}/join",
            "POST /groups/{slug}/join",
            "POST /groups/{slug}/step",
            "GET /groups/{slug}/leave",
            "POST /groups/{slug}/leave",
            "POST /groups/{slug}/level",
            "GET /groups/{slug}/invite",
            "POST /groups/{slug}/invite",
            "GET /groups/{slug}/manage",
            "POST /groups/{slug}/requests/{id}",
            "POST /groups/{slug}/files",
            "POST /groups/{slug}/files/{id}",
            "POST /groups/{slug}/reports/{id}",
            "GET /groups/{slug}/people/{id}",
            "POST /groups/{slug}/people/{id}",
            "GET /groups/{slug}/posts/{id}",
            "POST /groups/{slug}/posts/{id}",
            "GET /groups/{slug}/settings",
            "POST /groups/{slug}/settings/{part}",
            "GET /events",
            "GET /events/calendar",
            "GET /events/files",
            "POST /events/files/reset",
            "POST /events/import",
            "GET /events/new",
            "POST /events/new",
            "GET /events/{id}/edit",
            "POST /events/{id}/edit",
            "POST /events/{id}/answer",
            "POST /events/{id}/withdraw",
            "POST /events/{id}/remarks",
            "POST /events/{id}/remarks/{remark}/delete",
            "POST /events/{id}/slots",
            "POST /events/{id}/publish",
            "GET /events/{id}/cancel",
            "POST /events/{id}/cancel",
            "GET /events/{id}/delete",
            "POST /events/{id}/delete",
            "GET /events/{id}/guests",
            "POST /events/{id}/guests",
            "GET /events/{id}/invite",
            "POST /events/{id}/invite",
            "GET /events/{id}/check-in",
            "POST /events/{id}/check-in",
            "GET /events/{id}/hosts",
            "POST /events/{id}/hosts",
            "GET /people",
            "GET /search",
            "GET /search/suggest",
            "POST /people/{id}/tie",
            "GET /friends",
            "GET /friends/circles",
            "POST /friends/circles",
            "GET /friends/circles/{id}",
            "POST /friends/circles/{id}",
            "POST /friends/circles/{id}/delete",
            "POST /friends/circles/{id}/members",
            "GET /me/as",
            "GET /me/as/{who}",
            "GET /me/as/{who}/about",
            "GET /me/as/{who}/friends",
            "GET /me/as/{who}/photos",
            "GET /me/edit",
            "POST /me/edit",
            "POST /me/picture",
            "GET /settings/account",
            "GET /settings/mail",
            "POST /settings/mail",
            "POST /settings/mail/again",
            "POST /settings/account/name",
            "POST /settings/account/handle",
            "POST /settings/account/email",
            "POST /settings/account/email/remove",
            "POST /settings/account/password",
            "GET /settings/privacy",
            "POST /settings/privacy",
            "GET /settings/blocking",
            "GET /settings/leave",
            "GET /settings/leave/rest",
            "POST /settings/leave/rest",
            "GET /settings/leave/delete",
            "POST /settings/leave/delete",
        ],
    ),
    (
        Access::Moderator,
        &[
            "GET /admin/requests",
            "POST /admin/requests",
            "GET /admin/requests/declined",
            "POST /admin/requests/declined",
        ],
    ),
    (
        Access::Admin,
        &[
            "POST /pages/{handle}/verified",
            "GET /admin",
            "GET /admin/inbox",
            "POST /admin/inbox/{id}",
            "GET /admin/log",
            "GET /admin/mail",
            "POST /admin/mail/again",
            "POST /admin/mail/test",
            "GET /admin/files",
            "POST /admin/files",
            "GET /admin/pages",
            "GET /admin/pages/{slug}/{language}",
            "POST /admin/pages/{slug}/{language}",
            "POST /admin/pages/{slug}/{language}/revert",
            "GET /admin/settings",
            "POST /admin/settings",
            "POST /admin/jobs/{id}/retry",
            "POST /admin/jobs/{id}/discard",
            "GET /admin/members",
            "GET /admin/members/{id}",
            "POST /admin/members/{id}/role",
            "POST /admin/members/{id}/suspend",
            "POST /admin/members/{id}/unsuspend",
            "POST /admin/members/{id}/code",
        ],
    ),
];

#[test]
fn e1_every_route_stands_in_the_table_as_it_is() {
    let line = |access: Access, route: String| format!("{access:?} {route}");
    let expected: BTreeSet<String> = DOORS
        .iter()
        .flat_map(|(access, routes)| routes.iter().map(|route| line(*access, (*route).to_owned())))
        .collect();
    let there: BTreeSet<String> =
        table().iter().map(|route| line(route.access, format!("{} {}", route.method, route.path))).collect();
    let unknown: Vec<_> = there.difference(&expected).collect();
    let missing: Vec<_> = expected.difference(&there).collect();
    assert!(
        unknown.is_empty() && missing.is_empty(),
        "in the program, not in the table: {unknown:#?}\nin the table, not in the program: {missing:#?}"
    );
}

/// What somebody of this kind gets at a door of this kind: the statuses that may answer.
fn expected(who: &str, access: Access, method: &str) -> &'static [u16] {
    const IN: &[u16] = &[200, 303, 404, 409, 413, 422, 429];
    const SIGN_IN: &[u16] = &[303];
    const REFUSED: &[u16] = &[401];
    const FORBIDDEN: &[u16] = &[403];
    const NOT_THERE: &[u16] = &[404];
    match (who, access) {
        // A page for everybody may still ask for a password.
        (_, Access::Anyone) => &[200, 303, 401, 403, 404, 409, 413, 422, 429],
        ("visitor", _) if method == "GET" => SIGN_IN,
        ("visitor", _) => REFUSED,
        (_, Access::SignedIn) => IN,
        ("pending email" | "pending" | "suspended" | "resting" | "leaving", _) => FORBIDDEN,
        (_, Access::Member) => &[200, 303, 403, 404, 409, 413, 422, 429],
        ("member", _) | ("moderator", Access::Admin) => NOT_THERE,
        _ => &[200, 303, 403, 404, 409, 413, 422, 429],
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn e1_e14_every_door_opens_for_its_people_alone() {
    each(|s| async move {
        let w = &s.world;
        let mut browsers: Vec<(&str, Browser)> = vec![("visitor", s.visitor())];
        for (who, state) in [
            ("pending email", AccountState::PendingEmail),
            ("pending", AccountState::PendingApproval),
            ("suspended", AccountState::Suspended),
            ("resting", AccountState::Deactivated),
            ("leaving", AccountState::DeletionScheduled),
        ] {
            let person = w.person(&format!("{}_elm", who.replace(' ', "_"))).await;
            w.set_state(&person, state).await;
            browsers.push((who, s.browser(&person).await));
        }
        for (who, role) in [
            ("member", Role::Member),
            ("moderator", Role::Moderator),
            ("admin", Role::Admin),
            ("owner", Role::Owner),
        ] {
            let person = w.person_with_role(&format!("{who}_elm"), role).await;
            browsers.push((who, s.browser(&person).await));
        }
        for (who, browser) in &browsers {
            let token = browser.token().await;
            let before = w.dump(QUIET).await;
            for route in table() {
                // Nobody is refused here: that these work stands in other stories, and they would end the session.
                if route.path.starts_with("/live") || ends_something(route.path) {
                    continue;
                }
                let path = filled(route.path, "1234567890123");
                let answer = match route.method {
                    "GET" => browser.get(&path).await,
                    _ => browser.post_bare(&path, &[("csrf", &token), ("no_such_field", "1")]).await,
                };
                let allowed = expected(who, route.access, route.method);
                let what = format!("{who} {} {path}", route.method);
                assert!(allowed.contains(&answer.status), "{what}: {} {}", answer.status, answer.text());
                if allowed == [303] {
                    assert!(answer.header("location").starts_with("/login"), "{what}");
                }
                if allowed == [404] && route.method == "GET" {
                    let nothing = browser.get("/no/such/page").await;
                    assert_eq!(
                        crate::ground::settled(&answer, &path),
                        crate::ground::settled(&nothing, "/no/such/page"),
                        "{what} is told that there is something"
                    );
                }
            }
            before.must_equal(&w.dump(QUIET).await, &format!("{who} at every door"));
        }
    })
    .await;
}

/// Knocking is counted.
const QUIET: &[&str] = &["accounts.seen_at", "sessions.seen_at", "sessions.expires_at", "throttles"];

fn ends_something(path: &str) -> bool {
    ["/logout", "/settings/sessions/end-others", "/settings/leave", "/posts/limit-past"]
        .iter()
        .any(|start| path.starts_with(start))
}
