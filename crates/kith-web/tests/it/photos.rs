//! Photos over HTTP: what is taken, what comes back, and to whom.

use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_testkit::{Answer, Browser};
use reqwest::Method;
use reqwest::multipart::{Form, Part};

use crate::ground::{each, photo};

pub(crate) async fn send(browser: &Browser, name: &str, bytes: Vec<u8>, token: &str) -> Answer {
    let file = Part::bytes(bytes).file_name(name.to_owned());
    let request = browser
        .request(Method::POST, "/media")
        .header("accept", "application/json")
        .header("x-csrf-token", token)
        .multipart(Form::new().part("file", file));
    browser.send(request).await
}

pub(crate) fn picture() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(40, 30, image::Rgb([9, 80, 120]))
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

/// A picture of several megabytes, as telephones make them: noise does not compress.
fn large_picture() -> Vec<u8> {
    let mut state = 7_u32;
    let noise = image::RgbImage::from_fn(1600, 1000, |_, _| {
        image::Rgb(std::array::from_fn(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        }))
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    noise.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[tokio::test]
async fn a_photo_of_several_megabytes_is_taken() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        if photo(&s.world, &ann).await.is_none() {
            return;
        }
        let browser = s.browser(&ann).await;
        let token = browser.token().await;
        let photo = large_picture();
        assert!(photo.len() > 4 * 1024 * 1024, "{} bytes", photo.len());
        let taken = send(&browser, "holiday.png", photo, &token).await;
        assert_eq!(taken.status, 200, "{}", taken.body);
        let endless = vec![b'x'; kith_base::limits::PHOTO_BYTES + 1];
        assert_eq!(send(&browser, "endless.png", endless, &token).await.status, 413);
    })
    .await;
}

#[tokio::test]
async fn the_composer_offers_as_many_photos_as_its_author_may_post_and_takes_no_more() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let browser = s.browser(&ann).await;
        for (level, most, grows) in
            [(0, "1", Some("it can have 4.")), (1, "4", Some("it can have 20.")), (2, "20", None)]
        {
            s.world.set_trust(&ann, level).await;
            let page = browser.get("/new").await;
            assert_eq!(page.attributes("[data-attachments]", "data-attachments"), [most], "level {level}");
            match grows {
                Some(words) => {
                    assert!(page.has("#photos-most") && page.text().contains(words), "level {level}");
                }
                None => assert!(!page.has("#photos-most") && page.text().contains("Up to 20 pictures.")),
            }
        }
        if !s.world.takes_photos() {
            return;
        }
        // Without scripts the photos come with the form itself.
        s.world.set_trust(&ann, 1).await;
        let token = browser.token().await;
        let mut form = Form::new().text("csrf", token).text("text", "Five").text("audience", "self");
        for number in 0..5 {
            form = form.part("photos", Part::bytes(picture()).file_name(format!("{number}.png")));
        }
        let refused = browser.send(browser.request(Method::POST, "/posts").multipart(form)).await;
        assert_eq!(refused.status, 422, "{}", refused.text());
        assert!(refused.has("#photos-error"), "{}", refused.text());
        assert_eq!(
            refused.attributes("input[name=media]", "value").len(),
            4,
            "four came, the fifth was not taken"
        );
    })
    .await;
}

#[tokio::test]
async fn b6_b7_uploads_come_back_as_pictures_of_our_own_making_and_as_nothing_else() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        if photo(&s.world, &ann).await.is_none() {
            return;
        }
        let browser = s.browser(&ann).await;
        let token = browser.token().await;
        let taken = send(&browser, "../../etc/passwd|x.png", picture(), &token).await;
        assert_eq!(taken.status, 200, "{}", taken.body);
        let answer: serde_json::Value = serde_json::from_str(&taken.body).unwrap();
        let (id, url) = (answer["id"].as_str().unwrap(), answer["url"].as_str().unwrap());
        assert_eq!(url, format!("/media/{id}/small"));
        let fetch = browser.request(Method::GET, url).header("accept", "application/activity+json");
        let fetched = browser.send(fetch).await;
        assert_eq!(fetched.status, 200);
        assert!(fetched.header("content-type").starts_with("image/"), "{}", fetched.header("content-type"));
        assert_eq!(fetched.header("x-content-type-options"), "nosniff");
        assert_eq!(fetched.header("content-security-policy"), "sandbox; default-src 'none'");
        assert!(
            fetched.header("cache-control").starts_with("private"),
            "{}",
            fetched.header("cache-control")
        );

        let actor = br#"{"@context":"https://www.w3.org/ns/activitystreams","type":"Person","inbox":"x"}"#;
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
        for (name, bytes) in [("me.json", actor.to_vec()), ("a.png", svg.to_vec()), ("b.png", Vec::new())] {
            let refused = send(&browser, name, bytes, &token).await;
            assert_eq!(refused.status, 422, "{name}: {}", refused.body);
            let answer: serde_json::Value = serde_json::from_str(&refused.body).unwrap();
            assert!(answer["problem"].as_str().is_some_and(|problem| problem.len() > 10), "{}", refused.body);
        }
        assert_eq!(send(&browser, "a.png", picture(), "wrong").await.status, 403, "without the token");
        let visitor = s.visitor();
        let token = visitor.token().await;
        assert_eq!(send(&visitor, "a.png", picture(), &token).await.status, 401, "visitors send no files");
    })
    .await;
}

#[tokio::test]
async fn b2_b14_an_address_that_is_none_of_ours_leads_nowhere() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let browser = s.browser(&ann).await;
        let id = photo(&s.world, &ann).await.map_or_else(|| "1".to_owned(), |id| id.to_string());
        for path in [
            "/media/..%2f..%2fkith.db/full".to_owned(),
            "/media/..%5c..%5ckith.db/full".to_owned(),
            "/media/%00/full".to_owned(),
            "/media/C:%5cwindows/full".to_owned(),
            "/media/-1/full".to_owned(),
            format!("/media/{id}/..%2ffull"),
            format!("/media/{id}/full%00"),
            format!("/media/{id}/original"),
            format!("/media/{id}/FULL"),
            "/photo/..%2f1".to_owned(),
        ] {
            assert_eq!(browser.get(&path).await.status, 404, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn e1_b10_a_photo_is_there_only_for_those_who_may_see_what_shows_it() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        let Some(id) = photo(w, &ann).await else { return };
        let (file, page) = (format!("/media/{id}/feed"), format!("/photo/{id}"));
        let browsers = [s.browser(&ann).await, s.browser(&ben).await, s.browser(&cem).await, s.visitor()];
        let statuses = async |path: &str| {
            let mut statuses = Vec::new();
            for browser in &browsers {
                statuses.push(browser.get(path).await.status);
            }
            statuses
        };
        assert_eq!(statuses(&file).await, [200, 404, 404, 404], "uploaded and shown nowhere");
        assert_eq!(statuses(&page).await, [200, 404, 404, 404]);
        let choice = AudienceChoice::plain(Audience::Friends);
        let new = NewPost { photos: vec![id], choice, ..NewPost::default() };
        let post = posts::create(&w.app, &w.viewer(&ann).await, new).await.unwrap().id;
        assert_eq!(statuses(&file).await, [200, 200, 404, 404], "for friends");
        assert_eq!(statuses(&page).await, [200, 200, 404, 404]);

        // What the browser has is asked for again without being sent again, by those who may.
        let tag = browsers[1].get(&file).await.header("etag").to_owned();
        for (browser, expected) in browsers.iter().zip([304, 304, 404, 404]) {
            let again = browser.request(Method::GET, &file).header("if-none-match", &tag);
            assert_eq!(browser.send(again).await.status, expected);
        }
        let shown = browsers[1].get(&page).await;
        assert!(shown.has(&format!("a[href='/p/{post}']")) && !shown.has("textarea[name=alt]"));

        // The owner describes it; nobody else can.
        let described =
            browsers[0].fill_in(&page, &format!("/media/{id}/alt"), &[("alt", "A \"wide\" field")]).await;
        assert_eq!(described.status, 303);
        assert_eq!(browsers[1].get(&page).await.attributes(".photo-stage img", "alt"), ["A \"wide\" field"]);
        for other in &browsers[1..3] {
            assert_eq!(other.post(&format!("/media/{id}/alt"), &[("alt", "x")]).await.status, 404);
            assert_eq!(other.post(&format!("/media/{id}/remove"), &[]).await.status, 404);
        }
        assert_eq!(browsers[0].post(&format!("/media/{id}/remove"), &[]).await.status, 404, "it is shown");
    })
    .await;
}

#[tokio::test]
async fn e15_a_browser_asks_again_for_every_photo_that_is_not_for_the_world() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let Some(id) = photo(w, &ann).await else { return };
        let (file, b) = (format!("/media/{id}/feed"), s.browser(&ben).await);
        let loose = s.browser(&ann).await.get(&file).await;
        assert_eq!(loose.header("cache-control"), "private, no-cache", "nothing shows it");
        let choice = AudienceChoice::plain(Audience::Friends);
        let new = NewPost { photos: vec![id], choice, ..NewPost::default() };
        let post = posts::create(&w.app, &w.viewer(&ann).await, new).await.unwrap().id;
        let seen = b.get(&file).await;
        assert_eq!(seen.header("cache-control"), "private, no-cache", "for friends");
        let again = || b.request(Method::GET, &file).header("if-none-match", seen.header("etag"));
        assert_eq!(b.send(again()).await.status, 304);
        kith_domain::relationships::unfriend(&w.app, &w.viewer(&ann).await, ben.id).await.unwrap();
        assert_eq!(b.send(again()).await.status, 404, "what the browser has is asked for in vain");
        let choice = AudienceChoice::plain(Audience::World);
        let same = posts::CommentAudience::Same;
        posts::set_audience(&w.app, &w.viewer(&ann).await, post, choice, same).await.unwrap();
        assert_eq!(b.get(&file).await.header("cache-control"), "private, max-age=86400, immutable");
    })
    .await;
}

#[tokio::test]
async fn a_comment_takes_a_photo_without_scripts_and_keeps_it_when_its_words_are_refused() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        if photo(w, &ann).await.is_none() {
            return;
        }
        let post = s.browser(&ann).await;
        let fields = [("text", "Show me"), ("audience", "community"), ("comments", "same")];
        let post = post.post("/posts", &fields).await.leads_to().expect("a post");
        let browser = s.browser(&ben).await;
        let token = browser.token().await;
        let path = format!("{post}/comments");
        let page = browser.get(&post).await;
        assert!(page.has("#write-comment[enctype='multipart/form-data'] input[type=file][name=photo]"));
        let send = async |text: String, bytes: Vec<u8>| {
            let form = Form::new()
                .text("csrf", token.clone())
                .text("text", text)
                .text("reply_to", "")
                .text("submission", kith_base::random_code(16))
                .text("alt", "A meadow")
                .part("photo", Part::bytes(bytes).file_name("meadow.png"));
            browser.send(browser.request(Method::POST, &path).multipart(form)).await
        };
        let refused = send(String::new(), b"<svg/>".to_vec()).await;
        assert_eq!(refused.status, 422, "{}", refused.text());
        assert!(refused.has("#comment-photo-error"), "{}", refused.text());
        let refused = send("x".repeat(kith_base::limits::COMMENT_TEXT + 1), picture()).await;
        assert_eq!(refused.status, 422, "{}", refused.text());
        assert!(refused.has("#write-comment input[type=hidden][name=kept]"), "the photo is kept");
        let answer = browser.submit(&refused, &path, &[("text", "Here")]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let page = browser.get(&post).await;
        assert!(page.has(".comment .mosaic img[alt='A meadow']"), "{}", page.text());
        let answer = send(String::new(), picture()).await;
        assert_eq!(answer.status, 303, "a photo says enough: {}", answer.text());

        let edit = page.attributes("a[href$='/edit']", "href");
        let edit = edit.into_iter().find(|href| href.starts_with("/comment/")).expect("a way to change it");
        let form = browser.get(&edit).await;
        assert!(form.has("input[name=drop_photo]"), "{}", form.text());
        let answer = browser.submit(&form, &edit, &[("drop_photo", "yes"), ("text", "Here")]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        assert!(!browser.get(&post).await.has(".comment .mosaic img[alt='A meadow']:nth-of-type(2)"));
        assert!(!browser.get(&edit).await.has("input[name=drop_photo]"), "it is gone");
    })
    .await;
}
