//! G6: what is typed into searches and addresses is looked for letter by letter. Signs that mean something to a database
//! find the names in which they stand and nothing else, and nothing that is typed breaks a page or changes a row.

use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_domain::viewer::Role;
use kith_testkit::{Answer, Browser, PASSWORD, Person, Server};

use crate::ground::{SEEN, each};

/// Handles and names; each of the first ones has a sign that no other has.
const PEOPLE: &[(&str, &str, &str)] = &[
    ("percent", "%age Point", "%"),
    ("lowline", "_under Line", "_"),
    ("bang", "!Bang Loud", "!"),
    ("slash", "\\Back Slash", "\\"),
    ("quote", "'Quote Mark", "'"),
    ("double", "\"Double Mark", "\""),
    ("dash", "--Dash Line", "--"),
    ("semi", ";Semi Colon", ";"),
    ("star", "*Star Night", "*"),
    ("round", "(Round Corner", "("),
    ("plain", "Plain Person", "pla"),
];

/// What would be a statement if it were taken for one.
const STATEMENTS: &[&str] = &[
    "' OR '1'='1",
    "' OR 1=1 --",
    "%' OR 1=1 --",
    "x'; DROP TABLE accounts; --",
    "x') UNION SELECT password_hash FROM accounts --",
    "x\" OR \"\"=\"",
    "plain' --",
    "plain%",
    "pl_in",
    "p!%",
    "$1",
    "?1",
    "plain\0",
    "\0",
    "/* plain */",
    "E'\\x41'",
    "\\' OR 1=1 --",
    "NEAR(plain person) OR *",
    "plain\u{2019} OR 1=1",
    "\u{ff05}",
];

fn encoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
}

/// The people on a page of a search.
fn shown(page: &Answer, css: &str) -> Vec<String> {
    assert_eq!(page.status, 200, "{}: {}", page.path, page.text());
    let document = page.html();
    let found = document.select(&kith_testkit::browser::selector(css));
    found.map(|name| name.text().collect::<String>().trim().to_owned()).collect()
}

/// The searches for people that pages offer, with where their rows stand.
const SEARCHES: &[(&str, &str)] = &[
    ("/people?q=", "#people a.who"),
    ("/friends?q=", "#people a.who"),
    ("/friends/pick?field=people&word=", ".pick b"),
    ("/admin/members?q=", "#members-list a.who"),
    ("/admin/members?state=active&q=", "#members-list a.who"),
];

async fn find(browser: &Browser, search: &str, rows: &str, word: &str) -> Vec<String> {
    let page = browser.get(&format!("{search}{}", encoded(word))).await;
    shown(&page, rows)
}

/// Somebody who is everybody's friend and may open every search.
async fn admin_among_friends(server: &Server) -> (Person, Browser) {
    let w = &server.world;
    let admin = w.person_with_role("olive", Role::Admin).await;
    for (handle, name, _) in PEOPLE {
        let person = w.person_named(handle, name).await;
        w.befriend(&person, &admin).await;
    }
    let browser = server.browser(&admin).await;
    (admin, browser)
}

#[tokio::test]
async fn g6_signs_of_a_database_find_the_names_in_which_they_stand() {
    each(|server| async move {
        let (_, browser) = admin_among_friends(&server).await;
        let before = server.world.dump(SEEN).await;
        for (search, rows) in SEARCHES {
            assert!(find(&browser, search, rows, "").await.len() >= PEOPLE.len(), "{search} shows everybody");
            for (_, name, sign) in PEOPLE {
                assert_eq!(find(&browser, search, rows, sign).await, [*name], "{search}{sign}");
                assert_eq!(
                    find(&browser, search, rows, &name.to_uppercase()).await,
                    [*name],
                    "{search}{name}"
                );
            }
            for word in STATEMENTS {
                let found = find(&browser, search, rows, word).await;
                // A full-width percent sign is the same letter as the plain one once it is folded.
                let wanted: &[&str] = if *word == "\u{ff05}" { &["%age Point"] } else { &[] };
                assert_eq!(found, wanted, "{search}{word:?}");
            }
            // As long as an address can be; longer ones do not get as far as the program.
            for letter in ["a", "_", "'"] {
                assert!(find(&browser, search, rows, &letter.repeat(20_000)).await.is_empty(), "{search}");
            }
            assert!(find(&browser, search, rows, &"a".repeat(60_000)).await.is_empty(), "{search}");
        }
        before.must_equal(&server.world.dump(SEEN).await, "searching");
    })
    .await;
}

#[tokio::test]
async fn g6_statements_in_addresses_and_forms_are_words_like_any_other() {
    each(|server| async move {
        let w = &server.world;
        let (admin, browser) = admin_among_friends(&server).await;
        let new = NewPost {
            text: "On the hill #walks".to_owned(),
            choice: AudienceChoice::plain(Audience::World),
            ..NewPost::default()
        };
        posts::create(&w.app, &w.viewer(&admin).await, new).await.unwrap();
        let has_post = |page: &Answer| page.text().contains("On the hill");
        assert!(has_post(&browser.get("/t/walks").await) && has_post(&browser.get("/t/WALKS").await));

        let before = w.dump(SEEN).await;
        let signs = ["%", "_alks", "w%", "walks%", "walk!s", "walks\\", "walks'", "walks;", "walks--"];
        let long = "w".repeat(60_000);
        for word in signs.iter().chain(STATEMENTS).copied().chain([long.as_str()]) {
            let word = encoded(word);
            let page = browser.get(&format!("/t/{word}")).await;
            assert!(page.status < 500 && !has_post(&page), "/t/{word}: {}", page.status);
            for path in [
                format!("/u/{word}"),
                format!("/u/{word}/friends"),
                format!("/me/as/{word}"),
                format!("/p/{word}"),
                format!("/about/{word}"),
                format!("/admin/members/{word}"),
                format!("/admin/pages/about/{word}"),
            ] {
                let status = browser.get(&path).await.status;
                assert!((400..500).contains(&status) || status == 303, "{path}: {status}");
            }
            for path in [
                format!("/people?after={word}"),
                format!("/t/walks?before={word}"),
                format!("/admin/members?before={word}"),
                format!("/admin/members?state={word}"),
                format!("/friends/pick?field={word}&word=a"),
                format!("/admin/log?before={word}"),
            ] {
                let status = browser.get(&path).await.status;
                assert!(status < 500, "{path}: {status}");
            }
        }
        before.must_equal(&w.dump(SEEN).await, "opening odd addresses");

        // Nobody is let in by what they call themselves.
        for login in ["' OR '1'='1", "olive' --", "olive'/*", "%", "oliv_", "olive\0", "olive\0x"] {
            let answer = server.visitor().sign_in_with(login, PASSWORD).await;
            assert_eq!(answer.status, 422, "{login:?}: {}", answer.text());
        }
        for code in ["' OR '1'='1", "%", "____________"] {
            let answer = server.visitor().get(&format!("/join/{}", encoded(code))).await;
            assert!(answer.status < 500, "{code}: {}", answer.status);
        }
    })
    .await;
}
