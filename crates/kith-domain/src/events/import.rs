//! Events from calendar files of other programs.

use std::collections::HashMap;

use kith_base::{Error, Message, Result};
use kith_db::Tx;

use super::check::{self, Checked, LINE, TEXT, TITLE};
use super::model::{About, Details, EventAudience, Override, Publish};
use super::sql::{self, around};
use super::{create, fresh, occurrences, reminders};
use crate::calendars::ics::{self, Entry, Problem};
use crate::kinds::EventId;
use crate::viewer::Viewer;
use crate::{AccountId, App};

/// What became of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Events that were made.
    pub made: Vec<EventId>,
    /// Events that were there already, from the same file or an earlier one.
    pub known: usize,
    /// Events that cannot be taken: title and the key of a sentence that says why.
    pub refused: Vec<(String, &'static str)>,
}

/// Makes events of a calendar file for `audience`, shown at once or as drafts; the viewer is their host. What was imported
/// before is left as it is.
///
/// # Errors
/// Invalid (`file`) when the file is no calendar, too large or without events; sign-in needed or forbidden.
pub async fn import(
    app: &App,
    viewer: &Viewer,
    bytes: Vec<u8>,
    audience: EventAudience,
    publish: Publish,
) -> Result<Imported> {
    let member = viewer.active()?;
    let (me, zone) = (member.id, member.time_zone.clone());
    let found =
        tokio::task::spawn_blocking(move || ics::read(&bytes, &zone)).await.map_err(Error::internal)?;
    let found = found.map_err(|problem| {
        let message = Message::new(word(problem)).with("max", ics::MOST_ENTRIES);
        Error::invalid("file", message)
    })?;
    let mut done = Imported::default();
    done.refused.extend(found.refused.iter().map(|(title, problem)| (title.clone(), word(*problem))));
    let (single, mut unlike) = sorted(found.entries);
    for entry in single {
        let others = unlike.remove(&entry.uid).unwrap_or_default();
        let title = entry.title.clone();
        let uid = uid_of(&entry);
        let overrides = others.iter().map(override_of).collect::<Vec<_>>();
        let (extra, except, is_off) = (entry.extra.clone(), entry.except.clone(), entry.is_cancelled);
        match check::prepare(app, me, details_of(entry, audience)).await {
            Ok(checked) => {
                let new = Import { checked, uid, extra, except, overrides, is_off };
                match app.db.write(move |tx| new.put(tx, me, publish)).await? {
                    Some(id) => done.made.push(id),
                    None => done.known += 1,
                }
            }
            Err(error) if error.kind() == kith_base::Kind::Invalid => {
                let word =
                    error.fields().first().map_or("events-import-invalid", |field| match field.field {
                        "audience" => "events-newcomer-audience",
                        "starts" | "ends" | "until" => "events-bad-time",
                        _ => "events-import-invalid",
                    });
                done.refused.push((title, word));
            }
            Err(error) => return Err(error),
        }
    }
    Ok(done)
}

/// The sentence that says why something cannot be taken.
fn word(problem: Problem) -> &'static str {
    match problem {
        Problem::NotACalendar => "events-import-no-calendar",
        Problem::NoEvents => "events-import-no-events",
        Problem::TooLarge => "events-import-too-large",
        Problem::NoTime => "events-import-no-time",
        Problem::EndsEarly => "events-ends-early",
        Problem::Repeats => "events-import-repeats",
    }
}

/// Events, and by their name the single times that are unlike the others. One whose event is not in the file stands for
/// itself.
fn sorted(entries: Vec<Entry>) -> (Vec<Entry>, HashMap<String, Vec<Entry>>) {
    let (parts, mut whole): (Vec<Entry>, Vec<Entry>) =
        entries.into_iter().partition(|entry| entry.occurrence.is_some());
    let mut unlike: HashMap<String, Vec<Entry>> = HashMap::new();
    for mut part in parts {
        if whole.iter().any(|entry| entry.uid == part.uid && entry.rule.is_some()) {
            unlike.entry(part.uid.clone()).or_default().push(part);
        } else {
            part.rule = None;
            whole.push(part);
        }
    }
    (whole, unlike)
}

/// The name by which it is known again.
fn uid_of(entry: &Entry) -> String {
    let at = entry.occurrence.map(|at| format!("-{at}")).unwrap_or_default();
    let own = format!("{}-{}", entry.title, entry.start);
    let name = if entry.uid.is_empty() { &own } else { &entry.uid };
    format!("import-{}{at}", name.chars().take(200).collect::<String>())
}

fn override_of(entry: &Entry) -> Override {
    Override {
        occurrence: entry.occurrence.unwrap_or(entry.start),
        starts: entry.start,
        minutes: minutes(entry),
        title: cut(&entry.title, TITLE),
        place: cut(&entry.place, LINE),
        address: String::new(),
        is_cancelled: entry.is_cancelled,
    }
}

fn minutes(entry: &Entry) -> Option<i64> {
    entry.end.map(|end| (end.duration_since(entry.start).as_secs() / 60).max(1))
}

fn cut(text: &str, most: usize) -> String {
    kith_text::normalise_line(text).trim().chars().take(most).collect()
}

fn details_of(entry: Entry, audience: EventAudience) -> Details {
    let minutes = minutes(&entry);
    let mut source: String = entry.description.chars().take(TEXT / 2).collect();
    let is_page = entry.url.starts_with("https://") || entry.url.starts_with("http://");
    if is_page && entry.url.len() < LINE && !source.contains(&entry.url) {
        source = format!("{source}\n\n{}", entry.url);
    }
    let title = cut(&entry.title, TITLE);
    Details {
        // Programs let people keep events without a name.
        title: if title.is_empty() { "…".to_owned() } else { title },
        source,
        starts: entry.start,
        minutes,
        time_zone: entry.zone,
        is_all_day: entry.is_all_day,
        rule: entry.rule,
        audience,
        group: None,
        about: About {
            place: cut(&entry.place, LINE),
            category: entry.categories.first().map(|word| cut(word, 40)).unwrap_or_default(),
            tags: cut(&entry.categories.get(1..).unwrap_or_default().join(" "), LINE),
            shows_guests: true,
            has_discussion: true,
            ..About::default()
        },
        ..Details::default()
    }
}

struct Import {
    checked: Checked,
    uid: String,
    extra: Vec<jiff::civil::DateTime>,
    except: Vec<jiff::civil::DateTime>,
    overrides: Vec<Override>,
    is_off: bool,
}

impl Import {
    /// The event that was made; none when it is there already.
    fn put(&self, tx: &mut Tx<'_>, me: AccountId, publish: Publish) -> Result<Option<EventId>> {
        fresh(tx, me)?;
        if sql::by_uid(tx, me, &self.uid)?.is_some() {
            return Ok(None);
        }
        let id: EventId = tx.new_id();
        let mut event = self.checked.event(id, me);
        event.extra.clone_from(&self.extra);
        event.except.clone_from(&self.except);
        let repeat = event.repeat();
        let unlike: Vec<Override> =
            self.overrides.iter().filter(|one| repeat.has(one.occurrence)).cloned().collect();
        occurrences::settle(&mut event, &unlike);
        create::insert(tx, &self.checked, &event, publish, Some(&self.uid))?;
        sql::replace_overrides(tx, id, &unlike)?;
        around::put_slots(tx, id, &[])?;
        if self.is_off {
            sql::set_state(tx, id, super::EventState::Cancelled, None)?;
        } else if publish == Publish::Now && !unlike.is_empty() {
            // What was planned did not know of the single times yet.
            sql::moved(tx, id, false)?;
            reminders::plan(tx, id)?;
        }
        Ok(Some(id))
    }
}
