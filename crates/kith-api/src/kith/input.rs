//! What requests of Kith's own API bring: ids in the path, a query, a body of JSON. Each part is read into a type, which
//! also tells the document what it may be.
//!
//! Bodies are JSON alone and hold nothing unknown: a misspelt field of an audience would otherwise make it wider.

use std::borrow::Cow;
use std::sync::Arc;

use axum::body::to_bytes;
use axum::extract::{FromRequest, FromRequestParts, Query, RawPathParams, Request};
use axum::http::request::Parts;
use kith_base::{Error, Id, Kind, PageRequest, Result, limits};
use kith_domain::kinds::PostKind;
use kith_domain::{App, PostId};
use kith_http::Fault;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use crate::entities::schema::IdText;
use crate::paging::Window;
use crate::params::{File, Params};

/// Makes the schema of a type.
pub(super) type SchemaOf = fn(&mut SchemaGenerator) -> Schema;

/// The schema of `T`, or the reference to it.
pub(super) fn schema_of<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<T>()
}

/// What a handler takes, for the document.
#[derive(Default)]
pub(super) struct Taken {
    /// Parts of the path in order.
    pub(super) path: Vec<SchemaOf>,
    /// The query, as types with a field for each name.
    pub(super) query: Vec<SchemaOf>,
    /// Headers: name, what it does.
    pub(super) headers: Vec<(&'static str, &'static str)>,
    /// The body.
    pub(super) body: Option<SchemaOf>,
}

/// A part of a request that the document tells of.
pub(super) trait Takes {
    fn tell(taken: &mut Taken);
}

impl Takes for () {
    fn tell(_: &mut Taken) {}
}

impl<A: Takes, B: Takes> Takes for (A, B) {
    fn tell(taken: &mut Taken) {
        A::tell(taken);
        B::tell(taken);
    }
}

impl<A: Takes, B: Takes, C: Takes> Takes for (A, B, C) {
    fn tell(taken: &mut Taken) {
        A::tell(taken);
        B::tell(taken);
        C::tell(taken);
    }
}

/// What can stand in a path. What cannot be read is as good as what nobody has: not found.
pub(super) trait Place: Sized + Send {
    /// Schemas of the parts in order.
    const SCHEMAS: &'static [SchemaOf];

    /// Reads the parts.
    fn read(parts: &[&str]) -> Option<Self>;
}

impl<K> Place for Id<K> {
    const SCHEMAS: &'static [SchemaOf] = &[schema_of::<IdText>];

    fn read(parts: &[&str]) -> Option<Self> {
        match parts {
            [id] => id.parse().ok(),
            _ => None,
        }
    }
}

impl<K, L> Place for (Id<K>, Id<L>) {
    const SCHEMAS: &'static [SchemaOf] = &[schema_of::<IdText>, schema_of::<IdText>];

    fn read(parts: &[&str]) -> Option<Self> {
        match parts {
            [first, second] => Some((first.parse().ok()?, second.parse().ok()?)),
            _ => None,
        }
    }
}

/// What the path names.
pub(super) struct At<T>(pub(super) T);

impl<T: Place> Takes for At<T> {
    fn tell(taken: &mut Taken) {
        taken.path.extend(T::SCHEMAS);
    }
}

impl<S: Send + Sync, T: Place> FromRequestParts<S> for At<T> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        let found = RawPathParams::from_request_parts(parts, state).await.map_err(|_| Error::not_found())?;
        let words: Vec<&str> = found.iter().map(|(_, word)| word).collect();
        T::read(&words).map(Self).ok_or_else(|| Error::not_found().into())
    }
}

/// The query, or those fields of it that `Q` has.
pub(super) struct Asked<Q>(pub(super) Q);

impl<Q: JsonSchema> Takes for Asked<Q> {
    fn tell(taken: &mut Taken) {
        taken.query.push(Q::json_schema);
    }
}

impl<S: Send + Sync, Q: DeserializeOwned> FromRequestParts<S> for Asked<Q> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fault> {
        let Query(asked) = Query::try_from_uri(&parts.uri)
            .map_err(|source| Error::new(Kind::Invalid, "apps-unlike-description").because(source))?;
        Ok(Self(asked))
    }
}

/// The body. One with nothing in it is an object without fields.
pub(super) struct Sent<B>(pub(super) B);

impl<B: JsonSchema> Takes for Sent<B> {
    fn tell(taken: &mut Taken) {
        taken.body = Some(schema_of::<B>);
    }
}

impl<B: DeserializeOwned> FromRequest<Arc<App>> for Sent<B> {
    type Rejection = Fault;

    async fn from_request(request: Request, _: &Arc<App>) -> Result<Self, Fault> {
        let body = to_bytes(request.into_body(), limits::FORM_BYTES)
            .await
            .map_err(|_| Error::new(Kind::TooLarge, "error-too-large"))?;
        let bytes: &[u8] = if body.iter().all(u8::is_ascii_whitespace) { b"{}" } else { &body };
        let sent = serde_json::from_slice::<Map<String, Value>>(bytes)
            .and_then(|fields| serde_json::from_value(Value::Object(fields)))
            .map_err(|source| Error::new(Kind::Invalid, "apps-unlike-description").because(source))?;
        Ok(Self(sent))
    }
}

/// Reads an object as one: serde would take a list of its values too, which the document does not know.
pub(super) fn object<'de, D: Deserializer<'de>, T: DeserializeOwned>(deserializer: D) -> Result<T, D::Error> {
    let fields = Map::<String, Value>::deserialize(deserializer)?;
    serde_json::from_value(Value::Object(fields)).map_err(D::Error::custom)
}

/// [`object`] where there need not be one.
pub(super) fn maybe_object<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    let fields = Option::<Map<String, Value>>::deserialize(deserializer)?;
    fields.map(|fields| serde_json::from_value(Value::Object(fields)).map_err(D::Error::custom)).transpose()
}

/// A list of [`object`]s.
pub(super) fn objects<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    read_all(Vec::deserialize(deserializer)?)
}

fn read_all<T: DeserializeOwned, E: serde::de::Error>(all: Vec<Map<String, Value>>) -> Result<Vec<T>, E> {
    all.into_iter().map(|fields| serde_json::from_value(Value::Object(fields)).map_err(E::custom)).collect()
}

/// [`objects`] where there need be none.
pub(super) fn maybe_objects<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    deserializer: D,
) -> Result<Option<Vec<T>>, D::Error> {
    let all = Option::<Vec<Map<String, Value>>>::deserialize(deserializer)?;
    all.map(read_all).transpose()
}

/// The word by which one request that is sent several times makes one thing.
pub(super) struct Submission(pub(super) Option<String>);

impl Takes for Submission {
    fn tell(taken: &mut Taken) {
        taken.headers.push(("Idempotency-Key", "Sent several times with one key, this makes one thing."));
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Submission {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fault> {
        Ok(Self(crate::statuses::submission(&parts.headers)))
    }
}

/// A file, which comes as the field `file` of a form (`multipart/form-data`).
pub(super) struct Uploaded(pub(super) File);

impl Takes for Uploaded {
    fn tell(_: &mut Taken) {}
}

impl FromRequest<Arc<App>> for Uploaded {
    type Rejection = Fault;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, Fault> {
        let mut params = Params::from_request(request, app).await?;
        let file = params.file("file");
        file.map(Self).ok_or_else(|| Error::invalid("file", "apps-file-missing").into())
    }
}

enum AnyKind {}

/// Which part of a list is wanted, as in Mastodon's API. The `Link` header of the answer leads to the parts beside it.
#[derive(Debug, Default, Deserialize, JsonSchema)]
pub(super) struct PartOfList {
    /// Only what stands after this one.
    #[schemars(with = "Option<IdText>")]
    max_id: Option<Id<AnyKind>>,
    /// Only what stands before this one.
    #[schemars(with = "Option<IdText>")]
    since_id: Option<Id<AnyKind>>,
    /// Only what stands before this one, the nearest to it.
    #[schemars(with = "Option<IdText>")]
    min_id: Option<Id<AnyKind>>,
    /// At most so many: 40 unless said, and never more than 80; of statuses 20, and never more than 40.
    limit: Option<i64>,
}

impl PartOfList {
    /// The part of a list of people.
    pub(super) fn window<K>(&self) -> Window<K> {
        self.bounded(40, 80)
    }

    /// The part of a list of statuses.
    pub(super) fn of_statuses<K>(&self) -> Window<K> {
        self.bounded(20, 40)
    }

    fn bounded<K>(&self, usual: usize, most: usize) -> Window<K> {
        let of = |id: Option<Id<AnyKind>>| id.map(|id| Id::new(id.raw()));
        let limit = bounded(self.limit, usual, most);
        Window { max: of(self.max_id), since: of(self.since_id), min: of(self.min_id), limit }
    }
}

/// Which part is wanted of a list of statuses that leads on in one direction alone.
#[derive(Debug, Default, Deserialize, JsonSchema)]
pub(super) struct Onward {
    /// Only what stands after this one.
    #[schemars(with = "Option<IdText>")]
    pub(super) max_id: Option<PostId>,
    /// At most so many: 20 unless said, and never more than 40.
    limit: Option<i64>,
}

impl Onward {
    /// The part as the domain asks for it.
    pub(super) fn request(&self) -> PageRequest<PostKind> {
        let limit = bounded(self.limit, 20, 40);
        PageRequest { before: self.max_id, after: None, nearest: false, limit }
    }
}

/// A limit, kept within what the list gives at once.
fn bounded(limit: Option<i64>, usual: usize, most: usize) -> usize {
    let Some(limit) = limit else { return usual };
    usize::try_from(limit).unwrap_or(1).clamp(1, most)
}

/// A choice of words that the domain knows, so that the document names those and no others.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<T>(pub(super) T);

/// Something of which there is a handful, each with a word.
pub(super) trait Worded: Copy + 'static {
    /// What the choice is called in the document.
    const NAME: &'static str;

    /// All of them.
    fn all() -> &'static [Self];

    /// The word of this one.
    fn word(self) -> &'static str;
}

macro_rules! worded {
    ($($type:ty = $name:literal;)*) => {$(
        impl Worded for $type {
            const NAME: &'static str = $name;

            fn all() -> &'static [Self] {
                Self::ALL
            }

            fn word(self) -> &'static str {
                self.as_str()
            }
        }
    )*};
}

worded! {
    kith_domain::reactions::ReactionKind = "ReactionKind";
    kith_domain::posts::Audience = "AudienceKind";
    kith_domain::posts::CommentAudience = "CommentAudienceKind";
    kith_domain::profiles::FieldKind = "ProfileFieldKind";
    kith_domain::messages::Folder = "ConversationFolder";
    kith_domain::groups::Visibility = "GroupVisibility";
    kith_domain::groups::Joining = "GroupJoining";
    kith_domain::groups::Posting = "GroupPosting";
    kith_domain::groups::GroupState = "GroupState";
    kith_domain::groups::MemberState = "GroupMemberState";
    kith_domain::viewer::GroupRole = "GroupRole";
    kith_domain::viewer::GroupLevel = "GroupLevel";
    kith_domain::reports::Category = "ReportCategory";
    kith_domain::reports::Outcome = "ReportOutcome";
    kith_domain::viewer::PageRole = "PageRole";
    kith_domain::pages::Category = "PageCategory";
    kith_domain::pages::Button = "PageButton";
    kith_domain::pages::Act = "PageActKind";
    kith_domain::pages::SubjectKind = "PageSubjectKind";
    kith_domain::messages::Hears = "ConversationHears";
    kith_domain::search::SubjectKind = "SearchedKind";
    kith_domain::photo_tags::WhoMayTag = "WhoMayTag";
    kith_domain::events::Folder = "EventFolder";
    kith_domain::events::EventAudience = "EventAudience";
    kith_domain::events::EventState = "EventState";
    kith_domain::events::AnswerState = "EventAnswer";
    kith_domain::events::Choice = "EventChoice";
}

impl<T: Worded> JsonSchema for Word<T> {
    fn schema_name() -> Cow<'static, str> {
        T::NAME.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let words: Vec<&str> = T::all().iter().map(|one| one.word()).collect();
        schemars::json_schema!({ "type": "string", "enum": words })
    }
}

impl<T: Worded> serde::Serialize for Word<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.word())
    }
}

impl<'de, T: Worded> Deserialize<'de> for Word<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = Cow::<'de, str>::deserialize(deserializer)?;
        let found = T::all().iter().find(|one| one.word() == word);
        found.copied().map(Self).ok_or_else(|| D::Error::custom("none of the words"))
    }
}
