//! One's own profile through the eyes of a friend, of another member, or of a visitor.

use axum::extract::Path;
use kith_base::{Error, PageRequest};
use kith_domain::albums;
use kith_domain::cards::{self, Card, May, Shared};
use kith_domain::kinds::MediaKind;
use kith_domain::profiles::{self, Lookup, Subject};
use kith_http::{Answer, Visit};

use super::show::PostsPage;
use super::view::{GridPhoto, Head, Tab, facts};
use crate::frame::Frame;
use crate::page::page;
use crate::posts::cards_html;

/// Posts that are looked through.
const SHOWN: usize = 20;

pub(super) async fn show(visit: Visit, Path(who): Path<String>) -> Answer {
    let me = visit.viewer.active()?.id;
    let subject = match who.as_str() {
        "stranger" => Subject::Stranger,
        "visitor" => Subject::Visitor,
        handle => match profiles::find(&visit.app, &visit.viewer, handle).await? {
            Lookup::Here(id) => Subject::Friend(id),
            Lookup::Moved(_) => return Err(Error::not_found().into()),
        },
    };
    let (eyes, profile) = profiles::as_seen_by(&visit.app, &visit.viewer, subject).await?;
    let request = PageRequest::first(SHOWN);
    let found = cards::page_by_author(&visit.app, &eyes, me, request).await?;
    let photos = albums::page_by_author(&visit.app, &eyes, me, PageRequest::<MediaKind>::first(6)).await?;
    let mut frame = Frame::titled(&visit, "profile-view-as");
    let whose = match subject {
        Subject::Stranger => frame.l.t("profile-as-stranger"),
        Subject::Visitor => frame.l.t("profile-as-visitor"),
        Subject::Friend(_) => frame.l.t1("profile-as-friend", "name", format!("@{who}")),
    };
    let viewer = frame.viewer.take();
    let cards: Vec<Card> = found.items.into_iter().filter(|card| card.wall.is_none()).map(bare).collect();
    let cards = cards_html(&frame, &cards)?;
    frame.viewer = viewer;
    let base = format!("/u/{}", profile.person.handle);
    let mut head = Head::of(&frame, &profile, Tab::Posts, &[], &[], Some(&base));
    head.has_actions = false;
    page(&PostsPage {
        facts: facts(&frame, &profile),
        photos: photos.items.iter().map(GridPhoto::of).collect(),
        head,
        eyes: Some(whose),
        ask: None,
        cards,
        next: None,
        frame,
    })
}

/// The post and nothing that tells of the other one's own doings: what they saved, filter, or may not see of others
/// is theirs to know.
fn bare(card: Card) -> Card {
    Card {
        is_saved: false,
        filtered: None,
        comments: Vec::new(),
        shared: Shared::Nothing,
        may: May::default(),
        ..card
    }
}
