//! How many photos a post may have, in words.

use kith_base::{Arg, Result, limits};
use kith_domain::{posts, trust};
use kith_http::Visit;

/// How many photos the author may put into one post.
pub(super) struct PhotosMost {
    pub(super) count: usize,
    /// What is said when there are more.
    pub(super) too_many: String,
    /// Why there may not be as many as others have, and how that changes.
    pub(super) why: Option<String>,
}

impl PhotosMost {
    pub(super) fn of(visit: &Visit) -> Result<Self> {
        let allowed = posts::photo_allowance(&visit.app, &visit.viewer)?;
        let l = &visit.locale;
        if allowed.now >= limits::POST_PHOTOS {
            let too_many = l.t1("posts-photos-too-many", "limit", limits::POST_PHOTOS);
            return Ok(Self { count: limits::POST_PHOTOS, too_many, why: None });
        }
        let too_many = l.t1("posts-newcomer-photos", "limit", allowed.now);
        let grows = trust::next_step(&visit.viewer).map(|step| {
            let mut args: Vec<(&str, Arg)> = vec![
                ("next", allowed.next.into()),
                ("days", step.active_days.into()),
                ("posts", step.posts.into()),
            ];
            if step.answered_by == 0 {
                return l.tx("posts-photos-grow-first", &args);
            }
            args.push(("people", step.answered_by.into()));
            l.tx("posts-photos-grow", &args)
        });
        let why = grows.map_or_else(|| too_many.clone(), |grows| format!("{too_many} {grows}"));
        Ok(Self { count: allowed.now, too_many, why: Some(why) })
    }
}
