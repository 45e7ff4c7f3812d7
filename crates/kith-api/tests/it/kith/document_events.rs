//! Operations of events: each called once, as it is meant.

use serde_json::{Value, json};

use super::checked::id;
use super::document_albums::Friends;

fn words(title: &str) -> Value {
    json!({
        "title": title,
        "text": "Bring **friends**.",
        "starts": "2026-03-08T19:30:00",
        "minutes": 90,
        "time_zone": "UTC",
        "audience": "invited",
        "place": "Parish hall",
        "capacity": 40,
        "has_waiting_list": true,
        "shows_guests": true,
        "companions": 1,
        "questions": ["What do you bring?"],
    })
}

/// All of them.
pub async fn call(Friends { app, friend, friend_id, .. }: Friends<'_>) {
    let event = id(&app.call("createEvent", &[], words("Concert")).await.good());
    let mut weekly = words("Rehearsal");
    weekly["rule"] = json!("FREQ=WEEKLY;COUNT=3");
    app.call("editEvent", &[&event], weekly).await.good();
    app.call("inviteToEvent", &[&event], json!({ "account_ids": [friend_id] })).await.good();
    friend.read("listEvents", &["folder=invited"]).await;
    friend.read("listCalendar", &["from=2026-03-01T00:00:00Z&until=2026-04-01T00:00:00Z"]).await;
    friend.read("getEvent", &[&event]).await;
    let comes = json!({ "choice": "going", "companions": 1, "replies": ["Soup"] });
    friend.call("answerEvent", &[&event], comes).await.good();
    app.read("listGuests", &[&event]).await;
    friend.read("withdrawAnswer", &[&event]).await;
    app.read("cancelEvent", &[&event]).await;
    app.read("deleteEvent", &[&event]).await;
}
