//! What somebody who joins tells, and where an application stands.

use kith_base::{Millis, Secret};
use serde::{Deserialize, Serialize};

use crate::AccountId;
use crate::accounts::PersonCard;
use crate::sessions::{Begun, Origin};
use crate::viewer::AccountState;

/// Somebody who wants to join, as they filled in the form.
#[derive(Clone, Debug)]
pub struct NewMember {
    /// Handle as typed.
    pub handle: String,
    /// Name as typed.
    pub display_name: String,
    /// Mail address as typed; empty for none.
    pub email: String,
    /// Password as typed.
    pub password: Secret,
    /// Language tag of the pages.
    pub language: String,
    /// Code of the invitation; empty for none.
    pub code: String,
    /// Answers to the community's questions, in their order.
    pub answers: Vec<String>,
    /// Whether they agreed to rules, terms and privacy notice.
    pub agrees: bool,
    /// Whether they confirmed to be old enough.
    pub is_old_enough: bool,
    /// Solution of a proof of work; empty for none.
    pub proof: String,
    /// Where they come from.
    pub origin: Origin,
}

/// A new member, signed in.
#[derive(Clone, Debug)]
pub struct Joined {
    /// The session that has begun.
    pub begun: Begun,
    /// Active, or waiting for approval.
    pub state: AccountState,
}

/// One question and what was answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answer {
    /// The question as it stood then; empty for what they added themselves.
    pub question: String,
    /// The answer.
    pub answer: String,
}

/// What the staff decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Welcome.
    Approved,
    /// Not now.
    Declined,
}
crate::viewer::stored_as_text!(Decision { Approved = "approved", Declined = "declined" });

/// An application as the staff sees it.
#[derive(Clone, Debug)]
pub struct Application {
    /// Whose it is.
    pub account: AccountId,
    /// The person.
    pub person: PersonCard,
    /// Mail address, if they gave one.
    pub email: Option<String>,
    /// Language tag of the pages they applied with.
    pub language: String,
    /// What they answered.
    pub answers: Vec<Answer>,
    /// When.
    pub created_at: Millis,
    /// Whether this is a second try.
    pub is_second: bool,
    /// Whether a proof of work came with it; browsers without scripts bring none.
    pub has_proof: bool,
    /// When it was declined, if it was.
    pub declined_at: Option<Millis>,
    /// What the applicant was told then.
    pub reason: String,
}

/// Where one's own application stands.
#[derive(Clone, Debug)]
pub struct Standing {
    /// When it was made.
    pub created_at: Millis,
    /// What was answered.
    pub answers: Vec<Answer>,
    /// What was decided, if anything.
    pub decision: Option<Decision>,
    /// What the staff wrote about it.
    pub reason: String,
    /// Whether they may add something and ask again.
    pub may_answer_again: bool,
}
