//! Some events: rehearsals every week, a fair with few places, a supper where everybody brings something. They go the
//! way of all events, so that friends are asked and answer.

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::DateTime;
use kith_base::{Kind, Result};
use kith_domain::calendars::{Rule, local, zone};
use kith_domain::events::{self, About, Choice, Details, EventAudience, NewAnswer, NewEvent};
use kith_domain::{AccountId, App, viewers};
use rand::Rng;
use rand_chacha::ChaCha8Rng;

use super::plan::Member;

/// Hosts of one community.
const HOSTS: usize = 12;
/// Friends whom one host asks.
const ASKED: usize = 12;
/// Where it all happens.
const ZONE: &str = "Europe/Berlin";

/// What an event is about, by the language of its host.
struct Idea {
    words: [(&'static str, &'static str, &'static str); 5],
    rule: Option<&'static str>,
    capacity: Option<i64>,
    hour: i8,
}

const IDEAS: [Idea; 3] = [
    Idea {
        words: [
            ("en", "Choir rehearsal", "Parish hall"),
            ("de", "Chorprobe", "Gemeindesaal"),
            ("fr", "Répétition de la chorale", "Salle paroissiale"),
            ("es", "Ensayo del coro", "Salón parroquial"),
            ("ar", "تدريب الجوقة", "قاعة الحي"),
        ],
        rule: Some("FREQ=WEEKLY;COUNT=20"),
        capacity: None,
        hour: 19,
    },
    Idea {
        words: [
            ("en", "Bicycle repair café", "School yard"),
            ("de", "Fahrrad-Reparaturcafé", "Schulhof"),
            ("fr", "Atelier vélo", "Cour de l’école"),
            ("es", "Taller de bicicletas", "Patio de la escuela"),
            ("ar", "ورشة دراجات", "ساحة المدرسة"),
        ],
        rule: None,
        capacity: Some(5),
        hour: 14,
    },
    Idea {
        words: [
            ("en", "Supper in the garden", "Community garden"),
            ("de", "Abendessen im Garten", "Gemeinschaftsgarten"),
            ("fr", "Dîner au jardin", "Jardin partagé"),
            ("es", "Cena en el huerto", "Huerto comunitario"),
            ("ar", "عشاء في الحديقة", "حديقة الحي"),
        ],
        rule: Some("FREQ=MONTHLY;COUNT=6"),
        capacity: None,
        hour: 18,
    },
];

/// Makes events and lets friends answer.
///
/// # Errors
/// Internal when the database fails.
pub(super) async fn fill(app: &Arc<App>, rng: &mut ChaCha8Rng, members: &[Member]) -> Result<()> {
    for (host, idea) in
        members.iter().filter(|member| member.friends.len() > 2).zip(IDEAS.iter().cycle()).take(HOSTS)
    {
        let days: i64 = rng.random_range(2..28);
        let today = local(&zone(ZONE), app.now()).date();
        let day = today.checked_add(days.days()).unwrap_or(today);
        let friends: Vec<AccountId> = host
            .friends
            .iter()
            .filter_map(|friend| members.get(*friend))
            .take(ASKED)
            .map(|friend| friend.id)
            .collect();
        if let Some(id) = make(app, host, idea, day.at(idea.hour, 30, 0, 0)).await? {
            let viewer = viewers::load(app, host.id).await?;
            skipping(events::invite(app, &viewer, id, friends.clone()).await)?;
            for friend in friends {
                let choice = match rng.random_range(0..6) {
                    0..=2 => Choice::Going,
                    3 => Choice::Maybe,
                    4 => Choice::Declined,
                    _ => continue,
                };
                let viewer = viewers::load(app, friend).await?;
                let answer = NewAnswer { choice, ..NewAnswer::default() };
                skipping(events::answer(app, &viewer, id, answer).await)?;
            }
        }
    }
    Ok(())
}

async fn make(
    app: &Arc<App>,
    host: &Member,
    idea: &Idea,
    starts: DateTime,
) -> Result<Option<kith_domain::EventId>> {
    let own = idea.words.iter().find(|(language, ..)| *language == host.writes);
    let Some((language, title, place)) = own.or(idea.words.first()) else { return Ok(None) };
    let details = Details {
        title: (*title).to_owned(),
        language: (*language).to_owned(),
        starts,
        minutes: Some(120),
        time_zone: ZONE.to_owned(),
        rule: idea.rule.and_then(|rule| Rule::parse(rule).ok()),
        audience: EventAudience::Friends,
        capacity: idea.capacity,
        has_waiting_list: idea.capacity.is_some(),
        about: About {
            place: (*place).to_owned(),
            shows_guests: true,
            has_discussion: true,
            ..About::default()
        },
        ..Details::default()
    };
    let viewer = viewers::load(app, host.id).await?;
    let new = NewEvent { details, ..NewEvent::default() };
    Ok(skipping(events::create(app, &viewer, new).await)?.map(|event| event.id))
}

/// What a rule of the place refuses is left out; anything else ends the run.
fn skipping<T>(done: Result<T>) -> Result<Option<T>> {
    match done {
        Ok(done) => Ok(Some(done)),
        Err(error) if matches!(error.kind(), Kind::Internal) => Err(error),
        Err(_) => Ok(None),
    }
}
