//! Where an app is woken.

use std::collections::BTreeMap;

use kith_domain::notices::Alert;
use kith_domain::push::Subscription;
use serde::Serialize;

use crate::caller::Caller;

/// `WebPushSubscription` (docs.joinmastodon.org/entities/WebPushSubscription).
#[derive(Debug, Serialize)]
pub(crate) struct PushSubscription {
    /// A number that fits into 31 bits, since apps read it so. Nothing is asked for by it.
    id: i64,
    endpoint: String,
    standard: bool,
    alerts: BTreeMap<&'static str, bool>,
    server_key: String,
    policy: &'static str,
}

impl PushSubscription {
    pub(crate) fn of(caller: &Caller, known: &Subscription) -> Self {
        let alerts =
            Alert::ALL.iter().filter_map(|alert| Some((word(*alert)?, known.choice.alerts.has(*alert))));
        Self {
            id: known.id.raw() & 0x7fff_ffff,
            endpoint: known.endpoint.clone(),
            standard: known.is_standard,
            alerts: alerts.collect(),
            server_key: caller.app.push.public_key().to_owned(),
            policy: known.choice.policy.as_str(),
        }
    }
}

/// The word for an alert in Mastodon's API: that for the notifications it is about; none for what has no notification
/// there.
pub(crate) const fn word(alert: Alert) -> Option<&'static str> {
    Some(match alert {
        Alert::Mention => "mention",
        Alert::Post => "status",
        Alert::Share => "reblog",
        Alert::Quote => "quote",
        Alert::Follow => "follow",
        Alert::FriendRequest => "follow_request",
        Alert::Reaction => "favourite",
        Alert::Poll => "poll",
        Alert::Edit => "update",
        Alert::QuotedEdit => "quoted_update",
        Alert::Joined => "admin.sign_up",
        Alert::Report => "admin.report",
        Alert::Message | Alert::Event | Alert::Group | Alert::Keepsake => return None,
    })
}

#[cfg(test)]
mod tests {
    use kith_domain::notices::Occasion;

    use super::*;
    use crate::entities::notification::type_of;

    #[test]
    fn an_alert_is_called_as_the_notifications_that_it_is_about() {
        for occasion in Occasion::ALL {
            assert_eq!(Alert::of(*occasion).and_then(word), type_of(*occasion), "{occasion:?}");
        }
    }
}
