//! What is found, by whom, and what is found no more.

use std::collections::HashSet;

use kith_base::{DAY, PageRequest, SECOND};
use kith_db::{params, statement};
use kith_domain::comments::{self, CommentEdit, NewComment};
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost, PostEdit};
use kith_domain::search::{self, Suggestion, Wanted};
use kith_domain::viewer::AccountState;
use kith_domain::{CommentId, PostId, Viewer, accounts, leaving, media, relationships};
use kith_testkit::{Person, World};

statement!(WIPE_TERMS, "test.search_wipe_terms", "DELETE FROM search_terms");
statement!(WIPE_NAMES, "test.search_wipe_names", "DELETE FROM search_names");
statement!(WIPE_FILLS, "test.search_wipe_fills", "DELETE FROM search_fills");
statement!(
    COUNT_TERMS,
    "test.search_count_terms",
    "SELECT COUNT(*) AS terms FROM search_terms WHERE subject_id = $1"
);
statement!(
    COUNT_ALL,
    "test.search_count_all",
    "SELECT (SELECT COUNT(*) FROM search_terms) + (SELECT COUNT(*) FROM search_names) AS words"
);

async fn write(w: &World, author: &Person, text: &str, choice: AudienceChoice) -> PostId {
    w.advance(SECOND);
    let new = NewPost { text: text.into(), choice, ..NewPost::default() };
    posts::create(&w.app, &w.viewer(author).await, new).await.unwrap().id
}

async fn for_all(w: &World, author: &Person, text: &str) -> PostId {
    write(w, author, text, AudienceChoice::plain(Audience::Community)).await
}

async fn say(w: &World, who: &Person, post: PostId, text: &str) -> CommentId {
    w.advance(SECOND);
    let new = NewComment { post, text: text.into(), ..NewComment::default() };
    comments::create(&w.app, &w.viewer(who).await, new).await.unwrap().id
}

async fn found(w: &World, viewer: &Viewer, words: &str) -> Vec<PostId> {
    found_by(w, viewer, &Wanted::words(words)).await
}

async fn found_by(w: &World, viewer: &Viewer, wanted: &Wanted) -> Vec<PostId> {
    search::post_ids(&w.app, viewer, wanted, PageRequest::first(100)).await.unwrap().items
}

async fn found_comments(w: &World, viewer: &Viewer, words: &str) -> Vec<CommentId> {
    let wanted = Wanted::words(words);
    search::comment_ids(&w.app, viewer, &wanted, PageRequest::first(100)).await.unwrap().items
}

async fn found_people(w: &World, viewer: &Viewer, words: &str) -> Vec<String> {
    let part = search::people(&w.app, viewer, words, 20, 0).await.unwrap();
    part.people.into_iter().map(|entry| entry.person.handle).collect()
}

async fn terms_of(w: &World, subject: i64) -> i64 {
    w.app.db.read(move |q| q.count(&COUNT_TERMS, &params![subject])).await.unwrap()
}

#[tokio::test]
async fn a_post_is_found_by_all_its_words_and_by_those_of_now() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let viewer = w.viewer(&ann).await;
        let first = for_all(&w, &ann, "The **Brass** band plays in the park").await;
        let second = for_all(&w, &ann, "A band of friends #brass").await;
        assert_eq!(found(&w, &viewer, "brass band").await, [second, first], "the newest first");
        assert_eq!(found(&w, &viewer, "BÄND park").await, [first]);
        assert_eq!(found(&w, &viewer, "band zither").await, []);
        assert_eq!(found(&w, &viewer, "").await, []);
        assert_eq!(found(&w, &viewer, "?!").await, []);
        let edit =
            PostEdit { text: "The orchestra plays".into(), cover: "Harp".into(), ..PostEdit::default() };
        posts::edit(&w.app, &viewer, first, edit).await.unwrap();
        assert_eq!(found(&w, &viewer, "brass").await, [second]);
        assert_eq!(found(&w, &viewer, "orchestra harp").await, [first], "what covers a post belongs to it");
        posts::delete(&w.app, &viewer, first).await.unwrap();
        assert_eq!(found(&w, &viewer, "orchestra").await, []);
        posts::restore(&w.app, &viewer, first).await.unwrap();
        assert_eq!(found(&w, &viewer, "orchestra").await, [first]);
        posts::delete(&w.app, &viewer, first).await.unwrap();
        w.advance(DAY);
        w.run_jobs().await;
        assert_eq!((terms_of(&w, first.raw()).await, terms_of(&w, second.raw()).await), (0, 6));
    })
    .await;
}

#[tokio::test]
async fn comments_are_found_until_they_are_gone_and_go_with_their_post() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (a, b) = (w.viewer(&ann).await, w.viewer(&ben).await);
        let post = for_all(&w, &ann, "weather").await;
        let first = say(&w, &ben, post, "rain tomorrow").await;
        let second = say(&w, &ben, post, "rain or snow").await;
        assert_eq!(found_comments(&w, &a, "rain").await, [second, first]);
        let edit = CommentEdit { text: "sun tomorrow".into(), photo: None };
        comments::edit(&w.app, &b, first, edit).await.unwrap();
        assert_eq!(found_comments(&w, &a, "rain").await, [second]);
        assert_eq!(found_comments(&w, &a, "sun").await, [first]);
        let page = search::comments(&w.app, &a, &Wanted::words("sun"), PageRequest::first(5)).await.unwrap();
        assert_eq!((page.items.len(), page.items[0].under.id), (1, ann.id));
        assert!(page.items[0].excerpt.iter().any(|piece| piece.is_match && piece.text == "sun"));
        comments::delete(&w.app, &b, second).await.unwrap();
        assert_eq!(found_comments(&w, &a, "rain").await, []);
        w.advance(DAY);
        w.run_jobs().await;
        assert_eq!((terms_of(&w, second.raw()).await, terms_of(&w, first.raw()).await), (0, 3));
        posts::delete(&w.app, &a, post).await.unwrap();
        assert_eq!(found_comments(&w, &a, "sun").await, []);
        w.advance(DAY);
        w.run_jobs().await;
        assert_eq!(terms_of(&w, first.raw()).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_search_is_narrowed_by_person_and_day_and_goes_on_page_by_page() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let viewer = w.viewer(&ann).await;
        let mut all = Vec::new();
        let begun = w.app.now();
        for day in 0..6 {
            let author = if day % 2 == 0 { &ann } else { &ben };
            all.push(for_all(&w, author, "apple pie").await);
            w.advance(DAY);
        }
        all.reverse();
        let by = Wanted { by: Some(ben.id), ..Wanted::words("apple") };
        assert_eq!(found_by(&w, &viewer, &by).await, [all[0], all[2], all[4]]);
        let alone = Wanted { by: Some(ben.id), ..Wanted::default() };
        assert_eq!(found_by(&w, &viewer, &alone).await, [all[0], all[2], all[4]]);
        let days = Wanted {
            since: Some(begun + 2 * DAY),
            until: Some(begun + 4 * DAY),
            ..Wanted::words("apple pie")
        };
        assert_eq!(found_by(&w, &viewer, &days).await, [all[2], all[3]]);
        let wanted = Wanted::words("pie apple");
        let page = search::post_ids(&w.app, &viewer, &wanted, PageRequest::first(4)).await.unwrap();
        assert_eq!((page.items.as_slice(), page.next), (&all[..4], Some(all[3])));
        let later = PageRequest::before(all[3], 4);
        let page = search::post_ids(&w.app, &viewer, &wanted, later).await.unwrap();
        assert_eq!((page.items.as_slice(), page.next), (&all[4..], None));
        let after = PageRequest { before: None, after: Some(all[2]), nearest: false, limit: 9 };
        let page = search::post_ids(&w.app, &viewer, &wanted, after).await.unwrap();
        assert_eq!(page.items, all[..2]);
    })
    .await;
}

/// Everything of which somebody may write with one word in it: posts for every audience, on walls, and comments.
async fn fill(w: &World, people: &[Person]) -> (Vec<PostId>, Vec<CommentId>) {
    let (ann, fay, wil) = (&people[0], &people[1], &people[2]);
    let circle = w.circle(ann, "Choir", &[fay]).await;
    let mut choices: Vec<AudienceChoice> =
        [Audience::World, Audience::Community, Audience::Friends, Audience::Self_]
            .map(AudienceChoice::plain)
            .to_vec();
    choices.push(AudienceChoice { circle: Some(circle), ..AudienceChoice::plain(Audience::Circle) });
    let some = vec![people[3].id, people[4].id];
    choices.push(AudienceChoice { people: some, ..AudienceChoice::plain(Audience::People) });
    choices.push(AudienceChoice { people: vec![fay.id], ..AudienceChoice::plain(Audience::FriendsExcept) });
    let (mut written, mut lines) = (Vec::new(), Vec::new());
    for choice in choices {
        let post = write(w, ann, "lantern", choice).await;
        for who in people {
            w.advance(SECOND);
            let new = NewComment { post, text: "lantern too".into(), ..NewComment::default() };
            // Whoever does not see the post is refused.
            let said = comments::create(&w.app, &w.viewer(who).await, new).await;
            lines.extend(said.map(|comment| comment.id));
        }
        written.push(post);
    }
    let choice = AudienceChoice::plain(Audience::Friends);
    let new = NewPost { text: "lantern".into(), wall: Some(ann.id), choice, ..NewPost::default() };
    written.push(posts::create(&w.app, &w.viewer(wil).await, new).await.unwrap().id);
    (written, lines)
}

/// What each of them finds is what each of them is handed when they ask for it one by one.
async fn finds_what_may_be_seen(
    w: &World,
    people: &[Person],
    (written, lines): &(Vec<PostId>, Vec<CommentId>),
) {
    for who in people {
        let viewer = w.viewer(who).await;
        let (mut seen, mut heard) = (HashSet::new(), HashSet::new());
        for post in written {
            seen.extend(posts::get(&w.app, &viewer, *post).await.ok().map(|post| post.id));
        }
        for line in lines {
            heard.extend(comments::get(&w.app, &viewer, *line).await.ok().map(|(line, _)| line.id));
        }
        let posts: HashSet<PostId> = found(w, &viewer, "lantern").await.into_iter().collect();
        let lines: HashSet<CommentId> = found_comments(w, &viewer, "lantern").await.into_iter().collect();
        assert_eq!((posts, lines), (seen, heard), "{}", who.handle);
    }
}

#[tokio::test]
async fn e1_e10_nobody_finds_what_they_may_not_see_and_everybody_finds_the_rest() {
    World::each(|w| async move {
        let mut people = Vec::new();
        for handle in ["ann", "fay", "wil", "nam", "bob", "sam", "rex"] {
            people.push(w.person(handle).await);
        }
        let ann = &people[0];
        for friend in [1, 2, 4, 6] {
            w.befriend(ann, &people[friend]).await;
        }
        relationships::restrict(&w.app, &w.viewer(ann).await, people[6].id).await.unwrap();
        let all = fill(&w, &people).await;
        assert!(all.0.len() == 8 && all.1.len() > 20, "{all:?}");
        finds_what_may_be_seen(&w, &people, &all).await;
        assert_eq!(found(&w, &w.viewer(ann).await, "lantern").await.len(), 8);
        // A visitor, whom no page asks, would find what is for the world.
        assert_eq!(found(&w, &Viewer::Anonymous, "lantern").await, [all.0[0]]);

        w.block(ann, &people[4]).await;
        w.block(&people[5], &people[1]).await;
        finds_what_may_be_seen(&w, &people, &all).await;
        assert_eq!(found(&w, &w.viewer(&people[4]).await, "lantern").await, [], "E10");
        assert_eq!(found_comments(&w, &w.viewer(&people[4]).await, "lantern").await, [], "E10");
        assert_eq!(found_people(&w, &w.viewer(&people[4]).await, "ann").await, [] as [&str; 0], "E10");
        assert_eq!(found_people(&w, &w.viewer(ann).await, "bob").await, [] as [&str; 0], "E10");
        let by = Wanted { by: Some(ann.id), ..Wanted::default() };
        assert_eq!(found_by(&w, &w.viewer(&people[4]).await, &by).await, [], "E10");
        let offered = search::suggest(&w.app, &w.viewer(&people[4]).await, "ann").await.unwrap();
        assert!(offered.is_empty(), "E10");

        w.set_state(&people[2], AccountState::Suspended).await;
        let rest: Vec<Person> = people.iter().filter(|who| who.handle != "wil").cloned().collect();
        finds_what_may_be_seen(&w, &rest, &all).await;
        w.set_state(ann, AccountState::Deactivated).await;
        assert_eq!(found(&w, &w.viewer(&people[1]).await, "lantern").await, []);
    })
    .await;
}

#[tokio::test]
async fn people_are_found_by_how_words_of_their_names_begin_with_friends_first() {
    World::each(|w| async move {
        let ann = w.person_named("ann", "Ann Hill").await;
        let zoe = w.person_named("zoe", "Zoë Müller").await;
        w.person_named("anders", "Anders Muller").await;
        w.person_named("tanaka", "田中 花子").await;
        let viewer = w.viewer(&ann).await;
        assert_eq!(found_people(&w, &viewer, "mull").await, ["anders", "zoe"]);
        w.befriend(&ann, &zoe).await;
        let viewer = w.viewer(&ann).await;
        assert_eq!(found_people(&w, &viewer, "MÜLL").await, ["zoe", "anders"]);
        assert_eq!(found_people(&w, &viewer, "mul and").await, ["anders"]);
        assert_eq!(found_people(&w, &viewer, "@zo").await, ["zoe"]);
        assert_eq!(found_people(&w, &viewer, "田中").await, ["tanaka"]);
        assert_eq!(found_people(&w, &viewer, "ller").await, [] as [&str; 0], "not from the middle");
        assert_eq!(found_people(&w, &viewer, "").await, [] as [&str; 0]);
        let part = search::people(&w.app, &viewer, "mul", 1, 0).await.unwrap();
        assert_eq!((part.people.len(), part.next), (1, Some(1)));
        let part = search::people(&w.app, &viewer, "mul", 1, 1).await.unwrap();
        assert_eq!((part.people[0].person.handle.as_str(), part.next), ("anders", None));

        accounts::change_display_name(&w.app, &w.viewer(&zoe).await, "Zoë Stone".into()).await.unwrap();
        assert_eq!(found_people(&w, &viewer, "mul").await, ["anders"]);
        accounts::change_handle(&w.app, &w.viewer(&zoe).await, "pebble".into()).await.unwrap();
        assert_eq!(found_people(&w, &viewer, "pebb").await, ["pebble"]);
        assert_eq!(found_people(&w, &viewer, "zoe").await, ["pebble"], "by the name, which stays");

        // Whoever is not in the directory is found by friends alone.
        w.choose(&zoe, |choices| choices.in_directory = false).await;
        assert_eq!(found_people(&w, &viewer, "stone").await, ["pebble"]);
        let other = w.person("other").await;
        assert_eq!(found_people(&w, &w.viewer(&other).await, "stone").await, [] as [&str; 0]);

        for_all(&w, &ann, "#stones #secret").await;
        let offered = search::suggest(&w.app, &viewer, "sto").await.unwrap();
        let named: Vec<String> = offered
            .iter()
            .map(|offer| match offer {
                Suggestion::Person(person) => person.handle.clone(),
                Suggestion::Group(group) => group.name.clone(),
                Suggestion::Event(line) => line.occurrence.title.clone(),
                Suggestion::Tag(tag) => format!("#{tag}"),
            })
            .collect();
        assert_eq!(named, ["pebble", "#stones"]);
        assert!(search::people(&w.app, &Viewer::Anonymous, "ann", 5, 0).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn photos_are_found_by_their_description_where_they_can_be_seen() {
    World::each(|w| async move {
        if !w.takes_photos() {
            return;
        }
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        let photo = crate::photos::send(&w, &ann, &crate::photos::picture(3)).await.unwrap();
        let who = [w.viewer(&ann).await, w.viewer(&ben).await, w.viewer(&cem).await];
        let finds = async |words: &str| {
            let mut found = Vec::new();
            for viewer in &who {
                let wanted = Wanted::words(words);
                let page = search::photos(&w.app, viewer, &wanted, PageRequest::first(5)).await.unwrap();
                found.push(page.items.len());
            }
            found
        };
        assert_eq!(finds("hill").await, [0, 0, 0], "nothing shows it yet");
        let post = crate::photos::post(&w, &ann, Audience::Friends, vec![photo]).await;
        assert_eq!(finds("hill").await, [1, 1, 0]);
        let covered = PostEdit { cover: "Heights".into(), photos: vec![photo], ..PostEdit::default() };
        posts::edit(&w.app, &who[0], post, covered).await.unwrap();
        assert_eq!(finds("hill").await, [0, 0, 0], "what is behind a cover stays there");
        posts::edit(&w.app, &who[0], post, PostEdit { photos: vec![photo], ..PostEdit::default() })
            .await
            .unwrap();
        media::describe(&w.app, &who[0], photo, "A mountain lake").await.unwrap();
        assert_eq!((finds("hill").await, finds("lake mountain").await), (vec![0, 0, 0], vec![1, 1, 0]));
        posts::delete(&w.app, &who[0], post).await.unwrap();
        assert_eq!(finds("lake").await, [0, 0, 0]);
        w.advance(DAY);
        w.run_jobs().await;
        assert_eq!(terms_of(&w, photo.raw()).await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_was_there_before_is_read_in_a_slice_at_a_time_and_once() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.set_trust(&ann, 3).await;
        let viewer = w.viewer(&ann).await;
        let post = for_all(&w, &ann, "harbour lights").await;
        for number in 0..60 {
            w.advance(DAY);
            say(&w, &ben, post, &format!("harbour number{number}")).await;
        }
        let before = w.dump(&["search_fills"]).await;
        let (posts, lines) =
            (found(&w, &viewer, "harbour").await, found_comments(&w, &viewer, "harbour").await);
        assert_eq!((posts.len(), lines.len()), (1, 60));
        w.app
            .db
            .write(|tx| {
                for wipe in [&WIPE_TERMS, &WIPE_NAMES, &WIPE_FILLS] {
                    tx.run(wipe, &[])?;
                }
                Ok(())
            })
            .await
            .unwrap();
        assert!(w.app.db.read(search::is_filling).await.unwrap());
        assert_eq!(found(&w, &viewer, "harbour").await, []);
        w.upkeep("search.fill").await;
        assert!(!w.app.db.read(search::is_filling).await.unwrap());
        assert_eq!(found(&w, &viewer, "harbour").await, posts);
        assert_eq!(found_comments(&w, &viewer, "harbour").await, lines);
        assert_eq!(found_people(&w, &viewer, "be").await, ["ben"]);
        assert_eq!(w.dump(&["search_fills"]).await, before, "read in as it would have been written");
        let told = w.app.db.read(search::progress).await.unwrap();
        assert_eq!(told.iter().map(|one| one.filled).collect::<Vec<_>>(), [1, 60, 0, 2, 0, 0]);
        w.upkeep("search.fill").await;
        assert_eq!(w.app.db.read(search::progress).await.unwrap(), told);
    })
    .await;
}

#[tokio::test]
async fn a_walk_along_common_words_ends_and_leads_on() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (first, many) = (ann.id, 4_200_i64);
        // What nobody else may see lies on top of what they may.
        let posts: Vec<kith_domain::demo::Post> = (0..many)
            .map(|number| kith_domain::demo::Post {
                id: PostId::earliest_at(w.app.now() + number),
                author: first,
                wall: None,
                audience: if number == 0 { Audience::Community } else { Audience::Self_ },
                circle: None,
                language: "en".into(),
                text: "tick tock".into(),
                shared: None,
                photo_count: 0,
            })
            .collect();
        let lowest = posts[0].id;
        kith_domain::demo::posts(&w.app, posts).await.unwrap();
        let viewer = w.viewer(&ben).await;
        let wanted = Wanted::words("tick tock");
        let page = search::post_ids(&w.app, &viewer, &wanted, PageRequest::first(5)).await.unwrap();
        assert!(page.items.is_empty() && page.next.is_some(), "{page:?}");
        let later = PageRequest { before: page.next, ..PageRequest::first(5) };
        let page = search::post_ids(&w.app, &viewer, &wanted, later).await.unwrap();
        assert_eq!((page.items, page.next), (vec![lowest], None));
    })
    .await;
}

#[tokio::test]
async fn who_leaves_leaves_no_words_behind() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let bens = for_all(&w, &ben, "bread").await;
        let before: i64 = w.app.db.read(|q| q.count(&COUNT_ALL, &[])).await.unwrap();
        let post = for_all(&w, &ann, "butter").await;
        say(&w, &ben, post, "and bread").await;
        say(&w, &ann, bens, "and butter").await;
        leaving::erase(&w.app, ann.id).await.unwrap();
        let after: i64 = w.app.db.read(|q| q.count(&COUNT_ALL, &[])).await.unwrap();
        assert_eq!(after, before - 1, "the name went too");
        let viewer = w.viewer(&ben).await;
        assert_eq!(found_comments(&w, &viewer, "butter").await, []);
        assert_eq!(found(&w, &viewer, "bread").await, [bens]);
    })
    .await;
}
