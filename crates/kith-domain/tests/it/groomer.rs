//! The groomer: whatever people of all ages do in whatever order, nobody above the age line reaches a minor first, by a
//! message, a request, a group, or a post that is for few (L14).

use std::collections::HashSet;

use kith_base::{HOUR, Kind, PageRequest};
use kith_domain::inbox::{self, Wanted};
use kith_domain::messages::{self, Folder, NewGroup, Part, SeatState};
use kith_domain::notices::{Occasion, Place};
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_domain::{AccountId, ConversationId, groups, relationships};
use kith_testkit::{Person, World};

use crate::groups::{FREE, make, told};
use crate::messages::{born, text};

/// Years of birth; the world begins on 1 March 2026. None: nobody knows, so they may be above the line.
const YEARS: [Option<i64>; 8] =
    [Some(2015), Some(2012), Some(2009), Some(2008), Some(1990), Some(1961), None, Some(2010)];
const STEPS: usize = 90;

/// Numbers that look like chance and are the same for the same seed (SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(limit).unwrap()).unwrap()
    }
}

/// The town as somebody sees it who knows the rule and nothing of how it is kept.
struct Town<'w> {
    w: &'w World,
    people: Vec<Person>,
    chats: Vec<ConversationId>,
    friends: HashSet<(usize, usize)>,
    /// Minors with those of the others whom they know by their own doing: friends at some time, people to whom they
    /// wrote, whom they asked into a group, or whom they found in one when they said yes to it.
    known: HashSet<(usize, usize)>,
    /// What was done, for whoever has to find out why.
    story: Vec<String>,
}

fn is_minor(who: usize) -> bool {
    YEARS[who].is_some_and(|year| 2026 - year < 18)
}

impl<'w> Town<'w> {
    async fn new(w: &'w World) -> Self {
        let mut people = Vec::new();
        for (number, year) in YEARS.iter().enumerate() {
            let person = w.person(&format!("person{number}")).await;
            w.set_trust(&person, 3).await;
            if let Some(year) = year {
                born(w, &person, *year).await;
            }
            people.push(person);
        }
        Self {
            w,
            people,
            chats: Vec::new(),
            friends: HashSet::new(),
            known: HashSet::new(),
            story: Vec::new(),
        }
    }

    fn are_friends(&self, a: usize, b: usize) -> bool {
        self.friends.contains(&(a.min(b), a.max(b)))
    }

    fn index(&self, id: AccountId) -> usize {
        self.people.iter().position(|person| person.id == id).unwrap()
    }

    fn knows(&mut self, minor: usize, others: impl IntoIterator<Item = usize>) {
        self.known.extend(others.into_iter().map(|other| (minor, other)));
    }

    /// Whether `adult` may turn up before `minor`.
    fn may_turn_up(&self, minor: usize, adult: usize) -> bool {
        minor == adult || is_minor(adult) || self.known.contains(&(minor, adult))
    }

    /// Who is in a chat or asked into it, from the place of `who`; nobody when it is not there for them.
    async fn inside(&self, who: usize, chat: ConversationId) -> Vec<usize> {
        let viewer = self.w.viewer(&self.people[who]).await;
        let Ok(talk) = messages::open(&self.w.app, &viewer, chat).await else { return Vec::new() };
        talk.people.iter().map(|one| self.index(one.person.id)).collect()
    }

    /// One thing that somebody does.
    async fn step(&mut self, chance: &mut Chance) {
        self.w.advance(HOUR);
        let (me, other) = (chance.below(YEARS.len()), chance.below(YEARS.len()));
        let third = chance.below(YEARS.len());
        if me == other {
            return;
        }
        let w = self.w;
        let app = &w.app;
        let (viewer, id) = (w.viewer(&self.people[me]).await, self.people[other].id);
        let chat = match self.chats.len() {
            0 => None,
            count => Some(self.chats[chance.below(count)]),
        };
        let what = chance.below(12);
        // What a minor says yes to they have seen before.
        let seen = match chat {
            Some(chat) if what == 6 => self.inside(me, chat).await,
            _ => Vec::new(),
        };
        let outcome: kith_base::Result<()> = match (what, chat) {
            (0 | 1, _) => messages::write_to(app, &viewer, id, text("hello")).await.map(|sent| {
                self.chats.push(sent.conversation);
                self.knows(me, [other]);
            }),
            (2, Some(chat)) => messages::send(app, &viewer, chat, text("hello all")).await.map(drop),
            (3, _) => {
                let people = vec![id, self.people[third].id];
                let new = NewGroup { name: "Club".into(), people, submission: None };
                messages::create_group(app, &viewer, new).await.map(|(chat, _)| {
                    self.chats.push(chat);
                    self.knows(me, [other, third]);
                })
            }
            (4 | 5, Some(chat)) => messages::add(app, &viewer, chat, vec![id]).await.map(|_| {
                self.knows(me, [other]);
            }),
            (6, Some(chat)) => messages::accept(app, &viewer, chat).await.map(|()| self.knows(me, seen)),
            (7, Some(chat)) => match chance.below(3) {
                0 => messages::decline(app, &viewer, chat).await,
                1 => messages::leave(app, &viewer, chat).await,
                _ => messages::remove(app, &viewer, chat, id).await,
            },
            (8, _) if !self.are_friends(me, other) => {
                let befriended = self.befriend(me, other).await;
                if befriended.is_ok() {
                    self.friends.insert((me.min(other), me.max(other)));
                    self.knows(me, [other]);
                    self.knows(other, [me]);
                }
                befriended
            }
            (9, _) if self.are_friends(me, other) => {
                self.friends.remove(&(me.min(other), me.max(other)));
                relationships::unfriend(app, &viewer, id).await
            }
            (10 | 11, _) => self.post_for(me, other).await,
            _ => return,
        };
        self.story.push(format!("{what}: {me} {other} {third} {chat:?}: {outcome:?}"));
        if let Err(error) = outcome {
            assert_ne!(error.kind(), Kind::Internal, "{:?}", self.story);
        }
    }

    async fn befriend(&self, me: usize, other: usize) -> kith_base::Result<()> {
        let (mine, theirs) = (&self.people[me], &self.people[other]);
        relationships::request_friend(&self.w.app, &self.w.viewer(mine).await, theirs.id).await?;
        relationships::confirm(&self.w.app, &self.w.viewer(theirs).await, mine.id).await.map(drop)
    }

    /// A post for one person alone, which is as good as a message; apps write `direct` ones like this.
    async fn post_for(&self, me: usize, other: usize) -> kith_base::Result<()> {
        let (viewer, person) = (self.w.viewer(&self.people[me]).await, &self.people[other]);
        let choice = AudienceChoice { people: vec![person.id], ..AudienceChoice::plain(Audience::People) };
        let words = format!("hello @{}", person.handle);
        let new = NewPost { text: words, choice, ..NewPost::default() };
        let written = posts::create(&self.w.app, &viewer, new).await.map(drop);
        let is_wrong = is_minor(other) && !is_minor(me) && !self.are_friends(me, other);
        assert!(!(is_wrong && written.is_ok()), "{me} wrote a post for {other}: {:?}", self.story);
        written
    }

    /// Looks at everything that minors are shown and told.
    async fn check(&self) {
        for minor in (0..YEARS.len()).filter(|who| is_minor(*who)) {
            let viewer = self.w.viewer(&self.people[minor]).await;
            for folder in Folder::ALL {
                let page =
                    messages::list(&self.w.app, &viewer, *folder, PageRequest::first(50)).await.unwrap();
                for card in &page.items {
                    self.check_chat(minor, card.conversation.id).await;
                }
            }
            for place in Place::ALL {
                let wanted = Wanted { place: *place, ..Wanted::default() };
                let told = inbox::page(&self.w.app, &viewer, PageRequest::first(100), wanted).await.unwrap();
                for notice in told {
                    let is_turning = matches!(
                        notice.occasion,
                        Occasion::Message
                            | Occasion::MessageRequest
                            | Occasion::MessageReaction
                            | Occasion::ChatAdded
                            | Occasion::Mention
                    );
                    let from = self.index(notice.from);
                    let what =
                        format!("{minor} is told of {:?} by {from}: {:?}", notice.occasion, self.story);
                    assert!(!is_turning || self.may_turn_up(minor, from), "{what}");
                }
            }
        }
    }

    async fn check_chat(&self, minor: usize, chat: ConversationId) {
        let viewer = self.w.viewer(&self.people[minor]).await;
        let talk = messages::open(&self.w.app, &viewer, chat).await.unwrap();
        let is_in = talk.conversation.seat.state == SeatState::Joined;
        // Whoever is only asked looks at who is in a group, and has said nothing yet.
        if is_in || !talk.conversation.is_group() {
            for one in &talk.people {
                let other = self.index(one.person.id);
                let what = format!("{minor} has {other} in {chat}: {:?}", self.story);
                assert!(self.may_turn_up(minor, other), "{what}");
            }
        }
        let page = messages::page(&self.w.app, &viewer, chat, Part::Newest, 100).await.unwrap();
        for card in &page.items {
            let author = self.index(card.message.author);
            assert!(self.may_turn_up(minor, author), "{minor} reads {author} in {chat}: {:?}", self.story);
        }
    }
}

#[tokio::test]
async fn l14_a_groomer_finds_no_door_to_a_minor_whatever_everybody_does() {
    for seed in 1..=3 {
        World::each(|w| async move {
            let mut town = Town::new(&w).await;
            let mut chance = Chance(seed);
            for _ in 0..STEPS {
                town.step(&mut chance).await;
                town.check().await;
            }
            // Things have happened, and to minors too: a town in which nobody talks would prove nothing.
            assert!(town.chats.len() > 5, "seed {seed}: {:?}", town.story);
            assert!(town.known.iter().any(|(minor, other)| is_minor(*minor) && !is_minor(*other)));
        })
        .await;
    }
}

/// What is for few is as good as a message. A post in a group is not: all who are in it read it, those who look after
/// it can take it away, and nobody is in a group without having said yes to it. So whoever is named there is told, as
/// in a post for the community, whatever the ages; who does not read the group is told nothing.
#[tokio::test]
async fn l14_a_post_for_few_names_no_minor_whom_its_author_does_not_know() {
    World::each(|w| async move {
        let (kid, adult, friend) = (w.person("kid").await, w.person("adult").await, w.person("friend").await);
        let mate = w.person("mate").await;
        for (person, year) in [(&kid, 2012), (&mate, 2011), (&adult, 1980), (&friend, 1980)] {
            born(&w, person, year).await;
        }
        w.befriend(&kid, &friend).await;
        let write = async |from: &Person, people: &[&Person]| {
            w.advance(HOUR);
            let people = people.iter().map(|person| person.id).collect();
            let choice = AudienceChoice { people, ..AudienceChoice::plain(Audience::People) };
            let new = NewPost { text: "hello @kid".into(), choice, ..NewPost::default() };
            posts::create(&w.app, &w.viewer(from).await, new).await
        };
        let told = async || {
            let viewer = w.viewer(&kid).await;
            let wanted = Wanted { occasions: Some(vec![Occasion::Mention]), ..Wanted::default() };
            inbox::page(&w.app, &viewer, PageRequest::first(20), wanted).await.unwrap().len()
        };
        let refused = write(&adult, &[&kid]).await.unwrap_err();
        assert_eq!(refused.fields()[0].field, "people");
        let others = write(&adult, &[&kid, &mate, &friend]).await.unwrap();
        assert_eq!(others.facts.choice.people, [friend.id], "the others of those who were named");
        assert_eq!(told().await, 0);
        write(&friend, &[&kid]).await.unwrap();
        write(&mate, &[&kid]).await.unwrap();
        assert_eq!(told().await, 2);
    })
    .await;
}

/// Whoever looks after a group may ask anybody in, but for minors whom they do not know.
#[tokio::test]
async fn l14_no_group_asks_in_a_minor_whom_its_keeper_does_not_know() {
    World::each(|w| async move {
        let (kid, adult, mate) = (w.person("kid").await, w.person("adult").await, w.person("mate").await);
        for (person, year) in [(&kid, 2012), (&adult, 1980), (&mate, 2011)] {
            born(&w, person, year).await;
        }
        let group = make(&w, &adult, FREE).await;
        let ask = async |by: &Person, group| {
            groups::invite(&w.app, &w.viewer(by).await, group, vec![kid.id]).await.unwrap()
        };
        assert_eq!(ask(&adult, group).await, 0);
        assert!(told(&w, &kid).await.is_empty());
        let young = make(&w, &mate, FREE).await;
        assert_eq!(ask(&mate, young).await, 1, "between minors");
        w.befriend(&kid, &adult).await;
        assert_eq!(ask(&adult, group).await, 1, "friends know each other");
    })
    .await;
}
