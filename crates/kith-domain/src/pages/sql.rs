//! The statements of pages: what they say of themselves, which there are, and their figures.

pub(super) mod team;

use kith_base::{Error, Millis, Result};
use kith_db::{Query, Row, Tx, params, statement};

use super::hours::Hours;
use super::model::{Button, Category, Details, Figures, Page, PageText};
use crate::AccountId;
use crate::accounts::PersonCard;
use crate::viewer::{AccountState, PageRole, Role};

/// A page as `$1` finds it.
macro_rules! seen_sql {
    () => {
        "SELECT a.id, a.handle, a.display_name, a.avatar_id, a.state, a.role, a.intro, a.time_zone, d.category,
                d.email, d.phone, d.address, d.map_link, d.website, d.hours, d.button, d.button_target, d.languages,
                d.verified_at,
                (SELECT r.role FROM page_roles r WHERE r.page_id = a.id AND r.account_id = $1) AS own_role,
                (SELECT i.role FROM page_invitations i
                  WHERE i.page_id = a.id AND i.account_id = $1) AS invited_as,
                EXISTS (SELECT 1 FROM follows f WHERE f.follower_id = $1 AND f.followed_id = a.id) AS is_followed
           FROM accounts a
           JOIN page_details d ON d.page_id = a.id
          WHERE a.kind = 'page' AND "
    };
}

statement!(BY_ID, "pages.by_id", concat!(seen_sql!(), "a.id = $2"));
statement!(
    OWN,
    "pages.own",
    concat!(
        seen_sql!(),
        "a.state <> 'deleted'
            AND EXISTS (SELECT 1 FROM page_roles o WHERE o.page_id = a.id AND o.account_id = $1)
          ORDER BY a.name_key, a.id
          LIMIT 200"
    )
);
statement!(
    INVITED,
    "pages.invited",
    concat!(
        seen_sql!(),
        "a.state = 'active'
            AND EXISTS (SELECT 1 FROM page_invitations o WHERE o.page_id = a.id AND o.account_id = $1)
          ORDER BY a.name_key, a.id
          LIMIT 200"
    )
);
statement!(
    KNOWN,
    "pages.known",
    concat!(
        seen_sql!(),
        "a.state = 'active' AND a.id < $3
            AND ($2 = '' OR a.name_key LIKE $2 ESCAPE '!')
            AND ($4 = '' OR d.category = $4)
            AND NOT EXISTS (SELECT 1 FROM page_roles o WHERE o.page_id = a.id AND o.account_id = $1)
            AND NOT EXISTS (SELECT 1 FROM blocks b WHERE b.account_id = $1 AND b.blocked_id = a.id)
            AND NOT EXISTS (SELECT 1 FROM blocks b WHERE b.account_id = a.id AND b.blocked_id = $1)
          ORDER BY a.id DESC
          LIMIT $5"
    )
);

pub(super) fn by_id(q: &mut Query<'_>, viewer: AccountId, page: AccountId) -> Result<Option<Page>> {
    q.find(&BY_ID, &params![viewer, page], page_row)
}

pub(super) fn own(q: &mut Query<'_>, viewer: AccountId) -> Result<Vec<Page>> {
    q.all(&OWN, &params![viewer], page_row)
}

pub(super) fn invited(q: &mut Query<'_>, viewer: AccountId) -> Result<Vec<Page>> {
    q.all(&INVITED, &params![viewer], page_row)
}

/// Open pages that `viewer` does not help to run, the newest first; `part` is a part of the name, folded.
pub(super) fn known(
    q: &mut Query<'_>,
    viewer: AccountId,
    part: &str,
    category: Option<Category>,
    before: AccountId,
    limit: usize,
) -> Result<Vec<Page>> {
    let pattern =
        if part.is_empty() { String::new() } else { format!("%{}%", crate::accounts::escaped(part)) };
    let category = category.map_or("", Category::as_str);
    q.all(&KNOWN, &params![viewer, pattern, before, category, limit], page_row)
}

fn page_row(row: &Row<'_>) -> Result<Page> {
    let role = |column| {
        let word = row.opt_text(column)?;
        let read = |word: String| PageRole::parse(&word).ok_or_else(|| unknown("role on a page", &word));
        word.map(read).transpose()
    };
    let (state, account_role) = (row.text("state")?, row.text("role")?);
    Ok(Page {
        person: PersonCard {
            id: row.id("id")?,
            handle: row.text("handle")?,
            name: row.text("display_name")?,
            avatar: row.opt_id("avatar_id")?,
            state: AccountState::parse(&state).ok_or_else(|| unknown("account state", &state))?,
            role: Role::parse(&account_role).ok_or_else(|| unknown("role", &account_role))?,
        },
        details: details(row)?,
        time_zone: row.text("time_zone")?,
        verified_at: row.opt_int("verified_at")?,
        role: role("own_role")?,
        invited_as: role("invited_as")?,
        is_followed: row.bool("is_followed")?,
    })
}

fn details(row: &Row<'_>) -> Result<Details> {
    let hours: Hours = serde_json::from_str(&row.text("hours")?)?;
    Ok(Details {
        name: row.text("display_name")?,
        intro: row.text("intro")?,
        category: Category::parse(&row.text("category")?).unwrap_or_default(),
        email: row.text("email")?,
        phone: row.text("phone")?,
        address: row.text("address")?,
        map_link: row.text("map_link")?,
        website: row.text("website")?,
        hours,
        button: Button::parse(&row.text("button")?).unwrap_or_default(),
        button_target: row.text("button_target")?,
        languages: tags(&row.text("languages")?),
    })
}

fn tags(stored: &str) -> Vec<String> {
    stored.split(',').filter(|tag| !tag.is_empty()).map(ToOwned::to_owned).collect()
}

fn unknown(what: &str, word: &str) -> Error {
    Error::internal(format!("no {what} {word}"))
}

statement!(
    INSERT,
    "pages.insert",
    "INSERT INTO page_details (page_id, category, email, phone, address, map_link, website, hours, button,
                               button_target, languages, created_at)
     VALUES ($1, $2, '', '', '', '', '', $3, 'none', '', '', $4)"
);
statement!(
    UPDATE,
    "pages.update",
    "UPDATE page_details
        SET category = $2, email = $3, phone = $4, address = $5, map_link = $6, website = $7, hours = $8, button = $9,
            button_target = $10, languages = $11
      WHERE page_id = $1"
);
statement!(
    SET_VERIFIED,
    "pages.set_verified",
    "UPDATE page_details SET verified_at = $2, verified_by_id = $3 WHERE page_id = $1"
);
statement!(
    TEXTS,
    "pages.texts",
    "SELECT language, about, about_html FROM page_texts WHERE page_id = $1 ORDER BY language"
);
statement!(
    PUT_TEXT,
    "pages.put_text",
    "INSERT INTO page_texts (page_id, language, about, about_html)
     VALUES ($1, $2, $3, $4)
         ON CONFLICT (page_id, language) DO UPDATE SET about = excluded.about, about_html = excluded.about_html"
);
statement!(DROP_TEXT, "pages.drop_text", "DELETE FROM page_texts WHERE page_id = $1 AND language = $2");

pub(super) fn insert(tx: &mut Tx<'_>, page: AccountId, category: Category) -> Result<()> {
    let (hours, now) = (serde_json::to_string(&Hours::default())?, tx.now());
    tx.run(&INSERT, &params![page, category, hours, now]).map(drop)
}

pub(super) fn update(tx: &mut Tx<'_>, page: AccountId, details: &Details) -> Result<()> {
    tx.run(
        &UPDATE,
        &params![
            page,
            details.category,
            &details.email,
            &details.phone,
            &details.address,
            &details.map_link,
            &details.website,
            serde_json::to_string(&details.hours)?,
            details.button,
            &details.button_target,
            details.languages.join(","),
        ],
    )
    .map(drop)
}

/// Sets who said when that the page is who it says, or that nobody does.
pub(super) fn set_verified(
    tx: &mut Tx<'_>,
    page: AccountId,
    mark: Option<(Millis, AccountId)>,
) -> Result<()> {
    let (at, by) = mark.unzip();
    tx.run(&SET_VERIFIED, &params![page, at, by]).map(drop)
}

pub(super) fn texts(q: &mut Query<'_>, page: AccountId) -> Result<Vec<PageText>> {
    q.all(&TEXTS, &params![page], |row| {
        Ok(PageText {
            language: row.text("language")?,
            about: row.text("about")?,
            about_html: row.text("about_html")?,
        })
    })
}

/// Writes the words of one language; without any, the language goes.
pub(super) fn put_text(tx: &mut Tx<'_>, page: AccountId, text: &PageText) -> Result<()> {
    if text.about.is_empty() {
        return tx.run(&DROP_TEXT, &params![page, &text.language]).map(drop);
    }
    tx.run(&PUT_TEXT, &params![page, &text.language, &text.about, &text.about_html]).map(drop)
}

statement!(
    FOLLOWERS,
    "pages.followers",
    "SELECT COUNT(*) AS total
       FROM follows f
       JOIN accounts a ON a.id = f.follower_id AND a.state = 'active'
      WHERE f.followed_id = $1 AND f.created_at >= $2"
);
statement!(
    POSTS,
    "pages.posts",
    "SELECT COUNT(*) AS total FROM posts p
      WHERE p.author_id = $1 AND p.deleted_at IS NULL AND p.created_at >= $2"
);
statement!(
    REACTIONS,
    "pages.reactions",
    "SELECT COUNT(*) AS total
       FROM reactions r
       JOIN posts p ON p.id = r.subject_id AND p.author_id = $1 AND p.deleted_at IS NULL
      WHERE r.subject_kind = 'post' AND r.account_id <> $1 AND r.created_at >= $2"
);
statement!(
    COMMENTS,
    "pages.comments",
    "SELECT COUNT(*) AS total
       FROM comments c
       JOIN posts p ON p.id = c.post_id AND p.author_id = $1 AND p.deleted_at IS NULL
      WHERE c.author_id <> $1 AND c.deleted_at IS NULL AND c.created_at >= $2"
);

/// The figures since `since`.
pub(super) fn figures(q: &mut Query<'_>, page: AccountId, since: Millis) -> Result<Figures> {
    Ok(Figures {
        followers: q.count(&FOLLOWERS, &params![page, 0_i64])?,
        new_followers: q.count(&FOLLOWERS, &params![page, since])?,
        posts: q.count(&POSTS, &params![page, since])?,
        reactions: q.count(&REACTIONS, &params![page, since])?,
        comments: q.count(&COMMENTS, &params![page, since])?,
    })
}
