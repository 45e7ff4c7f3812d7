//! The statements of events in further languages.

use std::collections::HashMap;

use kith_base::Result;
use kith_db::{Query, Tx, params, statement};

use crate::events::model::Event;
use crate::events::texts::EventText;
use crate::kinds::EventId;

statement!(
    TEXTS,
    "events.texts",
    "SELECT event_id, language, title, source, html FROM event_texts
      WHERE event_id IN ($1[])
      ORDER BY event_id, place"
);
statement!(
    PUT_TEXT,
    "events.put_text",
    "INSERT INTO event_texts (event_id, language, place, title, source, html) VALUES ($1, $2, $3, $4, $5, $6)"
);
statement!(DROP_TEXTS, "events.drop_texts", "DELETE FROM event_texts WHERE event_id = $1");

/// Fills in what is said of events in further languages.
pub(super) fn fill(q: &mut Query<'_>, events: &mut [Event], ids: &[EventId]) -> Result<()> {
    let mut found: HashMap<EventId, Vec<EventText>> = HashMap::new();
    q.all(&TEXTS, &params![ids], |row| {
        found.entry(row.id("event_id")?).or_default().push(EventText {
            language: row.text("language")?,
            title: row.text("title")?,
            source: row.text("source")?,
            html: row.text("html")?,
        });
        Ok(())
    })?;
    for event in events {
        event.details.more = found.remove(&event.id).unwrap_or_default();
    }
    Ok(())
}

/// Writes what is said in further languages of an event that has none.
pub(super) fn put(tx: &mut Tx<'_>, event: EventId, more: &[EventText]) -> Result<()> {
    for (place, text) in more.iter().enumerate() {
        let values = params![event, &text.language, place, &text.title, &text.source, &text.html];
        tx.run(&PUT_TEXT, &values)?;
    }
    Ok(())
}

/// Takes further languages away.
pub(super) fn drop_all(tx: &mut Tx<'_>, event: EventId) -> Result<()> {
    tx.run(&DROP_TEXTS, &params![event]).map(drop)
}
