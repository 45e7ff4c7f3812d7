//! Who reads the messages.

use kith_base::Result;

use super::ContactMessage;
use crate::{Viewer, Visible};

/// Messages to the people who run the community are for admins.
pub(super) fn to_admin(viewer: &Viewer, message: ContactMessage) -> Result<Visible<ContactMessage>> {
    viewer.admin()?;
    Ok(Visible::grant(message))
}
