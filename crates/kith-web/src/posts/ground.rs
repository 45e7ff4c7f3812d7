//! Where a new post will stand: on whose profile, in which group, in the place of what else.

use kith_base::Result;
use kith_domain::{DraftId, MediaId, PostId, ScheduledId};
use kith_http::{Form, Visit};
use serde::Deserialize;

/// Where a new post will stand and what it passes on.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Ground {
    pub(super) share: Option<PostId>,
    pub(super) to: String,
    /// The address of the group that is written in.
    pub(super) group: String,
    /// Whether the first words are there already: a newcomer says hello.
    pub(super) hello: String,
    /// What another app handed over to begin with.
    #[serde(skip)]
    pub(super) begun: Option<Begun>,
    /// The draft that is gone on with.
    #[serde(skip)]
    pub(super) draft: Option<DraftId>,
    /// The one that waits and is written anew.
    #[serde(skip)]
    pub(super) planned: Option<ScheduledId>,
}

/// Words and photos to begin with, from outside.
#[derive(Debug, Default)]
pub(super) struct Begun {
    pub(super) text: String,
    pub(super) photos: Vec<MediaId>,
}

impl Ground {
    /// What this device keeps it under: what was begun elsewhere does not take the place of what was begun here.
    pub(super) fn kept_under(&self, visit: &Visit) -> String {
        let me = visit.viewer.id_or_zero();
        match (self.draft, self.planned) {
            (Some(draft), _) => format!("draft-{me}-{draft}"),
            (None, Some(planned)) => format!("planned-{me}-{planned}"),
            (None, None) => {
                let share = self.share.unwrap_or_default();
                format!("{}-{me}-{}{}-{share}", self.kind(), self.to, self.group)
            }
        }
    }

    const fn kind(&self) -> &'static str {
        if self.begun.is_some() {
            "begun"
        } else if self.hello.is_empty() {
            "new"
        } else {
            "hello"
        }
    }
}

/// Where the post of this form will stand.
pub(super) fn ground_of(form: &Form) -> Result<Ground> {
    let (share, planned) = (form.parse("share")?, form.parse("planned")?);
    let (to, group) = (form.get("to").to_owned(), form.get("group").to_owned());
    Ok(Ground { share, planned, to, group, ..Ground::default() })
}
