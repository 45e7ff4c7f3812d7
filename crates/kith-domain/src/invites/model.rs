//! What an invitation link is.

use kith_base::{Error, Millis, Result};

use crate::AccountId;
use crate::kinds::InviteId;

/// An invitation link.
#[derive(Clone, Debug)]
pub struct Invite {
    /// The link.
    pub id: InviteId,
    /// What stands at the end of its address.
    pub code: String,
    /// Who made it.
    pub by: AccountId,
    /// What it is for; only the maker and the staff read it.
    pub note: String,
    /// How many people may come by it.
    pub max_uses: Option<u32>,
    /// How many have.
    pub uses: u32,
    /// When it ends by itself.
    pub expires_at: Option<Millis>,
    /// When it was ended by hand.
    pub revoked_at: Option<Millis>,
    /// When it was made.
    pub created_at: Millis,
}

impl Invite {
    /// How many people may still come by it; `None` for any number.
    pub fn places_left(&self) -> Option<u32> {
        self.max_uses.map(|most| most.saturating_sub(self.uses))
    }

    /// Whether somebody can come by it at `now`.
    ///
    /// # Errors
    /// Conflict, saying why not.
    pub fn check(&self, now: Millis) -> Result<()> {
        if self.revoked_at.is_some() {
            return Err(Error::conflict("invite-revoked"));
        }
        if self.expires_at.is_some_and(|at| at <= now) {
            return Err(Error::conflict("invite-expired"));
        }
        if self.places_left() == Some(0) {
            return Err(Error::conflict("invite-used-up"));
        }
        Ok(())
    }
}

/// A link that is to be made.
#[derive(Clone, Debug, Default)]
pub struct NewInvite {
    /// What it is for.
    pub note: String,
    /// How many people may come by it; `None` for any number, which is for the staff.
    pub max_uses: Option<u32>,
    /// In how many days it ends; `None` for never, which is for the staff.
    pub days: Option<u32>,
}

/// How many more people somebody may invite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// As many as they like: the staff.
    Unlimited,
    /// So many more in this month, by links that live 30 days at most.
    Places(u32),
}

/// A place taken.
#[derive(Clone, Copy, Debug)]
pub struct Taken {
    /// By which link.
    pub invite: InviteId,
    /// Who made it.
    pub by: AccountId,
}
