//! The caller's own account: what it holds for apps, and changing it.

use axum::Json;
use kith_base::{Error, Result};
use kith_domain::accounts::{Preferences, WhoMay};
use kith_domain::posts::Audience;
use kith_domain::profiles::{self, FieldKind, NewField, PartAudience, Picture, ProfileEdit};
use kith_domain::{accounts, media};
use kith_http::Answer;
use kith_locale::written_languages;

use crate::accounts::summary_of;
use crate::caller::Caller;
use crate::entities::account::{Credentials, OwnFacts, OwnProfile};
use crate::params::Params;
use crate::routes::{ApiRoutes, Needs};

/// Rows that apps may put on a profile; the other ones stay as they are.
const ROWS: usize = 4;

pub(crate) fn routes() -> ApiRoutes {
    let read = Needs::OneOf(&["profile", "read:accounts"]);
    let write = Needs::Scope("write:accounts");
    ApiRoutes::new()
        .get("/api/v1/accounts/verify_credentials", read, verify)
        .get("/api/v1/profile", read, own_profile)
        .patch("/api/v1/profile", write, update_profile)
        .patch("/api/v1/accounts/update_credentials", write, update)
        .delete("/api/v1/profile/avatar", write, drop_avatar)
        .delete("/api/v1/profile/header", write, drop_header)
}

async fn own_credentials(caller: &Caller) -> Result<Credentials> {
    let me = caller.viewer.active()?;
    let chosen = accounts::own_preferences(&caller.app, &caller.viewer).await?;
    let own = OwnFacts {
        privacy: posting_visibility(&chosen),
        language: posting_language(&chosen, &me.language).to_owned(),
        sensitive: chosen.marks_sensitive,
        friend_requests: me.friend_requests,
    };
    Ok(Credentials::of(caller, &summary_of(caller, me.id).await?, own))
}

async fn verify(caller: Caller) -> Answer<Json<Credentials>> {
    Ok(Json(own_credentials(&caller).await?))
}

async fn own_profile(caller: Caller) -> Answer<Json<OwnProfile>> {
    Ok(Json(OwnProfile::of(own_credentials(&caller).await?)))
}

async fn update_profile(caller: Caller, params: Params) -> Answer<Json<OwnProfile>> {
    Ok(Json(OwnProfile::of(updated(caller, params).await?)))
}

async fn update(caller: Caller, params: Params) -> Answer<Json<Credentials>> {
    Ok(Json(updated(caller, params).await?))
}

async fn updated(caller: Caller, mut params: Params) -> Result<Credentials> {
    for (name, which) in [("avatar", Picture::Avatar), ("header", Picture::Cover)] {
        if let Some(file) = params.file(name) {
            let sent = media::Sent {
                path: file.path.to_path_buf(),
                bytes: u64::try_from(file.bytes).unwrap_or(u64::MAX),
                alt: params.text(&format!("{name}_description")).unwrap_or_default(),
                crop: None,
            };
            let photo = media::upload(&caller.app, &caller.viewer, sent).await?;
            profiles::set_picture(&caller.app, &caller.viewer, which, Some(photo.id)).await?;
        }
    }
    if let Some(name) = params.text("display_name") {
        // Apps are told no name where it only says the handle again, and send none back.
        let name = if name.is_empty() { caller.viewer.active()?.handle.clone() } else { name };
        accounts::change_display_name(&caller.app, &caller.viewer, name).await?;
    }
    if params.has("note") || params.has("fields_attributes") {
        let edit = edited(&caller, &params).await?;
        profiles::edit(&caller.app, &caller.viewer, edit).await?;
    }
    let before = accounts::own_preferences(&caller.app, &caller.viewer).await?;
    let chosen = chosen(before.clone(), &params)?;
    if chosen != before {
        accounts::set_preferences(&caller.app, &caller.viewer, chosen).await?;
    }
    let fresh = kith_domain::viewers::load(&caller.app, caller.viewer.id_or_zero()).await?;
    own_credentials(&Caller { viewer: fresh, ..caller }).await
}

/// The member's choices with what the app changes.
fn chosen(mut chosen: Preferences, params: &Params) -> Result<Preferences> {
    let audience = match params.text("source.privacy").as_deref() {
        Some("public") => Some("world"),
        Some("unlisted") => Some("community"),
        Some("private") => Some("friends"),
        Some("direct") => Some("self"),
        _ => None,
    };
    if let Some(audience) = audience {
        audience.clone_into(&mut chosen.default_audience);
    }
    match params.truth("locked") {
        Some(false) => chosen.who_may_follow = WhoMay::Everyone,
        // Whoever lets friends of friends follow is locked already, in Mastodon's words.
        Some(true) if chosen.who_may_follow == WhoMay::Everyone => chosen.who_may_follow = WhoMay::Nobody,
        _ => {}
    }
    if let Some(tag) = params.text("source.language") {
        let tag = tag.trim();
        let known = written_languages().iter().find(|(known, _)| known.eq_ignore_ascii_case(tag));
        chosen.posting_language = match known {
            Some((known, _)) => (*known).to_owned(),
            None if tag.is_empty() => String::new(),
            None => return Err(Error::invalid("source[language]", "posts-language-unknown")),
        };
    }
    if params.text("source.quote_policy").is_some_and(|policy| policy != "public") {
        return Err(Error::invalid("source[quote_policy]", "apps-quotes-by-audience"));
    }
    chosen.in_directory = params.truth("discoverable").unwrap_or(chosen.in_directory);
    chosen.marks_sensitive = params.truth("source.sensitive").unwrap_or(chosen.marks_sensitive);
    chosen.is_bot = params.truth("bot").unwrap_or(chosen.is_bot);
    Ok(chosen)
}

/// For whom a member's posts are, if nothing is said of them, in Mastodon's words.
pub(crate) fn posting_visibility(chosen: &Preferences) -> &'static str {
    match Audience::parse(&chosen.default_audience) {
        Some(Audience::World) => "public",
        Some(Audience::Community) => "unlisted",
        Some(Audience::Self_) => "direct",
        _ => "private",
    }
}

/// The language in which a member's posts are, if nothing is said of them.
pub(crate) fn posting_language<'a>(chosen: &'a Preferences, own: &'a str) -> &'a str {
    if chosen.posting_language.is_empty() { own } else { &chosen.posting_language }
}

/// The profile with what the app changes; what apps know nothing of stays.
async fn edited(caller: &Caller, params: &Params) -> Result<ProfileEdit> {
    let own = profiles::own(&caller.app, &caller.viewer).await?;
    let (month, day) = own.birth.day.unwrap_or_default();
    let mut fields: Vec<NewField> = own
        .fields
        .iter()
        .map(|field| NewField {
            kind: field.kind,
            label: field.label.clone(),
            value: field.value.clone(),
            audience: field.audience,
        })
        .collect();
    if params.has("fields_attributes") {
        fields.retain(|field| field.kind != FieldKind::Own);
        let rows = params.each("fields_attributes").into_iter().take(ROWS);
        fields.extend(rows.map(|row| NewField {
            kind: FieldKind::Own,
            label: row.text("name").unwrap_or_default(),
            value: row.text("value").unwrap_or_default(),
            // Apps know only profiles that everybody reads; here it is everybody who is here.
            audience: PartAudience::Community,
        }));
    }
    Ok(ProfileEdit {
        intro: params.text("note").unwrap_or_else(|| own.intro.clone()),
        pronouns: own.pronouns.clone(),
        languages: own.languages.clone(),
        birth_day: day.into(),
        birth_month: month.into(),
        birth_year: own.birth.year.unwrap_or_default(),
        birth_day_audience: own.birth.day_audience,
        birth_year_audience: own.birth.year_audience,
        fields,
        cover_focus: own.cover_focus,
    })
}

async fn drop_avatar(caller: Caller) -> Answer<Json<Credentials>> {
    profiles::set_picture(&caller.app, &caller.viewer, Picture::Avatar, None).await?;
    Ok(Json(own_credentials(&caller).await?))
}

async fn drop_header(caller: Caller) -> Answer<Json<Credentials>> {
    profiles::set_picture(&caller.app, &caller.viewer, Picture::Cover, None).await?;
    Ok(Json(own_credentials(&caller).await?))
}
