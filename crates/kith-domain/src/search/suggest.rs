//! What the box offers while somebody types: people and tags that begin like it.

use kith_base::Result;

use super::people;
use crate::accounts::{PersonCard, cards};
use crate::viewer::Viewer;
use crate::{App, tags};

/// People who are offered.
const PEOPLE: usize = 5;
/// Tags that are offered.
const TAGS: usize = 3;

/// One offer.
#[derive(Clone, Debug)]
pub enum Suggestion {
    /// Somebody whom the viewer may find.
    Person(PersonCard),
    /// A tag on posts that the viewer may see, by its key.
    Tag(String),
}

/// People and tags that begin like `words`; for `#` tags alone, for `@` people alone.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn suggest(app: &App, viewer: &Viewer, words: &str) -> Result<Vec<Suggestion>> {
    viewer.active()?;
    let words = words.trim();
    let mut found = Vec::new();
    if !words.starts_with(['#', '＃']) {
        let (viewer, words) = (viewer.clone(), words.to_owned());
        let people = app
            .db
            .read(move |q| {
                let ids = people::ids(q, &viewer, &words, (PEOPLE, 0))?;
                let mut cards = cards(q, &ids)?;
                Ok(ids.iter().filter_map(|id| cards.remove(id)).collect::<Vec<_>>())
            })
            .await?;
        found.extend(people.into_iter().map(Suggestion::Person));
    }
    if !words.starts_with('@') {
        let tags = tags::search(app, viewer, words, TAGS, 0).await?;
        found.extend(tags.into_iter().map(|tag| Suggestion::Tag(tag.key)));
    }
    Ok(found)
}
