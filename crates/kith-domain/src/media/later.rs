//! Taking a photo in two steps, for those who do not want to wait: what was sent is put into the store, and a job, written
//! in the same transaction as the photo's row, makes it into its sizes. From the answer on nothing is lost: a crash, an
//! overload or a client that hangs up only delay the job. What was sent is erased as soon as the sizes are there.

use std::sync::Arc;
use std::time::Duration;

use kith_base::{Error, Kind, Result};
use kith_db::Tx;
use kith_media::{Processed, StoreKey};
use serde::{Deserialize, Serialize};
use tokio::time::{Instant, sleep};

use super::upload::{forget, no_room, refusal, store};
use super::{Photo, checked_alt, erase, photos, sql};
use crate::changes::{self, Change};
use crate::kinds::MediaId;
use crate::work::JobKind;
use crate::{App, Viewer};

/// The name of the job that makes the sizes.
const PROCESS: &str = "media.process";
/// How often somebody who waits looks.
const LOOK: Duration = Duration::from_millis(100);
/// Why an upload was not taken after all; the word of the quota has an argument and is made when it is told.
const NO_ROOM: &str = "media-problem-quota";
const REASONS: [&str; 5] = [
    "media-problem-too-many-pixels",
    "media-problem-too-many-frames",
    "media-problem-damaged",
    "media-problem-took-too-long",
    "media-problem-storage-full",
];

/// How far an own upload is.
#[derive(Debug)]
pub enum Progress {
    /// It is being made into its sizes.
    Waiting {
        /// Its description.
        alt: String,
    },
    /// It can be shown.
    Ready(Photo),
    /// It was not taken; why.
    Failed(Error),
}

/// Which upload to make into its sizes.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Process {
    media: MediaId,
}

/// Keeps what a member sent, whole, to be made into a photo soon. The caller removes the file afterwards.
///
/// # Errors
/// As `upload`, as far as it can be said without decoding anything.
pub async fn accept(app: &App, viewer: &Viewer, file: &std::path::Path, alt: &str) -> Result<MediaId> {
    let me = viewer.active()?.id;
    let alt = checked_alt(alt)?;
    let room = app.config.member_media_bytes;
    let sent = app.studio.look(file).await.map_err(refusal)?;
    let bytes = sent.len() as u64;
    let used = app.db.read(move |q| sql::used_bytes(q, me)).await?;
    if used.saturating_add(bytes) > room {
        return Err(no_room(room));
    }
    let key = StoreKey::random();
    app.store.put(&key, sent).await.map_err(refusal)?;
    let name = key.to_string();
    let written = app
        .db
        .write(move |tx| {
            if sql::used_bytes(tx, me)?.saturating_add(bytes) > room {
                return Err(no_room(room));
            }
            let (media, now) = (sql::insert_waiting(tx, me, &alt, bytes, &name)?, tx.now());
            tx.enqueue(PROCESS, &Process { media }, now)?;
            Ok(media)
        })
        .await;
    if written.is_err() {
        forget(app, &[key]).await;
    }
    written
}

/// How far one of the viewer's own uploads is.
///
/// # Errors
/// NotFound for those of others.
pub async fn progress(app: &App, viewer: &Viewer, id: MediaId) -> Result<Progress> {
    let me = viewer.active()?.id;
    let room = app.config.member_media_bytes;
    app.db
        .read(move |q| {
            let (state, why, alt) = sql::progress(q, id, me)?.ok_or_else(Error::not_found)?;
            Ok(match state.as_str() {
                "processing" => Progress::Waiting { alt },
                "failed" => Progress::Failed(told(why.as_deref().unwrap_or_default(), room)),
                _ => Progress::Ready(photos(q, &[id])?.remove(&id).ok_or_else(Error::not_found)?),
            })
        })
        .await
}

fn told(why: &str, room: u64) -> Error {
    if why == NO_ROOM {
        return no_room(room);
    }
    let known = REASONS.iter().find(|known| **known == why);
    Error::invalid("photos", *known.unwrap_or(&"media-problem-damaged"))
}

/// [`progress`], waited for at most so long.
///
/// # Errors
/// As [`progress`].
pub async fn settled(app: &App, viewer: &Viewer, id: MediaId, patience: Duration) -> Result<Progress> {
    let until = Instant::now() + patience;
    loop {
        match progress(app, viewer, id).await? {
            Progress::Waiting { .. } if Instant::now() < until => sleep(LOOK).await,
            settled => return Ok(settled),
        }
    }
}

inventory::submit! {
    JobKind {
        name: PROCESS,
        run: |app, payload| Box::pin(async move {
            let job: Process = serde_json::from_value(payload)?;
            process(app, job.media).await
        }),
    }
}

/// Makes one upload into its sizes. What is the file's fault is written down; everything else is tried again.
async fn process(app: Arc<App>, id: MediaId) -> Result<()> {
    let Some(waiting) = app.db.read(move |q| sql::waiting(q, id)).await? else { return Ok(()) };
    let key = StoreKey::parse(&waiting.key).ok_or_else(|| Error::internal("a store key of another form"))?;
    let sent = app.store.get(&key).await.map_err(Error::internal)?;
    let sent = sent.ok_or_else(|| Error::internal("what was sent is not in the store"))?;
    match app.studio.process(sent).await {
        Ok(made) => finish(&app, id, made).await,
        Err(problem) if problem.is_from_file() => fail(&app, id, problem.key()).await,
        Err(problem) => Err(Error::internal(problem)),
    }
}

async fn finish(app: &App, id: MediaId, made: Processed) -> Result<()> {
    let keys = match store(app, &made).await {
        Err(error) if error.kind() == Kind::TooLarge => {
            return fail(app, id, "media-problem-storage-full").await;
        }
        keys => keys?,
    };
    let names: Vec<String> = keys.iter().map(ToString::to_string).collect();
    let room = app.config.member_media_bytes;
    let kept = app
        .db
        .write(move |tx| {
            // Withdrawn meanwhile, or made by another try.
            let Some(waiting) = sql::waiting(tx, id)? else { return Ok(false) };
            let others = sql::used_bytes(tx, waiting.owner)?.saturating_sub(waiting.bytes);
            if others.saturating_add(made.stored_bytes()) > room {
                fail_in(tx, id, NO_ROOM)?;
                return Ok(false);
            }
            erase::erase_files(tx, &[waiting.key])?;
            sql::finish(tx, id, &made, &names)?;
            changes::record(tx, Change::MediaChanged { media: id, owner: waiting.owner });
            Ok(true)
        })
        .await;
    if !matches!(kept, Ok(true)) {
        forget(app, &keys).await;
    }
    kept.map(drop)
}

async fn fail(app: &App, id: MediaId, why: &'static str) -> Result<()> {
    app.db.write(move |tx| fail_in(tx, id, why)).await
}

fn fail_in(tx: &mut Tx<'_>, id: MediaId, why: &str) -> Result<()> {
    let Some(waiting) = sql::waiting(tx, id)? else { return Ok(()) };
    erase::erase_files(tx, &[waiting.key])?;
    sql::fail(tx, id, why)?;
    changes::record(tx, Change::MediaChanged { media: id, owner: waiting.owner });
    Ok(())
}
