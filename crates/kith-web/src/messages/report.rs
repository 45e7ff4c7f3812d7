//! Telling the moderators about a message.

use askama::Template;
use axum::extract::Path;
use kith_base::Error;
use kith_domain::MessageId;
use kith_domain::messages::{self, AROUND, MessageCard, MessageReport};
use kith_domain::reports::Category;
use kith_http::{Answer, Form, Visit, see_other, with_flash};
use kith_locale::Locale;

use super::view::name_of;
use crate::frame::Frame;
use crate::page::{Problems, again, page};

#[derive(Template)]
#[template(path = "messages/report.html")]
struct ReportPage {
    frame: Frame,
    id: MessageId,
    back: String,
    name: String,
    words: String,
    around: usize,
    reasons: Vec<(&'static str, String, bool)>,
    comment: String,
    problems: Problems,
}

pub(super) async fn ask(visit: Visit, Path(id): Path<MessageId>) -> Answer {
    let card = theirs(&visit, id).await?;
    ask_again(&visit, &card, Category::default(), String::new(), Problems::default())
}

/// A message of somebody else.
async fn theirs(visit: &Visit, id: MessageId) -> kith_base::Result<MessageCard> {
    let card = messages::get(&visit.app, &visit.viewer, id).await?;
    if card.is_mine { Err(Error::not_found()) } else { Ok(card) }
}

fn ask_again(
    visit: &Visit,
    card: &MessageCard,
    category: Category,
    comment: String,
    problems: Problems,
) -> Answer {
    let (chat, id) = (card.message.conversation, card.message.id);
    let frame = Frame::titled(visit, "messages-report-title");
    let reasons =
        Category::ALL.iter().map(|each| (each.as_str(), reason(&frame.l, *each), *each == category));
    page(&ReportPage {
        id,
        back: format!("/messages/{chat}?at={id}#message-{id}"),
        name: name_of(&frame.l, &card.author.name),
        words: card.message.source.clone(),
        around: AROUND,
        reasons: reasons.collect(),
        comment,
        problems,
        frame,
    })
}

fn reason(l: &Locale, category: Category) -> String {
    l.t(crate::posts::report::reason_key(category))
}

pub(super) async fn hand_in(visit: Visit, Path(id): Path<MessageId>, form: Form) -> Answer {
    form.only(&["category", "comment"])?;
    let card = theirs(&visit, id).await?;
    let category = Category::parse(form.get("category")).unwrap_or_default();
    let comment = form.get("comment").to_owned();
    let told = MessageReport { category, comment: comment.clone(), rules: Vec::new() };
    match messages::report(&visit.app, &visit.viewer, id, told).await {
        Ok(_) => {
            let to = format!("/messages/{}", card.message.conversation);
            Ok(with_flash(see_other(&to), "flash-message-reported", None))
        }
        Err(error) => {
            again(&visit.locale, error, |problems| ask_again(&visit, &card, category, comment, problems))
        }
    }
}
