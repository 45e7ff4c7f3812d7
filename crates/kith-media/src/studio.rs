//! The side that does not decode: checks an upload, starts a worker, waits, and doubts its answer.

use std::ffi::OsString;

use crate::limits::Limits;
use crate::picture::{Crop, Processed};
use crate::problem::Problem;

/// Makes sizes and hashes of uploads, each in a worker process of its own.
#[derive(Debug, Clone)]
pub struct Studio {
    command: Vec<OsString>,
    limits: Limits,
}

impl Studio {
    /// A studio whose workers are started with `worker_command` (program, then arguments), which must end in
    /// [`crate::worker::main`].
    pub fn new(worker_command: Vec<OsString>, limits: Limits) -> Self {
        Self { command: worker_command, limits }
    }

    /// The bounds in force.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Takes an upload: every size, hashes, placeholder; or says why not.
    pub async fn process(&self, upload: Vec<u8>) -> Result<Processed, Problem> {
        self.run(upload, None).await
    }

    /// Takes an upload and cuts it first; the numbers are of the upright picture.
    pub async fn crop(&self, upload: Vec<u8>, crop: Crop) -> Result<Processed, Problem> {
        self.run(upload, Some(crop)).await
    }

    async fn run(&self, _upload: Vec<u8>, _crop: Option<Crop>) -> Result<Processed, Problem> {
        Err(Problem::internal(format!("no worker {:?}", self.command)))
    }
}
