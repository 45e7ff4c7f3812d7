//! Why a file was not taken, in words that can be translated.

use thiserror::Error;

/// Why a file was not taken. Each has a key ([`Problem::key`]) for a sentence in the member's language.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Problem {
    /// Nothing was sent.
    #[error("the file is empty")]
    Empty,
    /// More bytes than allowed.
    #[error("the file is larger than {max_bytes} bytes")]
    TooLarge {
        /// The bound that was passed.
        max_bytes: u64,
    },
    /// No picture format was recognised.
    #[error("the file is not a picture")]
    NotAPicture,
    /// A format that is recognised but not taken, by name.
    #[error("{0} is not accepted")]
    UnsupportedFormat(&'static str),
    /// Too many pixels, too long a side, or more memory than a worker may have.
    #[error("the picture has too many pixels")]
    TooManyPixels,
    /// An animation with too many frames.
    #[error("the animation has too many frames")]
    TooManyFrames,
    /// The picture could not be read to its end.
    #[error("the picture is damaged")]
    Damaged,
    /// Decoding ran past its time.
    #[error("the picture took too long")]
    TookTooLong,
    /// The disk or the byte budget is full.
    #[error("the media store is full")]
    StorageFull,
    /// Something failed on our side; the text is for the log.
    #[error("internal: {0}")]
    Internal(String),
}

impl Problem {
    /// The key of the sentence that tells a member what to do.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Empty => "media-problem-empty",
            Self::TooLarge { .. } => "media-problem-too-large",
            Self::NotAPicture => "media-problem-not-a-picture",
            Self::UnsupportedFormat(_) => "media-problem-unsupported-format",
            Self::TooManyPixels => "media-problem-too-many-pixels",
            Self::TooManyFrames => "media-problem-too-many-frames",
            Self::Damaged => "media-problem-damaged",
            Self::TookTooLong => "media-problem-took-too-long",
            Self::StorageFull => "media-problem-storage-full",
            Self::Internal(_) => "media-problem-internal",
        }
    }

    /// Is the fault in the file (or the limits), not on our side?
    pub fn is_from_file(&self) -> bool {
        !matches!(self, Self::StorageFull | Self::Internal(_))
    }

    pub(crate) fn internal(error: impl std::fmt::Display) -> Self {
        Self::Internal(error.to_string())
    }
}
