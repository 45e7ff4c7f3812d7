//! Joining: invitations, applications, proofs of work.

use kith_base::{DAY, Kind, PageRequest, Secret};
use kith_domain::invites::{self, NewInvite};
use kith_domain::joining::{self, Decision, NewMember};
use kith_domain::sessions::Origin;
use kith_domain::setup;
use kith_domain::site::{self, JoinMode, Question};
use kith_domain::viewer::{AccountState, Role};
use kith_domain::{App, Viewer, proofs};
use kith_testkit::{PASSWORD, Person, World};

use crate::setup::{answers, with_code_of};

pub(crate) async fn mode(w: &World, join: JoinMode) {
    w.app
        .db
        .write(move |tx| {
            site::change(tx, |settings| {
                settings.is_set_up = true;
                settings.join = join;
                settings.questions = vec![
                    Question { text: "How do you know us?".to_owned(), is_required: true },
                    Question { text: "Anything else?".to_owned(), is_required: false },
                ];
            })
        })
        .await
        .unwrap();
}

pub(crate) fn form(handle: &str) -> NewMember {
    NewMember {
        handle: handle.to_owned(),
        display_name: String::new(),
        email: String::new(),
        password: Secret::new(PASSWORD),
        language: "en".to_owned(),
        code: String::new(),
        answers: vec!["From the choir".to_owned()],
        agrees: true,
        is_old_enough: true,
        proof: String::new(),
        origin: Origin { user_agent: "test".to_owned(), network: "198.51.100.0/24".to_owned() },
    }
}

fn with_code(handle: &str, code: &str) -> NewMember {
    NewMember { code: code.to_owned(), ..form(handle) }
}

/// What a browser does with the challenge.
pub(crate) fn solve(app: &App) -> String {
    use base64::Engine;
    let challenge: altcha::Challenge = serde_json::from_str(&proofs::challenge(app, false).unwrap()).unwrap();
    let solution = altcha::solve_challenge(altcha::SolveChallengeOptions::new(&challenge)).unwrap().unwrap();
    let payload = serde_json::to_vec(&altcha::Payload { challenge, solution }).unwrap();
    base64::engine::general_purpose::STANDARD.encode(payload)
}

async fn invite(
    w: &World,
    by: &Person,
    max_uses: Option<u32>,
    days: Option<u32>,
) -> (kith_domain::kinds::InviteId, String) {
    let new = NewInvite { note: "for the choir".to_owned(), max_uses, days };
    let made = invites::create(&w.app, &w.viewer(by).await, new).await.unwrap();
    (made.id, made.code.clone())
}

#[tokio::test]
async fn each_way_in_ends_at_its_level_of_trust() {
    World::each(|w| async move {
        let code = setup::make_code(&w.app).await.unwrap().unwrap();
        let owner = setup::set_up(&w.app, with_code_of(&code), answers("olive")).await.unwrap();
        assert_eq!(level(&w, owner).await, 2, "the owner");
        mode(&w, JoinMode::Open).await;
        let stranger = NewMember { proof: solve(&w.app), ..form("ben") };
        let stranger = joining::join(&w.app, stranger).await.unwrap();
        assert_eq!(stranger.state, AccountState::Active);
        assert_eq!(level(&w, stranger.begun.signed_in.account).await, 0, "joined by themselves");

        let owner = kith_domain::viewers::load(&w.app, owner).await.unwrap();
        let code = invites::create(&w.app, &owner, NewInvite::default()).await.unwrap().code.clone();
        let invited = joining::join(&w.app, with_code("cat", &code)).await.unwrap();
        assert_eq!(level(&w, invited.begun.signed_in.account).await, 1, "invited");

        let asks = joining::join(&w.app, form("dan")).await.unwrap();
        assert_eq!(asks.state, AccountState::PendingApproval);
        let asks = asks.begun.signed_in.account;
        assert_eq!(level(&w, asks).await, 0, "still waiting");
        joining::approve(&w.app, &owner, vec![asks]).await.unwrap();
        assert_eq!(level(&w, asks).await, 1, "approved");

        let new = crate::accounts::new("eve");
        let made = kith_domain::accounts::create(&w.app, &crate::accounts::SYSTEM, new).await.unwrap();
        assert_eq!(level(&w, made).await, 2, "made by an operator");
        w.run_jobs().await;
    })
    .await;
}

async fn level(w: &World, id: kith_domain::AccountId) -> u8 {
    kith_domain::viewers::load(&w.app, id).await.unwrap().member().unwrap().trust_level
}

#[tokio::test]
async fn an_invitation_lets_in_as_many_as_it_says_and_ends() {
    World::each(|w| async move {
        mode(&w, JoinMode::Invite).await;
        let ann = w.person_with_role("ann", Role::Admin).await;
        let (id, code) = invite(&w, &ann, Some(2), Some(7)).await;

        let refused = joining::join(&w.app, form("ben")).await.unwrap_err();
        assert_eq!(refused.kind(), Kind::Forbidden);
        let unknown = joining::join(&w.app, with_code("ben", "ZZZZZZZZZZZZ")).await.unwrap_err();
        assert_eq!(unknown.message().key, "invite-unknown");

        let joined = joining::join(&w.app, with_code("ben", &code.to_lowercase())).await.unwrap();
        assert_eq!(joined.state, AccountState::Active);
        assert_eq!(invites::peek(&w.app, &code).await.unwrap().1.handle, "ann");
        joining::join(&w.app, with_code("cat", &code)).await.unwrap();
        let full = joining::join(&w.app, with_code("dan", &code)).await.unwrap_err();
        assert_eq!(full.message().key, "invite-used-up");

        let (_, late) = invite(&w, &ann, None, Some(1)).await;
        w.advance(DAY);
        assert_eq!(
            joining::join(&w.app, with_code("dan", &late)).await.unwrap_err().message().key,
            "invite-expired"
        );

        let (other, taken_back) = invite(&w, &ann, None, None).await;
        let ben = w.app.db.read(|q| kith_domain::accounts::find_by_login(q, "ben")).await.unwrap().unwrap();
        let ben = kith_domain::viewers::load(&w.app, ben).await.unwrap();
        assert!(invites::revoke(&w.app, &ben, other).await.unwrap_err().is_not_found());
        invites::revoke(&w.app, &w.viewer(&ann).await, other).await.unwrap();
        let ended = joining::join(&w.app, with_code("dan", &taken_back)).await.unwrap_err();
        assert_eq!(ended.message().key, "invite-revoked");
        assert_eq!(invites::get(&w.app, &w.viewer(&ann).await, id).await.unwrap().uses, 2);
    })
    .await;
}

#[tokio::test]
async fn who_invited_and_who_came_are_suggested_to_each_other() {
    World::each(|w| async move {
        use kith_domain::people;
        mode(&w, JoinMode::Invite).await;
        let ann = w.person_with_role("ann", Role::Admin).await;
        w.person("stranger").await;
        let (_, code) = invite(&w, &ann, None, None).await;
        let id = joining::join(&w.app, with_code("ben", &code)).await.unwrap().begun.signed_in.account;
        let ben = kith_domain::viewers::load(&w.app, id).await.unwrap();
        let suggested = async |viewer: &Viewer| {
            let found = people::suggestions(&w.app, viewer, 10).await.unwrap();
            found.into_iter().map(|entry| entry.person.handle).collect::<Vec<_>>()
        };
        assert_eq!(suggested(&ben).await, ["ann"]);
        assert_eq!(suggested(&w.viewer(&ann).await).await, ["ben"]);
        people::hide_suggestion(&w.app, &ben, ann.id).await.unwrap();
        assert!(suggested(&ben).await.is_empty(), "waved off is waved off");
        w.advance(31 * DAY);
        assert!(suggested(&w.viewer(&ann).await).await.is_empty(), "new for a month");
    })
    .await;
}

#[tokio::test]
async fn g12_of_two_who_come_for_the_last_place_one_gets_it() {
    World::each(|w| async move {
        mode(&w, JoinMode::Invite).await;
        let ann = w.person_with_role("ann", Role::Admin).await;
        let (id, code) = invite(&w, &ann, Some(1), None).await;
        let (ben, cat) = tokio::join!(
            joining::join(&w.app, with_code("ben", &code)),
            joining::join(&w.app, with_code("cat", &code))
        );
        assert_eq!(u8::from(ben.is_ok()) + u8::from(cat.is_ok()), 1);
        let lost = ben.err().or(cat.err()).unwrap();
        assert_eq!(lost.message().key, "invite-used-up");
        assert_eq!(invites::get(&w.app, &w.viewer(&ann).await, id).await.unwrap().uses, 1);
    })
    .await;
}

#[tokio::test]
async fn a_form_sent_twice_joins_once_and_both_answers_are_good() {
    World::each(|w| async move {
        mode(&w, JoinMode::Invite).await;
        let ann = w.person_with_role("ann", Role::Admin).await;
        let (id, code) = invite(&w, &ann, Some(1), None).await;
        let first = joining::join(&w.app, with_code("ben", &code)).await.unwrap();
        let second = joining::join(&w.app, with_code("ben", &code)).await.unwrap();
        assert_eq!(first.begun.signed_in.account, second.begun.signed_in.account);
        assert_eq!(invites::get(&w.app, &w.viewer(&ann).await, id).await.unwrap().uses, 1);
        // Somebody else with the same wish is told that the name is taken.
        let (_, code) = invite(&w, &ann, Some(1), None).await;
        let other = NewMember { password: Secret::new("another good passphrase"), ..with_code("ben", &code) };
        let error = joining::join(&w.app, other).await.unwrap_err();
        assert_eq!(error.fields()[0].field, "handle");
    })
    .await;
}

#[tokio::test]
async fn nobody_joins_a_closed_community() {
    let w = World::sqlite().await;
    mode(&w, JoinMode::Open).await;
    let ann = w.person_with_role("ann", Role::Owner).await;
    let (_, code) = invite(&w, &ann, None, None).await;
    mode(&w, JoinMode::Closed).await;
    for new in [form("ben"), with_code("ben", &code), NewMember { proof: solve(&w.app), ..form("ben") }] {
        assert_eq!(joining::join(&w.app, new).await.unwrap_err().message().key, "join-closed");
    }
    let viewer = w.viewer(&ann).await;
    assert!(invites::create(&w.app, &viewer, NewInvite::default()).await.is_err());
}

#[tokio::test]
async fn an_application_waits_is_declined_asks_again_and_comes_in() {
    World::each(|w| async move {
        mode(&w, JoinMode::Approval).await;
        let mod_ = w.person_with_role("mona", Role::Moderator).await;
        let plain = w.person("paul").await;
        let missing = NewMember { answers: Vec::new(), agrees: false, is_old_enough: false, ..form("ben") };
        let error = joining::join(&w.app, missing).await.unwrap_err();
        let fields: Vec<_> = error.fields().iter().map(|field| field.field).collect();
        assert_eq!(fields, ["answer-0", "agrees", "old_enough"]);

        let joined = joining::join(&w.app, form("ben")).await.unwrap();
        assert_eq!(joined.state, AccountState::PendingApproval);
        let ben_id = joined.begun.signed_in.account;
        let ben = kith_domain::viewers::load(&w.app, ben_id).await.unwrap();
        assert!(ben.active().is_err());
        let staff = w.viewer(&mod_).await;
        assert_eq!(joining::waiting_for(&w.app, &staff).await.unwrap(), 1);
        assert_eq!(joining::waiting_for(&w.app, &w.viewer(&plain).await).await.unwrap(), 0);
        let first = |w: &World| PageRequest::first(if w.mails.take().len() > 99 { 1 } else { 20 });
        assert!(
            joining::waiting(&w.app, &w.viewer(&plain).await, first(&w)).await.unwrap_err().is_not_found()
        );
        let page = joining::waiting(&w.app, &staff, first(&w)).await.unwrap();
        assert_eq!(page.items[0].answers[0].answer, "From the choir");

        assert_eq!(
            joining::decline(&w.app, &staff, vec![ben_id], " ").await.unwrap_err().fields()[0].field,
            "reason"
        );
        assert_eq!(joining::decline(&w.app, &staff, vec![ben_id], "Please tell us more").await.unwrap(), 1);
        assert_eq!(joining::waiting_for(&w.app, &staff).await.unwrap(), 0);
        let standing = joining::own_application(&w.app, &ben).await.unwrap().unwrap();
        assert_eq!(
            (standing.decision, standing.reason.as_str()),
            (Some(Decision::Declined), "Please tell us more")
        );
        assert!(standing.may_answer_again);

        joining::answer_again(&w.app, &ben, "I sing tenor").await.unwrap();
        assert!(joining::answer_again(&w.app, &ben, "and bass").await.is_err());
        assert_eq!(joining::waiting_for(&w.app, &staff).await.unwrap(), 1);
        // Twice in one list and somebody who never asked: one comes in.
        assert_eq!(joining::approve(&w.app, &staff, vec![ben_id, ben_id, plain.id]).await.unwrap(), 1);
        assert_eq!(joining::approve(&w.app, &staff, vec![ben_id]).await.unwrap(), 0);
        assert!(kith_domain::viewers::load(&w.app, ben_id).await.unwrap().active().is_ok());
        w.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn a_declined_application_is_forgotten_after_thirty_days() {
    World::each(|w| async move {
        mode(&w, JoinMode::Approval).await;
        let staff = w.person_with_role("mona", Role::Moderator).await;
        let joined = joining::join(&w.app, form("ben")).await.unwrap();
        let id = joined.begun.signed_in.account;
        joining::decline(&w.app, &w.viewer(&staff).await, vec![id], "no").await.unwrap();
        w.advance(31 * DAY);
        let sweep = kith_domain::work::upkeep().find(|upkeep| upkeep.name == "joining.sweep").unwrap();
        (sweep.run)(w.app.clone()).await.unwrap();
        assert!(w.app.db.read(move |q| kith_domain::accounts::get(q, id)).await.unwrap_err().is_not_found());
        w.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn g12_a_proof_of_work_pays_for_one_account() {
    World::each(|w| async move {
        mode(&w, JoinMode::Open).await;
        let proof = solve(&w.app);
        let with_proof = |handle: &str| NewMember { proof: proof.clone(), ..form(handle) };
        let (ben, cat) =
            tokio::join!(joining::join(&w.app, with_proof("ben")), joining::join(&w.app, with_proof("cat")));
        let states = [ben.unwrap().state, cat.unwrap().state];
        assert!(
            states.contains(&AccountState::Active) && states.contains(&AccountState::PendingApproval),
            "{states:?}"
        );
        // Without script there is no proof, and a person looks at it.
        assert_eq!(joining::join(&w.app, form("dan")).await.unwrap().state, AccountState::PendingApproval);
        w.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn the_staff_sees_who_asked_without_a_proof() {
    World::each(|w| async move {
        mode(&w, JoinMode::Approval).await;
        let mona = w.person_with_role("mona", Role::Moderator).await;
        let proof = solve(&w.app);
        for (handle, proof) in [("ben", proof.clone()), ("cat", proof), ("dan", String::new())] {
            w.advance(1_000);
            let joined = joining::join(&w.app, NewMember { proof, ..form(handle) }).await.unwrap();
            assert_eq!(joined.state, AccountState::PendingApproval, "a proof does not pass by the staff");
        }
        let page = joining::waiting(&w.app, &w.viewer(&mona).await, PageRequest::first(20)).await.unwrap();
        let said: Vec<_> =
            page.items.iter().map(|item| (item.person.handle.as_str(), item.has_proof)).collect();
        assert_eq!(said, [("ben", true), ("cat", false), ("dan", false)]);
    })
    .await;
}

#[tokio::test]
async fn a_refusal_is_taken_back_and_the_applicant_hears_of_it() {
    World::each(|w| async move {
        mode(&w, JoinMode::Approval).await;
        let mona = w.person_with_role("mona", Role::Moderator).await;
        let staff = w.viewer(&mona).await;
        let new = NewMember { email: "ben@example.org".to_owned(), ..form("ben") };
        let id = joining::join(&w.app, new).await.unwrap().begun.signed_in.account;
        w.run_jobs().await;
        let letter = w.mails.take().into_iter().find(|mail| mail.text.contains("/key/")).unwrap();
        let key = letter.text.split("/key/").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
        kith_domain::sessions::confirm_email(&w.app, &key).await.unwrap();

        joining::decline(&w.app, &staff, vec![id], "Please tell us more").await.unwrap();
        w.run_jobs().await;
        assert!(w.mails.take().iter().any(|mail| mail.text.contains("Please tell us more")));
        // From the other list, where somebody has looked too long, nothing is overruled.
        assert_eq!(joining::approve(&w.app, &staff, vec![id]).await.unwrap(), 0);
        let list = joining::declined(&w.app, &staff, PageRequest::first(20)).await.unwrap();
        assert_eq!((list.items.len(), list.items[0].reason.as_str()), (1, "Please tell us more"));
        let plain = w.person("paul").await;
        let refused = joining::declined(&w.app, &w.viewer(&plain).await, PageRequest::first(20)).await;
        assert!(refused.unwrap_err().is_not_found());

        assert_eq!(joining::approve_after_all(&w.app, &staff, vec![id, id, plain.id]).await.unwrap(), 1);
        assert!(kith_domain::viewers::load(&w.app, id).await.unwrap().active().is_ok());
        w.run_jobs().await;
        assert!(w.mails.take().iter().any(|mail| mail.to_address == "ben@example.org"));
        assert!(joining::declined(&w.app, &staff, PageRequest::first(20)).await.unwrap().items.is_empty());
    })
    .await;
}

#[tokio::test]
async fn whoever_asks_again_is_noticed_by_the_admins() {
    let w = World::sqlite().await;
    mode(&w, JoinMode::Approval).await;
    let ann = w.person_with_role("ann", Role::Admin).await;
    let id = joining::join(&w.app, form("ben")).await.unwrap().begun.signed_in.account;
    joining::decline(&w.app, &w.viewer(&ann).await, vec![id], "Why?").await.unwrap();
    w.run_jobs().await;
    w.mails.take();
    let ben = kith_domain::viewers::load(&w.app, id).await.unwrap();
    joining::answer_again(&w.app, &ben, "I sing tenor").await.unwrap();
    w.run_jobs().await;
    assert!(w.mails.take().iter().any(|mail| mail.text.contains("/admin/requests")));
}

#[tokio::test]
async fn letters_to_sign_in_are_scarcer_without_a_proof_and_go_out_once_for_each() {
    World::each(|w| async move {
        use kith_domain::sessions;
        let names = ["ada", "bea", "cleo", "dora", "ella", "fanny"];
        for name in names {
            w.person(name).await;
        }
        let from = Origin { user_agent: "test".to_owned(), network: "198.51.100.0/24".to_owned() };
        for name in &names[..5] {
            sessions::request_sign_in_link(&w.app, name, "", &from).await.unwrap();
        }
        let refused = sessions::request_reset(&w.app, "fanny", "", &from).await.unwrap_err();
        assert!(matches!(refused.kind(), Kind::RateLimited { .. }), "{refused}");
        let proof = solve(&w.app);
        for _ in 0..2 {
            sessions::request_reset(&w.app, "fanny", &proof, &from).await.unwrap();
        }
        w.run_jobs().await;
        let to_fanny = w.mails.take().iter().filter(|mail| mail.to_name == "Fanny").count();
        assert_eq!(to_fanny, 1);
    })
    .await;
}

#[tokio::test]
async fn g12_a_proof_for_another_installation_or_too_late_is_none() {
    let w = World::sqlite().await;
    let proof = solve(&w.app);
    assert!(proofs::check(&w.app, &proof).unwrap().is_some());
    w.advance(31 * kith_base::MINUTE);
    assert!(proofs::check(&w.app, &proof).unwrap().is_none());
    for wrong in ["", "AAAA", "e30=", &"A".repeat(9_000)] {
        assert!(proofs::check(&w.app, wrong).unwrap().is_none());
    }
}

#[tokio::test]
async fn many_from_one_network_are_looked_at_and_not_refused() {
    let w = World::sqlite().await;
    mode(&w, JoinMode::Open).await;
    let mut states = Vec::new();
    for handle in ["ada", "bea", "cleo", "dora", "ella", "fanny"] {
        let new = NewMember { proof: solve(&w.app), ..form(handle) };
        states.push(joining::join(&w.app, new).await.unwrap().state);
    }
    assert_eq!(states.iter().filter(|state| **state == AccountState::Active).count(), 5);
    assert_eq!(states.last(), Some(&AccountState::PendingApproval));
    w.run_jobs().await;
}

#[tokio::test]
async fn a12_names_that_deceive_are_refused_at_joining() {
    let w = World::sqlite().await;
    mode(&w, JoinMode::Approval).await;
    for name in ["аdmin", "ⓚith", "rnoderator", "ad\u{200b}min", "moderator", "Kith"] {
        let error = joining::join(&w.app, form(name)).await.unwrap_err();
        assert!(error.fields().iter().any(|field| field.field == "handle"), "{name}: {error}");
    }
    w.person("jonas").await;
    let error = joining::join(&w.app, form("jоnas")).await.unwrap_err();
    assert_eq!(error.fields()[0].field, "handle");
}

#[tokio::test]
async fn members_invite_within_their_level() {
    World::each(|w| async move {
        mode(&w, JoinMode::Invite).await;
        let ben = w.person("ben").await;
        let new = |uses| NewInvite { note: String::new(), max_uses: Some(uses), days: Some(14) };
        let refused = invites::create(&w.app, &w.viewer(&ben).await, new(1)).await.unwrap_err();
        assert_eq!(refused.message().key, "invite-not-yet");
        w.set_trust(&ben, 2).await;
        let viewer = w.viewer(&ben).await;
        assert_eq!(invites::room(&w.app, &viewer).await.unwrap(), invites::Room::Places(2));
        let one = invites::create(&w.app, &viewer, new(2)).await.unwrap();
        assert!(invites::create(&w.app, &viewer, new(1)).await.is_err());
        // What nobody used comes back with the link.
        invites::revoke(&w.app, &viewer, one.id).await.unwrap();
        assert!(invites::create(&w.app, &viewer, new(1)).await.is_ok());
        assert_eq!(invites::mine(&w.app, &viewer).await.unwrap().len(), 2);
    })
    .await;
}

#[tokio::test]
async fn several_are_taken_in_and_several_declined_at_once() {
    World::each(|w| async move {
        mode(&w, JoinMode::Approval).await;
        let mona = w.person_with_role("mona", Role::Admin).await;
        let staff = w.viewer(&mona).await;
        let mut ids = Vec::new();
        for handle in ["ada", "bea", "cleo", "dora", "ella", "fay"] {
            w.advance(1_000);
            ids.push(joining::join(&w.app, form(handle)).await.unwrap().begun.signed_in.account);
        }
        // The sixth keeps waiting, and whoever was answered is not answered again.
        assert_eq!(joining::approve(&w.app, &staff, ids[..3].to_vec()).await.unwrap(), 3);
        assert_eq!(joining::decline(&w.app, &staff, ids[1..5].to_vec(), "No room").await.unwrap(), 2);
        assert_eq!(joining::approve(&w.app, &staff, ids[..5].to_vec()).await.unwrap(), 0);

        for (at, id) in ids.iter().enumerate() {
            let viewer = kith_domain::viewers::load(&w.app, *id).await.unwrap();
            assert_eq!(viewer.active().is_ok(), at < 3, "{at}");
            let standing = joining::own_application(&w.app, &viewer).await.unwrap().unwrap();
            let answer = match at {
                0..3 => (Some(Decision::Approved), ""),
                3..5 => (Some(Decision::Declined), "No room"),
                _ => (None, ""),
            };
            assert_eq!((standing.decision, standing.reason.as_str()), answer, "{at}");
        }
        let waiting = joining::waiting(&w.app, &staff, PageRequest::first(20)).await.unwrap();
        assert_eq!(waiting.items.iter().map(|item| item.account).collect::<Vec<_>>(), ids[5..]);
        let declined = joining::declined(&w.app, &staff, PageRequest::first(20)).await.unwrap();
        assert_eq!(declined.items.len(), 2);
        // One line of the staff's log and one letter for each answer.
        let log = site::log_page(&w.app, &staff, PageRequest::first(50)).await.unwrap();
        let lines = |action: &str| log.items.iter().filter(|entry| entry.action == action).count();
        assert_eq!((lines("joining.approve"), lines("joining.decline")), (3, 2));
        assert_eq!(w.run_jobs().await.failed, 0);
    })
    .await;
}
