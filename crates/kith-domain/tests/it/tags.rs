//! Tags: what is told of them, and what it costs.

use kith_base::{DAY, SECOND};
use kith_domain::PostId;
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_domain::tags;
use kith_testkit::{Person, World};

async fn write(w: &World, author: &Person, audience: Audience, text: &str) -> PostId {
    w.advance(SECOND);
    let new = NewPost { text: text.into(), choice: AudienceChoice::plain(audience), ..NewPost::default() };
    posts::create(&w.app, &w.viewer(author).await, new).await.unwrap().id
}

#[tokio::test]
async fn many_tags_are_told_like_each_alone_and_cost_no_more() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let keys: Vec<String> = (0..20).map(|number| format!("tag{number:02}")).collect();
        let said: Vec<String> = keys.iter().map(|key| format!("#{key}")).collect();
        write(&w, &ann, Audience::Community, &said.join(" ")).await;
        write(&w, &ben, Audience::Community, "#tag00 again").await;
        write(&w, &ben, Audience::Self_, "#tag01 for me alone").await;
        w.advance(2 * DAY);
        write(&w, &ben, Audience::World, "#tag02 later").await;
        let viewer = w.viewer(&ann).await;
        tags::set_followed(&w.app, &viewer, "tag03", true).await.unwrap();
        tags::feature(&w.app, &viewer, "Tag04").await.unwrap();
        let (asker, asked) = (viewer.clone(), keys.clone());
        let (told, costs) = w
            .app
            .db
            .read(move |q| {
                let (mut told, mut costs) = (Vec::new(), Vec::new());
                for size in [1, asked.len()] {
                    let before = q.statements_run();
                    told = tags::describe_all(q, &asker, asked[..size].to_vec())?;
                    costs.push(q.statements_run() - before);
                }
                Ok((told, costs))
            })
            .await
            .unwrap();
        assert_eq!(costs, [3, 3]);
        for (key, tag) in keys.iter().zip(&told) {
            assert_eq!(tag, &tags::get(&w.app, &viewer, key).await.unwrap(), "{key}");
        }
        let uses = |at: usize| -> Vec<(i64, i64)> {
            told[at].history.iter().map(|day| (day.uses, day.people)).take(4).collect()
        };
        assert_eq!(uses(0), [(0, 0), (0, 0), (2, 2), (0, 0)], "two people on one day");
        assert_eq!(uses(1), [(0, 0), (0, 0), (1, 1), (0, 0)], "what is for one alone is not counted");
        assert_eq!(uses(2), [(1, 1), (0, 0), (1, 1), (0, 0)], "two days");
        let marked = |of: fn(&tags::Tag) -> bool| -> Vec<&str> {
            told.iter().filter(|tag| of(tag)).map(|tag| tag.key.as_str()).collect()
        };
        assert_eq!(marked(|tag| tag.is_followed), ["tag03"]);
        assert_eq!(marked(|tag| tag.is_featured), ["tag04"]);
    })
    .await;
}

#[tokio::test]
async fn each_tag_on_a_profile_has_its_own_count() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let viewer = w.viewer(&ann).await;
        let newest = write(&w, &ann, Audience::Community, "#plum and #Pear").await;
        write(&w, &ann, Audience::Self_, "#plum").await;
        write(&w, &ben, Audience::Community, "#plum").await;
        for name in ["Plum", "pear", "quince"] {
            w.advance(1);
            tags::feature(&w.app, &viewer, name).await.unwrap();
        }
        let of = async |who: &Person| -> Vec<(String, i64, Option<i64>)> {
            let found = tags::featured(&w.app, &w.viewer(who).await, ann.id).await.unwrap();
            found.into_iter().map(|tag| (tag.shown, tag.posts, tag.last_used_at)).collect()
        };
        let at = Some(newest.made_at());
        let theirs = of(&ben).await;
        let wanted = [("Plum".to_owned(), 1, at), ("pear".to_owned(), 1, at), ("quince".to_owned(), 0, None)];
        assert_eq!(theirs, wanted);
        assert_eq!(of(&ann).await[0].1, 2, "the owner counts what only they see");
    })
    .await;
}
