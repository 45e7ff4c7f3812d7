//! What a profile holds, and to whom each part is shown.

use kith_base::Millis;

use crate::accounts::PersonCard;
use crate::kinds::ProfileFieldId;
use crate::media::Photo;
use crate::relationships::Relation;
use crate::viewer::stored_as_text;

/// Rows on the about tab that one member may have.
pub const FIELDS: usize = 30;
/// Languages one may name.
pub const LANGUAGES: usize = 12;
/// Length of the name of one of them.
pub const LANGUAGE: usize = 40;
/// Pronouns, in characters.
pub const PRONOUNS: usize = 40;
/// Title of an own row, in characters.
pub const FIELD_LABEL: usize = 60;

/// Who sees one part of a profile.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PartAudience {
    /// Visitors without an account as well.
    World,
    /// Every member.
    Community,
    /// Friends.
    #[default]
    Friends,
    /// Nobody else.
    Self_,
}

stored_as_text!(PartAudience {
    World = "world",
    Community = "community",
    Friends = "friends",
    Self_ = "self",
});

/// What a row of the about tab is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FieldKind {
    /// In their own words.
    About,
    /// Where they work.
    Work,
    /// Where they learned or learn.
    School,
    /// Where they live.
    Town,
    /// Where they come from.
    HomeTown,
    /// With whom they live.
    Relationship,
    /// What they like to do.
    Hobbies,
    /// What they can help with.
    Offers,
    /// What they look for.
    Seeks,
    /// A page of theirs.
    Website,
    /// A mail address for others.
    Email,
    /// A telephone number.
    Phone,
    /// A row with a title of its own.
    Own,
}

stored_as_text!(FieldKind {
    About = "about",
    Work = "work",
    School = "school",
    Town = "town",
    HomeTown = "home_town",
    Relationship = "relationship",
    Hobbies = "hobbies",
    Offers = "offers",
    Seeks = "seeks",
    Website = "website",
    Email = "email",
    Phone = "phone",
    Own = "own",
});

impl FieldKind {
    /// Key of what it is called.
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::About => "profile-field-about",
            Self::Work => "profile-field-work",
            Self::School => "profile-field-school",
            Self::Town => "profile-field-town",
            Self::HomeTown => "profile-field-home-town",
            Self::Relationship => "profile-field-relationship",
            Self::Hobbies => "profile-field-hobbies",
            Self::Offers => "profile-field-offers",
            Self::Seeks => "profile-field-seeks",
            Self::Website => "profile-field-website",
            Self::Email => "profile-field-email",
            Self::Phone => "profile-field-phone",
            Self::Own => "profile-field-own",
        }
    }
}

/// A row of the about tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The id.
    pub id: ProfileFieldId,
    /// What it is about.
    pub kind: FieldKind,
    /// Title, for [`FieldKind::Own`]; else empty.
    pub label: String,
    /// What they wrote.
    pub value: String,
    /// Who sees it.
    pub audience: PartAudience,
}

/// Which part of a picture stays in sight where it is cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// The upper part, or the left.
    Start,
    /// The middle.
    #[default]
    Center,
    /// The lower part, or the right.
    End,
}

stored_as_text!(Focus { Start = "start", Center = "center", End = "end" });

/// A profile with the parts that its viewer may see; what they may not see is as if it had not been filled in.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Who it is.
    pub person: PersonCard,
    /// How the viewer stands to them.
    pub relation: Relation,
    /// One line about themselves.
    pub intro: String,
    /// How to speak of them.
    pub pronouns: String,
    /// Tags of the languages they speak.
    pub languages: Vec<String>,
    /// The wide picture on top.
    pub cover: Option<Photo>,
    /// Which part of it stays in sight.
    pub cover_focus: Focus,
    /// The description of their picture.
    pub avatar_alt: String,
    /// Month and day of birth.
    pub birthday: Option<(u8, u8)>,
    /// Year of birth.
    pub birth_year: Option<i64>,
    /// Rows of the about tab in order.
    pub fields: Vec<Field>,
    /// Since when they are here.
    pub joined_at: Millis,
    /// How many friends they have; none when the list is not for the viewer.
    pub friend_count: Option<i64>,
    /// Some faces: friends in common first, then others if the list is open.
    pub faces: Vec<PersonCard>,
    /// How many friends they share with the viewer.
    pub in_common: usize,
    /// Whether friends may write on this profile.
    pub is_wall_open: bool,
}

/// The viewer's own profile with everything, to be edited.
#[derive(Clone, Debug)]
pub struct OwnProfile {
    /// Name, handle, picture.
    pub person: PersonCard,
    /// One line about themselves.
    pub intro: String,
    /// How to speak of them.
    pub pronouns: String,
    /// Tags of the languages they speak.
    pub languages: Vec<String>,
    /// Day, month, year of birth, as far as given.
    pub birth: Birth,
    /// Rows of the about tab in order.
    pub fields: Vec<Field>,
    /// Their picture.
    pub avatar: Option<Photo>,
    /// The wide picture on top.
    pub cover: Option<Photo>,
    /// Which part of it stays in sight.
    pub cover_focus: Focus,
}

/// A date of birth, day and year apart, each with its audience.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Birth {
    /// Month and day.
    pub day: Option<(u8, u8)>,
    /// Year.
    pub year: Option<i64>,
    /// Who sees month and day.
    pub day_audience: PartAudience,
    /// Who sees the year.
    pub year_audience: PartAudience,
}
