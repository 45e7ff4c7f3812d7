//! Posts, groups and pages in several languages: the composer keeps them, readers see what fits them, the switch works
//! without a script and in place with one.

use kith_domain::groups::{self, GroupSettings, GroupText, NewGroup, Visibility};
use kith_domain::site::{self, Slug};
use kith_domain::viewer::Role;
use kith_locale::Language;
use kith_testkit::{Answer, Browser, Server};

use crate::ground::each;

const SPANISH: &str = "El domingo paseamos";
const ARABIC: &str = "نتنزه يوم الأحد";

const COMPOSED: [(&str, &str); 4] =
    [("text", SPANISH), ("language", "es"), ("audience", "community"), ("comments", "same")];

fn with<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    [&COMPOSED[..], more].concat()
}

async fn reader(s: &Server, handle: &str, language: &str) -> Browser {
    let browser = s.browser(&s.world.person(handle).await).await;
    browser.post("/language", &[("tag", language), ("back", "/")]).await;
    browser
}

/// The languages of texts on a page, in their order.
fn read_in(page: &Answer) -> Vec<String> {
    page.attributes(".words", "lang")
}

#[tokio::test]
async fn readers_see_their_language_and_a_way_to_the_other() {
    each(|s| async move {
        let author = reader(&s, "ann", "es").await;
        let made = author.post("/posts", &with(&[("more_language", "ar"), ("more_text", ARABIC)])).await;
        let post = made.leads_to().unwrap_or_else(|| panic!("{}", made.text()));
        let (here, there) = (reader(&s, "ben", "ar").await, reader(&s, "cem", "de").await);
        let page = here.open(&post).await;
        assert_eq!(read_in(&page), ["ar"]);
        assert!(page.has("html[dir=rtl]") && page.text().contains(ARABIC) && !page.text().contains(SPANISH));
        let way = format!("{post}?text=es");
        assert!(page.has(&format!(".also-in a[href=\"{way}\"][lang=es]")), "{}", page.body);
        let other = here.open(&way).await;
        assert_eq!(read_in(&other), ["es"]);
        assert!(other.has(&format!(".also-in a[href=\"{post}?text=ar\"]")));
        assert_eq!(read_in(&there.open(&post).await), ["es"], "the first where none fits");
        assert_eq!(read_in(&there.open(&format!("{post}?text=xx")).await), ["es"]);
        assert_eq!(read_in(&here.open("/u/ann").await), ["ar"], "and on cards in lists");
        let part = format!("{post}/text?text=es");
        let asked = here.request(reqwest::Method::GET, &part).header("hx-request", "true");
        let words = here.send(asked).await;
        assert!(words.body.trim_start().starts_with("<div class=\"post-body\""), "{}", words.body);
        assert_eq!((words.status, read_in(&words)), (200, vec!["es".to_owned()]));
        assert_eq!(here.get(&part).await.leads_to(), Some(way));
        let stranger = s.visitor();
        assert_eq!(stranger.get(&part).await.status, 404, "what is for members alone");
    })
    .await;
}

#[tokio::test]
async fn a_failed_form_comes_back_with_all_languages_and_names_the_field() {
    each(|s| async move {
        let author = reader(&s, "ann", "es").await;
        let twice = [
            ("more_language", "ar"),
            ("more_text", ARABIC),
            ("more_cover", "تنبيه"),
            ("more_language", "es"),
            ("more_text", "Otra vez"),
            ("more_cover", ""),
        ];
        let refused = author.post("/posts", &with(&twice)).await;
        assert_eq!(refused.status, 422);
        assert!(refused.has("#more-language-3-error") && !refused.has("#more-language-2-error"));
        assert!(refused.has("#more-language-2 option[value=ar][selected]"));
        assert!(refused.has("#more-language-3 option[value=es][selected]"));
        assert!(refused.has("#more-cover-2[value=\"تنبيه\"]"));
        for words in [SPANISH, ARABIC, "Otra vez"] {
            assert!(refused.text().contains(words), "{words}");
        }
        let room = author.post("/posts", &with(&[&twice[..], &[("do", "more-languages")]].concat())).await;
        assert_eq!(room.status, 200);
        assert_eq!(room.attributes("textarea[name=more_text]", "id").len(), 4, "five languages at most");
    })
    .await;
}

#[tokio::test]
async fn a_post_is_changed_in_all_its_languages() {
    each(|s| async move {
        let author = reader(&s, "ann", "es").await;
        let made = author.post("/posts", &with(&[("more_language", "ar"), ("more_text", ARABIC)])).await;
        let post = made.leads_to().unwrap();
        s.world.advance(1_000);
        let edit = author.open(&format!("{post}/edit")).await;
        assert!(edit.has("#more-language-2 option[value=ar][selected]") && edit.text().contains(ARABIC));
        let fields = [
            ("text", SPANISH),
            ("language", "es"),
            ("more_language", "fr"),
            ("more_text", "Dimanche, on se promène"),
            ("more_cover", ""),
        ];
        let changed = author.post(&format!("{post}/edit"), &fields).await;
        assert_eq!(changed.leads_to(), Some(post.clone()), "{}", changed.text());
        let history = author.open(&format!("{post}/history")).await;
        assert_eq!(read_in(&history), ["es", "fr", "es", "ar"]);
    })
    .await;
}

#[tokio::test]
async fn groups_say_what_they_are_in_the_language_that_is_asked_for() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        s.world.set_trust(&ann, 2).await;
        let as_ann = s.world.viewer(&ann).await;
        let settings = GroupSettings { visibility: Visibility::Site, ..GroupSettings::default() };
        let new = NewGroup {
            name: "Walks".into(),
            about: "We walk".into(),
            language: "en".into(),
            settings,
            submission: None,
        };
        let group = groups::create(&s.world.app, &as_ann, new).await.unwrap();
        let arabic = GroupText { language: "ar".into(), about: "نمشي".into(), ..GroupText::default() };
        groups::set_text(&s.world.app, &as_ann, group, arabic).await.unwrap();
        let page = reader(&s, "ben", "ar").await.open("/groups/walks/about").await;
        assert!(page.text().contains("نمشي") && !page.text().contains("We walk"));
        let way = "/groups/walks/about?text=en";
        assert!(page.has(&format!(".also-in a[href=\"{way}\"]")), "{}", page.body);
        assert!(reader(&s, "cem", "ar").await.open(way).await.text().contains("We walk"));
    })
    .await;
}

#[tokio::test]
async fn pages_of_the_community_are_read_in_each_language_that_was_written() {
    each(|s| async move {
        let admin = s.world.person_with_role("ann", Role::Admin).await;
        let as_admin = s.world.viewer(&admin).await;
        let german = Language::parse("de").unwrap();
        site::save_page(&s.world.app, &as_admin, Slug::Rules, german, "Regeln", "Seid nett.").await.unwrap();
        let english = reader(&s, "ben", "en").await;
        let page = english.open("/about/rules").await;
        assert!(page.has("article[lang=en]") && page.has(".also-in a[href=\"/about/rules?text=de\"]"));
        let other = english.open("/about/rules?text=de").await;
        assert!(other.has("article[lang=de]") && other.text().contains("Seid nett."));
        assert!(other.has(".also-in a[href=\"/about/rules?text=en\"]"), "a way back");
        assert!(!reader(&s, "cem", "de").await.open("/about/terms").await.has(".also-in"));
    })
    .await;
}

#[tokio::test]
async fn events_are_told_in_several_languages() {
    each(|s| async move {
        let host = reader(&s, "ann", "es").await;
        let fields = [
            ("title", "Ensayo"),
            ("text", "Traed agua"),
            ("language", "es"),
            ("more_language_1", "ar"),
            ("more_title_1", "تدريب"),
            ("more_text_1", "أحضروا الماء"),
            ("starts", "2026-03-08T19:00"),
            ("time_zone", "Europe/Berlin"),
            ("audience", "community"),
            ("repeat", "none"),
            ("every", "1"),
            ("publish", "now"),
        ];
        let nameless =
            fields.map(|(name, value)| if name == "more_title_1" { (name, "") } else { (name, value) });
        let refused = host.post("/events/new", &nameless).await;
        assert_eq!(refused.status, 422);
        assert!(refused.has("#more_title_1-error") && refused.text().contains("أحضروا الماء"));
        let event = host.post("/events/new", &fields).await.leads_to().unwrap();
        let page = reader(&s, "ben", "ar").await.open(&event).await;
        assert!(page.text().contains("تدريب") && !page.text().contains("Ensayo"));
        let way = format!("{event}?text=es");
        assert!(page.has(&format!(".also-in a[href=\"{way}\"]")));
        assert!(reader(&s, "cem", "ar").await.open(&way).await.text().contains("Traed agua"));
        assert!(reader(&s, "dan", "ar").await.open("/events").await.text().contains("تدريب"));
    })
    .await;
}
