//! Albums, drafts, planned posts, folders, people in photos, memories: whole by forms, without a script, and closed to
//! those for whom they are not.

use kith_domain::photo_tags::{self, WhoMayTag};
use kith_testkit::{Answer, Browser};

use crate::ground::{each, photo};

const COMPOSED: [(&str, &str); 3] = [("audience", "community"), ("comments", "same"), ("language", "en")];

fn with<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    [&COMPOSED[..], more].concat()
}

fn leads(answer: &Answer) -> String {
    answer.leads_to().unwrap_or_else(|| panic!("{}: {}", answer.status, answer.text()))
}

/// The first address on a page that begins so and goes on with an id.
async fn address(browser: &Browser, page: &str, start: &str) -> String {
    let answer = browser.get(page).await;
    let links = answer.attributes("a[href]", "href").into_iter().chain(answer.actions());
    let mut found = links.filter_map(|link| {
        let id: String = link.strip_prefix(start)?.chars().take_while(char::is_ascii_digit).collect();
        (!id.is_empty()).then(|| format!("{start}{id}"))
    });
    found.next().unwrap_or_else(|| panic!("nothing under {start} on {page}: {}", answer.text()))
}

#[tokio::test]
async fn a_draft_is_kept_opened_again_and_gone_with_its_post() {
    each(|s| async move {
        let (ann, ben) = (s.world.person("ann").await, s.world.person("ben").await);
        let (author, other) = (s.browser(&ann).await, s.browser(&ben).await);
        let fields = with(&[
            ("text", "Half a thought"),
            ("submission", "first"),
            ("poll_option", "Tea"),
            ("poll_days", "3"),
        ]);
        assert_eq!(leads(&author.post("/drafts", &fields).await), "/drafts");
        let draft = address(&author, "/drafts", "/drafts/").await;
        assert_eq!(other.get(&draft).await.status, 404);
        assert_eq!(other.post(&format!("{draft}/discard"), &[]).await.status, 404);
        assert!(!other.get("/drafts").await.text().contains("Half a thought"));
        let page = author.open(&draft).await;
        assert!(page.has("input[name=submission][value=first]"));
        assert!(page.has("input[name=poll_option][value=Tea]"));
        // A poll of one answer is refused, and the draft is still there.
        let refused = author.submit(&page, "/posts", &[]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.has("#poll-error") && refused.text().contains("Half a thought"));
        assert!(author.get("/drafts").await.text().contains("Half a thought"));
        let fields = with(&[("text", "A thought"), ("submission", "first")]);
        assert!(leads(&author.post("/posts", &fields).await).starts_with("/p/"));
        assert!(!author.get("/drafts").await.text().contains("thought"));
        let empty = author.post("/drafts", &with(&[("text", " "), ("submission", "second")])).await;
        assert_eq!(empty.status, 422, "nothing is no draft");
    })
    .await;
}

#[tokio::test]
async fn a_post_is_planned_changed_and_published_at_once() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let author = s.browser(&ann).await;
        let soon = author.post("/posts", &with(&[("text", "Soon"), ("when", "yesterday")])).await;
        assert!(soon.status == 422 && soon.has("#scheduled_at-error") && soon.text().contains("Soon"));
        let fields = with(&[("text", "Next year"), ("when", "2099-01-01T10:00")]);
        assert_eq!(leads(&author.post("/posts", &fields).await), "/scheduled");
        let planned = address(&author, "/scheduled", "/scheduled/").await;
        let page = author.open(&format!("{planned}/edit")).await;
        assert!(page.has("input[name=when][value=\"2099-01-01T10:00\"]"));
        assert_eq!(leads(&author.submit(&page, "/posts", &[("text", "Another year")]).await), "/scheduled");
        let list = author.get("/scheduled").await.text();
        assert!(list.contains("Another year") && !list.contains("Next year"), "{list}");
        let planned = address(&author, "/scheduled", "/scheduled/").await;
        let other = s.browser(&s.world.person("ben").await).await;
        for path in ["now", "cancel"] {
            assert_eq!(other.post(&format!("{planned}/{path}"), &[]).await.status, 404, "{path}");
        }
        let post = leads(&author.post(&format!("{planned}/now"), &[]).await);
        assert!(other.open(&post).await.text().contains("Another year"));
        assert!(!author.get("/scheduled").await.text().contains("Another year"));
    })
    .await;
}

#[tokio::test]
async fn a_poll_has_more_answers_hides_its_result_and_lets_a_vote_be_changed() {
    each(|s| async move {
        let (author, reader) =
            (s.browser(&s.world.person("ann").await).await, s.browser(&s.world.person("ben").await).await);
        let first = author.open("/new").await.attributes("input[name=poll_option]", "value").len();
        let mut fields = with(&[("text", "Which?"), ("do", "more-answers")]);
        fields.extend(std::iter::repeat_n(("poll_option", ""), first));
        let more = author.post("/posts", &fields).await;
        assert_eq!(more.status, 200, "{}", more.text());
        assert!(more.attributes("input[name=poll_option]", "value").len() > first);
        let fields = with(&[
            ("text", "Which?"),
            ("poll_option", "Tea"),
            ("poll_option", "Coffee"),
            ("poll_days", "3"),
            ("poll_hidden", "yes"),
        ]);
        let post = leads(&author.post("/posts", &fields).await);
        let (vote, unvote) = (format!("{post}/vote"), format!("{post}/unvote"));
        reader.post(&vote, &[("choice", "0")]).await;
        let page = reader.open(&post).await;
        assert!(!page.has(".poll meter"), "kept back until the end");
        assert!(page.actions().contains(&unvote) && !page.actions().contains(&vote));
        reader.post(&unvote, &[]).await;
        assert!(reader.open(&post).await.actions().contains(&vote));
        assert_eq!(leads(&reader.post(&vote, &[("choice", "1")]).await), post);
    })
    .await;
}

#[tokio::test]
async fn saved_posts_lie_in_folders_and_have_reminders() {
    each(|s| async move {
        let (ann, ben) = (s.world.person("ann").await, s.world.person("ben").await);
        let (author, reader) = (s.browser(&ann).await, s.browser(&ben).await);
        let post = leads(&author.post("/posts", &with(&[("text", "Soup")])).await);
        let id = post.trim_start_matches("/p/").to_owned();
        reader.post(&format!("{post}/save"), &[("saved", "yes")]).await;
        let folder = leads(&reader.post("/saved/folders", &[("name", "Recipes")]).await);
        let again = reader.post("/saved/folders", &[("name", "recipes")]).await;
        assert!(again.status == 422 && again.has("#name-error") && again.has("input[value=recipes]"));
        let number = folder.trim_start_matches("/saved?folder=").to_owned();
        let moved = [("folder", number.as_str()), ("back", folder.as_str())];
        assert_eq!(leads(&reader.post(&format!("/saved/{id}/move"), &moved).await), folder);
        assert!(reader.get(&folder).await.text().contains("Soup"));
        assert_eq!(author.get(&folder).await.status, 404, "somebody else's folder");
        for wrong in ["gone", "1999-01-01T10:00"] {
            let refused = reader.post(&format!("/saved/{id}/remind"), &[("remind_at", wrong)]).await;
            assert!(refused.status == 422 && refused.has("[role=alert]"), "{wrong}");
        }
        reader.post(&format!("/saved/{id}/remind"), &[("remind_at", "2027-05-01T10:00")]).await;
        assert!(reader.get("/saved").await.has("input[name=remind_at][value=\"2027-05-01T10:00\"]"));
        let asked = reader.post(&format!("/saved/folders/{number}/delete"), &[]).await;
        assert!(asked.status == 200 && asked.has("button[name=confirmed]"));
        reader.post(&format!("/saved/folders/{number}/delete"), &[("confirmed", "yes")]).await;
        assert!(reader.get("/saved").await.text().contains("Soup"));
    })
    .await;
}

#[tokio::test]
async fn e1_an_album_is_made_filled_arranged_and_fetched_by_forms() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, eve) = (w.person("ann").await, w.person("ben").await, w.person("eve").await);
        w.befriend(&ann, &ben).await;
        let (owner, friend, stranger) = (s.browser(&ann).await, s.browser(&ben).await, s.browser(&eve).await);
        let untitled = owner.post("/albums", &[("title", ""), ("audience", "friends")]).await;
        assert!(untitled.status == 422 && untitled.has("#title-error"));
        let fields = [("title", "Summer <b>"), ("description", "Two weeks"), ("audience", "friends")];
        let add = leads(&owner.post("/albums", &fields).await);
        let album = add.trim_end_matches("/add").to_owned();
        assert!(friend.open(&album).await.text().contains("Summer <b>"), "as words");
        assert!(friend.open("/u/ann/albums").await.text().contains("Summer"));
        assert!(!stranger.open("/u/ann/albums").await.text().contains("Summer"));
        for path in ["", "/edit", "/add", "/arrange", "/download"] {
            assert_eq!(stranger.get(&format!("{album}{path}")).await.status, 404, "{path}");
        }
        for path in ["/edit", "/add", "/arrange", "/download"] {
            assert_eq!(friend.get(&format!("{album}{path}")).await.status, 404, "{path}");
        }
        let stolen = [("title", "Mine"), ("description", "")];
        assert_eq!(friend.post(&format!("{album}/edit"), &stolen).await.status, 404);
        let ends = [("confirmed", "yes")];
        assert_eq!(friend.post(&format!("{album}/delete"), &ends).await.status, 404);

        if let Some(media) = photo(w, &ann).await {
            let id = media.to_string();
            assert_eq!(leads(&owner.post(&add, &[("media", &id)]).await), album);
            let fields =
                [("photo", id.as_str()), ("do", "describe"), ("caption", "A hill"), ("alt", "Green")];
            owner.post(&format!("{album}/photo"), &fields).await;
            let page = friend.open(&album).await;
            assert!(page.has(&format!("a[href='/photo/{id}'] img[alt=Green]")), "{}", page.body);
            assert_eq!(stranger.get(&format!("/photo/{id}")).await.status, 404);
            let long = "x".repeat(501);
            let fields = [("photo", id.as_str()), ("do", "describe"), ("caption", long.as_str())];
            let refused = owner.post(&format!("{album}/photo"), &fields).await;
            assert!(refused.status == 422 && refused.has("[role=alert]"));
            let file = owner.get(&format!("{album}/download")).await;
            assert_eq!((file.status, file.header("content-type")), (200, "application/zip"));
            assert!(file.header("content-disposition").starts_with("attachment"));
            let out = [("photo", id.as_str()), ("do", "remove")];
            assert_eq!(friend.post(&format!("{album}/photo"), &out).await.status, 404);
            owner.post(&format!("{album}/photo"), &out).await;
            assert_eq!(owner.get(&format!("/photo/{id}")).await.status, 404, "erased with it");
        }

        // Somebody is asked, agrees, and adds no more.
        let nobody = owner.post(&format!("{album}/people"), &[("handle", "eve")]).await;
        assert!(nobody.status == 422 && nobody.has("#handle-error"), "friends alone");
        owner.post(&format!("{album}/people"), &[("handle", "@ben")]).await;
        assert!(friend.get("/albums").await.actions().contains(&format!("{album}/answer")));
        assert_eq!(leads(&friend.post(&format!("{album}/answer"), &[("answer", "yes")]).await), add);
        assert_eq!(friend.get(&add).await.status, 200);
        friend.post(&format!("{album}/leave"), &[("photos", "take")]).await;
        assert_eq!(friend.get(&add).await.status, 404);

        assert_eq!(owner.post(&format!("{album}/delete"), &[]).await.status, 200, "asks once");
        owner.post(&format!("{album}/delete"), &ends).await;
        assert_eq!(owner.get(&album).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_friend_is_marked_in_a_photo_and_has_the_last_word() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let Some(media) = photo(w, &ann).await else { return };
        let id = media.to_string();
        let (owner, friend) = (s.browser(&ann).await, s.browser(&ben).await);
        owner.post("/posts", &with(&[("text", "Us"), ("media", &id)])).await;
        let (page, tag) = (format!("/photo/{id}"), format!("/photo/{id}/tag"));
        assert!(owner.open(&tag).await.has("input[type=image][name=spot]"));
        assert_eq!(friend.get(&tag).await.status, 404, "in one's own photos alone");
        let wrong = owner.post(&tag, &[("handle", "nobody")]).await;
        assert!(wrong.status == 422 && wrong.has("#handle-error"));
        let pressed = [("handle", "ben"), ("spot.x", "160"), ("spot.y", "10")];
        assert_eq!(leads(&owner.post(&tag, &pressed).await), page);
        assert!(owner.open(&page).await.has("circle.tag-spot"));
        let waiting = friend.get("/photos-of-you").await;
        let number = waiting.attributes("input[name=tag]", "value").remove(0);
        let no = [("tag", number.as_str()), ("answer", "no")];
        assert_eq!(owner.post("/photos-of-you/answer", &no).await.status, 404);
        friend.post("/photos-of-you/answer", &no).await;
        assert!(!owner.open(&page).await.has("circle.tag-spot"));
        assert_eq!(owner.post(&tag, &pressed).await.status, 422, "for good");
        friend.post("/photos-of-you/choice", &[("who", "nobody")]).await;
        let chosen = photo_tags::choice(&w.app, &w.viewer(&ben).await).await.unwrap();
        assert_eq!(chosen, WhoMayTag::Nobody);
    })
    .await;
}

#[tokio::test]
async fn memories_and_birthdays_have_pages() {
    each(|s| async move {
        let browser = s.browser(&s.world.person("ann").await).await;
        s.world.person("ben").await;
        assert_eq!(browser.get("/birthdays").await.status, 200);
        let page = browser.open("/memories").await;
        browser.submit(&page, "/memories/day", &[("to", "hide")]).await;
        let hidden = browser.get("/memories").await;
        assert!(hidden.has("button[value=show]"));
        let nobody = browser.post("/memories/person", &[("handle", "nobody")]).await;
        assert!(nobody.status == 422 && nobody.has("#handle-error") && nobody.has("input[value=nobody]"));
        browser.post("/memories/person", &[("handle", "@ben")]).await;
        assert!(browser.get("/memories").await.has("a[href='/u/ben']"));
        browser.post("/memories/off", &[("to", "off")]).await;
        assert!(browser.get("/memories").await.has("button[value=on]"));
    })
    .await;
}

#[tokio::test]
async fn e1_an_album_and_a_photo_are_told_to_the_moderators() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, eve) = (w.person("ann").await, w.person("ben").await, w.person("eve").await);
        let moderator = w.person_with_role("mod", kith_domain::viewer::Role::Moderator).await;
        w.befriend(&ann, &ben).await;
        let (owner, friend, stranger) = (s.browser(&ann).await, s.browser(&ben).await, s.browser(&eve).await);
        let fields = [("title", "Summer <b>"), ("description", ""), ("audience", "friends")];
        let add = leads(&owner.post("/albums", &fields).await);
        let album = add.trim_end_matches("/add").to_owned();
        let mut reported = vec![album.clone()];
        if let Some(media) = photo(w, &ann).await {
            owner.post(&add, &[("media", &media.to_string())]).await;
            reported.push(format!("/photo/{media}"));
        }
        for thing in &reported {
            let form = format!("{thing}/report");
            let link = format!("main a[href='{form}']");
            assert!(friend.get(thing).await.has(&link) && !owner.get(thing).await.has(&link), "{thing}");
            for wrong in [&owner, &stranger] {
                assert_eq!(wrong.get(&form).await.status, 404, "{thing}");
                assert_eq!(wrong.post(&form, &[("category", "spam")]).await.status, 404, "{thing}");
            }
            assert!(friend.get(&form).await.has("input[name=category][value=spam]"), "{thing}");
            let long = "x".repeat(10_000);
            let refused = friend.post(&form, &[("category", "legal"), ("comment", &long)]).await;
            assert!(refused.status == 422 && refused.has("#comment-error"), "{thing}");
            assert!(refused.has("input[name=category][value=legal][checked]"), "filled in");
            let told = friend.post(&form, &[("category", "spam"), ("comment", "look")]).await;
            assert_eq!(leads(&told), *thing);
        }
        let kept = kith_domain::reports::list(&w.app, &w.viewer(&moderator).await).await.unwrap();
        assert_eq!(kept.len(), reported.len());
        assert!(kept.iter().all(|report| report.subjects.len() == 1 && report.target == ann.id));
        let privacy = owner.get("/settings/privacy").await;
        for link in ["/photos-of-you#choice", "/memories#out", "/me/edit#birth_day"] {
            assert!(privacy.has(&format!("main a[href='{link}']")), "{link}");
        }
    })
    .await;
}
