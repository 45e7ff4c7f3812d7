//! The first page: for visitors what this place is and the ways in.

use askama::Template;
use kith_domain::joining::{self, Way};
use kith_domain::site::{self, JoinMode, Slug};
use kith_http::{Answer, Visit};

use crate::frame::Frame;
use crate::page::page;

#[derive(Template)]
#[template(path = "join/welcome.html")]
struct WelcomePage {
    frame: Frame,
    title: String,
    tagline: String,
    html: String,
    join: JoinMode,
    asks: bool,
}

/// The welcome page, for whoever is not signed in.
pub(crate) async fn show(visit: Visit) -> Answer {
    let words = site::page(&visit.app, Slug::Welcome, visit.locale.language()).await?;
    let asks = joining::way(&visit.site, false).is_ok_and(|way| way == Way::Ask);
    page(&WelcomePage {
        frame: Frame::titled(&visit, "join-welcome-title").indexed(),
        title: words.title.clone(),
        tagline: visit.site.tagline.clone(),
        html: words.html.clone(),
        join: visit.site.join,
        asks,
    })
}
