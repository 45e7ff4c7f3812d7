//! Room for photos: what a member who has none left is told, and what stays when two have the same picture.

use kith_domain::media::{self, Sent};
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_testkit::engines::Fresh;
use kith_testkit::{Server, World};
use reqwest::Method;
use reqwest::multipart::{Form, Part};

use crate::ground::{each, web};
use crate::photos::{picture, send};

#[tokio::test]
async fn whoever_has_no_room_left_is_told_how_much_there_is_in_their_language() {
    // Less than any photo needs, and still a number that can be named.
    let world = World::with(Fresh::sqlite_with_tables(), |config| config.member_media_bytes = 1).await;
    let s = Server::start(world, web).await;
    let ann = s.world.person("ann").await;
    if !s.world.takes_photos() {
        return;
    }
    let browser = s.browser(&ann).await;
    let token = browser.token().await;
    let refused = send(&browser, "a.png", picture(), &token).await;
    assert_eq!(refused.status, 413, "{}", refused.body);
    assert!(refused.body.contains("Your photos have used up your 0 MB"), "{}", refused.body);
    // The same from a browser without scripts, in another language.
    browser.post("/language", &[("tag", "de")]).await;
    let file = Part::bytes(picture()).file_name("a.png");
    let form = Form::new().text("csrf", browser.token().await).part("file", file);
    let page = browser.send(browser.request(Method::POST, "/media").multipart(form)).await;
    assert_eq!(page.status, 413, "{}", page.body);
    assert!(
        page.has("html[lang=de]") && page.text().contains("Deine Fotos füllen deine 0"),
        "{}",
        page.text()
    );
    assert_eq!(s.world.app.store.used_bytes(), 0);
}

/// Files below a folder.
fn files_in(folder: &std::path::Path) -> usize {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { files_in(&path) } else { 1 }).sum()
}

#[tokio::test]
async fn b11_the_same_picture_goes_with_one_member_alone_and_wholly_with_the_last() {
    each(|s| async move {
        let w = &s.world;
        if !w.takes_photos() {
            return;
        }
        let path = w.folder().join("same.png");
        std::fs::write(&path, picture()).unwrap();
        let mut posted = Vec::new();
        for handle in ["ann", "ben"] {
            let person = w.person(handle).await;
            let viewer = w.viewer(&person).await;
            let sent = Sent { path: path.clone(), bytes: 1, alt: String::new(), crop: None };
            let photo = media::upload(&w.app, &viewer, sent).await.unwrap().id;
            let choice = AudienceChoice::plain(Audience::World);
            let new = NewPost { photos: vec![photo], choice, ..NewPost::default() };
            let post = posts::create(&w.app, &viewer, new).await.unwrap().id;
            posted.push((person, photo, post));
        }
        let visitor = s.visitor();
        let sizes = ["full", "feed", "small", "square"];
        let media = w.folder().join("media");
        assert_eq!(files_in(&media), 2 * sizes.len(), "each has files of their own");
        let mut tags = Vec::new();
        for (_, photo, _) in &posted {
            for size in sizes {
                let shown = visitor.get(&format!("/media/{photo}/{size}")).await;
                assert_eq!(shown.status, 200);
                tags.push(shown.header("etag").to_owned());
            }
        }
        // What a browser holds of it is no key to it: the address is asked for by its tag as well.
        let statuses = async |which: usize| {
            let mut statuses = Vec::new();
            for (size, tag) in sizes.iter().zip(&tags[which * sizes.len()..]) {
                let path = format!("/media/{}/{size}", posted[which].1);
                statuses.push(visitor.get(&path).await.status);
                let again = visitor.request(Method::GET, &path).header("if-none-match", tag);
                statuses.push(visitor.send(again).await.status);
            }
            statuses.sort_unstable();
            statuses.dedup();
            statuses
        };
        kith_domain::leaving::erase(&w.app, posted[0].0.id).await.unwrap();
        assert_eq!((statuses(0).await, statuses(1).await), (vec![404], vec![200, 304]));
        assert_eq!(files_in(&media), sizes.len(), "the other's files stay");

        posts::delete(&w.app, &w.viewer(&posted[1].0).await, posted[1].2).await.unwrap();
        w.advance(kith_base::MINUTE);
        w.run_jobs().await;
        assert_eq!((statuses(0).await, statuses(1).await), (vec![404], vec![404]));
        assert_eq!(files_in(&media), 0, "nothing is left in any size");
    })
    .await;
}
