//! The caller's own profile through the eyes of a friend, of another member, or of a visitor.

use axum::Json;
use kith_domain::profiles::{self, FieldKind, Profile, Subject};
use kith_domain::{Viewer, Visible, cards};
use kith_http::Answer;
use kith_locale::Locale;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use super::input::{Asked, At, Onward, Place, SchemaOf, Word};
use super::operations::KithRoutes;
use super::output::Listed;
use crate::caller::Caller;
use crate::entities::account::Account;
use crate::entities::seen::{own_account, seen_statuses};
use crate::entities::status::Status;
use crate::routes::Needs;

pub(super) fn routes() -> KithRoutes {
    KithRoutes::of("view as")
        .get(
            "/api/kith/v1/view_as/{viewer}",
            Needs::Scope("read:accounts"),
            ("viewProfileAs", "The caller's own profile as somebody else sees it"),
            profile,
        )
        .get(
            "/api/kith/v1/view_as/{viewer}/statuses",
            Needs::Scope("read:statuses"),
            (
                "viewStatusesAs",
                "What of the caller's own profile somebody else reads, new to old; the link leads on alone",
            ),
            statuses,
        )
}

/// Whose eyes: the id of a friend, `stranger` for a member who is none, `visitor` for somebody without an account.
struct Eyes(Subject);

impl Place for Eyes {
    const SCHEMAS: &'static [SchemaOf] = &[schema];

    fn read(parts: &[&str]) -> Option<Self> {
        match parts {
            ["stranger"] => Some(Self(Subject::Stranger)),
            ["visitor"] => Some(Self(Subject::Visitor)),
            [id] => Some(Self(Subject::Friend(id.parse().ok()?))),
            _ => None,
        }
    }
}

fn schema(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "string",
        "pattern": "^(stranger|visitor|[0-9]{1,20})$",
        "description": "The id of a friend, `stranger` for a member who is none, `visitor` for somebody without an account.",
    })
}

/// The caller's own profile through other eyes. What they do not see is not there.
#[derive(Debug, Serialize, JsonSchema)]
struct Seen {
    /// The caller's account; none when they do not find the profile at all.
    account: Option<Account>,
    /// What stands on the profile beside it; none likewise.
    profile: Option<SeenProfile>,
}

/// What a profile shows beside the account.
#[derive(Debug, Serialize, JsonSchema)]
struct SeenProfile {
    intro: String,
    pronouns: String,
    /// Tags of languages.
    languages: Vec<String>,
    birthday: Option<BirthdayShown>,
    birth_year: Option<i64>,
    fields: Vec<SeenField>,
    /// How many friends stand in the list; none when it is not for them.
    friends_count: Option<i64>,
    /// Whether friends may write on the profile.
    wall_open: bool,
}

/// A day of the year.
#[derive(Debug, Serialize, JsonSchema)]
struct BirthdayShown {
    month: u8,
    day: u8,
}

/// A row of the profile.
#[derive(Debug, Serialize, JsonSchema)]
struct SeenField {
    kind: Word<FieldKind>,
    name: String,
    value: String,
}

impl SeenProfile {
    fn of(l: &Locale, profile: &Visible<Profile>) -> Self {
        let fields = profile.fields.iter().map(|field| SeenField {
            kind: Word(field.kind),
            name: if field.kind == FieldKind::Own { field.label.clone() } else { l.t(field.kind.name_key()) },
            value: field.value.clone(),
        });
        Self {
            intro: profile.intro.clone(),
            pronouns: profile.pronouns.clone(),
            languages: profile.languages.clone(),
            birthday: profile.birthday.map(|(month, day)| BirthdayShown { month, day }),
            birth_year: profile.birth_year,
            fields: fields.collect(),
            friends_count: profile.friend_count,
            wall_open: profile.is_wall_open,
        }
    }
}

/// Those eyes, and the profile if they find it.
async fn open(caller: &Caller, eyes: Eyes) -> kith_base::Result<(Viewer, Option<Visible<Profile>>)> {
    profiles::as_seen_by(&caller.app, &caller.viewer, eyes.0).await
}

async fn profile(caller: Caller, At(eyes): At<Eyes>) -> Answer<Json<Seen>> {
    let (eyes, profile) = open(&caller, eyes).await?;
    let account = match profile {
        Some(_) => own_account(&caller, &eyes).await?,
        None => None,
    };
    Ok(Json(Seen { account, profile: profile.map(|profile| SeenProfile::of(&caller.locale, &profile)) }))
}

/// Which posts are wanted.
#[derive(Debug, Default, Deserialize, JsonSchema)]
struct Which {
    /// Only the one that is pinned.
    #[serde(default)]
    pinned: bool,
}

type List = (At<Eyes>, Asked<Which>, Asked<Onward>);

async fn statuses(caller: Caller, (At(eyes), Asked(which), Asked(part)): List) -> Answer<Listed<Status>> {
    let (eyes, profile) = open(&caller, eyes).await?;
    // Whoever does not find the profile finds nothing on it.
    let (cards, next) = if profile.is_none() {
        (Vec::new(), None)
    } else if which.pinned {
        let pinned = cards::pinned_seen_by(&caller.app, &caller.viewer, &eyes).await?;
        (pinned.into_iter().collect(), None)
    } else {
        let page = cards::page_seen_by(&caller.app, &caller.viewer, &eyes, part.request()).await?;
        (page.items, page.next.map(|next| next.to_string()))
    };
    Ok(Listed::leading_on(&caller, &seen_statuses(&caller, &eyes, &cards).await?, next))
}
