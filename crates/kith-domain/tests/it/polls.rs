//! Polls: a vote is taken back while the poll lasts, and counts as if it had never been.

use kith_base::{DAY, HOUR};
use kith_domain::polls::{self, NewPoll, Poll};
use kith_domain::posts::{Audience, AudienceChoice, NewPost};
use kith_testkit::World;

fn counts(poll: &Poll) -> (i64, Vec<Option<i64>>) {
    (poll.voters, poll.options.iter().map(|option| option.votes).collect())
}

#[tokio::test]
async fn a_vote_is_changed_by_taking_it_back_before_the_end() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let (app, as_ben, as_cem) = (&w.app, w.viewer(&ben).await, w.viewer(&cem).await);
        let choice = AudienceChoice::plain(Audience::Community);
        let new = NewPost { text: "Which?".into(), choice, ..NewPost::default() };
        let options = ["Tea", "Coffee", "Water"].map(str::to_owned).to_vec();
        let poll = NewPoll { options, is_multiple: true, lasts: DAY, ..NewPoll::default() };
        let post = polls::create_post(app, &w.viewer(&ann).await, new, Some(poll)).await.unwrap().id;
        polls::vote_on(app, &as_cem, post, vec![1]).await.unwrap();
        let voted = polls::vote_on(app, &as_ben, post, vec![0, 1]).await.unwrap();
        assert_eq!(counts(&voted), (2, vec![Some(1), Some(2), Some(0)]));
        assert!(polls::vote_on(app, &as_ben, post, vec![2]).await.is_err(), "one vote a person");
        let back = polls::take_back(app, &as_ben, post).await.unwrap();
        assert_eq!(counts(&back), (1, vec![Some(0), Some(1), Some(0)]));
        assert!(back.may_vote && back.mine.is_empty());
        let twice = polls::take_back(app, &as_ben, post).await.unwrap();
        assert_eq!(counts(&twice), counts(&back), "there is nothing more to take back");
        let anew = polls::vote_on(app, &as_ben, post, vec![2]).await.unwrap();
        assert_eq!((counts(&anew), anew.mine.clone()), ((2, vec![Some(0), Some(1), Some(1)]), vec![2]));
        w.advance(DAY + HOUR);
        assert!(polls::take_back(app, &as_ben, post).await.is_err(), "it is over");
    })
    .await;
}
