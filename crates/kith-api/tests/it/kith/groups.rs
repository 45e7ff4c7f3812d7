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

#[tokio::test]
async fn files_and_reports_are_for_those_whom_they_concern() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.set_trust(&ann, 2).await;
        let document = Document::of(&s).await;
        let a = Checked::of(&s, &document, &ann).await;
        let (b, c) = (Checked::of(&s, &document, &ben).await, Checked::of(&s, &document, &cem).await);
        let new = json!({ "name": "Walks", "visibility": "private", "joining": "free" });
        let group = id(&a.call("beginGroup", &[], new).await.good());
        b.call("joinGroup", &[&group], json!({})).await.good();
        let path = format!("/api/kith/v1/groups/{group}/files");
        let form = |name: &str| {
            let part = reqwest::multipart::Part::bytes(&b"%PDF-1.7\nA plan"[..]).file_name(name.to_owned());
            reqwest::multipart::Form::new().part("file", part)
        };
        let post = reqwest::Method::POST;
        assert_eq!(b.client.send(post.clone(), &path, form("plan.exe")).await.status, 422);
        let status = c.client.send(post.clone(), &path, form("plan.pdf")).await.status;
        assert_eq!(status, 403, "the group is known, and its members alone add files");
        let made = b.client.send(post, &path, form("plan.pdf")).await.good();
        assert_eq!((&made["name"], &made["account_id"]), (&json!("plan.pdf"), &json!(ben.id.to_string())));
        assert_eq!(list(&a.read("listGroupFiles", &[&group]).await).len(), 1);
        assert_eq!(c.status("listGroupFiles", &[&group]).await, 404);
        assert_eq!(b.status("listGroupReports", &[&group]).await, 404);
        let file = id(&made);
        assert_eq!(a.read("deleteGroupFile", &[&group, &file]).await, json!({}));
        assert_eq!(a.read("listGroupFiles", &[&group]).await, json!([]));
        assert_eq!(a.read("listGroupReports", &[&group]).await, json!([]));
    })
    .await;
}
