//! What could not be taken comes back with every word, and says why.

use kith_domain::MediaId;
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost, PostEdit};
use kith_testkit::Browser;
use reqwest::Method;
use reqwest::multipart::{Form, Part};

use crate::ground::{each, photo};

#[tokio::test]
async fn a_refused_comment_under_a_card_comes_back_as_its_form_with_words_and_reason() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let choice = AudienceChoice::plain(Audience::Community);
        let new = NewPost { text: "Tea at four".into(), choice, ..NewPost::default() };
        let post = posts::create(&s.world.app, &s.world.viewer(&ann).await, new).await.unwrap().id;
        let browser = s.browser(&ann).await;
        let (token, long) = (browser.token().await, "so long ".repeat(1_000));
        let send = async |path: &str, text: &str| {
            let fields = [("csrf", token.as_str()), ("submission", "1"), ("text", text)];
            let request = browser.request(Method::POST, path).header("hx-request", "true").form(&fields);
            browser.send(request).await
        };
        let path = format!("/p/{post}/comments");
        let refused = send(&path, &long).await;
        assert_eq!(refused.status, 422, "{}", refused.body);
        assert_eq!(refused.header("hx-reswap"), "outerHTML", "the script shows it in the form's place");
        let form = format!("form#post-{post}-form[data-hx-post='{path}']");
        assert!(refused.has(&form) && !refused.has("html > body > main"), "the form alone: {}", refused.body);
        assert!(refused.has("textarea[name=text][aria-invalid=true]") && refused.has("p.error[id]"));
        assert!(refused.text().contains(long.trim_end()), "no word is lost");
        let gone = send("/p/1/comments", "hello").await;
        assert_eq!((gone.status, gone.header("hx-reswap")), (404, ""), "a page about an error is no form");
        assert!(gone.has("[data-says]"), "the script finds the sentence: {}", gone.body);
        assert_eq!(send(&path, "short").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn the_history_tells_a_change_of_photos_from_a_change_of_words() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let Some(picture) = photo(&s.world, &ann).await else { return };
        let viewer = s.world.viewer(&ann).await;
        let new = NewPost { text: "First words".into(), ..NewPost::default() };
        let post = posts::create(&s.world.app, &viewer, new).await.unwrap().id;
        let edit = async |text: &str, photos: Vec<MediaId>| {
            s.world.advance(60_000);
            let change = PostEdit { text: text.into(), photos, ..PostEdit::default() };
            posts::edit(&s.world.app, &viewer, post, change).await.unwrap();
        };
        edit("First words", vec![picture]).await;
        edit("Second words", vec![picture]).await;
        let page = s.browser(&ann).await.get(&format!("/p/{post}/history")).await;
        assert_eq!(page.attributes(".feed > article", "class").len(), 3);
        assert!(page.has(".feed > article:nth-child(2) .chip"), "only the photos changed: {}", page.text());
        assert!(
            !page.has(".feed > article:nth-child(1) .chip")
                && !page.has(".feed > article:nth-child(3) .chip")
        );
    })
    .await;
}

async fn put(browser: &Browser, crop: [&str; 4]) -> kith_testkit::Answer {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let image = image::RgbImage::from_pixel(64, 48, image::Rgb([9, 80, 120]));
    image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    let file = Part::bytes(bytes.into_inner()).file_name("face.png");
    let mut form =
        Form::new().text("csrf", browser.token().await).text("which", "avatar").text("alt", "My face");
    for (name, value) in ["crop_x", "crop_y", "crop_w", "crop_h"].into_iter().zip(crop) {
        form = form.text(name, value.to_owned());
    }
    browser.send(browser.request(Method::POST, "/me/picture").multipart(form.part("photo", file))).await
}

#[tokio::test]
async fn a_part_that_does_not_lie_inside_the_photo_is_refused_at_its_field() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        if photo(&s.world, &ann).await.is_none() {
            return;
        }
        let browser = s.browser(&ann).await;
        for crop in [
            ["nan", "0", "1", "1"],
            ["0", "inf", "1", "1"],
            ["-0.1", "0", "1", "1"],
            ["0", "0", "0.01", "1"],
            ["0.5", "0", "0.6", "1"],
            ["0", "0", "1", ""],
            ["0", "0", "x", "1"],
        ] {
            let refused = put(&browser, crop).await;
            assert_eq!(refused.status, 422, "{crop:?}");
            assert!(refused.has("form[action='/me/picture'] p.error"), "{crop:?}");
        }
        for crop in [["", "", "", ""], ["0.25", "0", "0.75", "1"]] {
            let taken = put(&browser, crop).await;
            assert_eq!((taken.status, taken.leads_to().as_deref()), (303, Some("/me/edit")), "{crop:?}");
        }
    })
    .await;
}
