//! The pages of events: made with the form, answered, called off, brought in from files, seen in calendars.

use kith_domain::EventId;
use kith_domain::events::{self, About, Details, EventAudience, NewEvent};
use kith_testkit::{Person, Server};
use reqwest::Method;
use reqwest::multipart::{Form, Part};

use crate::ground::each;

const FORM: &[(&str, &str)] = &[
    ("title", "Summer fair"),
    ("text", "Games and *cake*"),
    ("starts", "2026-03-08T14:00"),
    ("ends", "2026-03-08T18:00"),
    ("time_zone", "Europe/Berlin"),
    ("repeat", "none"),
    ("every", "1"),
    ("companions", "1"),
    ("audience", "community"),
    ("place", "School yard"),
    ("slots", "Cake: 1"),
    ("shows_guests", "yes"),
    ("has_discussion", "yes"),
    ("publish", "now"),
];

/// The form with some fields changed.
fn form<'f>(changed: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let mut fields: Vec<(&str, &str)> = FORM.to_vec();
    fields.retain(|(name, _)| changed.iter().all(|(other, _)| other != name));
    fields.extend_from_slice(changed);
    fields
}

/// An event of `host` for `audience`, made past the form.
pub async fn event(s: &Server, host: &Person, audience: EventAudience) -> EventId {
    let details = Details {
        title: "Quillfest".to_owned(),
        starts: kith_domain::calendars::parse_local("20260308T140000").unwrap(),
        time_zone: "UTC".to_owned(),
        audience,
        about: About { shows_guests: true, has_discussion: true, takes_strangers: true, ..About::default() },
        ..Details::default()
    };
    let new = NewEvent { details, ..NewEvent::default() };
    events::create(&s.world.app, &s.world.viewer(host).await, new).await.unwrap().id
}

#[tokio::test]
async fn an_event_is_made_answered_and_called_off() {
    each(|s| async move {
        let (ann, ben) = (s.world.person("ann").await, s.world.person("ben").await);
        let (host, guest) = (s.browser(&ann).await, s.browser(&ben).await);
        let empty = host.post("/events/new", &form(&[("title", ""), ("starts", "soon")])).await;
        assert_eq!(empty.status, 422);
        assert!(empty.has("#starts[aria-invalid]") && empty.body.contains("School yard"), "{}", empty.text());
        let made = host.post("/events/new", &form(&[])).await;
        assert_eq!(made.status, 303, "{}", made.text());
        let page = made.leads_to().unwrap();
        let list = guest.open("/events").await;
        assert!(list.text().contains("Summer fair"), "{}", list.text());
        let shown = guest.open(&page).await;
        // 14:00 in Berlin is 13:00 for Ben.
        assert!(shown.text().contains("13:00") || shown.text().contains("1:00"), "{}", shown.text());
        assert!(shown.text().contains("Europe/Berlin") && shown.has("em"), "{}", shown.text());
        let wrong = guest.post(&format!("{page}/answer"), &[("choice", "going"), ("companions", "5")]).await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.has("#companions[value='5'][aria-invalid]"), "{}", wrong.text());
        let said = guest.post(&format!("{page}/answer"), &[("choice", "going"), ("companions", "1")]).await;
        assert_eq!(said.status, 303, "{}", said.text());
        let talked = guest.post(&format!("{page}/remarks"), &[("text", "I bring cake")]).await;
        assert_eq!(talked.status, 303, "{}", talked.text());
        let seen = host.open(&page).await;
        assert!(seen.text().contains("I bring cake"), "{}", seen.text());
        let guests = host.open(&format!("{page}/guests")).await;
        assert!(guests.text().contains("Ben"), "{}", guests.text());
        let door = host.open(&format!("{page}/check-in")).await;
        let who = door.attributes("button[name=here]", "value").pop().unwrap();
        let at = door.attributes("input[name=at]", "value").pop().unwrap();
        let noted = host.post(&format!("{page}/check-in"), &[("here", &who), ("at", &at)]).await;
        assert_eq!(noted.status, 303);
        assert!(host.open(&format!("{page}/check-in")).await.has("button[name=gone]"));
        let file = guest.get(&format!("{page}/ics")).await;
        assert!(
            file.header("content-type").starts_with("text/calendar")
                && file.body.contains("SUMMARY:Summer fair")
        );
        assert_eq!(guest.post(&format!("{page}/cancel"), &[("scope", "all")]).await.status, 404);
        assert_eq!(host.post(&format!("{page}/cancel"), &[("scope", "all")]).await.status, 303);
        let notices = guest.open("/notices").await;
        assert!(notices.text().contains("An event is cancelled"), "{}", notices.text());
    })
    .await;
}

#[tokio::test]
async fn what_repeats_is_changed_for_one_time_or_for_all() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let host = s.browser(&ann).await;
        let weekly = form(&[("repeat", "weekly"), ("count", "3"), ("days", "SU")]);
        let page = host.post("/events/new", &weekly).await.leads_to().unwrap();
        let list = host.open("/events").await;
        let second = list.attributes("a.who", "href").into_iter().nth(1).unwrap();
        assert_eq!(second, format!("{page}?at=20260315T140000"));
        let ask = host.open(&format!("{page}/edit?at=20260315T140000")).await;
        assert!(ask.has("a[href*='scope=following']"), "{}", ask.text());
        let edit = host.open(&format!("{page}/edit?scope=this&at=20260315T140000")).await;
        let action = format!("{page}/edit");
        let saved = host.submit(&edit, &action, &[("title", "Rainy day"), ("place", "Gym")]).await;
        assert_eq!(saved.status, 303, "{}", saved.text());
        let calendar = host.open("/events/calendar?view=list&at=2026-03-01").await;
        let words = calendar.text();
        assert!(words.matches("Summer fair").count() == 2 && words.contains("Rainy day"), "{words}");
        for view in ["month", "week"] {
            let calendar = host.open(&format!("/events/calendar?view={view}&at=2026-03-15")).await;
            assert!(calendar.text().contains("Rainy day"), "{view}: {}", calendar.text());
        }
        let all = host.open(&format!("{page}/edit")).await;
        assert!(all.has("option[value=weekly][selected]"), "the rule is in the form");
    })
    .await;
}

#[tokio::test]
async fn a_calendar_is_brought_in_and_given_away() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let browser = s.browser(&ann).await;
        let send = async |bytes: &'static str| {
            let file = Part::bytes(bytes.as_bytes()).file_name("a.ics");
            let token = browser.token().await;
            let form = Form::new().text("csrf", token).text("audience", "invited").part("file", file);
            browser.send(browser.request(Method::POST, "/events/import").multipart(form)).await
        };
        let refused = send("Dear diary").await;
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("This is not a calendar file"), "{}", refused.text());
        let taken = send("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260401T100000Z\nSUMMARY:Tea\nEND:VEVENT\nEND:VCALENDAR").await;
        assert_eq!(taken.status, 200, "{}", taken.text());
        assert!(taken.text().contains("New events: 1"), "{}", taken.text());
        assert_eq!(browser.post("/events/files/reset", &[]).await.status, 303);
        let page = browser.open("/events/files").await;
        let address = page.attributes("#address", "value").pop().unwrap();
        let path = address.split_once("/calendar/").unwrap().1.to_owned();
        let file = s.visitor().get(&format!("/calendar/{path}")).await;
        assert!(file.status == 200 && file.body.contains("SUMMARY:Tea"), "{}", file.body);
        assert_eq!(browser.post("/events/files/reset", &[]).await.status, 303);
        assert_eq!(s.visitor().get(&format!("/calendar/{path}")).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn e1_what_is_not_for_somebody_answers_like_what_is_not_there() {
    each(|s| async move {
        let (ann, eve) = (s.world.person("ann").await, s.world.person("eve").await);
        let id = event(&s, &ann, EventAudience::Invited).await;
        let browser = s.browser(&eve).await;
        for path in ["", "/ics", "/edit", "/cancel", "/delete", "/guests", "/invite", "/check-in", "/hosts"] {
            let answer = browser.get(&format!("/events/{id}{path}")).await;
            assert_eq!(answer.status, 404, "{path}");
            assert!(!answer.body.contains("Quillfest"), "{path}");
        }
        for (path, fields) in [
            ("answer", vec![("choice", "going")]),
            ("withdraw", vec![]),
            ("remarks", vec![("text", "Hello")]),
            ("publish", vec![]),
            ("cancel", vec![("scope", "all")]),
            ("delete", vec![("confirmed", "yes")]),
            ("invite", vec![("people", "1")]),
            ("guests", vec![("remove", "1")]),
            ("hosts", vec![("add", "1")]),
            ("edit", FORM.to_vec()),
        ] {
            assert_eq!(browser.post(&format!("/events/{id}/{path}"), &fields).await.status, 404, "{path}");
        }
        assert_eq!(s.visitor().get(&format!("/events/{id}")).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_visitor_comes_with_a_code_from_a_letter() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        s.world.set_trust(&ann, 2).await;
        let id = event(&s, &ann, EventAudience::Public).await;
        let visitor = s.visitor();
        let page = visitor.open(&format!("/events/{id}/register")).await;
        let action = format!("/events/{id}/register");
        let sent = visitor.submit(&page, &action, &[("name", "Zoe"), ("email", "zoe@example.net")]).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
        s.world.run_jobs().await;
        let letter = s.world.mails.take().pop().unwrap().text;
        let link = letter.split_whitespace().find(|word| word.contains("/guest?answer=")).unwrap();
        let path = link.split_once("/events/").unwrap().1;
        let page = visitor.open(&format!("/events/{path}")).await;
        let guests = s.browser(&ann).await.open(&format!("/events/{id}/guests")).await;
        assert!(!guests.text().contains("Zoe"), "opening the link changes nothing");
        let done = visitor.submit(&page, &format!("/events/{id}/guest"), &[]).await;
        assert_eq!(done.status, 303, "{}", done.text());
        let guests = s.browser(&ann).await.open(&format!("/events/{id}/guests")).await;
        assert!(guests.text().contains("Zoe") && guests.text().contains("zoe@example.net"));
    })
    .await;
}
