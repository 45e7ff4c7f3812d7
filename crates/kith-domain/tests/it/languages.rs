//! Posts in several languages: one thread, several texts, each reader the one that fits best.

use kith_base::{PageRequest, SECOND};
use kith_domain::cards;
use kith_domain::comments::{self, NewComment};
use kith_domain::events::{self, Details, EventAudience, EventText, NewEvent, Scope};
use kith_domain::filters::{self, NewFilter};
use kith_domain::leaving;
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost, NewText, Post, PostEdit};
use kith_domain::profiles::{self, ProfileEdit};
use kith_domain::reading::Reading;
use kith_domain::scheduled::{self, Draft};
use kith_domain::search::{self, Wanted};
use kith_domain::{PostId, Viewer, Visible};
use kith_testkit::{Person, World};

use crate::search_places::found_events;

fn text(language: &str, text: &str) -> NewText {
    NewText { text: text.into(), language: language.into(), cover: String::new() }
}

/// A walk, told in Spanish and Arabic.
fn walk() -> NewPost {
    NewPost {
        text: "El domingo paseamos #paseo con @ben".into(),
        language: "es".into(),
        more: vec![text("ar", "نتنزه يوم الأحد #نزهة مع @cem")],
        choice: AudienceChoice::plain(Audience::Community),
        ..NewPost::default()
    }
}

async fn write(w: &World, author: &Person, new: NewPost) -> Visible<Post> {
    w.advance(1);
    posts::create(&w.app, &w.viewer(author).await, new).await.unwrap()
}

async fn found(w: &World, viewer: &Viewer, words: &str) -> Vec<PostId> {
    search::post_ids(&w.app, viewer, &Wanted::words(words), PageRequest::first(9)).await.unwrap().items
}

async fn wrong(w: &World, author: &Person, new: NewPost) -> Vec<&'static str> {
    let error = posts::create(&w.app, &w.viewer(author).await, new).await.unwrap_err();
    error.fields().iter().map(|field| field.field).collect()
}

#[tokio::test]
async fn each_reads_the_text_that_fits_best_under_one_thread() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let post = write(&w, &ann, walk()).await;
        let read = |tags: &[&str]| post.best(&Reading::in_order(tags.iter().copied())).language.to_owned();
        assert_eq!((read(&["ar"]), read(&["es"])), ("ar".to_owned(), "es".to_owned()));
        assert_eq!((read(&["de", "ar"]), read(&["de"])), ("ar".to_owned(), "es".to_owned()));
        assert!(post.html.contains("/u/ben") && post.more[0].html.contains("/u/cem"));
        for who in [&ben, &cem] {
            let viewer = w.viewer(who).await;
            let new = NewComment { post: post.id, text: "yes".into(), ..NewComment::default() };
            comments::create(&w.app, &viewer, new).await.unwrap();
        }
        let card = cards::get(&w.app, &w.viewer(&ben).await, post.id).await.unwrap();
        assert_eq!((card.comment_count, card.post.more.len()), (2, 1));
        let shared = NewPost { share: Some(post.id), choice: walk().choice, ..NewPost::default() };
        let share = write(&w, &ben, shared).await.id;
        let cards::Shared::Original(original) =
            cards::get(&w.app, &w.viewer(&cem).await, share).await.unwrap().shared
        else {
            panic!("it is passed on");
        };
        assert_eq!(original.post.best(&Reading::in_order(["ar"])).source, post.more[0].source);
    })
    .await;
}

#[tokio::test]
async fn what_a_reader_speaks_counts_after_the_language_of_their_pages() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let as_ben = w.viewer(&ben).await;
        let edit = ProfileEdit { languages: vec!["ar".into(), "es".into()], ..ProfileEdit::default() };
        profiles::edit(&w.app, &as_ben, edit).await.unwrap();
        let as_ben = w.viewer(&ben).await;
        let post = write(&w, &ann, walk()).await;
        assert_eq!(post.best(&Reading::of(&as_ben, "en", &["es".into()])).language, "ar");
        assert_eq!(post.best(&Reading::of(&Viewer::Anonymous, "en", &["es".into()])).language, "es");
    })
    .await;
}

#[tokio::test]
async fn tags_names_and_words_of_all_languages_count() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let (ben, cem) = (w.person("ben").await, w.person("cem").await);
        let post = write(&w, &ann, walk()).await.id;
        let viewer = w.viewer(&cem).await;
        for words in ["paseamos", "الأحد"] {
            assert_eq!(found(&w, &viewer, words).await, [post], "{words}");
        }
        let hit =
            search::posts(&w.app, &viewer, &Wanted::words("الأحد"), PageRequest::first(9)).await.unwrap();
        assert_eq!(hit.items[0].language, "ar", "the words are shown that were looked for");
        for tag in ["paseo", "نزهة"] {
            let tagged =
                cards::page_by_tag(&w.app, &viewer, tag.into(), PageRequest::first(9)).await.unwrap();
            assert_eq!(tagged.items.len(), 1, "{tag}");
        }
        let mut named = w.app.db.read(move |q| posts::mentions(q, &[post])).await.unwrap();
        let mut expected = vec![ben.id, cem.id];
        expected.sort();
        assert_eq!(named.remove(&post).unwrap(), expected);
    })
    .await;
}

#[tokio::test]
async fn an_edit_keeps_all_languages_as_they_were() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.person("cem").await;
        let (as_ann, as_ben) = (w.viewer(&ann).await, w.viewer(&ben).await);
        let post = write(&w, &ann, walk()).await.id;
        w.advance(SECOND);
        let edit = PostEdit {
            text: walk().text,
            language: "es".into(),
            more: vec![text("fr", "Dimanche, on se promène")],
            ..PostEdit::default()
        };
        let after = posts::edit(&w.app, &as_ann, post, edit.clone()).await.unwrap();
        assert_eq!(after.more.iter().map(|text| text.language.as_str()).collect::<Vec<_>>(), ["fr"]);
        let same = posts::edit(&w.app, &as_ann, post, edit).await.unwrap();
        assert_eq!(same.edited_at, after.edited_at, "nothing changed");
        let history = posts::history(&w.app, &as_ben, post).await.unwrap();
        let languages = |at: usize| -> Vec<String> {
            history[at].more.iter().map(|text| text.language.clone()).collect()
        };
        assert_eq!((languages(0), languages(1)), (vec!["ar".to_owned()], vec!["fr".to_owned()]));
        assert!(!history[0].says_the_same(&history[1]));
        assert_eq!(found(&w, &as_ben, "الأحد").await, []);
        assert_eq!(found(&w, &as_ben, "promène").await, [post]);
        let bare = PostEdit { text: "Solo esto".into(), language: "es".into(), ..PostEdit::default() };
        let bare = posts::edit(&w.app, &as_ann, post, bare).await.unwrap();
        assert!(bare.more.is_empty());
        assert!(posts::get(&w.app, &as_ben, post).await.unwrap().more.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_language_stands_there_once_and_limits_hold_for_each() {
    let w = World::sqlite().await;
    let ann = w.person("ann").await;
    let with = |more: Vec<NewText>| NewPost { more, ..walk() };
    assert_eq!(wrong(&w, &ann, with(vec![text("es", "Otra vez")])).await, ["more_language_1"]);
    assert_eq!(wrong(&w, &ann, with(vec![text("fr", "Oui"), text("fr", "Non")])).await, ["more_language_2"]);
    assert_eq!(wrong(&w, &ann, with(vec![text("fr", &"a".repeat(10_001))])).await, ["more_text_1"]);
    let many = ["fr", "de", "ar", "en", "tr"].map(|tag| text(tag, "hm")).to_vec();
    assert_eq!(wrong(&w, &ann, with(many)).await, ["more_text"]);
    let auto = NewPost { text: "42".into(), language: "auto".into(), more: vec![text("en", "42")], ..walk() };
    assert_eq!(wrong(&w, &ann, auto).await, ["more_language_1"], "the author's own language stands in");
    assert_eq!(wrong(&w, &ann, NewPost { text: String::new(), ..walk() }).await, ["text"]);
    let blank = write(&w, &ann, with(vec![text("fr", "  ")])).await;
    assert!(blank.more.is_empty(), "what was left blank is none");
}

#[tokio::test]
async fn filters_look_at_every_language_and_a_cover_covers_all() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let as_ben = w.viewer(&ben).await;
        let post = write(&w, &ann, walk()).await.id;
        let filter = NewFilter { phrase: "الأحد".into(), ..NewFilter::default() };
        filters::create(&w.app, &as_ben, filter).await.unwrap();
        let card = cards::get(&w.app, &as_ben, post).await.unwrap();
        assert_eq!(card.filtered.as_deref(), Some("الأحد"));
        let covered = NewPost {
            more: vec![NewText { cover: "تنبيه".into(), ..text("ar", "نهاية الفيلم") }],
            ..walk()
        };
        let covered = write(&w, &ann, covered).await;
        let covers: Vec<&str> = covered.texts().map(|text| text.cover).collect();
        assert_eq!(covers, ["تنبيه", "تنبيه"]);
    })
    .await;
}

#[tokio::test]
async fn drafts_and_what_is_planned_keep_all_languages() {
    World::each(|w| async move {
        let (ann, _) = (w.person("ann").await, w.person("ben").await);
        let as_ann = w.viewer(&ann).await;
        let id = scheduled::keep(&w.app, &as_ann, "word".into(), Draft::of(walk(), None)).await.unwrap();
        assert_eq!(scheduled::draft(&w.app, &as_ann, id).await.unwrap().draft.more, walk().more);
        let twice = NewPost { more: vec![text("es", "Otra vez")], ..walk() };
        let due_at = w.app.now() + 10 * scheduled::SOONEST;
        assert!(scheduled::create(&w.app, &as_ann, twice, None, due_at).await.is_err());
        scheduled::create(&w.app, &as_ann, walk(), None, due_at).await.unwrap();
        w.advance(11 * scheduled::SOONEST);
        w.upkeep("scheduled.enqueue").await;
        w.run_jobs().await;
        let made = cards::page_by_author(&w.app, &as_ann, ann.id, PageRequest::first(9)).await.unwrap();
        assert_eq!(made.items[0].post.more.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn nothing_of_any_language_is_left_of_a_post_that_is_gone() {
    World::each(|w| async move {
        let (ann, _) = (w.person("ann").await, w.person("ben").await);
        let as_ann = w.viewer(&ann).await;
        let post = write(&w, &ann, walk()).await.id;
        let edit = PostEdit { text: "Nada".into(), language: "es".into(), ..PostEdit::default() };
        posts::edit(&w.app, &as_ann, post, edit).await.unwrap();
        posts::delete(&w.app, &as_ann, post).await.unwrap();
        w.advance(leaving::GRACE);
        w.run_jobs().await;
        assert!(w.dump(&[]).await.find("نتنزه").is_empty());
    })
    .await;
}

fn rehearsal() -> NewEvent {
    let details = Details {
        title: "Ensayo".into(),
        source: "Traed agua".into(),
        language: "es".into(),
        starts: jiff::civil::date(2026, 5, 7).at(19, 0, 0, 0),
        minutes: Some(90),
        time_zone: "Europe/Berlin".into(),
        audience: EventAudience::Public,
        more: vec![EventText {
            language: "ar".into(),
            title: "تدريب".into(),
            source: "أحضروا الماء".into(),
            html: String::new(),
        }],
        ..Details::default()
    };
    NewEvent { details, ..NewEvent::default() }
}

#[tokio::test]
async fn an_event_is_told_in_several_languages_and_calendars_have_the_first() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        w.set_trust(&ann, 2).await;
        let as_ann = w.viewer(&ann).await;
        let event = events::create(&w.app, &as_ann, rehearsal()).await.unwrap();
        let read = |tag: &str| event.best(&Reading::in_order([tag])).title.to_owned();
        assert_eq!((read("ar"), read("de")), ("تدريب".to_owned(), "Ensayo".to_owned()));
        assert!(event.details.more[0].html.contains("أحضروا"));
        for word in ["ensayo", "تدريب"] {
            assert_eq!(found_events(&w, &ann, &Wanted::words(word)).await, [event.id], "{word}");
        }
        let file = events::file(&w.app, &Viewer::Anonymous, event.id).await.unwrap();
        assert!(file.contains("SUMMARY:Ensayo") && !file.contains("تدريب"));
        let twice = EventText { language: "es".into(), ..rehearsal().details.more.remove(0) };
        let mut wrong = rehearsal();
        wrong.details.more.push(twice);
        let error = events::create(&w.app, &as_ann, wrong).await.unwrap_err();
        assert_eq!(error.fields()[0].field, "more_language_2");
        let mut bare = rehearsal();
        bare.details.more.clear();
        let after = events::edit(&w.app, &as_ann, event.id, Scope::All, bare).await.unwrap();
        assert!(after.details.more.is_empty());
        events::edit(&w.app, &as_ann, event.id, Scope::All, rehearsal()).await.unwrap();
        events::cancel(&w.app, &as_ann, event.id, Scope::All).await.unwrap();
        events::delete(&w.app, &as_ann, event.id).await.unwrap();
        assert!(w.dump(&[]).await.find("أحضروا").is_empty());
    })
    .await;
}
