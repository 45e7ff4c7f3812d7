//! Who may see and change what belongs to the community itself.

use kith_base::Result;

use crate::{Viewer, Visible};

/// Things of the staff are for admins.
pub(super) fn to_admin<T>(viewer: &Viewer, thing: T) -> Result<Visible<T>> {
    viewer.admin()?;
    Ok(Visible::grant(thing))
}

/// Site pages are for everybody, signed in or not.
pub(super) const fn to_everybody<T>(thing: T) -> Visible<T> {
    Visible::grant(thing)
}
