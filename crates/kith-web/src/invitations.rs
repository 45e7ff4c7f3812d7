//! One's own invitation links: make, copy, print as slips with a QR code, end.

use askama::Template;
use axum::extract::{Path, Query};
use kith_base::{Error, Kind, Millis};
use kith_domain::Visible;
use kith_domain::invites::{self, Invite, NewInvite, Room};
use kith_domain::kinds::InviteId;
use kith_http::{Access, Answer, Form, Routes, Visit, see_other, with_flash};
use qrcode::QrCode;
use qrcode::render::svg::Color;
use serde::Deserialize;

use crate::frame::Frame;
use crate::page::{Problems, page};

/// Slips on one sheet at most.
const SLIPS: u32 = 24;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/invitations", Access::Member, index)
        .post("/invitations", Access::Member, create)
        .get("/invitations/{id}/slips", Access::Member, slips)
        .post("/invitations/{id}/revoke", Access::Member, revoke)
}

/// A link as the list shows it.
struct Row {
    id: InviteId,
    address: String,
    code: String,
    note: String,
    uses: u32,
    max_uses: Option<u32>,
    expires_at: Option<Millis>,
    /// Why it no longer works.
    ended: Option<&'static str>,
    by: Option<String>,
}

impl Row {
    fn new(visit: &Visit, invite: &Visible<Invite>, by: Option<String>) -> Self {
        Self {
            id: invite.id,
            address: format!("{}/join/{}", visit.site.base_url, shown(&invite.code)),
            code: shown(&invite.code),
            note: invite.note.clone(),
            uses: invite.uses,
            max_uses: invite.max_uses,
            expires_at: invite.expires_at,
            ended: invite.check(visit.now).err().map(|error| match error.message().key {
                "invite-revoked" => "invite-state-revoked",
                "invite-expired" => "invite-state-expired",
                _ => "invite-state-used-up",
            }),
            by,
        }
    }
}

/// In groups of four, which is easier to read out and to type.
fn shown(code: &str) -> String {
    let signs: Vec<char> = code.chars().collect();
    signs.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

#[derive(Default)]
struct Typed {
    note: String,
    max_uses: String,
    days: String,
}

#[derive(Template)]
#[template(path = "invitations/index.html")]
struct IndexPage {
    frame: Frame,
    problems: Problems,
    typed: Typed,
    may_create: bool,
    is_staff: bool,
    places: u32,
    uses_hint: String,
    days_hint: String,
    refusal: Option<String>,
    fresh: Option<Row>,
    rows: Vec<Row>,
    others: Vec<Row>,
}

async fn index_page(visit: &Visit, fresh: Option<InviteId>, typed: Typed, problems: Problems) -> Answer {
    let (room, refusal) = match invites::room(&visit.app, &visit.viewer).await {
        Ok(room) => (Some(room), None),
        Err(error) if error.kind() == Kind::Forbidden => (None, Some(visit.locale.message(error.message()))),
        Err(error) => return Err(error.into()),
    };
    let mine = invites::mine(&visit.app, &visit.viewer).await?;
    let rows: Vec<Row> = mine.iter().map(|invite| Row::new(visit, invite, None)).collect();
    let others = match visit.viewer.admin() {
        Ok(me) => invites::everybodys(&visit.app, &visit.viewer)
            .await?
            .iter()
            .filter(|(_, person)| person.id != me.id)
            .map(|(invite, person)| Row::new(visit, invite, Some(person.name.clone())))
            .collect(),
        Err(_) => Vec::new(),
    };
    let fresh =
        mine.iter().find(|invite| Some(invite.id) == fresh).map(|invite| Row::new(visit, invite, None));
    let places = match room {
        Some(Room::Places(places)) => places,
        _ => 0,
    };
    let is_staff = room == Some(Room::Unlimited);
    page(&IndexPage {
        frame: Frame::titled(visit, "invite-title"),
        may_create: room.is_some_and(|room| room != Room::Places(0)),
        is_staff,
        places,
        uses_hint: visit.locale.t(if is_staff { "invite-uses-hint" } else { "invite-uses-hint-member" }),
        days_hint: visit.locale.t(if is_staff { "invite-days-hint" } else { "invite-days-hint-member" }),
        refusal,
        fresh,
        rows,
        others,
        typed,
        problems,
    })
}

#[derive(Deserialize)]
struct Given {
    new: Option<InviteId>,
}

async fn index(visit: Visit, Query(given): Query<Given>) -> Answer {
    let typed = Typed { note: String::new(), max_uses: "1".to_owned(), days: "14".to_owned() };
    index_page(&visit, given.new, typed, Problems::default()).await
}

async fn create(visit: Visit, form: Form) -> Answer {
    form.only(&["note", "max_uses", "days"])?;
    let made = async {
        let new = NewInvite {
            note: form.get("note").to_owned(),
            max_uses: form.parse("max_uses")?,
            days: form.parse("days")?,
        };
        invites::create(&visit.app, &visit.viewer, new).await
    };
    match made.await {
        Ok(invite) => Ok(see_other(&format!("/invitations?new={}", invite.id))),
        Err(error) => {
            let (status, problems) = Problems::from_error(&visit.locale, error)?;
            let text = |name| form.get(name).to_owned();
            let typed = Typed { note: text("note"), max_uses: text("max_uses"), days: text("days") };
            let mut response = index_page(&visit, None, typed, problems).await?;
            *response.status_mut() = status;
            Ok(response)
        }
    }
}

#[derive(Template)]
#[template(path = "invitations/revoke.html")]
struct RevokePage {
    frame: Frame,
    row: Row,
}

async fn revoke(visit: Visit, Path(id): Path<InviteId>, form: Form) -> Answer {
    form.only(&["confirmed"])?;
    if form.get("confirmed") != "yes" {
        let invite = invites::get(&visit.app, &visit.viewer, id).await?;
        let row = Row::new(&visit, &invite, None);
        return page(&RevokePage { frame: Frame::titled(&visit, "invite-revoke-title"), row });
    }
    invites::revoke(&visit.app, &visit.viewer, id).await?;
    Ok(with_flash(see_other("/invitations"), "flash-invite-revoked", None))
}

#[derive(Template)]
#[template(path = "invitations/slips.html")]
struct SlipsPage {
    frame: Frame,
    row: Row,
    qr: String,
    count: u32,
    short_address: String,
}

#[derive(Deserialize)]
struct Sheet {
    count: Option<u32>,
}

async fn slips(visit: Visit, Path(id): Path<InviteId>, Query(sheet): Query<Sheet>) -> Answer {
    let invite = invites::get(&visit.app, &visit.viewer, id).await?;
    let left = invite.places_left().unwrap_or(8);
    let count = sheet.count.unwrap_or(left).clamp(1, SLIPS);
    let row = Row::new(&visit, &invite, None);
    let short_address =
        row.address.split_once("://").map_or(row.address.as_str(), |(_, rest)| rest).to_owned();
    let qr = qr_of(&row.address)?;
    page(&SlipsPage { frame: Frame::titled(&visit, "invite-slips-title"), row, qr, count, short_address })
}

/// The address as a picture that stands in the page itself.
fn qr_of(address: &str) -> Result<String, Error> {
    let code = QrCode::new(address.as_bytes()).map_err(|problem| Error::internal(problem.to_string()))?;
    let svg = code.render::<Color<'_>>().quiet_zone(true).min_dimensions(200, 200).build();
    Ok(svg.split_once("<svg").map(|(_, rest)| format!("<svg aria-hidden=\"true\"{rest}")).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_shown_in_groups_and_as_a_picture() {
        assert_eq!(shown("ABCDEFGHJKMN"), "ABCD-EFGH-JKMN");
        let picture = qr_of("https://elmfield.example/join/ABCD-EFGH-JKMN").unwrap();
        assert!(
            picture.starts_with("<svg aria-hidden")
                && picture.ends_with("</svg>")
                && !picture.contains("<?xml")
        );
    }
}
