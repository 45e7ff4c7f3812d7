//! For whom posts are: what may be chosen, what was chosen, and the change of it.

use kith_testkit::{Person, Server};
use serde_json::{Value, json};

use super::checked::{Checked, Document, id, list};
use crate::ground::each;

/// Ann with three friends, of whom Ben is in her circle, and Eve, who is none.
struct Scene {
    people: [Person; 5],
    apps: Vec<Checked>,
    circle: String,
}

const HANDLES: [&str; 5] = ["ann", "ben", "cem", "dan", "eve"];

impl Scene {
    async fn of(s: &Server) -> Self {
        let w = &s.world;
        let people = [
            w.person(HANDLES[0]).await,
            w.person(HANDLES[1]).await,
            w.person(HANDLES[2]).await,
            w.person(HANDLES[3]).await,
            w.person(HANDLES[4]).await,
        ];
        for friend in &people[1..4] {
            w.befriend(&people[0], friend).await;
        }
        let circle = w.circle(&people[0], "Choir", &[&people[1]]).await.to_string();
        let document = Document::of(s).await;
        let mut apps = Vec::new();
        for person in &people {
            apps.push(Checked::of(s, &document, person).await);
        }
        Self { people, apps, circle }
    }

    fn id(&self, who: usize) -> String {
        self.people[who].id.to_string()
    }

    fn ann(&self) -> &Checked {
        &self.apps[0]
    }

    /// All seven audiences, and which of the five read what is for them.
    fn audiences(&self) -> Vec<(Value, Vec<&'static str>)> {
        let mut named = [self.id(2), self.id(4)];
        named.sort();
        vec![
            (json!({ "kind": "world" }), HANDLES.to_vec()),
            (json!({ "kind": "community" }), HANDLES.to_vec()),
            (json!({ "kind": "friends" }), vec!["ann", "ben", "cem", "dan"]),
            (
                json!({ "kind": "friends_except", "account_ids": [self.id(2)], "circle_ids": [self.circle] }),
                vec!["ann", "dan"],
            ),
            (json!({ "kind": "circle", "circle_id": self.circle }), vec!["ann", "ben"]),
            (json!({ "kind": "people", "account_ids": named }), vec!["ann", "cem", "eve"]),
            (json!({ "kind": "self" }), vec!["ann"]),
        ]
    }

    /// Who reads a post.
    async fn readers(&self, post: &str) -> Vec<&'static str> {
        let mut readers = Vec::new();
        for (app, handle) in self.apps.iter().zip(HANDLES) {
            match app.client.get(&format!("/api/v1/statuses/{post}")).await.status {
                200 => readers.push(handle),
                404 => {}
                other => panic!("{handle}: {other}"),
            }
        }
        readers
    }
}

/// People are a set: they come back in any order.
fn in_order(mut told: Value) -> Value {
    if let Some(people) = told["audience"].get_mut("account_ids").and_then(Value::as_array_mut) {
        people.sort_by_key(ToString::to_string);
    }
    told
}

#[tokio::test]
async fn a_post_is_read_by_exactly_those_for_whom_it_is_and_its_author_alone_is_told_whom() {
    each(|s| async move {
        let scene = Scene::of(&s).await;
        let mut last = None;
        for (audience, readers) in scene.audiences() {
            s.world.advance(1_000);
            let post = scene.ann().post("hello", audience.clone()).await;
            assert_eq!(scene.readers(&post).await, readers, "{audience}");
            let told = in_order(scene.ann().read("getAudience", &[&post]).await);
            assert_eq!(
                told,
                json!({ "audience": audience, "comments": { "kind": "same" }, "comments_closed": false })
            );
            for other in &scene.apps[1..] {
                assert_eq!(other.status("getAudience", &[&post]).await, 404, "{audience}");
                let kept = json!({ "audience": { "kind": "world" } });
                assert_eq!(other.call("setAudience", &[&post], kept).await.status, 404, "{audience}");
            }
            // The post before takes the audience of this one.
            if let Some(before) = last.replace(post) {
                let changed = json!({ "audience": audience, "comments": { "kind": "nobody" } });
                let told = in_order(scene.ann().call("setAudience", &[&before], changed).await.good());
                assert_eq!((&told["audience"], &told["comments"]["kind"]), (&audience, &json!("nobody")));
                assert_eq!(scene.readers(&before).await, readers, "changed to {audience}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_mistake_in_an_audience_never_makes_it_wider() {
    each(|s| async move {
        let scene = Scene::of(&s).await;
        let eves = s.world.circle(&scene.people[4], "Hers", &[]).await.to_string();
        let friend = scene.id(1);
        for audience in [
            Value::Null,
            json!("friends"),
            json!({}),
            json!({ "kind": "everybody" }),
            json!({ "kind": "world", "circle_id": scene.circle }),
            json!({ "kind": "friends", "except_account_ids": [friend] }),
            json!({ "kind": "friends_except", "account_ids": [friend] }),
            json!({ "kind": "friends_except", "account_ids": [], "circle_ids": [] }),
            json!({ "kind": "friends_except", "account_ids": [], "circle_ids": [eves] }),
            json!({ "kind": "friends_except", "account_ids": [friend], "circle_ids": [], "people": [] }),
            json!({ "kind": "circle" }),
            json!({ "kind": "circle", "circle_id": eves }),
            json!({ "kind": "circle", "circle_id": 7 }),
            json!({ "kind": "people", "account_ids": [] }),
            json!({ "kind": "people", "account_ids": "all" }),
            json!(["world"]),
            json!(["people", [friend]]),
        ] {
            for body in [
                json!({ "status": "hello", "audience": audience }),
                json!(["hello", audience]),
                json!({ "status": "hello", "visibility": "private" }),
                json!({ "status": "hello", "audience": { "kind": "self" }, "coments": { "kind": "nobody" } }),
            ] {
                let told = scene.ann().call("createStatus", &[], body.clone()).await;
                assert_eq!(told.status, 422, "{body}");
            }
        }
        assert_eq!(scene.ann().read("listWall", &[&scene.id(0)]).await, json!([]), "nothing was written");
        let post = scene.ann().post("hello", json!({ "kind": "self" })).await;
        let wrong = json!({ "audience": { "kind": "circle", "circle_id": eves } });
        assert_eq!(scene.ann().call("setAudience", &[&post], wrong).await.status, 422);
        assert_eq!(scene.readers(&post).await, ["ann"]);
    })
    .await;
}

#[tokio::test]
async fn who_may_comment_is_chosen_changed_and_kept() {
    each(|s| async move {
        let scene = Scene::of(&s).await;
        let ann = scene.ann();
        let comment = async |who: usize, post: &str| {
            let said = json!({ "status": "hm", "in_reply_to_id": post });
            scene.apps[who].client.post("/api/v1/statuses", said).await.status
        };
        for (comments, may) in [
            (json!({ "kind": "same" }), [200, 200]),
            (json!({ "kind": "friends" }), [200, 403]),
            (json!({ "kind": "people", "account_ids": [scene.id(4)] }), [403, 200]),
            (json!({ "kind": "nobody" }), [403, 403]),
        ] {
            let new = json!({ "status": "talk", "audience": { "kind": "community" }, "comments": comments });
            let post = id(&ann.call("createStatus", &[], new).await.good());
            assert_eq!([comment(1, &post).await, comment(4, &post).await], may, "{comments}");
            // A change of the audience alone leaves the comments as they are.
            let changed = json!({ "audience": { "kind": "world" } });
            assert_eq!(ann.call("setAudience", &[&post], changed).await.good()["comments"], comments);
        }
        let post = ann.post("talk", json!({ "kind": "community" })).await;
        assert_eq!(scene.apps[1].status("closeComments", &[&post]).await, 404, "the author's alone");
        ann.read("closeComments", &[&post]).await;
        assert_eq!(ann.read("getAudience", &[&post]).await["comments_closed"], true);
        assert_eq!(comment(1, &post).await, 403);
        ann.read("openComments", &[&post]).await;
        assert_eq!(comment(1, &post).await, 200);
        // What the member chose to begin with counts where nothing is said.
        s.world.choose(&scene.people[0], |chosen| chosen.comment_audience = "nobody".into()).await;
        let post = ann.post("talk", json!({ "kind": "community" })).await;
        assert_eq!(ann.read("getAudience", &[&post]).await["comments"]["kind"], "nobody");
    })
    .await;
}

#[tokio::test]
async fn all_past_posts_are_narrowed_at_once() {
    each(|s| async move {
        let scene = Scene::of(&s).await;
        let mut posts = Vec::new();
        for (audience, _) in scene.audiences() {
            s.world.advance(1_000);
            posts.push(scene.ann().post("hello", audience).await);
        }
        let other = scene.apps[1].post("of somebody else", json!({ "kind": "world" })).await;
        for count in [2, 0] {
            let narrowed = scene.ann().call("limitPastPosts", &[], json!({ "to": "friends" })).await.good();
            assert_eq!(narrowed, json!({ "count": count }));
        }
        for (post, (audience, readers)) in posts.iter().zip(scene.audiences()) {
            let readers = if readers.len() == 5 { vec!["ann", "ben", "cem", "dan"] } else { readers };
            assert_eq!(scene.readers(post).await, readers, "{audience}");
        }
        assert_eq!(scene.readers(&other).await, HANDLES);
    })
    .await;
}

#[tokio::test]
async fn what_may_be_chosen_is_offered() {
    each(|s| async move {
        let scene = Scene::of(&s).await;
        let all = json!(["world", "community", "friends", "friends_except", "circle", "people", "self"]);
        let offer = scene.ann().read("listAudiences", &[]).await;
        assert_eq!(offer["audiences"], all);
        assert_eq!(offer["comments"], json!(["same", "friends", "people", "nobody"]));
        assert_eq!(offer["circles"], scene.ann().read("listCircles", &[]).await);
        assert_eq!(
            (&offer["default_audience"], &offer["default_comments"]),
            (&json!("friends"), &json!("same"))
        );
        assert_eq!(offer["max_people"], 200);
        let lonely = scene.apps[4].read("listAudiences", &[]).await;
        assert_eq!(lonely["audiences"], json!(["world", "community", "friends", "people", "self"]));
        // On a friend's profile, as far as its owner lets posts reach.
        let wall = format!("wall={}", scene.id(0));
        for (widest, offered) in [
            ("community", json!(["community", "friends", "self"])),
            ("friends", json!(["friends", "self"])),
            ("self", json!(["self"])),
        ] {
            s.world.choose(&scene.people[0], |chosen| chosen.wall_audience = widest.into()).await;
            let offer = scene.apps[1].read("listAudiences", &[&wall]).await;
            assert_eq!((&offer["audiences"], &offer["default_audience"]), (&offered, &json!(widest)));
            assert_eq!(list(&offer["circles"]).len(), 0);
        }
        assert_eq!(scene.apps[4].status("listAudiences", &[&wall]).await, 404, "no friend");
        assert_eq!(scene.ann().read("listAudiences", &[&wall]).await["audiences"], all, "one's own");
    })
    .await;
}
