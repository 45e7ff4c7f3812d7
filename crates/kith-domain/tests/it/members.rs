//! Looking after members.

use kith_base::{Kind, Secret};
use kith_domain::accounts;
use kith_domain::members::{self, MemberFilter};
use kith_domain::sessions::{self, NewSignIn, Origin};
use kith_domain::viewer::{AccountState, Role};
use kith_testkit::{PASSWORD, World};

use crate::accounts::member;

fn attempt(login: &str) -> NewSignIn {
    NewSignIn {
        login: login.to_owned(),
        password: Secret::new(PASSWORD),
        device: None,
        origin: Origin::default(),
    }
}

#[tokio::test]
async fn f2_suspending_ends_every_session_at_once_and_letting_in_restores() {
    World::each(|w| async move {
        let admin = member(&w, w.person_with_role("boss", Role::Admin).await.id).await;
        let ann = w.person("ann").await.id;
        let begun = sessions::sign_in(&w.app, attempt("ann")).await.unwrap();
        let none = members::suspend(&w.app, &admin, ann, "  ".to_owned()).await.unwrap_err();
        assert_eq!(none.fields()[0].field, "reason");
        members::suspend(&w.app, &admin, ann, "Sold fakes".to_owned()).await.unwrap();
        assert_eq!(sessions::find(&w.app, begun.token.expose()).await.unwrap(), None);
        assert_eq!(sessions::sign_in(&w.app, attempt("ann")).await.unwrap_err().kind(), Kind::Forbidden);
        w.run_jobs().await;
        assert!(w.mails.take()[0].text.contains("Sold fakes"));
        members::unsuspend(&w.app, &admin, ann).await.unwrap();
        assert!(sessions::sign_in(&w.app, attempt("ann")).await.is_ok());
        assert_eq!(members::unsuspend(&w.app, &admin, ann).await.unwrap_err().kind(), Kind::Conflict);
    })
    .await;
}

#[tokio::test]
async fn roles_are_given_from_above_and_by_the_facts_of_now() {
    World::each(|w| async move {
        let owner = member(&w, w.person_with_role("owner", Role::Owner).await.id).await;
        let admin_id = w.person_with_role("admin", Role::Admin).await.id;
        let admin = member(&w, admin_id).await;
        let ann = w.person("ann").await.id;
        let begun = sessions::sign_in(&w.app, attempt("ann")).await.unwrap();
        members::set_role(&w.app, &admin, ann, Role::Moderator).await.unwrap();
        assert_eq!(
            sessions::find(&w.app, begun.token.expose()).await.unwrap(),
            None,
            "F11: rights, new session"
        );
        let too_high = members::set_role(&w.app, &admin, ann, Role::Admin).await.unwrap_err();
        assert_eq!(too_high.kind(), Kind::Forbidden);
        let upward = members::set_role(&w.app, &admin, owner.id().unwrap(), Role::Member).await.unwrap_err();
        assert_eq!(upward.kind(), Kind::Forbidden);
        let plain = member(&w, ann).await;
        assert!(members::set_role(&w.app, &plain, admin_id, Role::Member).await.unwrap_err().is_not_found());

        // The admin's page was loaded before the owner took the role away.
        members::set_role(&w.app, &owner, admin_id, Role::Member).await.unwrap();
        let late = members::set_role(&w.app, &admin, ann, Role::Member).await.unwrap_err();
        assert_eq!(late.kind(), Kind::Forbidden);
    })
    .await;
}

#[tokio::test]
async fn the_list_is_searched_filtered_and_paged_and_only_for_admins() {
    World::each(|w| async move {
        let admin = member(&w, w.person_with_role("boss", Role::Admin).await.id).await;
        for n in 0..23 {
            w.person(&format!("neighbour{n}")).await;
        }
        let first = members::page(&w.app, &admin, MemberFilter::default()).await.unwrap();
        let before = first.next;
        let second =
            members::page(&w.app, &admin, MemberFilter { before, ..MemberFilter::default() }).await.unwrap();
        assert_eq!((first.items.len(), second.items.len(), second.next), (20, 4, None));
        let word = |word: &str| MemberFilter { word: word.to_owned(), ..MemberFilter::default() };
        let count = async |filter| members::page(&w.app, &admin, filter).await.unwrap().items.len();
        assert_eq!(count(word("@Neighbour22")).await, 1);
        assert_eq!(count(word("neighbour22@ex")).await, 1);
        assert_eq!(count(word("%")).await, 0);
        assert_eq!(count(MemberFilter { staff_only: true, ..MemberFilter::default() }).await, 1);
        let waiting = MemberFilter { state: Some(AccountState::PendingApproval), ..MemberFilter::default() };
        assert_eq!(count(waiting).await, 0);
        let plain = member(&w, w.person("ann").await.id).await;
        assert!(members::page(&w.app, &plain, MemberFilter::default()).await.unwrap_err().is_not_found());
    })
    .await;
}

#[tokio::test]
async fn an_admin_hands_over_a_code_to_those_below_them_only() {
    World::each(|w| async move {
        let admin = member(&w, w.person_with_role("boss", Role::Admin).await.id).await;
        let other = w.person_with_role("other", Role::Admin).await.id;
        let ann = w.person("ann").await.id;
        let code = members::give_recovery_code(&w.app, &admin, ann).await.unwrap();
        let refused = members::give_recovery_code(&w.app, &admin, other).await.unwrap_err();
        assert_eq!(refused.kind(), Kind::Forbidden);
        let new = Secret::new("seven quiet harbours");
        sessions::recover_with_code(&w.app, "ann", code.code.expose(), new, Origin::default()).await.unwrap();
        let account = w.app.db.read(move |q| accounts::get(q, ann)).await.unwrap();
        assert_eq!(account.state, AccountState::Active);
    })
    .await;
}
