//! Reports about what stands in a group: those who look after it see them first and settle them, or pass them on to the
//! moderators of the community. Who reported is told to nobody there.
//!
//! What is urgent goes to both at once, and so does a report about somebody who looks after the group, or one that nobody
//! there could look at. One that nobody looks at for [`HEARD_WITHIN`] goes on by itself.

use std::sync::Arc;

use kith_base::{DAY, Error, HOUR, Millis, Result};
use kith_db::{Query, Row, Tx, params, statement};

use super::model::{Category, Report};
use super::{sql, tell_moderators};
use crate::accounts::{self, PersonCard};
use crate::groups::{self, Act, Right};
use crate::kinds::ReportId;
use crate::notices::{self, Cause, Occasion};
use crate::viewer::{Viewer, stored_as_text};
use crate::work::Upkeep;
use crate::{AccountId, App, GroupId, viewers};

/// A report that lies so long goes on to the moderators of the community.
pub const HEARD_WITHIN: Millis = 7 * DAY;
/// Reports that are shown of one group.
const SHOWN: usize = 100;
/// Reports that go on in one round.
const ROUND: usize = 100;

/// What became of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReportState {
    /// Nobody decided yet.
    #[default]
    Open,
    /// Something was done.
    Handled,
    /// There was nothing to do.
    Dismissed,
    /// The moderators of the community decide.
    PassedOn,
}
stored_as_text!(ReportState {
    Open = "open",
    Handled = "handled",
    Dismissed = "dismissed",
    PassedOn = "passed_on",
});

/// How a report is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Something was done.
    Handled,
    /// There is nothing to do.
    Dismissed,
    /// The moderators of the community decide.
    PassedOn,
}
stored_as_text!(Outcome { Handled = "handled", Dismissed = "dismissed", PassedOn = "passed_on" });

impl Outcome {
    const fn state(self) -> ReportState {
        match self {
            Self::Handled => ReportState::Handled,
            Self::Dismissed => ReportState::Dismissed,
            Self::PassedOn => ReportState::PassedOn,
        }
    }

    const fn act(self) -> Act {
        match self {
            Self::Handled => Act::ReportHandled,
            Self::Dismissed => Act::ReportDismissed,
            Self::PassedOn => Act::ReportPassedOn,
        }
    }
}

/// A report as those who look after a group see it.
#[derive(Clone, Debug)]
pub struct GroupReport {
    /// Which one.
    pub id: ReportId,
    /// Who is reported; none when the viewer and they are apart by a block.
    pub target: Option<PersonCard>,
    /// What it is about.
    pub category: Category,
    /// In the words of whoever reported.
    pub comment: String,
    /// Ids of posts and comments.
    pub posts: Vec<i64>,
    /// What became of it.
    pub state: ReportState,
    /// Whether the moderators of the community have it too.
    pub is_shared: bool,
    /// When it was made.
    pub created_at: Millis,
}

/// The one group in which all of it stands.
pub(super) fn one_of(places: &[Option<GroupId>]) -> Option<GroupId> {
    let first = places.first().copied().flatten()?;
    places.iter().all(|place| *place == Some(first)).then_some(first)
}

/// Hands a report that was written to those who look after `group`, and to the moderators of the community where they have
/// to know at once.
pub(super) fn send(tx: &mut Tx<'_>, report: &Report, group: GroupId) -> Result<()> {
    let staff = groups::staff_of(tx, group)?;
    let is_free = |id: &&AccountId| Some(**id) != report.reporter && **id != report.target;
    let able: Vec<AccountId> = staff.iter().filter(is_free).copied().collect();
    let is_shared = report.category.is_urgent() || staff.contains(&report.target) || able.is_empty();
    tx.run(&INSERT, &params![report.id, group, is_shared, report.created_at])?;
    for account in able {
        notices::retell(tx, account, &told(account, group))?;
    }
    if is_shared {
        tell_moderators(tx, report.reporter, report.target)?;
    }
    Ok(())
}

/// Nobody is named: whoever reported shall not be known by it.
const fn told(account: AccountId, group: GroupId) -> Cause {
    Cause::in_group(Occasion::GroupReport, account, group)
}

statement!(
    INSERT,
    "reports.insert_in_group",
    "INSERT INTO group_reports (report_id, group_id, state, is_shared, created_at) VALUES ($1, $2, 'open', $3, $4)"
);

/// The columns of [`row`], for whoever is not reported themselves.
macro_rules! columns {
    () => {
        "SELECT r.id, r.reporter_id, r.target_id, r.category, r.comment, r.created_at, g.state, g.is_shared
           FROM group_reports g
           JOIN reports r ON r.id = g.report_id
          WHERE g.group_id = $1 AND r.target_id <> $2 "
    };
}

statement!(
    OPEN,
    "reports.open_in_group",
    concat!(columns!(), "AND g.state = 'open' ORDER BY g.report_id LIMIT $3")
);
statement!(
    SETTLED,
    "reports.settled_in_group",
    concat!(columns!(), "AND g.state <> 'open' ORDER BY g.report_id DESC LIMIT $3")
);
statement!(FIND, "reports.find_in_group", concat!(columns!(), "AND g.report_id = $3 AND g.state = 'open'"));
statement!(
    COUNT_OPEN,
    "reports.count_open_in_group",
    "SELECT COUNT(*) FROM group_reports g JOIN reports r ON r.id = g.report_id
      WHERE g.group_id = $1 AND g.state = 'open' AND r.target_id <> $2"
);
statement!(
    SETTLE,
    "reports.settle_in_group",
    "UPDATE group_reports SET state = $2, is_shared = $3, settled_by_id = $4, settled_at = $5 WHERE report_id = $1"
);
statement!(
    UNHEARD,
    "reports.unheard_in_groups",
    "SELECT r.id, r.reporter_id, r.target_id
       FROM group_reports g
       JOIN reports r ON r.id = g.report_id
      WHERE g.is_shared = FALSE AND g.state = 'open' AND g.created_at < $1
      ORDER BY g.report_id
      LIMIT $2"
);
statement!(SHARE, "reports.share_in_group", "UPDATE group_reports SET is_shared = TRUE WHERE report_id = $1");

/// A report of a group as it is stored.
struct Kept {
    report: GroupReport,
    reporter: Option<AccountId>,
    target: AccountId,
}

fn row(row: &Row<'_>) -> Result<Kept> {
    fn word<T>(text: &str, parse: fn(&str) -> Option<T>) -> Result<T> {
        parse(text).ok_or_else(|| Error::internal(format!("no word of reports {text}")))
    }
    Ok(Kept {
        report: GroupReport {
            id: row.id("id")?,
            target: None,
            category: word(&row.text("category")?, Category::parse)?,
            comment: row.text("comment")?,
            posts: Vec::new(),
            state: word(&row.text("state")?, ReportState::parse)?,
            is_shared: row.bool("is_shared")?,
            created_at: row.int("created_at")?,
        },
        reporter: row.opt_id("reporter_id")?,
        target: row.id("target_id")?,
    })
}

/// Reports about what stands in a group that nobody decided about, the oldest first. Nobody sees those about themselves.
///
/// # Errors
/// NotFound unless the viewer handles the group's reports.
pub async fn of_group(app: &App, viewer: &Viewer, id: GroupId) -> Result<Vec<GroupReport>> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let me = checked(q, &viewer, id)?;
            let found = q.all(&OPEN, &params![id, me, SHOWN], row)?;
            whole(q, &viewer, found)
        })
        .await
}

/// Reports of a group that are settled, the newest first.
///
/// # Errors
/// As [`of_group`].
pub async fn settled_in_group(app: &App, viewer: &Viewer, id: GroupId) -> Result<Vec<GroupReport>> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let me = checked(q, &viewer, id)?;
            let found = q.all(&SETTLED, &params![id, me, SHOWN], row)?;
            whole(q, &viewer, found)
        })
        .await
}

/// How many reports of a group wait.
///
/// # Errors
/// As [`of_group`].
pub async fn count_open(app: &App, viewer: &Viewer, id: GroupId) -> Result<i64> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let me = checked(q, &viewer, id)?;
            q.count(&COUNT_OPEN, &params![id, me])
        })
        .await
}

/// The viewer, if they handle the reports of the group.
fn checked(q: &mut Query<'_>, viewer: &Viewer, id: GroupId) -> Result<AccountId> {
    groups::with_right(q, viewer, id, Right::Reports)?;
    Ok(viewer.active()?.id)
}

/// With what they are about, and whom.
fn whole(q: &mut Query<'_>, viewer: &Viewer, found: Vec<Kept>) -> Result<Vec<GroupReport>> {
    let ids: Vec<ReportId> = found.iter().map(|kept| kept.report.id).collect();
    let mut posts = sql::posts_of(q, &ids)?;
    let is_near = |id: AccountId| viewer.member().is_none_or(|member| !member.is_apart_from(id));
    let targets: Vec<AccountId> = found.iter().map(|kept| kept.target).filter(|id| is_near(*id)).collect();
    let cards = accounts::cards(q, &targets)?;
    let reports = found.into_iter().map(|kept| GroupReport {
        target: cards.get(&kept.target).cloned(),
        posts: posts.remove(&kept.report.id).unwrap_or_default(),
        ..kept.report
    });
    Ok(reports.collect())
}

/// Settles a report of a group.
///
/// # Errors
/// NotFound unless the viewer handles the group's reports and this one waits and is not about them.
pub async fn settle(
    app: &App,
    viewer: &Viewer,
    id: GroupId,
    report: ReportId,
    outcome: Outcome,
) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let viewer = Viewer::Member(viewers::load_fresh(tx, me)?);
            checked(tx, &viewer, id)?;
            let kept = tx.find(&FIND, &params![id, me, report], row)?.ok_or_else(Error::not_found)?;
            let passes_on = outcome == Outcome::PassedOn;
            let (is_shared, now) = (kept.report.is_shared || passes_on, tx.now());
            tx.run(&SETTLE, &params![report, outcome.state(), is_shared, me, now])?;
            groups::note(tx, id, me, outcome.act(), None, "")?;
            if passes_on && !kept.report.is_shared {
                tell_moderators(tx, kept.reporter, kept.target)?;
            }
            forget_told(tx, id)
        })
        .await
}

/// Those for whom nothing waits any more are told of nothing.
fn forget_told(tx: &mut Tx<'_>, group: GroupId) -> Result<()> {
    for account in groups::staff_of(tx, group)? {
        if tx.count(&COUNT_OPEN, &params![group, account])? == 0 {
            notices::take_back_of_group(tx, account, group, Occasion::GroupReport)?;
        }
    }
    Ok(())
}

inventory::submit! {
    Upkeep { name: "reports.pass_on_unheard", every: HOUR, run: |app| Box::pin(pass_on_unheard(app)) }
}

async fn pass_on_unheard(app: Arc<App>) -> Result<()> {
    app.db
        .write(|tx| {
            let before = tx.now() - HEARD_WITHIN;
            let found: Vec<(ReportId, Option<AccountId>, AccountId)> =
                tx.all(&UNHEARD, &params![before, ROUND], |row| {
                    Ok((row.id("id")?, row.opt_id("reporter_id")?, row.id("target_id")?))
                })?;
            for (report, reporter, target) in found {
                tx.run(&SHARE, &params![report])?;
                tell_moderators(tx, reporter, target)?;
            }
            Ok(())
        })
        .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_asked_about_what_stands_in_it_alone() {
        let (one, other) = (Some(GroupId::new(1)), Some(GroupId::new(2)));
        assert_eq!(one_of(&[one, one]), one);
        for places in [&[][..], &[None], &[one, None], &[one, other]] {
            assert_eq!(one_of(places), None, "{places:?}");
        }
    }
}
