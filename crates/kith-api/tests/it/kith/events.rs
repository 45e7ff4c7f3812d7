//! Events as Kith's own API tells them: made, answered, listed, called off.

use serde_json::{Value, json};

use super::checked::{Checked, Document, id, list};
use crate::ground::each;

fn words(title: &str) -> Value {
    json!({
        "title": title,
        "starts": "2026-03-08T19:30:00",
        "minutes": 90,
        "time_zone": "UTC",
        "audience": "community",
        "capacity": 1,
        "has_waiting_list": true,
        "shows_guests": true,
        "online_url": "https://meet.example/choir",
    })
}

#[tokio::test]
async fn an_event_is_made_answered_changed_and_called_off() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let document = Document::of(&s).await;
        let host = Checked::of(&s, &document, &ann).await;
        let (guest, other) = (Checked::of(&s, &document, &ben).await, Checked::of(&s, &document, &cem).await);
        let made = host.call("createEvent", &[], words("Concert")).await.good();
        let event = id(&made);
        assert_eq!(
            (&made["time"]["starts_at"], &made["places_left"]),
            (&json!("2026-03-08T19:30:00.000Z"), &json!(1))
        );
        let listed = guest.read("listEvents", &[]).await;
        assert_eq!(list(&listed).len(), 1);
        assert_eq!(guest.read("getEvent", &[&event]).await["online_url"], "");
        let answered = guest.call("answerEvent", &[&event], json!({ "choice": "going" })).await.good();
        assert_eq!(
            (&answered["time"]["answer"], &answered["online_url"]),
            (&json!("going"), &json!("https://meet.example/choir"))
        );
        let waits = other.call("answerEvent", &[&event], json!({ "choice": "going" })).await.good();
        assert_eq!(waits["time"]["answer"], "waitlisted");
        let guests = other.read("listGuests", &[&event]).await;
        assert_eq!(list(&guests).len(), 1);
        assert_eq!(guests[0]["account"]["username"], "ben");
        assert_eq!(guest.read("withdrawAnswer", &[&event]).await, json!({}));
        assert_eq!(other.read("getEvent", &[&event]).await["time"]["answer"], "going");
        let weekly = {
            let mut words = words("Rehearsal");
            words["rule"] = json!("FREQ=WEEKLY;COUNT=3");
            words
        };
        assert_eq!(guest.call("editEvent", &[&event], weekly.clone()).await.status, 404);
        let changed = host.call("editEvent", &[&event], weekly).await.good();
        assert_eq!(list(&changed["next"]).len(), 2);
        let span = "from=2026-03-01T00:00:00Z&until=2026-04-01T00:00:00Z";
        assert_eq!(list(&guest.read("listCalendar", &[span]).await).len(), 3);
        assert_eq!(host.status("deleteEvent", &[&event]).await, 409, "people count on it");
        let off = host.call("cancelEvent", &[&event], Value::Null).await.good();
        assert_eq!(off["time"]["state"], "cancelled");
        assert_eq!(host.read("deleteEvent", &[&event]).await, json!({}));
        assert_eq!(guest.status("getEvent", &[&event]).await, 404);
    })
    .await;
}

#[tokio::test]
async fn friends_are_invited_and_nobody_else_knows() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, eve) = (w.person("ann").await, w.person("ben").await, w.person("eve").await);
        w.befriend(&ann, &ben).await;
        let document = Document::of(&s).await;
        let host = Checked::of(&s, &document, &ann).await;
        let mut new = words("Secret");
        new["audience"] = json!("invited");
        let event = id(&host.call("createEvent", &[], new).await.good());
        let asked = json!({ "account_ids": [ben.id.to_string()] });
        assert_eq!(host.call("inviteToEvent", &[&event], asked).await.good(), json!({ "invited": 1 }));
        let stranger = json!({ "account_ids": [eve.id.to_string()] });
        assert_eq!(host.call("inviteToEvent", &[&event], stranger).await.status, 422);
        let guest = Checked::of(&s, &document, &ben).await;
        assert_eq!(list(&guest.read("listEvents", &["folder=invited"]).await).len(), 1);
        let other = Checked::of(&s, &document, &eve).await;
        for name in ["getEvent", "listGuests", "deleteEvent", "withdrawAnswer", "cancelEvent"] {
            assert_eq!(other.status(name, &[&event]).await, 404, "{name}");
        }
        let wrong = host.call("createEvent", &[], json!({ "title": "x" })).await;
        assert_eq!(wrong.status, 422);
    })
    .await;
}

#[tokio::test]
async fn one_time_of_a_series_is_changed_called_off_and_divided_from_the_others() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let document = Document::of(&s).await;
        let (host, guest) = (Checked::of(&s, &document, &ann).await, Checked::of(&s, &document, &ben).await);
        let mut weekly = words("Rehearsal");
        weekly["rule"] = json!("FREQ=WEEKLY;COUNT=4");
        let made = host.call("createEvent", &[], weekly.clone()).await.good();
        let event = id(&made);
        let key = |n: usize| made["next"][n]["key"].as_str().unwrap().to_owned();
        let (second, third) = (key(0), key(1));
        assert_eq!(second, "2026-03-15T19:30:00");
        let span = "from=2026-03-01T00:00:00Z&until=2026-05-01T00:00:00Z";
        let titles = async |who: &Checked| -> Vec<String> {
            let all = who.read("listCalendar", &[span]).await;
            let title = |one: &Value| {
                format!(
                    "{}{}",
                    one["title"].as_str().unwrap(),
                    if one["is_cancelled"] == true { " off" } else { "" }
                )
            };
            list(&all).iter().map(title).collect()
        };

        let mut other = weekly.clone();
        other["title"] = json!("Dress rehearsal");
        other["starts"] = json!("2026-03-15T18:00:00");
        let this = format!("occurrence={second}");
        assert_eq!(guest.call("editEvent", &[&event, &this], other.clone()).await.status, 404);
        let changed = host.call("editEvent", &[&event, &this], other).await.good();
        assert_eq!((&changed["id"], &changed["time"]["key"]), (&made["id"], &json!(second)));
        assert_eq!(changed["time"]["starts_at"], "2026-03-15T18:00:00.000Z");
        assert_eq!(titles(&guest).await, ["Rehearsal", "Dress rehearsal", "Rehearsal", "Rehearsal"]);
        let shown = guest.read("getEvent", &[&event, &this]).await;
        assert_eq!(shown["time"]["title"], "Dress rehearsal");
        let said = guest.call("answerEvent", &[&event, &this], json!({ "choice": "going" })).await.good();
        assert_eq!((&said["time"]["key"], &said["time"]["answer"]), (&json!(second), &json!("going")));

        let off =
            host.call("cancelEvent", &[&event, &format!("{this}&scope=this")], Value::Null).await.good();
        assert_eq!(
            (&off["time"]["is_cancelled"], &off["time"]["state"]),
            (&json!(true), &json!("published"))
        );
        assert_eq!(titles(&guest).await[1], "Dress rehearsal off");

        let mut later = weekly.clone();
        later["title"] = json!("Choir");
        later["starts"] = json!(third);
        let following = format!("occurrence={third}&scope=following");
        let divided = host.call("editEvent", &[&event, &following], later).await.good();
        assert_ne!(divided["id"], made["id"], "an event of its own");
        assert_eq!(titles(&guest).await, ["Rehearsal", "Dress rehearsal off", "Choir", "Choir"]);
        let new = id(&divided);
        let last = format!("occurrence={}&scope=following", divided["next"][0]["key"].as_str().unwrap());
        host.call("cancelEvent", &[&new, &last], Value::Null).await.good();
        assert_eq!(titles(&guest).await, ["Rehearsal", "Dress rehearsal off", "Choir"]);

        for wrong in ["occurrence=soon", "scope=this", "scope=sometimes"] {
            assert_eq!(host.status("cancelEvent", &[&event, wrong]).await, 422, "{wrong}");
        }
        for absent in ["getEvent", "cancelEvent"] {
            assert_eq!(
                host.status(absent, &[&event, "occurrence=2026-03-16T19:30:00"]).await,
                404,
                "{absent}"
            );
        }
    })
    .await;
}
