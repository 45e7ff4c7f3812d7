//! The search as a browser without script uses it, and what the script of the box asks for.

use kith_base::{DAY, SECOND};
use kith_domain::comments::{self, NewComment};
use kith_domain::events::{self, EventAudience, NewEvent};
use kith_domain::groups::{self, GroupSettings, NewGroup, Visibility};
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_domain::{PostId, filters};
use kith_testkit::{Answer, Person, Server};

use crate::ground::each;

async fn write(server: &Server, author: &Person, text: &str, audience: Audience) -> PostId {
    server.world.advance(SECOND);
    let new = NewPost { text: text.into(), choice: AudienceChoice::plain(audience), ..NewPost::default() };
    posts::create(&server.world.app, &server.world.viewer(author).await, new).await.unwrap().id
}

fn marked(page: &Answer) -> Vec<String> {
    let document = page.html();
    let marks = kith_testkit::browser::selector("mark");
    document.select(&marks).map(|mark| mark.text().collect()).collect()
}

#[tokio::test]
async fn one_box_finds_people_posts_and_comments_with_their_words_marked() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben) = (w.person_named("ann", "Ann River").await, w.person("ben").await);
        let browser = server.browser(&ben).await;
        assert!(browser.get("/").await.has("header form.search[action='/search'] input[name=q]"));
        let post = write(&server, &ann, "The *River* is high <b>today</b>", Audience::Community).await;
        let hidden = write(&server, &ann, "river of gold", Audience::Self_).await;
        w.advance(SECOND);
        let new = NewComment { post, text: "what a river!".into(), ..NewComment::default() };
        let comment = comments::create(&w.app, &w.viewer(&ben).await, new).await.unwrap().id;

        let begin = browser.get("/search").await;
        assert!(begin.status == 200 && begin.text().contains("What are you looking for?"));
        let page = browser.get("/search?q=river").await;
        assert!(page.has("#found-people a[href='/u/ann']"), "{}", page.text());
        assert!(page.has(&format!("#found-posts a[href='/p/{post}']")));
        assert!(page.has(&format!("#found-comments a[href='/comment/{comment}']")));
        assert!(!page.body.contains(&hidden.to_string()) && !page.text().contains("gold"), "E1");
        assert_eq!(marked(&page), ["River", "river"]);
        assert!(page.text().contains("<b>today</b>"), "words stay words");
        let posts = browser.get("/search?q=river&type=posts").await;
        assert!(posts.has("#found-posts") && !posts.has("#found-people") && !posts.has("#found-comments"));
        let none = browser.get("/search?q=desert").await;
        assert!(none.text().contains("Nothing found") && none.has("main a[href='/people']"));
        let tag = browser.get("/search?q=%23river").await;
        assert!(tag.has("main a[href='/t/river']"));
    })
    .await;
}

#[tokio::test]
async fn a_search_is_narrowed_and_complains_where_it_is_not_understood() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let browser = server.browser(&ben).await;
        let first = write(&server, &ann, "soup", Audience::Community).await;
        w.advance(3 * DAY);
        let second = write(&server, &ben, "soup", Audience::Community).await;
        let shows = async |query: &str| {
            let page = browser.get(&format!("/search?q=soup{query}")).await;
            assert_eq!(page.status, 200);
            [first, second].map(|post| page.has(&format!("#found-posts a[href='/p/{post}']")))
        };
        assert_eq!(shows("").await, [true, true]);
        assert_eq!(shows("&from=ann").await, [true, false]);
        assert_eq!(shows("&from=@ben&type=posts").await, [false, true]);
        assert_eq!(shows("&after=2026-03-02").await, [false, true]);
        assert_eq!(shows("&before=2026-03-01").await, [true, false]);
        assert_eq!(shows("&after=2026-03-01&before=2026-03-04").await, [true, true]);
        for (query, field) in
            [("&from=nobody", "from"), ("&after=x", "after"), ("&before=2026-02-30", "before")]
        {
            let page = browser.get(&format!("/search?q=soup{query}")).await;
            assert!(page.has(&format!("#{field}-error")) && !page.has("#found-posts"), "{query}");
        }
        w.block(&ann, &ben).await;
        let (apart, nobody) = (
            browser.get("/search?q=soup&from=ann").await.text(),
            browser.get("/search?q=soup&from=zed").await.text(),
        );
        assert_eq!(apart, nobody, "E10");
        assert_eq!(shows("").await, [false, true], "E10");
    })
    .await;
}

#[tokio::test]
async fn many_findings_go_on_page_by_page_and_covered_ones_stay_covered() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.set_trust(&ann, 3).await;
        let browser = server.browser(&ben).await;
        let mut written = Vec::new();
        for _ in 0..25 {
            written.push(write(&server, &ann, "tea and spiders", Audience::Community).await);
        }
        let all = browser.get("/search?q=tea").await;
        assert!(all.has("main a[href='/search?q=tea&type=posts']"), "{}", all.body);
        let page = browser.get("/search?q=tea&type=posts").await;
        let next = page.attributes(".pager a[rel=next]", "href");
        let rest = browser.get(&next[0]).await;
        assert!(rest.has(&format!("#found-posts a[href='/p/{}']", written[0])) && !rest.has(".pager"));
        let unwanted = filters::NewFilter { phrase: "spiders".into(), ..filters::NewFilter::default() };
        filters::create(&w.app, &w.viewer(&ben).await, unwanted).await.unwrap();
        let page = browser.get("/search?q=tea").await;
        assert!(!page.text().contains("tea and spiders"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn the_box_is_offered_people_and_tags_as_far_as_one_may_find_them() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben) = (w.person_named("ann", "Ann <b>Lake</b>").await, w.person("ben").await);
        write(&server, &ann, "#lakes #lakeside", Audience::Self_).await;
        write(&server, &ben, "#lakes", Audience::Community).await;
        let browser = server.browser(&ben).await;
        let told = browser.get("/search/suggest?q=lake").await;
        let told: serde_json::Value = serde_json::from_str(&told.body).unwrap();
        let names: Vec<&str> =
            told["offers"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
        assert_eq!(names, ["Ann <b>Lake</b>", "#lakes"]);
        assert_eq!(told["offers"][0]["href"], "/u/ann");
        assert!(told["said"].as_str().unwrap().starts_with("2 suggestions"));
        w.block(&ann, &ben).await;
        let told = browser.get("/search/suggest?q=ann").await;
        let told: serde_json::Value = serde_json::from_str(&told.body).unwrap();
        assert_eq!(told["offers"], serde_json::json!([]), "E10");
    })
    .await;
}

#[tokio::test]
async fn events_and_groups_have_tabs_and_are_offered() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.set_trust(&ann, 3).await;
        let mut new = NewEvent::default();
        new.details.title = "Harvest supper".into();
        new.details.about.place = "Old <b>mill</b>".into();
        new.details.audience = EventAudience::Community;
        new.details.time_zone = "UTC".into();
        new.details.starts = jiff::civil::date(2026, 3, 8).at(19, 0, 0, 0);
        let event = events::create(&w.app, &w.viewer(&ann).await, new).await.unwrap().id;
        for (name, visibility) in [("Harvesters", Visibility::Site), ("Harvest secrets", Visibility::Hidden)]
        {
            w.advance(SECOND);
            let settings = GroupSettings { visibility, ..GroupSettings::default() };
            let (about, language) = ("We gather apples in harvest time".into(), "en".into());
            let new = NewGroup { name: name.into(), about, language, settings, submission: None };
            groups::create(&w.app, &w.viewer(&ann).await, new).await.unwrap();
        }
        let browser = server.browser(&ben).await;
        let page = browser.get("/search?q=harvest").await;
        assert!(page.has(&format!("#found-events a[href='/events/{event}']")), "{}", page.body);
        assert!(page.has("#found-groups a[href='/groups/harvesters']"));
        assert!(!page.text().contains("secrets"), "{}", page.text());
        assert!(page.text().contains("Old <b>mill</b>"), "words stay words");
        let page = browser.get("/search?q=harvest&type=groups").await;
        assert!(page.has("#found-groups") && !page.has("#found-events"));
        let page = browser.get("/search?at=mill").await;
        assert!(page.has("#found-events") && !page.has("#found-groups"));
        assert!(page.has("input[name=at][value=mill]") && page.has("details.search-more[open]"));
        assert!(!browser.get("/search?at=lake").await.has("#found-events"));
        let told = browser.get("/search/suggest?q=harv").await;
        let told: serde_json::Value = serde_json::from_str(&told.body).unwrap();
        let of = |field: &'static str| {
            told["offers"].as_array().unwrap().iter().map(|one| one[field].as_str().unwrap()).collect()
        };
        let (names, hrefs): (Vec<&str>, Vec<&str>) = (of("name"), of("href"));
        assert_eq!(names, ["Harvesters", "Harvest supper"]);
        assert_eq!(hrefs, ["/groups/harvesters".to_owned(), format!("/events/{event}")]);
    })
    .await;
}
