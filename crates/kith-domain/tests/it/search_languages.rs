//! Every script is found on both engines: questions cut from the sentences of a public collection in 75 languages.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};

use kith_base::PageRequest;
use kith_domain::demo::{self, Post};
use kith_domain::posts::Audience;
use kith_domain::search::{self, Wanted};
use kith_domain::{AccountId, PostId};
use kith_testkit::World;
use kith_testkit::samples::sample;

/// Sentences of each language.
const OF_EACH: usize = 20;
/// Among the first so many a post has to stand that is asked for in its own words.
const FIRST: usize = 10;

/// Sentences by language.
fn sentences() -> Option<BTreeMap<String, Vec<String>>> {
    let path = sample("text/lingua-sentences/sentences.jsonl.gz")?;
    let lines = BufReader::new(flate2::read::GzDecoder::new(std::fs::File::open(path).unwrap()));
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in lines.lines() {
        let row: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        let texts = all.entry(row["lang"].as_str().unwrap().to_owned()).or_default();
        if texts.len() < OF_EACH {
            texts.push(row["text"].as_str().unwrap().to_owned());
        }
    }
    Some(all)
}

/// The middle third in words, or in characters where there are no spaces.
fn piece_of(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() >= 3 {
        return words[words.len() / 3..words.len() * 2 / 3 + 1].join(" ");
    }
    let chars: Vec<char> = text.chars().collect();
    chars[chars.len() / 3..chars.len() * 2 / 3].iter().collect()
}

/// What is found for each question in a world that holds all sentences.
async fn answers(w: &World, all: &[(String, String)]) -> Vec<Vec<PostId>> {
    let ann = w.person("ann").await;
    let posts: Vec<Post> =
        all.iter().zip(1..).map(|((lang, text), number)| post(ann.id, lang, text, number)).collect();
    for some in posts.chunks(500) {
        demo::posts(&w.app, some.to_vec()).await.unwrap();
    }
    let viewer = w.viewer(&ann).await;
    let mut answers = Vec::new();
    for (_, text) in all {
        let wanted = Wanted::words(&piece_of(text));
        let page = search::post_ids(&w.app, &viewer, &wanted, PageRequest::first(FIRST)).await.unwrap();
        answers.push(page.items);
    }
    answers
}

fn post(author: AccountId, language: &str, text: &str, number: i64) -> Post {
    Post {
        id: PostId::earliest_at(number),
        author,
        wall: None,
        audience: Audience::Community,
        circle: None,
        language: language.to_owned(),
        text: text.to_owned(),
        shared: None,
        photo_count: 0,
    }
}

/// How many posts were not found in their own words, by language.
fn missed<'t>(all: &'t [(String, String)], answers: &[Vec<PostId>]) -> BTreeMap<&'t str, usize> {
    let mut missed: BTreeMap<&str, usize> = BTreeMap::new();
    for ((lang, _), (found, number)) in all.iter().zip(answers.iter().zip(1..)) {
        if !found.contains(&PostId::earliest_at(number)) {
            *missed.entry(lang).or_default() += 1;
        }
    }
    missed
}

#[tokio::test]
async fn a_question_cut_from_a_post_finds_it_in_75_languages_with_one_answer_on_both_engines() {
    let Some(by_language) = sentences() else { return };
    assert!(by_language.len() >= 70, "{}", by_language.len());
    let all: Vec<(String, String)> = by_language
        .into_iter()
        .flat_map(|(lang, texts)| texts.into_iter().map(move |text| (lang.clone(), text)))
        .collect();
    let mut found = Vec::new();
    let worlds = [Some(World::sqlite().await), World::postgres().await];
    for w in worlds.into_iter().flatten() {
        let answers = answers(&w, &all).await;
        let missed = missed(&all, &answers);
        let all_missed: usize = missed.values().sum();
        assert!(
            all_missed * 100 <= all.len() * 5,
            "{all_missed} of {} ({OF_EACH} each): {missed:?}",
            all.len()
        );
        found.push(answers);
    }
    assert!(found.windows(2).all(|pair| pair[0] == pair[1]), "the engines answer alike");
}
