//! The code that a guest shows at the door: made from the answer and the installation's key, so it is stored nowhere and
//! cannot be guessed from another one.

use hmac::{Hmac, Mac};
use jiff::civil::DateTime;
use kith_base::{Error, Result};
use sha2::Sha256;

use super::model::AnswerState;
use super::{check_in, guests};
use crate::App;
use crate::kinds::{EventAnswerId, EventId};
use crate::viewer::Viewer;

/// Signs of a code.
const SIGNS: usize = 6;
/// No two of them look alike.
const ALPHABET: &[u8; 31] = b"ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/// The code of an answer.
pub fn door_code(app: &App, answer: EventAnswerId) -> String {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(app.key.expose().as_bytes()) else {
        return String::new();
    };
    mac.update(format!("event door {answer}").as_bytes());
    let bytes = mac.finalize().into_bytes();
    let signs = bytes.iter().filter_map(|byte| ALPHABET.get(usize::from(*byte) % ALPHABET.len()));
    signs.take(SIGNS).map(|sign| char::from(*sign)).collect()
}

/// Notes that the guest who shows this code is there; returns who it is.
///
/// # Errors
/// NotFound unless the viewer is a host and there is such a time; Invalid (`code`) when it is no guest's code.
pub async fn check_in_by_code(
    app: &App,
    viewer: &Viewer,
    id: EventId,
    at: DateTime,
    code: &str,
) -> Result<EventAnswerId> {
    let typed: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    let typed = typed.to_ascii_uppercase();
    let event = super::get(app, viewer, id).await?;
    if !super::policy::may_edit(viewer, &event.facts) {
        return Err(Error::not_found());
    }
    let found = guests(app, viewer, id, Some(at)).await?;
    let expected = found
        .people
        .iter()
        .filter(|guest| matches!(guest.answer.state, AnswerState::Going | AnswerState::Maybe));
    let who = expected.map(|guest| guest.answer.id).find(|answer| door_code(app, *answer) == typed);
    let who = who.ok_or_else(|| Error::invalid("code", "events-wrong-door-code"))?;
    check_in(app, viewer, id, at, who, true).await?;
    Ok(who)
}
