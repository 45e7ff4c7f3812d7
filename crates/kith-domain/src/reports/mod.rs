//! What members tell the moderators about others and what they wrote. The one who is reported never learns of it.

mod in_groups;
mod model;
mod sql;

use kith_base::{DAY, Error, Message, Result, limits};
use kith_db::{Query, Tx};
use kith_text::normalise_text;

pub use in_groups::{
    GroupReport, HEARD_WITHIN, Outcome, ReportState, count_open, of_group, settle, settled_in_group,
};
pub use model::{Category, NewReport, Report, SubjectKind};

use crate::kinds::ReportId;
use crate::notices::{self, Occasion};
use crate::viewer::Viewer;
use crate::{AccountId, App, CommentId, GroupId, PostId, comments, posts, relationships, throttles};

/// Reports that one member may make in a day.
const A_DAY: i64 = 20;
/// Reports on one page of the moderators' list.
const SHOWN: usize = 100;

/// Reports somebody. Posts and comments that are named with it must be theirs and the viewer's to see. What stands in one
/// group goes to those who look after it first; see [`of_group`].
///
/// # Errors
/// NotFound when the person, or something that is named, is not there for the viewer; Invalid by field; rate limited.
pub async fn create(app: &App, viewer: &Viewer, new: NewReport) -> Result<Report> {
    let checked = check(app, viewer, new).await?;
    let viewer = viewer.clone();
    app.db
        .write(move |tx| {
            relationships::relation(tx, &viewer, checked.target)?;
            let mut places = Vec::new();
            for id in &checked.posts {
                let (author, group) = written_by(tx, &viewer, *id)?;
                if author != checked.target {
                    return Err(Error::not_found());
                }
                places.push(group);
            }
            match in_groups::one_of(&places) {
                Some(group) => {
                    let report = write(tx, &checked)?;
                    in_groups::send(tx, &report, group)?;
                    Ok(report)
                }
                None => file(tx, &checked),
            }
        })
        .await
}

/// A report that can be written down, once whoever is reported is known to be somebody whom the reporter may report.
/// One attempt is counted.
///
/// # Errors
/// Invalid by field; rate limited.
pub(crate) async fn check(app: &App, viewer: &Viewer, new: NewReport) -> Result<Report> {
    let me = viewer.active()?.id;
    if new.target == me {
        return Err(Error::invalid("account_id", "reports-not-oneself"));
    }
    let comment = normalise_text(&new.comment).trim().to_owned();
    if comment.chars().count() > limits::REPORT_TEXT {
        let message = Message::new("error-too-long").with("max", limits::REPORT_TEXT);
        return Err(Error::invalid("comment", message));
    }
    if new.posts.len() > limits::REPORT_POSTS {
        let message = Message::new("reports-too-many").with("limit", limits::REPORT_POSTS);
        return Err(Error::invalid("status_ids", message));
    }
    throttles::take(app, "reports.member", &me.to_string(), A_DAY, DAY).await?;
    // Rules that were broken say more than the word for the category.
    let category = if new.rules.is_empty() { new.category } else { Category::Violation };
    let mut posts = new.posts;
    posts.sort_unstable();
    posts.dedup();
    Ok(Report {
        id: ReportId::default(),
        reporter: Some(me),
        target: new.target,
        category,
        comment,
        rules: new.rules,
        posts,
        subjects: Vec::new(),
        created_at: 0,
    })
}

/// Writes a checked report down, under an id of its own, and tells the moderators.
///
/// # Errors
/// Internal when the database fails.
pub(crate) fn file(tx: &mut Tx<'_>, checked: &Report) -> Result<Report> {
    let report = write(tx, checked)?;
    tell_moderators(tx, report.reporter, report.target)?;
    Ok(report)
}

fn write(tx: &mut Tx<'_>, checked: &Report) -> Result<Report> {
    let report = Report { id: tx.new_id(), created_at: tx.now(), ..checked.clone() };
    sql::insert(tx, &report)?;
    Ok(report)
}

/// Tells the moderators of the community, but for whom it concerns.
fn tell_moderators(tx: &mut Tx<'_>, reporter: Option<AccountId>, target: AccountId) -> Result<()> {
    for moderator in sql::moderators(tx)? {
        if Some(moderator) != reporter && moderator != target {
            notices::tell_oneself(tx, moderator, Occasion::ReportReceived)?;
        }
    }
    Ok(())
}

/// Who wrote the post or the comment with this id, and in which group it stands; both share one room of ids.
fn written_by(q: &mut Query<'_>, viewer: &Viewer, id: i64) -> Result<(AccountId, Option<GroupId>)> {
    let group_of = |post: &posts::Post| post.facts.group.map(|group| group.id);
    match posts::load(q, viewer, PostId::new(id)) {
        Ok(post) => Ok((post.author, group_of(&post))),
        Err(error) if error.is_not_found() => {
            let (comment, post) = comments::load(q, viewer, CommentId::new(id))?;
            Ok((comment.author, group_of(&post)))
        }
        Err(error) => Err(error),
    }
}

/// What was reported, the newest first, but for what those who look after a group have to themselves.
///
/// # Errors
/// As [`Viewer::moderator`].
pub async fn list(app: &App, viewer: &Viewer) -> Result<Vec<Report>> {
    viewer.moderator()?;
    app.db.read(|q| sql::list(q, SHOWN)).await
}
