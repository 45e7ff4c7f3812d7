//! The side that does not decode: checks an upload, starts a worker, waits, and doubts its answer.

use std::ffi::OsString;
use std::io;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use sha2::{Digest, Sha256};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, Command};
use tokio::sync::Semaphore;

use crate::limits::Limits;
use crate::picture::{Crop, Encoding, Format, Processed, Size, SizeName};
use crate::problem::Problem;
use crate::wire::{self, Answer, Outcome, Request};
use crate::worker::picture_format;

/// What a worker may say on its error channel before we stop listening.
const MAX_COMPLAINT: u64 = 4096;

/// Makes sizes and hashes of uploads, each in a worker process of its own. Clones share their workers' places.
#[derive(Debug, Clone)]
pub struct Studio {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    command: Vec<OsString>,
    limits: Limits,
    places: Semaphore,
    /// The note about a missing fence is written once, not for each picture.
    noted_fence: AtomicBool,
}

/// What came out of a worker process.
struct Ended {
    status: ExitStatus,
    output: Vec<u8>,
    complaint: String,
}

impl Studio {
    /// A studio whose workers are started with `worker_command` (program, then arguments), which must end in
    /// [`crate::worker::main`].
    pub fn new(worker_command: Vec<OsString>, limits: Limits) -> Self {
        let places = Semaphore::new(limits.workers.max(1));
        let noted_fence = AtomicBool::new(false);
        Self { shared: Arc::new(Shared { command: worker_command, limits, places, noted_fence }) }
    }

    /// The bounds in force.
    pub fn limits(&self) -> &Limits {
        &self.shared.limits
    }

    /// Takes an upload: every size, hashes, placeholder; or says why not.
    pub async fn process(&self, upload: Vec<u8>) -> Result<Processed, Problem> {
        self.run(upload, None).await
    }

    /// The same for an upload that was written to a (temporary) file of ours.
    pub async fn process_file(&self, upload: &Path) -> Result<Processed, Problem> {
        self.run(self.bytes_of(upload).await?, None).await
    }

    /// Takes an upload from a file and cuts it first; the numbers are of the upright picture.
    pub async fn crop_file(&self, upload: &Path, crop: Crop) -> Result<Processed, Problem> {
        self.run(self.bytes_of(upload).await?, Some(crop)).await
    }

    /// Reads an upload that was written to a file of ours, and says at once what its length and its first bytes tell
    /// against it.
    pub async fn look(&self, upload: &Path) -> Result<Vec<u8>, Problem> {
        let bytes = self.bytes_of(upload).await?;
        self.check(&bytes)?;
        Ok(bytes)
    }

    fn check(&self, upload: &[u8]) -> Result<Format, Problem> {
        let max_bytes = self.shared.limits.max_bytes;
        if upload.len() as u64 > max_bytes {
            return Err(Problem::TooLarge { max_bytes });
        }
        picture_format(upload)
    }

    async fn bytes_of(&self, upload: &Path) -> Result<Vec<u8>, Problem> {
        let file = tokio::fs::File::open(upload).await.map_err(Problem::internal)?;
        let mut bytes = Vec::new();
        // One more than allowed, so that too large a file is seen and not silently cut.
        let most = self.shared.limits.max_bytes.saturating_add(1);
        file.take(most).read_to_end(&mut bytes).await.map_err(Problem::internal)?;
        Ok(bytes)
    }

    /// Takes an upload and cuts it first; the numbers are of the upright picture.
    pub async fn crop(&self, upload: Vec<u8>, crop: Crop) -> Result<Processed, Problem> {
        self.run(upload, Some(crop)).await
    }

    async fn run(&self, upload: Vec<u8>, crop: Option<Crop>) -> Result<Processed, Problem> {
        let limits = &self.shared.limits;
        let format = self.check(&upload)?;
        let _place = self.shared.places.acquire().await.map_err(Problem::internal)?;
        let (upload, sha256) = tokio::task::spawn_blocking(move || {
            let sha256 = sha256(&upload);
            (upload, sha256)
        })
        .await
        .map_err(Problem::internal)?;
        let request =
            wire::frame(&Request { format, crop, limits: limits.clone() }).map_err(Problem::internal)?;
        let ended = self.ask(request, upload).await?;
        if !ended.status.success() {
            return Err(why_it_ended(&ended));
        }
        let (outcome, files) = self.read(ended.output)?;
        Ok(assemble(format, sha256, outcome, files))
    }

    /// Starts a worker, feeds it and collects what it says, within the wall clock.
    async fn ask(&self, request: Vec<u8>, upload: Vec<u8>) -> Result<Ended, Problem> {
        let limits = &self.shared.limits;
        let mut child = self.start()?;
        let (Some(mut input), Some(output), Some(complaint)) =
            (child.stdin.take(), child.stdout.take(), child.stderr.take())
        else {
            return Err(Problem::internal("the worker has no pipes"));
        };
        let feed = async move {
            // A worker that ends early closes its end; its status tells more than this error.
            let _ = input.write_all(&request).await;
            let _ = input.write_all(&upload).await;
            let _ = input.shutdown().await;
        };
        let talk = async {
            let ((), output, complaint) =
                tokio::join!(feed, collect(output, limits.max_output), collect(complaint, MAX_COMPLAINT));
            let (output, complaint) =
                (output.map_err(Problem::internal)?, complaint.map_err(Problem::internal)?);
            // Whoever said more than allowed still holds the other end open: it is ended, not waited for.
            if output.len() as u64 > limits.max_output || complaint.len() as u64 > MAX_COMPLAINT {
                return Err(Problem::internal("the worker said more than allowed"));
            }
            let status = child.wait().await.map_err(Problem::internal)?;
            Ok(Ended { status, output, complaint: String::from_utf8_lossy(&complaint).into_owned() })
        };
        let outcome = match tokio::time::timeout(Duration::from_secs(limits.decode_seconds), talk).await {
            Ok(outcome) => outcome,
            Err(_) => Err(Problem::TookTooLong),
        };
        if outcome.is_err() {
            let _ = child.kill().await;
        }
        outcome
    }

    fn start(&self) -> Result<Child, Problem> {
        let (program, arguments) =
            self.shared.command.split_first().ok_or_else(|| Problem::internal("no worker command"))?;
        Command::new(program)
            .args(arguments)
            // Nothing of the server's settings or secrets goes along.
            .env_clear()
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .map_err(|error| Problem::Internal(format!("the media worker did not start: {error}")))
    }

    /// Reads the answer as one reads something a stranger wrote: the decoder may have been captured.
    fn read(&self, output: Vec<u8>) -> Result<(Outcome, Vec<Vec<u8>>), Problem> {
        let mut rest = output.as_slice();
        let answer: Answer = wire::read_header(&mut rest).map_err(Problem::internal)?;
        if !answer.fence.is_whole() && !self.shared.noted_fence.swap(true, Ordering::Relaxed) {
            tracing::warn!(fence = ?answer.fence, "this kernel fences media workers only in part");
        }
        let outcome = answer.outcome.map_err(Problem::from)?;
        let mut files = Vec::new();
        for (part, name) in outcome.parts.iter().zip(SizeName::ALL) {
            let (file, after) = rest
                .split_at_checked(part.length)
                .ok_or_else(|| Problem::internal("the worker's answer is cut off"))?;
            let start: &[u8] = match part.encoding {
                Encoding::Jpeg => b"\xff\xd8\xff",
                Encoding::Png => b"\x89PNG\r\n\x1a\n",
            };
            let side = part.width.max(part.height);
            if part.name != name || side > name.max_side() || side == 0 || !file.starts_with(start) {
                return Err(Problem::internal("the worker's answer is not what was asked for"));
            }
            files.push(file.to_vec());
            rest = after;
        }
        let are_long = outcome.thumbhash.len() > 64 || outcome.blurhash.len() > 64;
        if files.len() != SizeName::ALL.len() || !rest.is_empty() || are_long {
            return Err(Problem::internal("the worker's answer has the wrong length"));
        }
        Ok((outcome, files))
    }
}

/// One byte more than allowed tells that there was more.
async fn collect(from: impl AsyncRead + Unpin, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(most.saturating_add(1)).read_to_end(&mut bytes).await?;
    Ok(bytes)
}

/// A worker that did not end well was brought down by its file, unless it never got to work.
fn why_it_ended(ended: &Ended) -> Problem {
    const XCPU: i32 = 24;
    const KILL: i32 = 9;
    let complaint = ended.complaint.trim();
    tracing::info!(status = %ended.status, complaint, "a media worker gave up");
    match (ended.status.signal(), ended.status.code()) {
        _ if complaint.contains("memory allocation of") => Problem::TooManyPixels,
        (Some(XCPU | KILL), _) => Problem::TookTooLong,
        // 101 is how a program ends that found itself in a state it holds to be impossible.
        (Some(_), _) | (None, Some(101)) => Problem::Damaged,
        _ => Problem::Internal(format!("media worker: {} {complaint}", ended.status)),
    }
}

pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Puts the facts and the files together.
pub(crate) fn assemble(format: Format, sha256: [u8; 32], outcome: Outcome, files: Vec<Vec<u8>>) -> Processed {
    let sizes = outcome
        .parts
        .iter()
        .zip(files)
        .map(|(part, bytes)| Size {
            name: part.name,
            width: part.width,
            height: part.height,
            content_type: part.encoding.content_type(),
            bytes,
        })
        .collect();
    Processed {
        format,
        width: outcome.width,
        height: outcome.height,
        sizes,
        sha256,
        pdq: outcome.pdq,
        pdq_quality: outcome.pdq_quality.min(100),
        thumbhash: outcome.thumbhash,
        blurhash: outcome.blurhash,
        animated: outcome.animated,
    }
}
