//! G14: the storage fails at one point after the other of what members do most. Each time the answer is an error, nothing
//! is there by half, neither rows nor files, and afterwards the same goes through and does what it always does.

use std::collections::BTreeMap;
use std::path::PathBuf;

use kith_base::{Kind, Result, Secret};
use kith_db::{params, statement};
use kith_domain::comments::{self, NewComment};
use kith_domain::invites::{self, NewInvite};
use kith_domain::joining::{self, NewMember};
use kith_domain::media::{self, Sent};
use kith_domain::messages::{self, NewMessage};
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_domain::reactions::{self, ReactionKind, Subject};
use kith_domain::sessions::{self, NewSignIn, Origin};
use kith_domain::site::JoinMode;
use kith_domain::viewer::Role;
use kith_domain::{AccountId, PostId, Viewer, leaving, relationships};
use kith_testkit::{Dump, PASSWORD, Person, World};

/// An attempt counts whatever becomes of it.
const QUIET: &[&str] = &["throttles"];

statement!(FORGET_ATTEMPTS, "test.forget_attempts", "DELETE FROM throttles");

/// What a flow changes: rows that come (`+ posts`) and go (`- posts`), counted by table.
type Shape = BTreeMap<String, usize>;

fn shape(before: &Dump, after: &Dump) -> Shape {
    let mut shape = Shape::new();
    for line in before.difference(after) {
        let table = line.split(':').next().unwrap_or_default().to_owned();
        *shape.entry(table).or_default() += 1;
    }
    shape
}

fn files(w: &World) -> Vec<PathBuf> {
    fn below(folder: PathBuf, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { below(path, found) } else { found.push(path) }
        }
    }
    let mut found = Vec::new();
    below(w.folder().join("media"), &mut found);
    found.sort();
    found
}

/// Points of failure to try: the first and the last ones, and about ten between them.
fn sample(points: u64) -> impl Iterator<Item = u64> {
    let step = (points / 10).max(1);
    (1..=points).filter(move |nth| *nth <= 2 || nth + 2 > points || nth % step == 0)
}

/// Everything there is, with attempts forgotten: the walk makes more of them than a person may.
async fn look(w: &World) -> (Dump, Vec<PathBuf>) {
    w.app.db.write(|tx| tx.run(&FORGET_ATTEMPTS, &params![])).await.unwrap();
    (w.dump(QUIET).await, files(w))
}

/// Lets `act` fail at its points. `prepare` makes the ground for it, twice: once it goes undisturbed, to see what it does
/// and how many points it has; once it is disturbed. What it writes into the tables `later` may be missing after a
/// failure that comes when the rest is whole and kept.
async fn walk<S>(
    w: &World,
    name: &str,
    later: &[&str],
    prepare: impl AsyncFn(usize) -> S,
    act: impl AsyncFn(&S) -> Result<()>,
) {
    let (undisturbed, disturbed) = (prepare(0).await, prepare(1).await);
    let (before, files_before) = look(w).await;
    w.app.db.fail_at(u64::MAX);
    act(&undisturbed).await.unwrap_or_else(|error| panic!("{name}: {error}"));
    let points = u64::MAX - w.app.db.fail_at(0);
    let (start, files_start) = look(w).await;
    let wanted = shape(&before, &start);
    let new_files = files_start.len() - files_before.len();
    assert!(points > 1 && !wanted.is_empty(), "{name} does nothing");

    let (mut rows, mut kept, mut passed, mut failures) = (start.clone(), files_start.clone(), false, 0);
    for nth in sample(points) {
        w.app.db.fail_at(nth);
        let outcome = act(&disturbed).await;
        if w.app.db.fail_at(0) > 0 {
            // Less was left to do, since an earlier step stands or something is remembered.
            outcome.unwrap_or_else(|error| panic!("{name}, undisturbed: {error}"));
            passed = true;
            break;
        }
        failures += 1;
        let Err(error) = outcome else {
            panic!("{name} takes no notice of the failure at {nth} of {points}");
        };
        assert_eq!(error.kind(), Kind::Internal, "{name}, at {nth} of {points}: {error}");
        let (now, files_now) = look(w).await;
        let mut but_later = wanted.clone();
        but_later.retain(|line, _| line.split_once(' ').is_none_or(|(_, table)| !later.contains(&table)));
        if later.is_empty() || shape(&start, &now) != but_later {
            rows.must_equal(&now, &format!("{name}, failing at {nth} of {points},"));
        }
        assert_eq!(files_now, kept, "{name}: files, after {nth} of {points}");
        (rows, kept) = (now, files_now);
    }
    if !passed {
        act(&disturbed).await.unwrap_or_else(|error| panic!("{name}, after failures: {error}"));
    }
    assert!(failures >= points.min(5) / 2, "{name}: {failures} failures of {points} points");
    let (end, files_end) = look(w).await;
    assert_eq!(shape(&start, &end), wanted, "{name} does something else after failures");
    assert_eq!(files_end.len() - files_start.len(), new_files, "{name}: files");
}

#[tokio::test]
async fn g14_coming_in_survives_storage_that_fails_at_any_point() {
    World::each(|w| async move {
        crate::joining::mode(&w, JoinMode::Invite).await;
        let olive = w.person_with_role("olive", Role::Owner).await;
        let as_olive = w.viewer(&olive).await;
        let invited = async |number: usize| {
            let code = invites::create(&w.app, &as_olive, NewInvite::default()).await.unwrap().code.clone();
            let handle = format!("newcomer{number}");
            NewMember { code, email: format!("{handle}@example.org"), ..crate::joining::form(&handle) }
        };
        // Who has joined and was not signed in any more sends the form again and is.
        let join = async |new: &NewMember| joining::join(&w.app, new.clone()).await.map(drop);
        Box::pin(walk(&w, "joining", &["sessions"], invited, join)).await;

        let attempt = async |number: usize| NewSignIn {
            login: w.person(&format!("member{number}")).await.handle,
            password: Secret::new(PASSWORD),
            device: None,
            origin: Origin::default(),
        };
        let sign_in = async |new: &NewSignIn| sessions::sign_in(&w.app, new.clone()).await.map(drop);
        Box::pin(walk(&w, "signing in", &[], attempt, sign_in)).await;
    })
    .await;
}

/// Two people, as those who look.
async fn pair(w: &World, what: &str, number: usize) -> ((Person, Viewer), (Person, Viewer)) {
    let (a, b) = (w.person(&format!("{what}a{number}")).await, w.person(&format!("{what}b{number}")).await);
    let (as_a, as_b) = (w.viewer(&a).await, w.viewer(&b).await);
    ((a, as_a), (b, as_b))
}

#[tokio::test]
async fn g14_becoming_friends_survives_storage_that_fails_at_any_point() {
    World::each(|w| async move {
        type Pair = ((Person, Viewer), (Person, Viewer));
        let strangers = async |number| pair(&w, "ask", number).await;
        let ask = async |((_, as_a), (b, _)): &Pair| relationships::request_friend(&w.app, as_a, b.id).await;
        Box::pin(walk(&w, "asking to be friends", &[], strangers, ask)).await;

        let asked = async |number| {
            let two = pair(&w, "confirm", number).await;
            relationships::request_friend(&w.app, &two.0.1, two.1.0.id).await.unwrap();
            two
        };
        let confirm = async |((a, _), (_, as_b)): &Pair| relationships::confirm(&w.app, as_b, a.id).await;
        Box::pin(walk(&w, "confirming a friend", &[], asked, confirm)).await;
    })
    .await;
}

/// A post with a photo, a mention and a tag that is still to be written.
async fn draft(w: &World, author: &Person, mentioned: &Person) -> NewPost {
    let photo = crate::photos::send(w, author, &crate::photos::picture(7)).await.unwrap();
    NewPost {
        text: format!("On the hill with @{} #walks", mentioned.handle),
        photos: vec![photo],
        choice: AudienceChoice::plain(Audience::Community),
        submission: Some("once".to_owned()),
        ..NewPost::default()
    }
}

#[tokio::test]
async fn g14_uploading_and_posting_survive_storage_that_fails_at_any_point() {
    World::each(|w| async move {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), crate::photos::picture(3)).unwrap();
        let sender = async |number: usize| w.viewer(&w.person(&format!("sender{number}")).await).await;
        let upload = async |viewer: &Viewer| {
            let sent = Sent { path: file.path().to_owned(), bytes: 1, alt: "A hill".into(), crop: None };
            media::upload(&w.app, viewer, sent).await.map(drop)
        };
        Box::pin(walk(&w, "uploading", &[], sender, upload)).await;

        let author = async |number| {
            let ((a, as_a), (b, _)) = pair(&w, "author", number).await;
            (as_a, draft(&w, &a, &b).await)
        };
        let write = async |(viewer, new): &(Viewer, NewPost)| {
            posts::create(&w.app, viewer, new.clone()).await.map(drop)
        };
        Box::pin(walk(&w, "posting", &[], author, write)).await;
    })
    .await;
}

/// Somebody's post, and somebody else who reads it.
async fn read_post(w: &World, what: &str, number: usize) -> (PostId, Viewer, Viewer) {
    let ((_, as_a), (_, as_b)) = pair(w, what, number).await;
    let choice = AudienceChoice::plain(Audience::Community);
    let new = NewPost { text: "Good morning".to_owned(), choice, ..NewPost::default() };
    (posts::create(&w.app, &as_a, new).await.unwrap().id, as_a, as_b)
}

#[tokio::test]
async fn g14_what_follows_a_post_survives_storage_that_fails_at_any_point() {
    World::each(|w| async move {
        type Read = (PostId, Viewer, Viewer);
        let comment = async |(post, _, reader): &Read| {
            let new = NewComment {
                post: *post,
                reply_to: None,
                text: "And to you".into(),
                photo: None,
                submission: None,
            };
            comments::create(&w.app, reader, new).await.map(drop)
        };
        Box::pin(walk(&w, "commenting", &[], async |n| read_post(&w, "comment", n).await, comment)).await;

        let react = async |(post, _, reader): &Read| {
            reactions::set(&w.app, reader, Subject::Post(*post), Some(ReactionKind::Love)).await.map(drop)
        };
        Box::pin(walk(&w, "reacting", &[], async |n| read_post(&w, "react", n).await, react)).await;

        let share = async |(post, _, reader): &Read| {
            let choice = AudienceChoice::plain(Audience::Community);
            let new = NewPost { share: Some(*post), choice, ..NewPost::default() };
            posts::create(&w.app, reader, new).await.map(drop)
        };
        Box::pin(walk(&w, "sharing", &[], async |n| read_post(&w, "share", n).await, share)).await;

        let delete = async |(post, author, _): &Read| posts::delete(&w.app, author, *post).await;
        Box::pin(walk(&w, "deleting", &[], async |n| read_post(&w, "delete", n).await, delete)).await;

        let deleted = async |number| {
            let read = read_post(&w, "undo", number).await;
            posts::delete(&w.app, &read.1, read.0).await.unwrap();
            read
        };
        let undo = async |(post, author, _): &Read| posts::restore(&w.app, author, *post).await.map(drop);
        Box::pin(walk(&w, "taking a deletion back", &[], deleted, undo)).await;
    })
    .await;
}

#[tokio::test]
async fn g14_messages_survive_storage_that_fails_at_any_point() {
    World::each(|w| async move {
        let strangers = async |number: usize| {
            let ((_, as_a), (b, _)) = pair(&w, "letter", number).await;
            (as_a, b.id)
        };
        let write = async |(viewer, other): &(Viewer, AccountId)| {
            let new = NewMessage { text: "Hello".to_owned(), ..NewMessage::default() };
            messages::write_to(&w.app, viewer, *other, new).await.map(drop)
        };
        Box::pin(walk(&w, "writing to somebody", &[], strangers, write)).await;
    })
    .await;
}

/// Somebody with traces everywhere, each with a word of its own.
async fn with_traces(w: &World, number: u64, reader: &Person, ground: PostId) -> Person {
    let person = w.person_named(&format!("leaver{number}x"), &format!("Personword{number}x")).await;
    w.befriend(&person, reader).await;
    let viewer = w.viewer(&person).await;
    let new = NewPost { text: format!("Postword{number}x"), ..draft(w, &person, reader).await };
    let own = posts::create(&w.app, &viewer, new).await.unwrap().id;
    let as_reader = w.viewer(reader).await;
    for subject in [own, ground] {
        let by = if subject == own { &as_reader } else { &viewer };
        let text = if subject == own { "Nice".to_owned() } else { format!("Commentword{number}x") };
        let new = NewComment { post: subject, reply_to: None, text, photo: None, submission: None };
        comments::create(&w.app, by, new).await.unwrap();
        reactions::set(&w.app, by, Subject::Post(subject), Some(ReactionKind::Love)).await.unwrap();
    }
    person
}

#[tokio::test]
async fn g14_erasing_goes_on_where_failing_storage_stopped_it() {
    World::each(|w| async move {
        let reader = w.person("reader").await;
        let as_reader = w.viewer(&reader).await;
        let choice = AudienceChoice::plain(Audience::Community);
        let new = NewPost { text: "Talk here".to_owned(), choice, ..NewPost::default() };
        let ground = posts::create(&w.app, &as_reader, new).await.unwrap().id;
        let no_files = files(&w);

        let first = with_traces(&w, 0, &reader, ground).await;
        w.app.db.fail_at(u64::MAX);
        leaving::erase(&w.app, first.id).await.unwrap();
        let points = u64::MAX - w.app.db.fail_at(0);
        for nth in sample(points) {
            let person = with_traces(&w, nth, &reader, ground).await;
            w.app.db.fail_at(nth);
            let outcome = leaving::erase(&w.app, person.id).await;
            assert_eq!((outcome.is_err(), w.app.db.fail_at(0)), (true, 0), "at {nth} of {points}");
            let dump = w.dump(&[]).await;
            let is_there = |word: &str| !dump.find(&format!("{word}{nth}x")).is_empty();
            // The person and their words elsewhere go in one step, before which their own posts have gone in another.
            assert_eq!(is_there("Personword"), is_there("Commentword"), "at {nth} of {points}");
            let posts = dump.find("Postword").len();
            assert!(posts == 0 || is_there("Personword"), "at {nth} of {points}");

            leaving::erase(&w.app, person.id).await.unwrap_or_else(|error| panic!("after {nth}: {error}"));
            let dump = w.dump(&[]).await;
            for word in ["Personword", "Postword", "Commentword", "leaver"] {
                let left = dump.find(&format!("{word}{nth}x"));
                // The account's row keeps its handle, so that it never means somebody else.
                assert!(left.iter().all(|row| word == "leaver" && row.starts_with("accounts: ")), "{left:?}");
            }
            assert_eq!(files(&w), no_files, "after {nth} of {points}");
        }
        let post = posts::get(&w.app, &as_reader, ground).await.unwrap();
        assert_eq!((post.comment_count, post.reaction_count), (0, 0), "nothing is counted by half");
    })
    .await;
}
