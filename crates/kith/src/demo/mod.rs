//! `kith demo`: fills a community with made-up people, for trying the program out and for measuring it.

mod events;
mod groups;
mod inputs;
mod names;
mod pictures;
mod plan;
mod words;

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::Arc;

use futures_util::future::BoxFuture;
use futures_util::{StreamExt, TryStreamExt, stream};
use indicatif::{ProgressBar, ProgressStyle};
use kith_base::{Result, Secret, random_code};
use kith_domain::demo;
use kith_domain::setup::{self, Authority, FirstAdmin, SetUp};
use kith_domain::site::{self, JoinMode};
use kith_domain::{App, accounts};
use kith_media::Processed;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::cli::DemoOptions;
use crate::complaint::Complaint;
use crate::{say, wire};
use plan::{Member, Plan};

/// People, when nobody says how many.
const MEMBERS: usize = 200;
/// More than this is no community for one evening.
const MOST: usize = 100_000;
/// Rows in one write.
const BATCH: usize = 500;
/// Writes at a time, for the engine that can.
const AT_ONCE: usize = 4;
/// Posts with photos, at most.
const PHOTO_POSTS: usize = 300;
/// Faces, at most.
const FACES: usize = 300;
/// The first person, who owns the community.
const OWNER: &str = "amina";

/// What was made.
#[derive(Default)]
struct Made {
    friendships: usize,
    posts: usize,
    comments: usize,
    reactions: usize,
    photos: usize,
    refused: Refused,
}

/// Pictures that were left out, and why the first of them was.
#[derive(Default)]
struct Refused {
    count: usize,
    reason: String,
}

/// Fills the community, setting it up first if that has not been done.
pub async fn run(options: DemoOptions) -> std::result::Result<ExitCode, Complaint> {
    let graph = options.edges.as_deref().map(inputs::edges).transpose()?;
    let count = options.members.or(graph.as_ref().map(|(_, people)| *people)).unwrap_or(MEMBERS);
    if !(2..=MOST).contains(&count) {
        return Err(Complaint::wrong_use(format!("--members takes a number from 2 to {MOST}")));
    }
    let texts = options.texts.as_deref().map(inputs::texts).transpose()?.unwrap_or_default();
    let photos = options.photos.as_deref().map(inputs::photos).transpose()?.unwrap_or_default();
    let password = match options.password_stdin {
        true => say::password(true)?,
        false => Secret::new(random_code(16)),
    };
    let mut rng = ChaCha8Rng::seed_from_u64(options.seed);
    let mut pairs = match graph {
        Some((pairs, _)) => pairs,
        None => inputs::small_world(&mut rng, count),
    };
    pairs.retain(|(a, b)| *a < count && *b < count);

    let config = options.place.load(None, None)?;
    let base_url = config.base_url.clone().unwrap_or_default();
    let app = wire::open(config).await?;
    let bar = progress();
    let filled = fill(&app, rng, count, &pairs, &texts, &photos, &password, &base_url, &bar).await;
    bar.finish_and_clear();
    let (name, handle, is_new, made) = filled?;
    wire::close(app).await;
    say::line(&format!(
        "{name}: {count} people, {} friendships, {} posts, {} comments, {} reactions, {} photos.",
        made.friendships, made.posts, made.comments, made.reactions, made.photos
    ));
    if made.refused.count > 0 {
        say::line(&format!(
            "Pictures left out: {}. The first one: {}",
            made.refused.count, made.refused.reason
        ));
    }
    let whose = if is_new {
        "All of them have it."
    } else {
        "The people of this run have it; whoever was here before keeps their own."
    };
    say::line(&format!(
        "Sign in as {handle} with the password {} once `kith serve` runs. {whose}",
        password.expose()
    ));
    Ok(ExitCode::SUCCESS)
}

fn progress() -> ProgressBar {
    let bar = ProgressBar::new(1);
    if let Ok(style) = ProgressStyle::with_template("{msg:14} {wide_bar} {percent:>3} %  {elapsed}") {
        bar.set_style(style);
    }
    bar
}

#[allow(clippy::too_many_arguments, reason = "everything that was typed, once")]
async fn fill(
    app: &Arc<App>,
    rng: ChaCha8Rng,
    count: usize,
    pairs: &[(usize, usize)],
    texts: &BTreeMap<String, Vec<String>>,
    photos: &[std::path::PathBuf],
    password: &Secret,
    base_url: &str,
    bar: &ProgressBar,
) -> Result<(String, String, bool, Made)> {
    let mut plan = Plan::new(rng, app.now(), texts);
    let owner = owner(app, password, base_url).await?;
    let is_new = owner.is_some();
    let hash = app.passwords.hash(password.clone()).await?;
    let (people, mut members) = plan.people(count - usize::from(owner.is_some()), demo::taken(app).await?);
    let handle = match &owner {
        Some(_) => OWNER.to_owned(),
        None => people.first().map(|person| person.handle.clone()).unwrap_or_default(),
    };
    if let Some(id) = owner {
        members.insert(0, Member { id, writes: "en".into(), friends: Vec::new(), circle: None });
    }
    write(bar, "People", people, |part| Box::pin(demo::people(app, part, &hash))).await?;
    for (a, b) in pairs {
        for (one, other) in [(*a, *b), (*b, *a)] {
            if let Some(member) = members.get_mut(one) {
                member.friends.push(other);
            }
        }
    }
    let ties: Vec<_> = pairs
        .iter()
        .filter_map(|(a, b)| Some((members.get(*a)?.id, members.get(*b)?.id, plan.friends_since())))
        .collect();
    let mut made = Made { friendships: ties.len(), ..Made::default() };
    write(bar, "Friendships", ties, |part| Box::pin(demo::friendships(app, part))).await?;
    let circles = plan.circles(&mut members);
    write(bar, "Circles", circles, |part| Box::pin(demo::circles(app, part))).await?;
    talk(app, &mut plan, &members, bar, &mut made).await?;
    made.photos += faces(app, &mut plan.rng, &members, bar, &mut made.refused).await?;
    made.photos += albums(app, &mut plan, &members, photos, bar, &mut made.refused).await?;
    bar.set_message("Events");
    events::fill(app, &mut plan.rng, &members).await?;
    bar.set_message("Groups");
    let ids: Vec<_> = members.iter().map(|member| member.id).collect();
    groups::make(app, &ids).await?;
    bar.set_message("Counting");
    demo::count(app).await?;
    let name = site::settings(app).await?.name.clone();
    Ok((name, handle, is_new, made))
}

/// Posts without photos, and what is said to them.
async fn talk(
    app: &Arc<App>,
    plan: &mut Plan<'_>,
    members: &[Member],
    bar: &ProgressBar,
    made: &mut Made,
) -> Result<()> {
    let posts = plan.posts(members);
    let (mut comments, mut reactions) = (Vec::new(), Vec::new());
    for (place, post) in &posts {
        comments.extend(plan.comments(members, *place, post));
        reactions.extend(plan.reactions(members, *place, post));
    }
    made.posts = posts.len();
    made.comments = comments.len();
    made.reactions = reactions.len();
    let posts: Vec<_> = posts.into_iter().map(|(_, post)| post).collect();
    write(bar, "Posts", posts, |part| Box::pin(demo::posts(app, part))).await?;
    write(bar, "Comments", comments, |part| Box::pin(demo::comments(app, part))).await?;
    write(bar, "Reactions", reactions, |part| Box::pin(demo::reactions(app, part))).await
}

/// Sets the community up with the first person as its owner; none when it has been set up before.
async fn owner(app: &Arc<App>, password: &Secret, base_url: &str) -> Result<Option<kith_domain::AccountId>> {
    if site::settings(app).await?.is_set_up {
        return Ok(None);
    }
    let answers = SetUp {
        name: "Elmfield".into(),
        languages: ["en", "ar", "de", "es", "fr"].map(String::from).to_vec(),
        join: JoinMode::Invite,
        base_url: base_url.trim_end_matches('/').to_owned(),
        admin: FirstAdmin {
            handle: OWNER.into(),
            display_name: "Amina Mansour".into(),
            email: String::new(),
            password: password.clone(),
            language: "en".into(),
        },
    };
    setup::set_up(app, Authority::Operator, answers).await?;
    let found = app.db.read(|q| accounts::find_by_handle(q, OWNER)).await?;
    Ok(found.map(accounts::Found::id))
}

/// Writes `rows` in batches, some at a time.
async fn write<'a, T>(
    bar: &ProgressBar,
    what: &'static str,
    rows: Vec<T>,
    put: impl Fn(Vec<T>) -> BoxFuture<'a, Result<()>>,
) -> Result<()> {
    bar.set_message(what);
    bar.set_length(rows.len() as u64);
    bar.set_position(0);
    let mut rows = rows.into_iter();
    let batches = std::iter::from_fn(|| {
        let batch: Vec<T> = rows.by_ref().take(BATCH).collect();
        (!batch.is_empty()).then_some(batch)
    });
    stream::iter(batches)
        .map(|batch| {
            let size = batch.len() as u64;
            let written = put(batch);
            async move { written.await.map(|()| bar.inc(size)) }
        })
        .buffer_unordered(AT_ONCE)
        .try_collect::<()>()
        .await
}

/// Faces for some, through the real pipeline.
async fn faces(
    app: &Arc<App>,
    rng: &mut ChaCha8Rng,
    members: &[Member],
    bar: &ProgressBar,
    refused: &mut Refused,
) -> Result<usize> {
    let wanted = (members.len() / 2).clamp(1, FACES);
    let drawn: Vec<Vec<u8>> = (0..wanted.min(48)).map(|_| pictures::face(rng)).collect();
    let made = process(app, drawn, bar, refused).await;
    let mut chosen: Vec<&Member> = members.first().into_iter().collect();
    chosen.extend(members.get(1..).unwrap_or_default().choose_multiple(rng, wanted.saturating_sub(1)));
    let jobs: Vec<_> = chosen.into_iter().filter_map(|member| Some((member.id, made.choose(rng)?))).collect();
    bar.set_message("Faces");
    bar.set_length(jobs.len() as u64);
    bar.set_position(0);
    let count = jobs.len();
    stream::iter(jobs)
        .map(|(id, made)| async move { demo::avatar(app, id, made).await.map(|_| bar.inc(1)) })
        .buffer_unordered(AT_ONCE)
        .try_collect::<()>()
        .await?;
    Ok(count)
}

/// Posts with photos, each photo through the real pipeline once and kept as often as it is shown.
async fn albums(
    app: &Arc<App>,
    plan: &mut Plan<'_>,
    members: &[Member],
    files: &[std::path::PathBuf],
    bar: &ProgressBar,
    refused: &mut Refused,
) -> Result<usize> {
    let mut pictures = Vec::new();
    for file in files {
        pictures.push(tokio::fs::read(file).await?);
    }
    if pictures.is_empty() {
        pictures = (0..members.len().clamp(6, 32)).map(|_| pictures::scene(&mut plan.rng)).collect();
    }
    let made = process(app, pictures, bar, refused).await;
    if made.is_empty() {
        return Ok(0);
    }
    let wanted = members.len().min(PHOTO_POSTS);
    let authors: Vec<&Member> = members.choose_multiple(&mut plan.rng, wanted).collect();
    let mut jobs = Vec::new();
    let mut posts = Vec::new();
    for author in authors {
        let post = plan.with_photos(members, author);
        let alts = words::of(&author.writes).photos;
        for position in 0..post.photo_count {
            let alt = if plan.rng.random_bool(0.7) { alts.choose(&mut plan.rng).copied() } else { None };
            if let Some(made) = made.choose(&mut plan.rng) {
                jobs.push((
                    author.id,
                    post.id,
                    position,
                    made,
                    alt.filter(|_| files.is_empty()).unwrap_or(""),
                ));
            }
        }
        posts.push(post);
    }
    write(bar, "Albums", posts, |part| Box::pin(demo::posts(app, part))).await?;
    bar.set_message("Photos");
    bar.set_length(jobs.len() as u64);
    bar.set_position(0);
    let count = jobs.len();
    stream::iter(jobs)
        .map(|(owner, post, position, made, alt)| async move {
            demo::post_photo(app, owner, post, position, made, alt).await.map(|_| bar.inc(1))
        })
        .buffer_unordered(AT_ONCE)
        .try_collect::<()>()
        .await?;
    Ok(count)
}

/// Pictures made into their sizes; those that are refused are left out and counted.
async fn process(
    app: &Arc<App>,
    pictures: Vec<Vec<u8>>,
    bar: &ProgressBar,
    refused: &mut Refused,
) -> Vec<Processed> {
    bar.set_message("Pictures");
    bar.set_length(pictures.len() as u64);
    bar.set_position(0);
    let made = stream::iter(pictures).map(|picture| async move {
        let made = app.studio.process(picture).await;
        bar.inc(1);
        made
    });
    let mut fit = Vec::new();
    for made in made.buffered(2).collect::<Vec<_>>().await {
        match made {
            Ok(made) => fit.push(made),
            Err(problem) => {
                if refused.count == 0 {
                    refused.reason = problem.to_string();
                }
                refused.count += 1;
            }
        }
    }
    fit
}
