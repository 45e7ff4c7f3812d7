//! A2, A6, A8: whatever anybody types, members and admins, wherever it is typed: no page turns it into markup.
//!
//! The test types into every free field of every form that it finds, so that a new form is tested by being there.

use std::collections::{BTreeSet, VecDeque};

use kith_domain::viewer::Role;
use kith_testkit::browser::selector;
use kith_testkit::{Answer, Browser, Person, Server, World};

use crate::ground::{photo, web};

/// Each carries the attribute `x-owned`: where an element has it, the words have become markup.
const WORDS: &[&str] = &[
    "\"><script x-owned>alert(1)</script>",
    "'\"><svg/onload=alert(1) x-owned>",
    "\" x-owned=\"1\" onfocus=\"alert(1)",
    "' x-owned='1' onfocus='alert(1)",
    "</title></textarea></style></script><b x-owned>",
    "--><math><mtext><table><mglyph><style><b x-owned>",
    "a\u{c}x-owned=1\u{c}onfocus=alert(1)",
    "[a](javascript:alert(1)) {{7*7}}<b x-owned>",
    "javascript:alert(document.cookie)//x-owned",
    "https://a.example/\"x-owned=1",
    "&lt;b x-owned&gt; &#60;b x-owned&#62; :\"x-owned=:",
];

/// Forms that would end the story.
fn ends_the_story(action: &str) -> bool {
    [
        "/logout",
        "/act-as",
        "/settings/leave",
        "/settings/account/password",
        "/settings/account/email",
        "/settings/sessions",
        "/setup",
        "/login",
        "/recover",
        "/language",
        "/theme",
    ]
    .iter()
    .any(|start| action.starts_with(start))
        || ["/delete", "/revoke", "/revert", "/suspend", "/role", "/code", "/tie", "/remove"]
            .iter()
            .any(|end| action.ends_with(end))
}

fn is_inert(answer: &Answer, word: &str) {
    let document = answer.html();
    let path = &answer.path;
    for element in document.select(&selector("*")) {
        let name = element.value().name();
        let shown = || element.html().chars().take(200).collect::<String>();
        for (attribute, value) in element.value().attrs() {
            let value =
                value.trim_start_matches(|c: char| c.is_whitespace() || c.is_control()).to_lowercase();
            assert_ne!(attribute, "x-owned", "{word:?} became markup at {path}: {}", shown());
            assert!(!attribute.starts_with("on"), "{word:?} at {path}: {attribute} in {}", shown());
            assert!(
                attribute != "srcdoc" && attribute != "style",
                "{word:?} at {path}: {attribute} in {}",
                shown()
            );
            if [
                "href",
                "src",
                "action",
                "formaction",
                "poster",
                "data",
                "xlink:href",
                "hx-get",
                "hx-post",
                "data-hx-get",
                "data-hx-post",
            ]
            .contains(&attribute)
            {
                let is_harmless = !["javascript:", "vbscript:", "data:text", "data:image/svg"]
                    .iter()
                    .any(|bad| value.starts_with(bad));
                assert!(is_harmless, "{word:?} at {path}: {attribute}={value}");
            }
        }
        match name {
            "script" => {
                let src = element.attr("src").unwrap_or_default();
                assert!(src.starts_with("/assets/"), "{word:?} at {path}: {}", shown());
                assert_eq!(element.text().collect::<String>().trim(), "", "{word:?} at {path}: {}", shown());
            }
            "iframe" | "object" | "embed" | "base" | "style" | "math" | "foreignobject" | "animate"
            | "set" => {
                panic!("{word:?} at {path}: {}", shown())
            }
            "meta" => assert!(element.attr("http-equiv").is_none(), "{word:?} at {path}: {}", shown()),
            _ => {}
        }
    }
}

/// Pages reached by following links, asked one after the other.
async fn walk(browser: &Browser, starts: &[&str], word: &str, limit: usize) -> Vec<Answer> {
    let mut known: BTreeSet<String> = starts.iter().map(|start| (*start).to_owned()).collect();
    let mut waiting: VecDeque<String> = known.iter().cloned().collect();
    let mut pages = Vec::new();
    while let Some(path) = waiting.pop_front() {
        if pages.len() >= limit {
            break;
        }
        let mut answer = browser.get(&path).await;
        assert!(answer.status < 500, "{word:?}: {path}: {} {}", answer.status, answer.text());
        if !answer.header("content-type").starts_with("text/html") {
            continue;
        }
        answer.path.clone_from(&path);
        is_inert(&answer, word);
        for link in answer.attributes("a[href]", "href") {
            let link = link.split('#').next().unwrap_or_default().to_owned();
            let is_ours = link.starts_with('/') && !link.starts_with("//");
            let leads_on =
                !["/media/", "/assets/", "/live", "/about/"].iter().any(|start| link.starts_with(start));
            if is_ours && leads_on && !link.contains("order=") && known.insert(link.clone()) {
                waiting.push_back(link);
            }
        }
        pages.push(answer);
    }
    pages
}

/// Types `word` into every free field of every form of these pages, and sends each.
async fn type_everywhere(browser: &Browser, pages: &[Answer], word: &str) -> usize {
    let mut done = BTreeSet::new();
    let mut fields_filled = 0;
    for page in pages {
        for action in page.actions() {
            if ends_the_story(&action) || !done.insert(action.clone()) {
                continue;
            }
            let form = page.form(&action);
            if form.free.is_empty() {
                continue;
            }
            fields_filled += form.free.len();
            let all: Vec<(&str, &str)> = form.free.iter().map(|name| (name.as_str(), word)).collect();
            let mut answer = browser.submit(page, &action, &all).await;
            assert!(answer.status < 500, "{word:?} to {action}: {}", answer.text());
            answer.path = action.clone();
            is_inert(&answer, word);
            if answer.status != 422 {
                continue;
            }
            // One field refuses it; perhaps the others take it.
            for name in &form.free {
                let answer = browser.submit(page, &action, &[(name, word)]).await;
                assert!(answer.status < 500, "{word:?} to {action}: {}", answer.text());
                is_inert(&answer, word);
            }
        }
    }
    fields_filled
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a2_a6_a8_nothing_that_anybody_types_becomes_markup() {
    let s = Server::start(World::sqlite().await, web).await;
    let owner = s.world.person_with_role("olive_elm", Role::Owner).await;
    let friend = s.world.person("fay_elm").await;
    s.world.befriend(&owner, &friend).await;
    let other = s.world.person("ben_elm").await;
    s.world.befriend(&owner, &other).await;
    let browser = s.browser(&owner).await;
    let starts = [
        "/",
        "/new",
        "/u/olive_elm",
        "/friends/circles",
        "/me/edit",
        "/settings",
        "/settings/filters",
        "/invitations",
        "/admin",
        "/admin/settings",
        "/admin/pages/about/en",
        "/admin/requests",
        "/contact",
        "/people",
        "/saved",
    ];
    // Something to stand under and beside.
    let (post, media) = (first_post(&browser).await, photo(&s.world, &owner).await);
    if let Some(media) = media {
        let fields = [
            ("text", "A picture"),
            ("audience", "world"),
            ("comments", "same"),
            ("media", &*media.to_string()),
        ];
        assert_eq!(browser.post("/posts", &fields).await.status, 303);
    }
    assert_eq!(browser.post("/friends/circles", &[("name", "Choir")]).await.status, 303);
    let chat = first_message(&browser, &friend).await;
    let mut starts: Vec<&str> = starts.to_vec();
    let edit = format!("{post}/edit");
    let (about, search) = (format!("{chat}/about"), format!("{chat}?q="));
    starts.extend([post.as_str(), edit.as_str(), chat.as_str(), about.as_str()]);
    // Pages with forms, found once.
    let mut forms: Vec<String> = Vec::new();
    for page in walk(&browser, &starts, "", 90).await {
        let typed_into = |action: &String| !ends_the_story(action) && !page.form(action).free.is_empty();
        if page.actions().iter().any(typed_into) {
            forms.push(page.path.clone());
        }
    }
    for word in WORDS {
        // An hour later nobody writes too fast.
        s.world.advance(3_600_000);
        let mut pages = Vec::new();
        for path in &forms {
            pages.push(Answer { path: path.clone(), ..browser.get(path).await });
        }
        let filled = type_everywhere(&browser, &pages, word).await;
        assert!(filled > 20, "only {filled} fields were found");
        walk(&browser, &starts, word, 45).await;
        walk(&s.visitor(), &["/", "/join", "/login", post.as_str(), "/about", "/u/olive_elm"], word, 20)
            .await;
        walk(
            &s.browser(&friend).await,
            &["/", "/u/olive_elm", "/people", post.as_str(), chat.as_str()],
            word,
            20,
        )
        .await;
        // Words in the address come back on the page, too.
        let asked: String = url::form_urlencoded::byte_serialize(word.as_bytes()).collect();
        for path in [
            "/people?q=",
            "/search?q=",
            "/search?from=x&q=",
            "/t/",
            "/u/",
            "/join/",
            "/login?next=",
            "/admin/members?q=",
            "/?tab=",
            "/about/",
            "/key/",
            "/messages/with/",
            search.as_str(),
        ] {
            is_inert(&browser.get(&format!("{path}{}", asked.replace('+', "%20"))).await, word);
            is_inert(&s.visitor().get(&format!("{path}{}", asked.replace('+', "%20"))).await, word);
        }
    }
}

/// A group chat with something in it.
async fn first_message(browser: &Browser, friend: &Person) -> String {
    let people = friend.id.to_string();
    let other = browser.post("/messages/with/fay_elm", &[("text", "Between us")]).await;
    assert_eq!(other.status, 303, "{}", other.text());
    let chat = browser
        .post("/messages/new", &[("people", &people), ("people_typed", "ben_elm"), ("name", "Choir")])
        .await;
    let chat = chat.leads_to().expect("a group");
    assert_eq!(browser.post(&chat, &[("text", "Hello")]).await.status, 303);
    chat
}

async fn first_post(browser: &Browser) -> String {
    let fields = [("text", "First words"), ("language", "en"), ("audience", "world"), ("comments", "same")];
    let answer = browser.post("/posts", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let post = answer.leads_to().unwrap();
    let answer = browser.post(&format!("{post}/comments"), &[("text", "A comment")]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    post
}
