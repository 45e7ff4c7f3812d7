//! Operations of groups: each called once, as it is meant.

use kith_domain::groups::{self, GroupSettings, Joining, Posting, Visibility};
use kith_domain::reports::{self, NewReport};
use kith_testkit::{Person, World};
use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::json;

use super::checked::{Checked, id};

/// Those who have to do with the group: who begins it, who is let in, and who is not.
#[derive(Clone, Copy)]
pub struct People<'a> {
    pub owner: (&'a Person, &'a Checked),
    pub member: (&'a Person, &'a Checked),
    pub outsider: (&'a Person, &'a Checked),
}

/// All of them.
pub async fn call(w: &World, people: People<'_>) {
    let new =
        json!({ "name": "Walks", "about": "We *walk*.", "visibility": "private", "joining": "request" });
    let group = id(&people.owner.1.call("beginGroup", &[], new).await.good());
    coming_in(w, &people, &group).await;
    inside(w, &people, &group).await;
    for (_, app) in [people.member, people.outsider] {
        app.read("leaveGroup", &[&group]).await;
    }
}

/// One is let in, the other one declined and asked in afterwards.
async fn coming_in(w: &World, people: &People<'_>, group: &str) {
    let ((ann, owner), (ben, member), (cem, outsider)) = (people.owner, people.member, people.outsider);
    member.read("discoverGroups", &[]).await;
    for app in [member, outsider] {
        app.call("joinGroup", &[group], json!({})).await.good();
    }
    owner.read("listGroupRequests", &[group]).await;
    owner.read("approveGroupRequest", &[group, &ben.id.to_string()]).await;
    let why = json!({ "reason": "There is no room for now." });
    owner.call("declineGroupRequest", &[group, &cem.id.to_string()], why).await.good();
    w.advance(1_000);
    let viewer = w.viewer(ann).await;
    groups::invite(&w.app, &viewer, group.parse().unwrap(), vec![cem.id]).await.unwrap();
    outsider.read("listGroupInvitations", &[]).await;
    member.read("listOwnGroups", &[]).await;
    member.read("getGroup", &[group]).await;
    member.read("listGroupMembers", &[group]).await;
    member.call("setGroupLevel", &[group], json!({ "level": "all" })).await.good();
}

/// What is written has to be approved.
async fn inside(w: &World, people: &People<'_>, group: &str) {
    let ((ann, owner), (_, member)) = (people.owner, people.member);
    let settings = GroupSettings {
        visibility: Visibility::Private,
        joining: Joining::Request,
        posting: Posting::Approved,
        ..GroupSettings::default()
    };
    groups::set(&w.app, &w.viewer(ann).await, group.parse().unwrap(), settings).await.unwrap();
    let mut written = Vec::new();
    for text in ["Who comes along?", "Boots for sale"] {
        w.advance(1_000);
        let posted = member.call("writeInGroup", &[group], json!({ "status": text })).await.good();
        written.push(id(&posted));
    }
    owner.read("listWaitingStatuses", &[group]).await;
    owner.read("approveGroupStatus", &[&written[0]]).await;
    let why = json!({ "reason": "Nothing is sold here." });
    owner.call("declineGroupStatus", &[&written[1]], why).await.good();
    member.read("listGroupStatuses", &[group]).await;
    tools(w, people, group, &written[0]).await;
}

/// A file comes and goes, a report is settled.
async fn tools(w: &World, people: &People<'_>, group: &str, status: &str) {
    let ((ann, owner), (ben, member)) = (people.owner, people.member);
    let part = Part::bytes(&b"%PDF-1.7\nA plan"[..]).file_name("plan.pdf");
    let path = format!("/api/kith/v1/groups/{group}/files");
    let told = owner.client.send(Method::POST, &path, Form::new().part("file", part)).await;
    owner.document.check("addGroupFile", &told);
    let file = id(&told.good());
    member.read("listGroupFiles", &[group]).await;
    owner.read("deleteGroupFile", &[group, &file]).await;
    let new = NewReport { target: ben.id, posts: vec![status.parse().unwrap()], ..NewReport::default() };
    let report = reports::create(&w.app, &w.viewer(ann).await, new).await.unwrap().id.to_string();
    owner.read("listGroupReports", &[group]).await;
    let outcome = json!({ "outcome": "dismissed" });
    owner.call("settleGroupReport", &[group, &report], outcome).await.good();
}
