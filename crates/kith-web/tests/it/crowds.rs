//! Pages of somebody with a thousand friends: choosing people stays a matter of a few letters, and no page lists them all.

use kith_domain::{AccountId, CircleId, demo};
use kith_testkit::world::BEGINNING;
use kith_testkit::{Person, World};

use crate::ground::each;

const FRIENDS: i64 = 1_000;
/// Rows on one page, and in one list to choose from.
const SHOWN: usize = 40;

/// Ann with her friends `friend_0000` and so on, called Friend 0000.
async fn crowd(w: &World) -> (Person, Vec<AccountId>) {
    let ann = w.person("ann").await;
    let people: Vec<demo::Person> = (0..FRIENDS)
        .map(|number| demo::Person {
            id: AccountId::earliest_at(BEGINNING - 1 - number),
            handle: format!("friend_{number:04}"),
            name: format!("Friend {number:04}"),
            language: "en".to_owned(),
            intro: String::new(),
        })
        .collect();
    let ids: Vec<AccountId> = people.iter().map(|person| person.id).collect();
    demo::people(&w.app, people, "").await.unwrap();
    let pairs = ids.iter().map(|friend| (ann.id, *friend, BEGINNING)).collect();
    demo::friendships(&w.app, pairs).await.unwrap();
    (ann, ids)
}

#[tokio::test]
async fn a_circle_is_filled_from_a_thousand_friends_by_looking_for_them() {
    each(|s| async move {
        let (ann, ids) = crowd(&s.world).await;
        let a = s.browser(&ann).await;
        let circle = a.post("/friends/circles", &[("name", "Village")]).await.leads_to().unwrap();
        let members = format!("{circle}/members");
        let boxes = "[data-pick=add] input[name=add]";
        let page = a.get(&circle).await;
        assert_eq!(page.attributes(boxes, "value").len(), SHOWN);
        assert!(page.body.len() < 60_000, "{} bytes", page.body.len());

        // Without scripts: a field to search in, and the ticks of those who were found.
        let last = ids[999].to_string();
        let found = a.get(&format!("{circle}?q=0999")).await;
        assert_eq!(found.attributes(boxes, "value"), [last.as_str()]);
        assert!(found.has("form[role=search].no-script input[name=q][value='0999']"));
        assert_eq!(a.submit(&found, &members, &[("add", &last)]).await.status, 303);
        assert_eq!(a.get(&circle).await.attributes("#people button[name=remove]", "value"), [last.as_str()]);

        // With scripts the rows are asked for; who is inside is not among them, and the circle is its owner's.
        let find = page.attributes("[data-pick=add]", "data-find");
        let rows = async |word: &str| a.get(&format!("{}&field=add&word={word}", find[0])).await;
        assert!(!rows("0999").await.has("input"));
        assert_eq!(rows("friend_0998").await.attributes("input[name=add]", "value"), [ids[998].to_string()]);
        let eve = s.world.person("eve").await;
        assert_eq!(s.browser(&eve).await.get(&format!("{}&word=0998", find[0])).await.status, 404);
        let nobody = a.get(&format!("{circle}?q=zzz")).await;
        assert!(nobody.text().contains("No friend by that name.") && !nobody.has(boxes));
    })
    .await;
}

#[tokio::test]
async fn a_circle_of_a_thousand_is_read_page_by_page() {
    each(|s| async move {
        let (ann, ids) = crowd(&s.world).await;
        let id = CircleId::earliest_at(BEGINNING);
        let village = demo::Circle { id, owner: ann.id, name: "Village".to_owned(), members: ids.clone() };
        demo::circles(&s.world.app, vec![village]).await.unwrap();
        let a = s.browser(&ann).await;
        let mut next = Some(format!("/friends/circles/{id}"));
        let mut seen = Vec::new();
        while let Some(path) = next {
            let page = a.get(&path).await;
            assert_eq!(page.status, 200, "{path}");
            assert!(!page.has("[data-pick]"), "everybody is inside");
            let rows = page.attributes("#people button[name=remove]", "value");
            assert!((1..=SHOWN).contains(&rows.len()), "{path}: {} rows", rows.len());
            seen.extend(rows);
            next = page.attributes(".pager a", "href").into_iter().next();
        }
        // By name, which here is by number, each of them once.
        assert_eq!(seen, ids.iter().map(ToString::to_string).collect::<Vec<_>>());
    })
    .await;
}

#[tokio::test]
async fn people_to_write_to_are_picked_from_a_thousand_by_a_few_letters() {
    each(|s| async move {
        let (ann, ids) = crowd(&s.world).await;
        let a = s.browser(&ann).await;
        let composer = a.get("/new").await;
        assert_eq!(composer.attributes("[data-pick=people] input[type=checkbox]", "value").len(), SHOWN);
        assert!(composer.has("[data-pick=people][data-find='/friends/pick']"));
        let rows = async |word: &str| {
            let found = a.get(&format!("/friends/pick?field=people&word={word}")).await;
            assert_eq!(found.status, 200, "{word}");
            found.attributes("label.pick input[name=people]", "value")
        };
        assert_eq!(rows("0500").await, [ids[500].to_string()], "a later word of the name");
        assert_eq!(rows("%40FRIEND_0500").await, [ids[500].to_string()], "the handle");
        assert_eq!(
            rows("friend%20099").await,
            ids[990..].iter().map(ToString::to_string).collect::<Vec<_>>()
        );
        assert_eq!(rows("friend").await.len(), SHOWN, "of many the first ones by name");
        assert!(rows("%25").await.is_empty(), "a sign of the pattern is a letter like others");
        assert_eq!(a.get("/friends/pick?field=role&word=0500").await.status, 404);
    })
    .await;
}
