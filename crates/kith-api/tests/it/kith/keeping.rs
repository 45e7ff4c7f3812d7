//! Albums, drafts, folders, reminders, votes taken back, memories: in the words of the document, and closed to others.

use serde_json::{Value, json};

use super::checked::{Checked, Document, id, list, names};
use crate::ground::each;

#[tokio::test]
async fn an_album_is_made_shared_and_closed_to_others() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, eve) = (w.person("ann").await, w.person("ben").await, w.person("eve").await);
        w.befriend(&ann, &ben).await;
        let document = Document::of(&s).await;
        let owner = Checked::of(&s, &document, &ann).await;
        let (friend, stranger) =
            (Checked::of(&s, &document, &ben).await, Checked::of(&s, &document, &eve).await);
        let new = json!({ "title": "Summer", "audience": { "kind": "friends" } });
        let made = owner.call("createAlbum", &[], new).await.good();
        assert_eq!((&made["title"], &made["may"]["edit"]), (&json!("Summer"), &json!(true)));
        let album = id(&made);
        let unaimed = owner.call("createAlbum", &[], json!({ "title": "Open" })).await;
        assert_eq!(unaimed.status, 422, "there is no audience that is not chosen");
        let seen = friend.read("getAlbum", &[&album]).await;
        assert_eq!((&seen["audience"], &seen["may"]["add"]), (&Value::Null, &json!(false)));
        for name in ["getAlbum", "listAlbumPhotos", "deleteAlbum", "acceptAlbum"] {
            assert_eq!(stranger.status(name, &[&album]).await, 404, "{name}");
        }
        assert_eq!(stranger.read("listAlbumsOf", &[&ann.id.to_string()]).await, json!([]));
        assert_eq!(list(&friend.read("listAlbumsOf", &[&ann.id.to_string()]).await).len(), 1);

        owner.read("askForAlbum", &[&album, &ben.id.to_string()]).await;
        assert_eq!(owner.status("askForAlbum", &[&album, &eve.id.to_string()]).await, 404, "friends alone");
        let asked = friend.read("listAlbumInvitations", &[]).await;
        assert_eq!(names(list(&asked)), ["ann"]);
        assert_eq!(friend.read("acceptAlbum", &[&album]).await["may"]["add"], true);
        assert_eq!(names(list(&owner.read("getAlbum", &[&album]).await["contributors"])), ["ben"]);
        assert_eq!(list(&friend.read("listSharedAlbums", &[]).await).len(), 1);
        friend.call("leaveAlbum", &[&album], json!({})).await.good();
        assert_eq!(friend.status("declineAlbum", &[&album]).await, 404);

        let words = json!({ "title": "Autumn", "description": "Leaves", "allow_download": true });
        assert_eq!(owner.call("changeAlbum", &[&album], words).await.good()["title"], "Autumn");
        let narrow = json!({ "audience": { "kind": "self" } });
        owner.call("setAlbumAudience", &[&album], narrow).await.good();
        assert_eq!(friend.status("getAlbum", &[&album]).await, 404);
        owner.read("deleteAlbum", &[&album]).await;
        assert_eq!(owner.status("getAlbum", &[&album]).await, 404);
    })
    .await;
}

#[tokio::test]
async fn a_draft_goes_with_the_post_of_its_key() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let document = Document::of(&s).await;
        let app = Checked::of(&s, &document, &ann).await;
        let audience = json!({ "kind": "community" });
        let draft = json!({ "status": "Half a thought", "audience": audience });
        assert_eq!(app.call("keepDraft", &[], draft.clone()).await.status, 422, "under no key");
        let key = [("Idempotency-Key", "first")];
        let kept = app.call_with("keepDraft", &[], &key, draft).await.good();
        assert_eq!(kept["status"], "Half a thought");
        assert_eq!(list(&app.read("listDrafts", &[]).await).len(), 1);
        let other = Checked::of(&s, &document, &s.world.person("ben").await).await;
        assert_eq!(other.read("listDrafts", &[]).await, json!([]));
        assert_eq!(other.status("discardDraft", &[&id(&kept)]).await, 404);
        let key = kept["key"].as_str().unwrap().to_owned();
        let post = json!({ "status": "A thought", "audience": audience });
        app.call_with("createStatus", &[], &[("Idempotency-Key", &key)], post).await.good();
        assert_eq!(app.read("listDrafts", &[]).await, json!([]));
    })
    .await;
}

#[tokio::test]
async fn saved_posts_lie_in_folders_and_a_vote_is_changed() {
    each(|s| async move {
        let (ann, ben) = (s.world.person("ann").await, s.world.person("ben").await);
        let document = Document::of(&s).await;
        let author = Checked::of(&s, &document, &ann).await;
        let app = Checked::of(&s, &document, &ben).await;
        let new = json!({
            "status": "Which?",
            "audience": { "kind": "community" },
            "poll": { "options": ["Tea", "Coffee"], "expires_in": 3600 },
        });
        let made = author.call("createStatus", &[], new).await.good();
        let post = id(&made);
        assert_eq!(app.status("getSaved", &[&post]).await, 404, "not saved yet");
        app.client.post(&format!("/api/v1/statuses/{post}/bookmark"), json!({})).await.good();
        let folder = id(&app.call("createFolder", &[], json!({ "name": "Later" })).await.good());
        let at = "2027-05-01T10:00:00Z";
        let keep = json!({ "folder_id": folder, "remind_at": at });
        let kept = app.call("keepSaved", &[&post], keep).await.good();
        assert_eq!(kept["folder_id"], json!(folder));
        assert!(kept["remind_at"].as_str().unwrap().starts_with("2027-05-01T10:00:00"));
        assert_eq!(list(&app.read("listFolder", &[&folder]).await).len(), 1);
        assert_eq!(author.status("listFolder", &[&folder]).await, 404);
        app.read("deleteFolder", &[&folder]).await;
        assert_eq!(app.read("listFolders", &[]).await, json!([]));

        let poll = made["poll"]["id"].as_str().unwrap();
        let vote = json!({ "choices": [0] });
        app.client.post(&format!("/api/v1/polls/{poll}/votes"), vote).await.good();
        let back = app.read("takeVoteBack", &[&post]).await;
        assert_eq!((&back["voted"], &back["voters_count"]), (&json!(false), &json!(0)));
    })
    .await;
}

#[tokio::test]
async fn choices_about_photos_and_memories_are_ones_own() {
    each(|s| async move {
        let (ann, ben) = (s.world.person("ann").await, s.world.person("ben").await);
        s.world.befriend(&ann, &ben).await;
        let document = Document::of(&s).await;
        let app = Checked::of(&s, &document, &ann).await;
        assert_eq!(app.read("getTagChoice", &[]).await, json!({ "who": "ask" }));
        app.call("setTagChoice", &[], json!({ "who": "nobody" })).await.good();
        assert_eq!(app.read("getTagChoice", &[]).await, json!({ "who": "nobody" }));
        assert_eq!(app.call("setTagChoice", &[], json!({ "who": "all" })).await.status, 422);
        for name in ["listPhotosOfMe", "listWaitingTags", "listBirthdays"] {
            assert_eq!(app.read(name, &[]).await, json!([]), "{name}");
        }
        assert_eq!(app.status("listPhotoTags", &["1"]).await, 404);
        assert_eq!(app.status("acceptTag", &["1"]).await, 404);
        let on = app.read("listMemories", &[]).await;
        assert_eq!(on, json!({ "is_on": true, "years": [] }));
        let off = app.call("switchMemories", &[], json!({ "is_on": false })).await.good();
        assert_eq!(off["is_on"], false);
    })
    .await;
}
