//! Events and groups in the search: by which words, for whom, and until when.

use kith_base::{DAY, PageRequest};
use kith_db::{params, statement};
use kith_domain::events::{self, EventAudience, EventState, Publish, Scope};
use kith_domain::groups::{self, GroupSettings, GroupText, Visibility};
use kith_domain::search::{self, Suggestion, Wanted};
use kith_domain::{EventId, GroupId, leaving};
use kith_testkit::{Person, World};

use crate::events::{concert, made};
use crate::groups::{FREE, join, make};

statement!(WIPE_TERMS, "test.places_wipe_terms", "DELETE FROM search_terms");
statement!(WIPE_NAMES, "test.places_wipe_names", "DELETE FROM search_names");
statement!(WIPE_FILLS, "test.places_wipe_fills", "DELETE FROM search_fills");
statement!(
    COUNT_OF,
    "test.places_count_of",
    "SELECT (SELECT COUNT(*) FROM search_terms t WHERE t.subject_id = $1)
          + (SELECT COUNT(*) FROM search_names n WHERE n.subject_id = $1) AS words"
);

pub(crate) async fn found_events(w: &World, who: &Person, wanted: &Wanted) -> Vec<EventId> {
    let viewer = w.viewer(who).await;
    let page = search::events(&w.app, &viewer, wanted, PageRequest::first(20)).await.unwrap();
    page.items.iter().map(|hit| hit.line.event.id).collect()
}

async fn found_groups(w: &World, who: &Person, words: &str) -> Vec<GroupId> {
    let (viewer, wanted) = (w.viewer(who).await, Wanted::words(words));
    let page = search::groups(&w.app, &viewer, &wanted, PageRequest::first(20)).await.unwrap();
    page.items.iter().map(|hit| hit.group.id).collect()
}

/// What the box offers, events and groups alone.
async fn offered(w: &World, who: &Person, words: &str) -> Vec<String> {
    let offers = search::suggest(&w.app, &w.viewer(who).await, words).await.unwrap();
    let named = offers.into_iter().filter_map(|offer| match offer {
        Suggestion::Group(group) => Some(group.name.clone()),
        Suggestion::Event(line) => Some(line.occurrence.title),
        Suggestion::Person(_) | Suggestion::Tag(_) => None,
    });
    named.collect()
}

async fn words_of(w: &World, id: i64) -> i64 {
    w.app.db.read(move |q| q.count(&COUNT_OF, &params![id])).await.unwrap()
}

fn at(place: &str) -> Wanted {
    Wanted { place: place.into(), ..Wanted::default() }
}

#[tokio::test]
async fn an_event_is_found_by_its_title_its_words_and_its_place() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.set_trust(&ann, 3).await;
        let id = made(&w, &ann, concert(EventAudience::Community)).await;
        for words in ["concert", "FRIENDS", "parish", "concert hall friends"] {
            assert_eq!(found_events(&w, &ben, &Wanted::words(words)).await, [id], "{words}");
        }
        assert_eq!(found_events(&w, &ben, &Wanted::words("concert opera")).await, []);
        assert_eq!(found_events(&w, &ben, &Wanted::words("meet")).await, [], "the link is for guests");
        assert_eq!(found_events(&w, &ben, &at("parish HALL")).await, [id]);
        assert_eq!(found_events(&w, &ben, &at("concert")).await, [], "which is no place");
        let both = Wanted { place: "hall".into(), ..Wanted::words("concert") };
        assert_eq!(found_events(&w, &ben, &both).await, [id]);
        let by = |who: &Person| Wanted { by: Some(who.id), ..Wanted::words("concert") };
        assert_eq!(found_events(&w, &ben, &by(&ann)).await, [id]);
        assert_eq!(found_events(&w, &ben, &by(&ben)).await, []);
        assert_eq!(offered(&w, &ben, "conc").await, ["Concert"]);
        assert_eq!(offered(&w, &ben, "@conc").await, [] as [&str; 0]);

        let mut new = concert(EventAudience::Community);
        new.details.title = "Opera".into();
        new.details.about.place = "Old mill".into();
        w.advance(1);
        events::edit(&w.app, &w.viewer(&ann).await, id, Scope::All, new).await.unwrap();
        assert_eq!(found_events(&w, &ben, &Wanted::words("concert")).await, []);
        assert_eq!(found_events(&w, &ben, &at("mill")).await, [id]);
        assert_eq!(found_events(&w, &ben, &at("hall")).await, []);
        assert_eq!(offered(&w, &ben, "old").await, [] as [&str; 0], "by its title alone");
    })
    .await;
}

#[tokio::test]
async fn an_event_is_found_by_the_days_on_which_it_happens() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        w.set_trust(&ann, 3).await;
        // It is made now, and happens in a week.
        let (id, now) = (made(&w, &ann, concert(EventAudience::Community)).await, w.app.now());
        let on = |since: i64, until: i64| Wanted {
            since: Some(now + since * DAY),
            until: Some(now + until * DAY),
            ..Wanted::words("concert")
        };
        assert_eq!(found_events(&w, &ann, &on(0, 2)).await, []);
        assert_eq!(found_events(&w, &ann, &on(2, 12)).await, [id]);
        assert_eq!(found_events(&w, &ann, &on(12, 20)).await, []);
        w.advance(30 * DAY);
        assert_eq!(found_events(&w, &ann, &Wanted::words("concert")).await, [id], "and when it is over");
        assert_eq!(offered(&w, &ann, "conc").await, [] as [&str; 0], "what is over is not offered");
    })
    .await;
}

#[tokio::test]
async fn e1_nobody_finds_an_event_that_they_may_not_see() {
    World::each(|w| async move {
        let (ann, fay, bob) = (w.person("ann").await, w.person("fay").await, w.person("bob").await);
        w.set_trust(&ann, 3).await;
        w.befriend(&ann, &fay).await;
        w.befriend(&ann, &bob).await;
        let other = w.person("other").await;
        // Events of groups are seen by whoever reads the group, which the matrix of sight shows.
        for audience in EventAudience::ALL.iter().filter(|audience| **audience != EventAudience::Group) {
            for publish in [Publish::Now, Publish::Later] {
                made(&w, &ann, kith_domain::events::NewEvent { publish, ..concert(*audience) }).await;
            }
        }
        w.block(&ann, &bob).await;
        for who in [&ann, &fay, &bob, &other] {
            let viewer = w.viewer(who).await;
            let mut seen = events::all_seen(&w.app, &viewer).await.unwrap();
            seen.reverse();
            assert_eq!(found_events(&w, who, &Wanted::words("concert")).await, seen, "{}", who.handle);
        }
        assert_eq!(found_events(&w, &ann, &Wanted::words("concert")).await.len(), 8);
        assert_eq!(found_events(&w, &bob, &Wanted::words("concert")).await, [], "E10");
        assert_eq!(offered(&w, &bob, "conc").await, [] as [&str; 0], "E10");
        assert_eq!(offered(&w, &other, "conc").await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_group_is_found_by_as_much_as_it_shows() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let of = |visibility| GroupSettings { visibility, ..FREE };
        let site = make(&w, &ann, of(Visibility::Site)).await;
        let private = make(&w, &ann, of(Visibility::Private)).await;
        let hidden = make(&w, &ann, of(Visibility::Hidden)).await;
        let as_ann = w.viewer(&ann).await;
        for group in [site, private, hidden] {
            let text =
                GroupText { language: "de".into(), about: "Wir **wandern**.".into(), ..GroupText::default() };
            groups::set_text(&w.app, &as_ann, group, text).await.unwrap();
            groups::add_topic(&w.app, &as_ann, group, "Rivers").await.unwrap();
        }
        for who in [&ann, &ben] {
            assert_eq!(found_groups(&w, who, "walks talks").await, [private, site], "never what is hidden");
            assert_eq!(found_groups(&w, who, "walk").await, [site], "by what it says of itself");
            assert_eq!(found_groups(&w, who, "WANDERN").await, [site], "in any language");
            assert_eq!(found_groups(&w, who, "rivers").await, [site]);
            assert_eq!(offered(&w, who, "tal").await.len(), 2);
        }
        assert_eq!(words_of(&w, hidden.raw()).await, 0);
        join(&w, &cem, private).await.unwrap();
        groups::ban(&w.app, &as_ann, private, cem.id, "no").await.unwrap();
        assert_eq!(found_groups(&w, &cem, "walks").await, [site], "whoever is banned knows of it no more");

        let name = |name: &'static str| groups::rename(&w.app, &as_ann, site, name, "rambles");
        name("Rambles").await.unwrap();
        assert_eq!(found_groups(&w, &ben, "talks").await, [private]);
        assert_eq!(offered(&w, &ben, "ram").await, ["Rambles"]);
        groups::set(&w.app, &as_ann, site, of(Visibility::Hidden)).await.unwrap();
        assert_eq!((found_groups(&w, &ben, "rambles").await.len(), words_of(&w, site.raw()).await), (0, 0));
        groups::delete(&w.app, &as_ann, private).await.unwrap();
        assert_eq!((found_groups(&w, &ben, "walks").await.len(), words_of(&w, private.raw()).await), (0, 0));
    })
    .await;
}

#[tokio::test]
async fn words_of_events_go_with_them_and_with_their_hosts() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.set_trust(&ann, 3).await;
        let draft =
            kith_domain::events::NewEvent { publish: Publish::Later, ..concert(EventAudience::Community) };
        let first = made(&w, &ann, draft).await;
        let second = made(&w, &ann, concert(EventAudience::Community)).await;
        let third = made(&w, &ann, concert(EventAudience::Community)).await;
        assert!(words_of(&w, first.raw()).await > 0 && words_of(&w, second.raw()).await > 0);
        events::delete(&w.app, &w.viewer(&ann).await, first).await.unwrap();
        assert_eq!(words_of(&w, first.raw()).await, 0);
        w.befriend(&ann, &ben).await;
        events::invite(&w.app, &w.viewer(&ann).await, third, vec![ben.id]).await.unwrap();
        events::add_host(&w.app, &w.viewer(&ann).await, third, ben.id).await.unwrap();
        leaving::erase(&w.app, ann.id).await.unwrap();
        assert_eq!(words_of(&w, second.raw()).await, 0);
        let bens = Wanted { by: Some(ben.id), ..Wanted::words("concert") };
        assert_eq!(found_events(&w, &ben, &bens).await, [third], "it is somebody else's now");
        events::cancel(&w.app, &w.viewer(&ben).await, third, Scope::All).await.unwrap();
        let viewer = w.viewer(&ben).await;
        let page = search::events(&w.app, &viewer, &bens, PageRequest::first(5)).await.unwrap();
        assert_eq!(page.items[0].line.event.facts.state, EventState::Cancelled);
    })
    .await;
}

#[tokio::test]
async fn events_and_groups_that_were_there_before_are_read_in() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        w.set_trust(&ann, 3).await;
        let event = made(&w, &ann, concert(EventAudience::Community)).await;
        let group = make(&w, &ann, GroupSettings { visibility: Visibility::Site, ..FREE }).await;
        let hidden = make(&w, &ann, GroupSettings { visibility: Visibility::Hidden, ..FREE }).await;
        let before = w.dump(&["search_fills"]).await;
        let wipe = |tx: &mut kith_db::Tx<'_>| {
            [&WIPE_TERMS, &WIPE_NAMES, &WIPE_FILLS].into_iter().try_for_each(|one| tx.run(one, &[]).map(drop))
        };
        w.app.db.write(wipe).await.unwrap();
        assert_eq!(found_events(&w, &ann, &Wanted::words("concert")).await, []);
        w.upkeep("search.fill").await;
        assert_eq!(found_events(&w, &ann, &Wanted::words("concert")).await, [event]);
        assert_eq!(found_groups(&w, &ann, "walks").await, [group]);
        assert_eq!(words_of(&w, hidden.raw()).await, 0);
        assert_eq!(w.dump(&["search_fills"]).await, before, "read in as it would have been written");
    })
    .await;
}
