//! A post that waits for its time.

use kith_base::{Arg, Error, Kind, Message, Millis};
use serde::{Deserialize, Serialize};

use crate::kinds::{DraftId, ScheduledId};
use crate::media::Photo;
use crate::polls::NewPoll;
use crate::posts::{Audience, AudienceChoice, CommentAudience, CommentChoice, NewPost, NewText};
use crate::{AccountId, CircleId, MediaId, PostId};

/// A post that waits, as its author sees it.
#[derive(Clone, Debug)]
pub struct Scheduled {
    /// Which one.
    pub id: ScheduledId,
    /// When it is published.
    pub due_at: Millis,
    /// What was handed in.
    pub draft: Draft,
    /// Its photos in order.
    pub photos: Vec<Photo>,
    /// Why it was not published at its time; it waits for its author then. Empty before that.
    pub refusal: Vec<Reason>,
}

/// A post that its author has begun and not handed in.
#[derive(Clone, Debug)]
pub struct Begun {
    /// Which one.
    pub id: DraftId,
    /// The word of the form in which it is written.
    pub submission: String,
    /// What stands in the form.
    pub draft: Draft,
    /// Its photos in order.
    pub photos: Vec<Photo>,
    /// When it was kept last.
    pub changed_at: Millis,
}

/// A sentence of the catalogues with its arguments, as it is kept until its reader's language is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// The key.
    pub key: String,
    args: Vec<(String, serde_json::Value)>,
}

impl Reason {
    /// What an error says.
    pub(super) fn all_of(error: &Error) -> Vec<Self> {
        if error.kind() == Kind::NotFound {
            // What is hidden and what is gone are the same.
            return vec![Self::of(&Message::new("scheduled-refused-gone"))];
        }
        if error.fields().is_empty() {
            return vec![Self::of(error.message())];
        }
        error.fields().iter().map(|field| Self::of(&field.message)).collect()
    }

    fn of(message: &Message) -> Self {
        let args = message.args.iter().map(|(name, value)| {
            let value = match value {
                Arg::Number(number) => (*number).into(),
                Arg::Text(text) => text.as_str().into(),
            };
            ((*name).to_owned(), value)
        });
        Self { key: message.key.to_owned(), args: args.collect() }
    }

    /// The arguments by name.
    pub fn args(&self) -> Vec<(&str, Arg)> {
        let args = self.args.iter().map(|(name, value)| {
            let value = value.as_i64().map_or_else(|| value.as_str().unwrap_or_default().into(), Arg::from);
            (name.as_str(), value)
        });
        args.collect()
    }
}

/// What is kept of a post until then. Nothing is looked up or rendered before: who is mentioned and who may read is
/// decided when it is published.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// The text as typed.
    pub text: String,
    /// What stands on the cover; empty without one.
    pub cover: String,
    /// Language as chosen.
    pub language: String,
    /// The same in further languages, as typed.
    pub more: Vec<NewText>,
    /// For whom, in the word of the database.
    audience: String,
    circle: Option<CircleId>,
    people: Vec<AccountId>,
    except_circles: Vec<CircleId>,
    /// Who may comment, in the word of the database.
    comments: String,
    comment_people: Vec<AccountId>,
    /// Photos in order.
    pub photos: Vec<MediaId>,
    /// What they show, in words.
    pub alts: Vec<(MediaId, String)>,
    /// The profile to write on, if not one's own.
    pub wall: Option<AccountId>,
    /// The post to pass on.
    pub share: Option<PostId>,
    /// What is asked.
    pub poll: Option<NewPoll>,
}

impl Draft {
    /// What a form holds, whole or half done.
    pub fn of(new: NewPost, poll: Option<NewPoll>) -> Self {
        let mut alts: Vec<(MediaId, String)> = new.alts.into_iter().collect();
        alts.sort_unstable();
        Self {
            text: new.text,
            cover: new.cover,
            language: new.language,
            more: new.more,
            audience: new.choice.audience.as_str().to_owned(),
            circle: new.choice.circle,
            people: new.choice.people,
            except_circles: new.choice.except_circles,
            comments: new.comments.audience.as_str().to_owned(),
            comment_people: new.comments.people,
            photos: new.photos,
            alts,
            wall: new.wall,
            share: new.share,
            poll,
        }
    }

    /// For whom; a word that is none of ours is nobody but the author.
    pub fn audience(&self) -> Audience {
        Audience::parse(&self.audience).unwrap_or(Audience::Self_)
    }

    /// The same with the people and circles that it names.
    pub fn choice(&self) -> AudienceChoice {
        AudienceChoice {
            audience: self.audience(),
            circle: self.circle,
            people: self.people.clone(),
            except_circles: self.except_circles.clone(),
        }
    }

    /// Who may comment. What was kept before there was such a choice lets everybody who sees it.
    pub fn comments(&self) -> CommentChoice {
        CommentChoice {
            audience: CommentAudience::parse(&self.comments).unwrap_or_default(),
            people: self.comment_people.clone(),
        }
    }

    /// Whether there is anything in it that would be missed.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
            && self.cover.trim().is_empty()
            && self.more.iter().all(NewText::is_blank)
            && self.photos.is_empty()
            && self.poll.is_none()
    }

    /// The post as its author would hand it in now.
    pub(super) fn into_post(self) -> NewPost {
        let (choice, comments) = (self.choice(), self.comments());
        NewPost {
            text: self.text,
            cover: self.cover,
            language: self.language,
            more: self.more,
            choice,
            comments,
            photos: self.photos,
            alts: self.alts.into_iter().collect(),
            wall: self.wall,
            share: self.share,
            ..NewPost::default()
        }
    }
}
