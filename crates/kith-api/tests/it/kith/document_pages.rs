//! Operations of pages: each called once, as it is meant.

use kith_testkit::{Person, World};
use serde_json::json;

use super::checked::{Checked, id};

/// The one who founds the page, and two who help.
#[derive(Clone, Copy)]
pub struct Team<'a> {
    pub owner: &'a Checked,
    pub editor: (&'a Person, &'a Checked),
    pub other: (&'a Person, &'a Checked),
}

/// All of them.
pub async fn call(w: &World, team: Team<'_>) {
    let owner = team.owner;
    let ((ben, editor), (cem, other)) = (team.editor, team.other);
    let new = json!({ "username": "saint_clare", "name": "Saint Clare", "category": "faith", "about": "We *sing*." });
    let page = id(&owner.call("foundPage", &[], new).await.good());
    for name in ["getPage", "getPageTeam", "getPageFigures"] {
        owner.read(name, &[&page]).await;
    }
    owner.read("listOwnPages", &[]).await;
    let details = json!({
        "name": "Saint Clare",
        "category": "faith",
        "phone": "030 1234",
        "website": "https://example.org",
        "opening_hours": ["9-12, 14-18", "", "9-12"],
        "button": "call",
        "languages": ["en", "ar"],
    });
    owner.call("editPage", &[&page], details).await.good();
    let words = json!({ "language": "en", "about": "We sing and *pray*." });
    owner.call("setPageAbout", &[&page], words).await.good();
    editor.read("discoverPages", &[]).await;
    let (ben, cem) = (ben.id.to_string(), cem.id.to_string());
    for person in [&ben, &cem] {
        let seat = json!({ "account_id": person, "role": "editor" });
        owner.call("inviteToPage", &[&page], seat).await.good();
    }
    editor.read("listPageInvitations", &[]).await;
    editor.read("acceptPageInvitation", &[&page]).await;
    other.read("declinePageInvitation", &[&page]).await;
    w.advance(1_000);
    editor.call("writeAsPage", &[&page], json!({ "status": "Choir on Friday" })).await.good();
    owner.read("listPageActs", &[&page]).await;
    owner.call("setPageRole", &[&page, &ben], json!({ "role": "analyst" })).await.good();
    owner.read("removeFromPage", &[&page, &ben]).await;
    owner.read("leavePage", &[&page]).await;
}
