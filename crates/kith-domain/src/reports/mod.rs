//! What members tell the moderators about others and what they wrote. The one who is reported never learns of it.

mod model;
mod sql;

use kith_base::{DAY, Error, Message, Result, limits};
use kith_db::{Query, Tx};
use kith_text::normalise_text;

pub use model::{Category, NewReport, Report, SubjectKind};

use crate::kinds::ReportId;
use crate::notices::{self, Occasion};
use crate::viewer::Viewer;
use crate::{AccountId, App, CommentId, PostId, comments, posts, relationships, throttles};

/// Reports that one member may make in a day.
const A_DAY: i64 = 20;
/// Reports on one page of the moderators' list.
const SHOWN: usize = 100;

/// Reports somebody. Posts and comments that are named with it must be theirs and the viewer's to see.
///
/// # Errors
/// NotFound when the person, or something that is named, is not there for the viewer; Invalid by field; rate limited.
pub async fn create(app: &App, viewer: &Viewer, new: NewReport) -> Result<Report> {
    let checked = check(app, viewer, new).await?;
    let viewer = viewer.clone();
    app.db
        .write(move |tx| {
            relationships::relation(tx, &viewer, checked.target)?;
            for id in &checked.posts {
                if author_of(tx, &viewer, *id)? != checked.target {
                    return Err(Error::not_found());
                }
            }
            file(tx, &checked)
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

/// Writes a checked report down, under an id of its own.
///
/// # Errors
/// Internal when the database fails.
pub(crate) fn file(tx: &mut Tx<'_>, checked: &Report) -> Result<Report> {
    let report = Report { id: tx.new_id(), created_at: tx.now(), ..checked.clone() };
    sql::insert(tx, &report)?;
    for moderator in sql::moderators(tx)? {
        if Some(moderator) != report.reporter && moderator != report.target {
            notices::tell_oneself(tx, moderator, Occasion::ReportReceived)?;
        }
    }
    Ok(report)
}

/// Who wrote the post or the comment with this id; both share one room of ids.
fn author_of(q: &mut Query<'_>, viewer: &Viewer, id: i64) -> Result<AccountId> {
    match posts::load(q, viewer, PostId::new(id)) {
        Ok(post) => Ok(post.author),
        Err(error) if error.is_not_found() => Ok(comments::load(q, viewer, CommentId::new(id))?.0.author),
        Err(error) => Err(error),
    }
}

/// What was reported, the newest first.
///
/// # Errors
/// As [`Viewer::moderator`].
pub async fn list(app: &App, viewer: &Viewer) -> Result<Vec<Report>> {
    viewer.moderator()?;
    app.db.read(|q| sql::list(q, SHOWN)).await
}
