//! Words a member does not want to read.

use askama::Template;
use axum::extract::Path;
use kith_domain::filters::{self, DAYS, Filter, FilterAction, NewFilter};
use kith_domain::kinds::FilterId;
use kith_http::{Access, Answer, Form, Routes, Visit, see_other, with_flash};

use crate::frame::Frame;
use crate::page::{Problems, again, page};

/// The routes.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/settings/filters", Access::Member, index)
        .post("/settings/filters", Access::Member, create)
        .post("/settings/filters/{id}/delete", Access::Member, delete)
}

struct Row {
    id: String,
    phrase: String,
    line: String,
    remove: String,
}

#[derive(Template)]
#[template(path = "filters/index.html")]
struct FiltersPage {
    frame: Frame,
    rows: Vec<Row>,
    phrase: String,
    is_whole_word: bool,
    hides: bool,
    /// Value, words, whether it is chosen.
    lasting: Vec<(String, String, bool)>,
    problems: Problems,
}

async fn index(visit: Visit) -> Answer {
    let new = NewFilter { is_whole_word: true, ..NewFilter::default() };
    page(&filters_page(&visit, &new, Problems::default()).await?)
}

async fn create(visit: Visit, form: Form) -> Answer {
    form.only(&["phrase", "whole_word", "action", "days"])?;
    let new = NewFilter {
        phrase: form.get("phrase").to_owned(),
        is_whole_word: form.has("whole_word"),
        action: FilterAction::parse(form.get("action")).unwrap_or_default(),
        days: form.parse("days")?,
    };
    match filters::create(&visit.app, &visit.viewer, new.clone()).await {
        Ok(_) => Ok(with_flash(see_other("/settings/filters"), "flash-filter-added", None)),
        Err(error) => {
            let shown = filters_page(&visit, &new, Problems::default()).await?;
            again(&visit.locale, error, |problems| page(&FiltersPage { problems, ..shown }))
        }
    }
}

async fn delete(visit: Visit, Path(id): Path<FilterId>, form: Form) -> Answer {
    form.only(&[])?;
    filters::delete(&visit.app, &visit.viewer, id).await?;
    Ok(with_flash(see_other("/settings/filters"), "flash-filter-removed", None))
}

async fn filters_page(
    visit: &Visit,
    typed: &NewFilter,
    problems: Problems,
) -> kith_base::Result<FiltersPage> {
    let kept = filters::list(&visit.app, &visit.viewer).await?;
    let frame = Frame::titled(visit, "filters-title");
    let l = &frame.l;
    let mut lasting = vec![(String::new(), l.t("filters-for-good"), typed.days.is_none())];
    lasting.extend(
        DAYS.iter().map(|days| {
            (days.to_string(), l.t1("filters-for-days", "days", *days), typed.days == Some(*days))
        }),
    );
    Ok(FiltersPage {
        rows: kept.iter().map(|filter| row(&frame, filter)).collect(),
        phrase: typed.phrase.clone(),
        is_whole_word: typed.is_whole_word,
        hides: typed.action == FilterAction::Hide,
        lasting,
        problems,
        frame,
    })
}

fn row(frame: &Frame, filter: &Filter) -> Row {
    let l = &frame.l;
    let mut parts = vec![match filter.action {
        FilterAction::Hide => l.t("filters-hides"),
        FilterAction::Cover | FilterAction::Blur => l.t("filters-covers"),
    }];
    let words: Vec<&str> = filter.keywords.iter().map(|keyword| keyword.phrase.as_str()).collect();
    // Apps make filters of several words under a title of its own.
    if words != [filter.title.as_str()] {
        parts.insert(0, words.join(", "));
    }
    if !words.is_empty() && filter.keywords.iter().all(|keyword| keyword.is_whole_word) {
        parts.push(l.t("filters-whole-word"));
    }
    if let Some(until) = filter.expires_at {
        parts.push(l.t1("filters-until", "date", l.date(until)));
    }
    Row {
        id: filter.id.to_string(),
        line: parts.join(" · "),
        remove: l.t1("filters-remove", "phrase", filter.title.as_str()),
        phrase: filter.title.clone(),
    }
}
