//! Posts and comments by their words, in both APIs.

use serde_json::json;

use crate::ground::{Client, each};
use crate::timelines::ids;

async fn write(app: &Client, text: &str, visibility: &str) -> String {
    let said = json!({ "status": text, "visibility": visibility });
    app.post("/api/v1/statuses", said).await.good()["id"].as_str().unwrap().to_owned()
}

async fn answer(app: &Client, to: &str, text: &str) -> String {
    let said = json!({ "status": text, "in_reply_to_id": to });
    app.post("/api/v1/statuses", said).await.good()["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn e1_statuses_are_found_by_their_words_as_far_as_one_may_see_them() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let mut all = Vec::new();
        for text in ["Market on Monday", "Monday market again", "monday, no stalls"] {
            w.advance(1_000);
            all.push(write(&app, text, "unlisted").await);
        }
        w.advance(1_000);
        let hidden = write(&app, "Monday market in secret", "private").await;
        w.advance(1_000);
        let line = answer(&other, &all[0], "which market on Monday?").await;
        let search = async |client: &Client, query: &str| {
            ids(&client.get(&format!("/api/v2/search?q={query}&type=statuses")).await.good()["statuses"])
        };
        let both = [line.clone(), hidden.clone(), all[1].clone(), all[0].clone()];
        assert_eq!(search(&app, "market+MONDAY").await, both);
        let theirs = [line.clone(), all[1].clone(), all[0].clone()];
        assert_eq!(search(&other, "market+monday").await, theirs);
        assert_eq!(search(&other, "market+monday&limit=1&offset=1").await, [all[1].clone()]);
        assert_eq!(search(&other, &format!("market&max_id={line}")).await, theirs[1..]);
        assert_eq!(search(&other, &format!("market&min_id={}", all[0])).await, theirs[..2]);
        assert_eq!(search(&other, &format!("market&account_id={}", ann.id)).await, theirs[1..]);
        assert_eq!(
            search(&other, &format!("market&account_id={}", ben.id)).await,
            std::slice::from_ref(&line)
        );
        assert_eq!(search(&Client::stranger(&s), "market").await, [] as [String; 0]);
        w.block(&ann, &ben).await;
        assert_eq!(search(&other, "market").await, [] as [String; 0], "E10");
        assert_eq!(search(&app, "market").await, [hidden, all[1].clone(), all[0].clone()], "E10");
    })
    .await;
}
