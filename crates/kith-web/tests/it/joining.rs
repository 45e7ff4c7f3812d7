//! From an empty program to members: the wizard, the ways in, the waiting room, the answer.

use kith_domain::invites::{self, NewInvite};
use kith_domain::setup;
use kith_domain::site::{self, JoinMode, Question};
use kith_domain::viewer::Role;
use kith_testkit::{PASSWORD, Server, World};

use crate::ground::{each, web};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_wizard_asks_five_questions_keeps_the_answers_and_opens_the_doors() {
    let s = Server::start_new(World::sqlite().await, web).await;
    let code = setup::make_code(&s.world.app).await.unwrap().unwrap();
    let b = s.visitor();
    assert_eq!(b.get("/").await.leads_to().as_deref(), Some("/setup"));
    assert_eq!(b.get("/people").await.leads_to().as_deref(), Some("/setup"));
    // Nobody passes by the code.
    assert_eq!(b.get("/setup/admin").await.leads_to().as_deref(), Some("/setup"));
    let wrong = b.fill_in("/setup", "/setup", &[("code", "AAAA-AAAA")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.has("#code-error") && wrong.has("input#code[value='AAAA-AAAA']"), "{}", wrong.body);

    assert_eq!(
        b.fill_in("/setup", "/setup", &[("code", &code)]).await.leads_to().as_deref(),
        Some("/setup/name")
    );
    assert_eq!(b.fill_in("/setup/name", "/setup/name", &[("name", " ")]).await.status, 422);
    b.fill_in("/setup/name", "/setup/name", &[("name", "Elmfield")]).await;
    // The language changes on the way and nothing is lost.
    b.fill_in("/setup/languages", "/language", &[("tag", "de")]).await;
    let german = b.get("/setup/name").await;
    assert!(german.has("html[lang=de]") && german.has("input[name=name][value=Elmfield]"), "{}", german.body);
    b.fill_in("/setup/languages", "/setup/languages", &[("languages", "ar"), ("main", "de")]).await;
    b.fill_in("/setup/join", "/setup/join", &[("join", "approval")]).await;
    b.fill_in("/setup/address", "/setup/address", &[("base_url", "https://kith.example")]).await;
    let you = [("handle", "ann"), ("display_name", "Ann Adler"), ("email", ""), ("password", "short")];
    let again = b.fill_in("/setup/admin", "/setup/admin", &you).await;
    assert_eq!(again.status, 422);
    assert!(again.has("#password-error") && again.has("input[name=handle][value=ann]"), "{}", again.body);
    assert!(!again.body.contains("short\""), "a password comes back to the page");
    let done = b.submit(&again, "/setup/admin", &[("password", PASSWORD)]).await;
    assert_eq!(done.leads_to().as_deref(), Some("/setup/done"), "{}", done.text());

    let settings = site::settings(&s.world.app).await.unwrap();
    assert_eq!((settings.name.as_str(), settings.join), ("Elmfield", JoinMode::Approval));
    assert_eq!(settings.languages, ["de", "ar"]);
    assert_eq!(b.get("/admin").await.status, 200, "the first account looks after the place");
    assert_eq!(s.visitor().get("/setup").await.leads_to().as_deref(), Some("/"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_asks_is_declined_asks_again_and_comes_in() {
    each(|s| async move {
        let ann = s.world.person_with_role("ann", Role::Admin).await;
        let staff = s.browser(&ann).await;
        let app = &s.world.app;
        app.db
            .write(|tx| {
                site::change(tx, |settings| {
                    settings.join = JoinMode::Approval;
                    settings.questions =
                        vec![Question { text: "How do you know us?".to_owned(), is_required: true }];
                })
            })
            .await
            .unwrap();
        let b = s.visitor();
        let you = [("display_name", "Ben Baker"), ("handle", "ben"), ("email", ""), ("password", PASSWORD)];
        let again = b.fill_in("/join", "/join", &you).await;
        assert_eq!(again.status, 422);
        for error in ["#answer-0-error", "#agrees-error", "#old_enough-error"] {
            assert!(again.has(error), "{error}: {}", again.body);
        }
        let rest = [
            ("answer-0", "From the choir"),
            ("agrees", "yes"),
            ("old_enough", "yes"),
            ("password", PASSWORD),
        ];
        let joined = b.submit(&again, "/join", &rest).await;
        assert_eq!(joined.leads_to().as_deref(), Some("/waiting"), "{}", joined.text());
        assert_eq!(b.get("/").await.leads_to().as_deref(), Some("/waiting"));
        assert!(b.get("/waiting").await.text().contains("From the choir"));

        let page = staff.get("/admin/requests").await;
        assert!(page.text().contains("Ben Baker") && page.text().contains("From the choir"));
        let id = page.attributes("input[name=id]", "value").remove(0);
        let no_reason = staff.submit(&page, "/admin/requests", &[("id", &id), ("do", "decline")]).await;
        assert_eq!(no_reason.status, 422);
        assert!(no_reason.has("input[name=id][checked]") && no_reason.has("#reason-error"));
        let reason = [("id", id.as_str()), ("do", "decline"), ("reason", "Please tell us more")];
        staff.submit(&page, "/admin/requests", &reason).await;
        let declined = b.get("/waiting").await;
        assert!(declined.text().contains("Please tell us more"));
        b.submit(&declined, "/waiting", &[("text", "I sing tenor")]).await;
        staff.fill_in("/admin/requests", "/admin/requests", &[("id", &id), ("do", "approve")]).await;
        assert_ne!(b.get("/").await.leads_to().as_deref(), Some("/waiting"));
        assert!(staff.get("/admin/log").await.text().contains("Please tell us more"));
        s.world.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn a_missing_reason_comes_back_on_the_same_page_of_the_list_with_its_ticks() {
    let s = Server::start(World::sqlite().await, web).await;
    let ann = s.world.person_with_role("ann", Role::Moderator).await;
    s.world.app.db.write(|tx| site::change(tx, |site| site.join = JoinMode::Approval)).await.unwrap();
    for number in 0..27 {
        s.world.advance(1_000);
        let handle = format!("person{number}");
        let you =
            [("handle", handle.as_str()), ("password", PASSWORD), ("agrees", "yes"), ("old_enough", "yes")];
        s.visitor().fill_in("/join", "/join", &you).await;
    }
    let staff = s.browser(&ann).await;
    let first = staff.get("/admin/requests").await;
    let second = staff.get(&first.attributes("a[rel=next]", "href")[0]).await;
    let ids = second.attributes("input[name=id]", "value");
    assert_eq!(ids.len(), 2, "{}", second.text());
    let again = staff.submit(&second, "/admin/requests", &[("id", ids[1].as_str()), ("do", "decline")]).await;
    assert_eq!(again.status, 422);
    assert_eq!(again.attributes("input[name=id]", "value"), ids);
    assert_eq!(again.attributes("input[name=id][checked]", "value"), ids[1..]);
    assert!(again.has("#reason-error"));
    let reason = [("id", ids[1].as_str()), ("do", "decline"), ("reason", "No room")];
    staff.submit(&again, "/admin/requests", &reason).await;
    let declined = staff.get("/admin/requests/declined").await;
    assert!(
        declined.text().contains("No room") && declined.text().contains("person26"),
        "{}",
        declined.text()
    );
    assert_eq!(staff.submit(&declined, "/admin/requests/declined", &[]).await.status, 422);
    staff.submit(&declined, "/admin/requests/declined", &[("id", ids[1].as_str())]).await;
    assert!(!staff.get("/admin/requests/declined").await.text().contains("No room"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_waits_puts_their_address_right_asks_for_the_letter_again_and_withdraws() {
    each(|s| async move {
        let app = &s.world.app;
        app.db.write(|tx| site::change(tx, |site| site.join = JoinMode::Approval)).await.unwrap();
        let b = s.visitor();
        let you = [
            ("display_name", "Ben Baker"),
            ("handle", "ben"),
            ("email", "bem@example.org"),
            ("password", PASSWORD),
            ("agrees", "yes"),
            ("old_enough", "yes"),
        ];
        assert_eq!(b.fill_in("/join", "/join", &you).await.leads_to().as_deref(), Some("/waiting"));
        s.world.run_jobs().await;
        s.world.mails.take();
        let page = b.get("/waiting").await;
        assert!(page.text().contains("bem@example.org"), "{}", page.text());
        b.submit(&page, "/waiting/confirm", &[]).await;
        s.world.run_jobs().await;
        assert_eq!(s.world.mails.take().len(), 1, "the letter goes out again");

        let wrong = [("email", "ben@"), ("current_password", PASSWORD)];
        let again = b.submit(&page, "/waiting/email", &wrong).await;
        assert_eq!(again.status, 422);
        assert!(again.has("#email-error") && again.has("input[name=email][value='ben@']"), "{}", again.body);
        let right = [("email", "ben@example.org"), ("current_password", PASSWORD)];
        assert_eq!(b.submit(&again, "/waiting/email", &right).await.leads_to().as_deref(), Some("/waiting"));
        s.world.run_jobs().await;
        let letter = s.world.mails.take().pop().unwrap();
        assert_eq!(letter.to_address, "ben@example.org");
        for _ in 0..3 {
            b.submit(&page, "/waiting/confirm", &[]).await;
        }
        let enough = b.submit(&page, "/waiting/confirm", &[]).await;
        assert_eq!(enough.status, 429, "not without end");
        assert!(enough.header("retry-after").parse::<u32>().is_ok_and(|seconds| seconds > 0));

        let settings = b.get("/settings").await;
        for path in settings.attributes("main a, .side a, .shortcuts a, .bottombar a", "href") {
            let door = b.get(&path).await;
            assert!(door.status < 400 || door.leads_to().is_some(), "{path} is offered and refused");
        }
        let asked = b.submit(&page, "/waiting/withdraw", &[]).await;
        assert!(asked.has("input[name=confirmed]"), "asks first: {}", asked.body);
        b.submit(&asked, "/waiting/withdraw", &[]).await;
        s.world.run_jobs().await;
        assert_eq!(
            b.get("/waiting").await.leads_to().as_deref().map(|to| to.starts_with("/login")),
            Some(true)
        );
        assert!(s.visitor().sign_in_with("ben", PASSWORD).await.status == 422);
        let left = s.world.dump(&[]).await.find("ben@example.org");
        assert!(left.is_empty(), "{left:?}");

        let ann = s.world.person("ann").await;
        let member = s.browser(&ann).await;
        for path in ["/waiting/withdraw", "/waiting/confirm", "/waiting/email"] {
            let refused = member.post(path, &[("confirmed", "yes")]).await;
            assert!(refused.status >= 400, "{path} is for applicants");
        }
        assert_eq!(member.get("/").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn every_form_for_a_first_password_has_a_hint_and_a_meter_that_answers() {
    let s = Server::start_new(World::sqlite().await, web).await;
    let code = setup::make_code(&s.world.app).await.unwrap().unwrap();
    let b = s.visitor();
    b.fill_in("/setup", "/setup", &[("code", &code)]).await;
    let page = b.get("/setup/admin").await;
    assert!(page.has("input[data-strength=strength]") && page.has("#strength progress"), "{}", page.body);
    assert!(page.has("#password-hint"), "without a script the hint says it");
    let token = page.attributes("meta[name=csrf]", "content").remove(0);
    let ask = async |password: &str| {
        let fields = [("csrf", token.as_str()), ("password", password), ("display_name", "Annabel Adler")];
        b.post_bare("/password-strength", &fields).await
    };
    let weak = ask("annabel adler").await;
    assert_eq!(weak.status, 200, "before the community is set up too");
    assert!(weak.body.contains("\"score\":0"), "{}", weak.body);
    assert!(ask(PASSWORD).await.body.contains("\"score\":4"));

    let s = Server::start(World::sqlite().await, web).await;
    s.world.app.db.write(|tx| site::change(tx, |site| site.join = JoinMode::Open)).await.unwrap();
    let page = s.visitor().get("/join").await;
    assert!(page.has("input[data-strength=strength]") && page.has("#strength progress"), "{}", page.body);
}

#[tokio::test]
async fn a_refused_short_name_says_which_one_would_do() {
    let s = Server::start(World::sqlite().await, web).await;
    s.world.person("jonas").await;
    s.world.app.db.write(|tx| site::change(tx, |site| site.join = JoinMode::Open)).await.unwrap();
    for (handle, remedy) in [("jonas", "a number"), ("jоnas", "one script"), ("admin", "your own name")] {
        let you = [("handle", handle), ("password", "another good passphrase")];
        let again = s.visitor().fill_in("/join", "/join", &you).await;
        assert_eq!(again.status, 422);
        let error = again
            .html()
            .select(&kith_testkit::browser::selector("#handle-error"))
            .next()
            .map(|error| error.text().collect::<String>());
        assert!(error.as_ref().is_some_and(|error| error.contains(remedy)), "{handle}: {error:?}");
    }
}

#[tokio::test]
async fn the_join_form_says_what_a_mail_address_is_good_for_here() {
    let s = Server::start(World::sqlite().await, web).await;
    let hint = async || s.visitor().get("/join").await.text();
    for (join, words) in
        [(JoinMode::Open, "helps you back in"), (JoinMode::Approval, "the answer to your request")]
    {
        s.world.app.db.write(move |tx| site::change(tx, |site| site.join = join)).await.unwrap();
        assert!(hint().await.contains(words), "{words}");
        assert!(s.visitor().get("/join").await.has("[data-proof]"));
    }
    s.world.mails.stop_delivering();
    let said = hint().await;
    assert!(said.contains("sends no mail") && !said.contains("helps you back in"), "{said}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_invitation_is_made_printed_used_and_taken_back() {
    each(|s| async move {
        let ann = s.world.person_with_role("ann", Role::Admin).await;
        let staff = s.browser(&ann).await;
        let new = [("max_uses", "2"), ("days", "7"), ("note", "for the choir")];
        let made = staff.fill_in("/invitations", "/invitations", &new).await;
        let page = staff.get(&made.leads_to().unwrap()).await;
        let link = page.attributes("#invite-link", "value").remove(0);
        let path = link.strip_prefix("https://kith.example").unwrap().to_owned();
        let slips = page.attributes("a[href$='/slips']", "href").remove(0);
        assert_eq!(staff.get(&slips).await.attributes(".slip .qr svg", "aria-hidden").len(), 2);
        assert_eq!(
            staff.get(&format!("{slips}?count=99999")).await.attributes(".qr svg", "viewBox").len(),
            24
        );
        let wrong = [("max_uses", "many"), ("days", "0"), ("note", "kept")];
        let again = staff.fill_in("/invitations", "/invitations", &wrong).await;
        assert_eq!(again.status, 422);
        assert!(again.has("input[name=note][value=kept]"), "{}", again.body);

        let b = s.visitor();
        let page = b.get(&path).await;
        assert!(page.text().contains("Ann"), "{}", page.text());
        let you = [
            ("display_name", "Ben"),
            ("handle", "ben"),
            ("password", PASSWORD),
            ("agrees", "yes"),
            ("old_enough", "yes"),
        ];
        assert_eq!(b.submit(&page, "/join", &you).await.leads_to().as_deref(), Some("/"));

        let viewer = s.world.viewer(&ann).await;
        let mine = invites::mine(&s.world.app, &viewer).await.unwrap();
        let revoke = format!("/invitations/{}/revoke", mine[0].id);
        let other = s.world.person("cat").await;
        assert_eq!(s.browser(&other).await.post(&revoke, &[("confirmed", "yes")]).await.status, 404);
        assert!(staff.post(&revoke, &[]).await.has("input[name=confirmed]"), "asks first");
        staff.post(&revoke, &[("confirmed", "yes")]).await;
        assert!(!s.visitor().get(&path).await.has("input[name=password]"));
        let plain = NewInvite::default();
        assert!(invites::create(&s.world.app, &s.world.viewer(&other).await, plain).await.is_err());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_of_the_community_read_in_every_language_and_change() {
    let s = Server::start(World::sqlite().await, web).await;
    let ann = s.world.person_with_role("ann", Role::Owner).await;
    let staff = s.browser(&ann).await;
    for language in ["en", "ar", "de", "es", "fr"] {
        for path in [
            "/",
            "/about",
            "/about/rules",
            "/about/terms",
            "/about/privacy",
            "/about/imprint",
            "/contact",
            "/join",
        ] {
            let b = s.visitor();
            b.set_cookie("kith-language", language);
            let page = b.get(path).await;
            assert_eq!(page.status, 200, "{path}");
            assert!(page.has(&format!("html[lang={language}]")) && page.has("h1"), "{path} {language}");
            assert!(!page.body.contains('\u{27e6}') && !page.text().contains("{name}"), "{path} {language}");
        }
    }
    let editor = "/admin/pages/rules/en";
    let words = [("title", "Our rules"), ("body", "Be **kind** at {name}. <script>alert(1)</script>")];
    let mut look = words.to_vec();
    look.push(("do", "preview"));
    let preview = staff.fill_in(editor, editor, &look).await;
    assert!(preview.has("article.prose strong") && !preview.has("article.prose script"), "{}", preview.body);
    let mut save = words.to_vec();
    save.push(("do", "save"));
    staff.fill_in(editor, editor, &save).await;
    assert!(s.visitor().get("/about/rules").await.has("article.prose strong"));
    staff.post("/admin/pages/rules/en/revert", &[("confirmed", "yes")]).await;
    assert!(!s.visitor().get("/about/rules").await.text().contains("Our rules"));
    let settings =
        staff.fill_in("/admin/settings", "/admin/settings", &[("name", ""), ("least_age", "x")]).await;
    assert_eq!(settings.status, 422);
    assert!(settings.has("#name-error") && settings.has("#least_age-error"), "{}", settings.body);
}

#[test]
fn no_text_is_left_to_be_filled_in_by_somebody_else() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let wrong = [
        "lorem",
        "ipsum",
        "fixme",
        "xxx",
        "example.com",
        "to be done",
        "coming soon",
        "tbd",
        "insert your",
        "[your",
    ];
    let mut folders = vec![root.join("locales"), root.join("crates/kith-web/templates")];
    let mut read = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            // Spanish says "todo" for everything, so that word counts in capitals only.
            assert!(!text.contains("TODO"), "{}", path.display());
            let folded = text.to_lowercase();
            for word in wrong {
                assert!(!folded.contains(word), "{word:?} in {}", path.display());
            }
            read += 1;
        }
    }
    assert!(read > 100, "only {read} files were looked at");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_five_who_ask_three_are_ticked_and_taken_in_and_two_are_ticked_and_declined() {
    each(|s| async move {
        let ann = s.world.person_with_role("ann", Role::Admin).await;
        let staff = s.browser(&ann).await;
        s.world.app.db.write(|tx| site::change(tx, |site| site.join = JoinMode::Approval)).await.unwrap();
        let mut people = Vec::new();
        for handle in ["ada", "bea", "cleo", "dora", "ella"] {
            s.world.advance(1_000);
            let browser = s.visitor();
            let you = [("handle", handle), ("password", PASSWORD), ("agrees", "yes"), ("old_enough", "yes")];
            browser.fill_in("/join", "/join", &you).await;
            people.push((handle, browser));
        }
        let page = staff.get("/admin/requests").await;
        // The one who asked first stands first.
        let ids = page.attributes("input[name=id]", "value");
        assert_eq!(ids.len(), 5);
        let send = async |ids: &[String], rest: &[(&str, &str)]| {
            let mut fields: Vec<(&str, &str)> = ids.iter().map(|id| ("id", id.as_str())).collect();
            fields.extend_from_slice(rest);
            staff.submit(&page, "/admin/requests", &fields).await
        };
        let none = send(&[], &[("do", "approve")]).await;
        assert_eq!(none.status, 422, "nobody was ticked: {}", none.text());
        let taken_in = send(&ids[..3], &[("do", "approve")]).await;
        assert_eq!(taken_in.leads_to().as_deref(), Some("/admin/requests"));
        let unexplained = send(&ids[3..], &[("do", "decline")]).await;
        assert_eq!(unexplained.status, 422);
        assert_eq!(unexplained.attributes("input[name=id][checked]", "value"), ids[3..]);
        let declined = send(&ids[3..], &[("do", "decline"), ("reason", "No room this year")]).await;
        assert_eq!(declined.leads_to().as_deref(), Some("/admin/requests"));

        assert!(!staff.get("/admin/requests").await.has("input[name=id]"), "nobody waits any more");
        for (at, (handle, browser)) in people.iter().enumerate() {
            let leads_to = browser.get("/").await.leads_to();
            assert_eq!(leads_to.as_deref() == Some("/waiting"), at >= 3, "{handle}");
            if at >= 3 {
                assert!(browser.get("/waiting").await.text().contains("No room this year"), "{handle}");
            }
        }
        let log = staff.get("/admin/log").await;
        for (handle, _) in &people {
            assert!(log.has(&format!("td a[href='/u/{handle}']")), "{handle} is missing in the log");
        }
        s.world.run_jobs().await;
    })
    .await;
}
