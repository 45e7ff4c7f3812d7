//! Friends, profiles, circles and privacy as a browser without script uses them.

use kith_base::DAY;

use crate::ground::each;

#[tokio::test]
async fn two_people_become_friends_and_part_again() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (a, b) = (server.browser(&ann).await, server.browser(&ben).await);
        let (tie_ben, tie_ann) = (format!("/people/{}/tie", ben.id), format!("/people/{}/tie", ann.id));

        let found = a.get("/people?q=be").await;
        assert!(found.has("main a[href='/u/ben']") && !found.has("main a[href='/u/ann']"));
        let asked = a.post(&tie_ben, &[("step", "ask"), ("back", "/u/ben")]).await;
        assert_eq!((asked.status, asked.leads_to().as_deref()), (303, Some("/u/ben")));
        assert!(a.get("/u/ben").await.text().contains("Withdraw request"));
        assert!(b.get("/friends").await.text().contains("Friend requests"));
        b.post(&tie_ann, &[("step", "confirm")]).await;
        assert!(a.get("/friends").await.has("main a[href='/u/ben']"));

        // What ends something asks first; the address to return to stays on this server.
        let asks = a.post(&tie_ben, &[("step", "unfriend"), ("back", "//evil.example")]).await;
        assert!(asks.status == 200 && asks.text().contains("End the friendship with Ben?"));
        assert!(!asks.body.contains("evil.example"));
        let done = a.submit(&asks, &tie_ben, &[("confirmed", "yes")]).await;
        assert_eq!(done.leads_to().as_deref(), Some("/friends"));
        assert!(!a.get("/friends").await.has("main a[href='/u/ben']"));
    })
    .await;
}

#[tokio::test]
async fn e10_every_page_of_a_blocked_person_is_the_page_of_nobody() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.block(&ann, &ben).await;
        let (a, b) = (server.browser(&ann).await, server.browser(&ben).await);
        for (browser, other, id) in [(&a, "ben", ben.id), (&b, "ann", ann.id)] {
            for tab in ["", "/about", "/friends", "/photos"] {
                let blocked = browser.get(&format!("/u/{other}{tab}")).await;
                let nobody = browser.get(&format!("/u/zed{tab}")).await;
                assert_eq!((blocked.status, nobody.status), (404, 404));
                assert_eq!(blocked.text(), nobody.text());
            }
            for step in ["ask", "follow", "mute", "restrict", "not-interested"] {
                let blocked = browser.post(&format!("/people/{id}/tie"), &[("step", step)]).await;
                let nobody = browser.post("/people/12345/tie", &[("step", step)]).await;
                assert_eq!((blocked.status, blocked.text()), (nobody.status, nobody.text()), "{step}");
            }
        }
        assert!(a.get("/settings/blocking").await.text().contains("Ben"));
        assert!(!b.get("/settings/blocking").await.has(".person-list"));
    })
    .await;
}

#[tokio::test]
async fn e9_forms_take_no_field_that_is_not_theirs() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let a = server.browser(&ann).await;
        let tie = format!("/people/{}/tie", ben.id);
        for (path, field) in [
            ("/me/edit", "role"),
            ("/me/edit", "id"),
            ("/settings/privacy", "trust_level"),
            ("/friends/circles", "owner_id"),
            (tie.as_str(), "from"),
        ] {
            let answer = a.post(path, &[(field, "admin"), ("step", "follow"), ("name", "x")]).await;
            assert!(answer.status >= 400 && answer.status < 500, "{path} took {field}: {}", answer.status);
        }
        assert!(!w.viewer(&ann).await.member().unwrap().following.contains(&ben.id));
    })
    .await;
}

#[tokio::test]
async fn a_profile_is_edited_and_seen_through_other_eyes() {
    each(|server| async move {
        let w = &server.world;
        let ann = w.person("ann").await;
        let a = server.browser(&ann).await;
        let typed = [
            ("display_name", "Ann Lee"),
            ("intro", "Baker"),
            ("birth_day", "31"),
            ("birth_month", "2"),
            ("field_kind", "town"),
            ("field_label", ""),
            ("field_value", "Hollowbrook"),
            ("field_audience", "self"),
        ];
        let wrong = a.post("/me/edit", &typed).await;
        assert!(wrong.status == 422 && wrong.has("#birth_day-error") && wrong.body.contains("Hollowbrook"));
        let right: Vec<_> =
            typed.iter().map(|(n, v)| (*n, if *n == "birth_month" { "1" } else { *v })).collect();
        assert_eq!(a.post("/me/edit", &right).await.status, 303);
        assert!(a.get("/u/ann/about").await.text().contains("Hollowbrook"));
        for eyes in ["stranger", "visitor"] {
            let seen = a.get(&format!("/me/as/{eyes}")).await;
            assert!(
                seen.status == 200 && seen.text().contains("Ann Lee") && !seen.text().contains("Hollowbrook")
            );
        }
        assert_eq!(a.get("/me/as/ann").await.status, 404);
        let ben = w.person_named("ben", "Ben Okoro").await;
        assert_eq!(a.get("/me/as/ben").await.status, 404, "no friend");
        w.befriend(&ann, &ben).await;
        w.befriend(&ann, &w.person_named("bea", "Bea Lind").await).await;
        assert!(a.get("/u/ann").await.has(".profile-actions form[action='/me/as'] input[name=who]"));
        for word in ["okoro", "%40ben", "Ben"] {
            let found = a.get(&format!("/me/as?who={word}")).await;
            assert_eq!((found.status, found.leads_to().as_deref()), (303, Some("/me/as/ben")), "{word}");
        }
        let both = a.get("/me/as?who=be").await;
        assert_eq!(both.attributes(".person-list a", "href"), ["/me/as/bea", "/me/as/ben"]);
        assert!(a.get("/me/as?who=zed").await.text().contains("No friend by that name."));
        let seen = a.get("/me/as/ben").await;
        assert!(
            seen.text().contains("This is what Ben Okoro sees.")
                && seen.has(".view-as form[action='/me/as']")
        );
        for tab in ["/about", "/friends", "/photos"] {
            let seen = a.get(&format!("/me/as/stranger{tab}")).await;
            assert!(seen.has(".view-as") && !seen.text().contains("Hollowbrook"), "{tab}");
            assert!(!seen.has("main form[method=post]") && !seen.has("main a[href='/me/edit']"), "{tab}");
            for link in seen.attributes(".profile-head nav a", "href") {
                assert!(link.starts_with("/me/as/stranger"), "{tab} leads to {link}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn e10_a_profile_is_closed_to_visitors_until_its_owner_opens_it() {
    each(|server| async move {
        let w = &server.world;
        let ann = w.person("ann").await;
        let (a, visitor) = (server.browser(&ann).await, server.visitor());
        let tabs = ["", "/about", "/friends", "/photos"];
        for tab in tabs {
            let (hidden, nobody) =
                (visitor.get(&format!("/u/ann{tab}")).await, visitor.get(&format!("/u/zed{tab}")).await);
            assert_eq!((hidden.status, hidden.text()), (404, nobody.text()), "{tab}");
            assert!(hidden.has("main a[href^='/login?next=']"), "{tab}: the way in");
            assert!(hidden.has("meta[name=robots][content=noindex]"));
        }
        let seen = a.get("/me/as/visitor").await;
        assert!(seen.text().contains("Visitors do not find your profile"), "{} {}", seen.status, seen.text());
        let post = a.post("/posts", &[("text", "Hello"), ("language", "en"), ("audience", "world")]).await;
        let post = post.leads_to().unwrap();
        let read = visitor.get(&post).await;
        assert!(read.text().contains("Ann") && read.has("meta[name=robots][content=noindex]"));

        let chosen = [("profile_audience", "world"), ("in_directory", "yes")];
        assert_eq!(a.post("/settings/privacy", &chosen).await.status, 303);
        assert!(a.get("/settings/privacy").await.has("#profile_audience option[value=world][selected]"));
        for tab in tabs {
            let open = visitor.get(&format!("/u/ann{tab}")).await;
            assert!(open.status == 200 && !open.body.contains("/tie"), "{tab}");
        }
        assert!(!visitor.get(&post).await.has("meta[name=robots]"), "now search engines may keep it");
        for path in ["/", "/about", "/about/rules"] {
            assert!(!visitor.get(path).await.has("meta[name=robots]"), "{path}");
        }
        assert!(visitor.get("/login").await.has("meta[name=robots][content=noindex]"));
    })
    .await;
}

#[tokio::test]
async fn an_old_address_leads_on_and_circles_and_choices_are_kept() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let a = server.browser(&ann).await;
        let made = a.post("/friends/circles", &[("name", "Choir")]).await;
        let circle = made.leads_to().unwrap();
        a.post(&format!("{circle}/members"), &[("add", &ben.id.to_string())]).await;
        assert!(a.get(&circle).await.text().contains("@ben"));
        assert_eq!(server.browser(&ben).await.get(&circle).await.status, 404);
        let twice = a.post("/friends/circles", &[("name", "choir")]).await;
        assert!(twice.status == 422 && twice.has("#name-error"));

        assert_eq!(a.post("/settings/privacy", &[("friend_requests", "nobody")]).await.status, 303);
        let page = a.get("/settings/privacy").await;
        assert!(page.has("#friend_requests option[value=nobody][selected]"));
        assert!(!page.has("input[name=in_directory][checked]"));

        kith_domain::accounts::change_handle(&w.app, &w.viewer(&ann).await, "anna".into()).await.unwrap();
        let old = a.get("/u/ann/photos").await;
        assert_eq!((old.status, old.leads_to().as_deref()), (301, Some("/u/anna/photos")));
    })
    .await;
}

#[tokio::test]
async fn languages_are_ticked_by_their_own_names_and_others_are_written() {
    each(|server| async move {
        let ann = server.world.person("ann").await;
        let a = server.browser(&ann).await;
        let page = a.get("/me/edit").await;
        assert!(page.has(".chips input[name=languages][value=ar]"), "a language of the community");
        assert!(page.has(".pick-list input[name=languages][value=tr]") && page.text().contains("Türkçe"));
        let chosen = [("languages", "de"), ("languages", "tr"), ("languages_named", "Plattdeutsch, english")];
        assert_eq!(a.submit(&page, "/me/edit", &chosen).await.status, 303);
        let about = a.get("/u/ann/about").await.text();
        for name in ["Deutsch", "Türkçe", "Plattdeutsch", "English"] {
            assert!(about.contains(name), "{name} in {about}");
        }
        let page = a.get("/me/edit").await;
        assert_eq!(page.attributes("input[name=languages][checked]", "value"), ["en", "de", "tr"]);
        assert_eq!(page.attributes("input[name=languages_named]", "value"), ["Plattdeutsch"]);

        let wrong = a.submit(&page, "/me/edit", &[("languages_named", "Low <b>")]).await;
        assert!(wrong.status == 422 && wrong.has("#languages-error"), "{}", wrong.text());
        assert_eq!(wrong.attributes("input[name=languages][checked]", "value"), ["en", "de", "tr"]);
        assert_eq!(wrong.attributes("input[name=languages_named]", "value"), ["Low <b>"]);
    })
    .await;
}

#[tokio::test]
async fn past_posts_are_narrowed_at_once_after_one_is_told_how_many_they_are() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let (a, b, visitor) = (server.browser(&ann).await, server.browser(&ben).await, server.visitor());
        let mut posts = Vec::new();
        for audience in ["world", "community", "friends", "self"] {
            let fields = [("text", audience), ("language", "en"), ("audience", audience)];
            posts.push(a.post("/posts", &fields).await.leads_to().unwrap());
        }
        let limit = "/posts/limit-past";
        let choices = a.get("/settings/privacy").await;
        let asks = a.submit(&choices, limit, &[("to", "friends")]).await;
        assert!(asks.status == 200 && asks.text().contains("2 posts that you wrote"), "{}", asks.text());
        assert_eq!(visitor.get(&posts[0]).await.status, 200, "asked, not done");
        let done = a.submit(&asks, limit, &[("confirmed", "yes")]).await;
        assert_eq!((done.status, done.leads_to().as_deref()), (303, Some("/settings/privacy")));
        assert_eq!((visitor.get(&posts[0]).await.status, b.get(&posts[0]).await.status), (404, 200));
        let nothing = a.submit(&choices, limit, &[("to", "friends")]).await;
        assert!(nothing.text().contains("nothing to change") && !nothing.has("[name=confirmed]"));

        let asks = a.submit(&choices, limit, &[("to", "self")]).await;
        assert!(asks.text().contains("3 posts that others can see now"), "{}", asks.text());
        a.submit(&asks, limit, &[("confirmed", "yes")]).await;
        for post in &posts {
            assert_eq!((b.get(post).await.status, a.get(post).await.status), (404, 200), "{post}");
        }
        assert_eq!(a.post(limit, &[("to", "world"), ("confirmed", "yes")]).await.status, 422);
    })
    .await;
}

#[tokio::test]
async fn somebody_is_muted_for_as_long_as_one_chooses() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let a = server.browser(&ann).await;
        let tie = format!("/people/{}/tie", ben.id);
        let now = w.app.now();
        for (days, until) in [("1", Some(DAY)), ("7", Some(7 * DAY)), ("30", Some(30 * DAY)), ("", None)] {
            let profile = a.get("/u/ben").await;
            assert!(profile.has(&format!(".sub-menu button[name=days][value='{days}']")), "{days}");
            assert_eq!(a.post(&tie, &[("step", "mute"), ("days", days)]).await.status, 303);
            let muted = w.viewer(&ann).await.member().unwrap().muted.get(&ben.id).copied();
            assert_eq!(muted, Some(until.map(|lasting| now + lasting)), "{days}");
            assert_eq!(a.post(&tie, &[("step", "unmute")]).await.status, 303);
        }
    })
    .await;
}
