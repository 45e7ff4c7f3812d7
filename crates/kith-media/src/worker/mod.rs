//! The side that decodes: a process of its own, fenced in before it looks at a single byte of the upload.

mod decode;
mod encode;
mod fence;
mod frames;

use std::io::{self, Read, Write};
use std::process::ExitCode;

use crate::limits::Limits;
use crate::picture::{Crop, Format, Processed};
use crate::problem::Problem;
use crate::sniff::{Kind, sniff};
use crate::wire::{self, Answer, Outcome, Refusal, Request};

/// Reads one request and one file from standard input, answers on standard output, ends.
///
/// Call it before any thread is started: the fence holds only the thread that puts it up and those it starts.
pub fn main() -> ExitCode {
    match answer(&mut io::stdin().lock(), &mut io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The parent logs this; there is nobody else to tell.
            let _ = writeln!(io::stderr(), "media worker: {error}");
            ExitCode::FAILURE
        }
    }
}

fn answer(from: &mut impl Read, to: &mut impl Write) -> io::Result<()> {
    let request: Request = wire::read_header(from)?;
    let fence = fence::raise(&request.limits);
    let mut upload = Vec::new();
    from.take(request.limits.max_bytes).read_to_end(&mut upload)?;
    let (outcome, files) = match work(upload, &request) {
        Ok((outcome, files)) => (Ok(outcome), files),
        Err(refusal) => (Err(refusal), Vec::new()),
    };
    wire::write(to, &Answer { fence, outcome }, &files)
}

fn work(upload: Vec<u8>, request: &Request) -> Result<(Outcome, Vec<Vec<u8>>), Refusal> {
    let animated = frames::count(request.format, &upload, request.limits.max_frames)? > 1;
    let mut upright = decode::upright(upload, request)?;
    let (parts, files) = encode::sizes(&mut upright, request.format)?;
    let small = encode::over_white(&upright.within(512)?);
    let (pdq, pdq_quality) = crate::pdq::hash(&small);
    let thumbhash = encode::placeholder(&upright.within(100)?);
    let blurhash = encode::blurred(&upright.within(32)?)?;
    let (width, height) = upright.original;
    Ok((Outcome { width, height, pdq, pdq_quality, thumbhash, blurhash, animated, parts }, files))
}

/// Does the worker's work in this very process and with no fence. For fuzzing and for pictures that ship with
/// the program; never for anything a member or another server sent.
pub fn process_unfenced(upload: Vec<u8>, crop: Option<Crop>, limits: &Limits) -> Result<Processed, Problem> {
    let format = picture_format(&upload)?;
    let sha256 = crate::studio::sha256(&upload);
    let request = Request { format, crop, limits: limits.clone() };
    let (outcome, files) = work(upload, &request)?;
    Ok(crate::studio::assemble(format, sha256, outcome, files))
}

/// The format, if it is one that is taken.
pub(crate) fn picture_format(upload: &[u8]) -> Result<Format, Problem> {
    match sniff(upload) {
        _ if upload.is_empty() => Err(Problem::Empty),
        Kind::Picture(format) => Ok(format),
        Kind::Refused(name) => Err(Problem::UnsupportedFormat(name)),
        Kind::Unknown => Err(Problem::NotAPicture),
    }
}

/// What a fence is worth on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Probed {
    /// The kernel took the bounds for memory, time, files and processes.
    pub rlimits: bool,
    /// The kernel took the file system away.
    pub landlock: bool,
    /// The kernel filters system calls.
    pub seccomp: bool,
    /// What a captured worker could still do; one wants this to be empty.
    pub possible: Vec<&'static str>,
}

/// Puts up the fence and then tries what a captured worker would try. The process is of no use afterwards, so run
/// it in one made for this, with its output going to a pipe.
pub fn probe() -> Probed {
    let (fence, possible) = fence::attempts(&Limits::default());
    Probed { rlimits: fence.rlimits, landlock: fence.landlock, seccomp: fence.seccomp, possible }
}
