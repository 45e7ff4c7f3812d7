//! E1: every page and every change of a post, asked by everybody, against an oracle that knows nothing of the program's
//! own rules. What one may not know is answered like what is not there, word for word.

use std::collections::BTreeMap;

use kith_domain::comments::{self, NewComment};
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_domain::viewer::{AccountState, Role};
use kith_domain::{CircleId, CommentId, MediaId, PostId, relationships};
use kith_testkit::{Answer, Browser, Person, Server, World};

use crate::ground::{SEEN, each, photo, settled};

/// What Ann's posts are called and who reads them, written down by hand from the published rules: blocking wins over
/// everything, the restricted read what everybody here reads, staff reads no more than others.
const READERS: &[(&str, &[&str])] = &[
    (
        "world",
        &[
            "visitor",
            "pending",
            "suspended",
            "sam",
            "fay",
            "rex",
            "cir",
            "exn",
            "exc",
            "nam",
            "wil",
            "wfr",
            "mod",
            "adm",
            "ann",
        ],
    ),
    ("community", &["sam", "fay", "rex", "cir", "exn", "exc", "nam", "wil", "wfr", "mod", "adm", "ann"]),
    ("friends", &["fay", "cir", "exn", "exc", "wil", "ann"]),
    ("friends_except", &["fay", "cir", "wil", "ann"]),
    ("circle", &["cir", "ann"]),
    ("people", &["nam", "fay", "ann"]),
    ("self", &["ann"]),
    // On Wil's wall the words are Wil's: friends of his, himself, and who wrote it.
    ("wall_friends", &["wil", "wfr", "ann"]),
    ("wall_self", &["wil", "ann"]),
    // Wil wrote on Ann's wall.
    ("onann", &["fay", "cir", "exn", "exc", "wil", "ann"]),
    ("deleted", &[]),
    ("gone_deactivated", &[]),
    ("gone_suspended", &[]),
    ("gone_leaving", &[]),
    ("gone_pending", &[]),
];

pub const EVERYBODY: &[&str] = &[
    "visitor",
    "pending",
    "suspended",
    "sam",
    "fay",
    "rex",
    "cir",
    "exn",
    "exc",
    "nam",
    "wil",
    "wfr",
    "mod",
    "adm",
    "bob",
    "bea",
    "ann",
];

/// Who wrote it, and on whose wall it stands.
pub fn author_and_owner(post: &str) -> (&'static str, &'static str) {
    match post {
        "wall_friends" | "wall_self" => ("ann", "wil"),
        "onann" => ("wil", "ann"),
        other if other.starts_with("gone_") => ("gone", "gone"),
        _ => ("ann", "ann"),
    }
}

pub struct Subject {
    pub post: PostId,
    pub comment: CommentId,
    pub media: Option<MediaId>,
    pub word: String,
}

pub struct Stage {
    pub people: BTreeMap<&'static str, Person>,
    pub browsers: BTreeMap<&'static str, Browser>,
    pub subjects: BTreeMap<&'static str, Subject>,
}

pub fn reads(who: &str, post: &str) -> bool {
    READERS.iter().any(|(name, readers)| *name == post && readers.contains(&who))
}

pub fn takes_part(who: &str) -> bool {
    !["visitor", "pending", "suspended"].contains(&who)
}

/// A choice by its word.
fn choice(audience: Audience) -> AudienceChoice {
    AudienceChoice::plain(audience)
}

async fn write(
    w: &World,
    author: &Person,
    word: &str,
    choice: AudienceChoice,
    wall: Option<&Person>,
    with_photo: bool,
) -> Subject {
    let viewer = w.viewer(author).await;
    let media = if with_photo { photo(w, author).await } else { None };
    let new = NewPost {
        text: format!("Here is {word} #elmtag"),
        language: "en".to_owned(),
        choice,
        wall: wall.map(|wall| wall.id),
        photos: media.into_iter().collect(),
        ..NewPost::default()
    };
    let post = posts::create(&w.app, &viewer, new).await.unwrap_or_else(|e| panic!("{word}: {e}")).id;
    let text = format!("Beneath: {word}");
    let new = NewComment { post, reply_to: None, text, submission: None, photo: None };
    let comment = comments::create(&w.app, &viewer, new).await.unwrap().id;
    let subject = kith_domain::reactions::Subject::Post(post);
    let kind = kith_domain::reactions::ReactionKind::parse("love");
    kith_domain::reactions::set(&w.app, &viewer, subject, kind).await.unwrap();
    Subject { post, comment, media, word: word.to_owned() }
}

pub async fn set_stage(s: &Server) -> Stage {
    let w = &s.world;
    let mut people: BTreeMap<&'static str, Person> = BTreeMap::new();
    for name in EVERYBODY.iter().filter(|name| **name != "visitor") {
        let person = match *name {
            "mod" => w.person_with_role("mod_mo", Role::Moderator).await,
            "adm" => w.person_with_role("adm_al", Role::Admin).await,
            name => w.person(&format!("{name}_elm")).await,
        };
        people.insert(name, person);
    }
    let ann = people["ann"].clone();
    for friend in ["fay", "rex", "cir", "exn", "exc", "wil", "bob", "bea"] {
        w.befriend(&ann, &people[friend]).await;
    }
    w.befriend(&people["wil"], &people["wfr"]).await;
    let family =
        w.circle(&ann, "Family", &[&people["cir"], &people["rex"], &people["bob"], &people["bea"]]).await;
    let loud = w.circle(&ann, "Loud", &[&people["exc"]]).await;
    let viewer = w.viewer(&ann).await;
    relationships::restrict(&w.app, &viewer, people["rex"].id).await.unwrap();

    let mut subjects = write_posts(w, &people, family, loud).await;
    // The blocks come last, so that they have something to undo.
    w.block(&ann, &people["bob"]).await;
    w.block(&people["bea"], &ann).await;
    w.set_state(&people["pending"], AccountState::PendingApproval).await;
    w.set_state(&people["suspended"], AccountState::Suspended).await;
    for (name, state) in [
        ("gone_deactivated", AccountState::Deactivated),
        ("gone_suspended", AccountState::Suspended),
        ("gone_leaving", AccountState::DeletionScheduled),
        ("gone_pending", AccountState::PendingEmail),
    ] {
        let gone = w.person(&format!("{name}_elm")).await;
        w.befriend(&gone, &people["fay"]).await;
        let subject = write(w, &gone, &word_of(name), choice(Audience::World), None, false).await;
        subjects.insert(name, subject);
        w.set_state(&gone, state).await;
    }
    let mut browsers = BTreeMap::from([("visitor", s.visitor())]);
    for (name, person) in &people {
        browsers.insert(name, s.browser(person).await);
    }
    Stage { people, browsers, subjects }
}

fn word_of(name: &str) -> String {
    format!("quill{}", name.replace('_', ""))
}

async fn write_posts(
    w: &World,
    people: &BTreeMap<&'static str, Person>,
    family: CircleId,
    loud: CircleId,
) -> BTreeMap<&'static str, Subject> {
    let named = |names: &[&str]| names.iter().map(|name| people[name].id).collect::<Vec<_>>();
    let (ann, wil) = (&people["ann"], &people["wil"]);
    let choices = [
        ("world", choice(Audience::World)),
        ("community", choice(Audience::Community)),
        ("friends", choice(Audience::Friends)),
        (
            "friends_except",
            AudienceChoice {
                people: named(&["exn"]),
                except_circles: vec![loud],
                ..choice(Audience::FriendsExcept)
            },
        ),
        ("circle", AudienceChoice { circle: Some(family), ..choice(Audience::Circle) }),
        (
            "people",
            AudienceChoice {
                people: named(&["nam", "fay", "rex", "bob", "bea"]),
                ..choice(Audience::People)
            },
        ),
        ("self", choice(Audience::Self_)),
    ];
    let mut subjects = BTreeMap::new();
    for (name, choice) in choices {
        subjects.insert(name, write(w, ann, &word_of(name), choice, None, true).await);
    }
    for (name, audience) in [("wall_friends", Audience::Friends), ("wall_self", Audience::Self_)] {
        subjects.insert(name, write(w, ann, &word_of(name), choice(audience), Some(wil), false).await);
    }
    let onann = write(w, wil, &word_of("onann"), choice(Audience::Friends), Some(ann), false).await;
    subjects.insert("onann", onann);
    let deleted = write(w, ann, &word_of("deleted"), choice(Audience::World), None, true).await;
    posts::delete(&w.app, &w.viewer(ann).await, deleted.post).await.unwrap();
    // Long after: it cannot be taken back any more.
    w.advance(3_600_000);
    subjects.insert("deleted", deleted);
    subjects
}

/// What a GET must answer.
#[derive(Debug, PartialEq, Eq)]
enum Must {
    Show,
    NotThere,
    SignIn,
    Forbidden,
}

fn must(who: &str, is_for_members: bool, may: bool) -> Must {
    match who {
        "visitor" if is_for_members => Must::SignIn,
        "pending" | "suspended" if is_for_members => Must::Forbidden,
        _ if may => Must::Show,
        _ => Must::NotThere,
    }
}

fn got(answer: &Answer) -> Must {
    match answer.status {
        200 => Must::Show,
        404 => Must::NotThere,
        401 => Must::SignIn,
        303 if answer.header("location").starts_with("/login") => Must::SignIn,
        403 => Must::Forbidden,
        other => panic!("{}: {other} {}", answer.path, answer.text()),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn e1_every_page_of_a_post_is_for_its_audience_alone() {
    each(|s| async move {
        let stage = set_stage(&s).await;
        let before = s.world.dump(SEEN).await;
        for who in EVERYBODY {
            let browser = &stage.browsers[who];
            browser.token().await;
            let mut missing = BTreeMap::new();
            for (name, subject) in &stage.subjects {
                ask_for_pages(who, browser, name, subject, &mut missing).await;
            }
        }
        let after = s.world.dump(SEEN).await;
        before.must_equal(&after, "reading");
    })
    .await;
}

/// An id that nothing has.
const MISSING: &str = "1234567890123";

async fn ask_for_pages(
    who: &str,
    browser: &Browser,
    name: &str,
    subject: &Subject,
    missing: &mut BTreeMap<String, Answer>,
) {
    let (author, owner) = author_and_owner(name);
    let sees = reads(who, name);
    let (post, comment) = (subject.post.to_string(), subject.comment.to_string());
    let writes = who == author && sees;
    let clears = (who == author || who == owner) && sees;
    // Address, its id, whether it is for members alone, whether this person may.
    let mut pages = vec![
        (format!("/p/{post}"), &post, false, sees),
        (format!("/p/{post}?thread={comment}"), &post, false, sees),
        (format!("/p/{post}/history"), &post, false, sees),
        (format!("/p/{post}/audience"), &post, false, sees),
        (format!("/p/{post}/reactions"), &post, false, sees),
        (format!("/p/{post}/share"), &post, true, sees),
        (format!("/p/{post}/edit"), &post, true, writes),
        (format!("/p/{post}/delete"), &post, true, clears),
        (format!("/comment/{comment}/reactions"), &comment, false, sees),
        (format!("/comment/{comment}/edit"), &comment, true, writes),
        (format!("/comment/{comment}/delete"), &comment, true, clears),
    ];
    let media = subject.media.map(|media| media.to_string());
    if let Some(media) = &media
        && crate::ground::table().iter().any(|route| route.path.starts_with("/media/"))
    {
        for size in ["full", "feed", "small", "square"] {
            pages.push((format!("/media/{media}/{size}"), media, false, sees));
        }
    }
    for (path, id, is_for_members, may) in pages {
        let answer = browser.get(&path).await;
        let must = must(who, is_for_members, may);
        assert_eq!(got(&answer), must, "{who} asks for {path} of the post {name}");
        if must == Must::Show {
            continue;
        }
        assert!(!answer.body.contains(&subject.word), "{who} {path} of {name}: the words are in the answer");
        if must == Must::NotThere {
            // Word for word as for an id that nothing has.
            // The answer for a thread keeps the comment's own id in the address.
            let elsewhere = path.split('?').next().unwrap().replace(id.as_str(), MISSING);
            if path.contains('?') {
                continue;
            }
            if !missing.contains_key(&elsewhere) {
                missing.insert(elsewhere.clone(), browser.get(&elsewhere).await);
            }
            let other = &missing[&elsewhere];
            assert_eq!(settled(&answer, id), settled(other, MISSING), "{who} {path} of {name}");
            assert_eq!(answer.headers.len(), other.headers.len(), "{who} {path} of {name}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn e1_a_change_by_somebody_who_may_not_has_no_effect() {
    each(|s| async move {
        let stage = set_stage(&s).await;
        let mut tokens = BTreeMap::new();
        for who in EVERYBODY {
            tokens.insert(*who, stage.browsers[who].token().await);
        }
        for who in EVERYBODY {
            let before = s.world.dump(SEEN).await;
            let mut missing = BTreeMap::new();
            for (name, subject) in &stage.subjects {
                try_forbidden(who, &stage.browsers[who], &tokens[who], name, subject, &mut missing).await;
            }
            before.must_equal(&s.world.dump(SEEN).await, &format!("{who}, who may not,"));
        }
        // The other half of the oracle: whoever may, can.
        for who in EVERYBODY {
            for (name, subject) in &stage.subjects {
                try_allowed(who, &stage.browsers[who], &tokens[who], name, subject).await;
            }
        }
    })
    .await;
}

/// One change: address, fields, whether this person may.
type Change = (String, &'static [(&'static str, &'static str)], bool);

fn changes(who: &str, name: &str, subject: &Subject) -> Vec<Change> {
    let (author, owner) = author_and_owner(name);
    let sees = reads(who, name) && takes_part(who);
    let (post, comment) = (subject.post, subject.comment);
    let writes = who == author && sees;
    let clears = (who == author || who == owner) && sees;
    vec![
        (format!("/p/{post}/save"), &[("saved", "yes")], sees),
        (format!("/p/{post}/reaction"), &[("kind", "wow")], sees),
        (format!("/comment/{comment}/reaction"), &[("kind", "like")], sees),
        (format!("/comment/{comment}/save"), &[("saved", "yes")], sees),
        (format!("/p/{post}/comments"), &[("text", "A word of mine")], sees),
        (format!("/p/{post}/comments-closed"), &[("closed", "no")], clears),
        (format!("/p/{post}/pin"), &[("pinned", "yes")], writes && author == owner),
        (format!("/comment/{comment}/edit"), &[("text", "Other words")], writes),
        (format!("/p/{post}/edit"), &[("text", "Quite other words"), ("language", "en")], writes),
        (format!("/p/{post}/audience"), &[("audience", "self"), ("comments", "same")], writes),
        (format!("/comment/{comment}/delete"), &[("confirmed", "yes")], clears),
        (format!("/p/{post}/delete"), &[("confirmed", "yes")], clears),
    ]
}

async fn try_forbidden(
    who: &str,
    browser: &Browser,
    token: &str,
    name: &str,
    subject: &Subject,
    missing: &mut BTreeMap<String, Answer>,
) {
    for (path, fields, may) in changes(who, name, subject) {
        if may {
            continue;
        }
        let mut all = vec![("csrf", token)];
        all.extend_from_slice(fields);
        let answer = browser.post_bare(&path, &all).await;
        let expected = match who {
            "visitor" => 401,
            "pending" | "suspended" => 403,
            _ => 404,
        };
        assert_eq!(answer.status, expected, "{who} posts to {path} of {name}: {}", answer.text());
        assert!(
            reads(who, name) || !answer.body.contains(&subject.word),
            "{who} {path} of {name}: the words are in the answer"
        );
        if expected == 404 && !reads(who, name) {
            let id = path.split('/').nth(2).unwrap();
            let elsewhere = path.replace(id, MISSING);
            if !missing.contains_key(&elsewhere) {
                missing.insert(elsewhere.clone(), browser.post_bare(&elsewhere, &all).await);
            }
            let other = &missing[&elsewhere];
            assert_eq!(settled(&answer, id), settled(other, MISSING), "{who} posts to {path} of {name}");
        }
    }
    // Sharing what one does not see, answering under it, hanging its photo on one's own post.
    if takes_part(who) && !reads(who, name) {
        let post = subject.post.to_string();
        let fields = [("csrf", token), ("text", "Look"), ("audience", "self"), ("share", post.as_str())];
        let answer = browser.post_bare("/posts", &fields).await;
        assert_eq!(answer.status, 404, "{who} shares {name}: {}", answer.text());
    }
    if let Some(media) = subject.media.map(|media| media.to_string())
        && takes_part(who)
        && who != author_and_owner(name).0
    {
        let fields = [("csrf", token), ("text", "Mine"), ("audience", "self"), ("media", media.as_str())];
        let answer = browser.post_bare("/posts", &fields).await;
        assert!([404, 422].contains(&answer.status), "{who} takes the photo of {name}: {}", answer.status);
    }
    // Undoing what somebody else deleted.
    for path in [format!("/p/{}/undo", subject.post), format!("/comment/{}/undo", subject.comment)] {
        let answer = browser.post_bare(&path, &[("csrf", token)]).await;
        assert_ne!(answer.status, 200, "{who} {path} of {name}");
        assert!(answer.status < 500, "{who} {path} of {name}");
    }
}

async fn try_allowed(who: &str, browser: &Browser, token: &str, name: &str, subject: &Subject) {
    for (path, fields, may) in changes(who, name, subject) {
        // Ann comes last in the list, and what takes the post from others comes last in hers.
        if !may || (path.ends_with("/delete") && who != "ann") {
            continue;
        }
        let mut all = vec![("csrf", token)];
        all.extend_from_slice(fields);
        let answer = browser.post_bare(&path, &all).await;
        assert_eq!(answer.status, 303, "{who} posts to {path} of {name}: {}", answer.text());
    }
}
