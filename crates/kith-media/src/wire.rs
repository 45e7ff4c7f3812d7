//! What studio and worker say to each other over the worker's standard input and output.
//!
//! Both ways: the length of a header in four bytes (big-endian), the header as JSON, then raw bytes - the upload
//! on the way in, the derived files one after the other on the way out.

use std::io::{self, Read, Write};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::limits::Limits;
use crate::picture::{Crop, Encoding, Format, SizeName};
use crate::problem::Problem;

/// A header longer than this is nonsense.
const MAX_HEADER: usize = 64 * 1024;

/// What the worker is asked.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Request {
    pub format: Format,
    pub crop: Option<Crop>,
    pub limits: Limits,
}

/// What the worker answers.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Answer {
    pub fence: Fence,
    pub outcome: Result<Outcome, Refusal>,
}

/// Which fences the kernel put up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Fence {
    pub rlimits: bool,
    pub landlock: bool,
    pub seccomp: bool,
}

impl Fence {
    /// Everything is up.
    pub fn is_whole(self) -> bool {
        self.rlimits && self.landlock && self.seccomp
    }
}

/// Why the worker took nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Refusal {
    TooManyPixels,
    TooManyFrames,
    Damaged,
    BadCrop,
    Encoding,
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::TooManyPixels => Self::TooManyPixels,
            Refusal::TooManyFrames => Self::TooManyFrames,
            Refusal::Damaged => Self::Damaged,
            Refusal::BadCrop => Self::internal("the crop lies outside the picture"),
            Refusal::Encoding => Self::internal("a derived picture could not be encoded"),
        }
    }
}

/// What the worker found out; the files follow in the order of `parts`.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Outcome {
    pub width: u32,
    pub height: u32,
    pub pdq: [u8; 32],
    pub pdq_quality: u8,
    pub thumbhash: Vec<u8>,
    pub blurhash: String,
    pub animated: bool,
    pub parts: Vec<Part>,
}

/// One derived file in the answer.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(crate) struct Part {
    pub name: SizeName,
    pub width: u32,
    pub height: u32,
    pub encoding: Encoding,
    pub length: usize,
}

/// A header with its length in front.
pub(crate) fn frame(header: &impl Serialize) -> io::Result<Vec<u8>> {
    let json = serde_json::to_vec(header)?;
    let length = u32::try_from(json.len()).map_err(io::Error::other)?;
    let mut framed = length.to_be_bytes().to_vec();
    framed.extend(json);
    Ok(framed)
}

/// Reads a header from a stream and leaves the bytes behind it there.
pub(crate) fn read_header<T: DeserializeOwned>(from: &mut impl Read) -> io::Result<T> {
    let mut length = [0; 4];
    from.read_exact(&mut length)?;
    let length = u32::from_be_bytes(length) as usize;
    if length > MAX_HEADER {
        return Err(io::Error::other("header too long"));
    }
    let mut json = vec![0; length];
    from.read_exact(&mut json)?;
    Ok(serde_json::from_slice(&json)?)
}

/// Writes a header and the files behind it.
pub(crate) fn write(to: &mut impl Write, header: &impl Serialize, files: &[Vec<u8>]) -> io::Result<()> {
    to.write_all(&frame(header)?)?;
    for file in files {
        to.write_all(file)?;
    }
    to.flush()
}
