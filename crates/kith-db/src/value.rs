//! Values that go into a statement, the same for both engines.

use kith_base::Id;

/// A parameter of a statement.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// No value.
    Null,
    /// `BIGINT`: numbers, ids, times.
    Int(i64),
    /// `DOUBLE PRECISION`.
    Real(f64),
    /// `TEXT`.
    Text(String),
    /// `BOOLEAN`.
    Bool(bool),
    /// `BYTEA`.
    Bytes(Vec<u8>),
    /// Numbers for `IN ($1[])` or `NOT IN ($1[])`; an empty list holds nothing, as one expects.
    List(Vec<i64>),
    /// Texts for the same.
    Texts(Vec<String>),
}

/// PostgreSQL takes no NUL in a text, SQLite does: for both it becomes the sign for what cannot be shown, so that a
/// question with one finds nothing instead of failing.
fn without_nul(text: String) -> String {
    if text.contains('\0') { text.replace('\0', "\u{fffd}") } else { text }
}

macro_rules! from {
    ($($from:ty, $value:ident => $made:expr;)*) => {
        $(impl From<$from> for Value {
            fn from($value: $from) -> Self {
                $made
            }
        })*
    };
}

from! {
    i64, value => Self::Int(value);
    &i64, value => Self::Int(*value);
    i32, value => Self::Int(value.into());
    u32, value => Self::Int(value.into());
    u16, value => Self::Int(value.into());
    usize, value => Self::Int(i64::try_from(value).unwrap_or(i64::MAX));
    f64, value => Self::Real(value);
    bool, value => Self::Bool(value);
    &str, value => Self::Text(without_nul(value.to_owned()));
    String, value => Self::Text(without_nul(value));
    &String, value => Self::Text(without_nul(value.clone()));
    Vec<u8>, value => Self::Bytes(value);
    &[u8], value => Self::Bytes(value.to_vec());
    &Vec<u8>, value => Self::Bytes(value.clone());
    Vec<i64>, value => Self::List(value);
    &Vec<i64>, value => Self::List(value.clone());
    &[i64], value => Self::List(value.to_vec());
    Vec<String>, value => Self::Texts(value.into_iter().map(without_nul).collect());
    &Vec<String>, value => Self::from(value.as_slice());
    &[String], value => Self::from(value.to_vec());
}

impl<K> From<Id<K>> for Value {
    fn from(id: Id<K>) -> Self {
        Self::Int(id.raw())
    }
}
impl<K> From<&Id<K>> for Value {
    fn from(id: &Id<K>) -> Self {
        Self::Int(id.raw())
    }
}
impl<K> From<Vec<Id<K>>> for Value {
    fn from(ids: Vec<Id<K>>) -> Self {
        Self::from(ids.as_slice())
    }
}
impl<K> From<&Vec<Id<K>>> for Value {
    fn from(ids: &Vec<Id<K>>) -> Self {
        Self::from(ids.as_slice())
    }
}
impl<K> From<&[Id<K>]> for Value {
    fn from(ids: &[Id<K>]) -> Self {
        Self::List(ids.iter().map(|id| id.raw()).collect())
    }
}
impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// The parameters of a statement, in order: `params![id, name, now]` is an array of [`Value`].
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => {
        [$($crate::Value::from($value)),*]
    };
}
