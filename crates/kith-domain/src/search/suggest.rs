//! What the box offers while somebody types: people, groups, events and tags that begin like it.

use kith_base::Result;
use kith_db::Query;

use super::{people, places};
use crate::accounts::{PersonCard, cards};
use crate::events::Line;
use crate::groups::Group;
use crate::viewer::{Viewer, Visible};
use crate::{App, tags};

/// People who are offered.
const PEOPLE: usize = 5;
/// Groups that are offered, and events.
const PLACES: usize = 3;
/// Tags that are offered.
const TAGS: usize = 3;

/// One offer.
#[derive(Clone, Debug)]
pub enum Suggestion {
    /// Somebody whom the viewer may find.
    Person(PersonCard),
    /// A group that the viewer may know of.
    Group(Box<Visible<Group>>),
    /// An event that is not over and that the viewer may see.
    Event(Box<Line>),
    /// A tag on posts that the viewer may see, by its key.
    Tag(String),
}

/// People, groups, events and tags that begin like `words`; for `#` tags alone, for `@` people alone.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn suggest(app: &App, viewer: &Viewer, words: &str) -> Result<Vec<Suggestion>> {
    viewer.active()?;
    let words = words.trim();
    let mut found = Vec::new();
    if !words.starts_with(['#', '＃']) {
        let (viewer, words) = (viewer.clone(), words.to_owned());
        found = app.db.read(move |q| named(q, &viewer, &words)).await?;
    }
    if !words.starts_with('@') {
        let tags = tags::search(app, viewer, words, TAGS, 0).await?;
        found.extend(tags.into_iter().map(|tag| Suggestion::Tag(tag.key)));
    }
    Ok(found)
}

/// What has a name that begins like `words`; after `@` people alone.
fn named(q: &mut Query<'_>, viewer: &Viewer, words: &str) -> Result<Vec<Suggestion>> {
    let ids = people::ids(q, viewer, words, (PEOPLE, 0))?;
    let mut cards = cards(q, &ids)?;
    let people = ids.iter().filter_map(|id| cards.remove(id)).map(Suggestion::Person);
    let mut found: Vec<Suggestion> = people.collect();
    if !words.starts_with('@') {
        let groups = places::named_groups(q, viewer, words, PLACES)?;
        found.extend(groups.into_iter().map(|group| Suggestion::Group(Box::new(group))));
        let events = places::named_events(q, viewer, words, PLACES)?;
        found.extend(events.into_iter().map(|line| Suggestion::Event(Box::new(line))));
    }
    Ok(found)
}
