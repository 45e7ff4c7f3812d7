//! A post that waits for its time.

use kith_base::{Arg, Error, Kind, Message, Millis};
use serde::{Deserialize, Serialize};

use crate::kinds::ScheduledId;
use crate::media::Photo;
use crate::polls::NewPoll;
use crate::posts::{Audience, AudienceChoice, NewPost};
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
    /// For whom, in the word of the database.
    audience: String,
    circle: Option<CircleId>,
    people: Vec<AccountId>,
    except_circles: Vec<CircleId>,
    /// Photos in order.
    pub photos: Vec<MediaId>,
    /// The post to pass on.
    pub share: Option<PostId>,
    /// What is asked.
    pub poll: Option<NewPoll>,
}

impl Draft {
    pub(super) fn of(new: NewPost, poll: Option<NewPoll>) -> Self {
        Self {
            text: new.text,
            cover: new.cover,
            language: new.language,
            audience: new.choice.audience.as_str().to_owned(),
            circle: new.choice.circle,
            people: new.choice.people,
            except_circles: new.choice.except_circles,
            photos: new.photos,
            share: new.share,
            poll,
        }
    }

    /// For whom; a word that is none of ours is nobody but the author.
    pub fn audience(&self) -> Audience {
        Audience::parse(&self.audience).unwrap_or(Audience::Self_)
    }

    /// The post as its author would hand it in now.
    pub(super) fn into_post(self) -> NewPost {
        let choice = AudienceChoice {
            audience: self.audience(),
            circle: self.circle,
            people: self.people,
            except_circles: self.except_circles,
        };
        NewPost {
            text: self.text,
            cover: self.cover,
            language: self.language,
            choice,
            photos: self.photos,
            share: self.share,
            ..NewPost::default()
        }
    }
}
