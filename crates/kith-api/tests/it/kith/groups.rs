//! Groups: begun, joined, written in and looked after by apps; closed ones are not there for others.

use kith_domain::groups::{self, GroupSettings, Posting};
use serde_json::{Value, json};

use super::checked::{Checked, Document, id, list};
use crate::ground::each;

#[tokio::test]
async fn a_group_is_begun_joined_written_in_and_left() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.set_trust(&ann, 2).await;
        let document = Document::of(&s).await;
        let (a, b) = (Checked::of(&s, &document, &ann).await, Checked::of(&s, &document, &ben).await);
        let new =
            json!({ "name": "Walks", "about": "We *walk*.", "visibility": "private", "joining": "request" });
        let made = a.call("beginGroup", &[], new).await.good();
        let group = id(&made);
        assert_eq!((&made["slug"], &made["role"]), (&json!("walks"), &json!("owner")));
        assert_eq!(list(&b.read("discoverGroups", &[]).await).len(), 1);
        let asked = b.call("joinGroup", &[&group], json!({})).await.good();
        assert_eq!(asked["membership"], "requested");
        assert_eq!(b.status("listGroupStatuses", &[&group]).await, 404);
        assert_eq!(b.status("listGroupRequests", &[&group]).await, 404);
        assert_eq!(list(&a.read("listGroupRequests", &[&group]).await).len(), 1);
        let person = ben.id.to_string();
        assert_eq!(a.read("approveGroupRequest", &[&group, &person]).await, json!({}));
        assert_eq!(b.read("getGroup", &[&group]).await["group"]["role"], "member");
        w.advance(1_000);
        let posted = b.call("writeInGroup", &[&group], json!({ "status": "Who comes along?" })).await.good();
        assert_eq!(
            (&posted["visibility"], &posted["kith"]["audience"]),
            (&json!("private"), &json!("group"))
        );
        assert_eq!(list(&a.read("listGroupStatuses", &[&group]).await).len(), 1);
        let level = b.call("setGroupLevel", &[&group], json!({ "level": "none" })).await.good();
        assert_eq!(level["level"], "none");
        assert_eq!(b.read("leaveGroup", &[&group]).await, json!({}));
        assert_eq!(b.read("listOwnGroups", &[]).await, json!([]));
        assert_eq!(b.status("listGroupMembers", &[&group]).await, 404);
    })
    .await;
}

#[tokio::test]
async fn posts_that_wait_are_decided_about() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.set_trust(&ann, 2).await;
        let document = Document::of(&s).await;
        let (a, b) = (Checked::of(&s, &document, &ann).await, Checked::of(&s, &document, &ben).await);
        let new = json!({ "name": "Walks", "visibility": "site", "joining": "free" });
        let group = id(&a.call("beginGroup", &[], new).await.good());
        let settings = GroupSettings {
            visibility: groups::Visibility::Site,
            joining: groups::Joining::Free,
            posting: Posting::Approved,
            ..GroupSettings::default()
        };
        groups::set(&w.app, &w.viewer(&ann).await, group.parse().unwrap(), settings).await.unwrap();
        b.call("joinGroup", &[&group], json!({})).await.good();
        w.advance(1_000);
        let posted = b.call("writeInGroup", &[&group], json!({ "status": "Who comes along?" })).await.good();
        let post = id(&posted);
        assert_eq!(b.read("listGroupStatuses", &[&group]).await, json!([]));
        assert_eq!(list(&a.read("listWaitingStatuses", &[&group]).await).len(), 1);
        assert_eq!(b.call("approveGroupStatus", &[&post], Value::Null).await.status, 404);
        assert_eq!(a.read("approveGroupStatus", &[&post]).await, json!({}));
        assert_eq!(list(&b.read("listGroupStatuses", &[&group]).await).len(), 1);
    })
    .await;
}
