//! Where derived files lie: a folder now; another keeper can stand behind the same face.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::picture::SizeName;
use crate::problem::Problem;

/// The name of one stored file: 128 random bits of our own making and, if given, a size.
///
/// It cannot be made from a text that is not exactly of that form, so nothing from outside reaches a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct StoreKey {
    id: [u8; 16],
    size: Option<SizeName>,
}

impl StoreKey {
    /// A fresh key.
    pub fn random() -> Self {
        Self { id: kith_base::random_bytes(), size: None }
    }

    /// The key of one size of the same picture.
    pub fn sized(self, size: SizeName) -> Self {
        Self { size: Some(size), ..self }
    }

    /// Reads a key back from its text: 32 lower-case hexadecimal digits and perhaps `-` and a size.
    pub fn parse(text: &str) -> Option<Self> {
        let (hex, size) = match text.split_once('-') {
            Some((hex, size)) => (hex, Some(SizeName::parse(size)?)),
            None => (text, None),
        };
        if hex.len() != 32 || !hex.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
            return None;
        }
        Some(Self { id: u128::from_str_radix(hex, 16).ok()?.to_be_bytes(), size })
    }
}

impl fmt::Display for StoreKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.id))?;
        match self.size {
            Some(size) => write!(f, "-{}", size.as_str()),
            None => Ok(()),
        }
    }
}

/// A folder of files with random names, two levels deep. Clones share one count of bytes.
#[derive(Debug, Clone)]
pub struct Store {
    root: PathBuf,
    used: Arc<AtomicU64>,
}

impl Store {
    /// Opens the folder, making it where it is absent.
    pub fn open(dir: impl AsRef<Path>) -> io::Result<Self> {
        std::fs::create_dir_all(&dir)?;
        Ok(Self { root: dir.as_ref().to_owned(), used: Arc::new(AtomicU64::new(0)) })
    }

    /// Keeps `bytes` under `key`; afterwards they are wholly there, or not at all.
    pub async fn put(&self, key: &StoreKey, bytes: Vec<u8>) -> Result<(), Problem> {
        tokio::fs::write(self.root.join(key.to_string()), bytes).await.map_err(Problem::internal)
    }

    /// The bytes under `key`, if there are any.
    pub async fn get(&self, key: &StoreKey) -> Result<Option<Vec<u8>>, Problem> {
        tokio::fs::read(self.root.join(key.to_string())).await.map(Some).map_err(Problem::internal)
    }

    /// The open file under `key` and its length, for sending without reading it whole.
    pub async fn open_file(&self, key: &StoreKey) -> Result<Option<(tokio::fs::File, u64)>, Problem> {
        let file = tokio::fs::File::open(self.root.join(key.to_string())).await.map_err(Problem::internal)?;
        let length = file.metadata().await.map_err(Problem::internal)?.len();
        Ok(Some((file, length)))
    }

    /// Removes what is under `key`; true when something was there.
    pub async fn delete(&self, key: &StoreKey) -> Result<bool, Problem> {
        tokio::fs::remove_file(self.root.join(key.to_string()))
            .await
            .map(|()| true)
            .map_err(Problem::internal)
    }

    /// Bytes of all stored files.
    pub fn used_bytes(&self) -> u64 {
        self.used.load(Ordering::Relaxed)
    }
}
