//! Statements over profiles.

use kith_base::{Error, Millis, Result};
use kith_db::{Query, Row, Tx, params, statement};

use super::model::{Birth, Field, FieldKind, Focus, PartAudience};
use crate::accounts::{PersonCard, Preferences, ProfileAudience};
use crate::kinds::ProfileFieldId;
use crate::media::Photo;
use crate::relationships::Relation;
use crate::viewer::{AccountState, Role};
use crate::{AccountId, MediaId};

/// Everything of a profile, before the rules.
#[derive(Debug)]
pub(super) struct Facts {
    pub person: PersonCard,
    pub intro: String,
    pub pronouns: String,
    pub languages: Vec<String>,
    pub birth: Birth,
    pub cover_id: Option<MediaId>,
    pub cover_focus: Focus,
    pub joined_at: Millis,
    pub preferences: Preferences,
    // What other statements add.
    pub fields: Vec<Field>,
    pub cover: Option<Photo>,
    pub avatar_alt: String,
    pub relation: Relation,
    pub friend_count: Option<i64>,
    pub faces: Vec<PersonCard>,
    pub in_common: usize,
    pub is_wall_open: bool,
}

impl Facts {
    /// Whether visitors may find it.
    pub fn is_for_world(&self) -> bool {
        self.preferences.profile_audience == ProfileAudience::World
    }
}

statement!(
    FIND,
    "profiles.find",
    "SELECT id, handle, display_name, avatar_id, state, role, intro, pronouns, spoken_languages, birth_day,
            birth_month, birth_year, birth_day_audience, birth_year_audience, cover_id, cover_focus, created_at,
            preferences
       FROM accounts
      WHERE id = $1 AND state <> 'deleted'"
);
statement!(
    FIELDS,
    "profiles.fields",
    "SELECT id, kind, label, value, audience
       FROM profile_fields
      WHERE account_id = $1
      ORDER BY position, id"
);
statement!(
    SET_TEXTS,
    "profiles.set_texts",
    "UPDATE accounts
        SET intro = $2, pronouns = $3, spoken_languages = $4, birth_day = $5, birth_month = $6, birth_year = $7,
            birth_day_audience = $8, birth_year_audience = $9, cover_focus = $10
      WHERE id = $1"
);
statement!(DELETE_FIELDS, "profiles.delete_fields", "DELETE FROM profile_fields WHERE account_id = $1");
statement!(
    INSERT_FIELD,
    "profiles.insert_field",
    "INSERT INTO profile_fields (id, account_id, kind, label, value, audience, position)
     VALUES ($1, $2, $3, $4, $5, $6, $7)"
);
statement!(SET_AVATAR, "profiles.set_avatar", "UPDATE accounts SET avatar_id = $2 WHERE id = $1");
statement!(SET_COVER, "profiles.set_cover", "UPDATE accounts SET cover_id = $2 WHERE id = $1");

/// The account's part of a profile.
pub(super) fn find(q: &mut Query<'_>, id: AccountId) -> Result<Option<Facts>> {
    q.find(&FIND, &params![id], facts_row)
}

fn facts_row(row: &Row<'_>) -> Result<Facts> {
    let spoken = row.text("spoken_languages")?;
    let small = |column| Ok::<_, Error>(row.opt_int(column)?.and_then(|number| u8::try_from(number).ok()));
    Ok(Facts {
        person: person_row(row)?,
        intro: row.text("intro")?,
        pronouns: row.text("pronouns")?,
        languages: spoken.split(',').filter(|tag| !tag.is_empty()).map(ToOwned::to_owned).collect(),
        birth: Birth {
            day: small("birth_month")?.zip(small("birth_day")?),
            year: row.opt_int("birth_year")?,
            day_audience: audience(&row.text("birth_day_audience")?),
            year_audience: audience(&row.text("birth_year_audience")?),
        },
        cover_id: row.opt_id("cover_id")?,
        cover_focus: Focus::parse(&row.text("cover_focus")?).unwrap_or_default(),
        joined_at: row.int("created_at")?,
        preferences: serde_json::from_str(&row.text("preferences")?)?,
        fields: Vec::new(),
        cover: None,
        avatar_alt: String::new(),
        relation: Relation::default(),
        friend_count: None,
        faces: Vec::new(),
        in_common: 0,
        is_wall_open: false,
    })
}

fn person_row(row: &Row<'_>) -> Result<PersonCard> {
    let (state, role) = (row.text("state")?, row.text("role")?);
    Ok(PersonCard {
        id: row.id("id")?,
        handle: row.text("handle")?,
        name: row.text("display_name")?,
        avatar: row.opt_id("avatar_id")?,
        state: AccountState::parse(&state).ok_or_else(|| unknown("account state", &state))?,
        role: Role::parse(&role).ok_or_else(|| unknown("role", &role))?,
    })
}

/// What a summary takes from the account: person, intro, cover, when they joined, preferences.
pub(super) type SummaryRow = (PersonCard, String, Option<MediaId>, Millis, Preferences);

pub(super) fn summary_row(row: &Row<'_>) -> Result<SummaryRow> {
    let preferences = serde_json::from_str(&row.text("preferences")?)?;
    let joined_at = row.int("created_at")?;
    Ok((person_row(row)?, row.text("intro")?, row.opt_id("cover_id")?, joined_at, preferences))
}

/// An audience that cannot be read is the narrowest.
fn audience(text: &str) -> PartAudience {
    PartAudience::parse(text).unwrap_or(PartAudience::Self_)
}

fn unknown(what: &str, word: &str) -> Error {
    Error::internal(format!("no {what} {word}"))
}

/// Rows of the about tab in order.
pub(super) fn fields(q: &mut Query<'_>, account: AccountId) -> Result<Vec<Field>> {
    q.all(&FIELDS, &params![account], field_row)
}

/// One row of the about tab.
pub(super) fn field_row(row: &Row<'_>) -> Result<Field> {
    let kind = row.text("kind")?;
    Ok(Field {
        id: row.id("id")?,
        kind: FieldKind::parse(&kind).ok_or_else(|| unknown("profile field", &kind))?,
        label: row.text("label")?,
        value: row.text("value")?,
        audience: audience(&row.text("audience")?),
    })
}

/// Sets the texts and the date of birth.
pub(super) fn set_texts(
    tx: &mut Tx<'_>,
    account: AccountId,
    intro: &str,
    pronouns: &str,
    languages: &str,
    birth: Birth,
    focus: Focus,
) -> Result<()> {
    let day = birth.day.map(|(_, day)| i64::from(day));
    let month = birth.day.map(|(month, _)| i64::from(month));
    tx.run(
        &SET_TEXTS,
        &params![
            account,
            intro,
            pronouns,
            languages,
            day,
            month,
            birth.year,
            birth.day_audience,
            birth.year_audience,
            focus
        ],
    )
    .map(drop)
}

statement!(
    SET_INTRO,
    "profiles.set_intro",
    "UPDATE accounts SET intro = $2, spoken_languages = $3 WHERE id = $1"
);

/// Sets the line about an account and its languages alone.
pub(super) fn set_intro(tx: &mut Tx<'_>, account: AccountId, intro: &str, languages: &str) -> Result<()> {
    tx.run(&SET_INTRO, &params![account, intro, languages]).map(drop)
}

/// Replaces the rows of the about tab.
pub(super) fn set_fields(tx: &mut Tx<'_>, account: AccountId, fields: &[super::NewField]) -> Result<()> {
    tx.run(&DELETE_FIELDS, &params![account])?;
    for (position, field) in fields.iter().enumerate() {
        let id: ProfileFieldId = tx.new_id();
        tx.run(
            &INSERT_FIELD,
            &params![id, account, field.kind, &field.label, &field.value, field.audience, position],
        )?;
    }
    Ok(())
}

/// Sets the picture.
pub(super) fn set_avatar(tx: &mut Tx<'_>, account: AccountId, media: Option<MediaId>) -> Result<()> {
    tx.run(&SET_AVATAR, &params![account, media]).map(drop)
}

/// Sets the wide picture.
pub(super) fn set_cover(tx: &mut Tx<'_>, account: AccountId, media: Option<MediaId>) -> Result<()> {
    tx.run(&SET_COVER, &params![account, media]).map(drop)
}
