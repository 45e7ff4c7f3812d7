//! Acting as a page, and being oneself again.

use kith_base::Error;
use kith_domain::{AccountId, pages};
use kith_http::{Answer, Form, Visit, local_path, see_other, with_flash};

pub(super) async fn switch(visit: Visit, form: Form) -> Answer {
    form.only(&["page", "back"])?;
    let session = visit.signed_in.ok_or_else(Error::sign_in_needed)?.session;
    let page = form.parse::<AccountId>("page")?;
    pages::act_as(&visit.app, &visit.person, session, page).await?;
    let flash = if page.is_some() { "flash-page-acting" } else { "flash-page-oneself" };
    Ok(with_flash(see_other(local_path(form.get("back"), "/")), flash, None))
}
