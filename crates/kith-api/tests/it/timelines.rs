//! Timelines and the links between their pages.

use serde_json::{Value, json};

use crate::ground::{Client, each};

pub fn ids(list: &Value) -> Vec<String> {
    list.as_array().unwrap().iter().map(|status| status["id"].as_str().unwrap().to_owned()).collect()
}

/// The path of a link of the answer.
pub fn link(header: &str, rel: &str) -> Option<String> {
    let part = header.split(", ").find(|part| part.ends_with(&format!("rel=\"{rel}\"")))?;
    let address = part.split(['<', '>']).nth(1)?;
    Some(address.trim_start_matches("https://kith.example").to_owned())
}

#[tokio::test]
async fn pages_lead_to_each_other_in_both_directions_and_show_each_status_once() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let app = Client::of(&s, &ann).await;
        let mut written = Vec::new();
        for number in 0..7 {
            s.world.advance(1_000);
            let said = json!({ "status": format!("number {number} #n"), "visibility": "unlisted" });
            written.push(app.post("/api/v1/statuses", said).await.good()["id"].as_str().unwrap().to_owned());
        }
        written.reverse();
        for start in [
            "/api/v1/timelines/home?limit=3".to_owned(),
            "/api/v1/timelines/public?limit=3&local=true".to_owned(),
            "/api/v1/timelines/tag/n?limit=3".to_owned(),
            format!("/api/v1/accounts/{}/statuses?limit=3", ann.id),
        ] {
            let mut seen = Vec::new();
            let mut path = Some(start.clone());
            let mut newest_of_last = None;
            while let Some(at) = path {
                let told = app.get(&at).await;
                let page = ids(&told.good());
                if page.is_empty() {
                    break;
                }
                seen.extend(page);
                let header = told.answer.header("link").to_owned();
                newest_of_last = link(&header, "prev");
                path = link(&header, "next");
            }
            assert_eq!(seen, written, "{start}");
            // And back: the page nearest above the last one.
            let back = ids(&app.get(&newest_of_last.unwrap()).await.good());
            assert_eq!(back, written[3..6], "{start}");
        }
        let newer = format!("/api/v1/timelines/public?limit=2&since_id={}", written[6]);
        assert_eq!(ids(&app.get(&newer).await.good()), written[0..2], "the newest since");
    })
    .await;
}

#[tokio::test]
async fn a_timeline_of_tags_takes_others_beside_it() {
    each(|s| async move {
        let app = Client::of(&s, &s.world.person("ann").await).await;
        let mut written = Vec::new();
        for text in ["#tea", "#tea #cake", "#cake", "#tea #Kuchen", "#bread"] {
            s.world.advance(1_000);
            let said = json!({ "status": text, "visibility": "unlisted" });
            written.push(app.post("/api/v1/statuses", said).await.good()["id"].as_str().unwrap().to_owned());
        }
        for (query, wanted) in [
            ("", vec![3, 1, 0]),
            ("?all[]=cake", vec![1]),
            ("?none[]=cake", vec![3, 0]),
            ("?any[]=cake&any[]=bread", vec![4, 3, 2, 1, 0]),
            ("?any[]=cake&none[]=KUCHEN", vec![2, 1, 0]),
            ("?any[]=cake&any[]=bread&limit=2", vec![4, 3]),
        ] {
            let wanted: Vec<&String> = wanted.into_iter().map(|at: usize| &written[at]).collect();
            let told = app.get(&format!("/api/v1/timelines/tag/tea{query}")).await;
            assert_eq!(ids(&told.good()).iter().collect::<Vec<_>>(), wanted, "{query}");
        }
        let below = format!("/api/v1/timelines/tag/tea?any[]=cake&limit=2&max_id={}", written[3]);
        assert_eq!(ids(&app.get(&below).await.good()), [written[2].clone(), written[1].clone()]);
        let above = format!("/api/v1/timelines/tag/tea?any[]=cake&limit=2&min_id={}", written[0]);
        assert_eq!(ids(&app.get(&above).await.good()), [written[2].clone(), written[1].clone()]);
    })
    .await;
}
