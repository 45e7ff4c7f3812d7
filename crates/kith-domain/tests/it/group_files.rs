//! Files of groups: who adds them, who saves them, what waits, and when they go.

use kith_base::{DAY, Kind, PageRequest, SECOND};
use kith_domain::groups::{self, Act, GroupSettings, Makers, Making, Posting, Visibility};
use kith_domain::media::{self, SentFile};
use kith_domain::messages;
use kith_domain::notices::Occasion;
use kith_domain::{FileId, GroupId, Viewer, group_files, leaving};
use kith_testkit::{Person, World};

use crate::groups::{FREE, join, make, told};

const PDF: &[u8] = b"%PDF-1.7\nA plan of the garden";

async fn add(w: &World, who: &Person, group: GroupId) -> kith_base::Result<FileId> {
    w.advance(SECOND);
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), PDF).unwrap();
    let sent = SentFile { path: file.path().to_owned(), name: "plan.pdf".to_owned() };
    group_files::add(&w.app, &w.viewer(who).await, group, sent).await
}

async fn listed(w: &World, viewer: &Viewer, group: GroupId) -> kith_base::Result<Vec<FileId>> {
    let found = group_files::list(&w.app, viewer, group, PageRequest::first(20)).await?;
    Ok(found.items.iter().map(|file| file.file.id).collect())
}

async fn saves(w: &World, viewer: &Viewer, group: GroupId, id: FileId) -> bool {
    match group_files::open(&w.app, viewer, group, id).await {
        Ok(opened) => {
            assert_eq!((opened.length, opened.file.name.as_str()), (PDF.len() as u64, "plan.pdf"));
            true
        }
        Err(error) => {
            assert_eq!(error.kind(), Kind::NotFound);
            false
        }
    }
}

#[tokio::test]
async fn whoever_reads_the_group_saves_its_files_and_nobody_else() {
    World::each(|w| async move {
        let (ann, ben, zoe) = (w.person("ann").await, w.person("ben").await, w.person("zoe").await);
        let group = make(&w, &ann, FREE).await;
        join(&w, &ben, group).await.unwrap();
        let id = add(&w, &ben, group).await.unwrap();
        let (as_ann, as_ben, as_zoe) = (w.viewer(&ann).await, w.viewer(&ben).await, w.viewer(&zoe).await);
        assert_eq!(listed(&w, &as_ann, group).await.unwrap(), [id]);
        assert!(saves(&w, &as_ann, group, id).await && saves(&w, &as_ben, group, id).await);
        for outside in [&as_zoe, &Viewer::Anonymous] {
            assert!(listed(&w, outside, group).await.unwrap_err().is_not_found());
            assert!(!saves(&w, outside, group, id).await);
        }
        assert!(messages::open_file(&w.app, &as_ben, id).await.unwrap_err().is_not_found(), "one place");
        assert!(media::withdraw_file(&w.app, &as_ben, id).await.is_err());
        assert!(add(&w, &zoe, group).await.is_err());
        assert_eq!(media::used_bytes(&w.app, &as_ben).await.unwrap(), PDF.len() as u64, "it counts");
        w.advance(2 * DAY);
        w.upkeep("media.sweep_files").await;
        w.run_jobs().await;
        assert!(saves(&w, &w.viewer(&ann).await, group, id).await, "it is no orphan");
        let other = make(&w, &ann, GroupSettings { visibility: Visibility::Public, ..FREE }).await;
        assert!(!saves(&w, &as_ann, other, id).await, "not by the door of another group");
        let open = add(&w, &ann, other).await.unwrap();
        assert!(saves(&w, &Viewer::Anonymous, other, open).await);
        w.block(&ben, &ann).await;
        assert_eq!(listed(&w, &w.viewer(&ann).await, group).await.unwrap(), []);
        assert!(!saves(&w, &w.viewer(&ann).await, group, id).await);
    })
    .await;
}

#[tokio::test]
async fn files_wait_where_posts_do() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let group = make(&w, &ann, GroupSettings { posting: Posting::Approved, ..FREE }).await;
        for person in [&ben, &cem] {
            join(&w, person, group).await.unwrap();
        }
        let id = add(&w, &ben, group).await.unwrap();
        let (as_ann, as_ben, as_cem) = (w.viewer(&ann).await, w.viewer(&ben).await, w.viewer(&cem).await);
        assert_eq!(told(&w, &ann).await, [Occasion::GroupPostPending]);
        assert_eq!(listed(&w, &as_ben, group).await.unwrap(), [id]);
        assert_eq!(listed(&w, &as_cem, group).await.unwrap(), []);
        assert!(!saves(&w, &as_cem, group, id).await && saves(&w, &as_ann, group, id).await);
        assert!(group_files::waiting(&w.app, &as_cem, group).await.unwrap_err().is_not_found());
        assert_eq!(group_files::waiting(&w.app, &as_ann, group).await.unwrap().len(), 1);
        assert!(group_files::approve(&w.app, &as_ben, group, id).await.unwrap_err().is_not_found());
        group_files::approve(&w.app, &as_ann, group, id).await.unwrap();
        assert!(group_files::approve(&w.app, &as_ann, group, id).await.unwrap_err().is_not_found());
        assert_eq!(told(&w, &ann).await, [], "it is decided");
        assert!(saves(&w, &as_cem, group, id).await);
        let own = add(&w, &ann, group).await.unwrap();
        assert_eq!(listed(&w, &as_cem, group).await.unwrap(), [own, id], "whoever decides waits for nobody");
    })
    .await;
}

#[tokio::test]
async fn who_adds_and_who_takes_away_is_as_it_is_set() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let making = Making { files: Makers::Moderators, ..Making::default() };
        let group = make(&w, &ann, GroupSettings { making, ..FREE }).await;
        for person in [&ben, &cem] {
            join(&w, person, group).await.unwrap();
        }
        assert_eq!(add(&w, &ben, group).await.unwrap_err().kind(), Kind::Forbidden);
        let as_ann = w.viewer(&ann).await;
        let kept = groups::get(&w.app, &as_ann, group).await.unwrap().settings;
        assert_eq!(kept.making, making);
        groups::set(&w.app, &as_ann, group, GroupSettings { making: Making::default(), ..kept })
            .await
            .unwrap();
        let (first, second) = (add(&w, &ben, group).await.unwrap(), add(&w, &ben, group).await.unwrap());
        let as_cem = w.viewer(&cem).await;
        assert!(group_files::delete(&w.app, &as_cem, group, first).await.unwrap_err().is_not_found());
        group_files::delete(&w.app, &w.viewer(&ben).await, group, first).await.unwrap();
        group_files::delete(&w.app, &as_ann, group, second).await.unwrap();
        assert_eq!(listed(&w, &as_cem, group).await.unwrap(), []);
        let log = groups::log(&w.app, &as_ann, group).await.unwrap();
        let removed: Vec<_> = log.iter().filter(|line| line.act == Act::FileRemoved).collect();
        assert_eq!((removed.len(), removed[0].detail.as_str()), (1, "plan.pdf"), "one's own is no act");
    })
    .await;
}

#[tokio::test]
async fn files_go_with_their_owner_and_with_their_group() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let group = make(&w, &ann, FREE).await;
        join(&w, &ben, group).await.unwrap();
        let (of_ann, of_ben) = (add(&w, &ann, group).await.unwrap(), add(&w, &ben, group).await.unwrap());
        leaving::erase(&w.app, ben.id).await.unwrap();
        let as_ann = w.viewer(&ann).await;
        assert_eq!(listed(&w, &as_ann, group).await.unwrap(), [of_ann]);
        assert!(!saves(&w, &as_ann, group, of_ben).await);
        groups::delete(&w.app, &as_ann, group).await.unwrap();
        w.run_jobs().await;
        assert_eq!(media::used_bytes(&w.app, &w.viewer(&ann).await).await.unwrap(), 0);
    })
    .await;
}
