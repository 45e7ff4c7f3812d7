//! Who lives in a made-up community and what they write. The same seed makes the same plan; only the times follow the
//! clock.

use std::collections::{BTreeMap, HashSet};

use kith_base::{DAY, HOUR, Id, MINUTE, Millis};
use kith_domain::demo::{Circle, Comment, Person, Post, Reaction};
use kith_domain::posts::Audience;
use kith_domain::reactions::ReactionKind;
use kith_domain::{AccountId, CircleId};
use kith_text::names::{fold, skeleton};
use rand::Rng;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use super::names::{self, Names};
use super::words;

/// Posts are spread over so many days.
const DAYS: i64 = 90;
/// Languages in which the pages speak.
const PAGES: [&str; 5] = ["en", "de", "es", "fr", "ar"];

/// Somebody of the plan.
pub struct Member {
    /// The account.
    pub id: AccountId,
    /// The language they write in.
    pub writes: String,
    /// Their friends, by place in the plan.
    pub friends: Vec<usize>,
    /// Their circle, if they have one.
    pub circle: Option<CircleId>,
}

/// What everything is made from.
pub struct Plan<'a> {
    /// Chance.
    pub rng: ChaCha8Rng,
    /// The present moment.
    pub now: Millis,
    /// Texts that were handed in.
    pub texts: &'a BTreeMap<String, Vec<String>>,
    used: HashSet<i64>,
}

impl<'a> Plan<'a> {
    /// A plan with nothing in it.
    pub fn new(rng: ChaCha8Rng, now: Millis, texts: &'a BTreeMap<String, Vec<String>>) -> Self {
        Self { rng, now, texts, used: HashSet::new() }
    }

    /// An id of its own that carries `at`.
    fn id<K>(&mut self, at: Millis) -> Id<K> {
        loop {
            let raw = (at << 16) | i64::from(self.rng.random::<u16>());
            if self.used.insert(raw) {
                return Id::new(raw);
            }
        }
    }

    /// A moment of the waking hours of one of the past days.
    fn moment(&mut self) -> Millis {
        let day = self.rng.random_range(0..DAYS);
        let midnight = self.now - self.now.rem_euclid(DAY) - day * DAY;
        let at = midnight
            + 7 * HOUR
            + self.rng.random_range(0..15 * 60) * MINUTE
            + self.rng.random_range(0..MINUTE);
        if at > self.now { at - DAY } else { at }
    }

    /// A moment within two days after `at`, sooner rather than later.
    fn later(&mut self, at: Millis) -> Millis {
        let room = (self.now - at).clamp(0, 2 * DAY);
        let part: f64 = self.rng.random();
        at + (part * part * room as f64) as Millis
    }

    fn chance(&mut self, part: f64) -> bool {
        self.rng.random_bool(part)
    }

    fn pick<'t, T>(&mut self, list: &'t [T]) -> Option<&'t T> {
        list.choose(&mut self.rng)
    }

    /// People with handles that are not in `taken`.
    pub fn people(&mut self, count: usize, taken: Vec<(String, String)>) -> (Vec<Person>, Vec<Member>) {
        let (mut keys, mut looks): (HashSet<String>, HashSet<String>) = taken.into_iter().unzip();
        let (mut people, mut members) = (Vec::with_capacity(count), Vec::with_capacity(count));
        for _ in 0..count {
            let names = self.names();
            let (first, last) = (names.first(), names.last());
            let (Some(first), Some(last)) = (self.pick(&first), self.pick(&last)) else { continue };
            let mut handle = format!("{}_{}", first.latin, last.latin);
            handle.truncate(24);
            let mut number = 1;
            while !keys.insert(fold(&handle)) || !looks.insert(skeleton(&handle)) {
                number += 1;
                let base = format!("{}_{}", first.latin, last.latin);
                handle = format!("{}{number}", base.chars().take(24).collect::<String>());
            }
            let joined = self.now - self.rng.random_range(DAYS..420) * DAY - self.rng.random_range(0..DAY);
            let language = if PAGES.contains(&names.language) { names.language } else { "en" };
            let intro = if self.chance(0.6) {
                self.pick(words::of(names.language).intros).map_or(String::new(), |intro| (*intro).to_owned())
            } else {
                String::new()
            };
            let id = self.id(joined);
            let writes = self.written(names.language);
            people.push(Person {
                id,
                handle,
                name: names.whole(first, last),
                language: language.to_owned(),
                intro,
            });
            members.push(Member { id, writes, friends: Vec::new(), circle: None });
        }
        (people, members)
    }

    /// More people come from where the pages speak the language.
    fn names(&mut self) -> &'static Names {
        let most = if self.chance(0.7) { PAGES.len() } else { names::ALL.len() };
        let at = self.rng.random_range(0..most);
        let [first, ..] = &names::ALL;
        names::ALL.get(at).unwrap_or(first)
    }

    /// The language somebody writes in: their own, or one that only the texts have.
    pub fn written(&mut self, own: &str) -> String {
        if !self.texts.is_empty() && self.chance(0.25) {
            let all: Vec<&String> = self.texts.keys().collect();
            if let Some(language) = self.pick(&all) {
                return (*language).clone();
            }
        }
        own.to_owned()
    }

    /// When two became friends.
    pub fn friends_since(&mut self) -> Millis {
        self.now - self.rng.random_range(1..300) * DAY - self.rng.random_range(0..DAY)
    }

    /// A circle for every sixth or so.
    pub fn circles(&mut self, members: &mut [Member]) -> Vec<Circle> {
        let ids: Vec<AccountId> = members.iter().map(|member| member.id).collect();
        let mut circles = Vec::new();
        for member in members.iter_mut().filter(|member| member.friends.len() > 3) {
            if !self.chance(0.17) {
                continue;
            }
            let at = self.now - DAYS * DAY;
            let id = self.id(at);
            let name = self.pick(words::of(&member.writes).circles).map_or("Friends", |name| name);
            let in_it = member.friends.iter().filter(|_| self.rng.random_bool(0.4));
            circles.push(Circle {
                id,
                owner: member.id,
                name: name.to_owned(),
                members: in_it.filter_map(|friend| ids.get(*friend)).copied().collect(),
            });
            member.circle = Some(id);
        }
        circles
    }

    /// A post with photos.
    pub fn with_photos(&mut self, members: &[Member], author: &Member) -> Post {
        let mut post = self.post(members, author);
        post.photo_count = *[1, 1, 2, 3, 3, 4, 6].choose(&mut self.rng).unwrap_or(&1);
        post
    }

    /// Posts of everybody, some ten each.
    pub fn posts(&mut self, members: &[Member]) -> Vec<(usize, Post)> {
        let mut posts: Vec<(usize, Post)> = Vec::new();
        for (place, member) in members.iter().enumerate() {
            let zeal: f64 = self.rng.random();
            for _ in 0..1 + (zeal * zeal * 27.0) as usize {
                let post = self.post(members, member);
                posts.push((place, post));
            }
        }
        self.share(&mut posts);
        posts
    }

    fn post(&mut self, members: &[Member], member: &Member) -> Post {
        let at = self.moment();
        let mut audience = match self.rng.random_range(0..100) {
            0..15 => Audience::World,
            15..45 => Audience::Community,
            45..90 => Audience::Friends,
            90..95 if member.circle.is_some() => Audience::Circle,
            90..95 => Audience::Friends,
            _ => Audience::Self_,
        };
        let mut wall = None;
        if self.chance(0.03)
            && let Some(friend) = self.pick(&member.friends)
        {
            wall = members.get(*friend).map(|friend| friend.id);
            audience = Audience::Friends;
        }
        Post {
            id: self.id(at),
            author: member.id,
            wall,
            audience,
            circle: if audience == Audience::Circle { member.circle } else { None },
            text: self.text(&member.writes),
            language: member.writes.clone(),
            shared: None,
            photo_count: 0,
        }
    }

    /// One to three lines in `language`.
    fn text(&mut self, language: &str) -> String {
        let lines = *[1, 1, 1, 2, 2, 3].choose(&mut self.rng).unwrap_or(&1);
        let mut said: Vec<&str> = Vec::new();
        for _ in 0..lines {
            let line = match self.texts.get(language) {
                Some(texts) => texts.choose(&mut self.rng).map(String::as_str),
                None => words::of(language).posts.choose(&mut self.rng).copied(),
            };
            said.extend(line.filter(|line| !said.contains(line)));
        }
        said.join("\n\n")
    }

    /// Lets some posts pass on older ones, never further than those go.
    fn share(&mut self, posts: &mut [(usize, Post)]) {
        let wide: Vec<_> = posts
            .iter()
            .filter(|(_, post)| post.audience.is_wide() && post.wall.is_none())
            .map(|(_, post)| post.id)
            .collect();
        for (_, post) in posts.iter_mut().filter(|(_, post)| post.wall.is_none()) {
            if self.rng.random_bool(0.03)
                && let Some(original) = wide.choose(&mut self.rng)
                && *original < post.id
            {
                post.shared = Some(*original);
                if post.audience == Audience::World {
                    post.audience = Audience::Community;
                }
            }
        }
        // What is itself passed on passes nothing on.
        let passed: HashSet<_> = posts.iter().filter_map(|(_, post)| post.shared).collect();
        for (_, post) in posts.iter_mut().filter(|(_, post)| passed.contains(&post.id)) {
            post.shared = None;
        }
    }

    /// Comments under `post` of `members[place]`, by their friends.
    pub fn comments(&mut self, members: &[Member], place: usize, post: &Post) -> Vec<Comment> {
        let Some(author) = members.get(place).filter(|_| is_shared(post)) else { return Vec::new() };
        let zeal: f64 = self.rng.random();
        let mut said: Vec<Comment> = Vec::new();
        for _ in 0..(zeal * zeal * 4.5) as usize {
            let answers = said.last().filter(|_| self.rng.random_bool(0.3)).map(|c| c.thread.unwrap_or(c.id));
            let by = if answers.is_some() && self.chance(0.5) {
                author
            } else {
                let Some(friend) = self.pick(&author.friends).and_then(|friend| members.get(*friend)) else {
                    break;
                };
                friend
            };
            let after = said.last().map_or(post.id.made_at(), |last| last.id.made_at());
            let at = self.later(after);
            let talk = words::of(&by.writes);
            let text = self.pick(talk.comments).map_or(String::new(), |line| (*line).to_owned());
            said.push(Comment {
                id: self.id(at),
                post: post.id,
                author: by.id,
                thread: answers,
                language: talk.language.to_owned(),
                text,
            });
        }
        said
    }

    /// Reactions to `post` of `members[place]`, by their friends.
    pub fn reactions(&mut self, members: &[Member], place: usize, post: &Post) -> Vec<Reaction> {
        let Some(author) = members.get(place).filter(|_| is_shared(post)) else { return Vec::new() };
        let zeal: f64 = self.rng.random();
        let most = (zeal * zeal * 11.0) as usize;
        let friends: Vec<usize> = author.friends.choose_multiple(&mut self.rng, most).copied().collect();
        friends
            .into_iter()
            .filter_map(|friend| members.get(friend))
            .map(|friend| Reaction {
                post: post.id,
                account: friend.id,
                kind: match self.rng.random_range(0..20) {
                    0..10 => ReactionKind::Like,
                    10..15 => ReactionKind::Love,
                    15 => ReactionKind::Care,
                    16..18 => ReactionKind::Haha,
                    18 => ReactionKind::Wow,
                    _ => ReactionKind::Sad,
                },
                at: self.later(post.id.made_at()),
            })
            .collect()
    }
}

/// Whether the author's friends can be expected to see it, on a wall the owner's friends.
fn is_shared(post: &Post) -> bool {
    post.wall.is_none() && matches!(post.audience, Audience::World | Audience::Community | Audience::Friends)
}
