//! Where derived files lie: a folder now; another keeper can stand behind the same face.

use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

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
    budget: Option<u64>,
    used: Arc<AtomicU64>,
}

/// Where files are written before they get their name. Not two characters long, so no key can fall into it.
const UNFINISHED: &str = "unfinished";

impl Store {
    /// Opens the folder, making it where it is absent, and counts what is there. What lies half-written is left alone:
    /// it may be on its way in another process. Reads the disk: not to be called from a task.
    pub fn open(dir: impl AsRef<Path>) -> io::Result<Self> {
        let root = dir.as_ref().to_owned();
        let unfinished = root.join(UNFINISHED);
        std::fs::create_dir_all(&unfinished)?;
        let used = count_bytes(&root)?.saturating_sub(count_bytes(&unfinished)?);
        Ok(Self { root, budget: None, used: Arc::new(AtomicU64::new(used)) })
    }

    /// The same folder, refusing to hold more than `bytes`.
    #[must_use]
    pub fn with_budget(self, bytes: u64) -> Self {
        Self { budget: Some(bytes), ..self }
    }

    /// Keeps `bytes` under `key`; afterwards they are wholly there, through a power cut too, or not at all.
    pub async fn put(&self, key: &StoreKey, bytes: Vec<u8>) -> Result<(), Problem> {
        let (store, key) = (self.clone(), *key);
        on_disk(move || store.put_now(&key, &bytes)).await
    }

    /// The bytes under `key`, if there are any.
    pub async fn get(&self, key: &StoreKey) -> Result<Option<Vec<u8>>, Problem> {
        let path = self.path(key);
        on_disk(move || absent_is_none(std::fs::read(path))).await
    }

    /// The open file under `key` and its length, for sending without reading it whole.
    pub async fn open_file(&self, key: &StoreKey) -> Result<Option<(tokio::fs::File, u64)>, Problem> {
        let path = self.path(key);
        let opened = on_disk(move || {
            let Some(file) = absent_is_none(std::fs::File::open(path))? else { return Ok(None) };
            let length = file.metadata()?.len();
            Ok(Some((file, length)))
        });
        Ok(opened.await?.map(|(file, length)| (tokio::fs::File::from_std(file), length)))
    }

    /// Removes what is under `key`; true when something was there.
    pub async fn delete(&self, key: &StoreKey) -> Result<bool, Problem> {
        let (store, path) = (self.clone(), self.path(key));
        on_disk(move || {
            let Some(found) = absent_is_none(std::fs::metadata(&path))? else { return Ok(false) };
            if absent_is_none(std::fs::remove_file(&path))?.is_none() {
                return Ok(false);
            }
            store.count(0, found.len());
            if let Some(folder) = path.parent() {
                std::fs::File::open(folder)?.sync_all()?;
            }
            Ok(true)
        })
        .await
    }

    /// Removes what a crash left half-written before `before`; how many files.
    pub async fn sweep_unfinished(&self, before: SystemTime) -> Result<usize, Problem> {
        sweep(self.root.join(UNFINISHED), "", before).await
    }

    /// Bytes of all stored files.
    pub fn used_bytes(&self) -> u64 {
        self.used.load(Ordering::Relaxed)
    }

    fn put_now(&self, key: &StoreKey, bytes: &[u8]) -> io::Result<()> {
        let length = bytes.len() as u64;
        if self.budget.is_some_and(|budget| self.used_bytes().saturating_add(length) > budget) {
            return Err(io::ErrorKind::StorageFull.into());
        }
        let path = self.path(key);
        let folder = path.parent().unwrap_or(&self.root);
        make_folders(&self.root, folder)?;
        let mut unfinished = tempfile::NamedTempFile::new_in(self.root.join(UNFINISHED))?;
        unfinished.write_all(bytes)?;
        unfinished.as_file().sync_all()?;
        let before = absent_is_none(std::fs::metadata(&path))?.map_or(0, |found| found.len());
        unfinished.persist(&path).map_err(|failed| failed.error)?;
        std::fs::File::open(folder)?.sync_all()?;
        self.count(length, before);
        Ok(())
    }

    fn count(&self, came: u64, went: u64) {
        // The closure always answers, so neither branch of the result is an error.
        let _ = self.used.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |used| {
            Some(used.saturating_add(came).saturating_sub(went))
        });
    }

    fn path(&self, key: &StoreKey) -> PathBuf {
        let [first, second, ..] = key.id;
        self.root.join(format!("{first:02x}")).join(format!("{second:02x}")).join(key.to_string())
    }
}

/// Makes the two levels, and makes them last: a new folder is an entry in its parent.
fn make_folders(root: &Path, folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    std::fs::create_dir_all(folder)?;
    for parent in folder.ancestors().skip(1).take_while(|parent| parent.starts_with(root)) {
        std::fs::File::open(parent)?.sync_all()?;
    }
    Ok(())
}

/// Removes the files in `folder` whose names begin with `prefix` and that were last written before `before`; how many.
/// Others may be on their way. A folder that is not there is empty.
pub async fn sweep(folder: PathBuf, prefix: &'static str, before: SystemTime) -> Result<usize, Problem> {
    on_disk(move || {
        let mut swept = 0;
        let Some(entries) = absent_is_none(std::fs::read_dir(&folder))? else { return Ok(0) };
        for entry in entries {
            let entry = entry?;
            let is_meant = entry.file_name().to_str().is_some_and(|name| name.starts_with(prefix));
            // Whoever wrote it may have finished or removed it meanwhile.
            let Some(found) = absent_is_none(entry.metadata())? else { continue };
            if is_meant && found.is_file() && found.modified()? < before {
                swept += usize::from(absent_is_none(std::fs::remove_file(entry.path()))?.is_some());
            }
        }
        Ok(swept)
    })
    .await
}

fn count_bytes(folder: &Path) -> io::Result<u64> {
    let mut bytes: u64 = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() {
            bytes = bytes.saturating_add(count_bytes(&entry.path())?);
        } else if kind.is_file() {
            bytes = bytes.saturating_add(entry.metadata()?.len());
        }
    }
    Ok(bytes)
}

fn absent_is_none<T>(result: io::Result<T>) -> io::Result<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

async fn on_disk<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T, Problem> {
    match tokio::task::spawn_blocking(work).await.map_err(Problem::internal)? {
        Ok(value) => Ok(value),
        Err(error) if matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded) => {
            Err(Problem::StorageFull)
        }
        Err(error) => Err(Problem::internal(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn b2_no_text_from_outside_becomes_a_key() {
        let good = "0123456789abcdef0123456789abcdef";
        assert_eq!(StoreKey::parse(good).unwrap().to_string(), good);
        assert_eq!(StoreKey::parse(&format!("{good}-feed")).unwrap().to_string(), format!("{good}-feed"));
        for bad in [
            "",
            "..",
            "../../etc/passwd",
            "/etc/passwd",
            "%2e%2e%2f",
            "..\\..\\x",
            "0123\0",
            "C:\\x",
            "0123456789abcdef0123456789abcde/",
            "0123456789ABCDEF0123456789ABCDEF",
            "+123456789abcdef0123456789abcdef",
            "0123456789abcdef0123456789abcdef-../x",
            "0123456789abcdef0123456789abcdef-",
            "0123456789abcdef0123456789abcdef\n",
            " 123456789abcdef0123456789abcdef",
            "unfinished",
        ] {
            assert_eq!(StoreKey::parse(bad), None, "{bad:?}");
        }
    }

    #[tokio::test]
    async fn b2_every_key_stays_below_its_folder() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path().join("media")).unwrap();
        for _ in 0..50 {
            store.put(&StoreKey::random().sized(SizeName::Feed), b"x".to_vec()).await.unwrap();
        }
        let outside: Vec<_> =
            std::fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(outside, ["media"]);
        assert_eq!(store.used_bytes(), 50);
    }

    #[tokio::test]
    async fn what_is_put_is_got_counted_and_gone_when_deleted() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path()).unwrap();
        let key = StoreKey::random();
        assert_eq!(store.get(&key).await, Ok(None));
        assert!(store.open_file(&key).await.unwrap().is_none());
        store.put(&key, b"first".to_vec()).await.unwrap();
        store.put(&key, b"second".to_vec()).await.unwrap();
        store.put(&key.sized(SizeName::Small), b"other".to_vec()).await.unwrap();
        assert_eq!(store.get(&key).await, Ok(Some(b"second".to_vec())));
        assert_eq!(store.open_file(&key).await.unwrap().unwrap().1, 6);
        assert_eq!(store.used_bytes(), 11);
        assert_eq!(Store::open(dir.path()).unwrap().used_bytes(), 11);
        assert_eq!(store.delete(&key).await, Ok(true));
        assert_eq!(store.delete(&key).await, Ok(false));
        assert_eq!((store.get(&key).await, store.used_bytes()), (Ok(None), 5));
    }

    #[tokio::test]
    async fn a_full_budget_refuses_and_leaves_nothing_behind() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path()).unwrap().with_budget(10);
        let (first, second) = (StoreKey::random(), StoreKey::random());
        store.put(&first, vec![1; 8]).await.unwrap();
        assert_eq!(store.put(&second, vec![1; 3]).await, Err(Problem::StorageFull));
        assert_eq!((store.get(&second).await, store.used_bytes()), (Ok(None), 8));
    }

    #[tokio::test]
    async fn a_crash_while_writing_leaves_the_old_file_and_its_litter_is_swept_when_it_is_old() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path()).unwrap();
        let key = StoreKey::random();
        store.put(&key, b"whole".to_vec()).await.unwrap();
        // What a process leaves that dies between writing and naming, and what another is writing now.
        let (half, fresh) =
            (dir.path().join(UNFINISHED).join("half"), dir.path().join(UNFINISHED).join("new"));
        std::fs::write(&half, b"hal").unwrap();
        std::fs::write(&fresh, b"ne").unwrap();
        let now = std::fs::metadata(&fresh).unwrap().modified().unwrap();
        let long_ago = now - std::time::Duration::from_secs(7_200);
        std::fs::File::options().write(true).open(&half).unwrap().set_modified(long_ago).unwrap();
        let store = Store::open(dir.path()).unwrap();
        assert_eq!(store.get(&key).await, Ok(Some(b"whole".to_vec())));
        assert!(half.exists() && fresh.exists(), "opening touches nothing");
        let before = now - std::time::Duration::from_secs(3_600);
        assert_eq!(store.sweep_unfinished(before).await, Ok(1));
        assert!(!half.exists() && fresh.exists());
    }

    #[tokio::test]
    async fn a_reader_sees_the_old_or_the_new_file_and_never_a_mixture() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path()).unwrap();
        let key = StoreKey::random();
        store.put(&key, vec![0; 200_000]).await.unwrap();
        let writer = tokio::spawn({
            let store = store.clone();
            async move {
                for round in 1..20u8 {
                    store.put(&key, vec![round; 200_000]).await.unwrap();
                }
            }
        });
        while !writer.is_finished() {
            let bytes = store.get(&key).await.unwrap().unwrap();
            assert_eq!(bytes.len(), 200_000);
            assert!(bytes.iter().all(|byte| *byte == bytes[0]));
        }
        writer.await.unwrap();
    }
}
