//! A few groups, begun, joined and written in as anybody would.

use std::sync::Arc;

use kith_base::Result;
use kith_domain::groups::{self, GroupSettings, Joining, NewGroup, Posting, Visibility};
use kith_domain::posts::{self, InGroup, NewPost};
use kith_domain::{AccountId, App, viewers};

/// People in one group, at most.
const MEMBERS: usize = 24;

/// A group to be made.
struct Plan {
    name: &'static str,
    about: &'static str,
    visibility: Visibility,
    joining: Joining,
    posting: Posting,
    /// What its members write, one after the other.
    posts: &'static [&'static str],
}

const GROUPS: &[Plan] = &[
    Plan {
        name: "Elm Street",
        about: "For everybody who lives on Elm Street: what is lent, found, planned and celebrated.",
        visibility: Visibility::Site,
        joining: Joining::Free,
        posting: Posting::All,
        posts: &[
            "The street party is on the last Saturday of the month. Who brings a table?",
            "I have a long ladder that anybody may borrow.",
            "A grey cat with a red collar sits on our steps. Whose is it?",
        ],
    },
    Plan {
        name: "Choir",
        about: "Rehearsals, notes and who sings what.",
        visibility: Visibility::Private,
        joining: Joining::Request,
        posting: Posting::All,
        posts: &[
            "Rehearsal begins at seven this week, not at half past.",
            "Could somebody print the notes of the second piece?",
        ],
    },
    Plan {
        name: "Garden & Seeds",
        about: "What grows, what does not, and who has seeds to spare.",
        visibility: Visibility::Public,
        joining: Joining::Free,
        posting: Posting::Approved,
        posts: &[
            "Six kinds of tomato this year. I will have seeds for all of you.",
            "When do you cut roses back here?",
        ],
    },
];

/// Makes the groups among `people`; gives how many there are.
pub async fn make(app: &Arc<App>, people: &[AccountId]) -> Result<usize> {
    let mut made = 0;
    for (plan, founder) in GROUPS.iter().zip(people) {
        let viewer = viewers::load(app, *founder).await?;
        let settings = GroupSettings {
            visibility: plan.visibility,
            joining: plan.joining,
            posting: plan.posting,
            ..GroupSettings::default()
        };
        let new = NewGroup {
            name: plan.name.into(),
            about: plan.about.into(),
            language: "en".into(),
            settings,
            submission: None,
        };
        let group = groups::create(app, &viewer, new).await?;
        let others: Vec<AccountId> =
            people.iter().filter(|person| *person != founder).skip(made * 3).take(MEMBERS).copied().collect();
        for person in &others {
            let other = viewers::load(app, *person).await?;
            groups::join(app, &other, group, Vec::new(), true).await?;
        }
        // Those who look after it write first; half of those who ask are let in.
        if plan.joining == Joining::Request {
            for person in others.iter().step_by(2) {
                groups::approve(app, &viewer, group, *person).await?;
            }
        }
        let writers = std::iter::once(founder).chain(others.iter().step_by(2));
        for (text, writer) in plan.posts.iter().zip(writers) {
            let place = InGroup { group, ..InGroup::default() };
            let new = NewPost { text: (*text).to_owned(), group: Some(place), ..NewPost::default() };
            posts::create(app, &viewers::load(app, *writer).await?, new).await?;
        }
        made += 1;
    }
    Ok(made)
}
