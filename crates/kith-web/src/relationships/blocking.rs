//! From whom one keeps away: blocked, muted, restricted people, each with the way back.

use askama::Template;
use kith_domain::relationships::{self, Known};
use kith_http::{Answer, Visit};

use crate::frame::Frame;
use crate::page::page;
use crate::person::PersonRow;

/// One of the three lists.
struct Section {
    title: String,
    hint: String,
    empty: String,
    step: &'static str,
    action: String,
    rows: Vec<PersonRow>,
}

#[derive(Template)]
#[template(path = "relationships/blocking.html")]
struct BlockingPage {
    frame: Frame,
    sections: Vec<Section>,
}

pub(super) async fn show(visit: Visit) -> Answer {
    let kept = relationships::distances(&visit.app, &visit.viewer).await?;
    let frame = Frame::titled(&visit, "privacy-blocking");
    let l = &frame.l;
    let rows = |list: &[Known]| {
        list.iter()
            .map(|known| {
                let line = match known.until {
                    Some(until) => l.t1("friends-muted-until", "date", l.date(until)),
                    None => l.t1("friends-since", "date", l.date(known.since)),
                };
                PersonRow::with_line(&known.person, line)
            })
            .collect()
    };
    let sections = vec![
        Section {
            title: l.t("privacy-blocked"),
            hint: l.t("privacy-blocked-hint"),
            empty: l.t("privacy-blocked-empty"),
            step: "unblock",
            action: l.t("friends-unblock"),
            rows: rows(&kept.blocked),
        },
        Section {
            title: l.t("privacy-muted"),
            hint: l.t("privacy-muted-hint"),
            empty: l.t("privacy-muted-empty"),
            step: "unmute",
            action: l.t("friends-unmute"),
            rows: rows(&kept.muted),
        },
        Section {
            title: l.t("privacy-restricted"),
            hint: l.t("privacy-restricted-hint"),
            empty: l.t("privacy-restricted-empty"),
            step: "unrestrict",
            action: l.t("friends-unrestrict"),
            rows: rows(&kept.restricted),
        },
    ];
    page(&BlockingPage { frame, sections })
}
