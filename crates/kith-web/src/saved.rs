//! Saved posts: all of them or those of a folder, each with where it lies and when one is reminded of it.

use askama::Template;
use axum::extract::{Path, Query};
use kith_base::{PageRequest, limits};
use kith_domain::kinds::PostKind;
use kith_domain::saved::{self, Folder, Kept};
use kith_domain::{FolderId, PostId, cards};
use kith_http::{Access, Answer, Form, Routes, Visit, local_path, see_other, with_flash};
use serde::Deserialize;

use crate::frame::Frame;
use crate::page::{Problems, again, page};
use crate::posts::cards_html;
use crate::when;

const PAGE: &str = "/saved";

/// The routes of saved posts and their folders.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(PAGE, Access::Member, index)
        .post("/saved/folders", Access::Member, create)
        .post("/saved/folders/{id}/rename", Access::Member, rename)
        .post("/saved/folders/{id}/delete", Access::Member, delete)
        .post("/saved/{id}/move", Access::Member, put_into)
        .post("/saved/{id}/remind", Access::Member, remind)
}

/// Which folder is shown, and where its page begins.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Part {
    folder: Option<FolderId>,
    before: Option<PostId>,
}

/// A saved post with what belongs to it here.
struct Row {
    id: PostId,
    card: String,
    /// Address, name, and whether it lies there; the first one is no folder.
    folders: Vec<(String, String, bool)>,
    /// The reminder as the field says it, and in words.
    remind: String,
    reminded: Option<String>,
    /// What is wrong with the time that was typed.
    problem: Option<String>,
}

#[derive(Template)]
#[template(path = "saved/index.html")]
struct SavedPage {
    frame: Frame,
    tabs: Vec<(String, String, bool)>,
    folder: Option<Folder>,
    /// The name in the form for the shown folder, or for a new one.
    typed: String,
    rows: Vec<Row>,
    next: Option<String>,
    /// This page, to come back to.
    here: String,
    zone: String,
    problems: Problems,
}

async fn index(visit: Visit, Query(part): Query<Part>) -> Answer {
    page(&opened(&visit, &part).await?)
}

async fn opened(visit: &Visit, part: &Part) -> kith_base::Result<SavedPage> {
    let (app, viewer) = (&visit.app, &visit.viewer);
    let request: PageRequest<PostKind> =
        PageRequest { before: part.before, after: None, nearest: false, limit: limits::PAGE };
    let found = match part.folder {
        Some(folder) => cards::page_in_folder(app, viewer, folder, request).await?,
        None => cards::page_saved(app, viewer, request).await?,
    };
    let ids: Vec<PostId> = found.items.iter().map(|card| card.post.id).collect();
    let kept = saved::kept(app, viewer, ids.clone()).await?;
    let folders = saved::folders(app, viewer).await?;
    let folder = folders.iter().find(|folder| Some(folder.id) == part.folder).cloned();
    let frame = match &folder {
        Some(folder) => Frame::new(visit, folder.name.clone()),
        None => Frame::titled(visit, "posts-saved"),
    };
    let htmls = cards_html(&frame, &found.items)?;
    let rows = ids.into_iter().zip(htmls).map(|(id, card)| {
        let kept = kept.get(&id).copied().unwrap_or_default();
        row(&frame, id, card, &folders, kept)
    });
    let here = part.folder.map_or_else(|| PAGE.to_owned(), |folder| format!("{PAGE}?folder={folder}"));
    let joint = if part.folder.is_some() { '&' } else { '?' };
    Ok(SavedPage {
        tabs: tabs(&frame, &folders, part.folder),
        rows: rows.collect(),
        next: found.next.map(|next| format!("{here}{joint}before={next}")),
        typed: folder.as_ref().map(|folder| folder.name.clone()).unwrap_or_default(),
        zone: frame.l.time_zone().to_owned(),
        problems: Problems::default(),
        folder,
        here,
        frame,
    })
}

fn tabs(frame: &Frame, folders: &[Folder], shown: Option<FolderId>) -> Vec<(String, String, bool)> {
    let all = (PAGE.to_owned(), frame.l.t("saved-all"), shown.is_none());
    let own = folders.iter().map(|folder| {
        let name = frame.l.t2("saved-folder-tab", "name", folder.name.as_str(), "count", folder.posts);
        (format!("{PAGE}?folder={}", folder.id), name, shown == Some(folder.id))
    });
    let comments = ("/saved/comments".to_owned(), frame.l.t("comments-saved"), false);
    std::iter::once(all).chain(own).chain([comments]).collect()
}

fn row(frame: &Frame, id: PostId, card: String, folders: &[Folder], kept: Kept) -> Row {
    let l = &frame.l;
    let none = (String::new(), l.t("saved-no-folder"), kept.folder.is_none());
    let own = folders
        .iter()
        .map(|folder| (folder.id.to_string(), folder.name.clone(), kept.folder == Some(folder.id)));
    Row {
        id,
        card,
        folders: std::iter::once(none).chain(own).collect(),
        remind: kept.remind_at.map(|at| when::typed(l, at)).unwrap_or_default(),
        reminded: kept.remind_at.map(|at| l.t1("saved-reminded", "when", l.date_time(at))),
        problem: None,
    }
}

async fn create(visit: Visit, form: Form) -> Answer {
    form.only(&["name"])?;
    match saved::create_folder(&visit.app, &visit.viewer, form.get("name")).await {
        Ok(id) => Ok(with_flash(see_other(&format!("{PAGE}?folder={id}")), "flash-folder-made", None)),
        Err(error) => {
            let mut shown = opened(&visit, &Part::default()).await?;
            form.get("name").clone_into(&mut shown.typed);
            again(&visit.locale, error, |problems| page(&SavedPage { problems, ..shown }))
        }
    }
}

async fn rename(visit: Visit, Path(id): Path<FolderId>, form: Form) -> Answer {
    form.only(&["name"])?;
    match saved::rename_folder(&visit.app, &visit.viewer, id, form.get("name")).await {
        Ok(()) => Ok(with_flash(see_other(&format!("{PAGE}?folder={id}")), "flash-folder-saved", None)),
        Err(error) if error.is_not_found() => Err(error.into()),
        Err(error) => {
            let mut shown = opened(&visit, &Part { folder: Some(id), before: None }).await?;
            form.get("name").clone_into(&mut shown.typed);
            again(&visit.locale, error, |problems| page(&SavedPage { problems, ..shown }))
        }
    }
}

async fn delete(visit: Visit, Path(id): Path<FolderId>, form: Form) -> Answer {
    form.only(&["confirmed"])?;
    if form.get("confirmed") != "yes" {
        let folders = saved::folders(&visit.app, &visit.viewer).await?;
        let folder = folders.into_iter().find(|folder| folder.id == id);
        let folder = folder.ok_or_else(kith_base::Error::not_found)?;
        return page(&DeletePage { frame: Frame::titled(&visit, "saved-folder-delete"), folder });
    }
    saved::delete_folder(&visit.app, &visit.viewer, id).await?;
    Ok(with_flash(see_other(PAGE), "flash-folder-deleted", None))
}

/// Asks once before a folder goes.
#[derive(Template)]
#[template(path = "saved/delete.html")]
struct DeletePage {
    frame: Frame,
    folder: Folder,
}

async fn put_into(visit: Visit, Path(id): Path<PostId>, form: Form) -> Answer {
    form.only(&["folder", "back"])?;
    saved::move_to(&visit.app, &visit.viewer, id, form.parse("folder")?).await?;
    Ok(with_flash(see_other(local_path(form.get("back"), PAGE)), "flash-saved-moved", None))
}

async fn remind(visit: Visit, Path(id): Path<PostId>, form: Form) -> Answer {
    form.only(&["remind_at", "folder", "back"])?;
    let typed = form.get("remind_at").trim();
    let at = match typed {
        "" => Ok(None),
        _ => when::read(&visit.locale, typed)
            .map(Some)
            .ok_or_else(|| kith_base::Error::invalid("remind_at", "scheduled-no-time")),
    };
    let outcome = match at {
        Ok(at) => saved::remind(&visit.app, &visit.viewer, id, at).await.map(|()| at.is_some()),
        Err(error) => Err(error),
    };
    let back = local_path(form.get("back"), PAGE);
    match outcome {
        Ok(true) => Ok(with_flash(see_other(back), "flash-reminder-set", None)),
        Ok(false) => Ok(with_flash(see_other(back), "flash-reminder-dropped", None)),
        Err(error) => {
            let before = Some(PostId::new(id.raw().saturating_add(1)));
            let mut shown = opened(&visit, &Part { folder: form.parse("folder")?, before }).await?;
            again(&visit.locale, error, |problems| {
                for row in shown.rows.iter_mut().filter(|row| row.id == id) {
                    typed.clone_into(&mut row.remind);
                    row.problem = problems.of("remind_at").or(problems.general()).map(str::to_owned);
                }
                page(&shown)
            })
        }
    }
}
