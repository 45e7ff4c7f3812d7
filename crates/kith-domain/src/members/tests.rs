//! The rules of looking after members.

use super::*;

fn account(id: i64, role: Role) -> Account {
    Account {
        id: AccountId::new(id),
        handle: "h".into(),
        name: "n".into(),
        email: None,
        email_confirmed_at: None,
        has_password: true,
        role,
        state: AccountState::Active,
        language: "en".into(),
        theme: "auto".into(),
        time_zone: "UTC".into(),
        created_at: 0,
        is_approved: true,
        seen_at: None,
        deactivated_at: None,
        deletion_due_at: None,
        handle_changed_at: None,
    }
}

#[test]
fn nobody_looks_after_people_at_or_above_their_own_role() {
    for by in Role::ALL {
        for target in Role::ALL {
            for role in Role::ALL {
                let (by, target) = (account(1, *by), account(2, *target));
                let owner = by.role == Role::Owner;
                let manages = owner || by.role == Role::Admin && target.role < Role::Admin;
                assert_eq!(may_manage(&by, &target), manages);
                assert_eq!(
                    policy::may_give_role(&by, &target, *role),
                    manages && (owner || *role < Role::Admin)
                );
            }
        }
    }
}

#[test]
fn nobody_looks_after_themselves_and_a_suspended_admin_after_nobody() {
    let owner = account(1, Role::Owner);
    assert!(!may_manage(&owner, &owner));
    let mut admin = account(1, Role::Admin);
    admin.state = AccountState::Suspended;
    assert!(!may_manage(&admin, &account(2, Role::Member)));
}

#[test]
fn after_a_suspension_people_stand_where_they_stood() {
    let mut member = account(1, Role::Member);
    assert_eq!(policy::state_after_suspension(&member), AccountState::Active);
    member.deletion_due_at = Some(1);
    assert_eq!(policy::state_after_suspension(&member), AccountState::DeletionScheduled);
    assert_eq!(
        policy::state_after_suspension(&Account { is_approved: false, ..account(1, Role::Member) }),
        AccountState::PendingApproval
    );
}
