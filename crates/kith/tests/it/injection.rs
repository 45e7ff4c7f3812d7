//! G6 at the client API of the real program: what is looked for is looked for letter by letter.

use kith_testkit::{PASSWORD, Program};
use serde_json::Value;

use crate::each;

/// What would be a statement, or a pattern, if it were taken for one.
const STATEMENTS: &[&str] = &[
    "' OR '1'='1",
    "%' OR 1=1 --",
    "x'; DROP TABLE accounts; --",
    "x') UNION SELECT password_hash FROM accounts --",
    "person%",
    "pers_n",
    "pers!on",
    "person\\",
    "person\0",
    "\0",
    "$1",
    "/* person */",
];

/// Looks for `word` with a token; the status and, of people and tags, what was found.
async fn search(program: &Program, token: &str, path: &str, word: &str) -> (u16, Value) {
    let address = format!("http://{}{path}", program.listens);
    let name = if path.ends_with("lookup") { "acct" } else { "q" };
    let request = reqwest::Client::new().get(address).query(&[(name, word)]);
    let answer = request.bearer_auth(token).send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap_or_default())
}

fn names(found: &Value) -> Vec<&str> {
    found.as_array().unwrap().iter().map(|person| person["display_name"].as_str().unwrap()).collect()
}

fn create(program: &Program, handle: &str, name: &str) {
    let words = ["account", "create", handle, "--name", name, "--password-stdin"];
    let output = program.run_with_input(&words, &format!("{PASSWORD}\n"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn g6_searches_of_apps_take_signs_of_a_database_for_what_they_are() {
    each(async |mut program: Program| {
        for (handle, name) in
            [("percent", "%age Point"), ("lowline", "_under Line"), ("person", "Person Plain")]
        {
            create(&program, handle, name);
        }
        let token = program.must(&["token", "create", "olive"]).trim().to_owned();
        program.serve(&[("KITH_RATE_LIMITS", "off")]).await;
        for (word, name) in [("%", "%age Point"), ("_", "_under Line"), ("pers", "Person Plain")] {
            let (status, found) = search(&program, &token, "/api/v2/search", word).await;
            assert_eq!((status, names(&found["accounts"])), (200, vec![name]), "{word}: {found}");
            let (status, found) = search(&program, &token, "/api/v1/accounts/search", word).await;
            assert_eq!((status, names(&found)), (200, vec![name]), "{word}: {found}");
        }
        let long = ["a".repeat(60_000), "_".repeat(20_000), "'".repeat(10_000)];
        for word in STATEMENTS.iter().copied().chain(long.iter().map(String::as_str)) {
            let (status, found) = search(&program, &token, "/api/v2/search", word).await;
            if status == 200 {
                for kind in ["accounts", "hashtags", "statuses"] {
                    assert_eq!(
                        found[kind].as_array().map(Vec::len),
                        Some(0),
                        "{word:?} found {kind}: {found}"
                    );
                }
            }
            assert!(status < 500, "{word:?}: {status}");
            for path in ["/api/v1/accounts/search", "/api/v1/accounts/lookup"] {
                let (status, found) = search(&program, &token, path, word).await;
                assert!(status < 500, "{path} {word:?}: {status}");
                assert!(
                    status != 200 || found.as_array().is_some_and(Vec::is_empty),
                    "{path} {word:?}: {found}"
                );
            }
        }
        // Everybody is still there.
        assert_eq!(program.must(&["account", "list"]).lines().count(), 4);
    })
    .await;
}
