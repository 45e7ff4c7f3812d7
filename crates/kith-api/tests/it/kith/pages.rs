//! Pages through apps: founded, run by two, written for without sharing a token.

use serde_json::json;

use super::checked::{Checked, Document, id, list};
use crate::ground::each;

#[tokio::test]
async fn a_page_is_run_by_two_and_written_for() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let document = Document::of(&s).await;
        let a = Checked::of(&s, &document, &ann).await;
        let (b, c) = (Checked::of(&s, &document, &ben).await, Checked::of(&s, &document, &cem).await);
        let new = json!({ "username": "saint_clare", "name": "Saint Clare", "category": "faith" });
        let page = id(&a.call("foundPage", &[], new).await.good());
        assert_eq!(b.status("getPageTeam", &[&page]).await, 404, "the team is for the team");
        for (person, role) in [(&ben, "editor"), (&cem, "analyst")] {
            let seat = json!({ "account_id": person.id.to_string(), "role": role });
            a.call("inviteToPage", &[&page], seat).await.good();
        }
        assert_eq!(b.read("listPageInvitations", &[]).await[0]["invited_as"], "editor");
        assert_eq!(b.read("acceptPageInvitation", &[&page]).await["role"], "editor");
        c.read("acceptPageInvitation", &[&page]).await;
        w.advance(1_000);
        let said = json!({ "status": "Choir on Friday", "world": true });
        let posted = b.call("writeAsPage", &[&page], said).await.good();
        assert_eq!(posted["account"]["username"], "saint_clare", "the page speaks");
        let refused = c.call("writeAsPage", &[&page], json!({ "status": "Me too" })).await;
        assert_eq!(refused.status, 403, "who reads figures does not speak");
        let acts = a.read("listPageActs", &[&page]).await;
        assert_eq!(acts[0]["act"], "posted");
        assert_eq!(acts[0]["account_id"], ben.id.to_string(), "its team knows who it was");
        assert_eq!(c.status("listPageActs", &[&page]).await, 404);
        assert_eq!(c.read("getPageFigures", &[&page]).await["posts_count"], 1);
        assert_eq!(list(&c.read("listOwnPages", &[]).await).len(), 1);
        let wrong = json!({ "name": "Saint Clare", "category": "faith", "button": "none", "opening_hours": ["never"] });
        assert_eq!(a.call("editPage", &[&page], wrong).await.status, 422);
    })
    .await;
}
