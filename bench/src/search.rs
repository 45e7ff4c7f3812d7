//! The search in a community of a thousand members with 100,000 posts, some events and some groups: how long a question takes, asked by many different
//! members, and what the words weigh. The words of the posts are made up with the frequencies of a language, so that the
//! commonest ones stand in nearly every post: the hardest questions are those for two of these, of a member who may see
//! few of the posts.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use kith_base::{PageRequest, Result};
use kith_domain::demo::{self, Person, Post};
use kith_domain::events::{self, EventAudience, NewEvent};
use kith_domain::groups::{self, GroupSettings, NewGroup, Visibility};
use kith_domain::posts::Audience;
use kith_domain::search::{self, Wanted};
use kith_domain::{AccountId, PostId, viewers};
use kith_testkit::World;

use crate::feed::quantile;

const MEMBERS: i64 = 1_000;
const POSTS: i64 = 100_000;
/// Words of a post, and of the language.
const WORDS: usize = 15;
const LANGUAGE: usize = 20_000;
/// Events, each of another member, and groups.
const EVENTS: usize = 500;
const GROUPS: usize = 100;
/// Questions of each sort.
const QUESTIONS: usize = 300;

/// Measures on SQLite, and on PostgreSQL where it is installed; returns the table.
pub async fn measure() -> Result<String> {
    let mut table = String::from(
        "| Search, 100,000 posts, 1,000 members | SQLite | PostgreSQL |\n| --- | ---: | ---: |\n",
    );
    let lite = run(&World::sqlite().await).await?;
    let post = match World::postgres().await {
        Some(world) => Some(run(&world).await?),
        None => None,
    };
    for (at, (what, figure)) in lite.iter().enumerate() {
        let other =
            post.as_ref().and_then(|lines| lines.get(at)).map_or("–", |(_, figure)| figure.as_str());
        let _ = writeln!(table, "| {what} | {figure} | {other} |");
    }
    Ok(table)
}

type Lines = Vec<(&'static str, String)>;

async fn run(world: &World) -> Result<Lines> {
    let mut chance = Chance(1);
    let members = people(world, &mut chance).await?;
    let began = Instant::now();
    posts(world, &mut chance, &members).await?;
    let spent = began.elapsed().as_secs_f64();
    let mut lines =
        vec![("writing a post with its words", format!("{:.2} ms", spent * 1_000.0 / POSTS as f64))];
    places(world, &mut chance, &members).await?;
    for (what, sort) in [
        ("two of the commonest words, p50 / p99", Sort::Common),
        ("a common and a rare word, p50 / p99", Sort::Mixed),
        ("a common word by one person, p50 / p99", Sort::ByPerson),
        ("an event by a common word and its place, p50 / p99", Sort::Event),
        ("a group by a common word, p50 / p99", Sort::Group),
        ("the beginning of a name, p50 / p99", Sort::Name),
    ] {
        let mut times = Vec::with_capacity(QUESTIONS);
        for _ in 0..QUESTIONS {
            times.push(ask(world, &mut chance, &members, sort).await?);
        }
        times.sort_unstable();
        let figure = format!("{} / {}", millis(quantile(&times, 0.50)), millis(quantile(&times, 0.99)));
        lines.push((what, figure));
    }
    Ok(lines)
}

/// Members, each a friend of the next twenty.
async fn people(world: &World, chance: &mut Chance) -> Result<Vec<AccountId>> {
    let begun = world.app.now() - MEMBERS;
    let ids: Vec<AccountId> = (0..MEMBERS).map(|number| AccountId::earliest_at(begun + number)).collect();
    let people = ids.iter().map(|id| Person {
        id: *id,
        handle: format!("member{}", id.made_at() - begun),
        name: format!("{} {}", word(chance), word(chance)),
        language: "en".to_owned(),
        intro: String::new(),
    });
    demo::people(&world.app, people.collect(), "none").await?;
    let pairs = ids
        .iter()
        .enumerate()
        .flat_map(|(at, one)| (1..=20).map(move |step| (*one, (at + step) % MEMBERS as usize)));
    let pairs: Vec<_> =
        pairs.filter_map(|(one, other)| Some((one, *ids.get(other)?, world.app.now()))).collect();
    demo::friendships(&world.app, pairs).await?;
    Ok(ids)
}

/// Posts, of which one in five is for everyone.
async fn posts(world: &World, chance: &mut Chance, members: &[AccountId]) -> Result<()> {
    let begun = world.app.now() - POSTS;
    let mut waiting = Vec::new();
    for number in 0..POSTS {
        let author = members.get(chance.below(members.len())).copied().unwrap_or_default();
        let text: Vec<String> = (0..WORDS).map(|_| word(chance)).collect();
        waiting.push(Post {
            id: PostId::earliest_at(begun + number),
            author,
            wall: None,
            audience: if chance.below(5) == 0 { Audience::Community } else { Audience::Friends },
            circle: None,
            language: "en".to_owned(),
            text: text.join(" "),
            shared: None,
            photo_count: 0,
        });
        if waiting.len() == 500 || number + 1 == POSTS {
            demo::posts(&world.app, std::mem::take(&mut waiting)).await?;
        }
    }
    demo::count(&world.app).await
}

/// Events and groups, made as members make them.
async fn places(world: &World, chance: &mut Chance, members: &[AccountId]) -> Result<()> {
    for member in members.iter().take(EVENTS) {
        let viewer = viewers::load(&world.app, *member).await?;
        let mut new = NewEvent::default();
        new.details.title = text(chance, 3);
        new.details.source = text(chance, WORDS);
        new.details.starts = jiff::civil::date(2026, 5, 1).at(19, 0, 0, 0);
        new.details.time_zone = "UTC".to_owned();
        new.details.audience = EventAudience::Community;
        new.details.about.place = format!("{} hall", nth(chance.below(50)));
        events::create(&world.app, &viewer, new).await?;
    }
    for member in members.iter().take(GROUPS) {
        let viewer = viewers::load(&world.app, *member).await?;
        let settings = GroupSettings { visibility: Visibility::Site, ..GroupSettings::default() };
        let (name, about, language) = (text(chance, 2), text(chance, WORDS), "en".to_owned());
        let new = NewGroup { name, about, language, settings, submission: None };
        groups::create(&world.app, &viewer, new).await?;
    }
    Ok(())
}

fn text(chance: &mut Chance, words: usize) -> String {
    (0..words).map(|_| word(chance)).collect::<Vec<_>>().join(" ")
}

#[derive(Clone, Copy)]
enum Sort {
    Common,
    Mixed,
    ByPerson,
    Event,
    Group,
    Name,
}

async fn ask(world: &World, chance: &mut Chance, members: &[AccountId], sort: Sort) -> Result<Duration> {
    let member = members.get(chance.below(members.len())).copied().unwrap_or_default();
    let viewer = viewers::load(&world.app, member).await?;
    let common = nth(chance.below(4));
    let by = matches!(sort, Sort::ByPerson).then_some(member);
    let words = match sort {
        Sort::Common => format!("{common} {}", nth(4 + chance.below(4))),
        Sort::Mixed => format!("{common} {}", nth(2_000 + chance.below(2_000))),
        Sort::ByPerson | Sort::Event | Sort::Group => common,
        Sort::Name => word(chance).chars().take(3).collect(),
    };
    let place = if matches!(sort, Sort::Event) { nth(chance.below(50)) } else { String::new() };
    let wanted = Wanted { by, place, ..Wanted::words(&words) };
    let began = Instant::now();
    match sort {
        Sort::Name => drop(search::suggest(&world.app, &viewer, &words).await?),
        Sort::Event => drop(search::events(&world.app, &viewer, &wanted, PageRequest::first(20)).await?),
        Sort::Group => drop(search::groups(&world.app, &viewer, &wanted, PageRequest::first(20)).await?),
        Sort::Common | Sort::Mixed | Sort::ByPerson => {
            drop(search::posts(&world.app, &viewer, &wanted, PageRequest::first(search::SHOWN)).await?);
        }
    }
    Ok(began.elapsed())
}

/// A word as often as a language uses it: the commonest one twice as often as the second, and so on.
fn word(chance: &mut Chance) -> String {
    let part = chance.below(1_000_000) as f64 / 1_000_000.0;
    nth((LANGUAGE as f64).powf(part) as usize - 1)
}

/// The word in this place of the language, the commonest one first.
fn nth(place: usize) -> String {
    let mut rest = place + 100;
    let mut word = String::new();
    for sounds in ["bdfgklmnprstvz", "aeiou"].iter().cycle() {
        let sounds: Vec<char> = sounds.chars().collect();
        word.extend(sounds.get(rest % sounds.len()));
        rest /= sounds.len();
        if rest == 0 {
            return word;
        }
    }
    word
}

/// The same numbers in each run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }
}

fn millis(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1_000.0)
}
