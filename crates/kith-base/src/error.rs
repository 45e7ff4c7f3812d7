//! The one error type. It carries two texts that cannot be mixed up: a message key for the person (translated by
//! the face) and the cause for the log.

use std::error::Error as StdError;
use std::fmt;

/// What went wrong, as far as a face needs to know to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It is not there, or the viewer may not know that it is: the same answer.
    NotFound,
    /// The viewer has to sign in first.
    SignInNeeded,
    /// The viewer may know of it but not do this.
    Forbidden,
    /// The input breaks a rule; `fields` say which and how to mend it.
    Invalid,
    /// Somebody else was faster, or the state has changed.
    Conflict,
    /// Too many attempts; try again after so many seconds.
    RateLimited {
        /// Whole seconds to wait.
        retry_after_s: u32,
    },
    /// The body or file is larger than allowed.
    TooLarge,
    /// The server sheds load; try again soon.
    Overloaded,
    /// Two writes met; the database door tries again and nobody else sees this.
    Retry,
    /// Anything unforeseen. The cause goes to the log, a reference number to the person.
    Internal,
}

/// An argument of a message: numbers choose plurals, text stands as it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// A number.
    Number(i64),
    /// Text that is shown unchanged.
    Text(String),
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}
impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}
impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// A sentence for a person, as a key of the catalogues in `locales/` with its arguments.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// The key.
    pub key: &'static str,
    /// The arguments by name.
    pub args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// A message without arguments.
    pub const fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// The same message with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

impl From<&'static str> for Message {
    fn from(key: &'static str) -> Self {
        Self::new(key)
    }
}

/// A complaint about one field of the input.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldError {
    /// The field's name as the form has it.
    pub field: &'static str,
    /// What is wrong and what would be right.
    pub message: Message,
}

/// The one error type of the program. Boxed inside, so that `Result<T>` stays small.
pub struct Error(Box<Inner>);

struct Inner {
    kind: Kind,
    message: Message,
    fields: Vec<FieldError>,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

/// A result with the one error type.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// An error of `kind` with its sentence.
    pub fn new(kind: Kind, message: impl Into<Message>) -> Self {
        Self(Box::new(Inner { kind, message: message.into(), fields: Vec::new(), source: None }))
    }

    /// Not there, or not to be known.
    pub fn not_found() -> Self {
        Self::new(Kind::NotFound, "error-not-found")
    }

    /// Sign in first.
    pub fn sign_in_needed() -> Self {
        Self::new(Kind::SignInNeeded, "error-sign-in-needed")
    }

    /// May be known, may not be done; `message` says why and what would help.
    pub fn forbidden(message: impl Into<Message>) -> Self {
        Self::new(Kind::Forbidden, message)
    }

    /// The state has changed; `message` says how.
    pub fn conflict(message: impl Into<Message>) -> Self {
        Self::new(Kind::Conflict, message)
    }

    /// One field is wrong.
    pub fn invalid(field: &'static str, message: impl Into<Message>) -> Self {
        Self::invalid_fields(vec![FieldError { field, message: message.into() }])
    }

    /// Several fields are wrong.
    pub fn invalid_fields(fields: Vec<FieldError>) -> Self {
        let mut error = Self::new(Kind::Invalid, "error-invalid");
        error.0.fields = fields;
        error
    }

    /// Too many attempts.
    pub fn rate_limited(retry_after_s: u32) -> Self {
        Self::new(
            Kind::RateLimited { retry_after_s },
            Message::new("error-rate-limited").with("seconds", retry_after_s),
        )
    }

    /// Unforeseen; `source` goes to the log.
    pub fn internal(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        let mut error = Self::new(Kind::Internal, "error-internal");
        error.0.source = Some(source.into());
        error
    }

    /// The same error with a cause for the log.
    #[must_use]
    pub fn because(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// What kind of error it is.
    pub fn kind(&self) -> Kind {
        self.0.kind
    }

    /// The sentence for the person.
    pub fn message(&self) -> &Message {
        &self.0.message
    }

    /// The complaints by field; empty unless the kind is [`Kind::Invalid`].
    pub fn fields(&self) -> &[FieldError] {
        &self.0.fields
    }

    /// Whether this is the answer for something that is not there.
    pub fn is_not_found(&self) -> bool {
        self.0.kind == Kind::NotFound
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {}", self.0.kind, self.0.message.key)?;
        for field in &self.0.fields {
            write!(f, " [{}: {}]", field.field, field.message.key)?;
        }
        if let Some(source) = &self.0.source {
            write!(f, ": {source}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}

impl From<std::io::Error> for Error {
    fn from(source: std::io::Error) -> Self {
        Self::internal(source)
    }
}

impl From<serde_json::Error> for Error {
    fn from(source: serde_json::Error) -> Self {
        Self::internal(source)
    }
}
