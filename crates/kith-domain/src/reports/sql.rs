//! Statements of reports.

use std::collections::HashMap;

use kith_base::{Error, Result};
use kith_db::{Query, Tx, params, statement};

use super::model::{Category, Report, SubjectKind};
use crate::AccountId;
use crate::kinds::ReportId;

statement!(
    INSERT,
    "reports.insert",
    "INSERT INTO reports (id, reporter_id, target_id, category, comment, rules, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)"
);
statement!(
    INSERT_POST,
    "reports.insert_post",
    "INSERT INTO report_posts (report_id, post_id) VALUES ($1, $2)"
);
statement!(
    INSERT_SUBJECT,
    "reports.insert_subject",
    "INSERT INTO report_subjects (report_id, kind, subject_id) VALUES ($1, $2, $3)"
);
statement!(
    SUBJECTS,
    "reports.subjects",
    "SELECT report_id, kind, subject_id
       FROM report_subjects
      WHERE report_id IN ($1[])
      ORDER BY report_id, kind, subject_id"
);
statement!(
    LIST,
    "reports.list",
    "SELECT id, reporter_id, target_id, category, comment, rules, created_at
       FROM reports
      WHERE NOT EXISTS (SELECT 1 FROM group_reports inside
                         WHERE inside.report_id = reports.id AND inside.is_shared = FALSE)
      ORDER BY id DESC
      LIMIT $1"
);
statement!(
    POSTS,
    "reports.posts",
    "SELECT report_id, post_id FROM report_posts WHERE report_id IN ($1[]) ORDER BY report_id, post_id"
);

pub(super) fn insert(tx: &mut Tx<'_>, report: &Report) -> Result<()> {
    let rules: Vec<String> = report.rules.iter().map(ToString::to_string).collect();
    tx.run(
        &INSERT,
        &params![
            report.id,
            report.reporter,
            report.target,
            report.category,
            &report.comment,
            rules.join(" "),
            report.created_at
        ],
    )?;
    for post in &report.posts {
        tx.run(&INSERT_POST, &params![report.id, *post])?;
    }
    for (kind, subject) in &report.subjects {
        tx.run(&INSERT_SUBJECT, &params![report.id, *kind, *subject])?;
    }
    Ok(())
}

/// The newest reports that the moderators of the community have.
pub(super) fn list(q: &mut Query<'_>, limit: usize) -> Result<Vec<Report>> {
    let mut reports = q.all(&LIST, &params![limit], |row| {
        let category = row.text("category")?;
        let rules = row.text("rules")?;
        Ok(Report {
            id: row.id("id")?,
            reporter: row.opt_id("reporter_id")?,
            target: row.id("target_id")?,
            category: Category::parse(&category)
                .ok_or_else(|| Error::internal(format!("no category of reports {category}")))?,
            comment: row.text("comment")?,
            rules: rules.split(' ').filter_map(|rule| rule.parse().ok()).collect(),
            posts: Vec::new(),
            subjects: Vec::new(),
            created_at: row.int("created_at")?,
        })
    })?;
    let ids: Vec<ReportId> = reports.iter().map(|report| report.id).collect();
    let mut posts = posts_of(q, &ids)?;
    let mut subjects: HashMap<ReportId, Vec<(SubjectKind, i64)>> = HashMap::new();
    q.all(&SUBJECTS, &params![&ids], |row| {
        let kind = SubjectKind::parse(&row.text("kind")?);
        let of_report = subjects.entry(row.id("report_id")?).or_default();
        let subject = row.int("subject_id")?;
        of_report.extend(kind.map(|kind| (kind, subject)));
        Ok(())
    })?;
    for report in &mut reports {
        report.posts = posts.remove(&report.id).unwrap_or_default();
        report.subjects = subjects.remove(&report.id).unwrap_or_default();
    }
    Ok(reports)
}

/// Ids of the posts and comments that each report is about.
pub(super) fn posts_of(q: &mut Query<'_>, ids: &[ReportId]) -> Result<HashMap<ReportId, Vec<i64>>> {
    let mut posts: HashMap<ReportId, Vec<i64>> = HashMap::new();
    if !ids.is_empty() {
        q.all(&POSTS, &params![ids], |row| {
            posts.entry(row.id("report_id")?).or_default().push(row.int("post_id")?);
            Ok(())
        })?;
    }
    Ok(posts)
}

statement!(
    MODERATORS,
    "reports.moderators",
    "SELECT id FROM accounts
      WHERE role IN ('moderator', 'admin', 'owner') AND state = 'active' AND domain IS NULL
      ORDER BY id
      LIMIT 100"
);

/// Those who look after what is reported.
pub(super) fn moderators(q: &mut Query<'_>) -> Result<Vec<AccountId>> {
    q.all(&MODERATORS, &[], |row| row.id("id"))
}
