//! Operations of albums, of photos in them, of what is kept, and of looking back: each called once, as it is meant.

use kith_testkit::World;
use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::json;

use super::checked::{Checked, id};

/// What can be called only where photos can be sent.
pub const WITH_PHOTOS: [&str; 6] =
    ["changeAlbumPhoto", "removeAlbumPhoto", "listPhotoTags", "tagPhoto", "acceptTag", "removeTag"];

/// An app and a friend's, with the ids of those for whom they act.
#[derive(Clone, Copy)]
pub struct Friends<'a> {
    pub app: &'a Checked,
    pub friend: &'a Checked,
    pub app_id: &'a str,
    pub friend_id: &'a str,
}

/// All of them.
pub async fn call(w: &World, friends: Friends<'_>) {
    albums(friends).await;
    if w.takes_photos() {
        photos(friends).await;
    } else {
        eprintln!("kith-media-worker was not built: tested without photos");
    }
    folders(friends).await;
    drafts(friends.app).await;
    looking_back(friends.app).await;
}

/// A new album for friends.
async fn album(app: &Checked, title: &str) -> String {
    let new = json!({
        "title": title,
        "description": "By the sea",
        "audience": { "kind": "friends" },
        "allow_download": true,
    });
    id(&app.call("createAlbum", &[], new).await.good())
}

async fn albums(Friends { app, friend, app_id, friend_id }: Friends<'_>) {
    let summer = album(app, "Summer").await;
    let words = json!({ "title": "Late summer", "description": "Leaves", "allow_download": false });
    app.call("changeAlbum", &[&summer], words).await.good();
    let audience = json!({ "audience": { "kind": "community" } });
    app.call("setAlbumAudience", &[&summer], audience).await.good();
    friend.read("getAlbum", &[&summer]).await;
    friend.read("listAlbumsOf", &[app_id]).await;
    app.call("addAlbumPhotos", &[&summer], json!({})).await.good();
    friend.read("listAlbumPhotos", &[&summer]).await;

    app.read("askForAlbum", &[&summer, friend_id]).await;
    friend.read("listAlbumInvitations", &[]).await;
    friend.read("acceptAlbum", &[&summer]).await;
    friend.read("listSharedAlbums", &[]).await;
    friend.call("leaveAlbum", &[&summer], json!({ "with_photos": true })).await.good();
    let winter = album(app, "Winter").await;
    app.read("askForAlbum", &[&winter, friend_id]).await;
    friend.read("declineAlbum", &[&winter]).await;
    app.read("askForAlbum", &[&summer, friend_id]).await;
    app.read("dismissFromAlbum", &[&summer, friend_id]).await;
    for old in [&summer, &winter] {
        app.read("deleteAlbum", &[old]).await;
    }
}

async fn photos(Friends { app, friend, friend_id, .. }: Friends<'_>) {
    let file = Part::bytes(crate::media::picture()).file_name("meadow.png");
    let sent = app.client.send(Method::POST, "/api/v1/media", Form::new().part("file", file)).await;
    let photo = id(&sent.good());
    let album = album(app, "Meadows").await;
    app.call("addAlbumPhotos", &[&album], json!({ "media_ids": [photo] })).await.good();
    let change =
        json!({ "caption": "At noon", "description": "A meadow", "move": "first", "is_cover": true });
    app.call("changeAlbumPhoto", &[&album, &photo], change).await.good();
    friend.read("listAlbumPhotos", &[&album]).await;

    let mark = json!({ "account_id": friend_id, "point": { "across": 250, "down": 600 } });
    let tags = app.call("tagPhoto", &[&photo], mark).await.good();
    let tag = id(&tags[0]);
    friend.read("listWaitingTags", &[]).await;
    friend.read("acceptTag", &[&tag]).await;
    friend.read("listPhotosOfMe", &[]).await;
    friend.read("listPhotoTags", &[&photo]).await;
    friend.read("removeTag", &[&tag]).await;
    app.read("removeAlbumPhoto", &[&album, &photo]).await;
}

async fn folders(Friends { app, friend, .. }: Friends<'_>) {
    let new = json!({
        "status": "Tea or coffee?",
        "audience": { "kind": "community" },
        "poll": { "options": ["Tea", "Coffee"], "expires_in": 3600 },
    });
    let asked = app.call("createStatus", &[], new).await.good();
    let post = id(&asked);
    let poll = asked["poll"]["id"].as_str().unwrap();
    let vote = json!({ "choices": [0] });
    friend.client.post(&format!("/api/v1/polls/{poll}/votes"), vote).await.good();
    friend.read("takeVoteBack", &[&post]).await;

    let folder = id(&friend.call("createFolder", &[], json!({ "name": "Later" })).await.good());
    friend.call("renameFolder", &[&folder], json!({ "name": "Soon" })).await.good();
    friend.client.post(&format!("/api/v1/statuses/{post}/bookmark"), json!({})).await.good();
    let keep = json!({ "folder_id": folder, "remind_at": "2026-05-01T10:00:00Z" });
    friend.call("keepSaved", &[&post], keep).await.good();
    friend.read("getSaved", &[&post]).await;
    friend.read("listFolders", &[]).await;
    friend.read("listFolder", &[&folder]).await;
    friend.read("deleteFolder", &[&folder]).await;
}

async fn drafts(app: &Checked) {
    let begun = json!({
        "status": "Half a thought",
        "audience": { "kind": "friends" },
        "comments": { "kind": "friends" },
    });
    let key = [("Idempotency-Key", "half-a-thought")];
    let draft = id(&app.call_with("keepDraft", &[], &key, begun).await.good());
    app.read("listDrafts", &[]).await;
    app.read("discardDraft", &[&draft]).await;
}

async fn looking_back(app: &Checked) {
    for name in ["listPhotosOfMe", "listWaitingTags", "getTagChoice", "listMemories", "listBirthdays"] {
        app.read(name, &[]).await;
    }
    app.call("setTagChoice", &[], json!({ "who": "friends" })).await.good();
    app.call("switchMemories", &[], json!({ "is_on": false })).await.good();
}
