//! How large, how long and how many: the bounds every picture is held to.

use serde::{Deserialize, Serialize};

/// Bounds for uploads and for the worker that decodes them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Largest upload, in bytes.
    pub max_bytes: u64,
    /// Most pixels a picture may declare (width times height).
    pub max_pixels: u64,
    /// Longest side a picture may declare, in pixels.
    pub max_side: u32,
    /// Most frames an animation may hold, though only the first is shown.
    pub max_frames: u32,
    /// Seconds on the wall clock before the worker is killed.
    pub decode_seconds: u64,
    /// Seconds of processor time the kernel grants the worker.
    pub cpu_seconds: u64,
    /// Address space the kernel grants the worker, in bytes.
    pub worker_memory: u64,
    /// Most bytes the worker may answer with.
    pub max_output: u64,
    /// Workers that run at the same time; the others wait their turn.
    pub workers: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_bytes: 20 * 1024 * 1024,
            max_pixels: 60_000_000,
            max_side: 20_000,
            max_frames: 2_000,
            decode_seconds: 10,
            cpu_seconds: 10,
            worker_memory: 512 * 1024 * 1024,
            max_output: 48 * 1024 * 1024,
            workers: 2,
        }
    }
}
