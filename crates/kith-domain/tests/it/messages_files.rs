//! Files in conversations that are no photos: what is taken, who may save it, and when it goes.

use kith_base::{DAY, Kind, MINUTE};
use kith_domain::media::{self, File, FileGroup, SentFile};
use kith_domain::messages::{self, MessageReport, NewMessage};
use kith_domain::site::{self, FileRules};
use kith_domain::viewer::Role;
use kith_domain::{FileId, Viewer, leaving};
use kith_testkit::{Person, World};

const PDF: &[u8] = b"%PDF-1.7\nA plan of the garden";

async fn take(w: &World, who: &Person, name: &str, bytes: &[u8]) -> kith_base::Result<File> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    let sent = SentFile { path: file.path().to_owned(), name: name.to_owned() };
    media::take_file(&w.app, &w.viewer(who).await, sent).await
}

fn with_files(files: &[FileId]) -> NewMessage {
    NewMessage { files: files.to_vec(), ..NewMessage::default() }
}

async fn opens(w: &World, viewer: &Viewer, id: FileId) -> bool {
    match messages::open_file(&w.app, viewer, id).await {
        Ok(opened) => {
            assert_eq!(opened.length, PDF.len() as u64);
            true
        }
        Err(error) => {
            assert_eq!(error.kind(), Kind::NotFound);
            false
        }
    }
}

fn field_of<T>(outcome: kith_base::Result<T>) -> &'static str {
    outcome.err().expect("it is refused").fields()[0].field
}

#[tokio::test]
async fn e1_files_are_for_members_and_not_before_a_request_is_accepted() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let moderator = w.person_with_role("mod", Role::Moderator).await;
        let (as_ann, as_ben) = (w.viewer(&ann).await, w.viewer(&ben).await);
        let (as_cem, as_moderator) = (w.viewer(&cem).await, w.viewer(&moderator).await);
        let file = take(&w, &ann, "../plan.PDF", PDF).await.unwrap();
        assert_eq!((file.name.as_str(), file.group()), ("plan.PDF", FileGroup::Document));
        assert!(opens(&w, &as_ann, file.id).await && !opens(&w, &as_moderator, file.id).await);
        assert_eq!(media::used_bytes(&w.app, &as_ann).await.unwrap(), PDF.len() as u64);
        let sent = messages::write_to(&w.app, &as_ann, ben.id, with_files(&[file.id])).await.unwrap();
        let (chat, id) = (sent.conversation, sent.id);
        let card = messages::get(&w.app, &as_ben, id).await.unwrap();
        assert_eq!((card.files.len(), card.held_files), (0, 1));
        assert!(opens(&w, &as_ann, file.id).await && !opens(&w, &as_ben, file.id).await);
        messages::accept(&w.app, &as_ben, chat).await.unwrap();
        let card = messages::get(&w.app, &as_ben, id).await.unwrap();
        assert_eq!((card.files.as_slice(), card.held_files), (&[file.clone()][..], 0));
        assert!(opens(&w, &as_ben, file.id).await && !opens(&w, &as_cem, file.id).await);
        assert!(!opens(&w, &as_moderator, file.id).await);
        messages::report(&w.app, &as_ben, id, MessageReport::default()).await.unwrap();
        assert!(opens(&w, &as_moderator, file.id).await, "a report carries it");
        w.block(&ben, &ann).await;
        assert!(!opens(&w, &w.viewer(&ben).await, file.id).await);
    })
    .await;
}

#[tokio::test]
async fn what_a_file_is_decides_whether_it_is_taken() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        for (name, bytes) in [
            ("plan.exe", &b"MZ\x90\0"[..]),
            ("plan.pdf", b"MZ\x90\0"),
            ("page.html", b"<!doctype html><p>Hello"),
            ("page.txt", b"<html><script>alert(1)</script>"),
            ("run.txt", b"#!/bin/sh\nrm -r x"),
            ("plan", PDF),
            ("plan.pdf", b""),
        ] {
            assert_eq!(field_of(take(&w, &ann, name, bytes).await), "files", "{name}");
        }
        take(&w, &ann, "notes.txt", b"Soup at eight").await.unwrap();
        let admin = w.person_with_role("olive", Role::Owner).await;
        let as_admin = w.viewer(&admin).await;
        let rules = FileRules { max_mb: 1, documents: false, ..FileRules::default() };
        let refused = site::set_file_rules(&w.app, &w.viewer(&ann).await, rules.clone()).await;
        assert_eq!(refused.unwrap_err().kind(), Kind::NotFound);
        site::set_file_rules(&w.app, &as_admin, rules.clone()).await.unwrap();
        assert_eq!(field_of(take(&w, &ann, "plan.pdf", PDF).await), "files");
        assert_eq!(field_of(take(&w, &ann, "long.txt", &vec![b'a'; 1_000_001]).await), "files");
        let wrong = FileRules { max_mb: 26, ..rules };
        assert_eq!(field_of(site::set_file_rules(&w.app, &as_admin, wrong).await), "max_mb");
    })
    .await;
}

#[tokio::test]
async fn a_file_stands_in_one_message_and_goes_with_it() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let (as_ann, as_ben) = (w.viewer(&ann).await, w.viewer(&ben).await);
        let mut ids = Vec::new();
        for number in 0..6 {
            ids.push(take(&w, &ann, &format!("{number}.pdf"), PDF).await.unwrap().id);
        }
        let too_many = messages::write_to(&w.app, &as_ann, ben.id, with_files(&ids)).await;
        assert_eq!(field_of(too_many), "files");
        let stolen = messages::write_to(&w.app, &as_ben, ann.id, with_files(&ids[..1])).await;
        assert_eq!(field_of(stolen), "files");
        let sent = messages::write_to(&w.app, &as_ann, ben.id, with_files(&ids[..2])).await.unwrap();
        let card = messages::get(&w.app, &as_ben, sent.id).await.unwrap();
        let names: Vec<&str> = card.files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["0.pdf", "1.pdf"]);
        let again = messages::write_to(&w.app, &as_ann, ben.id, with_files(&ids[..1])).await;
        assert_eq!(field_of(again), "files");
        media::withdraw_file(&w.app, &as_ann, ids[2]).await.unwrap();
        assert!(!opens(&w, &as_ann, ids[2]).await);
        messages::delete(&w.app, &as_ann, sent.id).await.unwrap();
        assert!(!opens(&w, &as_ben, ids[0]).await);
        w.advance(MINUTE);
        w.run_jobs().await;
        assert!(!opens(&w, &as_ann, ids[0]).await);
        w.advance(DAY + MINUTE);
        w.upkeep("media.sweep_files").await;
        w.run_jobs().await;
        assert_eq!(media::used_bytes(&w.app, &as_ann).await.unwrap(), 0, "what nobody sent goes too");
        assert_eq!(w.app.store.used_bytes(), 0);
    })
    .await;
}

#[tokio::test]
async fn files_go_with_whoever_leaves() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let file = take(&w, &ann, "plan.pdf", PDF).await.unwrap();
        let as_ann = w.viewer(&ann).await;
        messages::write_to(&w.app, &as_ann, ben.id, with_files(&[file.id])).await.unwrap();
        let as_ben = w.viewer(&ben).await;
        assert!(opens(&w, &as_ben, file.id).await);
        leaving::erase(&w.app, ann.id).await.unwrap();
        assert!(!opens(&w, &as_ben, file.id).await);
        assert_eq!(w.app.store.used_bytes(), 0);
    })
    .await;
}
