//! What members are told, where it stands, and what has been read.

use kith_base::PageRequest;
use kith_domain::comments::{self, NewComment};
use kith_domain::inbox::{self, Group, Wanted};
use kith_domain::notices::{self, Channels, Choices, Occasion, Passage, Place};
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_domain::reactions::{self, ReactionKind, Subject};
use kith_domain::{AccountId, PostId};
use kith_testkit::{Person, World};

pub(crate) async fn post(w: &World, author: &Person, text: &str) -> PostId {
    w.advance(1);
    let choice = AudienceChoice::plain(Audience::Community);
    let new = NewPost { text: text.into(), choice, ..NewPost::default() };
    posts::create(&w.app, &w.viewer(author).await, new).await.unwrap().id
}

pub(crate) async fn react(w: &World, who: &Person, post: PostId) {
    w.advance(1);
    let viewer = w.viewer(who).await;
    reactions::set(&w.app, &viewer, Subject::Post(post), Some(ReactionKind::Like)).await.unwrap();
}

pub(crate) async fn comment(w: &World, who: &Person, post: PostId, text: &str) {
    w.advance(1);
    let new = NewComment { post, text: text.into(), ..NewComment::default() };
    comments::create(&w.app, &w.viewer(who).await, new).await.unwrap();
}

async fn lines(w: &World, who: &Person, wanted: Wanted) -> Vec<Group> {
    inbox::lines(&w.app, &w.viewer(who).await, PageRequest::first(20), wanted).await.unwrap().items
}

async fn bell(w: &World, who: &Person) -> i64 {
    inbox::bell(&w.app, &w.viewer(who).await).await.unwrap()
}

pub(crate) async fn choose(w: &World, who: &Person, choices: Choices) {
    notices::set_choices(&w.app, &w.viewer(who).await, choices).await.unwrap();
}

#[tokio::test]
async fn the_bell_counts_lines_and_falls_silent_when_they_are_read() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let (first, second) = (post(&w, &ann, "First").await, post(&w, &ann, "Second").await);
        assert_eq!(bell(&w, &ann).await, 0);
        react(&w, &ben, first).await;
        react(&w, &cem, first).await;
        assert_eq!(bell(&w, &ann).await, 1, "two reactions to one post are one line");
        react(&w, &ben, second).await;
        assert_eq!(bell(&w, &ann).await, 2);
        let told = lines(&w, &ann, Wanted::default()).await;
        let people: Vec<Vec<AccountId>> = told.iter().map(|line| line.people.clone()).collect();
        assert_eq!(people, [vec![ben.id], vec![cem.id, ben.id]]);
        let viewer = w.viewer(&ann).await;
        inbox::open(&w.app, &viewer, told[1].newest.id).await.unwrap();
        assert_eq!(bell(&w, &ann).await, 1, "the whole line is read");
        inbox::set_read(&w.app, &viewer, told[1].newest.id, false).await.unwrap();
        assert_eq!(bell(&w, &ann).await, 2);
        inbox::read_all(&w.app, &viewer).await.unwrap();
        assert_eq!(bell(&w, &ann).await, 0);
        assert_eq!(inbox::unread(&w.app, &viewer, Wanted::default(), 10).await.unwrap(), 0, "for apps too");
        assert!(lines(&w, &ann, Wanted { is_unread: true, ..Wanted::default() }).await.is_empty());
        inbox::remove(&w.app, &viewer, told[1].newest.id).await.unwrap();
        assert_eq!(lines(&w, &ann, Wanted::default()).await.len(), 1);
        let stranger = w.viewer(&cem).await;
        let refused = inbox::remove(&w.app, &stranger, told[0].newest.id).await.unwrap_err();
        assert!(refused.is_not_found(), "it is somebody else's");
    })
    .await;
}

#[tokio::test]
async fn a_kind_that_is_off_is_not_told_and_strangers_are_held_or_dropped() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let post = post(&w, &ann, "Here").await;
        w.befriend(&ann, &cem).await;
        inbox::clear(&w.app, &w.viewer(&ann).await).await.unwrap();
        let off = vec![(Occasion::Reaction, Channels::default())];
        choose(&w, &ann, Choices { channels: off, strangers: Passage::Hold, ..Choices::default() }).await;
        react(&w, &cem, post).await;
        assert!(lines(&w, &ann, Wanted::default()).await.is_empty(), "reactions are off");
        comment(&w, &ben, post, "Held").await;
        assert_eq!(bell(&w, &ann).await, 0);
        let held = lines(&w, &ann, Wanted { place: Place::Held, ..Wanted::default() }).await;
        assert_eq!(held.len(), 1);
        assert_eq!(inbox::held(&w.app, &w.viewer(&ann).await).await.unwrap(), 1);
        inbox::release(&w.app, &w.viewer(&ann).await, held[0].newest.id).await.unwrap();
        assert_eq!(bell(&w, &ann).await, 1);
        choose(&w, &ann, Choices { strangers: Passage::Drop, ..Choices::default() }).await;
        comment(&w, &ben, post, "Dropped").await;
        comment(&w, &cem, post, "From a friend").await;
        let told = lines(&w, &ann, Wanted::default()).await;
        assert_eq!((told.len(), told[0].count), (1, 2), "the friend's and the one that was let through");
        assert_eq!(told[0].people, [cem.id, ben.id]);
    })
    .await;
}

#[tokio::test]
async fn who_commented_hears_of_others_and_of_other_words() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let id = post(&w, &ann, "At eight").await;
        comment(&w, &ben, id, "I come").await;
        comment(&w, &cem, id, "Me too").await;
        let occasions = async |who: &Person| -> Vec<Occasion> {
            lines(&w, who, Wanted::default()).await.iter().map(|line| line.newest.occasion).collect()
        };
        assert_eq!(occasions(&ben).await, [Occasion::AlsoCommented]);
        assert!(occasions(&cem).await.is_empty());
        let edit = posts::PostEdit { text: "At nine".into(), ..posts::PostEdit::default() };
        w.advance(1);
        posts::edit(&w.app, &w.viewer(&ann).await, id, edit).await.unwrap();
        assert_eq!(occasions(&ben).await, [Occasion::PostEdited, Occasion::AlsoCommented]);
        assert_eq!(occasions(&cem).await, [Occasion::PostEdited]);
    })
    .await;
}

#[tokio::test]
async fn a_letter_goes_out_at_once_for_whoever_wants_one() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let id = post(&w, &ann, "Here").await;
        let channels = vec![(Occasion::Comment, Channels::new("ae"))];
        choose(&w, &ann, Choices { channels, ..Choices::default() }).await;
        w.run_jobs().await;
        w.mails.take();
        comment(&w, &ben, id, "Well said").await;
        w.run_jobs().await;
        let mails = w.mails.take();
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].subject, "Ben commented on your post");
        assert!(mails[0].text.contains("Well said") && mails[0].text.contains("/notices/"));
        let quiet = Some(notices::Quiet { from: 0, to: 24 * 60 - 1 });
        let channels = vec![(Occasion::Comment, Channels::new("ae"))];
        choose(&w, &ann, Choices { channels, quiet, ..Choices::default() }).await;
        comment(&w, &ben, id, "In the night").await;
        w.run_jobs().await;
        assert!(w.mails.take().is_empty(), "it is quiet");
        assert_eq!(lines(&w, &ann, Wanted::default()).await[0].count, 2, "the page goes on");
    })
    .await;
}
