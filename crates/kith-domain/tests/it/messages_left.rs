//! E11: who left a group chat, or was sent away, hears nothing more of it, by no door and on no line that was open.

use kith_base::{DAY, Kind, MINUTE, PageRequest, SECOND};
use kith_domain::inbox::{self, Wanted};
use kith_domain::live::{Hint, Wish};
use kith_domain::messages::{self, Folder, MessageReport, Part};
use kith_domain::notices::{Channels, Choices, Occasion, Place};
use kith_domain::reactions::ReactionKind;
use kith_domain::{ConversationId, MessageId};
use kith_testkit::{Person, World};

use crate::live::{all, listen, messages_told, open};
use crate::messages::{folder, kind, send, text};
use crate::messages_groups::{add, group};
use crate::push::{everything, wake};

const IN_CHATS: &[Occasion] =
    &[Occasion::Message, Occasion::MessageRequest, Occasion::MessageReaction, Occasion::ChatAdded];

/// How somebody goes.
#[derive(Clone, Copy, Debug)]
enum Way {
    Leaves,
    IsSentAway,
}

async fn goes(w: &World, way: Way, who: &Person, manager: &Person, chat: ConversationId) {
    w.advance(SECOND);
    match way {
        Way::Leaves => messages::leave(&w.app, &w.viewer(who).await, chat).await.unwrap(),
        Way::IsSentAway => {
            messages::remove(&w.app, &w.viewer(manager).await, chat, who.id).await.unwrap();
        }
    }
}

/// All that can happen in a chat.
async fn goes_on(w: &World, ann: &Person, cem: &Person, chat: ConversationId, old: MessageId) -> MessageId {
    let (as_ann, as_cem) = (w.viewer(ann).await, w.viewer(cem).await);
    let new = send(w, ann, chat, "afterwards").await;
    messages::typing(&w.app, &as_cem, chat).await.unwrap();
    messages::mark_read(&w.app, &as_cem, chat, new).await.unwrap();
    messages::react(&w.app, &as_cem, new, Some(ReactionKind::Love)).await.unwrap();
    messages::edit(&w.app, &as_ann, old, "afterwards other words").await.unwrap();
    messages::rename(&w.app, &as_ann, chat, "Afterwards").await.unwrap();
    let gone = send(w, cem, chat, "afterwards gone").await;
    messages::delete(&w.app, &as_cem, gone).await.unwrap();
    new
}

/// Every door of a conversation is closed to them.
async fn is_shut_out(w: &World, who: &Person, chat: ConversationId, ids: &[MessageId]) {
    let (app, viewer) = (&w.app, w.viewer(who).await);
    let closed = |what: &str, found: Kind| assert_eq!(found, Kind::NotFound, "{what}");
    closed("open", kind(messages::open(app, &viewer, chat).await));
    closed("line", kind(messages::line(app, &viewer, chat).await));
    for part in [Part::Newest, Part::Around(ids[0]), Part::After(ids[0])] {
        closed("page", kind(messages::page(app, &viewer, chat, part, 20).await));
    }
    closed("search", kind(messages::search(app, &viewer, chat, "before", None).await));
    closed("send", kind(messages::send(app, &viewer, chat, text("hi")).await));
    closed("typing", kind(messages::typing(app, &viewer, chat).await));
    closed("mark_read", kind(messages::mark_read(app, &viewer, chat, ids[0]).await));
    closed("accept", kind(messages::accept(app, &viewer, chat).await));
    closed("add", kind(add(w, who, chat, who).await));
    for id in ids {
        closed("get", kind(messages::get(app, &viewer, *id).await));
        closed("edit", kind(messages::edit(app, &viewer, *id, "mine").await));
        closed("react", kind(messages::react(app, &viewer, *id, Some(ReactionKind::Like)).await));
        closed("reacted", kind(messages::reacted(app, &viewer, *id).await));
        closed("report", kind(messages::report(app, &viewer, *id, MessageReport::default()).await));
    }
    assert!(messages::of(app, &viewer, ids.to_vec()).await.unwrap().is_empty());
    for which in Folder::ALL {
        assert!(folder(w, who, *which).await.is_empty(), "{which:?}");
    }
    assert_eq!(messages::unread(app, &viewer).await.unwrap(), 0);
    assert_eq!(messages::count_requests(app, &viewer).await.unwrap(), 0);
    for place in Place::ALL {
        let wanted = Wanted { place: *place, occasions: Some(IN_CHATS.to_vec()), ..Wanted::default() };
        let told = inbox::page(app, &viewer, PageRequest::first(50), wanted).await.unwrap();
        assert!(told.is_empty(), "{place:?}: {told:?}");
    }
}

/// Mails and pushes to Ben that tell of the chat.
async fn told_away(w: &World) -> (usize, usize) {
    assert_eq!(w.run_jobs().await.failed, 0);
    let is_of_it = |text: &str| {
        ["before", "on its way", "afterwards", "Walks", "Afterwards"].iter().any(|words| text.contains(words))
    };
    let mails = w.mails.take();
    let mails = mails.iter().filter(|mail| mail.to_address.starts_with("ben@") && is_of_it(&mail.text));
    let pushes = w.pushes.take();
    let pushes = pushes.iter().filter(|push| IN_CHATS.contains(&push.occasion) || is_of_it(&push.body));
    (mails.count(), pushes.count())
}

#[tokio::test]
async fn e11_who_left_a_group_chat_hears_nothing_more_of_it() {
    for way in [Way::Leaves, Way::IsSentAway] {
        World::each(|w| async move {
            let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
            for friend in [&ben, &cem] {
                w.befriend(&ann, friend).await;
            }
            // From here on digests have their dates.
            w.upkeep("digest.plan").await;
            let channels = vec![(Occasion::Message, Channels::new("ped"))];
            let choices = Choices { channels, ..Choices::default() };
            crate::notices::choose(&w, &ben, choices).await;
            wake(&w, &ben, everything()).await;
            let (chat, _) = group(&w, &ann, &[&ben, &cem]).await.unwrap();
            let mut page = listen(&w, &ben).await;
            let heard = page.begun().unwrap();
            let before = send(&w, &ann, chat, "before").await;
            // While he is in it, all of these ways lead to him.
            assert_eq!(messages_told(&mut page).await, [before]);
            let (mails, pushes) = told_away(&w).await;
            assert!(mails > 0 && pushes > 0, "{mails} letters and {pushes} pushes came before");
            let under_way = send(&w, &ann, chat, "on its way").await;
            goes(&w, way, &ben, &ann, chat).await;
            all(&mut page).await;
            let after = goes_on(&w, &ann, &cem, chat, under_way).await;
            let hints = all(&mut page).await;
            assert!(hints.is_empty(), "{way:?}: an open line told {hints:?}");
            let wish = Wish { heard: Some(heard), ..Wish::default() };
            for hint in all(&mut open(&w, &ben, wish).await.unwrap()).await {
                let is_harmless = matches!(hint, Hint::Conversation { .. } | Hint::Notices { .. });
                assert!(is_harmless, "{way:?}: a line that came back told {hint:?}");
            }
            assert_eq!(told_away(&w).await, (0, 0), "{way:?}: not even what was on its way");
            is_shut_out(&w, &ben, chat, &[before, under_way, after]).await;
            w.advance(DAY);
            w.upkeep("digest.plan").await;
            w.advance(5 * MINUTE);
            assert_eq!(told_away(&w).await, (0, 0), "{way:?}: in no digest either");
            // The others go on, and whoever is asked again sees nothing before they say yes.
            assert_eq!(crate::messages::read(&w, &cem, chat).await.unwrap().len(), 4);
            assert_eq!(add(&w, &ann, chat, &ben).await.unwrap().asked, [ben.id]);
            send(&w, &ann, chat, "afterwards still").await;
            assert!(crate::messages::read(&w, &ben, chat).await.unwrap().is_empty());
        })
        .await;
    }
}
