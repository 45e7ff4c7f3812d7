//! The poll of a message: voting, and taking a vote back.

use axum::extract::Path;
use kith_domain::MessageId;
use kith_domain::messages;
use kith_http::{Answer, Form, Visit, see_other, with_flash};

use super::change::place_of;
use super::show::message_part;

pub(super) async fn vote(visit: Visit, Path(id): Path<MessageId>, form: Form) -> Answer {
    form.only(&["choice"])?;
    let choices: Vec<usize> = form.all("choice").filter_map(|place| place.parse().ok()).collect();
    if choices.is_empty() {
        // Nothing was ticked: said on the page they came from, if the message is theirs to see.
        return answered(&visit, id, "polls-choose").await;
    }
    messages::vote(&visit.app, &visit.viewer, id, choices).await?;
    answered(&visit, id, "flash-voted").await
}

/// Takes a vote back, so that one can choose anew.
pub(super) async fn unvote(visit: Visit, Path(id): Path<MessageId>, form: Form) -> Answer {
    form.only(&[])?;
    messages::take_vote_back(&visit.app, &visit.viewer, id).await?;
    answered(&visit, id, "flash-unvoted").await
}

/// The message as it looks now, for scripts; for all others the page on which it stands.
async fn answered(visit: &Visit, id: MessageId, said: &'static str) -> Answer {
    if visit.is_fragment {
        return message_part(visit, id).await;
    }
    let card = messages::get(&visit.app, &visit.viewer, id).await?;
    Ok(with_flash(see_other(&place_of(&card)), said, None))
}
