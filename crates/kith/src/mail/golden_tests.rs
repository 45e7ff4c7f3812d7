//! The digest of a small town as its reader gets it, word for word: the text and the page, in a language that runs to the
//! right and in one that runs to the left. `e2e/tests/digest.test.mjs` draws the pages that are kept here.

use kith_base::{DAY, HOUR, MINUTE, PageRequest};
use kith_domain::accounts::{self, Comfort};
use kith_domain::comments::{self, NewComment};
use kith_domain::mail::{Choices, Pace};
use kith_domain::messages::{self, NewMessage};
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_domain::reactions::{self, ReactionKind, Subject};
use kith_domain::{PostId, digest, inbox, relationships, site};
use kith_testkit::{Person, World};

use super::*;

async fn post(w: &World, who: &Person, text: &str, audience: Audience) -> PostId {
    w.advance(40 * MINUTE);
    let choice = AudienceChoice::plain(audience);
    let new = NewPost { text: text.into(), choice, ..NewPost::default() };
    posts::create(&w.app, &w.viewer(who).await, new).await.unwrap().id
}

/// A day in Elmfield, and the digest of Amina, who reads `language`, in the morning after it.
async fn digest_in(language: &str) -> Mail {
    let w = World::sqlite().await;
    let named = w.app.db.write(|tx| {
        site::change(tx, |settings| {
            settings.name = "Elmfield".to_owned();
            settings.languages = ["en", "ar"].map(str::to_owned).to_vec();
        })
    });
    named.await.unwrap();
    let amina = w.person_named("amina", "Amina Haddad").await;
    let milo = w.person_named("milo", "Milo <3 & friends").await;
    let nour = w.person_named("nour", "نور الدين").await;
    let sven = w.person_named("sven", "Sven Åkesson").await;
    let as_amina = w.viewer(&amina).await;
    let comfort =
        Comfort { language: language.to_owned(), theme: "auto".to_owned(), time_zone: "UTC".to_owned() };
    accounts::set_comfort(&w.app, &as_amina, comfort).await.unwrap();
    for person in [&milo, &nour, &sven] {
        w.set_trust(person, 2).await;
    }
    for friend in [&milo, &nour] {
        w.befriend(&amina, friend).await;
    }
    // At noon on a Sunday; what came before is read.
    let choices = Choices { digest: Pace::Daily, only_account: false };
    digest::choose(&w.app, &w.viewer(&amina).await, choices).await.unwrap();
    let soup = post(&w, &amina, "Soup at **eight**, bring bread", Audience::Community).await;
    inbox::clear(&w.app, &w.viewer(&amina).await).await.unwrap();

    for (who, kind) in [(&milo, ReactionKind::Love), (&nour, ReactionKind::Like)] {
        w.advance(5 * MINUTE);
        let viewer = w.viewer(who).await;
        reactions::set(&w.app, &viewer, Subject::Post(soup), Some(kind)).await.unwrap();
    }
    w.advance(HOUR);
    let words = "I bring two loaves.\nIs \"half past\" <too late>?";
    let new = NewComment { post: soup, text: words.into(), ..NewComment::default() };
    comments::create(&w.app, &w.viewer(&milo).await, new).await.unwrap();
    w.advance(MINUTE);
    relationships::request_friend(&w.app, &w.viewer(&sven).await, amina.id).await.unwrap();
    w.advance(MINUTE);
    let new = NewMessage { text: "هل أُحضر الزيتون؟".to_owned(), ..NewMessage::default() };
    messages::write_to(&w.app, &w.viewer(&nour).await, amina.id, new).await.unwrap();
    // A word that fits no line, and an address that does not either.
    let long = "Plum jam at the Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenversicherung";
    post(&w, &milo, long, Audience::Friends).await;
    let books = "وصلت الكتب الجديدة https://library.example/a/very/long/address/that/fits/no/line";
    post(&w, &nour, books, Audience::Friends).await;
    post(&w, &sven, "For all of the town", Audience::World).await;
    let seen = inbox::page(&w.app, &w.viewer(&amina).await, PageRequest::first(9), Default::default()).await;
    assert!(!seen.unwrap().is_empty());

    w.run_jobs().await;
    w.mails.take();
    w.advance(DAY);
    w.upkeep("digest.plan").await;
    w.advance(5 * MINUTE);
    assert_eq!(w.run_jobs().await.failed, 0);
    let mails = w.mails.take();
    let hers = mails.into_iter().find(|mail| mail.to_address == "amina@example.org");
    hers.expect("a digest for Amina")
}

/// The same without what is another one in each run: ids, and the sign in the address that stops letters.
fn settled(text: &str) -> String {
    let mut settled = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(|sign: char| sign.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(from.len());
        let (digits, after) = from.split_at(end);
        settled.push_str(before);
        settled.push_str(if digits.len() > 9 { "ID" } else { digits });
        rest = after;
        if settled.ends_with("/mail/unsubscribe/ID") {
            let end = rest.find(|sign: char| !sign.is_ascii_alphanumeric() && !".-_".contains(sign));
            let (_, after) = rest.split_at(end.unwrap_or(rest.len()));
            settled.push_str(".digest.SIGN");
            rest = after;
        }
    }
    settled + rest
}

#[test]
fn ids_and_signs_are_settled_and_numbers_stay() {
    let text =
        "at 8 https://kith.example/p/1234567890123 and /mail/unsubscribe/1234567890123.digest.a-B_9\" 7";
    let expected = "at 8 https://kith.example/p/ID and /mail/unsubscribe/ID.digest.SIGN\" 7";
    assert_eq!(settled(text), expected);
}

#[tokio::test]
async fn the_digest_of_a_town_reads_as_it_is_kept_here() {
    for language in ["en", "ar"] {
        let mail = digest_in(language).await;
        let letter = format!("{}\n\n{}", mail.subject, settled(&mail.text));
        insta::assert_snapshot!(format!("digest_text_{language}"), letter);
        insta::assert_snapshot!(format!("digest_page_{language}"), settled(&html::page(&mail)));
    }
}
