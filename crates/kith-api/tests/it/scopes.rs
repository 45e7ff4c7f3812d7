//! F4, E1: each route asks for its scope. The table is the program's own; what it must hold is written here by hand.

use kith_api::Needs;
use reqwest::Method;

use crate::ground::{Client, each};

fn filled(path: &str) -> String {
    path.split('/').map(|part| if part.starts_with('{') { "1" } else { part }).collect::<Vec<_>>().join("/")
}

/// Scopes of which neither covers what a route may ask for, but for the one that asks for it by name.
const OTHERS: [&str; 2] = ["push", "profile"];

#[tokio::test]
async fn f4_no_route_opens_without_its_scope() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let stranger = Client::stranger(&s);
        let [push, profile] = OTHERS;
        let (narrow, narrow_too) =
            (Client::within(&s, &ann, push).await, Client::within(&s, &ann, profile).await);
        for route in kith_api::routes().into_parts().1 {
            let path = filled(route.path);
            let method: Method = route.method.parse().unwrap();
            let what = format!("{method} {path}");
            let without = stranger.ask(method.clone(), &path, None).await;
            let narrow = if route.needs == Needs::Scope(push) { &narrow_too } else { &narrow };
            let outside = narrow.ask(method.clone(), &path, None).await;
            match route.needs {
                Needs::Nothing => {}
                Needs::Token => assert_eq!(without.status, 401, "{what}"),
                Needs::IfSignedIn(_) => {
                    assert_ne!(without.status, 401, "{what}");
                    assert_eq!(outside.status, 403, "{what}");
                }
                Needs::Scope(_) | Needs::OneOf(_) => {
                    assert_eq!(without.status, 401, "{what}");
                    assert_eq!(outside.status, 403, "{what}");
                }
            }
            assert!(without.status < 500 && outside.status < 500, "{what}");
            assert!(
                without.answer.body.starts_with(['{', '['])
                    || path.ends_with(".png")
                    || path.ends_with("/health"),
                "{what}: {}",
                without.answer.body
            );
        }
    })
    .await;
}

#[test]
fn reading_asks_for_reading_and_changing_for_changing() {
    for route in kith_api::routes().into_parts().1 {
        let scopes: Vec<&str> = match route.needs {
            Needs::Scope(scope) | Needs::IfSignedIn(scope) => vec![scope],
            Needs::OneOf(scopes) => scopes.to_vec(),
            Needs::Nothing | Needs::Token => continue,
        };
        for scope in scopes {
            let reads = scope == "profile" || scope == "read" || scope.starts_with("read:");
            if scope == "push" {
                // Where an app is woken is read and changed with one scope.
                continue;
            }
            // A photo in the making is looked at by whoever may make one; asking for a translation changes nothing, nor
            // does asking who one is, which OpenID Connect lets programs do by either method.
            let is_odd = route.path.starts_with("/api/v1/media/")
                || ["/translate", "/oauth/userinfo"].iter().any(|end| route.path.ends_with(end));
            assert!(is_odd || reads == (route.method == "GET"), "{} {}: {scope}", route.method, route.path);
        }
    }
}

/// What Mastodon's documentation asks for on the routes of lists, and of what stands beside them.
const DOCUMENTED: &[(&str, &str, Needs)] = &[
    ("GET", "/api/v1/lists", Needs::Scope("read:lists")),
    ("POST", "/api/v1/lists", Needs::Scope("write:lists")),
    ("GET", "/api/v1/lists/{id}", Needs::Scope("read:lists")),
    ("PUT", "/api/v1/lists/{id}", Needs::Scope("write:lists")),
    ("DELETE", "/api/v1/lists/{id}", Needs::Scope("write:lists")),
    ("GET", "/api/v1/lists/{id}/accounts", Needs::Scope("read:lists")),
    ("POST", "/api/v1/lists/{id}/accounts", Needs::Scope("write:lists")),
    ("DELETE", "/api/v1/lists/{id}/accounts", Needs::Scope("write:lists")),
    ("GET", "/api/v1/accounts/{id}/lists", Needs::Scope("read:lists")),
    ("GET", "/api/v1/timelines/list/{id}", Needs::Scope("read:lists")),
    // What comes on a stream are statuses.
    ("GET", "/api/v1/streaming/list", Needs::Scope("read:statuses")),
    ("GET", "/api/v1/bookmarks", Needs::Scope("read:bookmarks")),
    ("POST", "/api/v1/statuses/{id}/bookmark", Needs::Scope("write:bookmarks")),
    ("POST", "/api/v1/statuses/{id}/unbookmark", Needs::Scope("write:bookmarks")),
    ("GET", "/api/v1/conversations", Needs::Scope("read:statuses")),
    ("DELETE", "/api/v1/conversations/{id}", Needs::Scope("write:conversations")),
    ("POST", "/api/v1/conversations/{id}/read", Needs::Scope("write:conversations")),
    ("GET", "/api/v1/featured_tags", Needs::Scope("read:accounts")),
    ("POST", "/api/v1/featured_tags", Needs::Scope("write:accounts")),
    ("DELETE", "/api/v1/featured_tags/{id}", Needs::Scope("write:accounts")),
    ("GET", "/api/v1/featured_tags/suggestions", Needs::Scope("read:accounts")),
    ("GET", "/api/v1/followed_tags", Needs::Scope("read:follows")),
];

#[test]
fn lists_ask_for_the_scopes_of_the_documentation() {
    let table = kith_api::routes().into_parts().1;
    for (method, path, needs) in DOCUMENTED {
        let route = table.iter().find(|route| route.method == *method && route.path == *path);
        assert_eq!(route.map(|route| route.needs), Some(*needs), "{method} {path}");
    }
    let told = |path: &str| DOCUMENTED.iter().any(|(_, known, _)| *known == path);
    for route in table.iter().filter(|route| route.path.starts_with("/api/v1/lists")) {
        assert!(told(route.path), "{} is not in the table of the documentation", route.path);
    }
}
