//! What the staff did.

use askama::Template;
use axum::extract::Query;
use kith_base::{Id, PageRequest};
use kith_domain::kinds::RowKind;
use kith_domain::overview::{self, LogLine};
use kith_http::{Answer, Visit};
use serde::Deserialize;

use crate::frame::Frame;
use crate::page::page;

/// Lines on one page.
const LINES: usize = 50;

#[derive(Template)]
#[template(path = "admin/log.html")]
struct LogPage {
    frame: Frame,
    lines: Vec<LogLine>,
    next: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Before {
    before: Option<Id<RowKind>>,
}

pub(super) async fn index(visit: Visit, Query(asked): Query<Before>) -> Answer {
    let request = PageRequest { before: asked.before, after: None, nearest: false, limit: LINES };
    let found = overview::log(&visit.app, &visit.viewer, request).await?;
    let next = found.next.map(|id| format!("/admin/log?before={id}"));
    page(&LogPage { frame: Frame::titled(&visit, "admin-log-title"), lines: found.items, next })
}

impl LogPage {
    /// What was done, in words.
    fn words(&self, line: &LogLine) -> String {
        let key = match line.entry.action.as_str() {
            "setup.set_up" => "log-setup",
            "site.update" => "log-settings",
            "site.save_page" => "log-page-saved",
            "site.revert_page" => "log-page-reverted",
            "invites.revoke" => "log-invite-revoked",
            "joining.approve" => "log-approved",
            "joining.decline" => "log-declined",
            "contact.handle" => "log-message-handled",
            "contact.reopen" => "log-message-reopened",
            "overview.retry_job" => "log-job-retried",
            "overview.discard_job" => "log-job-discarded",
            "mail.try_again" => "log-mail-again",
            "members.set_role" => "log-role",
            "members.suspend" => "log-suspended",
            "members.unsuspend" => "log-unsuspended",
            "members.give_recovery_code" => "log-recovery-code",
            "messages.look" => "log-messages-looked",
            "pages.verify" => "pages-log-verified",
            "pages.unverify" => "pages-log-unverified",
            _ => return line.entry.action.clone(),
        };
        self.frame.l.t(key)
    }
}
